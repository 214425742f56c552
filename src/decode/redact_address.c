/*
 * Internet addresses without what they say, as bytes and as text: see redact_in.h. The same address becomes the same one everywhere,
 * of 10.0.0.0/8 or fd00::/8, which are nobody's.
 */
#include "decode/redact_in.h"

#include <arpa/inet.h>
#include <string.h>

static uint64_t rotate(uint64_t x, unsigned bits)
{
	return x << bits | x >> (64 - bits);
}

static void sip_round(uint64_t v[4])
{
	v[0] += v[1];
	v[2] += v[3];
	v[1] = rotate(v[1], 13) ^ v[0];
	v[3] = rotate(v[3], 16) ^ v[2];
	v[0] = rotate(v[0], 32) + v[3];
	v[2] += v[1];
	v[3] = rotate(v[3], 21) ^ v[0];
	v[1] = rotate(v[1], 17) ^ v[2];
	v[2] = rotate(v[2], 32);
}

static void sip_word(uint64_t v[4], uint64_t word)
{
	v[3] ^= word;
	sip_round(v);
	sip_round(v);
	v[0] ^= word;
}

uint64_t redact_hash(const struct redactor *r, const uint8_t *data, size_t len)
{
	const uint64_t *key = r->key;
	uint64_t v[4] = {
		key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d, key[0] ^ 0x6c7967656e657261, key[1] ^ 0x7465646279746573,
	};
	uint64_t word = 0;

	for (size_t i = 0; i < len; i++) {
		word |= (uint64_t)data[i] << i % 8 * 8;
		if (i % 8 == 7) {
			sip_word(v, word);
			word = 0;
		}
	}
	sip_word(v, word | (uint64_t)len << 56);
	v[2] ^= 0xff;
	for (unsigned i = 0; i < 4; i++)
		sip_round(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}

/* Addresses that are the same on every machine: of this host, of any, of all. */
static bool tells_nothing(const uint8_t *addr, size_t len)
{
	static const uint8_t zeros[16];

	if (len == 4)
		return addr[0] == 127 || memcmp(addr, zeros, 4) == 0 || memcmp(addr, "\xff\xff\xff\xff", 4) == 0;
	return memcmp(addr, zeros, 15) == 0 && addr[15] <= 1;
}

static bool is_mapped_inet4(const uint8_t *addr)
{
	return memcmp(addr, "\0\0\0\0\0\0\0\0\0\0\xff\xff", 12) == 0;
}

void redact_inet(const struct redactor *r, uint8_t *addr, size_t len)
{
	if (tells_nothing(addr, len))
		return;
	if (len == 16 && is_mapped_inet4(addr)) {
		redact_inet(r, addr + 12, 4);
		return;
	}
	uint64_t words[2] = {redact_hash(r, addr, len), 0};
	words[1] = redact_hash(r, (const uint8_t *)words, sizeof(words));
	memcpy(addr, words, len);
	addr[0] = len == 4 ? 10 : 0xfd;
}

/* "127.0.0.1" or "::1" of `len` characters as another; false when it is none. */
static bool put_other(const struct redactor *r, const char *text, size_t len, struct buf *out)
{
	char copy[INET6_ADDRSTRLEN];
	uint8_t addr[16];

	if (!len || len >= sizeof(copy))
		return false;
	memcpy(copy, text, len);
	copy[len] = '\0';
	int family = memchr(copy, ':', len) ? AF_INET6 : AF_INET;
	if (inet_pton(family, copy, addr) != 1)
		return false;
	redact_inet(r, addr, family == AF_INET6 ? 16 : 4);
	buf_puts(out, inet_ntop(family, addr, copy, sizeof(copy)));
	return true;
}

bool redact_inet_text(const struct redactor *r, const char *text, size_t len, struct buf *out)
{
	static const char address[] = "0123456789abcdefABCDEF.:";
	const char *start = memchr(text, '[', len);
	size_t i = start ? (size_t)(start - text) + 1 : len;
	bool any = false;

	buf_put(out, text, i);
	while (i < len && text[i] != '"') { /* what comes then is a path */
		bool inner = text[i - 1] == '[' && i >= 2 && (text[i - 2] == '[' || text[i - 2] == '>'); /* [::1]:80: up to the bracket */
		size_t n = 0;
		while (i + n < len && memchr(address, text[i + n], sizeof(address) - 1) && (inner || text[i + n] != ':'))
			n++;
		if (put_other(r, text + i, n, out))
			any = true;
		else
			buf_put(out, text + i, n);
		i += n;
		if (i < len)
			buf_putc(out, text[i++]);
	}
	buf_put(out, text + i, len - i);
	return any;
}
