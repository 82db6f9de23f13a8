print(1, 2.0, 'three', [4], (5,), {6: 7}, None, True, b'8', sep=' | ')
print('a\nb', 'tab\there', 'quote\'s', "back\\slash", sep='~')
print(end='nothing else\n'); print('', '', sep='-'); print([''], [None, 'x'], {'a': 'b'}, ('é',), '\u4e2d')
print(print('inner')); print(*'abc', sep=''); print(*range(5), sep=',', end='.\n'); print('x', end='\n\n'); print([1.0, 1e100, -0.0, float('nan')], {1.5: 'x'})
import sys
for kw in ({'sep': 5}, {'end': 5}, {'foo': 1}, {'file': 'x'}):
    try: print('z', **kw)
    except (TypeError, AttributeError) as e: print(e)
sys.stdout.write('direct '); sys.stdout.write('writes\n'); sys.stdout.flush(); print('last')
