/*
 * A source that replays events from a readable text file: for golden tests, and for input that no kernel would give.
 *
 * An event starts in the first column; the memory that was copied with it follows, indented. '#' starts a comment line.
 *
 *   start pid=100
 *   call openat(-100, 0x1000, 0x80000) = 3 pid=100 at=1.5 took=0.000012
 *       1 entry 0x1000 "/etc/passwd\0"
 *   entered read(3, 0x2000, 5) pid=100
 *   call read(3, 0x2000, 5) = -11 pid=100 announced
 *   signal 17 pid=100
 *       siginfo entry 0 u32 17 0 1 0 101 0 0 zero 100
 *   exit pid=100 status=0x100
 *
 * Kinds: call, entered, signal SIGNO, stop SIGNO, start, exec, exit, detach, lost N, and idle (a moment without events).
 * A call is a name or a number; its result stands after `=`: a number, or `none`, `unavailable`, `detached`. Results from -4095
 * to -1 are errors. Attributes: pid, tid (default: pid), abi (default: x86_64), at (seconds; default: 10 us after the event
 * before), took, ip, sp, cpu (seconds), old, parent, status (as from waitpid), announced.
 *
 * Memory: argument number, or ret, siginfo, fd, socket, comm, tamper; `entry` or `exit`; address (or descriptor, or tid); contents; then
 * perhaps ok, short, fault, late or skipped, and want=N (bytes, default: as many as there are). Contents are any of: "text" with C's
 * escapes \n \t \0 \\ \" \xHH; u8, u16, u32 or u64 followed by numbers; zero N.
 */
#ifndef RINGSIDE_CAPTURE_FAKE_H
#define RINGSIDE_CAPTURE_FAKE_H

struct desc;
struct source;

/* 0, or -errno after a diag_error() with file, line and reason. `child` of the source is the first task, as if we had started it. */
int fake_source_open(const char *path, const struct desc *desc, struct source **out);

#endif
