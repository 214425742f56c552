/*
 * Requests whose structs the reference does not know, with what the kernel's headers say is behind the pointer: those that they
 * have on this machine, with members that are numbers and bytes.
 *
 * options: -e trace=ioctl
 */
#include "family.h"

#include <stdarg.h>

#include "../live/expect.h"

#if __has_include(<drm/drm.h>)
#include <drm/drm.h>
#endif
#if __has_include(<linux/auto_fs.h>)
#include <linux/auto_fs.h>
#endif
#if __has_include(<linux/blkzoned.h>)
#include <linux/blkzoned.h>
#endif
#if __has_include(<linux/cec.h>)
#include <linux/cec.h>
#endif
#if __has_include(<linux/filter.h>)
#include <linux/filter.h>
#endif
#if __has_include(<linux/if_ether.h>)
#include <linux/if_ether.h>
#endif
#if __has_include(<linux/if_tun.h>)
#include <linux/if_tun.h>
#endif
#if __has_include(<linux/kvm.h>)
#include <linux/kvm.h>
#endif
#if __has_include(<linux/media.h>)
#include <linux/media.h>
#endif
#if __has_include(<linux/nvme_ioctl.h>)
#include <linux/nvme_ioctl.h>
#endif
#if __has_include(<linux/ppp-ioctl.h>)
#include <linux/ppp-ioctl.h>
#endif
#if __has_include(<linux/ppp_defs.h>)
#include <linux/ppp_defs.h>
#endif
#if __has_include(<linux/sed-opal.h>)
#include <linux/sed-opal.h>
#endif
#if __has_include(<linux/sync_file.h>)
#include <linux/sync_file.h>
#endif
#if __has_include(<linux/uinput.h>)
#include <linux/uinput.h>
#endif
#if __has_include(<linux/vduse.h>)
#include <linux/vduse.h>
#endif
#if __has_include(<linux/vhost.h>)
#include <linux/vhost.h>
#endif
#if __has_include(<linux/videodev2.h>)
#include <linux/videodev2.h>
#endif
#if __has_include(<linux/cdrom.h>)
#include <linux/cdrom.h>
#endif
#if __has_include(<linux/f2fs.h>)
#include <linux/f2fs.h>
#endif
#if __has_include(<linux/fb.h>)
#include <linux/fb.h>
#endif
#if __has_include(<linux/usbdevice_fs.h>)
#include <linux/usbdevice_fs.h>
#endif
#if __has_include(<linux/vt.h>)
#include <linux/vt.h>
#endif
#if __has_include(<sound/asound.h>)
#include <sound/asound.h>
#endif

static char line[8192];
static size_t length;

static void put(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	length += (size_t)vsnprintf(line + length, sizeof(line) - length, format, ap);
	va_end(ap);
}

/* A number in hexadecimal, of its own width. */
#define put_hex(number) put("%#llx", (unsigned long long)(number) & (~0ULL >> (64 - sizeof(number) * 8)))

static void put_addr(uintptr_t address)
{
	put(address ? "%#lx" : "NULL", (unsigned long)address);
}

/* Text of the pattern: one character, or none. */
static void put_chars(const void *text)
{
	put(*(const char *)text ? "\"\\%o\"" : "\"\"", *(const unsigned char *)text);
}

static void put_bytes(const void *bytes, size_t n, int whole)
{
	put("\"");
	for (size_t i = 0; i < n && (whole || i < 32); i++)
		put("\\x%02x", ((const unsigned char *)bytes)[i]);
	put(n > 32 && !whole ? "\"..." : "\"");
}

static int set(const void *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((const char *)bytes)[i])
			return 1;
	return 0;
}

static void show_unsigned_int(const unsigned int *p)
{
	put("[");
	put("%llu", (long long)*p);
	put("]");
}

#ifdef USBDEVFS_SETINTERFACE
static void show_usbdevfs_setinterface(const struct usbdevfs_setinterface *p)
{
	put("{");
	put("interface=%u", p->interface);
	put(", altsetting=%u", p->altsetting);
	put("}");
}
#endif

#ifdef USBDEVFS_CONNECTINFO
static void show_usbdevfs_connectinfo(const struct usbdevfs_connectinfo *p)
{
	put("{");
	put("devnum=%u", p->devnum);
	put(", slow=%u", p->slow);
	put("}");
}
#endif

#ifdef VT_RESIZE
static void show_vt_sizes(const struct vt_sizes *p)
{
	put("{");
	put("v_rows=%u", p->v_rows);
	put(", v_cols=%u", p->v_cols);
	put(", v_scrollsize=%u", p->v_scrollsize);
	put("}");
}
#endif

#ifdef VT_GETCONSIZECSRPOS
static void show_vt_consizecsrpos(const struct vt_consizecsrpos *p)
{
	put("{");
	put("con_rows=%u", p->con_rows);
	put(", con_cols=%u", p->con_cols);
	put(", csr_row=%u", p->csr_row);
	put(", csr_col=%u", p->csr_col);
	put("}");
}
#endif

#ifdef FBIOPUT_CON2FBMAP
static void show_fb_con2fbmap(const struct fb_con2fbmap *p)
{
	put("{");
	put("console=%u", p->console);
	put(", framebuffer=%u", p->framebuffer);
	put("}");
}
#endif

#ifdef CDROMVOLREAD
static void show_cdrom_volctrl(const struct cdrom_volctrl *p)
{
	put("{");
	put("channel0=%u", p->channel0);
	put(", channel1=%u", p->channel1);
	put(", channel2=%u", p->channel2);
	put(", channel3=%u", p->channel3);
	put("}");
}
#endif

#ifdef F2FS_IOC_DEFRAGMENT
static void show_f2fs_defragment(const struct f2fs_defragment *p)
{
	put("{");
	put("start=%llu", (unsigned long long)p->start);
	put(", len=%llu", (unsigned long long)p->len);
	put("}");
}
#endif

#ifdef SNDRV_PCM_IOCTL_CHANNEL_INFO
static void show_snd_pcm_channel_info(const struct snd_pcm_channel_info *p)
{
	put("{");
	put("channel=%u", p->channel);
	put(", offset=%lld", (long long)p->offset);
	put(", first=%u", p->first);
	put(", step=%u", p->step);
	put("}");
}
#endif

