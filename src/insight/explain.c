/* Calls, errors, signals and constants in words: see explain.h. Lines of a trace are explain_line.c's. */
#include "insight/explain.h"

#include <stdlib.h>
#include <string.h>

#include "arch/arch.h"
#include "base/buf.h"
#include "desc/about.h"
#include "desc/table.h"
#include "insight/signature.h"

enum { LABEL = 12 }; /* columns of what stands left */

void explain_entry(struct buf *out, const char *label, const char *text, unsigned columns)
{
	size_t line = out->len;

	buf_printf(out, "%s ", label);
	buf_pad(out, line + LABEL);
	buf_wrap(out, text, line, LABEL, columns);
}

static void put_paragraph(struct buf *out, const char *text, unsigned columns)
{
	buf_wrap(out, text, out->len, 0, columns);
}

/* Sets of names: a line of them all, those of flags joined, those of enums with commas. */
static void put_names(struct buf *out, const struct desc *d, uint16_t id, unsigned columns)
{
	const struct set *s = &d->sets[id];
	struct buf text = {0};

	for (uint32_t i = 0; i < s->count; i++) {
		const struct symbol *y = &d->symbols[s->first + i];
		if (!y->number || y->len)
			buf_printf(&text, "%s%s%s", text.len ? s->flags & SET_FLAGS ? " | " : ", " : "", y->number ? "N<<" : "", desc_string(d, y->name));
	}
	size_t line = out->len;
	buf_pad(out, line + LABEL);
	buf_wrap(out, buf_cstr(&text), line, LABEL, columns);
	buf_done(&text);
}

/* Not made by a program: a request of io_uring. */
static bool is_request(const struct desc *d, const struct call *c)
{
	int nr = desc_number(d, (enum abi)abi_native(), c);

	return nr >= ABI_URING && nr < ABI_URING_END;
}

static void put_argument(struct buf *out, const struct desc *d, const struct shape *s, const struct field *f, bool in_registers, unsigned columns)
{
	const struct arch_registers *r = arch_registers((enum abi)abi_native());
	unsigned reg = f->reg[abi_native()];
	struct buf text = {0};
	uint16_t set = signature_set(d, f->type);

	if (reg < 6 && in_registers)
		buf_printf(&text, "%s: ", r->args[reg]);
	signature_meaning(&text, d, s, f);
	explain_entry(out, desc_string(d, f->name), buf_cstr(&text), columns);
	if (set && d->sets[set].count <= 80)
		put_names(out, d, set, columns);
	else if (set)
		buf_printf(out, "%*s(%u names, such as %s)\n", LABEL, "", d->sets[set].count, desc_string(d, d->symbols[d->sets[set].first].name));
	buf_done(&text);
}

static void put_form(struct buf *out, const struct desc *d, const struct call *c, const struct shape *s, unsigned columns)
{
	size_t line = out->len;
	struct buf text = {0};

	signature_prototype(&text, d, (enum abi)abi_native(), c, s);
	buf_puts(out, "  ");
	buf_wrap(out, buf_cstr(&text), line, 6, columns);
	buf_putc(out, '\n');
	for (unsigned i = 0; i < s->count; i++)
		put_argument(out, d, s, &d->fields[s->first + i], !is_request(d, c), columns);
	buf_done(&text);
}

/* The forms that an argument selects: their values, by name. */
static void put_cases(struct buf *out, const struct desc *d, const struct call *c, unsigned columns)
{
	const struct shape *base = &d->shapes[c->shape];
	struct buf text = {0};

	if (!c->select || !c->ncases)
		return;
	buf_printf(&text, "%u others, by ", c->ncases);
	signature_expr(&text, d, base->count ? base : &d->shapes[d->cases[c->first_case].shape], c->select);
	buf_puts(&text, ". The one above is what any other value means.");
	explain_entry(out, "forms", buf_cstr(&text), columns);
	buf_done(&text);
}

