class Node:
    def __init__(self, v): self.v, self.kids = v, []
    def __repr__(self): return f'Node({self.v!r}, {self.kids!r})'
n = Node('a'); n.kids.append(Node('b')); print(n, [n], {'n': n}, (n,))
class Plain: pass
r = repr(Plain()); print(r.startswith('<__main__.Plain object at 0x'), r.endswith('>'), repr(Plain), str(Plain))
def f(): pass
print(repr(f).startswith('<function f at 0x'), repr(len), repr(print), repr([].append).startswith('<built-in method append of list object at 0x'), repr(Plain.__init__).startswith('<slot wrapper'), repr(str.upper), repr(lambda: 0).startswith('<function <lambda> at 0x'))
class M:
    def m(self): pass
print(repr(M().m).startswith('<bound method M.m of <__main__.M object at 0x'), repr(M.m).startswith('<function M.m at 0x'), repr(x for x in []).startswith('<generator object <genexpr> at 0x'), repr(object()).startswith('<object object at 0x'), repr(range(3)), repr(slice(1)), repr(type), repr(NotImplemented), repr(property()).startswith('<property object at 0x'))
