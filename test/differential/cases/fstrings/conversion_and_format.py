class P:
    def __format__(self, spec): return f'<{spec}>'
    def __repr__(self): return 'P()'
    def __str__(self): return 'p'
p = P()
print(f'{p}', f'{p:abc}', f'{p!r}', f'{p!s:>4}', f'{p!r:^9}', f'{p=}', f'{p=!s}', f'{p=:z}')
print(f'{None}', f'{True}', f'{True:d}', f'{[1]}', f'{(1,)}', f'{"é"!a}')
try:
    print(f'{None:5}')
except TypeError as e:
    print(e)
try:
    print(f'{"x":d}')
except ValueError as e:
    print(e)
try:
    print(f'{[1]:>5}')
except TypeError as e:
    print(e)
print(f'{1 == 1}', f'{1 != 2}', f'{3 >= 2}', f'{(y := 5)} {y}')
print(f'{"a":5}|{"a":>5}|{5:5}|{5:<5}|{True:5}|{1.5:8}|')
