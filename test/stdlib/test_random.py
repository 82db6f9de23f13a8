# Seeded sequences and every distribution.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import random

for seed in (0, 1, 42, -42, 2 ** 31, 2 ** 64 + 1, 12345678901234567890123, 'text', '', 'é', b'bytes', 1.5, -0.25, True, bytearray(b'x')):
    r = random.Random(seed)
    print(repr(seed), r.random(), r.getrandbits(40), r.randrange(1000))
random.seed(7)
print([random.random() for _ in range(4)])
print(random.uniform(1, 10), random.uniform(5, -5), random.randint(1, 6), random.randrange(5), random.randrange(10, 20), random.randrange(0, 100, 7), random.randrange(100, 0, -9))
print([random.randint(1, 6) for _ in range(20)], random.randint(10 ** 30, 10 ** 31), random.randint(-5, -5))
print([random.choice('abcdef') for _ in range(10)], random.choice([1]), random.choice(range(100)))
x = list(range(20))
random.shuffle(x)
print(x)
print(random.sample(range(1000), 10), random.sample('abcdef', 6), random.sample(range(10 ** 9), 5), random.sample([1, 2], 0), random.sample(list(range(30)), 25))
print(random.sample(['red', 'blue'], counts=[4, 2], k=5))
print(random.choices('abc', k=10), random.choices('abc', weights=[1, 5, 1], k=10), random.choices('abc', cum_weights=[1, 2, 10], k=5), random.choices([1], k=2))
for name, args in (('gauss', (0, 1)), ('gauss', (5, 2)), ('gauss', ()), ('normalvariate', (0, 1)), ('normalvariate', ()), ('lognormvariate', (0, 0.5)), ('expovariate', (1.5,)), ('betavariate', (0.5, 0.5)), ('gammavariate', (0.5, 2)), ('gammavariate', (1, 2)), ('gammavariate', (3, 2)), ('triangular', ()), ('triangular', (0, 10)), ('triangular', (0, 10, 2)), ('triangular', (3, 3, 3)), ('vonmisesvariate', (0, 4)), ('vonmisesvariate', (1, 0)), ('paretovariate', (3,))):
    random.seed(name)
    print(name, args, [getattr(random, name)(*args) for _ in range(4)])
print(random.getrandbits(1), random.getrandbits(32), random.getrandbits(33), random.getrandbits(200), random.getrandbits(0), random.randbytes(9))
state = random.getstate()
a = [random.random(), random.gauss(0, 1), random.random()]
random.setstate(state)
print(a == [random.random(), random.gauss(0, 1), random.random()], state[0], len(state[1]))
random.seed(3, version=1)
print(random.random())
random.seed('abc', version=1)
print(random.random())
random.seed(5)
random.gauss(0, 1)
random.seed(5)
print(random.gauss(0, 1))
err(random.seed, [1])
err(random.choice, [])
err(random.randrange, 0)
err(random.randrange, 5, 5)
err(random.randrange, 5, 1)
err(random.randrange, 0, 10, 0)
err(random.randrange, 0, 10, -1)
err(random.randint, 5, 1)
err(random.randrange, 'a')
err(random.sample, [1, 2], 3)
err(random.sample, [1, 2], -1)
err(random.sample, {1, 2}, 1)
err(random.sample, [1, 2], 1, counts=[1])
err(random.choices, 'ab', [1])
err(random.choices, 'ab', [0, 0])
err(random.choices, 'ab', [1, 2], cum_weights=[1, 2])
err(random.choices, 'ab', 5)
err(random.choices, [], k=1)
err(random.gammavariate, 0, 1)
err(random.getrandbits, -1)
err(random.expovariate, 0)
err(random.setstate, (9, (), None))
s = 0.0
random.seed(2024)
for i in range(3000):
    s += random.random() + random.randint(0, i) + random.gauss(i, 1)
print(s)


class Half(random.Random):
    def random(self):
        return super().random() / 2


h = Half(1)
print(h.random(), h.randrange(10), h.choice('abc'), h.sample(range(9), 3))
print(0 <= random.SystemRandom().random() < 1, 0 <= random.SystemRandom().randrange(5) < 5, random.Random().random() != random.Random().random())
