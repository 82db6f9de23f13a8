# Dropping a long chain must not overflow anything.
class Node:
    def __init__(self, nxt): self.nxt = nxt
head = None
for _ in range(20000): head = Node(head)
head = None
l = []
for _ in range(20000): l = [l]
l = None
t = ()
for _ in range(20000): t = (t,)
del t
print('still here')
