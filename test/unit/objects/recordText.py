"""Records what CPython answers to method calls and operators on str, bytes and bytearray.

Run with CPython 3.11: python3 test/unit/objects/recordText.py > test/unit/objects/textCalls.json
Each case is [receiver, operation, arguments, keywords, outcome]: values as literals in the small language
of `encode`, the outcome as the repr of the result or "TypeError: message".
"""

import json
import warnings

warnings.simplefilter("ignore")


def encode(value):
    if value is None or value is True or value is False:
        return {"const": str(value)}
    if isinstance(value, int):
        return {"int": str(value)}
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, str):
        return {"str": [ord(c) for c in value]}
    if isinstance(value, bytearray):
        return {"bytearray": list(value)}
    if isinstance(value, bytes):
        return {"bytes": list(value)}
    if isinstance(value, tuple):
        return {"tuple": [encode(v) for v in value]}
    if isinstance(value, list):
        return {"list": [encode(v) for v in value]}
    if isinstance(value, dict):
        return {"dict": [[encode(k), encode(v)] for k, v in value.items()]}
    if isinstance(value, slice):
        return {"slice": [encode(value.start), encode(value.stop), encode(value.step)]}
    raise TypeError(type(value))


OPERATORS = {
    "+": lambda a, b: a + b,
    "*": lambda a, b: a * b,
    "%": lambda a, b: a % b,
    "[]": lambda a, b: a[b],
    "in": lambda a, b: b in a,
    "<": lambda a, b: a < b,
    "==": lambda a, b: a == b,
    "repr": lambda a: repr(a),
    "ascii": lambda a: ascii(a),
    "list": lambda a: list(a),
}
CASES = []


def case(receiver, operation, *args, **keywords):
    saved = encode(receiver)
    try:
        if operation in OPERATORS:
            result = OPERATORS[operation](receiver, *args)
        else:
            result = getattr(receiver, operation)(*args, **keywords)
        outcome = repr(result)
        if isinstance(receiver, bytearray) and result is None:
            outcome = repr(receiver)
    except UnicodeError as error:
        outcome = f"{type(error).__name__}: " + ", ".join(map(repr, error.args))
    except Exception as error:
        outcome = f"{type(error).__name__}: {error}"
    CASES.append([saved, operation, [encode(a) for a in args], {k: encode(v) for k, v in keywords.items()}, outcome])


TEXTS = ["", "a", "Hello, World", "  padded\t\n", "ünïcödé ß", "ΑΣ Σίσυφος ΌΣ.", "日本語 text", "😀 emoji 😀",
         "ǆ Ǆ ǅ ﬁ ŉ", "1²½Ⅷ٣四", "it's", '"q"', "it's \"q\"", "\x00\x7f\x80\xad\u200b\ue000\U000e0001\ud800", "ÿĀ", "__x1", "1x",
         "They're Bill's Friends", "a\r\nb\nc\x0bd\x85e\u2028f\r", "\u00a0\u3000 x \u2003", "İI ıi", "𐐀𐐨", "ᏣᏍᎩ", "ꭰ"]
for text in TEXTS:
    for method in ("upper lower title capitalize swapcase casefold isalpha isalnum isdecimal isdigit isnumeric isspace "
                   "islower isupper istitle isascii isidentifier isprintable strip lstrip rstrip split rsplit splitlines "
                   "expandtabs __len__").split():
        if method == "__len__":
            continue
        case(text, method)
    case(text, "repr")
    case(text, "ascii")
    case(text, "list")
    case(text, "splitlines", keepends=True)
    for s in (slice(None), slice(1, -1), slice(None, None, -1), slice(-3, None), slice(5, 1), slice(1, 100, 2), slice(-1, -100, -3), slice(None, 2)):
        case(text, "[]", s)
    case(text, "[]", 0)
    case(text, "[]", -1)
    for codec in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "UTF_32_BE", "utf-8-sig"):
        for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"):
            case(text, "encode", codec, errors)
    case(text, "*", 3)
    case(text, "+", "é")
    case(text, "replace", "", "-")
    case(text, "replace", "i", "日")
    case(text, "center", 20, "*")
    case(text, "zfill", 12)

