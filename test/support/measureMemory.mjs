/**
 * Memory that programs take, side by side with python3: by how much the resident set of the process
 * grows while a list of ten million small ints, a dict of a million str keys and a million instances
 * with three attributes are made. Measured from outside (/proc), while the program waits for its input,
 * so that starting up is not part of it.
 *
 *     node test/support/measureMemory.mjs [-- options of gilscope, such as --executor nogil]
 *
 * Exit code 1 if gilscope takes more anywhere.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../config/project.mjs';

const GILSCOPE = process.env.GILSCOPE_UNDER_TEST ?? join(ROOT, 'dist/gilscope.js');
const options = process.argv.slice(2).filter((option) => option !== '--');

const PROGRAMS = {
  'list of 10 M ints, appended': 'l = []\nfor i in range(10_000_000): l.append(i)',
  'list(range(10 M))': 'l = list(range(10_000_000))',
  'dict of 1 M str keys': "d = {}\nfor i in range(1_000_000): d['key%d' % i] = i",
  '1 M instances': [
    'class P:',
    '    def __init__(self, i):',
    '        self.a = i',
    '        self.b = i + 1',
    '        self.c = None',
    'l = [P(i) for i in range(1_000_000)]',
  ].join('\n'),
};

const pause = "sys.stdout.write('.\\n'); sys.stdout.flush(); sys.stdin.readline()";

/** Resident memory of a process in MiB. */
function residentMiB(pid) {
  const line = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line[1]) / 1024;
}

/** Growth in MiB between the program's two pauses. */
function growth(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const sizes = [];
    child.stdout.on('data', () => {
      sizes.push(residentMiB(child.pid));
      child.stdin.write('\n');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 && sizes.length === 2) resolve(sizes[1] - sizes[0]);
      else reject(new Error(`${command} ended with ${code}`));
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'gilscope-memory-'));
let missed = 0;
try {
  for (const [name, source] of Object.entries(PROGRAMS)) {
    const file = join(folder, 'program.py');
    writeFileSync(file, `import sys\n${pause}\n${source}\n${pause}\n`);
    const python = await growth('python3', [file]);
    const own = await growth(process.execPath, [GILSCOPE, ...options, file]);
    const word = own <= python ? 'ok' : 'MISSED';
    if (word !== 'ok') missed++;
    const figures = `python3 ${python.toFixed(0)} MiB, gilscope ${own.toFixed(0)} MiB`;
    console.log(`${name.padEnd(30)} ${figures.padEnd(40)} ${word}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = missed === 0 ? 0 : 1;
