class M:
    def __init__(s,v): s.v=v
    def __mul__(s,o): return M(s.v*3)
    def __mod__(s,o): return s.v
def f(a,b,m):
    return a*b%m
r=[]
for i in range(3000): r.append(f(i*10**12,i+7,10**9+7))
for x in [(2.5,3,2),('ab',2,()),(M(4),5,6),([1],2,3),(None,1,2),(3,4,0),(10**20,3,0),('%d',1,5)]:
    for _ in range(3):
        try: print(f(*x))
        except Exception as e: print(type(e).__name__,e)
print(sum(r))
