name = 'Ann'; n = 3; pi = 3.14159
print(f'{name} has {n} cats')
print(f"{n + 1} {n*2=} {n=} {name!r} {name!s} {name!a}")
print(f'{pi:.2f} {n:05d} {name:>10}|{name:<10}|{name:^10}|{name:*^9}')
print(f'{{literal}} {{{n}}}', f'', f'no fields')
print(f'{n = }', f'{ n }', f'{n!r:>5}', f'{name = !s}', f'{pi = :.1f}')
width = 8; prec = 3
print(f'{pi:{width}.{prec}f}|', f'{name:{">"}{width}}|', f'{n:{"0"}{4}}')
print(f'{[i * i for i in range(4)]}', f'{ {"a": 1}["a"] }', f'{(lambda x: x + 1)(2)}')
print(f'a' 'b' f'{n}' "c", rf'\n{n}', fr'{name}\t')
print(f'''multi
{n}
line''')
print(f'{"nested " + f"{n}"}', f"{'x' if n else 'y'}", f'{n:,}', f'{1234567:_}')
