/*
 * Diagnostics to stderr. A message starts with the name the program was invoked by; diag_error() also counts,
 * so that a command can tell at the end whether anything went wrong.
 */
#ifndef RINGSIDE_BASE_DIAG_H
#define RINGSIDE_BASE_DIAG_H

extern const char *diag_program; /* argv[0] as invoked; set once by main() */

void diag_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void diag_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void diag_note(const char *fmt, ...) __attribute__((format(printf, 1, 2))); /* neither error nor warning */
unsigned diag_errors(void);

#endif
