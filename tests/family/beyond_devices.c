/*
 * Requests of devices that the reference does not know: what is behind the pointer, as the kernel's headers have it, and members with names.
 *
 * options: -e trace=ioctl
 */
#include "named.h"

#include <stdbool.h>
#if __has_include(<linux/ipmi.h>)
#include <linux/ipmi.h>
#endif
#if __has_include(<linux/ipmi_msgdefs.h>)
#include <linux/ipmi_msgdefs.h>
#endif
#if __has_include(<linux/ipmi_bmc.h>)
#include <linux/ipmi_bmc.h>
#endif
#if __has_include(<linux/bt-bmc.h>)
#include <linux/bt-bmc.h>
#endif
#if __has_include(<linux/firewire-cdev.h>)
#include <linux/firewire-cdev.h>
#endif
#if __has_include(<linux/firewire-constants.h>)
#include <linux/firewire-constants.h>
#endif
#if __has_include(<linux/pps.h>)
#include <linux/pps.h>
#endif
#if __has_include(<linux/pps_gen.h>)
#include <linux/pps_gen.h>
#endif
#if __has_include(<linux/rfkill.h>)
#include <linux/rfkill.h>
#endif
#if __has_include(<asm/mtrr.h>)
#include <asm/mtrr.h>
#endif
#if __has_include(<asm/mce.h>)
#include <asm/mce.h>
#endif
#if __has_include(<asm/msr.h>)
#include <asm/msr.h>
#endif
#if __has_include(<asm/sgx.h>)
#include <asm/sgx.h>
#endif
#if __has_include(<asm/amd_hsmp.h>)
#include <asm/amd_hsmp.h>
#endif
#if __has_include(<rdma/rdma_user_ioctl.h>)
#include <rdma/rdma_user_ioctl.h>
#endif
#if __has_include(<rdma/ib_user_mad.h>)
#include <rdma/ib_user_mad.h>
#endif
#if __has_include(<rdma/hfi/hfi1_user.h>)
#include <rdma/hfi/hfi1_user.h>
#endif
#if __has_include(<rdma/rdma_user_ioctl_cmds.h>)
#include <rdma/rdma_user_ioctl_cmds.h>
#endif
#if __has_include(<rdma/ib_user_ioctl_cmds.h>)
#include <rdma/ib_user_ioctl_cmds.h>
#endif
#if __has_include(<rdma/ib_user_ioctl_verbs.h>)
#include <rdma/ib_user_ioctl_verbs.h>
#endif
#if __has_include(<linux/atm.h>)
#include <linux/atm.h>
#endif
#if __has_include(<linux/atmioc.h>)
#include <linux/atmioc.h>
#endif
#if __has_include(<linux/atmdev.h>)
#include <linux/atmdev.h>
#endif
#if __has_include(<linux/atmppp.h>)
#include <linux/atmppp.h>
#endif
#if __has_include(<linux/atmbr2684.h>)
#include <linux/atmbr2684.h>
#endif
#if __has_include(<linux/if.h>)
#include <linux/if.h>
#endif
#if __has_include(<linux/gsmmux.h>)
#include <linux/gsmmux.h>
#endif
#if __has_include(<linux/mei.h>)
#include <linux/mei.h>
#endif
#if __has_include(<linux/ndctl.h>)
#include <linux/ndctl.h>
#endif
#if __has_include(<linux/cxl_mem.h>)
#include <linux/cxl_mem.h>
#endif
#if __has_include(<fwctl/fwctl.h>)
#include <fwctl/fwctl.h>
#endif
#if __has_include(<linux/isst_if.h>)
#include <linux/isst_if.h>
#endif
#if __has_include(<linux/switchtec_ioctl.h>)
#include <linux/switchtec_ioctl.h>
#endif
#if __has_include(<linux/hpet.h>)
#include <linux/hpet.h>
#endif
#if __has_include(<linux/mmtimer.h>)
#include <linux/mmtimer.h>
#endif
#if __has_include(<linux/nvram.h>)
#include <linux/nvram.h>
#endif
#if __has_include(<linux/usb/ch9.h>)
#include <linux/usb/ch9.h>
#endif
#if __has_include(<linux/usb/raw_gadget.h>)
#include <linux/usb/raw_gadget.h>
#endif
#if __has_include(<linux/usb/functionfs.h>)
#include <linux/usb/functionfs.h>
#endif
#if __has_include(<linux/usb/g_hid.h>)
#include <linux/usb/g_hid.h>
#endif
#if __has_include(<linux/usb/g_printer.h>)
#include <linux/usb/g_printer.h>
#endif
#if __has_include(<linux/usb/tmc.h>)
#include <linux/usb/tmc.h>
#endif
#if __has_include(<linux/gpib.h>)
#include <linux/gpib.h>
#endif
#if __has_include(<linux/gpib_ioctl.h>)
#include <linux/gpib_ioctl.h>
#endif
#if __has_include(<linux/comedi.h>)
#include <linux/comedi.h>
#endif
#if __has_include(<linux/iio/buffer.h>)
#include <linux/iio/buffer.h>
#endif
#if __has_include(<linux/iio/events.h>)
#include <linux/iio/events.h>
#endif
#if __has_include(<linux/ppdev.h>)
#include <linux/ppdev.h>
#endif
#if __has_include(<linux/pwm.h>)
#include <linux/pwm.h>
#endif
#if __has_include(<linux/stm.h>)
#include <linux/stm.h>
#endif
#if __has_include(<linux/rpmsg.h>)
#include <linux/rpmsg.h>
#endif
#if __has_include(<linux/remoteproc_cdev.h>)
#include <linux/remoteproc_cdev.h>
#endif
#if __has_include(<linux/rio_cm_cdev.h>)
#include <linux/rio_cm_cdev.h>
#endif
#if __has_include(<linux/rio_mport_cdev.h>)
#include <linux/rio_mport_cdev.h>
#endif
#if __has_include(<linux/scif_ioctl.h>)
#include <linux/scif_ioctl.h>
#endif
#if __has_include(<linux/serio.h>)
#include <linux/serio.h>
#endif
#if __has_include(<linux/sonypi.h>)
#include <linux/sonypi.h>
#endif
#if __has_include(<linux/toshiba.h>)
#include <linux/toshiba.h>
#endif
#if __has_include(<linux/i8k.h>)
#include <linux/i8k.h>
#endif
#if __has_include(<linux/wmi.h>)
#include <linux/wmi.h>
#endif
#if __has_include(<linux/apm_bios.h>)
#include <linux/apm_bios.h>
#endif
#if __has_include(<linux/pfrut.h>)
#include <linux/pfrut.h>
#endif
#if __has_include(<linux/surface_aggregator/cdev.h>)
#include <linux/surface_aggregator/cdev.h>
#endif
#if __has_include(<linux/surface_aggregator/dtx.h>)
#include <linux/surface_aggregator/dtx.h>
#endif
#if __has_include(<linux/suspend_ioctls.h>)
#include <linux/suspend_ioctls.h>
#endif
#if __has_include(<misc/fastrpc.h>)
#include <misc/fastrpc.h>
#endif
#if __has_include(<misc/ocxl.h>)
#include <misc/ocxl.h>
#endif
#if __has_include(<misc/xilinx_sdfec.h>)
#include <misc/xilinx_sdfec.h>
#endif
#if __has_include(<misc/uacce/uacce.h>)
#include <misc/uacce/uacce.h>
#endif
#if __has_include(<misc/uacce/hisi_qm.h>)
#include <misc/uacce/hisi_qm.h>
#endif
#if __has_include(<misc/amd-apml.h>)
#include <misc/amd-apml.h>
#endif
#if __has_include(<misc/mrvl_cn10k_dpi.h>)
#include <misc/mrvl_cn10k_dpi.h>
#endif
#if __has_include(<linux/misc/bcm_vk.h>)
#include <linux/misc/bcm_vk.h>
#endif
#if __has_include(<linux/genwqe/genwqe_card.h>)
#include <linux/genwqe/genwqe_card.h>
#endif
#if __has_include(<linux/fpga-dfl.h>)
#include <linux/fpga-dfl.h>
#endif
#if __has_include(<linux/hsi/cs-protocol.h>)
#include <linux/hsi/cs-protocol.h>
#endif
#if __has_include(<linux/hsi/hsi_char.h>)
#include <linux/hsi/hsi_char.h>
#endif
#if __has_include(<linux/pcitest.h>)
#include <linux/pcitest.h>
#endif
#if __has_include(<linux/aspeed-lpc-ctrl.h>)
#include <linux/aspeed-lpc-ctrl.h>
#endif
#if __has_include(<linux/aspeed-p2a-ctrl.h>)
#include <linux/aspeed-p2a-ctrl.h>
#endif
#if __has_include(<linux/phantom.h>)
#include <linux/phantom.h>
#endif
#if __has_include(<linux/tps6594_pfsm.h>)
#include <linux/tps6594_pfsm.h>
#endif
#if __has_include(<linux/usb/cdc-wdm.h>)
#include <linux/usb/cdc-wdm.h>
#endif
#if __has_include(<linux/map_benchmark.h>)
#include <linux/map_benchmark.h>
#endif
#if __has_include(<linux/major.h>)
#include <linux/major.h>
#endif
#if __has_include(<linux/mmc/ioctl.h>)
#include <linux/mmc/ioctl.h>
#endif
#if __has_include(<linux/chio.h>)
#include <linux/chio.h>
#endif
#if __has_include(<linux/udf_fs_i.h>)
#include <linux/udf_fs_i.h>
#endif
#if __has_include(<linux/cachefiles.h>)
#include <linux/cachefiles.h>
#endif
#if __has_include(<linux/liveupdate.h>)
#include <linux/liveupdate.h>
#endif
#if __has_include(<linux/kcov.h>)
#include <linux/kcov.h>
#endif
#if __has_include(<linux/loadpin.h>)
#include <linux/loadpin.h>
#endif
#if __has_include(<linux/vtpm_proxy.h>)
#include <linux/vtpm_proxy.h>
#endif
#if __has_include(<linux/cciss_defs.h>)
#include <linux/cciss_defs.h>
#endif
#if __has_include(<linux/cciss_ioctl.h>)
#include <linux/cciss_ioctl.h>
#endif
#if __has_include(<linux/i2o-dev.h>)
#include <linux/i2o-dev.h>
#endif
#if __has_include(<linux/soundcard.h>)
#include <linux/soundcard.h>
#endif
#if __has_include(<linux/sonet.h>)
#include <linux/sonet.h>
#endif
#if __has_include(<linux/serial.h>)
#include <linux/serial.h>
#endif
#if __has_include(<linux/blktrace_api.h>)
#include <linux/blktrace_api.h>
#endif
#if __has_include(<linux/fs.h>)
#include <linux/fs.h>
#endif
#if __has_include(<linux/ivtvfb.h>)
#include <linux/ivtvfb.h>
#endif
#if __has_include(<sys/time.h>)
#include <sys/time.h>
#endif
#if __has_include(<linux/filter.h>)
#include <linux/filter.h>
#endif
#if __has_include(<linux/ppp-ioctl.h>)
#include <linux/ppp-ioctl.h>
#endif
#if __has_include(<linux/omapfb.h>)
#include <linux/omapfb.h>
#endif
#if __has_include(<linux/matroxfb.h>)
#include <linux/matroxfb.h>
#endif
#if __has_include(<linux/radeonfb.h>)
#include <linux/radeonfb.h>
#endif
#if __has_include(<linux/arcfb.h>)
#include <linux/arcfb.h>
#endif
#if __has_include(<mtd/mtd-abi.h>)
#include <mtd/mtd-abi.h>
#endif
#if __has_include(<linux/videodev2.h>)
#include <linux/videodev2.h>
#endif

