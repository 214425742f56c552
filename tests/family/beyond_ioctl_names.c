/*
 * Requests that the reference does not know, with members that have names: flags, kinds, descriptors, what depends on a kind.
 *
 * options: -e trace=ioctl
 */
#include "request_sets.h"

#include <linux/android/binder.h>
#include <linux/auto_dev-ioctl.h>
#include <linux/auto_fs.h>
#include <linux/blkzoned.h>
#include <linux/dma-buf.h>
#include <linux/fscrypt.h>
#include <linux/fsverity.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <linux/input.h>
#include <linux/kvm.h>
#include <linux/ppp-ioctl.h>
#include <linux/pr.h>
#include <linux/uinput.h>
#include <linux/videodev2.h>

static void devices(void)
{
	given(UI_SET_EVBIT, EV_KEY, "ioctl(-1, UI_SET_EVBIT, EV_KEY)");
	given(UI_SET_KEYBIT, KEY_A, "ioctl(-1, UI_SET_KEYBIT, KEY_A)");
	given(UI_SET_ABSBIT, 0x1234, "ioctl(-1, UI_SET_ABSBIT, 0x1234 /* ABS_??? */)");
	strcpy(arena, "usb-1/input0");
	succeeds(UI_SET_PHYS, "ioctl(-1, UI_SET_PHYS, \"usb-1/input0\")");
	AT(uinput_abs_setup) = (struct uinput_abs_setup){.code = ABS_Y, .absinfo = {.maximum = 255, .fuzz = -1}};
	succeeds(UI_ABS_SETUP, "ioctl(-1, UI_ABS_SETUP, {code=ABS_Y, absinfo={value=0, minimum=0, ...}})");
	AT(ifreq).ifr_flags = IFF_TAP | IFF_NO_PI;
	strcpy(((struct ifreq *)arena)->ifr_name, "tap%d");
	succeeds(TUNSETIFF, "ioctl(-1, TUNSETIFF, {ifr_name=\"tap%d\", ifr_flags=IFF_TAP|IFF_NO_PI} => {ifr_name=\"tap%d\", ifr_flags=IFF_TAP|IFF_NO_PI})");
	given(TUNSETPERSIST, 1, "ioctl(-1, TUNSETPERSIST, 1)");
	given(TUNSETOFFLOAD, TUN_F_CSUM | TUN_F_TSO4, "ioctl(-1, TUNSETOFFLOAD, TUN_F_CSUM|TUN_F_TSO4)");
	*(int *)arena = SC_COMP_TCP | SC_MULTILINK;
	succeeds(PPPIOCSFLAGS, "ioctl(-1, PPPIOCSFLAGS, [SC_COMP_TCP|SC_MULTILINK])");
	AT(dma_buf_sync).flags = DMA_BUF_SYNC_END | DMA_BUF_SYNC_RW;
	succeeds(DMA_BUF_IOCTL_SYNC, "ioctl(-1, DMA_BUF_IOCTL_SYNC, {flags=DMA_BUF_SYNC_RW|DMA_BUF_SYNC_END})");
	AT(v4l2_selection) = (struct v4l2_selection){.type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .target = V4L2_SEL_TGT_CROP_BOUNDS};
	succeeds(VIDIOC_G_SELECTION, "ioctl(-1, VIDIOC_G_SELECTION, {type=V4L2_BUF_TYPE_VIDEO_CAPTURE, target=V4L2_SEL_TGT_CROP_BOUNDS, flags=0, "
	         "r={left=0, top=0, width=0, height=0}} => {type=V4L2_BUF_TYPE_VIDEO_CAPTURE, target=V4L2_SEL_TGT_CROP_BOUNDS, flags=0, "
	         "r={left=0, top=0, width=0, height=0}})");
}

static void automounter(void)
{
	struct autofs_dev_ioctl *a = &AT(autofs_dev_ioctl);

	*a = (struct autofs_dev_ioctl){.ver_major = 1, .ver_minor = 1, .size = sizeof(*a), .ioctlfd = -1};
	a->timeout.timeout = 300;
	succeeds(AUTOFS_DEV_IOCTL_TIMEOUT, "ioctl(-1, AUTOFS_DEV_IOCTL_TIMEOUT, {ver_major=1, ver_minor=1, size=24, ioctlfd=-1, timeout={timeout=300}} => "
	         "{ver_major=1, ver_minor=1, size=24, ioctlfd=-1, timeout={timeout=300}})");
	a->expire.how = AUTOFS_EXP_LEAVES;
	fail(SYS_ioctl, -1, AUTOFS_DEV_IOCTL_EXPIRE, arena);
	expect_call("ioctl(-1, AUTOFS_DEV_IOCTL_EXPIRE, {ver_major=1, ver_minor=1, size=24, ioctlfd=-1, expire={how=AUTOFS_EXP_LEAVES}})",
	            "-1 EINVAL (Invalid argument)");
	given(AUTOFS_IOC_READY, 77, "ioctl(-1, AUTOFS_IOC_READY, 77)");
}

