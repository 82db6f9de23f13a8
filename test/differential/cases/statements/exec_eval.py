ns = {}
exec('a = 1\nb = a + 1\ndef f(x): return x * b', ns)
print(ns['a'], ns['b'], ns['f'](5), '__builtins__' in ns)
print(eval('1 + 2'), eval('a + b', ns), eval('x', {}, {'x': 9}), eval('  3'))
code = compile('1 + 1', '<s>', 'eval')
print(eval(code), code.co_name, code.co_filename)
c2 = compile('for i in range(3): print(i)', '<s>', 'exec')
exec(c2)
c3 = compile('1 + 2; 5', '<s>', 'single')
exec(c3)
x = 10
def f():
    y = 20
    return eval('x + y'), sorted(locals()), 'x' in globals()
print(f())
loc = {}
exec('q = 1\nr = q + 1\nclass K:\n  z = 3', {}, loc)
print(sorted(loc), loc['K'].z)
for s in ('1 +', 'x = 1', '', 'undefined_q', '1/0'):
    try:
        print(eval(s))
    except Exception as e:
        print(type(e).__name__, e)
print(exec('pass'), [eval('i * 2', {'i': i}) for i in range(3)])
exec('global gg\ngg = 5')
print(gg)
