class Box:
    def __init__(self):
        self.inner = None


box = Box()
value = box.inner.method(1, 2).other
