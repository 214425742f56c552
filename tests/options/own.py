"""What only Ringside has, by expected output, and that tapes show the same."""
import os
import re
import subprocess

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RINGSIDE = os.path.join(os.path.abspath(os.environ.get('BIN', os.path.join(TOP, 'bin'))), 'ringside')

tests = []


class Skip(Exception):
    pass


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
    text = re.sub(r'(?m)\b\d{3,7}\b(?=[,)\]><} ]|$)', 'N', text)
    text = re.sub(r'0x[0-9a-f]{6,}', 'ADDRESS', text)
    text = re.sub(r'\) +=', ') =', text)
    text = re.sub(r'(socket|pipe|uts|ipc|user|pid|UNIX-STREAM):\[[N\d]+(->[N\d]+)?\]', r'\1:[N]', text)
    text = re.sub(r'getrandom\((buf=)?"(\\.|[^"\\])*"', 'getrandom("RANDOM"', text)
    text = re.sub(r'(st_(ino|dev|size|blocks|nlink|[amc]time|[amc]time_nsec)=)[^,}]*', r'\1V', text)
    return re.sub(r'(set_tid_address\([^)]*\) = |pid:|mm_cid=|eventfd-id=|si_.time=|  +)\d*', r'\1', text)


REPLAYED = ['-e read=all -e write=all -- data', '-e read=3 -e write=3 -- messages vectors queue', '-e trace-fds=3 -- files', '-yy -- kinds',
            '-e decode-fds=dev,socket -- kinds', '-y -P /etc/passwd -- files', '-e trace-fds=!3 -P /etc/passwd -- files', '-N -n -- flags',
            '-X verbose -v -- structs', '-Z -- errors',
            '-e namespace=new -- namespaces', '-Y -- signals', '--decode -- files strings', '--explain -- flags', '-e errno=all -- errors']


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


@test
def virtual_cpus(ground):
    try:
        os.close(os.open('/dev/kvm', os.O_RDWR))
    except OSError as e:
        raise Skip('no /dev/kvm: %s' % e.strerror)
    for options in ['-e kvm=vcpu'], ['-e kvm=vcpu+']:
        folder = ground.folder()
        text = ringside(folder, 'trace', *options[0].split(), './subject', 'kvm').stderr
        if not re.search(r'KVM_RUN|0x80.*\(KVM', text):
            raise Skip('KVM does not run guests here')
        ends = re.findall(r'= 0 \((KVM_EXIT_\w+)\)', text)
        equal(ends, ['KVM_EXIT_IO', 'KVM_EXIT_HLT'], text[-1500:])
        lines = re.findall(r'(?m)^ VCPU:0[<>].*$', text)
        equal(len(lines), 4 if '+' in options[0] else 0)
        if lines:
            check('exit_reason=2 /* KVM_EXIT_IO */, ready_for_interrupt_injection=' in lines[1], lines[1])
            check('{io={direction=KVM_EXIT_IO_OUT, size=1, port=0x10, count=1, data_offset=0x00000000001000, data=[0x41]}}}' in lines[1], lines[1])
            check(lines[3].startswith(' VCPU:0> {request_interrupt_window=0, immediate_exit=0, exit_reason=5 /* KVM_EXIT_HLT */'), lines[3])
            check(lines[3].endswith('apic_base=0x000000fee00900}'), lines[3])


@test
def tips(ground):
    folder = ground.folder()
    for spec, lines in [('=0', 5), ('=id:0', 5), ('=0,none', 0), ('=0,full', 8), ('=format:full,id:0', 8), ('=id:0,format:compact', 5)]:
        out = ringside(folder, 'trace', '--tips' + spec, '-o', 'out', 'true').stderr
        equal(len(out.splitlines()), lines, spec + out)
    alone = ringside(folder, 'trace', '--tips').stderr
    check(alone.startswith(' .---'), alone)
    texts = {ringside(folder, 'trace', '--tips=%d' % i).stderr for i in range(20)}
    equal(len(texts), 20, 'each has a number of its own')
    for text in texts:
        check(all(len(l) == len(text.splitlines()[0]) for l in text.splitlines()), 'a box:\n' + text)


