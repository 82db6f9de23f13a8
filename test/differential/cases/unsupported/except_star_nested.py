def f():
    for i in range(2):
        try:
            pass
        except* (ValueError, TypeError) as e:  # <- unsupported
            print(e)