#ifdef UI_BEGIN_FF_ERASE
static void show_uinput_ff_erase(const struct uinput_ff_erase *p)
{
	put("{");
	put("request_id=%llu", (long long)p->request_id);
	put(", retval=%lld", (long long)p->retval);
	put(", effect_id=%llu", (long long)p->effect_id);
	put("}");
}
#endif

static void show_int(const int *p)
{
	put("[");
	put("%lld", (long long)*p);
	put("]");
}

#ifdef PPPIOCGIDLE64
static void show_ppp_idle64(const struct ppp_idle64 *p)
{
	put("{");
	put("xmit_idle=%lld", (long long)p->xmit_idle);
	put(", recv_idle=%lld", (long long)p->recv_idle);
	put("}");
}
#endif

#ifdef BLKRESETZONE
static void show_blk_zone_range(const struct blk_zone_range *p)
{
	put("{");
	put("sector=%llu", (long long)p->sector);
	put(", nr_sectors=%llu", (long long)p->nr_sectors);
	put("}");
}
#endif

#ifdef IOC_OPAL_GET_STATUS
static void show_opal_status(const struct opal_status *p)
{
	put("{");
	put("flags="); put_hex(p->flags);
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved="); put_hex(p->reserved); }
	put("}");
}
#endif

#ifdef NVME_IOCTL_SUBMIT_IO
static void show_nvme_user_io(const struct nvme_user_io *p)
{
	put("{");
	put("opcode=%llu", (long long)p->opcode);
	put(", flags="); put_hex(p->flags);
	put(", control=%llu", (long long)p->control);
	put(", nblocks=%llu", (long long)p->nblocks);
	if (set(&p->rsvd, sizeof(p->rsvd))) { put(", rsvd="); put_hex(p->rsvd); }
	put(", metadata=%llu", (long long)p->metadata);
	put(", addr="); put_hex(p->addr);
	put(", slba=%llu", (long long)p->slba);
	put(", dsmgmt=%llu", (long long)p->dsmgmt);
	put(", reftag="); put_hex(p->reftag);
	put(", apptag="); put_hex(p->apptag);
	put(", appmask="); put_hex(p->appmask);
	put("}");
}
#endif

#ifdef NVME_IOCTL_ADMIN_CMD
static void show_nvme_passthru_cmd(const struct nvme_passthru_cmd *p)
{
	put("{");
	put("opcode=%llu", (long long)p->opcode);
	put(", flags="); put_hex(p->flags);
	if (set(&p->rsvd1, sizeof(p->rsvd1))) { put(", rsvd1="); put_hex(p->rsvd1); }
	put(", nsid=%llu", (long long)p->nsid);
	put(", cdw2=%llu", (long long)p->cdw2);
	put(", cdw3=%llu", (long long)p->cdw3);
	put(", metadata=%llu", (long long)p->metadata);
	put(", addr="); put_hex(p->addr);
	put(", metadata_len=%llu", (long long)p->metadata_len);
	put(", data_len=%llu", (long long)p->data_len);
	put(", cdw10=%llu", (long long)p->cdw10);
	put(", cdw11=%llu", (long long)p->cdw11);
	put(", cdw12=%llu", (long long)p->cdw12);
	put(", cdw13=%llu", (long long)p->cdw13);
	put(", cdw14=%llu", (long long)p->cdw14);
	put(", cdw15=%llu", (long long)p->cdw15);
	put(", timeout_ms=%llu", (long long)p->timeout_ms);
	put(", result=%llu", (long long)p->result);
	put("}");
}
#endif

#ifdef NVME_IOCTL_IO64_CMD
static void show_nvme_passthru_cmd64(const struct nvme_passthru_cmd64 *p)
{
	put("{");
	put("opcode=%llu", (long long)p->opcode);
	put(", flags="); put_hex(p->flags);
	if (set(&p->rsvd1, sizeof(p->rsvd1))) { put(", rsvd1="); put_hex(p->rsvd1); }
	put(", nsid=%llu", (long long)p->nsid);
	put(", cdw2=%llu", (long long)p->cdw2);
	put(", cdw3=%llu", (long long)p->cdw3);
	put(", metadata=%llu", (long long)p->metadata);
	put(", addr="); put_hex(p->addr);
	put(", metadata_len=%llu", (long long)p->metadata_len);
	put(", data_len=%llu", (long long)p->data_len);
	put(", cdw10=%llu", (long long)p->cdw10);
	put(", cdw11=%llu", (long long)p->cdw11);
	put(", cdw12=%llu", (long long)p->cdw12);
	put(", cdw13=%llu", (long long)p->cdw13);
	put(", cdw14=%llu", (long long)p->cdw14);
	put(", cdw15=%llu", (long long)p->cdw15);
	put(", timeout_ms=%llu", (long long)p->timeout_ms);
	if (set(&p->rsvd2, sizeof(p->rsvd2))) { put(", rsvd2="); put_hex(p->rsvd2); }
	put(", result=%llu", (long long)p->result);
	put("}");
}
#endif

#ifdef KVM_INTERRUPT
static void show_kvm_interrupt(const struct kvm_interrupt *p)
{
	put("{");
	put("irq=%llu", (long long)p->irq);
	put("}");
}
#endif

#ifdef KVM_IRQ_LINE
static void show_kvm_irq_level(const struct kvm_irq_level *p)
{
	put("{");
	put("irq=%llu", (long long)p->irq);
	put(", level=%llu", (long long)p->level);
	put("}");
}
#endif

#ifdef KVM_SET_VAPIC_ADDR
static void show_kvm_vapic_addr(const struct kvm_vapic_addr *p)
{
	put("{");
	put("vapic_addr="); put_hex(p->vapic_addr);
	put("}");
}
#endif

#ifdef KVM_GET_DIRTY_LOG
static void show_kvm_dirty_log(const struct kvm_dirty_log *p)
{
	put("{");
	put("slot=%llu", (long long)p->slot);
	if (set(&p->padding1, sizeof(p->padding1))) { put(", padding1="); put_hex(p->padding1); }
	put(", dirty_bitmap="); put_addr((uintptr_t)p->dirty_bitmap);
	put("}");
}
#endif

