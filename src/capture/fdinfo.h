/*
 * What is behind a task's descriptors, as /proc and sock_diag(7) tell it, for the notes in <> after a number.
 *
 * BLOB_FD holds the link of /proc/TID/fd/N (of /proc/TID/cwd for AT_FDCWD). What it says of a file without a name, " (deleted)",
 * becomes a BLOB_DELETED; for AT_FDCWD it stays.
 * BLOB_SOCKET is there only when there is more to say. Its text either starts with '<' and follows the link
 * ("<char 1:3>", "<block 7:0>", "<char 5:2 @/dev/pts/0>"), or else stands in its place:
 *
 *   TCP:[127.0.0.1:80->127.0.0.1:4242]  TCPv6:[[::1]:80]  UDP:[134959]      (an inode where there is no address)
 *   UNIX-STREAM:[123->456,"/path"]  UNIX:[123,@"abstract"]  NETLINK:[ROUTE:4242]
 *   pid:4242  signalfd:[HUP INT]  {eventfd-count=0x5, eventfd-id=1, eventfd-semaphore=0}
 *
 * Strings in it are escaped the usual way (\n, \", octal). Sockets of other network namespaces show their inode.
 */
#ifndef RINGSIDE_CAPTURE_FDINFO_H
#define RINGSIDE_CAPTURE_FDINFO_H

#include "base/buf.h"
#include "capture/copy.h"

/* Appends the notes on descriptor `fd` of the task, unless this phase has them already; nothing when it is not open. */
void fdinfo_note(struct copy *c, const struct capture_opts *o, pid_t tid, enum phase phase, int fd);

/*
 * Appends BLOB_NETLINK when `fd` is a netlink socket. What a socket is, is remembered by inode; a netlink socket that is not
 * bound yet is asked about again.
 */
void fdinfo_netlink(struct copy *c, pid_t tid, enum phase phase, int fd);

/* Appends BLOB_COMM for a task that exists; pid 0 and negative ones (groups) have none. */
void fdinfo_comm(struct copy *c, enum phase phase, pid_t of);

/* Parts of BLOB_SOCKET from what is at hand. `fdinfo` is the text of /proc/TID/fdinfo/N, as far as it is known. */
void fdinfo_put_device(struct buf *out, uint32_t mode, unsigned major, unsigned minor, const char *fdinfo);
void fdinfo_put_anonymous(struct buf *out, const char *link, const char *fdinfo);

/* Appends BLOB_COMM and BLOB_PIDNS, as the options want, for a pid as task `tid` knows it. */
void fdinfo_pid(struct copy *c, const struct capture_opts *o, pid_t tid, enum phase phase, pid_t of);

#endif
