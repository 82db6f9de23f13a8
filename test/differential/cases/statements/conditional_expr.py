x = 5
print('big' if x > 3 else 'small', 1 if 0 else 2 if 1 else 3, (1 if x else 2) + 1)
print([a if a % 2 else -a for a in range(5)], (lambda v: 'pos' if v > 0 else 'neg' if v < 0 else 'zero')(0))
def t(v, r):
    print('eval', v, end=' ')
    return r
print(t('a', 1) if t('c', True) else t('b', 2))
print(t('a', 1) if t('c', 0) else t('b', 2))
print(t(1, 0) or t(2, 3) and t(3, 0) or t(4, 'x'))
print(t(1, 1) and t(2, 0) and t(3, 1))
print(not t(1, 0))
y = x if x is not None else 0
print(y, None or 'default', 0 or [], '' and 'x')
