# Constants, templates and the formatter.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import string

for n in ('ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'digits', 'hexdigits', 'octdigits', 'punctuation', 'printable', 'whitespace'):
    print(n, repr(getattr(string, n)))
print(string.capwords('hello  big world'), string.capwords('a-b c', '-'))
T = string.Template
print(T('$who likes ${what}s, $$5').substitute(who='tim', what='kid'), T('$a $b').substitute({'a': 1}, b=2), T('$a').substitute({'a': 1}, a=3))
err(T('$a').substitute)
err(T('$a $').substitute, a=1)
err(T('x\n  ${a').substitute, a=1)
err(T('$1').substitute)
print(T('$a $b ${c} $ $$ ${').safe_substitute(a=1), T('$a_1-$b').substitute(a_1='x', b='y'), T('').substitute())
print(T('$a ${b} $a').get_identifiers(), T('$a $').is_valid(), T('$a').is_valid(), T('x').template)


class Pct(T):
    delimiter = '%'


print(Pct('%a $b %%').substitute(a=1))
F = string.Formatter()
print(F.format('{} {} {}', 1, 'a', None), F.format('{0} {1} {0}', 'x', 'y'), F.format('{a} {b!r:>5}', a=1, b='q'))
print(F.format('{0.real} {1[0]} {2[k]}', 5, [9], {'k': 'v'}), F.format('{:{}}|{:>{w}}', 'a', 4, 'b', w=3), F.format('{{}} {}', 1), F.format('plain'), F.format('{!s:5}|', 1))
err(F.format, '{')
err(F.format, '}')
err(F.format, '{} {0}', 1)
err(F.format, '{0} {}', 1)
err(F.format, '{a}')
err(F.format, '{0!x}', 1)
err(F.format, '{:d}', 'a')
print(list(F.parse('a{b}c{d!r:x}{{')))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, '?')
        return super().get_value(key, args, kwargs)


print(Default().format('{a} {b} {0}', 'z', a=1))
