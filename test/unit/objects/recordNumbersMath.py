"""Records numbersMath.json from this python3 (3.11)."""
import pathlib
import json, math, random, struct, _random
random.seed(9)
def bits(x): return struct.pack('>d',x).hex() if isinstance(x,float) else ('i%d'%x if isinstance(x,int) else '|'.join(map(bits,x)))
def att(f):
    try: return bits(f())
    except Exception as e: return '!'+type(e).__name__+': '+str(e)
rows=[]
def r():
    return random.choice([random.uniform(-10,10),random.uniform(0,1),float(random.randint(-6,6)),random.uniform(-1,1)*10**random.randint(-10,15),0.0,-0.0,float('inf'),float('nan'),-float('inf'),1e308,5e-324])
one=['sqrt','fabs','ulp','floor','ceil','trunc','modf','frexp','degrees','radians','isnan','isinf','isfinite']
approx=['sin','cos','tan','asin','acos','atan','sinh','cosh','tanh','asinh','acosh','atanh','exp','expm1','exp2','cbrt','log','log2','log10','log1p','gamma','lgamma','erf','erfc']
two=['fmod','remainder','copysign','nextafter','hypot','atan2','pow']
for f in one+approx:
    for _ in range(25):
        x=r(); rows.append([f,[bits(x)],f in approx,att(lambda: getattr(math,f)(x))])
for f in two:
    for _ in range(40):
        x,y=r(),r(); rows.append([f,[bits(x),bits(y)],f in('atan2','pow','hypot'),att(lambda: getattr(math,f)(x,y))])
for _ in range(30):
    n,k=random.randint(-2,80),random.randint(-2,90)
    for f in ('comb','perm','gcd','lcm','ldexp'):
        rows.append([f,['i%d'%n,'i%d'%k],False,att(lambda: getattr(math,f)(n,k))])
    rows.append(['factorial',['i%d'%n],False,att(lambda: math.factorial(n))])
    m=random.getrandbits(random.randint(1,300)); rows.append(['isqrt',['i%d'%m],False,att(lambda: math.isqrt(m))])
    for f in('log','log2','log10'):
        m=random.getrandbits(2000)|1<<1990; rows.append([f,['i%d'%m],True,att(lambda: getattr(math,f)(m))])
sums=[]
for _ in range(60):
    v=[random.uniform(-1,1)*10**random.randint(-20,20) for _ in range(random.randint(0,30))]
    sums.append([[bits(x) for x in v],bits(math.fsum(v)),bits(math.hypot(*v))])
rnd=[]
for s in (0,1,5,12345678901234567890123,-7):
    q=_random.Random(s)
    rnd.append([str(s),[bits(q.random()) for _ in range(5)],[str(q.getrandbits(k)) for k in (1,31,32,33,100)]])
json.dump({'math':rows,'sums':sums,'random':rnd},open(pathlib.Path(__file__).with_name('numbersMath.json'),'w'),separators=(',',':'))
