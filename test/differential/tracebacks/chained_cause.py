class AppError(Exception):
    pass


def load():
    raise KeyError('config')


def start():
    try:
        load()
    except KeyError as e:
        raise AppError('cannot start') from e


start()