for args in [("l",), ("l", 3), ("l", -3), ("l", 4, 9), ("",), ("", 5), ("", 12), ("", 13), ("xyz",), ("Hello, World!",), ("ld",), ("é",), (1,), (None,),
             ("l", None, None), ("l", 1.5), ("o", 100), ("o", -100, -1), ("World", 7), ("World", 8)]:
    for method in "find rfind index rindex count startswith endswith".split():
        case("Hello, World", method, *args)
        case("Hello, Wörld 日", method, *args)
for args in [(("a", "He"),), ((),), ((1,),), (("lo", "World"), 2), (5,), ()]:
    case("Hello", "startswith", *args)
    case("Hello", "endswith", *args)
for args in [("a", "b"), ("l", "LL"), ("l", ""), ("l", "L", 1), ("l", "L", 0), ("", "-"), ("", "-", 2), ("l", "é"), ("zz", "y"), (1, "a"), ("a", None), ("a", "b", "c"), ("Hello", "x"), ("o", "日")]:
    case("Hello", "replace", *args)
    case("Hellö lo", "replace", *args)
for args in [(None,), (None, 1), (None, 0), (" ",), (" ", 1), (" ", 0), ("",), (1,), ("b  c",), ("a", 5.0), (",",), ("  ",), (None, -1)]:
    for text in ["a b  c ", "  a  b  c  ", "", " ", "a,b,,c", "α β  γ", "a b c d e"]:
        case(text, "split", *args)
        case(text, "rsplit", *args)
case("a b c", "split", maxsplit=1)
case("a,b,c", "split", sep=",", maxsplit=1)
for args in [(" ",), ("b",), ("zz",), ("",), (1,), (None,), ("é",)]:
    for text in ["a b c", "abab", "é b é"]:
        case(text, "partition", *args)
        case(text, "rpartition", *args)
for args in [(), (None,), ("",), ("ax",), ("é",), (1,), ("abc",)]:
    for text in ["aabbcaa", "éaé", "xaax"]:
        for method in ("strip", "lstrip", "rstrip"):
            case(text, method, *args)
for args in [(["a", "b"],), (("x",),), ([],), (["a", 1],), ([None],), (5,), ("abc",), (["é", "日", "😀"],), (["a", "b", "c"],), ({"k": 1, "l": 2},)]:
    case(", ", "join", *args)
    case("", "join", *args)
    case("é", "join", *args)
for method in ("center", "ljust", "rjust"):
    for args in [(7,), (8,), (2,), (-1,), (7, "*"), (7, "日"), (7, ""), (7, "ab"), (7, 1), ("x",), (True,), (10**30,)]:
        case("abc", method, *args)
for text in ["42", "-42", "+7", "", "--1", "abc"]:
    for width in (0, 3, 5, -1):
        case(text, "zfill", width)
for args in [(), (4,), (0,), (-1,), (1,)]:
    case("a\tbc\td\n\te\r\tf", "expandtabs", *args)
case("a", "expandtabs", "x")
for args in [("pre",), ("x",), ("",), ("prefix",), ("prefixes",), (1,), (None,)]:
    case("prefix", "removeprefix", *args)
    case("prefix", "removesuffix", *args)
case("prefix", "removesuffix", "fix")
case("abc", "translate", {97: "xyz", 98: None, 99: 0x1F600})
case("abc", "translate", {97: 1.5})
case("abc", "translate", {97: 0x110000})
case("abc", "translate", [1, 2])
case("abc", "translate", "x" * 200)
case("abc", "translate", 5)
for args in [("ab", "xy"), ("ab", "xy", "z"), ({"a": 1, 98: "q"},), ({"ab": 1},), ({1.5: 1},), (1,), ("ab", "c"), (1, "c"), ("a", 1), ("a", "b", 1), ("", "")]:
    case("", "maketrans", *args)
case("a", "encode", "foo")
case("é", "encode", "ascii", "foo")
case("a", "encode", 5)
case("é", "encode", encoding="latin1")

