/* A table by hash; a newcomer takes the place of what was there. See memo.h. */
#include "sink/memo.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS = 4096, KEY_MAX = 1024, TEXT_MAX = 2048 };

/* Where few lines come again, looking for them is a waste: after a round with few hits come some without looking. */
enum { ROUND = 1024, HITS_LEAST = ROUND / 6, PAUSE = 16 * ROUND };

struct slot {
	uint64_t hash;
	uint32_t key_len, call_len, result_len, cap;
	char *data; /* key, call, result */
};

struct memo {
	struct slot slots[SLOTS];
	char key[KEY_MAX];
	size_t key_len;
	uint64_t hash;
	bool keyed; /* the key is that of the event at hand */
	unsigned looked, hits, pause;
};

struct memo *memo_new(void)
{
	struct memo *m = calloc(1, sizeof(*m));

	if (!m)
		abort();
	return m;
}

void memo_free(struct memo *m)
{
	if (!m)
		return;
	for (size_t i = 0; i < SLOTS; i++)
		free(m->slots[i].data);
	free(m);
}

static char *put(char *to, const void *data, size_t len)
{
	memcpy(to, data, len);
	return to + len;
}

enum { EVENT_KEY = 4 + 8 + 6 * 8 + 8 + 8, BLOB_KEY = offsetof(struct blob, len) + sizeof(uint32_t) + sizeof(uint64_t) };

static char *put_blob(char *to, const struct blob *b)
{
	to = put(to, b, offsetof(struct blob, len) + sizeof(b->len)); /* without gaps up to there */
	to = put(to, &b->addr, sizeof(b->addr));
	return put(to, b->data ? (const char *)b->data : "", b->data ? b->len : 0);
}

static bool make_key(struct memo *m, const struct event *e)
{
	size_t len = EVENT_KEY;
	uint8_t seen = 0;

	for (unsigned i = 0; i < e->nblobs; i++) {
		bool hidden = e->blobs[i].slot == BLOB_HIDDEN;
		len += hidden ? 0 : BLOB_KEY + (size_t)e->blobs[i].len;
		seen += !hidden;
	}
	if (len > KEY_MAX)
		return false;
	const uint8_t kinds[4] = {e->kind, e->abi, e->outcome, seen};
	char *to = put(m->key, kinds, sizeof(kinds));
	to = put(to, &e->nr, sizeof(e->nr));
	to = put(to, e->args, sizeof(e->args));
	to = put(to, &e->ret, sizeof(e->ret));
	to = put(to, &e->sp, sizeof(e->sp));
	for (unsigned i = 0; i < e->nblobs; i++) {
		if (e->blobs[i].slot != BLOB_HIDDEN)
			to = put_blob(to, &e->blobs[i]);
	}
	m->key_len = (size_t)(to - m->key);
	return true;
}

/* Two sums at a time, as each step waits for the one before. */
static uint64_t hash_of(const char *data, size_t len)
{
	static const uint64_t factors[2] = {0x9e3779b97f4a7c15, 0xc2b2ae3d27d4eb4f};
	uint64_t sums[2] = {len, ~len}, words[2] = {0, 0};

	for (; len >= sizeof(words); data += sizeof(words), len -= sizeof(words)) {
		memcpy(words, data, sizeof(words));
		sums[0] = (sums[0] ^ words[0]) * factors[0];
		sums[1] = (sums[1] ^ words[1]) * factors[1];
		sums[0] ^= sums[0] >> 29;
	}
	words[0] = words[1] = 0;
	memcpy(words, data, len);
	sums[0] = (sums[0] ^ words[0]) * factors[0];
	sums[1] = (sums[1] ^ words[1] ^ sums[1] >> 31) * factors[1];
	return (sums[0] ^ sums[0] >> 32) + (sums[1] ^ sums[1] >> 32);
}

static bool is_pausing(struct memo *m)
{
	if (m->pause) {
		m->pause--;
		return true;
	}
	if (++m->looked < ROUND)
		return false;
	if (m->hits < HITS_LEAST)
		m->pause = PAUSE;
	m->looked = m->hits = 0;
	return false;
}

bool memo_find(struct memo *m, const struct event *e, struct memo_text *out)
{
	m->keyed = !is_pausing(m) && make_key(m, e);
	if (!m->keyed)
		return false;
	m->hash = hash_of(m->key, m->key_len);
	const struct slot *s = &m->slots[m->hash % SLOTS];
	if (s->hash != m->hash || s->key_len != m->key_len || memcmp(s->data, m->key, m->key_len) != 0)
		return false;
	m->hits++;
	*out = (struct memo_text){
		.call = s->data + s->key_len, .call_len = s->call_len, .result = s->data + s->key_len + s->call_len, .result_len = s->result_len,
	};
	return true;
}

void memo_keep(struct memo *m, const struct memo_text *text)
{
	size_t len = m->key_len + text->call_len + text->result_len;
	struct slot *s = &m->slots[m->hash % SLOTS];

	if (!m->keyed || text->call_len > TEXT_MAX || text->result_len > TEXT_MAX)
		return;
	if (s->cap < len) {
		free(s->data);
		s->cap = (uint32_t)(len + len / 2);
		s->data = malloc(s->cap);
		if (!s->data)
			abort();
	}
	s->hash = m->hash;
	s->key_len = (uint32_t)m->key_len;
	s->call_len = (uint32_t)text->call_len;
	s->result_len = (uint32_t)text->result_len;
	put(put(put(s->data, m->key, m->key_len), text->call, text->call_len), text->result, text->result_len);
}
