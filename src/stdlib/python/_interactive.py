"""The interactive interpreter: reads statements, runs each, prints values; keeps going after errors."""

import sys


def run():
    namespace = sys.modules['__main__'].__dict__
    while True:
        try:
            source = _read()
        except EOFError:
            sys.stdout.write('\n')
            return
        except KeyboardInterrupt:
            sys.stderr.write('\nKeyboardInterrupt\n')
            continue
        if source is None:
            continue
        try:
            exec(source, namespace)
        except SystemExit:
            raise
        except BaseException as error:
            sys.excepthook(type(error), error, error.__traceback__)
        sys.stdout.flush()


def _read():
    """The code of the next complete statement, or None for an empty line or an error."""
    lines = []
    prompt = getattr(sys, 'ps1', '>>> ')
    while True:
        line = input(prompt)
        lines.append(line)
        text = '\n'.join(lines) + '\n'
        if not text.strip():
            return None
        try:
            return compile(text, '<stdin>', 'single')
        except SyntaxError as error:
            if not getattr(error, '_incomplete', False):
                sys.excepthook(type(error), error, None)
                return None
        prompt = getattr(sys, 'ps2', '... ')
