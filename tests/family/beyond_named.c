/*
 * Requests of which the reference knows only the names: wireless extensions, memory, file systems, floppy disks, DVDs, sound, what VFIO's kinds of
 * descriptors share, and the like.
 *
 * options: -e trace=ioctl
 */
#include "request.h"

#include <linux/android/binderfs.h>
#include <linux/btrfs.h>
#include <linux/cciss_ioctl.h>
#include <linux/cdrom.h>
#include <linux/dm-ioctl.h>
#include <linux/dma-buf.h>
#include <linux/fb.h>
#include <linux/fd.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/fsmap.h>
#include <linux/hdreg.h>
#include <linux/hidraw.h>
#include <linux/if_arp.h>
#include <linux/kvm.h>
#include <linux/major.h>
#include <linux/msdos_fs.h>
#include <linux/nilfs2_api.h>
#include <linux/omapfb.h>
#include <linux/pktcdvd.h>
#include <linux/ppp-ioctl.h>
#include <linux/raid/md_u.h>
#include <linux/random.h>
#include <linux/sockios.h>
#include <linux/spi/spidev.h>
#include <linux/timerfd.h>
#include <linux/uinput.h>
#include <linux/usbdevice_fs.h>
#include <linux/userfaultfd.h>
#include <linux/vfio.h>
#include <linux/vhost.h>
#include <linux/videodev2.h>
#include <linux/vt.h>
#include <linux/watch_queue.h>
#include <linux/wireless.h>
#include <scsi/scsi.h>
#include <sound/asound.h>

#if __has_include(<linux/user_events.h>)
#include <linux/user_events.h>
#endif

/* What headers of 6.1 do not have. */
#ifndef UFFDIO_MOVE
struct uffdio_move { __u64 dst, src, len, mode; __s64 move; };
#define UFFDIO_MOVE _IOWR(UFFDIO, 5, struct uffdio_move)
#define UFFDIO_MOVE_MODE_ALLOW_SRC_HOLES 2
#endif
#ifndef USERFAULTFD_IOC_NEW
#define USERFAULTFD_IOC_NEW _IO(0xaa, 0)
#endif
#ifndef PAGEMAP_SCAN
struct page_region { __u64 start, end, categories; };
struct pm_scan_arg {
	__u64 size, flags, start, end, walk_end, vec, vec_len, max_pages, category_inverted, category_mask, category_anyof_mask, return_mask;
};
#define PAGEMAP_SCAN _IOWR('f', 16, struct pm_scan_arg)
#define PAGE_IS_WRITTEN 2
#define PAGE_IS_PRESENT 8
#define PM_SCAN_WP_MATCHING 1
#endif
#ifndef PROCMAP_QUERY
struct procmap_query {
	__u64 size, query_flags, query_addr, vma_start, vma_end, vma_flags, vma_page_size, vma_offset, inode;
	__u32 dev_major, dev_minor, vma_name_size, build_id_size;
	__u64 vma_name_addr, build_id_addr;
};
#define PROCMAP_QUERY _IOWR('f', 17, struct procmap_query)
enum { PROCMAP_QUERY_VMA_READABLE = 1, PROCMAP_QUERY_VMA_EXECUTABLE = 4, PROCMAP_QUERY_COVERING_OR_NEXT_VMA = 0x10 };
#endif
#ifndef SNDRV_UMP_IOCTL_BLOCK_INFO
struct snd_ump_endpoint_info {
	int card, device;
	unsigned int flags, protocol_caps, protocol, num_blocks;
	unsigned short version, family_id, model_id;
	unsigned int manufacturer_id;
	unsigned char sw_revision[4];
	unsigned short padding;
	unsigned char name[128], product_id[128], reserved[32];
} __attribute__((packed));
struct snd_ump_block_info {
	int card, device;
	unsigned char block_id, direction, active, first_group, num_groups, midi_ci_version, sysex8_streams, ui_hint;
	unsigned int flags;
	unsigned char name[128], reserved[32];
} __attribute__((packed));
#define SNDRV_UMP_IOCTL_ENDPOINT_INFO _IOR('W', 0x40, struct snd_ump_endpoint_info)
#define SNDRV_UMP_IOCTL_BLOCK_INFO _IOR('W', 0x41, struct snd_ump_block_info)
#define SNDRV_UMP_EP_INFO_STATIC_BLOCKS 1
#define SNDRV_UMP_EP_INFO_PROTO_MIDI2 0x200
#define SNDRV_UMP_BLOCK_IS_MIDI1 1
#define SNDRV_UMP_DIR_OUTPUT 2
#endif
struct dma_buf_sync_file { __u32 flags; __s32 fd; };
struct vfio_precopy_told { __u32 argsz, flags; __u64 initial_bytes, dirty_bytes; };
#ifndef VFIO_DEVICE_BIND_IOMMUFD
struct vfio_device_bind_iommufd { __u32 argsz, flags; __s32 iommufd; __u32 out_devid; __u64 token_uuid_ptr; };
struct vfio_device_attach_iommufd_pt { __u32 argsz, flags, pt_id, pasid; };
#endif

/* The struct in the arena, and what is behind its pointers. */
#define AT(type) (*(struct type *)memset(arena, 0, 0x1000))
#define BEHIND (arena + 0x800)
#define AS_POINTER(type) ((struct type *)(arena + 0x800))

/* What the request is shown with, when it succeeds. */
#define SHOWN(request, text) shown(#request, request, text)
static void shown(const char *name, unsigned long number, const char *text)
{
	ok(SYS_ioctl, -1, number, arena);
	request_length = 0;
	put("ioctl(-1, %s, %s)", name, text);
	expect_call(request_line, "0");
}

/* With this number as its argument. */
#define GIVEN(request, value) given(#request, request, value, NULL, 0, NULL)
#define GIVEN_AS(request, value, text) given(#request, request, value, text, 0, NULL)
#define GIVES(request, ret, result) given(#request, request, 0, "0", ret, result)
static void given(const char *name, unsigned long number, unsigned long value, const char *text, int ret, const char *result)
{
	reply(SYS_ioctl, ret, -1, number, value);
	request_length = 0;
	put("ioctl(-1, %s, ", name);
	if (text)
		put("%s)", text);
	else
		put(value ? "%#lx)" : "0)", value);
	expect_call(request_line, result ? result : "0");
}


/* Numbers that several kinds of descriptors have, by their names. */
#define SHARED(names, number, text) shown(names, number, text)

static void without_argument(void)
{
	given("PIDFD_GET_NET_NAMESPACE", _IO(0xff, 4), 0, NULL, 1, "1");
	GIVEN(FDFLUSH, 0);
	GIVEN(CDROMPAUSE, 0x1234);
	GIVEN(CDROMEJECT, 0);
	GIVEN(KVM_RUN, 0);
	GIVEN(KVM_CREATE_IRQCHIP, 0);
	GIVEN(VHOST_SET_OWNER, 0);
	GIVEN(UI_DEV_DESTROY, 0);
	GIVEN(USBDEVFS_RESET, 0);
	GIVEN(USBDEVFS_DISCARDURB, 0x10000400);
	GIVEN(STOP_ARRAY, 0);
	GIVEN(PPPIOCDISCONN, 0);
	GIVEN(SNDRV_PCM_IOCTL_PREPARE, 0);
	GIVEN(SNDRV_TIMER_IOCTL_START, 0);
	GIVEN_AS(HOT_ADD_DISK, 0x811, "makedev(0x8, 0x11)");
	GIVEN_AS(FDRESET, FD_RESET_ALWAYS, "FD_RESET_ALWAYS");
	GIVEN_AS(FDSETEMSGTRESH, 10, "10");
	GIVEN_AS(IOC_WATCH_QUEUE_SET_SIZE, 256, "256");
	GIVES(CDROM_DISC_STATUS, CDS_XA_2_1, "CDS_XA_2_1");
	GIVES(CDROM_GET_CAPABILITY, CDC_LOCK | CDC_DVD, "CDC_LOCK|CDC_DVD");
	GIVES(USBDEVFS_GET_SPEED, 3, "USB_SPEED_HIGH");
	GIVES(CDROM_CHANGER_NSLOTS, 5, "5");
}

/* Wireless extensions */

static struct iwreq *wireless(void)
{
	struct iwreq *w = &AT(iwreq);

	strcpy(w->ifr_name, "wlan0");
	return w;
}

static struct iwreq *wireless_point(unsigned length, unsigned flags)
{
	struct iwreq *w = wireless();

	w->u.data = (struct iw_point){.pointer = BEHIND, .length = length, .flags = flags};
	return w;
}

#define IW "ifr_name=\"wlan0\""
#define IW_ROOM(length) IW ", u.data={pointer=0x10000800, length=" length ", flags=0}} => {"
#define IW_ROOM_FLAGS(length, flags) IW ", u.data={pointer=0x10000800, length=" length ", flags=" flags "}} => {"
#define IW_MAC "{sa_family=ARPHRD_ETHER, sa_data=02:03:04:05:06:07}"

