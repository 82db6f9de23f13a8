# Shallow and deep copies.
#
# A class says how by __copy__ and __deepcopy__, or through __reduce_ex__ where
# the interpreter has it; other objects are made anew without __init__ and get
# their attributes.

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

_atomic = {int, float, bool, str, bytes, tuple, frozenset, type, range, slice,
           type(None), type(...), type(NotImplemented), type(len), type(lambda: 0), property}
_deep_atomic = _atomic - {tuple, frozenset, slice}


def copy(x):
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    if cls in (list, dict, set):
        return x.copy()
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    return _rebuild(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _deep_atomic:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _nil)
    if y is not _nil:
        return y
    if cls is list:
        y = memo[key] = []
        append = y.append
        for item in x:
            append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[key] = {}
        for name, value in x.items():
            y[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        y = _deep_tuple(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        method = getattr(x, '__deepcopy__', None)
        if method is not None:
            y = method(memo)
        elif cls is set or cls is frozenset:
            y = cls([deepcopy(item, memo) for item in x])
        elif cls.__name__ == 'method' and hasattr(x, '__func__'):
            y = cls(x.__func__, deepcopy(x.__self__, memo))
        else:
            y = _rebuild(x, cls, memo)
    if y is not x:
        memo[key] = y
        # The original must outlive the memo, or its id could be given anew.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A tuple may hold itself through a list that has just copied it.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _rebuild(x, cls, memo):
    if cls.__module__ == 'builtins' and not isinstance(x, (BaseException, slice)) \
            and not hasattr(x, '__dict__'):
        raise TypeError("cannot pickle '%s' object" % cls.__name__)
    if cls.__name__ == 'deque':
        items = x if memo is None else [deepcopy(item, memo) for item in x]
        return cls(items, x.maxlen)
    for base in cls.__mro__[:-1]:
        reduce = base.__dict__.get('__reduce__')
        if reduce is not None:
            break
    else:
        reduce = None
    if reduce is not None and not isinstance(x, BaseException):
        return _from_reduced(x, reduce(x), memo)
    for base in (dict, list, set, frozenset, tuple, int, float, str, bytes):
        if issubclass(cls, base):
            y = _from_builtin(x, cls, base, memo)
            break
    else:
        if isinstance(x, BaseException):
            args = x.args if memo is None else deepcopy(x.args, memo)
            y = cls.__new__(cls, *args)
            y.args = args
        elif isinstance(x, slice):
            parts = (x.start, x.stop, x.step)
            return slice(*(parts if memo is None else deepcopy(parts, memo)))
        else:
            y = _new_like(x, cls, memo)
    if memo is not None:
        memo[id(x)] = y
    _restore(y, _state_of(x, cls), memo)
    return y


def _new_like(x, cls, memo):
    args = ()
    kwargs = {}
    if hasattr(cls, '__getnewargs_ex__'):
        args, kwargs = x.__getnewargs_ex__()
    elif hasattr(cls, '__getnewargs__'):
        args = x.__getnewargs__()
    if memo is not None:
        args = deepcopy(args, memo)
        kwargs = deepcopy(kwargs, memo)
    return cls.__new__(cls, *args, **kwargs)


def _from_builtin(x, cls, base, memo):
    if base in (dict, list, set):
        y = cls.__new__(cls)
        if memo is not None:
            memo[id(x)] = y
        if base is dict:
            for name, value in x.items():
                if memo is not None:
                    name, value = deepcopy(name, memo), deepcopy(value, memo)
                y[name] = value
        else:
            items = list(x) if memo is None else [deepcopy(item, memo) for item in x]
            for item in items:
                (y.append if base is list else y.add)(item)
        return y
    if hasattr(cls, '__getnewargs__') and cls.__getnewargs__ is not getattr(
            base, '__getnewargs__', None):
        return _new_like(x, cls, memo)
    value = base(x)
    if memo is not None and base in (tuple, frozenset):
        value = base([deepcopy(item, memo) for item in x])
    return cls.__new__(cls, value)


def _state_of(x, cls):
    getstate = getattr(cls, '__getstate__', None)
    if getstate is not None and getstate is not getattr(object, '__getstate__', None):
        return getstate(x)
    state = getattr(x, '__dict__', None) or None
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                name = '_%s%s' % (base.__name__.lstrip('_'), name)
            try:
                slots[name] = getattr(x, name)
            except AttributeError:
                pass
    return (state, slots) if slots else state


def _restore(y, state, memo):
    if state is None:
        return
    if memo is not None:
        state = deepcopy(state, memo)
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        y.__dict__.update(state)
    if slots:
        for name, value in slots.items():
            object.__setattr__(y, name, value)


def _from_reduced(x, reduced, memo):
    if isinstance(reduced, str):
        return x
    func, args, state, items, pairs = (tuple(reduced) + (None, None, None))[:5]
    if memo is not None:
        args = tuple([deepcopy(arg, memo) for arg in args])
    y = func(*args)
    if memo is not None:
        memo[id(x)] = y
    if state is None and items is None and pairs is None:
        return y
    _restore(y, state, memo)
    for item in items or ():
        y.append(item if memo is None else deepcopy(item, memo))
    for name, value in pairs or ():
        if memo is not None:
            name, value = deepcopy(name, memo), deepcopy(value, memo)
        y[name] = value
    return y
