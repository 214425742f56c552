/* `ringside version`: what this build is made of. */
#include <stdio.h>
#include <string.h>

#include "arch/arch.h"
#include "capture/ebpf.h"
#include "cmd/cmd.h"
#include "cmd/options.h"
#include "cmd/version.h"
#include "desc/table.h"
#include "event/event.h"

#define REFERENCE "7.2" /* the strace whose text and options we have */

/* What is optional at build time, and is in. */
static const char libraries[] =
#ifdef HAVE_ZSTD
	" zstd"
#endif
#ifdef HAVE_JANSSON
	" jansson"
#endif
#ifdef HAVE_LIBDW
	" libdw"
#endif
#ifdef HAVE_BPF
	" libbpf"
#endif
#ifdef HAVE_MICROHTTPD
	" libmicrohttpd"
#endif
	"";

/* Calls that are shown with their arguments' meaning, of those with a name. */
static void count_calls(unsigned *described, unsigned *named)
{
	*described = *named = 0;
	for (uint32_t i = 1; i < desc_builtin.ncalls; i++) {
		*described += desc_builtin.calls[i].described;
		++*named;
	}
}

int cmd_version(int argc, char **argv)
{
	unsigned described, named;

	if (argc > 1 && (strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "--help") == 0)) {
		cmd_version_help(stdout);
		return 0;
	}
	if (argc > 1)
		return usage_error("no arguments are taken: '%s'", argv[1]) != 0;
	count_calls(&described, &named);
	printf("ringside -- version " RINGSIDE_VERSION ", with the options and text of strace " REFERENCE "\n\n");
	printf("Engines: ptrace%s\n", ebpf_lacks() ? "" : " ebpf");
	printf("ABIs:");
	for (int abi = 0; abi < ABI_COUNT; abi++)
		if (arch_runs((enum abi)abi))
			printf(" %s", abi_name((enum abi)abi));
	printf("\nCalls: %u described of %u\n", described, named);
	printf("Libraries:%s\n", libraries);
	return 0;
}

void cmd_version_help(FILE *to)
{
	fputs("Usage: ringside version\n"
	      "\n"
	      "Says which version this is, and which engines, ABIs and libraries are built in.\n", to);
}
