# Context managers.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import contextlib
from contextlib import *
import io
import sys


@contextmanager
def cm(x):
    'doc'
    print('enter', x)
    try:
        yield x * 2
    except ValueError as e:
        print('caught', e)
    finally:
        print('exit', x)


with cm(1) as v:
    print(v)
with cm(2):
    raise ValueError('v')
try:
    with cm(3):
        raise KeyError('k')
except KeyError as e:
    print('out', e, e.__context__)
print(cm.__name__, cm.__doc__)


@cm(5)
def deco(a):
    print('in deco', a)
    return 'r'


print(deco(1), deco(2))


@contextmanager
def none():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def swallow_twice():
    try:
        yield 1
    except Exception:
        yield 2


@contextmanager
def passing():
    yield


def run(c, exc=None):
    with c:
        if exc is not None:
            raise exc
    return 'done'


err(run, none())
err(run, twice())
err(run, swallow_twice(), ValueError('x'))
err(run, passing(), StopIteration('stop'))
err(run, passing(), RuntimeError('rt'))
print(run(passing()))


class C:
    def close(self):
        print('closed')


with closing(C()) as c:
    print(type(c).__name__)
with suppress(KeyError, ValueError):
    raise ValueError
with suppress(LookupError):
    {}['x']
err(run, suppress(KeyError), TypeError('t'))
err(run, suppress(), TypeError('t'))
with nullcontext() as n, nullcontext(5) as m:
    print(n, m)
out = io.StringIO()
with redirect_stdout(out) as o:
    print('hidden')
    with redirect_stdout(io.StringIO()):
        print('lost')
print(repr(out.getvalue()), o is out)
with redirect_stderr(out):
    print('err', file=sys.stderr)
print(repr(out.getvalue()))


class Tr:
    def __init__(self, n, swallow=False, fail=None):
        self.n, self.swallow, self.fail = n, swallow, fail

    def __enter__(self):
        print('+', self.n)
        return self.n

    def __exit__(self, t, v, tb):
        print('-', self.n, t and t.__name__, v)
        if self.fail:
            raise self.fail
        return self.swallow


with ExitStack() as st:
    print(st.enter_context(Tr(1)), st.enter_context(Tr(2)))
    st.callback(print, 'callback', sep='!')
    st.push(Tr(3))
    st.push(lambda t, v, tb: print('fn', t))
with ExitStack() as st:
    st.enter_context(Tr('outer'))
    st.enter_context(Tr('sw', True))
    st.enter_context(Tr('in'))
    raise KeyError('gone')


def chain():
    with ExitStack() as st:
        st.enter_context(Tr('a'))
        st.enter_context(Tr('b', fail=TypeError('second')))
        raise ValueError('first')


try:
    chain()
except TypeError as e:
    print(repr(e), repr(e.__context__), e.__context__.__context__)
st = ExitStack()
st.enter_context(Tr('moved'))
other = st.pop_all()
st.close()
print('not yet')
other.close()
err(ExitStack().enter_context, 5)


@st.callback
def named():
    print('named')


st.close()


class Dec(ContextDecorator):
    def __enter__(self):
        print('start')
        return self

    def __exit__(self, *e):
        print('stop')


@Dec()
def body():
    print('body')


body()


class A(AbstractContextManager):
    def __exit__(self, *e):
        return True


with A() as a:
    raise ValueError
print(type(a).__name__, isinstance(Tr(1), AbstractContextManager), isinstance(1, AbstractContextManager))
err(AbstractContextManager)
