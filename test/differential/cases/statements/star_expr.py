a = *range(3), 9
print(a, [*a, *'xy'], {*a, 1} == {0, 1, 2, 9}, (*a,), *a)
def f(): return *a, 'end'
def g(): yield *a, 1
print(f(), next(g()), [*[], *()], {**{}, **{'a': 1}})
for x in *a, *[7]: print(x, end=' ')
print()
d = {'x': 1}; print({'y': 0, **d, 'x': 5}, {**d, **{'x': 2}})
print(max(*a), max(*[3, 1], 2), [*map(str, a)], a[*[1]] if False else a[1])
for src in ('[*1]', '{*None}', '{**[1]}', '(*5,)', 'f(*1)', 'print(*3)', '[*f]'):
    try: eval(src)
    except TypeError as e: print(src, e)
