log = []
def t(x):
    log.append(x)
    return x
print(f'{t(1)} {t(2):{t(5)}} {t(3)!r}')
print(log)
class Lazy:
    def __str__(self):
        log.append('str')
        return 'lazy'
s = f'{Lazy()} {t("x")}'
print(s, log)
def gen():
    x = f'{(yield 1)} {(yield 2)}'
    print(x)
g = gen()
print(next(g), g.send('a'))
try:
    g.send('b')
except StopIteration:
    print('end')
