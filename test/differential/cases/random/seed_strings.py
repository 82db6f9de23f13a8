import random
for s in ('hello', '', 'é', b'bytes'):
    random.seed(s)
    print(repr(s), random.random(), random.randint(0, 100))
random.seed(1.5); print(random.random())
