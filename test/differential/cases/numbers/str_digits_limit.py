# Huge ints print up to a limit of 4300 digits.
x = 10 ** 4299
print(len(str(x)), str(x)[:5])
try:
    str(10 ** 4300)
except ValueError as e:
    print(e)
try:
    int('1' * 4301)
except ValueError as e:
    print(e)
print(len(hex(10 ** 5000)), (10 ** 5000).bit_length())
import sys
print(sys.get_int_max_str_digits())