#ifdef IPMICTL_REGISTER_FOR_CMD
STRUCT(ipmi_cmdspec, E(netfn, "IPMI_NETFN_???"); X(cmd))
#endif
NUMBER(__s32, s32)
static void show_u32_hex(const __u32 *p) { put("["), put_hex(sizeof(*p), *p), put("]"); }
NUMBER(__u32, u32)
#ifdef IPMICTL_SET_MY_CHANNEL_ADDRESS_CMD
STRUCT(ipmi_channel_lun_address_set, N(channel); X(value))
#endif
#ifdef IPMICTL_SET_TIMING_PARMS_CMD
STRUCT(ipmi_timing_parms, N(retries); N(retry_time_ms))
#endif
#ifdef IPMICTL_REGISTER_FOR_CMD_CHANS
STRUCT(ipmi_cmdspec_chans, E(netfn, "IPMI_NETFN_???"); X(cmd); X(chans))
#endif
#ifdef IPMICTL_SEND_COMMAND
STRUCT(ipmi_req,
	P(addr); N(addr_len); N(msgid); WITHIN(msg, E(netfn, "IPMI_NETFN_???"); X(cmd); N(data_len); AS(data, "\"\""))
)
#endif
#ifdef IPMICTL_SEND_COMMAND_SETTIME
STRUCT(ipmi_req_settime,
	WITHIN(req, P(addr); N(addr_len); N(msgid); WITHIN(msg, E(netfn, "IPMI_NETFN_???"); X(cmd); N(data_len); AS(data, "\"\"")));
	N(retries); N(retry_time_ms)
)
#endif
#ifdef FW_CDEV_IOC_DEALLOCATE
STRUCT(fw_cdev_deallocate, N(handle))
#endif
#ifdef FW_CDEV_IOC_INITIATE_BUS_RESET
STRUCT(fw_cdev_initiate_bus_reset, E(type, "FW_CDEV_???_RESET", V(FW_CDEV_SHORT_RESET) V(FW_CDEV_LONG_RESET)))
#endif
#ifdef FW_CDEV_IOC_REMOVE_DESCRIPTOR
STRUCT(fw_cdev_remove_descriptor, N(handle))
#endif
#ifdef FW_CDEV_IOC_STOP_ISO
STRUCT(fw_cdev_stop_iso, N(handle))
#endif
#ifdef FW_CDEV_IOC_FLUSH_ISO
STRUCT(fw_cdev_flush_iso, N(handle))
#endif
#ifdef FW_CDEV_IOC_RECEIVE_PHY_PACKETS
STRUCT(fw_cdev_receive_phy_packets, X(closure))
#endif
#ifdef FW_CDEV_IOC_SET_ISO_CHANNELS
STRUCT(fw_cdev_set_iso_channels, X(channels); N(handle))
#endif
#ifdef FW_CDEV_IOC_START_ISO
STRUCT(fw_cdev_start_iso,
	N(cycle); N(sync); F(tags, "FW_CDEV_ISO_CONTEXT_MATCH_???", V(FW_CDEV_ISO_CONTEXT_MATCH_TAG0)); N(handle)
)
#endif
#ifdef FW_CDEV_IOC_SEND_RESPONSE
STRUCT(fw_cdev_send_response, E(rcode, "RCODE_???", V(RCODE_COMPLETE)); N(length); PW(data); N(handle))
#endif
#ifdef FW_CDEV_IOC_ALLOCATE_ISO_RESOURCE_ONCE
STRUCT(fw_cdev_allocate_iso_resource, X(closure); X(channels); N(bandwidth); N(handle))
#endif
#ifdef FW_CDEV_IOC_SEND_REQUEST
STRUCT(fw_cdev_send_request,
	E(tcode, "TCODE_???", V(TCODE_WRITE_BLOCK_REQUEST) V(TCODE_WRITE_QUADLET_REQUEST)); N(length); X(offset); X(closure);
	PW(data); N(generation)
)
#endif
#ifdef FW_CDEV_IOC_SEND_STREAM_PACKET
STRUCT(fw_cdev_send_stream_packet,
	N(length); N(tag); N(channel); N(sy); X(closure); PW(data); N(generation);
	E(speed, "SCODE_???", V(SCODE_200) V(SCODE_100))
)
#endif
#ifdef FW_CDEV_IOC_GET_CYCLE_TIMER
STRUCT(fw_cdev_get_cycle_timer, N(local_time); X(cycle_timer))
#endif
#ifdef FW_CDEV_IOC_SEND_PHY_PACKET
STRUCT(fw_cdev_send_phy_packet, X(closure); XS(data); N(generation))
#endif
#ifdef FW_CDEV_IOC_QUEUE_ISO
STRUCT(fw_cdev_queue_iso, X(packets); X(data); N(size); N(handle))
#endif
#ifdef PPS_SETPARAMS
STRUCT(pps_kparams,
	N(api_version); F(mode, "PPS_???", V(PPS_CAPTUREASSERT));
	WITHIN(assert_off_tu, N(sec); N(nsec); F(flags, "PPS_TIME_???", V(PPS_TIME_INVALID)));
	WITHIN(clear_off_tu, N(sec); N(nsec); F(flags, "PPS_TIME_???", V(PPS_TIME_INVALID)))
)
#endif
#ifdef PPS_KC_BIND
STRUCT(pps_bind_args,
	F(tsformat, "PPS_???", V(PPS_CAPTUREASSERT)); F(edge, "PPS_???", V(PPS_CAPTUREASSERT));
	E(consumer, "PPS_KC_???", V(PPS_KC_HARDPPS_PLL) V(PPS_KC_HARDPPS))
)
#endif
#ifdef PPS_GEN_FETCHEVENT
STRUCT(pps_gen_event, E(event, "PPS_GEN_EVENT_???", V(PPS_GEN_EVENT_MISSEDPULSE)); N(sequence))
#endif
#ifdef MTRRIOC_ADD_ENTRY
STRUCT(mtrr_sentry, X(base); X(size); E(type, "MTRR_TYPE_???", V(MTRR_TYPE_WRCOMB)))
#endif
static void show_s32_hex(const __s32 *p) { put("["), put_hex(sizeof(*p), *p), put("]"); }
#ifdef SGX_IOC_ENCLAVE_CREATE
STRUCT(sgx_enclave_create, X(src))
#endif
#ifdef SGX_IOC_ENCLAVE_INIT
STRUCT(sgx_enclave_init, X(sigstruct))
#endif
#ifdef SGX_IOC_ENCLAVE_PROVISION
STRUCT(sgx_enclave_provision, N(fd))
#endif
#ifdef SGX_IOC_ENCLAVE_REMOVE_PAGES
STRUCT_OF(struct sgx_enclave_remove_pages, sgx_enclave_remove_pages_asked, X(offset); N(length))
STRUCT_OF(struct sgx_enclave_remove_pages, sgx_enclave_remove_pages_told, N(count))
#endif
#ifdef SGX_IOC_ENCLAVE_RESTRICT_PERMISSIONS
STRUCT_OF(struct sgx_enclave_restrict_permissions, sgx_enclave_restrict_permissions_asked,
	X(offset); N(length); X(permissions)
)
STRUCT_OF(struct sgx_enclave_restrict_permissions, sgx_enclave_restrict_permissions_told, N(result); N(count))
#endif
#ifdef SGX_IOC_ENCLAVE_MODIFY_TYPES
STRUCT_OF(struct sgx_enclave_modify_types, sgx_enclave_modify_types_asked, X(offset); N(length); N(page_type))
STRUCT_OF(struct sgx_enclave_modify_types, sgx_enclave_modify_types_told, N(result); N(count))
#endif
#ifdef SGX_IOC_ENCLAVE_ADD_PAGES
STRUCT_OF(struct sgx_enclave_add_pages, sgx_enclave_add_pages_asked,
	X(src); X(offset); N(length); X(secinfo); F(flags, "SGX_PAGE_???", V(SGX_PAGE_MEASURE))
)
STRUCT_OF(struct sgx_enclave_add_pages, sgx_enclave_add_pages_told, N(count))
#endif
#ifdef HSMP_IOCTL_CMD
STRUCT_OF(struct hsmp_message, hsmp_message_asked,
	E(msg_id, "HSMP_???", V(HSMP_TEST)); N(num_args); N(response_sz); XS(args); N(sock_ind)
)
STRUCT_OF(struct hsmp_message, hsmp_message_told, XS(args))
#endif
NUMBER(__u16, u16)
static void show_size_hex(const unsigned long *p) { put("["), put_hex(sizeof(*p), *p), put("]"); }
#ifdef HFI1_IOCTL_CTXT_INFO
STRUCT(hfi1_ctxt_info,
	F(runtime_flags, "HFI1_CAP_???", V(HFI1_CAP_DMA_RTAIL)); N(rcvegr_size); N(num_active); N(unit); N(ctxt); N(subctxt);
	N(rcvtids); N(credits); N(numa_node); N(rec_cpu); N(send_ctxt); N(egrtids); N(rcvhdrq_cnt); N(rcvhdrq_entsize);
	N(sdma_ring_size)
)
#endif
#ifdef HFI1_IOCTL_USER_INFO
STRUCT(hfi1_base_info,
	N(hw_version); N(sw_version); X(jkey); UNLESS_0(X, padding1); X(bthqp); X(sc_credits_addr); X(pio_bufbase_sop);
	X(pio_bufbase); X(rcvhdr_bufbase); X(rcvegr_bufbase); X(sdma_comp_bufbase); X(user_regbase); X(events_bufbase);
	X(status_bufbase); X(rcvhdrtail_base); X(subctxt_uregbase); X(subctxt_rcvegrbuf); X(subctxt_rcvhdrbuf)
)
#endif
#ifdef IB_USER_MAD_REGISTER_AGENT
STRUCT_OF(struct ib_user_mad_reg_req, ib_user_mad_reg_req_asked,
	AS(method_mask, "[0x1, 0x1, 0x1, 0x1]"); N(qpn); N(mgmt_class); N(mgmt_class_version); S(oui); N(rmpp_version)
)
STRUCT_OF(struct ib_user_mad_reg_req, ib_user_mad_reg_req_told, N(id))
#endif
#ifdef HFI1_IOCTL_ASSIGN_CTXT
STRUCT(hfi1_user_info, N(userversion); UNLESS_0(X, pad); N(subctxt_cnt); N(subctxt_id); S(uuid))
#endif
#ifdef IB_USER_MAD_REGISTER_AGENT2
STRUCT_OF(struct ib_user_mad_reg_req2, ib_user_mad_reg_req2_asked,
	N(qpn); N(mgmt_class); N(mgmt_class_version); UNLESS_0(X, res); F(flags, "IB_USER_MAD_???", V(IB_USER_MAD_USER_RMPP));
	XS(method_mask); X(oui); N(rmpp_version); UNLESS_0(S, reserved)
)
STRUCT_OF(struct ib_user_mad_reg_req2, ib_user_mad_reg_req2_told,
	N(id); F(flags, "IB_USER_MAD_???", V(IB_USER_MAD_USER_RMPP))
)
#endif
#ifdef GSMIOC_SETCONF_EXT
STRUCT(gsm_config_ext, N(keep_alive); N(wait_config); AS(flags, "GSM_FL_RESTART"); UNLESS_0(XS, reserved))
#endif
#ifdef GSMIOC_ENABLE_NET
STRUCT(gsm_netconfig, N(adaption); X(protocol); UNLESS_0(X, unused2); TX(if_name); UNLESS_0(S, unused))
#endif
#ifdef GSMIOC_SETCONF_DLCI
STRUCT(gsm_dlci_config,
	N(channel); N(adaption); N(mtu); N(priority); N(i); N(k); AS(flags, "GSM_FL_RESTART"); UNLESS_0(XS, reserved)
)
#endif
#ifdef GSMIOC_SETCONF
STRUCT(gsm_config,
	N(adaption); N(encapsulation); N(initiator); N(t1); N(t2); N(t3); N(n2); N(mru); N(mtu); N(k); N(i);
	UNLESS_0(XS, unused)
)
#endif
#ifdef ND_IOCTL_DIMM_FLAGS
STRUCT(nd_cmd_dimm_flags, X(status); F(flags, "ND_CONFIG_???", V(ND_CONFIG_LOCKED)))
#endif
#ifdef ND_IOCTL_GET_CONFIG_SIZE
STRUCT(nd_cmd_get_config_size, X(status); N(config_size); N(max_xfer))
#endif
#ifdef ND_IOCTL_ARS_CAP
STRUCT_OF(struct nd_cmd_ars_cap, nd_cmd_ars_cap_asked, X(address); N(length))
STRUCT_OF(struct nd_cmd_ars_cap, nd_cmd_ars_cap_told,
	X(status); N(max_ars_out); N(clear_err_unit); X(flags); UNLESS_0(X, reserved)
)
#endif
#ifdef ND_IOCTL_ARS_START
STRUCT_OF(struct nd_cmd_ars_start, nd_cmd_ars_start_asked,
	X(address); N(length); F(type, "ND_ARS_???", V(ND_ARS_VOLATILE)); F(flags, "ND_ARS_???"); UNLESS_0(S, reserved)
)
STRUCT_OF(struct nd_cmd_ars_start, nd_cmd_ars_start_told, X(status); N(scrub_time))
#endif
#ifdef ND_IOCTL_CLEAR_ERROR
STRUCT_OF(struct nd_cmd_clear_error, nd_cmd_clear_error_asked, X(address); N(length))
STRUCT_OF(struct nd_cmd_clear_error, nd_cmd_clear_error_told, X(status); UNLESS_0(S, reserved); N(cleared))
#endif
#ifdef ISST_IF_PERF_SET_LEVEL
STRUCT(isst_perf_level_control, N(socket_id); N(power_domain_id); N(level))
#endif
#ifdef ISST_IF_PERF_SET_FEATURE
STRUCT(isst_perf_feature_control, N(socket_id); N(power_domain_id); X(feature))
#endif
#ifdef ISST_IF_GET_PLATFORM_INFO
STRUCT(isst_if_platform_info,
	N(api_version); N(driver_version); N(max_cmds_per_ioctl); N(mbox_supported); N(mmio_supported)
)
#endif
#ifdef ISST_IF_COUNT_TPMI_INSTANCES
STRUCT_OF(struct isst_tpmi_instance_count, isst_tpmi_instance_count_asked, N(socket_id))
STRUCT_OF(struct isst_tpmi_instance_count, isst_tpmi_instance_count_told, N(count); X(valid_mask))
#endif
#ifdef ISST_IF_GET_PERF_LEVEL_INFO
STRUCT_OF(struct isst_perf_level_data_info, isst_perf_level_data_info_asked, N(socket_id); N(power_domain_id); N(level))
STRUCT_OF(struct isst_perf_level_data_info, isst_perf_level_data_info_told,
	N(tdp_ratio); N(base_freq_mhz); N(base_freq_avx2_mhz); N(base_freq_avx512_mhz); N(base_freq_amx_mhz);
	N(thermal_design_power_w); N(tjunction_max_c); N(max_memory_freq_mhz); N(cooling_type); N(p0_freq_mhz); N(p1_freq_mhz);
	N(pn_freq_mhz); N(pm_freq_mhz); N(p0_fabric_freq_mhz); N(p1_fabric_freq_mhz); N(pn_fabric_freq_mhz);
	N(pm_fabric_freq_mhz); N(max_buckets); N(max_trl_levels); NS(bucket_core_counts); AS(trl_freq_mhz, "[...]")
)
#endif
#ifdef ISST_IF_GET_PERF_LEVEL_CPU_MASK
STRUCT_OF(struct isst_perf_level_cpu_mask, isst_perf_level_cpu_mask_asked,
	N(socket_id); N(power_domain_id); N(level); N(punit_cpu_map); N(cpu_buffer_size)
)
STRUCT_OF(struct isst_perf_level_cpu_mask, isst_perf_level_cpu_mask_told, X(mask); S(cpu_buffer))
#endif
#ifdef ISST_IF_GET_BASE_FREQ_INFO
STRUCT_OF(struct isst_base_freq_info, isst_base_freq_info_asked, N(socket_id); N(power_domain_id); N(level))
STRUCT_OF(struct isst_base_freq_info, isst_base_freq_info_told,
	N(high_base_freq_mhz); N(low_base_freq_mhz); N(tjunction_max_c); N(thermal_design_power_w)
)
#endif
#ifdef ISST_IF_GET_TURBO_FREQ_INFO
STRUCT_OF(struct isst_turbo_freq_info, isst_turbo_freq_info_asked, N(socket_id); N(power_domain_id); N(level))
STRUCT_OF(struct isst_turbo_freq_info, isst_turbo_freq_info_told,
	N(max_clip_freqs); N(max_buckets); N(max_trl_levels); NS(lp_clip_freq_mhz); NS(bucket_core_counts);
	AS(trl_freq_mhz, "[...]")
)
#endif
#ifdef ISST_IF_GET_PERF_LEVEL_FABRIC_INFO
STRUCT_OF(struct isst_perf_level_fabric_info, isst_perf_level_fabric_info_asked, N(socket_id); N(power_domain_id); N(level))
STRUCT_OF(struct isst_perf_level_fabric_info, isst_perf_level_fabric_info_told,
	N(max_fabrics); NS(p0_fabric_freq_mhz); NS(p1_fabric_freq_mhz); NS(pm_fabric_freq_mhz)
)
#endif
#ifdef ISST_IF_CORE_POWER_STATE
STRUCT_OF(struct isst_core_power, isst_core_power_asked,
	N(get_set); N(socket_id); N(power_domain_id); N(enable); N(priority_type)
)
STRUCT_OF(struct isst_core_power, isst_core_power_told, N(enable); N(supported); N(priority_type))
#endif
#ifdef ISST_IF_CLOS_PARAM
STRUCT_OF(struct isst_clos_param, isst_clos_param_asked,
	N(get_set); N(socket_id); N(power_domain_id); N(clos); N(min_freq_mhz); N(max_freq_mhz); N(prop_prio)
)
STRUCT_OF(struct isst_clos_param, isst_clos_param_told, N(min_freq_mhz); N(max_freq_mhz); N(prop_prio))
#endif
#ifdef ISST_IF_PERF_LEVELS
STRUCT_OF(struct isst_perf_level_info, isst_perf_level_info_asked, N(socket_id); N(power_domain_id))
STRUCT_OF(struct isst_perf_level_info, isst_perf_level_info_told,
	N(max_level); N(feature_rev); X(level_mask); N(current_level); N(feature_state); N(locked); N(enabled);
	N(sst_tf_support); N(sst_bf_support)
)
#endif
#ifdef SWITCHTEC_IOCTL_FLASH_INFO
STRUCT(switchtec_ioctl_flash_info, N(flash_length); N(num_partitions); UNLESS_0(X, padding))
#endif
#ifdef SWITCHTEC_IOCTL_EVENT_SUMMARY_LEGACY
STRUCT(switchtec_ioctl_event_summary_legacy,
	X(global); X(part_bitmap); N(local_part); UNLESS_0(X, padding); AS(part, "[...]"); AS(pff, "[...]")
)
#endif
#ifdef SWITCHTEC_IOCTL_EVENT_SUMMARY
STRUCT(switchtec_ioctl_event_summary,
	X(global); X(part_bitmap); N(local_part); UNLESS_0(X, padding); AS(part, "[...]"); AS(pff, "[...]")
)
#endif
#ifdef SWITCHTEC_IOCTL_PFF_TO_PORT
STRUCT(switchtec_ioctl_pff_port, N(pff); N(partition); N(port))
#endif
#ifdef SWITCHTEC_IOCTL_FLASH_PART_INFO
STRUCT_OF(struct switchtec_ioctl_flash_part_info, switchtec_ioctl_flash_part_info_asked,
	E(flash_partition, "SWITCHTEC_IOCTL_PART_???", V(SWITCHTEC_IOCTL_PART_CFG1) V(SWITCHTEC_IOCTL_PART_CFG0))
)
STRUCT_OF(struct switchtec_ioctl_flash_part_info, switchtec_ioctl_flash_part_info_told,
	X(address); N(length); F(active, "SWITCHTEC_IOCTL_PART_???", V(SWITCHTEC_IOCTL_PART_ACTIVE))
)
#endif
#ifdef SWITCHTEC_IOCTL_EVENT_CTL
STRUCT_OF(struct switchtec_ioctl_event_ctl, switchtec_ioctl_event_ctl_asked,
	E(event_id, "SWITCHTEC_IOCTL_EVENT_???", V(SWITCHTEC_IOCTL_EVENT_PPU_ERROR) V(SWITCHTEC_IOCTL_EVENT_STACK_ERROR));
	N(index); F(flags, "SWITCHTEC_IOCTL_EVENT_FLAG_???", V(SWITCHTEC_IOCTL_EVENT_FLAG_CLEAR))
)
STRUCT_OF(struct switchtec_ioctl_event_ctl, switchtec_ioctl_event_ctl_told,
	F(flags, "SWITCHTEC_IOCTL_EVENT_FLAG_???", V(SWITCHTEC_IOCTL_EVENT_FLAG_CLEAR)); N(occurred); N(count); XS(data)
)
#endif
#ifdef HPET_INFO
STRUCT(hpet_info, N(hi_ireqfreq); F(hi_flags, "HPET_INFO_???"); N(hi_hpet); N(hi_timer))
#endif
NUMBER(unsigned long, size)
#ifdef USB_RAW_IOCTL_EP_ENABLE
STRUCT(usb_endpoint_descriptor,
	N(bLength); N(bDescriptorType); X(bEndpointAddress); X(bmAttributes); N(wMaxPacketSize); N(bInterval); N(bRefresh);
	N(bSynchAddress)
)
#endif
#ifdef USB_RAW_IOCTL_INIT
STRUCT(usb_raw_init, TX(driver_name); TX(device_name); E(speed, "USB_SPEED_???", V(USB_SPEED_LOW) V(USB_SPEED_UNKNOWN)))
#endif
#ifdef USB_RAW_IOCTL_EPS_INFO
STRUCT(usb_raw_eps_info, AS(eps, "[...]"))
#endif
NUMBER(int, fd)
#ifdef FUNCTIONFS_DMABUF_TRANSFER
STRUCT(usb_ffs_dmabuf_transfer_req, N(fd); X(flags); N(length))
#endif
#ifdef GADGET_HID_WRITE_GET_REPORT
STRUCT(usb_hidg_report, N(report_id); N(userspace_req); N(length); S(data); UNLESS_0(S, padding))
#endif
NUMBER(__u8, u8)
#ifdef USBTMC_IOCTL_CONFIG_TERMCHAR
STRUCT(usbtmc_termchar, X(term_char); N(term_char_enabled))
#endif
static void show_u8_hex(const __u8 *p) { put("["), put_hex(sizeof(*p), *p), put("]"); }
NUMBER(__s16, s16)
#ifdef GPIB_CODE
STRUCT(gpib_close_dev_ioctl, N(handle))
STRUCT(gpib_pad_ioctl, N(handle); N(pad))
STRUCT(gpib_sad_ioctl, N(handle); N(sad))
STRUCT(gpib_eos_ioctl, N(eos); F(eos_flags, "???"))
#endif
static void show_u64_hex(const __u64 *p) { put("["), put_hex(sizeof(*p), *p), put("]"); }
#ifdef GPIB_CODE
STRUCT(gpib_request_service2, X(status_byte); UNLESS_0(S, padding); N(new_reason_for_service))
STRUCT(gpib_online_ioctl, PW(init_data_ptr); N(init_data_length); N(online))
STRUCT(gpib_select_device_path_ioctl, TX(device_path))
STRUCT(gpib_board_info_ioctl,
	N(pad); N(sad); N(parallel_poll_configuration); N(autopolling); N(is_system_controller); N(t1_delay); BITS(ist);
	BITS(no_7_bit_eos); UNLESS_BITS(padding)
)
STRUCT(gpib_select_pci_ioctl, N(pci_bus); N(pci_slot))
STRUCT_OF(struct gpib_serial_poll_ioctl, gpib_serial_poll_ioctl_asked, N(pad); N(sad))
STRUCT_OF(struct gpib_serial_poll_ioctl, gpib_serial_poll_ioctl_told, X(status_byte); UNLESS_0(S, padding))
STRUCT_OF(struct gpib_spoll_bytes_ioctl, gpib_spoll_bytes_ioctl_asked, N(pad); N(sad))
STRUCT_OF(struct gpib_spoll_bytes_ioctl, gpib_spoll_bytes_ioctl_told, N(num_bytes))
STRUCT_OF(struct gpib_open_dev_ioctl, gpib_open_dev_ioctl_asked, N(pad); N(sad); N(is_board))
STRUCT_OF(struct gpib_open_dev_ioctl, gpib_open_dev_ioctl_told, N(handle))
STRUCT_OF(struct gpib_wait_ioctl, gpib_wait_ioctl_asked,
	N(handle); F(wait_mask, "???", V(DCAS)); F(clear_mask, "???", V(DCAS)); F(set_mask, "???", V(DCAS)); N(pad); N(sad);
	N(usec_timeout)
)
STRUCT_OF(struct gpib_wait_ioctl, gpib_wait_ioctl_told, F(ibsta, "???", V(DCAS)))
#endif
#ifdef COMEDI_DEVCONFIG
STRUCT(comedi_devconfig, TX(board_name); NS(options))
#endif
#ifdef COMEDI_RANGEINFO
STRUCT(comedi_rangeinfo, X(range_type); P(range_ptr))
#endif
#ifdef COMEDI_INSNLIST
STRUCT(comedi_insnlist, N(n_insns); P(insns))
#endif
#ifdef COMEDI_CHANINFO
STRUCT(comedi_chaninfo, N(subdev); P(maxdata_list); P(flaglist); P(rangelist); UNLESS_0(XS, unused))
#endif
#ifdef COMEDI_INSN
STRUCT(comedi_insn, E(insn, "INSN_???"); N(n); P(data); N(subdev); X(chanspec); UNLESS_0(XS, unused))
#endif
#ifdef COMEDI_BUFCONFIG
STRUCT_OF(struct comedi_bufconfig, comedi_bufconfig_asked,
	N(subdevice); X(flags); N(maximum_size); N(size); UNLESS_0(XS, unused)
)
STRUCT_OF(struct comedi_bufconfig, comedi_bufconfig_told, N(maximum_size); N(size))
#endif
#ifdef COMEDI_CMD
STRUCT(comedi_cmd,
	N(subdev); AS(flags, "CMDF_BOGUS|CMDF_ROUND_NEAREST"); AS(start_src, "TRIG_NONE"); N(start_arg);
	AS(scan_begin_src, "TRIG_NONE"); N(scan_begin_arg); AS(convert_src, "TRIG_NONE"); N(convert_arg);
	AS(scan_end_src, "TRIG_NONE"); N(scan_end_arg); AS(stop_src, "TRIG_NONE"); N(stop_arg); P(chanlist); N(chanlist_len);
	P(data); N(data_len)
)
#endif
#ifdef COMEDI_SUBDINFO
STRUCT(comedi_subdinfo,
	E(type, "COMEDI_SUBD_???", V(COMEDI_SUBD_AI) V(COMEDI_SUBD_UNUSED)); N(n_chan); F(subd_flags, "SDF_???", V(SDF_BUSY));
	N(timer_type); N(len_chanlist); N(maxdata); X(flags); X(range_type); N(settling_time_0); N(insn_bits_support);
	UNLESS_0(XS, unused)
)
#endif
#ifdef COMEDI_DEVINFO
STRUCT(comedi_devinfo,
	X(version_code); N(n_subdevs); TX(driver_name); TX(board_name); N(read_subdevice); N(write_subdevice);
	UNLESS_0(XS, unused)
)
#endif
#ifdef COMEDI_BUFINFO
STRUCT_OF(struct comedi_bufinfo, comedi_bufinfo_asked, N(subdevice); N(bytes_read); N(bytes_written); UNLESS_0(XS, unused))
STRUCT_OF(struct comedi_bufinfo, comedi_bufinfo_told,
	N(bytes_read); X(buf_write_ptr); X(buf_read_ptr); N(buf_write_count); N(buf_read_count); N(bytes_written)
)
#endif
#ifdef IIO_BUFFER_DMABUF_ENQUEUE_IOCTL
STRUCT(iio_dmabuf, N(fd); F(flags, "IIO_BUFFER_DMABUF_???", V(IIO_BUFFER_DMABUF_CYCLIC)); N(bytes_used))
#endif
#ifdef RPMSG_CREATE_EPT_IOCTL
STRUCT(rpmsg_endpoint_info, TX(name); X(src); X(dst))
#endif
#ifdef RIO_CM_CHAN_BIND
STRUCT(rio_cm_channel, N(id); N(remote_channel); X(remote_destid); N(mport_id))
#endif
#ifdef RIO_CM_CHAN_ACCEPT
STRUCT(rio_cm_accept, N(ch_num); UNLESS_0(X, pad0); N(wait_to))
#endif
static void show_u16_hex(const __u16 *p) { put("["), put_hex(sizeof(*p), *p), put("]"); }
#ifdef RIO_ENABLE_DOORBELL_RANGE
STRUCT(rio_doorbell_filter, X(rioid); X(low); X(high); UNLESS_0(X, pad0))
#endif
#ifdef RIO_WAIT_FOR_ASYNC
STRUCT(rio_async_tx_wait, N(token); N(timeout))
#endif
#ifdef RIO_ENABLE_PORTWRITE_RANGE
STRUCT(rio_pw_filter, X(mask); X(low); X(high); UNLESS_0(X, pad0))
#endif
#ifdef RIO_DEV_ADD
STRUCT(rio_rdev_info, X(destid); N(hopcount); UNLESS_0(X, pad0); X(comptag); TX(name))
#endif
#ifdef RIO_MPORT_GET_PROPERTIES
STRUCT(rio_mport_properties,
	X(hdid); N(id); N(index); X(flags); N(sys_size); N(port_ok); N(link_speed); N(link_width); UNLESS_0(X, pad0);
	N(dma_max_sge); N(dma_max_size); N(dma_align); F(transfer_mode, "RIO_TRANSFER_MODE_???", V(RIO_TRANSFER_MODE_MAPPED));
	N(cap_sys_size); N(cap_addr_size); F(cap_transfer_mode, "RIO_TRANSFER_MODE_???", V(RIO_TRANSFER_MODE_MAPPED));
	F(cap_mport, "RIO_CAP_???")
)
#endif
#ifdef RIO_ALLOC_DMA
STRUCT_OF(struct rio_dma_mem, rio_dma_mem_asked, N(length))
STRUCT_OF(struct rio_dma_mem, rio_dma_mem_told, X(dma_handle); X(address))
#endif
#ifdef RIO_MAP_OUTBOUND
STRUCT_OF(struct rio_mmap, rio_mmap_asked, X(rioid); UNLESS_0(XS, pad0); X(rio_addr); N(length))
STRUCT_OF(struct rio_mmap, rio_mmap_told, X(rio_addr); X(handle); X(address))
#endif
NUMBER(__u64, u64)
#ifdef SCIF_CONNECT
STRUCT(scifioctl_connect, WITHIN(self, N(node); N(port)); WITHIN(peer, N(node); N(port)))
#endif
#ifdef SCIF_FENCE_MARK
STRUCT(scifioctl_fence_mark, X(flags); X(mark))
#endif
#ifdef SCIF_ACCEPTREQ
STRUCT_OF(struct scifioctl_accept, scifioctl_accept_asked, X(flags))
STRUCT_OF(struct scifioctl_accept, scifioctl_accept_told, WITHIN(peer, N(node); N(port)); X(endpt))
#endif
#ifdef SCIF_UNREG
STRUCT(scifioctl_unreg, X(offset); N(len))
#endif
#ifdef SCIF_READFROM
STRUCT(scifioctl_copy, N(loffset); N(len); N(roffset); X(addr); X(flags))
#endif
#ifdef SCIF_FENCE_SIGNAL
STRUCT(scifioctl_fence_signal, N(loff); X(lval); N(roff); X(rval); X(flags))
#endif
#ifdef TOSH_SMM
STRUCT_OF(SMMRegisters, SMMRegisters, X(eax); X(ebx); X(ecx); X(edx); X(esi); X(edi))
#endif
#ifdef PFRT_LOG_IOC_SET_INFO
STRUCT(pfrt_log_info, N(log_level); N(log_type); N(log_revid))
#endif
#ifdef PFRT_LOG_IOC_GET_DATA_INFO
STRUCT(pfrt_log_data_info,
	E(status, "DSM_???", V(DSM_FUNC_NOT_SUPPORT) V(DSM_SUCCEED)); X(ext_status); X(chunk1_addr_lo); X(chunk1_addr_hi);
	X(chunk2_addr_lo); X(chunk2_addr_hi); N(max_data_size); N(chunk1_size); N(chunk2_size); N(rollover_cnt); N(reset_cnt)
)
#endif
#ifdef PFRU_IOC_QUERY_CAP
STRUCT(pfru_update_cap_info,
	E(status, "DSM_???", V(DSM_FUNC_NOT_SUPPORT) V(DSM_SUCCEED)); X(update_cap); S(code_type); X(fw_version);
	X(code_rt_version); S(drv_type); X(drv_rt_version); N(drv_svn); S(platform_id); S(oem_id); N(oem_info_len)
)
#endif
#ifdef SSAM_CDEV_NOTIF_REGISTER
STRUCT(ssam_cdev_notifier_desc, N(priority); X(target_category))
#endif
#ifdef SSAM_CDEV_EVENT_ENABLE
STRUCT(ssam_cdev_event_desc,
	WITHIN(reg, X(target_category); X(target_id); X(cid_enable); X(cid_disable));
	WITHIN(id, X(target_category); X(instance)); X(flags)
)
#endif
#ifdef SDTX_IOCTL_GET_BASE_INFO
STRUCT(sdtx_base_info, E(state, "SDTX_BASE_???", V(SDTX_BASE_ATTACHED) V(SDTX_BASE_DETACHED)); X(base_id))
#endif
#ifdef SNAPSHOT_SET_SWAP_AREA
STRUCT(resume_swap_area, N(offset); AS(dev, "makedev(0, 0x1)"))
#endif
NUMBER(__s64, s64)
#ifdef FASTRPC_IOCTL_ALLOC_DMA_BUFF
STRUCT_OF(struct fastrpc_alloc_dma_buf, fastrpc_alloc_dma_buf_asked, X(flags); N(size))
STRUCT_OF(struct fastrpc_alloc_dma_buf, fastrpc_alloc_dma_buf_told, N(fd))
#endif
#ifdef FASTRPC_IOCTL_INVOKE
STRUCT(fastrpc_invoke, X(handle); X(sc); X(args))
#endif
#ifdef FASTRPC_IOCTL_MUNMAP
STRUCT(fastrpc_req_munmap, X(vaddrout); N(size))
#endif
#ifdef FASTRPC_IOCTL_INIT_CREATE_STATIC
STRUCT(fastrpc_init_create_static, N(namelen); N(memlen); PW(name))
#endif
#ifdef FASTRPC_IOCTL_INIT_CREATE
STRUCT(fastrpc_init_create, N(filelen); N(filefd); F(attrs, "FASTRPC_MODE_???", V(FASTRPC_MODE_DEBUG)); N(siglen); PW(file))
#endif
#ifdef FASTRPC_IOCTL_MMAP
STRUCT_OF(struct fastrpc_req_mmap, fastrpc_req_mmap_asked, N(fd); X(flags); X(vaddrin); N(size))
STRUCT_OF(struct fastrpc_req_mmap, fastrpc_req_mmap_told, X(vaddrout))
#endif
#ifdef FASTRPC_IOCTL_MEM_UNMAP
STRUCT(fastrpc_mem_unmap, N(vesion); N(fd); X(vaddr); N(length); UNLESS_0(XS, reserved))
#endif
#ifdef FASTRPC_IOCTL_MEM_MAP
STRUCT_OF(struct fastrpc_mem_map, fastrpc_mem_map_asked,
	N(version); N(fd); X(offset); E(flags, "FASTRPC_MAP_???", V(FASTRPC_MAP_RESERVED)); X(vaddrin); N(length); N(attrs);
	UNLESS_0(XS, reserved)
)
STRUCT_OF(struct fastrpc_mem_map, fastrpc_mem_map_told, X(vaddrout))
#endif
#ifdef OCXL_IOCTL_IRQ_SET_FD
STRUCT(ocxl_ioctl_irq_fd, X(irq_offset); N(eventfd); UNLESS_0(X, reserved))
#endif
#ifdef OCXL_IOCTL_ATTACH
STRUCT(ocxl_ioctl_attach, X(amr); UNLESS_0(X, reserved1); UNLESS_0(X, reserved2); UNLESS_0(X, reserved3))
#endif
#ifdef OCXL_IOCTL_ENABLE_P9_WAIT
STRUCT(ocxl_ioctl_p9_wait, N(thread_id); UNLESS_0(X, reserved1); UNLESS_0(X, reserved2); UNLESS_0(XS, reserved3))
#endif
#ifdef OCXL_IOCTL_GET_FEATURES
STRUCT(ocxl_ioctl_features, XS(flags))
#endif
#ifdef OCXL_IOCTL_GET_METADATA
STRUCT(ocxl_ioctl_metadata,
	N(version); N(afu_version_major); N(afu_version_minor); N(pasid); N(pp_mmio_size); N(global_mmio_size);
	UNLESS_0(XS, reserved)
)
#endif
#ifdef XSDFEC_SET_IRQ
STRUCT(xsdfec_irq, N(enable_isr); N(enable_ecc_isr))
#endif
#ifdef XSDFEC_ADD_LDPC_CODE_PARAMS
STRUCT(xsdfec_ldpc_params,
	N(n); N(k); N(psize); N(nlayers); N(nqc); N(nmqc); N(nm); N(norm_type); N(no_packing); N(special_qc);
	N(no_final_parity); N(max_schedule); X(sc_off); X(la_off); X(qc_off); P(sc_table); P(la_table); P(qc_table); N(code_id)
)
#endif
#ifdef XSDFEC_GET_STATUS
STRUCT(xsdfec_status, E(state, "XSDFEC_???", V(XSDFEC_STARTED) V(XSDFEC_INIT)); N(activity))
#endif
#ifdef XSDFEC_GET_TURBO
STRUCT(xsdfec_turbo, E(alg, "XSDFEC_???", V(XSDFEC_MAX_STAR) V(XSDFEC_MAX_SCALE)); N(scale))
#endif
#ifdef XSDFEC_GET_STATS
STRUCT(xsdfec_stats, N(isr_err_count); N(cecc_count); N(uecc_count))
#endif
#ifdef XSDFEC_GET_CONFIG
STRUCT(xsdfec_config,
	E(code, "XSDFEC_???", V(XSDFEC_LDPC_CODE) V(XSDFEC_TURBO_CODE));
	E(order, "XSDFEC_???", V(XSDFEC_OUT_OF_ORDER) V(XSDFEC_MAINTAIN_ORDER)); E(din_width, "XSDFEC_???", V(XSDFEC_1x128b));
	E(din_word_include, "XSDFEC_???", V(XSDFEC_IN_BLOCK) V(XSDFEC_FIXED_VALUE));
	E(dout_width, "XSDFEC_???", V(XSDFEC_1x128b));
	E(dout_word_include, "XSDFEC_???", V(XSDFEC_IN_BLOCK) V(XSDFEC_FIXED_VALUE));
	WITHIN(irq, N(enable_isr); N(enable_ecc_isr)); N(bypass); N(code_wr_protect)
)
#endif
#ifdef UACCE_CMD_QM_SET_QP_CTX
STRUCT_OF(struct hisi_qp_ctx, hisi_qp_ctx_asked, N(qc_type))
STRUCT_OF(struct hisi_qp_ctx, hisi_qp_ctx_told, N(id); N(qc_type))
#endif
#ifdef UACCE_CMD_QM_SET_QP_INFO
STRUCT(hisi_qp_info, N(sqe_size); N(sq_depth); N(cq_depth); UNLESS_0(X, reserved))
#endif
#ifdef SBRMI_IOCTL_REG_XFER_CMD
STRUCT_OF(struct apml_reg_xfer_msg, apml_reg_xfer_msg_asked, X(reg_addr); X(data_in_out); N(rflag))
STRUCT_OF(struct apml_reg_xfer_msg, apml_reg_xfer_msg_told, X(data_in_out))
#endif
#ifdef SBRMI_IOCTL_MBOX_CMD
STRUCT_OF(struct apml_mbox_msg, apml_mbox_msg_asked, X(cmd); X(mb_in_out))
STRUCT_OF(struct apml_mbox_msg, apml_mbox_msg_told, X(mb_in_out); X(fw_ret_code))
#endif
#ifdef SBRMI_IOCTL_CPUID_CMD
STRUCT_OF(struct apml_cpuid_msg, apml_cpuid_msg_asked, X(cpu_in_out); UNLESS_0(X, pad))
STRUCT_OF(struct apml_cpuid_msg, apml_cpuid_msg_told, X(cpu_in_out); X(fw_ret_code))
#endif
#ifdef SBRMI_IOCTL_MCAMSR_CMD
STRUCT_OF(struct apml_mcamsr_msg, apml_mcamsr_msg_asked, X(mcamsr_in_out); UNLESS_0(X, pad))
STRUCT_OF(struct apml_mcamsr_msg, apml_mcamsr_msg_told, X(mcamsr_in_out); X(fw_ret_code))
#endif
#ifdef DPI_MPS_MRRS_CFG
STRUCT(dpi_mps_mrrs_cfg, N(max_read_req_sz); N(max_payload_sz); N(port); UNLESS_0(X, reserved))
#endif
#ifdef DPI_ENGINE_CFG
STRUCT(dpi_engine_cfg, X(fifo_mask); NS(molr); N(update_molr); UNLESS_0(X, reserved))
#endif
#ifdef VK_IOCTL_RESET
STRUCT(vk_reset, X(arg1); X(arg2))
#endif
#ifdef VK_IOCTL_LOAD_IMAGE
STRUCT(vk_image, E(type, "VK_IMAGE_TYPE_???", V(VK_IMAGE_TYPE_BOOT1)); TX(filename))
#endif
#ifdef GENWQE_PIN_MEM
STRUCT(genwqe_mem, X(addr); N(size); N(direction); X(flags))
#endif
#ifdef GENWQE_EXECUTE_DDCB
STRUCT(genwqe_ddcb_cmd,
	X(next_addr); X(flags); E(acfunc, "DDCB_ACFUNC_???", V(DDCB_ACFUNC_APP) V(DDCB_ACFUNC_SLU)); X(cmd); N(asiv_length);
	N(asv_length); X(cmdopts); E(retc, "DDCB_RETC_???", V(DDCB_RETC_IDLE)); X(attn); X(vcrc); X(progress); N(deque_ts);
	N(cmplt_ts); N(disp_ts); X(ddata_addr); S(asv); X(ats); S(asiv)
)
#endif
#ifdef DFL_FPGA_PORT_GET_INFO
STRUCT_OF(struct dfl_fpga_port_info, dfl_fpga_port_info_asked, N(argsz))
STRUCT_OF(struct dfl_fpga_port_info, dfl_fpga_port_info_told, X(flags); N(num_regions); N(num_umsgs))
#endif
#ifdef DFL_FPGA_PORT_GET_REGION_INFO
STRUCT_OF(struct dfl_fpga_port_region_info, dfl_fpga_port_region_info_asked,
	N(argsz); E(index, "DFL_PORT_REGION_INDEX_???", V(DFL_PORT_REGION_INDEX_STP) V(DFL_PORT_REGION_INDEX_AFU));
	UNLESS_0(X, padding)
)
STRUCT_OF(struct dfl_fpga_port_region_info, dfl_fpga_port_region_info_told,
	F(flags, "DFL_PORT_REGION_???", V(DFL_PORT_REGION_READ)); N(size); X(offset)
)
#endif
#ifdef DFL_FPGA_PORT_DMA_MAP
STRUCT_OF(struct dfl_fpga_port_dma_map, dfl_fpga_port_dma_map_asked, N(argsz); X(flags); X(user_addr); N(length))
STRUCT_OF(struct dfl_fpga_port_dma_map, dfl_fpga_port_dma_map_told, X(iova))
#endif
#ifdef DFL_FPGA_PORT_DMA_UNMAP
STRUCT(dfl_fpga_port_dma_unmap, N(argsz); X(flags); X(iova))
#endif
#ifdef DFL_FPGA_FME_PORT_PR
STRUCT(dfl_fpga_fme_port_pr, N(argsz); X(flags); N(port_id); N(buffer_size); PW(buffer_address))
#endif
#ifdef CS_CONFIG_BUFS
STRUCT(cs_buffer_config,
	N(rx_bufs); N(tx_bufs); N(buf_size); F(flags, "CS_FEAT_???", V(CS_FEAT_TSTAMP_RX_CTRL)); UNLESS_0(XS, reserved)
)
#endif
#ifdef HSC_SET_RX
STRUCT(hsc_rx_config, E(mode, "HSC_MODE_???", V(HSC_MODE_STREAM)); E(flow, "HSC_FLOW_???", V(HSC_FLOW_SYNC)); N(channels))
#endif
#ifdef HSC_SET_TX
STRUCT(hsc_tx_config,
	E(mode, "HSC_MODE_???", V(HSC_MODE_STREAM)); N(channels); N(speed);
	E(arb_mode, "HSC_ARB_???", V(HSC_ARB_PRIO) V(HSC_ARB_RR))
)
#endif
#ifdef PCITEST_WRITE
STRUCT(pci_endpoint_test_xfer_param, N(size); F(flags, "PCITEST_FLAGS_???", V(PCITEST_FLAGS_USE_DMA)))
#endif
#ifdef ASPEED_LPC_CTRL_IOCTL_MAP
STRUCT(aspeed_lpc_ctrl_mapping,
	E(window_type, "ASPEED_LPC_CTRL_WINDOW_???", V(ASPEED_LPC_CTRL_WINDOW_FLASH)); N(window_id); X(flags); X(addr);
	X(offset); N(size)
)
#endif
#ifdef ASPEED_P2A_CTRL_IOCTL_SET_WINDOW
STRUCT(aspeed_p2a_ctrl_mapping,
	X(addr); N(length); E(flags, "ASPEED_P2A_CTRL_???", V(ASPEED_P2A_CTRL_READWRITE) V(ASPEED_P2A_CTRL_READ_ONLY))
)
#endif
#ifdef PHN_SET_REGS
STRUCT(phm_regs, N(count); X(mask); XS(values))
#endif
#ifdef PMIC_SET_MCU_ONLY_STATE
STRUCT(pmic_state_opt, N(gpio_retention); N(ddr_retention); N(mcu_only_startup_dest))
#endif
#ifdef DMA_MAP_BENCHMARK
STRUCT_OF(struct map_benchmark, map_benchmark_asked,
	N(threads); N(seconds); N(node); N(dma_bits); E(dma_dir, "DMA_MAP_???", V(DMA_MAP_TO_DEVICE) V(DMA_MAP_BIDIRECTIONAL));
	N(dma_trans_ns); N(granule); E(map_mode, "DMA_MAP_BENCH_???", V(DMA_MAP_BENCH_SG_MODE) V(DMA_MAP_BENCH_SINGLE_MODE));
	UNLESS_0(S, expansion)
)
STRUCT_OF(struct map_benchmark, map_benchmark_told, N(avg_map_100ns); N(map_stddev); N(avg_unmap_100ns); N(unmap_stddev))
#endif
#ifdef CHIOPOSITION
STRUCT(changer_position, E(cp_type, "CHET_???", V(CHET_ST) V(CHET_MT)); N(cp_unit); F(cp_flags, "CP_???", V(CP_INVERT)))
#endif
#ifdef CHIOGSTATUS
STRUCT(changer_element_status, E(ces_type, "CHET_???", V(CHET_ST) V(CHET_MT)); P(ces_data))
#endif
#ifdef CHIOMOVE
STRUCT(changer_move,
	E(cm_fromtype, "CHET_???", V(CHET_ST) V(CHET_MT)); N(cm_fromunit); E(cm_totype, "CHET_???", V(CHET_ST) V(CHET_MT));
	N(cm_tounit); F(cm_flags, "CM_???", V(CM_INVERT))
)
#endif
#ifdef CHIOEXCHANGE
STRUCT(changer_exchange,
	E(ce_srctype, "CHET_???", V(CHET_ST) V(CHET_MT)); N(ce_srcunit); E(ce_fdsttype, "CHET_???", V(CHET_ST) V(CHET_MT));
	N(ce_fdstunit); E(ce_sdsttype, "CHET_???", V(CHET_ST) V(CHET_MT)); N(ce_sdstunit);
	F(ce_flags, "CE_???", V(CE_INVERT1))
)
#endif
#ifdef CHIOSVOLTAG
STRUCT(changer_set_voltag,
	E(csv_type, "CHET_???", V(CHET_ST) V(CHET_MT)); N(csv_unit); TX(csv_voltag); F(csv_flags, "CSV_???", V(CSV_PVOLTAG))
)
#endif
#ifdef CHIOGELEM
STRUCT_OF(struct changer_get_element, changer_get_element_asked,
	E(cge_type, "CHET_???", V(CHET_ST) V(CHET_MT)); N(cge_unit)
)
STRUCT_OF(struct changer_get_element, changer_get_element_told,
	F(cge_status, "CESTATUS_???", V(CESTATUS_FULL)); N(cge_errno); E(cge_srctype, "CHET_???", V(CHET_ST) V(CHET_MT));
	N(cge_srcunit); N(cge_id); N(cge_lun); TX(cge_pvoltag); TX(cge_avoltag); F(cge_flags, "CGE_???", V(CGE_ERRNO))
)
#endif
#ifdef CHIOGPARAMS
STRUCT(changer_params, N(cp_curpicker); N(cp_npickers); N(cp_nslots); N(cp_nportals); N(cp_ndrives))
#endif
#ifdef CHIOGVPARAMS
STRUCT(changer_vendor_params,
	N(cvp_n1); TX(cvp_label1); N(cvp_n2); TX(cvp_label2); N(cvp_n3); TX(cvp_label3); N(cvp_n4); TX(cvp_label4);
	UNLESS_0(XS, reserved)
)
#endif
NUMBER(long, long)
#ifdef LIVEUPDATE_IOCTL_CREATE_SESSION
STRUCT_OF(struct liveupdate_ioctl_create_session, liveupdate_ioctl_create_session_asked, N(size); TX(name))
STRUCT_OF(struct liveupdate_ioctl_create_session, liveupdate_ioctl_create_session_told, N(fd))
#endif
#ifdef LIVEUPDATE_IOCTL_RETRIEVE_SESSION
STRUCT_OF(struct liveupdate_ioctl_retrieve_session, liveupdate_ioctl_retrieve_session_asked, N(size); TX(name))
STRUCT_OF(struct liveupdate_ioctl_retrieve_session, liveupdate_ioctl_retrieve_session_told, N(fd))
#endif
#ifdef LIVEUPDATE_SESSION_PRESERVE_FD
STRUCT(liveupdate_session_preserve_fd, N(size); N(fd); X(token))
#endif
#ifdef LIVEUPDATE_SESSION_RETRIEVE_FD
STRUCT_OF(struct liveupdate_session_retrieve_fd, liveupdate_session_retrieve_fd_asked, N(size); X(token))
STRUCT_OF(struct liveupdate_session_retrieve_fd, liveupdate_session_retrieve_fd_told, N(fd))
#endif
#ifdef LIVEUPDATE_SESSION_FINISH
STRUCT(liveupdate_session_finish, N(size); UNLESS_0(X, reserved))
#endif
#ifdef LIVEUPDATE_SESSION_GET_NAME
STRUCT_OF(struct liveupdate_session_get_name, liveupdate_session_get_name_asked, N(size); UNLESS_0(X, reserved))
STRUCT_OF(struct liveupdate_session_get_name, liveupdate_session_get_name_told, TX(name))
#endif
#ifdef VTPM_PROXY_IOC_NEW_DEV
STRUCT_OF(struct vtpm_proxy_new_dev, vtpm_proxy_new_dev_asked, F(flags, "VTPM_PROXY_FLAG_???", V(VTPM_PROXY_FLAG_TPM2)))
STRUCT_OF(struct vtpm_proxy_new_dev, vtpm_proxy_new_dev_told, N(tpm_num); N(fd); N(major); N(minor))
#endif
#ifdef CCISS_SETINTINFO
STRUCT_OF(cciss_coalint_struct, cciss_coalint_struct, N(delay); N(count))
#endif
#ifdef CCISS_GETLUNINFO
STRUCT_OF(LogvolInfo_struct, LogvolInfo_struct, X(LunID); N(num_opens); N(num_parts))
#endif
#ifdef I2OEVTREG
STRUCT(i2o_evt_id, N(iop); N(tid); F(evt_mask, "I2O_EVT_IND_???"))
#endif
#ifdef I2OPASSTHRU32
STRUCT(i2o_cmd_passthru32, N(iop); X(msg))
#endif
#ifdef I2OPASSTHRU
STRUCT(i2o_cmd_passthru, N(iop); P(msg))
#endif
#ifdef I2OEVTGET
STRUCT(i2o_evt_info, WITHIN(id, N(iop); N(tid); F(evt_mask, "I2O_EVT_IND_???")); S(evt_data); N(data_size))
#endif
#ifdef SNDCTL_SEQ_OUTOFBAND
STRUCT(seq_event_rec, S(arr))
#endif
#ifdef SNDCTL_COPR_WDATA
STRUCT(copr_debug_buf, N(command); N(parm1); N(parm2); F(flags, "CPF_???", V(CPF_FIRST)); N(len))
#endif
#ifdef SNDCTL_FM_LOAD_INSTR
STRUCT(sbi_instrument, X(key); N(device); N(channel); S(operators))
#endif
#ifdef SNDCTL_DSP_GETIPTR
STRUCT(count_info, N(bytes); N(blocks); X(ptr))
#endif
#ifdef SNDCTL_DSP_GETOSPACE
STRUCT(audio_buf_info, N(fragments); N(fragstotal); N(fragsize); N(bytes))
#endif
#ifdef SNDCTL_DSP_MAPINBUF
STRUCT(buffmem_desc, P(buffer); N(size))
#endif
#ifdef SOUND_OLD_MIXER_INFO
STRUCT_OF(_old_mixer_info, _old_mixer_info, TX(id); TX(name))
#endif
#ifdef SOUND_MIXER_INFO
STRUCT(mixer_info, TX(id); TX(name); N(modify_counter); UNLESS_0(XS, fillers))
#endif
#ifdef SNDCTL_SYNTH_REMOVESAMPLE
STRUCT(remove_sample, N(devno); N(bankno); N(instrno))
#endif
#ifdef SNDCTL_MIDI_INFO
STRUCT_OF(struct midi_info, midi_info_asked, N(device))
STRUCT_OF(struct midi_info, midi_info_told, TX(name); X(capabilities); N(dev_type); UNLESS_0(XS, dummies))
#endif
#ifdef SNDCTL_SYNTH_INFO
STRUCT_OF(struct synth_info, synth_info_asked, N(device))
STRUCT_OF(struct synth_info, synth_info_told,
	TX(name); E(synth_type, "SYNTH_TYPE_???", V(SYNTH_TYPE_SAMPLE) V(SYNTH_TYPE_FM)); X(synth_subtype); N(perc_mode);
	N(nr_voices); N(nr_drums); N(instr_bank_size); F(capabilities, "SYNTH_CAP_???", V(SYNTH_CAP_PERCMODE));
	UNLESS_0(XS, dummies)
)
#endif
#ifdef SOUND_MIXER_GETLEVELS
STRUCT(mixer_vol_table, N(num); TX(name); NS(levels))
#endif
#ifdef SNDCTL_MIDI_MPUCMD
STRUCT_OF(mpu_command_rec, mpu_command_rec, X(cmd); N(nr_args); N(nr_returns); S(data))
#endif
#ifdef SNDCTL_COPR_SENDMSG
STRUCT(copr_msg, N(len); S(data))
#endif
#ifdef SNDCTL_SYNTH_CONTROL
STRUCT(synth_control, N(devno); S(data))
#endif
#ifdef SNDCTL_COPR_LOAD
STRUCT(copr_buffer, N(command); F(flags, "CPF_???", V(CPF_FIRST)); N(len); N(offs); S(data))
#endif
#ifdef SONET_GETSTAT
STRUCT(sonet_stats,
	N(section_bip); N(line_bip); N(path_bip); N(line_febe); N(path_febe); N(corr_hcs); N(uncorr_hcs); N(tx_cells);
	N(rx_cells)
)
#endif
#if defined(TIOCGISO7816) && defined(SER_ISO7816_ENABLED)
STRUCT(serial_iso7816, AS(flags, "SER_ISO7816_ENABLED"); N(tg); N(sc_fi); N(sc_di); N(clk); UNLESS_0(XS, reserved))
#endif
#ifdef BLKTRACESETUP2
STRUCT_OF(struct blk_user_trace_setup2, blk_user_trace_setup2_asked,
	F(act_mask, "BLK_TC_???", V(BLK_TC_READ)); N(buf_size); N(buf_nr); N(start_lba); N(end_lba); N(pid); X(flags);
	UNLESS_0(XS, reserved)
)
STRUCT_OF(struct blk_user_trace_setup2, blk_user_trace_setup2_told, TX(name))
#endif
#ifdef IVTVFB_IOC_DMA_FRAME
STRUCT(ivtvfb_dma_frame, P(source); X(dest_offset); N(count))
#endif
#ifdef OMAPFB_SETUP_MEM
STRUCT(omapfb_mem_info,
	N(size); E(type, "OMAPFB_MEMTYPE_???", V(OMAPFB_MEMTYPE_SRAM) V(OMAPFB_MEMTYPE_SDRAM)); UNLESS_0(S, reserved)
)
#endif
#ifdef OMAPFB_SET_TEARSYNC
STRUCT(omapfb_tearsync_info, N(enabled); UNLESS_0(S, reserved1); N(line); UNLESS_0(X, reserved2))
#endif
#ifdef OMAPFB_SET_COLOR_KEY
STRUCT(omapfb_color_key,
	E(channel_out, "OMAPFB_CHANNEL_OUT_???", V(OMAPFB_CHANNEL_OUT_DIGIT) V(OMAPFB_CHANNEL_OUT_LCD)); X(background);
	X(trans_key); E(key_type, "OMAPFB_COLOR_KEY_???", V(OMAPFB_COLOR_KEY_DISABLED) V(OMAPFB_COLOR_KEY_GFX_DST))
)
#endif
#ifdef OMAPFB_UPDATE_WINDOW_OLD
STRUCT(omapfb_update_window_old, N(x); N(y); N(width); N(height); AS(format, "OMAPFB_COLOR_YUV422"))
#endif
#ifdef OMAPFB_SETUP_PLANE
STRUCT(omapfb_plane_info,
	N(pos_x); N(pos_y); N(enabled);
	E(channel_out, "OMAPFB_CHANNEL_OUT_???", V(OMAPFB_CHANNEL_OUT_DIGIT) V(OMAPFB_CHANNEL_OUT_LCD)); N(mirror); X(mem_idx);
	N(out_width); N(out_height); UNLESS_0(XS, reserved2)
)
#endif
#ifdef OMAPFB_UPDATE_WINDOW
STRUCT(omapfb_update_window,
	N(x); N(y); N(width); N(height); AS(format, "OMAPFB_COLOR_YUV422"); N(out_x); N(out_y); N(out_width); N(out_height);
	UNLESS_0(XS, reserved)
)
#endif
#ifdef OMAPFB_GET_CAPS
STRUCT(omapfb_caps, F(ctrl, "OMAPFB_CAPS_???"); X(plane_color); X(wnd_color))
#endif
#ifdef OMAPFB_GET_VRAM_INFO
STRUCT(omapfb_vram_info, N(total); N(free); N(largest_free_block); UNLESS_0(XS, reserved))
#endif
#ifdef OMAPFB_GET_DISPLAY_INFO
STRUCT(omapfb_display_info, N(xres); N(yres); N(width); N(height); UNLESS_0(XS, reserved))
#endif
#ifdef OMAPFB_GET_OVERLAY_COLORMODE
STRUCT_OF(struct omapfb_ovl_colormode, omapfb_ovl_colormode_asked, N(overlay_idx); N(mode_idx))
STRUCT_OF(struct omapfb_ovl_colormode, omapfb_ovl_colormode_told,
	N(bits_per_pixel); N(nonstd); WITHIN(red, N(offset); N(length); N(msb_right));
	WITHIN(green, N(offset); N(length); N(msb_right)); WITHIN(blue, N(offset); N(length); N(msb_right));
	WITHIN(transp, N(offset); N(length); N(msb_right))
)
#endif
#ifdef MATROXFB_SET_OUTPUT_MODE
STRUCT(matroxioc_output_mode,
	E(output, "MATROXFB_OUTPUT_???", V(MATROXFB_OUTPUT_SECONDARY) V(MATROXFB_OUTPUT_PRIMARY));
	E(mode, "MATROXFB_OUTPUT_MODE_???", V(MATROXFB_OUTPUT_MODE_PAL))
)
#endif