static void mac(struct sockaddr *to)
{
	to->sa_family = ARPHRD_ETHER;
	memcpy(to->sa_data, "\2\3\4\5\6\7", 6);
}

static void wireless_members(void)
{
	wireless();
	SHARED("SIOCIWFIRST or SIOCSIWCOMMIT", SIOCSIWCOMMIT, "{" IW "}");
	strcpy(wireless()->u.name, "IEEE 802.11");
	SHOWN(SIOCGIWNAME, "{" IW ", u.name=\"IEEE 802.11\"}");
	wireless()->u.mode = IW_MODE_MONITOR;
	SHOWN(SIOCSIWMODE, "{" IW ", u.mode=IW_MODE_MONITOR}");
	SHOWN(SIOCGIWMODE, "{" IW ", u.mode=IW_MODE_MONITOR}");
	wireless()->u.freq = (struct iw_freq){.m = 2412, .e = 6, .i = 1, .flags = IW_FREQ_FIXED};
	SHOWN(SIOCSIWFREQ, "{" IW ", u.freq={m=2412, e=6, i=1, flags=IW_FREQ_FIXED}}");
	wireless()->u.bitrate = (struct iw_param){.value = 54000000, .fixed = 1};
	SHOWN(SIOCGIWRATE, "{" IW ", u.bitrate={value=54000000, fixed=1, disabled=0, flags=0}}");
	SHOWN(SIOCSIWNWID, "{" IW ", u.nwid={value=54000000, fixed=1, disabled=0, flags=0}}");
	SHOWN(SIOCSIWSENS, "{" IW ", u.sens={value=54000000, fixed=1, disabled=0, flags=0}}");
	SHOWN(SIOCSIWRTS, "{" IW ", u.rts={value=54000000, fixed=1, disabled=0, flags=0}}");
	SHOWN(SIOCGIWFRAG, "{" IW ", u.frag={value=54000000, fixed=1, disabled=0, flags=0}}");
	wireless()->u.txpower = (struct iw_param){.value = 20, .flags = IW_TXPOW_MWATT | IW_TXPOW_RANGE};
	SHOWN(SIOCSIWTXPOW, "{" IW ", u.txpower={value=20, fixed=0, disabled=0, flags=IW_TXPOW_MWATT|IW_TXPOW_RANGE}}");
	wireless()->u.retry = (struct iw_param){.value = 7, .flags = IW_RETRY_LIMIT | IW_RETRY_LONG};
	SHOWN(SIOCSIWRETRY, "{" IW ", u.retry={value=7, fixed=0, disabled=0, flags=IW_RETRY_LIMIT|IW_RETRY_LONG}}");
	wireless()->u.power = (struct iw_param){.disabled = 1, .flags = IW_POWER_TIMEOUT | IW_POWER_ALL_R | IW_POWER_MAX};
	SHOWN(SIOCGIWPOWER, "{" IW ", u.power={value=0, fixed=0, disabled=1, flags=IW_POWER_TIMEOUT|IW_POWER_ALL_R|IW_POWER_MAX}}");
	wireless()->u.param = (struct iw_param){.value = 4, .flags = IW_AUTH_CIPHER_GROUP};
	SHOWN(SIOCSIWAUTH, "{" IW ", u.param={value=0x4, fixed=0, disabled=0, flags=IW_AUTH_CIPHER_GROUP}}");
	mac(&wireless()->u.ap_addr);
	SHOWN(SIOCSIWAP, "{" IW ", u.ap_addr=" IW_MAC "}");
	fail(SYS_ioctl, -1, SIOCGIWAP, arena);
	expect_call("ioctl(-1, SIOCGIWAP, {" IW "})", "-1 EINVAL (Invalid argument)");
}

static void wireless_pointers(void)
{
	wireless_point(4, 1);
	strcpy(BEHIND, "home");
	SHOWN(SIOCSIWESSID, "{" IW ", u.essid={pointer=\"home\", length=4, flags=0x1}}");
	SHOWN(SIOCGIWESSID, "{" IW_ROOM_FLAGS("4", "0x1") "u.essid={pointer=\"home\", length=4, flags=0x1}}");
	fail(SYS_ioctl, -1, SIOCGIWNICKN, arena);
	expect_call("ioctl(-1, SIOCGIWNICKN, {" IW ", u.data={pointer=0x10000800, length=4, flags=0x1}})", "-1 EINVAL (Invalid argument)");
	wireless_point(5, IW_ENCODE_OPEN | 2);
	memcpy(BEHIND, "\1\2\3\4\5", 5);
	SHOWN(SIOCSIWENCODE, "{" IW ", u.encoding={pointer=\"\\x01\\x02\\x03\\x04\\x05\", length=5, flags=2|IW_ENCODE_OPEN}}");
	SHOWN(SIOCSIWGENIE, "{" IW ", u.data={pointer=\"\\x01\\x02\\x03\\x04\\x05\", length=5, flags=0x2002}}");
	SHOWN(SIOCGIWSCAN, "{" IW_ROOM_FLAGS("5", "0x2002") "u.data={pointer=\"\\x01\\x02\\x03\\x04\\x05\", length=5, flags=0x2002}}");
	wireless_point(sizeof(struct iw_encode_ext) + 2, 1);
	*AS_POINTER(iw_encode_ext) = (struct iw_encode_ext){.ext_flags = IW_ENCODE_EXT_SET_TX_KEY, .alg = IW_ENCODE_ALG_CCMP, .key_len = 2};
	AS_POINTER(iw_encode_ext)->key[0] = 0xaa;
	mac(&AS_POINTER(iw_encode_ext)->addr);
	SHOWN(SIOCSIWENCODEEXT, "{" IW ", u.encoding={pointer={ext_flags=IW_ENCODE_EXT_SET_TX_KEY, tx_seq=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\", "
	      "rx_seq=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\", addr=" IW_MAC ", alg=IW_ENCODE_ALG_CCMP, key_len=2, key=\"\\xaa\\x00\"}, length=42, flags=1}}");
	wireless_point(2, 0);
	mac((void *)BEHIND);
	mac((void *)(BEHIND + sizeof(struct sockaddr)));
	SHOWN(SIOCSIWSPY, "{" IW ", u.data={pointer=[" IW_MAC ", " IW_MAC "], length=2, flags=0}}");
	SHOWN(SIOCGIWAPLIST, "{" IW_ROOM("2") "u.data={pointer=[" IW_MAC ", " IW_MAC "], length=2, flags=0}}");
	wireless_point(1, 0);
	mac(&AS_POINTER(iw_thrspy)->addr);
	AS_POINTER(iw_thrspy)->low = (struct iw_quality){1, 2, 3, IW_QUAL_DBM};
	SHOWN(SIOCSIWTHRSPY, "{" IW ", u.data={pointer={addr=" IW_MAC ", qual={qual=0, level=0, noise=0, updated=0}, low={qual=1, level=2, noise=3, "
	      "updated=IW_QUAL_DBM}, high={qual=0, level=0, noise=0, updated=0}}, length=1, flags=0}}");
	wireless_point(sizeof(struct iw_mlme), 0);
	*AS_POINTER(iw_mlme) = (struct iw_mlme){.cmd = IW_MLME_DISASSOC, .reason_code = 3};
	mac(&AS_POINTER(iw_mlme)->addr);
	SHOWN(SIOCSIWMLME, "{" IW ", u.data={pointer={cmd=IW_MLME_DISASSOC, reason_code=3, addr=" IW_MAC "}, length=20, flags=0}}");
	wireless_point(sizeof(struct iw_pmksa), 0);
	AS_POINTER(iw_pmksa)->cmd = IW_PMKSA_FLUSH;
	mac(&AS_POINTER(iw_pmksa)->bssid);
	SHOWN(SIOCSIWPMKSA, "{" IW ", u.data={pointer={cmd=IW_PMKSA_FLUSH, bssid=" IW_MAC ", pmkid="
	      "\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}, length=36, flags=0}}");
	wireless_point(sizeof(struct iw_scan_req), IW_SCAN_THIS_ESSID);
	*AS_POINTER(iw_scan_req) = (struct iw_scan_req){.scan_type = IW_SCAN_TYPE_PASSIVE, .essid_len = 2, .num_channels = 1, .essid = "ab"};
	mac(&AS_POINTER(iw_scan_req)->bssid);
	SHOWN(SIOCSIWSCAN, "{" IW ", u.data={pointer={scan_type=IW_SCAN_TYPE_PASSIVE, essid_len=2, num_channels=1, flags=0, bssid=" IW_MAC ", essid=\"ab\", "
	      "min_channel_time=0, max_channel_time=0, channel_list=[{m=0, e=0, i=0, flags=IW_FREQ_AUTO}]}, length=316, flags=IW_SCAN_THIS_ESSID}}");
	wireless_point(1, 0);
	*AS_POINTER(iw_priv_args) = (struct iw_priv_args){.cmd = SIOCIWFIRSTPRIV, .set_args = IW_PRIV_TYPE_INT | 1, .name = "own"};
	SHOWN(SIOCGIWPRIV, "{" IW_ROOM("1") "u.data={pointer=[{cmd=0x8be0, set_args=0x4001, get_args=0, name=\"own\"}], length=1, flags=0}}");
	*AS_POINTER(iw_statistics) = (struct iw_statistics){.status = 1, .qual = {.qual = 70, .updated = IW_QUAL_QUAL_UPDATED}, .discard.retries = 9, .miss.beacon = 2};
	SHOWN(SIOCGIWSTATS, "{" IW_ROOM("1") "u.data={pointer={status=0x1, qual={qual=70, level=0, noise=0, updated=IW_QUAL_QUAL_UPDATED}, "
	      "discard={nwid=0, code=0, fragment=0, retries=9, misc=0}, miss={beacon=2}}, length=1, flags=0}}");
	wireless_point(sizeof(struct iw_range), 0);
	struct iw_range *r = AS_POINTER(iw_range);
	memset(r, 0, sizeof(*r));
	r->num_bitrates = 2;
	r->bitrate[1] = 5500000;
	r->max_retry = 8;
	r->num_frequency = 1;
	r->freq[0] = (struct iw_freq){.m = 5180, .flags = IW_FREQ_FIXED};
	r->enc_capa = 0xf;
	request_length = 0;
	put("ioctl(-1, SIOCGIWRANGE, {" IW ", u.data={pointer=0x10000800, length=%zu, flags=0}} => {u.data={pointer={throughput=0, min_nwid=0, max_nwid=0, "
	    "old_num_channels=0, old_num_frequency=0, scan_capa=0, event_capa=[0, 0, 0, 0, 0, 0], sensitivity=0, max_qual={qual=0, level=0, noise=0, updated=0}, "
	    "avg_qual={qual=0, level=0, noise=0, updated=0}, num_bitrates=2, bitrate=[0, 5500000], min_rts=0, max_rts=0, min_frag=0, max_frag=0, min_pmp=0, "
	    "max_pmp=0, min_pmt=0, max_pmt=0, pmp_flags=0, pmt_flags=0, pm_capa=0, encoding_size=[], num_encoding_sizes=0, max_encoding_tokens=0, "
	    "encoding_login_index=0, txpower_capa=0, num_txpower=0, txpower=[], we_version_compiled=0, we_version_source=0, retry_capa=0, retry_flags=0, "
	    "r_time_flags=0, min_retry=0, max_retry=8, min_r_time=0, max_r_time=0, num_channels=0, num_frequency=1, "
	    "freq=[{m=5180, e=0, i=0, flags=IW_FREQ_FIXED}], enc_capa=0xf}, length=%zu, flags=0}})", sizeof(*r), sizeof(*r));
	ok(SYS_ioctl, -1, SIOCGIWRANGE, arena);
	expect_call(request_line, "0");
}

