/**
 * Runs a Python program under Pyodide, as `python3 FILE ARGS` would: CPython compiled to WebAssembly.
 * There are no threads in it.
 *
 *     node test/support/bench/pyodide.mjs FILE [ARGS]
 *     node test/support/bench/pyodide.mjs --version
 */

import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';

const [file, ...args] = process.argv.slice(2);
const pyodide = await loadPyodide({
  args: file === '--version' ? [] : [file, ...args],
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
});
if (file === '--version') {
  const python = pyodide.runPython('import sys; sys.version.split()[0]');
  console.log(`Pyodide ${pyodide.version} (CPython ${python})`);
} else {
  pyodide.runPython(`import sys\nsys.argv = ${JSON.stringify([file, ...args])}`);
  try {
    pyodide.runPython(readFileSync(file, 'utf8'), { filename: file });
  } catch (error) {
    if (!(error instanceof pyodide.ffi.PythonError)) throw error;
    process.stderr.write(error.message);
    process.exitCode = 1;
  }
}
