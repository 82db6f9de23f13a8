log = []
def f(kind):
    log.append('start')
    try:
        try:
            if kind == 'ret': return 'r'
            if kind == 'exc': raise ValueError('v')
            log.append('body')
        finally:
            log.append('fin1')
    except ValueError:
        log.append('exc')
        return 'e'
    else:
        log.append('else')
        return 'l'
    finally:
        log.append('fin2')
for k in ('ret', 'exc', 'none'):
    print(f(k), log); log.clear()
def loop():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            log.append(i)
        except: pass
        else: log.append('e%d' % i)
        finally: log.append('f%d' % i)
    return log
print(loop()); log.clear()
def swallow():
    try: 1 / 0
    finally: return 'swallowed'
print(swallow())
def swallow2():
    for _ in range(1):
        try: 1 / 0
        finally: break
    return 'ok'
print(swallow2())
def gen():
    try: yield 1; yield 2
    finally: log.append('gen closed')
g = gen(); next(g); g.close()
for x in gen(): break
del x
print(log)
def nested_fin():
    try:
        try: raise ValueError('1')
        finally:
            try: raise KeyError('2')
            except KeyError as k: log.append(repr(k.__context__))
    except ValueError as e: log.append(repr(e))
log.clear(); nested_fin(); print(log)
