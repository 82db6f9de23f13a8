left, right = 1, 'two'
result = (left * 2) + (left + right) - 3
