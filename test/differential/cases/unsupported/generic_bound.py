class A:
    def m[T: int, *Ts, **P](self):  # <- unsupported
        pass