#ifdef IPMICTL_RECEIVE_MSG
static void ipmi(void)
{
	struct ipmi_req *q = &AT(struct ipmi_req);
	struct ipmi_ipmb_addr *a = (struct ipmi_ipmb_addr *)(arena + 0x800);

	*a = (struct ipmi_ipmb_addr){.addr_type = IPMI_IPMB_ADDR_TYPE, .channel = 2, .slave_addr = 0x20, .lun = 1};
	memcpy(arena + 0x900, "\x01\xff", 2);
	*q = (struct ipmi_req){.addr = (void *)a, .addr_len = sizeof(*a), .msgid = -7, .msg = {.netfn = IPMI_NETFN_APP_REQUEST, .cmd = 0x34, .data_len = 2, .data = (void *)(arena + 0x900)}};
	MADE(IPMICTL_SEND_COMMAND, "{addr={addr_type=IPMI_IPMB_ADDR_TYPE, channel=2, slave_addr=0x20, lun=1}, addr_len=8, msgid=-7, "
	     "msg={netfn=IPMI_NETFN_APP_REQUEST, cmd=0x34, data_len=2, data=\"\\x01\\xff\"}}");
	struct ipmi_system_interface_addr *s = (struct ipmi_system_interface_addr *)memset(a, 0, 64);
	s->addr_type = IPMI_SYSTEM_INTERFACE_ADDR_TYPE;
	s->channel = IPMI_BMC_CHANNEL;
	struct ipmi_recv *r = &AT(struct ipmi_recv);
	s->addr_type = IPMI_SYSTEM_INTERFACE_ADDR_TYPE, s->channel = IPMI_BMC_CHANNEL;
	*r = (struct ipmi_recv){.recv_type = IPMI_RESPONSE_RECV_TYPE, .addr = (void *)s, .addr_len = sizeof(*s), .msgid = 5,
	                        .msg = {.netfn = IPMI_NETFN_APP_RESPONSE, .cmd = IPMI_GET_DEVICE_ID_CMD, .data_len = 2, .data = (void *)(arena + 0x900)}};
	memcpy(arena + 0x900, "\x01\xff", 2);
#define IPMI_MESSAGE "{addr=0x10000800, addr_len=8, msg={data_len=2, data=0x10000900}} => {recv_type=IPMI_RESPONSE_RECV_TYPE, " \
	"addr={addr_type=IPMI_SYSTEM_INTERFACE_ADDR_TYPE, channel=15, lun=0}, addr_len=8, msgid=5, " \
	"msg={netfn=IPMI_NETFN_APP_RESPONSE, cmd=0x1, data_len=2, data=\"\\x01\\xff\"}}"
	MADE(IPMICTL_RECEIVE_MSG, IPMI_MESSAGE);
	MADE(IPMICTL_RECEIVE_MSG_TRUNC, IPMI_MESSAGE);
}
#endif

#ifdef FW_CDEV_IOC_GET_INFO
static void firewire(void)
{
	struct fw_cdev_get_info *i = &AT(struct fw_cdev_get_info);
	struct fw_cdev_event_bus_reset *e = (struct fw_cdev_event_bus_reset *)(arena + 0x900);

	*i = (struct fw_cdev_get_info){.version = 5, .rom_length = 4, .rom = 0x10000800, .bus_reset = 0x10000900, .bus_reset_closure = 7, .card = 3};
	memcpy(arena + 0x800, "\x04\x20\x00\x01", 4);
	*e = (struct fw_cdev_event_bus_reset){.closure = 7, .type = FW_CDEV_EVENT_BUS_RESET, .node_id = 0xffc0, .local_node_id = 0xffc1, .bm_node_id = 2, .irm_node_id = 3, .root_node_id = 4, .generation = 9};
	MADE(FW_CDEV_IOC_GET_INFO, "{version=5, rom_length=4, rom=0x10000800, bus_reset=0x10000900, bus_reset_closure=0x7} => {version=5, rom_length=4, "
	     "rom=\"\\x04\\x20\\x00\\x01\", bus_reset={closure=0x7, type=0, node_id=0xffc0, local_node_id=0xffc1, bm_node_id=0x2, irm_node_id=0x3, root_node_id=0x4, "
	     "generation=9}, card=3}");
	AT(struct fw_cdev_send_request) = (struct fw_cdev_send_request){.tcode = TCODE_WRITE_BLOCK_REQUEST, .length = 2, .offset = 0xfffff0000400, .closure = 1, .data = 0x10000800, .generation = 2};
	memcpy(arena + 0x800, "\x04\xff", 2);
	MADE(FW_CDEV_IOC_SEND_REQUEST, "{tcode=TCODE_WRITE_BLOCK_REQUEST, length=2, offset=0xfffff0000400, closure=0x1, data=\"\\x04\\xff\", generation=2}");
	AT(struct fw_cdev_allocate) = (struct fw_cdev_allocate){.offset = 0x10, .closure = 2, .length = 3, .handle = 4, .region_end = 0x20};
	MADE(FW_CDEV_IOC_ALLOCATE, "{offset=0x10, closure=0x2, length=3, region_end=0x20} => {offset=0x10, handle=4}");
	AT(struct fw_cdev_create_iso_context) = (struct fw_cdev_create_iso_context){.type = FW_CDEV_ISO_CONTEXT_RECEIVE, .header_size = 8, .channel = 63, .speed = SCODE_400, .closure = 5, .handle = 6};
	MADE(FW_CDEV_IOC_CREATE_ISO_CONTEXT, "{type=FW_CDEV_ISO_CONTEXT_RECEIVE, header_size=8, channel=63, speed=SCODE_400, closure=0x5} => {handle=6}");
	AT(struct fw_cdev_add_descriptor) = (struct fw_cdev_add_descriptor){.immediate = 1, .key = 0x81000000, .data = 0x10000800, .length = 2, .handle = 3};
	memcpy(arena + 0x800, (unsigned[]){0x20000, 7}, 8);
	MADE(FW_CDEV_IOC_ADD_DESCRIPTOR, "{immediate=0x1, key=0x81000000, data=[0x20000, 0x7], length=2} => {handle=3}");
	AT(struct fw_cdev_get_cycle_timer2) = (struct fw_cdev_get_cycle_timer2){.tv_sec = 1, .tv_nsec = 2, .clk_id = 1, .cycle_timer = 0xff};
	MADE(FW_CDEV_IOC_GET_CYCLE_TIMER2, "{clk_id=CLOCK_MONOTONIC} => {tv_sec=1, tv_nsec=2, cycle_timer=0xff}");
	reply(SYS_ioctl, SCODE_400, -1, FW_CDEV_IOC_GET_SPEED, 0);
	expect_call("ioctl(-1, FW_CDEV_IOC_GET_SPEED)", "SCODE_400");
}
#endif

#ifdef PPS_FETCH
static void pulses(void)
{
	AT(struct pps_fdata) = (struct pps_fdata){.info = {.assert_sequence = 1, .clear_sequence = 2, .assert_tu = {.sec = 3, .nsec = 4}, .clear_tu = {.sec = 5, .nsec = 6},
	                                         .current_mode = PPS_CAPTUREBOTH | PPS_TSFMT_TSPEC}, .timeout = {.sec = 7, .nsec = 8, .flags = PPS_TIME_INVALID}};
	MADE(PPS_FETCH, "{timeout={sec=7, nsec=8, flags=PPS_TIME_INVALID}} => {info={assert_sequence=1, clear_sequence=2, assert_tu={sec=3, nsec=4, flags=0}, "
	     "clear_tu={sec=5, nsec=6, flags=0}, current_mode=PPS_CAPTUREASSERT|PPS_CAPTURECLEAR|PPS_TSFMT_TSPEC}}");
	AT(struct pps_bind_args) = (struct pps_bind_args){.tsformat = PPS_TSFMT_TSPEC, .edge = PPS_CAPTUREASSERT, .consumer = PPS_KC_HARDPPS_FLL};
	MADE(PPS_KC_BIND, "{tsformat=PPS_TSFMT_TSPEC, edge=PPS_CAPTUREASSERT, consumer=PPS_KC_HARDPPS_FLL}");
}
#endif

#ifdef MTRRIOC_GET_ENTRY
static void memory_types(void)
{
	AT(struct mtrr_gentry) = (struct mtrr_gentry){.regnum = 3, .base = 0xe0000000, .size = 0x1000, .type = MTRR_TYPE_WRCOMB};
	MADE(MTRRIOC_GET_ENTRY, "{regnum=3} => {base=0xe0000000, size=0x1000, type=MTRR_TYPE_WRCOMB}");
#if defined(MTRRIOC_GET_PAGE_ENTRY) && defined(__x86_64__)
	MADE(MTRRIOC_GET_PAGE_ENTRY, "{regnum=3} => {base=0xe0000000, size=0x1000, type=MTRR_TYPE_WRCOMB}");
#endif
	AT(struct mtrr_sentry) = (struct mtrr_sentry){.base = 0xe0000000, .size = 0x2000, .type = MTRR_TYPE_WRBACK};
	given(MTRRIOC_ADD_ENTRY, (uintptr_t)arena, "MIXER_WRITE(0) or MTRRIOC_ADD_ENTRY", "{base=0xe0000000, size=0x2000, type=MTRR_TYPE_WRBACK}");
}
#endif

#ifdef X86_IOC_RDMSR_REGS
static void registers(void)
{
	unsigned *r = &AT(unsigned);

	r[1] = 0xc0000080, r[7] = 2;
	MADE(X86_IOC_RDMSR_REGS, "[0, 0xc0000080, 0, 0, 0, 0, 0, 0x2] => [0, 0xc0000080, 0, 0, 0, 0, 0, 0x2]");
	MADE(X86_IOC_WRMSR_REGS, "[0, 0xc0000080, 0, 0, 0, 0, 0, 0x2] => [0, 0xc0000080, 0, 0, 0, 0, 0, 0x2]");
}
#endif

#ifdef HFI1_IOCTL_TID_UPDATE
static void hfi(void)
{
	AT(struct hfi1_tid_info) = (struct hfi1_tid_info){.vaddr = 0x7000, .tidlist = 0x10000800, .tidcnt = 2, .length = 8192};
	memcpy(arena + 0x800, (unsigned[]){3, 0x10}, 8);
	MADE(HFI1_IOCTL_TID_UPDATE, "{vaddr=0x7000, tidlist=0x10000800, tidcnt=2, length=8192} => {vaddr=0x7000, tidlist=[0x3, 0x10], tidcnt=2, length=8192}");
	MADE(HFI1_IOCTL_TID_INVAL_READ, "{vaddr=0x7000, tidlist=0x10000800, tidcnt=2, length=8192} => {vaddr=0x7000, tidlist=[0x3, 0x10], tidcnt=2, length=8192}");
	MADE(HFI1_IOCTL_TID_FREE, "{vaddr=0x7000, tidlist=[0x3, 0x10], tidcnt=2, length=8192} => {vaddr=0x7000, tidlist=[0x3, 0x10], tidcnt=2, length=8192}");
	AT(struct hfi1_ctxt_info).runtime_flags = HFI1_CAP_SDMA | HFI1_CAP_PKEY_CHECK;
	MADE(HFI1_IOCTL_CTXT_INFO, "{runtime_flags=HFI1_CAP_SDMA|HFI1_CAP_PKEY_CHECK, rcvegr_size=0, num_active=0, unit=0, ctxt=0, subctxt=0, rcvtids=0, credits=0, numa_node=0, rec_cpu=0, "
	     "send_ctxt=0, egrtids=0, rcvhdrq_cnt=0, rcvhdrq_entsize=0, sdma_ring_size=0}");
}
#endif

#ifdef RDMA_VERBS_IOCTL
static void verbs(void)
{
	struct ib_uverbs_ioctl_hdr *h = &AT(struct ib_uverbs_ioctl_hdr);

	*h = (struct ib_uverbs_ioctl_hdr){.length = 40, .object_id = UVERBS_OBJECT_CQ, .method_id = 1, .num_attrs = 1, .driver_id = RDMA_DRIVER_MLX5};
	h->attrs[0] = (struct ib_uverbs_attr){.attr_id = 0x1000, .len = 16, .flags = UVERBS_ATTR_F_MANDATORY | UVERBS_ATTR_F_VALID_OUTPUT, .attr_data = {.enum_data = {.elem_id = 3}}, .data = 0x7000};
	MADE(RDMA_VERBS_IOCTL, "{length=40, object_id=UVERBS_OBJECT_CQ, method_id=1, num_attrs=1, driver_id=RDMA_DRIVER_MLX5, attrs=[{attr_id=0x1000, len=16, "
	     "flags=UVERBS_ATTR_F_MANDATORY|UVERBS_ATTR_F_VALID_OUTPUT, attr_data={enum_data={elem_id=3}}, data=0x7000}]} => "
	     "{length=40, object_id=UVERBS_OBJECT_CQ, method_id=1, num_attrs=1, driver_id=RDMA_DRIVER_MLX5, attrs=[{attr_id=0x1000, len=16, "
	     "flags=UVERBS_ATTR_F_MANDATORY|UVERBS_ATTR_F_VALID_OUTPUT, attr_data={enum_data={elem_id=3}}, data=0x7000}]}");
}
#endif

#ifdef ATM_GETESI
static struct atmif_sioc *atm(int length, void *arg)
{
	struct atmif_sioc *s = &AT(struct atmif_sioc);

	*s = (struct atmif_sioc){.number = 2, .length = length, .arg = arg};
	return s;
}

