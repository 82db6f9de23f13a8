assert True
assert 1, 'message'
try:
    assert False
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert 0, 'why'
except AssertionError as e:
    print(repr(e), e)
try:
    assert [], ('tuple', 1)
except AssertionError as e:
    print(repr(e), e.args)
def boom(): print('evaluated'); return 'm'
assert True, boom()
try:
    assert None, boom()
except AssertionError as e:
    print(e)
