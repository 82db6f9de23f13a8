a = 1; b = 2; c = a + b; print(a, b, c)
print('# not a comment')  # a comment
x = [1, # one
     2] # two
print(x);
pass; pass
def f(): return 1; print('never')
print(f()); print("done")