/* Memory, processes, descriptors */

static void memory(void)
{
	AT(uffdio_move) = (struct uffdio_move){.dst = 0x1000, .src = 0x2000, .len = 0x3000, .mode = UFFDIO_MOVE_MODE_ALLOW_SRC_HOLES, .move = 0x1000};
	SHOWN(UFFDIO_MOVE, "{dst=0x1000, src=0x2000, len=0x3000, mode=UFFDIO_MOVE_MODE_ALLOW_SRC_HOLES, move=0x1000}");
	reply(SYS_ioctl, 1, -1, USERFAULTFD_IOC_NEW, 02000000);
	expect_call("ioctl(-1, USERFAULTFD_IOC_NEW, O_CLOEXEC)", "1");
	struct pm_scan_arg *p = &AT(pm_scan_arg);
	*p = (struct pm_scan_arg){.size = sizeof(*p), .flags = PM_SCAN_WP_MATCHING, .start = 0x10000, .end = 0x20000, .walk_end = 0x14000, .vec_len = 8,
	                          .category_mask = PAGE_IS_WRITTEN, .return_mask = PAGE_IS_WRITTEN | PAGE_IS_PRESENT};
	p->vec = (uintptr_t)BEHIND;
	*AS_POINTER(page_region) = (struct page_region){.start = 0x10000, .end = 0x11000, .categories = PAGE_IS_PRESENT};
	reply(SYS_ioctl, 1, -1, PAGEMAP_SCAN, arena);
	expect_call("ioctl(-1, PAGEMAP_SCAN, {size=96, flags=PM_SCAN_WP_MATCHING, start=0x10000, end=0x20000, walk_end=0x14000, vec=[{start=0x10000, end=0x11000, "
	            "categories=PAGE_IS_PRESENT}], vec_len=8, max_pages=0, category_inverted=0, category_mask=PAGE_IS_WRITTEN, category_anyof_mask=0, "
	            "return_mask=PAGE_IS_WRITTEN|PAGE_IS_PRESENT})", "1");
	struct procmap_query *q = &AT(procmap_query);
	*q = (struct procmap_query){.size = sizeof(*q), .query_flags = PROCMAP_QUERY_COVERING_OR_NEXT_VMA, .query_addr = 0x401000, .vma_start = 0x400000,
	                            .vma_end = 0x402000, .vma_flags = PROCMAP_QUERY_VMA_READABLE | PROCMAP_QUERY_VMA_EXECUTABLE, .vma_page_size = 4096,
	                            .inode = 7, .dev_major = 8, .dev_minor = 1, .vma_name_size = 9, .build_id_size = 2};
	q->vma_name_addr = (uintptr_t)BEHIND;
	strcpy(BEHIND, "/bin/true");
	q->build_id_addr = (uintptr_t)BEHIND + 0x100;
	memcpy(BEHIND + 0x100, "\1\2", 2);
	SHOWN(PROCMAP_QUERY, "{size=104, query_flags=PROCMAP_QUERY_COVERING_OR_NEXT_VMA, query_addr=0x401000, vma_start=0x400000, vma_end=0x402000, "
	      "vma_flags=PROCMAP_QUERY_VMA_READABLE|PROCMAP_QUERY_VMA_EXECUTABLE, vma_page_size=4096, vma_offset=0, inode=7, dev_major=8, dev_minor=1, "
	      "vma_name_size=9, build_id_size=2, vma_name_addr=\"/bin/true\", build_id_addr=\"\\x01\\x02\"}");
	memset(arena, 0, 8);
	*(__u64 *)arena = 3;
	SHOWN(TFD_IOC_SET_TICKS, "[3]");
	*(int *)arena = 256;
	((int *)arena)[1] = 1024;
	SHOWN(RNDGETPOOL, "[256, 1024]");
	struct watch_notification_filter *w = &AT(watch_notification_filter);
	w->nr_filters = 1;
	w->filters[0] = (struct watch_notification_type_filter){.type = WATCH_TYPE_KEY_NOTIFY, .info_mask = 0xff, .subtype_filter = {0x7f}};
	SHOWN(IOC_WATCH_QUEUE_SET_FILTER, "{nr_filters=1, filters=[{type=WATCH_TYPE_KEY_NOTIFY, info_filter=0, info_mask=0xff, "
	      "subtype_filter=[0x7f, 0, 0, 0, 0, 0, 0, 0]}]}");
#ifdef DIAG_IOCSREG
	struct user_reg *u = &AT(user_reg);
	*u = (struct user_reg){.size = sizeof(*u), .enable_bit = 31, .enable_size = 4, .flags = USER_EVENT_REG_PERSIST, .enable_addr = 0x5000, .write_index = 2};
	u->name_args = (uintptr_t)BEHIND;
	strcpy(BEHIND, "test u32 count");
	SHOWN(DIAG_IOCSREG, "{size=28, enable_bit=31, enable_size=4, flags=USER_EVENT_REG_PERSIST, enable_addr=0x5000, name_args=\"test u32 count\"} => "
	      "{write_index=2}");
	AT(user_unreg) = (struct user_unreg){.size = sizeof(struct user_unreg), .disable_bit = 31, .disable_addr = 0x5000};
	SHOWN(DIAG_IOCSUNREG, "{size=16, disable_bit=31, disable_addr=0x5000}");
	strcpy(arena, "test");
	SHOWN(DIAG_IOCSDEL, "\"test\"");
#endif
}

/* Disks and file systems */

