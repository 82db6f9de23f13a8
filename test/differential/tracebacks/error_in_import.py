def go():
    import _raises


go()
