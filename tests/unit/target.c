/* capture: names of threads as the kernel's programs match them, against the patterns' definition; containers in made-up trees. */
#include "unit.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "capture/bpf/target_config.h"
#include "capture/container.h"
#include "capture/ebpf_target.h"
#include "filter/glob.h"

/* What target_comm_fits() of capture/bpf/target.h does in the kernel. */
static bool fits(const struct target_config *c, const char *comm)
{
	uint64_t state = c->comm_first;

	for (int i = 0; i < 16 && comm[i]; i++) {
		uint64_t taken = state & c->comm_match[(uint8_t)comm[i]];
		state = (taken & ~c->comm_stars) << 1 | (taken & c->comm_stars);
		state |= (state & c->comm_stars) << 1;
	}
	return state & c->comm_last;
}

static void expect_like_glob(const char *const *patterns, unsigned n, const char *comm)
{
	struct target_config c = {0};
	bool expected = false;

	assert_int_equal(target_comms_compile(patterns, n, &c), 0);
	for (unsigned i = 0; i < n; i++)
		expected |= glob_match(patterns[i], strlen(patterns[i]), comm, strlen(comm));
	if (fits(&c, comm) != expected)
		fail_msg("'%s' (of %u patterns) and '%s': expected %d", patterns[0], n, comm, expected);
}

static void comms_by_hand(void **state)
{
	static const char *const patterns[] = {"nginx", "ngin?", "n*x", "*", "", "**", "*n*g*", "[a-n]ginx", "[!a-m]ginx", "[]n]ginx", "[ginx", "n\\ginx", "\\", "kworker/*:[0-9]*"};
	static const char *const comms[] = {"nginx", "", "n", "nx", "ngin", "nginxx", "[ginx", "]ginx", "\\", "kworker/u4:1-ev", "\xc3\xa9"};

	(void)state;
	for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++)
		for (size_t j = 0; j < sizeof(comms) / sizeof(comms[0]); j++)
			expect_like_glob(&patterns[i], i + 1 < sizeof(patterns) / sizeof(patterns[0]) ? 1 + (i & 1) : 1, comms[j]);
}

static void comms_by_chance(void **state)
{
	static const char letters[] = "ab*?[]!-\\";
	char words[2][8], comm[8];

	(void)state;
	srand(1);
	for (int round = 0; round < 200000; round++) {
		for (int i = 0; i < 3; i++) {
			char *word = i < 2 ? words[i] : comm;
			int len = rand() % 8;
			for (int j = 0; j < len; j++)
				word[j] = letters[rand() % (int)(sizeof(letters) - 1)];
			word[len] = '\0';
		}
		expect_like_glob((const char *const[]){words[0], words[1]}, 1 + (unsigned)rand() % 2, comm);
	}
}

static void comms_too_long(void **state)
{
	static const char *const most[] = {"0123456789012345678901234567890123456789012345678901234567890ab"};
	static const char *const more[] = {"0123456789012345678901234567890123456789012345678901234567890abc"};
	static const char *const both[] = {"0123456789012345678901234567890", "0123456789012345678901234567890"};
	static const char *const three[] = {"0123456789012345678901234567890", "0123456789012345678901234567890", ""};
	struct target_config c = {0};

	(void)state;
	assert_int_equal(target_comms_compile(most, 1, &c), 0);
	assert_int_equal(target_comms_compile(more, 1, &c), -E2BIG);
	assert_int_equal(target_comms_compile(both, 2, &c), 0);
	assert_int_equal(target_comms_compile(three, 3, &c), -E2BIG);
}

/* Containers */

#define ID "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde"

static char root[] = "/tmp/ringside-unit-XXXXXX";

static void make(const char *path)
{
	char part[512];

	for (const char *slash = path; slash; slash = *slash ? strchr(slash + 1, '/') ? strchr(slash + 1, '/') : slash + strlen(slash) : NULL) {
		snprintf(part, sizeof(part), "%s/%.*s", root, (int)(slash - path), path);
		mkdir(part, 0755);
	}
}

