# JSON out of Python values and back (RFC 8259, with CPython's NaN and Infinity).
#
# Plain data in plain settings, and well-formed text, take the native way; all else
# is done here. The encoder builds one list of pieces and joins it at the end. The decoder
# walks the text by index; strings without escapes are cut out in one piece.

from _json import read as _read, write as _write

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

_INFINITY = float('inf')
_SHORT = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b',
          '\f': '\\f'}
_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


class JSONDecodeError(ValueError):
    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        line = doc.count('\n', 0, pos) + 1
        column = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, line, column, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column


# Writing.

def _quote_ascii(s):
    if s.isascii() and s.isprintable() and '"' not in s and '\\' not in s:
        return '"' + s + '"'
    out = ['"']
    for c in s:
        short = _SHORT.get(c)
        if short is not None:
            out.append(short)
            continue
        code = ord(c)
        if 32 <= code < 127:
            out.append(c)
        elif code < 0x10000:
            out.append('\\u%04x' % code)
        else:
            code -= 0x10000
            out.append('\\u%04x\\u%04x' % (0xd800 | code >> 10, 0xdc00 | code & 0x3ff))
    out.append('"')
    return ''.join(out)


def _quote(s):
    out = ['"']
    for c in s:
        short = _SHORT.get(c)
        if short is not None:
            out.append(short)
        elif c < ' ':
            out.append('\\u%04x' % ord(c))
        else:
            out.append(c)
    out.append('"')
    return ''.join(out)


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError('Object of type %s is not JSON serializable' % o.__class__.__name__)

    def encode(self, o):
        if isinstance(o, str):
            return _quote_ascii(o) if self.ensure_ascii else _quote(o)
        out = []
        self._write(o, out.append, 0, set())
        return ''.join(out)

    def iterencode(self, o, _one_shot=False):
        out = []
        self._write(o, out.append, 0, set())
        return iter(out)

    def _float(self, value):
        if value != value:
            text = 'NaN'
        elif value == _INFINITY:
            text = 'Infinity'
        elif value == -_INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return text

    def _scalar(self, value):
        # The text of a value without parts, or None.
        if isinstance(value, str):
            return _quote_ascii(value) if self.ensure_ascii else _quote(value)
        if value is None:
            return 'null'
        if value is True:
            return 'true'
        if value is False:
            return 'false'
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return self._float(value)
        return None

    def _write(self, value, put, level, open_ids):
        text = self._scalar(value)
        if text is not None:
            put(text)
            return
        key = id(value)
        if self.check_circular:
            if key in open_ids:
                raise ValueError('Circular reference detected')
            open_ids.add(key)
        if isinstance(value, dict):
            self._write_dict(value, put, level, open_ids)
        elif isinstance(value, (list, tuple)):
            self._write_list(value, put, level, open_ids)
        else:
            self._write(self.default(value), put, level, open_ids)
        open_ids.discard(key)

    def _breaks(self, level):
        # What stands before the first item, between items and after the last.
        indent = self.indent
        if indent is None:
            return '', self.item_separator, ''
        if not isinstance(indent, str):
            indent = ' ' * indent
        line = '\n' + indent * (level + 1)
        return line, self.item_separator + line, '\n' + indent * level

    def _write_list(self, items, put, level, open_ids):
        if not items:
            put('[]')
            return
        first, between, last = self._breaks(level)
        put('[' + first)
        separate = False
        for item in items:
            if separate:
                put(between)
            separate = True
            self._write(item, put, level + 1, open_ids)
        put(last + ']')

    def _write_dict(self, mapping, put, level, open_ids):
        if not mapping:
            put('{}')
            return
        first, between, last = self._breaks(level)
        put('{')
        pairs = mapping.items()
        if self.sort_keys:
            pairs = sorted(pairs)
        lead = first
        for key, value in pairs:
            if not isinstance(key, str):
                text = self._scalar(key)
                if text is None:
                    if self.skipkeys:
                        continue
                    raise TypeError('keys must be str, int, float, bool or None, not '
                                    + key.__class__.__name__)
                key = text
            put(lead)
            lead = between
            put(_quote_ascii(key) if self.ensure_ascii else _quote(key))
            put(self.key_separator)
            self._write(value, put, level + 1, open_ids)
        put(last + '}')


_plain_encoder = JSONEncoder()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
          cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    if (ensure_ascii and cls is None and indent is None and separators is None and default is None
            and not skipkeys and check_circular and allow_nan and not sort_keys and not kw):
        text = _write(obj)
        return _plain_encoder.encode(obj) if text is NotImplemented else text
    if cls is None:
        cls = JSONEncoder
    return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
               allow_nan=allow_nan, indent=indent, separators=separators, default=default,
               sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


# Reading.

def _skip_space(s, i):
    size = len(s)
    while i < size and s[i] in ' \t\n\r':
        i += 1
    return i


