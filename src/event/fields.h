/*
 * The members of struct event and struct blob by name, for whoever writes them down as text and reads them back: --json=raw.
 * The names, and the numbers of event.h's enumerators, are a format: both only ever grow at the end.
 */
#ifndef RINGSIDE_EVENT_FIELDS_H
#define RINGSIDE_EVENT_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct event_field {
	const char *name;
	uint8_t offset; /* in the struct */
	uint8_t size;   /* 1, 2, 4 or 8 bytes */
	bool is_signed;
	uint8_t max;    /* the greatest value that makes sense; 0: all do */
	const char *help;
};

/* Every number in them; args, and blobs and their data, are beside. A row without name ends each. */
extern const struct event_field event_fields[];
extern const struct event_field blob_fields[];

/* The number, extended to 64 bits. */
uint64_t event_field_get(const void *of, const struct event_field *f);
/* Whether the number makes sense; then it is stored. */
bool event_field_set(void *of, const struct event_field *f, uint64_t value);

#endif
