try:
    raise KeyError('first')
finally:
    print('finally')
    raise ValueError('second')
