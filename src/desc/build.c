/* The builder's stores: interned strings and types, messages with a caret. */
#include "desc/build.h"

#include <stdarg.h>
#include <string.h>

const char *const build_abi_names[ABI_COUNT] = {"x86_64", "i386", "x32", "aarch64", "riscv64"};

uint64_t build_hash(const void *data, size_t len)
{
	const unsigned char *p = data;
	uint64_t h = 0xcbf29ce484222325ULL;

	for (size_t i = 0; i < len; i++)
		h = (h ^ p[i]) * 0x100000001b3ULL;
	return h ? h : 1;
}

void build_init(struct builder *b, FILE *messages)
{
	*b = (struct builder){.messages = messages, .first_user = UINT16_MAX};
	*vec_push(&b->strings) = '\0';
	/* Index 0 of every array means "none". */
	*vec_push(&b->types) = (struct type){0};
	*vec_push(&b->type_tokens) = 0;
	*vec_push(&b->fields) = (struct field){0};
	*vec_push(&b->cases) = (struct switch_case){0};
	*vec_push(&b->exprs) = (struct expr){0};
	*vec_push(&b->sets) = (struct set){0};
	*vec_push(&b->symbols) = (struct symbol){0};
	*vec_push(&b->shapes) = (struct shape){0};
	*vec_push(&b->calls) = (struct call){0};
	*vec_push(&b->plans) = (struct plan_row){0};
	*vec_push(&b->families) = (struct request_family){0};
	*vec_push(&b->decls) = (struct decl){0};
}

void build_done(struct builder *b)
{
	vec_done(&b->tokens);
	vec_done(&b->strings);
	vec_done(&b->types);
	vec_done(&b->fields);
	vec_done(&b->cases);
	vec_done(&b->exprs);
	vec_done(&b->sets);
	vec_done(&b->symbols);
	vec_done(&b->shapes);
	vec_done(&b->calls);
	vec_done(&b->plans);
	vec_done(&b->families);
	vec_done(&b->decls);
	vec_done(&b->layouts);
	vec_done(&b->layout_items);
	vec_done(&b->constants);
	vec_done(&b->number_rows);
	vec_done(&b->member_uses);
	vec_done(&b->type_tokens);
	for (int abi = 0; abi < ABI_COUNT; abi++)
		vec_done(&b->numbers[abi]);
	map_done(&b->string_ids);
	map_done(&b->decl_ids);
	map_done(&b->constant_ids);
	map_done(&b->type_ids);
	map_done(&b->plan_ids);
	map_done(&b->number_ids);
	for (size_t i = 0; i < b->files.len; i++)
		free((char *)b->files.at[i].text);
	vec_done(&b->files);
}

uint32_t build_string(struct builder *b, const char *s, size_t len)
{
	if (!len)
		return 0;
	uint64_t key = build_hash(s, len);
	uintptr_t known = (uintptr_t)map_get(&b->string_ids, key);
	if (known)
		return (uint32_t)known;
	uint32_t at = (uint32_t)b->strings.len;
	vec_reserve(&b->strings, b->strings.len + len + 1);
	memcpy(b->strings.at + at, s, len);
	b->strings.at[at + len] = '\0';
	b->strings.len += len + 1;
	map_put(&b->string_ids, key, (void *)(uintptr_t)at);
	return at;
}

const char *build_text(const struct builder *b, uint32_t string)
{
	return b->strings.at + string;
}

uint16_t build_type(struct builder *b, const struct type *t, uint32_t token)
{
	uint64_t key = build_hash(t, sizeof(*t));
	uintptr_t known = (uintptr_t)map_get(&b->type_ids, key);

	if (known)
		return (uint16_t)known;
	uint16_t id = (uint16_t)b->types.len;
	*vec_push(&b->types) = *t;
	*vec_push(&b->type_tokens) = token;
	map_put(&b->type_ids, key, (void *)(uintptr_t)id);
	return id;
}

static void message(struct builder *b, uint32_t token, const char *fmt, va_list ap)
{
	const struct token *t = &b->tokens.at[token];
	const struct source_file *f = &b->files.at[t->file];
	const char *line = f->text;

	b->errors++;
	for (uint32_t n = 1; n < t->line; n++)
		line = strchr(line, '\n') + 1;
	fprintf(b->messages, "%s:%u:%u: ", f->path, t->line, t->column);
	vfprintf(b->messages, fmt, ap);
	fprintf(b->messages, "\n%.*s\n", (int)strcspn(line, "\n"), line);
	for (uint32_t c = 1; c < t->column; c++)
		putc(line[c - 1] == '\t' ? '\t' : ' ', b->messages);
	fputs("^\n", b->messages);
}

void error_at(struct builder *b, uint32_t token, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message(b, token, fmt, ap);
	va_end(ap);
}

void fail_at(struct builder *b, uint32_t token, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message(b, token, fmt, ap);
	va_end(ap);
	longjmp(b->recover, 1);
}

const struct field *build_told(const struct builder *b, uint16_t type, uint32_t name)
{
	const struct type *t = &b->types.at[type];

	while (t->kind == TYPE_SWITCH || t->kind == TYPE_POINTER || t->kind == TYPE_SIZED)
		t = &b->types.at[t->kind == TYPE_SWITCH ? b->cases.at[t->first + t->count - 1].type : t->elem];
	for (unsigned i = 0; t->kind == TYPE_STRUCT && i < t->count; i++)
		if (b->fields.at[t->first + i].name == name)
			return &b->fields.at[t->first + i];
	return NULL;
}

void build_all(struct builder *b)
{
	static void (*const passes[])(struct builder *b) = {build_parse, build_layout, build_check, build_plans, build_calls};

	for (size_t i = 0; i < sizeof(passes) / sizeof(*passes) && !b->errors; i++)
		passes[i](b);
}

struct desc build_view(const struct builder *b)
{
	struct desc d = {
		.strings = b->strings.at, .nstrings = (uint32_t)b->strings.len,
		.types = b->types.at, .ntypes = (uint32_t)b->types.len,
		.fields = b->fields.at, .nfields = (uint32_t)b->fields.len,
		.cases = b->cases.at, .ncases = (uint32_t)b->cases.len,
		.exprs = b->exprs.at, .nexprs = (uint32_t)b->exprs.len,
		.sets = b->sets.at, .nsets = (uint32_t)b->sets.len,
		.symbols = b->symbols.at, .nsymbols = (uint32_t)b->symbols.len,
		.shapes = b->shapes.at, .nshapes = (uint32_t)b->shapes.len,
		.calls = b->calls.at, .ncalls = (uint32_t)b->calls.len,
		.plans = b->plans.at, .nplans = (uint32_t)b->plans.len,
		.families = b->families.at, .nfamilies = (uint32_t)b->families.len,
		.siginfo = b->siginfo, .kvm_run = b->kvm_run, .patterns = b->patterns,
	};

	for (int abi = 0; abi < ABI_COUNT; abi++) {
		d.numbers[abi] = b->numbers[abi].at;
		d.nnumbers[abi] = (uint32_t)b->numbers[abi].len;
	}
	return d;
}
