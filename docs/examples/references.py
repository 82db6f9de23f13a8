"""What sys.getrefcount says of one list under every executor; used by docs/internals/executors.md."""
import sys

thing = []
print(sys.getrefcount(thing))
also = thing
print(sys.getrefcount(thing))
