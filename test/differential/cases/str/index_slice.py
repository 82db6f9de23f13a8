s = 'héllo🙂x'
print(len(s), s[0], s[1], s[5], s[-1], s[-2], s[1:3], s[::-1], s[::2], s[5:], s[:-1], s[10:], s[-100:2], s[3:1], s[1:100:3], s[-1:-4:-1], s[:], s[None:None:None])
print(s * 2, 3 * 'ab', 'a' * 0, 'a' * -1, 'a' + 'b' 'c', s[True], [c for c in s], list(enumerate('ab')), 'abc' < 'abd', 'a' < 'B', 'é' > 'z', '🙂' > '\uffff', '' < 'a', max('hello'), min('hello'), sorted('hello'))
for f in (lambda: s[7], lambda: s[-8], lambda: s['a'], lambda: s[1.0], lambda: s[::0], lambda: s[None], lambda: s['a':], lambda: ''[0], lambda: s[1, 2]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t = 'abc'
u = t
t += 'd'
print(t, u, hash('a') == hash('a'), 'ab' == 'a' + 'b', ord('🙂'), chr(128578), ord('é'), chr(0x10ffff) == '\U0010ffff', s.encode(), len(s.encode()), 'a\0b', len('a\0b'))
