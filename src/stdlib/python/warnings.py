# Warnings: a list of filters decides what becomes of each; what is shown goes
# to stderr with the place it speaks of.

import sys as _sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings',
           'simplefilter', 'resetwarnings', 'catch_warnings']

_actions = ('error', 'ignore', 'always', 'default', 'module', 'once')

# Each: action, text the message starts with, category, module, line (0: any).
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
defaultaction = 'default'
onceregistry = {}
_registries = {}


class WarningMessage:

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self.category.__name__, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = '%s:%s: %s: %s\n' % (filename, lineno, category.__name__, message)
    return text + '  %s\n' % line.strip() if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = _sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


def simplefilter(action, category=Warning, lineno=0, append=False):
    assert action in _actions, 'invalid action: %r' % (action,)
    _insert((action, None, category, None, lineno), append)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    # Without regular expressions, message and module are compared as text:
    # the beginning of the message, the whole name of the module.
    assert action in _actions, 'invalid action: %r' % (action,)
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    _insert((action, message or None, category, module or None, lineno), append)


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _registries.clear()


def resetwarnings():
    filters[:] = []
    _registries.clear()


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    filename, lineno, module = 'sys', 1, 'sys'
    try:
        frame = _sys._getframe(stacklevel)
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
        module = frame.f_globals.get('__name__') or '<string>'
    except (AttributeError, ValueError):
        pass
    warn_explicit(message, category, filename, lineno, module)


def _action_for(text, category, module, lineno):
    for action, start, kind, where, line in filters:
        if (issubclass(category, kind) and (start is None or text.lower().startswith(start.lower()))
                and (where is None or where == module) and (line == 0 or line == lineno)):
            return action
    return defaultaction


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    if module is None:
        module = filename[:-3] if filename.endswith('.py') else filename
    if registry is None:
        registry = _registries.setdefault(module, {})
    key = (text, category, lineno)
    if key in registry:
        return
    action = _action_for(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == 'module':
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == 'default':
        registry[key] = 1
    _show(WarningMessage(message, category, filename, lineno))


def _show(shown):
    showwarning(shown.message, shown.category, shown.filename, shown.lineno, shown.file,
                shown.line)


class catch_warnings:

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        global filters, showwarning, _show
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        self._saved = filters, showwarning, _show
        filters = list(filters)
        _registries.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            log = []
            _show = log.append
            return log
        return None

    def __exit__(self, *exc_info):
        global filters, showwarning, _show
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        filters, showwarning, _show = self._saved
        _registries.clear()
