/* The JSON Schema of --json, from the tables that the lines are written by: see jsonl.h. */
#include "sink/jsonl.h"

#include <string.h>

#include "base/buf.h"
#include "event/event.h"
#include "event/fields.h"
#include "sink/json.h"
#include "sink/jsonl_members.h"

static const char head[] =
	"{\n"
	"\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\n"
	"\"title\":\"A line of ringside --json: one event\",\n"
	"\"oneOf\":[\n";

/* The forms of json.h. */
static const char values[] =
	"\"integer\":{\"description\":\"A number; as a string when it is beyond 2^53-1 either way\",\n"
	" \"oneOf\":[{\"type\":\"integer\"},{\"type\":\"string\",\"pattern\":\"^-?[0-9]+$\"}]},\n"
	"\"value\":{\"anyOf\":[\n"
	" {\"type\":[\"integer\",\"string\",\"null\"],\"description\":\"A number, also as a string; a word; null: the null pointer\"},\n"
	" {\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/value\"},\"description\":\"A last element \\\"...\\\" says that there are more\"},\n"
	" {\"$ref\":\"#/$defs/symbolic\"},{\"$ref\":\"#/$defs/bytes\"},{\"$ref\":\"#/$defs/pointer\"},{\"$ref\":\"#/$defs/change\"},\n"
	" {\"$ref\":\"#/$defs/noted\"},{\"$ref\":\"#/$defs/function\"},{\"$ref\":\"#/$defs/complement\"},{\"$ref\":\"#/$defs/struct\"}]},\n"
	"\"symbolic\":{\"description\":\"A number with names; unknown: none of its bits has one\",\"type\":\"object\",\n"
	" \"properties\":{\"raw\":{\"type\":[\"integer\",\"string\"]},\"symbols\":{\"type\":\"string\"},\"unknown\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"}},\n"
	" \"required\":[\"raw\"],\"oneOf\":[{\"required\":[\"symbols\"]},{\"required\":[\"unknown\"]}],\"additionalProperties\":false},\n"
	"\"bytes\":{\"description\":\"Memory: text when it is UTF-8, else hex; cut: there was more\",\"type\":\"object\",\n"
	" \"properties\":{\"text\":{\"type\":\"string\"},\"hex\":{\"type\":\"string\",\"pattern\":\"^([0-9a-f][0-9a-f])*$\"},\"cut\":{\"const\":true}},\n"
	" \"oneOf\":[{\"required\":[\"text\"]},{\"required\":[\"hex\"]}],\"additionalProperties\":false},\n"
	"\"pointer\":{\"description\":\"A pointer that was not followed: nothing is known of what it points to; it could not be read; "
	"options said not to; the call failed, so there is nothing\",\"type\":\"object\",\n"
	" \"properties\":{\"address\":{\"type\":\"string\",\"pattern\":\"^0x[0-9a-f]+$\"},"
	"\"state\":{\"enum\":[\"plain\",\"unreadable\",\"skipped\",\"failed\"]}},\n"
	" \"required\":[\"address\",\"state\"],\"additionalProperties\":false},\n"
	"\"change\":{\"description\":\"What the call changed\",\"type\":\"object\",\n"
	" \"properties\":{\"before\":{\"$ref\":\"#/$defs/value\"},\"after\":{\"$ref\":\"#/$defs/value\"}},\n"
	" \"required\":[\"before\",\"after\"],\"additionalProperties\":false},\n"
	"\"noted\":{\"description\":\"A value, and what is known of it: path, socket or device of a descriptor, comm of a pid, "
	"file: its name is gone\",\"type\":\"object\",\n"
	" \"properties\":{\"value\":{\"$ref\":\"#/$defs/value\"},\"path\":{\"type\":\"string\"},\"device\":{\"type\":\"string\"},"
	"\"socket\":{\"type\":\"string\"},\"comm\":{\"type\":\"string\"},\n"
	"  \"file\":{\"const\":\"(deleted)\"},\"remark\":{\"type\":\"string\"},\"remarks\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/value\"}}},\n"
	" \"required\":[\"value\"],\"minProperties\":2,\"additionalProperties\":false},\n"
	"\"function\":{\"description\":\"A value that text shows as a function call\",\"type\":\"object\",\n"
	" \"properties\":{\"call\":{\"type\":\"string\"},\"args\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/value\"}}},\n"
	" \"required\":[\"call\",\"args\"],\"additionalProperties\":false},\n"
	"\"complement\":{\"description\":\"All but these\",\"type\":\"object\",\n"
	" \"properties\":{\"not\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/value\"}}},\"required\":[\"not\"],\"additionalProperties\":false},\n"
	"\"frame\":{\"description\":\"A frame of a stack: module: the file that is mapped there, empty for code without one; offset: in it, else "
	"an address; function, and how far into it; file and line of the source\",\"type\":\"object\",\n"
	" \"properties\":{\"module\":{\"type\":\"string\"},\"offset\":{\"$ref\":\"#/$defs/integer\"},\"address\":{\"$ref\":\"#/$defs/integer\"},"
	"\"function\":{\"type\":\"string\"},\n"
	"  \"plus\":{\"$ref\":\"#/$defs/integer\"},\"file\":{\"type\":\"string\"},\"line\":{\"type\":\"integer\"}},\"additionalProperties\":false},\n"
	"\"struct\":{\"description\":\"Fields by name; ...: some are not shown\",\"type\":\"object\",\n"
	" \"properties\":{\"...\":{\"const\":true}},\"additionalProperties\":{\"$ref\":\"#/$defs/value\"},\n"
	" \"propertyNames\":{\"not\":{\"enum\":[\"raw\",\"text\",\"hex\",\"address\",\"before\",\"value\",\"not\",\"call\"]}}},\n";

