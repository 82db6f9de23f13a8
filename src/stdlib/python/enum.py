# Enumerations: classes whose members are made once, when the class is.
#
# The class body runs in a dict that notes which names are members and turns
# auto() into values; the metaclass then makes the members, and from there on
# calling the class looks a member up. Combinations of flags are made when
# first asked for and kept in the same map.

from types import MappingProxyType as _MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum',
           'auto', 'unique', 'property', 'member', 'nonmember', 'FlagBoundary', 'STRICT',
           'CONFORM', 'EJECT', 'KEEP', 'global_enum_repr', 'show_flag_values']

_unset = object()
_property = property


class property(_property):
    # As the builtin; setting it is refused in the enumeration's own words.

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError('<enum %r> cannot set attribute %r' % (self.clsname, self.name))

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError('<enum %r> cannot delete attribute %r' % (self.clsname, self.name))


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return 'auto(%r)' % (self.value,)


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


_known_sunders = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_',
                  '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_')


class _EnumDict(dict):

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and key.startswith('_%s__' % self._cls_name.lstrip('_')) \
                and not key.endswith('__'):
            pass
        elif _is_sunder(key):
            if key not in _known_sunders:
                raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use'
                                 % (key,))
            if key == '_generate_next_value_':
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                taken = set(value) & set(self._member_names)
                if taken:
                    raise ValueError('_ignore_ cannot specify already set names: %r' % (taken,))
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            elif isinstance(value, auto):
                value = self._resolve(key, value)
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                value = tuple([self._resolve(key, v) if isinstance(v, auto) else v
                               for v in value])
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, mark):
        if mark.value is _unset:
            mark.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
        return mark.value


