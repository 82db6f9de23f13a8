value = 10
print(value / (value - 10))
