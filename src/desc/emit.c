/* The tables as C source, and as plain lines for the tool that compares them with kernel headers. */
#include "desc/build.h"

#include <string.h>

static void emit_strings(const struct builder *b, FILE *out)
{
	fputs("static const char strings[] =\n", out);
	for (size_t i = 0; i < b->strings.len;) {
		fputc('"', out);
		for (const char *s = b->strings.at + i; *s; s++) {
			if (*s == '"' || *s == '\\')
				fputc('\\', out);
			fputc(*s, out);
			if (*s == '?') /* no trigraphs */
				fputs("\"\"", out);
		}
		fputs("\\0\"\n", out);
		i += strlen(b->strings.at + i) + 1;
	}
	fputs(";\n", out);
}

static void emit_u32s(FILE *out, const uint32_t *v)
{
	fputc('{', out);
	for (int i = 0; i < ABI_COUNT; i++)
		fprintf(out, "%u,", v[i]);
	fputc('}', out);
}

static void emit_u16s(FILE *out, const uint16_t *v)
{
	fputc('{', out);
	for (int i = 0; i < ABI_COUNT; i++)
		fprintf(out, "%u,", v[i]);
	fputc('}', out);
}

static void emit_u8s(FILE *out, const uint8_t *v)
{
	fputc('{', out);
	for (int i = 0; i < ABI_COUNT; i++)
		fprintf(out, "%u,", v[i]);
	fputc('}', out);
}

/* Text as adjacent C strings, a line each. */
static void emit_text(FILE *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		fputc('"', out);
		for (size_t i = 0; i < n; i++) {
			if (text[i] == '"' || text[i] == '\\')
				fputc('\\', out);
			fputc(text[i], out);
			if (text[i] == '?')
				fputs("\"\"", out);
		}
		fputs("\\n\"\n", out);
		text += n + (text[n] == '\n');
	}
}

static void emit_sources(const struct builder *b, const char *numbers, FILE *out)
{
	fputs("const char desc_numbers[] =\n\"\"\n", out);
	emit_text(out, numbers);
	fputs(";\nconst struct desc_source desc_sources[] = {\n", out);
	for (size_t i = 0; i < b->files.len; i++) {
		fprintf(out, "{\"%s\",\n\"\"\n", b->files.at[i].path);
		emit_text(out, b->files.at[i].text);
		fputs("},\n", out);
	}
	fprintf(out, "};\nconst size_t desc_nsources = %zu;\n", b->files.len);
}

static void emit_types(const struct builder *b, FILE *out)
{
	fputs("static const struct type types[] = {\n", out);
	for (size_t i = 0; i < b->types.len; i++) {
		const struct type *t = &b->types.at[i];
		fprintf(out, "{%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,", t->kind, t->style, t->meaning, t->dir, t->flags, t->name,
		        t->elem, t->set, t->len, t->fill, t->when, t->first, t->count);
		emit_u8s(out, t->align);
		fputc(',', out);
		emit_u32s(out, t->size);
		fputs("},\n", out);
	}
	fputs("};\n", out);
}

static void emit_fields(const struct builder *b, FILE *out)
{
	fputs("static const struct field fields[] = {\n", out);
	for (size_t i = 0; i < b->fields.len; i++) {
		const struct field *f = &b->fields.at[i];
		fprintf(out, "{%u,%u,%u,%u,", f->name, f->type, f->cond, f->flags);
		emit_u8s(out, f->reg);
		fputc(',', out);
		emit_u32s(out, f->offset);
		fputs("},\n", out);
	}
	fputs("};\n", out);
}

static void emit_small(const struct builder *b, FILE *out)
{
	fputs("static const struct switch_case cases[] = {\n", out);
	for (size_t i = 0; i < b->cases.len; i++) {
		const struct switch_case *c = &b->cases.at[i];
		fprintf(out, "{%lluULL,%lluULL,%u,%u,%u,%u},\n", (unsigned long long)c->value, (unsigned long long)c->mask, c->type, c->shape,
		        c->is_default, c->abis);
	}
	fputs("};\nstatic const struct expr exprs[] = {\n", out);
	for (size_t i = 0; i < b->exprs.len; i++) {
		const struct expr *e = &b->exprs.at[i];
		fprintf(out, "{%u,%u,%u,(int64_t)%lluULL},\n", e->op, e->a, e->b, (unsigned long long)e->value);
	}
	fputs("};\nstatic const struct set sets[] = {\n", out);
	for (size_t i = 0; i < b->sets.len; i++) {
		const struct set *s = &b->sets.at[i];
		fprintf(out, "{%u,%u,%u,%u,%u,%u},\n", s->name, s->unknown, s->flags, s->residue_style, s->first, s->count);
	}
	fputs("};\nstatic const struct symbol symbols[] = {\n", out);
	for (size_t i = 0; i < b->symbols.len; i++) {
		const struct symbol *s = &b->symbols.at[i];
		fprintf(out, "{%lluULL,%lluULL,%u,%u,%u,%u},\n", (unsigned long long)s->value, (unsigned long long)s->mask, s->name, s->len, s->abis,
		        s->number);
	}
	fputs("};\n", out);
}

static void emit_calls(const struct builder *b, FILE *out)
{
	fputs("static const struct shape shapes[] = {\n", out);
	for (size_t i = 0; i < b->shapes.len; i++) {
		const struct shape *s = &b->shapes.at[i];
		fprintf(out, "{%u,%u,%u,%u,%u,", s->first, s->count, s->ret, s->remark, s->nremarks);
		emit_u16s(out, s->plan);
		fputc(',', out);
		emit_u16s(out, s->nplan);
		fputs("},\n", out);
	}
	fputs("};\nstatic const struct call calls[] = {\n", out);
	for (size_t i = 0; i < b->calls.len; i++) {
		const struct call *c = &b->calls.at[i];
		fprintf(out, "{%u,", c->name);
		emit_u8s(out, c->nargs);
		fprintf(out, ",%u,%u,%u,%u,%u,%u,%u,%u},\n", c->described, c->classes, c->shape, c->select, c->first_case, c->ncases,
		        c->nexact, c->since);
	}
	fputs("};\n", out);
}