#ifdef KVM_REGISTER_COALESCED_MMIO
static void show_kvm_coalesced_mmio_zone(const struct kvm_coalesced_mmio_zone *p)
{
	put("{");
	put("addr="); put_hex(p->addr);
	put(", size=%llu", (long long)p->size);
	if (set(&p->pad, sizeof(p->pad))) { put(", pad="); put_hex(p->pad); }
	put("}");
}
#endif

#ifdef KVM_SET_ONE_REG
static void show_kvm_one_reg(const struct kvm_one_reg *p)
{
	put("{");
	put("id=%llu", (long long)p->id);
	put(", addr="); put_hex(p->addr);
	put("}");
}
#endif

#ifdef KVM_HYPERV_EVENTFD
static void show_kvm_hyperv_eventfd(const struct kvm_hyperv_eventfd *p)
{
	put("{");
	put("conn_id=%llu", (long long)p->conn_id);
	put(", fd=%d", (int)p->fd);
	put(", flags="); put_hex(p->flags);
	if (set(&p->padding, sizeof(p->padding))) { put(", padding=["); for (unsigned i = 0; i < 3; i++) { put(i ? ", " : ""); put_hex(p->padding[i]); } put("]"); }
	put("}");
}
#endif

#ifdef KVM_SIGNAL_MSI
static void show_kvm_msi(const struct kvm_msi *p)
{
	put("{");
	put("address_lo="); put_hex(p->address_lo);
	put(", address_hi="); put_hex(p->address_hi);
	put(", data="); put_hex(p->data);
	put(", flags="); put_hex(p->flags);
	put(", devid=%llu", (long long)p->devid);
	if (set(&p->pad, sizeof(p->pad))) { put(", pad="); put_bytes(&p->pad, 12, 1); }
	put("}");
}
#endif

#ifdef KVM_X86_SET_MCE
static void show_kvm_x86_mce(const struct kvm_x86_mce *p)
{
	put("{");
	put("status="); put_hex(p->status);
	put(", addr="); put_hex(p->addr);
	put(", misc=%llu", (long long)p->misc);
	put(", mcg_status="); put_hex(p->mcg_status);
	put(", bank=%llu", (long long)p->bank);
	if (set(&p->pad1, sizeof(p->pad1))) { put(", pad1="); put_bytes(&p->pad1, 7, 1); }
	if (set(&p->pad2, sizeof(p->pad2))) { put(", pad2=["); for (unsigned i = 0; i < 3; i++) { put(i ? ", " : ""); put_hex(p->pad2[i]); } put("]"); }
	put("}");
}
#endif

#ifdef KVM_SET_PIT2
static void show_kvm_pit_state2(const struct kvm_pit_state2 *p)
{
	put("{");
	put("channels=["); for (unsigned i = 0; i < 3; i++) { put(i ? ", " : ""); put("{");
	put("count=%llu", (long long)p->channels[i].count);
	put(", latched_count=%llu", (long long)p->channels[i].latched_count);
	put(", count_latched=%llu", (long long)p->channels[i].count_latched);
	put(", status_latched="); put_hex(p->channels[i].status_latched);
	put(", status="); put_hex(p->channels[i].status);
	put(", read_state=%llu", (long long)p->channels[i].read_state);
	put(", write_state=%llu", (long long)p->channels[i].write_state);
	put(", write_latch=%llu", (long long)p->channels[i].write_latch);
	put(", rw_mode=%llu", (long long)p->channels[i].rw_mode);
	put(", mode=%llu", (long long)p->channels[i].mode);
	put(", bcd=%llu", (long long)p->channels[i].bcd);
	put(", gate=%llu", (long long)p->channels[i].gate);
	put(", count_load_time=%lld", (long long)p->channels[i].count_load_time);
	put("}"); } put("]");
	put(", flags="); put_hex(p->flags);
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved=["); for (unsigned i = 0; i < 9; i++) { put(i ? ", " : ""); put_hex(p->reserved[i]); } put("]"); }
	put("}");
}
#endif

#ifdef KVM_GET_VCPU_EVENTS
static void show_kvm_vcpu_events(const struct kvm_vcpu_events *p)
{
	put("{");
	put("exception={");
	put("injected=%llu", (long long)p->exception.injected);
	put(", nr=%llu", (long long)p->exception.nr);
	put(", has_error_code=%llu", (long long)p->exception.has_error_code);
	put(", pending=%llu", (long long)p->exception.pending);
	put(", error_code=%llu", (long long)p->exception.error_code);
	put("}");
	put(", interrupt={");
	put("injected=%llu", (long long)p->interrupt.injected);
	put(", nr=%llu", (long long)p->interrupt.nr);
	put(", soft=%llu", (long long)p->interrupt.soft);
	put(", shadow=%llu", (long long)p->interrupt.shadow);
	put("}");
	put(", nmi={");
	put("injected=%llu", (long long)p->nmi.injected);
	put(", pending=%llu", (long long)p->nmi.pending);
	put(", masked="); put_hex(p->nmi.masked);
	if (set(&p->nmi.pad, sizeof(p->nmi.pad))) { put(", pad="); put_hex(p->nmi.pad); }
	put("}");
	put(", sipi_vector=%llu", (long long)p->sipi_vector);
	put(", flags="); put_hex(p->flags);
	put(", smi={");
	put("smm=%llu", (long long)p->smi.smm);
	put(", pending=%llu", (long long)p->smi.pending);
	put(", smm_inside_nmi=%llu", (long long)p->smi.smm_inside_nmi);
	put(", latched_init=%llu", (long long)p->smi.latched_init);
	put("}");
	put(", triple_fault={");
	put("pending=%llu", (long long)p->triple_fault.pending);
	put("}");
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved="); put_bytes(&p->reserved, 26, 1); }
	put(", exception_has_payload=%llu", (long long)p->exception_has_payload);
	put(", exception_payload=%llu", (long long)p->exception_payload);
	put("}");
}
#endif

