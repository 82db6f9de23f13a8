# Constants of characters, templates with $names, and the formatter behind
# str.format as a class.

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits',
           'hexdigits', 'octdigits', 'printable', 'punctuation', 'whitespace',
           'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdefABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # Yields (text, name, raw): text to copy, or the name to put in and how
        # it was written; name None and raw '' mark a placeholder that is wrong.
        text = self.template
        mark = self.delimiter
        first = ascii_letters + '_'
        rest = first + digits
        start = 0
        while True:
            at = text.find(mark, start)
            if at < 0:
                yield text[start:], None, None, at
                return
            yield text[start:at], None, None, at
            after = at + len(mark)
            braced = text[after:after + 1] == '{'
            end = begin = after + 1 if braced else after
            if text.startswith(mark, after):
                yield mark, None, None, at
                start = after + len(mark)
                continue
            if text[end:end + 1] and text[end] in first:
                while end < len(text) and text[end] in rest:
                    end += 1
            name = text[begin:end]
            if not name or (braced and text[end:end + 1] != '}'):
                yield mark, None, '', after
                start = after
                continue
            start = end + 1 if braced else end
            yield '', name, text[at:start], at

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column = at - len(''.join(lines[:-1]))
            line = len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def substitute(self, mapping={}, /, **kws):
        out = []
        for text, name, raw, at in self._pieces():
            if name is not None:
                out.append(str(kws[name] if name in kws else mapping[name]))
            elif raw == '':
                self._invalid(at)
            else:
                out.append(text)
        return ''.join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        out = []
        for text, name, raw, at in self._pieces():
            if name is None:
                out.append(text)
                continue
            try:
                out.append(str(kws[name] if name in kws else mapping[name]))
            except KeyError:
                out.append(raw)
        return ''.join(out)

    def is_valid(self):
        return all(raw != '' for text, name, raw, at in self._pieces())

    def get_identifiers(self):
        found = []
        for text, name, raw, at in self._pieces():
            if name is not None and name not in found:
                found.append(name)
        return found


class Formatter:

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for text, name, spec, conversion in self.parse(format_string):
            if text:
                out.append(text)
            if name is None:
                continue
            head = _first_name(name)
            if head == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to '
                                     'automatic field numbering')
                name = str(auto) + name
                auto += 1
            elif head.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to '
                                     'automatic field numbering')
                auto = False
            obj, key = self.get_field(name, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return ''.join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier %s' % conversion)

    def parse(self, format_string):
        size = len(format_string)
        text = []
        i = 0
        while i < size:
            c = format_string[i]
            if c not in '{}':
                text.append(c)
                i += 1
                continue
            if format_string[i + 1:i + 2] == c:
                yield ''.join(text) + c, None, None, None
                text = []
                i += 2
                continue
            if c == '}':
                raise ValueError("Single '}' encountered in format string")
            if i + 1 == size:
                raise ValueError("Single '{' encountered in format string")
            end = _closing_brace(format_string, i + 1)
            name, spec, conversion = _split_field(format_string[i + 1:end])
            yield ''.join(text), name, spec, conversion
            text = []
            i = end + 1
        if text:
            yield ''.join(text), None, None, None

    def get_field(self, field_name, args, kwargs):
        head = _first_name(field_name)
        rest = field_name[len(head):]
        key = int(head) if head.isdigit() else head
        obj = self.get_value(key, args, kwargs)
        while rest:
            if rest[0] == '.':
                end = 1
                while end < len(rest) and rest[end] not in '.[':
                    end += 1
                obj = getattr(obj, rest[1:end])
            else:
                end = rest.find(']') + 1
                if not end:
                    raise ValueError("Missing ']' in format string")
                item = rest[1:end - 1]
                obj = obj[int(item) if item.isdigit() else item]
            rest = rest[end:]
        return obj, key


def _first_name(name):
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    return name[:end]


def _closing_brace(text, start):
    depth = 1
    for i in range(start, len(text)):
        if text[i] == '{':
            depth += 1
        elif text[i] == '}':
            depth -= 1
            if not depth:
                return i
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    i = 0
    inside = False
    while i < len(field):
        c = field[i]
        if c == '[':
            inside = True
        elif c == ']':
            inside = False
        elif c in '!:' and not inside:
            break
        i += 1
    name = field[:i]
    conversion = None
    if field[i:i + 1] == '!':
        conversion = field[i + 1:i + 2]
        if not conversion:
            raise ValueError("end of string while looking for conversion specifier")
        i += 2
        if i < len(field) and field[i] != ':':
            raise ValueError("expected ':' after conversion specifier")
    return name, field[i + 1:], conversion
