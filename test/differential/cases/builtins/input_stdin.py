print(repr(input()))
print(repr(input('prompt> ')))
import sys
print(repr(sys.stdin.readline()))
for line in sys.stdin:
    print(repr(line))
try: input()
except EOFError as e: print(type(e).__name__, e)
