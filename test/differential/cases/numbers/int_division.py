def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
for a in (7, -7, 0, 2**70, -2**70):
    for b in (2, -2, 3, -3, 2**35, -2**35):
        print(a // b, a % b, divmod(a, b), a == (a // b) * b + a % b)
err(lambda: 1 // 0)
err(lambda: 1 % 0)
err(lambda: 1 / 0)
err(lambda: divmod(1, 0))
err(lambda: 2**70 // 0)
err(lambda: 2**70 % 0)
err(lambda: 0 ** -1)
err(lambda: 1.0 // 0)
err(lambda: 1.0 % 0)
err(lambda: 1.0 / 0)
err(lambda: divmod(1.0, 0))
err(lambda: 0.0 ** -1)
err(lambda: pow(2, 3, 0))
err(lambda: pow(2, -1, 4))
err(lambda: pow(2.0, 3, 5))
