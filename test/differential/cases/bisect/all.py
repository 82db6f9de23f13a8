from bisect import *
l = [1, 3, 3, 5, 7]
print(bisect(l, 3), bisect_left(l, 3), bisect_right(l, 3), bisect_left(l, 0), bisect(l, 9), bisect_left(l, 4), bisect_left(l, 3, 2), bisect_right(l, 7, 0, 2), bisect_left([(1, 'a'), (2, 'b')], 2, key=lambda t: t[0]))
insort(l, 4); insort_left(l, 3); insort_right(l, 10); print(l)
def grade(s): return 'FDCBA'[bisect([60, 70, 80, 90], s)]
print([grade(s) for s in (33, 60, 77, 90, 100)])
try: bisect(['a'], 1)
except TypeError as e: print(e)
try: bisect_left([1], 1, -1)
except ValueError as e: print(e)