#ifdef KVM_GET_DEBUGREGS
static void show_kvm_debugregs(const struct kvm_debugregs *p)
{
	put("{");
	put("db=["); for (unsigned i = 0; i < 4; i++) { put(i ? ", " : ""); put("%llu", (long long)p->db[i]); } put("]");
	put(", dr6=%llu", (long long)p->dr6);
	put(", dr7=%llu", (long long)p->dr7);
	put(", flags="); put_hex(p->flags);
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved=["); for (unsigned i = 0; i < 9; i++) { put(i ? ", " : ""); put_hex(p->reserved[i]); } put("]"); }
	put("}");
}
#endif

#ifdef KVM_GET_XCRS
static void show_kvm_xcrs(const struct kvm_xcrs *p)
{
	put("{");
	put("nr_xcrs=%llu", (long long)p->nr_xcrs);
	put(", flags="); put_hex(p->flags);
	put(", xcrs=["); for (unsigned i = 0; i < 16; i++) { put(i ? ", " : ""); put("{");
	put("xcr=%llu", (long long)p->xcrs[i].xcr);
	if (set(&p->xcrs[i].reserved, sizeof(p->xcrs[i].reserved))) { put(", reserved="); put_hex(p->xcrs[i].reserved); }
	put(", value="); put_hex(p->xcrs[i].value);
	put("}"); } put("]");
	if (set(&p->padding, sizeof(p->padding))) { put(", padding=["); for (unsigned i = 0; i < 16; i++) { put(i ? ", " : ""); put_hex(p->padding[i]); } put("]"); }
	put("}");
}
#endif

#ifdef KVM_TRANSLATE
static void show_kvm_translation(const struct kvm_translation *p)
{
	put("{");
	put("linear_address="); put_hex(p->linear_address);
	put(", physical_address="); put_hex(p->physical_address);
	put(", valid=%llu", (long long)p->valid);
	put(", writeable=%llu", (long long)p->writeable);
	put(", usermode=%llu", (long long)p->usermode);
	if (set(&p->pad, sizeof(p->pad))) { put(", pad="); put_bytes(&p->pad, 5, 1); }
	put("}");
}
#endif

#ifdef KVM_TPR_ACCESS_REPORTING
static void show_kvm_tpr_access_ctl(const struct kvm_tpr_access_ctl *p)
{
	put("{");
	put("enabled=%llu", (long long)p->enabled);
	put(", flags="); put_hex(p->flags);
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved=["); for (unsigned i = 0; i < 8; i++) { put(i ? ", " : ""); put_hex(p->reserved[i]); } put("]"); }
	put("}");
}
#endif

#ifdef VIDIOC_G_AUDIO
static void show_v4l2_audio(const struct v4l2_audio *p)
{
	put("{");
	put("index=%llu", (long long)p->index);
	put(", name="); put_chars(p->name);
	put(", capability=%llu", (long long)p->capability);
	put(", mode=%llu", (long long)p->mode);
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved=["); for (unsigned i = 0; i < 2; i++) { put(i ? ", " : ""); put_hex(p->reserved[i]); } put("]"); }
	put("}");
}
#endif

#ifdef VIDIOC_G_ENC_INDEX
static void show_v4l2_enc_idx(const struct v4l2_enc_idx *p)
{
	put("{");
	put("entries=%llu", (long long)p->entries);
	put(", entries_cap="); put_hex(p->entries_cap);
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved=["); for (unsigned i = 0; i < 4; i++) { put(i ? ", " : ""); put_hex(p->reserved[i]); } put("]"); }
	put(", entry="); put("[...]");
	put("}");
}
#endif

#ifdef VIDIOC_DBG_G_REGISTER
static void show_v4l2_dbg_register(const struct v4l2_dbg_register *p)
{
	put("{");
	put("match={");
	put("type=%llu", (long long)p->match.type);
	put(", addr="); put_hex(p->match.addr);
	put("}");
	put(", size=%llu", (long long)p->size);
	put(", reg=%llu", (long long)p->reg);
	put(", val="); put_hex(p->val);
	put("}");
}
#endif

#ifdef MEDIA_IOC_ENUM_LINKS
static void show_media_links_enum(const struct media_links_enum *p)
{
	put("{");
	put("entity=%llu", (long long)p->entity);
	put(", pads="); put_addr((uintptr_t)p->pads);
	put(", links="); put_addr((uintptr_t)p->links);
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved=["); for (unsigned i = 0; i < 4; i++) { put(i ? ", " : ""); put_hex(p->reserved[i]); } put("]"); }
	put("}");
}
#endif

#ifdef MEDIA_IOC_SETUP_LINK
static void show_media_link_desc(const struct media_link_desc *p)
{
	put("{");
	put("source={");
	put("entity=%llu", (long long)p->source.entity);
	put(", index=%llu", (long long)p->source.index);
	put(", flags="); put_hex(p->source.flags);
	if (set(&p->source.reserved, sizeof(p->source.reserved))) { put(", reserved=["); for (unsigned i = 0; i < 2; i++) { put(i ? ", " : ""); put_hex(p->source.reserved[i]); } put("]"); }
	put("}");
	put(", sink={");
	put("entity=%llu", (long long)p->sink.entity);
	put(", index=%llu", (long long)p->sink.index);
	put(", flags="); put_hex(p->sink.flags);
	if (set(&p->sink.reserved, sizeof(p->sink.reserved))) { put(", reserved=["); for (unsigned i = 0; i < 2; i++) { put(i ? ", " : ""); put_hex(p->sink.reserved[i]); } put("]"); }
	put("}");
	put(", flags="); put_hex(p->flags);
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved=["); for (unsigned i = 0; i < 2; i++) { put(i ? ", " : ""); put_hex(p->reserved[i]); } put("]"); }
	put("}");
}
#endif

