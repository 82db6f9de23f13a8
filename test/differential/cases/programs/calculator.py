def tokenize(s):
    i = 0
    while i < len(s):
        if s[i].isdigit() or s[i] == '.':
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == '.'): j += 1
            yield float(s[i:j]) if '.' in s[i:j] else int(s[i:j]); i = j
        elif s[i] == ' ': i += 1
        elif s[i] in '+-*/()^': yield s[i]; i += 1
        else: raise ValueError(f'bad character {s[i]!r} at {i}')
class Parser:
    def __init__(self, s): self.t = list(tokenize(s)) + [None]; self.i = 0
    def next(self): self.i += 1; return self.t[self.i - 1]
    def expr(self, level=0):
        if level == 2: return self.power()
        v = self.expr(level + 1)
        while self.t[self.i] in ('+-', '*/')[level] if isinstance(self.t[self.i], str) else False:
            op, w = self.next(), self.expr(level + 1)
            v = v + w if op == '+' else v - w if op == '-' else v * w if op == '*' else v / w
        return v
    def power(self):
        b = self.atom()
        if self.t[self.i] == '^': self.next(); return b ** self.power()
        return b
    def atom(self):
        t = self.next()
        if t == '(':
            v = self.expr()
            if self.next() != ')': raise ValueError('missing )')
            return v
        if t == '-': return -self.power()
        if isinstance(t, (int, float)): return t
        raise ValueError(f'unexpected {t!r}')
for s in ('1 + 2 * 3', '(1 + 2) * 3', '2 ^ 3 ^ 2', '-2 ^ 2', '10 / 4 - 1', '1.5 * (2 - -2)', '1 +', '(1', '2 $ 3', '1 / 0', '2^100'):
    try: print(s, '=', Parser(s).expr())
    except (ValueError, ZeroDivisionError) as e: print(s, '!', e)
