/* Cgroups by name: see container.h. */
#include "capture/container.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"

enum { ID_DIGITS = 64, ID_LEAST = 4, DEPTH_MAX = 16, FOUND_MAX = 8 };

/* Paths */

static char *join(const char *dir, const char *name)
{
	struct buf b = {0};

	buf_printf(&b, "%s/%s", dir, name);
	buf_putc(&b, '\0');
	return b.data;
}

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

struct mounts {
	VEC(char *) paths;
};

/* Where file systems of a type are mounted, as in proc(5), mountinfo. */
static void mounts_of(const char *type, struct mounts *out)
{
	FILE *f = fopen("/proc/self/mountinfo", "re");
	char *line = NULL, *path;
	size_t cap = 0;

	while (f && getline(&line, &cap, f) > 0) {
		char *options = strstr(line, " - ");
		if (options && str_starts(options + 3, type) && options[3 + strlen(type)] == ' ' && sscanf(line, "%*s %*s %*s %*s %ms", &path) == 1)
			*vec_push(&out->paths) = path;
	}
	free(line);
	if (f)
		fclose(f);
}

static void mounts_done(struct mounts *m)
{
	for (size_t i = 0; i < m->paths.len; i++)
		free(m->paths.at[i]);
	vec_done(&m->paths);
}

int cgroup_mount_quiet(char **out)
{
	struct mounts m = {0};

	mounts_of("cgroup2", &m);
	*out = m.paths.len ? strdup(m.paths.at[0]) : NULL;
	mounts_done(&m);
	return *out ? 0 : -ENOENT;
}

int cgroup_mount(char **out)
{
	int err = cgroup_mount_quiet(out);

	if (err)
		diag_error("no cgroup2 file system is mounted here: cgroups cannot be told apart");
	return err;
}

int cgroup_find(const char *mount, const char *path, char **out)
{
	struct statfs fs;
	char *inside = join(mount, path + strspn(path, "/"));

	if (!is_folder(inside)) {
		free(inside);
		inside = strdup(path);
	}
	int err = !inside ? -ENOMEM : !is_folder(inside) ? -ENOENT : 0;
	if (err)
		diag_error("no such cgroup: '%s', neither as a folder nor below %s", path, mount);
	else if (statfs(inside, &fs) || fs.f_type != CGROUP2_SUPER_MAGIC) {
		diag_error("'%s' is no cgroup of the unified hierarchy (cgroup2), which is at %s", path, mount);
		err = -EINVAL;
	}
	if (err)
		free(inside);
	else
		*out = inside;
	return err;
}

/* Names of cgroups */

/* "docker-ID.scope", "libpod-ID", "ID", ...: where the id starts; NULL: it has none. */
static const char *id_in(const char *folder)
{
	static const char *const prefixes[] = {
		"docker-", "libpod-", "cri-containerd-", "crio-", "nerdctl-", "machine-libpod_pod_", "user-libpod_pod_", /* pods of Podman, root's and users' */
	};
	size_t digits = 0;

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		if (str_starts(folder, prefixes[i])) {
			folder += strlen(prefixes[i]);
			break;
		}
	}
	while (isxdigit((unsigned char)folder[digits]))
		digits++;
	const char *after = folder + digits;
	return digits == ID_DIGITS && (!*after || strcmp(after, ".scope") == 0 || strcmp(after, ".slice") == 0) ? folder : NULL;
}

static bool is_id(const char *name)
{
	size_t digits = strspn(name, "0123456789abcdef");

	return digits >= ID_LEAST && digits <= ID_DIGITS && !name[digits];
}

/* What a cgroup is called after a name. */
struct custom {
	const char *before, *after;
	const char *dash; /* what stands for each - of the name: systemd gives some of them another meaning */
};

static bool is_named(const char *folder, const struct custom *c, const char *name)
{
	if (!str_starts(folder, c->before))
		return false;
	for (folder += strlen(c->before); *name; name++) {
		const char one[] = {*name, '\0'}, *as = *name == '-' ? c->dash : one;
		if (!str_starts(folder, as))
			return false;
		folder += strlen(as);
	}
	return strcmp(folder, c->after) == 0;
}

static bool folder_fits(const char *folder, const char *name)
{
	static const struct custom customs[] = {
		{"", "", "-"}, {"", ".service", "-"}, {"", ".scope", "-"}, {"", ".slice", "-"},                /* units; containerd, runc, crun by name */
		{"runc-", ".scope", "-"}, {"crun-", ".scope", "-"},                                            /* these with --systemd-cgroup */
		{"machine-", ".scope", "\\x2d"}, {"systemd-nspawn@", ".service", "-"}, {"lxc.payload.", "", "-"},
		{"pod", "", "-"}, {"kubepods-pod", ".slice", "_"}, {"kubepods-burstable-pod", ".slice", "_"}, {"kubepods-besteffort-pod", ".slice", "_"},
	};
	const char *id = is_id(name) ? id_in(folder) : NULL;

	if (id && str_starts(id, name))
		return true;
	for (size_t i = 0; i < sizeof(customs) / sizeof(customs[0]); i++)
		if (is_named(folder, &customs[i], name))
			return true;
	return false;
}

struct search {
	const char *name;
	char *found[FOUND_MAX];
	unsigned n; /* may be more than there is room for */
};