def rendered(text):
    """Lines of (character, colour): what a terminal shows, however the codes are written. Blanks have none."""
    lines, colour = [[]], ''
    for part in re.split(r'(\x1b\[[0-9;]*m)', text):
        code = re.fullmatch(r'\x1b\[([0-9;]*)m', part)
        if code:
            colour = '' if code.group(1) in ('0', '', '39') else code.group(1)
            continue
        for c in part:
            if c == '\n':
                lines.append([])
            else:
                lines[-1].append((c, '' if c in ' \r' else colour))
    return lines


# Where the reference's own decoders do not agree with each other on what is a constant.
UNEVEN = re.compile('getrandom|kill|gettid|getpid|prlimit64|getcwd|S_IF|SIGCHLD|O_RDWR|set_tid_address|readlink|execve|rseq|0x7ff|SIG[A-Z]|\\?\\?')
COLOURED = ['', '-N', '-y', '-T', '-X raw', '-i -n', '-v', '-s 3', '-e raw=all', '-a 60']


@test
def colours_are_the_references(ground):
    import run as harness
    reference = harness.find_reference()
    if not reference:
        raise Skip('no reference strace')
    compared = 0
    for options in COLOURED:
        folder, texts = ground.folder(), []
        for tracer in reference, os.path.join(os.path.dirname(RINGSIDE), 'strace'):
            run_in(folder, tracer, '--color=always', *options.split(), '-o', 'out', './subject', 'errors', 'data', 'signals',
                   preexec_fn=harness.fixed_addresses)
            with open(os.path.join(folder, 'out'), encoding='latin-1') as f:
                texts.append(rendered(f.read()))
        equal(len(texts[1]), len(texts[0]), options)
        for theirs, ours in zip(*texts):
            plain = ''.join(c for c, _ in theirs)
            if UNEVEN.search(plain) or re.search(r'\d{4}', plain):
                continue
            if '-T' in options:
                theirs, ours = ([x for x in l if not x[0].isdigit()] for l in (theirs, ours))
            compared += 1
            equal(ours, theirs, options + ': ' + plain)
    check(compared > 150, 'only %d lines were compared' % compared)


def on_terminal(folder, argv, env):
    import pty
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(argv[0], argv, {'PATH': '/usr/bin:/bin', **env})
    out = b''
    while True:
        try:
            chunk = os.read(fd, 4096)
        except OSError:
            break
        if not chunk:
            break
        out += chunk
    os.close(fd)
    os.waitpid(pid, 0)
    return out.decode('latin-1')


@test
def colours_when_they_suit(ground):
    folder = ground.folder()
    argv = [RINGSIDE, 'trace', '-e', 'trace=access', './subject', 'errors']
    for env, flag, coloured in [({'TERM': 'xterm'}, [], True), ({'TERM': 'dumb'}, [], False), ({}, [], False),
                                ({'TERM': 'xterm', 'NO_COLOR': ''}, [], False), ({'TERM': 'xterm', 'NO_COLOR': '1'}, ['--color=always'], True),
                                ({'TERM': 'xterm'}, ['--color=never'], False), ({'TERM': 'xterm'}, ['--color=auto'], True),
                                ({'TERM': 'dumb'}, ['--color=always'], True), ({'TERM': 'xterm'}, ['-o', 'file'], False)]:
        out = on_terminal(folder, argv[:2] + flag + argv[2:], env)
        equal('\x1b[' in out, coloured, '%s %s: %r' % (env, flag, out[:200]))
        check('\x1b[' not in out or out.rstrip().endswith('+++') or out.rstrip().endswith('\x1b[0m'), 'colours end: %r' % out[-60:])
    plain = ringside(folder, 'trace', '--color=auto', *argv[2:], env={'TERM': 'xterm'}).stderr
    check('\x1b[' not in plain, 'a pipe is no terminal')
    for custom, code in [('syscall=1;36', '1;36'), ('syscall=x', '33'), ('foo=1:syscall=35', '35'), ('syscall', '33'), ('syscall=', '33')]:
        out = ringside(folder, 'trace', '--color=always', *argv[2:], env={'STRACE_COLORS': custom}).stderr
        check('\x1b[%smaccess\x1b[0m(' % code in out, '%s: %r' % (custom, out[:200]))
    # A line in parts, between which the program writes.
    out = ringside(folder, 'trace', '--color=always', '-e', 'trace=write', 'echo', 'hello').stderr
    check(all(l.count('\x1b[0m') == len(re.findall(r'\x1b\[[1-9]', l)) for l in out.splitlines()), 'each colour ends: %r' % out)


