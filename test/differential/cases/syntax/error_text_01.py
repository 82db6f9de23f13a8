# The text of a SyntaxError: the line with its line end, without it where the error reaches over
# lines, none where CPython's compiler finds no file to read it from.
SOURCES = [
    "x = = 1",
    "x = = 1\n",
    "x = = 1\r\ny = 2\n",
    "x = (1,\n",
    "x = (1,\n 2",
    "if 1:\npass\n",
    "\n\nfor",
    "  x = 1",
    "(a +\n b) = 3\n",
    "if x:\n  y\n z\n",
    "return\n",
    "nonlocal x",
    "def f():\n  x = 1\n  global x\n",
]
for source in SOURCES:
    for mode in 'exec', 'eval':
        if mode == 'eval' and source.startswith(' '):
            continue
        try:
            compile(source, '<source>', mode)
        except SyntaxError as error:
            print(mode, repr(source), repr(error.text), error.lineno)