for template, args, keywords in [
    ("{}", (1,), {}), ("{0}{1}{0}", ("a", "b"), {}), ("{a}", (), {"a": 5}), ("{} {}", (1,), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}),
    ("{{}}", (), {}), ("{", (), {}), ("}", (), {}), ("a}b", (), {}), ("{0", (1,), {}), ("{0!r}", ("x",), {}), ("{0!s:>5}|", ("x",), {}), ("{0!a}", ("é",), {}),
    ("{0!x}", (1,), {}), ("{0!}", (1,), {}), ("{0!r", (1,), {}), ("{0!rx}", (1,), {}), ("{0[a]}", ({"a": 3},), {}), ("{0[1]}", ([4, 5],), {}), ("{0[}", (1,), {}),
    ("{0[1]x}", ([1, 2],), {}), ("{0.}", (1,), {}), ("{0[]}", (1,), {}), ("{b}", (), {"a": 1}), ("{5}", (1,), {}), ("{:{}}|", ("x", 5), {}), ("{:{w}}|", ("x",), {"w": 4}),
    ("{:{:{}}}", (1, 2, 3), {}), ("{0:{1}{2}}", (3, ">", 5), {}), ("{:d}", ("x",), {}), ("{:5}|{:<5}|{:^5}|{:>5}|", ("a", "b", "c", "d"), {}), ("{:é^5}", ("x",), {}),
    ("{:.2}", ("abc",), {}), ("{:=5}", ("a",), {}), ("{:+}", ("a",), {}), ("{:,}", (1234567,), {}), ("{0:x} {0:#o} {0:08b}", (255,), {}), ("{:.3f} {:e} {:g}", (3.14159, 1e10, 1e-7), {}),
    ("{{{0}}}", (1,), {}), ("{0:{{}}}", (1,), {}), ("{a{b}", (), {"a": 1}), ("{:>{w}.{p}f}|", (3.14159,), {"w": 8, "p": 2}), ("日{}語", ("本",), {}), ("{0[1][0]}", ([1, [2]],), {}), ("{0[-1]}", ([1],), {}),
    ("{a.b}", (), {"a": 1}), ("{:5d}", (None,), {}), ("{!r:^9}", ("x",), {}), ("{99999999999999999999}", (1,), {}), ("{:s}", (1,), {}), ("", (), {}), ("plain", (1,), {})]:
    case(template, "format", *args, **keywords)
case("{a} {b[0]}", "format_map", {"a": 1, "b": [2]})
case("{a}", "format_map", {})
case("{}", "format_map", {"a": 1})
case("{a}", "format_map", 5)

for template, values in [
    ("%s", "a"), ("%s %s", ("a", 1)), ("%s %s", "a"), ("%s", ()), ("", 1), ("", (1,)), ("", {}), ("", [1]), ("", "a"), ("%d", 5), ("%d", 1.99), ("%d", "x"), ("%i", "x"), ("%u", None),
    ("%x", 255), ("%X", 255), ("%#x", -255), ("%#X", 255), ("%#o", 8), ("%o", 8), ("%x", 1.5), ("%o", "x"), ("%08.3f", -3.14159), ("%-08d|", -3), ("%+05d", 3), ("% d", 3), ("% d", -3), ("%.3d", 5), ("%08.3d", 5),
    ("%#08x", 255), ("%-#8x|", 255), ("%e", "a"), ("%e", 12345.678), ("%E", 0.00012), ("%g", 1e100), ("%G", 1e-10), ("%#g", 1.0), ("%.0f", 2.5), ("%.f", 3.5), ("%5.1f|", 2.25), ("%f", 10), ("%f", None),
    ("%05f", float("inf")), ("%f", float("nan")), ("%d", float("inf")), ("%d", float("nan")), ("%c", "a"), ("%c", 97), ("%c", 0x1F600), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%c", 0x110000), ("%5c|%-5c|", ("x", "y")),
    ("%*d", (5, 3)), ("%-*d|", (5, 3)), ("%*d|", (-5, 3)), ("%*d", ("a", 1)), ("%.*f", (2, 3.14159)), ("%*.*f|", (8, 2, 3.14159)), ("%.*f", (-1, 2.5)), ("%(a)s", {"a": 1}), ("%(a)s %(b)05d", {"a": "x", "b": 7}), ("%(a)s %s", {"a": 1}),
    ("%(a)s", {}), ("%(a)d", 5), ("%(a", {"a": 1}), ("%((a))s", {"(a)": 4}), ("%", ()), ("%5", 1), ("%z", 1), ("%é", 1), ("100%%", ()), ("%s %%", 1), ("%%", 1), ("%r %a", ("é", "é")), ("%s", {"a": 1}), ("%s", [1, "x"]), ("%.2s|", "abc"), ("%5.1s|", "abc"),
    ("%ld %hd %Ld", (1, 2, 3)), ("%05s|", "a"), ("%x", True), ("%d", True), ("%s", None), ("%99999999999999999999d", 1), ("%.99999999999999999999d", 1), ("日%s", "本"), ("%s", "日"), ("%5s|", "😀"), ("%d", 10**30), ("%x", 10**30), ("%d", -(10**20)), ("%s%s", ("a",)), ("%s", ("a", "b")), ("%f", 10**400), ("%r", "it's")]:
    case(template, "%", values)

