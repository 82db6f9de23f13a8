/**
 * Many generated programs in one process: a driver executes each with the same few names and prints a
 * heading, what it printed, how it ended and what it left alive. Equal text means equal behaviour, down to
 * the counts: an object freed too late or too early shows in `alive`, and what the counts of the two
 * sentinels grew by shows references lost or taken twice.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TIMEOUT_MS = 60_000;

const DRIVER = `
import sys

class Live:
    __slots__ = ()
    alive = 0
    def __init__(self, *ignored):
        Live.alive += 1
    def __del__(self):
        Live.alive -= 1
    def __repr__(self):
        return type(self).__name__ + '()'
    def __enter__(self):
        return self
    def __exit__(self, kind, value, trace):
        return kind is ValueError

class Sentinel:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return self.name

state = {'hops': 0, 'deep': 0}

def hop(value):
    """The value, but an exception every ninth time."""
    state['hops'] += 1
    if state['hops'] % 9 == 0:
        raise ValueError(state['hops'])
    return value

def deeper(function, value):
    """Calls a function again from within, three calls deep."""
    if state['deep'] >= 3:
        return value
    state['deep'] += 1
    try:
        return function(value)
    finally:
        state['deep'] -= 1

def places(trace):
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == '<program>':
            found.append((code.co_name, trace.tb_lineno))
        trace = trace.tb_next
    return found[:6]

def run(text):
    K0, K1 = Sentinel('K0'), Sentinel('K1')
    before = sys.getrefcount(K0), sys.getrefcount(K1)
    state.update(hops=0, deep=0)
    Live.alive = 0
    names = {'Live': Live, 'hop': hop, 'deeper': deeper, 'K0': K0, 'K1': K1, '__name__': 'program'}
    try:
        exec(compile(text, '<program>', 'exec'), names)
    except SyntaxError as error:
        print('syntax', error.msg, error.lineno)
    except Exception as error:
        print('ended', type(error).__name__, error, places(error.__traceback__))
    names.clear()
    return 'alive', Live.alive, sys.getrefcount(K0) - before[0], sys.getrefcount(K1) - before[1]

for number, text in enumerate(PROGRAMS):
    print('=====', number, flush=True)
    print(*run(text))
`;

/**
 * A Python program that runs all of these.
 * @param {readonly string[]} programs
 */
export function batchText(programs) {
  const literals = programs.map((text) => JSON.stringify(text).replaceAll('\u007f', '\\x7f'));
  return `PROGRAMS = [\n${literals.join(',\n')}\n]\n${DRIVER}`;
}

/**
 * What each of the programs printed, by number; the last one that is there may have ended the process.
 * @param {readonly string[]} command the interpreter and its options
 * @param {readonly string[]} programs
 * @returns {Promise<string[]>}
 */
export async function runBatch(command, programs) {
  const folder = mkdtempSync(join(tmpdir(), 'gilscope-fuzz-'));
  const file = join(folder, 'batch.py');
  writeFileSync(file, batchText(programs));
  try {
    const { out, errors, code } = await run([...command, file]);
    const parts = out.split(/^===== \d+\n/m).slice(1);
    if (code !== 0 || parts.length < programs.length) {
      if (parts.length === 0) throw new Error(`the driver itself fails: ${errors.slice(-2000)}`);
      parts[parts.length - 1] += `\nexit code ${code}\n${errors.slice(-2000)}`;
    }
    return parts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {readonly string[]} words
 * @returns {Promise<{ out: string, errors: string, code: number | null }>}
 */
function run([program, ...args]) {
  return new Promise((settle, reject) => {
    const env = { ...process.env, PYTHONHASHSEED: '0' };
    const child = spawn(program, args, {
      env,
      timeout: TIMEOUT_MS,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => settle({ out, errors, code }));
  });
}
