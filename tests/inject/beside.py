"""
Command lines under the reference strace and under ours: what tests/inject and tests/control share.

`= OPTIONS -- PROGRAM` in a file of cases must give the same trace, output, messages and exit status; `& OPTIONS -- PROGRAM`, too, with the trace on
stderr. `! OPTIONS` (or `! OPTIONS -- PROGRAM`) must be refused by both with the same message, what we add to it apart.
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BIN = os.path.abspath(os.environ.get('BIN', os.path.join(TOP, 'bin')))
OURS = os.path.join(BIN, 'strace')
RINGSIDE = os.path.join(BIN, 'ringside')
SUBJECT = os.path.join(os.path.abspath(os.environ.get('BUILD', os.path.join(TOP, 'build'))), 'tests/inject/subject')
PATIENCE = 60


def check(ok, message):
    if not ok:
        raise AssertionError(message)


def find_reference():
    made = subprocess.run([os.path.join(TOP, 'tools', 'fetch-reference')], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return os.path.join(made.stdout.strip(), 'bin', 'strace') if made.returncode == 0 else None


def normal(text):
    """Without what no two runs share: pids, addresses, whose message it is."""
    text = re.sub(r'^\S*strace: ', 'strace: ', text, flags=re.M)
    text = re.sub(r'poke_tcb: ', '', text)
    text = re.sub(r'(?<=process )\d+|(?<=si_pid=)\d+|(?<=getppid\(\) {32}= )\d+|(?<=\[pid) +\d+|(?<=already being traced by pid )\d+', 'PID', text, flags=re.I)
    text = re.sub(r'\S*/strace -h', 'strace -h', re.sub(r'(?<!^)/\S*/strace: (?=Process)', 'strace: ', text, flags=re.M))
    return re.sub(r'0x[0-9a-f]{6,12}\b', 'ADDRESS', re.sub(r'pipe:\[\d+', 'pipe:[INODE', text))


def by_task(trace):
    """Lines by task, in the order in which tasks come: how lines of several alternate is the scheduler's."""
    found = {}
    for line in trace.splitlines():
        m = re.match(r'(\d+) +(.*)', line)
        found.setdefault(m[1] if m else '', []).append(m[2] if m else line)
    return list(found.values())


def run(tracer, options, program, folder, to_stderr=False):
    """(status, stdout, stderr, trace by task)"""
    trace = os.path.join(folder, 'trace')
    where = [] if to_stderr else ['-o', trace]
    p = subprocess.run([tracer, *where, *options, *program], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                       stdin=subprocess.DEVNULL, text=True, timeout=PATIENCE, cwd=folder)
    text = ''
    if os.path.exists(trace):
        with open(trace) as f:
            text = f.read()
        os.unlink(trace)
    return p.returncode, p.stdout, normal(p.stderr), by_task(normal(text))


def compare(reference, options, program, folder, to_stderr=False):
    theirs, ours = (run(t, options, program, folder, to_stderr) for t in (reference, OURS))
    check(theirs[2] or any(theirs[3]), 'the reference said nothing')
    for what, e, g in zip(('status', 'output', 'messages', 'trace'), theirs, ours):
        check(e == g, '%s differ\nreference: %r\nours:      %r' % (what, e, g))


def refuse(reference, command):
    theirs, ours = (subprocess.run([t, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=PATIENCE)
                    for t in (reference, OURS))
    check(theirs.returncode == ours.returncode == 1, 'status %d, ours %d' % (theirs.returncode, ours.returncode))
    e, g = normal(theirs.stderr).splitlines(), normal(ours.stderr).splitlines()
    check(len(g) >= 1 and g[0].startswith(e[0]), 'reference: %r\nours:      %r' % (e, g))


def wait_until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        check(time.monotonic() < end, '%s did not happen' % what)
        time.sleep(0.01)


def traced(pid):
    with open('/proc/%d/status' % pid) as f:
        return not re.search(r'TracerPid:\s+0\n', f.read())


def run_one(number, name, f):
    folder = tempfile.mkdtemp(prefix='ringside-inject-')
    try:
        f(folder)
        print('ok %d - %s' % (number, name))
        return True
    except (AssertionError, OSError, subprocess.SubprocessError) as problem:
        print('not ok %d - %s' % (number, name))
        for line in str(problem).splitlines()[:30]:
            print('# ' + line)
        return False
    finally:
        shutil.rmtree(folder)
        sys.stdout.flush()


def main(tests, cases_file, before):
    """`before`: words that each command line of the cases begins with, after its options."""
    jobs = [(f.__name__.replace('_', ' '), f) for f in tests]
    reference = find_reference()
    with open(cases_file) as f:
        cases = [line.strip() for line in f if line[0] in '=!&']
    for line in cases:
        words = shlex.split(line[1:])
        if line[0] == '!':
            command = [w for w in words if w != '--'] + ['true'] * ('--' not in words)
            jobs.append((line, lambda folder, c=command: refuse(reference, c)))
        else:
            at = words.index('--')
            jobs.append((line, lambda folder, w=words, at=at, to_stderr=line[0] == '&': compare(reference, w[:at], before + w[at + 1:], folder, to_stderr)))
    wanted = sys.argv[1:]
    chosen = [(n, f) for n, f in jobs if not wanted or any(w in n for w in wanted)]
    if not reference:
        print('ok - comparisons # SKIP no reference strace here')
        chosen = [(n, f) for n, f in chosen if n[0] not in '=!&']
    good = [run_one(i, n.replace('#', '\\#'), f) for i, (n, f) in enumerate(chosen, 1)]
    print('1..%d' % (len(chosen) + (not reference)))
    return 0 if all(good) else 1


