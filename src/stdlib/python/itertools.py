# Iterators made from iterators: those that are not native.
#
# Each class holds a generator (or a native iterator) that does the work, and
# its __iter__ hands that out: a `for` loop, sum() or list() then runs on the
# generator itself and pays no call per item. next() on the object and a loop
# over it share one state. The price: iter(x) is not x.
#
# What is shared between threads in practice (count, cycle, repeat) does not
# run in a generator when it is asked by next(), since a generator refuses a
# second thread that comes while the first is inside.

from _itertools import (accumulate, chain, combinations, combinations_with_replacement, cycle,
                        islice, permutations, product, repeat, starmap)

__all__ = ['accumulate', 'chain', 'combinations', 'combinations_with_replacement',
           'compress', 'count', 'cycle', 'dropwhile', 'filterfalse', 'groupby',
           'islice', 'pairwise', 'permutations', 'product', 'repeat', 'starmap',
           'takewhile', 'tee', 'zip_longest']

_missing = object()


class _Running:
    __slots__ = ('_it',)

    def __iter__(self):
        return self._it

    def __next__(self):
        return next(self._it)


class count:
    # Over ints this is a native range that nobody lives to see the end of, so
    # that taking the next number is one step for all threads.
    __slots__ = ('_it', '_step', '_end', '_next')

    def __init__(self, start=0, step=1):
        if type(start) is int and type(step) is int and step != 0:
            self._step = step
            self._end = start + (step << 62)
            self._it = iter(range(start, self._end, step))
            return
        for number in (start, step):
            if not (hasattr(number, '__add__') and hasattr(number, '__mul__')
                    and (hasattr(number, '__float__') or hasattr(number, '__complex__')
                         or hasattr(number, '__index__') or type(number).__name__ == 'complex')):
                raise TypeError('a number is required')
        self._it = None
        self._next = start
        self._step = step

    def __iter__(self):
        return self if self._it is None else self._it

    def __next__(self):
        if self._it is not None:
            return next(self._it)
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        value = self._next if self._it is None \
            else self._end - self._step * self._it.__length_hint__()
        if type(self._step) is int and self._step == 1:
            return 'count(%r)' % (value,)
        return 'count(%r, %r)' % (value, self._step)


class compress(_Running):
    __slots__ = ()

    def __init__(self, data, selectors):
        self._it = _compressed(iter(data), iter(selectors))


def _compressed(data, selectors):
    for value, selected in zip(data, selectors):
        if selected:
            yield value


class dropwhile(_Running):
    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._it = _dropped(predicate, iter(iterable))


def _dropped(predicate, it):
    for value in it:
        if not predicate(value):
            yield value
            break
    yield from it


class takewhile(_Running):
    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._it = _taken(predicate, iter(iterable))


def _taken(predicate, it):
    for value in it:
        if not predicate(value):
            return
        yield value


class filterfalse(_Running):
    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._it = _rejected(function, iter(iterable))


def _rejected(function, it):
    if function is None or function is bool:
        for value in it:
            if not value:
                yield value
    else:
        for value in it:
            if not function(value):
                yield value


class pairwise(_Running):
    __slots__ = ()

    def __init__(self, iterable, /):
        self._it = _paired(iter(iterable))


def _paired(it):
    for before in it:
        break
    else:
        return
    for value in it:
        yield before, value
        before = value


class zip_longest(_Running):
    __slots__ = ()

    def __init__(self, *iterables, fillvalue=None):
        self._it = _zipped([iter(iterable) for iterable in iterables], fillvalue)


def _zipped(iterators, fill):
    missing = _missing
    live = len(iterators)
    if not live:
        return
    # None stands for an iterator that has ended.
    while True:
        row = []
        for position, it in enumerate(iterators):
            if it is None:
                row.append(fill)
                continue
            value = next(it, missing)
            if value is missing:
                live -= 1
                if not live:
                    return
                iterators[position] = None
                value = fill
            row.append(value)
        yield tuple(row)


class groupby:
    # `_key` is the key of the value in hand, `_group` the key of the group
    # that was handed out last; a group ends where the two differ. `_turn`
    # marks the newest group: older ones have nothing more to give.
    __slots__ = ('_it', '_function', '_value', '_key', '_group', '_turn')

    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._function = key
        self._value = self._key = self._group = self._turn = _missing

    def __iter__(self):
        return self

    def __next__(self):
        turn = self._turn = object()
        function = self._function
        group = self._group
        while self._key is _missing or self._key == group:
            if self._key is not _missing and group is _missing:
                break
            value = next(self._it)
            self._value = value
            self._key = value if function is None else function(value)
        self._group = group = self._key
        return group, _grouped(self, group, turn)


def _grouped(owner, group, turn):
    function = owner._function
    while owner._turn is turn and owner._key == group:
        yield owner._value
        if owner._turn is not turn:
            return
        for value in owner._it:
            break
        else:
            # Leave the key as it is: the owner finds its source empty too.
            return
        owner._value = value
        owner._key = value if function is None else function(value)


class _tee:
    # A chain of links [value, next link] is shared by all copies; each copy
    # holds the first link it has not given yet, so what all have passed is
    # freed by itself.
    __slots__ = ('_it', '_link')

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        after = link[1]
        if after is None:
            link[0] = next(self._it)
            after = link[1] = [None, None]
        self._link = after
        return link[0]

    def __copy__(self):
        twin = _tee()
        twin._it = self._it
        twin._link = self._link
        return twin


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    if type(iterable) is _tee:
        first = iterable
    else:
        first = _tee()
        first._it = iter(iterable)
        first._link = [None, None]
    return (first,) + tuple([first.__copy__() for _ in range(n - 1)])