static void maps(void)
{
	struct fsmap_head *h = &AT(fsmap_head);

	h->fmh_count = 4;
	h->fmh_entries = 1;
	h->fmh_oflags = FMH_OF_DEV_T;
	h->fmh_keys[1] = (struct fsmap){.fmr_device = ~0u, .fmr_flags = ~0u, .fmr_physical = ~0ULL, .fmr_owner = ~0ULL, .fmr_offset = ~0ULL};
	h->fmh_recs[0] = (struct fsmap){.fmr_device = 0x801, .fmr_flags = FMR_OF_SPECIAL_OWNER | FMR_OF_LAST, .fmr_owner = FMR_OWN_FREE, .fmr_length = 4096};
	SHOWN(FS_IOC_GETFSMAP, "{fmh_iflags=0, fmh_oflags=FMH_OF_DEV_T, fmh_count=4, fmh_entries=1, "
	      "fmh_keys=[{fmr_device=0, fmr_flags=0, fmr_physical=0, fmr_owner=0, fmr_offset=0, fmr_length=0}, "
	      "{fmr_device=0xffffffff, fmr_flags=FMR_OF_PREALLOC|FMR_OF_ATTR_FORK|FMR_OF_EXTENT_MAP|FMR_OF_SHARED|FMR_OF_SPECIAL_OWNER|FMR_OF_LAST|0xffffffc0, "
	      "fmr_physical=18446744073709551615, fmr_owner=0xffffffffffffffff, fmr_offset=18446744073709551615, fmr_length=0}], "
	      "fmh_recs=[{fmr_device=0x801, fmr_flags=FMR_OF_SPECIAL_OWNER|FMR_OF_LAST, fmr_physical=0, fmr_owner=FMR_OWN_FREE, fmr_offset=0, fmr_length=4096}]}");
}

static void encoded(void)
{
#ifdef BTRFS_IOC_ENCODED_READ
	struct btrfs_ioctl_encoded_io_args *e = &AT(btrfs_ioctl_encoded_io_args);
	struct { void *base; size_t len; } *iov = (void *)BEHIND;

	*e = (struct btrfs_ioctl_encoded_io_args){.iov = (void *)BEHIND, .iovcnt = 1, .offset = 4096, .len = 100, .unencoded_len = 200,
	                                          .compression = BTRFS_ENCODED_IO_COMPRESSION_ZSTD};
	iov->base = BEHIND + 0x100;
	iov->len = 4;
	strcpy(BEHIND + 0x100, "data");
	SHOWN(BTRFS_IOC_ENCODED_WRITE, "{iov=[{iov_base=\"data\", iov_len=4}], iovcnt=1, offset=4096, flags=0, len=100, unencoded_len=200, unencoded_offset=0, "
	      "compression=BTRFS_ENCODED_IO_COMPRESSION_ZSTD, encryption=BTRFS_ENCODED_IO_ENCRYPTION_NONE}");
	reply(SYS_ioctl, 2, -1, BTRFS_IOC_ENCODED_READ, arena);
	expect_call("ioctl(-1, BTRFS_IOC_ENCODED_READ, {iov=[{iov_base=\"da\", iov_len=4}], iovcnt=1, offset=4096, flags=0, len=100, unencoded_len=200, "
	            "unencoded_offset=0, compression=BTRFS_ENCODED_IO_COMPRESSION_ZSTD, encryption=BTRFS_ENCODED_IO_ENCRYPTION_NONE})", "2");
#endif
}

static void nilfs(void)
{
	struct nilfs_argv *v = &AT(nilfs_argv);

	*v = (struct nilfs_argv){.v_nmembs = 1, .v_size = sizeof(struct nilfs_cpinfo), .v_flags = NILFS_SNAPSHOT, .v_index = 5};
	v->v_base = (uintptr_t)BEHIND;
	*AS_POINTER(nilfs_cpinfo) = (struct nilfs_cpinfo){.ci_flags = 1 << NILFS_CPINFO_SNAPSHOT, .ci_cno = 5, .ci_next = 9};
	SHOWN(NILFS_IOCTL_GET_CPINFO, "{v_base=[{ci_flags=1<<NILFS_CPINFO_SNAPSHOT, ci_cno=5, ci_create=0, ci_nblk_inc=0, ci_inodes_count=0, ci_blocks_count=0, "
	      "ci_next=9}], v_nmembs=1, v_size=56, v_flags=NILFS_SNAPSHOT, v_index=5}");
	v->v_flags = 0;
	*AS_POINTER(nilfs_suinfo) = (struct nilfs_suinfo){.sui_lastmod = 3, .sui_nblocks = 4, .sui_flags = 1 << NILFS_SUINFO_DIRTY};
	SHOWN(NILFS_IOCTL_GET_SUINFO, "{v_base=[{sui_lastmod=3, sui_nblocks=4, sui_flags=1<<NILFS_SUINFO_DIRTY}], v_nmembs=1, v_size=56, v_flags=0, v_index=5}");
	*AS_POINTER(nilfs_suinfo_update) = (struct nilfs_suinfo_update){.sup_segnum = 8, .sup_flags = 1 << NILFS_SUINFO_UPDATE_FLAGS};
	SHOWN(NILFS_IOCTL_SET_SUINFO, "{v_base=[{sup_segnum=8, sup_flags=1<<NILFS_SUINFO_UPDATE_FLAGS, sup_sui={sui_lastmod=0, sui_nblocks=0, sui_flags=0}}], "
	      "v_nmembs=1, v_size=56, v_flags=0, v_index=5}");
	*AS_POINTER(nilfs_vinfo) = (struct nilfs_vinfo){.vi_vblocknr = 1, .vi_blocknr = 4};
	SHOWN(NILFS_IOCTL_GET_VINFO, "{v_base=[{vi_vblocknr=1, vi_start=0, vi_end=0, vi_blocknr=4}], v_nmembs=1, v_size=56, v_flags=0, v_index=5} => "
	      "{v_base=[{vi_vblocknr=1, vi_start=0, vi_end=0, vi_blocknr=4}]}");
	*AS_POINTER(nilfs_bdesc) = (struct nilfs_bdesc){.bd_ino = 2, .bd_level = 1};
#define BDESC "{v_base=[{bd_ino=2, bd_oblocknr=0, bd_blocknr=0, bd_offset=0, bd_level=1}]"
	SHOWN(NILFS_IOCTL_GET_BDESCS, BDESC ", v_nmembs=1, v_size=56, v_flags=0, v_index=5} => " BDESC "}");
	memset(arena, 0, 0x1000);
#define NO_ARGV "{v_base=NULL, v_nmembs=0, v_size=0, v_flags=0, v_index=0}"
	v[4].v_nmembs = 3;
	SHOWN(NILFS_IOCTL_CLEAN_SEGMENTS, "[" NO_ARGV ", " NO_ARGV ", " NO_ARGV ", " NO_ARGV ", {v_base=NULL, v_nmembs=3, v_size=0, v_flags=0, v_index=0}]");
	AT(nilfs_cpmode) = (struct nilfs_cpmode){.cm_cno = 2, .cm_mode = NILFS_CHECKPOINT};
	SHOWN(NILFS_IOCTL_CHANGE_CPMODE, "{cm_cno=2, cm_mode=NILFS_CHECKPOINT}");
}

static void discs(void)
{
	dvd_struct *d = (void *)&AT(fsmap);
	dvd_authinfo *a = (void *)d;

	d->type = DVD_STRUCT_PHYSICAL;
	d->physical.layer[0] = (struct dvd_layer){.book_version = 1, .book_type = 2, .min_rate = 3, .disc_size = 4, .layer_type = 5, .track_path = 1,
	                                          .nlayers = 2, .track_density = 6, .linear_density = 7, .bca = 1, .start_sector = 0x30000};
#define NO_LAYER "{book_version=0, book_type=0, min_rate=0, disc_size=0, layer_type=0, track_path=0, nlayers=0, track_density=0, linear_density=0, bca=0, " \
	"start_sector=0, end_sector=0, end_sector_l0=0}"
	SHOWN(DVD_READ_STRUCT, "{type=DVD_STRUCT_PHYSICAL, layer_num=0, layer=[{book_version=1, book_type=2, min_rate=3, disc_size=4, layer_type=5, track_path=1, "
	      "nlayers=2, track_density=6, linear_density=7, bca=1, start_sector=196608, end_sector=0, end_sector_l0=0}, " NO_LAYER ", " NO_LAYER ", " NO_LAYER "]}");
	memset(d, 0, sizeof(*d));
	d->type = DVD_STRUCT_BCA;
	d->bca.len = 2;
	memcpy(d->bca.value, "\1\2", 2);
	SHOWN(DVD_READ_STRUCT, "{type=DVD_STRUCT_BCA, len=2, value=\"\\x01\\x02\"}");
	d->type = DVD_STRUCT_COPYRIGHT;
	d->copyright.layer_num = 1;
	d->copyright.cpst = 3;
	d->copyright.rmi = 0xfe;
	SHOWN(DVD_READ_STRUCT, "{type=DVD_STRUCT_COPYRIGHT, layer_num=1, cpst=3, rmi=0xfe}");
	fail(SYS_ioctl, -1, DVD_READ_STRUCT, arena);
	expect_call("ioctl(-1, DVD_READ_STRUCT, {type=DVD_STRUCT_COPYRIGHT, layer_num=1})", "-1 EINVAL (Invalid argument)");
	memset(d, 0, sizeof(*d));
	d->type = DVD_STRUCT_MANUFACT;
	d->manufact.layer_num = 2;
	d->manufact.len = 1;
	d->manufact.value[0] = 9;
	SHOWN(DVD_READ_STRUCT, "{type=DVD_STRUCT_MANUFACT, layer_num=2, len=1, value=\"\\x09\"}");
	memset(a, 0, sizeof(*a));
	a->type = DVD_LU_SEND_TITLE_KEY;
	a->lstk.agid = 2;
	a->lstk.title_key[0] = 0x11;
	a->lstk.lba = 77;
	a->lstk.cp_sec = 1;
	a->lstk.cgms = 3;
	SHOWN(DVD_AUTH, "{type=DVD_LU_SEND_TITLE_KEY, agid=2, title_key=\"\\x11\\x00\\x00\\x00\\x00\", lba=77, cpm=0, cp_sec=1, cgms=3} => "
	      "{type=DVD_LU_SEND_TITLE_KEY, agid=2, title_key=\"\\x11\\x00\\x00\\x00\\x00\", lba=77, cpm=0, cp_sec=1, cgms=3}");
	memset(a, 0, sizeof(*a));
	a->type = DVD_LU_SEND_ASF;
	a->lsasf.agid = 1;
	a->lsasf.asf = 1;
	SHOWN(DVD_AUTH, "{type=DVD_LU_SEND_ASF, agid=1, asf=1} => {type=DVD_LU_SEND_ASF, agid=1, asf=1}");
	AT(pkt_ctrl_command) = (struct pkt_ctrl_command){.command = PKT_CTRL_CMD_STATUS, .dev = 0x1600, .num_devices = 1};
	SHOWN(PACKET_CTRL_CMD, "{command=PKT_CTRL_CMD_STATUS, dev_index=0, dev=makedev(0x16, 0), pkt_dev=makedev(0, 0), num_devices=1} => "
	      "{command=PKT_CTRL_CMD_STATUS, dev_index=0, dev=makedev(0x16, 0), pkt_dev=makedev(0, 0), num_devices=1}");
}

