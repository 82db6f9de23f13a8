# The names of annotations. They can be subscripted, combined and printed, and
# otherwise do nothing: no type is ever checked. Typed classes that do
# something (Generic, NamedTuple, TypedDict, Protocol) behave.

from types import GenericAlias as _GenericAlias, _type_text

__all__ = (
    'Annotated Any Callable ClassVar Concatenate Final Generic Literal Optional ParamSpec '
    'Protocol Tuple Type TypeVar TypeVarTuple Union AbstractSet ByteString Container '
    'ContextManager Hashable ItemsView Iterable Iterator KeysView Mapping MappingView '
    'MutableMapping MutableSequence MutableSet Sequence Sized ValuesView Awaitable '
    'AsyncIterator AsyncIterable Coroutine Collection AsyncGenerator Reversible '
    'SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt '
    'SupportsRound ChainMap Counter Deque Dict DefaultDict List OrderedDict Set FrozenSet '
    'NamedTuple TypedDict Generator BinaryIO IO TextIO AnyStr assert_type assert_never '
    'cast dataclass_transform final get_args get_origin get_type_hints is_typeddict '
    'LiteralString Never NewType no_type_check NoReturn NotRequired overload Required '
    'reveal_type runtime_checkable Self Text TYPE_CHECKING TypeAlias TypeGuard Unpack').split()

TYPE_CHECKING = False


def cast(typ, val):
    return val


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def overload(func):
    def _overload_dummy(*args, **kwds):
        raise NotImplementedError(
            'You should not call an overloaded function. A series of @overload-decorated '
            'functions outside a stub module should always be followed by an implementation '
            'that is not @overload-ed.')
    return _overload_dummy


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)
    cls._is_runtime_protocol = True
    return cls


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    text = repr(arg)
    raise AssertionError('Expected code to be unreachable, but got: %s' % text[:100])


def reveal_type(obj, /):
    import sys
    print('Runtime type is %r' % type(obj).__name__, file=sys.stderr)
    return obj


def dataclass_transform(**options):
    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = options
        return cls_or_fn
    return decorate


class _Form:
    # A name of this module: printed as typing.Name, subscripted to an alias.

    def __init__(self, name, origin=None):
        self._name = name
        self.__name__ = name
        self.__module__ = 'typing'
        if origin is not None:
            self.__origin__ = origin

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, items):
        return _Alias(self, items if isinstance(items, tuple) else (items,))

    def __call__(self, *args, **kwds):
        origin = getattr(self, '__origin__', None)
        if isinstance(origin, type):
            raise TypeError('Type %s cannot be instantiated; use %s() instead'
                            % (self._name, origin.__name__))
        raise TypeError('Cannot instantiate %r' % self)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        origin = getattr(self, '__origin__', None)
        if not isinstance(origin, type):
            raise TypeError('Cannot subclass %r' % self)
        return (origin,)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        origin = getattr(self, '__origin__', None)
        if isinstance(origin, type):
            return issubclass(cls, origin)
        raise TypeError('%r cannot be used with issubclass()' % self)


class _Alias:
    # typing.Name[...]

    def __init__(self, form, args):
        self._form = form
        self._name = form._name
        self.__origin__ = getattr(form, '__origin__', form)
        self.__args__ = tuple([type(None) if arg is None else arg for arg in args])
        self.__parameters__ = _parameters_of(self.__args__)

    def __repr__(self):
        return '%r[%s]' % (self._form, ', '.join([_text(arg) for arg in self.__args__]) or '()')

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, len(self.__args__)))

    def __getitem__(self, items):
        return self._form[_fill(self.__args__, items, self)]

    def __call__(self, *args, **kwds):
        return self._form(*args, **kwds)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        if self._form is Generic or self._form is Protocol:
            return (self._form,)
        return self._form.__mro_entries__(bases)

    def __instancecheck__(self, obj):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __subclasscheck__ = __instancecheck__


class _ClassAlias(_Alias):
    # Stack[int] for a class of the program's own.

    def __init__(self, cls, args):
        self._form = cls
        self._name = cls.__name__
        self.__origin__ = cls
        self.__args__ = tuple([type(None) if arg is None else arg for arg in args])
        self.__parameters__ = _parameters_of(self.__args__)

    def __repr__(self):
        cls = self._form
        return '%s.%s[%s]' % (cls.__module__, cls.__qualname__,
                              ', '.join([_text(arg) for arg in self.__args__]))

    def __call__(self, *args, **kwds):
        result = self._form(*args, **kwds)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self._form, name)

    def __mro_entries__(self, bases):
        return (self._form,)


