# Paths and surroundings.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import os
import os.path

print(os.name, os.sep, repr(os.linesep), os.curdir, os.pardir, os.extsep, os.pathsep, os.devnull, os.altsep)
print(os.cpu_count() >= 1, os.getpid() > 0, os.getcwd().startswith('/'), os.path is os.path)
os.environ['GILSCOPE_TEST'] = 'yes'
print(os.environ['GILSCOPE_TEST'], os.getenv('GILSCOPE_TEST'), os.getenv('GILSCOPE_NONE'), os.getenv('GILSCOPE_NONE', 'd'), 'GILSCOPE_TEST' in os.environ, os.environ.get('GILSCOPE_NONE', 1))
del os.environ['GILSCOPE_TEST']
err(lambda: os.environ['GILSCOPE_TEST'])
err(os.environ.__setitem__, 'a', 1)
print(os.environ.setdefault('GILSCOPE_TEST', 'x'), os.environ.pop('GILSCOPE_TEST'), isinstance(dict(os.environ), dict), len(os.environ) == len(list(os.environ)))
p = os.path
print(p.join('a', 'b'), p.join('a/', 'b'), p.join('a', '/b'), p.join('', 'b'), p.join('a', ''), p.join('a', 'b', 'c'), p.join('/'))
for s in ('', '/', 'a', 'a/b', '/a', '/a/b/', '//a', 'a//b', '///', 'a.b/c', '.x', 'a.tar.gz', '..a', '/.x.y', 'x.'):
    print(repr(s), p.split(s), p.basename(s), p.dirname(s), p.splitext(s), p.isabs(s), p.normpath(s), p.splitdrive(s))
for s in ('a/../b', '../a', '/../a', 'a/./b/', './', '//x//y', '///x', 'a/b/../../..', '/a/../../b'):
    print(s, p.normpath(s))
print(p.abspath('/a/../b'), p.abspath('x') == p.join(os.getcwd(), 'x'), p.relpath('/a/b/c', '/a/d'), p.relpath('/a', '/a'), p.relpath('/a/b', '/'))
print(p.commonprefix(['abc', 'abd']), p.commonprefix([]), p.commonpath(['/a/b', '/a/c/d']), p.commonpath(['a/b', 'a']))
print(p.exists('/'), p.isdir('/'), p.isfile('/'), p.exists('/no/such/place'), p.isfile('/no/such'), p.normcase('A/b'))
err(p.join, 'a', 1)
err(p.split, 1)
err(p.commonpath, [])
err(p.commonpath, ['/a', 'b'])
err(p.relpath, '')
err(os.fspath, 1)
print(os.fspath('a'))


class P:
    def __fspath__(self):
        return '/x/y.z'


print(os.fspath(P()), p.basename(P()), p.splitext(P()))
