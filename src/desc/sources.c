/* Reading what tables are built from: .sys files, and numbers.tbl with its row a call. */
#include "desc/build.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"

static int read_file(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "r");
	char chunk[4096];
	size_t n;

	if (!f)
		return -errno;
	while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0)
		buf_put(out, chunk, n);
	fclose(f);
	buf_cstr(out);
	return 0;
}

void build_add(struct builder *b, const char *path, char *text)
{
	vec_reserve(&b->files, b->files.len + 1);
	b->files.at[b->files.len] = (struct source_file){path, text};
	lex(&b->files.at[b->files.len], (uint16_t)b->files.len, &b->tokens);
	b->files.len++;
}

char *build_read(struct builder *b, const char *path)
{
	struct buf text = {0};
	int err = read_file(path, &text);

	if (!err)
		return text.data;
	fprintf(b->messages, "%s: %s\n", path, strerror(-err));
	b->errors++;
	return NULL;
}

static int16_t parse_nr(const char *s)
{
	return *s == '-' ? -1 : (int16_t)atoi(s);
}

static uint16_t parse_version(const char *s)
{
	unsigned major = 0, minor = 0;

	if (sscanf(s, "%u.%u", &major, &minor) < 1)
		return 0;
	return (uint16_t)(major << 8 | minor);
}

/* "i386=6": an ABI whose function takes another number of arguments; "i386:102=1": there it is within call 102 too. */
static bool parse_other_form(const char *word, struct number_row *row)
{
	size_t len = strcspn(word, "=:");
	unsigned outer, key, nargs;

	for (int abi = 0; abi < ABI_COUNT; abi++) {
		if (strncmp(word, build_abi_names[abi], len) || build_abi_names[abi][len])
			continue;
		if (sscanf(word + len, "=%u", &nargs) == 1)
			row->nargs[abi] = (uint8_t)nargs;
		else if (sscanf(word + len, ":%u=%u", &outer, &key) == 2)
			row->inner[abi] = (int16_t)abi_inner_number((enum abi)abi, outer, key);
		else
			return false;
		return word[len] == '=' || row->inner[abi] >= 0;
	}
	return false;
}

void build_numbers(struct builder *b, const char *path, char *text)
{
	unsigned line = 0;

	for (char *save, *s = strtok_r(text, "\n", &save); s; s = strtok_r(NULL, "\n", &save)) {
		char name[64], nr[ABI_COUNT][16], since[16] = "-";
		unsigned nargs;
		int end = 0;

		line++;
		if (*s == '#')
			continue;
		if (sscanf(s, "%63s %u %15s %15s %15s %15s %15s %15s%n", name, &nargs, nr[0], nr[1], nr[2], nr[3], nr[4], since, &end) < 8) {
			fprintf(b->messages, "%s:%u: expected name, number of arguments, a number for each ABI, a version\n", path, line);
			b->errors++;
			continue;
		}
		struct number_row row = {.name = build_string(b, name, strlen(name)), .since = parse_version(since)};
		for (int abi = 0; abi < ABI_COUNT; abi++) {
			row.nr[abi] = parse_nr(nr[abi]);
			row.nargs[abi] = (uint8_t)nargs;
			row.inner[abi] = -1;
		}
		for (char *words, *word = strtok_r(s + end, " ", &words); word; word = strtok_r(NULL, " ", &words)) {
			if (parse_other_form(word, &row))
				continue;
			fprintf(b->messages, "%s:%u: '%s' is neither ABI=COUNT nor ABI:CALL=KEY\n", path, line, word);
			b->errors++;
		}
		*vec_push(&b->number_rows) = row;
		map_put(&b->number_ids, row.name, (void *)b->number_rows.len);
	}
}
