/*
 * Requests of ioctl(2), whose numbers are the program's arguments, each with every kind of argument: none, one that points
 * nowhere, a small number, memory of several patterns, memory that ends too early; refused by the kernel (the descriptor is bad),
 * answered with 0, and with larger numbers. After `brief`, only the first few.
 *
 * trace: ioctl
 * arguments: ioctls.txt
 */
#include "family.h"

static void each_pattern(unsigned long request)
{
	for (enum pattern p = ZEROS; p < PATTERNS; p++) {
		fill(arena, 0x6000, p);
		ok(SYS_ioctl, -1, request, arena);
	}
	fill(arena, 0x6000, COUNTING);
	try(SYS_ioctl, -1, request, arena);
	fill(arena, 0x6000, RISING);
	try(SYS_ioctl, -1, request, arena);
}

/* The last bytes before nothing: all that the request says it has, one less, and 8. */
static void at_the_end(unsigned long request)
{
	unsigned size = request >> 16 & 0x3fff ? request >> 16 & 0x3fff : 128;

	fill(arena_end - size, size, COUNTING);
	ok(SYS_ioctl, -1, request, arena_end - size);
	fill(arena_end - size, size, COUNTING);
	ok(SYS_ioctl, -1, request, arena_end - size + 1);
	fill(arena_end - 8, 8, COUNTING);
	ok(SYS_ioctl, -1, request, arena_end - 8);
}

/* The descriptor of calls whose memory is written by who answers them; engines that see it once only show what it became. */
enum { REWRITTEN = -2 };

static void answered(unsigned long request)
{
	static const int results[] = {1, 7, 64};

	fill(arena, 0x6000, COUNTING);
	for (unsigned i = 0; i < sizeof(results) / sizeof(*results); i++)
		reply(SYS_ioctl, results[i], -1, request, arena);
	family_fill.to = arena;
	family_fill.from = arena + 0x7000;
	family_fill.size = 0x1000;
	reply(SYS_ioctl, 0, REWRITTEN, request, arena);
	family_fill.size = 0;
}

int main(int argc, char **argv)
{
	int brief = 0;

	family_start();
	fill(arena + 0x8000, 0x8000, COUNTING);
	strcpy(arena + 0x8000, "string");
	fill(arena + 0x7000, 0x1000, ONE);
	strcpy(arena + 0x7000, "string");
	for (int i = 1; i < argc; i++) {
		unsigned long request = strtoul(argv[i], NULL, 0);

		if (strcmp(argv[i], "brief") == 0) {
			brief = 1;
			continue;
		}
		if (brief && !family_turn())
			continue;
		try(SYS_ioctl, -1, request, 0);
		ok(SYS_ioctl, -1, request, 0);
		ok(SYS_ioctl, -1, request, arena_end);
		ok(SYS_ioctl, -1, request, 5);
		if (brief) {
			fill(arena, 0x6000, RISING);
			ok(SYS_ioctl, -1, request, arena);
			continue;
		}
		each_pattern(request);
		at_the_end(request);
		answered(request);
	}
	return 0;
}