#ifdef MEDIA_IOC_G_TOPOLOGY
static void show_media_v2_topology(const struct media_v2_topology *p)
{
	put("{");
	put("topology_version="); put_hex(p->topology_version);
	put(", num_entities=%llu", (long long)p->num_entities);
	if (set(&p->reserved1, sizeof(p->reserved1))) { put(", reserved1="); put_hex(p->reserved1); }
	put(", ptr_entities="); put_hex(p->ptr_entities);
	put(", num_interfaces=%llu", (long long)p->num_interfaces);
	if (set(&p->reserved2, sizeof(p->reserved2))) { put(", reserved2="); put_hex(p->reserved2); }
	put(", ptr_interfaces="); put_hex(p->ptr_interfaces);
	put(", num_pads=%llu", (long long)p->num_pads);
	if (set(&p->reserved3, sizeof(p->reserved3))) { put(", reserved3="); put_hex(p->reserved3); }
	put(", ptr_pads="); put_hex(p->ptr_pads);
	put(", num_links=%llu", (long long)p->num_links);
	if (set(&p->reserved4, sizeof(p->reserved4))) { put(", reserved4="); put_hex(p->reserved4); }
	put(", ptr_links="); put_hex(p->ptr_links);
	put("}");
}
#endif

#ifdef MEDIA_IOC_DEVICE_INFO
static void show_media_device_info(const struct media_device_info *p)
{
	put("{");
	put("driver="); put_chars(p->driver);
	put(", model="); put_chars(p->model);
	put(", serial="); put_chars(p->serial);
	put(", bus_info="); put_chars(p->bus_info);
	put(", media_version="); put_hex(p->media_version);
	put(", hw_revision=%llu", (long long)p->hw_revision);
	put(", driver_version="); put_hex(p->driver_version);
	if (set(&p->reserved, sizeof(p->reserved))) { put(", reserved="); put("[...]"); }
	put("}");
}
#endif

#ifdef CEC_ADAP_G_LOG_ADDRS
static void show_cec_log_addrs(const struct cec_log_addrs *p)
{
	put("{");
	put("log_addr="); put_bytes(&p->log_addr, 4, 1);
	put(", log_addr_mask="); put_hex(p->log_addr_mask);
	put(", cec_version="); put_hex(p->cec_version);
	put(", num_log_addrs="); put_hex(p->num_log_addrs);
	put(", vendor_id=%llu", (long long)p->vendor_id);
	put(", flags="); put_hex(p->flags);
	put(", osd_name="); put_chars(p->osd_name);
	put(", primary_device_type="); put_bytes(&p->primary_device_type, 4, 1);
	put(", log_addr_type="); put_bytes(&p->log_addr_type, 4, 1);
	put(", all_device_types="); put_bytes(&p->all_device_types, 4, 1);
	put(", features="); put_bytes(&p->features, 48, 0);
	put("}");
}
#endif

#ifdef CEC_TRANSMIT
static void show_cec_msg(const struct cec_msg *p)
{
	put("{");
	put("tx_ts=%llu", (long long)p->tx_ts);
	put(", rx_ts=%llu", (long long)p->rx_ts);
	put(", len=%llu", (long long)p->len);
	put(", timeout=%llu", (long long)p->timeout);
	put(", sequence=%llu", (long long)p->sequence);
	put(", flags="); put_hex(p->flags);
	put(", msg="); put_bytes(&p->msg, 16, 1);
	put(", reply=%llu", (long long)p->reply);
	put(", rx_status="); put_hex(p->rx_status);
	put(", tx_status="); put_hex(p->tx_status);
	put(", tx_arb_lost_cnt=%llu", (long long)p->tx_arb_lost_cnt);
	put(", tx_nack_cnt=%llu", (long long)p->tx_nack_cnt);
	put(", tx_low_drive_cnt=%llu", (long long)p->tx_low_drive_cnt);
	put(", tx_error_cnt=%llu", (long long)p->tx_error_cnt);
	put("}");
}
#endif

#ifdef DRM_IOCTL_GEM_CLOSE
static void show_drm_gem_close(const struct drm_gem_close *p)
{
	put("{");
	put("handle=%llu", (long long)p->handle);
	if (set(&p->pad, sizeof(p->pad))) { put(", pad="); put_hex(p->pad); }
	put("}");
}
#endif

#ifdef DRM_IOCTL_AGP_INFO
static void show_drm_agp_info(const struct drm_agp_info *p)
{
	put("{");
	put("agp_version_major=%lld", (long long)p->agp_version_major);
	put(", agp_version_minor=%lld", (long long)p->agp_version_minor);
	put(", mode=%ld", (long)p->mode);
	put(", aperture_base="); put_hex(p->aperture_base);
	put(", aperture_size=%ld", (long)p->aperture_size);
	put(", memory_allowed=%ld", (long)p->memory_allowed);
	put(", memory_used=%ld", (long)p->memory_used);
	put(", id_vendor=%llu", (long long)p->id_vendor);
	put(", id_device=%llu", (long long)p->id_device);
	put("}");
}
#endif

#ifdef DRM_IOCTL_SET_VERSION
static void show_drm_set_version(const struct drm_set_version *p)
{
	put("{");
	put("drm_di_major=%lld", (long long)p->drm_di_major);
	put(", drm_di_minor=%lld", (long long)p->drm_di_minor);
	put(", drm_dd_major=%lld", (long long)p->drm_dd_major);
	put(", drm_dd_minor=%lld", (long long)p->drm_dd_minor);
	put("}");
}
#endif

#ifdef DRM_IOCTL_GEM_OPEN
static void show_drm_gem_open(const struct drm_gem_open *p)
{
	put("{");
	put("name=%llu", (long long)p->name);
	put(", handle=%llu", (long long)p->handle);
	put(", size=%llu", (long long)p->size);
	put("}");
}
#endif

#ifdef DRM_IOCTL_MODE_MAP_DUMB
static void show_drm_mode_map_dumb(const struct drm_mode_map_dumb *p)
{
	put("{");
	put("handle=%llu", (long long)p->handle);
	if (set(&p->pad, sizeof(p->pad))) { put(", pad="); put_hex(p->pad); }
	put(", offset="); put_hex(p->offset);
	put("}");
}
#endif

#ifdef DRM_IOCTL_MODE_OBJ_SETPROPERTY
static void show_drm_mode_obj_set_property(const struct drm_mode_obj_set_property *p)
{
	put("{");
	put("value="); put_hex(p->value);
	put(", prop_id=%llu", (long long)p->prop_id);
	put(", obj_id=%llu", (long long)p->obj_id);
	put(", obj_type=%llu", (long long)p->obj_type);
	put("}");
}
#endif

