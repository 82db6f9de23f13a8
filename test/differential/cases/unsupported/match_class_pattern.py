class P:
    pass

match P():  # <- unsupported
    case P():
        pass
    case _:
        pass
