def f(p):
    match p:  # <- unsupported
        case (a, b):
            return a
    return 0

print(f((1, 2)))
