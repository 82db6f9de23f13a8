# Tracebacks as text: last lines only, since paths differ.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import traceback
import io
import sys


def boom(n):
    if n:
        boom(n - 1)
    raise ValueError('deep', n)


try:
    boom(1)
except ValueError as e:
    lines = traceback.format_exception(e)
    print(lines[0], lines[-1], len(lines) > 2, traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(traceback.format_exc().splitlines()[-1], ''.join(traceback.format_exception(type(e), e, e.__traceback__)) == traceback.format_exc())
    tb = traceback.extract_tb(e.__traceback__)
    print([(f.name, f.lineno) for f in tb], len(tb), tb[0][2], len(traceback.extract_tb(e.__traceback__, limit=1)))
    out = io.StringIO()
    traceback.print_exc(file=out)
    traceback.print_exception(e, file=out)
    print(out.getvalue() == traceback.format_exc() * 2)
    out = io.StringIO()
    traceback.print_tb(e.__traceback__, file=out)
    print('in boom' in out.getvalue(), 'in <module>' in out.getvalue())
print(repr(traceback.format_exc()))


class Own(Exception):
    def __str__(self):
        return ''


print(traceback.format_exception_only(Own()), traceback.format_exception_only(KeyError('k')), traceback.format_exception_only(None))
try:
    try:
        {}['x']
    except KeyError as e:
        raise TypeError('t') from e
except TypeError as e:
    text = traceback.format_exc()
    print('The above exception was the direct cause' in text, text.splitlines()[-1])
