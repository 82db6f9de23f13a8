import random
random.seed(123)
print([random.randint(1, 6) for _ in range(12)], [random.randrange(10) for _ in range(6)], random.randrange(5, 50, 5), random.randrange(0, 10**30), random.getrandbits(1), random.getrandbits(32), random.getrandbits(100), random.randbytes(5))
random.seed(2**70 + 1); print(random.randint(0, 1000))
random.seed(-5); print(random.randint(0, 1000))
for bad in ('randint(5, 1)', 'randrange(0)', 'randrange(1, 1)', 'randrange(1, 5, 0)', 'choice([])', 'sample([1], 2)', 'sample({1}, 1)', 'getrandbits(-1)', 'shuffle((1, 2))', 'choices([])'):
    try: print(eval('random.' + bad))
    except Exception as e: print(bad, type(e).__name__, e)
