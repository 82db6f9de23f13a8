class C:
    def ok(self):
        return 1

    async def f(self):  # <- unsupported
        return 1
