# Warnings, filtered and recorded.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import warnings
import io
import sys

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.warn('one')
    warnings.warn('two', DeprecationWarning)
    warnings.warn(RuntimeWarning('three'))
    print([(str(w.message), w.category.__name__) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    err(warnings.warn, 'boom')
    err(warnings.warn, 'boom', FutureWarning)
    warnings.simplefilter('ignore', UserWarning)
    print(warnings.warn('quiet'))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('default')
    for i in range(3):
        warnings.warn('same')
    print(len(log))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('ignore')
    warnings.filterwarnings('always', category=UserWarning)
    warnings.warn('a')
    warnings.warn('b', ImportWarning)
    print(len(log))
err(warnings.warn, 'x', int)
saved, sys.stderr = sys.stderr, io.StringIO()
warnings.warn_explicit('msg', UserWarning, 'file_not_there.py', 12)
text, sys.stderr = sys.stderr.getvalue(), saved
print(repr(text), warnings.formatwarning('m', UserWarning, 'no_file', 3, 'line'))
with warnings.catch_warnings():
    warnings.resetwarnings()
    print(len(warnings.filters))
