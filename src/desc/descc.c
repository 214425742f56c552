/* The build tool: compiles numbers.tbl and calls/ into tables as C, or checks them only. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "desc/build.h"

static int usage(void)
{
	fputs("usage: descc [-o FILE.c | --check | --dump | --classes ABI] numbers.tbl FILE.sys...\n", stderr);
	return 2;
}

/* Written under another name first: an interrupted build leaves no half file. */
static int write_tables(const struct builder *b, const char *numbers, const char *path)
{
	char tmp[4096];
	snprintf(tmp, sizeof(tmp), "%s.tmp", path);
	FILE *out = fopen(tmp, "w");

	if (!out) {
		fprintf(stderr, "%s: %s\n", tmp, strerror(errno));
		return 1;
	}
	build_emit(b, numbers, out);
	if (fclose(out) || rename(tmp, path)) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return 1;
	}
	return 0;
}

int main(int argc, char **argv)
{
	const char *output = NULL;
	bool dump = false;
	int classes = -1;
	int i = 1;

	if (i < argc && strcmp(argv[i], "-o") == 0 && i + 1 < argc) {
		output = argv[i + 1];
		i += 2;
	} else if (i < argc && strcmp(argv[i], "--dump") == 0) {
		dump = true;
		i++;
	} else if (i + 1 < argc && strcmp(argv[i], "--classes") == 0) {
		for (classes = 0; classes < ABI_COUNT && strcmp(build_abi_names[classes], argv[i + 1]);)
			classes++;
		if (classes == ABI_COUNT)
			return usage();
		i += 2;
	} else if (i < argc && strcmp(argv[i], "--check") == 0) {
		i++;
	} else {
		return usage();
	}
	if (argc - i < 2)
		return usage();

	struct builder b;
	build_init(&b, stderr);
	const char *path = argv[i];
	char *numbers = build_read(&b, path);
	for (i++; i < argc; i++) {
		char *text = build_read(&b, argv[i]);
		if (text)
			build_add(&b, argv[i], text);
	}
	if (b.errors)
		return 1;
	char *copy = strdup(numbers);
	build_numbers(&b, path, copy);
	free(copy);
	build_all(&b);
	int status = b.errors != 0;
	if (!status && dump)
		build_dump(&b, stdout);
	else if (!status && classes >= 0)
		build_dump_classes(&b, classes, stdout);
	else if (!status && output)
		status = write_tables(&b, numbers, output);
	if (b.errors)
		fprintf(stderr, "%u error%s\n", b.errors, b.errors == 1 ? "" : "s");
	build_done(&b);
	free(numbers);
	return status;
}