def lines_of(folder, *args, **more):
    return [l for l in ringside(folder, 'trace', *args, **more).stderr.splitlines() if '+++' not in l]


@test
def errors_and_durations(ground):
    folder = ground.folder()

    def calls(*options):
        return [l.split('(')[0] for l in lines_of(folder, *options, './subject', 'errors')]
    equal(calls('-e', 'errno=ENOENT'), ['openat'])
    equal(calls('--errno=enoent,ebadf'), ['openat', 'close'])
    equal(calls('-e', 'errno=2,9'), ['openat', 'close'])
    equal(calls('-e', 'errno=!ENOENT'), ['close', 'mkdir', 'kill', 'getcwd'])
    equal(calls('-e', 'errno=all'), ['openat', 'close', 'mkdir', 'kill', 'getcwd'])
    check('access' in calls('-e', 'errno=none') and 'mkdir' not in calls('-e', 'errno=none'))
    equal(calls('-e', 'errno=ENOENT', '-e', 'trace=close'), [])
    # Times of a tape are what they are.
    sample = os.path.join(TOP, 'tests/tape/samples/v2.tape')
    for range_, found in [('100ms', ['read']), ('100ms..', ['read']), ('5us..300us', ['execve', 'openat', 'openat', 'read']), ('1s..', []),
                          ('200us..200us', ['execve']), ('..1ns', None)]:
        out = ringside(folder, 'replay', '-e', 'dur=' + range_, '-e', 'trace=read,openat,execve,write', '-e', 'signal=none', '-qqq', sample, status=None).stdout
        got = re.findall(r'(?m)^(?:\[pid +\d+\] )?(\w+)\(', out)
        check(got == found or (found is None and 'write' in got and 'execve' not in got), '%s: %s' % (range_, out))
    for bad, word in [('errno=ENOET', "did you mean 'ENOENT'"), ('errno=', "invalid errno ''"), ('errno=0', "invalid errno '0'"),
                      ('dur=x', "invalid dur 'x'"), ('dur=5..1', 'invalid dur'), ('dur=..', 'invalid dur'), ('dur=', 'invalid dur')]:
        said = ringside(folder, 'trace', '-e', bad, 'true', status=1).stderr
        check(word in said, '%s: %s' % (bad, said))


@test
def whole_lines(ground):
    folder = ground.folder()
    # Which thread runs first is chance: as often as it takes until the one that waits began before the others.
    for _ in range(20):
        out = lines_of(folder, '-f', '--whole-lines', '-tt', '-e', 'trace=read,access,write', './subject', 'wait')
        check(not any('unfinished' in l or 'resumed' in l for l in out), out)
        started = {l.split('(')[0].split()[-1]: re.search(r'\d\d:\d\d:\d\d\.\d+', l).group(0) for l in out if 'Process' not in l}
        order = [l.split('(')[0].split()[-1] for l in out if 'Process' not in l]
        equal(order, ['access', 'write', 'read'], 'in the order in which they end')
        if started['read'] < started['access']:
            break
    check(started['read'] < started['access'] < started['write'], 'with the time at which they began: %r' % started)
    ringside(folder, 'record', '-f', '-o', 'tape', './subject', 'wait')
    again = ringside(folder, 'replay', '--whole-lines', '-e', 'trace=read,access,write', 'tape').stdout
    check('resumed' not in again and re.search(r'read\(\d+, "x", 1\) += 1', again), again)
    for _ in range(20):
        text = lines_of(folder, '-f', '--whole-lines', '-e', 'trace=read', './subject', 'hang')
        if any('read(' in l for l in text):
            break
    check(any(re.search(r'read\(\d+ <unfinished \.\.\.>\) += \?', l) for l in text), 'what never returns: %r' % text)


