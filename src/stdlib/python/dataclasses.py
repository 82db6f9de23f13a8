# Classes whose methods follow from their annotated fields.
#
# __init__ is written out as source and executed, since only real parameters
# give wrong calls CPython's messages; the other methods are closures over the
# field names.

from types import MappingProxyType as _MappingProxyType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _Factory:
    def __repr__(self):
        return '<factory>'


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_HAS_FACTORY = _Factory()
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return 'dataclasses.InitVar[%s]' % name

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
                 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return ('Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,'
                'compare=%r,metadata=%r,kw_only=%r,_field_type=%s)' % (
                    self.name, self.type, self.default, self.default_factory, self.init,
                    self.repr, self.hash, self.compare, self.metadata, self.kw_only,
                    self._field_type))

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return '_DataclassParams(init=%r,repr=%r,eq=%r,order=%r,unsafe_hash=%r,frozen=%r)' % (
            self.init, self.repr, self.eq, self.order, self.unsafe_hash, self.frozen)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    params = _Params(init, repr, eq, order, unsafe_hash, frozen)

    def decorate(cls):
        return _process(cls, params, match_args, kw_only, slots, weakref_slot)
    return decorate if cls is None else decorate(cls)


def _is_class_var(annotation):
    if isinstance(annotation, str):
        return annotation.split('[')[0].strip() in ('ClassVar', 'typing.ClassVar', 't.ClassVar')
    origin = getattr(annotation, '__origin__', annotation)
    return getattr(origin, '_name', None) == 'ClassVar'


def _is_init_var(annotation):
    if isinstance(annotation, str):
        return annotation.split('[')[0].strip() in ('InitVar', 'dataclasses.InitVar')
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    if isinstance(annotation, str):
        return annotation.strip() in ('KW_ONLY', 'dataclasses.KW_ONLY')
    return annotation is KW_ONLY


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = '_FIELD'
    if _is_class_var(annotation):
        f._field_type = '_FIELD_CLASSVAR'
    elif _is_init_var(annotation):
        f._field_type = '_FIELD_INITVAR'
    if f._field_type != '_FIELD' and f.default_factory is not MISSING:
        raise TypeError('field %s cannot have a default factory' % name)
    if f._field_type == '_FIELD_CLASSVAR':
        if f.kw_only is not MISSING:
            raise TypeError('field %s is a ClassVar but specifies kw_only' % name)
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type == '_FIELD' and f.default is not MISSING \
            and f.default.__class__.__hash__ is None:
        raise ValueError('mutable default %s for field %s is not allowed: use default_factory'
                         % (type(f.default), name))
    return f


def _process(cls, params, match_args, kw_only, slots, weakref_slot):
    table = {}
    any_frozen = False
    has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            has_bases = True
            table.update(base_fields)
            any_frozen = any_frozen or getattr(base, _PARAMS).frozen
    annotations = cls.__dict__.get('__annotations__', {})
    own = _own_fields(cls, annotations, kw_only)
    for f in own:
        table[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError('%r is a field but has no type annotation' % name)
    if has_bases:
        if any_frozen and not params.frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen and params.frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, table)
    setattr(cls, _PARAMS, params)
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    real = [f for f in table.values() if f._field_type == '_FIELD']
    in_init = [f for f in table.values() if f._field_type != '_FIELD_CLASSVAR']
    positional = [f for f in in_init if f.init and not f.kw_only]
    if params.init:
        keyword = [f for f in in_init if f.init and f.kw_only]
        _set(cls, '__init__', _make_init(cls, in_init, positional, keyword, params.frozen))
    if params.repr and '__repr__' not in cls.__dict__:
        _set(cls, '__repr__', _make_repr([f.name for f in real if f.repr]))
    compared = tuple([f.name for f in real if f.compare])
    explicit_hash = cls.__dict__.get('__hash__', MISSING)
    has_hash = not (explicit_hash is MISSING
                    or (explicit_hash is None and '__eq__' in cls.__dict__))
    if params.eq and '__eq__' not in cls.__dict__:
        _set(cls, '__eq__', _make_eq(compared))
    if params.order:
        _add_order(cls, compared)
    if params.frozen:
        _add_frozen(cls, set([f.name for f in real]))
    _add_hash(cls, params, has_hash, [f.name for f in real
                                      if (f.compare if f.hash is None else f.hash)])
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in positional])
    if not getattr(cls, '__doc__', None):
        cls.__doc__ = cls.__name__ + _signature_text(positional, in_init)
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _with_slots(cls, real, weakref_slot)
    if hasattr(cls, '__abstractmethods__'):
        import abc
        abc.update_abstractmethods(cls)
    return cls


