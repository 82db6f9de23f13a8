def t(src):
    ns = {'x': 1, 's': 'a', 'l': [1], 'd': {}, 't': (1,), 'n': None}
    try:
        exec(src, ns)
        print(src, '->', ns['x'], ns['s'], ns['l'], ns['d'], ns['t'], ns['n'])
    except Exception as e:
        print(src, '->', type(e).__name__, e)
for src in ("x += 'a'", "s += 1", "l += 1", "l += 'bc'", "l += (2, 3)", "d |= {1: 2}", "d |= [(3, 4)]", "d |= 5", "t += (2,)", "t += [2]", "n += 1", "x -= 's'", "x **= 's'", "x //= 0", "x <<= -1", "x @= 2", "l *= 2", "l *= 'a'", "t[0] += 1", "s[0] += 'x'", "l[5] += 1", "d['q'] += 1", "x.y += 1", "undefined += 1", "x >>= 1.5", "s %= 3", "s *= 3", "x |= 2.0"):
    t(src)
