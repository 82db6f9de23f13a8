def f():
    length = 3
    return lenght + 1


f()