def _own_fields(cls, annotations, kw_only):
    own = []
    marked = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation):
            if marked:
                raise TypeError('%r is KW_ONLY, but KW_ONLY has already been specified' % name)
            marked = True
            kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    return own


def _set(cls, name, method):
    method.__qualname__ = '%s.%s' % (cls.__qualname__, name)
    method.__name__ = name
    setattr(cls, name, method)


def _annotation_text(annotation):
    if isinstance(annotation, type):
        return annotation.__name__ if annotation.__module__ == 'builtins' \
            else '%s.%s' % (annotation.__module__, annotation.__qualname__)
    return repr(annotation)


def _signature_text(positional, in_init):
    parts = []
    keyword = [f for f in in_init if f.init and f.kw_only]
    for f in positional + ['*'] * bool(keyword) + keyword:
        if f == '*':
            parts.append('*')
            continue
        text = '%s: %s' % (f.name, _annotation_text(f.type))
        if f.default is not MISSING:
            text += ' = %r' % (f.default,)
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        parts.append(text)
    return '(%s)' % ', '.join(parts)


def _make_init(cls, in_init, positional, keyword, frozen):
    seen_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError('non-default argument %r follows default argument' % f.name)
    me = 'self' if not any(f.name == 'self' for f in in_init) else '__dataclass_self__'
    scope = {'_missing': _HAS_FACTORY, '_set': object.__setattr__}
    parameters = [me]
    for f in positional + ['*'] * bool(keyword) + keyword:
        if f == '*':
            parameters.append('*')
        elif f.default is not MISSING:
            scope['_default_' + f.name] = f.default
            parameters.append('%s=_default_%s' % (f.name, f.name))
        elif f.default_factory is not MISSING:
            parameters.append('%s=_missing' % f.name)
        else:
            parameters.append(f.name)
    body = []
    for f in in_init:
        value = _initial(f, scope)
        if value is None or f._field_type == '_FIELD_INITVAR':
            continue
        if frozen:
            body.append('_set(%s, %r, %s)' % (me, f.name, value))
        else:
            body.append('%s.%s = %s' % (me, f.name, value))
    if hasattr(cls, '__post_init__'):
        given = [f.name for f in in_init if f._field_type == '_FIELD_INITVAR']
        body.append('%s.__post_init__(%s)' % (me, ', '.join(given)))
    source = 'def __init__(%s):\n %s\n' % (', '.join(parameters), '\n '.join(body or ['pass']))
    exec(source, scope)
    init = scope['__init__']
    init.__annotations__ = {f.name: f.type for f in positional + keyword}
    init.__annotations__['return'] = None
    return init


def _initial(f, scope):
    # The expression that gives the field its first value; None for no value.
    if f.default_factory is not MISSING:
        scope['_factory_' + f.name] = f.default_factory
        if f.init:
            return '_factory_%s() if %s is _missing else %s' % (f.name, f.name, f.name)
        return '_factory_%s()' % f.name
    if f.init:
        return f.name
    if f.default is not MISSING and f._field_type == '_FIELD':
        # The class attribute serves, except where slots hide it.
        scope['_default_' + f.name] = f.default
        return '_default_' + f.name
    return None


