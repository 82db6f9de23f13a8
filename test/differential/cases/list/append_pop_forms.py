l=[]
for i in range(5):
    l.append(i); list.append(l, i*10)
for i in range(3): print(l.pop(), list.pop(l), l.pop(0))
print(l)
try:
    while True: l.pop()
except IndexError as e: print(e)
class L(list):
    def append(self,x): super().append(x*2)
m=L()
for x in (l,m,l,m):
    x.append(3)
    try: print(x.pop())
    except IndexError as e: print(e)
