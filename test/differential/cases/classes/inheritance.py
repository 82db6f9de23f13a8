class Animal:
    sound = '...'
    def __init__(self, name): self.name = name
    def speak(self): return f'{self.name} says {self.sound}'
class Dog(Animal):
    sound = 'woof'
    def speak(self): return super().speak() + '!'
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self): return super(Puppy, self).speak().lower() + str(self.age)
p = Puppy('Rex', 1)
print(p.speak(), isinstance(p, Animal), issubclass(Puppy, Animal), issubclass(Animal, Dog), [c.__name__ for c in Puppy.__mro__], Puppy.__base__.__name__)
print(Animal.speak(p), Dog.__subclasses__()[0].__name__, Puppy.__bases__[0].__name__, Animal.__subclasses__())if False else print(Animal.speak(p), [c.__name__ for c in Animal.__subclasses__()])
class MyList(list):
    def first(self): return self[0]
    def append(self, x): super().append(x * 2)
l = MyList([1])
l.append(5)
print(l, l.first(), len(l), type(l + [1]), isinstance(l, list), l == [1, 10], l[:1].__class__)
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o + 100)
print(MyInt(1) + 2, type(MyInt(1) + 2).__name__, MyInt(5) * 2, type(MyInt(5) * 2).__name__, MyInt('7'), MyInt(3) == 3, [10, 20, 30, 40][MyInt(3)])
class MyDict(dict):
    def __missing__(self, k): return k * 2
d = MyDict(a=1)
print(d['a'], d['zz'], d.get('q'), 'zz' in d)
class MyStr(str):
    def shout(self): return self.upper() + '!'
print(MyStr('abc').shout(), MyStr('a') + 'b', type(MyStr('x').upper()).__name__, {MyStr('k'): 1}['k'])
class MyExc(Exception):
    def __init__(self, code): self.code = code
try:
    raise MyExc(5)
except MyExc as e:
    print(e.code, e.args, repr(e))
class MyTuple(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(MyTuple(1, 2, 3), MyTuple(1) == (1,), len(MyTuple()))
