/* Numbers: their symbols, and what they stand for. */
#include <stdio.h>
#include <string.h>
#include <sys/sysmacros.h>

#include "decode/walk_in.h"
#include "base/buf.h"

void walk_plain(struct walk *w, uint64_t raw, unsigned size, bool is_signed, enum style style)
{
	struct number n = {.raw = raw, .size = (uint8_t)size, .is_signed = is_signed, .style = (uint8_t)style};

	w->v->ops->number(w->v, &n);
}

void walk_symbolic(struct walk *w, uint64_t raw, unsigned size, const char *text)
{
	struct part part = {text, (uint32_t)strlen(text)};
	struct number n = {.raw = raw, .size = (uint8_t)size, .style = STYLE_DEC, .is_signed = true, .parts = &part, .nparts = 1,
	                   .form = w->word ? FORM_NAMES : FORM_OPTIONS};

	w->v->ops->number(w->v, &n);
}

void walk_beside(struct walk *w, uint64_t raw, unsigned size, bool is_signed, const char *text)
{
	struct part part = {text, text ? (uint32_t)strlen(text) : 0};
	struct number n = {.raw = raw, .size = (uint8_t)size, .style = is_signed ? STYLE_DEC : STYLE_UDEC, .is_signed = is_signed, .form = FORM_BESIDE, .parts = &part, .nparts = text != NULL};

	w->v->ops->number(w->v, &n);
}

void walk_text(struct walk *w, const char *text, uint32_t flags)
{
	struct bytes b = {(const uint8_t *)text, strlen(text), flags};

	w->v->ops->bytes(w->v, &b);
}

void walk_comment(struct walk *w, const char *text)
{
	w->v->ops->note(w->v, NOTE_COMMENT, text, strlen(text));
}

/* Symbols */

static const struct symbol *find_value(const struct desc *d, const struct set *s, uint64_t raw)
{
	const struct symbol *at = d->symbols + s->first;
	uint32_t low = 0, high = s->count;

	while (low < high) {
		uint32_t mid = (low + high) / 2;
		if (at[mid].value < raw)
			low = mid + 1;
		else
			high = mid;
	}
	return low < s->count && at[low].value == raw ? &at[low] : NULL;
}

static struct part symbol_part(const struct desc *d, const struct symbol *s)
{
	return (struct part){desc_string(d, s->name), s->len};
}

/* The value of an enum as written, whatever the width and sign it was read with. */
static const struct symbol *find_enum(const struct desc *d, const struct set *s, uint64_t raw, unsigned size)
{
	const struct symbol *found = find_value(d, s, raw);

	if (!found && size < 8 && raw >> (size * 8 - 1) & 1) {
		found = find_value(d, s, raw | ~0ULL << size * 8);
		if (!found)
			found = find_value(d, s, raw & ~(~0ULL << size * 8));
	}
	return found;
}

/* NAME+N for a value within a symbol's range. */
static bool in_range(const struct desc *d, const struct set *s, uint64_t raw, bool hex, char *text, size_t size)
{
	for (uint32_t i = s->count; i-- > 0;) {
		const struct symbol *sym = &d->symbols[s->first + i];
		if (sym->mask != ~0ULL && raw > sym->value && raw <= sym->mask) {
			snprintf(text, size, hex ? "%s+%#llx" : "%s+%llu", desc_string(d, sym->name), (unsigned long long)(raw - sym->value));
			return true;
		}
	}
	return false;
}

enum { NUMBERS_MAX = 4, NUMBER_TEXT = 80 };

/* Bits that are a number of their own: 21<<MAP_HUGE_SHIFT, or as they are; in front of names, with a remark that they have none. */
static struct part number_part(const struct desc *d, const struct set *s, const struct symbol *sym, uint64_t bits, bool first, char *text)
{
	uint64_t value = bits >> sym->value;
	int len = snprintf(text, NUMBER_TEXT, sym->number == 1 + STYLE_HEX ? "%#llx" : "%llu", (unsigned long long)value);

