/*
 * Attributes of bpf(2) that point to something (logs, signatures, arrays of what was found), and those of links, one for each
 * kind of attachment, of every size.
 *
 * trace: bpf
 */
#include "family.h"

struct prog_load {
	uint32_t prog_type, insn_cnt;
	uint64_t insns, license;
	uint32_t log_level, log_size;
	uint64_t log_buf;
	uint32_t kern_version, prog_flags;
	char prog_name[16];
	uint32_t prog_ifindex, expected_attach_type, prog_btf_fd, func_info_rec_size;
	uint64_t func_info;
	uint32_t func_info_cnt, line_info_rec_size;
	uint64_t line_info;
	uint32_t line_info_cnt, attach_btf_id, attach_prog_fd, core_relo_cnt;
	uint64_t fd_array, core_relos;
	uint32_t core_relo_rec_size, log_true_size, prog_token_fd, fd_array_cnt;
	uint64_t signature;
	uint32_t signature_size;
	int32_t keyring_id;
};
struct query {
	uint32_t target_fd, attach_type, query_flags, attach_flags;
	uint64_t prog_ids;
	uint32_t prog_cnt, pad;
	uint64_t prog_attach_flags, link_ids, link_attach_flags, revision;
};
struct task_query { uint32_t pid, fd, flags, buf_len; uint64_t buf; uint32_t prog_id, fd_type; uint64_t probe_offset, probe_addr; };
struct stream_read { uint64_t stream_buf; uint32_t stream_buf_len, stream_id, prog_fd; };
struct link_create { uint32_t prog_fd, target_fd, attach_type, flags; uint64_t rest[6]; };

enum { PROG_LOAD = 5, PROG_QUERY = 16, TASK_FD_QUERY = 20, LINK_CREATE = 28, STREAM_READ = 37 };
enum { CGROUP = 8, TRACE_ITER = 28, KPROBE_MULTI = 42, NETFILTER = 45, TCX = 46, UPROBE_MULTI = 48, ATTACH_TYPES = 58 };

static void both(int cmd, unsigned size)
{
	ok(SYS_bpf, cmd, arena, size);
	fail(SYS_bpf, cmd, arena, size);
}

/* Where pointers lead: to text, to nothing, to what ends too early. */
static uint64_t somewhere(unsigned i)
{
	return (uintptr_t)(i == 0 ? arena + 0x1000 : i == 1 ? arena_end : arena_end - 8);
}

static void buffers(void)
{
	static const unsigned sizes[] = {0, 3, 40};

	for (unsigned s = 0; s < 3; s++)
		for (unsigned where = 0; where < 3; where++) {
			struct prog_load load = {.log_level = 1, .log_size = sizes[s], .log_buf = somewhere(where), .fd_array = somewhere(0),
			                         .fd_array_cnt = 2, .signature = somewhere(where), .signature_size = sizes[s]};
			struct query query = {.prog_ids = somewhere(where), .prog_cnt = sizes[s], .prog_attach_flags = somewhere(where),
			                      .link_ids = somewhere(where), .link_attach_flags = somewhere(where), .revision = 7};
			struct task_query task = {.pid = 1, .buf_len = sizes[s], .buf = somewhere(where)};
			struct stream_read stream = {.stream_buf = somewhere(where), .stream_buf_len = sizes[s]};
			memcpy(arena, &load, sizeof(load));
			both(PROG_LOAD, sizeof(load));
			memcpy(arena, &query, sizeof(query));
			both(PROG_QUERY, sizeof(query));
			memcpy(arena, &task, sizeof(task));
			both(TASK_FD_QUERY, sizeof(task));
			memcpy(arena, &stream, sizeof(stream));
			both(STREAM_READ, 20);
			reply(SYS_bpf, 2, STREAM_READ, arena, 20);
		}
}

static void links(void)
{
	for (unsigned type = 0; type < ATTACH_TYPES; type++)
		for (unsigned size = 4; size <= 80; size += 4)
			for (unsigned p = RISING; p <= COUNTING; p += COUNTING - RISING) {
				fill(arena, 256, (enum pattern)p);
				((struct link_create *)arena)->attach_type = type;
				ok(SYS_bpf, LINK_CREATE, arena, size);
			}
}

static void relatives(void)
{
	static const unsigned types[] = {CGROUP, TCX};

	for (unsigned bit = 0; bit < 15; bit++)
		for (unsigned i = 0; i < 4; i++) {
			struct link_create link = {.attach_type = types[i & 1], .flags = 1u << bit >> 1, .rest = {i / 2 * 7, i / 2 * 9}};
			memcpy(arena, &link, sizeof(link));
			both(LINK_CREATE, 20);
			both(LINK_CREATE, 32);
		}
}

static void arrays(void)
{
	static const unsigned types[] = {TRACE_ITER, KPROBE_MULTI, NETFILTER, UPROBE_MULTI};
	uint64_t *pointers = (uint64_t *)(arena + 0x2000);

	strcpy(arena + 0x1000, "/path/x");
	for (unsigned i = 0; i < 4; i++)
		pointers[i] = i < 3 ? somewhere(0) + i : somewhere(1);
	for (unsigned n = 0; n < 5; n++)
		for (unsigned flags = 0; flags < 4; flags++)
			for (unsigned t = 0; t < 4; t++) {
				uint64_t at = (uintptr_t)pointers, counts = flags | (uint64_t)n << 32;
				struct link_create iter = {.attach_type = TRACE_ITER, .rest = {at, n}};
				struct link_create kprobes = {.attach_type = KPROBE_MULTI, .rest = {counts, at, at, at}};
				struct link_create hook = {.attach_type = NETFILTER, .rest = {n, counts}};
				struct link_create uprobes = {.attach_type = UPROBE_MULTI,
				                              .rest = {somewhere(0), at, at, at, n | (uint64_t)flags << 32, 5 | 6ULL << 32}};
				const struct link_create *link = t == 0 ? &iter : t == 1 ? &kprobes : t == 2 ? &hook : &uprobes;
				memcpy(arena, link, sizeof(*link));
				both(LINK_CREATE, sizeof(*link));
			}
}

int main(void)
{
	family_start();
	strcpy(arena + 0x1000, "log text");
	buffers();
	links();
	relatives();
	arrays();
	return 0;
}
