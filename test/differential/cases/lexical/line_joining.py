x = (1 +
     2
     # a comment inside
     + 3)
y = 1 + \
    2 + \
    3
z = [1,
2,
  3,
      ]
d = {'a': 1,

     'b': 2}
print(x, y, z, d)
if x == 6 and \
   y == 6:
    print('joined')
def f(a,
      b=2,
      *c):
    return a, b, c
print(f(1,
        2,
        3))
print('a'
      'b'
      'c')
