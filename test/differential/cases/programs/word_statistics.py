text = """the quick brown fox jumps over the lazy dog
The dog sleeps; the fox, however, does not. Quick!"""
words = ''.join(c.lower() if c.isalpha() else ' ' for c in text).split()
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:5]: print(f'{w:<8}{n:>3} {"#" * n}')
by_len = {}
for w in set(words): by_len.setdefault(len(w), []).append(w)
for n in sorted(by_len): print(n, sorted(by_len[n]))
print(len(words), sum(map(len, words)) / len(words), max(words, key=len), ' '.join(w.capitalize() for w in words[:4]))
letters = sorted({c for w in words for c in w})
print(''.join(letters), len(letters))
