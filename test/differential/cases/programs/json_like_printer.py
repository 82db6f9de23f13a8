def dump(x, ind=0):
    p = '  ' * ind
    if x is None: return 'null'
    if isinstance(x, bool): return str(x).lower()
    if isinstance(x, (int, float)): return repr(x)
    if isinstance(x, str): return '"' + ''.join({'"': '\\"', '\\': '\\\\', '\n': '\\n'}.get(c, c if ' ' <= c < '\x7f' else f'\\u{ord(c):04x}') for c in x) + '"'
    if isinstance(x, (list, tuple)): return '[]' if not x else '[\n' + ',\n'.join(p + '  ' + dump(v, ind + 1) for v in x) + '\n' + p + ']'
    if isinstance(x, dict): return '{}' if not x else '{\n' + ',\n'.join(f'{p}  {dump(str(k))}: {dump(v, ind + 1)}' for k, v in x.items()) + '\n' + p + '}'
    raise TypeError(f'cannot dump {type(x).__name__}')
print(dump({'a': [1, 2.5, True, None], 'b': {'c': 'q"é\n', 3: ()}, 'e': {}}))
try: dump({'x': {1, 2}})
except TypeError as e: print(e)