@test
def explanations(ground):
    folder = ground.folder()
    out = lines_of(folder, '--explain', './subject', 'errors', 'flags', 'files')

    def gloss(start):
        found = [l for l in out if l.startswith(start)]
        check(found, 'no line ' + start)
        return found[0].partition('  # ')[2]
    check(gloss('openat(AT_FDCWD, "/absent"').startswith('ENOENT: '))
    check(gloss('close(99)').startswith('EBADF: '))
    equal(gloss('mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS'),
          "MAP_PRIVATE: changes are this process's own; MAP_ANONYMOUS: zeros, no file")
    equal(gloss('getpid()'), '')
    equal(gloss('openat(AT_FDCWD, "/dev/null", O_WRONLY)'), 'AT_FDCWD: relative to the current directory; O_WRONLY: for writing only')
    ringside(folder, 'record', '-o', 'tape', './subject', 'errors')
    check('# EBADF: ' in ringside(folder, 'replay', '--explain', 'tape').stdout, 'on replay')


@test
def everything_readable(ground):
    folder = ground.folder()
    with open(os.path.join(folder, 'long'), 'w') as f:
        f.write('0123456789' * 100)
    out = ringside(folder, 'trace', '--decode', 'cat', 'long').stderr
    check(re.search(r'read\(fd=\d+<.*/long>, buf="(0123456789){100}", count=\d+\)', out), out[-3000:])
    kinds = ringside(folder, 'trace', '--decode', './subject', 'kinds', 'signals').stderr
    check('<char 1:3>' in kinds and 'UNIX-STREAM:[' in kinds and 'eventfd-count=' in kinds, kinds[-2000:])
    check(re.search(r'kill\(pid=\d+<subject>, signum=SIGUSR1\)', kinds), kinds[-2000:])
    short = ringside(folder, 'trace', '--decode', '-s', '5', 'cat', 'long').stderr
    check('buf="01234"...' in short, short[-2000:])


@test
def templates(ground):
    folder = ground.folder()

    def said(template, *options, status=0):
        return ringside(folder, 'trace', '--format', template, *options, './subject', 'errors', status=status).stderr
    equal(said('{call} {path} {ret} {errno}', '-e', 'trace=openat,close'), 'openat /absent -1 ENOENT ENOENT\nclose  -1 EBADF EBADF\n')
    equal(said('{call:8}|{call:-8}|{nr}', '-e', 'trace=close'), 'close   |   close|3\n')
    equal(said('{{{call}}}\\t{fd} \u2192 {error}', '-e', 'trace=close').encode('latin-1').decode(),
          '{close}\t99 \u2192 Bad file descriptor\n')
    equal(said('{flags}/{mode}/{pathname}', '-e', 'trace=openat,mkdir'), 'O_RDONLY//"/absent"\n/0700/"/"\n')
    check(re.fullmatch(r'subject \d+ \d+ x86_64|subject \d+ \d+ \w+', said('{comm} {pid} {tid} {abi}', '-e', 'trace=close').strip()))
    check(re.fullmatch(r'\d\d:\d\d:\d\d\.\d{6} \d{10}\.\d{6} \d\.\d{6} 0\.000000 0x[0-9a-f]+',
                       said('{time} {unix} {dur} {since} {ip}', '-e', 'trace=close').strip()))
    equal(said('{args}', '-e', 'trace=openat', '-y', '-X', 'raw').replace(folder, 'F'), '-100<F>, "/absent", 0\n')
    for bad, word in [('{pth}', "column 2: no such field or argument 'pth', did you mean 'path'?"), ('x{', "column 2: no '}' ends this"),
                      ('{call:x}', 'column 7: a number of columns'), ('{call:}', 'column 7'), ('{}', 'column 2: no such field')]:
        check(word in said(bad, status=1), '%s: %s' % (bad, said(bad, status=1)))
    check('mutually exclusive' in said('{call}', '--json', status=1))
    ringside(folder, 'record', '-y', '-o', 'tape', './subject', 'files')
    again = ringside(folder, 'replay', '--format', '{call} {path}', '-e', 'trace=read,access', 'tape').stdout
    check('read /etc/passwd\naccess /etc/passwd\naccess /absent\n' in again, again)


