def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
err(lambda: 1 << -1)
err(lambda: 1 >> -1)
err(lambda: (2**70) << -1)
err(lambda: 0 << 10**10)
err(lambda: 5 >> 10**10)
err(lambda: -5 >> 10**10)
err(lambda: 1 << 1.0)
err(lambda: '1' << 1)
err(lambda: 3 | '1')
err(lambda: 3 & None)
print([(x >> s, x << s) for x in (5, -5, 2**40, -2**40) for s in (0, 1, 31, 32, 33, 64)])
print([x & y for x in (5, -5, 2**40, -2**40) for y in (3, -3, 2**33 - 1, -2**35)])
print([x | y for x in (5, -5, 2**40, -2**40) for y in (3, -3, 2**33 - 1, -2**35)])
print([x ^ y for x in (5, -5, 2**40, -2**40) for y in (3, -3, 2**33 - 1, -2**35)])
