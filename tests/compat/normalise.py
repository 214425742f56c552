"""
From a trace's text to records that can be compared.

A call that was interrupted in the text (`<unfinished ...>`, `<... resumed>`) becomes one line again. Pids become labels that say
who created whom (P, P.1, P.1.2), so that runs with different pids compare. What no two runs share (addresses, dates) is masked by
form; everything else that varies is found by comparing the reference with itself, see compare.py.
"""
import re

PREFIX = re.compile(r'^(?:\[pid +(\d+)\] |(\d+) +)')
UNFINISHED = ' <unfinished ...>'
RESUMED = re.compile(r'^<\.\.\. (\S+) resumed>')
CALL = re.compile(r'^(\w+)\(')
RESULT = re.compile(r'\) += ')
CREATES = re.compile(r'^(?:fork|vfork|clone|clone3)\(.*\) += (\d+)\b')

# What strace puts before a line: -r, -t, -tt, -ttt; -n; -i.
TIME = re.compile(r'^( *\d+\.\d{6}|\d\d:\d\d:\d\d(?:\.\d{6})?|\d{10}(?:\.\d{6})?) ')
NUMBER = re.compile(r'^\[ *(\d+)\] ')
POINTER = re.compile(r'^\[([0-9a-f]{16}|\?{16}|[0-9a-f]{8})\] ')
SPENT = re.compile(r' <(\d+\.\d{6})>$')

MASKS = [
    (re.compile(r'0x[0-9a-f]{9,12}\b'), '0xadd8e55'),
    (re.compile(r'/\* \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d{4}|Z) \*/'),
     lambda m: '/* DATE%s%s */' % ('.FRACTION' if m[1] else '', 'Z' if m[2] == 'Z' else '+ZONE')),
    (re.compile(r'(time|tv_sec)=\d{9,10}\b'), r'\1=SECONDS'),
    (re.compile(r'time_nsec=\d+'), 'time_nsec=NANOSECONDS'),
    (re.compile(r'(st_ino|stx_ino|d_ino|d_off)=\d+'), r'\1=INODE'),
    (re.compile(r'(pipe|socket|UNIX[-A-Z]*|TCP|TCPv6|NETLINK):\[(\d+)(->\d+)?'), lambda m: '%s:[INODE%s' % (m[1], '->INODE' if m[3] else '')),
    (re.compile(r'\b(uptime|freeram|sharedram|bufferram|freeswap|procs)=\d+'), r'\1=NOW'),
    # The thread's slot among those that run at once: the scheduler's choice.
    (re.compile(r'\bmm_cid=\d+'), 'mm_cid=NOW'),
    (re.compile(r'\b(f_bfree|f_bavail|f_ffree|ru_[a-z]+)=\d+'), r'\1=NOW'),
    (re.compile(r'(ru_[us]time=\{tv_sec=)\d+, tv_usec=\d+'), r'\1NOW, tv_usec=NOW'),
    (re.compile(r'^getrandom\("(?:\\x[0-9a-f]{2})+"'), 'getrandom("RANDOM"'),
    (re.compile(r'loads=\[\d+, \d+, \d+\]'), 'loads=[NOW, NOW, NOW]'),
    (re.compile(r'(si_[us]time=)\d+( /\* [\d.]+ s \*/)?'), r'\1CPU'),
    (re.compile(r'/tmp/cc\w{6}\b'), '/tmp/ccNAME'),
    (re.compile(r'(127\.0\.0\.1:|htons\()[1-9]\d{4}\b'), r'\1PORT'),
]

# Strings with what is appended when they were cut; numbers in the three notations.
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"(?:\.\.\.)?|(?<![\w.])-?(?:0x[0-9a-f]+|\d+)(?![\w])')
TAKEN = re.compile('[\1\2]') # what stands in a shape for a number and for a string; a trace has no such characters
REPEATED = re.compile(r'(\{[^{}]*\})(?:, \1)+')


class Record:
    """A whole line of one process: `text` normalised, `shape` with its numbers and strings taken out into `tokens`."""
    __slots__ = ('pid', 'label', 'name', 'text', 'form', 'shape', 'tokens', 'raw', 'result')

    def __init__(self, pid, text, raw, form=''):
        self.pid, self.text, self.raw, self.form = pid, text, raw, form
        call = CALL.match(text)
        self.name = call[1] if call else text.split(' ', 2)[0] if text else ''
        if text.startswith('--- '):
            self.name = 'signal'
        elif text.startswith('+++ '):
            self.name = 'end'
        self.label = ''

    def finish(self, labels):
        """Masks, and splits into shape and tokens, once the labels of all pids are known."""
        text = self.text
        if self.name not in ('signal', 'end'):
            text = RESULT.sub(') = ', text) if not self.quotes_result(text) else last_result(text)
        for pattern, replacement in MASKS:
            text = pattern.sub(replacement, text)
        self.tokens = []

        def take(m):
            token = m[0]
            if token in labels:
                token = labels[token]
            self.tokens.append(token)
            return '\2' if token[0] == '"' else '\1'
        if labels:
            text = re.sub(r'(/proc/|/task/|si_pid=|pid:)(\d+)', lambda m: m[1] + labels.get(m[2], m[2]), text)
        self.shape = self.form + TOKEN.sub(take, text)
        at = text.rfind(') = ')
        self.result = text[at + 4:] if at >= 0 else ''

    @staticmethod
    def quotes_result(text):
        return len(RESULT.findall(text)) > 1

    def strict(self, mask=()):
        """The line with all values but those at the masked token positions."""
        out = [self.shape]
        out += ['*' if i in mask else t for i, t in enumerate(self.tokens)]
        return '\x1f'.join(out)

    def show(self):
        """The normalised line, as people read it."""
        tokens = iter(self.tokens)
        return ('%s ' % self.label if self.label else '') + TAKEN.sub(lambda m: next(tokens), self.shape)


