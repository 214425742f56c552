/* Sections {id, length, bytes}: see meta.h. A reader skips ids it doesn't know, and bytes of a section beyond what it knows. */
#include "tape/meta.h"

#include "tape/bytes.h"
#include "tape/format.h"

static void put_section(struct buf *out, unsigned id, const void *data, size_t len)
{
	put_number(out, id);
	put_number(out, len);
	buf_put(out, data, len);
}

static void put_text(struct buf *out, unsigned id, const char *text)
{
	if (text && *text)
		put_section(out, id, text, strlen(text));
}

static void put_buf(struct buf *out, unsigned id, struct buf *body)
{
	put_section(out, id, body->data ? body->data : "", body->len);
	body->len = 0;
}

static void put_string(struct buf *out, const char *s)
{
	size_t len = s ? strlen(s) : 0;

	put_number(out, len);
	buf_put(out, s ? s : "", len);
}

static void put_strings(struct buf *out, const char *const *list, unsigned n)
{
	put_number(out, n);
	for (unsigned i = 0; i < n; i++)
		put_string(out, list[i]);
}

static void put_process(struct buf *out, const struct tape_process *p)
{
	put_signed(out, p->pid);
	put_signed(out, p->ppid);
	put_string(out, p->comm);
	put_string(out, p->exe);
	put_string(out, p->cwd);
	put_number(out, p->nfds);
	for (unsigned i = 0; i < p->nfds; i++) {
		put_signed(out, p->fds[i].number);
		put_string(out, p->fds[i].link);
	}
}

static unsigned capture_bits(const struct tape_meta *m)
{
	return (unsigned)m->fds | (unsigned)m->sockets << 1 | (unsigned)m->comms << 2 | (unsigned)m->cpu_time << 3 | (unsigned)m->follow << 4 |
	       (unsigned)m->stacks << 5;
}

void meta_pack(struct buf *out, const struct tape_meta *m)
{
	struct buf body = {0};

	put_text(out, META_PROGRAM, m->program);
	put_text(out, META_HOST, m->host);
	put_text(out, META_RELEASE, m->release);
	put_text(out, META_VERSION, m->version);
	put_text(out, META_MACHINE, m->machine);
	put_number(&body, m->abi);
	put_buf(out, META_ABI, &body);
	put_number(&body, m->realtime_offset);
	put_number(&body, m->start_ns);
	put_buf(out, META_CLOCK, &body);
	put_strings(&body, m->argv, m->argc);
	put_signed(&body, m->child);
	put_buf(out, META_ARGV, &body);
	if (m->nenv) {
		put_strings(&body, m->env, m->nenv);
		put_buf(out, META_ENV, &body);
	}
	put_number(&body, m->string_bytes);
	put_number(&body, capture_bits(m));
	put_buf(out, META_CAPTURE, &body);
	if (m->redacted) {
		put_number(&body, m->redacted);
		put_buf(out, META_REDACTED, &body);
	}
	for (unsigned i = 0; i < m->nprocesses; i++) {
		put_process(&body, &m->processes[i]);
		put_buf(out, META_PROCESS, &body);
	}
	buf_done(&body);
}

static const char *get_text(struct bytes *in, size_t len, struct arena *a)
{
	const uint8_t *data = bytes_take(in, len);
	char *s;

	if (!data)
		return "";
	s = arena_alloc(a, len + 1);
	memcpy(s, data, len);
	s[len] = '\0';
	return s;
}

static const char *get_string(struct bytes *in, struct arena *a)
{
	return get_text(in, bytes_count(in), a);
}

static const char *const *get_strings(struct bytes *in, struct arena *a, unsigned *n)
{
	unsigned count = (unsigned)bytes_count(in);
	const char **list = arena_alloc(a, (count + 1) * sizeof(*list));

	for (unsigned i = 0; i < count; i++)
		list[i] = get_string(in, a);
	list[count] = NULL;
	*n = count;
	return list;
}

static void get_process(struct bytes *in, struct arena *a, struct tape_process *p)
{
	p->pid = (pid_t)bytes_signed(in);
	p->ppid = (pid_t)bytes_signed(in);
	p->comm = get_string(in, a);
	p->exe = get_string(in, a);
	p->cwd = get_string(in, a);
	p->nfds = (unsigned)bytes_count(in);
	struct tape_fd *fds = arena_alloc(a, (p->nfds + 1) * sizeof(*fds));
	for (unsigned i = 0; i < p->nfds; i++) {
		fds[i].number = (int)bytes_signed(in);
		fds[i].link = get_string(in, a);
	}
	p->fds = fds;
}

static void get_capture(struct bytes *in, struct tape_meta *m)
{
	m->string_bytes = (uint32_t)bytes_number(in);
	uint64_t bits = bytes_number(in);
	m->fds = bits & 1;
	m->sockets = bits >> 1 & 1;
	m->comms = bits >> 2 & 1;
	m->cpu_time = bits >> 3 & 1;
	m->follow = bits >> 4 & 1;
	m->stacks = bits >> 5 & 1;
}

static void get_section(uint64_t id, struct bytes *in, struct tape_meta *m, struct arena *a, struct tape_process *process)
{
	switch (id) {
	case META_PROGRAM: m->program = get_text(in, bytes_left(in), a); break;
	case META_HOST: m->host = get_text(in, bytes_left(in), a); break;
	case META_RELEASE: m->release = get_text(in, bytes_left(in), a); break;
	case META_VERSION: m->version = get_text(in, bytes_left(in), a); break;
	case META_MACHINE: m->machine = get_text(in, bytes_left(in), a); break;
	case META_ABI: m->abi = (uint8_t)bytes_number(in); break;
	case META_CLOCK:
		m->realtime_offset = bytes_number(in);
		m->start_ns = bytes_number(in);
		break;
	case META_ARGV:
		m->argv = get_strings(in, a, &m->argc);
		m->child = (pid_t)bytes_signed(in);
		break;
	case META_ENV: m->env = get_strings(in, a, &m->nenv); break;
	case META_CAPTURE: get_capture(in, m); break;
	case META_PROCESS: get_process(in, a, process); break;
	case META_REDACTED: m->redacted = (uint8_t)bytes_number(in); break;
	}
}

/* Calls for each section; the number of processes among them. */
static unsigned each_section(struct bytes in, struct tape_meta *m, struct arena *a, struct tape_process *processes)
{
	unsigned n = 0;

	while (bytes_left(&in)) {
		uint64_t id = bytes_number(&in);
		size_t len = bytes_count(&in);
		const uint8_t *data = bytes_take(&in, len);
		if (in.bad)
			break;
		struct bytes body = bytes_of(data, len);
		if (processes)
			get_section(id, &body, m, a, &processes[n]);
		n += id == META_PROCESS;
	}
	return n;
}

void meta_unpack(struct tape_meta *m, struct arena *a, const void *data, size_t len)
{
	struct bytes in = bytes_of(data, len);
	unsigned n = each_section(in, m, a, NULL);
	struct tape_process *processes = arena_alloc(a, (n + 1) * sizeof(*processes));

	*m = (struct tape_meta){.program = "", .host = "", .release = "", .version = "", .machine = ""};
	each_section(in, m, a, processes);
	m->processes = processes;
	m->nprocesses = n;
}
