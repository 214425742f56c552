/*
 * Requests whose structs the reference does not know, with what the kernel's headers say is behind the pointer: those that they
 * have on this machine, with members that are numbers and bytes.
 *
 * options: -e trace=ioctl
 */
#include "request.h"

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

NUMBER(unsigned int, unsigned_int)
#ifdef USBDEVFS_SETINTERFACE
STRUCT(usbdevfs_setinterface, N(interface); N(altsetting))
#endif
#ifdef USBDEVFS_CONNECTINFO
STRUCT(usbdevfs_connectinfo, N(devnum); N(slow))
#endif
#ifdef VT_RESIZE
STRUCT(vt_sizes, N(v_rows); N(v_cols); N(v_scrollsize))
#endif
#ifdef VT_GETCONSIZECSRPOS
STRUCT(vt_consizecsrpos, N(con_rows); N(con_cols); N(csr_row); N(csr_col))
#endif
#ifdef FBIOPUT_CON2FBMAP
STRUCT(fb_con2fbmap, N(console); N(framebuffer))
#endif
#ifdef CDROMVOLREAD
STRUCT(cdrom_volctrl, N(channel0); N(channel1); N(channel2); N(channel3))
#endif
#ifdef F2FS_IOC_DEFRAGMENT
STRUCT(f2fs_defragment, N(start); N(len))
#endif
#ifdef SNDRV_PCM_IOCTL_CHANNEL_INFO
STRUCT(snd_pcm_channel_info, N(channel); N(offset); N(first); N(step))
#endif
#ifdef UI_BEGIN_FF_ERASE
STRUCT(uinput_ff_erase, N(request_id); N(retval); N(effect_id))
#endif
NUMBER(int, int)
#ifdef PPPIOCGIDLE64
STRUCT(ppp_idle64, N(xmit_idle); N(recv_idle))
#endif
#ifdef BLKRESETZONE
STRUCT(blk_zone_range, N(sector); N(nr_sectors))
#endif
#ifdef IOC_OPAL_GET_STATUS
STRUCT(opal_status, X(flags); UNLESS_0(X, reserved))
#endif
#ifdef NVME_IOCTL_SUBMIT_IO
STRUCT(nvme_user_io,
	N(opcode); X(flags); N(control); N(nblocks); UNLESS_0(X, rsvd); N(metadata); X(addr); N(slba); N(dsmgmt);
	X(reftag); X(apptag); X(appmask))
#endif
#ifdef NVME_IOCTL_ADMIN_CMD
STRUCT(nvme_passthru_cmd,
	N(opcode); X(flags); UNLESS_0(X, rsvd1); N(nsid); N(cdw2); N(cdw3); N(metadata); X(addr); N(metadata_len);
	N(data_len); N(cdw10); N(cdw11); N(cdw12); N(cdw13); N(cdw14); N(cdw15); N(timeout_ms); N(result))
#endif
#ifdef NVME_IOCTL_IO64_CMD
STRUCT(nvme_passthru_cmd64,
	N(opcode); X(flags); UNLESS_0(X, rsvd1); N(nsid); N(cdw2); N(cdw3); N(metadata); X(addr); N(metadata_len);
	N(data_len); N(cdw10); N(cdw11); N(cdw12); N(cdw13); N(cdw14); N(cdw15); N(timeout_ms); UNLESS_0(X, rsvd2);
	N(result))
