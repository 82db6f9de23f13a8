class C:
    @property
    def bad(self):
        return self.nothing

    def __getitem__(self, k):
        return self.bad


C()['k']
