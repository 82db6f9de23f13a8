def a(x):
    return b(x) + 1


def b(x):
    return c(x, y=2) * 2


def c(x, y):
    return x['key'][y]


a({'key': [1, 2]})