def completed(folder, *words):
    """What bash offers for the last word."""
    script = 'source <(%s completion bash) 2>/dev/null\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ringside 2>/dev/null; printf "%%s\\n" "${COMPREPLY[@]}"' % RINGSIDE
    return run_in(folder, '/bin/bash', '-c', script, 'bash', 'ringside', *words, status=None).stdout.split()


@test
def completion_for_bash(ground):
    folder = ground.folder()
    for words, offered, not_offered in [
            (['tr'], ['trace'], ['stat']), (['trace', '--col'], ['--columns=', '--color='], ['--trace=']),
            (['trace', '--color', '=', ''], ['auto', 'always', 'never'], []), (['trace', '--color=a'], ['auto', 'always'], ['never']),
            (['trace', '--status', '=', 'f'], ['failed'], ['successful']), (['trace', '--quiet=attach,e'], ['attach,exit'], []),
            (['trace', '-S', 'wall'], ['wall-total', 'wall-avg'], ['calls']), (['record', '--ring'], ['--ring='], []),
            (['trace', '--ring'], [], ['--ring=']), (['help', 'wh'], ['where'], []), (['completion', ''], ['bash', 'zsh', 'fish'], []),
            (['trace', '-X', ''], ['raw', 'abbrev', 'verbose'], []), (['trace', './sub'], ['./subject'], [])]:
        got = completed(folder, *words)
        check(all(o in got for o in offered), '%s: offered %s' % (words, got[:40]))
        check(not any(o in got for o in not_offered), '%s: offered %s' % (words, got[:40]))
    names = set(re.findall(r'(?<![\w-])--([a-z][a-z0-9-]+)', ringside(folder, 'help', 'trace').stdout.split('\nGeneral', 1)[1]))
    offered = {w.strip('-=') for w in completed(folder, 'trace', '--')}
    check(len(offered) > 50 and offered <= names, offered - names)


@test
def completion_for_others(ground):
    import shutil
    folder = ground.folder()
    for shell in 'bash', 'zsh', 'fish':
        text = ringside(folder, 'completion', shell).stdout
        check('trace' in text and ('--whole-lines' in text or '-l whole-lines' in text), shell)
        if shutil.which(shell):
            with open(os.path.join(folder, 'script'), 'w') as f:
                f.write(text)
            run_in(folder, shell, '-n', 'script')
    check('did you mean' not in ringside(folder, 'completion', 'tcsh', status=1).stdout)
    for shell in 'zsh', 'fish':
        text = ringside(folder, 'completion', shell).stdout
        check("show a program'\\''s system calls" in text and ' where' in text, shell)
    if shutil.which('fish'):
        offered = run_in(folder, 'fish', '--no-config', '-c', 'source script; complete -C "ringside trace --col"; complete -C "ringside help wh"; complete -C "ringside trace -X "').stdout
        check([l.split('\t')[0] for l in offered.splitlines()] == ['--color', '--columns', 'where', 'abbrev', 'raw', 'verbose'], offered)
    ringside(folder, 'completion', status=1)


def commands_of(folder):
    return re.findall(r'(?m)^  ([a-z]+) +\S', ringside(folder, 'help').stdout.split('Examples:')[0])


@test
def help_fits_a_terminal(ground):
    folder = ground.folder()
    topics = re.findall(r'(?m)^  ([a-z]+) +\S', ringside(folder, 'help', 'help').stdout)
    commands = commands_of(folder)
    check(len(commands) >= 14 and len(topics) >= 2, (commands, topics))
    for word in ['help'] + commands + topics:
        text = ringside(folder, 'help', word).stdout
        long = [l for l in text.splitlines() if len(l) > 80]
        check(text and not long, '%s: %r' % (word, long[:3]))
        if word in commands:
            equal(ringside(folder, word, '--help').stdout, text, word)
    check(max(len(l) for l in ringside(folder, 'help').stdout.splitlines()) <= 80)
    text = ringside(folder, 'trace', '-h').stdout
    groups = re.findall(r'(?m)^([A-Z][A-Za-z ()]+):$', text)
    equal(groups, ['General', 'Startup', 'Whom to watch (eBPF)', 'Tracing', 'Filtering', 'Output format', 'Statistics', 'Tampering', 'Miscellaneous'])
    check(not re.search('not supported yet', text))


