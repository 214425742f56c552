"""
Compares traces of the same program.

Three questions, from strict to loose:
  lines    does every process print the same lines in the same order?  (not asked of programs whose threads race)
  values   has each position of each kind of line the same set of values?
  shapes   is every kind of line, numbers and strings aside but with their notation, printed by the other tracer too?

What varies between two runs of the reference is not held against us, at the very positions where it varied. A difference must
show up in every attempt to be reported, since what we trace is live. So a decoding error is found, and a race is not.
"""
import difflib
from collections import Counter, defaultdict

import normalise

# These depend on timing more than on the program: how often they come, and with which result.
TIMING = {'futex', 'sched_yield', 'epoll_wait', 'epoll_pwait', 'epoll_pwait2', 'poll', 'ppoll', 'select', 'pselect6', 'clock_nanosleep',
          'nanosleep', 'restart_syscall', 'rt_sigreturn', 'wait4', 'waitid', 'signal', 'rt_sigsuspend', 'madvise', 'rt_sigtimedwait',
          'sigreturn'}
# Of these the values are compared all the same: as sets, whatever their order.
SETTLED = {'signal', 'wait4'}
RETRIED = ('-1 EAGAIN', '-1 EINTR', '? ERESTART', '-1 EINPROGRESS', '-1 EALREADY')


class Difference:
    """One thing that differs. Two attempts found the same when the keys are equal."""

    def __init__(self, kind, name, ours, reference, key):
        self.kind, self.name, self.ours, self.reference = kind, name, ours, reference
        self.key = (kind, name) + key

    def __str__(self):
        """Both lines, and a mark where they part."""
        ours, reference = self.ours or '(nothing)', self.reference or '(nothing)'
        lines = ['%s %s' % (self.kind, self.name), '  reference ' + reference, '  ours      ' + ours]
        if self.ours and self.reference:
            lines.append('            ' + ' ' * trim(ours, reference)[0] + '^')
        return '\n'.join(lines)

    def one_line(self):
        """What the accepted list's patterns are searched in."""
        return '%s %s | reference: %s | ours: %s' % (self.kind, self.name, self.reference or '', self.ours or '')


def depends_on_timing(record):
    return record.name in TIMING or record.result.startswith(RETRIED) or record.text.endswith(normalise.UNFINISHED)


def groups(records, key):
    found = defaultdict(list)
    for r in records:
        found[key(r)].append(r)
    return found


def varying(a, b):
    """
    Token positions that vary between two runs of the reference: {(label, shape, ordinal): {index}}; where the runs
    have different numbers of such lines, ordinal is None and stands for all.
    """
    result = defaultdict(set)
    ga, gb = (groups(x, lambda r: (r.label, r.shape)) for x in (a, b))
    for key in ga.keys() & gb.keys():
        la, lb = ga[key], gb[key]
        for i in range(len(la[0].tokens)):
            if len(la) == len(lb):
                for n, (ra, rb) in enumerate(zip(la, lb)):
                    if ra.tokens[i] != rb.tokens[i]:
                        result[key + (n,)].add(i)
            elif {r.tokens[i] for r in la} != {r.tokens[i] for r in lb}:
                result[key + (None,)].add(i)
    return result


def strict_lines(records, mask):
    """label -> [(strict text, record)]: what must be equal."""
    seen, result = Counter(), defaultdict(list)
    for r in records:
        key = (r.label, r.shape)
        n = seen[key]
        seen[key] += 1
        if depends_on_timing(r):
            continue
        masked = mask.get(key + (n,), set()) | mask.get(key + (None,), set())
        result[r.label].append((r.strict(masked), r))
    return result


def pair(ours, reference):
    """Pairs up the lines of two differing blocks: those of the same call, the most similar first."""
    rest = list(reference)
    for o in ours:
        best = max((r for r in rest if r.name == o.name), default=None,
                   key=lambda r: (r.shape == o.shape, difflib.SequenceMatcher(None, r.text, o.text).quick_ratio()))
        if best:
            rest.remove(best)
        yield o, best
    for r in rest:
        yield None, r


def trim(a, b):
    """Lengths of the common beginning and end."""
    low = min(len(a), len(b))
    head = 0
    while head < low and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < low - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return head, tail


def differing_blocks(a, b):
    head, tail = trim(a, b)
    a, b = a[head:len(a) - tail], b[head:len(b) - tail]
    if a or b:
        for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag != 'equal':
                yield (a1 + head, a2 + head), (b1 + head, b2 + head)


def compare_lines(ours, reference, mask):
    lo, lr = strict_lines(ours, mask), strict_lines(reference, mask)
    for label in sorted(lo.keys() | lr.keys()):
        o, r = lo.get(label, []), lr.get(label, [])
        for (o1, o2), (r1, r2) in differing_blocks([x[0] for x in o], [x[0] for x in r]):
            for ours_line, reference_line in pair([x[1] for x in o[o1:o2]], [x[1] for x in r[r1:r2]]):
                yield line_difference(ours_line, reference_line)


