/* The fields of events, as values. What is an argument of which kind is read off the tables: no decoding. */
#include <limits.h>
#include <string.h>

#include "filter/where_in.h"
#include "task/task.h"

static void add_number(struct where *w, uint64_t raw, bool is_signed)
{
	*vec_push(&w->fields) = (struct where_value){.kind = VALUE_NUMBER, .raw = raw, .is_signed = is_signed};
}

static void add_bytes(struct where *w, const void *data, size_t len)
{
	*vec_push(&w->fields) = (struct where_value){.kind = VALUE_BYTES, .data = len ? data : (const uint8_t *)"", .len = len};
}

static void add_text(struct where *w, const char *text)
{
	add_bytes(w, text, strlen(text));
}

/* A number, and its name in a set when it has one. */
static void add_named(struct where *w, const char *set_name, uint64_t raw)
{
	const struct desc *d = w->desc;
	const struct set *set = &d->sets[desc_set_named(d, set_name)];

	add_number(w, raw, true);
	for (uint32_t i = 0; i < set->count; i++) {
		const struct symbol *s = &d->symbols[set->first + i];
		if (s->value != raw)
			continue;
		struct where_text *name = arena_alloc(&w->values, sizeof(*name));
		*name = (struct where_text){desc_string(d, s->name), s->len};
		w->fields.at[w->fields.len - 1].parts = name;
		w->fields.at[w->fields.len - 1].nparts = 1;
		return;
	}
}

static void add_link(struct where *w, const struct event *e, enum phase phase, int fd)
{
	const struct blob *b = event_note(e, BLOB_FD, phase, (uint64_t)(int64_t)fd);

	if (b)
		add_bytes(w, b->data, b->len);
}

/* Arguments by kind */

static bool is_descriptor(const struct desc *d, const struct field *f)
{
	const struct type *t = &d->types[f->type];

	return t->kind == TYPE_INT && (t->meaning == MEANING_FD || t->meaning == MEANING_DIRFD);
}

static bool is_path(const struct desc *d, const struct field *f)
{
	const struct type *t = &d->types[f->type];

	if (t->kind != TYPE_POINTER || !(t->dir & DIR_IN))
		return false;
	t = &d->types[t->elem];
	return t->kind == TYPE_STRING && t->flags & TF_PATH;
}

/* The argument that says how large this one's buffer is, or NULL. */
static const struct field *size_of(const struct desc *d, const struct shape *shape, const struct field *f)
{
	const struct type *t = &d->types[f->type];

	if (t->kind != TYPE_POINTER)
		return NULL;
	t = &d->types[t->elem];
	if (t->kind == TYPE_CUSTOM)
		t = &d->types[t->elem];
	const struct expr *len = &d->exprs[t->kind == TYPE_BUFFER || (t->kind == TYPE_ARRAY && t->flags & TF_BYTES) ? t->len : 0];
	return len->op == EXPR_FIELD && !len->b && len->a < shape->count ? &d->fields[shape->first + len->a] : NULL;
}

/* Arguments that are called so count, too: those of splice(2) and their like have no buffer. */
static bool is_size(const struct desc *d, const struct shape *shape, const struct field *f)
{
	static const char *const names[] = {"size", "count", "len"};
	const struct type *t = &d->types[f->type];

	for (unsigned i = 0; i < shape->count; i++)
		if (size_of(d, shape, &d->fields[shape->first + i]) == f)
			return true;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (t->kind == TYPE_INT && !t->set && strcmp(desc_string(d, f->name), names[i]) == 0)
			return true;
	return false;
}

static bool is_asked(const struct desc *d, const struct shape *shape, const struct field *f, uint8_t field)
{
	return field == FIELD_FD ? is_descriptor(d, f) : field == FIELD_PATH ? is_path(d, f) : is_size(d, shape, f);
}

static bool shape_has(const struct desc *d, const struct shape *shape, uint8_t field)
{
	for (unsigned i = 0; i < shape->count; i++)
		if (is_asked(d, shape, &d->fields[shape->first + i], field))
			return true;
	return false;
}

static bool call_has(const struct desc *d, const struct call *c, uint8_t field)
{
	bool has = shape_has(d, &d->shapes[c->shape], field);

	for (unsigned i = 0; c->select && i < c->ncases && !has; i++)
		has = shape_has(d, &d->shapes[d->cases[c->first_case + i].shape], field);
	return c->described && has;
}

void where_field_calls(const struct where *w, const struct operand *o, struct callset *out)
{
	const struct desc *d = w->desc;
	bool by_kind = o->field == FIELD_FD || o->field == FIELD_PATH || o->field == FIELD_SIZE;

	callset_all(out);
	if (!by_kind && !o->only)
		return;
	callset_none(out);
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		for (uint64_t nr = 0; nr < d->nnumbers[abi] && nr < CALLSET_WORDS * 64; nr++) {
			const struct call *c = desc_call(d, (enum abi)abi, nr);
			if (c && (!o->only || c == o->only) && (!by_kind || call_has(d, c, o->field)))
				out->bits[abi][nr / 64] |= 1ULL << nr % 64;
		}
	}
}

static uint64_t register_of(const struct desc *d, const struct event *e, const struct field *f)
{
	unsigned reg = f->reg[e->abi];
	uint64_t raw = reg == REG_SP ? e->sp : e->args[reg % REG_RET];
	const struct type *t = &d->types[f->type];

	if (t->size[e->abi] == 4)
		return t->flags & TF_SIGNED ? (uint64_t)(int64_t)(int32_t)raw : (uint32_t)raw;
	return raw;
}

