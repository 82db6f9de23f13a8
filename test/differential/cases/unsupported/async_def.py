print("never")

async def f():  # <- unsupported
    return 1
