for s in ('abc', 'é', '中', '🙂', ''):
    print(s.encode(), s.encode('utf-8'), s.encode('utf-16-le'), s.encode('latin-1', 'replace'), s.encode('ascii', 'ignore'), s.encode('ascii', 'backslashreplace'), s.encode('ascii', 'xmlcharrefreplace'))
print(b'abc'.decode(), b'\xc3\xa9'.decode('utf8'), b'\xe9'.decode('latin-1'), b'\xff\xfeabc'.decode('utf-8', 'replace'), b'a\xffb'.decode('utf-8', 'ignore'), b'a\xffb'.decode('utf-8', 'backslashreplace'), str(b'abc', 'ascii'), str(b'\xc3\xa9', encoding='utf-8'), bytes('é', 'utf-8'), 'é'.encode(encoding='latin1', errors='strict'))
for f in (lambda: 'é'.encode('ascii'), lambda: b'\xff'.decode(), lambda: b'\xc3'.decode(), lambda: b'\xe4\xb8'.decode(), lambda: b'a\x80b'.decode(), lambda: b'\xc3('.decode(), lambda: b'\x80'.decode('ascii'), lambda: 'a'.encode('nope'), lambda: 'é'.encode('ascii', 'nope'), lambda: '中é'.encode('latin-1'), lambda: '\ud800'.encode(), lambda: bytes('a'), lambda: str(b'a', 5), lambda: str('a', 'utf8'), lambda: 'a'.encode(5), lambda: b'\xed\xa0\x80'.decode()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
