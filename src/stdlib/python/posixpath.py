# Paths as text, with `/` between the parts. Of the file system it knows only
# whether a name is missing, a file or a folder.

import posix as _posix

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False


def _text(path):
    if type(path) is str:
        return path
    if isinstance(path, str):
        return str(path)
    kind = type(path)
    if hasattr(kind, '__fspath__'):
        return kind.__fspath__(path)
    raise TypeError('expected str, bytes or os.PathLike object, not ' + kind.__name__)


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith('/')


def join(a, *p):
    path = _text(a)
    for part in p:
        if not isinstance(part, str) and not hasattr(type(part), '__fspath__'):
            raise TypeError("join() argument must be str, bytes, or os.PathLike object, not %r"
                            % type(part).__name__)
        part = _text(part)
        if part.startswith('/'):
            path = part
        elif not path or path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(p):
    p = _text(p)
    cut = p.rfind('/') + 1
    head, tail = p[:cut], p[cut:]
    if head and head != '/' * len(head):
        head = head.rstrip('/')
    return head, tail


def basename(p):
    p = _text(p)
    return p[p.rfind('/') + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    start = p.rfind('/') + 1
    dot = p.rfind('.')
    # Leading dots belong to the name: `.profile` has no extension.
    if dot > start and p[start:dot].strip('.'):
        return p[:dot], p[dot:]
    return p, ''


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def normpath(path):
    path = _text(path)
    if not path:
        return '.'
    # Exactly two leading slashes may mean something to the system; three do not.
    root = ''
    if path.startswith('/'):
        root = '//' if path.startswith('//') and not path.startswith('///') else '/'
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or (not root and not parts) or (parts and parts[-1] == '..'):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + '/'.join(parts) or '.'


def abspath(path):
    path = _text(path)
    if not path.startswith('/'):
        path = join(_posix.getcwd(), path)
    return normpath(path)


# Links are not followed: the host only tells files from folders.
realpath = abspath


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    base = abspath('.' if start is None else start)
    there = [part for part in abspath(path).split('/') if part]
    here = [part for part in base.split('/') if part]
    shared = 0
    for a, b in zip(here, there):
        if a != b:
            break
        shared += 1
    return '/'.join(['..'] * (len(here) - shared) + there[shared:]) or '.'


def commonprefix(m):
    if not m:
        return ''
    low, high = min(m), max(m)
    if not isinstance(low, (list, tuple)):
        low, high = _text(low), _text(high)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    absolute = paths[0].startswith('/')
    if any(path.startswith('/') != absolute for path in paths):
        raise ValueError("Can't mix absolute and relative paths") from None
    split_paths = [[p for p in path.split('/') if p and p != '.'] for path in paths]
    return ('/' if absolute else '') + '/'.join(commonprefix(split_paths))


def expanduser(path):
    path = _text(path)
    if path == '~' or path.startswith('~/'):
        home = _posix.environ.get('HOME')
        if home is not None:
            return (home.rstrip('/') + path[1:]) or '/'
    return path


def exists(path):
    return _posix.stat_kind(_text(path)) != 0


lexists = exists


def isfile(path):
    return _posix.stat_kind(_text(path)) == 1


def isdir(s):
    return _posix.stat_kind(_text(s)) == 2
