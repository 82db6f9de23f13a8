print('running _fails')
raise ValueError('while importing')