static void atm_devices(void)
{
	atm(4, arena + 0x800), *(int *)(arena + 0x800) = ATM_LM_LOC_ATM | ATM_LM_RMT_PHY;
	MADE(ATM_GETLINKRATE, "{number=2, length=4, arg=0x10000800} => {length=4, arg=[2050]}");
	MADE(ATM_GETLOOP, "{number=2, length=4, arg=0x10000800} => {length=4, arg=[ATM_LM_LOC_ATM|ATM_LM_RMT_PHY]}");
	MADE(ATM_QUERYLOOP, "{number=2, length=4, arg=0x10000800} => {length=4, arg=[ATM_LM_LOC_ATM|ATM_LM_RMT_PHY]}");
	MADE(ATM_GETCIRANGE, "{number=2, length=4, arg=0x10000800} => {length=4, arg={vpi_bits=2, vci_bits=8}}");
	MADE(ATM_SETCIRANGE, "{number=2, length=4, arg={vpi_bits=2, vci_bits=8}} => {length=4}");
	atm(0, (void *)(long)ATM_LM_RMT_ATM);
	MADE(ATM_SETLOOP, "{number=2, length=0, arg=ATM_LM_RMT_ATM} => {length=0}");
	atm(6, memcpy(arena + 0x1800, "\x00\x20\x48\x01\x02\x03", 6));
	MADE(ATM_GETESI, "{number=2, length=6, arg=0x10001800} => {length=6, arg=\"\\x00\\x20\\x48\\x01\\x02\\x03\"}");
	MADE(ATM_SETESI, "{number=2, length=6, arg=\"\\x00\\x20\\x48\\x01\\x02\\x03\"} => {length=6}");
	MADE(ATM_SETESIF, "{number=2, length=6, arg=\"\\x00\\x20\\x48\\x01\\x02\\x03\"} => {length=6}");
	atm(8, strcpy(arena + 0x1800, "tcp"));
	MADE(ATM_GETTYPE, "{number=2, length=8, arg=0x10001800} => {length=8, arg=\"tcp\"}");
	atm(60, arena + 0x800);
	*(struct atm_dev_stats *)(arena + 0x800) = (struct atm_dev_stats){.aal0 = {.tx = 1, .rx_drop = 2}, .aal34 = {.tx_err = 3}, .aal5 = {.rx = 4, .rx_err = 5}};
#define ATM_STATS "{number=2, length=60, arg=0x10000800} => {length=60, arg={aal0={tx=1, tx_err=0, rx=0, rx_err=0, rx_drop=2}, aal34={tx=0, tx_err=3, rx=0, rx_err=0, rx_drop=0}, " \
	"aal5={tx=0, tx_err=0, rx=4, rx_err=5, rx_drop=0}}}"
	MADE(ATM_GETSTAT, ATM_STATS);
	MADE(ATM_GETSTATZ, ATM_STATS);
	AT(struct atm_iobuf) = (struct atm_iobuf){.length = 8, .buffer = arena + 0x800};
	memcpy(arena + 0x800, (int[]){0, 1}, 8);
	MADE(ATM_GETNAMES, "{length=8, buffer=0x10000800} => {length=8, buffer=[0, 1]}");
	*(int *)arena = ATM_SC_RX | ATM_SC_TX;
	MADE(ATM_SETSC, "[ATM_SC_RX|ATM_SC_TX]");
}
#endif
#ifdef BR2684_SETFILT
static void atm_backends(void)
{
	AT(struct atm_backend_ppp) = (struct atm_backend_ppp){.backend_num = ATM_BACKEND_PPP, .encaps = PPPOATM_ENCAPS_LLC};
	MADE(ATM_SETBACKEND, "{backend_num=ATM_BACKEND_PPP, encaps=PPPOATM_ENCAPS_LLC}");
	AT(struct atm_backend_br2684) = (struct atm_backend_br2684){.backend_num = ATM_BACKEND_BR2684, .ifspec = {.method = BR2684_FIND_BYIFNAME, .spec = {.ifname = "nas0"}},
	                                .fcs_in = BR2684_FCSIN_VERIFY, .fcs_out = BR2684_FCSOUT_GENERATE, .fcs_auto = 1, .encaps = BR2684_ENCAPS_LLC, .has_vpiid = 2, .vpn_id = "\1\2", .send_padding = 3, .min_size = 4};
	MADE(ATM_SETBACKEND, "{backend_num=ATM_BACKEND_BR2684, ifspec={method=BR2684_FIND_BYIFNAME, spec.ifname=\"nas0\"}, fcs_in=BR2684_FCSIN_VERIFY, fcs_out=BR2684_FCSOUT_GENERATE, "
	     "fcs_auto=1, encaps=BR2684_ENCAPS_LLC, has_vpiid=2, vpn_id=\"\\x01\\x02\\x00\\x00\\x00\\x00\\x00\", send_padding=3, min_size=4}");
	AT(struct atm_newif_br2684) = (struct atm_newif_br2684){.backend_num = ATM_BACKEND_BR2684, .media = BR2684_MEDIA_FDDI | BR2684_FLAG_ROUTED, .ifname = "nas1", .mtu = 1500};
	MADE(ATM_NEWBACKENDIF, "{backend_num=ATM_BACKEND_BR2684, media=BR2684_FLAG_ROUTED|BR2684_MEDIA_FDDI, ifname=\"nas1\", mtu=1500}");
	AT(struct br2684_filter_set) = (struct br2684_filter_set){.ifspec = {.method = BR2684_FIND_BYNUM, .spec = {.devnum = 3}}, .filter = {.prefix = 0x0100007f, .netmask = 0xff}};
	MADE(BR2684_SETFILT, "{ifspec={method=BR2684_FIND_BYNUM, spec.devnum=3}, filter={prefix=inet_addr(\"127.0.0.1\"), netmask=inet_addr(\"255.0.0.0\")}}");
}
#endif

#ifdef GSMIOC_GETCONF_DLCI
static void multiplexer(void)
{
	AT(struct gsm_dlci_config) = (struct gsm_dlci_config){.channel = 1, .adaption = 2, .mtu = 31, .priority = 7, .i = 3, .k = 4, .flags = 1};
	MADE(GSMIOC_GETCONF_DLCI, "{channel=1} => {adaption=2, mtu=31, priority=7, i=3, k=4, flags=GSM_FL_RESTART}");
}
#endif

#ifdef IOCTL_MEI_CONNECT_CLIENT
static void management_engine(void)
{
	struct mei_connect_client_data *d = &AT(struct mei_connect_client_data);

	memcpy(d, "\x40\x01\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x07", 16);
#define MEI_UUID "\"\\x40\\x01\\x00\\x00\\x02\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x07\""
	MADE(IOCTL_MEI_CONNECT_CLIENT, "{in_client_uuid=" MEI_UUID "} => {out_client_properties={max_msg_length=320, protocol_version=2}}");
#ifdef IOCTL_MEI_CONNECT_CLIENT_VTAG
	arena[16] = 9;
	MADE(IOCTL_MEI_CONNECT_CLIENT_VTAG, "{connect={in_client_uuid=" MEI_UUID ", vtag=9}} => {out_client_properties={max_msg_length=320, protocol_version=2}}");
#endif
}
#endif

#ifdef ND_IOCTL_CALL
static void dimms(void)
{
	struct nd_cmd_get_config_data_hdr *g = &AT(struct nd_cmd_get_config_data_hdr);
	g->in_offset = 8, g->in_length = 2;
	memcpy(g->out_buf, "\x01\xff", 2);
	MADE(ND_IOCTL_GET_CONFIG_DATA, "{in_offset=8, in_length=2} => {status=0, out_buf=\"\\x01\\xff\"}");
	struct nd_cmd_set_config_hdr *s = &AT(struct nd_cmd_set_config_hdr);
	s->in_offset = 8, s->in_length = 2;
	memcpy(s->in_buf, "\x01\xff", 2);
	MADE(ND_IOCTL_SET_CONFIG_DATA, "{in_offset=8, in_length=2, in_buf=\"\\x01\\xff\"} => {in_offset=8, in_length=2, in_buf=\"\\x01\\xff\"}");
	struct nd_cmd_vendor_hdr *v = &AT(struct nd_cmd_vendor_hdr);
	v->opcode = 0x10, v->in_length = 2;
	memcpy(v->in_buf, "\x01\xff", 2);
	MADE(ND_IOCTL_VENDOR, "{opcode=0x10, in_length=2, in_buf=\"\\x01\\xff\"} => {opcode=0x10, in_length=2, in_buf=\"\\x01\\xff\"}");
	struct nd_cmd_ars_status *a = &AT(struct nd_cmd_ars_status);
	a->out_length = 72, a->address = 0x1000, a->length = 0x2000, a->restart_address = 0x3000, a->restart_length = 0x4000, a->type = ND_ARS_PERSISTENT, a->num_records = 1;
	a->records[0].handle = 5, a->records[0].err_address = 0x1100, a->records[0].length = 64;
	MADE(ND_IOCTL_ARS_STATUS, "{out_length=72} => {status=0, out_length=72, address=0x1000, length=8192, restart_address=0x3000, restart_length=16384, type=ND_ARS_PERSISTENT, flags=0, "
	     "num_records=1, records=[{handle=0x5, err_address=0x1100, length=64}]}");
	struct nd_cmd_pkg *p = &AT(struct nd_cmd_pkg);
	p->nd_family = NVDIMM_FAMILY_MSFT, p->nd_command = 11, p->nd_size_in = 2, p->nd_size_out = 1, p->nd_fw_size = 1;
	memcpy(p->nd_payload, "\x01\xff\x07", 3);
	MADE(ND_IOCTL_CALL, "{nd_family=NVDIMM_FAMILY_MSFT, nd_command=11, nd_size_in=2, nd_size_out=1, nd_payload=\"\\x01\\xff\"} => {nd_fw_size=1}");
}
#endif

#ifdef CXL_MEM_SEND_COMMAND
static void cxl(void)
{
	struct cxl_mem_query_commands *q = &AT(struct cxl_mem_query_commands);
	q->n_commands = 1;
	q->commands[0] = (struct cxl_command_info){.id = CXL_MEM_COMMAND_ID_GET_LSA, .flags = 1, .size_in = 8, .size_out = -1};
	MADE(CXL_MEM_QUERY_COMMANDS, "{n_commands=1} => {n_commands=1, commands=[{id=CXL_MEM_COMMAND_ID_GET_LSA, flags=CXL_MEM_COMMAND_FLAG_ENABLED, size_in=8, size_out=-1}]}");
	struct cxl_send_command *c = &AT(struct cxl_send_command);
	c->id = CXL_MEM_COMMAND_ID_RAW, c->raw.opcode = 0x400, c->retval = 2;
	c->in.size = 2, c->in.payload = 0x10000800, c->out.size = 1, c->out.payload = 0x10000900;
	memcpy(arena + 0x800, "\x01\xff", 2);
	arena[0x900] = 7;
	MADE(CXL_MEM_SEND_COMMAND, "{id=CXL_MEM_COMMAND_ID_RAW, flags=0, raw={opcode=0x400}, in={size=2, payload=\"\\x01\\xff\"}, out={size=1, payload=0x10000900}} => "
	     "{retval=2, out={size=1, payload=\"\\x07\"}}");
}
#endif

#ifdef FWCTL_RPC
static void firmware_control(void)
{
	AT(struct fwctl_info) = (struct fwctl_info){.size = 24, .out_device_type = FWCTL_DEVICE_TYPE_CXL, .device_data_len = 2, .out_device_data = 0x10000800};
	memcpy(arena + 0x800, "\x01\xff", 2);
	MADE(FWCTL_INFO, "{size=24, flags=0, device_data_len=2, out_device_data=0x10000800} => {out_device_type=FWCTL_DEVICE_TYPE_CXL, device_data_len=2, out_device_data=\"\\x01\\xff\"}");
	AT(struct fwctl_rpc) = (struct fwctl_rpc){.size = 32, .scope = FWCTL_RPC_DEBUG_WRITE, .in_len = 2, .out_len = 1, .in = 0x10000800, .out = 0x10000900};
	memcpy(arena + 0x800, "\x01\xff\x00", 3);
	arena[0x900] = 7;
	MADE(FWCTL_RPC, "{size=32, scope=FWCTL_RPC_DEBUG_WRITE, in_len=2, out_len=1, in=\"\\x01\\xff\", out=0x10000900} => {out_len=1, out=\"\\x07\"}");
}
#endif

#ifdef ISST_IF_IO_CMD
static void speed_select(void)
{
	AT(struct isst_if_io_regs) = (struct isst_if_io_regs){.req_count = 1, .io_reg[0] = {.read_write = 1, .logical_cpu = 2, .reg = 0x10, .value = 0xff}};
	MADE(ISST_IF_IO_CMD, "{req_count=1, io_reg=[{read_write=1, logical_cpu=2, reg=0x10, value=0xff}]} => {req_count=1, io_reg=[{read_write=1, logical_cpu=2, reg=0x10, value=0xff}]}");
	AT(struct isst_if_cpu_maps) = (struct isst_if_cpu_maps){.cmd_count = 1, .cpu_map[0] = {.logical_cpu = 2, .physical_cpu = 4}};
	MADE(ISST_IF_GET_PHY_ID, "{cmd_count=1, cpu_map=[{logical_cpu=2, physical_cpu=4}]} => {cmd_count=1, cpu_map=[{logical_cpu=2, physical_cpu=4}]}");
	AT(struct isst_if_mbox_cmds) = (struct isst_if_mbox_cmds){.cmd_count = 1, .mbox_cmd[0] = {.logical_cpu = 2, .parameter = 3, .req_data = 4, .resp_data = 5, .command = 0xd0, .sub_command = 6}};
#define ISST_MAIL "{cmd_count=1, mbox_cmd=[{logical_cpu=2, parameter=0x3, req_data=0x4, resp_data=0x5, command=0xd0, sub_command=0x6}]}"
	MADE(ISST_IF_MBOX_COMMAND, ISST_MAIL " => " ISST_MAIL);
	AT(struct isst_if_msr_cmds) = (struct isst_if_msr_cmds){.cmd_count = 1, .msr_cmd[0] = {.read_write = 0, .logical_cpu = 2, .msr = 0x774, .data = 7}};
	MADE(ISST_IF_MSR_COMMAND, "{cmd_count=1, msr_cmd=[{read_write=0, logical_cpu=2, msr=0x774, data=0x7}]} => {cmd_count=1, msr_cmd=[{read_write=0, logical_cpu=2, msr=0x774, data=0x7}]}");
#ifdef ISST_IF_CLOS_ASSOC
	AT(struct isst_if_clos_assoc_cmds) = (struct isst_if_clos_assoc_cmds){.cmd_count = 1, .get_set = 1, .punit_cpu_map = 1, .assoc_info[0] = {.socket_id = 0, .power_domain_id = 1, .logical_cpu = 2, .clos = 3}};
#define ISST_ASSOC "{cmd_count=1, get_set=1, punit_cpu_map=1, assoc_info=[{socket_id=0, power_domain_id=1, logical_cpu=2, clos=3}]}"
	MADE(ISST_IF_CLOS_ASSOC, ISST_ASSOC " => " ISST_ASSOC);
#endif
}
#endif

#ifdef SWITCHTEC_IOCTL_EVENT_CTL
static void pci_switch(void)
{
	AT(struct switchtec_ioctl_event_ctl) = (struct switchtec_ioctl_event_ctl){.event_id = SWITCHTEC_IOCTL_EVENT_HOTPLUG, .index = SWITCHTEC_IOCTL_EVENT_IDX_ALL,
		.flags = SWITCHTEC_IOCTL_EVENT_FLAG_CLEAR | SWITCHTEC_IOCTL_EVENT_FLAG_EN_LOG, .occurred = 1, .count = 2, .data = {3}};
	MADE(SWITCHTEC_IOCTL_EVENT_CTL, "{event_id=SWITCHTEC_IOCTL_EVENT_HOTPLUG, index=SWITCHTEC_IOCTL_EVENT_IDX_ALL, flags=SWITCHTEC_IOCTL_EVENT_FLAG_CLEAR|SWITCHTEC_IOCTL_EVENT_FLAG_EN_LOG} => "
	     "{flags=SWITCHTEC_IOCTL_EVENT_FLAG_CLEAR|SWITCHTEC_IOCTL_EVENT_FLAG_EN_LOG, occurred=1, count=2, data=[0x3, 0, 0, 0, 0]}");
}
#endif

#ifdef USB_RAW_IOCTL_EP0_READ
static void raw_gadget(void)
{
	struct usb_raw_event *e = &AT(struct usb_raw_event);
	e->type = USB_RAW_EVENT_CONTROL, e->length = 2;
	memcpy(e->data, "\x80\x06", 2);
	MADE(USB_RAW_IOCTL_EVENT_FETCH, "{length=2} => {type=USB_RAW_EVENT_CONTROL, length=2, data=\"\\x80\\x06\"}");
	struct usb_raw_ep_io *i = &AT(struct usb_raw_ep_io);
	i->ep = 1, i->flags = USB_RAW_IO_FLAGS_ZERO, i->length = 2;
	memcpy(i->data, "\x80\x06", 2);
	MADE(USB_RAW_IOCTL_EP0_WRITE, "{ep=1, flags=USB_RAW_IO_FLAGS_ZERO, length=2, data=\"\\x80\\x06\"}");
	MADE(USB_RAW_IOCTL_EP_WRITE, "{ep=1, flags=USB_RAW_IO_FLAGS_ZERO, length=2, data=\"\\x80\\x06\"}");
	reply(SYS_ioctl, 1, -1, USB_RAW_IOCTL_EP0_READ, arena);
	expect_call("ioctl(-1, USB_RAW_IOCTL_EP0_READ, {ep=1, flags=USB_RAW_IO_FLAGS_ZERO, length=2} => {data=\"\\x80\"})", "1");
	reply(SYS_ioctl, 1, -1, USB_RAW_IOCTL_EP_READ, arena);
	expect_call("ioctl(-1, USB_RAW_IOCTL_EP_READ, {ep=1, flags=USB_RAW_IO_FLAGS_ZERO, length=2} => {data=\"\\x80\"})", "1");
}
#endif

#ifdef GADGET_SET_PRINTER_STATUS
static void printer(void)
{
	given(GADGET_SET_PRINTER_STATUS, PRINTER_SELECTED | PRINTER_NOT_ERROR, "GADGET_SET_PRINTER_STATUS", "PRINTER_NOT_ERROR|PRINTER_SELECTED");
	reply(SYS_ioctl, PRINTER_PAPER_EMPTY, -1, GADGET_GET_PRINTER_STATUS, 0);
	expect_call("ioctl(-1, GADGET_GET_PRINTER_STATUS)", "PRINTER_PAPER_EMPTY");
}
#endif

#ifdef USBTMC_IOCTL_CTRL_REQUEST
static void test_and_measurement(void)
{
	struct usbtmc_ctrlrequest *c = &AT(struct usbtmc_ctrlrequest);
	*c = (struct usbtmc_ctrlrequest){.req = {.bRequestType = 0x21, .bRequest = 1, .wValue = 2, .wIndex = 3, .wLength = 2}, .data = memcpy(arena + 0x800, "\x01\xff", 2)};
	MADE(USBTMC_IOCTL_CTRL_REQUEST, "{req={bRequestType=0x21, bRequest=0x1, wValue=0x2, wIndex=0x3, wLength=2}, data=\"\\x01\\xff\"}");
	c->req.bRequestType = 0xa1;
	reply(SYS_ioctl, 1, -1, USBTMC_IOCTL_CTRL_REQUEST, arena);
	expect_call("ioctl(-1, USBTMC_IOCTL_CTRL_REQUEST, {req={bRequestType=0xa1, bRequest=0x1, wValue=0x2, wIndex=0x3, wLength=2}, data=\"\\x01\"})", "1");
	struct usbtmc_message *m = &AT(struct usbtmc_message);
	*m = (struct usbtmc_message){.transfer_size = 2, .transferred = 1, .flags = USBTMC_FLAG_ASYNC | USBTMC_FLAG_APPEND, .message = memcpy(arena + 0x800, "\x01\xff", 2)};
	MADE(USBTMC_IOCTL_WRITE, "{transfer_size=2, flags=USBTMC_FLAG_ASYNC|USBTMC_FLAG_APPEND, message=\"\\x01\\xff\"} => {transferred=1}");
	MADE(USBTMC_IOCTL_READ, "{transfer_size=2, flags=USBTMC_FLAG_ASYNC|USBTMC_FLAG_APPEND} => {transferred=1, message=\"\\x01\"}");
	*(unsigned *)arena = 77;
	MADE(USBTMC_IOCTL_WRITE_RESULT, "[77]");
	*arena = USBTMC488_CAPABILITY_TRIGGER | USBTMC488_CAPABILITY_SR1;
	MADE(USBTMC488_IOCTL_GET_CAPS, "[USBTMC488_CAPABILITY_TRIGGER|USBTMC488_CAPABILITY_SR1]");
}
#endif

#ifdef GPIB_CODE
static void gpib(void)
{
	AT(struct gpib_read_write_ioctl) = (struct gpib_read_write_ioctl){.buffer_ptr = 0x10000800, .requested_transfer_count = 2, .completed_transfer_count = 1, .end = 1, .handle = 3};
	memcpy(arena + 0x800, "\x01\xff", 2);
	MADE(IBRD, "{requested_transfer_count=2, handle=3} => {buffer_ptr=\"\\x01\", completed_transfer_count=1, end=1}");
	MADE(IBWRT, "{buffer_ptr=\"\\x01\\xff\", requested_transfer_count=2, end=1, handle=3} => {completed_transfer_count=1}");
	MADE(IBCMD, "{buffer_ptr=\"\\x01\\xff\", requested_transfer_count=2, end=1, handle=3} => {completed_transfer_count=1}");
	AT(struct gpib_ppoll_config_ioctl) = (struct gpib_ppoll_config_ioctl){.config = 0x9, .clear_ist = 1};
	MADE(IBPPC, "{config=0x9, set_ist=0, clear_ist=1}");
	AT(struct gpib_eos_ioctl) = (struct gpib_eos_ioctl){.eos = 10, .eos_flags = REOS | BIN};
	MADE(IBEOS, "{eos=10, eos_flags=REOS|BIN}");
	AT(struct gpib_wait_ioctl) = (struct gpib_wait_ioctl){.handle = 1, .wait_mask = RQS | TIMO, .ibsta = RQS | CMPL, .pad = 5, .sad = -1, .usec_timeout = 1000};
	MADE(IBWAIT, "{handle=1, wait_mask=RQS|TIMO, clear_mask=0, set_mask=0, pad=5, sad=-1, usec_timeout=1000} => {ibsta=CMPL|RQS}");
	*(unsigned short *)arena = VALID_DAV | VALID_NDAC | BUS_NDAC;
	MADE(IBLINES, "[VALID_DAV|VALID_NDAC|BUS_NDAC]");
	AT(struct gpib_online_ioctl) = (struct gpib_online_ioctl){.init_data_ptr = 0x10000800, .init_data_length = 2, .online = 1};
	memcpy(arena + 0x800, "\x01\xff", 2);
	MADE(IBONL, "{init_data_ptr=\"\\x01\\xff\", init_data_length=2, online=1}");
}
#endif

#ifdef COMEDI_INSN
static void comedi(void)
{
	struct comedi_insn *i = &AT(struct comedi_insn);
	*i = (struct comedi_insn){.insn = INSN_BITS, .n = 2, .data = (void *)(arena + 0x800), .subdev = 3, .chanspec = 0x10001};
	memcpy(arena + 0x800, (unsigned[]){0xff, 1}, 8);
	MADE(COMEDI_INSN, "{insn=INSN_BITS, n=2, data=[0xff, 0x1] => [0xff, 0x1], subdev=3, chanspec=0x10001}");
	memcpy(arena + 0x900, i, sizeof(*i));
	AT(struct comedi_insnlist) = (struct comedi_insnlist){.n_insns = 1, .insns = (void *)(arena + 0x900)};
	memcpy(arena + 0x800, (unsigned[]){0xff, 1}, 8);
	i = memcpy(arena + 0x900, &(struct comedi_insn){.insn = INSN_READ, .n = 1, .data = (void *)(arena + 0x800)}, sizeof(*i));
	MADE(COMEDI_INSNLIST, "{n_insns=1, insns=[{insn=INSN_READ, n=1, data=[0xff], subdev=0, chanspec=0}]}");
	struct comedi_cmd *c = &AT(struct comedi_cmd);
	*c = (struct comedi_cmd){.subdev = 1, .flags = CMDF_PRIORITY | CMDF_ROUND_UP, .start_src = TRIG_NOW, .scan_begin_src = TRIG_TIMER | TRIG_EXT, .chanlist = (void *)(arena + 0x800), .chanlist_len = 2};
	memcpy(arena + 0x800, (unsigned[]){0x10000, 1}, 8);
#define COMEDI_COMMAND "{subdev=1, flags=CMDF_PRIORITY|CMDF_ROUND_UP, start_src=TRIG_NOW, start_arg=0, scan_begin_src=TRIG_TIMER|TRIG_EXT, scan_begin_arg=0, convert_src=TRIG_INVALID, convert_arg=0, " \
	"scan_end_src=TRIG_INVALID, scan_end_arg=0, stop_src=TRIG_INVALID, stop_arg=0, chanlist=[0x10000, 0x1], chanlist_len=2, data=NULL, data_len=0}"
	MADE(COMEDI_CMDTEST, COMEDI_COMMAND " => " COMEDI_COMMAND);
	AT(struct comedi_rangeinfo) = (struct comedi_rangeinfo){.range_type = 0x1000001, .range_ptr = arena + 0x800};
	memcpy(arena + 0x800, &(struct comedi_krange){.min = -5000000, .max = 5000000}, sizeof(struct comedi_krange));
	MADE(COMEDI_RANGEINFO, "{range_type=0x1000001, range_ptr=[{min=-5000000, max=5000000, flags=0}]}");
}
#endif

#ifdef IIO_BUFFER_GET_FD_IOCTL
static void iio(void)
{
	*(int *)memset(arena, 0, 0x100) = 1;
	MADE(IIO_BUFFER_GET_FD_IOCTL, "[1] => [1]");
}
#endif

#ifdef PWM_IOCTL_ROUNDWF
static void pulse_widths(void)
{
	AT(struct pwmchip_waveform) = (struct pwmchip_waveform){.hwpwm = 1, .period_length_ns = 1000, .duty_length_ns = 500, .duty_offset_ns = 3};
#define PWM_FORM "{hwpwm=1, period_length_ns=1000, duty_length_ns=500, duty_offset_ns=3}"
	MADE(PWM_IOCTL_ROUNDWF, PWM_FORM " => " PWM_FORM);
	given(PWM_IOCTL_GETWF, (uintptr_t)arena, "PWM_IOCTL_GETWF or UBLK_U_CMD_ADD_DEV", PWM_FORM " => " PWM_FORM);
	MADE(PWM_IOCTL_SETROUNDEDWF, PWM_FORM);
	MADE(PWM_IOCTL_SETEXACTWF, PWM_FORM);
}
#endif

#ifdef STP_POLICY_ID_SET
static void traces(void)
{
	struct stp_policy_id *p = &AT(struct stp_policy_id);
	p->size = sizeof(*p) + 5, p->master = 1, p->channel = 2, p->width = 4;
	strcpy(p->id, "node");
	MADE(STP_POLICY_ID_SET, "{size=21, master=1, channel=2, width=4, id=\"node\"} => {size=21, master=1, channel=2, width=4, id=\"node\"}");
	MADE(STP_POLICY_ID_GET, "{size=21, master=1, channel=2, width=4, id=\"node\"}");
}
#endif

#ifdef RPMSG_CREATE_EPT_IOCTL
static void processors(void)
{
	AT(struct rpmsg_endpoint_info) = (struct rpmsg_endpoint_info){.name = "rpmsg-tty", .src = RPMSG_ADDR_ANY, .dst = 0x400};
	MADE(RPMSG_CREATE_EPT_IOCTL, "{name=\"rpmsg-tty\", src=RPMSG_ADDR_ANY, dst=0x400}");
}
#endif

#ifdef RIO_CM_CHAN_SEND
static void rapid_io_messages(void)
{
	AT(struct rio_cm_msg) = (struct rio_cm_msg){.ch_num = 1, .size = 2, .rxto = 3, .msg = 0x10000800};
	memcpy(arena + 0x800, "\x01\xff", 2);
	given(RIO_CM_CHAN_SEND, (uintptr_t)arena, "BC_ACQUIRE_DONE or RIO_CM_CHAN_SEND", "{ch_num=1, size=2, rxto=3, msg=\"\\x01\\xff\"}");
	MADE(RIO_CM_CHAN_RECEIVE, "{ch_num=1, size=2, rxto=3, msg=\"\\x01\\xff\"}");
}
#endif

#ifdef RIO_TRANSFER
static void rapid_io(void)
{
	AT(struct rio_mport_maint_io) = (struct rio_mport_maint_io){.rioid = 1, .hopcount = 2, .offset = 0x10, .length = 2, .buffer = 0x10000800};
	memcpy(arena + 0x800, "\x01\xff", 2);
#define RIO_MAINTENANCE "{rioid=0x1, hopcount=2, offset=0x10, length=2, buffer=\"\\x01\\xff\"}"
	MADE(RIO_MPORT_MAINT_READ_LOCAL, RIO_MAINTENANCE);
	MADE(RIO_MPORT_MAINT_WRITE_LOCAL, RIO_MAINTENANCE);
	MADE(RIO_MPORT_MAINT_READ_REMOTE, RIO_MAINTENANCE);
	MADE(RIO_MPORT_MAINT_WRITE_REMOTE, RIO_MAINTENANCE);
	AT(struct rio_transaction) = (struct rio_transaction){.block = 0x10000800, .count = 1, .transfer_mode = RIO_TRANSFER_MODE_TRANSFER, .sync = RIO_TRANSFER_FAF, .dir = RIO_TRANSFER_DIR_WRITE};
	*(struct rio_transfer_io *)(arena + 0x800) = (struct rio_transfer_io){.rio_addr = 0x1000, .loc_addr = 0x2000, .length = 64, .rioid = 5, .method = RIO_EXCHANGE_SWRITE};
#define RIO_BLOCK "block=[{rio_addr=0x1000, loc_addr=0x2000, handle=0, offset=0, length=64, rioid=0x5, method=RIO_EXCHANGE_SWRITE, completion_code=0}]"
	MADE(RIO_TRANSFER, "{" RIO_BLOCK ", count=1, transfer_mode=RIO_TRANSFER_MODE_TRANSFER, sync=RIO_TRANSFER_FAF, dir=RIO_TRANSFER_DIR_WRITE} => {" RIO_BLOCK "}");
	AT(struct rio_mmap) = (struct rio_mmap){.rioid = 1, .rio_addr = 2, .length = 3, .handle = 4, .address = 5};
	MADE(RIO_UNMAP_OUTBOUND, "{rioid=0x1, rio_addr=0x2, length=3, handle=0x4, address=0x5}");
}
#endif

