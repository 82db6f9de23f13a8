import threading
out = []
t = threading.Timer(0.02, out.append, args=['fired']); t.start(); t.join(); print(out)
t = threading.Timer(30, out.append, ['never']); t.start(); t.cancel(); t.join(); print(out)
def hook(args): print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)
threading.excepthook = hook
def boom(): raise ValueError('in thread')
t = threading.Thread(target=boom, name='bad'); t.start(); t.join(); print('main goes on', t.is_alive())
def quiet(): raise SystemExit(5)
t = threading.Thread(target=quiet); t.start(); t.join(); print('SystemExit in a thread is silent')
