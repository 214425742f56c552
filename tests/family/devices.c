/*
 * Requests whose structs need more than the patterns of ioctls.c to be shown in full: video (every kind of buffer and format,
 * controls), SCSI commands (each direction, both versions), the device mapper (what follows its struct), btrfs (what it found).
 *
 * trace: ioctl
 */
#include "family.h"

#include <linux/bsg.h>
#include <linux/btrfs.h>
#include <linux/dm-ioctl.h>
#include <linux/fs.h>
#include <linux/videodev2.h>
#include <scsi/sg.h>
#include <sys/uio.h>

/* Video */

static struct v4l2_ext_controls *controls(unsigned variant)
{
	struct v4l2_ext_controls *c = (void *)arena;

	memset(arena, 0, 0x4000);
	c->ctrl_class = variant == 4 ? 0 : V4L2_CTRL_CLASS_USER;
	c->count = variant == 3 ? 0 : 3;
	c->error_idx = variant;
	c->controls = (void *)(arena + 0x1000);
	c->controls[0].id = V4L2_CID_BRIGHTNESS;
	c->controls[0].value = 5;
	c->controls[1].id = V4L2_CID_CONTRAST;
	c->controls[1].value64 = 0x1122334455667788;
	c->controls[2].id = V4L2_CID_PRIVATE_BASE + 3;
	c->controls[2].size = 4;
	c->controls[2].string = arena + 0x2000;
	strcpy(arena + 0x2000, "abcdef");
	if (variant == 2)
		c->controls = (void *)5;
	return c;
}

static void video_controls(void)
{
	static const unsigned long requests[] = {VIDIOC_S_EXT_CTRLS, VIDIOC_TRY_EXT_CTRLS, VIDIOC_G_EXT_CTRLS};
	static const unsigned ids[] = {0, 0x80000000, 0x40000000, V4L2_CID_BRIGHTNESS, 0xc0000000 | V4L2_CID_BRIGHTNESS, 0x80000001};

	for (unsigned variant = 0; variant < 5; variant++) {
		struct v4l2_ext_controls *c = controls(variant);
		for (unsigned i = 0; i < 3; i++) {
			ok(SYS_ioctl, -1, requests[i], c);
			fail(SYS_ioctl, -1, requests[i], c);
		}
	}
	for (unsigned i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
		memset(arena, 0, 0x1000);
		memcpy(arena, &ids[i], sizeof(ids[i]));
		ok(SYS_ioctl, -1, VIDIOC_QUERYCTRL, arena);
		ok(SYS_ioctl, -1, VIDIOC_G_CTRL, arena);
	}
}

static void video_formats(void)
{
	for (unsigned type = 0; type < 16; type++) {
		struct v4l2_format *f = (void *)arena;
		struct v4l2_streamparm *p = (void *)arena;

		memset(arena, 0, 0x1000);
		fill(arena + 8, 0xc0, COUNTING);
		f->type = type;
		f->fmt.win.clips = (void *)(arena + 0x1000);
		f->fmt.win.clipcount = 2;
		if (type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE)
			f->fmt.pix_mp.num_planes = 2;
		ok(SYS_ioctl, -1, VIDIOC_G_FMT, f);
		ok(SYS_ioctl, -1, VIDIOC_S_FMT, f);
		fail(SYS_ioctl, -1, VIDIOC_TRY_FMT, f);
		fill(arena, 0x1000, COUNTING);
		p->type = type;
		ok(SYS_ioctl, -1, VIDIOC_G_PARM, p);
		ok(SYS_ioctl, -1, VIDIOC_S_PARM, p);
	}
	for (unsigned type = 0; type < 4; type++) {
		struct v4l2_frmivalenum *e = (void *)arena;
		fill(arena, 0x100, COUNTING);
		e->type = type;
		ok(SYS_ioctl, -1, VIDIOC_ENUM_FRAMEINTERVALS, e);
	}
	static const char *const codes[] = {"YUYV", "MJPG", "Y'\\\x80"};
	for (unsigned i = 0; i < 3; i++) {
		struct v4l2_fmtdesc *d = (void *)arena;
		fill(arena, 0x100, COUNTING);
		memcpy(&d->pixelformat, codes[i], 4);
		ok(SYS_ioctl, -1, VIDIOC_ENUM_FMT, d);
	}
}