static void binder(void)
{
	AT(binder_write_read) = (struct binder_write_read){.write_size = 44, .read_size = 256};
	succeeds(BINDER_WRITE_READ, "ioctl(-1, BINDER_WRITE_READ, {write_size=44, write_consumed=0, write_buffer=NULL, read_size=256, read_consumed=0, "
	         "read_buffer=NULL} => {write_consumed=0, read_consumed=0})");
	struct flat_binder_object *o = &AT(flat_binder_object);
	o->hdr.type = BINDER_TYPE_HANDLE;
	o->flags = FLAT_BINDER_FLAG_ACCEPTS_FDS;
	o->handle = 7;
	succeeds(BINDER_SET_CONTEXT_MGR_EXT, "ioctl(-1, BINDER_SET_CONTEXT_MGR_EXT, {type=BINDER_TYPE_HANDLE, flags=FLAT_BINDER_FLAG_ACCEPTS_FDS, handle=7, cookie=0})");
}

static void files(void)
{
	struct fsverity_enable_arg *v = &AT(fsverity_enable_arg);

	*v = (struct fsverity_enable_arg){.version = 1, .hash_algorithm = FS_VERITY_HASH_ALG_SHA256, .block_size = 4096, .salt_size = 4};
	v->salt_ptr = (uintptr_t)arena + 0x800;
	strcpy(arena + 0x800, "salt");
	succeeds(FS_IOC_ENABLE_VERITY, "ioctl(-1, FS_IOC_ENABLE_VERITY, {version=0x1, hash_algorithm=FS_VERITY_HASH_ALG_SHA256, block_size=4096, salt_size=4, "
	         "salt_ptr=\"\\x73\\x61\\x6c\\x74\", sig_size=0, sig_ptr=NULL})");
	struct fscrypt_policy_v2 *p = &AT(fscrypt_policy_v2);
	p->version = FSCRYPT_POLICY_V2;
	p->contents_encryption_mode = FSCRYPT_MODE_AES_256_XTS;
	p->filenames_encryption_mode = FSCRYPT_MODE_AES_256_CTS;
	p->flags = FSCRYPT_POLICY_FLAGS_PAD_32 | FSCRYPT_POLICY_FLAG_DIRECT_KEY;
	succeeds(FS_IOC_SET_ENCRYPTION_POLICY, "ioctl(-1, FS_IOC_SET_ENCRYPTION_POLICY, {version=2, policy={version=2, contents_encryption_mode=FSCRYPT_MODE_AES_256_XTS, "
	         "filenames_encryption_mode=FSCRYPT_MODE_AES_256_CTS, flags=FSCRYPT_POLICY_FLAGS_PAD_32|FSCRYPT_POLICY_FLAG_DIRECT_KEY, log2_data_unit_size=0, "
	         "master_key_identifier=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}})");
	AT(pr_reservation) = (struct pr_reservation){.key = 0x11, .type = PR_EXCLUSIVE_ACCESS, .flags = PR_FL_IGNORE_KEY};
	succeeds(IOC_PR_RESERVE, "ioctl(-1, IOC_PR_RESERVE, {key=0x11, type=PR_EXCLUSIVE_ACCESS, flags=PR_FL_IGNORE_KEY})");
	struct blk_zone_report *z = &AT(blk_zone_report);
	z->nr_zones = 1;
	succeeds(BLKREPORTZONE, "ioctl(-1, BLKREPORTZONE, {sector=0, nr_zones=1, flags=0} => {nr_zones=1, flags=0, zones=[...]})");
}

static void machines(void)
{
	struct kvm_enable_cap *c = &AT(kvm_enable_cap);

	c->cap = KVM_CAP_SPLIT_IRQCHIP;
	c->args[0] = 24;
	succeeds(KVM_ENABLE_CAP, "ioctl(-1, KVM_ENABLE_CAP, {cap=KVM_CAP_SPLIT_IRQCHIP, flags=0, args=[24, 0, 0, 0]})");
	AT(kvm_irqfd) = (struct kvm_irqfd){.fd = -1, .gsi = 5, .flags = KVM_IRQFD_FLAG_DEASSIGN};
	succeeds(KVM_IRQFD, "ioctl(-1, KVM_IRQFD, {fd=-1, gsi=5, flags=KVM_IRQFD_FLAG_DEASSIGN, resamplefd=0})");
	struct kvm_irq_routing *r = &AT(kvm_irq_routing);
	r->nr = 1;
	r->entries[0] = (struct kvm_irq_routing_entry){.gsi = 3, .type = KVM_IRQ_ROUTING_MSI, .u.msi = {.address_lo = 0xfee00000, .data = 0x41}};
	succeeds(KVM_SET_GSI_ROUTING, "ioctl(-1, KVM_SET_GSI_ROUTING, {nr=1, flags=0, entries=[...]})");
	struct kvm_msrs *m = &AT(kvm_msrs);
	m->nmsrs = 1;
	m->entries[0] = (struct kvm_msr_entry){.index = 0xc0000080, .data = 0x500};
	succeeds(KVM_SET_MSRS, "ioctl(-1, KVM_SET_MSRS, {nmsrs=1, entries=[...]})");
}

int main(void)
{
	family_start();
	devices();
	automounter();
	binder();
	files();
	machines();
	return 0;
}
