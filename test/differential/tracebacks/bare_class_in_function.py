def outer():
    class Inner:
        x = undefined_name
    return Inner


outer()
