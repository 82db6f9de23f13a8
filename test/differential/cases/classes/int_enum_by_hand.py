class EnumMeta(type):
    def __new__(m, name, bases, ns):
        cls = super().__new__(m, name, bases, {k: v for k, v in ns.items() if k.startswith('_') or callable(v)})
        type.__setattr__(cls, '_all', {})
        for k, v in ns.items():
            if not k.startswith('_') and not callable(v):
                o = object.__new__(cls); o.name, o.value = k, v
                cls._all[k] = o; type.__setattr__(cls, k, o)
        return cls
    def __iter__(cls): return iter(cls._all.values())
    def __len__(cls): return len(cls._all)
    def __getitem__(cls, k): return cls._all[k]
    def __call__(cls, v):
        for o in cls:
            if o.value == v: return o
        raise ValueError(f'{v!r} is not a valid {cls.__name__}')
    def __setattr__(cls, k, v): print('set', k, v)
class Color(metaclass=EnumMeta):
    RED = 1
    BLUE = 2
    def __repr__(self): return f'<Color.{self.name}: {self.value}>'
try: print(list(Color), Color(2), Color['RED'], len(Color), Color.RED is Color(1), Color.BLUE.name)
except AttributeError as e: print(e)
Color.X = 5
try: Color(9)
except ValueError as e: print(e)
