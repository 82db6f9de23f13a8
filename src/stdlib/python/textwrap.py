# Text into lines of a width, and margins put on and taken off.
#
# Text is cut into chunks (words, parts of hyphenated words, white space) and
# the chunks are laid into lines. There are no regular expressions here, so
# the rules for where a word may be cut are written out.

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_SPACE = '\t\n\x0b\x0c\r '


class TextWrapper:

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in _SPACE:
                text = text.replace(c, ' ')
        chunks = []
        i = 0
        while i < len(text):
            space = text[i] in _SPACE
            j = i
            while j < len(text) and (text[j] in _SPACE) == space:
                j += 1
            if space or not self.break_on_hyphens:
                chunks.append(text[i:j])
            else:
                chunks.extend(_hyphen_parts(text[i:j]))
            i = j
        if self.fix_sentence_endings:
            _widen_sentence_ends(chunks)
        return chunks

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks = self._chunks(text)
        chunks.reverse()
        lines = []
        while chunks:
            margin = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(margin)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, used = self._take_line(chunks, room)
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line.pop())
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (not chunks or self.drop_whitespace and len(chunks) == 1
                        and not chunks[0].strip()) and used <= room):
                lines.append(margin + ''.join(line))
            else:
                self._end_short(lines, line, used, margin, room)
                break
        return lines

    def _take_line(self, chunks, room):
        line = []
        used = 0
        while chunks and used + len(chunks[-1]) <= room:
            used += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > room:
            # A word longer than a line is cut, or stands alone.
            left = room - used if room >= 1 else 1
            if self.break_long_words:
                end = left
                word = chunks[-1]
                if self.break_on_hyphens and len(word) > left:
                    hyphen = word.rfind('-', 0, left)
                    if hyphen > 0 and any(c != '-' for c in word[:hyphen]):
                        end = hyphen + 1
                line.append(word[:end])
                chunks[-1] = word[end:]
            elif not line:
                line.append(chunks.pop())
            used = sum(map(len, line))
        return line, used

    def _end_short(self, lines, line, used, margin, room):
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= room:
                line.append(self.placeholder)
                lines.append(margin + ''.join(line))
                return
            used -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(margin + self.placeholder.lstrip())

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def _is_letter(c):
    return c == '_' or c.isalpha()


def _hyphen_parts(word):
    parts = []
    start = 0
    i = 0
    size = len(word)
    while i < size:
        if word[i] != '-':
            i += 1
            continue
        j = i
        while j < size and word[j] == '-':
            j += 1
        if j - i >= 2:
            # A dash made of hyphens is a chunk of its own between words.
            if i > 0 and (word[i - 1].isalnum() or word[i - 1] in '_!"\'&.,?') \
                    and j < size and (word[j].isalnum() or word[j] == '_'):
                parts.append(word[start:i])
                parts.append(word[i:j])
                start = j
        elif _may_cut(word, i):
            parts.append(word[start:j])
            start = j
        i = j
    if start < size:
        parts.append(word[start:])
    return parts


def _may_cut(word, i):
    before = word[:i]
    after = word[i + 1:]
    enough = (len(before) >= 2 and _is_letter(before[-1]) and _is_letter(before[-2])) or (
        len(before) >= 3 and before[-2] == '-' and _is_letter(before[-3])
        and _is_letter(before[-1]))
    if not enough or not after or not _is_letter(after[0]):
        return False
    rest = after[2:] if after[1:2] == '-' else after[1:]
    return bool(rest) and _is_letter(rest[0])


def _widen_sentence_ends(chunks):
    for i in range(len(chunks) - 1):
        word = chunks[i].rstrip('"\'')
        if chunks[i + 1] == ' ' and len(word) >= 2 and word[-1] in '.!?' and word[-2].islower():
            chunks[i + 1] = '  '


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if not line:
            continue
        lead = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = lead
        else:
            size = 0
            while size < len(margin) and size < len(lead) and margin[size] == lead[size]:
                size += 1
            margin = margin[:size]
    if margin:
        size = len(margin)
        lines = [line[size:] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    return ''.join([prefix + line if (line.strip() if predicate is None else predicate(line))
                    else line for line in text.splitlines(True)])