	if (sym->len)
		len += snprintf(text + len, (size_t)(NUMBER_TEXT - len), "<<%s", desc_string(d, sym->name));
	else if (first)
		len += snprintf(text + len, (size_t)(NUMBER_TEXT - len), " /* %s */", desc_string(d, s->unknown));
	return (struct part){text, (uint32_t)(len < NUMBER_TEXT ? len : NUMBER_TEXT - 1)};
}

/* Bits left after all named ones; parts filled in the order of the table. `texts` has room for NUMBERS_MAX numbers. Groups only when told. */
static uint64_t split_flags(const struct desc *d, const struct set *s, uint64_t raw, bool groups, struct number *n, struct part *parts,
                            char (*texts)[NUMBER_TEXT])
{
	uint64_t left = raw, unmatched = 0;
	unsigned numbers = 0;

	for (uint32_t i = 0; i < s->count && n->nparts < PARTS_MAX; i++) {
		const struct symbol *sym = &d->symbols[s->first + i];
		if (sym->number) {
			if (left & sym->mask && sym->number != SYMBOL_HIDDEN && numbers < NUMBERS_MAX) {
				parts[n->nparts] = number_part(d, s, sym, left & sym->mask, !n->nparts, texts[numbers++]);
				n->nparts++;
			}
			left &= ~sym->mask;
			continue;
		}
		bool choice = sym->mask != sym->value;
		if (choice && sym->len && !groups)
			continue;
		bool hit = choice ? (raw & sym->mask) == sym->value : sym->value ? (left & sym->mask) == sym->value && (left & sym->mask)
		                                                                  : raw == 0;
		if (choice)
			unmatched |= hit ? 0 : sym->mask & left;
		if (!hit)
			continue;
		parts[n->nparts++] = symbol_part(d, sym);
		left &= ~sym->mask;
	}
	if (s->flags & SET_REST && unmatched & left) /* a mode of no known type is but a number */
		n->nparts = 0;
	else
		n->has_residue = left || s->flags & SET_REST;
	return left;
}

static void walk_names(struct walk *w, const struct type *t, uint64_t raw, unsigned size, bool groups)
{
	const struct set *s = &w->d->sets[t->set];
	struct part parts[PARTS_MAX];
	char text[64], numbers[NUMBERS_MAX][NUMBER_TEXT];
	struct number n = {.raw = raw, .size = (uint8_t)size, .is_signed = t->flags & TF_SIGNED, .style = t->style, .parts = parts};

	if (t->flags & TF_FLAGS) {
		n.residue = split_flags(w->d, s, raw, groups, &n, parts, numbers);
		n.residue_style = s->residue_style;
	} else {
		const struct symbol *found = find_enum(w->d, s, raw, size);
		if (found)
			parts[n.nparts++] = symbol_part(w->d, found);
		else if (in_range(w->d, s, raw, t->style == STYLE_HEX && t->meaning != MEANING_HTOBS, text, sizeof(text)))
			parts[n.nparts++] = (struct part){text, (uint32_t)strlen(text)};
	}
	if (t->flags & TF_BESIDE)
		n.form = t->flags & TF_ALWAYS ? FORM_BESIDE_ALWAYS : FORM_BESIDE;
	else if (t->flags & TF_WORD)
		n.form = FORM_NAMES;
	if (!n.nparts && !(s->flags & SET_REST))
		n.has_residue = false;
	if (!n.nparts && !w->remark && !(s->flags & (SET_REST | SET_QUIET)) && (raw || !(t->flags & TF_FLAGS)))
		n.unknown = desc_string(w->d, s->unknown);
	w->v->ops->number(w->v, &n);
}

/* One of a group's values. In NAME<<SHIFT, both have a number. */
static void walk_choice(struct walk *w, const struct symbol *sym, unsigned size)
{
	const char *name = desc_string(w->d, sym->name), *shift = strstr(name, "<<");
	unsigned by = shift ? (unsigned)__builtin_ctzll(sym->mask) : 0;
	struct part part = {name, shift ? (uint32_t)(shift - name) : sym->len};
	struct number n = {.raw = sym->value >> by, .size = (uint8_t)size, .style = STYLE_HEX, .parts = &part, .nparts = 1};

	w->v->ops->number(w->v, &n);
	if (!shift)
		return;
	walk_text(w, "<<", BYTES_PLAIN);
	part = (struct part){shift + 2, sym->len - part.len - 2};
	n.raw = by;
	w->v->ops->number(w->v, &n);
}

