import threading
gate = threading.Event()
t = threading.Thread(target=gate.wait); t.start()
print(t.join(0.01), t.is_alive(), t.join(timeout=0), threading.active_count()); gate.set(); t.join(); print(t.is_alive(), threading.active_count(), t.join())
d = threading.Thread(target=threading.Event().wait, daemon=True); d.start(); print(d.daemon, d.is_alive())
print('a daemon does not keep the program')
