class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class B(L):
    def __bool__(self): return not self.n
print(bool(L(0)), bool(L(2)), bool(B(0)), bool(B(2)), [x.n for x in (L(0), L(1)) if x], L(0) or 'alt', L(3) and 'yes', not L(0), any([L(0), L(1)]), all([L(1), L(0)]), 'y' if B(0) else 'n')
while (q := L(len('ab'))) and q.n > 2: pass
assert L(1)
try: assert L(0), 'empty L'
except AssertionError as e: print(e)
class Big:
    def __len__(self): return 2**70
for f in (lambda: len(Big()), lambda: bool(Big())):
    try: print(f())
    except OverflowError as e: print(type(e).__name__, e)
