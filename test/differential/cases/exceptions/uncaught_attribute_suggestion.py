class Box:
    def __init__(self): self.value = 1
Box().valeu
