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
#ifdef HAVE_JANSSON
#include <jansson.h>
#endif

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"

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

int cgroup_mount_quiet(char **out)
{
	FILE *f = fopen("/proc/self/mountinfo", "re");
	char *line = NULL, *path = NULL;
	size_t cap = 0;

	while (f && !path && getline(&line, &cap, f) > 0) {
		char *type = strstr(line, " - ");
		if (type && str_starts(type, " - cgroup2 ") && sscanf(line, "%*s %*s %*s %*s %ms", &path) != 1)
			path = NULL;
	}
	free(line);
	if (f)
		fclose(f);
	if (!path)
		return -ENOENT;
	*out = path;
	return 0;
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

/* Names to ids, where whoever runs containers keeps them in files */

#ifdef HAVE_JANSSON

/* The container's id, or NULL; the caller frees. */
static char *docker_id(const char *root, const char *name)
{
	DIR *dir = root ? opendir(root) : NULL;
	char *id = NULL;

	for (struct dirent *d; dir && !id && (d = readdir(dir));) {
		struct buf path = {0};
		buf_printf(&path, "%s/%s/config.v2.json", root, d->d_name);
		json_t *config = json_load_file(buf_cstr(&path), 0, NULL);
		const char *called = json_string_value(json_object_get(config, "Name"));
		if (called && strcmp(called + (*called == '/'), name) == 0)
			id = strdup(d->d_name);
		json_decref(config);
		buf_done(&path);
	}
	if (dir)
		closedir(dir);
	return id;
}

static char *podman_id(const char *file, const char *name)
{
	json_t *all = file ? json_load_file(file, 0, NULL) : NULL, *one, *word;
	char *id = NULL;
	size_t i, j;

	json_array_foreach(all, i, one) {
		json_array_foreach(json_object_get(one, "names"), j, word) {
			const char *its = json_string_value(json_object_get(one, "id"));
			if (its && !id && json_string_value(word) && strcmp(json_string_value(word), name) == 0)
				id = strdup(its);
		}
	}
	json_decref(all);
	return id;
}

#else

static char *docker_id(const char *root, const char *name)
{
	(void)root;
	(void)name;
	return NULL;
}

#define podman_id docker_id

#endif

/* Names of cgroups */

/* "docker-ID.scope", "libpod-ID", "ID", ...: where the id starts; NULL: it has none. */
static const char *id_in(const char *folder)
{
	static const char *const prefixes[] = {"docker-", "libpod-", "cri-containerd-", "crio-", "nerdctl-"};
	size_t digits = 0;

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		if (str_starts(folder, prefixes[i])) {
			folder += strlen(prefixes[i]);
			break;
		}
	}
	while (isxdigit((unsigned char)folder[digits]))
		digits++;
	return digits == ID_DIGITS && (!folder[digits] || strcmp(folder + digits, ".scope") == 0) ? folder : NULL;
}

static bool is_id(const char *name)
{
	size_t digits = strspn(name, "0123456789abcdef");

	return digits >= ID_LEAST && digits <= ID_DIGITS && !name[digits];
}

/* Whether `folder` is before + name + after. */
static bool is_named(const char *folder, const char *before, const char *name, const char *after)
{
	size_t b = strlen(before), n = strlen(name);

	return strncmp(folder, before, b) == 0 && strncmp(folder + b, name, n) == 0 && strcmp(folder + b + n, after) == 0;
}

static bool folder_fits(const char *folder, const char *name)
{
	static const char *const customs[][2] = {
		{"", ""}, {"", ".service"}, {"", ".scope"}, {"", ".slice"}, {"machine-", ".scope"}, {"systemd-nspawn@", ".service"}, {"lxc.payload.", ""},
	};
	const char *id = is_id(name) ? id_in(folder) : NULL;

	if (id && str_starts(id, name))
		return true;
	for (size_t i = 0; i < sizeof(customs) / sizeof(customs[0]); i++)
		if (is_named(folder, customs[i][0], name, customs[i][1]))
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

static int tell_result(const struct search *s, const struct container_roots *r, const char *name)
{
	struct buf list = {0};

	if (s->n == 1)
		return 0;
	if (!s->n) {
		diag_error("no container or unit '%s': no cgroup below %s has that name or id", name, r->cgroups);
		return -ENOENT;
	}
	for (unsigned i = 0; i < s->n && i < FOUND_MAX; i++)
		buf_printf(&list, "%s %s", i ? "," : "", s->found[i]);
	diag_error("'%s' may be several containers or units:%s%s; say more of it, or use --cgroup", name, buf_cstr(&list), s->n > FOUND_MAX ? ", ..." : "");
	buf_done(&list);
	return -EEXIST;
}

int container_find(const struct container_roots *roots, const char *name, char **out)
{
	char *id = docker_id(roots->docker, name);

	for (unsigned i = 0; i < 2 && !id; i++)
		id = podman_id(roots->podman[i], name);
	struct search s = {.name = id ? id : name};
	search_below(&s, roots->cgroups, 0);
	int err = tell_result(&s, roots, name);
	if (!err)
		*out = s.found[0];
	for (unsigned i = err ? 0 : 1; i < s.n && i < FOUND_MAX; i++)
		free(s.found[i]);
	free(id);
	return err;
}

int container_find_here(const char *name, char **out)
{
	static const char podman[] = "containers/storage/overlay-containers/containers.json";
	struct container_roots roots = {.docker = "/var/lib/docker/containers"};
	const char *home = getenv("HOME");
	char *mount, *users = home ? join(home, ".local/share") : NULL;
	char *roots_podman = join("/var/lib", podman), *users_podman = users ? join(users, podman) : NULL;
	int err = cgroup_mount(&mount);

	if (!err) {
		roots.cgroups = mount;
		roots.podman[0] = roots_podman;
		roots.podman[1] = users_podman;
		err = container_find(&roots, name, out);
		free(mount);
	}
	free(users);
	free(roots_podman);
	free(users_podman);
	return err;
}