#ifdef DRM_IOCTL_GET_CLIENT
static void show_drm_client(const struct drm_client *p)
{
	put("{");
	put("idx=%lld", (long long)p->idx);
	put(", auth=%lld", (long long)p->auth);
	put(", pid=%ld", (long)p->pid);
	put(", uid=%ld", (long)p->uid);
	put(", magic=%ld", (long)p->magic);
	put(", iocs=%ld", (long)p->iocs);
	put("}");
}
#endif

#ifdef DRM_IOCTL_MODE_DIRTYFB
static void show_drm_mode_fb_dirty_cmd(const struct drm_mode_fb_dirty_cmd *p)
{
	put("{");
	put("fb_id=%llu", (long long)p->fb_id);
	put(", flags="); put_hex(p->flags);
	put(", color=%llu", (long long)p->color);
	put(", num_clips=%llu", (long long)p->num_clips);
	put(", clips_ptr="); put_hex(p->clips_ptr);
	put("}");
}
#endif

#ifdef DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD
static void show_drm_syncobj_handle(const struct drm_syncobj_handle *p)
{
	put("{");
	put("handle=%llu", (long long)p->handle);
	put(", flags="); put_hex(p->flags);
	put(", fd=%d", (int)p->fd);
	if (set(&p->pad, sizeof(p->pad))) { put(", pad="); put_hex(p->pad); }
	put(", point="); put_hex(p->point);
	put("}");
}
#endif

#ifdef DRM_IOCTL_MODE_ADDFB
static void show_drm_mode_fb_cmd(const struct drm_mode_fb_cmd *p)
{
	put("{");
	put("fb_id=%llu", (long long)p->fb_id);
	put(", width=%llu", (long long)p->width);
	put(", height=%llu", (long long)p->height);
	put(", pitch=%llu", (long long)p->pitch);
	put(", bpp=%llu", (long long)p->bpp);
	put(", depth=%llu", (long long)p->depth);
	put(", handle=%llu", (long long)p->handle);
	put("}");
}
#endif

#ifdef DRM_IOCTL_MODE_CREATE_DUMB
static void show_drm_mode_create_dumb(const struct drm_mode_create_dumb *p)
{
	put("{");
	put("height=%llu", (long long)p->height);
	put(", width=%llu", (long long)p->width);
	put(", bpp=%llu", (long long)p->bpp);
	put(", flags="); put_hex(p->flags);
	put(", handle=%llu", (long long)p->handle);
	put(", pitch=%llu", (long long)p->pitch);
	put(", size=%llu", (long long)p->size);
	put("}");
}
#endif

#ifdef DRM_IOCTL_MODE_GETPLANE
static void show_drm_mode_get_plane(const struct drm_mode_get_plane *p)
{
	put("{");
	put("plane_id=%llu", (long long)p->plane_id);
	put(", crtc_id=%llu", (long long)p->crtc_id);
	put(", fb_id=%llu", (long long)p->fb_id);
	put(", possible_crtcs=%llu", (long long)p->possible_crtcs);
	put(", gamma_size=%llu", (long long)p->gamma_size);
	put(", count_format_types=%llu", (long long)p->count_format_types);
	put(", format_type_ptr="); put_hex(p->format_type_ptr);
	put("}");
}
#endif

#ifdef DRM_IOCTL_SYNCOBJ_WAIT
static void show_drm_syncobj_wait(const struct drm_syncobj_wait *p)
{
	put("{");
	put("handles=%llu", (long long)p->handles);
	put(", timeout_nsec=%lld", (long long)p->timeout_nsec);
	put(", count_handles=%llu", (long long)p->count_handles);
	put(", flags="); put_hex(p->flags);
	put(", first_signaled=%llu", (long long)p->first_signaled);
	if (set(&p->pad, sizeof(p->pad))) { put(", pad="); put_hex(p->pad); }
	put(", deadline_nsec=%llu", (long long)p->deadline_nsec);
	put("}");
}
#endif

#ifdef DRM_IOCTL_MODE_GETRESOURCES
static void show_drm_mode_card_res(const struct drm_mode_card_res *p)
{
	put("{");
	put("fb_id_ptr="); put_hex(p->fb_id_ptr);
	put(", crtc_id_ptr="); put_hex(p->crtc_id_ptr);
	put(", connector_id_ptr="); put_hex(p->connector_id_ptr);
	put(", encoder_id_ptr="); put_hex(p->encoder_id_ptr);
	put(", count_fbs=%llu", (long long)p->count_fbs);
	put(", count_crtcs=%llu", (long long)p->count_crtcs);
	put(", count_connectors=%llu", (long long)p->count_connectors);
	put(", count_encoders=%llu", (long long)p->count_encoders);
	put(", min_width=%llu", (long long)p->min_width);
	put(", max_width=%llu", (long long)p->max_width);
	put(", min_height=%llu", (long long)p->min_height);
	put(", max_height=%llu", (long long)p->max_height);
	put("}");
}
#endif

#ifdef SYNC_IOC_MERGE
static void show_sync_merge_data(const struct sync_merge_data *p)
{
	put("{");
	put("name="); put_chars(p->name);
	put(", fd2=%lld", (long long)p->fd2);
	put(", fence=%lld", (long long)p->fence);
	put(", flags="); put_hex(p->flags);
	if (set(&p->pad, sizeof(p->pad))) { put(", pad="); put_hex(p->pad); }
	put("}");
}
#endif

#ifdef SYNC_IOC_FILE_INFO
static void show_sync_file_info(const struct sync_file_info *p)
{
	put("{");
	put("name="); put_chars(p->name);
	put(", status=%lld", (long long)p->status);
	put(", flags="); put_hex(p->flags);
	put(", num_fences=%llu", (long long)p->num_fences);
	if (set(&p->pad, sizeof(p->pad))) { put(", pad="); put_hex(p->pad); }
	put(", sync_fence_info=%llu", (long long)p->sync_fence_info);
	put("}");
}
#endif