static void put_property(struct buf *b, const char *name, const char *schema, const char *help)
{
	json_string(b, name, strlen(name));
	buf_putc(b, ':');
	buf_put(b, schema, strlen(schema) - 1); /* without the brace */
	buf_puts(b, ",\"description\":");
	json_string(b, help, strlen(help));
	buf_putc(b, '}');
}

static void put_required(struct buf *b, unsigned kind)
{
	buf_puts(b, " \"required\":[\"type\"");
	for (unsigned m = M_TIME; m < M_COUNT; m++) {
		if (!jsonl_members[m].required || !(jsonl_members[m].kinds >> kind & 1))
			continue;
		buf_putc(b, ',');
		json_string(b, jsonl_members[m].name, strlen(jsonl_members[m].name));
	}
	buf_putc(b, ']');
}

static void put_type(struct buf *b, unsigned kind)
{
	buf_printf(b, "{\"type\":\"object\",\"properties\":{\n  \"type\":{\"const\":\"%s\"}", jsonl_types[kind]);
	for (unsigned m = M_TIME; m < M_COUNT; m++) {
		if (!(jsonl_members[m].kinds >> kind & 1))
			continue;
		buf_puts(b, ",\n  ");
		put_property(b, jsonl_members[m].name, jsonl_members[m].schema, jsonl_members[m].help);
	}
	buf_puts(b, "},\n");
	put_required(b, kind);
	buf_puts(b, ",\n \"additionalProperties\":false}");
}

static void put_fields(struct buf *b, const struct event_field *fields)
{
	for (const struct event_field *f = fields; f->name; f++) {
		buf_puts(b, "  ");
		put_property(b, f->name, "{\"$ref\":\"#/$defs/integer\"}", f->help);
		buf_puts(b, ",\n");
	}
}

/* What --json=raw adds, and replay --from-json reads. */
static void put_raw(struct buf *b)
{
	buf_puts(b, "\"raw\":{\"description\":\"The event as it was captured; what is 0 is left out\",\"type\":\"object\",\"properties\":{\n");
	put_fields(b, event_fields);
	buf_puts(b, "  \"args\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/integer\"},\"minItems\":6,\"maxItems\":6},\n"
	            "  \"blobs\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/blob\"}}},\n \"additionalProperties\":false},\n"
	            "\"blob\":{\"description\":\"Memory that was copied, or a note\",\"type\":\"object\",\"properties\":{\n");
	put_fields(b, blob_fields);
	buf_puts(b, "  \"data\":{\"type\":\"string\",\"pattern\":\"^([0-9a-f][0-9a-f])*$\"}},\n"
	            " \"required\":[\"data\"],\"additionalProperties\":false}\n");
}

void jsonl_schema(struct buf *b)
{
	buf_puts(b, head);
	for (unsigned kind = EVENT_CALL; kind <= EVENT_LOST; kind++) {
		put_type(b, kind);
		buf_puts(b, kind < EVENT_LOST ? ",\n" : "],\n");
	}
	buf_puts(b, "\"$defs\":{\n");
	buf_puts(b, values);
	put_raw(b);
	buf_puts(b, "}}\n");
}
