# numbers, keyword, __future__.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import numbers
import keyword
import __future__

for x in (1, True, 1.5, 'a'):
    print([isinstance(x, k) for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print(issubclass(int, numbers.Real), issubclass(float, numbers.Integral))
print(keyword.iskeyword('for'), keyword.iskeyword('foo'), keyword.kwlist, keyword.softkwlist, keyword.issoftkeyword('match'))
print(__future__.annotations, __future__.division.getOptionalRelease(), __future__.all_feature_names)