/* Paths: as written, and below the directory that the descriptor in front of it stands for. */

static void add_joined(struct where *w, const struct blob *dir, const uint8_t *path, size_t len)
{
	uint8_t *whole = arena_alloc(&w->values, dir->len + 1 + len);
	bool slash = dir->len && dir->data[dir->len - 1] == '/';

	memcpy(whole, dir->data, dir->len);
	whole[dir->len] = '/';
	memcpy(whole + dir->len + !slash, path, len);
	add_bytes(w, whole, dir->len + !slash + len);
}

static void add_path(struct where *w, const struct event *e, const struct field *f, const struct field *dirfd)
{
	enum blob_status status;
	size_t len;
	const uint8_t *path = event_memory(e, PHASE_ENTRY, register_of(w->desc, e, f), PATH_MAX, &len, &status);
	const uint8_t *end = path ? memchr(path, '\0', len) : NULL;

	if (!end)
		return;
	len = (size_t)(end - path);
	add_bytes(w, path, len);
	if (!dirfd || !len || path[0] == '/')
		return;
	const struct blob *dir = event_note(e, BLOB_FD, PHASE_ENTRY, (uint64_t)(int64_t)(int32_t)register_of(w->desc, e, dirfd));
	if (dir && dir->len)
		add_joined(w, dir, path, len);
}

static void add_args(struct where *w, const struct operand *o, const struct event *e)
{
	const struct desc *d = w->desc;
	const struct call *c = desc_call(d, e->abi, e->nr);
	const struct field *dirfd = NULL;

	if (!c || !c->described)
		return;
	const struct shape *shape = desc_shape(d, c, e->abi, e->args);
	for (unsigned i = 0; i < shape->count; i++) {
		const struct field *f = &d->fields[shape->first + i];
		if (d->types[f->type].meaning == MEANING_DIRFD)
			dirfd = f;
		if (!is_asked(d, shape, f, o->field))
			continue;
		if (o->field == FIELD_PATH)
			add_path(w, e, f, dirfd);
		else if (o->path)
			add_link(w, e, PHASE_ENTRY, (int)register_of(d, e, f));
		else if (o->field == FIELD_FD)
			add_number(w, (uint64_t)(int64_t)(int32_t)register_of(d, e, f), true);
		else
			add_number(w, register_of(d, e, f), false);
	}
}

/* Results */

static bool returns_descriptor(const struct desc *d, const struct event *e)
{
	const struct call *c = desc_call(d, e->abi, e->nr);

	return c && c->described && d->types[desc_shape(d, c, e->abi, e->args)->ret].meaning == MEANING_FD;
}

static void add_result(struct where *w, const struct operand *o, const struct event *e)
{
	bool failed = e->outcome == OUTCOME_ERROR;

	if (e->kind != EVENT_CALL || e->outcome > OUTCOME_ERROR)
		return;
	if (o->field == FIELD_ERRNO)
		add_named(w, "errors", failed ? (uint64_t)-e->ret : 0);
	else if (!o->path)
		add_number(w, failed ? ~0ULL : (uint64_t)e->ret, true);
	else if (!failed && returns_descriptor(w->desc, e))
		add_link(w, e, PHASE_EXIT, (int)e->ret);
}

static void add_duration(struct where *w, const struct event *e)
{
	if (e->kind == EVENT_CALL && e->outcome != OUTCOME_NONE)
		add_number(w, e->exit_ns - e->enter_ns, false);
}

static const char *kind_name(const struct event *e)
{
	static const char *const names[] = {
		[EVENT_CALL] = "call", [EVENT_ENTERED] = "call", [EVENT_SIGNAL] = "signal", [EVENT_STOP] = "stop", [EVENT_START] = "start",
		[EVENT_EXEC] = "exec", [EVENT_EXIT] = "exit", [EVENT_DETACH] = "detach", [EVENT_LOST] = "lost",
	};

	return names[e->kind];
}

static void add_call_field(struct where *w, const struct operand *o, const struct event *e)
{
	const struct call *c = desc_call(w->desc, e->abi, e->nr);

	switch ((enum where_field)o->field) {
	case FIELD_CALL:
		if (c)
			add_text(w, desc_call_name(w->desc, c));
		break;
	case FIELD_NR:
		add_number(w, callset_number(e), false);
		break;
	case FIELD_ABI:
		add_text(w, abi_name((enum abi)e->abi));
		break;
	case FIELD_DUR:
		add_duration(w, e);
		break;
	case FIELD_RET:
	case FIELD_ERRNO:
		add_result(w, o, e);
		break;
	default:
		add_args(w, o, e);
	}
}

void where_field_values(struct where *w, const struct operand *o, const struct event *e, const struct task *t)
{
	bool is_call = e->kind == EVENT_CALL || e->kind == EVENT_ENTERED;

	if (o->only && (!is_call || desc_call(w->desc, e->abi, e->nr) != o->only))
		return;
	switch ((enum where_field)o->field) {
	case FIELD_KIND:
		add_text(w, kind_name(e));
		break;
	case FIELD_PID:
		add_number(w, (uint64_t)(int64_t)e->pid, true);
		break;
	case FIELD_TID:
		add_number(w, (uint64_t)(int64_t)e->tid, true);
		break;
	case FIELD_COMM:
		if (t && t->comm[0])
			add_text(w, t->comm);
		break;
	case FIELD_SIGNAL:
		if (e->kind == EVENT_SIGNAL || e->kind == EVENT_STOP)
			add_named(w, "signals", (uint64_t)e->signo);
		break;
	default:
		if (is_call)
			add_call_field(w, o, e);
	}
}