static void floppies(void)
{
	struct floppy_raw_cmd *c = &AT(floppy_raw_cmd);

	*c = (struct floppy_raw_cmd){.flags = FD_RAW_READ | FD_RAW_INTR, .data = BEHIND, .length = 2, .rate = 2, .cmd_count = 2, .cmd = {0xe6, 1}, .reply_count = 1,
	                             .reply = {4}, .track = 3};
	memcpy(BEHIND, "\1\2", 2);
	SHOWN(FDRAWCMD, "{flags=FD_RAW_READ|FD_RAW_INTR, data=\"\\x01\\x02\", length=2, phys_length=0, buffer_length=0, rate=0x2, cmd_count=2, cmd=\"\\xe6\\x01\", "
	      "reply_count=1, reply=\"\\x04\", track=3, resultcode=0}");
	struct floppy_fdc_state *f = &AT(floppy_fdc_state);
	*f = (struct floppy_fdc_state){.spec1 = 0xaf, .version = 0x90, .dor = 0xc, .address = 0x3f0, .rawcmd = 1, .need_configure = 1, .perp_mode = 2,
	                               .driver_version = FD_DRIVER_VERSION, .track = {1, 2, 3, 4}};
	SHOWN(FDGETFDCSTAT, "{spec1=0xaf, spec2=0, dtr=0, version=0x90, dor=0xc, address=0x3f0, rawcmd=1, reset=0, need_configure=1, perp_mode=2, has_fifo=0, "
	      "driver_version=0x100, track=[1, 2, 3, 4]}");
	struct floppy_drive_params *p = &AT(floppy_drive_params);
	*p = (struct floppy_drive_params){.cmos = 4, .max_dtr = 500, .spindown = 6, .tracks = 83, .timeout = 300, .max_errors = {1, 2, 3, 4, 5},
	                                  .flags = FTD_MSG | FD_DEBUG, .read_track = -1, .autodetect = {7, 4}, .checkfreq = 150, .native_format = 7};
	SHOWN(FDSETDRVPRM, "{cmos=4, max_dtr=500, hlt=0, hut=0, srt=0, spinup=0, spindown=6, spindown_offset=0, select_delay=0, rps=0, tracks=83, timeout=300, "
	      "interleave_sect=0, max_errors={abort=1, read_track=2, reset=3, recal=4, reporting=5}, flags=FTD_MSG|FD_DEBUG, read_track=-1, "
	      "autodetect=[7, 4, 0, 0, 0, 0, 0, 0], checkfreq=150, native_format=7}");
	struct floppy_drive_struct *s = &AT(floppy_drive_struct);
	*s = (struct floppy_drive_struct){.flags = FD_VERIFY | FD_DISK_WRITABLE, .spinup_date = 1, .track = -1, .fd_device = 2, .bufblocks = 8};
	SHOWN(FDGETDRVSTAT, "{flags=FD_VERIFY|FD_DISK_WRITABLE, spinup_date=1, select_date=0, first_read_date=0, probed_format=0, track=-1, maxblock=0, maxtrack=0, "
	      "generation=0, keep_data=0, fd_ref=0, fd_device=2, last_checked=0, dmabuf=NULL, bufblocks=8}");
	strcpy(memset(arena, 0, 16), "H1440");
	SHOWN(FDGETDRVTYP, "\"H1440\"");
}

static void disks(void)
{
	struct __fat_dirent *d = (void *)memset(arena, 0, 0x1000);

	d[0].d_ino = 5;
	d[0].d_reclen = 3;
	strcpy(d[0].d_name, "A~1");
	strcpy(d[1].d_name, "a long name");
	SHOWN(VFAT_IOCTL_READDIR_BOTH, "[{d_ino=5, d_off=0, d_reclen=3, d_name=\"A~1\"}, {d_ino=0, d_off=0, d_reclen=0, d_name=\"a long name\"}]");
	*(int *)arena = ATTR_HIDDEN | ATTR_ARCH;
	SHOWN(FAT_IOCTL_SET_ATTRIBUTES, "[ATTR_HIDDEN|ATTR_ARCH]");
	memcpy(arena, "\x24\1\2\3\4\5\6\0", 8);
	SHOWN(HDIO_DRIVE_TASK, "{command=ATA_CMD_PIO_READ_EXT, feature=1, sector_count=2, sector_number=3, low_cylinder=4, high_cylinder=5, device_head=0x6} => "
	      "{status=0x24, error=0x1, sector_count=2, sector_number=3, low_cylinder=4, high_cylinder=5, device_head=0x6}");
	ide_task_request_t *t = (void *)memset(arena, 0, 0x1000);
	t->io_ports[7] = 0xec;
	t->in_flags.all = 0x81;
	t->data_phase = 4;
	t->req_cmd = IDE_DRIVE_TASK_IN;
	t->in_size = 512;
#define TASK "{io_ports=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\xec\", hob_ports=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\", out_flags=0, " \
	"in_flags=data|status_command, data_phase=0x4, req_cmd=IDE_DRIVE_TASK_IN, out_size=0, in_size=512}"
	SHOWN(HDIO_DRIVE_TASKFILE, TASK " => " TASK);
	AT(_cciss_pci_info_struct).board_id = 0x3220103c;
	SHARED(sizeof(size_t) == 8 ? "CCISS_GETPCIINFO or PMU_IOC_GET_BACKLIGHT" : "CCISS_GETPCIINFO", CCISS_GETPCIINFO, "{bus=0, dev_fn=0, domain=0, board_id=0x3220103c}");
	struct fiemap *f = &AT(fiemap);
	f->fm_length = 4096;
	f->fm_extent_count = 1;
	SHARED("EXT4_IOC_GET_ES_CACHE", _IOWR('f', 42, struct fiemap), "{fm_start=0, fm_length=4096, fm_flags=0, fm_extent_count=1} => "
	       "{fm_flags=0, fm_mapped_extents=0, ...}");
}

/* Virtual machines and USB */

