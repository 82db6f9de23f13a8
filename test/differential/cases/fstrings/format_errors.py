def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: f'{1:x>5}'); t(lambda: f'{1.5:d}'); t(lambda: f'{"a":.2f}'); t(lambda: f'{[]:5}'); t(lambda: f'{None:>5}'); t(lambda: f'{nope}'); t(lambda: f'{1/0}'); t(lambda: f'{5:,.2f}'); t(lambda: f'{5:q}'); t(lambda: f'{"s":05}'); t(lambda: f'{True:s}'); t(lambda: f'{object():x}'.replace('', '')); t(lambda: f'{(1, 2):>10}'); t(lambda: f'{5:{"bad"}}'); t(lambda: f'{b"x":5}'); t(lambda: f'{3:.{2}}')
