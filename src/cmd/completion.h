/* Option tables as others want them: shell completion, and the option lists of the manual. */
#ifndef RINGSIDE_CMD_COMPLETION_H
#define RINGSIDE_CMD_COMPLETION_H

#include <stdio.h>

struct command;

/* The options of a command as man(7) source, what stands under OPTIONS. */
void completion_man(const struct command *c, FILE *to);

#endif
