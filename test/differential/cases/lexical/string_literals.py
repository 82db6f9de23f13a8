print('a', "b", '''c''', """d""")
print('it''s', "a" 'b' """c""", r'raw\n', R"\t", 'tab\tend', 'x\
y')
print('\x41\u0042\U00000043\103\N{GREEK SMALL LETTER ALPHA}' if False else '\x41\u0042\U00000043\103')
print(repr('\a\b\f\n\r\t\v\\\'\"\0\x7f\x80\xa0\xad'))
print(repr('\08'), repr('\1234'), repr('\x00\x01'))
print("""three
lines
here""")
print(repr('\u00e9\u4e2d\U0001f600\ud800'), ascii('\u00e9\u4e2d\U0001f600'))
print(len('\U0001f600'), len('e\u0301'), len(r'\n'))
print(repr("it's"), repr('say "hi"'), repr('both \' and "'))
print(u'unicode', type(u'x'))
print(r'\'', r"a\"b", len(r'\\'))
