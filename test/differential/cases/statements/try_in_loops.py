out = []
for i in range(6):
    try:
        try:
            if i == 1: continue
            if i == 4: break
            if i == 2: raise ValueError(i)
            out.append(('ok', i))
        except ValueError as e:
            out.append(('exc', e.args[0])); continue
        else: out.append(('else', i))
        finally: out.append(('fin', i))
    finally: out.append(('outer', i))
else: out.append('no break')
print(out)
def f():
    for i in range(3):
        try: return i
        finally: continue
    return 'end'
print(f())
def g():
    while True:
        try: break
        finally: print('leaving')
    return 1
print(g())
