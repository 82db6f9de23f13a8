# Wrapping, filling, margins.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import textwrap as t

text = '''Hello there -- you goof-ball, use the -b option! This is a sentence that goes    on and on, well-known and state-of-the-art.
	Tabbed line; a_very_long_identifier_that_does_not_fit_anywhere and then--some more words. e-mail x-y 1-2 a--b'''
for w in (10, 20, 35, 70):
    print(w, t.wrap(text, w))
print(t.fill(text, 30, initial_indent='* ', subsequent_indent='  '))
print(t.wrap(text, 12, break_long_words=False), t.wrap(text, 15, break_on_hyphens=False), t.wrap('a b  c', 3, drop_whitespace=False))
print(t.wrap(text, 25, max_lines=2), t.wrap(text, 25, max_lines=3, placeholder='...'), t.shorten('Hello  world!', 11), t.shorten('Hello  world!', 12), t.shorten('Hello world', width=10, placeholder='...'))
print(t.wrap(''), t.wrap('   '), t.fill('one'), t.wrap('x' * 25, 10), t.wrap('End. Next one! yes', 40, fix_sentence_endings=True), t.wrap('a\tb', tabsize=4), t.wrap('a\nb', replace_whitespace=False))
err(t.wrap, 'a', 0)
err(t.wrap, 'a', 2, max_lines=1)
print(repr(t.dedent('  a\n    b\n\n  c\n   \n')), repr(t.dedent('\ta\n  b')), repr(t.dedent('a\n b')), repr(t.dedent('')), repr(t.dedent('   x')), repr(t.dedent(' \t a\n \t b\n \tc')))
print(repr(t.indent('a\n\nb\n', '> ')), repr(t.indent('a\n\nb', '> ', lambda l: True)), t.TextWrapper(width=5).fill('aa bb cc'))
