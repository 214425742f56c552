/*
 * Containers and other cgroups by name. What a container is called is the business of the program that runs it; the kernel knows its
 * cgroup, and the names of those follow a few customs.
 */
#ifndef RINGSIDE_CAPTURE_CONTAINER_H
#define RINGSIDE_CAPTURE_CONTAINER_H

/* Where things lie; tests have trees of their own. */
struct container_roots {
	const char *cgroups;    /* where cgroup2 is mounted */
	const char *docker;     /* Docker's folder of containers: a folder ID with a config.v2.json each */
	const char *podman[2];  /* Podman's containers.json: root's, and the user's. Each may be NULL */
};

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
 * Docker, Podman, containerd, CRI-O), by the name of a systemd unit, of a machine of systemd-nspawn or of an LXC container.
 * 0; -errno after a diag_error(), also when several fit. The caller frees *out.
 */
int container_find(const struct container_roots *roots, const char *name, char **out);

/* container_find() where things lie on this machine. */
int container_find_here(const char *name, char **out);

#endif