static void video_buffers(void)
{
	for (unsigned memory = 0; memory < 5; memory++) {
		struct v4l2_buffer *b = (void *)arena;

		fill(arena, 0x1000, COUNTING);
		b->type = memory + 8;
		b->memory = memory;
		b->flags = 0x2000 * memory | memory | memory << 16;
		b->length = 2;
		ok(SYS_ioctl, -1, VIDIOC_DQBUF, b);
		ok(SYS_ioctl, -1, VIDIOC_QUERYBUF, b);
		fail(SYS_ioctl, -1, VIDIOC_QBUF, b);
	}
}

/* SCSI */

static struct sg_io_hdr *command(int direction, unsigned pieces)
{
	struct sg_io_hdr *h = (void *)arena;
	struct iovec *iov = (void *)(arena + 0x2000);

	memset(arena, 0, 0x4000);
	h->interface_id = 'S';
	h->dxfer_direction = direction;
	h->cmd_len = 6;
	h->cmdp = (void *)(arena + 0x3000);
	memcpy(h->cmdp, "\1\2\3\4\5\6", 6);
	h->mx_sb_len = 32;
	h->sbp = (void *)(arena + 0x3100);
	memcpy(h->sbp, "sense", 5);
	h->dxfer_len = 8;
	h->dxferp = arena + 0x2000;
	memcpy(arena + 0x2000, "datadata", 8);
	if (pieces) {
		h->iovec_count = 2;
		iov[0] = (struct iovec){arena + 0x2800, 3};
		iov[1] = (struct iovec){arena + 0x2900, 4};
	}
	h->timeout = 1000;
	h->flags = 3;
	h->status = 2;
	h->sb_len_wr = 4;
	h->host_status = 5;
	h->resid = 2;
	h->duration = 11;
	h->info = 1;
	return h;
}

static struct sg_io_v4 *command4(unsigned variant)
{
	struct sg_io_v4 *h = (void *)arena;

	memset(arena, 0, 0x4000);
	h->guard = 'Q';
	h->protocol = variant == 2;
	h->subprotocol = variant;
	h->request_len = 6;
	h->request = (uintptr_t)(arena + 0x3000);
	memcpy(arena + 0x3000, "\1\2\3\4\5\6", 6);
	h->request_tag = 4;
	h->max_response_len = 32;
	h->response = (uintptr_t)(arena + 0x3100);
	memcpy(arena + 0x3100, "sense", 5);
	h->dout_xfer_len = h->din_xfer_len = 8;
	h->dout_xferp = (uintptr_t)(arena + 0x2000);
	h->din_xferp = (uintptr_t)(arena + 0x2100);
	h->timeout = 100;
	h->flags = variant == 3 ? ~0u : variant << 4;
	h->usr_ptr = 5;
	h->info = h->driver_status = 1;
	h->device_status = h->din_resid = 2;
	h->response_len = 5;
	h->dout_resid = 1;
	h->generated_tag = 8;
	return h;
}

static void scsi(void)
{
	for (int direction = -6; direction < 2; direction++) {
		for (unsigned pieces = 0; pieces < 2; pieces++) {
			ok(SYS_ioctl, -1, SG_IO, command(direction, pieces));
			fail(SYS_ioctl, -1, SG_IO, command(direction, pieces));
		}
	}
	command(SG_DXFER_FROM_DEV, 0)->cmdp = (void *)5;
	ok(SYS_ioctl, -1, SG_IO, arena);
	command(SG_DXFER_FROM_DEV, 0)->interface_id = 'X';
	ok(SYS_ioctl, -1, SG_IO, arena);
	for (unsigned variant = 0; variant < 4; variant++) {
		ok(SYS_ioctl, -1, SG_IO, command4(variant));
		fail(SYS_ioctl, -1, SG_IO, command4(variant));
	}
}

/* The device mapper */

static struct dm_ioctl *mapper(unsigned nr, unsigned size, unsigned flags)
{
	struct dm_ioctl *d = (void *)arena;

	memset(arena, 0, 0x4000);
	d->version[0] = 4;
	d->version[1] = 1;
	d->data_size = size;
	d->data_start = sizeof(*d);
	if (flags) {
		d->dev = 0x1234;
		strcpy(d->name, "name");
		strcpy(d->uuid, "uuid");
		d->target_count = 2;
		d->open_count = 3;
		d->event_nr = 7;
		d->flags = flags;
	}
	strcpy((char *)(d + 1), "text at its end");
	if (size > sizeof(*d) && nr == DM_TABLE_DEPS_CMD)
		*(struct dm_target_deps *)(d + 1) = (struct dm_target_deps){.count = 1};
	return d;
}

