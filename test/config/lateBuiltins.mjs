/**
 * Modules of Node that the command line names at its top and rarely uses, loaded when they are first used:
 * together they take 8 ms, a sixth of what Node needs to start.
 *
 * An esbuild plugin. The functions that are used of each module are listed; an import of another one does
 * not bundle, which is how a missing one is noticed.
 */

const LATE = {
  // commander starts programs for subcommands of a kind that gilscope has none of.
  'node:child_process': `
    export const spawn = (...args) => require('node:child_process').spawn(...args);
    export default { spawn };`,
  'node:readline': `
    export const createInterface = (...args) => require('node:readline').createInterface(...args);`,
  // It brings all of the network with it. What is no character device is no terminal.
  'node:tty': `
    import { fstatSync } from 'node:fs';
    export const isatty = (fd) => isDevice(fd) && require('node:tty').isatty(fd);
    function isDevice(fd) {
      try {
        return fstatSync(fd).isCharacterDevice();
      } catch {
        return false; // closed
      }
    }
    export default { isatty };`,
};

export const lateBuiltins = {
  name: 'late-builtins',
  setup(build) {
    const filter = new RegExp(`^(${Object.keys(LATE).join('|')})$`);
    build.onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
    );
    build.onLoad({ filter, namespace: 'late' }, ({ path }) => ({ contents: LATE[path] }));
  },
};
