import sys
for _ in range(2):
    try: import _fails
    except ValueError as e: print(e, '_fails' in sys.modules)
try: import _badsyntax
except SyntaxError as e: print(e.msg, e.lineno, e.filename.endswith('_badsyntax.py'))
