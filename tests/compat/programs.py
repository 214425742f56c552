"""
The programs that are traced. Each runs in a fresh copy of a folder that is prepared once, always under the same path.
"""
import shutil
import sys

PYTHON = shutil.which('python3', path='/usr/bin:/usr/local/bin:/bin') or sys.executable

THREADS = r'''
import json, threading, urllib.parse, decimal
lock, total = threading.Lock(), []
def work(n):
    for i in range(3):
        with lock:
            total.append(n * i)
threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(json.dumps(sorted(total)))
'''

SUBPROCESS = r'''
import subprocess, os, signal
print(subprocess.run(['echo', 'from a child'], capture_output=True, text=True).stdout)
p = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={'A': 'b'}, cwd='/')
print(p.communicate(b'through a pipe'))
p = subprocess.Popen(['sleep', '60'], start_new_session=True)
p.send_signal(signal.SIGTERM)
print(p.wait())
pid = os.fork()
if pid == 0:
    os._exit(3)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
'''

ASYNCIO = r'''
import asyncio, sys, subprocess
async def serve(reader, writer):
    line = await reader.readline()
    while (await reader.readline()).strip():
        pass
    body = b'hello ' + line.split()[1] + b'\n'
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n' % len(body) + body)
    await writer.drain()
    writer.close()
async def get(port):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'GET /asyncio HTTP/1.1\r\nHost: localhost\r\n\r\n')
    data = await reader.read()
    writer.close()
    return data
async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    print(await get(port))
    if len(sys.argv) > 1:
        child = await asyncio.create_subprocess_exec(sys.argv[1], '-sS', 'http://127.0.0.1:%d/curl' % port, stdout=subprocess.PIPE)
        print((await child.communicate())[0])
    server.close()
    await server.wait_closed()
asyncio.run(main())
'''

HELLO = r'''
#include <stdio.h>
int main(void) { return printf("hello\n") < 0; }
'''

MAKEFILE = '''
all: a.out1 b.out1
%.out1: %.txt
\tcp $< $@
\techo done $@
a.out1 b.out1: seed
seed:
\ttouch seed
'''

# Runs once, in the folder of which each traced run gets a copy.
PREPARE = r'''
set -e
mkdir -p tree/sub/deep tree/empty
printf 'one\ntwo\nthree\n' >tree/lines.txt
seq 1 2000 >tree/numbers.txt
printf 'a\0b\001\177\377' >tree/bytes.bin
ln -s lines.txt tree/link
ln tree/lines.txt tree/sub/hard
chmod 640 tree/numbers.txt
chmod 4755 tree/bytes.bin
touch -d '2001-02-03 04:05:06.789' tree/sub/deep/old
mkfifo tree/fifo
mkdir home
mkdir make && printf a >make/a.txt && printf b >make/b.txt
if command -v git >/dev/null; then
	git init -q -b main repo
	cd repo
	cp -r ../tree/sub ../tree/lines.txt .
	git add .
	git commit -q -m one
	echo more >>lines.txt
	git commit -q -a -m two
	echo changed >>lines.txt
	echo new >untracked
fi
'''

ENVIRONMENT = {
    'PATH': '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', 'LC_ALL': 'C', 'TZ': 'UTC0',
    # With several arenas, malloc maps another one whenever two threads happen to meet.
    'MALLOC_ARENA_MAX': '1',
    'GIT_AUTHOR_NAME': 'a', 'GIT_AUTHOR_EMAIL': 'a@b', 'GIT_AUTHOR_DATE': '1700000000 +0000',
    'GIT_COMMITTER_NAME': 'a', 'GIT_COMMITTER_EMAIL': 'a@b', 'GIT_COMMITTER_DATE': '1700000000 +0000',
    'GIT_CONFIG_NOSYSTEM': '1',
    'PYTHONHASHSEED': '0', 'PYTHONDONTWRITEBYTECODE': '1',
}


class Program:
    """`racy`: its threads or processes race, so that two runs of one tracer differ in order and number of lines."""

    def __init__(self, name, *argv, racy=False, needs=None, folder='', files=None):
        self.name, self.argv, self.racy, self.folder, self.files = name, list(argv), racy, folder, files or {}
        self.needs = needs or argv[0]

    def missing(self):
        found = shutil.which(self.needs, path=ENVIRONMENT['PATH']) or shutil.which(self.needs)
        return None if found else '%s is not installed' % self.needs


def every():
    sh = ('sh', '-c')
    return [
        Program('ls', 'ls', '-l', 'tree'),
        Program('cat', 'cat', 'tree/lines.txt', 'tree/bytes.bin', 'tree/none'),
        Program('cp', 'cp', '-a', 'tree', 'copy'),
        Program('find', 'find', 'tree', '-name', '*.txt', '-newer', 'tree/sub/deep/old', '-ls'),
        Program('pipeline', *sh, 'cat tree/numbers.txt | sort -rn | tail -n 3; (exit 7) || echo $? >out; kill -USR1 $$', racy=True),
        Program('redirect', *sh, 'exec 3<tree/lines.txt; read a <&3; echo "$a" >>new; (cd tree && pwd); trap "echo t" TERM; kill $$; ls /none'),
        Program('tar', *sh, 'tar -cf a.tar tree && mkdir x && tar -xpf a.tar -C x'),
        Program('gcc', 'gcc', '-o', 'hello', 'hello.c', files={'hello.c': HELLO}),
        Program('make', 'make', '-j2', racy=True, folder='make', files={'make/Makefile': MAKEFILE}),
        Program('git-status', 'git', 'status', folder='repo'),
        Program('git-clone', 'git', 'clone', '-q', 'repo', 'clone', racy=True),
        Program('python-threads', PYTHON, '-c', THREADS, racy=True),
        Program('python-subprocess', PYTHON, '-c', SUBPROCESS, racy=True),
        Program('python-asyncio', PYTHON, '-c', ASYNCIO, racy=True),
        Program('curl', PYTHON, '-c', ASYNCIO, 'curl', racy=True, needs='curl'),
        Program('ssh-keygen', 'ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', 'me', '-f', 'key'),
        Program('sqlite3', 'sqlite3', 'db', 'create table t (a, b); insert into t values (1, 2), (3, 4); '
                'begin; delete from t where a = 1; commit; select * from t; vacuum;'),
        Program('node', 'node', '-e', 'console.log(require("fs").readdirSync("tree").join())', racy=True),
    ]