/* Whether a symbol is one of several values under a mask. */
static bool in_group(const struct desc *d, const struct set *s, uint32_t i)
{
	const struct symbol *sym = &d->symbols[s->first + i];

	return sym->len && (sym->mask != sym->value || (i && sym[-1].mask == sym->mask));
}

/* Groups one by one, then the other bits. */
static void walk_apart(struct walk *w, const struct type *t, uint64_t raw, unsigned size)
{
	const struct set *s = &w->d->sets[t->set];
	uint64_t left = raw;

	w->v->ops->open(w->v, GROUP_JOINED, NULL);
	for (uint32_t i = 0; i < s->count; i++) {
		const struct symbol *sym = &w->d->symbols[s->first + i];
		if (!in_group(w->d, s, i) || (raw & sym->mask) != sym->value)
			continue;
		w->v->ops->element(w->v);
		walk_choice(w, sym, size);
		left &= ~sym->mask;
	}
	w->v->ops->element(w->v);
	walk_names(w, t, left, size, false);
	w->v->ops->close(w->v, GROUP_JOINED);
}

void walk_symbols(struct walk *w, const struct type *t, uint64_t raw, unsigned size)
{
	bool numbers_only = w->o->index_numbers && !w->o->index_names;

	if (w->d->sets[t->set].flags & SET_EMPTY && numbers_only && !raw)
		walk_symbolic(w, raw, size, "");
	else if (w->d->sets[t->set].flags & SET_APART && w->o->index_numbers)
		walk_apart(w, t, raw, size);
	else
		walk_names(w, t, raw, size, true);
}

/* Signals and errors */

static uint16_t set_of(const struct desc *d, const char *name)
{
	static __thread const struct desc *known; /* `ringside view` decodes in two threads */
	static __thread uint16_t signals, errors;

	if (known != d) {
		known = d;
		signals = desc_set_named(d, "signals");
		errors = desc_set_named(d, "errors");
	}
	return name[0] == 's' ? signals : errors;
}

static const char *value_name(const struct desc *d, uint16_t set, uint64_t value)
{
	const struct symbol *s = set ? find_value(d, &d->sets[set], value) : NULL;

	return s ? desc_string(d, s->name) : NULL;
}

const char *walk_symbol(const struct walk *w, uint16_t set, uint64_t value)
{
	return value_name(w->d, set, value);
}

const char *decode_signal_name(const struct desc *d, unsigned signo, char *buf)
{
	enum { KERNEL_RTMIN = 32, KERNEL_RTMAX = 64 };
	const char *name = value_name(d, set_of(d, "signals"), signo);

	if (name)
		return name;
	if (signo < KERNEL_RTMIN || signo > KERNEL_RTMAX)
		return NULL;
	if (signo == KERNEL_RTMIN)
		return "SIGRTMIN";
	snprintf(buf, 16, "SIGRT_%u", signo - KERNEL_RTMIN);
	return buf;
}

const char *decode_errno_name(const struct desc *d, unsigned err)
{
	return value_name(d, set_of(d, "errors"), err);
}

/* Meanings */

static void walk_dev(struct walk *w, uint64_t raw)
{
	char text[64];
	struct part part = {text, 0};
	struct number n = {.raw = raw, .size = 8, .style = STYLE_HEX, .parts = &part, .nparts = 1};

	part.len = (uint32_t)snprintf(text, sizeof(text), "makedev(%#x, %#x)", major(raw), minor(raw));
	w->v->ops->number(w->v, &n);
}

