import threading
def work(): print(threading.current_thread().name)
for kw in ({}, {'name': 'given'}, {}):
    t = threading.Thread(target=work, **kw); t.start(); t.join()
t = threading.Thread(target=work); t.name = 'renamed'; t.start(); t.join()
def nested():
    t = threading.Thread(target=work, name='child'); t.start(); t.join(); work()
t = threading.Thread(target=nested, name='parent'); t.start(); t.join()
t = threading.Thread(target=print, args=('hi',)); print(t.name.split('-')[0], t.name.endswith('(print)')); t.start(); t.join()
print(repr(threading.Thread(name='x')), threading.Thread(name=5).name, threading.get_ident() == threading.current_thread().ident, isinstance(threading.get_native_id(), int))
