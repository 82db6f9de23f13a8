def make(name, **ns): return type(name, (), ns)
P = make('P', x=1, f=lambda self: self.x + 1)
p = P(); print(p.f(), P.__name__, P.__dict__['x'])
P.g = lambda self, y: self.x * y; print(p.g(5))
Q = type('Q', (P,), {'x': 10, '__init__': lambda self, z: setattr(self, 'z', z)})
q = Q(3); print(q.f(), q.z, Q.__bases__ == (P,), issubclass(Q, P))
del P.g
print(hasattr(p, 'g'))
p.__class__ = Q; print(p.f(), type(p).__name__)
classes = [type('C%d' % i, (), {'i': i}) for i in range(3)]
print([c.__name__ for c in classes], sum(c.i for c in classes), classes[0]() != classes[0]())
setattr(P, 'new attr', 5); print(getattr(P, 'new attr'))