static void machines(void)
{
	AT(kvm_reinject_control).pit_reinject = 1;
	SHOWN(KVM_REINJECT_CONTROL, "{pit_reinject=1}");
	AT(vfio_iommu_type1_dma_map) = (struct vfio_iommu_type1_dma_map){.argsz = 32, .flags = VFIO_DMA_MAP_FLAG_READ | VFIO_DMA_MAP_FLAG_WRITE,
	                                                                 .vaddr = 0x10000000, .iova = 0x100000, .size = 4096};
	SHARED("VFIO_DEVICE_PCI_HOT_RESET or VFIO_IOMMU_MAP_DMA", VFIO_IOMMU_MAP_DMA,
	       "{argsz=32, flags=VFIO_DMA_MAP_FLAG_READ|VFIO_DMA_MAP_FLAG_WRITE, vaddr=0x10000000, iova=0x100000, size=4096}");
	struct vfio_pci_hot_reset *h = &AT(vfio_pci_hot_reset);
	*h = (struct vfio_pci_hot_reset){.argsz = 20, .count = 2};
	h->group_fds[0] = 7;
	h->group_fds[1] = -1;
	SHARED("VFIO_DEVICE_PCI_HOT_RESET or VFIO_IOMMU_MAP_DMA", VFIO_DEVICE_PCI_HOT_RESET, "{argsz=20, flags=0, count=2, group_fds=[7, -1]}");
	AT(vfio_iommu_type1_dma_unmap) = (struct vfio_iommu_type1_dma_unmap){.argsz = 24, .flags = VFIO_DMA_UNMAP_FLAG_ALL, .size = 4096};
	SHARED("VFIO_DEVICE_QUERY_GFX_PLANE or VFIO_IOMMU_UNMAP_DMA", VFIO_IOMMU_UNMAP_DMA, "{argsz=24, flags=VFIO_DMA_UNMAP_FLAG_ALL, iova=0, size=4096} => "
	       "{argsz=24, flags=VFIO_DMA_UNMAP_FLAG_ALL, iova=0, size=4096}");
	struct vfio_device_gfx_plane_info *g = &AT(vfio_device_gfx_plane_info);
	*g = (struct vfio_device_gfx_plane_info){.argsz = 64, .flags = VFIO_GFX_PLANE_TYPE_DMABUF, .drm_format = 0x34325258, .width = 640, .dmabuf_id = 3};
#define PLANE "{argsz=64, flags=VFIO_GFX_PLANE_TYPE_DMABUF, drm_plane_type=0, drm_format=v4l2_fourcc('X', 'R', '2', '4'), drm_format_mod=0, width=640, " \
	"height=0, stride=0, size=0, x_pos=0, y_pos=0, x_hot=0, y_hot=0, region_index=3}"
	SHARED("VFIO_DEVICE_QUERY_GFX_PLANE or VFIO_IOMMU_UNMAP_DMA", VFIO_DEVICE_QUERY_GFX_PLANE, PLANE " => " PLANE);
	AT(vfio_device_ioeventfd) = (struct vfio_device_ioeventfd){.argsz = 32, .flags = VFIO_DEVICE_IOEVENTFD_32, .offset = 0x20, .data = 1, .fd = -1};
	SHARED("VFIO_DEVICE_IOEVENTFD or VFIO_IOMMU_DISABLE", VFIO_DEVICE_IOEVENTFD, "{argsz=32, flags=VFIO_DEVICE_IOEVENTFD_32, offset=0x20, data=0x1, fd=-1}");
	struct vfio_device_feature *f = &AT(vfio_device_feature);
	*f = (struct vfio_device_feature){.argsz = 10, .flags = VFIO_DEVICE_FEATURE_SET | 1};
	f->data[0] = 0x7f;
#define FEATURES "VFIO_DEVICE_FEATURE or VFIO_IOMMU_DIRTY_PAGES or VFIO_IOMMU_SPAPR_REGISTER_MEMORY"
#define FEATURE "{argsz=10, flags=VFIO_DEVICE_FEATURE_SET|VFIO_DEVICE_FEATURE_MIGRATION, data=\"\\x7f\\x00\"}"
	SHARED(FEATURES, VFIO_DEVICE_FEATURE, FEATURE " => " FEATURE);
	f->argsz = 8;
	f->flags = VFIO_IOMMU_DIRTY_PAGES_FLAG_START;
#define DIRTY "{argsz=8, flags=VFIO_IOMMU_DIRTY_PAGES_FLAG_START, data=\"\"}"
	SHARED(FEATURES, VFIO_IOMMU_DIRTY_PAGES, DIRTY " => " DIRTY);
	struct vfio_iommu_type1_info *i = &AT(vfio_iommu_type1_info);
	*i = (struct vfio_iommu_type1_info){.argsz = 16, .flags = VFIO_IOMMU_INFO_PGSIZES, .iova_pgsizes = 0x1000};
	SHARED("VFIO_DEVICE_GET_PCI_HOT_RESET_INFO or VFIO_IOMMU_GET_INFO or VFIO_IOMMU_SPAPR_TCE_GET_INFO", VFIO_IOMMU_GET_INFO,
	       "{argsz=16, flags=0x1, data=\"\\x00\\x10\\x00\\x00\\x00\\x00\\x00\\x00\"}");
	AT(vfio_device_bind_iommufd) = (struct vfio_device_bind_iommufd){.argsz = 24, .iommufd = -1, .out_devid = 5};
	SHARED("VFIO_DEVICE_BIND_IOMMUFD or VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY", _IO(';', 118),
	       "{argsz=24, flags=0, iommufd=-1, out_devid=5, token_uuid_ptr=NULL}");
	AT(vfio_device_attach_iommufd_pt) = (struct vfio_device_attach_iommufd_pt){.argsz = 16, .flags = 1, .pt_id = 4, .pasid = 6};
#define ATTACH "{argsz=16, flags=VFIO_DEVICE_ATTACH_PASID, pt_id=4, pasid=6}"
	SHARED("VFIO_DEVICE_ATTACH_IOMMUFD_PT or VFIO_IOMMU_SPAPR_TCE_CREATE", _IO(';', 119), ATTACH " => " ATTACH);
	AT(vfio_device_attach_iommufd_pt) = (struct vfio_device_attach_iommufd_pt){.argsz = 8};
	SHARED("VFIO_DEVICE_DETACH_IOMMUFD_PT or VFIO_IOMMU_SPAPR_TCE_REMOVE", _IO(';', 120), "{argsz=8, flags=0}");
	AT(vfio_precopy_told) = (struct vfio_precopy_told){.argsz = 24, .flags = 1, .initial_bytes = 100, .dirty_bytes = 200};
	SHARED("VFIO_EEH_PE_OP or VFIO_MIG_GET_PRECOPY_INFO", _IO(';', 121), "{argsz=24, flags=VFIO_PRECOPY_INFO_REINIT, initial_bytes=100, dirty_bytes=200}");
	*(__u32 *)memset(arena, 0, 0x1000) = 7;
	reply(SYS_ioctl, 9, -1, VFIO_DEVICE_GET_GFX_DMABUF, arena);
	expect_call("ioctl(-1, VFIO_DEVICE_GET_GFX_DMABUF or VFIO_IOMMU_ENABLE, [7])", "9");
	AT(kvm_sev_cmd) = (struct kvm_sev_cmd){.id = 3, .data = 0x10000800, .error = 0x16, .sev_fd = 5};
	if (sizeof(struct kvm_sev_cmd) == 24) /* in 32-bit programs with old headers it has no padding */
		SHOWN(KVM_MEMORY_ENCRYPT_OP, "{id=3, data=0x10000800, error=0x16, sev_fd=5}");
	AT(binderfs_device) = (struct binderfs_device){.name = "binder1", .major = 240, .minor = 2};
	SHOWN(BINDER_CTL_ADD, "{name=\"binder1\", major=240, minor=2}");
	*(__u32 *)memset(arena, 0, 0x1000) = 64;
	SHOWN(SCSI_IOCTL_PROBE_HOST, "{length=64} => {text=\"@\"}");
	struct pppol2tp_ioc_stats *l = &AT(pppol2tp_ioc_stats);
	*l = (struct pppol2tp_ioc_stats){.tunnel_id = 1, .session_id = 2, .using_ipsec = 1, .tx_packets = 3, .rx_errors = 4};
	SHOWN(PPPIOCGL2TPSTATS, "{tunnel_id=1, session_id=2} => {using_ipsec=1, tx_packets=3, tx_bytes=0, tx_errors=0, rx_packets=0, rx_bytes=0, "
	      "rx_seq_discards=0, rx_oos_packets=0, rx_errors=4}");
	AT(vt_stat) = (struct vt_stat){.v_active = 1, .v_state = 7};
	SHARED("VBG_IOCTL_VMMDEV_REQUEST_BIG or VT_GETSTATE", VT_GETSTATE, "{v_active=1, v_signal=0, v_state=0x7}");
	struct ifreq *r = &AT(ifreq);
	strcpy(r->ifr_name, "eth0");
	r->ifr_data = (void *)BEHIND;
	SHOWN(SIOCDEVPRIVATE, "{ifr_name=\"eth0\", ifr_data=0x10000800} => {ifr_name=\"eth0\", ifr_data=0x10000800}");
}

/* The form of 32-bit programs, in any. */
static void usb(void)
{
	static const struct { __u8 type, request; __u16 value, index, length; __u32 timeout, data; } control = {0x80, 6, 0x100, 0, 18, 1000, 0x10000800};

	memcpy(memset(arena, 0, 0x1000), &control, sizeof(control));
	BEHIND[0] = 18;
	if (sizeof(long) == 8)
		SHARED("USBDEVFS_CONTROL32", _IOC(3, 'U', 0, 16), "{bRequestType=0x80, bRequest=0x6, wValue=0x100, wIndex=0, wLength=18, timeout=1000, data=0x10000800} => "
		       "{bRequestType=0x80, bRequest=0x6, wValue=0x100, wIndex=0, wLength=18, timeout=1000, data=0x10000800}");
}