def _text(arg):
    if isinstance(arg, list):
        return '[%s]' % ', '.join(map(_text, arg))
    return _type_text(arg)


def _parameters_of(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        else:
            inner = _parameters_of(arg) if isinstance(arg, list) \
                else getattr(arg, '__parameters__', ()) if not isinstance(arg, type) else ()
            for parameter in inner:
                if parameter not in found:
                    found.append(parameter)
    return tuple(found)


def _fill(args, items, alias):
    items = items if isinstance(items, tuple) else (items,)
    parameters = _parameters_of(args)
    if not parameters:
        raise TypeError('%r is not a generic class' % (alias,))
    if len(items) != len(parameters):
        raise TypeError('Too %s arguments for %r; actual %d, expected %d' % (
            'many' if len(items) > len(parameters) else 'few', alias, len(items),
            len(parameters)))
    chosen = dict(zip(parameters, items))
    return tuple([_substitute(arg, chosen) for arg in args])


def _substitute(arg, chosen):
    if isinstance(arg, list):
        return [_substitute(item, chosen) for item in arg]
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return chosen.get(arg, arg)
    inner = getattr(arg, '__parameters__', ()) if not isinstance(arg, type) else ()
    return arg[tuple([chosen.get(p, p) for p in inner])] if inner else arg


class _UnionForm(_Form):

    def __getitem__(self, items):
        if items == ():
            raise TypeError('Cannot take a Union of no types.')
        members = []
        for item in items if isinstance(items, tuple) else (items,):
            item = type(None) if item is None else item
            inner = item.__args__ if isinstance(item, _UnionAlias) else (item,)
            for member in inner:
                if member not in members:
                    members.append(member)
        return members[0] if len(members) == 1 else _UnionAlias(self, tuple(members))


class _UnionAlias(_Alias):

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return 'typing.Optional[%s]' % _text(args[0] if args[1] is type(None) else args[1])
        return 'typing.Union[%s]' % ', '.join([_text(arg) for arg in args])

    def __eq__(self, other):
        if not isinstance(other, _UnionAlias):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        return isinstance(obj, tuple(self.__args__))

    def __subclasscheck__(self, cls):
        return issubclass(cls, tuple(self.__args__))


class _OptionalForm(_Form):

    def __getitem__(self, item):
        return Union[item, type(None)]


class _LiteralForm(_Form):

    def __getitem__(self, items):
        return _LiteralAlias(self, items if isinstance(items, tuple) else (items,))


class _LiteralAlias(_Alias):

    def __init__(self, form, args):
        _Alias.__init__(self, form, ())
        self.__args__ = args

    def __repr__(self):
        return 'typing.Literal[%s]' % ', '.join(map(repr, self.__args__))


class _AnnotatedForm(_Form):

    def __getitem__(self, items):
        if not isinstance(items, tuple) or len(items) < 2:
            raise TypeError('Annotated[...] should be used with at least two arguments '
                            '(a type and an annotation).')
        alias = _AnnotatedAlias(self, (items[0],))
        alias.__origin__ = items[0]
        alias.__metadata__ = items[1:]
        return alias


class _AnnotatedAlias(_Alias):

    def __repr__(self):
        return 'typing.Annotated[%s, %s]' % (
            _text(self.__origin__), ', '.join(map(repr, self.__metadata__)))


class _CallableForm(_Form):

    def __getitem__(self, items):
        if not isinstance(items, tuple) or len(items) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        arguments, result = items
        if isinstance(arguments, list):
            return _CallableAlias(self, tuple(arguments) + (result,))
        return _CallableAlias(self, (arguments, result))


class _CallableAlias(_Alias):

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)):
            return 'typing.Callable[%s, %s]' % (_text(args[0]), _text(args[1]))
        return 'typing.Callable[[%s], %s]' % (', '.join(map(_text, args[:-1])), _text(args[-1]))

    def __getitem__(self, items):
        filled = _fill(self.__args__, items, self)
        return _CallableAlias(self._form, filled)


