/*
 * Containers and other cgroups by name. What a container is called is the business of the program that runs it; the kernel knows its
 * cgroup, and the names of those follow a few customs.
 */
#ifndef RINGSIDE_CAPTURE_CONTAINER_H
#define RINGSIDE_CAPTURE_CONTAINER_H

/* Where somebody who runs containers keeps in files what they are called. */
enum container_keeper { KEPT_BY_DOCKER, KEPT_BY_PODMAN };

struct container_place {
	enum container_keeper keeper;
	const char *folder; /* Docker: a folder ID with a config.v2.json each. Podman: its storage: DRIVER-containers/containers.json */
};

/* Where things lie; tests have trees of their own. */
struct container_roots {
	const char *cgroups;               /* where cgroup2 is mounted */
	const char *const *old;            /* where cgroups of version 1 are: for a message. NULL-terminated; or NULL */
	const struct container_place *places;
	unsigned nplaces;
};

/* A container that has the name that was asked for. */
struct container_known {
	const struct container_place *place;
	char *id;
};

/* Those of a name. Their number; the caller frees *out and the ids. 0 in builds without jansson. */
unsigned container_named(const struct container_place *places, unsigned nplaces, const char *name, struct container_known **out);
/* The command by whose help one knows more of a place's containers. */
const char *container_command(enum container_keeper keeper);
/* Root's and each user's places on this machine. The caller frees with container_places_done(). */
unsigned container_places(struct container_place **out);
void container_places_done(struct container_place *places, unsigned n);

/* Where cgroup2 is mounted here, as in proc(5), mountinfo. 0, or -errno after a diag_error(); the caller frees *out. */
int cgroup_mount(char **out);
/* The same without a message. */
int cgroup_mount_quiet(char **out);

/*
 * The folder of the cgroup `path`: a folder in the file system, or a path as in /proc/PID/cgroup, that is, from `mount` on. 0, or -errno
 * after a diag_error(). The caller frees *out.
 */
int cgroup_find(const char *mount, const char *path, char **out);

/*
 * The folder of the cgroup of a container: by the name that Docker or Podman has for it, by the beginning of its id (four digits at least;
 * Docker, Podman, containerd, CRI-O, also of Podman's pods), by the name of a systemd unit, of a machine of systemd-nspawn or of an LXC container,
 * the uid of a pod of Kubernetes. Names of containers come first.
 * 0; -errno after a diag_error(), also when several fit. The caller frees *out.
 */
int container_find(const struct container_roots *roots, const char *name, char **out);

/* container_find() where things lie on this machine. */
int container_find_here(const char *name, char **out);

#endif
