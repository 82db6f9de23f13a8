# Text and bytes in memory, with the face of a file.
#
# Writing at the end only appends to a list of pieces, which is one step for
# all threads; the pieces are joined when somebody reads or seeks. `_pos` is
# None while the place is the end. There are no real files here.

__all__ = ['StringIO', 'BytesIO', 'UnsupportedOperation', 'IOBase', 'RawIOBase',
           'BufferedIOBase', 'TextIOBase', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END',
           'DEFAULT_BUFFER_SIZE']

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    _closed = False
    _closed_text = 'I/O operation on closed file.'

    def _unsupported(self, name):
        raise UnsupportedOperation('%s.%s() not supported' % (self.__class__.__name__, name))

    def _check_open(self):
        if self._closed:
            raise ValueError(self._closed_text)

    _checkClosed = _check_open

    @property
    def closed(self):
        return self._closed

    def close(self):
        if not self._closed:
            self.flush()
            self._closed = True

    def flush(self):
        self._check_open()

    def seek(self, pos, whence=0, /):
        self._unsupported('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        self._unsupported('truncate')

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            if len(line) > hint - total:
                break
            total += len(line)
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class _Memory:
    # What the two share; `_empty` and `_newline` say of which kind it is.

    def _settle(self):
        # One piece, and a place that is a number.
        parts = self._parts
        if len(parts) != 1:
            parts = self._parts = [self._empty.join(parts)]
        whole = parts[0]
        if self._pos is None:
            self._pos = len(whole)
        return whole

    def getvalue(self):
        self._check_open()
        return self._empty.join(self._parts)

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def close(self):
        self._closed = True
        self._parts = []

    def tell(self):
        self._check_open()
        if self._pos is None:
            self._settle()
        return self._pos

    def read(self, size=-1, /):
        self._check_open()
        if self._pos is None:
            return self._empty
        whole = self._settle()
        start = self._pos
        end = len(whole) if size is None or size < 0 else min(start + size, len(whole))
        if start >= end:
            return self._empty
        self._pos = end
        return whole[start:end]

    def _line_end(self, whole, start):
        return whole.find(self._newline, start) + 1

    def readline(self, size=-1, /):
        self._check_open()
        if self._pos is None:
            return self._empty
        whole = self._settle()
        start = self._pos
        if start >= len(whole):
            return self._empty
        end = self._line_end(whole, start) or len(whole)
        if size is not None and 0 <= size < end - start:
            end = start + size
        self._pos = end
        return whole[start:end]

    def _overwrite(self, piece):
        whole = self._settle()
        pos = self._pos
        if pos > len(whole):
            whole += self._filler * (pos - len(whole))
        end = pos + len(piece)
        self._parts = [whole[:pos] + piece + whole[end:]]
        self._pos = end if end < len(whole) else None

    def truncate(self, pos=None, /):
        self._check_open()
        whole = self._settle()
        if pos is None:
            pos = self._pos
        elif pos < 0:
            raise ValueError('%s size value %d' % (self._negative, pos))
        self._parts = [whole[:pos]]
        return pos


class StringIO(_Memory, TextIOBase):
    __module__ = '_io'
    _empty = ''
    _newline = '\n'
    _filler = '\0'
    _negative = 'Negative'
    _closed_text = 'I/O operation on closed file'
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not '
                            + type(initial_value).__name__)
        if newline is not None and not isinstance(newline, str):
            raise TypeError('newline must be str or None, not ' + type(newline).__name__)
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError('illegal newline value: %r' % (newline,))
        self._mode = newline
        self._parts = []
        self._pos = None
        self._closed = False
        if initial_value:
            self.write(initial_value)
        self._pos = 0 if initial_value else None

    def write(self, s, /):
        if self._closed:
            raise ValueError(self._closed_text)
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '%s'" % type(s).__name__)
        size = len(s)
        mode = self._mode
        if mode != '\n':
            if mode is None:
                s = s.replace('\r\n', '\n').replace('\r', '\n')
            elif mode:
                s = s.replace('\n', mode)
        if self._pos is None:
            self._parts.append(s)
        elif s:
            self._overwrite(s)
        return size

    def _line_end(self, whole, start):
        mode = self._mode
        if mode is None or mode == '\n':
            return whole.find('\n', start) + 1
        if mode:
            return (whole.find(mode, start) + len(mode)) if mode in whole[start:] else 0
        feed = whole.find('\n', start)
        back = whole.find('\r', start)
        if back < 0 or 0 <= feed < back:
            return feed + 1
        return back + 2 if feed == back + 1 else back + 1

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError('Invalid whence (%d, should be 0, 1 or 2)' % whence)
        if whence == 0 and pos < 0:
            raise ValueError('Negative seek position %d' % pos)
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        whole = self._settle()
        if whence == 0:
            self._pos = pos
        elif whence == 2:
            self._pos = len(whole)
        place = self._pos
        if place == len(whole) and place:
            self._pos = None
        return place


class BytesIO(_Memory, BufferedIOBase):
    __module__ = '_io'
    _empty = b''
    _newline = b'\n'
    _filler = b'\0'
    _negative = 'negative'

    def __init__(self, initial_bytes=b''):
        initial = b'' if initial_bytes is None else _as_bytes(initial_bytes)
        self._parts = [initial]
        self._pos = 0 if initial else None
        self._closed = False

    def write(self, b, /):
        if self._closed:
            raise ValueError('I/O operation on closed file.')
        piece = _as_bytes(b)
        if self._pos is None:
            self._parts.append(piece)
        elif piece:
            self._overwrite(piece)
        return len(piece)

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, b, /):
        piece = self.read(len(b))
        b[:len(piece)] = piece
        return len(piece)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError('invalid whence (%d, should be 0, 1 or 2)' % whence)
        if whence == 0 and pos < 0:
            raise ValueError('negative seek value %d' % pos)
        whole = self._settle()
        if whence == 1:
            pos += self._pos
        elif whence == 2:
            pos += len(whole)
        self._pos = place = max(pos, 0)
        if place == len(whole) and place:
            self._pos = None
        return place


def _as_bytes(value):
    if type(value) is bytes:
        return value
    if isinstance(value, (str, int)) or not (isinstance(value, bytes)
                                             or hasattr(value, '__iter__')):
        raise TypeError("a bytes-like object is required, not '%s'" % type(value).__name__)
    return bytes(value)


def open(*args, **kwargs):
    raise UnsupportedOperation('this interpreter has no files')
