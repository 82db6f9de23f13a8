class Broken(Exception):
    def __str__(self): return 'custom text'
raise Broken