static void emit_number(FILE *out, const struct plan_number *n)
{
	fprintf(out, "{%u,%u,%u,%u,%u}", n->from, n->slot, n->size, n->shift, n->value);
}

static void emit_plans(const struct builder *b, FILE *out)
{
	fputs("static const struct plan_row plans[] = {\n", out);
	for (size_t i = 0; i < b->plans.len; i++) {
		const struct plan_row *r = &b->plans.at[i];
		fprintf(out, "{%u,%u,%d,%u,%u,%u,%u,", r->phase, r->kind, r->parent, r->slot, r->flags, r->offset, r->unit);
		emit_number(out, &r->count);
		fputc(',', out);
		emit_number(out, &r->fill);
		fprintf(out, ",%u,%u,%u},\n", r->cap, r->base, r->each);
	}
	fputs("};\n", out);
}

static void emit_families(const struct builder *b, FILE *out)
{
	fputs("static const struct request_family families[] = {\n", out);
	for (size_t i = 0; i < b->families.len; i++)
		fprintf(out, "{%u,%u,%u},\n", b->families.at[i].name, b->families.at[i].named, b->families.at[i].described);
	fputs("};\n", out);
}

static void emit_numbers(const struct builder *b, FILE *out)
{
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		fprintf(out, "static const uint16_t numbers_%s[] = {", build_abi_names[abi]);
		for (size_t i = 0; i < b->numbers[abi].len; i++)
			fprintf(out, "%u,%s", b->numbers[abi].at[i], i % 32 == 31 ? "\n" : "");
		fputs("0};\n", out);
	}
}

void build_emit(const struct builder *b, const char *numbers, FILE *out)
{
	static const char *const arrays[] = {"strings", "types", "fields", "cases", "exprs", "sets", "symbols", "shapes", "calls", "plans", "families"};

	fputs("/* Made by descc from calls/. Do not edit. */\n#include \"desc/load.h\"\n#include \"desc/plan.h\"\n#include \"desc/table.h\"\n\n", out);
	emit_strings(b, out);
	emit_types(b, out);
	emit_fields(b, out);
	emit_small(b, out);
	emit_calls(b, out);
	emit_plans(b, out);
	emit_families(b, out);
	emit_numbers(b, out);
	fputs("const struct desc desc_builtin = {\n", out);
	for (size_t i = 0; i < sizeof(arrays) / sizeof(*arrays); i++)
		fprintf(out, "\t.%s = %s, .n%s = sizeof(%s) / sizeof(%s[0]),\n", arrays[i], arrays[i], arrays[i], arrays[i], arrays[i]);
	for (int abi = 0; abi < ABI_COUNT; abi++)
		fprintf(out, "\t.numbers[%d] = numbers_%s, .nnumbers[%d] = %zu,\n", abi, build_abi_names[abi], abi, b->numbers[abi].len);
	fprintf(out, "\t.siginfo = %u, .kvm_run = %u, .patterns = %u,\n};\n", b->siginfo, b->kvm_run, b->patterns);
	emit_sources(b, numbers, out);
}

/* A constant with the ABIs that have it, unless all do. */
static void dump_symbol(const struct builder *b, const struct set *s, const struct symbol *one, FILE *out)
{
	fprintf(out, "const %s %s %#llx", build_text(b, s->name), build_text(b, one->name), (unsigned long long)one->value);
	for (int abi = 0; one->abis && abi < ABI_COUNT; abi++)
		if (one->abis >> abi & 1)
			fprintf(out, " %s", build_abi_names[abi]);
	fputc('\n', out);
}

void build_dump(const struct builder *b, FILE *out)
{
	for (size_t i = 1; i < b->sets.len; i++) {
		const struct set *s = &b->sets.at[i];
		for (uint32_t k = 0; i != b->patterns && k < s->count; k++) {
			const struct symbol *one = &b->symbols.at[s->first + k];
			if (!one->number)
				dump_symbol(b, s, one, out);
		}
	}
	for (size_t i = 1; i < b->types.len; i++) {
		const struct type *t = &b->types.at[i];
		if (t->kind != TYPE_STRUCT || !t->name)
			continue;
		for (int abi = 0; abi < ABI_COUNT; abi++) {
			fprintf(out, "size %s %s %u\n", build_text(b, t->name), build_abi_names[abi], t->size[abi]);
			for (unsigned k = 0; k < t->count; k++) {
				const struct field *f = &b->fields.at[t->first + k];
				if (f->name && !(f->flags & FF_HIDDEN) && b->types.at[f->type].kind != TYPE_VOID)
					fprintf(out, "field %s %s %s %u %u\n", build_text(b, t->name), build_text(b, f->name),
					        build_abi_names[abi], f->offset[abi], b->types.at[f->type].size[abi]);
			}
		}
	}
}

void build_dump_classes(const struct builder *b, int abi, FILE *out)
{
	for (size_t nr = 0; nr < b->numbers[abi].len && nr < ABI_URING; nr++) { /* those of the kernel */
		const struct call *c = &b->calls.at[b->numbers[abi].at[nr]];
		for (unsigned i = 0; i < CLASS_COUNT; i++)
			if (c->classes >> i & 1)
				fprintf(out, "%s %s\n", desc_class_names()[i], build_text(b, c->name));
	}
}
