a = 'hello'; b = ''.join(['he', 'llo'])
print(a == b, hash(a) == hash(b), {a: 1}[b], b in {a}, a is a, [a].index(b))
s = ''
for i in range(300): s += chr(65 + i % 26)
print(len(s), s[:5], s[-5:], s.count('A'), hash(s) == hash(s[:150] + s[150:]))
parts = [s[i:i + 7] for i in range(0, len(s), 7)]
print(''.join(parts) == s, parts[-1], len(parts), s.replace('A', 'é').count('é'), len((s + '中').encode()))
big = 'ab' * 5000
print(len(big), big.find('ba', 9000), big.rfind('ab'), big.count('bab'), big[9998:], big == 'ab' * 5000, big < big + 'a')
