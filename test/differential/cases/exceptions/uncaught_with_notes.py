e = ValueError('base')
e.add_note('note one')
e.add_note('note two')
raise e