/* The path; what is known of a socket instead of it, of a device ("<char 1:3>") after it. Remarks on results have neither. */
static void walk_fd_notes(struct walk *w, uint64_t fd)
{
	const struct blob *link = event_note(w->e, BLOB_FD, (enum phase)w->phase, fd);
	const struct blob *more = event_note(w->e, BLOB_SOCKET, link ? (enum phase)link->phase : (enum phase)w->phase, fd);
	if (link && more && more->phase != link->phase)
		more = NULL; /* of what the number stood for before */
	bool device = more && more->len > 2 && more->data[0] == '<';

	if (w->remark)
		return;
	if (link && link->len && (!more || device)) /* empty: not to be shown, nor what was there before */
		w->v->ops->note(w->v, NOTE_FD, (const char *)link->data, link->len);
	if (device)
		w->v->ops->note(w->v, NOTE_DEVICE, (const char *)more->data + 1, more->len - 2);
	else if (more)
		w->v->ops->note(w->v, NOTE_SOCKET, (const char *)more->data, more->len);
	const struct blob *gone = event_note(w->e, BLOB_DELETED, (enum phase)w->phase, fd);
	if (link && link->len && gone && gone->phase == link->phase)
		w->v->ops->note(w->v, NOTE_DELETED, "(deleted)", strlen("(deleted)"));
}

static void walk_fd(struct walk *w, const struct type *t, uint64_t raw)
{
	enum { FDCWD = -100 };
	int fd = (int)raw;
	bool wide = t->size[w->abi] > 4; /* the kernel takes what is beyond 32 bits for no descriptor */

	if (fd == FDCWD && t->meaning == MEANING_DIRFD)
		walk_symbolic(w, raw, 4, "AT_FDCWD");
	else
		walk_plain(w, raw, wide ? 8 : 4, !wide, wide ? STYLE_UDEC : STYLE_DEC);
	if ((wide ? raw <= INT32_MAX : fd >= 0) || (fd == FDCWD && t->meaning == MEANING_DIRFD))
		walk_fd_notes(w, (uint64_t)(int64_t)fd);
}

/* Who it is: the name, and the number in our pid namespace when the task's is another. */
static void walk_pid_notes(struct walk *w, uint64_t pid)
{
	const struct blob *name = event_note(w->e, BLOB_COMM, (enum phase)w->phase, pid);
	const struct blob *ours = event_note(w->e, BLOB_PIDNS, (enum phase)w->phase, pid);
	char text[48];
	int32_t number;

	if (name && !(w->result && name->phase == PHASE_ENTRY)) /* who was waited for is gone */
		w->v->ops->note(w->v, NOTE_COMM, (const char *)name->data, name->len);
	if (!ours || ours->len < sizeof(number) || (w->result && ours->phase == PHASE_ENTRY))
		return;
	memcpy(&number, ours->data, sizeof(number));
	snprintf(text, sizeof(text), "%d in strace's PID NS", number);
	walk_comment(w, text);
}

/* Within single quotes; what cannot be printed as \xNN. */
static size_t put_letter(char *text, size_t size, unsigned char c)
{
	if (c < ' ' || c > '~')
		return (size_t)snprintf(text, size, "'\\x%02x'", c);
	return (size_t)snprintf(text, size, "'%s%c'", c == '\'' || c == '\\' ? "\\" : "", c);
}

/* A letter as C has it: '\n', '\x1b'. */
static size_t put_char(char *text, size_t size, unsigned char c)
{
	static const char escapes[] = "\t\n\v\f\r", letters[] = "tnvfr";
	const char *at = c ? strchr(escapes, c) : NULL;

	if (at)
		return (size_t)snprintf(text, size, "'\\%c'", letters[at - escapes]);
	return put_letter(text, size, c);
}

void walk_print(struct buf *text, char how, uint64_t value)
{
	char letter[16];

	put_char(letter, sizeof(letter), (unsigned char)value);
	if (how == 'c')
		buf_printf(text, "%s", letter);
	else
		buf_printf(text, how == 'x' ? "%#llx" : "%llu", (unsigned long long)value);
}

static void walk_letter(struct walk *w, uint64_t raw)
{
	char text[16];
	size_t len = put_char(text, sizeof(text), (unsigned char)raw);
	struct part part = {text, (uint32_t)len};
	struct number n = {.raw = raw, .size = 1, .style = STYLE_HEX, .form = FORM_NAMES, .parts = &part, .nparts = 1};

	w->v->ops->number(w->v, &n);
}

