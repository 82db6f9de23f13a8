deps = {'app': ['db', 'web'], 'web': ['http', 'json'], 'db': ['net'], 'http': ['net'], 'json': [], 'net': []}
def order(deps):
    out, state = [], {}
    def visit(n, path=()):
        if state.get(n) == 'done': return
        if state.get(n) == 'open': raise ValueError('cycle: ' + ' -> '.join(path[path.index(n):] + (n,)))
        state[n] = 'open'
        for m in sorted(deps[n]): visit(m, path + (n,))
        state[n] = 'done'; out.append(n)
    for n in sorted(deps): visit(n)
    return out
print(order(deps))
deps['net'] = ['app']
try: order(deps)
except ValueError as e: print(e)
