from ..tools import double
from .. import VERSION
WHERE = 'inner'
def up(): return double(21), VERSION
