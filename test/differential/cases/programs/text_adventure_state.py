class State:
    registry = {}
    def __init_subclass__(cls): State.registry[cls.__name__.lower()] = cls
    def enter(self, log): log.append(f'enter {type(self).__name__}')
    def on(self, event): return self
class Idle(State):
    def on(self, event): return Running() if event == 'start' else self
class Running(State):
    def __init__(self): self.ticks = 0
    def on(self, event):
        if event == 'tick': self.ticks += 1
        return Done(self.ticks) if event == 'stop' else self
class Done(State):
    def __init__(self, n): self.n = n
    def enter(self, log): super().enter(log); log.append(f'ticks {self.n}')
log, s = [], Idle()
for e in 'noise start tick tick noise stop tick'.split():
    new = s.on(e)
    if new is not s: new.enter(log); s = new
print(log, sorted(State.registry))