#ifdef SCIF_SEND
static void scif(void)
{
	AT(struct scifioctl_msg) = (struct scifioctl_msg){.msg = 0x10000800, .len = 2, .flags = 1, .out_len = 1};
	memcpy(arena + 0x800, "\x01\xff", 2);
	MADE(SCIF_SEND, "{msg=\"\\x01\\xff\", len=2, flags=0x1} => {out_len=1}");
	MADE(SCIF_RECV, "{len=2, flags=0x1} => {msg=\"\\x01\", out_len=1}");
	AT(struct scifioctl_node_ids) = (struct scifioctl_node_ids){.nodes = 0x10000800, .self = 0x10000900, .len = 2};
	memcpy(arena + 0x800, (unsigned short[]){0, 1}, 4);
	arena[0x900] = 1;
	MADE(SCIF_GET_NODEIDS, "{nodes=0x10000800, self=0x10000900, len=2} => {nodes=[0, 1], self=[1], len=2}");
	AT(struct scifioctl_reg) = (struct scifioctl_reg){.addr = 0x7000, .len = 4096, .offset = -1, .prot = 3, .out_offset = 0x1000};
	MADE(SCIF_REG, "{addr=0x7000, len=4096, offset=0xffffffffffffffff, prot=PROT_READ|PROT_WRITE, flags=0} => {out_offset=0x1000}");
}
#endif

#ifdef I8K_SET_FAN
static void dell_fans(void)
{
	int *v = &AT(int);

	strcpy(arena, "ABC1234");
	MADE(I8K_MACHINE_ID, "\"ABC1234\"");
	v = &AT(int), *v = I8K_FAN_LEFT;
	MADE(I8K_GET_SPEED, "[I8K_FAN_LEFT] => [1]");
	MADE(I8K_GET_FAN, "[I8K_FAN_LEFT] => [I8K_FAN_LOW]");
	v[1] = I8K_FAN_HIGH;
	MADE(I8K_SET_FAN, "{fan=I8K_FAN_LEFT, speed=I8K_FAN_HIGH} => {status=I8K_FAN_LOW}");
	*v = I8K_VOL_UP | I8K_VOL_MUTE;
	MADE(I8K_FN_STATUS, "[I8K_VOL_UP|I8K_VOL_MUTE]");
}
#endif

#ifdef DELL_WMI_SMBIOS_CMD
static void dell_firmware(void)
{
	struct dell_wmi_smbios_buffer *b = &AT(struct dell_wmi_smbios_buffer);
	b->length = 100, b->std.cmd_class = CLASS_INFO, b->std.cmd_select = SELECT_RFKILL, b->std.input[0] = 2, b->ext.blength = 2;
	memcpy(b->ext.data, "\x01\xff", 2);
#define DELL_BUFFER "{length=100, std={cmd_class=CLASS_INFO, cmd_select=11, input=[0x2, 0, 0, 0], output=[0, 0, 0, 0]}, ext={argattrib=0, blength=2}, data=\"\\x01\\xff\"}"
	MADE(DELL_WMI_SMBIOS_CMD, DELL_BUFFER " => " DELL_BUFFER);
}
#endif

#ifdef SSAM_CDEV_REQUEST
static void surface(void)
{
	AT(struct ssam_cdev_request) = (struct ssam_cdev_request){.target_category = 1, .target_id = 2, .command_id = 0x13, .flags = SSAM_CDEV_REQUEST_HAS_RESPONSE, .status = -5,
		.payload = {.data = 0x10000800, .length = 2}, .response = {.data = 0x10000900, .length = 1}};
	memcpy(arena + 0x800, "\x01\xff", 2);
	arena[0x900] = 7;
	MADE(SSAM_CDEV_REQUEST, "{target_category=0x1, target_id=0x2, command_id=0x13, instance_id=0, flags=SSAM_CDEV_REQUEST_HAS_RESPONSE, payload={data=\"\\x01\\xff\", length=2}, "
	     "response={data=0x10000900, length=1}} => {status=-5, response={data=\"\\x07\", length=1}}");
}
#endif

#ifdef FASTRPC_IOCTL_INIT_CREATE
static void signal_processor(void)
{
#ifdef FASTRPC_IOCTL_GET_DSP_INFO
	AT(struct fastrpc_ioctl_capability) = (struct fastrpc_ioctl_capability){.attribute_id = 3, .capability = 7};
	MADE(FASTRPC_IOCTL_GET_DSP_INFO, "{attribute_id=3} => {capability=0x7}");
#endif
	AT(struct fastrpc_init_create) = (struct fastrpc_init_create){.filelen = 2, .filefd = -1, .attrs = FASTRPC_MODE_DEBUG | FASTRPC_MODE_UNSIGNED_MODULE, .file = 0x10000800};
	memcpy(arena + 0x800, "\x01\xff", 2);
	MADE(FASTRPC_IOCTL_INIT_CREATE, "{filelen=2, filefd=-1, attrs=FASTRPC_MODE_DEBUG|FASTRPC_MODE_UNSIGNED_MODULE, siglen=0, file=\"\\x01\\xff\"}");
#ifdef FASTRPC_IOCTL_INIT_CREATE_STATIC
	AT(struct fastrpc_init_create_static) = (struct fastrpc_init_create_static){.namelen = 5, .memlen = 4096, .name = 0x10000800};
	strcpy(arena + 0x800, "audio");
	MADE(FASTRPC_IOCTL_INIT_CREATE_STATIC, "{namelen=5, memlen=4096, name=\"audio\"}");
#endif
}
#endif

#ifdef GENWQE_READ_REG64
static void work_queue_engine(void)
{
	AT(struct genwqe_reg_io) = (struct genwqe_reg_io){.num = 0x10, .val64 = 0xff};
	MADE(GENWQE_READ_REG64, "{num=0x10} => {val64=0xff}");
	MADE(GENWQE_READ_REG32, "{num=0x10} => {val64=0xff}");
	MADE(GENWQE_READ_REG16, "{num=0x10} => {val64=0xff}");
	MADE(GENWQE_WRITE_REG64, "{num=0x10, val64=0xff}");
	MADE(GENWQE_WRITE_REG32, "{num=0x10, val64=0xff}");
	MADE(GENWQE_WRITE_REG16, "{num=0x10, val64=0xff}");
	AT(struct genwqe_bitstream) = (struct genwqe_bitstream){.data_addr = 0x10000800, .size = 2, .crc = 0x1234, .target_addr = 0x5678, .partition = '0', .uid = 1, .retc = DDCB_RETC_COMPLETE};
	memcpy(arena + 0x800, "\x01\xff", 2);
#define GENWQE_IMAGE(data) "{data_addr=" data ", size=2, crc=0x1234, target_addr=0x5678, partition=0x30, uid=1, slu_id=0, app_id=0, retc=DDCB_RETC_COMPLETE, attn=0, progress=0}"
	MADE(GENWQE_SLU_UPDATE, GENWQE_IMAGE("\"\\x01\\xff\"") " => " GENWQE_IMAGE("\"\\x01\\xff\""));
	MADE(GENWQE_SLU_READ, GENWQE_IMAGE("0x10000800") " => " GENWQE_IMAGE("\"\\x01\\xff\""));
}
#endif

#ifdef DFL_FPGA_PORT_ERR_SET_IRQ
static void feature_list(void)
{
	struct dfl_fpga_irq_set *s = &AT(struct dfl_fpga_irq_set);
	s->start = 1, s->count = 2, s->evtfds[0] = -1, s->evtfds[1] = -1;
	MADE(DFL_FPGA_PORT_ERR_SET_IRQ, "{start=1, count=2, evtfds=[-1, -1]}");
	MADE(DFL_FPGA_PORT_UINT_SET_IRQ, "{start=1, count=2, evtfds=[-1, -1]}");
	MADE(DFL_FPGA_FME_ERR_SET_IRQ, "{start=1, count=2, evtfds=[-1, -1]}");
}
#endif

#ifdef PCITEST_GET_IRQTYPE
static void pci_endpoint(void)
{
	reply(SYS_ioctl, 2, -1, PCITEST_GET_IRQTYPE, 0);
	expect_call("ioctl(-1, PCITEST_GET_IRQTYPE)", "PCITEST_IRQ_TYPE_MSIX");
	given(PCITEST_SET_IRQTYPE, 2, "PCITEST_SET_IRQTYPE", "PCITEST_IRQ_TYPE_MSIX");
}
#endif

#ifdef PHN_GETREG
static void phantom(void)
{
	AT(struct phm_reg) = (struct phm_reg){.reg = PHN_CONTROL, .value = 0x11};
	MADE(PHN_GETREG, "{reg=0x6} => {value=0x11}");
	MADE(PHN_GET_REG, "{reg=0x6} => {value=0x11}");
	MADE(PHN_SETREG, "{reg=0x6, value=0x11}");
	MADE(PHN_SET_REG, "{reg=0x6, value=0x11}");
}
#endif

#ifdef MMC_IOC_CMD
static void memory_card(void)
{
	AT(struct mmc_ioc_cmd) = (struct mmc_ioc_cmd){.write_flag = 0, .opcode = 8, .arg = 0x10, .response = {0x900}, .flags = 0xb5, .blksz = 2, .blocks = 1, .data_ptr = 0x10000800};
	memcpy(arena + 0x800, "\x01\xff", 2);
#define MMC_COMMAND(write, data) "{write_flag=" write ", is_acmd=0, opcode=8, arg=0x10, response=[0x900, 0, 0, 0], flags=0xb5, blksz=2, blocks=1, postsleep_min_us=0, postsleep_max_us=0, " \
	"data_timeout_ns=0, cmd_timeout_ms=0, data_ptr=" data "}"
	MADE(MMC_IOC_CMD, MMC_COMMAND("0", "0x10000800") " => " MMC_COMMAND("0", "\"\\x01\\xff\""));
	((struct mmc_ioc_cmd *)arena)->write_flag = 1;
	MADE(MMC_IOC_CMD, MMC_COMMAND("0x1", "\"\\x01\\xff\"") " => " MMC_COMMAND("0x1", "\"\\x01\\xff\""));
	memmove(arena + 8, arena, sizeof(struct mmc_ioc_cmd));
	*(unsigned long long *)arena = 1;
	MADE(MMC_IOC_MULTI_CMD, "{num_of_cmds=1, cmds=[" MMC_COMMAND("0x1", "\"\\x01\\xff\"") "]} => {num_of_cmds=1, cmds=[" MMC_COMMAND("0x1", "\"\\x01\\xff\"") "]}");
}
#endif

#ifdef UDF_GETVOLIDENT
static void udf(void)
{
	memset(arena, 0, 0x100);
	strcpy(arena, "LinuxUDF");
	MADE(UDF_GETVOLIDENT, "\"LinuxUDF\"");
	given(UDF_GETEABLOCK, 0x7000, "UDF_GETEABLOCK", "0x7000");
}
#endif

#ifdef KCOV_REMOTE_ENABLE
static void coverage(void)
{
	struct kcov_remote_arg *r = &AT(struct kcov_remote_arg);
	r->trace_mode = KCOV_TRACE_CMP, r->area_size = 65536, r->num_handles = 1, r->common_handle = 7, r->handles[0] = 0x100000000000001;
	MADE(KCOV_REMOTE_ENABLE, "{trace_mode=KCOV_TRACE_CMP, area_size=65536, num_handles=1, common_handle=0x7, handles=[0x100000000000001]}");
}
#endif

#ifdef CCISS_PASSTHRU
static void smart_array(void)
{
	IOCTL_Command_struct *c = &AT(IOCTL_Command_struct);
	c->LUN_info.LunAddrBytes[3] = 0x40;
	c->Request.CDBLen = 6, c->Request.Type.Type = TYPE_CMD, c->Request.Type.Attribute = ATTR_SIMPLE, c->Request.Type.Direction = XFER_READ, c->Request.Timeout = 5, c->Request.CDB[0] = 0x12;
	c->error_info.CommandStatus = CMD_DATA_UNDERRUN, c->error_info.ResidualCnt = 3, c->error_info.MoreErrInfo.Common_Info.Type = 1;
	c->buf_size = 2, c->buf = memcpy(arena + 0x1800, "\x01\xff", 2);
#define CCISS_COMMAND(direction) "LUN_info={LunAddrBytes=\"\\x00\\x00\\x00\\x40\\x00\\x00\\x00\\x00\"}, Request={CDBLen=6, Type={Type=TYPE_CMD, Attribute=ATTR_SIMPLE, Direction=" direction "}, Timeout=5, " \
	"CDB=\"\\x12\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}, error_info={ScsiStatus=0, SenseLen=0, CommandStatus=CMD_DATA_UNDERRUN, ResidualCnt=3, " \
	"MoreErrInfo={Common_Info={Type=1, ErrorInfo=0}}, SenseInfo=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}, "
	MADE(CCISS_PASSTHRU, "{" CCISS_COMMAND("XFER_READ") "buf_size=2, buf=0x10001800} => {" CCISS_COMMAND("XFER_READ") "buf_size=2, buf=\"\\x01\\xff\"}");
	c->Request.Type.Direction = XFER_WRITE;
	MADE(CCISS_PASSTHRU, "{" CCISS_COMMAND("XFER_WRITE") "buf_size=2, buf=\"\\x01\\xff\"} => {" CCISS_COMMAND("XFER_WRITE") "buf_size=2, buf=\"\\x01\\xff\"}");
	BIG_IOCTL_Command_struct b = {.LUN_info = c->LUN_info, .Request = c->Request, .error_info = c->error_info, .malloc_size = 4096, .buf_size = 2, .buf = c->buf};
	memcpy(arena, &b, sizeof(b));
	MADE(CCISS_BIG_PASSTHRU, "{" CCISS_COMMAND("XFER_WRITE") "malloc_size=4096, buf_size=2, buf=\"\\x01\\xff\"} => {" CCISS_COMMAND("XFER_WRITE") "malloc_size=4096, buf_size=2, buf=\"\\x01\\xff\"}");
	strcpy(memset(arena, 0, 0x100), "node");
	MADE(CCISS_GETNODENAME, "\"node\"");
	MADE(CCISS_SETNODENAME, "\"node\"");
	MADE(CCISS_GETFIRMVER, "\"node\"");
	*(unsigned *)arena = CISS_PARSCSIU2 | CISS_FIBRE2G;
	MADE(CCISS_GETBUSTYPES, "[CISS_PARSCSIU2|CISS_FIBRE2G]");
}
#endif

