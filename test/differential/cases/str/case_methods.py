for s in ('hello World', 'ABC', '', 'ß', 'éÉ', 'ǆ', 'İ', "it's a dog", 'a1b2', 'ﬁ', 'Σ', 'ΑΣ', '123', 'x-y z_w'):
    print(repr(s), repr(s.upper()), repr(s.lower()), repr(s.title()), repr(s.capitalize()), repr(s.swapcase()), repr(s.casefold()))
print('Straße'.casefold() == 'STRASSE'.casefold(), 'İ'.lower().__len__(), 'ŉ'.upper())