@test
def bad_options_name_good_ones(ground):
    folder = ground.folder()
    for options, near in [(['--colour=auto'], '--color'), (['--folow-forks'], '--follow-forks'), (['--whole-line'], None), (['--explian'], '--explain'),
                          (['--summry-only'], '--summary-only'), (['-e', 'status=faled'], 'failed'), (['-e', 'quiet=atach'], 'attach'),
                          (['--decode-fds=sockt'], 'socket'), (['-e', 'trace=opnat'], 'openat'), (['-e', 'signal=SIGUSR3'], 'SIGUSR')]:
        if not near:
            continue
        said = ringside(folder, 'trace', *options, 'touch', 'started', status=1).stderr
        check(near in said, '%s: %s' % (options, said))
        check(not os.path.exists(os.path.join(folder, 'started')), 'the program was started')


@test
def options_of_programs_are_refused_for_tapes(ground):
    folder = ground.folder()
    ringside(folder, 'record', '-o', 'run.tape', 'true')
    for command in (['replay'], ['export', '--to', 'csv'], ['stat'], ['report'], ['record', '--from']):
        for option in ('-p1', '-uroot', '-EA=B', '--argv0=x', '--engine=ptrace', '--system', '-bexecve', '--kill-on-exit', '--inject=close:error=EIO', '-einject=close:error=EIO'):
            if option == '-p1' and command[0] in ('replay', 'export'):
                continue  # is --pid there
            given = command + [option, 'run.tape'] if command[-1] != '--from' else ['record', option, '--from', 'run.tape']
            done = ringside(folder, *given, status=1)
            check('has no meaning here' in done.stderr and not done.stdout, '%s: %s' % (given, done.stderr))
        if command[0] in ('replay', 'export'):
            check('--engine' not in ringside(folder, command[0], '-h').stdout, command)
    check('has no meaning here' in ringside(folder, 'call', '-p1', 'getpid', status=1).stderr)
    check('must have CALL' in ringside(folder, 'call', status=1).stderr)


@test
def options_may_follow_a_tape(ground):
    folder = ground.folder()
    ringside(folder, 'record', '-o', 'run.tape', 'true')
    for command in ('replay', '-e', 'trace=execve'), ('stat', '--by=comm'), ('export', '--to', 'csv'):
        before, after = ringside(folder, *command, 'run.tape').stdout, ringside(folder, command[0], 'run.tape', *command[1:]).stdout
        check(before, command)
        equal(after, before, command)
        check('one tape at a time' in ringside(folder, command[0], 'run.tape', 'true', status=1).stderr, command)
    check('invalid port' in ringside(folder, 'view', 'run.tape', '--port=0x', status=1).stderr)
    check('later than' in ringside(folder, 'replay', 'run.tape', '--since=2s', '--until=1s', status=1).stderr)


@test
def other_words_are_named_too(ground):
    folder = ground.folder()
    ringside(folder, 'record', '-o', 'run.tape', 'true')
    for given, said in [('stat --by=cal', "'call'"), ('stat --columns=tota', "'total'"), ('stat --format=jsn', 'text, csv and json'), ('stat --errrors', "'--errors'"),
                        ('export --too=csv', "'--to'"), ('export --to=csw', 'csv'), ('export --to=folded --weight=byte', 'bytes'), ('replay --folow', "'--follow'"),
                        ('record --levl=3', "'--level'"), ('record --level=77', 'from 1 to 19'), ('record --redact=path', 'paths'), ('table --abi=x86', 'x86_64'),
                        ('table --jsn', "'--json'"), ('table opnat', "'openat'"), ('explain opnat', "'openat'"), ('explain --registrs', "'--registers'"),
                        ('call opnat', "'openat'"), ('call --forse', "'--force'"), ('bench getpppid', "'getppid'"), ('bench -n 1', 'from 3 to 1000'), ('vdso --pidd=1', "'--pid'"),
                        ('report --tittle=x', "'--title'"), ('completion zshh', 'zsh'), ('tracee', "'trace'"), ('help rcord', "'record'")]:
        words = given.split() + (['run.tape'] if given.split()[0] in ('stat', 'export', 'replay') else [])
        done = ringside(folder, *words, status=1)
        check(said in done.stderr and not done.stdout, '%s: %s' % (given, done.stderr))