static void put_numbers(struct buf *out, const struct desc *d, const struct call *c, unsigned columns)
{
	struct buf text = {0};

	for (int abi = 0; abi < ABI_COUNT; abi++) {
		int nr = desc_number(d, (enum abi)abi, c);
		if (nr < 0 || nr >= ABI_URING)
			continue;
		buf_printf(&text, "%s%s %d", text.len ? ", " : "", abi_name((enum abi)abi), nr);
	}
	if (text.len)
		explain_entry(out, "numbers", buf_cstr(&text), columns);
	buf_done(&text);
}

static void put_classes(struct buf *out, const struct call *c, unsigned columns)
{
	struct buf text = {0};

	for (int i = 0; i < CLASS_COUNT; i++)
		if (c->classes >> i & 1)
			buf_printf(&text, "%s%s", text.len ? " " : "", desc_class_names()[i]);
	if (text.len)
		explain_entry(out, "classes", buf_cstr(&text), columns);
	buf_done(&text);
}

static void put_remarks(struct buf *out, const struct about *a, bool request, unsigned columns)
{
	explain_entry(out, "in libc", a->libc ? a->libc : "a function of the same name", columns);
	if (!request)
		explain_entry(out, "vDSO", a->vdso ? "yes: libc calls a version in memory that the kernel shares, without entering it" : "no: each call enters the kernel", columns);
	if (a->tip)
		explain_entry(out, "mind", a->tip, columns);
	if (a->nerrors)
		buf_puts(out, "\nErrors\n");
	for (size_t i = 0; i < a->nerrors; i++) {
		size_t line = out->len;
		buf_printf(out, "  %s ", a->errors[i].name);
		buf_pad(out, line + 16);
		buf_wrap(out, a->errors[i].when, line, 16, columns);
	}
	if (a->see) {
		buf_putc(out, '\n');
		explain_entry(out, "see also", a->see, columns);
	}
}

bool explain_call(struct buf *out, const struct desc *d, const char *name, unsigned columns)
{
	const struct call *c = desc_call_named(d, name);
	const struct about *a = about_find(ABOUT_CALL, name);

	if (!c)
		return false;
	buf_printf(out, "%s, a system call", name);
	if (c->since)
		buf_printf(out, " since Linux %u.%u", c->since >> 8, c->since & 0xff);
	buf_puts(out, "\n\n");
	if (a && a->text) {
		put_paragraph(out, a->text, columns);
		buf_putc(out, '\n');
	}
	put_form(out, d, c, &d->shapes[c->shape], columns);
	buf_putc(out, '\n');
	put_cases(out, d, c, columns);
	put_numbers(out, d, c, columns);
	put_classes(out, c, columns);
	if (a)
		put_remarks(out, a, is_request(d, c), columns);
	return true;
}

/* Errors and signals */

static const struct symbol *symbol_named(const struct desc *d, const char *set, const char *word)
{
	const struct set *s = &d->sets[desc_set_named(d, set)];
	char *end;
	unsigned long value = strtoul(word, &end, 10);
	bool number = *word && !*end;

	for (uint32_t i = 0; i < s->count; i++) {
		const struct symbol *y = &d->symbols[s->first + i];
		if (!y->number && (number ? y->value == value : strcmp(desc_string(d, y->name), word) == 0))
			return y;
	}
	return NULL;
}

static void put_named(struct buf *out, const struct desc *d, const struct symbol *y, const char *kind, const struct about *a, unsigned columns)
{
	buf_printf(out, "%s, %s %llu\n\n", desc_string(d, y->name), kind, (unsigned long long)y->value);
	if (a)
		put_paragraph(out, a->text, columns);
}

