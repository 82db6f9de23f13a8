def run(exc):
    log = []
    try:
        log.append('try')
        if exc: raise exc
    except (ValueError, TypeError) as e:
        log.append(('vt', str(e)))
    except KeyError:
        log.append('key')
    except Exception as e:
        log.append(('other', type(e).__name__))
    else:
        log.append('else')
    finally:
        log.append('finally')
    return log
for e in (None, ValueError('v'), TypeError('t'), KeyError('k'), OSError('o'), ZeroDivisionError, LookupError()):
    print(run(e))
try:
    try: 1 / 0
    finally: print('inner finally')
except ZeroDivisionError as e: print('outer', e)
try:
    try: raise ValueError('a')
    except KeyError: print('no')
    else: print('no')
    finally: print('fin')
except ValueError as e: print('caught', e)
try: raise KeyboardInterrupt
except BaseException as e: print(type(e).__name__, isinstance(e, Exception))
try:
    try: pass
    except: pass
    else: raise ValueError('from else')
    finally: print('f')
except ValueError as e: print(e)
e = 'outer e'
try: raise ValueError
except ValueError as e: pass
print('e' in globals())
for t in (int, 'abc', None, 5):
    try:
        try: raise ValueError('x')
        except t: pass
    except (TypeError, ValueError) as err: print(type(err).__name__, err)