def _plain_enum(bases):
    # The last base says what kind of enumeration it is.
    if not bases:
        return object, Enum
    last = bases[-1]
    if not isinstance(last, EnumType):
        raise TypeError('new enumerations should be created as '
                        '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
    return _data_type(bases), last


def _data_type(bases):
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    if base._member_type_ not in found:
                        found.append(base._member_type_)
                    break
            elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                kind = candidate or base
                if kind not in found:
                    found.append(kind)
                break
            else:
                candidate = candidate or base
    if len(found) > 1:
        raise TypeError('too many data types for %r: %r' % (bases, set(found)))
    return found[0] if found else object


class EnumType(type):

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            _refuse_extension(cls, base)
        namespace = _EnumDict(cls)
        if bases:
            kind = _plain_enum(bases)[1]
            namespace._generate = getattr(kind, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = list(classdict._member_names)
        plain = dict(classdict)
        for ignored in classdict._ignore:
            plain.pop(ignored, None)
        plain.pop('_ignore_', None)
        order = plain.pop('_order_', None)
        member_type = object
        if bases:
            member_type = _plain_enum(bases)[0]
        for bad in ('mro', ''):
            if bad in names:
                raise ValueError('invalid enum member name(s) %r' % (bad,))
        values = [(name, plain.pop(name)) for name in names]
        if '_generate_next_value_' in plain and not isinstance(
                plain['_generate_next_value_'], staticmethod):
            plain['_generate_next_value_'] = staticmethod(plain['_generate_next_value_'])
        plain['_member_names_'] = []
        plain['_member_map_'] = {}
        plain['_value2member_map_'] = {}
        plain['_unhashable_values_'] = []
        plain['_member_type_'] = member_type
        plain['_flag_mask_'] = plain['_all_bits_'] = plain['_singles_mask_'] = 0
        if boundary is not None:
            plain['_boundary_'] = boundary
        self = type.__new__(metacls, cls, bases, plain, **kwds)
        is_flag = _is_flag(self)
        if bases:
            _prefer_enum_methods(self, plain, member_type, bases[-1], is_flag)
        for name, value in values:
            _add_member(self, name, value, member_type, is_flag)
        if order is not None:
            _check_order(self, order)
        return self

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value=_unset, names=None, *extra, module=None, qualname=None, type=None,
                 start=1, boundary=None):
        if names is None and not extra and cls._member_map_:
            if value is _unset:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: "
                                "'value'")
            return _lookup(cls, value)
        if cls._member_map_ or names is None:
            if names is None:
                return _lookup(cls, value)
            return _lookup(cls, (value, names) + extra)
        return cls._create_(value, names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names = names, []
            values = []
            for count, name in enumerate(given):
                value = cls._generate_next_value_(name, start, count, values[:])
                values.append(value)
                names.append((name, value))
        elif names is None:
            names = ()
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            module = _caller_module()
        namespace['__module__'] = module
        namespace['__qualname__'] = class_name if qualname is None else qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(value).__qualname__, cls.__class__.__qualname__))
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        members = cls._member_map_
        return iter([members[name] for name in cls._member_names_])

    def __reversed__(cls):
        members = cls._member_map_
        return iter([members[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return _MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return '<%s %r>' % ('flag' if _is_flag(cls) else 'enum', cls.__name__)

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        super().__delattr__(name)

    def __dir__(cls):
        return sorted(set(['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__',
                           '__iter__', '__len__', '__members__', '__module__', '__name__',
                           '__qualname__'] + cls._member_names_))


EnumMeta = EnumType


def _caller_module():
    import sys
    try:
        return sys._getframe(3).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return '__main__'


def _is_flag(cls):
    for base in cls.__mro__:
        if '__is_flag__' in base.__dict__:
            return True
    return False


def _refuse_extension(name, base):
    if isinstance(base, EnumType) and base._member_names_:
        raise TypeError('<enum %r> cannot extend %r' % (name, base))


def _add_member(cls, name, value, member_type, is_flag):
    args = value if isinstance(value, tuple) else (value,)
    if member_type is tuple:
        args = (args,)
    new = cls.__new__
    if new is object.__new__:
        made = new(cls)
    else:
        made = new(cls, *args)
    attributes = made.__dict__
    if '_value_' not in attributes:
        if member_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = member_type(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made._sort_order_ = len(cls._member_names_)
    if cls.__init__ is not object.__init__:
        made.__init__(*args)
    same = _find(cls, value)
    if same is not None:
        made = same
    else:
        if is_flag and isinstance(value, int):
            _note_bits(cls, value)
        if not (is_flag and isinstance(value, int)) or _is_single_bit(value):
            cls._member_names_.append(name)
        try:
            cls._value2member_map_[value] = made
        except TypeError:
            cls._unhashable_values_.append((value, made))
    type.__setattr__(cls, name, made)
    cls._member_map_[name] = made


def _prefer_enum_methods(cls, namespace, member_type, first_enum, is_flag):
    # Where the data type comes first among the bases, its way of printing
    # would win; a member prints as a member all the same.
    for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if name not in namespace:
            found = getattr(cls, name)
            if found is getattr(member_type, name, None) or found is getattr(object, name, None):
                type.__setattr__(cls, name, getattr(first_enum, name))
    if is_flag and member_type is not object:
        for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__',
                     '__invert__', '__contains__', '__iter__', '__len__', '__bool__'):
            if name not in namespace:
                type.__setattr__(cls, name, getattr(Flag, name))


def _note_bits(cls, value):
    type.__setattr__(cls, '_flag_mask_', cls._flag_mask_ | value)
    type.__setattr__(cls, '_all_bits_', (1 << cls._flag_mask_.bit_length()) - 1)
    if _is_single_bit(value):
        type.__setattr__(cls, '_singles_mask_', cls._singles_mask_ | value)


def _is_single_bit(value):
    return value > 0 and not value & (value - 1)


def _check_order(cls, order):
    if isinstance(order, str):
        order = order.replace(',', ' ').split()
    named = [name for name in order if name in cls._member_names_]
    if named != cls._member_names_:
        raise TypeError('member order does not match _order_:\n  %r\n  %r'
                        % (cls._member_names_, named))


def _find(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for known, made in cls._unhashable_values_:
            if known == value:
                return made
        return None


def _lookup(cls, value):
    if type(value) is cls:
        return value
    found = _find(cls, value)
    if found is not None:
        return found
    if not cls._member_map_ and not cls.__dict__.get('_member_names_'):
        if cls is Enum or not _is_flag(cls):
            raise TypeError('%r has no members defined' % cls)
    refusal = None
    result = None
    try:
        result = cls._missing_(value)
    except Exception as error:
        refusal = error
    if isinstance(result, cls) or (_is_flag(cls) and cls._boundary_ is EJECT
                                   and isinstance(result, int)):
        return result
    wrong = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
    if result is None and refusal is None:
        raise wrong
    if refusal is None:
        refusal = TypeError('error in %s._missing_: returned %r instead of None or a valid member'
                            % (cls.__name__, result))
    if not isinstance(refusal, ValueError):
        refusal.__context__ = wrong
    raise refusal


class Enum(metaclass=EnumType):

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __dir__(self):
        return sorted({'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
                      | {name for name in self.__dict__ if name[0] != '_'})


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    __str__ = str.__str__
    __format__ = str.__format__

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits_text(value, width):
    # Digits after a sign digit: 0b0 0101 for 5, 0b1 1011 for -5.
    digits = bin(value if value >= 0 else ~value)[2:]
    if value < 0:
        digits = ''.join(['0' if d == '1' else '1' for d in digits])
    sign = '0' if value >= 0 else '1'
    return '0b%s %s' % (sign, digits.rjust(width, sign))


def _pseudo_member(cls, value):
    found = cls._value2member_map_.get(value)
    if found is not None:
        return found
    if cls._member_type_ is object:
        made = object.__new__(cls)
    else:
        made = cls._member_type_.__new__(cls, value)
    if '_value_' not in made.__dict__:
        made._value_ = value
    names = [m._name_ for m in cls if m._value_ & value]
    unknown = value & ~cls._flag_mask_
    for m in cls._member_map_.values():
        # Bits that only a named combination has.
        rest = value & ~cls._singles_mask_ & ~unknown
        if rest and m._value_ & value == m._value_ and m._value_ & rest \
                and m._name_ not in names:
            names.append(m._name_)
    if names and unknown and cls._boundary_ is KEEP:
        names.append(cls._numeric_repr_(unknown))
    made._name_ = '|'.join(names) if names else None
    made.__objclass__ = cls
    return cls._value2member_map_.setdefault(value, made)


class Flag(Enum):
    _numeric_repr_ = repr
    __is_flag__ = True

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return 1 if start is None else start
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % last) from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask = cls._flag_mask_
        bits = cls._all_bits_
        if not ~bits <= value <= bits or value & (bits ^ mask):
            boundary = cls._boundary_
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\n    given %s\n  allowed %s'
                                 % (cls, value, _bits_text(value, width),
                                    _bits_text(mask, width)))
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value += max(bits + 1, 1 << value.bit_length())
        if value < 0:
            value += bits + 1
        return _pseudo_member(cls, value)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        value = self._value_
        return iter([m for m in self.__class__ if m._value_ & value])

    def __len__(self):
        return bin(self._value_).count('1')

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return '<%s: %r>' % (name, self._value_)
        return '<%s.%s: %r>' % (name, self._name_, self._value_)

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return '%s(%r)' % (name, self._value_)
        return '%s.%s' % (name, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _bits_of(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        kind = self.__class__._member_type_
        if kind is not object and isinstance(other, kind):
            return other
        return None

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else _lookup(self.__class__, self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else _lookup(self.__class__, self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else _lookup(self.__class__, self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return _lookup(cls, ~self._value_)
        return _lookup(cls, cls._singles_mask_ & ~self._value_)


type.__setattr__(Flag, '_boundary_', STRICT)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __str__ = int.__repr__
    __format__ = int.__format__


def unique(enumeration):
    duplicates = [(name, made._name_) for name, made in enumeration.__members__.items()
                  if name != made._name_]
    if duplicates:
        raise ValueError('duplicate values found in %r: %s' % (
            enumeration, ', '.join(['%s -> %s' % pair for pair in duplicates])))
    return enumeration


def global_enum_repr(self):
    return '%s.%s' % (self.__class__.__module__.split('.')[-1], self._name_)


def show_flag_values(value):
    value = int(value) if isinstance(value, int) else value._value_
    return [1 << i for i in range(value.bit_length()) if value >> i & 1]