/* What calls say of it themselves. */
static void put_callers(struct buf *out, const char *name, unsigned columns)
{
	const struct about *a;
	bool any = false;

	for (size_t i = 0; (a = about_at(i)); i++) {
		for (size_t k = 0; a->kind == ABOUT_CALL && k < a->nerrors; k++) {
			if (strcmp(a->errors[k].name, name) != 0)
				continue;
			if (!any)
				buf_puts(out, "\nFrom\n");
			any = true;
			size_t line = out->len;
			buf_printf(out, "  %s ", a->name);
			buf_pad(out, line + 20);
			buf_wrap(out, a->errors[k].when, line, 20, columns);
		}
	}
}

bool explain_errno(struct buf *out, const struct desc *d, const char *word, unsigned columns)
{
	const struct symbol *y = symbol_named(d, "errors", word);

	if (!y && strcmp(word, "EWOULDBLOCK") == 0)
		y = symbol_named(d, "errors", "EAGAIN");
	if (!y)
		return false;
	const char *name = desc_string(d, y->name);
	put_named(out, d, y, "error", about_find(ABOUT_ERRNO, name), columns);
	put_callers(out, name, columns);
	return true;
}

bool explain_signal(struct buf *out, const struct desc *d, const char *word, unsigned columns)
{
	const struct symbol *y = symbol_named(d, "signals", word);

	if (!y || (word[0] >= '0' && word[0] <= '9'))
		return false;
	put_named(out, d, y, "signal", about_find(ABOUT_SIGNAL, desc_string(d, y->name)), columns);
	return true;
}

/* Constants */

static void put_users(struct buf *out, const struct desc *d, uint16_t set, unsigned columns)
{
	struct buf text = {0};

	for (uint32_t i = 1; i < d->ncalls; i++) {
		const struct call *c = &d->calls[i];
		for (unsigned k = 0; k < c->ncases + 1u; k++) {
			const struct shape *s = &d->shapes[k ? d->cases[c->first_case + k - 1].shape : c->shape];
			unsigned n = 0;
			for (; n < s->count && signature_set(d, d->fields[s->first + n].type) != set; n++)
				;
			if (n == s->count)
				continue;
			buf_printf(&text, "%s%s(%s)", text.len ? ", " : "", desc_call_name(d, c), desc_string(d, d->fields[s->first + n].name));
			break;
		}
	}
	if (text.len)
		explain_entry(out, "", buf_cstr(&text), columns);
	buf_done(&text);
}

bool explain_constant(struct buf *out, const struct desc *d, const char *word, unsigned columns)
{
	bool any = false;

	for (uint32_t i = 1; i < d->nsets; i++) {
		const struct set *s = &d->sets[i];
		for (uint32_t k = 0; k < s->count; k++) {
			const struct symbol *y = &d->symbols[s->first + k];
			if (y->number || strcmp(desc_string(d, y->name), word) != 0)
				continue;
			buf_printf(out, "%s = %#llx (%llu, 0%llo), %s %s\n", word, (unsigned long long)y->value, (unsigned long long)y->value,
			           (unsigned long long)y->value, s->flags & SET_FLAGS ? "a flag of" : "a value of", desc_string(d, s->name));
			put_users(out, d, (uint16_t)i, columns);
			any = true;
		}
	}
	return any;
}

void explain_registers(struct buf *out)
{
	buf_puts(out, "Where a call's parts are when the program enters the kernel, and its result after\n\n");
	buf_puts(out, "ABI      instruction  number            arguments 1 to 6              result  destroyed\n");
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		const struct arch_registers *r = arch_registers((enum abi)abi);
		size_t line = out->len;
		buf_printf(out, "%-8s %-12s %-17s", abi_name((enum abi)abi), r->instruction, r->number);
		for (int i = 0; i < 6; i++)
			buf_printf(out, " %s", r->args[i]);
		buf_pad(out, line + 69);
		buf_printf(out, "%-7s %s\n", r->result, r->clobbered);
	}
	buf_puts(out, "\nA result between -4095 and -1 is an error: minus its errno. Arguments never come on the stack; C's fourth argument register, rcx,\n"
	              "is taken by the syscall instruction, which is why the kernel has r10 there.\n");
}