static void write_file(const char *path, const char *text)
{
	char at[512];

	snprintf(at, sizeof(at), "%s/%s", root, path);
	FILE *f = fopen(at, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static int make_trees(void **state)
{
	static const char *const folders[] = {
		"cg/system.slice/docker-" ID "0.scope/init", "cg/system.slice/nginx.service", "cg/system.slice/crio-conmon-" ID "1.scope",
		"cg/machine.slice/libpod-" ID "2.scope/container", "cg/machine.slice/libpod-conmon-" ID "2.scope",
		"cg/kubepods.slice/kubepods-pod1.slice/cri-containerd-a" ID ".scope", "cg/docker/b" ID,
		"cg/machine.slice/machine-guest.scope", "cg/lxc.payload.web", "cg/user.slice/web.service",
		"cg/machine.slice/machine-build\\x2dhost.scope", "cg/system.slice/runc-one-two.scope", "cg/system.slice/crun-box.scope", "cg/default/job-1",
		"cg/machine.slice/machine-libpod_pod_c" ID ".slice/libpod-d" ID ".scope", "cg/libpod_parent/e" ID "/libpod-f" ID,
		"cg/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod12ab_34cd.slice", "cg/kubepods/besteffort/pod56ef-78ab",
		"old/pids/docker/7" ID,
		"docker/b" ID, "docker/9" ID, "docker/7" ID, "storage/overlay-containers", "storage/vfs-containers", "other/overlay-containers",
	};

	(void)state;
	assert_non_null(mkdtemp(root));
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		make(folders[i]);
	write_file("docker/b" ID "/config.v2.json", "{\"ID\": \"b\", \"Name\": \"/shop\"}");
	write_file("docker/9" ID "/config.v2.json", "{\"Name\": \"/stopped\"}");
	write_file("docker/7" ID "/config.v2.json", "{\"Name\": \"/old\"}");
	write_file("old/pids/docker/7" ID "/cgroup.procs", "42\n43\n");
	write_file("storage/overlay-containers/containers.json", "[{\"id\": \"x\"}, {\"id\": \"" ID "2\", \"names\": [\"other\", \"db\"]}]");
	write_file("storage/overlay-containers/volatile-containers.json", "[{\"id\": \"d" ID "\", \"names\": [\"brief\", \"twice\"]}]");
	write_file("storage/vfs-containers/containers.json", "[{\"id\": \"f" ID "\", \"names\": [\"copied\", \"nginx\"]}]");
	write_file("other/overlay-containers/containers.json", "[{\"id\": \"" ID "0\", \"names\": [\"twice\"]}, 7, {\"id\": 3, \"names\": [\"odd\"]}, {\"names\": 5}]");
	return 0;
}

static int remove_trees(void **state)
{
	char command[64];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf %s", root);
	return system(command);
}

/* What is said when nothing is found goes to stderr: into a file. */
static void said(char *out, size_t room, FILE *f)
{
	rewind(f);
	size_t n = fread(out, 1, room - 1, f);
	out[n] = '\0';
	fclose(f);
}

static int find(const char *name, char **found, char *message, size_t room)
{
	char cgroups[64], docker[64], storage[64], other[64], nowhere[64], old[64];
	const struct container_place places[] = {{KEPT_BY_DOCKER, docker}, {KEPT_BY_PODMAN, storage}, {KEPT_BY_PODMAN, other}, {KEPT_BY_DOCKER, nowhere}};
	const char *const hierarchies[] = {old, NULL};
	struct container_roots roots = {cgroups, hierarchies, places, 4};
	int before = dup(STDERR_FILENO);
	FILE *f = tmpfile();

	snprintf(cgroups, sizeof(cgroups), "%s/cg", root);
	snprintf(docker, sizeof(docker), "%s/docker", root);
	snprintf(storage, sizeof(storage), "%s/storage", root);
	snprintf(other, sizeof(other), "%s/other", root);
	snprintf(nowhere, sizeof(nowhere), "%s/nowhere", root);
	snprintf(old, sizeof(old), "%s/old/pids", root);
	dup2(fileno(f), STDERR_FILENO);
	int err = container_find(&roots, name, found);
	dup2(before, STDERR_FILENO);
	close(before);
	said(message, room, f);
	return err;
}

static void expect_container(const char *name, const char *folder)
{
	char message[1024], *found = NULL;

	int err = find(name, &found, message, sizeof(message));
	assert_int_equal(err, 0);
	assert_string_equal(found + strlen(root) + strlen("/cg/"), folder);
	assert_string_equal(message, "");
	free(found);
}

static void expect_none(const char *name, int expected, const char *words)
{
	char message[4096], *found = NULL;

	int err = find(name, &found, message, sizeof(message));
	assert_int_equal(err, expected);
	assert_null(found);
	if (!strstr(message, words))
		fail_msg("%s: '%s' is not in: %s", name, words, message);
}

static void containers(void **state)
{
	(void)state;
	expect_container(ID "0", "system.slice/docker-" ID "0.scope");
	expect_container("a0123456", "kubepods.slice/kubepods-pod1.slice/cri-containerd-a" ID ".scope");
	expect_container("b012", "docker/b" ID);
	expect_none("b01", -ENOENT, "no container or unit 'b01': no cgroup below"); /* too few digits to be an id */
	expect_none("01234567", -EEXIST, "several");
	expect_container("nginx.service", "system.slice/nginx.service");
	expect_none("nginx.scope", -ENOENT, "no cgroup below");
	expect_container("guest", "machine.slice/machine-guest.scope");
	expect_none("web", -EEXIST, "web.service"); /* an LXC container and a unit */
	expect_container("web.service", "user.slice/web.service");
}

static void runtimes_customs(void **state)
{
	(void)state;
	expect_container("build-host", "machine.slice/machine-build\\x2dhost.scope");
	expect_container("one-two", "system.slice/runc-one-two.scope");
	expect_container("box", "system.slice/crun-box.scope");
	expect_container("job-1", "default/job-1");
	expect_container("c0123", "machine.slice/machine-libpod_pod_c" ID ".slice");
	expect_container("d0123", "machine.slice/machine-libpod_pod_c" ID ".slice/libpod-d" ID ".scope");
	expect_container("e0123", "libpod_parent/e" ID);
	expect_container("12ab-34cd", "kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod12ab_34cd.slice");
	expect_container("56ef-78ab", "kubepods/besteffort/pod56ef-78ab");
	expect_none("12ab_34", -ENOENT, "no cgroup below");
}

static void containers_by_name(void **state)
{
	(void)state;
#ifdef HAVE_JANSSON
	expect_container("shop", "docker/b" ID);
	expect_container("db", "machine.slice/libpod-" ID "2.scope");
	expect_container("brief", "machine.slice/machine-libpod_pod_c" ID ".slice/libpod-d" ID ".scope");
	expect_container("copied", "libpod_parent/e" ID "/libpod-f" ID);
	expect_container("nginx", "libpod_parent/e" ID "/libpod-f" ID); /* before the unit */
	expect_none("twice", -EEXIST, "docker-" ID "0.scope");
	expect_none("stopped", -ENOENT, "container 'stopped' (id 90123456789a, of docker, in ");
	expect_none("stopped", -ENOENT, "does not run, or has no cgroup of its own");
	expect_none("old", -ENOENT, "/old/pids/docker/7" ID "), and programs in the kernel tell apart those of version 2");
	expect_none("old", -ENOENT, "--tree=42 ");
	expect_none("sho", -ENOENT, "no container is called so in ");
	expect_none("nobody", -ENOENT, "/docker, ");
	expect_none("odd", -ENOENT, "/other\n"); /* what is not there was not looked into */
#else
	expect_container("nginx", "system.slice/nginx.service");
	expect_none("shop", -ENOENT, "jansson");
#endif
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comms_by_hand),
		cmocka_unit_test(comms_by_chance),
		cmocka_unit_test(comms_too_long),
		cmocka_unit_test(containers),
		cmocka_unit_test(runtimes_customs),
		cmocka_unit_test(containers_by_name),
	};

	return cmocka_run_group_tests_name("target", tests, make_trees, remove_trees);
}
