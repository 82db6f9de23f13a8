import random
random.seed(1)
l = list(range(10))
random.shuffle(l)
print(l, random.choice('abcdef'), random.sample(range(100), 5), random.choices([1, 2, 3], k=5), random.choices('ab', weights=[1, 9], k=8), random.choices('abc', cum_weights=[1, 2, 10], k=4), random.sample(list('abcd'), 4), random.sample(range(10**6), 3))
a, b = random.Random(5), random.Random(5)
print([a.randint(0, 99) for _ in range(4)] == [b.randint(0, 99) for _ in range(4)])
state = random.getstate(); x = random.random(); random.setstate(state); print(x == random.random())
