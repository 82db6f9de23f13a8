# Tracebacks as text. The interpreter itself knows how to write one; here are
# the ways to ask for it, and the entries as data.

import sys as _sys
import _thread

__all__ = ['print_exc', 'format_exc', 'print_exception', 'format_exception', 'print_tb',
           'format_tb', 'extract_tb', 'format_exception_only', 'format_list', 'FrameSummary',
           'StackSummary', 'print_last', 'walk_tb', 'clear_frames']

_missing = object()


def _details(exc, value, tb):
    if value is _missing and tb is _missing:
        if exc is None:
            return None, None, None
        return type(exc), exc, exc.__traceback__
    if value is _missing or tb is _missing:
        raise ValueError('Both or neither of value and tb must be given')
    return type(value) if value is not None else exc, value, tb


def _text(kind, value, tb, chain=True):
    if value is None and kind is None:
        return 'NoneType: None\n'
    if chain or (value.__cause__ is None and value.__context__ is None):
        return _thread._format_exception(kind, value, tb)
    head = 'Traceback (most recent call last):\n' + ''.join(format_tb(tb)) if tb else ''
    return head + ''.join(format_exception_only(kind, value))


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    return _text(*_details(exc, value, tb), chain).splitlines(keepends=True)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    print(_text(*_details(exc, value, tb), chain), file=_sys.stderr if file is None else file,
          end='')


def format_exc(limit=None, chain=True):
    return _text(*_sys.exc_info(), chain)


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(limit, chain), file=_sys.stderr if file is None else file, end='')


def print_last(limit=None, file=None, chain=True):
    if not hasattr(_sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(_sys.last_type, _sys.last_value, _sys.last_traceback, limit, file, chain)


def format_exception_only(exc, /, value=_missing):
    if value is _missing:
        value = exc
    if value is None:
        return ['NoneType: None\n']
    # Without a traceback and a chain the text is the last line alone.
    kind = type(value)
    name = kind.__qualname__
    if kind.__module__ not in ('__main__', 'builtins'):
        name = '%s.%s' % (kind.__module__, name)
    if isinstance(value, SyntaxError):
        bare = _thread._format_exception(kind, value, None)
        return bare.splitlines(keepends=True)
    try:
        text = str(value)
    except Exception:
        text = '<exception str() failed>'
    lines = ['%s: %s\n' % (name, text) if text else name + '\n']
    for note in getattr(value, '__notes__', ()):
        lines.extend([line + '\n' for line in str(note).split('\n')])
    return lines


class FrameSummary:
    __slots__ = ('filename', 'lineno', 'name', 'line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = locals

    def __repr__(self):
        return '<FrameSummary file %s, line %s in %s>' % (self.filename, self.lineno, self.name)

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    __hash__ = None


class StackSummary(list):

    def format(self):
        return format_list(self)

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        stack = cls()
        for frame, lineno in frame_gen:
            code = frame.f_code
            stack.append(FrameSummary(code.co_filename, lineno, code.co_name))
        return _limited(stack, limit)


def _limited(stack, limit):
    if limit is not None:
        stack[:] = stack[:limit] if limit >= 0 else stack[limit:]
    return stack


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    return StackSummary.extract(walk_tb(tb), limit=limit)


def format_list(extracted_list):
    lines = []
    for entry in extracted_list:
        filename, lineno, name, line = entry
        text = '  File "%s", line %s, in %s\n' % (filename, lineno, name)
        if line:
            text += '    %s\n' % line.strip()
        lines.append(text)
    return lines


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), file=_sys.stderr if file is None else file, end='')


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except (AttributeError, RuntimeError):
            # A frame that still runs keeps its variables.
            pass
        tb = tb.tb_next
