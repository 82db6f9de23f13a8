for s in ('', 'abc', 'ABC', 'Abc', 'a1', '12', ' ', '\t\n', 'é', '½', '²', '٣', '一', 'a b', 'Hello World', '_x', '1x', 'class', '\u00a0', '\x00', 'Ⅷ', 'ª', '-1', '1.5'):
    print(ascii(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
