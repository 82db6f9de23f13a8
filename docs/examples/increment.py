"""`ans += n` on a global, for docs/internals/bytecode.md: read, add and write are three instructions."""


def add(n):
    global ans
    ans += n
