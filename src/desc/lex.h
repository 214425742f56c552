/* Tokens of the description language. */
#ifndef RINGSIDE_DESC_LEX_H
#define RINGSIDE_DESC_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

enum token_kind { TOK_END, TOK_NAME, TOK_NUMBER, TOK_STRING, TOK_PUNCT, TOK_BAD };

struct source_file {
	const char *path; /* as shown in messages */
	const char *text; /* NUL-terminated; must outlive the tokens */
};

struct token {
	uint8_t kind;     /* enum token_kind */
	uint16_t file;
	uint32_t line, column; /* from 1; columns count bytes */
	const char *text; /* in the file's text; a STRING without its quotes */
	uint32_t len;
	uint64_t value;   /* NUMBER */
};

typedef VEC(struct token) token_vec;

/* Appends the tokens of `file`; TOK_BAD stands for what is no token. The caller ends the list with TOK_END. */
void lex(const struct source_file *file, uint16_t index, token_vec *out);

bool token_is(const struct token *t, const char *text);

#endif