static void show___u64(const __u64 *p)
{
	put("[");
	put("%llu", (long long)*p);
	put("]");
}

#ifdef VHOST_SET_VRING_NUM
static void show_vhost_vring_state(const struct vhost_vring_state *p)
{
	put("{");
	put("index=%llu", (long long)p->index);
	put(", num=%llu", (long long)p->num);
	put("}");
}
#endif

#ifdef VHOST_SET_VRING_KICK
static void show_vhost_vring_file(const struct vhost_vring_file *p)
{
	put("{");
	put("index=%llu", (long long)p->index);
	put(", fd=%d", (int)p->fd);
	put("}");
}
#endif

#ifdef VDUSE_IOTLB_GET_FD
static void show_vduse_iotlb_entry(const struct vduse_iotlb_entry *p)
{
	put("{");
	put("offset="); put_hex(p->offset);
	put(", start=%llu", (long long)p->start);
	put(", last=%llu", (long long)p->last);
	put(", perm=%llu", (long long)p->perm);
	put("}");
}
#endif

enum way { IN, OUT, INOUT };

/* The request on memory of a pattern, which nothing changes. */
static void request(const char *name, unsigned long number, enum way way, void (*show)(const void *))
{
	ok(SYS_ioctl, -1, number, arena);
	length = 0;
	put("ioctl(-1, %s, ", name);
	show(arena);
	if (way == INOUT) {
		put(" => ");
		show(arena);
	}
	put(")");
	expect_call(line, "0");
}

#define R(name, way, show) request(#name, name, way, (void (*)(const void *))show)