def _hex4(s, i):
    digits = s[i + 1:i + 5]
    if len(digits) == 4 and not digits.strip('0123456789abcdefABCDEF'):
        return int(digits, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', s, i)


def _read_string(s, i, strict):
    # `i` is just after the opening quote; returns the text and the place after.
    begin = i - 1
    parts = []
    while True:
        quote = s.find('"', i)
        if quote < 0:
            quote = len(s)
        slash = s.find('\\', i, quote)
        end = quote if slash < 0 else slash
        chunk = s[i:end]
        if chunk:
            if strict and not chunk.isprintable():
                for offset, c in enumerate(chunk):
                    if c < ' ':
                        raise JSONDecodeError('Invalid control character at', s, i + offset)
            parts.append(chunk)
        if slash < 0:
            if quote == len(s):
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            return ''.join(parts), quote + 1
        c = s[slash + 1:slash + 2]
        if not c:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        if c != 'u':
            plain = _ESCAPES.get(c)
            if plain is None:
                raise JSONDecodeError('Invalid \\escape', s, slash)
            parts.append(plain)
            i = slash + 2
            continue
        code = _hex4(s, slash + 1)
        i = slash + 6
        if 0xd800 <= code <= 0xdbff and s[i:i + 2] == '\\u':
            low = _hex4(s, i + 1)
            if 0xdc00 <= low <= 0xdfff:
                code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00))
                i += 6
        parts.append(chr(code))


def _number_end(s, i):
    # The end of the number at i and whether it is whole; i itself if none.
    size = len(s)
    j = i + 1 if s[i] == '-' else i
    if j < size and s[j] == '0':
        j += 1
    else:
        start = j
        while j < size and s[j] in '0123456789':
            j += 1
        if j == start:
            return i, True
    whole = True
    if j + 1 < size and s[j] == '.' and s[j + 1] in '0123456789':
        whole = False
        j += 2
        while j < size and s[j] in '0123456789':
            j += 1
    if j < size and s[j] in 'eE':
        k = j + 2 if s[j + 1:j + 2] in ('+', '-') else j + 1
        if k < size and s[k] in '0123456789':
            whole = False
            while k < size and s[k] in '0123456789':
                k += 1
            j = k
    return j, whole


_WORDS = {'n': ('null', None), 't': ('true', True), 'f': ('false', False)}
_CONSTANTS = {'N': 'NaN', 'I': 'Infinity', '-': '-Infinity'}


class JSONDecoder:

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None,
                 parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._read(s, idx)

    def _read(self, s, i):
        c = s[i:i + 1]
        if c == '"':
            return _read_string(s, i + 1, self.strict)
        if c == '{':
            return self._read_object(s, i + 1)
        if c == '[':
            return self._read_array(s, i + 1)
        word = _WORDS.get(c)
        if word is not None:
            if s.startswith(word[0], i):
                return word[1], i + len(word[0])
        elif c and c in '-0123456789':
            end, whole = _number_end(s, i)
            if end > i:
                return (self.parse_int if whole else self.parse_float)(s[i:end]), end
        constant = _CONSTANTS.get(c)
        if constant is not None and s.startswith(constant, i):
            return self.parse_constant(constant), i + len(constant)
        raise JSONDecodeError('Expecting value', s, i)

    def _read_array(self, s, i):
        values = []
        i = _skip_space(s, i)
        if s[i:i + 1] == ']':
            return values, i + 1
        while True:
            value, i = self._read(s, i)
            values.append(value)
            i = _skip_space(s, i)
            c = s[i:i + 1]
            if c == ']':
                return values, i + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = _skip_space(s, i + 1)

    def _read_object(self, s, i):
        pairs = []
        i = _skip_space(s, i)
        if s[i:i + 1] == '}':
            return self._made(pairs), i + 1
        while True:
            if s[i:i + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, i)
            key, i = _read_string(s, i + 1, self.strict)
            i = _skip_space(s, i)
            if s[i:i + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, i)
            value, i = self._read(s, _skip_space(s, i + 1))
            pairs.append((key, value))
            i = _skip_space(s, i)
            c = s[i:i + 1]
            if c == '}':
                return self._made(pairs), i + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = _skip_space(s, i + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        value = dict(pairs)
        return value if self.object_hook is None else self.object_hook(value)


_plain_decoder = JSONDecoder()


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None,
          parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, bytes) or type(s).__name__ == 'bytearray':
        s = bytes(s)
        s = (s[3:] if s.startswith(b'\xef\xbb\xbf') else s).decode('utf-8')
    else:
        raise TypeError('the JSON object must be str, bytes or bytearray, not '
                        + s.__class__.__name__)
    if (cls is None and object_hook is None and parse_float is None and parse_int is None
            and parse_constant is None and object_pairs_hook is None and not kw):
        value = _read(s)
        return _plain_decoder.decode(s) if value is NotImplemented else value
    return (cls or JSONDecoder)(object_hook=object_hook, parse_float=parse_float,
                                parse_int=parse_int, parse_constant=parse_constant,
                                object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
