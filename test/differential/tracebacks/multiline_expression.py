def f(a, b):
    raise ValueError('in f')


f(
    1,
    [x for x in range(3)],
)