@test
def the_manual_lists_the_options(ground):
    """The list of trace, record and replay is the table's; other pages tell of all options of their own, and of none that there are not."""
    folder = ground.folder()
    run_in(folder, os.path.join(TOP, 'tools', 'man-options'), '--check', RINGSIDE)

    def listed(command):
        text = ringside(folder, 'completion', 'man', command).stdout.replace('\\-', '-')
        return set(re.findall(r'(?<![\w-])--?[A-Za-z][\w-]*', ' '.join(re.findall(r'(?m)^\.TP\n(.*)', re.sub(r'\\f[BIR]', '', text)))))
    shared = listed('trace')
    check(len(shared) > 100, shared)
    pages = [c for c in commands_of(folder) if c not in ('completion', 'help', 'version')]
    with open(os.path.join(TOP, 'man', 'ringside.1')) as f:
        overview = f.read()
    check(all(re.search(r'(?m)^\.BR? %s\b' % c, overview) for c in commands_of(folder)), 'ringside.1 does not tell of all commands')
    for command in pages:
        with open(os.path.join(TOP, 'man', 'ringside-%s.1' % command)) as f:
            page = re.sub(r'\\f[BIR]', '', f.read().replace('\\-', '-'))
        told = set(re.findall(r'(?<![\w-])--?[A-Za-z][\w-]*', page))
        there = listed(command)
        missing = {o for o in there - shared if o.startswith('--') or len(there) < 20} - told
        check(not missing, '%s.1 does not tell of %s' % (command, sorted(missing)))
        options = re.search(r'(?ms)^\.SH OPTIONS\n(.*?)^\.SH ', page)
        heads = ' '.join(re.findall(r'(?m)^\.TP\n(.*)', options.group(1))) if options else ''
        absent = set(re.findall(r'(?<![\w-])--[a-z][\w-]*', heads)) - there
        check(not absent, '%s.1 tells of %s' % (command, sorted(absent)))


@test
def beginnings_of_straces_names_are_enough(ground):
    """Our own options must not make ambiguous what is not so in strace."""
    import run as harness
    reference = harness.find_reference()
    if not reference:
        raise Skip('no reference strace')
    folder = ground.folder()
    names = set(re.findall(r'(?<![\w-])--([a-z][a-z0-9-]+)', run_in(folder, reference, '--help').stdout))
    check(len(names) > 50, names)
    for name in sorted(names):
        for n in range(1, len(name)):
            said = run_in(folder, reference, '--' + name[:n], status=None).stderr
            if 'ambiguous' in said or 'unrecognized' in said:
                continue
            ours = ringside(folder, 'trace', '--' + name[:n], status=None).stderr
            check('ambiguous' not in ours and 'unrecognized' not in ours, '--%s for --%s: %s' % (name[:n], name, ours))
            break


STUBS = {
    'make': '#!/bin/sh\ncat /etc/hostname >/dev/null\n', 'jq': '#!/bin/sh\ncat >/dev/null\n', 'flamegraph.pl': '#!/bin/sh\ncat >/dev/null\n',
    'server': '#!/bin/sh\nexec sleep 600\n', 'xdg-open': '#!/bin/sh\n',
}


