# Zero to an infinite power is no division by zero.
inf = float('inf')
print(0.0 ** -inf, (-0.0) ** -inf, 0.0 ** inf, pow(0, -inf))
try:
    0.0 ** -1
except ZeroDivisionError as error:
    print(error)
