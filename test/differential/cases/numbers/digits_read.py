
state=1
def rnd(n):
    global state
    state=(state*6364136223846793005+1442695040888963407)&0xffffffffffffffff
    return (state>>33)%n
def num():
    s=''.join(chr(48+rnd(10)) for _ in range(rnd(20)+1))
    p=rnd(len(s)+1)
    return ['','-','+'][rnd(3)]+rnd(2)*'0'*rnd(4)+s[:p]+'.'*(rnd(4)>0)+s[p:]
for i in range(400):
    t=num()
    try: print(t, repr(float(t)))
    except ValueError as e: print(e)
    x=rnd(10**9)*0.37/(10**rnd(12)); t=repr(x)
    if float(t)!=x: print('BAD',t)
    b=rnd(35)+2
    t=''.join('0123456789abcdefghijklmnopqrstuvwxyzABCXYZ_ -+x'[rnd(b+ (rnd(30)==0)*8)%47] for _ in range(rnd(12)))
    try: print(t,b,int(t,b))
    except ValueError as e: print(e)
for a in (b'',b'a',b'ab',b'a\xe9',b'abc'*50):
    try: print(a.decode())
    except Exception as e: print(repr(e))
    for b in (b'',b'b',b'ab',b'b'*100):
        print(a+b, a==b, a<b, a>=b, a!=b)
for n in (0,5,-5,255,-256,2**31,-2**40): print(hex(n),bin(n),oct(n))
for s in ('','a','é','\u1234'): print(s.rjust(3),s.ljust(3,'é'),s.center(6,'*'),s.zfill(4),s.rjust(2,'\u1234'),s.center(1), s.encode())
print(b','.join([]), b','.join([b'a']), b','.join((b'a',b'bc',b'')), b''.join([b'x']*50), b'-'.join([bytearray(b'q'),b'r']))
for bad in ([1],[b'a',2],3,['a',b'b']):
    try: print(b','.join(bad))
    except TypeError as e: print(e)
def f(a,b,c): return f'{a}{b!s}{c}', f'{a}', 'ab' * 3, ('%s' % a) * 2, f'{a:>4}{b}' , f'{a!r:>8}', f'{a!s:^7}|'
for i in range(3): print(f('x','yé','\u1234'), f(1,2.5,None), f('',True,[1]))
def g(s,p):
    try: return s.partition(p), s.rpartition(p)
    except Exception as e: return repr(e)
for i in range(3): print(g('a=b=c','='), g('abc','='), g('a',''), g('=x','='), g('a',1) , g('é:\u1234',':'))
def h(s):
    s2 = s.upper(); t = s2 + '-' ; t += s2; t += t; return t
for i in range(3): print(h('ab'), h('é'), h(''))
