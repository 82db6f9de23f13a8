# Binary search in sorted lists.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import bisect

a = [1, 2, 2, 2, 3, 5, 8]
for x in (0, 1, 2, 4, 8, 9):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x))
print(bisect.bisect_left(a, 2, 2), bisect.bisect_right(a, 2, 0, 2), bisect.bisect([], 1))
err(bisect.bisect, a, 1, -1)
err(bisect.bisect_left, a, 1, lo=-1)
err(bisect.bisect, a, 'x')
for f in (bisect.insort, bisect.insort_left, bisect.insort_right):
    b = [1.0, 2.0, 3.0]
    f(b, 2)
    print(b)
people = [('ann', 10), ('bob', 20), ('cid', 20), ('dan', 30)]
k = lambda p: p[1]
print(bisect.bisect_left(people, 20, key=k), bisect.bisect_right(people, 20, key=k))
bisect.insort(people, ('new', 20), key=k)
bisect.insort_left(people, ('first', 20), key=k)
print(people)


def grade(score):
    return 'FDCBA'[bisect.bisect([60, 70, 80, 90], score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