for left, right in [("a", 1), ("a", b"a"), ("a", None)]:
    case(left, "+", right)
for left, right in [("ab", "x"), ("ab", 1.5), ("ab", -1), ("ab", True), ("ab", None), ("é", 0), ("x", 10**30), ("日本", 3)]:
    case(left, "*", right)
for key in ["a", 1.5, None, 5, -4, 2, 10**30, True, slice(0, 2, 0), slice("a", None), slice(10**30, None), slice(None, -(10**30), -1)]:
    case("abc", "[]", key)
    case(b"abc", "[]", key)
    case(bytearray(b"abc"), "[]", key)
for item in ["b", "", "bc", "z", 1, None, "é"]:
    case("abc", "in", item)
for left in ["a", "b", "ab", "é", "日", "😀", ""]:
    for right in ["a", "ab", "é", "日", "\uffff", "😀", 1]:
        case(left, "<", right)
        case(left, "==", right)

for make in (bytes, bytearray):
    for data in [b"", b"Hello World", b"  a b\tc\n", b"it's \"x\"\\", b"it's", bytes(range(0, 256, 5)), b"a\r\nb\nc\rd", b"ABC def 123", b"123", b"Title Case"]:
        for method in "upper lower title capitalize swapcase isalpha isalnum isdigit isspace islower isupper istitle isascii strip lstrip rstrip split rsplit splitlines expandtabs hex".split():
            case(make(data), method)
        case(make(data), "repr")
        case(make(data), "list")
        case(make(data), "splitlines", True)
        case(make(data), "hex", "-", 2)
        case(make(data), "hex", ":", -3)
        for s in (slice(None), slice(1, -1), slice(None, None, -2), slice(3, 1)):
            case(make(data), "[]", s)
        for codec in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-be", "utf-32"):
            for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
                case(make(data), "decode", codec, errors)
    x = make(b"Hello World")
    for args in [(b"o",), (111,), (b"o", 5), (b"o", -4, -1), (b"",), ("o",), (256,), (1.5,), (b"zz",), (bytearray(b"o"),), ()]:
        for method in "find rfind index rindex count startswith endswith".split():
            case(x, method, *args)
    for args in [((b"He", b"x"),), (("a",),), (5,)]:
        case(x, "startswith", *args)
        case(x, "endswith", *args)
    for args in [(b"o", b"00"), (b"", b"-"), (b"o", b"", 1), ("o", "x"), (b"l", b"L", 2), (b"l", b"L", 0)]:
        case(x, "replace", *args)
    for args in [(b"o",), (None, 1), (b"l", 1), (b"",), ("o",), (b"l", 1.5)]:
        case(x, "split", *args)
        case(x, "rsplit", *args)
    for args in [(b"o",), (b"zz",), (b"",), ("o",)]:
        case(x, "partition", *args)
        case(x, "rpartition", *args)
    for args in [(b"Hd",), ("a",), (None,), (5,)]:
        case(x, "strip", *args)
        case(x, "lstrip", *args)
        case(x, "rstrip", *args)
    for args in [([b"a", b"b"],), ([b"a", bytearray(b"c")],), (["a"],), ([1],), (5,), ([],), ((b"q",),)]:
        case(x, "join", *args)
    for args in [(15,), (15, b"*"), (14, b"*"), (15, "*"), (15, b"**"), (3,)]:
        for method in ("center", "ljust", "rjust"):
            case(x, method, *args)
    case(make(b"-42"), "zfill", 6)
    case(make(b"42"), "zfill", 6)
    case(x, "removeprefix", b"Hello")
    case(x, "removesuffix", b"World")
    case(x, "removesuffix", "World")
    case(x, "translate", None, b"lo")
    case(x, "translate", bytes(range(255, -1, -1)))
    case(x, "translate", b"a")
    case(x, "maketrans", b"ab", b"xy")
    case(x, "maketrans", b"ab", b"x")
    for text in ["41 42", "4", "zz", "4 1", "", "é", b"41", "41\n42 "]:
        case(x, "fromhex", text)
    for right in [b"x", bytearray(b"y"), "s", 5]:
        case(x, "+", right)
    for right in [2, 0, -1, "s", 1.5, True]:
        case(x, "*", right)
    for right in [b"lo", 72, 256, "H", 1.5, b"", None]:
        case(x, "in", right)
    for right in [b"Hello World", bytearray(b"Hellp"), "Hello World", b""]:
        case(x, "==", right)
        case(x, "<", right)
    for template, values in [(b"%s", b"a"), (b"%s", "a"), (b"%b", 5), (b"%d %x", (5, 255)), (b"%c%c", (65, b"B")), (b"%c", 300), (b"%c", "a"), (b"%(k)s", {b"k": b"v"}), (b"%r %a", ("é", "é")), (b"%d", (1, 2)), (b"%d", "x"), (b"%.2s|", b"abc"), (b"%5.1f|", 2.0), (b"%z", 1), (b"%s", bytearray(b"q")), (b"", b"x"), (b"\xff%%%s", b"\xfe")]:
        case(make(template), "%", values)

