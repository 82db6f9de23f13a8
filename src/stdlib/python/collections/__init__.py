# Containers beyond list and dict.
#
# deque is native. The dict subclasses lean on the native dict's order and
# speed: they add only what differs. ChainMap, the User classes and
# collections.abc are loaded when first asked for, since they bring the
# abstract base classes with them and most programs want none of that.

from _collections import _count_elements, defaultdict, deque

from _collections import _tuplegetter

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList',
           'UserString', 'defaultdict', 'deque', 'namedtuple']


def __getattr__(name):
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        import collections._user as user
        value = globals()[name] = getattr(user, name)
        return value
    if name == 'abc':
        import collections.abc as module
        return module
    raise AttributeError("module 'collections' has no attribute %r" % name)


_reprs_running = set()


def _guarded_repr(obj, make, again):
    # A container that contains itself prints `again` in its own place.
    from _thread import get_ident
    key = (id(obj), get_ident())
    if key in _reprs_running:
        return again
    _reprs_running.add(key)
    try:
        return make(obj)
    finally:
        _reprs_running.discard(key)


class OrderedDict(dict):

    def move_to_end(self, key, last=True):
        if last:
            dict.__setitem__(self, key, dict.pop(self, key))
            return
        value = dict.pop(self, key)
        rest = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, rest)

    def popitem(self, last=True):
        if last:
            if not self:
                raise KeyError('dictionary is empty')
            return dict.popitem(self)
        for key in self:
            return key, dict.pop(self, key)
        raise KeyError('dictionary is empty')

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    __hash__ = None

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    def __repr__(self):
        return _guarded_repr(self, _ordered_repr, '...')

    def copy(self):
        result = self.__class__()
        # A subclass may reorder when it is read: the keys are taken beforehand.
        for key in list(self):
            result[key] = self[key]
        return result

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __reduce__(self):
        return self.__class__, (), None, None, iter(self.items())

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _ordered_repr(self):
    name = self.__class__.__name__
    return '%s(%r)' % (name, list(self.items())) if self else name + '()'


def _count(counter, iterable):
    kind = type(counter)
    if kind.get is dict.get and kind.__setitem__ is dict.__setitem__:
        _count_elements(counter, iterable)
        return
    get = counter.get
    for element in iterable:
        counter[element] = get(element, 0) + 1


class Counter(dict):

    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=_count_of)

    def elements(self):
        for element, count in self.items():
            for _ in range(count):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if _is_mapping(iterable):
                if self:
                    get = self.get
                    for element, count in iterable.items():
                        self[element] = count + get(element, 0)
                else:
                    dict.update(self, iterable)
            else:
                _count(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        if element in self:
            dict.__delitem__(self, element)

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return name + '()'
        try:
            ordered = dict(self.most_common())
        except TypeError:
            ordered = dict(self)
        return '%s(%r)' % (name, ordered)

    # Comparisons treat a missing element as counted zero times.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        for counts in (self, other):
            for element in counts:
                if self[element] != other[element]:
                    return False
        return True

    __hash__ = None

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        for counts in (self, other):
            for element in counts:
                if not self[element] <= other[element]:
                    return False
        return True

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self and self != other

    # Multiset arithmetic keeps only the positive counts.

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            count += other[element]
            if count > 0:
                result[element] = count
        for element, count in other.items():
            if element not in self and count > 0:
                result[element] = count
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            count -= other[element]
            if count > 0:
                result[element] = count
        for element, count in other.items():
            if element not in self and count < 0:
                result[element] = 0 - count
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            count = max(count, other[element])
            if count > 0:
                result[element] = count
        for element, count in other.items():
            if element not in self and count > 0:
                result[element] = count
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            count = min(count, other[element])
            if count > 0:
                result[element] = count
        return result

    def __pos__(self):
        result = Counter()
        for element, count in self.items():
            if count > 0:
                result[element] = count
        return result

    def __neg__(self):
        result = Counter()
        for element, count in self.items():
            if count < 0:
                result[element] = 0 - count
        return result

    def _keep_positive(self):
        for element in [e for e, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            limit = other[element]
            if limit < count:
                self[element] = limit
        return self._keep_positive()

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _count_of(pair):
    return pair[1]


def _is_mapping(obj):
    if isinstance(obj, dict):
        return True
    if isinstance(obj, (str, list, tuple, set, frozenset, range)):
        return False
    from collections.abc import Mapping
    return isinstance(obj, Mapping)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    _check_names(typename, field_names, rename)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(reversed(list(zip(reversed(field_names), reversed(defaults)))))
    if module is None:
        module = _caller_module()
    fields = tuple(field_names)
    namespace = _tuple_methods(typename, fields, defaults)
    namespace['_field_defaults'] = field_defaults
    for index, name in enumerate(fields):
        namespace[name] = _field(index)
    result = type(typename, (tuple,), namespace)
    if module is not None:
        result.__module__ = module
    return result


def _caller_module():
    import sys
    try:
        return sys._getframe(2).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return '__main__'


def _check_names(typename, field_names, rename):
    from keyword import iskeyword
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if (not name.isidentifier() or iskeyword(name)
                    or name.startswith('_') or name in seen):
                field_names[index] = '_%d' % index
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: %r' % name)
        if iskeyword(name):
            raise ValueError('Type names and field names cannot be a keyword: %r' % name)
    seen = set()
    for name in field_names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        if name in seen:
            raise ValueError('Encountered duplicate field name: %r' % name)
        seen.add(name)


def _field(index):
    doc = 'Alias for field number %d' % index
    return _tuplegetter(index, doc)


def _tuple_methods(typename, fields, defaults):
    count = len(fields)
    tuple_new = tuple.__new__
    # The signature is the fields', so that wrong calls are reported in their
    # names; only evaluation gives a function such a signature.
    names = ', '.join(fields)
    values = '(%s,)' % names if fields else '()'
    scope = {'_build': tuple_new, '__name__': 'namedtuple_' + typename}
    code = 'lambda _cls%s: _build(_cls, %s)' % (''.join([', ' + f for f in fields]), values)
    __new__ = eval(code, scope)
    __new__.__name__ = '__new__'
    __new__.__doc__ = 'Create new instance of %s(%s)' % (typename, names)
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        result = tuple_new(cls, iterable)
        if len(result) != count:
            raise TypeError('Expected %d arguments, got %d' % (count, len(result)))
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise ValueError('Got unexpected field names: %r' % list(kwds))
        return result

    form = '(' + ', '.join([name + '=%r' for name in fields]) + ')'

    def __repr__(self):
        return self.__class__.__name__ + form % tuple(self)

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    methods = {'__new__': __new__, '_replace': _replace, '__repr__': __repr__,
               '_asdict': _asdict, '__getnewargs__': __getnewargs__}
    for name, method in methods.items():
        method.__qualname__ = '%s.%s' % (typename, name)
    methods['_make'] = _make
    methods['__slots__'] = ()
    methods['__doc__'] = '%s(%s)' % (typename, names)
    methods['_fields'] = fields
    methods['__match_args__'] = fields
    return methods
