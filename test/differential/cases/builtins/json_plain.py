import json
docs = ['{"a": [1, 2, 3.5, "x\\n\\u00e9"], "b": {"c": null, "d": true, "e": false}}', '[]', '{}', '[ ]', ' { } ', '"\\ud83d\\ude00 \\ud83d x \\ude00"', '"\\ud83d\\ud83d\\ude00"', '-0', '-0.0', '1e5', '1E+5', '123456789012345678901234567890', '1.', '01', '[1,]', '{"a":1,}', '{"a" 1}', '"abc', '"a\tb"', '"\\x"', '"\\u12"', '"\\u+123"', 'nul', 'NaN', '[Infinity, -Infinity]', '', '  ', '1 2', '[1 2]', '{"a":1,"a":2}', '"é€😀"', '["é", "\\u20ac"]', '[' * 300 + ']' * 300, '-', '+1', '.5', '"\\/\\b\\f\\r\\t"', '1.5e-7', '12345678901234567', '{1:2}', '[1.0, 2e400]', 'tru', '"\\u00"', '"\\uD83Dabc"']
for d in docs:
    try: v = json.loads(d); print(repr(v)[:300].encode('ascii', 'backslashreplace'), type(v).__name__)
    except Exception as e: print(type(e).__name__, e)
class L(list): pass
class S(str): pass
class I(int):
    def __repr__(self): return 'I!'
objs = [None, True, [1, 2.5, 'a"b\\c\n\x01\x7fé😀\ud800'], {'a': 1, 2: 'x', None: 3, True: 4, 1.5: 5, False: []}, (), {}, [], (1, (2,)), L([1]), S('x'), {S('k'): 1}, I(5), [I(5)], float('nan'), float('inf'), -float('inf'), 10**30, {'n': {'m': [{}]}}, 1e16, 1e-7, 0.1, -0.0]
for o in objs:
    try: print(json.dumps(o))
    except Exception as e: print(type(e).__name__, e)
for o in [object(), {(1,): 2}, {1, 2}, [b'x'], 10**5000]:
    try: print(json.dumps(o))
    except Exception as e: print(type(e).__name__, str(e)[:80])
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
x = None
for i in range(400): x = [x]
print(len(json.dumps(x)), json.loads(json.dumps(x)) == x)
