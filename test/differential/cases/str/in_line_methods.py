def f():
    a='xy'
    for i in range(5): a += a
    return a
print(f())
def g(s,n):
    for i in range(n):
        s += 'é'
    return s
for i in range(3): print(g('a',20), g('',3), g('ab',0))
def h(x): return '%s|%5.2f' % (x, x)
for i in range(3): print(h(1.5), h(2), h(True))
class A:
    def __str__(self): return '%s' % (1,)
    def __float__(self): return 2.5
for i in range(3): print(h(A()))
def k(s): return s[::-1], s[::2], s[-1:0:-1], s[3::-2]
for i in range(3): print(k('abcdef'), k([1,2,3,4]), k((1,2)), k('héé\u1234'), k(''))
def c(a,b): return a<b, a<=b, a==b, a!=b, a>b, a>=b
for i in range(3): print(c('a','b'), c('b','b'), c('bc','b'), c('é','\u1234'))
print(c(1,2))
def it(s):
    r=[]
    for ch in s: r.append(ch)
    return r
for i in range(3): print(it('abé\u1234'), it(''), it([1]))
def m(s): return s.split(), s.split(','), s.strip(), s.replace('a','bb'), s.find('b'), s.count('a'), s.startswith('a'), s.endswith('c'), ','.join(s), s.upper(), s.lower(), s.lstrip(), s.rstrip()
for i in range(3): print(m(' a,b c'), m('abc'), m(''), m('\u1234 x,abaa'))
def e(s,x):
    try: return s.split(x)
    except Exception as ex: return repr(ex)
for i in range(3): print(e('ab',''), e('ab','b'), e('ab',None), e('ab',3))
def p(s):
    try: return s % (1,)
    except Exception as ex: return repr(ex)
def q():
    try: return '%d %d' % (1,)
    except Exception as ex: return repr(ex)
def r(x):
    try: return '%d' % (x,)
    except Exception as ex: return repr(ex)
for i in range(3): print(p('%d'),p('a'),p('%d %d'),q(),r('a'),r(None),r(3.7),r(10**30))
class R(str):
    def __rmod__(self, o): return 'rmod'
    def __radd__(self, o): return 'radd'
def w(x): return '%s' % x, 'a' + x
for i in range(3): print(w('b'), w(R('c')))