#endif
#ifdef KVM_INTERRUPT
STRUCT(kvm_interrupt, N(irq))
#endif
#ifdef KVM_IRQ_LINE
STRUCT(kvm_irq_level, N(irq); N(level))
#endif
#ifdef KVM_SET_VAPIC_ADDR
STRUCT(kvm_vapic_addr, X(vapic_addr))
#endif
#ifdef KVM_GET_DIRTY_LOG
STRUCT(kvm_dirty_log, N(slot); UNLESS_0(X, padding1); P(dirty_bitmap))
#endif
#ifdef KVM_REGISTER_COALESCED_MMIO
STRUCT(kvm_coalesced_mmio_zone, X(addr); N(size); UNLESS_0(X, pad))
#endif
#ifdef KVM_SET_ONE_REG
STRUCT(kvm_one_reg, N(id); X(addr))
#endif
#ifdef KVM_HYPERV_EVENTFD
STRUCT(kvm_hyperv_eventfd, N(conn_id); N(fd); X(flags); UNLESS_0(XS, padding))
#endif
#ifdef KVM_SIGNAL_MSI
STRUCT(kvm_msi, X(address_lo); X(address_hi); X(data); X(flags); N(devid); UNLESS_0(B, pad))
#endif
#ifdef KVM_X86_SET_MCE
STRUCT(kvm_x86_mce,
	X(status); X(addr); N(misc); X(mcg_status); N(bank); UNLESS_0(B, pad1); UNLESS_0(XS, pad2))
#endif
#ifdef KVM_SET_PIT2
STRUCT(kvm_pit_state2,
	WITHINS(channels, N(count); N(latched_count); N(count_latched); X(status_latched); X(status); N(read_state); N(write_state);
		N(write_latch); N(rw_mode); N(mode); N(bcd); N(gate); N(count_load_time));
	X(flags); UNLESS_0(XS, reserved))
#endif
#ifdef KVM_GET_VCPU_EVENTS
STRUCT(kvm_vcpu_events,
	WITHIN(exception, N(injected); N(nr); N(has_error_code); N(pending); N(error_code));
	WITHIN(interrupt, N(injected); N(nr); N(soft); N(shadow)); WITHIN(nmi, N(injected); N(pending); X(masked); UNLESS_0(X, pad));
	N(sipi_vector); X(flags); WITHIN(smi, N(smm); N(pending); N(smm_inside_nmi); N(latched_init));
	WITHIN(triple_fault, N(pending)); UNLESS_0(B, reserved); N(exception_has_payload); N(exception_payload))
#endif
#ifdef KVM_GET_DEBUGREGS
STRUCT(kvm_debugregs, NS(db); N(dr6); N(dr7); X(flags); UNLESS_0(XS, reserved))
#endif
#ifdef KVM_GET_XCRS
STRUCT(kvm_xcrs, N(nr_xcrs); X(flags); WITHINS(xcrs, N(xcr); UNLESS_0(X, reserved); X(value)); UNLESS_0(XS, padding))
#endif
#ifdef KVM_TRANSLATE
STRUCT(kvm_translation,
	X(linear_address); X(physical_address); N(valid); N(writeable); N(usermode); UNLESS_0(B, pad))
#endif
#ifdef KVM_TPR_ACCESS_REPORTING
STRUCT(kvm_tpr_access_ctl, N(enabled); X(flags); UNLESS_0(XS, reserved))
#endif
#ifdef VIDIOC_G_AUDIO
STRUCT(v4l2_audio, N(index); T(name); N(capability); N(mode); UNLESS_0(XS, reserved))
#endif
#ifdef VIDIOC_G_ENC_INDEX
STRUCT(v4l2_enc_idx, N(entries); X(entries_cap); UNLESS_0(XS, reserved); AS(entry, "[...]"))
#endif
#ifdef VIDIOC_DBG_G_REGISTER
STRUCT(v4l2_dbg_register, WITHIN(match, N(type); X(addr)); N(size); N(reg); X(val))
#endif
#ifdef MEDIA_IOC_ENUM_LINKS
STRUCT(media_links_enum, N(entity); P(pads); P(links); UNLESS_0(XS, reserved))
#endif
#ifdef MEDIA_IOC_SETUP_LINK
STRUCT(media_link_desc,
	WITHIN(source, N(entity); N(index); X(flags); UNLESS_0(XS, reserved));
	WITHIN(sink, N(entity); N(index); X(flags); UNLESS_0(XS, reserved)); X(flags); UNLESS_0(XS, reserved))
