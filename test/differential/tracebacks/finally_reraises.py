def f():
    try:
        raise ValueError('inner')
    finally:
        print('cleanup')


def g():
    try:
        f()
    except ValueError:
        raise


g()