def collapse(shape, tokens):
    """Equal elements of an array that follow each other become one: how many there are is no question of kind."""
    out, kept, at, n = [], [], 0, 0
    for m in REPEATED.finditer(shape):
        before = shape[at:m.end(1)]
        count = len(TAKEN.findall(before))
        out.append(before)
        kept += tokens[n:n + count]
        n += count + len(TAKEN.findall(shape[m.end(1):m.end()]))
        at = m.end()
    return ''.join(out) + shape[at:], kept + tokens[n:]


def last_result(text):
    """Squeezes the spaces before the last `= ` only: the others are inside strings."""
    last = None
    for last in RESULT.finditer(text):
        pass
    return text[:last.start()] + ') = ' + text[last.end():]


def style(token):
    """How a number is written, or what a string ends in. Zero looks the same in all notations."""
    if token[0] == '"':
        return '...' if token.endswith('...') else '"'
    digits = token.lstrip('-')
    if digits == '0':
        return '0'
    if digits[0] == 'P':
        return 'd'
    sign = '-' if token[0] == '-' else ''
    return sign + ('x' if digits.startswith('0x') else 'o' if digits[0] == '0' else 'd')


def split_leader(text):
    """Takes off the time, number and pointer columns; returns their form and the rest."""
    form = ''
    for pattern, word in ((TIME, 'time'), (NUMBER, 'nr'), (POINTER, 'ip')):
        m = pattern.match(text)
        if m:
            form += '%s:%s ' % (word, re.sub(r'[0-9a-f]', '9', m[1]) if word != 'nr' else m[0])
            text = text[m.end():]
    return form, text


def pids_of(lines):
    return {m[1] or m[2] for m in map(PREFIX.match, lines) if m}


def parse(text, pid_column=True, leader=False):
    """The records of a trace, in the order in which their lines ended."""
    records, pending, notes = [], {}, []
    for raw in text.splitlines():
        pid, line = '', raw
        m = PREFIX.match(raw) if pid_column else None
        if m:
            pid, line = m[1] or m[2], raw[m.end():]
        form = ''
        if leader:
            form, line = split_leader(line)
        resumed = RESUMED.match(line)
        spent = SPENT.search(line)
        if spent:
            line = line[:spent.start()] + ' <SPENT>'
        if line.endswith(UNFINISHED):
            pending[pid] = line[:-len(UNFINISHED)], raw
            continue
        if resumed:
            if pid not in pending:
                notes.append('resumed, but was not unfinished: ' + raw)
                continue
            begin, begin_raw = pending.pop(pid)
            if not begin.startswith(resumed[1] + '('):
                notes.append('resumed another call than the unfinished: %s' % raw)
            line, raw = begin + line[resumed.end():], begin_raw + ' | ' + raw
        records.append(Record(pid, line, raw, form))
    for pid, (begin, raw) in pending.items():
        records.append(Record(pid, begin + UNFINISHED, raw))
    label(records)
    return records, notes


def label(records):
    """Names processes by descent: the second child of the first process is P.2."""
    labels, children = {}, {}
    if records:
        labels[records[0].pid] = 'P'
    for r in records:
        m = CREATES.match(r.text)
        if m and r.pid in labels or m and not r.pid:
            n = children[r.pid] = children.get(r.pid, 0) + 1
            labels.setdefault(m[1], '%s.%d' % (labels.get(r.pid, 'P'), n))
    # A child may show up before the line of the call that made it has ended, or be nobody's child (-p).
    for r in records:
        if r.pid not in labels:
            labels[r.pid] = 'Q%d' % len(labels)
    labels.pop('', None)
    for r in records:
        r.label = labels.get(r.pid, '')
        r.finish(labels)


def summary_rows(text):
    """A -c table as records: cells that vary are masked at their width, rows are sorted by call."""
    rows = []
    for line in text.splitlines():
        m = re.match(r'^ *[\d.]+ +[\d.]+ +\d+ +(\d+) +(\d+ )? *(\w+)$', line)
        if m:
            columns = '%s calls=%s errors=%s width=%d' % (m[3], m[1], (m[2] or '').strip(), len(line) - len(m[3]))
            rows.append((1, m[3], columns))
        else:
            rows.append((0, '', line))
    rows.sort(key=lambda r: (r[0], r[1]) if r[0] else (0, ''))
    records = []
    for _, _, line in rows:
        r = Record('', line, line)
        r.name, r.text = 'summary', line
        r.finish({})
        records.append(r)
    return records


def padding_faults(text, column=40):
    """Lines whose ` = ` stands where strace does not put it: one space after the call, or further at the column."""
    faults = []
    for raw in text.splitlines():
        last = None
        for last in RESULT.finditer(raw):
            pass
        if not last:
            continue
        equals = last.end() - 2
        if equals != max(column, last.start() + 2):
            faults.append(raw)
    return faults
