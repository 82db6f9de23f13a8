class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
class Linked:
    def __init__(self, it=()):
        self.head = None; self.n = 0
        for x in reversed(list(it)): self.push(x)
    def push(self, v): self.head = Node(v, self.head); self.n += 1
    def __iter__(self):
        cur = self.head
        while cur: yield cur.v; cur = cur.next
    def __len__(self): return self.n
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
    def __repr__(self): return 'Linked([%s])' % ', '.join(map(repr, self))
l = Linked('abc'); l.push('z'); print(l, len(l), 'b' in l, list(l)); l.reverse(); print(l, sorted(l), max(l), Linked())