class _AnyMeta(type):

    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return type.__instancecheck__(self, obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else type.__repr__(self)


class Any(metaclass=_AnyMeta):

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class _Variable:

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of %s' % type(self).__name__)


class TypeVar(_Variable):

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__


class ParamSpec(_Variable):

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.args = self
        self.kwargs = self

    def __repr__(self):
        return '~' + self.__name__


class TypeVarTuple(_Variable):

    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield self

    def __repr__(self):
        return self.__name__


class NewType:

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = _caller_module(2)

    def __call__(self, x):
        return x

    def __repr__(self):
        return '%s.%s' % (self.__module__, self.__qualname__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _caller_module(depth):
    import sys
    try:
        return sys._getframe(depth).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return '__main__'


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, items):
        items = items if isinstance(items, tuple) else (items,)
        if cls is Generic or cls is Protocol:
            if not items:
                raise TypeError('Parameter list to %s[...] cannot be empty' % cls.__qualname__)
            if not all(isinstance(item, (TypeVar, ParamSpec, TypeVarTuple)) for item in items):
                raise TypeError('Parameters to %s[...] must all be type variables or parameter '
                                'specification variables.' % cls.__name__)
            if len(set(items)) != len(items):
                raise TypeError('Parameters to %s[...] must all be unique' % cls.__name__)
        else:
            wanted = getattr(cls, '__parameters__', ())
            if not wanted:
                raise TypeError('%r is not a generic class' % cls)
            if len(items) != len(wanted) and not any(
                    isinstance(p, (TypeVarTuple, ParamSpec)) for p in wanted):
                raise TypeError('Too %s arguments for %r; actual %d, expected %d' % (
                    'many' if len(items) > len(wanted) else 'few', cls, len(items), len(wanted)))
        return _ClassAlias(cls, items)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = []
        for base in cls.__dict__.get('__orig_bases__', ()):
            for parameter in getattr(base, '__parameters__', ()):
                if parameter not in found:
                    found.append(parameter)
        cls.__parameters__ = tuple(found)


class _ProtocolMeta(type):

    def __call__(cls, *args, **kwds):
        if cls.__dict__.get('_is_protocol'):
            raise TypeError('Protocols cannot be instantiated')
        return type.__call__(cls, *args, **kwds)

    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol'):
            return type.__instancecheck__(cls, instance)
        if cls is not Protocol and not cls.__dict__.get('_is_runtime_protocol'):
            raise TypeError('Instance and class checks can only be used with '
                            '@runtime_checkable protocols')
        return type.__instancecheck__(cls, instance) or all(
            hasattr(instance, name) for name in _protocol_names(cls))

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get('_is_protocol'):
            return type.__subclasscheck__(cls, other)
        if cls is not Protocol and not cls.__dict__.get('_is_runtime_protocol'):
            raise TypeError('Instance and class checks can only be used with '
                            '@runtime_checkable protocols')
        return type.__subclasscheck__(cls, other) or all(
            any(name in base.__dict__ for base in other.__mro__)
            for name in _protocol_names(cls))


def _protocol_names(cls):
    names = set()
    for base in cls.__mro__:
        if base.__dict__.get('_is_protocol') and base is not Protocol:
            names.update(base.__dict__.get('__annotations__', ()))
            names.update(base.__dict__)
    return [name for name in names
            if name not in ('__module__', '__qualname__', '__doc__', '__dict__', '__weakref__',
                            '__annotations__', '__parameters__', '__orig_bases__', '__slots__',
                            '__init__', '__firstlineno__', '__static_attributes__',
                            '_is_protocol', '_is_runtime_protocol', '__hash__')]


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__


class _NamedTupleMeta(type):

    def __new__(cls, name, bases, ns):
        from collections import namedtuple
        types = ns.get('__annotations__', {})
        defaults = []
        for field in types:
            if field in ns:
                defaults.append(ns[field])
            elif defaults:
                raise TypeError('Non-default namedtuple field %s cannot follow default field %s'
                                % (field, ', '.join([f for f in types if f in ns])))
        made = namedtuple(name, list(types), defaults=defaults, module=ns['__module__'])
        made.__annotations__ = made.__new__.__annotations__ = dict(types)
        for key, value in ns.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                       '_field_defaults', '_make', '_replace', '_asdict', '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in types and key not in ('__module__', '__qualname__', '__annotations__',
                                                '__classcell__', '__orig_bases__'):
                setattr(made, key, value)
        made.__qualname__ = ns.get('__qualname__', name)
        return made


class _NamedTupleForm:

    def __call__(self, typename, fields=None, /, **kwargs):
        from collections import namedtuple
        pairs = list(kwargs.items() if fields is None else fields)
        made = namedtuple(typename, [name for name, _ in pairs], module=_caller_module(2))
        made.__annotations__ = dict(pairs)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return '<function NamedTuple>'


