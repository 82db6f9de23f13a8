n = None
print(None, repr(None), bool(None), None == None, None is None, None == 0, None != False, type(None)() is None, str(None), [None] * 2, {None: 1}[None], hash(None) == hash(None), None or 1, not None)
for f in (lambda: None + 1, lambda: None < None, lambda: n(), lambda: n[0], lambda: None.x, lambda: len(None), lambda: iter(None), lambda: int(None), lambda: None in None, lambda: [] + None, lambda: -None, lambda: type(None)(1), lambda: NotImplemented + 1, lambda: Ellipsis.x, lambda: float(None), lambda: sum([None]), lambda: sorted([None, None]), lambda: ','.join([None]), lambda: max(None, None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(Ellipsis, ... == Ellipsis, type(...)() is ..., type(NotImplemented)() is NotImplemented, True is True, (1 > 0) is True, bool(1) is True)
