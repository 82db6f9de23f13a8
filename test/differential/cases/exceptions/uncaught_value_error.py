print('start')
def f(x):
    raise ValueError('bad: %r' % x)
f('y')
