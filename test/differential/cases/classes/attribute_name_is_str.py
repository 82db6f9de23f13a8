# An attribute's name is a str, however the access is spelled.
class Plain:
    pass


class Hooked:
    def __setattr__(self, name, value):
        print('set', name)


for attempt in (
    lambda: object.__setattr__(Hooked(), 5, 5),
    lambda: object.__setattr__(Plain(), 5, 5),
    lambda: object.__delattr__(Plain(), 5.5),
    lambda: object.__getattribute__(Plain(), None),
    lambda: super(Hooked, Hooked()).__setattr__((), 1),
):
    try:
        attempt()
    except TypeError as error:
        print(error)