#ifdef I2OHRTGET
static void i2o(void)
{
	AT(struct i2o_cmd_hrtlct) = (struct i2o_cmd_hrtlct){.iop = 1, .resbuf = arena + 0x800, .reslen = (void *)(arena + 0x900)};
	*(unsigned *)(arena + 0x900) = 512;
	MADE(I2OHRTGET, "{iop=1, resbuf=0x10000800, reslen=[512] => [512]}");
	MADE(I2OLCTGET, "{iop=1, resbuf=0x10000800, reslen=[512] => [512]}");
	AT(struct i2o_sw_xfer) = (struct i2o_sw_xfer){.iop = 1, .flags = 2, .sw_type = I2O_SOFTWARE_MODULE_IOP_CONFIG, .sw_id = 3, .buf = arena + 0x800, .swlen = (void *)(arena + 0x900)};
	*(unsigned *)(arena + 0x900) = 512;
#define I2O_SOFTWARE "{iop=1, flags=0x2, sw_type=I2O_SOFTWARE_MODULE_IOP_CONFIG, sw_id=3, buf=0x10000800, swlen=[512] => [512], maxfrag=NULL, curfrag=NULL}"
	MADE(I2OSWDL, I2O_SOFTWARE);
	MADE(I2OSWUL, I2O_SOFTWARE);
	MADE(I2OSWDEL, I2O_SOFTWARE);
	AT(struct i2o_html) = (struct i2o_html){.iop = 1, .tid = 2, .page = 3, .resbuf = arena + 0x800, .qbuf = strcpy(arena + 0x1800, "x=1"), .qlen = 3};
	MADE(I2OHTML, "{iop=1, tid=2, page=3, resbuf=0x10000800, reslen=NULL, qbuf=\"x=1\", qlen=3}");
	AT(struct i2o_cmd_psetget) = (struct i2o_cmd_psetget){.iop = 1, .tid = 2, .opbuf = memcpy(arena + 0x1800, "\x01\xff", 2), .oplen = 2};
	MADE(I2OPARMGET, "{iop=1, tid=2, opbuf=\"\\x01\\xff\", oplen=2, resbuf=NULL, reslen=NULL}");
	MADE(I2OPARMSET, "{iop=1, tid=2, opbuf=\"\\x01\\xff\", oplen=2, resbuf=NULL, reslen=NULL}");
	memset(arena, 0, 32), arena[1] = 1;
	MADE(I2OGETIOPS, "\"\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"");
	AT(struct i2o_evt_id) = (struct i2o_evt_id){.iop = 1, .evt_mask = I2O_EVT_IND_STATE_CHANGE | I2O_EVT_IND_VENDOR_EVT};
	MADE(I2OEVTREG, "{iop=1, tid=0, evt_mask=I2O_EVT_IND_STATE_CHANGE|I2O_EVT_IND_VENDOR_EVT}");
}
#endif

#ifdef SNDCTL_DSP_SETFMT
static void open_sound(void)
{
	*(int *)memset(arena, 0, 0x1000) = AFMT_S16_LE;
	MADE(SNDCTL_DSP_SETFMT, "[AFMT_S16_LE] => [AFMT_S16_LE]");
	*(int *)arena = DSP_CAP_DUPLEX | DSP_CAP_MMAP | 2;
	MADE(SNDCTL_DSP_GETCAPS, "[DSP_CAP_DUPLEX|DSP_CAP_MMAP|0x2]");
	*(int *)arena = 0x0004000c;
	MADE(SNDCTL_DSP_SETFRAGMENT, "[0x4000c] => [0x4000c]");
	memset(arena, 3, 128);
#define OSS_8(n) n n n n n n n n
	MADE(SOUND_MIXER_ACCESS, "\"" OSS_8("\\x03") OSS_8("\\x03") OSS_8("\\x03") OSS_8("\\x03") "\"... => \"" OSS_8("\\x03") OSS_8("\\x03") OSS_8("\\x03") OSS_8("\\x03") "\"...");
	*(int *)memset(arena, 0, 0x1000) = PCM_ENABLE_INPUT | PCM_ENABLE_OUTPUT;
	MADE(SNDCTL_DSP_SETTRIGGER, "[PCM_ENABLE_INPUT|PCM_ENABLE_OUTPUT]");
	AT(struct synth_info) = (struct synth_info){.name = "OPL3", .device = 1, .synth_type = SYNTH_TYPE_FM, .synth_subtype = FM_TYPE_OPL3, .nr_voices = 18, .capabilities = SYNTH_CAP_OPL3};
	MADE(SNDCTL_SYNTH_INFO, "{device=1} => {name=\"OPL3\", synth_type=SYNTH_TYPE_FM, synth_subtype=0x1, perc_mode=0, nr_voices=18, nr_drums=0, instr_bank_size=0, capabilities=SYNTH_CAP_OPL3}");
}
#endif

#ifdef SONET_GETFRSENSE
static void sonet(void)
{
	memcpy(arena, "\xff\x01\x02\x03\x04\x05", 6);
	MADE(SONET_GETFRSENSE, "\"\\xff\\x01\\x02\\x03\\x04\\x05\"");
	*(int *)arena = SONET_INS_LBIP | SONET_INS_HCS;
	MADE(SONET_SETDIAG, "[SONET_INS_LBIP|SONET_INS_HCS] => [SONET_INS_LBIP|SONET_INS_HCS]");
}
#endif

#ifdef __x86_64__
static void coda(void)
{
	*(int *)memset(arena, 0, 0x100) = 5;
	/* linux/coda.h does not go with the C library's headers. */
	given(_IOWR('c', 10, size_t), (uintptr_t)arena, "CIOC_KERNEL_VERSION", "[5]");
}
#endif

#if defined(PPSETTIME) && defined(__x86_64__)
static void parallel_port(void)
{
	AT(struct timeval) = (struct timeval){.tv_sec = 5, .tv_usec = 6};
	MADE(PPSETTIME, "{tv_sec=5, tv_usec=6}");
	MADE(PPGETTIME, "{tv_sec=5, tv_usec=6}");
}
#endif

#if defined(PPPIOCSPASS) && defined(__x86_64__)
static void ppp_filters(void)
{
	struct sock_filter code[] = {BPF_STMT(BPF_RET | BPF_K, 1)};

	memcpy(arena + 0x1800, code, sizeof(code));
	AT(struct sock_fprog) = (struct sock_fprog){1, (void *)(arena + 0x1800)};
	MADE(PPPIOCSPASS, "{len=1, filter=0x10001800}");
	MADE(PPPIOCSACTIVE, "{len=1, filter=0x10001800}");
}
#endif

#ifdef OMAPFB_UPDATE_WINDOW
static void omap(void)
{
	AT(struct omapfb_update_window) = (struct omapfb_update_window){.x = 1, .y = 2, .width = 3, .height = 4, .format = OMAPFB_COLOR_ARGB32 | OMAPFB_FORMAT_FLAG_TEARSYNC, .out_width = 5};
	MADE(OMAPFB_UPDATE_WINDOW, "{x=1, y=2, width=3, height=4, format=OMAPFB_FORMAT_FLAG_TEARSYNC|OMAPFB_COLOR_ARGB32, out_x=0, out_y=0, out_width=5, out_height=0}");
}
#endif

#ifdef MEMREAD
static void flash_memory(void)
{
	AT(struct mtd_read_req) = (struct mtd_read_req){.start = 0x1000, .len = 2, .ooblen = 1, .usr_data = 0x10001800, .usr_oob = 0x10001900, .mode = MTD_OPS_RAW, .ecc_stats = {.corrected_bitflips = 1}};
	memcpy(arena + 0x1800, "\x01\xff", 2);
	arena[0x1900] = 7;
	MADE(MEMREAD, "{start=0x1000, len=2, ooblen=1, usr_data=0x10001800, usr_oob=0x10001900, mode=MTD_OPS_RAW} => "
	     "{len=2, ooblen=1, usr_data=\"\\x01\\xff\", usr_oob=\"\\x07\", ecc_stats={uncorrectable_errors=0, corrected_bitflips=1, max_bitflips=0}}");
	AT(struct otp_info) = (struct otp_info){.start = 0x10, .length = 0x20};
	given(OTPERASE, (uintptr_t)arena, "MIXER_WRITE(25) or OTPERASE", "{start=0x10, length=0x20, locked=0}");
}
#endif

int main(void)
{
	family_start();
	fill(arena, 0x6000, ONE);
#ifdef IPMICTL_REGISTER_FOR_CMD
	R(IPMICTL_REGISTER_FOR_CMD, IN, ipmi_cmdspec);
#endif
#ifdef IPMICTL_UNREGISTER_FOR_CMD
	R(IPMICTL_UNREGISTER_FOR_CMD, IN, ipmi_cmdspec);
#endif
#ifdef IPMICTL_SET_GETS_EVENTS_CMD
	BOTH(IPMICTL_SET_GETS_EVENTS_CMD, IN, s32);
#endif
#ifdef IPMICTL_SET_MY_ADDRESS_CMD
	BOTH(IPMICTL_SET_MY_ADDRESS_CMD, IN, u32_hex);
#endif
#ifdef IPMICTL_GET_MY_ADDRESS_CMD
	BOTH(IPMICTL_GET_MY_ADDRESS_CMD, OUT, u32_hex);
#endif
#ifdef IPMICTL_SET_MY_LUN_CMD
	BOTH(IPMICTL_SET_MY_LUN_CMD, IN, u32);
#endif
#ifdef IPMICTL_GET_MY_LUN_CMD
	BOTH(IPMICTL_GET_MY_LUN_CMD, OUT, u32);
#endif
#ifdef IPMICTL_SET_MY_CHANNEL_ADDRESS_CMD
	BOTH(IPMICTL_SET_MY_CHANNEL_ADDRESS_CMD, IN, ipmi_channel_lun_address_set);
#endif
#ifdef IPMICTL_GET_MY_CHANNEL_ADDRESS_CMD
	BOTH(IPMICTL_GET_MY_CHANNEL_ADDRESS_CMD, INOUT, ipmi_channel_lun_address_set);
#endif
#ifdef IPMICTL_SET_MY_CHANNEL_LUN_CMD
	BOTH(IPMICTL_SET_MY_CHANNEL_LUN_CMD, IN, ipmi_channel_lun_address_set);
#endif
#ifdef IPMICTL_GET_MY_CHANNEL_LUN_CMD
	BOTH(IPMICTL_GET_MY_CHANNEL_LUN_CMD, INOUT, ipmi_channel_lun_address_set);
#endif
#ifdef IPMICTL_GET_MAINTENANCE_MODE_CMD
	SHOWN(IPMICTL_GET_MAINTENANCE_MODE_CMD, "[IPMI_MAINTENANCE_MODE_OFF]");
#endif
#ifdef IPMICTL_SET_TIMING_PARMS_CMD
	BOTH(IPMICTL_SET_TIMING_PARMS_CMD, IN, ipmi_timing_parms);
#endif
#ifdef IPMICTL_GET_TIMING_PARMS_CMD
	BOTH(IPMICTL_GET_TIMING_PARMS_CMD, OUT, ipmi_timing_parms);
#endif
#ifdef IPMICTL_REGISTER_FOR_CMD_CHANS
	BOTH(IPMICTL_REGISTER_FOR_CMD_CHANS, IN, ipmi_cmdspec_chans);
#endif
#ifdef IPMICTL_UNREGISTER_FOR_CMD_CHANS
	BOTH(IPMICTL_UNREGISTER_FOR_CMD_CHANS, IN, ipmi_cmdspec_chans);
#endif
#ifdef IPMICTL_SEND_COMMAND
	R(IPMICTL_SEND_COMMAND, IN, ipmi_req);
#endif
#ifdef IPMICTL_SEND_COMMAND_SETTIME
	R(IPMICTL_SEND_COMMAND_SETTIME, IN, ipmi_req_settime);
#endif
#ifdef BT_BMC_IOCTL_SMS_ATN
	ALONE_AS("BT_BMC_IOCTL_SMS_ATN or IPMI_BMC_IOCTL_SET_SMS_ATN", BT_BMC_IOCTL_SMS_ATN);
#endif
#ifdef IPMI_BMC_IOCTL_CLEAR_SMS_ATN
	ALONE(IPMI_BMC_IOCTL_CLEAR_SMS_ATN);
#endif
#ifdef IPMI_BMC_IOCTL_FORCE_ABORT
	ALONE(IPMI_BMC_IOCTL_FORCE_ABORT);
#endif
#ifdef FW_CDEV_IOC_DEALLOCATE
	BOTH(FW_CDEV_IOC_DEALLOCATE, IN, fw_cdev_deallocate);
#endif
#ifdef FW_CDEV_IOC_INITIATE_BUS_RESET
	BOTH(FW_CDEV_IOC_INITIATE_BUS_RESET, IN, fw_cdev_initiate_bus_reset);
#endif
#ifdef FW_CDEV_IOC_REMOVE_DESCRIPTOR
	BOTH(FW_CDEV_IOC_REMOVE_DESCRIPTOR, IN, fw_cdev_remove_descriptor);
#endif
#ifdef FW_CDEV_IOC_STOP_ISO
	BOTH(FW_CDEV_IOC_STOP_ISO, IN, fw_cdev_stop_iso);
#endif
#ifdef FW_CDEV_IOC_DEALLOCATE_ISO_RESOURCE
	BOTH(FW_CDEV_IOC_DEALLOCATE_ISO_RESOURCE, IN, fw_cdev_deallocate);
#endif
#ifdef FW_CDEV_IOC_FLUSH_ISO
	BOTH(FW_CDEV_IOC_FLUSH_ISO, IN, fw_cdev_flush_iso);
#endif
#ifdef FW_CDEV_IOC_RECEIVE_PHY_PACKETS
	BOTH(FW_CDEV_IOC_RECEIVE_PHY_PACKETS, IN, fw_cdev_receive_phy_packets);
#endif
#ifdef FW_CDEV_IOC_SET_ISO_CHANNELS
	BOTH(FW_CDEV_IOC_SET_ISO_CHANNELS, IN, fw_cdev_set_iso_channels);
#endif
#ifdef FW_CDEV_IOC_START_ISO
	R(FW_CDEV_IOC_START_ISO, IN, fw_cdev_start_iso);
#endif
#ifdef FW_CDEV_IOC_SEND_RESPONSE
	BOTH(FW_CDEV_IOC_SEND_RESPONSE, IN, fw_cdev_send_response);
#endif
#ifdef FW_CDEV_IOC_ALLOCATE_ISO_RESOURCE_ONCE
	BOTH(FW_CDEV_IOC_ALLOCATE_ISO_RESOURCE_ONCE, IN, fw_cdev_allocate_iso_resource);
#endif
#ifdef FW_CDEV_IOC_DEALLOCATE_ISO_RESOURCE_ONCE
	BOTH(FW_CDEV_IOC_DEALLOCATE_ISO_RESOURCE_ONCE, IN, fw_cdev_allocate_iso_resource);
#endif
#ifdef FW_CDEV_IOC_SEND_REQUEST
	BOTH(FW_CDEV_IOC_SEND_REQUEST, IN, fw_cdev_send_request);
#endif
#ifdef FW_CDEV_IOC_SEND_BROADCAST_REQUEST
	BOTH(FW_CDEV_IOC_SEND_BROADCAST_REQUEST, IN, fw_cdev_send_request);
#endif
#ifdef FW_CDEV_IOC_SEND_STREAM_PACKET
	BOTH(FW_CDEV_IOC_SEND_STREAM_PACKET, IN, fw_cdev_send_stream_packet);
#endif
#ifdef FW_CDEV_IOC_GET_CYCLE_TIMER
	BOTH(FW_CDEV_IOC_GET_CYCLE_TIMER, OUT, fw_cdev_get_cycle_timer);
#endif
#ifdef FW_CDEV_IOC_SEND_PHY_PACKET
	BOTH(FW_CDEV_IOC_SEND_PHY_PACKET, INOUT, fw_cdev_send_phy_packet);
#endif
#ifdef FW_CDEV_IOC_QUEUE_ISO
	BOTH(FW_CDEV_IOC_QUEUE_ISO, INOUT, fw_cdev_queue_iso);
#endif
#ifdef FW_CDEV_IOC_ALLOCATE_ISO_RESOURCE
	BOTH(FW_CDEV_IOC_ALLOCATE_ISO_RESOURCE, INOUT, fw_cdev_allocate_iso_resource);
#endif
#ifdef PPS_SETPARAMS
	R(PPS_SETPARAMS, IN, pps_kparams);
#endif
#ifdef PPS_KC_BIND
	R(PPS_KC_BIND, IN, pps_bind_args);
#endif
#ifdef PPS_GETPARAMS
	R(PPS_GETPARAMS, OUT, pps_kparams);
#endif
#ifdef PPS_GETCAP
	SHOWN(PPS_GETCAP, "[PPS_CAPTUREASSERT]");
#endif
#ifdef PPS_GEN_SETENABLE
	BOTH(PPS_GEN_SETENABLE, IN, u32);
#endif
#ifdef PPS_GEN_USESYSTEMCLOCK
	BOTH(PPS_GEN_USESYSTEMCLOCK, OUT, u32);
#endif
#ifdef PPS_GEN_FETCHEVENT
	BOTH(PPS_GEN_FETCHEVENT, OUT, pps_gen_event);
#endif
#ifdef RFKILL_IOCTL_NOINPUT
	ALONE(RFKILL_IOCTL_NOINPUT);
#endif
#ifdef RFKILL_IOCTL_MAX_SIZE
	BOTH_AS("RFKILL_IOCTL_MAX_SIZE or SAA6588_CMD_CLOSE", RFKILL_IOCTL_MAX_SIZE, IN, u32);
#endif
#ifdef MTRRIOC_ADD_ENTRY
	R_AS("MIXER_WRITE(0) or MTRRIOC_ADD_ENTRY", MTRRIOC_ADD_ENTRY, IN, mtrr_sentry);
#endif
#ifdef MTRRIOC_DEL_ENTRY
	R_AS("MIXER_WRITE(2) or MTRRIOC_DEL_ENTRY", MTRRIOC_DEL_ENTRY, IN, mtrr_sentry);
#endif
#ifdef MTRRIOC_KILL_ENTRY
	R_AS("MIXER_WRITE(4) or MTRRIOC_KILL_ENTRY", MTRRIOC_KILL_ENTRY, IN, mtrr_sentry);
#endif
#ifdef MTRRIOC_ADD_PAGE_ENTRY
	R_AS("MIXER_WRITE(5) or MTRRIOC_ADD_PAGE_ENTRY", MTRRIOC_ADD_PAGE_ENTRY, IN, mtrr_sentry);
#endif
#ifdef MTRRIOC_SET_PAGE_ENTRY
	R_AS("MIXER_WRITE(6) or MTRRIOC_SET_PAGE_ENTRY", MTRRIOC_SET_PAGE_ENTRY, IN, mtrr_sentry);
#endif
#ifdef MTRRIOC_DEL_PAGE_ENTRY
	R_AS("MIXER_WRITE(7) or MTRRIOC_DEL_PAGE_ENTRY", MTRRIOC_DEL_PAGE_ENTRY, IN, mtrr_sentry);
#endif
#ifdef MTRRIOC_KILL_PAGE_ENTRY
	R_AS("MIXER_WRITE(9) or MTRRIOC_KILL_PAGE_ENTRY", MTRRIOC_KILL_PAGE_ENTRY, IN, mtrr_sentry);
#endif
#if defined(MTRRIOC_SET_ENTRY) && defined(__x86_64__)
	R_AS("MIXER_WRITE(1) or MTRRIOC_SET_ENTRY", MTRRIOC_SET_ENTRY, IN, mtrr_sentry);
#endif
#ifdef MCE_GET_RECORD_LEN
	BOTH_AS("MIXER_READ(1) or MCE_GET_RECORD_LEN", MCE_GET_RECORD_LEN, OUT, s32);
#endif
#ifdef MCE_GET_LOG_LEN
	BOTH_AS("MIXER_READ(2) or MCE_GET_LOG_LEN", MCE_GET_LOG_LEN, OUT, s32);
#endif
#ifdef MCE_GETCLEAR_FLAGS
	BOTH_AS("MIXER_READ(3) or MCE_GETCLEAR_FLAGS", MCE_GETCLEAR_FLAGS, OUT, s32_hex);
#endif
#ifdef SGX_IOC_VEPC_REMOVE_ALL
	ALONE(SGX_IOC_VEPC_REMOVE_ALL);
#endif
#ifdef SGX_IOC_ENCLAVE_CREATE
	BOTH(SGX_IOC_ENCLAVE_CREATE, IN, sgx_enclave_create);
#endif
#ifdef SGX_IOC_ENCLAVE_INIT
	BOTH(SGX_IOC_ENCLAVE_INIT, IN, sgx_enclave_init);
#endif
#ifdef SGX_IOC_ENCLAVE_PROVISION
	BOTH(SGX_IOC_ENCLAVE_PROVISION, IN, sgx_enclave_provision);
#endif
#ifdef SGX_IOC_ENCLAVE_REMOVE_PAGES
	R2(SGX_IOC_ENCLAVE_REMOVE_PAGES, sgx_enclave_remove_pages);
#endif
#ifdef SGX_IOC_ENCLAVE_RESTRICT_PERMISSIONS
	R2(SGX_IOC_ENCLAVE_RESTRICT_PERMISSIONS, sgx_enclave_restrict_permissions);
#endif
#ifdef SGX_IOC_ENCLAVE_MODIFY_TYPES
	R2(SGX_IOC_ENCLAVE_MODIFY_TYPES, sgx_enclave_modify_types);
#endif
#ifdef SGX_IOC_ENCLAVE_ADD_PAGES
	R2(SGX_IOC_ENCLAVE_ADD_PAGES, sgx_enclave_add_pages);
#endif
#ifdef HSMP_IOCTL_CMD
	R2(HSMP_IOCTL_CMD, hsmp_message);
#endif
#ifdef IB_USER_MAD_ENABLE_PKEY
	ALONE(IB_USER_MAD_ENABLE_PKEY);
#endif
#ifdef HFI1_IOCTL_CREDIT_UPD
	ALONE(HFI1_IOCTL_CREDIT_UPD);
#endif
#ifdef HFI1_IOCTL_CTXT_RESET
	ALONE(HFI1_IOCTL_CTXT_RESET);
#endif
#ifdef HFI1_IOCTL_SET_PKEY
	BOTH(HFI1_IOCTL_SET_PKEY, IN, u16);
#endif
#ifdef IB_USER_MAD_UNREGISTER_AGENT
	BOTH(IB_USER_MAD_UNREGISTER_AGENT, IN, u32);
#endif
#ifdef HFI1_IOCTL_RECV_CTRL
	BOTH(HFI1_IOCTL_RECV_CTRL, IN, s32);
#endif
#ifdef HFI1_IOCTL_POLL_TYPE
	BOTH(HFI1_IOCTL_POLL_TYPE, IN, s32);
#endif
#ifdef HFI1_IOCTL_ACK_EVENT
	BOTH(HFI1_IOCTL_ACK_EVENT, IN, size_hex);
#endif
#ifdef HFI1_IOCTL_CTXT_INFO
	R(HFI1_IOCTL_CTXT_INFO, OUT, hfi1_ctxt_info);
#endif
#ifdef HFI1_IOCTL_USER_INFO
	BOTH(HFI1_IOCTL_USER_INFO, OUT, hfi1_base_info);
#endif
#ifdef HFI1_IOCTL_GET_VERS
	BOTH(HFI1_IOCTL_GET_VERS, OUT, s32);
#endif
#ifdef IB_USER_MAD_REGISTER_AGENT
	R2(IB_USER_MAD_REGISTER_AGENT, ib_user_mad_reg_req);
#endif
#ifdef HFI1_IOCTL_ASSIGN_CTXT
	BOTH(HFI1_IOCTL_ASSIGN_CTXT, INOUT, hfi1_user_info);
#endif
#ifdef IB_USER_MAD_REGISTER_AGENT2
	R2(IB_USER_MAD_REGISTER_AGENT2, ib_user_mad_reg_req2);
#endif
#ifdef GSMIOC_DISABLE_NET
	ALONE(GSMIOC_DISABLE_NET);
#endif
#ifdef GSMIOC_SETCONF_EXT
	R(GSMIOC_SETCONF_EXT, IN, gsm_config_ext);
#endif
#ifdef GSMIOC_ENABLE_NET
	BOTH(GSMIOC_ENABLE_NET, INOUT, gsm_netconfig);
#endif
#ifdef GSMIOC_SETCONF_DLCI
	R(GSMIOC_SETCONF_DLCI, IN, gsm_dlci_config);
#endif
#ifdef GSMIOC_SETCONF
	BOTH(GSMIOC_SETCONF, IN, gsm_config);
#endif
#ifdef GSMIOC_GETFIRST
	BOTH(GSMIOC_GETFIRST, OUT, u32);
#endif
#ifdef GSMIOC_GETCONF_EXT
	R(GSMIOC_GETCONF_EXT, OUT, gsm_config_ext);
#endif
#ifdef GSMIOC_GETCONF
	BOTH(GSMIOC_GETCONF, OUT, gsm_config);
#endif
#ifdef IOCTL_MEI_NOTIFY_SET
	BOTH(IOCTL_MEI_NOTIFY_SET, IN, u32);
#endif
#ifdef IOCTL_MEI_NOTIFY_GET
	BOTH(IOCTL_MEI_NOTIFY_GET, OUT, u32);
#endif
#ifdef ND_IOCTL_DIMM_FLAGS
	R(ND_IOCTL_DIMM_FLAGS, INOUT, nd_cmd_dimm_flags);
#endif
#ifdef ND_IOCTL_GET_CONFIG_SIZE
	BOTH(ND_IOCTL_GET_CONFIG_SIZE, INOUT, nd_cmd_get_config_size);
#endif
#ifdef ND_IOCTL_ARS_CAP
	R2(ND_IOCTL_ARS_CAP, nd_cmd_ars_cap);
#endif
#ifdef ND_IOCTL_ARS_START
	R2(ND_IOCTL_ARS_START, nd_cmd_ars_start);
#endif
#ifdef ND_IOCTL_CLEAR_ERROR
	R2(ND_IOCTL_CLEAR_ERROR, nd_cmd_clear_error);
#endif
#ifdef ISST_IF_PERF_SET_LEVEL
	BOTH(ISST_IF_PERF_SET_LEVEL, IN, isst_perf_level_control);
#endif
#ifdef ISST_IF_PERF_SET_FEATURE
	BOTH(ISST_IF_PERF_SET_FEATURE, IN, isst_perf_feature_control);
#endif
#ifdef ISST_IF_GET_PLATFORM_INFO
	BOTH(ISST_IF_GET_PLATFORM_INFO, OUT, isst_if_platform_info);
#endif
#ifdef ISST_IF_COUNT_TPMI_INSTANCES
	R2(ISST_IF_COUNT_TPMI_INSTANCES, isst_tpmi_instance_count);
#endif
#ifdef ISST_IF_GET_PERF_LEVEL_INFO
	R2(ISST_IF_GET_PERF_LEVEL_INFO, isst_perf_level_data_info);
#endif
#ifdef ISST_IF_GET_PERF_LEVEL_CPU_MASK
	R2(ISST_IF_GET_PERF_LEVEL_CPU_MASK, isst_perf_level_cpu_mask);
#endif
#ifdef ISST_IF_GET_BASE_FREQ_INFO
	R2(ISST_IF_GET_BASE_FREQ_INFO, isst_base_freq_info);
#endif
#ifdef ISST_IF_GET_BASE_FREQ_CPU_MASK
	R2(ISST_IF_GET_BASE_FREQ_CPU_MASK, isst_perf_level_cpu_mask);
#endif
#ifdef ISST_IF_GET_TURBO_FREQ_INFO
	R2(ISST_IF_GET_TURBO_FREQ_INFO, isst_turbo_freq_info);
#endif
#ifdef ISST_IF_GET_PERF_LEVEL_FABRIC_INFO
	R2(ISST_IF_GET_PERF_LEVEL_FABRIC_INFO, isst_perf_level_fabric_info);
#endif
#ifdef ISST_IF_CORE_POWER_STATE
	R2(ISST_IF_CORE_POWER_STATE, isst_core_power);
#endif
#ifdef ISST_IF_CLOS_PARAM
	R2(ISST_IF_CLOS_PARAM, isst_clos_param);
#endif
#ifdef ISST_IF_PERF_LEVELS
	R2(ISST_IF_PERF_LEVELS, isst_perf_level_info);
#endif
#ifdef SWITCHTEC_IOCTL_FLASH_INFO
	BOTH(SWITCHTEC_IOCTL_FLASH_INFO, OUT, switchtec_ioctl_flash_info);
#endif
#ifdef SWITCHTEC_IOCTL_EVENT_SUMMARY_LEGACY
	R(SWITCHTEC_IOCTL_EVENT_SUMMARY_LEGACY, OUT, switchtec_ioctl_event_summary_legacy);
#endif
#ifdef SWITCHTEC_IOCTL_EVENT_SUMMARY
	R(SWITCHTEC_IOCTL_EVENT_SUMMARY, OUT, switchtec_ioctl_event_summary);
#endif
#ifdef SWITCHTEC_IOCTL_PFF_TO_PORT
	BOTH(SWITCHTEC_IOCTL_PFF_TO_PORT, INOUT, switchtec_ioctl_pff_port);
#endif
#ifdef SWITCHTEC_IOCTL_PORT_TO_PFF
	BOTH(SWITCHTEC_IOCTL_PORT_TO_PFF, INOUT, switchtec_ioctl_pff_port);
#endif
#ifdef SWITCHTEC_IOCTL_FLASH_PART_INFO
	R2(SWITCHTEC_IOCTL_FLASH_PART_INFO, switchtec_ioctl_flash_part_info);
#endif
#ifdef SWITCHTEC_IOCTL_EVENT_CTL
	R2(SWITCHTEC_IOCTL_EVENT_CTL, switchtec_ioctl_event_ctl);
#endif
#ifdef HPET_IE_ON
	ALONE(HPET_IE_ON);
#endif
#ifdef HPET_IE_OFF
	ALONE(HPET_IE_OFF);
#endif
#ifdef HPET_EPI
	ALONE(HPET_EPI);
#endif
#ifdef HPET_DPI
	ALONE(HPET_DPI);
#endif
#ifdef HPET_IRQFREQ
	GIVEN(HPET_IRQFREQ, 5, "5");
#endif
#ifdef HPET_INFO
	R(HPET_INFO, OUT, hpet_info);
#endif
#ifdef MMTIMER_GETOFFSET
	ALONE(MMTIMER_GETOFFSET);
#endif
#ifdef MMTIMER_GETBITS
	ALONE(MMTIMER_GETBITS);
#endif
#ifdef MMTIMER_MMAPAVAIL
	ALONE(MMTIMER_MMAPAVAIL);
#endif
#ifdef MMTIMER_GETRES
	BOTH(MMTIMER_GETRES, OUT, size);
#endif
#ifdef MMTIMER_GETFREQ
	BOTH(MMTIMER_GETFREQ, OUT, size);
#endif
#ifdef MMTIMER_GETCOUNTER
	BOTH(MMTIMER_GETCOUNTER, OUT, size);
#endif
#ifdef NVRAM_INIT
	ALONE(NVRAM_INIT);
#endif
#ifdef NVRAM_SETCKS
	ALONE(NVRAM_SETCKS);
#endif
#ifdef USB_RAW_IOCTL_CONFIGURE
	ALONE(USB_RAW_IOCTL_CONFIGURE);
#endif
#ifdef USB_RAW_IOCTL_EP0_STALL
	ALONE(USB_RAW_IOCTL_EP0_STALL);
#endif
#ifdef USB_RAW_IOCTL_EP_DISABLE
	GIVEN(USB_RAW_IOCTL_EP_DISABLE, 5, "5");
#endif
#ifdef USB_RAW_IOCTL_VBUS_DRAW
	GIVEN(USB_RAW_IOCTL_VBUS_DRAW, 5, "5");
#endif
#ifdef USB_RAW_IOCTL_EP_CLEAR_HALT
	GIVEN(USB_RAW_IOCTL_EP_CLEAR_HALT, 5, "5");
#endif
#ifdef USB_RAW_IOCTL_EP_SET_WEDGE
	GIVEN(USB_RAW_IOCTL_EP_SET_WEDGE, 5, "5");
#endif
#ifdef USB_RAW_IOCTL_EP_ENABLE
	BOTH(USB_RAW_IOCTL_EP_ENABLE, IN, usb_endpoint_descriptor);
#endif
#ifdef USB_RAW_IOCTL_INIT
	R(USB_RAW_IOCTL_INIT, IN, usb_raw_init);
#endif
#ifdef USB_RAW_IOCTL_EPS_INFO
	R(USB_RAW_IOCTL_EPS_INFO, OUT, usb_raw_eps_info);
#endif
#ifdef FUNCTIONFS_FIFO_STATUS
	ALONE_AS("FUNCTIONFS_FIFO_STATUS or GADGETFS_FIFO_STATUS", FUNCTIONFS_FIFO_STATUS);
#endif
#ifdef FUNCTIONFS_FIFO_FLUSH
	ALONE_AS("FUNCTIONFS_FIFO_FLUSH or GADGETFS_FIFO_FLUSH", FUNCTIONFS_FIFO_FLUSH);
#endif
#ifdef FUNCTIONFS_CLEAR_HALT
	ALONE_AS("FUNCTIONFS_CLEAR_HALT or GADGETFS_CLEAR_HALT", FUNCTIONFS_CLEAR_HALT);
#endif
#ifdef FUNCTIONFS_INTERFACE_REVMAP
	GIVEN(FUNCTIONFS_INTERFACE_REVMAP, 5, "5");
#endif
#ifdef FUNCTIONFS_ENDPOINT_REVMAP
	ALONE(FUNCTIONFS_ENDPOINT_REVMAP);
#endif
#ifdef FUNCTIONFS_DMABUF_ATTACH
	BOTH(FUNCTIONFS_DMABUF_ATTACH, IN, fd);
#endif
#ifdef FUNCTIONFS_DMABUF_DETACH
	BOTH(FUNCTIONFS_DMABUF_DETACH, IN, fd);
#endif
#ifdef FUNCTIONFS_DMABUF_TRANSFER
	BOTH(FUNCTIONFS_DMABUF_TRANSFER, IN, usb_ffs_dmabuf_transfer_req);
#endif
#ifdef FUNCTIONFS_ENDPOINT_DESC
	BOTH(FUNCTIONFS_ENDPOINT_DESC, OUT, usb_endpoint_descriptor);
#endif
#ifdef GADGET_HID_WRITE_GET_REPORT
	BOTH(GADGET_HID_WRITE_GET_REPORT, IN, usb_hidg_report);
#endif
#ifdef GADGET_HID_READ_GET_REPORT_ID
	BOTH(GADGET_HID_READ_GET_REPORT_ID, OUT, u8);
#endif
#ifdef USBTMC_IOCTL_INDICATOR_PULSE
	ALONE(USBTMC_IOCTL_INDICATOR_PULSE);
#endif
#ifdef USBTMC_IOCTL_CLEAR
	ALONE(USBTMC_IOCTL_CLEAR);
#endif
#ifdef USBTMC_IOCTL_ABORT_BULK_OUT
	ALONE(USBTMC_IOCTL_ABORT_BULK_OUT);
#endif
#ifdef USBTMC_IOCTL_ABORT_BULK_IN
	ALONE(USBTMC_IOCTL_ABORT_BULK_IN);
#endif
#ifdef USBTMC_IOCTL_CLEAR_OUT_HALT
	ALONE(USBTMC_IOCTL_CLEAR_OUT_HALT);
#endif
#ifdef USBTMC_IOCTL_CLEAR_IN_HALT
	ALONE(USBTMC_IOCTL_CLEAR_IN_HALT);
#endif
#ifdef USBTMC488_IOCTL_GOTO_LOCAL
	ALONE(USBTMC488_IOCTL_GOTO_LOCAL);
#endif
#ifdef USBTMC488_IOCTL_LOCAL_LOCKOUT
	ALONE(USBTMC488_IOCTL_LOCAL_LOCKOUT);
#endif
#ifdef USBTMC488_IOCTL_TRIGGER
	ALONE(USBTMC488_IOCTL_TRIGGER);
#endif
#ifdef USBTMC_IOCTL_CANCEL_IO
	ALONE(USBTMC_IOCTL_CANCEL_IO);
#endif
#ifdef USBTMC_IOCTL_CLEANUP_IO
	ALONE(USBTMC_IOCTL_CLEANUP_IO);
#endif
#ifdef USBTMC_IOCTL_EOM_ENABLE
	BOTH(USBTMC_IOCTL_EOM_ENABLE, IN, u8);
#endif
#ifdef USBTMC488_IOCTL_REN_CONTROL
	BOTH(USBTMC488_IOCTL_REN_CONTROL, IN, u8);
#endif
#ifdef USBTMC_IOCTL_AUTO_ABORT
	BOTH(USBTMC_IOCTL_AUTO_ABORT, IN, u8);
#endif
#ifdef USBTMC_IOCTL_CONFIG_TERMCHAR
	BOTH(USBTMC_IOCTL_CONFIG_TERMCHAR, IN, usbtmc_termchar);
#endif
#ifdef USBTMC_IOCTL_SET_TIMEOUT
	BOTH(USBTMC_IOCTL_SET_TIMEOUT, IN, u32);
#endif
#ifdef USBTMC488_IOCTL_WAIT_SRQ
	BOTH(USBTMC488_IOCTL_WAIT_SRQ, IN, u32);
#endif
#ifdef USBTMC488_IOCTL_READ_STB
	BOTH(USBTMC488_IOCTL_READ_STB, OUT, u8_hex);
#endif
#ifdef USBTMC_IOCTL_MSG_IN_ATTR
	BOTH(USBTMC_IOCTL_MSG_IN_ATTR, OUT, u8);
#endif
#ifdef USBTMC_IOCTL_GET_STB
	BOTH(USBTMC_IOCTL_GET_STB, OUT, u8_hex);
#endif
#ifdef USBTMC_IOCTL_GET_SRQ_STB
	BOTH(USBTMC_IOCTL_GET_SRQ_STB, OUT, u8_hex);
#endif
#ifdef USBTMC_IOCTL_GET_TIMEOUT
	BOTH(USBTMC_IOCTL_GET_TIMEOUT, OUT, u32);
#endif
#ifdef USBTMC_IOCTL_API_VERSION
	BOTH(USBTMC_IOCTL_API_VERSION, OUT, u32_hex);
#endif
#if defined(GPIB_CODE)
	ALONE(IBGTS);
	ALONE(IBLOC);
	BOTH(IBRSV, IN, u8_hex);
	BOTH(IBAUTOSPOLL, IN, s16);
	BOTH(IBPP2_SET, IN, s16);
	BOTH(IBCLOSEDEV, IN, gpib_close_dev_ioctl);
	BOTH(IBSIC, IN, u32);
	BOTH(IBSRE, IN, s32);
	BOTH(IBCAC, IN, s32);
	BOTH(IBTMO, IN, u32);
	BOTH(CFCIRQ, IN, u32);
	BOTH(CFCDMA, IN, u32);
	BOTH(IBMUTEX, IN, s32);
	BOTH(IBRSC, IN, s32);
	BOTH(IB_T1_DELAY, IN, u32);
	BOTH(IBPAD, IN, gpib_pad_ioctl);
	BOTH(IBSAD, IN, gpib_sad_ioctl);
	R(IBEOS, IN, gpib_eos_ioctl);
	BOTH(CFCBASE, IN, u64_hex);
	BOTH(IBRSV2, IN, gpib_request_service2);
	BOTH(IBONL, IN, gpib_online_ioctl);
	BOTH(IBSELECT_DEVICE_PATH, IN, gpib_select_device_path_ioctl);
	BOTH(IBEVENT, OUT, s16);
	BOTH(IBPP2_GET, OUT, s16);
	BOTH(IBQUERY_BOARD_RSV, OUT, s32);
	BOTH(IBBOARD_INFO, OUT, gpib_board_info_ioctl);
	BOTH(IBRPP, OUT, u8_hex);
	BOTH(IBSELECT_PCI, INOUT, gpib_select_pci_ioctl);
	R2(IBRSP, gpib_serial_poll_ioctl);
	R2(IBSPOLL_BYTES, gpib_spoll_bytes_ioctl);
	R2(IBOPENDEV, gpib_open_dev_ioctl);
	R2(IBWAIT, gpib_wait_ioctl);
#endif
#ifdef COMEDI_LOCK
	GIVEN(COMEDI_LOCK, 5, "5");
#endif
#ifdef COMEDI_UNLOCK
	GIVEN(COMEDI_UNLOCK, 5, "5");
#endif
#ifdef COMEDI_CANCEL
	GIVEN(COMEDI_CANCEL, 5, "5");
#endif
#ifdef COMEDI_POLL
	GIVEN(COMEDI_POLL, 5, "5");
#endif
#ifdef COMEDI_SETRSUBD
	GIVEN(COMEDI_SETRSUBD, 5, "5");
#endif
#ifdef COMEDI_SETWSUBD
	GIVEN(COMEDI_SETWSUBD, 5, "5");
#endif
#ifdef COMEDI_DEVCONFIG
	BOTH(COMEDI_DEVCONFIG, IN, comedi_devconfig);
#endif
#ifdef COMEDI_RANGEINFO
	BOTH(COMEDI_RANGEINFO, IN, comedi_rangeinfo);
#endif
#ifdef COMEDI_INSNLIST
	BOTH(COMEDI_INSNLIST, IN, comedi_insnlist);
#endif
#ifdef COMEDI_CHANINFO
	BOTH(COMEDI_CHANINFO, IN, comedi_chaninfo);
#endif
#ifdef COMEDI_INSN
	BOTH(COMEDI_INSN, IN, comedi_insn);
#endif
#ifdef COMEDI_BUFCONFIG
	R2(COMEDI_BUFCONFIG, comedi_bufconfig);
#endif
#ifdef COMEDI_CMD
	R(COMEDI_CMD, INOUT, comedi_cmd);
#endif
#ifdef COMEDI_CMDTEST
	R(COMEDI_CMDTEST, INOUT, comedi_cmd);
#endif
#ifdef COMEDI_SUBDINFO
	R(COMEDI_SUBDINFO, OUT, comedi_subdinfo);
#endif
#ifdef COMEDI_DEVINFO
	BOTH(COMEDI_DEVINFO, OUT, comedi_devinfo);
#endif
#ifdef COMEDI_BUFINFO
	R2(COMEDI_BUFINFO, comedi_bufinfo);
#endif
#ifdef IIO_BUFFER_DMABUF_ATTACH_IOCTL
	BOTH(IIO_BUFFER_DMABUF_ATTACH_IOCTL, IN, fd);
#endif
#ifdef IIO_BUFFER_DMABUF_DETACH_IOCTL
	BOTH(IIO_BUFFER_DMABUF_DETACH_IOCTL, IN, fd);
#endif
#ifdef IIO_BUFFER_DMABUF_ENQUEUE_IOCTL
	R(IIO_BUFFER_DMABUF_ENQUEUE_IOCTL, IN, iio_dmabuf);
#endif
#ifdef IIO_GET_EVENT_FD_IOCTL
	BOTH(IIO_GET_EVENT_FD_IOCTL, OUT, fd);
#endif
#ifdef PPCLAIM
	ALONE(PPCLAIM);
#endif
#ifdef PPRELEASE
	ALONE(PPRELEASE);
#endif
#ifdef PPYIELD
	ALONE(PPYIELD);
#endif
#ifdef PPEXCL
	ALONE(PPEXCL);
#endif
#ifdef PWM_IOCTL_REQUEST
	GIVEN(PWM_IOCTL_REQUEST, 5, "5");
#endif
#ifdef PWM_IOCTL_FREE
	GIVEN(PWM_IOCTL_FREE, 5, "5");
#endif
#ifdef STP_SET_OPTIONS
	BOTH(STP_SET_OPTIONS, IN, u64_hex);
#endif
#ifdef RPMSG_DESTROY_EPT_IOCTL
	ALONE(RPMSG_DESTROY_EPT_IOCTL);
#endif
#ifdef RPMSG_CREATE_EPT_IOCTL
	BOTH(RPMSG_CREATE_EPT_IOCTL, IN, rpmsg_endpoint_info);
#endif
#ifdef RPMSG_CREATE_DEV_IOCTL
	BOTH(RPMSG_CREATE_DEV_IOCTL, IN, rpmsg_endpoint_info);
#endif
#ifdef RPMSG_RELEASE_DEV_IOCTL
	BOTH(RPMSG_RELEASE_DEV_IOCTL, IN, rpmsg_endpoint_info);
#endif
#ifdef RPMSG_GET_OUTGOING_FLOWCONTROL
	BOTH(RPMSG_GET_OUTGOING_FLOWCONTROL, OUT, s32);
#endif
#ifdef RPMSG_SET_INCOMING_FLOWCONTROL
	GIVEN(RPMSG_SET_INCOMING_FLOWCONTROL, 5, "5");
#endif
#ifdef RPROC_SET_SHUTDOWN_ON_RELEASE
	BOTH(RPROC_SET_SHUTDOWN_ON_RELEASE, IN, s32);
#endif
#ifdef RPROC_GET_SHUTDOWN_ON_RELEASE
	BOTH(RPROC_GET_SHUTDOWN_ON_RELEASE, OUT, s32);
#endif
#ifdef RIO_CM_CHAN_CLOSE
	BOTH(RIO_CM_CHAN_CLOSE, IN, u16);
#endif
#ifdef RIO_CM_CHAN_LISTEN
	BOTH(RIO_CM_CHAN_LISTEN, IN, u16);
#endif
#ifdef RIO_CM_CHAN_BIND
	BOTH(RIO_CM_CHAN_BIND, IN, rio_cm_channel);
#endif
#if defined(RIO_CM_CHAN_CONNECT) && defined(__x86_64__)
	BOTH(RIO_CM_CHAN_CONNECT, IN, rio_cm_channel);
#endif
#ifdef RIO_CM_CHAN_CREATE
	BOTH(RIO_CM_CHAN_CREATE, INOUT, u16);
#endif
#ifdef RIO_CM_EP_GET_LIST_SIZE
	BOTH(RIO_CM_EP_GET_LIST_SIZE, INOUT, u32);
#endif
#ifdef RIO_CM_EP_GET_LIST
	BOTH(RIO_CM_EP_GET_LIST, INOUT, u32);
#endif
#ifdef RIO_CM_MPORT_GET_LIST
	BOTH(RIO_CM_MPORT_GET_LIST, INOUT, u32);
#endif
#ifdef RIO_CM_CHAN_ACCEPT
	BOTH(RIO_CM_CHAN_ACCEPT, INOUT, rio_cm_accept);
#endif
#ifdef RIO_MPORT_MAINT_HDID_SET
	BOTH(RIO_MPORT_MAINT_HDID_SET, IN, u16_hex);
#endif
#ifdef RIO_MPORT_MAINT_COMPTAG_SET
	BOTH(RIO_MPORT_MAINT_COMPTAG_SET, IN, u32_hex);
#endif
#ifdef RIO_SET_EVENT_MASK
	SHOWN(RIO_SET_EVENT_MASK, "[RIO_DOORBELL]");
#endif
#ifdef RIO_ENABLE_DOORBELL_RANGE
	BOTH(RIO_ENABLE_DOORBELL_RANGE, IN, rio_doorbell_filter);
#endif
#ifdef RIO_DISABLE_DOORBELL_RANGE
	BOTH(RIO_DISABLE_DOORBELL_RANGE, IN, rio_doorbell_filter);
#endif
#ifdef RIO_UNMAP_INBOUND
	BOTH(RIO_UNMAP_INBOUND, IN, u64_hex);
#endif
#ifdef RIO_FREE_DMA
	BOTH(RIO_FREE_DMA, IN, u64_hex);
#endif
#ifdef RIO_WAIT_FOR_ASYNC
	BOTH(RIO_WAIT_FOR_ASYNC, IN, rio_async_tx_wait);
#endif
#ifdef RIO_ENABLE_PORTWRITE_RANGE
	BOTH(RIO_ENABLE_PORTWRITE_RANGE, IN, rio_pw_filter);
#endif
#ifdef RIO_DISABLE_PORTWRITE_RANGE
	BOTH(RIO_DISABLE_PORTWRITE_RANGE, IN, rio_pw_filter);
#endif
#ifdef RIO_DEV_ADD
	BOTH(RIO_DEV_ADD, IN, rio_rdev_info);
#endif
#ifdef RIO_DEV_DEL
	BOTH(RIO_DEV_DEL, IN, rio_rdev_info);
#endif
#if defined(RIO_MPORT_MAINT_PORT_IDX_GET) && defined(__x86_64__)
	BOTH(RIO_MPORT_MAINT_PORT_IDX_GET, OUT, u32);
#endif
#ifdef RIO_GET_EVENT_MASK
	SHOWN(RIO_GET_EVENT_MASK, "[RIO_DOORBELL]");
#endif
#ifdef RIO_MPORT_GET_PROPERTIES
	R(RIO_MPORT_GET_PROPERTIES, OUT, rio_mport_properties);
#endif
#ifdef RIO_ALLOC_DMA
	R2(RIO_ALLOC_DMA, rio_dma_mem);
#endif
#ifdef RIO_MAP_OUTBOUND
	R2(RIO_MAP_OUTBOUND, rio_mmap);
#endif
#ifdef RIO_MAP_INBOUND
	R2(RIO_MAP_INBOUND, rio_mmap);
#endif
#ifdef SCIF_LISTEN
	GIVEN(SCIF_LISTEN, 5, "5");
#endif
#ifdef SCIF_FENCE_WAIT
	GIVEN(SCIF_FENCE_WAIT, 5, "5");
#endif
#ifdef SCIF_BIND
	BOTH(SCIF_BIND, INOUT, u64);
#endif
#ifdef SCIF_CONNECT
	BOTH(SCIF_CONNECT, INOUT, scifioctl_connect);
#endif
#ifdef SCIF_ACCEPTREG
	BOTH(SCIF_ACCEPTREG, INOUT, u64_hex);
#endif
#ifdef SCIF_FENCE_MARK
	BOTH(SCIF_FENCE_MARK, INOUT, scifioctl_fence_mark);
#endif
#ifdef SCIF_ACCEPTREQ
	R2(SCIF_ACCEPTREQ, scifioctl_accept);
#endif
#ifdef SCIF_UNREG
	BOTH(SCIF_UNREG, IN, scifioctl_unreg);
#endif
#ifdef SCIF_READFROM
	BOTH(SCIF_READFROM, IN, scifioctl_copy);
#endif
#ifdef SCIF_WRITETO
	BOTH(SCIF_WRITETO, IN, scifioctl_copy);
#endif
#ifdef SCIF_VREADFROM
	BOTH(SCIF_VREADFROM, IN, scifioctl_copy);
#endif
#ifdef SCIF_VWRITETO
	BOTH(SCIF_VWRITETO, IN, scifioctl_copy);
#endif
#ifdef SCIF_FENCE_SIGNAL
	BOTH(SCIF_FENCE_SIGNAL, IN, scifioctl_fence_signal);
#endif
#ifdef SPIOCSTYPE
	BOTH(SPIOCSTYPE, IN, size_hex);
#endif
#ifdef SONYPI_IOCSBRT
	BOTH(SONYPI_IOCSBRT, IN, u8);
#endif
#ifdef SONYPI_IOCSBLUE
	BOTH(SONYPI_IOCSBLUE, IN, u8);
#endif
#ifdef SONYPI_IOCSFAN
	BOTH(SONYPI_IOCSFAN, IN, u8);
#endif
#ifdef SONYPI_IOCGBRT
	BOTH(SONYPI_IOCGBRT, OUT, u8);
#endif
#ifdef SONYPI_IOCGBATFLAGS
	SHOWN(SONYPI_IOCGBATFLAGS, "[SONYPI_BFLAGS_B1]");
#endif
#ifdef SONYPI_IOCGBLUE
	BOTH(SONYPI_IOCGBLUE, OUT, u8);
#endif
#ifdef SONYPI_IOCGFAN
	BOTH(SONYPI_IOCGFAN, OUT, u8);
#endif
#ifdef SONYPI_IOCGTEMP
	BOTH(SONYPI_IOCGTEMP, OUT, u8);
#endif
#ifdef SONYPI_IOCGBAT1CAP
	BOTH(SONYPI_IOCGBAT1CAP, OUT, u16);
#endif
#ifdef SONYPI_IOCGBAT1REM
	BOTH(SONYPI_IOCGBAT1REM, OUT, u16);
#endif
#ifdef SONYPI_IOCGBAT2CAP
	BOTH(SONYPI_IOCGBAT2CAP, OUT, u16);
#endif
#ifdef SONYPI_IOCGBAT2REM
	BOTH(SONYPI_IOCGBAT2REM, OUT, u16);
#endif
#ifdef TOSH_SMM
	BOTH(TOSH_SMM, INOUT, SMMRegisters);
#endif
#ifdef TOSHIBA_ACPI_SCI
	BOTH(TOSHIBA_ACPI_SCI, INOUT, SMMRegisters);
#endif
#ifdef I8K_BIOS_VERSION
	BOTH(I8K_BIOS_VERSION, OUT, u32_hex);
#endif
#ifdef I8K_POWER_STATUS
	SHOWN(I8K_POWER_STATUS, "[I8K_AC]");
#endif
#ifdef I8K_FN_STATUS
	SHOWN(I8K_FN_STATUS, "[I8K_VOL_UP]");
#endif
#ifdef I8K_GET_TEMP
	BOTH(I8K_GET_TEMP, OUT, s32);
#endif
#ifdef APM_IOC_STANDBY
	ALONE_AS("AGPIOC_ACQUIRE or APM_IOC_STANDBY", APM_IOC_STANDBY);
#endif
#ifdef APM_IOC_SUSPEND
	ALONE_AS("AGPIOC_RELEASE or APM_IOC_SUSPEND", APM_IOC_SUSPEND);
#endif
#ifdef PFRU_IOC_SET_REV
	BOTH(PFRU_IOC_SET_REV, IN, u32);
#endif
#ifdef PFRU_IOC_STAGE
	ALONE(PFRU_IOC_STAGE);
#endif
#ifdef PFRU_IOC_ACTIVATE
	ALONE(PFRU_IOC_ACTIVATE);
#endif
#ifdef PFRU_IOC_STAGE_ACTIVATE
	ALONE(PFRU_IOC_STAGE_ACTIVATE);
#endif
#ifdef PFRT_LOG_IOC_SET_INFO
	BOTH(PFRT_LOG_IOC_SET_INFO, IN, pfrt_log_info);
#endif
#ifdef PFRT_LOG_IOC_GET_INFO
	BOTH(PFRT_LOG_IOC_GET_INFO, OUT, pfrt_log_info);
#endif
#ifdef PFRT_LOG_IOC_GET_DATA_INFO
	BOTH(PFRT_LOG_IOC_GET_DATA_INFO, OUT, pfrt_log_data_info);
#endif
#ifdef PFRU_IOC_QUERY_CAP
	BOTH(PFRU_IOC_QUERY_CAP, OUT, pfru_update_cap_info);
#endif
#ifdef SSAM_CDEV_NOTIF_REGISTER
	BOTH(SSAM_CDEV_NOTIF_REGISTER, IN, ssam_cdev_notifier_desc);
#endif
#ifdef SSAM_CDEV_NOTIF_UNREGISTER
	BOTH(SSAM_CDEV_NOTIF_UNREGISTER, IN, ssam_cdev_notifier_desc);
#endif
#ifdef SSAM_CDEV_EVENT_ENABLE
	BOTH(SSAM_CDEV_EVENT_ENABLE, IN, ssam_cdev_event_desc);
#endif
#ifdef SSAM_CDEV_EVENT_DISABLE
	BOTH(SSAM_CDEV_EVENT_DISABLE, IN, ssam_cdev_event_desc);
#endif
#ifdef SDTX_IOCTL_EVENTS_ENABLE
	ALONE(SDTX_IOCTL_EVENTS_ENABLE);
#endif
#ifdef SDTX_IOCTL_EVENTS_DISABLE
	ALONE(SDTX_IOCTL_EVENTS_DISABLE);
#endif
#ifdef SDTX_IOCTL_LATCH_LOCK
	ALONE(SDTX_IOCTL_LATCH_LOCK);
#endif
#ifdef SDTX_IOCTL_LATCH_UNLOCK
	ALONE(SDTX_IOCTL_LATCH_UNLOCK);
#endif
#ifdef SDTX_IOCTL_LATCH_REQUEST
	ALONE(SDTX_IOCTL_LATCH_REQUEST);
#endif
#ifdef SDTX_IOCTL_LATCH_CONFIRM
	ALONE(SDTX_IOCTL_LATCH_CONFIRM);
#endif
#ifdef SDTX_IOCTL_LATCH_HEARTBEAT
	ALONE(SDTX_IOCTL_LATCH_HEARTBEAT);
#endif
#ifdef SDTX_IOCTL_LATCH_CANCEL
	ALONE(SDTX_IOCTL_LATCH_CANCEL);
#endif
#ifdef SDTX_IOCTL_GET_DEVICE_MODE
	SHOWN(SDTX_IOCTL_GET_DEVICE_MODE, "[SDTX_DEVICE_MODE_LAPTOP]");
#endif
#ifdef SDTX_IOCTL_GET_LATCH_STATUS
	SHOWN(SDTX_IOCTL_GET_LATCH_STATUS, "[SDTX_LATCH_OPENED]");
#endif
#ifdef SDTX_IOCTL_GET_BASE_INFO
	R(SDTX_IOCTL_GET_BASE_INFO, OUT, sdtx_base_info);
#endif
#ifdef SNAPSHOT_FREEZE
	ALONE(SNAPSHOT_FREEZE);
#endif
#ifdef SNAPSHOT_UNFREEZE
	ALONE(SNAPSHOT_UNFREEZE);
#endif
#ifdef SNAPSHOT_ATOMIC_RESTORE
	ALONE(SNAPSHOT_ATOMIC_RESTORE);
#endif
#ifdef SNAPSHOT_FREE
	ALONE(SNAPSHOT_FREE);
#endif
#ifdef SNAPSHOT_FREE_SWAP_PAGES
	ALONE(SNAPSHOT_FREE_SWAP_PAGES);
#endif
#ifdef SNAPSHOT_S2RAM
	ALONE(SNAPSHOT_S2RAM);
#endif
#ifdef SNAPSHOT_PLATFORM_SUPPORT
	GIVEN(SNAPSHOT_PLATFORM_SUPPORT, 5, "5");
#endif
#ifdef SNAPSHOT_POWER_OFF
	ALONE(SNAPSHOT_POWER_OFF);
#endif
#ifdef SNAPSHOT_PREF_IMAGE_SIZE
	GIVEN(SNAPSHOT_PREF_IMAGE_SIZE, 5, "5");
#endif
#ifdef SNAPSHOT_CREATE_IMAGE
	BOTH(SNAPSHOT_CREATE_IMAGE, OUT, s32);
#endif
#ifdef SNAPSHOT_SET_SWAP_AREA
	R(SNAPSHOT_SET_SWAP_AREA, IN, resume_swap_area);
#endif
#ifdef SNAPSHOT_GET_IMAGE_SIZE
	BOTH(SNAPSHOT_GET_IMAGE_SIZE, OUT, s64);
#endif
#ifdef SNAPSHOT_AVAIL_SWAP_SIZE
	BOTH(SNAPSHOT_AVAIL_SWAP_SIZE, OUT, s64);
#endif
#ifdef SNAPSHOT_ALLOC_SWAP_PAGE
	BOTH(SNAPSHOT_ALLOC_SWAP_PAGE, OUT, s64);
#endif
#ifdef FASTRPC_IOCTL_INIT_ATTACH_SNS
	ALONE(FASTRPC_IOCTL_INIT_ATTACH_SNS);
#endif
#ifdef FASTRPC_IOCTL_FREE_DMA_BUFF
	BOTH(FASTRPC_IOCTL_FREE_DMA_BUFF, IN, fd);
#endif
#ifdef FASTRPC_IOCTL_ALLOC_DMA_BUFF
	R2(FASTRPC_IOCTL_ALLOC_DMA_BUFF, fastrpc_alloc_dma_buf);
#endif
#ifdef FASTRPC_IOCTL_INVOKE
	BOTH(FASTRPC_IOCTL_INVOKE, IN, fastrpc_invoke);
#endif
#ifdef FASTRPC_IOCTL_MUNMAP
	BOTH(FASTRPC_IOCTL_MUNMAP, IN, fastrpc_req_munmap);
#endif
#ifdef FASTRPC_IOCTL_INIT_CREATE_STATIC
	BOTH(FASTRPC_IOCTL_INIT_CREATE_STATIC, IN, fastrpc_init_create_static);
#endif
#ifdef FASTRPC_IOCTL_INIT_CREATE
	R(FASTRPC_IOCTL_INIT_CREATE, IN, fastrpc_init_create);
#endif
#ifdef FASTRPC_IOCTL_MMAP
	R2(FASTRPC_IOCTL_MMAP, fastrpc_req_mmap);
#endif
#ifdef FASTRPC_IOCTL_MEM_UNMAP
	BOTH(FASTRPC_IOCTL_MEM_UNMAP, IN, fastrpc_mem_unmap);
#endif
#ifdef FASTRPC_IOCTL_MEM_MAP
	R2(FASTRPC_IOCTL_MEM_MAP, fastrpc_mem_map);
#endif
#ifdef OCXL_IOCTL_IRQ_FREE
	BOTH(OCXL_IOCTL_IRQ_FREE, IN, u64_hex);
#endif
#ifdef OCXL_IOCTL_IRQ_SET_FD
	BOTH(OCXL_IOCTL_IRQ_SET_FD, IN, ocxl_ioctl_irq_fd);
#endif
#ifdef OCXL_IOCTL_ATTACH
	BOTH(OCXL_IOCTL_ATTACH, IN, ocxl_ioctl_attach);
#endif
#ifdef OCXL_IOCTL_IRQ_ALLOC
	BOTH(OCXL_IOCTL_IRQ_ALLOC, OUT, u64_hex);
#endif
#ifdef OCXL_IOCTL_ENABLE_P9_WAIT
	BOTH(OCXL_IOCTL_ENABLE_P9_WAIT, OUT, ocxl_ioctl_p9_wait);
#endif
#ifdef OCXL_IOCTL_GET_FEATURES
	BOTH(OCXL_IOCTL_GET_FEATURES, OUT, ocxl_ioctl_features);
#endif
#ifdef OCXL_IOCTL_GET_METADATA
	BOTH(OCXL_IOCTL_GET_METADATA, OUT, ocxl_ioctl_metadata);
#endif
#ifdef XSDFEC_START_DEV
	ALONE(XSDFEC_START_DEV);
#endif
#ifdef XSDFEC_STOP_DEV
	ALONE(XSDFEC_STOP_DEV);
#endif
#ifdef XSDFEC_CLEAR_STATS
	ALONE(XSDFEC_CLEAR_STATS);
#endif
#ifdef XSDFEC_SET_DEFAULT_CONFIG
	ALONE(XSDFEC_SET_DEFAULT_CONFIG);
#endif
#ifdef XSDFEC_SET_IRQ
	BOTH(XSDFEC_SET_IRQ, IN, xsdfec_irq);
#endif
#ifdef XSDFEC_SET_ORDER
	SHOWN(XSDFEC_SET_ORDER, "[XSDFEC_OUT_OF_ORDER]");
#endif
#ifdef XSDFEC_ADD_LDPC_CODE_PARAMS
	BOTH(XSDFEC_ADD_LDPC_CODE_PARAMS, IN, xsdfec_ldpc_params);
#endif
#ifdef XSDFEC_GET_STATUS
	BOTH(XSDFEC_GET_STATUS, OUT, xsdfec_status);
#endif
#ifdef XSDFEC_GET_TURBO
	BOTH(XSDFEC_GET_TURBO, OUT, xsdfec_turbo);
#endif
#ifdef XSDFEC_GET_STATS
	BOTH(XSDFEC_GET_STATS, OUT, xsdfec_stats);
#endif
#ifdef XSDFEC_GET_CONFIG
	BOTH(XSDFEC_GET_CONFIG, OUT, xsdfec_config);
#endif
#ifdef XSDFEC_SET_BYPASS
	BOTH(XSDFEC_SET_BYPASS, IN, u8);
#endif
#ifdef XSDFEC_IS_ACTIVE
	BOTH(XSDFEC_IS_ACTIVE, OUT, u8);
#endif
#ifdef UACCE_CMD_START_Q
	ALONE(UACCE_CMD_START_Q);
#endif
#ifdef UACCE_CMD_PUT_Q
	ALONE(UACCE_CMD_PUT_Q);
#endif
#ifdef UACCE_CMD_QM_SET_QP_CTX
	R2(UACCE_CMD_QM_SET_QP_CTX, hisi_qp_ctx);
#endif
#ifdef UACCE_CMD_QM_SET_QP_INFO
	BOTH(UACCE_CMD_QM_SET_QP_INFO, INOUT, hisi_qp_info);
#endif
#ifdef SBRMI_IOCTL_REG_XFER_CMD
	R2(SBRMI_IOCTL_REG_XFER_CMD, apml_reg_xfer_msg);
#endif
#ifdef SBRMI_IOCTL_MBOX_CMD
	R2(SBRMI_IOCTL_MBOX_CMD, apml_mbox_msg);
#endif
#ifdef SBRMI_IOCTL_CPUID_CMD
	R2(SBRMI_IOCTL_CPUID_CMD, apml_cpuid_msg);
#endif
#ifdef SBRMI_IOCTL_MCAMSR_CMD
	R2(SBRMI_IOCTL_MCAMSR_CMD, apml_mcamsr_msg);
#endif
#ifdef DPI_MPS_MRRS_CFG
	BOTH(DPI_MPS_MRRS_CFG, IN, dpi_mps_mrrs_cfg);
#endif
#ifdef DPI_ENGINE_CFG
	BOTH(DPI_ENGINE_CFG, IN, dpi_engine_cfg);
#endif
#ifdef VK_IOCTL_RESET
	BOTH(VK_IOCTL_RESET, IN, vk_reset);
#endif
#ifdef VK_IOCTL_LOAD_IMAGE
	BOTH(VK_IOCTL_LOAD_IMAGE, IN, vk_image);
#endif
#ifdef GENWQE_GET_CARD_STATE
	SHOWN(GENWQE_GET_CARD_STATE, "[GENWQE_CARD_USED]");
#endif
#ifdef GENWQE_PIN_MEM
	BOTH(GENWQE_PIN_MEM, IN, genwqe_mem);
#endif
#ifdef GENWQE_UNPIN_MEM
	BOTH(GENWQE_UNPIN_MEM, IN, genwqe_mem);
#endif
#ifdef GENWQE_EXECUTE_DDCB
	R(GENWQE_EXECUTE_DDCB, INOUT, genwqe_ddcb_cmd);
#endif
#ifdef GENWQE_EXECUTE_RAW_DDCB
	R(GENWQE_EXECUTE_RAW_DDCB, INOUT, genwqe_ddcb_cmd);
#endif
#ifdef DFL_FPGA_GET_API_VERSION
	ALONE(DFL_FPGA_GET_API_VERSION);
#endif
#ifdef DFL_FPGA_CHECK_EXTENSION
	GIVEN(DFL_FPGA_CHECK_EXTENSION, 5, "5");
#endif
#ifdef DFL_FPGA_PORT_RESET
	ALONE(DFL_FPGA_PORT_RESET);
#endif
#ifdef DFL_FPGA_PORT_GET_INFO
	R2(DFL_FPGA_PORT_GET_INFO, dfl_fpga_port_info);
#endif
#ifdef DFL_FPGA_PORT_GET_REGION_INFO
	R2(DFL_FPGA_PORT_GET_REGION_INFO, dfl_fpga_port_region_info);
#endif
#ifdef DFL_FPGA_PORT_DMA_MAP
	R2(DFL_FPGA_PORT_DMA_MAP, dfl_fpga_port_dma_map);
#endif
#ifdef DFL_FPGA_PORT_DMA_UNMAP
	BOTH(DFL_FPGA_PORT_DMA_UNMAP, IN, dfl_fpga_port_dma_unmap);
#endif
#ifdef DFL_FPGA_FME_PORT_PR
	BOTH(DFL_FPGA_FME_PORT_PR, IN, dfl_fpga_fme_port_pr);
#endif
#ifdef DFL_FPGA_FME_PORT_RELEASE
	BOTH(DFL_FPGA_FME_PORT_RELEASE, IN, s32);
#endif
#ifdef DFL_FPGA_FME_PORT_ASSIGN
	BOTH(DFL_FPGA_FME_PORT_ASSIGN, IN, s32);
#endif
#ifdef DFL_FPGA_PORT_ERR_GET_IRQ_NUM
	BOTH(DFL_FPGA_PORT_ERR_GET_IRQ_NUM, OUT, u32);
#endif
#ifdef DFL_FPGA_PORT_UINT_GET_IRQ_NUM
	BOTH(DFL_FPGA_PORT_UINT_GET_IRQ_NUM, OUT, u32);
#endif
#ifdef DFL_FPGA_FME_ERR_GET_IRQ_NUM
	BOTH(DFL_FPGA_FME_ERR_GET_IRQ_NUM, OUT, u32);
#endif
#ifdef CS_SET_WAKELINE
	BOTH(CS_SET_WAKELINE, IN, u32);
#endif
#ifdef CS_CONFIG_BUFS
	R(CS_CONFIG_BUFS, IN, cs_buffer_config);
#endif
#ifdef CS_GET_STATE
	SHOWN(CS_GET_STATE, "[CS_STATE_OPENED]");
#endif
#ifdef CS_GET_IF_VERSION
	BOTH(CS_GET_IF_VERSION, OUT, u32);
#endif
#ifdef HSC_RESET
	ALONE(HSC_RESET);
#endif
#ifdef HSC_SET_PM
	SHOWN(HSC_SET_PM, "[HSC_PM_ENABLE]");
#endif
#ifdef HSC_SEND_BREAK
	ALONE(HSC_SEND_BREAK);
#endif
#ifdef HSC_SET_RX
	BOTH(HSC_SET_RX, IN, hsc_rx_config);
#endif
#ifdef HSC_GET_RX
	BOTH(HSC_GET_RX, OUT, hsc_rx_config);
#endif
#ifdef HSC_SET_TX
	BOTH(HSC_SET_TX, IN, hsc_tx_config);
#endif
#ifdef HSC_GET_TX
	BOTH(HSC_GET_TX, OUT, hsc_tx_config);
#endif
#ifdef PCITEST_INTX_IRQ
	ALONE_AS("PCITEST_INTX_IRQ or PMIC_UPDATE_PGM", PCITEST_INTX_IRQ);
#endif
#ifdef PCITEST_BARS
	ALONE(PCITEST_BARS);
#endif
#ifdef PCITEST_DOORBELL
	ALONE(PCITEST_DOORBELL);
#endif
#ifdef PCITEST_BAR_SUBRANGE
	GIVEN(PCITEST_BAR_SUBRANGE, 5, "5");
#endif
#ifdef PCITEST_CLEAR_IRQ
	ALONE(PCITEST_CLEAR_IRQ);
#endif
#ifdef PCITEST_MSI
	GIVEN(PCITEST_MSI, 5, "5");
#endif
#ifdef PCITEST_WRITE
	R(PCITEST_WRITE, IN, pci_endpoint_test_xfer_param);
#endif
#ifdef PCITEST_READ
	R(PCITEST_READ, IN, pci_endpoint_test_xfer_param);
#endif
#ifdef PCITEST_COPY
	R(PCITEST_COPY, IN, pci_endpoint_test_xfer_param);
#endif
#ifdef PCITEST_MSIX
	GIVEN(PCITEST_MSIX, 5, "5");
#endif
#ifdef PCITEST_SET_IRQTYPE
	GIVEN(PCITEST_SET_IRQTYPE, 1, "PCITEST_IRQ_TYPE_MSI");
#endif
#ifdef ASPEED_LPC_CTRL_IOCTL_MAP
	R(ASPEED_LPC_CTRL_IOCTL_MAP, IN, aspeed_lpc_ctrl_mapping);
#endif
#ifdef ASPEED_LPC_CTRL_IOCTL_GET_SIZE
	R(ASPEED_LPC_CTRL_IOCTL_GET_SIZE, INOUT, aspeed_lpc_ctrl_mapping);
#endif
#ifdef ASPEED_P2A_CTRL_IOCTL_SET_WINDOW
	BOTH(ASPEED_P2A_CTRL_IOCTL_SET_WINDOW, IN, aspeed_p2a_ctrl_mapping);
#endif
#ifdef ASPEED_P2A_CTRL_IOCTL_GET_MEMORY_CONFIG
	BOTH(ASPEED_P2A_CTRL_IOCTL_GET_MEMORY_CONFIG, INOUT, aspeed_p2a_ctrl_mapping);
#endif
#ifdef PHN_SET_REGS
	BOTH(PHN_SET_REGS, IN, phm_regs);
#endif
#ifdef PHN_SETREGS
	BOTH(PHN_SETREGS, IN, phm_regs);
#endif
#ifdef PHN_GET_REGS
	BOTH(PHN_GET_REGS, INOUT, phm_regs);
#endif
#ifdef PHN_GETREGS
	BOTH(PHN_GETREGS, INOUT, phm_regs);
#endif
#ifdef PMIC_SET_ACTIVE_STATE
	ALONE(PMIC_SET_ACTIVE_STATE);
#endif
#ifdef PMIC_SET_MCU_ONLY_STATE
	BOTH(PMIC_SET_MCU_ONLY_STATE, IN, pmic_state_opt);
#endif
#ifdef PMIC_SET_RETENTION_STATE
	BOTH(PMIC_SET_RETENTION_STATE, IN, pmic_state_opt);
#endif
#ifdef IOCTL_WDM_MAX_COMMAND
	BOTH(IOCTL_WDM_MAX_COMMAND, OUT, u16);
#endif
#ifdef DMA_MAP_BENCHMARK
	R2(DMA_MAP_BENCHMARK, map_benchmark);
#endif
#ifdef CHIOINITELEM
	ALONE(CHIOINITELEM);
#endif
#ifdef CHIOSPICKER
	BOTH_AS("BC_ACQUIRE or CHIOSPICKER", CHIOSPICKER, IN, s32);
#endif
#ifdef CHIOPOSITION
	R(CHIOPOSITION, IN, changer_position);
#endif
#if defined(CHIOGSTATUS) && defined(__x86_64__)
	BOTH_AS("BC_INCREFS_DONE or CHIOGSTATUS", CHIOGSTATUS, IN, changer_element_status);
#endif
#ifdef CHIOMOVE
	R(CHIOMOVE, IN, changer_move);
#endif
#ifdef CHIOEXCHANGE
	R(CHIOEXCHANGE, IN, changer_exchange);
#endif
#ifdef CHIOSVOLTAG
	R(CHIOSVOLTAG, IN, changer_set_voltag);
#endif
#ifdef CHIOGELEM
	R2(CHIOGELEM, changer_get_element);
#endif
#ifdef CHIOGPICKER
	BOTH(CHIOGPICKER, OUT, s32);
#endif
#ifdef CHIOGPARAMS
	BOTH(CHIOGPARAMS, OUT, changer_params);
#endif
#ifdef CHIOGVPARAMS
	BOTH(CHIOGVPARAMS, OUT, changer_vendor_params);
#endif
#ifdef UDF_GETEASIZE
	BOTH(UDF_GETEASIZE, OUT, s32);
#endif
#ifdef UDF_RELOCATE_BLOCKS
	BOTH(UDF_RELOCATE_BLOCKS, INOUT, long);
#endif
#ifdef CACHEFILES_IOC_READ_COMPLETE
	GIVEN(CACHEFILES_IOC_READ_COMPLETE, 5, "5");
#endif
#ifdef LIVEUPDATE_IOCTL_CREATE_SESSION
	R2(LIVEUPDATE_IOCTL_CREATE_SESSION, liveupdate_ioctl_create_session);
#endif
#ifdef LIVEUPDATE_IOCTL_RETRIEVE_SESSION
	R2(LIVEUPDATE_IOCTL_RETRIEVE_SESSION, liveupdate_ioctl_retrieve_session);
#endif
#ifdef LIVEUPDATE_SESSION_PRESERVE_FD
	BOTH(LIVEUPDATE_SESSION_PRESERVE_FD, IN, liveupdate_session_preserve_fd);
#endif
#ifdef LIVEUPDATE_SESSION_RETRIEVE_FD
	R2(LIVEUPDATE_SESSION_RETRIEVE_FD, liveupdate_session_retrieve_fd);
#endif
#ifdef LIVEUPDATE_SESSION_FINISH
	BOTH(LIVEUPDATE_SESSION_FINISH, IN, liveupdate_session_finish);
#endif
#ifdef LIVEUPDATE_SESSION_GET_NAME
	R2(LIVEUPDATE_SESSION_GET_NAME, liveupdate_session_get_name);
#endif
#ifdef KCOV_ENABLE
	GIVEN(KCOV_ENABLE, 1, "KCOV_TRACE_CMP");
#endif
#ifdef KCOV_DISABLE
	ALONE(KCOV_DISABLE);
#endif
#ifdef KCOV_INIT_TRACE
	GIVEN(KCOV_INIT_TRACE, 5, "5");
#endif
#ifdef LOADPIN_IOC_SET_TRUSTED_VERITY_DIGESTS
	BOTH(LOADPIN_IOC_SET_TRUSTED_VERITY_DIGESTS, IN, fd);
#endif
#ifdef VTPM_PROXY_IOC_NEW_DEV
	R2(VTPM_PROXY_IOC_NEW_DEV, vtpm_proxy_new_dev);
#endif
#ifdef CCISS_REGNEWDISK
	BOTH(CCISS_REGNEWDISK, IN, s32);
#endif
#ifdef CCISS_SETINTINFO
	BOTH(CCISS_SETINTINFO, IN, cciss_coalint_struct);
#endif
#if defined(CCISS_GETHEARTBEAT) && defined(__x86_64__)
	BOTH(CCISS_GETHEARTBEAT, OUT, u32);
#endif
#ifdef CCISS_GETBUSTYPES
	SHOWN(CCISS_GETBUSTYPES, "[CISS_PARSCSIU2]");
#endif
#ifdef CCISS_GETDRIVVER
	BOTH(CCISS_GETDRIVVER, OUT, u32_hex);
#endif
#ifdef CCISS_GETINTINFO
	BOTH(CCISS_GETINTINFO, OUT, cciss_coalint_struct);
#endif
#ifdef CCISS_GETLUNINFO
	BOTH(CCISS_GETLUNINFO, OUT, LogvolInfo_struct);
#endif
#ifdef I2OEVTREG
	R(I2OEVTREG, IN, i2o_evt_id);
#endif
#ifdef I2OPASSTHRU32
	BOTH(I2OPASSTHRU32, IN, i2o_cmd_passthru32);
#endif
#if defined(I2OPASSTHRU) && defined(__x86_64__)
	BOTH(I2OPASSTHRU, IN, i2o_cmd_passthru);
#endif
#ifdef I2OEVTGET
	R(I2OEVTGET, OUT, i2o_evt_info);
#endif
#ifdef SNDCTL_DSP_SETTRIGGER
	SHOWN(SNDCTL_DSP_SETTRIGGER, "[PCM_ENABLE_INPUT]");
#endif
#ifdef SNDCTL_DSP_PROFILE
	SHOWN(SNDCTL_DSP_PROFILE, "[APF_NETWORK]");
#endif
#ifdef SNDCTL_DSP_SETSPDIF
	SHOWN(SNDCTL_DSP_SETSPDIF, "[SPDIF_PRO]");
#endif
#ifdef SNDCTL_SEQ_PERCMODE
	BOTH(SNDCTL_SEQ_PERCMODE, IN, s32);
#endif
#ifdef SNDCTL_SEQ_TESTMIDI
	BOTH(SNDCTL_SEQ_TESTMIDI, IN, s32);
#endif
#ifdef SNDCTL_SEQ_RESETSAMPLES
	BOTH(SNDCTL_SEQ_RESETSAMPLES, IN, s32);
#endif
#ifdef SNDCTL_SEQ_THRESHOLD
	BOTH(SNDCTL_SEQ_THRESHOLD, IN, s32);
#endif
#ifdef SNDCTL_FM_4OP_ENABLE
	BOTH(SNDCTL_FM_4OP_ENABLE, IN, s32);
#endif
#ifdef SNDCTL_TMR_METRONOME
	BOTH(SNDCTL_TMR_METRONOME, IN, s32);
#endif
#ifdef SNDCTL_TMR_SELECT
	BOTH(SNDCTL_TMR_SELECT, IN, s32);
#endif
#ifdef SNDCTL_SEQ_OUTOFBAND
	BOTH(SNDCTL_SEQ_OUTOFBAND, IN, seq_event_rec);
#endif
#ifdef SNDCTL_COPR_WDATA
	R(SNDCTL_COPR_WDATA, IN, copr_debug_buf);
#endif
#ifdef SNDCTL_COPR_WCODE
	R(SNDCTL_COPR_WCODE, IN, copr_debug_buf);
#endif
#ifdef SNDCTL_FM_LOAD_INSTR
	BOTH(SNDCTL_FM_LOAD_INSTR, IN, sbi_instrument);
#endif
#ifdef OSS_GETVERSION
	BOTH_AS("MIXER_READ(118) or OSS_GETVERSION", OSS_GETVERSION, OUT, u32_hex);
#endif
#ifdef SOUND_PCM_READ_RATE
	BOTH(SOUND_PCM_READ_RATE, OUT, s32);
#endif
#ifdef SOUND_PCM_READ_BITS
	SHOWN(SOUND_PCM_READ_BITS, "[AFMT_MU_LAW]");
#endif
#ifdef SOUND_PCM_READ_CHANNELS
	BOTH(SOUND_PCM_READ_CHANNELS, OUT, s32);
#endif
#ifdef SOUND_PCM_READ_FILTER
	BOTH(SOUND_PCM_READ_FILTER, OUT, s32);
#endif
#ifdef SNDCTL_DSP_GETFMTS
	SHOWN(SNDCTL_DSP_GETFMTS, "[AFMT_MU_LAW]");
#endif
#ifdef SNDCTL_DSP_GETCAPS
	SHOWN(SNDCTL_DSP_GETCAPS, "[0x1 /* DSP_CAP_??? */]");
#endif
#ifdef SNDCTL_DSP_GETTRIGGER
	SHOWN(SNDCTL_DSP_GETTRIGGER, "[PCM_ENABLE_INPUT]");
#endif
#ifdef SNDCTL_DSP_GETODELAY
	BOTH(SNDCTL_DSP_GETODELAY, OUT, s32);
#endif
#ifdef SNDCTL_DSP_GETSPDIF
	SHOWN(SNDCTL_DSP_GETSPDIF, "[SPDIF_PRO]");
#endif
#ifdef SNDCTL_SEQ_GETOUTCOUNT
	BOTH(SNDCTL_SEQ_GETOUTCOUNT, OUT, s32);
#endif
#ifdef SNDCTL_SEQ_GETINCOUNT
	BOTH(SNDCTL_SEQ_GETINCOUNT, OUT, s32);
#endif
#ifdef SNDCTL_SEQ_NRSYNTHS
	BOTH(SNDCTL_SEQ_NRSYNTHS, OUT, s32);
#endif
#ifdef SNDCTL_SEQ_NRMIDIS
	BOTH(SNDCTL_SEQ_NRMIDIS, OUT, s32);
#endif
#ifdef SNDCTL_SEQ_GETTIME
	BOTH(SNDCTL_SEQ_GETTIME, OUT, s32);
#endif
#ifdef SNDCTL_DSP_GETIPTR
	BOTH(SNDCTL_DSP_GETIPTR, OUT, count_info);
#endif
#ifdef SNDCTL_DSP_GETOPTR
	BOTH(SNDCTL_DSP_GETOPTR, OUT, count_info);
#endif
#ifdef SNDCTL_DSP_GETOSPACE
	BOTH(SNDCTL_DSP_GETOSPACE, OUT, audio_buf_info);
#endif
#ifdef SNDCTL_DSP_GETISPACE
	BOTH(SNDCTL_DSP_GETISPACE, OUT, audio_buf_info);
#endif
#if defined(SNDCTL_DSP_MAPINBUF) && defined(__x86_64__)
	BOTH(SNDCTL_DSP_MAPINBUF, OUT, buffmem_desc);
#endif
#if defined(SNDCTL_DSP_MAPOUTBUF) && defined(__x86_64__)
	BOTH(SNDCTL_DSP_MAPOUTBUF, OUT, buffmem_desc);
#endif
#ifdef SOUND_OLD_MIXER_INFO
	BOTH_AS("MIXER_READ(101) or SOUND_OLD_MIXER_INFO", SOUND_OLD_MIXER_INFO, OUT, _old_mixer_info);
#endif
#ifdef SOUND_MIXER_INFO
	BOTH_AS("MIXER_READ(101) or SOUND_MIXER_INFO", SOUND_MIXER_INFO, OUT, mixer_info);
#endif
#ifdef SOUND_MIXER_AGC
	BOTH(SOUND_MIXER_AGC, INOUT, s32);
#endif
#ifdef SOUND_MIXER_3DSE
	BOTH(SOUND_MIXER_3DSE, INOUT, s32);
#endif
#ifdef SOUND_MIXER_PRIVATE1
	BOTH(SOUND_MIXER_PRIVATE1, INOUT, s32);
#endif
#ifdef SOUND_MIXER_PRIVATE2
	BOTH(SOUND_MIXER_PRIVATE2, INOUT, s32);
#endif
#ifdef SOUND_MIXER_PRIVATE3
	BOTH(SOUND_MIXER_PRIVATE3, INOUT, s32);
#endif
#ifdef SOUND_MIXER_PRIVATE4
	BOTH(SOUND_MIXER_PRIVATE4, INOUT, s32);
#endif
#ifdef SOUND_MIXER_PRIVATE5
	BOTH(SOUND_MIXER_PRIVATE5, INOUT, s32);
#endif
#ifdef SNDCTL_DSP_SPEED
	BOTH(SNDCTL_DSP_SPEED, INOUT, s32);
#endif
#ifdef SNDCTL_DSP_STEREO
	BOTH(SNDCTL_DSP_STEREO, INOUT, s32);
#endif
#ifdef SNDCTL_DSP_GETBLKSIZE
	BOTH(SNDCTL_DSP_GETBLKSIZE, INOUT, s32);
#endif
#ifdef SNDCTL_DSP_SETFMT
	SHOWN(SNDCTL_DSP_SETFMT, "[AFMT_MU_LAW] => [AFMT_MU_LAW]");
#endif
#ifdef SNDCTL_DSP_CHANNELS
	BOTH(SNDCTL_DSP_CHANNELS, INOUT, s32);
#endif
#ifdef SOUND_PCM_WRITE_FILTER
	BOTH(SOUND_PCM_WRITE_FILTER, INOUT, s32);
#endif
#ifdef SNDCTL_DSP_SUBDIVIDE
	BOTH(SNDCTL_DSP_SUBDIVIDE, INOUT, s32);
#endif
#ifdef SNDCTL_DSP_SETFRAGMENT
	BOTH(SNDCTL_DSP_SETFRAGMENT, INOUT, u32_hex);
#endif
#ifdef SNDCTL_DSP_GETCHANNELMASK
	SHOWN(SNDCTL_DSP_GETCHANNELMASK, "[DSP_BIND_FRONT] => [DSP_BIND_FRONT]");
#endif
#ifdef SNDCTL_DSP_BIND_CHANNEL
	SHOWN(SNDCTL_DSP_BIND_CHANNEL, "[DSP_BIND_FRONT] => [DSP_BIND_FRONT]");
#endif
#ifdef SNDCTL_SEQ_CTRLRATE
	BOTH(SNDCTL_SEQ_CTRLRATE, INOUT, s32);
#endif
#ifdef SNDCTL_SYNTH_MEMAVL
	BOTH(SNDCTL_SYNTH_MEMAVL, INOUT, s32);
#endif
#ifdef SNDCTL_TMR_TIMEBASE
	BOTH(SNDCTL_TMR_TIMEBASE, INOUT, s32);
#endif
#ifdef SNDCTL_TMR_TEMPO
	BOTH(SNDCTL_TMR_TEMPO, INOUT, s32);
#endif
#ifdef SNDCTL_TMR_SOURCE
	SHOWN(SNDCTL_TMR_SOURCE, "[TMR_INTERNAL] => [TMR_INTERNAL]");
#endif
#ifdef SNDCTL_SYNTH_REMOVESAMPLE
	BOTH(SNDCTL_SYNTH_REMOVESAMPLE, INOUT, remove_sample);
#endif
#ifdef SNDCTL_COPR_RDATA
	R(SNDCTL_COPR_RDATA, INOUT, copr_debug_buf);
#endif
#ifdef SNDCTL_COPR_RCODE
	R(SNDCTL_COPR_RCODE, INOUT, copr_debug_buf);
#endif
#ifdef SNDCTL_COPR_RUN
	R(SNDCTL_COPR_RUN, INOUT, copr_debug_buf);
#endif
#ifdef SNDCTL_COPR_HALT
	R(SNDCTL_COPR_HALT, INOUT, copr_debug_buf);
#endif
#ifdef SNDCTL_MIDI_INFO
	R2(SNDCTL_MIDI_INFO, midi_info);
#endif
#ifdef SNDCTL_SYNTH_INFO
	R2(SNDCTL_SYNTH_INFO, synth_info);
#endif
#ifdef SNDCTL_SYNTH_ID
	R2(SNDCTL_SYNTH_ID, synth_info);
#endif
#ifdef SOUND_MIXER_GETLEVELS
	BOTH(SOUND_MIXER_GETLEVELS, INOUT, mixer_vol_table);
#endif
#ifdef SOUND_MIXER_SETLEVELS
	BOTH(SOUND_MIXER_SETLEVELS, INOUT, mixer_vol_table);
#endif
#ifdef SNDCTL_COPR_RESET
	ALONE(SNDCTL_COPR_RESET);
#endif
#ifdef SNDCTL_DSP_POST
	ALONE(SNDCTL_DSP_POST);
#endif
#ifdef SNDCTL_DSP_NONBLOCK
	ALONE(SNDCTL_DSP_NONBLOCK);
#endif
#ifdef SNDCTL_DSP_SETSYNCRO
	ALONE(SNDCTL_DSP_SETSYNCRO);
#endif
#ifdef SNDCTL_DSP_SETDUPLEX
	ALONE(SNDCTL_DSP_SETDUPLEX);
#endif
#ifdef SNDCTL_SEQ_RESET
	ALONE(SNDCTL_SEQ_RESET);
#endif
#ifdef SNDCTL_SEQ_SYNC
	ALONE(SNDCTL_SEQ_SYNC);
#endif
#ifdef SNDCTL_SEQ_PANIC
	ALONE(SNDCTL_SEQ_PANIC);
#endif
#ifdef SNDCTL_MIDI_PRETIME
	BOTH(SNDCTL_MIDI_PRETIME, INOUT, s32);
#endif
#ifdef SNDCTL_MIDI_MPUMODE
	BOTH(SNDCTL_MIDI_MPUMODE, INOUT, s32);
#endif
#ifdef SNDCTL_MIDI_MPUCMD
	BOTH(SNDCTL_MIDI_MPUCMD, INOUT, mpu_command_rec);
#endif
#ifdef SNDCTL_COPR_SENDMSG
	BOTH(SNDCTL_COPR_SENDMSG, INOUT, copr_msg);
#endif
#ifdef SNDCTL_SYNTH_CONTROL
	BOTH(SNDCTL_SYNTH_CONTROL, INOUT, synth_control);
#endif
#ifdef SNDCTL_COPR_LOAD
	R(SNDCTL_COPR_LOAD, INOUT, copr_buffer);
#endif
#ifdef SONET_SETFRAMING
	SHOWN(SONET_SETFRAMING, "[SONET_FRAME_SDH]");
#endif
#ifdef SONET_GETDIAG
	SHOWN(SONET_GETDIAG, "[SONET_INS_SBIP]");
#endif
#ifdef SONET_GETFRAMING
	SHOWN(SONET_GETFRAMING, "[SONET_FRAME_SDH]");
#endif
#ifdef SONET_GETSTAT
	BOTH(SONET_GETSTAT, OUT, sonet_stats);
#endif
#ifdef SONET_GETSTATZ
	BOTH(SONET_GETSTATZ, OUT, sonet_stats);
#endif
#ifdef SONET_SETDIAG
	SHOWN(SONET_SETDIAG, "[SONET_INS_SBIP] => [SONET_INS_SBIP]");
#endif
#ifdef SONET_CLRDIAG
	SHOWN(SONET_CLRDIAG, "[SONET_INS_SBIP] => [SONET_INS_SBIP]");
#endif
#if defined(TIOCGISO7816) && defined(SER_ISO7816_ENABLED)
	R(TIOCGISO7816, OUT, serial_iso7816);
	R(TIOCSISO7816, INOUT, serial_iso7816);
#endif
#ifdef BLKTRACESETUP2
	R2(BLKTRACESETUP2, blk_user_trace_setup2);
#endif
#if defined(IVTVFB_IOC_DMA_FRAME) && defined(__x86_64__)
	BOTH(IVTVFB_IOC_DMA_FRAME, IN, ivtvfb_dma_frame);
#endif
#ifdef OMAPFB_SYNC_GFX
	ALONE(OMAPFB_SYNC_GFX);
#endif
#ifdef OMAPFB_VSYNC
	ALONE(OMAPFB_VSYNC);
#endif
#ifdef OMAPFB_WAITFORVSYNC
	ALONE(OMAPFB_WAITFORVSYNC);
#endif
#ifdef OMAPFB_WAITFORGO
	ALONE(OMAPFB_WAITFORGO);
#endif
#ifdef OMAPFB_MIRROR
	BOTH(OMAPFB_MIRROR, IN, s32);
#endif
#ifdef OMAPFB_SET_UPDATE_MODE
	SHOWN(OMAPFB_SET_UPDATE_MODE, "[OMAPFB_AUTO_UPDATE]");
#endif
#ifdef OMAPFB_GET_UPDATE_MODE
	SHOWN(OMAPFB_GET_UPDATE_MODE, "[OMAPFB_AUTO_UPDATE]");
#endif
#ifdef OMAPFB_LCD_TEST
	BOTH(OMAPFB_LCD_TEST, IN, s32);
#endif
#ifdef OMAPFB_CTRL_TEST
	BOTH(OMAPFB_CTRL_TEST, IN, s32);
#endif
#ifdef OMAPFB_SETUP_MEM
	R(OMAPFB_SETUP_MEM, IN, omapfb_mem_info);
#endif
#ifdef OMAPFB_QUERY_MEM
	R(OMAPFB_QUERY_MEM, OUT, omapfb_mem_info);
#endif
#ifdef OMAPFB_SET_TEARSYNC
	BOTH(OMAPFB_SET_TEARSYNC, IN, omapfb_tearsync_info);
#endif
#ifdef OMAPFB_SET_COLOR_KEY
	R(OMAPFB_SET_COLOR_KEY, IN, omapfb_color_key);
#endif
#ifdef OMAPFB_GET_COLOR_KEY
	R(OMAPFB_GET_COLOR_KEY, OUT, omapfb_color_key);
#endif
#ifdef OMAPFB_UPDATE_WINDOW_OLD
	R(OMAPFB_UPDATE_WINDOW_OLD, IN, omapfb_update_window_old);
#endif
#ifdef OMAPFB_SETUP_PLANE
	R(OMAPFB_SETUP_PLANE, IN, omapfb_plane_info);
#endif
#ifdef OMAPFB_QUERY_PLANE
	R(OMAPFB_QUERY_PLANE, OUT, omapfb_plane_info);
#endif
#ifdef OMAPFB_UPDATE_WINDOW
	R(OMAPFB_UPDATE_WINDOW, IN, omapfb_update_window);
#endif
#ifdef OMAPFB_GET_CAPS
	R(OMAPFB_GET_CAPS, OUT, omapfb_caps);
#endif
#ifdef OMAPFB_GET_VRAM_INFO
	BOTH(OMAPFB_GET_VRAM_INFO, OUT, omapfb_vram_info);
#endif
#ifdef OMAPFB_GET_DISPLAY_INFO
	BOTH(OMAPFB_GET_DISPLAY_INFO, OUT, omapfb_display_info);
#endif
#ifdef OMAPFB_GET_OVERLAY_COLORMODE
	R2(OMAPFB_GET_OVERLAY_COLORMODE, omapfb_ovl_colormode);
#endif
#ifdef MATROXFB_SET_OUTPUT_CONNECTION
	SHOWN(MATROXFB_SET_OUTPUT_CONNECTION, "[MATROXFB_OUTPUT_CONN_PRIMARY]");
#endif
#if defined(MATROXFB_SET_OUTPUT_MODE) && defined(__x86_64__)
	BOTH(MATROXFB_SET_OUTPUT_MODE, IN, matroxioc_output_mode);
#endif
#ifdef MATROXFB_GET_ALL_OUTPUTS
	SHOWN(MATROXFB_GET_ALL_OUTPUTS, "[MATROXFB_OUTPUT_CONN_PRIMARY]");
#endif
#if defined(MATROXFB_GET_OUTPUT_CONNECTION) && defined(__x86_64__)
	SHOWN(MATROXFB_GET_OUTPUT_CONNECTION, "[MATROXFB_OUTPUT_CONN_PRIMARY]");
#endif
#if defined(MATROXFB_GET_AVAILABLE_OUTPUTS) && defined(__x86_64__)
	SHOWN(MATROXFB_GET_AVAILABLE_OUTPUTS, "[MATROXFB_OUTPUT_CONN_PRIMARY]");
#endif
#ifdef MATROXFB_GET_OUTPUT_MODE
	BOTH(MATROXFB_GET_OUTPUT_MODE, INOUT, matroxioc_output_mode);
#endif
#ifdef FBIO_RADEON_SET_MIRROR
	SHOWN(FBIO_RADEON_SET_MIRROR, "[ATY_RADEON_LCD_ON]");
#endif
#ifdef FBIO_RADEON_GET_MIRROR
	SHOWN(FBIO_RADEON_GET_MIRROR, "[ATY_RADEON_LCD_ON]");
#endif
#ifdef FBIO_WAITEVENT
	ALONE(FBIO_WAITEVENT);
#endif
#ifdef FBIO_GETCONTROL2
	BOTH(FBIO_GETCONTROL2, OUT, u8_hex);
#endif
#ifdef SNDCTL_DSP_SYNC
	GIVEN_AS("PCITEST_BAR or PMIC_GOTO_LP_STANDBY or SNDCTL_DSP_SYNC", SNDCTL_DSP_SYNC, 5, "5");
#endif
#ifdef IPMICTL_RECEIVE_MSG
	ipmi();
#endif
#ifdef FW_CDEV_IOC_GET_INFO
	firewire();
#endif
#ifdef PPS_FETCH
	pulses();
#endif
#ifdef MTRRIOC_GET_ENTRY
	memory_types();
#endif
#ifdef X86_IOC_RDMSR_REGS
	registers();
#endif
#ifdef HFI1_IOCTL_TID_UPDATE
	hfi();
#endif
#ifdef RDMA_VERBS_IOCTL
	verbs();
#endif
#ifdef ATM_GETESI
	atm_devices();
#endif
#ifdef BR2684_SETFILT
	atm_backends();
#endif
#ifdef GSMIOC_GETCONF_DLCI
	multiplexer();
#endif
#ifdef IOCTL_MEI_CONNECT_CLIENT
	management_engine();
#endif
#ifdef ND_IOCTL_CALL
	dimms();
#endif
#ifdef CXL_MEM_SEND_COMMAND
	cxl();
#endif
#ifdef FWCTL_RPC
	firmware_control();
#endif
#ifdef ISST_IF_IO_CMD
	speed_select();
#endif
#ifdef SWITCHTEC_IOCTL_EVENT_CTL
	pci_switch();
#endif
#ifdef USB_RAW_IOCTL_EP0_READ
	raw_gadget();
#endif
#ifdef GADGET_SET_PRINTER_STATUS
	printer();
#endif
#ifdef USBTMC_IOCTL_CTRL_REQUEST
	test_and_measurement();
#endif
#ifdef GPIB_CODE
	gpib();
#endif
#ifdef COMEDI_INSN
	comedi();
#endif
#ifdef IIO_BUFFER_GET_FD_IOCTL
	iio();
#endif
#ifdef PWM_IOCTL_ROUNDWF
	pulse_widths();
#endif
#ifdef STP_POLICY_ID_SET
	traces();
#endif
#ifdef RPMSG_CREATE_EPT_IOCTL
	processors();
#endif
#ifdef RIO_CM_CHAN_SEND
	rapid_io_messages();
#endif
#ifdef RIO_TRANSFER
	rapid_io();
#endif
#ifdef SCIF_SEND
	scif();
#endif
#ifdef I8K_SET_FAN
	dell_fans();
#endif
#ifdef DELL_WMI_SMBIOS_CMD
	dell_firmware();
#endif
#ifdef SSAM_CDEV_REQUEST
	surface();
#endif
#ifdef FASTRPC_IOCTL_INIT_CREATE
	signal_processor();
#endif
#ifdef GENWQE_READ_REG64
	work_queue_engine();
#endif
#ifdef DFL_FPGA_PORT_ERR_SET_IRQ
	feature_list();
#endif
#ifdef PCITEST_GET_IRQTYPE
	pci_endpoint();
#endif
#ifdef PHN_GETREG
	phantom();
#endif
#ifdef MMC_IOC_CMD
	memory_card();
#endif
#ifdef UDF_GETVOLIDENT
	udf();
#endif
#ifdef KCOV_REMOTE_ENABLE
	coverage();
#endif
#ifdef CCISS_PASSTHRU
	smart_array();
#endif
#ifdef I2OHRTGET
	i2o();
#endif
#ifdef SNDCTL_DSP_SETFMT
	open_sound();
#endif
#ifdef SONET_GETFRSENSE
	sonet();
#endif
#ifdef __x86_64__
	coda();
#endif
#if defined(PPSETTIME) && defined(__x86_64__)
	parallel_port();
#endif
#if defined(PPPIOCSPASS) && defined(__x86_64__)
	ppp_filters();
#endif
#ifdef OMAPFB_UPDATE_WINDOW
	omap();
#endif
#ifdef MEMREAD
	flash_memory();
#endif
	return 0;
}
