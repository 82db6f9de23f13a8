"""Searching, counting, splitting and replacing in texts of many lengths and places in memory."""
state = 5


def pick(n):
    global state
    state = (state * 48271) % 2147483647
    return state % n


def text(length, letters):
    return ''.join(letters[pick(len(letters))] for _ in range(length))


check = 0
for length in list(range(40)) + [63, 64, 65, 200, 1000]:
    for letters in ('ab', 'abc ,', 'a\x80\xffb', 'aé\u1234 ', ' \t\n\x1cx', 'ab\r\n\x85\u2028'):
        s = text(length, letters)
        part = s[pick(length + 1):][:pick(4)]
        found = (
            s.find(part), s.rfind(part), s.count(part), s.find('b', length // 3), s.count('a', 1), part in s,
            s.split(), s.split('a'), s.rsplit('a', 2), s.split(None, 2), s.splitlines(), s.splitlines(True),
            s.replace('a', 'b'), s.replace('ab', 'x'), s.replace('a', 'yyy', 2), s.replace('b', ''), s.replace('a', 'é'),
            s.replace('', '-', 3), s.strip(), s.lstrip('a'), s.rstrip('ab'), s.partition('b'), s.rpartition(','),
            s.upper(), s.lower(), s[::-1], s[1::2], s[3:-2], s.rjust(8), s.center(11, '*'), s.zfill(5), s.encode(),
            s < s[::-1], s == s[:], s.startswith(part), s.endswith(part),
        )
        line = repr(found)
        for c in line:
            check = (check * 31 + ord(c)) & 0xFFFFFFFF
        if length in (5, 17):
            print(line)
print(check)
