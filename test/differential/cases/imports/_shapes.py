"""Shapes for the import cases."""
NAME = 'shapes'
counter = 0
_private = 1
__all__ = ['NAME', 'area', 'Square']
hidden = 'not in __all__'
print('loading _shapes once')
def area(w, h): return w * h
class Square:
    def __init__(self, a): self.a = a
    def area(self): return area(self.a, self.a)
def bump():
    global counter
    counter += 1
