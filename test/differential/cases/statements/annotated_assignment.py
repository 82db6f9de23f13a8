x: int = 5
y: 'str'
print(x, 'y' in globals(), __annotations__)
class C:
    a: int = 1
    b: list[int]
    c: 'C' = None
print(C.__annotations__, C.a, hasattr(C, 'b'))
def f(a: int, b: 'x' = 2, *args: str, c: float = 1.0, **kw: dict) -> bool:
    z: int = 3
    w: undefined_name
    return z
print(f.__annotations__, f(1))
o = C()
o.attr: int = 9
print(o.attr)
(p): int = 4
print(p, 'p' in __annotations__)
lst = [0]
lst[0]: int = 7
print(lst)
