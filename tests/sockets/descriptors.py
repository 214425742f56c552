"""
Has descriptors of many kinds and asks for the flags of each, so that tracers show what they are. See tests/sockets/run, descriptors.
Wants a network namespace of its own.
"""
import ctypes
import fcntl
import os
import select
import shutil
import socket
import tempfile

L = ctypes.CDLL(None)
HOSTS = (('127.0.0.1', socket.AF_INET), ('::1', socket.AF_INET6))
UDPLITE, MPTCP = 136, 262
keep = []


def look(fd):
    if not isinstance(fd, int):
        keep.append(fd)
        fd = fd.fileno()
    if fd >= 0:
        fcntl.fcntl(fd, fcntl.F_GETFD)
    return fd


def make(*words):
    try:
        keep.append(socket.socket(*words))
    except OSError:
        return None
    return keep[-1]


def files(directory):
    for path in '/etc/passwd', '/tmp', '/dev/null', '/dev/zero':
        look(os.open(path, os.O_RDONLY))
    path = directory + '/a\nb"\\c<d>\1\xff'
    fd = look(os.open(path, os.O_CREAT | os.O_RDWR))
    os.unlink(path)
    look(fd)
    look(os.open(directory + '/x (deleted)', os.O_CREAT | os.O_RDWR))


def anonymous():
    for fd in os.pipe():
        look(fd)
    look(os.eventfd(3))
    look(select.epoll())
    look(os.memfd_create('mem fd'))
    look(os.pidfd_open(os.getpid()))
    look(L.signalfd(-1, (ctypes.c_ulong * 16)(0x4000), 0))
    look(L.timerfd_create(1, 0))
    look(L.inotify_init1(0))
    look(L.fanotify_init(0, 0))
    for namespace in sorted(os.listdir('/proc/self/ns')):
        look(os.open('/proc/self/ns/' + namespace, os.O_RDONLY))


def stream(host, family, protocol):
    listener = make(family, socket.SOCK_STREAM, protocol)
    if not listener:
        return
    look(listener)
    listener.bind((host, 0))
    look(listener)
    listener.listen(2)
    look(listener)
    client = make(family, socket.SOCK_STREAM, protocol)
    client.connect(listener.getsockname())
    look(client)
    server = look(listener.accept()[0])
    client.close()
    look(server)


def datagram(host, family, kind, protocol):
    receiver = make(family, kind, protocol)
    if not receiver:
        return
    if protocol != UDPLITE:
        look(receiver)
    receiver.bind((host, 0))
    look(receiver)
    sender = make(family, kind, protocol)
    sender.connect(receiver.getsockname())
    look(sender)


def internet():
    for host, family in HOSTS:
        stream(host, family, 0)
        stream(host, family, MPTCP)
        for kind, protocol in ((socket.SOCK_DGRAM, 0), (socket.SOCK_DGRAM, UDPLITE), (socket.SOCK_RAW, 17), (socket.SOCK_RAW, 255)):
            datagram(host, family, kind, protocol)
    both = make(socket.AF_INET6, socket.SOCK_STREAM)
    both.bind(('::', 0))
    both.listen(1)
    client = make(socket.AF_INET, socket.SOCK_STREAM)
    client.connect(('127.0.0.1', both.getsockname()[1]))
    for s in both, client, both.accept()[0]:
        look(s)


def local(directory):
    for kind in socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET:
        for s in socket.socketpair(socket.AF_UNIX, kind):
            look(s)
    for kind, name in ((socket.SOCK_STREAM, directory + '/so"ck<et>'), (socket.SOCK_SEQPACKET, '\0abstract\1%d' % os.getpid())):
        listener = make(socket.AF_UNIX, kind)
        look(listener)
        listener.bind(name)
        look(listener)
        listener.listen(3)
        client = make(socket.AF_UNIX, kind)
        client.connect(name)
        look(client)
        look(listener.accept()[0])


def others():
    for protocol in 0, 4, 9, 12, 15, 16, 6, 21:
        s = make(socket.AF_NETLINK, socket.SOCK_RAW, protocol)
        if s:
            look(s)
            s.bind((0, 0))
            look(s)
    for protocol in 0, 0x0300, 0x0008:
        s = make(socket.AF_PACKET, socket.SOCK_RAW, protocol)
        if s:
            look(s)
    for family in 40, 38, 44, 43, 41, 30, 29, 31:
        for kind in 1, 5, 2, 3:
            s = make(family, kind, 0)
            if s:
                look(s)


def main():
    directory = tempfile.mkdtemp()
    try:
        files(directory)
        anonymous()
        internet()
        local(directory)
        others()
    finally:
        shutil.rmtree(directory)


main()
