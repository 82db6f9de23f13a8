import random
random.seed(42)
print([random.random() for _ in range(5)])
random.seed(0)
print(random.random(), random.uniform(1, 10), random.gauss(0, 1), random.gauss(0, 1), random.expovariate(2), random.triangular(0, 1, 0.5), random.normalvariate(0, 1), random.betavariate(2, 3), random.paretovariate(3))
r = random.Random(7)
print(r.random(), [round(r.uniform(-1, 1), 6) for _ in range(3)])
