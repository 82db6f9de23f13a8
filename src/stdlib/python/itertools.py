# Iterators made from iterators.
#
# Each class holds a generator (or a native iterator) that does the work, and
# its __iter__ hands that out: a `for` loop, sum() or list() then runs on the
# generator itself and pays no call per item. next() on the object and a loop
# over it share one state. The price: iter(x) is not x.
#
# What is shared between threads in practice (count, cycle, repeat) does not
# run in a generator when it is asked by next(), since a generator refuses a
# second thread that comes while the first is inside.

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


class cycle:
    __slots__ = ('_it', '_saved', '_filling')

    def __init__(self, iterable, /):
        self._it = iter(iterable)
        self._saved = []
        self._filling = True

    def __iter__(self):
        saved = self._saved
        if self._filling:
            for value in self._it:
                saved.append(value)
                yield value
            if self._filling:
                self._filling = False
                self._it = iter(saved)
        if not saved:
            return
        while True:
            it = self._it
            for value in it:
                yield value
            if self._it is it:
                self._it = iter(saved)

    def __next__(self):
        for value in self._it:
            if self._filling:
                self._saved.append(value)
            return value
        self._filling = False
        self._it = iter(self._saved)
        return next(self._it)


_absent = object()


class repeat:
    __slots__ = ('_object', '_left')

    def __init__(self, object=_absent, times=None):
        if object is _absent:
            raise TypeError("repeat() missing required argument 'object' (pos 1)")
        self._object = object
        if times is not None:
            if not hasattr(type(times), '__index__'):
                raise TypeError("'%s' object cannot be interpreted as an integer"
                                % type(times).__name__)
            times = max(times.__index__(), 0)
        self._left = times

    def __iter__(self):
        value = self._object
        if self._left is None:
            while True:
                yield value
        while self._left:
            self._left -= 1
            yield value

    def __next__(self):
        left = self._left
        if left is not None:
            if not left:
                raise StopIteration
            self._left = left - 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return 'repeat(%r)' % (self._object,)
        return 'repeat(%r, %d)' % (self._object, self._left)


class chain(_Running):
    __slots__ = ()

    def __init__(self, *iterables):
        self._it = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._it = _chained(iter(iterable))
        return self

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


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


class islice(_Running):
    __slots__ = ()

    def __init__(self, iterable, /, *args):
        if not args:
            raise TypeError('islice expected at least 2 arguments, got 1')
        if len(args) > 3:
            raise TypeError('islice expected at most 4 arguments, got %d' % (len(args) + 1))
        if len(args) == 1:
            start, stop, step = 0, _slice_limit(args[0], 'Stop argument'), 1
        else:
            start = _slice_limit(args[0], 'Indices') or 0
            stop = _slice_limit(args[1], 'Stop argument')
            step = args[2] if len(args) == 3 else None
            if step is None:
                step = 1
            elif not isinstance(step, int) or step < 1:
                raise ValueError('Step for islice() must be a positive integer or None.')
        it = iter(iterable)
        if start == 0 and step == 1:
            self._it = it if stop is None else _first(it, stop)
        else:
            self._it = _sliced(it, start, stop, step)


def _slice_limit(value, what):
    if value is None:
        return None
    if not isinstance(value, int):
        index = getattr(type(value), '__index__', None)
        value = -1 if index is None else index(value)
    if value < 0 or value > 9223372036854775807:
        raise ValueError('%s for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
                         % what)
    return value


def _first(it, left):
    if left:
        for value in it:
            yield value
            left -= 1
            if not left:
                return


def _sliced(it, start, stop, step):
    # Takes items up to `stop` even where they are skipped, as CPython does,
    # so that the source is left at the same place.
    position = 0
    wanted = start
    while True:
        while position < wanted:
            for _ in it:
                break
            else:
                return
            position += 1
        if stop is not None and position >= stop:
            return
        for value in it:
            break
        else:
            return
        position += 1
        wanted += step
        if stop is not None and wanted > stop:
            wanted = stop
        yield value


class starmap(_Running):
    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._it = _starred(function, iter(iterable))


def _starred(function, it):
    for args in it:
        # By iter(), so that what is no iterable is told as the iterator tells it.
        yield function(*iter(args))


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


class accumulate(_Running):
    __slots__ = ()

    def __init__(self, iterable, func=None, *, initial=None):
        self._it = _accumulated(iter(iterable), func, initial)


def _accumulated(it, func, total):
    if total is None:
        for total in it:
            break
        else:
            return
    yield total
    if func is None:
        for value in it:
            total = total + value
            yield total
    else:
        for value in it:
            total = func(total, value)
            yield total


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


class product(_Running):
    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        if not isinstance(repeat, int):
            raise TypeError("'%s' object cannot be interpreted as an integer"
                            % type(repeat).__name__)
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        self._it = _crossed([tuple(pool) for pool in iterables] * repeat)


def _crossed(pools):
    size = len(pools)
    if size == 0:
        yield ()
    elif size == 1:
        for a in pools[0]:
            yield (a,)
    elif size == 2:
        second = pools[1]
        for a in pools[0]:
            for b in second:
                yield a, b
    elif size == 3:
        second, third = pools[1], pools[2]
        for a in pools[0]:
            for b in second:
                for c in third:
                    yield a, b, c
    else:
        last, before = pools[-1], pools[-2]
        for head in _crossed(pools[:-2]):
            for a in before:
                left = head + (a,)
                for b in last:
                    yield left + (b,)


def _length(r):
    if not isinstance(r, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(r).__name__)
    if r < 0:
        raise ValueError('r must be non-negative')
    return r


class permutations(_Running):
    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is not None:
            if not isinstance(r, int):
                raise TypeError('Expected int as r')
            _length(r)
        self._it = _permuted(pool, len(pool) if r is None else r)


def _permuted(pool, r):
    size = len(pool)
    if r > size:
        return
    if r == 0:
        yield ()
    elif r == 1:
        for a in pool:
            yield (a,)
    elif r == 2:
        for i in range(size):
            a = pool[i]
            for b in pool[:i]:
                yield a, b
            for b in pool[i + 1:]:
                yield a, b
    else:
        for i in range(size):
            head = (pool[i],)
            for tail in _permuted(pool[:i] + pool[i + 1:], r - 1):
                yield head + tail


class combinations(_Running):
    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        self._it = _combined(pool, 0, _length(r))


def _combined(pool, start, r):
    size = len(pool)
    if r > size - start:
        return
    if r == 0:
        yield ()
    elif r == 1:
        for a in pool[start:]:
            yield (a,)
    elif r == 2:
        for i in range(start, size - 1):
            a = pool[i]
            for b in pool[i + 1:]:
                yield a, b
    else:
        for i in range(start, size - r + 1):
            head = (pool[i],)
            for tail in _combined(pool, i + 1, r - 1):
                yield head + tail


class combinations_with_replacement(_Running):
    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        self._it = _combined_again(pool, 0, _length(r))


def _combined_again(pool, start, r):
    if r == 0:
        yield ()
    elif r == 1:
        for a in pool[start:]:
            yield (a,)
    elif r == 2:
        for i in range(start, len(pool)):
            a = pool[i]
            for b in pool[i:]:
                yield a, b
    else:
        for i in range(start, len(pool)):
            head = (pool[i],)
            for tail in _combined_again(pool, i, r - 1):
                yield head + tail


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
