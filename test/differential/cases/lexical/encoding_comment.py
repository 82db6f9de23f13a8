# -*- coding: utf-8 -*-
s = 'ünïcödé ✓ 日本語'
print(s, len(s), s.upper())
# ein Kommentar mit Ümläuten
d = {'ключ': 'значение'}
print(d)
