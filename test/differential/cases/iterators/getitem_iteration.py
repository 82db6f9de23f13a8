class Old:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Old()), 9 in Old(), 10 in Old(), sum(Old()), [x for x in Old()], tuple(zip(Old(), 'ab')))
class Stop:
    def __getitem__(self, i):
        if i == 2: raise StopIteration
        return i
print(list(Stop()))
class KeyErr:
    def __getitem__(self, i): raise KeyError(i)
try: list(KeyErr())
except KeyError as e: print('KeyError', e)
try: reversed(Old())
except TypeError as e: print(e)
class WithLen(Old):
    def __len__(self): return 4
print(list(reversed(WithLen())))
class NextRaises:
    def __iter__(self): return self
    def __next__(self): raise ValueError('in next')
try:
    for x in NextRaises(): pass
except ValueError as e: print(e)
class NoNext:
    def __iter__(self): return self
try: iter(NoNext())
except TypeError as e: print(e)
