/* What containers are called, where whoever runs them keeps that in files: see container.h. */
#include "capture/container.h"

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef HAVE_JANSSON
#include <jansson.h>
#endif

#include "base/buf.h"
#include "base/vec.h"

typedef VEC(struct container_known) known_list;

const char *container_command(enum container_keeper keeper)
{
	return keeper == KEPT_BY_DOCKER ? "docker" : "podman";
}

#ifdef HAVE_JANSSON

static void add_known(known_list *all, const struct container_place *place, const char *id)
{
	*vec_push(all) = (struct container_known){place, strdup(id)};
}

static void docker_named(const struct container_place *place, const char *name, known_list *all)
{
	DIR *dir = opendir(place->folder);

	for (struct dirent *d; dir && (d = readdir(dir));) {
		struct buf path = {0};
		buf_printf(&path, "%s/%s/config.v2.json", place->folder, d->d_name);
		json_t *config = json_load_file(buf_cstr(&path), 0, NULL);
		const char *called = json_string_value(json_object_get(config, "Name"));
		if (called && strcmp(called + (*called == '/'), name) == 0)
			add_known(all, place, d->d_name);
		json_decref(config);
		buf_done(&path);
	}
	if (dir)
		closedir(dir);
}

static void podman_named_in(const struct container_place *place, const char *file, const char *name, known_list *all)
{
	json_t *list = json_load_file(file, 0, NULL), *one, *word;
	size_t i, j;

	json_array_foreach(list, i, one) {
		const char *id = json_string_value(json_object_get(one, "id"));
		json_array_foreach(json_object_get(one, "names"), j, word)
			if (id && json_string_value(word) && strcmp(json_string_value(word), name) == 0)
				add_known(all, place, id);
	}
	json_decref(list);
}

/* A list for each storage driver that there was, and one more of containers that are removed when they end (podman run --rm). */
static void podman_named(const struct container_place *place, const char *name, known_list *all)
{
	struct buf pattern = {0};
	glob_t files;

	buf_printf(&pattern, "%s/*-containers/*containers.json", place->folder);
	if (glob(buf_cstr(&pattern), 0, NULL, &files) == 0) {
		for (size_t i = 0; i < files.gl_pathc; i++)
			podman_named_in(place, files.gl_pathv[i], name, all);
		globfree(&files);
	}
	buf_done(&pattern);
}

unsigned container_named(const struct container_place *places, unsigned nplaces, const char *name, struct container_known **out)
{
	known_list all = {0};

	for (unsigned i = 0; i < nplaces; i++)
		(places[i].keeper == KEPT_BY_DOCKER ? docker_named : podman_named)(&places[i], name, &all);
	*out = all.at;
	return (unsigned)all.len;
}

#else

unsigned container_named(const struct container_place *places, unsigned nplaces, const char *name, struct container_known **out)
{
	(void)places;
	(void)nplaces;
	(void)name;
	*out = NULL;
	return 0;
}

#endif

/* Places of this machine */

typedef VEC(struct container_place) place_list;

/* If it is there, as far as we may know, and is new. */
static void add_place(place_list *all, enum container_keeper keeper, const char *home, const char *below)
{
	struct buf path = {0};
	struct stat st;
	bool known = false;

	buf_printf(&path, "%s/%s", home, below);
	for (size_t i = 0; i < all->len; i++)
		known |= strcmp(all->at[i].folder, buf_cstr(&path)) == 0;
	if (!known && (stat(buf_cstr(&path), &st) == 0 || errno == EACCES))
		*vec_push(all) = (struct container_place){keeper, strdup(buf_cstr(&path))};
	buf_done(&path);
}

static void add_users_places(place_list *all, const char *home)
{
	if (access(home, X_OK))
		return;
	add_place(all, KEPT_BY_PODMAN, home, ".local/share/containers/storage");
	add_place(all, KEPT_BY_DOCKER, home, ".local/share/docker/containers");
}

unsigned container_places(struct container_place **out)
{
	const char *home = getenv("HOME");
	place_list all = {0};

	add_place(&all, KEPT_BY_DOCKER, "/var/lib", "docker/containers");
	add_place(&all, KEPT_BY_PODMAN, "/var/lib", "containers/storage");
	if (home)
		add_users_places(&all, home);
	setpwent();
	for (const struct passwd *p; (p = getpwent());)
		if (p->pw_dir)
			add_users_places(&all, p->pw_dir);
	endpwent();
	*out = all.at;
	return (unsigned)all.len;
}

void container_places_done(struct container_place *places, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		free((char *)places[i].folder);
	free(places);
}
