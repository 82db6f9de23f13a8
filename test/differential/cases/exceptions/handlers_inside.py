"""Exceptions that come so often that their handlers are compiled into the code they protect."""
import sys
import traceback


class Odd(Exception):
    pass


class Told(Exception):
    def __init__(self, what, where=None):
        self.what = what
        self.where = where


class Silent:
    def __init__(self, swallow):
        self.swallow = swallow
        self.seen = 0

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.seen += details[0] is not None
        return self.swallow


def kinds(n):
    d, l, t, s = {}, [1], (1, 2), 'ab'

    class Empty:
        __slots__ = ('x',)

    e = Empty()
    actions = [
        lambda: d[n], lambda: l[n], lambda: t[n], lambda: s[n], lambda: l.pop(9),
        lambda: [].pop(), lambda: {}.pop(n), lambda: int('x%d' % n), lambda: float('--1'),
        lambda: int('  \u0663x'), lambda: n // 0, lambda: n % 0, lambda: n / 0, lambda: 1.5 // 0,
        lambda: 2.5 % 0.0, lambda: 1.5 / 0, lambda: e.x, lambda: e.y, lambda: n.foo,
        lambda: getattr(e, 'z'), lambda: l.index(n), lambda: t.index('q'), lambda: s.index('zz'),
        lambda: set().remove(n), lambda: set().pop(), lambda: {}.popitem(), lambda: next(iter(())),
        lambda: int, lambda: s + n, lambda: len(n), lambda: int([]), lambda: float(None),
    ]
    out = []
    for action in actions:
        try:
            action()
            out.append('nothing')
        except Exception as error:
            out.append((type(error).__name__, str(error), error.__context__, len(error.args)))
    return out


def in_place(n):
    """The same without calls: the handler is reached by a jump."""
    d, l, t, s, z, f = {}, [1], (1, 2), 'ab', 0, 0.0
    counts = {}
    x = 1.5
    for i in range(n):
        for case in range(16):
            try:
                if case == 0:
                    d[i]
                elif case == 1:
                    l[i + 1]
                elif case == 2:
                    t[i + 2]
                elif case == 3:
                    s[-3 - i]
                elif case == 4:
                    l[i + 1] = i
                elif case == 5:
                    del d[i]
                elif case == 6:
                    i // z
                elif case == 7:
                    i % z
                elif case == 8:
                    x / f
                elif case == 9:
                    i / z
                elif case == 10:
                    a, b = l
                elif case == 11:
                    a, b = t + t
                elif case == 12:
                    i.nothing
                elif case == 13:
                    raise Odd
                elif case == 14:
                    raise Told(i, where=x)
                else:
                    raise Odd(i, case) from None
                x = 99.0
            except (KeyError, IndexError) as error:
                key = 'look', type(error).__name__, case
                counts[key] = counts.get(key, 0) + 1
                x += 0.5
            except ArithmeticError as error:
                key = 'zero', str(error)
                counts[key] = counts.get(key, 0) + 1
            except (ValueError, AttributeError) as error:
                key = 'text', str(error)
                counts[key] = counts.get(key, 0) + 1
            except Told as error:
                key = 'told', error.where == x, error.args == (error.what,)
                counts[key] = counts.get(key, 0) + 1
            except Odd as error:
                key = 'odd', len(error.args), error.__suppress_context__
                counts[key] = counts.get(key, 0) + 1
    return counts, x


def deep(n):
    if n == 0:
        raise Odd('deep')
    try:
        deep(n - 1)
    finally:
        deep.left += 1


deep.left = 0


def chains(n):
    found = []
    for i in range(n):
        try:
            try:
                try:
                    {}[i]
                except KeyError:
                    int('no')
            except ValueError as second:
                raise Odd(i) from second
        except Odd as third:
            cause = third.__cause__
            found.append((type(cause).__name__, type(cause.__context__).__name__,
                          third.__context__ is cause))
            handled = sys.exc_info()[1] is third
        assert sys.exc_info() == (None, None, None) and handled
    return found[-1], len(found)


def managers(n):
    quiet, loud = Silent(True), Silent(False)
    caught = 0
    for i in range(n):
        with quiet:
            if i % 3:
                {}[i]
        try:
            with loud as same, quiet:
                [][i]
            with same:
                raise Odd(i)
        except Odd:
            caught += 1
    return quiet.seen, loud.seen, caught


def numbers(n):
    for i in range(n):
        try:
            yield i
            if i % 2:
                raise Odd(i)
        except Odd as error:
            yield error.args
        except GeneratorExit:
            yields.append(i)
            raise
        else:
            continue
        finally:
            yields.append('f')


yields = []


def again(n):
    lines = []
    for i in range(n):
        try:
            try:
                ''[i]
            except IndexError as error:
                if i % 2:
                    raise
                raise error
        except IndexError as error:
            t = error.__traceback__
            places = []
            while t is not None:
                places.append(t.tb_lineno - again.__code__.co_firstlineno)
                t = t.tb_next
            lines.append(tuple(places))
    return lines[-2:]


def places(i):
    return {}[i] + 1


def texts(n):
    text = ''
    for i in range(n):
        try:
            places(
                i)
        except KeyError:
            text = traceback.format_exc().split(', line')
    return len(text)


for rounds in (3, 200):
    print(kinds(rounds))
    print(in_place(rounds))
    deep.left = 0
    for _ in range(rounds):
        try:
            deep(5)
        except Odd as error:
            depth, t = 0, error.__traceback__
            while t is not None:
                depth, t = depth + 1, t.tb_next
    print(deep.left, depth)
    print(chains(rounds))
    print(managers(rounds))
    print(sum(x if isinstance(x, int) else x[0] for x in numbers(rounds)), len(yields))
    early = numbers(rounds)
    next(early)
    early.close()
    print(yields[-2:])
    print(again(rounds))
    print(texts(rounds))
    try:
        e
    except NameError as missing:
        print(missing)
