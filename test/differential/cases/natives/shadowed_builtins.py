# Names of builtins rebound after the calls have been cached, in a function and in the builtins module.
import builtins
import math

def total(items):
    n = 0
    for _ in range(300):
        n += len(items)
    return n

print(total([1, 2, 3]))
print(total('abcd'), total((1,)), total({1: 2}), total({5}), total(range(7)), total(b'xy'))
len = lambda x: 7
print(total([1, 2, 3]))
del len
print(total([1, 2, 3]))
kept = builtins.len
builtins.len = lambda x: 9
print(total([1]))
builtins.len = kept
print(total([1]))

def shadow():
    found = []
    for i in range(500):
        if i == 250:
            globals()['ord'] = lambda c: -1
        found.append(ord('a') + i)
    return found[0], found[249], found[250], found[499]
print(shadow())
del ord

def roots(n):
    s = 0.0
    for i in range(n):
        s += math.sqrt(i) + math.floor(i / 2) + math.fabs(-i)
    return s
print(roots(400))
keep = math.sqrt
math.sqrt = lambda x: 0.5
print(roots(400))
math.sqrt = keep
print(roots(400))
