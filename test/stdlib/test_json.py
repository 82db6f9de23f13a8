# JSON out and in.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import json
import io

for v in (None, True, False, 0, -5, 10 ** 30, 1.5, 1e100, -0.0, 1e-7, 'a"b\\c\n\t\x01/é😀', '', [], {}, [1, [2, []]], {'a': {'b': [1, 2]}}, (1, 2), {1: 2, 1.5: 3, True: 4, None: 5}, float('inf'), float('-inf')):
    print(json.dumps(v), json.dumps(v, ensure_ascii=False))
print(json.dumps(float('nan')), json.dumps('\x7f\u2028'))
d = {'b': [1, 2, {'c': None}], 'a': {}, 'e': [], 'z': 'x'}
for indent in (0, 2, '\t', None):
    print(json.dumps(d, indent=indent, sort_keys=True))
print(json.dumps(d, separators=(',', ':')), json.dumps(d, indent=1, separators=(';', '=')))
err(json.dumps, {1, 2})
err(json.dumps, object)
err(json.dumps, {(1, 2): 3})
print(json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True), json.dumps({1, 2}, default=list), json.dumps([{1}], default=str))
err(json.dumps, float('nan'), allow_nan=False)
err(json.dumps, {'b': 1, 2: 3}, sort_keys=True)
loop = []
loop.append(loop)
err(json.dumps, loop)
loop = {}
loop['x'] = [loop]
err(json.dumps, loop)


class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, bytes):
            return [o.hex(), len(o)]
        return super().default(o)


print(json.dumps({"z": b"ab"}, cls=E), E().encode([b"c"]), ''.join(json.JSONEncoder().iterencode({'a': [1]})))
err(json.dumps, object, cls=E)
for t in ('null', ' true ', 'false', '0', '-0', '-12', '1.5', '1e5', '1E+2', '-2.5e-3', '"a\\u00e9\\n\\ud83d\\ude00\\/"', '[]', '[1, [2, {"a": null}] ]', '{}', '{"a":1,"b":{"c":[ ]}}', 'NaN', '-Infinity', '[Infinity]', '"\\ud800x"', '123456789012345678901234567890', '{"a":1,"a":2}', '\t[1\n]'):
    print(repr(t), repr(json.loads(t)))
for t in ('', ' ', 'nul', '[1', '[1,', '[1,]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{a:1}', "{'a':1}", '"abc', '"a\\x"', '"\\u12"', '"a\nb"', '1 2', '01', '-', '+1', '.5', '1.', '[1 2]', '{"a" 1}', '{"a":1 "b"}', '\n\n  x', '"\\', 'tru', '{"a":1,}', '[1,\n2,\n  @]'):
    err(json.loads, t)
err(json.loads, 5)
err(json.loads, '\ufeff1')
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads('"a\nb"', strict=False))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: s + '!'), json.loads('[NaN]', parse_constant=lambda c: c))
try:
    json.loads('[1,\n 2 3]')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc == '[1,\n 2 3]', isinstance(e, ValueError))
out = io.StringIO()
json.dump([1, {'a': None}], out, indent=1)
print(out.getvalue(), json.load(io.StringIO('[1, 2]')))
print(json.JSONDecoder().raw_decode('[1] tail'), json.JSONDecoder().decode(' 5 '))
x = {'k%d' % i: [i, i * 0.5, str(i), None, {'n': -i}] for i in range(50)}
print(json.loads(json.dumps(x)) == x, len(json.dumps(x, indent=3)))