/* Requests whose number tells how much there is. */
static void sized(void)
{
	struct spi_ioc_transfer *t = (void *)memset(arena, 0, 0x1000);

	t[0] = (struct spi_ioc_transfer){.tx_buf = (uintptr_t)BEHIND, .rx_buf = (uintptr_t)BEHIND + 0x100, .len = 2, .speed_hz = 500000, .bits_per_word = 8};
	t[1] = (struct spi_ioc_transfer){.rx_buf = (uintptr_t)BEHIND + 0x100, .len = 3, .delay_usecs = 10, .cs_change = 1};
	memcpy(BEHIND, "\x9f\x01", 2);
	memcpy(BEHIND + 0x100, "\xc2\x20\x18", 3);
#define FIRST "{tx_buf=\"\\x9f\\x01\", rx_buf=\"\\xc2\\x20\", len=2, speed_hz=500000, delay_usecs=0, bits_per_word=8, cs_change=0, tx_nbits=0, rx_nbits=0, " \
	"word_delay_usecs=0}"
	SHARED("SPI_IOC_MESSAGE(32)", SPI_IOC_MESSAGE(1), "[" FIRST "]");
	SHARED("SPI_IOC_MESSAGE(64)", SPI_IOC_MESSAGE(2), "[" FIRST ", {tx_buf=NULL, rx_buf=\"\\xc2\\x20\\x18\", len=3, speed_hz=0, delay_usecs=10, bits_per_word=0, "
	       "cs_change=1, tx_nbits=0, rx_nbits=0, word_delay_usecs=0}]");
	memcpy(arena, "\5\1\2\3", 4);
	SHARED("HIDIOCSFEATURE(4)", HIDIOCSFEATURE(4), "\"\\x05\\x01\\x02\\x03\"");
	reply(SYS_ioctl, 3, -1, HIDIOCGFEATURE(4), arena);
	expect_call("ioctl(-1, HIDIOCGFEATURE(4), \"\\x05\\x01\\x02\")", "3");
	*(int *)memset(arena, 0, 64) = 0x4b32;
	SHARED("MIXER_READ(4)", _IOR('M', 4, int), "[0x4b32]");
	SHARED("_IOC(_IOC_READ|_IOC_WRITE, 0x4d, 0x4, 0x4)", _IOWR('M', 4, int), "[0x4b32] => [0x4b32]");
	/* One that is none of these, so that its bytes are not taken for transfers. */
	memset(arena, 0, 64);
	ok(SYS_ioctl, -1, _IOC(_IOC_READ, 'E', 6, 64), arena);
	expect_call("ioctl(-1, EVIOCGNAME(64), \"\")", "0");
}

/* What follows the device mapper's struct is shown with -v; here it is that there is something. */
static void mapper(void)
{
	struct dm_ioctl *d = &AT(dm_ioctl);

	*d = (struct dm_ioctl){.version = {4, 47, 0}, .data_size = 1024, .data_start = sizeof(*d), .name = "linear"};
	strcpy((char *)(d + 1) + offsetof(struct dm_target_versions, name), "linear");
	SHARED("DM_GET_TARGET_VERSION", _IOWR(DM_IOCTL, 0x11, struct dm_ioctl),
	       "[{version=[4, 47, 0], data_size=1024, data_start=312, name=\"linear\", flags=0}] => [{version=[4, 47, 0], data_size=1024, data_start=312, flags=0}, ...]");
	given("DM_MPATH_PROBE_PATHS", _IO(DM_IOCTL, 0x12), 0, NULL, 0, NULL);
}

/* Video and sound */

static void video(void)
{
	struct v4l2_event *e = &AT(v4l2_event);

	e->type = V4L2_EVENT_CTRL;
	e->u.ctrl.changes = V4L2_EVENT_CTRL_CH_VALUE | V4L2_EVENT_CTRL_CH_RANGE;
	e->u.ctrl.type = V4L2_CTRL_TYPE_INTEGER;
	e->u.ctrl.value = 7;
	e->u.ctrl.default_value = 5;
	e->sequence = 9;
	e->timestamp.tv_sec = 3;
	e->id = 0x980900;
	SHARED(sizeof(long) == 8 ? "VIDIOC_DQEVENT" : "VIDIOC_DQEVENT_TIME32", VIDIOC_DQEVENT, "{type=V4L2_EVENT_CTRL, "
	       "u.ctrl={changes=V4L2_EVENT_CTRL_CH_VALUE|V4L2_EVENT_CTRL_CH_RANGE, type=1, value=7, flags=0, minimum=0, maximum=0, step=0, default_value=5}, "
	       "pending=0, sequence=9, timestamp={tv_sec=3, tv_nsec=0}, id=9963776}");
	memset(e, 0, sizeof(*e));
	e->type = V4L2_EVENT_MOTION_DET;
	e->u.motion_det.flags = V4L2_EVENT_MD_FL_HAVE_FRAME_SEQ;
	e->u.motion_det.region_mask = 6;
	SHARED(sizeof(long) == 8 ? "VIDIOC_DQEVENT" : "VIDIOC_DQEVENT_TIME32", VIDIOC_DQEVENT, "{type=V4L2_EVENT_MOTION_DET, "
	       "u.motion_det={flags=V4L2_EVENT_MD_FL_HAVE_FRAME_SEQ, frame_sequence=0, region_mask=0x6}, pending=0, sequence=0, timestamp={tv_sec=0, tv_nsec=0}, id=0}");
	struct fb_cursor *c = &AT(fb_cursor);
	*c = (struct fb_cursor){.set = FB_CUR_SETPOS | FB_CUR_SETHOT, .enable = 1, .rop = ROP_XOR, .hot = {3, 4}, .image = {.dx = 5, .width = 16, .depth = 1}};
#define CURSOR "{set=FB_CUR_SETPOS|FB_CUR_SETHOT, enable=1, rop=ROP_XOR, mask=NULL, hot={x=3, y=4}, image={dx=5, dy=0, width=16, height=0, fg_color=0, " \
	"bg_color=0, depth=1, data=NULL, cmap={start=0, len=0, red=NULL, green=NULL, blue=NULL, transp=NULL}}}"
	SHOWN(FBIO_CURSOR, CURSOR " => " CURSOR);
	AT(omapfb_update_window) = (struct omapfb_update_window){.width = 8, .format = OMAPFB_COLOR_RGB24P | OMAPFB_FORMAT_FLAG_TEARSYNC, .out_height = 2};
	SHOWN(OMAPFB_UPDATE_WINDOW, "{x=0, y=0, width=8, height=0, format=OMAPFB_FORMAT_FLAG_TEARSYNC|OMAPFB_COLOR_RGB24P, out_x=0, out_y=0, out_width=0, out_height=2}");
	struct omapfb_memory_read *m = &AT(omapfb_memory_read);
	*m = (struct omapfb_memory_read){.w = 1, .h = 1, .buffer_size = 8, .buffer = BEHIND};
	memcpy(BEHIND, "\1\2\3", 3);
	reply(SYS_ioctl, 2, -1, OMAPFB_MEMORY_READ, arena);
	expect_call("ioctl(-1, OMAPFB_MEMORY_READ, {x=0, y=0, w=1, h=1, buffer_size=8, buffer=\"\\x01\\x02\"})", "2");
	AT(dma_buf_sync_file) = (struct dma_buf_sync_file){.flags = DMA_BUF_SYNC_WRITE, .fd = -1};
	SHARED("BINDER_SET_IDLE_TIMEOUT or DMA_BUF_IOCTL_IMPORT_SYNC_FILE", _IOW('b', 3, struct dma_buf_sync_file), "{flags=DMA_BUF_SYNC_WRITE, fd=-1}");
}

