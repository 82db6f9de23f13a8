"""A small machine of eight instructions, interpreted.

What it shows: a loop over a program in tuples, a chain of string comparisons, a list as memory.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the language of Urban Müller (1993); our own interpreter and program.

work: control
args: 2 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 100
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


# Multiplies and adds on the tape, over and over: the outer count is put in front.
PROGRAM = '[>+++++++[>++++++[>++++[>+>++<<-]<-]<-]<-]>>>>.>.'


def compile_tape(text):
    code, open_at = [], []
    for char in text:
        if code and code[-1][0] == char and char in '+-<>':
            code[-1] = (char, code[-1][1] + 1)
        elif char == '[':
            open_at.append(len(code))
            code.append((char, 0))
        elif char == ']':
            start = open_at.pop()
            code[start] = ('[', len(code))
            code.append((char, start))
        else:
            code.append((char, 1))
    return code


def execute(code):
    tape = [0] * 64
    at = place = steps = 0
    out = []
    while place < len(code):
        op, arg = code[place]
        if op == '+':
            tape[at] += arg
        elif op == '-':
            tape[at] -= arg
        elif op == '>':
            at += arg
        elif op == '<':
            at -= arg
        elif op == '[':
            if tape[at] == 0:
                place = arg
        elif op == ']':
            if tape[at] != 0:
                place = arg
        else:
            out.append(tape[at])
        place += 1
        steps += 1
    return steps, out


def run(size):
    return execute(compile_tape('+' * size * 20 + PROGRAM))


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
