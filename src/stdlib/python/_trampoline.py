"""The bottom frame of a thread whose target is not a Python function."""


def call(function, /, *args, **kwargs):
    return function(*args, **kwargs)
