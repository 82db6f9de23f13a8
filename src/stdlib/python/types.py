# Names for the types of things the language makes itself.
#
# Each is taken from a sample of the thing. A kind this interpreter does not
# make (coroutines, for now) has no name here, so that asking for it fails at
# the place that asks.

import sys as _sys


def _function():
    pass


def _generator():
    yield


class _Sample:
    def method(self):
        pass


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
MethodType = type(_Sample().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(_sys)
GeneratorType = type(_generator())
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)

del _function, _generator, _Sample


_rare = {
    'CellType': lambda: type((lambda held: lambda: held)(0).__closure__[0]),
    'WrapperDescriptorType': lambda: type(object.__init__),
    'MethodWrapperType': lambda: type(object().__str__),
    'MethodDescriptorType': lambda: type(str.join),
    'ClassMethodDescriptorType': lambda: type(dict.__dict__['fromkeys']),
    'UnionType': lambda: type(int | str),
}


def __getattr__(name):
    make = _rare.get(name)
    if make is not None:
        value = globals()[name] = make()
        return value
    if name in ('TracebackType', 'FrameType'):
        try:
            raise TypeError
        except TypeError as error:
            trace = error.__traceback__
        globals()['TracebackType'] = type(trace)
        globals()['FrameType'] = type(trace.tb_frame)
        return globals()[name]
    if name in ('GetSetDescriptorType', 'MemberDescriptorType'):
        globals()['GetSetDescriptorType'] = type(GeneratorType.gi_running)
        globals()['MemberDescriptorType'] = type(FunctionType.__globals__)
        return globals()[name]
    raise AttributeError("module 'types' has no attribute %r" % name)


class SimpleNamespace:

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __getattr__(self, name):
        shown = 'types.SimpleNamespace' if type(self) is SimpleNamespace else type(self).__name__
        raise AttributeError("'%s' object has no attribute '%s'" % (shown, name),
                             name=name, obj=self)

    def __repr__(self):
        from collections import _guarded_repr
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        return _guarded_repr(self, lambda obj: '%s(%s)' % (
            name, ', '.join(['%s=%r' % pair for pair in obj.__dict__.items()])),
            name + '(...)')

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


class GenericAlias:
    # list[int] and its like: knows its origin and arguments, and otherwise
    # behaves as the origin.
    __slots__ = ('__origin__', '__args__')

    def __init__(self, origin, args):
        object.__setattr__(self, '__origin__', origin)
        object.__setattr__(self, '__args__', args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **kwargs):
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') and name != '__name__' \
                and name not in ('__module__', '__qualname__', '__doc__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    @property
    def __parameters__(self):
        import typing
        return typing._parameters_of(self.__args__)

    def __getitem__(self, items):
        import typing
        return GenericAlias(self.__origin__, typing._fill(self.__args__, items, self))

    def __repr__(self):
        return '%s[%s]' % (_type_text(self.__origin__),
                           ', '.join(map(_type_text, self.__args__)) or '()')

    def __eq__(self, other):
        if not hasattr(other, '__origin__') or not hasattr(other, '__args__'):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        import typing
        return typing.Union[self, other]

    def __ror__(self, other):
        import typing
        return typing.Union[other, self]

    def __instancecheck__(self, instance):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, cls):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')


def _type_text(item):
    if item is ...:
        return '...'
    if isinstance(item, GenericAlias):
        return repr(item)
    if isinstance(item, list):
        return '[%s]' % ', '.join(map(_type_text, item))
    module = getattr(item, '__module__', None)
    name = getattr(item, '__qualname__', None)
    if isinstance(item, type) and name is not None:
        return name if module == 'builtins' else '%s.%s' % (module, name)
    return repr(item)


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    result = []
    changed = False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, '__mro_entries__', None)
        if entries is None:
            result.append(base)
        else:
            changed = True
            result.extend(entries(bases))
    return tuple(result) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = {} if kwds is None else dict(kwds)
    meta = kwds.pop('metaclass', None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            kind = type(base)
            if issubclass(meta, kind):
                continue
            if issubclass(kind, meta):
                meta = kind
                continue
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a '
                            '(non-strict) subclass of the metaclasses of all its bases')
    prepare = getattr(meta, '__prepare__', None)
    return meta, {} if prepare is None else prepare(name, bases, **kwds), kwds


class DynamicClassAttribute:
    # A property seen on instances only: asked of the class, it lets the
    # metaclass answer.

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, '__doc__', None)

    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)