static void device_mapper(void)
{
	for (unsigned nr = 0; nr <= 0x10; nr++) {
		unsigned long request = _IOWR(DM_IOCTL, nr, struct dm_ioctl);
		ok(SYS_ioctl, -1, request, mapper(nr, sizeof(struct dm_ioctl), 0));
		ok(SYS_ioctl, -1, request, mapper(nr, sizeof(struct dm_ioctl), 3));
		try(SYS_ioctl, -1, request, mapper(nr, 1024, 1));
		ok(SYS_ioctl, -1, request, mapper(nr, 1024, ~0u));
	}
}

/* Two elements of a list behind the struct, each with the offset of the next. */
static void targets(struct dm_ioctl *d, unsigned first, unsigned second)
{
	struct dm_target_spec *s = (void *)((char *)d + d->data_start);

	*s = (struct dm_target_spec){.length = 100, .status = -5, .next = first};
	strcpy(s->target_type, "linear");
	strcpy((char *)(s + 1), "/dev/sda 0");
	s = (void *)((char *)s + 56);
	*s = (struct dm_target_spec){.sector_start = 100, .length = 200, .next = second};
	strcpy(s->target_type, "striped");
	strcpy((char *)(s + 1), "2 128");
}

static void names(struct dm_ioctl *d, unsigned first, unsigned second)
{
	struct dm_name_list *n = (void *)((char *)d + d->data_start);

	n->dev = 0x801;
	n->next = first;
	strcpy(n->name, "first");
	n = (void *)((char *)n + 24);
	n->dev = 0x802;
	n->next = second;
	strcpy(n->name, "second");
}

static void versions(struct dm_ioctl *d, unsigned first, unsigned second)
{
	struct dm_target_versions *v = (void *)((char *)d + d->data_start);

	*v = (struct dm_target_versions){.next = first, .version = {1, 2, 3}};
	strcpy(v->name, "linear");
	v = (void *)((char *)v + 24);
	*v = (struct dm_target_versions){.next = second, .version = {4}};
	strcpy(v->name, "crypt");
}

static void device_list(unsigned nr, void fill(struct dm_ioctl *, unsigned, unsigned), unsigned step)
{
	static const unsigned sizes[] = {310, 312, 313, 324, 328, 330, 333, 348, 352, 356, 362, 364, 372, 410};
	static const unsigned starts[] = {312, 320, 400, 1000, 1024, 2000, 0xfffffff0};
	const unsigned links[][2] = {{step, 0}, {step, step}, {step, 2 * step}, {0, 0}, {4, 0}, {12, 0}, {13, 0}, {16, 0}, {17, 0}, {40, 0}, {41, 0}, {1000, 0}, {~0u, 0}};
	unsigned long request = _IOWR(DM_IOCTL, nr, struct dm_ioctl);

	for (unsigned i = 0; i < sizeof(links) / sizeof(*links); i++) {
		struct dm_ioctl *d = mapper(nr, 1024, 3);
		fill(d, links[i][0], links[i][1]);
		for (d->target_count = 0; d->target_count < 4; d->target_count++)
			ok(SYS_ioctl, -1, request, d);
		fail(SYS_ioctl, -1, request, d);
	}
	for (unsigned i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		struct dm_ioctl *d = mapper(nr, sizes[i], 3);
		fill(d, step, 0);
		ok(SYS_ioctl, -1, request, d);
	}
	for (unsigned i = 0; i < sizeof(starts) / sizeof(*starts); i++) {
		struct dm_ioctl *d = mapper(nr, 1024, 3);
		if (starts[i] < 2000)
			d->data_start = starts[i];
		fill(d, step, 0);
		d->data_start = starts[i];
		ok(SYS_ioctl, -1, request, d);
	}
}

static void device_lists(void)
{
	device_list(DM_TABLE_LOAD_CMD, targets, 56);
	device_list(DM_TABLE_STATUS_CMD, targets, 56);
	device_list(DM_DEV_WAIT_CMD, targets, 56);
	device_list(DM_LIST_DEVICES_CMD, names, 24);
	device_list(DM_LIST_VERSIONS_CMD, versions, 24);
}

/* Btrfs */

