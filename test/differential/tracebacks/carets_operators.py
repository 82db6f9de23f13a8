x = {'a': {'b': None}}
total = 1 + x['a']['b']['c'] + 2
