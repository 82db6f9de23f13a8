import _circ_a
print(_circ_a.value(), _circ_a._circ_b.value())
