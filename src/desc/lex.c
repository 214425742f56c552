/* The description language's lexer: names, C numbers, strings, '#' comments, punctuation of up to three characters. */
#include "desc/lex.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

bool token_is(const struct token *t, const char *text)
{
	return (t->kind == TOK_NAME || t->kind == TOK_PUNCT) && strlen(text) == t->len &&
	       memcmp(t->text, text, t->len) == 0;
}

static size_t punct_length(const char *s)
{
	static const char *const several[] = {"...", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "<<", ">>"};

	for (size_t i = 0; i < sizeof(several) / sizeof(*several); i++)
		if (strncmp(s, several[i], strlen(several[i])) == 0)
			return strlen(several[i]);
	return strchr("(){}[],:|&<>!*+-/%=.", *s) ? 1 : 0;
}

static bool name_char(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static struct token scan(const char *s)
{
	struct token t = {.kind = TOK_BAD, .text = s, .len = 1};

	if (isdigit((unsigned char)*s)) {
		char *end;

		t.value = strtoull(s, &end, 0);
		while (name_char(*end))
			end++, t.value = 0;
		t.kind = TOK_NUMBER;
		t.len = (uint32_t)(end - s);
	} else if (name_char(*s)) {
		t.kind = TOK_NAME;
		if (strncmp(s, "uring:", 6) == 0 && name_char(s[6])) /* uring:openat */
			t.len = 6;
		while (name_char(s[t.len]) || s[t.len] == '@') /* mmap@i386 */
			t.len++;
	} else if (*s == '"') {
		size_t n = strcspn(s + 1, "\"\n");

		t.kind = s[1 + n] == '"' ? TOK_STRING : TOK_BAD;
		t.text = s + 1;
		t.len = (uint32_t)n;
	} else if (punct_length(s)) {
		t.kind = TOK_PUNCT;
		t.len = (uint32_t)punct_length(s);
	}
	return t;
}

void lex(const struct source_file *file, uint16_t index, token_vec *out)
{
	const char *s = file->text, *line_start = s;
	uint32_t line = 1;

	for (;;) {
		while (*s && (isspace((unsigned char)*s) || *s == '#')) {
			if (*s == '#')
				s += strcspn(s, "\n");
			else if (*s++ == '\n')
				line++, line_start = s;
		}
		if (!*s)
			return;
		struct token t = scan(s);
		t.file = index;
		t.line = line;
		t.column = (uint32_t)(s - line_start) + 1;
		*(struct token *)vec_push(out) = t;
		s = t.text + t.len + (t.kind == TOK_STRING);
	}
}
