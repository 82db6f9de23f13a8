make = lambda n: (lambda: n / 0)
print(list(map(lambda f: f(), [make(1)])))
