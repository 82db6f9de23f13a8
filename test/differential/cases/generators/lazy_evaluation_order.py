log = []
def src(n):
    for i in range(n): log.append(f's{i}'); yield i
def dbl(it):
    for x in it: log.append(f'd{x}'); yield x * 2
def flt(it):
    for x in it:
        if x % 4 == 0: log.append(f'f{x}'); yield x
p = flt(dbl(src(4)))
print(log); print(next(p), log); print(list(p), log)
log.clear(); print(any(x > 1 for x in src(5)), log); log.clear(); print(list(zip(src(2), dbl(src(9)))), log)
log.clear(); a, *b = src(3); print(a, b, log); log.clear(); print(2 in src(9), log); log.clear(); print(max(src(2), default=0), log)
