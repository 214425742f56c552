/* Members of a page's head: see page_facts.h. */
#include "cmd/page_facts.h"

#include <spawn.h>
#include <string.h>
#include <sys/utsname.h>

#include "arch/arch.h"
#include "base/buf.h"
#include "base/diag.h"
#include "desc/about.h"
#include "insight/cost.h"
#include "insight/signature.h"
#include "sink/json.h"
#include "tape/tape.h"

extern char **environ;

enum { COST_ROUNDS = 15 };

/* What is known of calls */

static void put_member(struct buf *b, const char *name, const char *text)
{
	buf_printf(b, ",\"%s\":", name);
	json_string(b, text, strlen(text));
}

static void put_call_errors(struct buf *b, const struct about *a)
{
	buf_puts(b, ",\"errors\":{");
	for (size_t i = 0; i < a->nerrors; i++) {
		buf_printf(b, "%s\"%s\":", i ? "," : "", a->errors[i].name);
		json_string(b, a->errors[i].when, strlen(a->errors[i].when));
	}
	buf_putc(b, '}');
}

void page_put_about(const struct desc *d, const char *name, struct buf *b)
{
	const struct call *c = desc_call_named(d, name);
	const struct about *a = about_find(ABOUT_CALL, name);
	struct buf prototype = {0};

	signature_prototype(&prototype, d, (enum abi)abi_native(), c, &d->shapes[c->shape]);
	buf_printf(b, "\"number\":%d,\"classes\":[", desc_number(d, (enum abi)abi_native(), c));
	for (int i = 0, any = 0; i < CLASS_COUNT; i++)
		if (c->classes >> i & 1)
			buf_printf(b, "%s\"%s\"", any++ ? "," : "", desc_class_names()[i]);
	buf_putc(b, ']');
	put_member(b, "prototype", buf_cstr(&prototype));
	if (a && a->text)
		put_member(b, "text", a->text);
	if (a && a->libc)
		put_member(b, "libc", a->libc);
	if (a && a->tip)
		put_member(b, "tip", a->tip);
	if (a && a->vdso)
		buf_puts(b, ",\"vdso\":true");
	if (a)
		put_call_errors(b, a);
	buf_done(&prototype);
}

/* The recording, and this machine */

void page_put_costs(struct buf *b)
{
	struct cost c;
	bool first = true;

	buf_puts(b, ",\n\"costs\":{");
	for (size_t i = 0; i < ncost_kinds; i++) {
		cost_measure(&cost_kinds[i], COST_ROUNDS, &c);
		if (c.missing)
			continue;
		buf_printf(b, "%s\"%s\":%.2f", first ? "" : ",", cost_kinds[i].name, c.median_ns);
		first = false;
	}
	buf_putc(b, '}');
}

void page_put_registers(struct buf *b)
{
	buf_puts(b, ",\n\"registers\":{");
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		const struct arch_registers *r = arch_registers((enum abi)abi);
		buf_printf(b, "%s\"%s\":{\"instruction\":\"%s\",\"number\":\"%s\",\"result\":\"%s\",\"args\":[", abi ? "," : "", abi_name((enum abi)abi),
		           r->instruction, r->number, r->result);
		for (int i = 0; i < 6; i++)
			buf_printf(b, "%s\"%s\"", i ? "," : "", r->args[i]);
		buf_puts(b, "]}");
	}
	buf_putc(b, '}');
}

static void put_machine(const struct tape_meta *meta, struct buf *b)
{
	struct utsname u;

	uname(&u);
	put_member(b, "host", meta ? meta->host : u.nodename);
	put_member(b, "kernel", meta ? meta->release : u.release);
	put_member(b, "machine", meta ? meta->machine : u.machine);
	put_member(b, "costs_of", u.nodename);
}

void page_put_origin(const struct tape_meta *meta, char *const *own, const char *title, struct buf *b)
{
	const char *const *argv = meta ? meta->argv : (const char *const *)own;
	unsigned argc = meta ? meta->argc : 0;

	for (; !meta && argv && argv[argc]; argc++)
		;
	put_machine(meta, b);
	buf_puts(b, ",\"argv\":[");
	for (unsigned i = 0; i < argc; i++) {
		buf_puts(b, i ? "," : "");
		json_string(b, argv[i], strlen(argv[i]));
	}
	buf_putc(b, ']');
	if (title)
		put_member(b, "title", title);
}

/* Stacks */

void page_put_stacks(bool recorded, const struct symbols *symbols, struct buf *b)
{
	put_member(b, "stacks", !recorded ? "none" : symbols ? "yes" : "unsupported");
}

void page_show(const char *what)
{
	char *argv[] = {"xdg-open", (char *)what, NULL};
	pid_t pid;

	int err = posix_spawnp(&pid, argv[0], NULL, NULL, argv, environ);
	if (err)
		diag_error("cannot open %s: xdg-open: %s", what, strerror(err));
}
