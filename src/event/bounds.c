/* Boxes: see bounds.h. */
#include "event/bounds.h"

#include <string.h>

static const struct box whole = {
	.errors = {[0 ... BOUNDS_ERRORS / 64 - 1] = ~0ull}, .min_ret = INT64_MIN, .max_ret = INT64_MAX, .max_ns = UINT64_MAX,
};

void bounds_none(struct bounds *b)
{
	b->n = 0;
}

void bounds_all(struct bounds *b)
{
	b->n = 1;
	b->box[0] = whole;
}

bool bounds_is_all(const struct bounds *b)
{
	for (unsigned i = 0; i < b->n; i++)
		if (memcmp(&b->box[i], &whole, sizeof(whole)) == 0)
			return true;
	return false;
}

static void box_and(struct box *b, const struct box *with)
{
	for (unsigned i = 0; i < BOUNDS_ERRORS / 64; i++)
		b->errors[i] &= with->errors[i];
	b->min_ret = b->min_ret > with->min_ret ? b->min_ret : with->min_ret;
	b->max_ret = b->max_ret < with->max_ret ? b->max_ret : with->max_ret;
	b->min_ns = b->min_ns > with->min_ns ? b->min_ns : with->min_ns;
	b->max_ns = b->max_ns < with->max_ns ? b->max_ns : with->max_ns;
}

/* The smallest box that has both. */
static void box_or(struct box *b, const struct box *with)
{
	for (unsigned i = 0; i < BOUNDS_ERRORS / 64; i++)
		b->errors[i] |= with->errors[i];
	b->min_ret = b->min_ret < with->min_ret ? b->min_ret : with->min_ret;
	b->max_ret = b->max_ret > with->max_ret ? b->max_ret : with->max_ret;
	b->min_ns = b->min_ns < with->min_ns ? b->min_ns : with->min_ns;
	b->max_ns = b->max_ns > with->max_ns ? b->max_ns : with->max_ns;
}

static bool box_is_empty(const struct box *b)
{
	uint64_t any = 0;

	for (unsigned i = 0; i < BOUNDS_ERRORS / 64; i++)
		any |= b->errors[i];
	return !any || b->min_ret > b->max_ret || b->min_ns > b->max_ns;
}

/* When there is no room, the last box becomes larger. */
static void add(struct bounds *b, const struct box *box)
{
	if (box_is_empty(box))
		return;
	if (b->n == BOUNDS_BOXES)
		box_or(&b->box[b->n - 1], box);
	else
		b->box[b->n++] = *box;
}

void bounds_and(struct bounds *b, const struct bounds *with)
{
	struct bounds both = {0};

	for (unsigned i = 0; i < b->n; i++) {
		for (unsigned j = 0; j < with->n; j++) {
			struct box one = b->box[i];
			box_and(&one, &with->box[j]);
			add(&both, &one);
		}
	}
	*b = both;
}

void bounds_or(struct bounds *b, const struct bounds *with)
{
	if (bounds_is_all(b))
		return;
	if (bounds_is_all(with)) {
		bounds_all(b);
		return;
	}
	for (unsigned i = 0; i < with->n; i++)
		add(b, &with->box[i]);
}

bool bounds_has(const struct bounds *b, unsigned error, int64_t ret, uint64_t ns)
{
	for (unsigned i = 0; i < b->n; i++) {
		const struct box *x = &b->box[i];
		if (x->errors[error / 64 % (BOUNDS_ERRORS / 64)] >> (error % 64) & 1 && ret >= x->min_ret && ret <= x->max_ret && ns >= x->min_ns &&
		    ns <= x->max_ns)
			return true;
	}
	return false;
}
