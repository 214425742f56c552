/* Namespaces: see nsinfo.h. */
#include "capture/nsinfo.h"

#include <dirent.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/map.h"
#include "capture/status.h"
#include "desc/table.h"

#ifndef CLONE_NEWTIME
#define CLONE_NEWTIME 0x80
#endif

/* Pids */

static uint64_t pid_namespace(pid_t tid)
{
	char path[64], link[64];

	snprintf(path, sizeof(path), "/proc/%d/ns/pid", tid);
	ssize_t n = readlink(path, link, sizeof(link) - 1);
	if (n < 5)
		return 0;
	link[n] = '\0';
	return strtoull(link + 5, NULL, 10); /* pid:[4026531836] */
}

/* Whether our `pid` has the number `of` in a namespace. */
static bool is_known_as(pid_t pid, uint64_t ns, pid_t of)
{
	char all[512];
	bool found = false;

	if (status_text(pid, "NSpid:", all, sizeof(all)))
		return false;
	for (char *at = all, *end; strtol(at, &end, 10) && end != at; at = end)
		found |= strtol(at, NULL, 10) == of;
	return found && pid_namespace(pid) == ns;
}

/* Threads as well as processes: /proc/PID is there for them too, but only processes are listed. */
static pid_t search_threads(pid_t pid, uint64_t ns, pid_t of)
{
	char path[64];
	pid_t found = 0;

	snprintf(path, sizeof(path), "/proc/%d/task", pid);
	DIR *dir = opendir(path);
	for (struct dirent *e; !found && dir && (e = readdir(dir));) {
		pid_t tid = (pid_t)atoi(e->d_name);
		if (tid > 0 && is_known_as(tid, ns, of))
			found = tid;
	}
	if (dir)
		closedir(dir);
	return found;
}

static pid_t search(uint64_t ns, pid_t of)
{
	DIR *dir = opendir("/proc");
	pid_t found = 0;

	for (struct dirent *e; !found && dir && (e = readdir(dir));) {
		pid_t pid = (pid_t)atoi(e->d_name);
		if (pid > 0 && pid_namespace(pid) == ns)
			found = search_threads(pid, ns, of);
	}
	if (dir)
		closedir(dir);
	return found;
}

static uint64_t cache_key(uint64_t ns, pid_t of)
{
	return ns << 32 ^ (uint32_t)of;
}

pid_t nsinfo_pid(pid_t tid, pid_t of)
{
	static struct map cache; /* our pid, as a pointer */
	static uint64_t own;

	if (of <= 0)
		return 0;
	own = own ? own : pid_namespace(getpid());
	uint64_t ns = pid_namespace(tid);
	if (!ns || ns == own)
		return of;
	pid_t known = (pid_t)(intptr_t)map_get(&cache, cache_key(ns, of));
	if (known && is_known_as(known, ns, of))
		return known;
	known = search(ns, of);
	if (known)
		map_put(&cache, cache_key(ns, of), (void *)(intptr_t)known);
	return known;
}

/* Namespaces */

static const struct {
	uint64_t flag;
	const char *name; /* in /proc/PID/ns; sorted */
} kinds[] = {
	{CLONE_NEWCGROUP, "cgroup"}, {CLONE_NEWIPC, "ipc"}, {CLONE_NEWNS, "mnt"}, {CLONE_NEWNET, "net"}, {CLONE_NEWPID, "pid"},
	{CLONE_NEWTIME, "time"}, {CLONE_NEWUTS, "uts"}, {CLONE_NEWUSER, "user"},
};

/* The flags of a call that enters namespaces, and which task enters; 0 for others. */
static uint64_t asked_for(const struct copy *c, const char *name, const struct event *call, pid_t *who)
{
	bool clone3 = strcmp(name, "clone3") == 0, clones = clone3 || strcmp(name, "clone") == 0;
	uint64_t flags = 0;

	*who = clones ? nsinfo_pid(call->tid, (pid_t)call->ret) : call->tid;
	if (strcmp(name, "setns") == 0)
		return call->args[1];
	if (!clone3)
		return clones || strcmp(name, "unshare") == 0 ? call->args[0] : 0;
	for (size_t i = 0; i < c->blobs.len; i++)
		if (c->blobs.at[i].slot == 0 && c->blobs.at[i].len >= sizeof(flags))
			memcpy(&flags, c->blobs.at[i].data, sizeof(flags)); /* the first member of struct clone_args */
	return flags;
}

static void note(struct copy *c, pid_t who, unsigned kind)
{
	char path[64], link[64];

	snprintf(path, sizeof(path), "/proc/%d/ns/%s", who, kinds[kind].name);
	ssize_t n = readlink(path, link, sizeof(link));
	if (n > 0)
		copy_bytes(c, BLOB_NAMESPACE, PHASE_EXIT, kinds[kind].flag, link, (uint32_t)n);
}

/* The low byte of clone(2)'s flags is a signal, which CLONE_NEWTIME would be part of. */
void nsinfo_entered(struct copy *c, const struct desc *d, const struct event *call)
{
	const struct call *of = desc_call(d, (enum abi)call->abi, call->nr);
	const char *name = of ? desc_call_name(d, of) : "";
	pid_t who;
	uint64_t flags = asked_for(c, name, call, &who);

	if (strcmp(name, "clone") == 0)
		flags &= ~0xffULL;
	for (unsigned i = 0; who > 0 && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (flags & kinds[i].flag)
			note(c, who, i);
}
