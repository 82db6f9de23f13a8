# Functions over functions: partial application, caching, wrapping, ordering,
# and dispatch on the type of the first argument.
#
# lru_cache keeps its entries in one insertion-ordered dict: a hit in a bounded
# cache takes its entry out and puts it back at the end, so the first entry is
# always the oldest. The lock is held for the bookkeeping and never while the
# wrapped function runs.

from _thread import RLock as _RLock

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES',
           'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
           'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)

_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


def reduce(function, sequence, initial=_missing, /):
    try:
        it = iter(sequence)
    except TypeError:
        if hasattr(type(sequence), '__iter__'):
            raise
        raise TypeError('reduce() arg 2 must support iteration') from None
    if initial is _missing:
        for initial in it:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    value = initial
    for element in it:
        value = function(value, element)
    return value


class partial:
    __slots__ = ('func', 'args', 'keywords', '__dict__', '__weakref__')

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, args = args[0], args[1:]
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial) and type(func) is cls and not func.__dict__:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        mine = self.keywords
        if mine:
            if keywords:
                mine = {**mine, **keywords}
            return self.func(*self.args, *args, **mine)
        return self.func(*self.args, *args, **keywords)

    def __repr__(self):
        cls = type(self)
        name = cls.__qualname__
        if cls.__module__ == 'functools':
            name = 'functools.' + name
        parts = [repr(self.func)]
        parts.extend(map(repr, self.args))
        parts.extend(['%s=%r' % pair for pair in self.keywords.items()])
        return '%s(%s)' % (name, ', '.join(parts))

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class partialmethod:

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func)]
        parts.extend(map(repr, self.args))
        parts.extend(['%s=%r' % pair for pair in self.keywords.items()])
        return '%s.%s(%s)' % (cls.__module__, cls.__qualname__, ', '.join(parts))

    def _unbound(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(type(self.func), '__get__', None)
        if get is not None:
            bound = get(self.func, obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                owner = getattr(bound, '__self__', _missing)
                if owner is not _missing:
                    result.__self__ = owner
                return result
        return self._unbound().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


class _CacheInfo(tuple):
    # namedtuple('CacheInfo', ...) without the import that this would cost.
    __slots__ = ()
    _fields = ('hits', 'misses', 'maxsize', 'currsize')
    __qualname__ = 'CacheInfo'

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))


_CacheInfo.__name__ = 'CacheInfo'


_mark = (object(),)


def _make_key(args, kwds, typed):
    key = args
    if kwds:
        key = key + _mark
        for pair in kwds.items():
            key = key + pair
    if typed:
        key = key + tuple([type(value) for value in args])
        if kwds:
            key = key + tuple([type(value) for value in kwds.values()])
    elif not kwds and len(args) == 1:
        kind = type(args[0])
        if kind is int or kind is str:
            return args[0]
    return key


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed, 128)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(function):
        return _cached(function, maxsize, typed, maxsize)
    return decorate


def cache(user_function, /):
    return _cached(user_function, None, False, None)


def _cached(function, maxsize, typed, shown):
    if not callable(function):
        raise TypeError('the first argument must be callable')
    store = {}
    lock = _RLock()
    counts = [0, 0]
    if maxsize == 0:
        wrapper = _uncached_wrapper(function, counts)
    elif maxsize is None:
        wrapper = _unbounded_wrapper(function, store, counts, typed)
    else:
        wrapper = _bounded_wrapper(function, store, counts, typed, maxsize, lock)

    def cache_info():
        with lock:
            return _CacheInfo((counts[0], counts[1], maxsize, len(store)))

    def cache_clear():
        with lock:
            store.clear()
            counts[0] = counts[1] = 0

    update_wrapper(wrapper, function)
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {'maxsize': shown, 'typed': typed}
    return wrapper


def _uncached_wrapper(function, counts):
    def wrapper(*args, **kwds):
        counts[1] += 1
        return function(*args, **kwds)
    return wrapper


def _unbounded_wrapper(function, store, counts, typed):
    missing = _missing
    get = store.get

    def wrapper(*args, **kwds):
        if kwds or typed:
            key = _make_key(args, kwds, typed)
        else:
            key = args
            if len(args) == 1:
                kind = type(args[0])
                if kind is int or kind is str:
                    key = args[0]
        value = get(key, missing)
        if value is not missing:
            counts[0] += 1
            return value
        counts[1] += 1
        value = function(*args, **kwds) if kwds else function(*args)
        store[key] = value
        return value
    return wrapper


def _bounded_wrapper(function, store, counts, typed, maxsize, lock):
    missing = _missing
    get = store.get

    def wrapper(*args, **kwds):
        key = _make_key(args, kwds, typed)
        with lock:
            value = get(key, missing)
            if value is not missing:
                del store[key]
                store[key] = value
                counts[0] += 1
                return value
            counts[1] += 1
        value = function(*args, **kwds) if kwds else function(*args)
        with lock:
            if key not in store:
                if len(store) >= maxsize:
                    for oldest in store:
                        break
                    del store[oldest]
                store[key] = value
        return value
    return wrapper


