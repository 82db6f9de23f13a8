"""The words for items that cannot be deleted depend on the kind of the key."""


class Plain:
    pass


for container in (5, None, 1.5, (1,), 'a', {1}, range(3), Plain(), len, Plain):
    for key in (0, 'k', None):
        try:
            del container[key]
        except TypeError as error:
            print(error)
