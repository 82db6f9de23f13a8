vals = [1, 1.5, 'a', b'a', None, True, [], (), {}, set(), frozenset(), range(1), slice(1), len, print, type, object, int, object(), lambda: 0, iter([]), iter(()), iter({}), iter(set()), iter(''), iter(range(1)), enumerate([]), zip(), map(len, []), filter(None, []), reversed([]), (x for x in []), {}.keys(), {}.values(), {}.items(), Ellipsis, NotImplemented, property(), staticmethod(len), classmethod(len), super(int, 1), ValueError(), [].append, str.upper, ''.join, int.__add__, (1).__add__, iter(b''), iter(len, 1), int.real, type.__call__, object.__init__, dict.fromkeys, int.from_bytes]
for v in vals:
    print(type(v).__name__, end=' ')
print()
print(isinstance(1, (str, int)), isinstance(True, (str, (float, (int,)))), isinstance(1, int | str), isinstance('x', int | None), isinstance(None, int | None), issubclass(bool, (str, int)), isinstance(int, type), isinstance(type, object), isinstance(object, type), issubclass(type, object))
class A: pass
class B(A): pass
print(isinstance(B(), A), type(B()) == A, issubclass(B, A), issubclass(A, A), issubclass(A, object), issubclass(A, (int, A)))
print(type(1), type('s'), type(None), type(A), type(A()), type([]), repr(A), repr(int), repr(type(lambda: 0)), repr(type(len)), repr(type(...)))
