"""A JSON parser and writer, one character at a time.

What it shows: indexing and slicing of strings, dispatch by character, dicts and lists as results.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the grammar of RFC 8259; our own code.

work: text
args: 3 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


class Reader:
    def __init__(self, text):
        self.text, self.at = text, 0

    def skip(self):
        text, at = self.text, self.at
        while text[at] in ' \n\t':
            at += 1
        self.at = at
        return text[at]

    def value(self):
        first = self.skip()
        if first == '{':
            return self.members()
        if first == '[':
            return self.items()
        if first == '"':
            return self.string()
        for word, meaning in (('true', True), ('false', False), ('null', None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        return self.number()

    def members(self):
        found = {}
        self.at += 1
        while self.skip() != '}':
            key = self.string()
            self.skip()
            self.at += 1
            found[key] = self.value()
            if self.skip() == ',':
                self.at += 1
                self.skip()
        self.at += 1
        return found

    def items(self):
        found = []
        self.at += 1
        while self.skip() != ']':
            found.append(self.value())
            if self.skip() == ',':
                self.at += 1
        self.at += 1
        return found

    def string(self):
        start = self.at + 1
        end = self.text.index('"', start)
        while self.text[end - 1] == '\\':
            end = self.text.index('"', end + 1)
        self.at = end + 1
        return self.text[start:end].replace('\\"', '"')

    def number(self):
        text, start = self.text, self.at
        at = start
        while text[at] in '-+.eE0123456789':
            at += 1
        self.at = at
        word = text[start:at]
        return float(word) if '.' in word else int(word)


def write(value):
    if value is True:
        return 'true'
    if value is False:
        return 'false'
    if value is None:
        return 'null'
    if isinstance(value, str):
        return '"' + value.replace('"', '\\"') + '"'
    if isinstance(value, dict):
        return '{' + ', '.join(f'"{key}": {write(part)}' for key, part in value.items()) + '}'
    if isinstance(value, list):
        return '[' + ', '.join(write(part) for part in value) + ']'
    return str(value)


def record(n):
    return {
        'id': n, 'name': f'item {n}', 'price': n * 1.25, 'sold': n % 3 == 0, 'next': None,
        'tags': ['a' * (n % 7), 'say "hi"', n], 'size': {'x': n % 10, 'y': [n, -n, n * 0.5]},
    }


def run(size):
    text = write([record(n) for n in range(size)])
    total = 0
    for _ in range(5):
        found = Reader(text + ' ').value()
        again = write(found)
        if again != text:
            return 'wrong', again[:80]
        total += len(again) + sum(entry['id'] + len(entry['tags'][0]) for entry in found)
    return len(text), total, found[-1]['name']


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
