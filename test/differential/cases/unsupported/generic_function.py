def first[T](items):  # <- unsupported
    return items[0]

print(first([1]))
