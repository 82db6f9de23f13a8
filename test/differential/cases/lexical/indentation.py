def a():
  if True:
        x = 1
        if x:
         return 'odd widths'
  return None
print(a())
if True:
	print('tab')
	if True:
		print('two tabs')

# a comment at column 0 inside a block does not end it
for i in range(2):
    print(i)
# here
    print('still', i)

        # oddly indented comment

    print('and still', i)
class C: pass
if True: print('one'); print('line')
while False: pass
else: print('else')