#endif
#ifdef MEDIA_IOC_G_TOPOLOGY
STRUCT(media_v2_topology,
	X(topology_version); N(num_entities); UNLESS_0(X, reserved1); X(ptr_entities); N(num_interfaces);
	UNLESS_0(X, reserved2); X(ptr_interfaces); N(num_pads); UNLESS_0(X, reserved3); X(ptr_pads); N(num_links);
	UNLESS_0(X, reserved4); X(ptr_links))
#endif
#ifdef MEDIA_IOC_DEVICE_INFO
STRUCT(media_device_info,
	T(driver); T(model); T(serial); T(bus_info); X(media_version); N(hw_revision); X(driver_version);
	if (request_is_set(p->reserved, sizeof(p->reserved))) AS(reserved, "[...]"))
#endif
#ifdef CEC_ADAP_G_LOG_ADDRS
STRUCT(cec_log_addrs,
	B(log_addr); X(log_addr_mask); X(cec_version); X(num_log_addrs); N(vendor_id); X(flags); T(osd_name);
	B(primary_device_type); B(log_addr_type); B(all_device_types); S(features))
#endif
#ifdef CEC_TRANSMIT
STRUCT(cec_msg,
	N(tx_ts); N(rx_ts); N(len); N(timeout); N(sequence); X(flags); B(msg); N(reply); X(rx_status); X(tx_status);
	N(tx_arb_lost_cnt); N(tx_nack_cnt); N(tx_low_drive_cnt); N(tx_error_cnt))
