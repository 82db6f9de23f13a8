# A folder without __init__.py is a package that has nothing but its folders.
import spread.inner.leaf
import sys

print(spread.inner.leaf.here, spread.__name__, hasattr(spread, '__file__'))
print(spread.__package__, len(list(spread.__path__)), 'spread.inner' in sys.modules)
spread.inner.leaf = 'rebound'
import spread.inner.leaf
print(spread.inner.leaf)
