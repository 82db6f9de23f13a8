import kit
from kit import tools
from kit.tools import double
import kit.deep.inner as inner
print(kit.VERSION, tools.double(2), double(4), inner.WHERE, kit.deep.inner is inner, kit.__name__, tools.__name__, inner.__package__, tools.__package__, inner.up(), kit.deep.__path__ is not None)
try: import kit.nope
except ModuleNotFoundError as e: print(e)
try: from kit import nope
except ImportError as e: print(str(e).split(' (')[0])
