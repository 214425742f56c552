/* The qualifying expressions of -e: OPTION=SET, or a set of calls alone. */
#ifndef RINGSIDE_CMD_EXPRESSION_H
#define RINGSIDE_CMD_EXPRESSION_H

struct trace_opts;

struct expression {
	const char *qualifier; /* NULL: it is in front of the text, or "trace" */
	const char *text;
};

/* 0 or -errno after a diag_error(). */
int expression_apply(struct trace_opts *o, const struct expression *e);

#endif
