def outer():
    x = 1

    async def inner():  # <- unsupported
        return x
    return inner