def _make_repr(names):
    def __repr__(self):
        from collections import _guarded_repr
        return _guarded_repr(self, lambda obj: '%s(%s)' % (
            obj.__class__.__qualname__,
            ', '.join(['%s=%r' % (name, getattr(obj, name)) for name in names])), '...')
    return __repr__


def _make_eq(names):
    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return (tuple([getattr(self, name) for name in names])
                == tuple([getattr(other, name) for name in names]))
    return __eq__


def _add_order(cls, names):
    from operator import lt, le, gt, ge

    def compare_by(operation):
        def method(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return operation(tuple([getattr(self, name) for name in names]),
                             tuple([getattr(other, name) for name in names]))
        return method

    for name, operation in (('__lt__', lt), ('__le__', le), ('__gt__', gt), ('__ge__', ge)):
        if name in cls.__dict__:
            raise TypeError('Cannot overwrite attribute %s in class %s. '
                            'Consider using functools.total_ordering' % (name, cls.__name__))
        _set(cls, name, compare_by(operation))


def _add_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot assign to field %r' % (name,))
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot delete field %r' % (name,))
        super(cls, self).__delattr__(name)

    for method in (__setattr__, __delattr__):
        name = method.__name__
        if name in cls.__dict__:
            raise TypeError('Cannot overwrite attribute %s in class %s' % (name, cls.__name__))
        _set(cls, name, method)


def _add_hash(cls, params, has_hash, names):
    if params.unsafe_hash:
        if has_hash:
            raise TypeError('Cannot overwrite attribute __hash__ in class %s' % cls.__name__)
    elif not params.eq or has_hash:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return

    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))
    _set(cls, '__hash__', __hash__)


def _with_slots(cls, real, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError('%s already specifies __slots__' % cls.__name__)
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        names = base.__dict__.get('__slots__', ())
        inherited.update((names,) if isinstance(names, str) else names)
    names = [f.name for f in real]
    slots = [name for name in names if name not in inherited]
    if weakref_slot and '__weakref__' not in inherited:
        slots.append('__weakref__')
    namespace['__slots__'] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = cls.__qualname__
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = qualname
    if new.__dataclass_params__.frozen:
        for name in ('__setattr__', '__delattr__'):
            delattr(new, name)
        _add_frozen(new, set(names))
    return new


def fields(class_or_instance):
    try:
        table = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in table.values() if f._field_type == '_FIELD'])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _convert(obj, lambda o, inner: dict_factory(
        [(f.name, inner(getattr(o, f.name))) for f in fields(o)]), dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _convert(obj, lambda o, inner: tuple_factory(
        [inner(getattr(o, f.name)) for f in fields(o)]), None)


def _convert(obj, build, dict_factory):
    def inner(value):
        kind = type(value)
        if hasattr(kind, _FIELDS):
            return build(value, inner)
        if isinstance(value, tuple) and hasattr(value, '_fields'):
            return kind(*[inner(item) for item in value])
        if isinstance(value, (list, tuple)):
            return kind([inner(item) for item in value])
        if isinstance(value, dict):
            pairs = [(inner(key), inner(item)) for key, item in value.items()]
            if hasattr(kind, 'default_factory'):
                result = kind(value.default_factory)
                result.update(pairs)
                return result
            return kind(pairs)
        import copy
        return copy.deepcopy(value)
    return inner(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, _FIELDS).values():
        if f._field_type == '_FIELD_CLASSVAR':
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError('field %s is declared with init=False, it cannot be specified '
                                 'with replace()' % f.name)
        elif f.name not in changes:
            if f._field_type == '_FIELD_INITVAR' and f.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    from keyword import iskeyword
    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, namespace[item[0]] = item
        else:
            raise TypeError('Invalid field: %r' % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError('Field names must be valid identifiers: %r' % (name,))
        if iskeyword(name):
            raise TypeError('Field names must not be keywords: %r' % (name,))
        if name in annotations:
            raise TypeError('Field name duplicated: %r' % (name,))
        annotations[name] = kind
    namespace['__annotations__'] = annotations
    import types
    cls = types.new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))
    return dataclass(cls, **options)