for bad in [b"\xff", b"a\xc3", b"\xe2\x82", b"\xe2\x82x", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\xf0\x80\x80\x80", b"a\x80\x80b", b"\xe0\x80", b"\xf8\x88", "日本😀".encode()]:
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
        case(bad, "decode", "utf-8", errors)
for bad in [b"a", b"\x00\xd8", b"\x00\xdc\x00\x00", b"\x00\xd8\x00\x00", b"\x3d\xd8\x00\xde", b"\xfe\xff\x00a", b"\xff\xfea\x00b"]:
    for codec in ("utf-16", "utf-16-le", "utf-16-be"):
        for errors in ("strict", "replace", "ignore"):
            case(bad, "decode", codec, errors)
for bad in [b"a\x00\x00", b"\x00\xd8\x00\x00", b"\x00\x00\x11\x00", b"\xff\xfe\x00\x00a\x00\x00\x00"]:
    case(bad, "decode", "utf-32")
    case(bad, "decode", "utf-32", "replace")
case(b"a", "decode", "foo")
case(b"\xff", "decode", "utf-8", "foo")
case(b"a", "decode", "utf-8", 5)

for method, args in [("append", (65,)), ("append", (256,)), ("append", ("a",)), ("extend", (b"xy",)), ("extend", ([1, 2],)), ("extend", (5,)), ("extend", ("ab",)), ("extend", ([1, 300],)), ("insert", (1, 66)), ("insert", (-1, 66)), ("insert", (100, 66)), ("insert", (0, 256)), ("pop", ()), ("pop", (0,)), ("pop", (-2,)), ("pop", (9,)), ("remove", (98,)), ("remove", (5,)), ("remove", ("a",)), ("reverse", ()), ("copy", ()), ("clear", ())]:
    case(bytearray(b"abc"), method, *args)
case(bytearray(), "pop")
print("[")
print(",\n".join(json.dumps(c, separators=(",", ":")) for c in CASES))
print("]")
