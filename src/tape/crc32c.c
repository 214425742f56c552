/* CRC-32C by the processor's instruction where it has one, else by a table: see crc32c.h. */
#include "tape/crc32c.h"

#include <stdbool.h>
#include <string.h>

enum { POLYNOMIAL_REFLECTED = 0x82f63b78 };

static uint32_t by_table(uint32_t crc, const uint8_t *p, size_t len)
{
	static uint32_t table[256];

	/* Filling it twice at once from two threads writes the same values. */
	if (!table[255]) {
		for (uint32_t i = 0; i < 256; i++) {
			uint32_t v = i;
			for (int bit = 0; bit < 8; bit++)
				v = v >> 1 ^ (v & 1 ? (uint32_t)POLYNOMIAL_REFLECTED : 0);
			table[i] = v;
		}
	}
	while (len--)
		crc = crc >> 8 ^ table[(crc ^ *p++) & 255];
	return crc;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) static uint32_t by_instruction(uint32_t crc, const uint8_t *p, size_t len)
{
	uint64_t wide = crc, word;

	for (; len >= 8; p += 8, len -= 8) {
		memcpy(&word, p, 8);
		wide = __builtin_ia32_crc32di(wide, word);
	}
	crc = (uint32_t)wide;
	while (len--)
		crc = __builtin_ia32_crc32qi(crc, *p++);
	return crc;
}

static bool have_instruction(void)
{
	return __builtin_cpu_supports("sse4.2");
}
#else
static uint32_t by_instruction(uint32_t crc, const uint8_t *p, size_t len)
{
	return by_table(crc, p, len);
}

static bool have_instruction(void)
{
	return false;
}
#endif

uint32_t crc32c(const void *data, size_t len)
{
	return ~(have_instruction() ? by_instruction(~0u, data, len) : by_table(~0u, data, len));
}