/* What is below one that fits belongs to it. */
static void search_below(struct search *s, const char *path, unsigned depth)
{
	DIR *dir = opendir(path);

	for (struct dirent *d; dir && (d = readdir(dir));) {
		if (d->d_name[0] == '.')
			continue;
		char *at = join(path, d->d_name);
		if ((d->d_type == DT_DIR || d->d_type == DT_UNKNOWN) && is_folder(at)) {
			if (!folder_fits(d->d_name, s->name)) {
				if (depth < DEPTH_MAX)
					search_below(s, at, depth + 1);
			} else if (s->n++ < FOUND_MAX) {
				s->found[s->n - 1] = at;
				at = NULL;
			}
		}
		free(at);
	}
	if (dir)
		closedir(dir);
}

static void search_done(struct search *s)
{
	for (unsigned i = 0; i < s->n && i < FOUND_MAX; i++)
		free(s->found[i]);
}

/* Why there is nothing */

/* It is there in another hierarchy: whether that was told. */
static bool tell_old(const struct container_roots *r, const char *name, const char *id)
{
	for (const char *const *old = r->old; old && *old; old++) {
		struct search s = {.name = id};
		search_below(&s, *old, 0);
		char *procs = s.n ? join(s.found[0], "cgroup.procs") : NULL;
		FILE *f = procs ? fopen(procs, "re") : NULL;
		int first = 0;
		if (f && fscanf(f, "%d", &first) == 1)
			diag_error("'%s' is in cgroups of version 1 alone (%s), and programs in the kernel tell apart those of version 2 (below %s): --tree=%d watches its first process and what descends from that",
			           name, s.found[0], r->cgroups, first);
		if (f)
			fclose(f);
		free(procs);
		search_done(&s);
		if (first)
			return true;
	}
	return false;
}

static void tell_known(const struct container_roots *r, const char *name, const struct container_known *k)
{
	const char *command = container_command(k->place->keeper);

	diag_error("container '%s' (id %.12s, of %s, in %s) does not run, or has no cgroup of its own below %s, which rootless ones lack where cgroups are of version 1; --tree=PID watches one that runs: %s inspect -f '{{.State.Pid}}' %s says what its PID is",
	           name, k->id, command, k->place->folder, r->cgroups, command, name);
}

static void tell_unknown(const struct container_roots *r, const char *name)
{
	struct buf looked = {0};

#ifdef HAVE_JANSSON
	for (unsigned i = 0; i < r->nplaces; i++) {
		bool readable = access(r->places[i].folder, R_OK | X_OK) == 0;
		if (readable || errno == EACCES)
			buf_printf(&looked, "%s %s%s", looked.len ? "," : ", and no container is called so in", r->places[i].folder, readable ? "" : " (which we may not read)");
	}
	if (!looked.len)
		buf_puts(&looked, "; names of containers were looked for in vain, as neither Docker nor Podman has any here");
#else
	buf_puts(&looked, "; names that Docker and Podman give cannot be looked up, as this build lacks jansson");
#endif
	diag_error("no container or unit '%s': no cgroup below %s has that name or id%.*s", name, r->cgroups, (int)looked.len, looked.data);
	buf_done(&looked);
}

static void tell_several(const struct search *s, const char *name)
{
	struct buf list = {0};

	for (unsigned i = 0; i < s->n && i < FOUND_MAX; i++)
		buf_printf(&list, "%s %s", i ? "," : "", s->found[i]);
	diag_error("'%s' may be several containers or units:%s%s; say more of it, or use --cgroup", name, buf_cstr(&list), s->n > FOUND_MAX ? ", ..." : "");
	buf_done(&list);
}

int container_find(const struct container_roots *roots, const char *name, char **out)
{
	struct container_known *known;
	unsigned nknown = container_named(roots->places, roots->nplaces, name, &known);
	struct search s = {.name = name};
	int err = 0;

	for (unsigned i = 0; i < nknown; i++) {
		s.name = known[i].id;
		search_below(&s, roots->cgroups, 0);
	}
	if (!nknown)
		search_below(&s, roots->cgroups, 0);
	if (s.n == 1) {
		*out = s.found[0];
	} else if (s.n) {
		tell_several(&s, name);
		search_done(&s);
		err = -EEXIST;
	} else {
		err = -ENOENT;
		if (!tell_old(roots, name, s.name)) {
			if (nknown)
				tell_known(roots, name, &known[nknown - 1]);
			else
				tell_unknown(roots, name);
		}
	}
	for (unsigned i = 0; i < nknown; i++)
		free(known[i].id);
	free(known);
	return err;
}

int container_find_here(const char *name, char **out)
{
	struct container_roots roots = {0};
	struct container_place *places;
	struct mounts old = {0};
	char *mount;
	int err = cgroup_mount(&mount);

	if (err)
		return err;
	mounts_of("cgroup", &old);
	*vec_push(&old.paths) = NULL;
	roots.cgroups = mount;
	roots.old = (const char *const *)old.paths.at;
	roots.nplaces = container_places(&places);
	roots.places = places;
	err = container_find(&roots, name, out);
	container_places_done(places, roots.nplaces);
	mounts_done(&old);
	free(mount);
	return err;
}
