/* --tips: a hint at the end of a run. */
#ifndef RINGSIDE_CMD_TIPS_H
#define RINGSIDE_CMD_TIPS_H

enum tips_format { TIPS_NONE, TIPS_COMPACT, TIPS_FULL };

struct tips_opts {
	enum tips_format format;
	int id; /* -1: any */
};

/* What --tips says (NULL: nothing): [[id:]NUMBER|random][,[format:]none|compact|full]. 0 or -EINVAL, without a message. */
int tips_parse(struct tips_opts *o, const char *text);
/* To stderr. */
void tips_show(const struct tips_opts *o);

#endif