static void sound(void)
{
	struct snd_ctl_elem_info *i = &AT(snd_ctl_elem_info);

	i->id.iface = SNDRV_CTL_ELEM_IFACE_MIXER;
	i->id.numid = 3;
	strcpy((char *)i->id.name, "Volume");
	i->type = SNDRV_CTL_ELEM_TYPE_ENUMERATED;
	i->access = SNDRV_CTL_ELEM_ACCESS_READ;
	i->owner = 1;
	i->count = 2;
	i->value.enumerated.items = 2;
	i->value.enumerated.names_ptr = (uintptr_t)BEHIND;
	i->value.enumerated.names_length = 7;
	memcpy(BEHIND, "off\0on", 7);
#define ID "id={numid=3, iface=SNDRV_CTL_ELEM_IFACE_MIXER, device=0, subdevice=0, name=\"Volume\", index=0}"
	SHOWN(SNDRV_CTL_IOCTL_ELEM_ADD, "{" ID ", type=SNDRV_CTL_ELEM_TYPE_ENUMERATED, access=SNDRV_CTL_ELEM_ACCESS_READ, count=2, owner=1, "
	      "value.enumerated={items=2, names_ptr=\"off\\0on\\0\", names_length=7}} => {" ID "}");
	AT(snd_ctl_elem_info).id.iface = SNDRV_CTL_ELEM_IFACE_PCM;
	i->type = SNDRV_CTL_ELEM_TYPE_INTEGER64;
	i->value.integer64.max = 1LL << 40;
	SHOWN(SNDRV_CTL_IOCTL_ELEM_REPLACE, "{id={numid=0, iface=SNDRV_CTL_ELEM_IFACE_PCM, device=0, subdevice=0, name=\"\", index=0}, type=SNDRV_CTL_ELEM_TYPE_INTEGER64, "
	      "access=0, count=0, owner=0, value.integer64={min=0, max=1099511627776, step=0}} => "
	      "{id={numid=0, iface=SNDRV_CTL_ELEM_IFACE_PCM, device=0, subdevice=0, name=\"\", index=0}}");
	struct snd_ump_block_info *b = &AT(snd_ump_block_info);
	*b = (struct snd_ump_block_info){.block_id = 1, .direction = SNDRV_UMP_DIR_OUTPUT, .ui_hint = 2, .flags = SNDRV_UMP_BLOCK_IS_MIDI1, .name = "out"};
#define BLOCK "{card=0, device=0, block_id=1, direction=SNDRV_UMP_DIR_OUTPUT, active=0, first_group=0, num_groups=0, midi_ci_version=0, sysex8_streams=0, " \
	"ui_hint=SNDRV_UMP_BLOCK_UI_HINT_SENDER, flags=SNDRV_UMP_BLOCK_IS_MIDI1, name=\"out\"}"
	SHOWN(SNDRV_UMP_IOCTL_BLOCK_INFO, BLOCK " => " BLOCK);
	struct snd_ump_endpoint_info *u = &AT(snd_ump_endpoint_info);
	*u = (struct snd_ump_endpoint_info){.flags = SNDRV_UMP_EP_INFO_STATIC_BLOCKS, .protocol = SNDRV_UMP_EP_INFO_PROTO_MIDI2, .version = 0x101,
	                                    .manufacturer_id = 0x7d, .sw_revision = {1, 2, 3, 4}, .name = "ump", .product_id = "p"};
	SHOWN(SNDRV_UMP_IOCTL_ENDPOINT_INFO, "{card=0, device=0, flags=SNDRV_UMP_EP_INFO_STATIC_BLOCKS, protocol_caps=0, protocol=SNDRV_UMP_EP_INFO_PROTO_MIDI2, "
	      "num_blocks=0, version=0x101, family_id=0, model_id=0, manufacturer_id=0x7d, sw_revision=\"\\x01\\x02\\x03\\x04\", name=\"ump\", product_id=\"p\"}");
}

/* Structs of numbers alone, by table. */

struct scsi_idlun_told { __u32 dev_id, host_unique_id; };
struct seconds32 { __s32 tv_sec; __u32 tv_nsec; };
struct pcm_status32 {
	__s32 state;
	struct seconds32 trigger_tstamp, tstamp;
	__u32 appl_ptr, hw_ptr;
	__s32 delay;
	__u32 avail, avail_max, overrange;
	__s32 suspended_state;
	__u32 audio_tstamp_data;
	struct seconds32 audio_tstamp, driver_tstamp;
	__u32 audio_tstamp_accuracy;
	unsigned char reserved[36];
};
STRUCT(format_descr, N(device); N(head); N(track))
STRUCT(floppy_max_errors, N(abort); N(read_track); N(reset); N(recal); N(reporting))
STRUCT(floppy_struct, N(size); N(sect); N(head); N(track); X(stretch); X(gap); X(rate); X(spec1); X(fmt_gap); P(name))
STRUCT(floppy_write_errors, N(write_errors); N(first_error_sector); N(first_error_generation); N(last_error_sector); N(last_error_generation); N(badness))
STRUCT(nilfs_cpstat, N(cs_cno); N(cs_ncps); N(cs_nsss))
STRUCT(nilfs_sustat, N(ss_nsegs); N(ss_ncleansegs); N(ss_ndirtysegs); N(ss_ctime); N(ss_nongc_ctime); N(ss_prot_seq))
STRUCT_OF(cciss_coalint_struct, coalint, N(delay); N(count))
STRUCT_OF(LogvolInfo_struct, logvol, X(LunID); N(num_opens); N(num_parts))
STRUCT(cdrom_msf, N(cdmsf_min0); N(cdmsf_sec0); N(cdmsf_frame0); N(cdmsf_min1); N(cdmsf_sec1); N(cdmsf_frame1))
STRUCT(omapfb_vram_info, N(total); N(free); N(largest_free_block); UNLESS_0(XS, reserved))
STRUCT(omapfb_display_info, N(xres); N(yres); N(width); N(height); UNLESS_0(XS, reserved))
STRUCT(omapfb_tearsync_info, N(enabled); UNLESS_0(B, reserved1); N(line); UNLESS_0(X, reserved2))
STRUCT(omapfb_mem_info, N(size); AS(type, "0x5 /* OMAPFB_MEMTYPE_??? */"); UNLESS_0(B, reserved))
STRUCT(omapfb_color_key, AS(channel_out, "OMAPFB_CHANNEL_OUT_DIGIT"); X(background); X(trans_key); AS(key_type, "0xd /* OMAPFB_COLOR_KEY_??? */"))
STRUCT(kvm_device_attr, X(flags); N(group); X(attr); X(addr))
STRUCT(scsi_idlun_told, X(dev_id); N(host_unique_id))
STRUCT(pcm_status32, AS(state, "0x4030201 /* SNDRV_PCM_STATE_??? */"); WITHIN(trigger_tstamp, N(tv_sec); N(tv_nsec)); WITHIN(tstamp, N(tv_sec); N(tv_nsec));
	N(appl_ptr); N(hw_ptr); N(delay); N(avail); N(avail_max); N(overrange); AS(suspended_state, "0x302f2e2d /* SNDRV_PCM_STATE_??? */"); X(audio_tstamp_data);
	WITHIN(audio_tstamp, N(tv_sec); N(tv_nsec)); WITHIN(driver_tstamp, N(tv_sec); N(tv_nsec)); N(audio_tstamp_accuracy); S(reserved))
NUMBER(__u64, u64)
NUMBER(int, int)

static void tables(void)
{
	fill(arena, 0x1000, RISING);
	R(FDFMTTRK, IN, format_descr);
	R(FDSETMAXERRS, IN, floppy_max_errors);
	R(FDGETMAXERRS, OUT, floppy_max_errors);
	R(FDGETPRM, OUT, floppy_struct);
	R(FDSETPRM, IN, floppy_struct);
	R(FDDEFPRM, IN, floppy_struct);
	R(FDWERRORGET, OUT, floppy_write_errors);
	R(NILFS_IOCTL_GET_CPSTAT, OUT, nilfs_cpstat);
	R(NILFS_IOCTL_GET_SUSTAT, OUT, nilfs_sustat);
	R(NILFS_IOCTL_RESIZE, IN, u64);
	R(NILFS_IOCTL_SYNC, OUT, u64);
	R(CCISS_GETINTINFO, OUT, coalint);
	R(CCISS_SETINTINFO, IN, coalint);
	R(CCISS_GETLUNINFO, OUT, logvol);
	R(CDROMSEEK, IN, cdrom_msf);
	R(OMAPFB_GET_VRAM_INFO, OUT, omapfb_vram_info);
	R(OMAPFB_GET_DISPLAY_INFO, OUT, omapfb_display_info);
	R(OMAPFB_SET_TEARSYNC, IN, omapfb_tearsync_info);
	R(OMAPFB_SETUP_MEM, IN, omapfb_mem_info);
	R(OMAPFB_QUERY_MEM, OUT, omapfb_mem_info);
	R(OMAPFB_GET_COLOR_KEY, OUT, omapfb_color_key);
	R(KVM_GET_DEVICE_ATTR, IN, kvm_device_attr);
	request("CDROMAUDIOBUFSIZ or SCSI_IOCTL_GET_IDLUN", 0x5382, OF_OUT, (void (*)(const void *))show_scsi_idlun_told);
	if (sizeof(long) == 8)
		request("SNDRV_PCM_IOCTL_STATUS32", _IOR('A', 0x20, struct pcm_status32), OF_OUT, (void (*)(const void *))show_pcm_status32);
#ifndef SCSI_IOCTL_GET_BUS_NUMBER
#define SCSI_IOCTL_GET_BUS_NUMBER 0x5386
#endif
	R(SCSI_IOCTL_GET_BUS_NUMBER, OUT, int);
	R(SNDRV_CTL_IOCTL_POWER, INOUT, int);
}

int main(void)
{
	family_start();
	without_argument();
	wireless_members();
	wireless_pointers();
	memory();
	maps();
	encoded();
	nilfs();
	discs();
	floppies();
	disks();
	machines();
	usb();
	sized();
	mapper();
	video();
	sound();
	tables();
	return 0;
}
