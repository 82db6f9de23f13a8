import gc
print(gc.isenabled()); gc.disable(); print(gc.isenabled()); gc.enable(); print(gc.isenabled(), isinstance(gc.collect(), int), len(gc.get_count()))