_NamedTupleBase = type.__new__(_NamedTupleMeta, '_NamedTupleBase', (), {})
NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):

    def __new__(cls, name, bases, ns, total=True):
        made = type.__new__(_TypedDictMeta, name, (dict,), ns)
        annotations = {}
        required = set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', frozenset())
        own = ns.get('__annotations__', {})
        annotations.update(own)
        if total:
            required |= set(own)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(annotations) - required
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwds):
        return dict(*args, **kwds)

    def __instancecheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:

    def __call__(self, typename, fields=(), /, *, total=True):
        ns = {'__annotations__': dict(fields), '__module__': _caller_module(2)}
        return _TypedDictMeta(typename, (), ns, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


_TypedDictBase = type.__new__(_TypedDictMeta, '_TypedDictBase', (dict,), {})
TypedDict = _TypedDictForm()

Union = _UnionForm('Union')
Optional = _OptionalForm('Optional')
Literal = _LiteralForm('Literal')
Annotated = _AnnotatedForm('Annotated')
ClassVar = _Form('ClassVar')
Final = _Form('Final')
NoReturn = _Form('NoReturn')
Never = _Form('Never')
Self = _Form('Self')
LiteralString = _Form('LiteralString')
Required = _Form('Required')
NotRequired = _Form('NotRequired')
TypeAlias = _Form('TypeAlias')
TypeGuard = _Form('TypeGuard')
Concatenate = _Form('Concatenate')
Unpack = _Form('Unpack')

List = _Form('List', list)
Dict = _Form('Dict', dict)
Set = _Form('Set', set)
FrozenSet = _Form('FrozenSet', frozenset)
Tuple = _Form('Tuple', tuple)
Type = _Form('Type', type)

AnyStr = TypeVar('AnyStr', bytes, str)
Text = str

# These need modules of their own; they are made when first asked for.
_FROM_ABC = ('Hashable Iterable Iterator Generator Reversible Sized Container Collection '
             'Mapping MutableMapping MutableSet Sequence MutableSequence MappingView KeysView '
             'ItemsView ValuesView Awaitable Coroutine AsyncIterable AsyncIterator '
             'AsyncGenerator ByteString').split()
_FROM_COLLECTIONS = {'DefaultDict': 'defaultdict', 'OrderedDict': 'OrderedDict',
                     'Counter': 'Counter', 'Deque': 'deque', 'ChainMap': 'ChainMap'}
_SUPPORTS = {'SupportsInt': '__int__', 'SupportsFloat': '__float__', 'SupportsIndex': '__index__',
             'SupportsAbs': '__abs__', 'SupportsRound': '__round__', 'SupportsBytes': '__bytes__',
             'SupportsComplex': '__complex__'}


def __getattr__(name):
    if name in _FROM_ABC:
        import collections.abc as module
        value = _Form(name, getattr(module, name))
    elif name == 'AbstractSet':
        import collections.abc as module
        value = _Form(name, module.Set)
    elif name == 'Callable':
        import collections.abc as module
        value = _CallableForm(name, module.Callable)
    elif name in _FROM_COLLECTIONS:
        import collections
        value = _Form(name, getattr(collections, _FROM_COLLECTIONS[name]))
    elif name in _SUPPORTS:
        value = _ProtocolMeta(name, (Protocol,), {_SUPPORTS[name]: lambda self: None,
                                                  '__module__': 'typing'})
        value._is_runtime_protocol = True
    elif name == 'ContextManager':
        import contextlib
        value = _Form(name, contextlib.AbstractContextManager)
    elif name in ('TextIO', 'BinaryIO', 'IO'):
        value = _Form(name)
    else:
        raise AttributeError("module 'typing' has no attribute %r" % name)
    globals()[name] = value
    return value


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _Form)) or hasattr(tp, '__origin__'):
        origin = getattr(tp, '__origin__', None)
        return origin
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _CallableAlias):
        args = tp.__args__
        if len(args) == 2 and args[0] is ...:
            return args
        return list(args[:-1]), args[-1]
    return getattr(tp, '__args__', ())


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import sys
    hints = {}
    owners = reversed(obj.__mro__) if isinstance(obj, type) else (obj,)
    for owner in owners:
        scope = globalns
        if scope is None:
            scope = getattr(owner, '__globals__', None)
            if scope is None:
                module = sys.modules.get(getattr(owner, '__module__', None))
                scope = getattr(module, '__dict__', {})
        own = owner.__dict__.get('__annotations__', {}) if isinstance(owner, type) \
            else getattr(owner, '__annotations__', {})
        for name, value in own.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = eval(value, scope, localns)
            if isinstance(value, _AnnotatedAlias) and not include_extras:
                value = value.__origin__
            hints[name] = value
    return hints


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)