@test
def the_manuals_examples_run(ground):
    """Each as it stands. What it needs stands in for the reader's own: a make, a server, a tape."""
    import glob
    folder = ground.folder()
    tools = os.path.join(folder, 'tools')
    os.mkdir(tools)
    os.symlink(RINGSIDE, os.path.join(tools, 'ringside'))
    for name, text in STUBS.items():
        with open(os.path.join(tools, name), 'w') as f:
            f.write(text)
        os.chmod(os.path.join(tools, name), 0o755)
    server = subprocess.Popen([os.path.join(tools, 'server')], stdin=subprocess.DEVNULL)
    with open(os.path.join(tools, 'pidof'), 'w') as f:
        f.write('#!/bin/sh\necho %d\n' % server.pid)
    os.chmod(os.path.join(tools, 'pidof'), 0o755)
    count = 0
    try:
        for page in sorted(glob.glob(os.path.join(TOP, 'man', '*.[15]'))):
            with open(page) as f:
                examples = re.search(r'(?ms)^\.SH EXAMPLES\n(.*?)(?=^\.SH |\Z)', f.read())
            for block in re.findall(r'(?ms)^\.(?:nf|EX)\n(.*?)^\.(?:fi|EE)', examples.group(1)) if examples else []:
                for line in block.replace('\\-', '-').replace('\\(ti', '~').replace('\\(dq', '"').replace('\\e', '\\').splitlines():
                    env = {'PATH': tools + ':/usr/bin:/bin:/usr/sbin'}
                    if 'run.tape' in line and not os.path.exists(os.path.join(folder, 'run.tape')):
                        run_in(folder, '/bin/bash', '-c', 'ringside record -f -o run.tape make', env=env)
                    endless = ' -p ' in line or line.startswith('ringside view')
                    line = line.replace('-p 1234', '-p %d' % server.pid)
                    # Who attaches, or serves a page, goes on until told; the reader would press ^C.
                    script = ('timeout -s INT 2 ' if endless else '') + line
                    done = run_in(folder, '/bin/bash', '-c', script, status=None, env=env)
                    if 'this build has no page' in done.stderr:
                        continue
                    fine = (0, 124, 130, 1 if 'absent' in line or 'EACCES' in line else 0)
                    check(done.returncode in fine, '%s: %s: status %d: %s' % (os.path.basename(page), line, done.returncode, done.stderr[-400:]))
                    check('unrecognized' not in done.stderr and 'not supported' not in done.stderr, line + ': ' + done.stderr[-400:])
                    count += 1
    finally:
        server.kill()
        server.wait()
    check(count >= 36, 'only %d examples were found' % count)


@test
def json_is_unaffected_by_how_text_looks(ground):
    folder = ground.folder()

    def objects(*options):
        out = ringside(folder, 'trace', '--json', '-e', 'trace=openat,close,mkdir,kill', *options, './subject', 'errors').stderr
        return [re.sub(r'"(time|pid|tid|duration_ns|parent)":("[^"]*"|[^,}]*)', r'"\1":0', l) for l in out.splitlines()]
    plain = objects()
    check(len(plain) > 4, plain)
    for options in (['--color=always'], ['--explain'], ['--whole-lines'], ['-tt', '-T', '-r'], ['-a', '70'], ['-N'], ['-i', '-n'], ['--tips=none']):
        equal(objects(*options), plain, options)


@test
def calls_in_progress_when_tracing_ends(ground):
    import run as harness
    import signal
    import time
    folder = ground.folder()
    for options, lines in [([], 1), (['-e', 'status=detached'], 1), (['-e', 'status=!detached'], 0), (['-e', 'status=failed'], 0)]:
        sleeper = subprocess.Popen(['sleep', '600'], stdin=subprocess.DEVNULL)
        try:
            tracer = subprocess.Popen([RINGSIDE, 'trace', *options, '-o', 'out', '-p', str(sleeper.pid)], cwd=folder, stdin=subprocess.DEVNULL,
                                      stderr=subprocess.PIPE, encoding='latin-1')
            said = tracer.stderr.readline()
            check('attached' in said, said)
            until = time.monotonic() + 30
            while time.monotonic() < until: # it is in the call again that attaching interrupted
                with open('/proc/%d/syscall' % sleeper.pid) as f:
                    if f.read().split()[0] in ('219', '230', '128', '115'):
                        break
                time.sleep(0.01)
            time.sleep(0.1)
            tracer.send_signal(signal.SIGINT)
            tracer.wait(60)
            with open(os.path.join(folder, 'out')) as f:
                out = f.read()
            equal(len(re.findall('<detached', out)), lines, '%s: %s' % (options, out))
            tracer.stderr.close()
        finally:
            sleeper.kill()
            sleeper.wait()


def run(tap, ground, wanted):
    for f in tests:
        name = f.__name__.replace('_', ' ')
        if wanted and not any(w in name for w in wanted):
            continue
        try:
            f(ground)
            tap.result(name, '')
        except Skip as e:
            tap.skip(name, str(e))
        except AssertionError as e:
            tap.result(name, str(e) or 'failed')
