class C: pass
c = C()
for n in ('if', 'class', 'None'):
    setattr(c, n, n)
print(sorted(vars(c)), getattr(c, 'if'))
print({'class': 1, 'def': 2}, (lambda **k: k)(**{'for': 3}))
c.match = 1; c.type = 2; c.case = 3
print(c.match + c.type + c.case)
