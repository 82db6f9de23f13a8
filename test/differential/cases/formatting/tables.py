rows = [('apple', 3, 0.5), ('kiwi', 12, 1.25), ('watermelon', 1, 12)]
for n, q, p in rows: print(f'{n:<12}|{q:>4}|{p:8.2f}|{q * p:^10.1f}|')
print('-' * 30, '=' * 5, sep='\n')
print('{:<10}{:>6}'.format('name', 'n'), '%-10s%6d' % ('x', 5), 'x'.ljust(10, '.') + '5'.rjust(6, '.'), sep='\n')
print(f'{1234567.891:,.2f} {0.000123:.2e} {255:#06x} {-5:+d} {3:03} {0.25:.0%} {1e6:g} {True!s:>6} {None!r:<6}|')
w = max(len(r[0]) for r in rows)
for r in rows: print(f'{r[0]:>{w}} {"*" * r[1]}')