static void btrfs_paths(void)
{
	struct btrfs_ioctl_ino_path_args *ask = (void *)arena;
	struct btrfs_data_container *told = (void *)(arena + 0x1000);

	for (unsigned n = 0; n < 8; n++) {
		memset(arena, 0, 0x3000);
		*ask = (struct btrfs_ioctl_ino_path_args){.inum = 257, .size = 4096, .fspath = (unsigned long)told};
		*told = (struct btrfs_data_container){.bytes_left = 100, .elem_cnt = n, .elem_missed = n / 2};
		for (unsigned i = 0; i < n; i++) {
			told->val[i] = 4000 - 100 * i;
			sprintf((char *)told->val + told->val[i], "directory/file-%u\t", i);
		}
		ok(SYS_ioctl, -1, BTRFS_IOC_INO_PATHS, ask);
		fail(SYS_ioctl, -1, BTRFS_IOC_INO_PATHS, ask);
		ok(SYS_ioctl, -1, BTRFS_IOC_LOGICAL_INO, ask);
	}
}

static void btrfs_found(struct btrfs_ioctl_search_key *key, char *buf, unsigned bytes, unsigned long request)
{
	static const unsigned lengths[] = {0, 1, 37, 160, 3900};
	unsigned at = 0;

	for (unsigned i = 0; i < 5 && at + 32 <= bytes; i++) {
		struct btrfs_ioctl_search_header *h = (void *)(buf + at);
		memset(h, 0, sizeof(*h));
		h->transid = 7 + i;
		h->objectid = 256 + i;
		h->offset = 4096 * i;
		h->type = i == 1 ? 108 : i == 2 ? 253 : i == 3 ? 14 : 1;
		h->len = lengths[i];
		at += sizeof(*h) + h->len;
	}
	for (unsigned n = 0; n < 7; n++) {
		key->nr_items = n;
		ok(SYS_ioctl, -1, request, arena);
		fail(SYS_ioctl, -1, request, arena);
	}
}

static void btrfs_trees(void)
{
	static const unsigned room[] = {0, 31, 32, 100, 3992, 5000};
	struct btrfs_ioctl_search_args *a = (void *)arena;
	struct btrfs_ioctl_search_args_v2 *b = (void *)arena;

	memset(arena, 0, 0x3000);
	btrfs_found(&a->key, a->buf, sizeof(a->buf), BTRFS_IOC_TREE_SEARCH);
	for (unsigned i = 0; i < sizeof(room) / sizeof(*room); i++) {
		memset(arena, 0, 0x3000);
		b->buf_size = room[i];
		btrfs_found(&b->key, (char *)b->buf, room[i], BTRFS_IOC_TREE_SEARCH_V2);
	}
}

static void btrfs_lists(void)
{
	struct btrfs_ioctl_get_dev_stats *stats = (void *)arena;
	struct btrfs_ioctl_space_args *space = (void *)arena;
	struct btrfs_ioctl_balance_args *balance = (void *)arena;
	struct file_dedupe_range *range = (void *)arena;

	for (unsigned n = 0; n < 7; n++) {
		memset(arena, 0, 0x2000);
		stats->nr_items = n;
		ok(SYS_ioctl, -1, BTRFS_IOC_GET_DEV_STATS, arena);
		memset(arena, 0, 0x2000);
		space->space_slots = 7;
		space->total_spaces = n;
		ok(SYS_ioctl, -1, BTRFS_IOC_SPACE_INFO, arena);
		memset(arena, 0, 0x2000);
		balance->flags = BTRFS_BALANCE_DATA;
		balance->data.flags = BTRFS_BALANCE_ARGS_USAGE | (n & 1 ? BTRFS_BALANCE_ARGS_USAGE_RANGE : 0);
		balance->data.usage = n & 2 ? -1 : n;
		balance->data.pend = n & 4 ? -1 : n;
		ok(SYS_ioctl, -1, BTRFS_IOC_BALANCE_V2, arena);
		memset(arena, 0, 0x2000);
		range->dest_count = n;
		ok(SYS_ioctl, -1, FIDEDUPERANGE, arena);
		fail(SYS_ioctl, -1, FIDEDUPERANGE, arena);
	}
}

int main(void)
{
	family_start();
	video_controls();
	video_formats();
	video_buffers();
	scsi();
	device_mapper();
	device_lists();
	btrfs_paths();
	btrfs_trees();
	btrfs_lists();
	return 0;
}