#endif
#ifdef DRM_IOCTL_GEM_CLOSE
STRUCT(drm_gem_close, N(handle); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_AGP_INFO
STRUCT(drm_agp_info,
	N(agp_version_major); N(agp_version_minor); N(mode); X(aperture_base); N(aperture_size); N(memory_allowed);
	N(memory_used); N(id_vendor); N(id_device))
#endif
#ifdef DRM_IOCTL_SET_VERSION
STRUCT(drm_set_version, N(drm_di_major); N(drm_di_minor); N(drm_dd_major); N(drm_dd_minor))
#endif
#ifdef DRM_IOCTL_GEM_OPEN
STRUCT(drm_gem_open, N(name); N(handle); N(size))
#endif
#ifdef DRM_IOCTL_MODE_MAP_DUMB
STRUCT(drm_mode_map_dumb, N(handle); UNLESS_0(X, pad); X(offset))
#endif
#ifdef DRM_IOCTL_MODE_OBJ_SETPROPERTY
STRUCT(drm_mode_obj_set_property, X(value); N(prop_id); N(obj_id); N(obj_type))
#endif
#ifdef DRM_IOCTL_GET_CLIENT
STRUCT(drm_client, N(idx); N(auth); N(pid); N(uid); N(magic); N(iocs))
#endif
#ifdef DRM_IOCTL_MODE_DIRTYFB
STRUCT(drm_mode_fb_dirty_cmd, N(fb_id); X(flags); N(color); N(num_clips); X(clips_ptr))
#endif
#ifdef DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD
STRUCT(drm_syncobj_handle, N(handle); X(flags); N(fd); UNLESS_0(X, pad); X(point))
#endif
#ifdef DRM_IOCTL_MODE_ADDFB
STRUCT(drm_mode_fb_cmd, N(fb_id); N(width); N(height); N(pitch); N(bpp); N(depth); N(handle))
#endif
#ifdef DRM_IOCTL_MODE_CREATE_DUMB
STRUCT(drm_mode_create_dumb, N(height); N(width); N(bpp); X(flags); N(handle); N(pitch); N(size))
#endif
#ifdef DRM_IOCTL_MODE_GETPLANE
STRUCT(drm_mode_get_plane,
	N(plane_id); N(crtc_id); N(fb_id); N(possible_crtcs); N(gamma_size); N(count_format_types);
	X(format_type_ptr))
#endif
#ifdef DRM_IOCTL_SYNCOBJ_WAIT
STRUCT(drm_syncobj_wait,
	N(handles); N(timeout_nsec); N(count_handles); X(flags); N(first_signaled); UNLESS_0(X, pad);
	N(deadline_nsec))
#endif
#ifdef DRM_IOCTL_MODE_GETRESOURCES
STRUCT(drm_mode_card_res,
	X(fb_id_ptr); X(crtc_id_ptr); X(connector_id_ptr); X(encoder_id_ptr); N(count_fbs); N(count_crtcs);
	N(count_connectors); N(count_encoders); N(min_width); N(max_width); N(min_height); N(max_height))
#endif
#ifdef SYNC_IOC_MERGE
STRUCT(sync_merge_data, T(name); N(fd2); N(fence); X(flags); UNLESS_0(X, pad))
#endif
#ifdef SYNC_IOC_FILE_INFO
STRUCT(sync_file_info, T(name); N(status); X(flags); N(num_fences); UNLESS_0(X, pad); N(sync_fence_info))
#endif
NUMBER(__u64, __u64)
#ifdef VHOST_SET_VRING_NUM
STRUCT(vhost_vring_state, N(index); N(num))
#endif
#ifdef VHOST_SET_VRING_KICK
STRUCT(vhost_vring_file, N(index); N(fd))
#endif
#ifdef VDUSE_IOTLB_GET_FD
STRUCT(vduse_iotlb_entry, X(offset); N(start); N(last); N(perm))
#endif

int main(void)
{
	family_start();
	fill(arena, 0x6000, ONE);
#ifdef UI_BEGIN_FF_ERASE
	R(UI_BEGIN_FF_ERASE, INOUT, uinput_ff_erase);
#endif
#ifdef UI_GET_VERSION
	R(UI_GET_VERSION, OUT, unsigned_int);
#endif
#ifdef TUNSETSNDBUF
	R(TUNSETSNDBUF, IN, int);
#endif
#ifdef TUNGETVNETHDRSZ
	R(TUNGETVNETHDRSZ, OUT, int);
#endif
#ifdef PPPIOCGMRU
	R(PPPIOCGMRU, OUT, int);
#endif
#ifdef PPPIOCGIDLE64
	R(PPPIOCGIDLE64, OUT, ppp_idle64);
#endif
#ifdef PPPIOCSMAXCID
	R(PPPIOCSMAXCID, IN, int);
#endif
#ifdef AUTOFS_IOC_PROTOVER
	R(AUTOFS_IOC_PROTOVER, OUT, int);
#endif
#ifdef AUTOFS_IOC_ASKUMOUNT
	R(AUTOFS_IOC_ASKUMOUNT, OUT, int);
#endif
#ifdef BLKRESETZONE
	R(BLKRESETZONE, IN, blk_zone_range);
#endif
#ifdef IOC_OPAL_GET_STATUS
	R(IOC_OPAL_GET_STATUS, OUT, opal_status);
#endif
#ifdef NVME_IOCTL_ADMIN_CMD
	R(NVME_IOCTL_ADMIN_CMD, INOUT, nvme_passthru_cmd);
#endif
#ifdef NVME_IOCTL_IO64_CMD
	R(NVME_IOCTL_IO64_CMD, INOUT, nvme_passthru_cmd64);
#endif
#ifdef NVME_IOCTL_SUBMIT_IO
	R(NVME_IOCTL_SUBMIT_IO, IN, nvme_user_io);
#endif
#ifdef KVM_INTERRUPT
	R(KVM_INTERRUPT, IN, kvm_interrupt);
#endif
#ifdef KVM_IRQ_LINE
	R(KVM_IRQ_LINE, IN, kvm_irq_level);
#endif
#ifdef KVM_GET_DIRTY_LOG
	R(KVM_GET_DIRTY_LOG, IN, kvm_dirty_log);
#endif
#ifdef KVM_SIGNAL_MSI
	R(KVM_SIGNAL_MSI, IN, kvm_msi);
#endif
#ifdef KVM_SET_PIT2
	R(KVM_SET_PIT2, IN, kvm_pit_state2);
#endif
#ifdef KVM_GET_XCRS
	R(KVM_GET_XCRS, OUT, kvm_xcrs);
#endif
#ifdef KVM_GET_VCPU_EVENTS
	R(KVM_GET_VCPU_EVENTS, OUT, kvm_vcpu_events);
#endif
#ifdef KVM_GET_DEBUGREGS
	R(KVM_GET_DEBUGREGS, OUT, kvm_debugregs);
#endif
#ifdef KVM_TRANSLATE
	R(KVM_TRANSLATE, INOUT, kvm_translation);
#endif
#ifdef KVM_SET_ONE_REG
	R(KVM_SET_ONE_REG, IN, kvm_one_reg);
#endif
#ifdef KVM_HYPERV_EVENTFD
	R(KVM_HYPERV_EVENTFD, IN, kvm_hyperv_eventfd);
#endif
#ifdef KVM_REGISTER_COALESCED_MMIO
	R(KVM_REGISTER_COALESCED_MMIO, IN, kvm_coalesced_mmio_zone);
#endif
#ifdef KVM_SET_VAPIC_ADDR
	R(KVM_SET_VAPIC_ADDR, IN, kvm_vapic_addr);
#endif
#ifdef KVM_TPR_ACCESS_REPORTING
	R(KVM_TPR_ACCESS_REPORTING, INOUT, kvm_tpr_access_ctl);
#endif
#ifdef KVM_X86_SET_MCE
	R(KVM_X86_SET_MCE, IN, kvm_x86_mce);
#endif
#ifdef VIDIOC_G_AUDIO
	R(VIDIOC_G_AUDIO, OUT, v4l2_audio);
#endif
#ifdef VIDIOC_G_ENC_INDEX
	R(VIDIOC_G_ENC_INDEX, OUT, v4l2_enc_idx);
#endif
#ifdef VIDIOC_DBG_G_REGISTER
	R(VIDIOC_DBG_G_REGISTER, INOUT, v4l2_dbg_register);
#endif
#ifdef MEDIA_IOC_DEVICE_INFO
	R(MEDIA_IOC_DEVICE_INFO, INOUT, media_device_info);
#endif
#ifdef MEDIA_IOC_ENUM_LINKS
	R(MEDIA_IOC_ENUM_LINKS, INOUT, media_links_enum);
#endif
#ifdef MEDIA_IOC_SETUP_LINK
	R(MEDIA_IOC_SETUP_LINK, INOUT, media_link_desc);
#endif
#ifdef MEDIA_IOC_G_TOPOLOGY
	R(MEDIA_IOC_G_TOPOLOGY, INOUT, media_v2_topology);
#endif
#ifdef CEC_ADAP_G_LOG_ADDRS
	R(CEC_ADAP_G_LOG_ADDRS, OUT, cec_log_addrs);
#endif
#ifdef CEC_TRANSMIT
	R(CEC_TRANSMIT, INOUT, cec_msg);
#endif
#ifdef DRM_IOCTL_GEM_CLOSE
	R(DRM_IOCTL_GEM_CLOSE, IN, drm_gem_close);
#endif
#ifdef DRM_IOCTL_GEM_OPEN
	R(DRM_IOCTL_GEM_OPEN, INOUT, drm_gem_open);
#endif
#ifdef DRM_IOCTL_MODE_CREATE_DUMB
	R(DRM_IOCTL_MODE_CREATE_DUMB, INOUT, drm_mode_create_dumb);
#endif
#ifdef DRM_IOCTL_MODE_MAP_DUMB
	R(DRM_IOCTL_MODE_MAP_DUMB, INOUT, drm_mode_map_dumb);
#endif
#ifdef DRM_IOCTL_MODE_GETRESOURCES
	R(DRM_IOCTL_MODE_GETRESOURCES, INOUT, drm_mode_card_res);
#endif
#ifdef DRM_IOCTL_MODE_GETPLANE
	R(DRM_IOCTL_MODE_GETPLANE, INOUT, drm_mode_get_plane);
#endif
#ifdef DRM_IOCTL_MODE_ADDFB
	R(DRM_IOCTL_MODE_ADDFB, INOUT, drm_mode_fb_cmd);
#endif
#ifdef DRM_IOCTL_MODE_DIRTYFB
	R(DRM_IOCTL_MODE_DIRTYFB, INOUT, drm_mode_fb_dirty_cmd);
#endif
#ifdef DRM_IOCTL_SYNCOBJ_WAIT
	R(DRM_IOCTL_SYNCOBJ_WAIT, INOUT, drm_syncobj_wait);
#endif
#ifdef DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD
	R(DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD, INOUT, drm_syncobj_handle);
#endif
#ifdef DRM_IOCTL_MODE_OBJ_SETPROPERTY
	R(DRM_IOCTL_MODE_OBJ_SETPROPERTY, INOUT, drm_mode_obj_set_property);
#endif
#ifdef DRM_IOCTL_SET_VERSION
	R(DRM_IOCTL_SET_VERSION, INOUT, drm_set_version);
#endif
#ifdef DRM_IOCTL_GET_CLIENT
	R(DRM_IOCTL_GET_CLIENT, INOUT, drm_client);
#endif
#ifdef DRM_IOCTL_AGP_INFO
	R(DRM_IOCTL_AGP_INFO, OUT, drm_agp_info);
#endif
#ifdef SYNC_IOC_MERGE
	R(SYNC_IOC_MERGE, INOUT, sync_merge_data);
#endif
#ifdef SYNC_IOC_FILE_INFO
	R(SYNC_IOC_FILE_INFO, INOUT, sync_file_info);
#endif
#ifdef VHOST_SET_VRING_NUM
	R(VHOST_SET_VRING_NUM, IN, vhost_vring_state);
#endif
#ifdef VHOST_SET_VRING_KICK
	R(VHOST_SET_VRING_KICK, IN, vhost_vring_file);
#endif
#ifdef VHOST_SET_FEATURES
	R(VHOST_SET_FEATURES, IN, __u64);
#endif
#ifdef VHOST_VSOCK_SET_GUEST_CID
	R(VHOST_VSOCK_SET_GUEST_CID, IN, __u64);
#endif
#ifdef VDUSE_IOTLB_GET_FD
	R(VDUSE_IOTLB_GET_FD, INOUT, vduse_iotlb_entry);
#endif
#ifdef USBDEVFS_SETINTERFACE
	R(USBDEVFS_SETINTERFACE, IN, usbdevfs_setinterface);
#endif
#ifdef USBDEVFS_CONNECTINFO
	R(USBDEVFS_CONNECTINFO, OUT, usbdevfs_connectinfo);
#endif
#ifdef VT_RESIZE
	R(VT_RESIZE, IN, vt_sizes);
#endif
#ifdef VT_GETCONSIZECSRPOS
	R(VT_GETCONSIZECSRPOS, OUT, vt_consizecsrpos);
#endif
#ifdef FBIOPUT_CON2FBMAP
	R(FBIOPUT_CON2FBMAP, IN, fb_con2fbmap);
#endif
#ifdef CDROMVOLREAD
	R(CDROMVOLREAD, OUT, cdrom_volctrl);
#endif
#ifdef F2FS_IOC_DEFRAGMENT
	R(F2FS_IOC_DEFRAGMENT, INOUT, f2fs_defragment);
#endif
#ifdef SNDRV_PCM_IOCTL_CHANNEL_INFO
	R(SNDRV_PCM_IOCTL_CHANNEL_INFO, OUT, snd_pcm_channel_info);
#endif
#ifdef SNDRV_CTL_IOCTL_PCM_NEXT_DEVICE
	R(SNDRV_CTL_IOCTL_PCM_NEXT_DEVICE, INOUT, int);
#endif
	return 0;
}
