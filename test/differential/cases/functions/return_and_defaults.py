def nothing(): pass
def early(x):
    if x: return
    return 1, 2
def tup(): return 1, *[2, 3]
print(nothing(), early(1), early(0), tup())
def fin():
    try: return 'try'
    finally: print('finally')
def fin2():
    try: return 'try'
    finally: return 'override'
def fin3():
    for i in range(3):
        try: continue
        finally:
            if i == 1: break
    return i
def fin4():
    x = 1
    try: return x
    finally: x = 2
def fin5():
    try: raise ValueError
    except ValueError: return 'handled'
    finally: print('f5')
def fin6():
    while True:
        try:
            try: return 'a'
            finally: break
        finally: print('outer')
    return 'after'
print(fin(), fin2(), fin3(), fin4(), fin5(), fin6())
def cache(n, memo={}):
    if n not in memo: memo[n] = n if n < 2 else cache(n - 1) + cache(n - 2)
    return memo[n]
print(cache(50))