static void walk_fourcc(struct walk *w, const struct type *t, uint64_t raw)
{
	char text[48];
	size_t len = 0;

	for (unsigned i = 0; i < 4; i++) {
		len += i ? (size_t)snprintf(text + len, sizeof(text) - len, ", ") : 0;
		len += put_letter(text + len, sizeof(text) - len, (unsigned char)(raw >> 8 * i));
	}
	struct part part = {text, (uint32_t)len};
	struct number n = {.raw = raw, .size = 4, .style = STYLE_HEX, .form = FORM_MACRO, .parts = &part, .nparts = 1,
	                   .call = "v4l2_fourcc(", .remark = walk_symbol(w, t->set, raw)};
	w->v->ops->number(w->v, &n);
}

static void walk_named(struct walk *w, uint64_t raw, unsigned size, const char *name)
{
	if (name)
		walk_symbolic(w, raw, size, name);
	else
		walk_plain(w, raw, size, true, STYLE_DEC);
}

/* EFAULT, or -EFAULT as kernel interfaces put it. */
static void walk_errno(struct walk *w, uint64_t raw, unsigned size)
{
	bool negative = (int64_t)raw < 0;
	const char *name = decode_errno_name(w->d, (unsigned)(negative ? -raw : raw));
	char text[32];

	snprintf(text, sizeof(text), "%s%s", negative ? "-" : "", name ? name : "");
	walk_named(w, raw, size, name ? text : NULL);
}

void walk_number(struct walk *w, const struct type *t, uint64_t raw)
{
	unsigned size = t->size[w->abi];
	char text[16];

	w->word = t->flags & TF_WORD;
	if (t->flags & TF_MASKED)
		raw = (raw & (uint64_t)w->d->exprs[t->len].value) >> t->first;
	raw <<= t->count;
	bool unnamed = t->meaning != MEANING_NONE && !(t->flags & TF_FLAGS) && t->set && !find_enum(w->d, &w->d->sets[t->set], raw, size);
	if (t->set && t->meaning != MEANING_PORT && t->meaning != MEANING_HTOBS && t->meaning != MEANING_FOURCC && !unnamed) {
		walk_symbols(w, t, raw, size);
		return;
	}
	switch ((enum meaning)t->meaning) {
	case MEANING_FD:
	case MEANING_DIRFD:
		walk_fd(w, t, raw);
		return;
	case MEANING_SIGNAL:
		walk_named(w, raw, size, (uint32_t)raw ? decode_signal_name(w->d, (unsigned)raw, text) : NULL);
		return;
	case MEANING_ERRNO:
		walk_errno(w, raw, size);
		return;
	case MEANING_RESULT:
		if ((int64_t)raw < 0)
			walk_errno(w, raw, size);
		else
			walk_plain(w, raw, size, true, STYLE_DEC);
		return;
	case MEANING_ID: {
		uint64_t all = size < 8 ? (1ULL << size * 8) - 1 : ~0ULL;
		walk_plain(w, raw == all ? ~0ULL : raw, size, raw == all, raw == all ? STYLE_DEC : STYLE_UDEC);
		return;
	}
	case MEANING_DEV:
		walk_dev(w, raw);
		return;
	case MEANING_FOURCC:
		walk_fourcc(w, t, raw);
		return;
	case MEANING_PORT:
	case MEANING_HTONL:
	case MEANING_INET4:
	case MEANING_HTOBS:
	case MEANING_FDSET:
	case MEANING_IFINDEX:
		walk_address(w, t, raw);
		return;
	case MEANING_LETTER:
		walk_letter(w, raw);
		return;
	case MEANING_PID:
	case MEANING_TID:
	case MEANING_PGID:
		walk_plain(w, raw, size, t->flags & TF_SIGNED, t->style);
		walk_pid_notes(w, (uint64_t)(int64_t)(int)raw);
		return;
	case MEANING_NONE:
		break;
	}
	if (t->style == STYLE_ADDR && (raw || !w->result))
		w->v->ops->pointer(w->v, raw, raw ? POINTER_PLAIN : POINTER_NULL);
	else
		walk_plain(w, raw, size, t->flags & TF_SIGNED, t->style == STYLE_ADDR ? STYLE_UDEC : t->style);
}
