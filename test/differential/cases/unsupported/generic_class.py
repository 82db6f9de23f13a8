class Box[T]:  # <- unsupported
    pass
