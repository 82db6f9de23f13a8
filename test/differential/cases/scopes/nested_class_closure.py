def factory(n):
    class Acc:
        total = n
        def add(self, k):
            nonlocal n
            n += k
            Acc.total = n
            return self
        class In:
            def get(self): return n
    return Acc
A, B = factory(1), factory(10)
A().add(5); B().add(7)
print(A.total, B.total, A.In().get(), B.In().get(), A.__qualname__, A.In.__qualname__, A.add.__qualname__, A.add.__code__.co_freevars)
