/**
 * Runs a Python program under MicroPython compiled to WebAssembly, as `python3 FILE ARGS` would. There
 * are no threads in it.
 *
 * Its `time` has no perf_counter, and a built-in module cannot be given one; the module that programs
 * import is therefore a JavaScript object with the one function that they call.
 *
 *     node test/support/bench/micropython.mjs FILE [ARGS]
 *     node test/support/bench/micropython.mjs --version
 */

import { readFileSync } from 'node:fs';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript/micropython.mjs';

const HEAP_BYTES = 256 * 1024 * 1024;

const [file, ...args] = process.argv.slice(2);
const micropython = await loadMicroPython({
  heapsize: HEAP_BYTES,
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
});
if (file === '--version') {
  micropython.runPython('import sys; print(sys.version.split("; ")[1])');
} else {
  micropython.registerJsModule('time', { perf_counter: () => performance.now() / 1000 });
  micropython.runPython(`import sys\nsys.argv[:] = ${JSON.stringify([file, ...args])}`);
  try {
    micropython.runPython(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.name !== 'PythonError') throw error;
    process.stderr.write(error.message);
    process.exitCode = 1;
  }
}
