"""Records what CPython 3.11 answers to every program of this folder and of programs/.

The recorded files are the definition of right for our interpreter, so they are never written
by hand: run `python3 record.py` after adding or changing a program, and read the diff. Every
program is run twice, with different string hash seeds; one whose answers differ is refused,
because its expectation would be a matter of luck.

  cases/<topic>/NAME.py   .out  standard output
                          .code exit code, only where it is not 0
                          .err  last line of standard error, only where the exit code is not 0
                          .in   standard input, written by hand, where the program reads any
                          .unsupported  line of the construct that our release refuses: the
                                line that carries the comment `# <- unsupported`. Such a
                                program is not run
                          Names that begin with `_`, and subfolders, are modules for imports.
  tracebacks/NAME.py      .err  all of standard error, .out, .code; run as `python3 NAME.py`
                          in that folder; the absolute path of the folder becomes
                          `<dir>`, frames inside CPython's library are left out
  ../../programs/**/NAME.py  .out, for those whose docstring says `expect[gil]: same`, run
                          with the arguments of its line `args: ...`

Usage: record.py [--check] [SUBSTRING ...]   --check compares and writes nothing; a SUBSTRING
limits the work to the paths that contain one. The exit code is 1 where anything was refused
or, with --check, differs.
"""
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE.parent.parent / 'programs'
HASH_SEEDS = ('1', '2')
TIMEOUT_S = 20


def run(path, args, stdin, seed):
    """One run in the program's own folder: (stdout, stderr, exit code)."""
    env = {k: v for k, v in os.environ.items() if not k.startswith('PYTHON')}
    env.update(PYTHONHASHSEED=seed, PYTHONIOENCODING='utf-8', PYTHONDONTWRITEBYTECODE='1')
    done = subprocess.run([sys.executable, path.name, *args], cwd=path.parent, env=env,
                          input=stdin, capture_output=True, timeout=TIMEOUT_S)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


def steady_run(path, args=()):
    """The answer that is the same under both hash seeds; ValueError where there is none."""
    stdin_file = path.with_suffix('.in')
    stdin = stdin_file.read_bytes() if stdin_file.exists() else b''
    first, second = (run(path, args, stdin, seed) for seed in HASH_SEEDS)
    return first, second


def machine_hidden(text):
    """Standard error with this folder as `<dir>` and without the frames of CPython's library."""
    library = re.escape(os.path.dirname(os.__file__))
    text = text.replace(str(HERE / 'tracebacks'), '<dir>')
    return re.sub(rf'^  File "{library}/[^"]*", line .*\n(    .*\n)*', '', text, flags=re.M)


def record_case(path):
    """The files that belong beside a case: suffix -> text, None for a file that must not be."""
    source = path.read_text(encoding='utf-8')
    if path.parent.name == 'unsupported':
        lines = [i for i, s in enumerate(source.split('\n'), 1) if '# <- unsupported' in s]
        if len(lines) != 1:
            raise ValueError('needs exactly one line with the comment `# <- unsupported`')
        return {'.unsupported': f'{lines[0]}\n'}
    first, second = steady_run(path)
    if first[0] != second[0] or first[2] != second[2]:
        raise ValueError('its answer depends on the hash seed')
    out, err, code = first
    if code != 0 and err == second[1]:
        return {'.out': out, '.code': f'{code}\n', '.err': (err.strip().split('\n')[-1]) + '\n'}
    if code == 0 and err:
        raise ValueError('writes to standard error: ' + err.strip().split('\n')[-1])
    return {'.out': out, '.code': f'{code}\n' if code else None, '.err': None}


def record_traceback(path):
    """Complete standard error, with what names this machine replaced."""
    first, second = steady_run(path)
    if first != second:
        raise ValueError('its answer depends on the hash seed')
    out, err, code = first
    return {'.out': out, '.err': machine_hidden(err), '.code': f'{code}\n'}


def record_program(path):
    """Standard output with the arguments from the docstring."""
    source = path.read_text(encoding='utf-8')
    expect = re.search(r'^expect\[gil\]: (\S+)$', source, re.M)
    if expect is None:
        raise ValueError('its docstring has no line `expect[gil]: ...`')
    if expect.group(1) != 'same':
        return {'.out': None}
    args = re.search(r'^args:(.*)$', source, re.M)
    first, second = steady_run(path, args.group(1).split() if args else [])
    if first[0] != second[0]:
        raise ValueError('its output is not the same twice')
    if first[2] != 0:
        raise ValueError('exits with ' + str(first[2]) + ': ' + first[1].strip()[-200:])
    if 'Traceback' in first[1]:
        raise ValueError('raises in a thread: ' + first[1].strip().split('\n')[-1])
    return {'.out': first[0]}


def jobs():
    for path in sorted((HERE / 'cases').glob('*/*.py')):
        if not path.name.startswith('_'):
            yield path, record_case
    for path in sorted((HERE / 'tracebacks').glob('*.py')):
        if not path.name.startswith('_'):
            yield path, record_traceback
    for path in sorted(PROGRAMS.rglob('*.py')):
        if not path.name.startswith('_'):
            yield path, record_program


def settle(path, files, check):
    """Writes (or compares) the recorded files; answers the names of those that changed."""
    changed = []
    for suffix, text in files.items():
        target = path.with_suffix(suffix)
        old = target.read_text(encoding='utf-8') if target.exists() else None
        if old == text:
            continue
        changed.append(target.name)
        if not check:
            if text is None:
                target.unlink()
            else:
                target.write_text(text, encoding='utf-8')
    return changed


def main(argv):
    check = '--check' in argv
    wanted = [a for a in argv if not a.startswith('--')]
    if sys.version_info[:2] != (3, 11):
        sys.exit('record.py: the oracle is CPython 3.11, this is ' + sys.version.split()[0])
    work = [(p, f) for p, f in jobs() if not wanted or any(w in str(p) for w in wanted)]

    def attempt(job):
        path, record = job
        try:
            return settle(path, record(path), check), None
        except (ValueError, subprocess.TimeoutExpired) as problem:
            return [], str(problem)

    failures = changes = 0
    with ThreadPoolExecutor(2) as pool:
        for (path, _), (changed, problem) in zip(work, pool.map(attempt, work)):
            name = os.path.relpath(path, HERE)
            if problem:
                failures += 1
                print(f'refused  {name}: {problem}')
            elif changed:
                changes += 1
                print(f"{'differs' if check else 'recorded'}  {name}: {', '.join(changed)}")
    print(f'{len(work)} programs, {changes} changed, {failures} refused')
    return 1 if failures or (check and changes) else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
