"""What only Ringside has, by expected output, and that tapes show the same."""
import os
import re
import subprocess

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RINGSIDE = os.path.join(os.path.abspath(os.environ.get('BIN', os.path.join(TOP, 'bin'))), 'ringside')

tests = []


def test(f):
    tests.append(f)
    return f


def check(ok, message='failed'):
    if not ok:
        raise AssertionError(message)


def equal(got, wanted, what=''):
    check(got == wanted, '%s\ngot:    %r\nwanted: %r' % (what, got, wanted))


def run_in(folder, *argv, status=0, env=None, **more):
    done = subprocess.run(argv, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, encoding='latin-1',
                          env={'PATH': '/usr/bin:/bin', 'TZ': 'UTC0', 'LC_ALL': 'C', 'HOME': folder, **(env or {})}, **more)
    check(status is None or done.returncode == status, '%s: status %d: %s' % (' '.join(argv[1:]), done.returncode, done.stderr[-600:]))
    return done


def ringside(folder, *args, **more):
    return run_in(folder, RINGSIDE, *args, **more)


def settled(text):
    """Numbers that differ between two runs of a program."""
    text = re.sub(r'(?m)\b\d{3,7}\b(?=[,)\]> ]|$)', 'N', text)
    text = re.sub(r'0x[0-9a-f]{6,}', 'ADDRESS', text)
    text = re.sub(r'\) +=', ') =', text)
    text = re.sub(r'(socket|pipe|UNIX-STREAM):\[[N\d]+(->[N\d]+)?\]', r'\1:[N]', text)
    text = re.sub(r'getrandom\((buf=)?"(\\.|[^"\\])*"', 'getrandom("RANDOM"', text)
    text = re.sub(r'(st_(ino|dev|size|blocks|nlink|[amc]time|[amc]time_nsec)=)[^,}]*', r'\1V', text)
    return re.sub(r'(set_tid_address\([^)]*\) = |pid:|mm_cid=|eventfd-id=|si_.time=|  +)\d*', r'\1', text)


REPLAYED = ['-e read=all -e write=all -- data', '-e read=3 -e write=3 -- messages vectors queue', '-e trace-fds=3 -- files', '-yy -- kinds',
            '-e decode-fds=dev,socket -- kinds', '-y -P /etc/passwd -- files', '-e trace-fds=!3 -P /etc/passwd -- files', '-N -n -- flags',
            '-X verbose -v -- structs', '-Z -- errors']


@test
def tapes_show_the_same(ground):
    for line in REPLAYED:
        options, parts = (s.split() for s in line.split(' -- '))
        folder = ground.folder()
        live = ringside(folder, 'trace', *options, '-o', 'live', './subject', *parts)
        ringside(folder, 'record', *options, '-o', 'tape', './subject', *parts)
        ringside(folder, 'replay', *options, '-o', 'again', 'tape')
        with open(os.path.join(folder, 'live'), encoding='latin-1') as a, open(os.path.join(folder, 'again'), encoding='latin-1') as b:
            x, y = (settled(f.read()).splitlines() for f in (a, b))
        check(len(x) > 3, line + ': nothing was traced: ' + live.stderr)
        for i, j in zip(x, y):
            equal(j, i, line)
        equal(len(y), len(x), line)


def run(tap, ground, wanted):
    for f in tests:
        name = f.__name__.replace('_', ' ')
        if wanted and not any(w in name for w in wanted):
            continue
        try:
            f(ground)
            tap.result(name, '')
        except AssertionError as e:
            tap.result(name, str(e) or 'failed')
