"""What the tests of the eBPF engine's parts share: TAP, runs of ringside, programs in the kernel."""
import ctypes
import json
import os
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RINGSIDE = os.path.join(os.path.abspath(os.environ.get('BIN', os.path.join(TOP, 'bin'))), 'ringside')
BUILD = os.path.abspath(os.environ.get('BUILD', os.path.join(TOP, 'build')))

tests = []


class Skip(Exception):
    pass


def test(f):
    tests.append(f)
    return f


def check(ok, message):
    if not ok:
        raise AssertionError(message)


def same(got, want, what=''):
    check(got == want, f'{what}: got {got!r}, want {want!r}')


def wait_until(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        check(time.monotonic() < end, f'waited in vain until {what}')
        time.sleep(0.02)


def cannot():
    """Why there can be no tests here, or None."""
    version = subprocess.run([RINGSIDE, 'version'], stdout=subprocess.PIPE, text=True).stdout
    if 'ebpf' not in version.split('Engines:')[1].splitlines()[0].split():
        return 'the engine is not in this build'
    tried = subprocess.run([RINGSIDE, 'stat', '--engine=ebpf', 'true'], stderr=subprocess.PIPE, text=True)
    if '--engine=ebpf:' in tried.stderr:
        return tried.stderr.strip().splitlines()[0]
    return None


def main():
    chosen = [t for t in tests if len(sys.argv) < 2 or any(a in t.__name__ for a in sys.argv[1:])]
    why = cannot()
    if why:
        print(f'1..0 # SKIP {why}')
        return
    for n, t in enumerate(chosen, 1):
        name = t.__name__.replace('_', ' ')
        try:
            t()
            print(f'ok {n} - {name}', flush=True)
        except Skip as e:
            print(f'ok {n} - {name} # SKIP {e}', flush=True)
        except Exception as e:
            print(f'not ok {n} - {name}')
            print(''.join(f'# {line}\n' for line in f'{type(e).__name__}: {e}'.splitlines()), end='', flush=True)
    print(f'1..{len(chosen)}')


def stat(*args, status=0, text=False, **options):
    """`ringside stat` as JSON."""
    with tempfile.NamedTemporaryFile('r') as out:
        done = subprocess.run([RINGSIDE, 'stat', '--json', '-o', out.name, *args], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=300, **options)
        check(done.returncode == status, f'{args}: status {done.returncode}: {done.stderr.decode()[-500:]}')
        result = json.load(out)
    result['stderr'] = done.stderr.decode()
    return result


class Running:
    """A `ringside stat` that goes on until it is stopped."""

    def __init__(self, *args, **options):
        self.out, self.err = tempfile.NamedTemporaryFile('r'), tempfile.TemporaryFile('w+')  # no pipe: the program has it, too
        self.process = subprocess.Popen([RINGSIDE, 'stat', '--json', '-o', self.out.name, *args], stdin=subprocess.DEVNULL,
                                        stderr=self.err, **options)
        wait_until(lambda: is_watching(self.process), 'it watches')

    def stop(self, signo=2):
        self.process.send_signal(signo)
        self.process.wait(60)
        result = json.load(self.out)
        self.err.seek(0)
        result['stderr'] = self.err.read()
        return result


def is_watching(process):
    """Whether a ringside has attached its programs and marked whom to watch: it waits for what comes, in poll, ppoll or clock_nanosleep."""
    if process.poll() is not None:
        return True
    with open(f'/proc/{process.pid}/syscall') as f:
        return f.read().split()[0] in ('7', '230', '271') and len(links_of(process.pid)) >= 6


def fdinfo_of(pid, field):
    """What the descriptors of a process say of themselves in a field: ids of BPF programs (prog_id) or links (link_id)."""
    found = set()
    try:
        for fd in os.listdir(f'/proc/{pid}/fdinfo'):
            try:
                with open(f'/proc/{pid}/fdinfo/{fd}') as f:
                    found.update(int(line.split()[1]) for line in f if line.startswith(field + ':'))
            except (FileNotFoundError, ProcessLookupError):
                pass
    except FileNotFoundError:
        pass
    return found


def links_of(pid):
    return fdinfo_of(pid, 'link_id')


def is_loaded(prog_id):
    """Whether the kernel has a BPF program of that id: bpf(BPF_PROG_GET_FD_BY_ID)."""
    SYS_BPF, GET_FD_BY_ID = 321, 13
    attr = (ctypes.c_uint32 * 30)(prog_id)
    fd = ctypes.CDLL(None, use_errno=True).syscall(SYS_BPF, GET_FD_BY_ID, attr, ctypes.sizeof(attr))
    if fd >= 0:
        os.close(fd)
    return fd >= 0
