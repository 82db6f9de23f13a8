state, trace = 'idle', []
def go(ev):
    global state
    trace.append((state, ev))
    if state == 'idle' and ev == 'on': state = 'busy'
    elif state == 'busy':
        if ev == 'off': state = 'idle'
        elif ev == 'err': state = 'dead'
    return state
print([go(e) for e in ('off', 'on', 'on', 'err', 'on')], state, len(trace), trace[2])
def reset():
    global state, trace
    state, trace = 'idle', []
reset(); print(state, trace)
