# What a program may ask about its surroundings. Files are not among it: the
# functions that open, list or change them are absent, and asking for one is
# an AttributeError.

import sys as _sys
import posix as _posix
import posixpath as path

name = 'posix'
linesep = '\n'
curdir = path.curdir
pardir = path.pardir
sep = path.sep
altsep = path.altsep
extsep = path.extsep
pathsep = path.pathsep
defpath = path.defpath
devnull = path.devnull

error = OSError
getpid = _posix.getpid
getcwd = _posix.getcwd
cpu_count = _posix.cpu_count

_sys.modules['os.path'] = path


class _Environ:
    # The variables as they were at the start; changes stay inside.

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        _check_text(key)
        if key in self._data:
            return self._data[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        _check_text(key)
        _check_text(value)
        self._data[key] = value

    def __delitem__(self, key):
        _check_text(key)
        if key not in self._data:
            raise KeyError(key)
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        _check_text(key)
        return key in self._data

    def __eq__(self, other):
        if isinstance(other, _Environ):
            return self._data == other._data
        return self._data == other if isinstance(other, dict) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return 'environ({%s})' % ', '.join(['%r: %r' % pair for pair in self._data.items()])

    def get(self, key, default=None):
        _check_text(key)
        return self._data.get(key, default)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def copy(self):
        return dict(self._data)

    def pop(self, key, *default):
        _check_text(key)
        return self._data.pop(key, *default)

    def popitem(self):
        return self._data.popitem()

    def clear(self):
        self._data.clear()

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **kwds):
        pairs = other.items() if hasattr(other, 'items') else other
        for key, value in pairs:
            self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def __or__(self, other):
        return {**self._data, **other}

    def __ror__(self, other):
        return {**other, **self._data}

    def __ior__(self, other):
        self.update(other)
        return self


def _check_text(value):
    if not isinstance(value, str):
        raise TypeError('str expected, not %s' % type(value).__name__)


environ = _Environ(_posix.environ)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value, /):
    environ[key] = value


def unsetenv(key, /):
    environ._data.pop(key, None)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    if not hasattr(kind, '__fspath__'):
        raise TypeError('expected str, bytes or os.PathLike object, not ' + kind.__name__)
    result = kind.__fspath__(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError('expected %s.__fspath__() to return str or bytes, not %s'
                    % (kind.__name__, type(result).__name__))


def get_exec_path(env=None):
    return (environ if env is None else env).get('PATH', defpath).split(pathsep)
