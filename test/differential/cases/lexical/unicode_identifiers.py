été = 1
Größe = 2
变量 = 3
_ñ = 4
π = 3.14
print(été, Größe, 变量, _ñ, π)
def función(año=2024):
    return año + 1
print(función(), función(año=1))
class Ключ:
    поле = 'x'
print(Ключ.поле, Ключ.__name__)
ﬁ = 'ligature'
print(fi)
print('é'.isidentifier(), '1a'.isidentifier(), 'a-b'.isidentifier(), '变'.isidentifier(), ''.isidentifier())
