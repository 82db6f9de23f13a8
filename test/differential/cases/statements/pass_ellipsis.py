def f(): ...
class C: ...
print(f(), C.__name__, ..., Ellipsis, type(...), ... is Ellipsis, bool(...))
if True: pass
for _ in (): ...
x = [..., ...]
print(x, {...: 1}, repr(Ellipsis), NotImplemented, type(NotImplemented), type(None))
class G:
    def __getitem__(self, k): return k
print(G()[...], G()[1, 2], G()[1:2, ::3], G()[:], G()[()], G()[...,], G()[*[1, 2], 3])