class _CmpKey:
    __slots__ = ('obj', '_cmp')
    __hash__ = None

    def __init__(self, obj, cmp):
        self.obj = obj
        self._cmp = cmp

    def __lt__(self, other):
        if type(other) is not _CmpKey:
            raise TypeError('other argument must be K instance')
        return self._cmp(self.obj, other.obj) < 0

    def __gt__(self, other):
        if type(other) is not _CmpKey:
            raise TypeError('other argument must be K instance')
        return self._cmp(self.obj, other.obj) > 0

    def __eq__(self, other):
        if type(other) is not _CmpKey:
            raise TypeError('other argument must be K instance')
        return self._cmp(self.obj, other.obj) == 0

    def __le__(self, other):
        if type(other) is not _CmpKey:
            raise TypeError('other argument must be K instance')
        return self._cmp(self.obj, other.obj) <= 0

    def __ge__(self, other):
        if type(other) is not _CmpKey:
            raise TypeError('other argument must be K instance')
        return self._cmp(self.obj, other.obj) >= 0


_CmpKey.__name__ = _CmpKey.__qualname__ = 'KeyWrapper'


def cmp_to_key(mycmp):
    def K(obj):
        return _CmpKey(obj, mycmp)
    return K


# What each ordering method follows from, given one of them and equality.
# `negate` and `equal` say how: not lt, lt or eq, and so on.

def _from(root, negate, equal):
    # equal: None keeps the answer; 'or' adds equality; 'and' takes it away.
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        if equal == 'or':
            return result or self == other
        if equal == 'and':
            return result and self != other
        return result
    return method


_orderings = {
    '__lt__': (('__gt__', True, 'and'), ('__le__', False, 'or'), ('__ge__', True, None)),
    '__le__': (('__ge__', True, 'or'), ('__lt__', False, 'and'), ('__gt__', True, None)),
    '__gt__': (('__lt__', True, 'and'), ('__ge__', False, 'or'), ('__le__', True, None)),
    '__ge__': (('__le__', True, 'or'), ('__gt__', False, 'and'), ('__lt__', True, None)),
}


def total_ordering(cls):
    roots = [name for name in ('__lt__', '__le__', '__gt__', '__ge__')
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = roots[0]
    for name, negate, equal in _orderings[root]:
        if name not in roots:
            method = _from(root, negate, equal)
            method.__name__ = name
            method.__qualname__ = '%s.%s' % (cls.__qualname__, name)
            setattr(cls, name, method)
    return cls


class cached_property:

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = _RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                'Cannot assign the same cached_property to two different names '
                '(%r and %r).' % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                'Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(
                "No '__dict__' attribute on %r instance to cache %r property."
                % (type(instance).__name__, name)) from None
        value = attributes.get(name, _missing)
        if value is _missing:
            with self.lock:
                value = attributes.get(name, _missing)
                if value is _missing:
                    value = self.func(instance)
                    try:
                        attributes[name] = value
                    except TypeError:
                        raise TypeError(
                            "The '__dict__' attribute on %r instance does not support item "
                            'assignment for caching %r property.'
                            % (type(instance).__name__, name)) from None
        return value

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _nearest(cls, registry):
    # The registered class closest to cls: along its own order of bases first;
    # abstract classes that only claim it are asked after the concrete ones.
    mro = cls.__mro__
    claims = [kind for kind in registry
              if kind not in mro and kind is not object and issubclass(cls, kind)]
    for base in mro:
        if base is object:
            break
        if base in registry:
            return base
        near = [kind for kind in claims if issubclass(base, kind)
                and not any(issubclass(upper, kind) for upper in base.__bases__
                            if upper is not object)]
        near = [kind for kind in near
                if not any(other is not kind and issubclass(other, kind) for other in near)]
        if len(near) > 1:
            raise RuntimeError('Ambiguous dispatch: %r or %r' % (near[0], near[1]))
        if near:
            return near[0]
    best = None
    for kind in claims:
        if best is None or issubclass(kind, best):
            best = kind
    if best is not None:
        return best
    return object if object in registry else None


def singledispatch(func):
    registry = {}
    found = {}
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None:
            from abc import get_cache_token
            now = get_cache_token()
            if now != token:
                found.clear()
                token = now
        implementation = found.get(cls)
        if implementation is None:
            implementation = registry.get(cls)
            if implementation is None:
                implementation = registry.get(_nearest(cls, registry))
            found[cls] = implementation
        return implementation

    def register(cls, func=None):
        nonlocal token
        if isinstance(cls, type):
            if func is None:
                return lambda f: register(cls, f)
            kinds = (cls,)
        else:
            if func is not None or not hasattr(cls, '__annotations__') or not cls.__annotations__:
                raise TypeError(
                    'Invalid first argument to `register()`: %r. '
                    'Use either `@register(some_class)` or plain `@register` '
                    'on an annotated function.' % (cls,))
            func = cls
            name, kind = next(iter(func.__annotations__.items()))
            kinds = getattr(kind, '__args__', None) or (kind,)
            for kind in kinds:
                if not isinstance(kind, type):
                    raise TypeError('Invalid annotation for %r. %r is not a class.'
                                    % (name, kind))
        for kind in kinds:
            registry[kind] = func
            if token is None and hasattr(kind, '__abstractmethods__'):
                from abc import get_cache_token
                token = get_cache_token()
        found.clear()
        return func

    name = getattr(func, '__name__', 'singledispatch function')

    def wrapper(*args, **kw):
        if not args:
            raise TypeError('%s requires at least 1 positional argument' % name)
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _read_only(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


def _read_only(mapping):
    import types
    return types.MappingProxyType(mapping)


class singledispatchmethod:

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
