#!/usr/bin/env python3
"""
Replayed text equals live text, for the programs of the compat tests. Both come from one run, so races don't matter. TAP, with the plan
left to who runs it.

    programs.py RINGSIDE DIRECTORY [NAME...]

Ends early when it has taken more than SECONDS (environment, 90), and says so. ENGINE (environment) is another engine than ptrace's.
"""
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'compat'))
sys.dont_write_bytecode = True
import programs

# The program's own stderr goes elsewhere: --live writes to ours.
ASIDE = ['sh', '-c', 'exec "$0" "$@" 2>/dev/null']
ENGINE = ['--engine=' + os.environ.get('ENGINE', 'ptrace')]
OPTIONS = ['-f', '-yy', '-v', '-s', '80', '-tt']
# Of what was recorded in full, something else may be shown later.
LATER = [['-f', '-X', 'raw'], ['-f', '-e', 'trace=%file', '-z'], ['-f', '-c', '-w']]


def text_of(argv, cwd, env, stderr):
    done = subprocess.run(argv, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return done.stderr if stderr else done.stdout


def first_difference(live, replayed):
    live, replayed = live.split(b'\n'), replayed.split(b'\n')
    for number, (a, b) in enumerate(zip(live, replayed), 1):
        if a != b:
            return '# line %d\n# live:   %s\n# replay: %s' % (number, a.decode('latin-1')[:300], b.decode('latin-1')[:300])
    return '# %d lines live, %d replayed' % (len(live), len(replayed))


def fault(ringside, prepared, work, program):
    """What is wrong, or None."""
    shutil.rmtree(work, ignore_errors=True)
    subprocess.run(['cp', '-a', prepared, work], check=True)
    for name, text in program.files.items():
        with open(os.path.join(work, name), 'w') as f:
            f.write(text)
    cwd, tape = os.path.join(work, program.folder), work + '.tape'
    env = dict(programs.ENVIRONMENT, HOME=os.path.join(work, 'home'), PWD=cwd)
    live = text_of([ringside, 'record', *ENGINE, *OPTIONS, '--live', '-o', tape, *ASIDE, *program.argv], cwd, env, True)
    replayed = text_of([ringside, 'replay', *OPTIONS, tape], cwd, env, False)
    if live.count(b'\n') < 30:
        return '# too little: %s' % live.decode('latin-1')[:300]
    if live != replayed:
        return first_difference(live, replayed)
    for options in LATER:
        if text_of([ringside, 'replay', *options, tape], cwd, env, False).count(b'\n') < 5:
            return '# replay %s shows nothing' % ' '.join(options)
    return None


def main():
    ringside, directory, names = sys.argv[1], sys.argv[2], sys.argv[3:]
    until = time.monotonic() + float(os.environ.get('SECONDS', 90))
    prepared, work = os.path.join(directory, 'prepared'), os.path.join(directory, 'work')
    os.mkdir(prepared)
    subprocess.run(['sh', '-c', programs.PREPARE], cwd=prepared, check=True, env=dict(programs.ENVIRONMENT, HOME=os.path.join(prepared, 'home')))
    for program in programs.every():
        if names and program.name not in names:
            continue
        missing = program.missing() or ('no time left' if time.monotonic() > until else None)
        if missing:
            print('ok - replay equals live text: %s # SKIP %s' % (program.name, missing), flush=True)
            continue
        try:
            wrong = fault(ringside, prepared, work, program)
        except subprocess.TimeoutExpired as e:
            wrong = '# %s did not end' % e.cmd[1]
        print('%sok - replay equals live text: %s' % ('not ' if wrong else '', program.name))
        if wrong:
            print(wrong)
        sys.stdout.flush()


main()
