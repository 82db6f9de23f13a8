try:
    raise ValueError
except* ValueError:  # <- unsupported
    pass