def line_difference(ours, reference):
    """A line that has no counterpart, or another text. The key leaves out values where shapes are equal: they may vary."""
    name = (ours or reference).name
    if ours and reference and ours.shape == reference.shape:
        where = tuple(i for i, (a, b) in enumerate(zip(ours.tokens, reference.tokens)) if a != b)
        return Difference('value', name, ours.show(), reference.show(), (ours.shape, where))
    return Difference('line', name, ours and ours.show(), reference and reference.show(),
                      (ours and ours.shape, reference and reference.shape))


def compatible(style, other):
    return all(a == b or '0' in (a, b) for a, b in zip(style, other))


def pieces(record):
    """
    What must be printed by both: (shape, tokens). Of calls that depend on timing the arguments and the result on their own,
    as which of the possible results comes with which arguments is chance, and that it had to be tried again is too.
    """
    shape, tokens = normalise.collapse(record.shape, record.tokens)
    at = shape.rfind(') = ')
    if at < 0 or not depends_on_timing(record):
        return [(shape, tokens)]
    n = len(normalise.TAKEN.findall(shape[:at]))
    arguments, result = (shape[:at], tokens[:n]), (shape[at:], tokens[n:])
    return [arguments] if record.result.startswith(RETRIED) else [arguments, result]


def styles(records):
    found = defaultdict(dict)
    for r in records:
        for shape, tokens in pieces(r):
            found[r.name, shape].setdefault(tuple(normalise.style(t) for t in tokens), r)
    return found


def nearest(record, candidates):
    same = [c for c in candidates if c.name == record.name]
    return max(same, default=None, key=lambda c: difflib.SequenceMatcher(None, c.shape, record.shape).quick_ratio())


def lacking(form, forms):
    return not any(compatible(form, f) for f in forms)


def compare_shapes(ours, references):
    """Kinds of lines that only we print, or that every run of the reference prints and ours does not."""
    so, runs = styles(ours), [styles(r) for r in references]
    examples = {side: [r for x in s for forms in x.values() for r in list(forms.values())[:1]]
                for side, s in (('ours', [so]), ('reference', runs))}
    for key, forms in so.items():
        for form, record in forms.items():
            if all(lacking(form, s.get(key, {})) for s in runs):
                yield Difference('shape', record.name, record.show(), shown(nearest(record, examples['reference'])), ('ours', key[1], form))
    for key, forms in runs[0].items():
        for form, record in forms.items():
            if lacking(form, so.get(key, {})) and not any(lacking(form, s.get(key, {})) for s in runs):
                yield Difference('shape', record.name, shown(nearest(record, examples['ours'])), record.show(), ('reference', key[1], form))


def shown(record):
    return record and record.show()


def value_sets(records):
    found = defaultdict(lambda: defaultdict(dict))
    for r in records:
        if r.name in SETTLED or not depends_on_timing(r):
            for i, t in enumerate(r.tokens):
                found[r.name, r.shape][i].setdefault(t, r)
    return found


def compare_values(ours, first, second):
    """Positions whose set of values is the same in two runs of the reference but not in ours."""
    vo, v1, v2 = value_sets(ours), value_sets(first), value_sets(second)
    for key in vo.keys() & v1.keys() & v2.keys():
        for i, mine in vo[key].items():
            theirs = v1[key][i]
            if theirs.keys() != v2[key][i].keys() or mine.keys() == theirs.keys():
                continue
            extra = next((mine[t] for t in mine if t not in theirs), None)
            lost = next((theirs[t] for t in theirs if t not in mine), None)
            yield Difference('value', key[0], extra and extra.show(), lost and lost.show(), (key[1], (i,)))


def find(ours, references, racy=False):
    """
    Differences between our records and those of runs of the reference, the newest last. With one run nothing is known to
    vary, so what is found may be no difference yet. Unique by key, in order of appearance.
    """
    newest, second = references[-1], references[-2] if len(references) > 1 else None
    steps = [compare_shapes(ours, references)]
    if second:
        steps += [compare_values(*(x if racy else [r for r in x if r.name in SETTLED] for x in (ours, newest, second)))]
    if not racy:
        steps += [compare_lines(ours, newest, varying(newest, second) if second else {})]
    found = {}
    for step in steps:
        for d in step:
            found.setdefault(d.key, d)
    return found


def report(differences, everything=False):
    """
    One difference a call, and how many more it has; the shortest first, and before them those that show both lines. The two
    checks that find the same pair of lines count once.
    """
    def order(d):
        return not (d.ours and d.reference), len(d.ours or '') + len(d.reference or '')
    unique = {(d.ours, d.reference): d for d in sorted(differences, key=order)}
    by_call = defaultdict(list)
    for d in unique.values():
        by_call[d.name].append(d)
    out = []
    for found in sorted(by_call.values(), key=lambda f: order(f[0])):
        out += [str(d) for d in (found if everything else found[:1])]
        if len(found) > 1 and not everything:
            out.append('  ... and %d more of %s' % (len(found) - 1, found[0].name or found[0].kind))
    return '\n'.join(out)