int main(void)
{
	family_start();
	fill(arena, 0x6000, ONE);
#ifdef UI_BEGIN_FF_ERASE
	R(UI_BEGIN_FF_ERASE, INOUT, show_uinput_ff_erase);
#endif
#ifdef UI_GET_VERSION
	R(UI_GET_VERSION, OUT, show_unsigned_int);
#endif
#ifdef TUNSETSNDBUF
	R(TUNSETSNDBUF, IN, show_int);
#endif
#ifdef TUNGETVNETHDRSZ
	R(TUNGETVNETHDRSZ, OUT, show_int);
#endif
#ifdef PPPIOCGMRU
	R(PPPIOCGMRU, OUT, show_int);
#endif
#ifdef PPPIOCGIDLE64
	R(PPPIOCGIDLE64, OUT, show_ppp_idle64);
#endif
#ifdef PPPIOCSMAXCID
	R(PPPIOCSMAXCID, IN, show_int);
#endif
#ifdef AUTOFS_IOC_PROTOVER
	R(AUTOFS_IOC_PROTOVER, OUT, show_int);
#endif
#ifdef AUTOFS_IOC_ASKUMOUNT
	R(AUTOFS_IOC_ASKUMOUNT, OUT, show_int);
#endif
#ifdef BLKRESETZONE
	R(BLKRESETZONE, IN, show_blk_zone_range);
#endif
#ifdef IOC_OPAL_GET_STATUS
	R(IOC_OPAL_GET_STATUS, OUT, show_opal_status);
#endif
#ifdef NVME_IOCTL_ADMIN_CMD
	R(NVME_IOCTL_ADMIN_CMD, INOUT, show_nvme_passthru_cmd);
#endif
#ifdef NVME_IOCTL_IO64_CMD
	R(NVME_IOCTL_IO64_CMD, INOUT, show_nvme_passthru_cmd64);
#endif
#ifdef NVME_IOCTL_SUBMIT_IO
	R(NVME_IOCTL_SUBMIT_IO, IN, show_nvme_user_io);
#endif
#ifdef KVM_INTERRUPT
	R(KVM_INTERRUPT, IN, show_kvm_interrupt);
#endif
#ifdef KVM_IRQ_LINE
	R(KVM_IRQ_LINE, IN, show_kvm_irq_level);
#endif
#ifdef KVM_GET_DIRTY_LOG
	R(KVM_GET_DIRTY_LOG, IN, show_kvm_dirty_log);
#endif
#ifdef KVM_SIGNAL_MSI
	R(KVM_SIGNAL_MSI, IN, show_kvm_msi);
#endif
#ifdef KVM_SET_PIT2
	R(KVM_SET_PIT2, IN, show_kvm_pit_state2);
#endif
#ifdef KVM_GET_XCRS
	R(KVM_GET_XCRS, OUT, show_kvm_xcrs);
#endif
#ifdef KVM_GET_VCPU_EVENTS
	R(KVM_GET_VCPU_EVENTS, OUT, show_kvm_vcpu_events);
#endif
#ifdef KVM_GET_DEBUGREGS
	R(KVM_GET_DEBUGREGS, OUT, show_kvm_debugregs);
#endif
#ifdef KVM_TRANSLATE
	R(KVM_TRANSLATE, INOUT, show_kvm_translation);
#endif
#ifdef KVM_SET_ONE_REG
	R(KVM_SET_ONE_REG, IN, show_kvm_one_reg);
#endif
#ifdef KVM_HYPERV_EVENTFD
	R(KVM_HYPERV_EVENTFD, IN, show_kvm_hyperv_eventfd);
#endif
#ifdef KVM_REGISTER_COALESCED_MMIO
	R(KVM_REGISTER_COALESCED_MMIO, IN, show_kvm_coalesced_mmio_zone);
#endif
#ifdef KVM_SET_VAPIC_ADDR
	R(KVM_SET_VAPIC_ADDR, IN, show_kvm_vapic_addr);
#endif
#ifdef KVM_TPR_ACCESS_REPORTING
	R(KVM_TPR_ACCESS_REPORTING, INOUT, show_kvm_tpr_access_ctl);
#endif
#ifdef KVM_X86_SET_MCE
	R(KVM_X86_SET_MCE, IN, show_kvm_x86_mce);
#endif
#ifdef VIDIOC_G_AUDIO
	R(VIDIOC_G_AUDIO, OUT, show_v4l2_audio);
#endif
#ifdef VIDIOC_G_ENC_INDEX
	R(VIDIOC_G_ENC_INDEX, OUT, show_v4l2_enc_idx);
#endif
#ifdef VIDIOC_DBG_G_REGISTER
	R(VIDIOC_DBG_G_REGISTER, INOUT, show_v4l2_dbg_register);
#endif
#ifdef MEDIA_IOC_DEVICE_INFO
	R(MEDIA_IOC_DEVICE_INFO, INOUT, show_media_device_info);
#endif
#ifdef MEDIA_IOC_ENUM_LINKS
	R(MEDIA_IOC_ENUM_LINKS, INOUT, show_media_links_enum);
#endif
#ifdef MEDIA_IOC_SETUP_LINK
	R(MEDIA_IOC_SETUP_LINK, INOUT, show_media_link_desc);
#endif
#ifdef MEDIA_IOC_G_TOPOLOGY
	R(MEDIA_IOC_G_TOPOLOGY, INOUT, show_media_v2_topology);
#endif
#ifdef CEC_ADAP_G_LOG_ADDRS
	R(CEC_ADAP_G_LOG_ADDRS, OUT, show_cec_log_addrs);
#endif
#ifdef CEC_TRANSMIT
	R(CEC_TRANSMIT, INOUT, show_cec_msg);
#endif
#ifdef DRM_IOCTL_GEM_CLOSE
	R(DRM_IOCTL_GEM_CLOSE, IN, show_drm_gem_close);
#endif
#ifdef DRM_IOCTL_GEM_OPEN
	R(DRM_IOCTL_GEM_OPEN, INOUT, show_drm_gem_open);
#endif
#ifdef DRM_IOCTL_MODE_CREATE_DUMB
	R(DRM_IOCTL_MODE_CREATE_DUMB, INOUT, show_drm_mode_create_dumb);
#endif
#ifdef DRM_IOCTL_MODE_MAP_DUMB
	R(DRM_IOCTL_MODE_MAP_DUMB, INOUT, show_drm_mode_map_dumb);
#endif
#ifdef DRM_IOCTL_MODE_GETRESOURCES
	R(DRM_IOCTL_MODE_GETRESOURCES, INOUT, show_drm_mode_card_res);
#endif
#ifdef DRM_IOCTL_MODE_GETPLANE
	R(DRM_IOCTL_MODE_GETPLANE, INOUT, show_drm_mode_get_plane);
#endif
#ifdef DRM_IOCTL_MODE_ADDFB
	R(DRM_IOCTL_MODE_ADDFB, INOUT, show_drm_mode_fb_cmd);
#endif
#ifdef DRM_IOCTL_MODE_DIRTYFB
	R(DRM_IOCTL_MODE_DIRTYFB, INOUT, show_drm_mode_fb_dirty_cmd);
#endif
#ifdef DRM_IOCTL_SYNCOBJ_WAIT
	R(DRM_IOCTL_SYNCOBJ_WAIT, INOUT, show_drm_syncobj_wait);
#endif
#ifdef DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD
	R(DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD, INOUT, show_drm_syncobj_handle);
#endif
#ifdef DRM_IOCTL_MODE_OBJ_SETPROPERTY
	R(DRM_IOCTL_MODE_OBJ_SETPROPERTY, INOUT, show_drm_mode_obj_set_property);
#endif
#ifdef DRM_IOCTL_SET_VERSION
	R(DRM_IOCTL_SET_VERSION, INOUT, show_drm_set_version);
#endif
#ifdef DRM_IOCTL_GET_CLIENT
	R(DRM_IOCTL_GET_CLIENT, INOUT, show_drm_client);
#endif
#ifdef DRM_IOCTL_AGP_INFO
	R(DRM_IOCTL_AGP_INFO, OUT, show_drm_agp_info);
#endif
#ifdef SYNC_IOC_MERGE
	R(SYNC_IOC_MERGE, INOUT, show_sync_merge_data);
#endif
#ifdef SYNC_IOC_FILE_INFO
	R(SYNC_IOC_FILE_INFO, INOUT, show_sync_file_info);
#endif
#ifdef VHOST_SET_VRING_NUM
	R(VHOST_SET_VRING_NUM, IN, show_vhost_vring_state);
#endif
#ifdef VHOST_SET_VRING_KICK
	R(VHOST_SET_VRING_KICK, IN, show_vhost_vring_file);
#endif
#ifdef VHOST_SET_FEATURES
	R(VHOST_SET_FEATURES, IN, show___u64);
#endif
#ifdef VHOST_VSOCK_SET_GUEST_CID
	R(VHOST_VSOCK_SET_GUEST_CID, IN, show___u64);
#endif
#ifdef VDUSE_IOTLB_GET_FD
	R(VDUSE_IOTLB_GET_FD, INOUT, show_vduse_iotlb_entry);
#endif
#ifdef USBDEVFS_SETINTERFACE
	R(USBDEVFS_SETINTERFACE, IN, show_usbdevfs_setinterface);
#endif
#ifdef USBDEVFS_CONNECTINFO
	R(USBDEVFS_CONNECTINFO, OUT, show_usbdevfs_connectinfo);
#endif
#ifdef VT_RESIZE
	R(VT_RESIZE, IN, show_vt_sizes);
#endif
#ifdef VT_GETCONSIZECSRPOS
	R(VT_GETCONSIZECSRPOS, OUT, show_vt_consizecsrpos);
#endif
#ifdef FBIOPUT_CON2FBMAP
	R(FBIOPUT_CON2FBMAP, IN, show_fb_con2fbmap);
#endif
#ifdef CDROMVOLREAD
	R(CDROMVOLREAD, OUT, show_cdrom_volctrl);
#endif
#ifdef F2FS_IOC_DEFRAGMENT
	R(F2FS_IOC_DEFRAGMENT, INOUT, show_f2fs_defragment);
#endif
#ifdef SNDRV_PCM_IOCTL_CHANNEL_INFO
	R(SNDRV_PCM_IOCTL_CHANNEL_INFO, OUT, show_snd_pcm_channel_info);
#endif
#ifdef SNDRV_CTL_IOCTL_PCM_NEXT_DEVICE
	R(SNDRV_CTL_IOCTL_PCM_NEXT_DEVICE, INOUT, show_int);
#endif
	return 0;
}
