match = 1
case = [match, 2]
type = 'name'
_ = 5
print(match, case, type, _, match + 1, case[0], type.upper())
def match_(match, case=1, *, type=2): return match, case, type
print(match_(1, type=3))
match = {'a': 1}
print(match['a'], match.get('b'))
print(type [0], match .keys())
match.update(b=2); print(match)
case = lambda case: case * 2
print(case(4), [match for match in range(2)])
