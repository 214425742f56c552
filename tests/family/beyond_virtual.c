/*
 * Requests of hypervisors, of guests and of what protects them, that the reference does not know.
 *
 * options: -e trace=ioctl
 */
#include "named.h"

/* What the headers of Xen take from others. */
typedef unsigned short domid_t;
typedef unsigned grant_ref_t;
#if __has_include(<xen/gntdev.h>)
#include <xen/gntdev.h>
#endif
#if __has_include(<linux/sev-guest.h>)
#include <linux/sev-guest.h>
#endif
#if __has_include(<linux/psp-sev.h>)
#include <linux/psp-sev.h>
#endif
#if __has_include(<linux/tdx-guest.h>)
#include <linux/tdx-guest.h>
#endif
#if __has_include(<linux/nitro_enclaves.h>)
#include <linux/nitro_enclaves.h>
#endif
#if __has_include(<linux/nsm.h>)
#include <linux/nsm.h>
#endif
#if __has_include(<linux/psp-dbc.h>)
#include <linux/psp-dbc.h>
#endif
#if __has_include(<linux/psp-sfs.h>)
#include <linux/psp-sfs.h>
#endif
#if __has_include(<linux/mshv.h>)
#include <linux/mshv.h>
#endif
#if __has_include(<linux/acrn.h>)
#include <linux/acrn.h>
#endif
#if __has_include(<linux/fsl_hypervisor.h>)
#include <linux/fsl_hypervisor.h>
#endif
#if __has_include(<xen/gntalloc.h>)
#include <xen/gntalloc.h>
#endif
#if __has_include(<linux/vm_sockets.h>)
#include <linux/vm_sockets.h>
#endif
#if __has_include(<linux/vboxguest.h>)
#include <linux/vboxguest.h>
#endif
#if __has_include(<linux/vbox_vmmdev_types.h>)
#include <linux/vbox_vmmdev_types.h>
#endif
#if __has_include(<linux/vbox_err.h>)
#include <linux/vbox_err.h>
#endif
#if __has_include(<linux/fsl_mc.h>)
#include <linux/fsl_mc.h>
#endif
#if __has_include(<linux/fsi.h>)
#include <linux/fsi.h>
#endif
#if __has_include(<xen/evtchn.h>)
#include <xen/evtchn.h>
#endif

#ifdef NE_SET_USER_MEMORY_REGION
STRUCT(ne_user_memory_region, F(flags, "NE_???_REGION", V(NE_DEFAULT_MEMORY_REGION)); N(memory_size); X(userspace_addr))
#endif
NUMBER(__u32, u32)
#ifdef DBCIOCUID
STRUCT(dbc_user_setuid, S(uid); S(signature))
#endif
#ifdef DBCIOCPARAM
STRUCT_OF(struct dbc_user_param, dbc_user_param_asked, E(msg_index, "PARAM_???"); N(param); S(signature))
STRUCT_OF(struct dbc_user_param, dbc_user_param_told, N(param); S(signature))
#endif
#ifdef DBCIOCNONCE
STRUCT_OF(struct dbc_user_nonce, dbc_user_nonce_asked, N(auth_needed); S(signature))
STRUCT_OF(struct dbc_user_nonce, dbc_user_nonce_told, S(nonce); S(signature))
#endif
#ifdef SFSIOCUPDATEPKG
STRUCT_OF(struct sfs_user_update_package, sfs_user_update_package_asked, TX(payload_name))
STRUCT_OF(struct sfs_user_update_package, sfs_user_update_package_told, X(sfs_status); X(sfs_extended_status))
#endif
#ifdef SFSIOCFWVERS
STRUCT_OF(struct sfs_user_get_fw_versions, sfs_user_get_fw_versions_asked, S(blob))
STRUCT_OF(struct sfs_user_get_fw_versions, sfs_user_get_fw_versions_told, S(blob); X(sfs_status); X(sfs_extended_status))
#endif
#ifdef MSHV_SINT_SIGNAL_EVENT
STRUCT(mshv_vtl_signal_event, X(connection_id); X(flag))
#endif
#ifdef MSHV_SINT_SET_EVENTFD
STRUCT(mshv_vtl_set_eventfd, N(fd); X(flag))
#endif
#ifdef MSHV_IRQFD
STRUCT(mshv_user_irqfd, N(fd); N(resamplefd); N(gsi); AS(flags, "1<<MSHV_IRQFD_BIT_DEASSIGN"))
#endif
#ifdef MSHV_SET_VP_REGISTERS
STRUCT(mshv_vp_registers, N(count); UNLESS_0(X, reserved); X(regs_ptr))
#endif
#ifdef MSHV_HVCALL_SETUP
STRUCT(mshv_vtl_hvcall_setup, N(bitmap_array_size); PW(allow_bitmap_ptr))
#endif
#ifdef MSHV_ADD_VTL0_MEMORY
STRUCT(mshv_vtl_ram_disposition, X(start_pfn); X(last_pfn))
#endif
#ifdef MSHV_SINT_POST_MESSAGE
STRUCT(mshv_vtl_sint_post_msg, X(message_type); X(connection_id); N(payload_size); PW(payload_ptr))
#endif
#ifdef MSHV_SET_GUEST_MEMORY
STRUCT(mshv_user_mem_region,
	N(size); X(guest_pfn); X(userspace_addr); AS(flags, "1<<MSHV_SET_MEM_BIT_WRITABLE"); UNLESS_0(S, rsvd)
)
#endif
#ifdef MSHV_IOEVENTFD
STRUCT(mshv_user_ioeventfd,
	N(datamatch); X(addr); N(len); N(fd); AS(flags, "1<<MSHV_IOEVENTFD_BIT_DATAMATCH"); UNLESS_0(S, rsvd)
)
#endif
#ifdef MSHV_RUN_VP
STRUCT(mshv_run_vp, S(msg_buf))
#endif
#ifdef MSHV_HVCALL
STRUCT(mshv_vtl_hvcall, X(control); N(input_size); PW(input_ptr); X(status); N(output_size); PW(output_ptr))
#endif
#ifdef ACRN_IOCTL_NOTIFY_REQUEST_FINISH
STRUCT(acrn_ioreq_notify, N(vmid); UNLESS_0(X, reserved); N(vcpu))
#endif
#ifdef ACRN_IOCTL_INJECT_MSI
STRUCT(acrn_msi_entry, X(msi_addr); X(msi_data))
#endif
#ifdef ACRN_IOCTL_SET_PTDEV_INTR
STRUCT(acrn_ptdev_irq,
	E(type, "ACRN_PTDEV_IRQ_???", V(ACRN_PTDEV_IRQ_MSI) V(ACRN_PTDEV_IRQ_INTX)); X(virt_bdf); X(phys_bdf);
	WITHIN(intx, N(virt_pin); N(phys_pin); N(is_pic_pin))
)
#endif
#ifdef ACRN_IOCTL_IRQFD
STRUCT(acrn_irqfd,
	N(fd); F(flags, "ACRN_IRQFD_FLAG_???", V(ACRN_IRQFD_FLAG_DEASSIGN)); WITHIN(msi, X(msi_addr); X(msi_data))
)
#endif
#ifdef ACRN_IOCTL_SET_MEMSEG
STRUCT(acrn_vm_memmap,
	E(type, "", V(ACRN_MEMMAP_MMIO)); F(attr, "", V(ACRN_MEM_ACCESS_READ)); X(user_vm_pa); X(service_vm_pa); N(len)
)
#endif
#ifdef ACRN_IOCTL_IOEVENTFD
STRUCT(acrn_ioeventfd,
	N(fd); F(flags, "ACRN_IOEVENTFD_FLAG_???", V(ACRN_IOEVENTFD_FLAG_PIO)); X(addr); N(len); UNLESS_0(X, reserved); X(data)
)
#endif
#ifdef ACRN_IOCTL_ASSIGN_PCIDEV
STRUCT(acrn_pcidev,
	F(type, "ACRN_PTDEV_???", V(ACRN_PTDEV_QUIRK_ASSIGN)); X(virt_bdf); X(phys_bdf); N(intr_line); N(intr_pin); XS(bar)
)
#endif
#ifdef ACRN_IOCTL_ASSIGN_MMIODEV
STRUCT(acrn_mmiodev, TX(name); WITHINS(res, X(user_vm_pa); X(service_vm_pa); X(size); X(mem_type)))
#endif
#ifdef ACRN_IOCTL_CREATE_VDEV
STRUCT(acrn_vdev,
	WITHIN(id, WITHIN(fields, X(vendor); X(device); X(legacy_id))); X(slot); XS(io_addr); NS(io_size); S(args)
)
#endif
#ifdef ACRN_IOCTL_SET_VCPU_REGS
STRUCT(acrn_vcpu_regs,
	N(vcpu_id); UNLESS_0(XS, reserved);
	WITHIN(vcpu_regs, WITHIN(gprs, X(rax); X(rcx); X(rdx); X(rbx); X(rsp); X(rbp); X(rsi); X(rdi); X(r8); X(r9); X(r10); X(r11); X(r12); X(r13); X(r14); X(r15)); WITHIN(gdt, N(limit); X(base); UNLESS_0(XS, reserved)); WITHIN(idt, N(limit); X(base); UNLESS_0(XS, reserved)); X(rip); X(cs_base); X(cr0); X(cr4); X(cr3); X(ia32_efer); X(rflags); UNLESS_0(XS, reserved_64); X(cs_ar); X(cs_limit); UNLESS_0(XS, reserved_32); X(cs_sel); X(ss_sel); X(ds_sel); X(es_sel); X(fs_sel); X(gs_sel); X(ldt_sel); X(tr_sel))
)
#endif
static void show_u64_hex(const __u64 *p) { put("["), put_hex(sizeof(*p), *p), put("]"); }
#ifdef FSL_HV_IOCTL_PARTITION_RESTART
STRUCT_OF(struct fsl_hv_ioctl_restart, fsl_hv_ioctl_restart_asked, N(partition))
STRUCT_OF(struct fsl_hv_ioctl_restart, fsl_hv_ioctl_restart_told, N(ret))
#endif
#ifdef FSL_HV_IOCTL_PARTITION_STOP
STRUCT_OF(struct fsl_hv_ioctl_stop, fsl_hv_ioctl_stop_asked, N(partition))
STRUCT_OF(struct fsl_hv_ioctl_stop, fsl_hv_ioctl_stop_told, N(ret))
#endif
#ifdef FSL_HV_IOCTL_DOORBELL
STRUCT_OF(struct fsl_hv_ioctl_doorbell, fsl_hv_ioctl_doorbell_asked, N(doorbell))
STRUCT_OF(struct fsl_hv_ioctl_doorbell, fsl_hv_ioctl_doorbell_told, N(ret))
#endif
#ifdef FSL_HV_IOCTL_PARTITION_GET_STATUS
STRUCT_OF(struct fsl_hv_ioctl_status, fsl_hv_ioctl_status_asked, N(partition))
STRUCT_OF(struct fsl_hv_ioctl_status, fsl_hv_ioctl_status_told, N(ret); N(status))
#endif
#ifdef FSL_HV_IOCTL_PARTITION_START
STRUCT_OF(struct fsl_hv_ioctl_start, fsl_hv_ioctl_start_asked, N(partition); X(entry_point); N(load))
STRUCT_OF(struct fsl_hv_ioctl_start, fsl_hv_ioctl_start_told, N(ret))
#endif
#ifdef FSL_HV_IOCTL_MEMCPY
STRUCT_OF(struct fsl_hv_ioctl_memcpy, fsl_hv_ioctl_memcpy_asked,
	N(source); N(target); UNLESS_0(X, reserved); X(local_vaddr); X(remote_paddr); N(count)
)
STRUCT_OF(struct fsl_hv_ioctl_memcpy, fsl_hv_ioctl_memcpy_told, N(ret))
#endif
#ifdef IOCTL_GNTALLOC_SET_UNMAP_NOTIFY
STRUCT(ioctl_gntalloc_unmap_notify,
	X(index); F(action, "UNMAP_NOTIFY_???", V(UNMAP_NOTIFY_CLEAR_BYTE)); N(event_channel_port)
)
#endif
#ifdef FSL_MC_SEND_MC_COMMAND
STRUCT(fsl_mc_command, X(header); XS(params))
#endif
#ifdef IOCTL_GNTDEV_UNMAP_GRANT_REF
STRUCT(ioctl_gntdev_unmap_grant_ref, X(index); N(count); UNLESS_0(X, pad))
#endif
#ifdef IOCTL_GNTDEV_GET_OFFSET_FOR_VADDR
STRUCT_OF(struct ioctl_gntdev_get_offset_for_vaddr, ioctl_gntdev_get_offset_for_vaddr_asked, X(vaddr))
STRUCT_OF(struct ioctl_gntdev_get_offset_for_vaddr, ioctl_gntdev_get_offset_for_vaddr_told,
	X(offset); N(count); UNLESS_0(X, pad)
)
#endif
#ifdef IOCTL_GNTDEV_SET_MAX_GRANTS
STRUCT(ioctl_gntdev_set_max_grants, N(count))
#endif
#ifdef IOCTL_GNTDEV_GRANT_COPY
STRUCT(ioctl_gntdev_grant_copy, N(count); P(segments))
#endif
#ifdef IOCTL_GNTDEV_DMABUF_EXP_WAIT_RELEASED
STRUCT(ioctl_gntdev_dmabuf_exp_wait_released, N(fd); N(wait_to_ms))
#endif
#ifdef IOCTL_GNTDEV_DMABUF_IMP_RELEASE
STRUCT(ioctl_gntdev_dmabuf_imp_release, N(fd); UNLESS_0(X, reserved))
#endif
#ifdef IOCTL_GNTALLOC_DEALLOC_GREF
STRUCT(ioctl_gntalloc_dealloc_gref, X(index); N(count))
#endif
#ifdef IOCTL_EVTCHN_BIND_VIRQ
STRUCT(ioctl_evtchn_bind_virq, N(virq))
#endif
#ifdef IOCTL_EVTCHN_BIND_INTERDOMAIN
STRUCT(ioctl_evtchn_bind_interdomain, N(remote_domain); N(remote_port))
#endif
#ifdef IOCTL_EVTCHN_BIND_UNBOUND_PORT
STRUCT(ioctl_evtchn_bind_unbound_port, N(remote_domain))
#endif
#ifdef IOCTL_EVTCHN_UNBIND
STRUCT(ioctl_evtchn_unbind, N(port))
#endif
#ifdef IOCTL_EVTCHN_NOTIFY
STRUCT(ioctl_evtchn_notify, N(port))
#endif
#ifdef IOCTL_EVTCHN_RESTRICT_DOMID
STRUCT(ioctl_evtchn_restrict_domid, N(domid))
#endif
#ifdef IOCTL_EVTCHN_BIND_STATIC
STRUCT(ioctl_evtchn_bind, N(port))
#endif

#ifdef SEV_ISSUE_CMD
static void secure_processor(void)
{
	AT(struct sev_issue_cmd) = (struct sev_issue_cmd){.cmd = SEV_PLATFORM_STATUS, .data = 0x10000800, .error = SEV_RET_INVALID_LEN};
	*(struct sev_user_data_status *)(arena + 0x800) = (struct sev_user_data_status){.api_major = 1, .api_minor = 55, .state = 2, .flags = SEV_STATUS_FLAGS_CONFIG_ES | 1, .build = 21, .guest_count = 3};
	MADE(SEV_ISSUE_CMD, "{cmd=SEV_PLATFORM_STATUS, data=0x10000800} => {data={api_major=1, api_minor=55, state=2, flags=SEV_STATUS_FLAGS_CONFIG_ES|0x1, build=21, guest_count=3}, "
	     "error=SEV_RET_INVALID_LEN}");
	AT(struct sev_issue_cmd) = (struct sev_issue_cmd){.cmd = SEV_PEK_CERT_IMPORT, .data = 0x10000800};
	*(struct sev_user_data_pek_cert_import *)(arena + 0x800) = (struct sev_user_data_pek_cert_import){.pek_cert_address = 0x10000900, .pek_cert_len = 2, .oca_cert_address = 0, .oca_cert_len = 9};
	memcpy(arena + 0x900, "\x01\xff", 2);
	MADE(SEV_ISSUE_CMD, "{cmd=SEV_PEK_CERT_IMPORT, data={pek_cert_address=\"\\x01\\xff\", pek_cert_len=2, oca_cert_address=NULL, oca_cert_len=9}} => {error=SEV_RET_SUCCESS}");
	AT(struct sev_issue_cmd) = (struct sev_issue_cmd){.cmd = SEV_PEK_CSR, .data = 0x10000800};
	*(struct sev_user_data_pek_csr *)(arena + 0x800) = (struct sev_user_data_pek_csr){.address = 0x10000900, .length = 2};
	memcpy(arena + 0x900, "\x01\xff", 2);
	MADE(SEV_ISSUE_CMD, "{cmd=SEV_PEK_CSR, data={address=0x10000900, length=2}} => {data={address=\"\\x01\\xff\", length=2}, error=SEV_RET_SUCCESS}");
	((struct sev_issue_cmd *)arena)->cmd = SEV_GET_ID2;
	MADE(SEV_ISSUE_CMD, "{cmd=SEV_GET_ID2, data={address=0x10000900, length=2}} => {data={address=\"\\x01\\xff\", length=2}, error=SEV_RET_SUCCESS}");
	AT(struct sev_issue_cmd) = (struct sev_issue_cmd){.cmd = SEV_PDH_CERT_EXPORT, .data = 0x10000800};
	*(struct sev_user_data_pdh_cert_export *)(arena + 0x800) = (struct sev_user_data_pdh_cert_export){.pdh_cert_address = 0x10000900, .pdh_cert_len = 2, .cert_chain_address = 0x10000901, .cert_chain_len = 1};
	memcpy(arena + 0x900, "\x01\xff", 2);
	MADE(SEV_ISSUE_CMD, "{cmd=SEV_PDH_CERT_EXPORT, data={pdh_cert_address=0x10000900, pdh_cert_len=2, cert_chain_address=0x10000901, cert_chain_len=1}} => "
	     "{data={pdh_cert_address=\"\\x01\\xff\", pdh_cert_len=2, cert_chain_address=\"\\xff\", cert_chain_len=1}, error=SEV_RET_SUCCESS}");
	AT(struct sev_issue_cmd) = (struct sev_issue_cmd){.cmd = SEV_GET_ID, .data = 0x10000800};
	memset(arena + 0x800, 1, 64), memset(arena + 0x840, 2, 64);
#define SEV_TEN(n) n n n n n n n n n n
#define SEV_32(n) "\"" SEV_TEN(n) SEV_TEN(n) SEV_TEN(n) n n "\"..."
	MADE(SEV_ISSUE_CMD, "{cmd=SEV_GET_ID, data=0x10000800} => {data={socket1=" SEV_32("\\x01") ", socket2=" SEV_32("\\x02") "}, error=SEV_RET_SUCCESS}");
	AT(struct sev_issue_cmd).cmd = SEV_PDH_GEN;
	MADE(SEV_ISSUE_CMD, "{cmd=SEV_PDH_GEN} => {error=SEV_RET_SUCCESS}");
}
#endif
#if defined(SEV_ISSUE_CMD) && defined(SNP_GET_REPORT)
static void secure_nested_paging(void)
{
	/* The later commands, by number: a header may not have them yet. */
	unsigned char *d = (unsigned char *)arena + 0x800;

	AT(struct sev_issue_cmd) = (struct sev_issue_cmd){.cmd = 9, .data = 0x10000800};
	memcpy(d, (unsigned char[]){1, 55, 2, 1, 21, 0, 0, 0, 0x15, 0, 0, 0, 3, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, 0x20}, 25);
	MADE(SEV_ISSUE_CMD, "{cmd=SNP_PLATFORM_STATUS, data=0x10000800} => {data={api_major=1, api_minor=55, state=2, is_rmp_initialized=1, build_id=21, mask_chip_id=1, mask_chip_key=0, vlek_en=1, "
	     "feature_info=0, rapl_dis=1, ciphertext_hiding_cap=0, ciphertext_hiding_en=0, guest_count=3, current_tcb_version=0x10, reported_tcb_version=0x20}, error=SEV_RET_SUCCESS}");
	AT(struct sev_issue_cmd) = (struct sev_issue_cmd){.cmd = 11, .data = 0x10000800};
	d[0] = 0x10, d[8] = 2;
	MADE(SEV_ISSUE_CMD, "{cmd=SNP_SET_CONFIG, data={reported_tcb=0x10, mask_chip_id=0, mask_chip_key=1}} => {error=SEV_RET_SUCCESS}");
	AT(struct sev_issue_cmd) = (struct sev_issue_cmd){.cmd = 12, .data = 0x10000800};
	d[0] = 16, d[4] = 1, d[9] = 0x19, d[11] = 0x10;
	memset(arena + 0x1900, 3, 432);
	MADE(SEV_ISSUE_CMD, "{cmd=SNP_VLEK_LOAD, data={len=16, vlek_wrapped_version=1, vlek_wrapped_address=" SEV_32("\\x03") "}} => {error=SEV_RET_SUCCESS}");
}
#endif
#ifdef SNP_GET_REPORT
static void attestation(void)
{
	AT(struct snp_guest_request_ioctl) = (struct snp_guest_request_ioctl){.msg_version = 1, .req_data = 0x10000800, .resp_data = 0x10000900, .exitinfo2 = 1ULL << 32};
	*(struct snp_derived_key_req *)(arena + 0x800) = (struct snp_derived_key_req){.root_key_select = 1, .guest_field_select = 0x3f, .vmpl = 2, .guest_svn = 3, .tcb_version = 4};
	MADE(SNP_GET_DERIVED_KEY, "{msg_version=1, req_data={root_key_select=0x1, guest_field_select=0x3f, vmpl=2, guest_svn=3, tcb_version=0x4}} => "
	     "{resp_data={data=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"...}, "
	     "fw_error=SEV_RET_SUCCESS, vmm_error=SNP_GUEST_VMM_ERR_INVALID_LEN}");
	AT(struct snp_guest_request_ioctl) = (struct snp_guest_request_ioctl){.msg_version = 1, .req_data = 0x10000800, .exitinfo2 = 2ULL << 32 | 0x16};
	memset(arena + 0x800, 7, 64), arena[0x840] = 3;
#define SNP_REQUEST "{user_data=\"\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\"..., vmpl=3}"
	MADE(SNP_GET_REPORT, "{msg_version=1, req_data=" SNP_REQUEST "} => {resp_data=NULL, fw_error=SEV_RET_INVALID_PARAM, vmm_error=SNP_GUEST_VMM_ERR_BUSY}");
	((struct snp_ext_report_req *)(arena + 0x800))->certs_address = 0x7000;
	((struct snp_ext_report_req *)(arena + 0x800))->certs_len = 4096;
	MADE(SNP_GET_EXT_REPORT, "{msg_version=1, req_data={data=" SNP_REQUEST ", certs_address=0x7000, certs_len=4096}} => "
	     "{resp_data=NULL, fw_error=SEV_RET_INVALID_PARAM, vmm_error=SNP_GUEST_VMM_ERR_BUSY}");
}
#endif

#ifdef TDX_CMD_GET_REPORT0
static void trust_domain(void)
{
	memset(&AT(struct tdx_report_req), 7, 64);
	MADE(TDX_CMD_GET_REPORT0, "{reportdata=\"\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\\x07\"...} => "
	     "{tdreport=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"...}");
}
#endif

#ifdef NE_START_ENCLAVE
static void enclaves(void)
{
	AT(unsigned long long) = 77;
	reply(SYS_ioctl, 5, -1, NE_CREATE_VM, arena);
	expect_call("ioctl(-1, NE_CREATE_VM, [77])", "5");
	AT(struct ne_image_load_info) = (struct ne_image_load_info){.flags = NE_EIF_IMAGE, .memory_offset = 0x800000};
	MADE(NE_GET_IMAGE_LOAD_INFO, "{flags=NE_EIF_IMAGE} => {memory_offset=0x800000}");
	AT(struct ne_enclave_start_info) = (struct ne_enclave_start_info){.flags = NE_ENCLAVE_DEBUG_MODE, .enclave_cid = 16};
	MADE(NE_START_ENCLAVE, "{flags=NE_ENCLAVE_DEBUG_MODE, enclave_cid=16} => {enclave_cid=16}");
}
#endif

#ifdef NSM_IOCTL_RAW
static void nitro_module(void)
{
	AT(struct nsm_raw) = (struct nsm_raw){.request = {0x10000800, 2}, .response = {0x10000900, 1}};
	memcpy(arena + 0x800, "\x01\xff", 2);
	arena[0x900] = 7;
	MADE(NSM_IOCTL_RAW, "{request={addr=\"\\x01\\xff\", len=2}, response={addr=0x10000900, len=1}} => {request={addr=\"\\x01\\xff\", len=2}, response={addr=\"\\x07\", len=1}}");
}
#endif

#ifdef MSHV_CREATE_PARTITION
static void partitions(void)
{
	AT(struct mshv_create_partition) = (struct mshv_create_partition){.pt_flags = 1 << MSHV_PT_BIT_LAPIC | 1 << MSHV_PT_BIT_SMT_ENABLED_GUEST, .pt_isolation = MSHV_PT_ISOLATION_NONE};
	reply(SYS_ioctl, 6, -1, MSHV_CREATE_PARTITION, arena);
	expect_call("ioctl(-1, MSHV_CREATE_PARTITION, {pt_flags=1<<MSHV_PT_BIT_LAPIC|1<<MSHV_PT_BIT_SMT_ENABLED_GUEST, pt_isolation=MSHV_PT_ISOLATION_NONE})", "6");
	AT(struct mshv_create_vp).vp_index = 2;
	reply(SYS_ioctl, 7, -1, MSHV_CREATE_VP, arena);
	expect_call("ioctl(-1, MSHV_CREATE_VP, {vp_index=2})", "7");
	reply(SYS_ioctl, 8, -1, MSHV_CREATE_VTL, arena);
	expect_call("ioctl(-1, MSHV_CREATE_VTL)", "8");
	struct mshv_user_irq_table *t = &AT(struct mshv_user_irq_table);
	t->nr = 2;
	t->entries[1] = (struct mshv_user_irq_entry){.gsi = 3, .address_lo = 0xfee00000, .data = 0x41};
	MADE(MSHV_SET_MSI_ROUTING, "{nr=2, entries=[{gsi=0, address_lo=0, address_hi=0, data=0}, {gsi=3, address_lo=0xfee00000, address_hi=0, data=0x41}]}");
	AT(struct mshv_get_set_vp_state) = (struct mshv_get_set_vp_state){.type = MSHV_VP_STATE_XSAVE, .buf_sz = 2, .buf_ptr = 0x10000800};
	memcpy(arena + 0x800, "\x01\xff", 2);
	MADE(MSHV_SET_VP_STATE, "{type=MSHV_VP_STATE_XSAVE, buf_sz=2, buf_ptr=\"\\x01\\xff\"} => {buf_sz=2}");
	MADE(MSHV_GET_VP_STATE, "{type=MSHV_VP_STATE_XSAVE, buf_sz=2, buf_ptr=0x10000800} => {buf_sz=2, buf_ptr=\"\\x01\\xff\"}");
	AT(struct mshv_root_hvcall) = (struct mshv_root_hvcall){.code = 0x5c, .reps = 1, .in_sz = 2, .out_sz = 1, .in_ptr = 0x10000800, .out_ptr = 0x10000900};
	memcpy(arena + 0x800, "\x01\xff", 2);
	arena[0x900] = 7;
	MADE(MSHV_ROOT_HVCALL, "{code=0x5c, reps=1, in_sz=2, out_sz=1, in_ptr=\"\\x01\\xff\", out_ptr=0x10000900} => {reps=1, status=0, out_ptr=\"\\x07\"}");
	AT(struct mshv_gpap_access_bitmap) = (struct mshv_gpap_access_bitmap){.access_type = MSHV_GPAP_ACCESS_TYPE_DIRTY, .access_op = MSHV_GPAP_ACCESS_OP_CLEAR, .page_count = 9, .gpap_base = 0x1000, .bitmap_ptr = 0x10000800};
	memcpy(arena + 0x800, "\x01\xff", 2);
	MADE(MSHV_GET_GPAP_ACCESS_BITMAP, "{access_type=MSHV_GPAP_ACCESS_TYPE_DIRTY, access_op=MSHV_GPAP_ACCESS_OP_CLEAR, page_count=9, gpap_base=0x1000, bitmap_ptr=0x10000800} => "
	     "{page_count=9, bitmap_ptr=\"\\x01\\xff\"}");
	*(unsigned *)arena = MSHV_CAP_DR6_SHARED;
	MADE(MSHV_CHECK_EXTENSION, "[MSHV_CAP_DR6_SHARED]");
}
#endif

#ifdef ACRN_IOCTL_CREATE_VM
static void acrn(void)
{
	AT(struct acrn_vm_creation) = (struct acrn_vm_creation){.vmid = 1, .vcpu_num = 2, .vm_flag = 4, .ioreq_buf = 0x1000, .cpu_affinity = 3};
	MADE(ACRN_IOCTL_CREATE_VM, "{vmid=1, vcpu_num=2, uuid=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\", vm_flag=0x4, ioreq_buf=0x1000, "
	     "cpu_affinity=0x3} => {vmid=1, vcpu_num=2}");
	AT(struct acrn_vm_memmap) = (struct acrn_vm_memmap){.type = ACRN_MEMMAP_RAM, .attr = ACRN_MEM_ACCESS_RWX | ACRN_MEM_TYPE_WB, .user_vm_pa = 0x100000, .vma_base = 0x7000, .len = 4096};
	MADE(ACRN_IOCTL_SET_MEMSEG, "{type=ACRN_MEMMAP_RAM, attr=ACRN_MEM_ACCESS_RWX|ACRN_MEM_TYPE_WB, user_vm_pa=0x100000, vma_base=0x7000, len=4096}");
	given(ACRN_IOCTL_VM_INTR_MONITOR, 0, "ACRN_IOCTL_VM_INTR_MONITOR", "NULL");
	given(ACRN_IOCTL_VM_INTR_MONITOR, 0x7000, "ACRN_IOCTL_VM_INTR_MONITOR", "0x7000");
}
#endif

#ifdef FSL_HV_IOCTL_GETPROP
static void freescale(void)
{
	AT(struct fsl_hv_ioctl_prop) = (struct fsl_hv_ioctl_prop){.handle = 1, .path = 0x10000800, .propname = 0x10000900, .propval = 0x10000a00, .proplen = 2};
	strcpy(arena + 0x800, "/cpus");
	strcpy(arena + 0x900, "reg");
	memcpy(arena + 0xa00, "\x01\xff", 2);
	MADE(FSL_HV_IOCTL_GETPROP, "{handle=1, path=\"/cpus\", propname=\"reg\", propval=0x10000a00, proplen=2} => "
	     "{ret=0, propval=\"\\x01\\xff\", proplen=2}");
	MADE(FSL_HV_IOCTL_SETPROP, "{handle=1, path=\"/cpus\", propname=\"reg\", propval=\"\\x01\\xff\", proplen=2} => "
	     "{ret=0, proplen=2}");
}
#endif

#ifdef IOCTL_VM_SOCKETS_GET_LOCAL_CID
static void virtual_sockets(void)
{
	*(unsigned *)arena = VMADDR_CID_HOST;
	MADE(IOCTL_VM_SOCKETS_GET_LOCAL_CID, "[VMADDR_CID_HOST]");
	*(unsigned *)arena = 52;
	MADE(IOCTL_VM_SOCKETS_GET_LOCAL_CID, "[0x34]");
}
#endif

#ifdef VBG_IOCTL_DRIVER_VERSION_INFO
static struct vbg_ioctl_hdr vbox_header(unsigned size)
{
	return (struct vbg_ioctl_hdr){.size_in = size, .version = VBG_IOCTL_HDR_VERSION, .type = VBG_IOCTL_HDR_TYPE_DEFAULT, .rc = VERR_INTERRUPTED, .size_out = size};
}

#define VBOX_HEADER(size) "hdr={size_in=" #size ", version=0x10001, type=VBG_IOCTL_HDR_TYPE_DEFAULT, rc=VERR_INTERRUPTED, size_out=" #size "}"
#define VBOX_DONE "hdr={rc=VERR_INTERRUPTED}"

static void vbox(void)
{
	struct vbg_ioctl_driver_version_info *v = &AT(struct vbg_ioctl_driver_version_info);
	v->hdr = vbox_header(44);
	v->u.out.session_version = 0x10000, v->u.out.driver_version = 0x10001, v->u.out.driver_revision = 0, v->u.out.reserved1 = 0, v->u.out.reserved2 = 9;
	MADE(VBG_IOCTL_DRIVER_VERSION_INFO, "{" VBOX_HEADER(44) ", u.in={req_version=0x10000, min_version=0x10001}} => "
	     "{" VBOX_DONE ", u.out={session_version=0x10000, driver_version=0x10001, driver_revision=0, reserved2=0x9}}");
	struct vbg_ioctl_hgcm_connect *c = &AT(struct vbg_ioctl_hgcm_connect);
	c->hdr = vbox_header(156);
	c->u.in.loc.type = VMMDEV_HGCM_LOC_LOCALHOST_EXISTING;
	strcpy((char *)&c->u.in.loc.u, "VBoxSharedFolders");
	MADE(VBG_IOCTL_HGCM_CONNECT, "{" VBOX_HEADER(156) ", u.in={loc={type=VMMDEV_HGCM_LOC_LOCALHOST_EXISTING, service_name=\"VBoxSharedFolders\"}}} => {" VBOX_DONE ", u.out={client_id=2}}");
	struct vbg_ioctl_hgcm_disconnect *d = &AT(struct vbg_ioctl_hgcm_disconnect);
	d->hdr = vbox_header(28);
	d->u.in.client_id = 7;
	MADE(VBG_IOCTL_HGCM_DISCONNECT, "{" VBOX_HEADER(28) ", u.in={client_id=7}} => {" VBOX_DONE "}");
	struct vbg_ioctl_wait_for_events *w = &AT(struct vbg_ioctl_wait_for_events);
	w->hdr = vbox_header(32);
	w->u.in.timeout_ms = 66, w->u.in.events = 2;
	MADE(VBG_IOCTL_WAIT_FOR_EVENTS, "{" VBOX_HEADER(32) ", u.in={timeout_ms=66, events=0x2}} => {" VBOX_DONE ", u.out={events=0x42}}");
	AT(struct vbg_ioctl_hdr) = vbox_header(24);
	MADE(VBG_IOCTL_INTERRUPT_ALL_WAIT_FOR_EVENTS, "{size_in=24, version=0x10001, type=VBG_IOCTL_HDR_TYPE_DEFAULT, rc=VERR_INTERRUPTED, size_out=24} => {rc=VERR_INTERRUPTED}");
	struct vbg_ioctl_change_filter *f = &AT(struct vbg_ioctl_change_filter);
	f->hdr = vbox_header(32);
	f->u.in.not_mask = 2;
	MADE(VBG_IOCTL_CHANGE_FILTER_MASK, "{" VBOX_HEADER(32) ", u.in={or_mask=0, not_mask=0x2}} => {" VBOX_DONE "}");
	struct vbg_ioctl_acquire_guest_caps *a = &AT(struct vbg_ioctl_acquire_guest_caps);
	a->hdr = vbox_header(36);
	a->u.in.flags = VBGL_IOC_AGC_FLAGS_CONFIG_ACQUIRE_MODE, a->u.in.or_mask = 1;
	MADE(VBG_IOCTL_ACQUIRE_GUEST_CAPABILITIES, "{" VBOX_HEADER(36) ", u.in={flags=VBGL_IOC_AGC_FLAGS_CONFIG_ACQUIRE_MODE, or_mask=0x1, not_mask=0}} => {" VBOX_DONE "}");
	struct vbg_ioctl_set_guest_caps *s = &AT(struct vbg_ioctl_set_guest_caps);
	s->hdr = vbox_header(32);
	s->u.in.not_mask = 4;
	MADE(VBG_IOCTL_CHANGE_GUEST_CAPABILITIES, "{" VBOX_HEADER(32) ", u.in={or_mask=0, not_mask=0x4}} => {" VBOX_DONE ", u.out={session_caps=0, global_caps=0x4}}");
	struct vbg_ioctl_check_balloon *b = &AT(struct vbg_ioctl_check_balloon);
	b->hdr = vbox_header(24), b->hdr.size_out = 32;
	b->u.out.balloon_chunks = 3, b->u.out.handle_in_r3 = 1;
	MADE(VBG_IOCTL_CHECK_BALLOON, "{hdr={size_in=24, version=0x10001, type=VBG_IOCTL_HDR_TYPE_DEFAULT, rc=VERR_INTERRUPTED, size_out=32}} => {" VBOX_DONE ", u.out={balloon_chunks=3, handle_in_r3=1}}");
	struct vbg_ioctl_write_coredump *o = &AT(struct vbg_ioctl_write_coredump);
	o->hdr = vbox_header(28);
	MADE(VBG_IOCTL_WRITE_CORE_DUMP, "{" VBOX_HEADER(28) ", u.in={flags=0}} => {" VBOX_DONE "}");
}
#endif

#ifdef FSI_SCOM_READ
static void service_interface(void)
{
	AT(struct scom_access) = (struct scom_access){.addr = 0x1000, .data = 0xff, .mask = 0xf0, .intf_errors = SCOM_INTF_ERR_ABORT | SCOM_INTF_ERR_UNKNOWN, .pib_status = SCOM_PIB_TIMEOUT};
	MADE(FSI_SCOM_READ, "{addr=0x1000} => {data=0xff, intf_errors=SCOM_INTF_ERR_ABORT|SCOM_INTF_ERR_UNKNOWN, pib_status=SCOM_PIB_TIMEOUT}");
	MADE(FSI_SCOM_WRITE, "{addr=0x1000, data=0xff, mask=0xf0} => {intf_errors=SCOM_INTF_ERR_ABORT|SCOM_INTF_ERR_UNKNOWN, pib_status=SCOM_PIB_TIMEOUT}");
}
#endif

#ifdef IOCTL_GNTDEV_MAP_GRANT_REF
static void xen_grants(void)
{
	struct ioctl_gntdev_map_grant_ref *m = &AT(struct ioctl_gntdev_map_grant_ref);

	m->count = 2, m->index = 0x1000, m->refs[0].domid = 1, m->refs[0].ref = 8, (&m->refs[0])[1].domid = 1, (&m->refs[0])[1].ref = 9;
	MADE(IOCTL_GNTDEV_MAP_GRANT_REF, "{count=2, refs=[{domid=1, ref=8}, {domid=1, ref=9}]} => {index=0x1000}");
#ifdef IOCTL_GNTDEV_DMABUF_EXP_FROM_REFS
	struct ioctl_gntdev_dmabuf_exp_from_refs *e = &AT(struct ioctl_gntdev_dmabuf_exp_from_refs);
	e->flags = GNTDEV_DMA_FLAG_WC | GNTDEV_DMA_FLAG_COHERENT, e->count = 1, e->fd = -1, e->domid = 3, e->refs[0] = 7;
	MADE(IOCTL_GNTDEV_DMABUF_EXP_FROM_REFS, "{flags=GNTDEV_DMA_FLAG_WC|GNTDEV_DMA_FLAG_COHERENT, count=1, domid=3, refs=[7]} => {fd=-1}");
	struct ioctl_gntdev_dmabuf_imp_to_refs *i = &AT(struct ioctl_gntdev_dmabuf_imp_to_refs);
	i->fd = -1, i->count = 1, i->domid = 3, i->refs[0] = 7;
	MADE(IOCTL_GNTDEV_DMABUF_IMP_TO_REFS, "{fd=-1, count=1, domid=3} => {refs=[7]}");
#endif
}
#endif

#ifdef IOCTL_GNTALLOC_ALLOC_GREF
static void xen_allocations(void)
{
	struct ioctl_gntalloc_alloc_gref *a = &AT(struct ioctl_gntalloc_alloc_gref);

	a->domid = 1, a->flags = GNTALLOC_FLAG_WRITABLE, a->count = 1, a->index = 0x2000;
	*(unsigned *)(arena + 16) = 9;
	MADE(IOCTL_GNTALLOC_ALLOC_GREF, "{domid=1, flags=GNTALLOC_FLAG_WRITABLE, count=1} => {index=0x2000, gref_ids=[9]}");
}
#endif

int main(void)
{
	family_start();
	fill(arena, 0x6000, ONE);
#ifdef NE_SET_USER_MEMORY_REGION
	R(NE_SET_USER_MEMORY_REGION, IN, ne_user_memory_region);
#endif
#ifdef NE_ADD_VCPU
	BOTH(NE_ADD_VCPU, INOUT, u32);
#endif
#ifdef DBCIOCUID
	BOTH(DBCIOCUID, IN, dbc_user_setuid);
#endif
#ifdef DBCIOCPARAM
	R2(DBCIOCPARAM, dbc_user_param);
#endif
#ifdef DBCIOCNONCE
	R2(DBCIOCNONCE, dbc_user_nonce);
#endif
#ifdef SFSIOCUPDATEPKG
	R2(SFSIOCUPDATEPKG, sfs_user_update_package);
#endif
#ifdef SFSIOCFWVERS
	R2(SFSIOCFWVERS, sfs_user_get_fw_versions);
#endif
#ifdef MSHV_INITIALIZE_PARTITION
	ALONE(MSHV_INITIALIZE_PARTITION);
#endif
#ifdef MSHV_RETURN_TO_LOWER_VTL
	ALONE(MSHV_RETURN_TO_LOWER_VTL);
#endif
#ifdef MSHV_CHECK_EXTENSION
	SHOWN(MSHV_CHECK_EXTENSION, "[MSHV_CAP_REGISTER_PAGE]");
#endif
#ifdef MSHV_SINT_SIGNAL_EVENT
	BOTH(MSHV_SINT_SIGNAL_EVENT, IN, mshv_vtl_signal_event);
#endif
#ifdef MSHV_SINT_SET_EVENTFD
	BOTH(MSHV_SINT_SET_EVENTFD, IN, mshv_vtl_set_eventfd);
#endif
#ifdef MSHV_IRQFD
	R(MSHV_IRQFD, IN, mshv_user_irqfd);
#endif
#ifdef MSHV_SET_VP_REGISTERS
	BOTH(MSHV_SET_VP_REGISTERS, IN, mshv_vp_registers);
#endif
#ifdef MSHV_HVCALL_SETUP
	BOTH(MSHV_HVCALL_SETUP, IN, mshv_vtl_hvcall_setup);
#endif
#ifdef MSHV_ADD_VTL0_MEMORY
	BOTH(MSHV_ADD_VTL0_MEMORY, IN, mshv_vtl_ram_disposition);
#endif
#ifdef MSHV_SINT_POST_MESSAGE
	BOTH(MSHV_SINT_POST_MESSAGE, IN, mshv_vtl_sint_post_msg);
#endif
#ifdef MSHV_SET_GUEST_MEMORY
	R(MSHV_SET_GUEST_MEMORY, IN, mshv_user_mem_region);
#endif
#ifdef MSHV_IOEVENTFD
	R(MSHV_IOEVENTFD, IN, mshv_user_ioeventfd);
#endif
#ifdef MSHV_RUN_VP
	BOTH(MSHV_RUN_VP, OUT, mshv_run_vp);
#endif
#ifdef MSHV_GET_VP_REGISTERS
	BOTH(MSHV_GET_VP_REGISTERS, INOUT, mshv_vp_registers);
#endif
#ifdef MSHV_HVCALL
	BOTH(MSHV_HVCALL, INOUT, mshv_vtl_hvcall);
#endif
#ifdef ACRN_IOCTL_DESTROY_VM
	ALONE(ACRN_IOCTL_DESTROY_VM);
#endif
#ifdef ACRN_IOCTL_START_VM
	ALONE(ACRN_IOCTL_START_VM);
#endif
#ifdef ACRN_IOCTL_PAUSE_VM
	ALONE(ACRN_IOCTL_PAUSE_VM);
#endif
#ifdef ACRN_IOCTL_RESET_VM
	ALONE(ACRN_IOCTL_RESET_VM);
#endif
#ifdef ACRN_IOCTL_CREATE_IOREQ_CLIENT
	ALONE(ACRN_IOCTL_CREATE_IOREQ_CLIENT);
#endif
#ifdef ACRN_IOCTL_ATTACH_IOREQ_CLIENT
	ALONE(ACRN_IOCTL_ATTACH_IOREQ_CLIENT);
#endif
#ifdef ACRN_IOCTL_DESTROY_IOREQ_CLIENT
	ALONE(ACRN_IOCTL_DESTROY_IOREQ_CLIENT);
#endif
#ifdef ACRN_IOCTL_CLEAR_VM_IOREQ
	ALONE(ACRN_IOCTL_CLEAR_VM_IOREQ);
#endif
#ifdef ACRN_IOCTL_SET_IRQLINE
	GIVEN(ACRN_IOCTL_SET_IRQLINE, 0x55, "0x55");
#endif
#ifdef ACRN_IOCTL_NOTIFY_REQUEST_FINISH
	BOTH(ACRN_IOCTL_NOTIFY_REQUEST_FINISH, IN, acrn_ioreq_notify);
#endif
#ifdef ACRN_IOCTL_INJECT_MSI
	BOTH(ACRN_IOCTL_INJECT_MSI, IN, acrn_msi_entry);
#endif
#ifdef ACRN_IOCTL_SET_PTDEV_INTR
	BOTH(ACRN_IOCTL_SET_PTDEV_INTR, IN, acrn_ptdev_irq);
#endif
#ifdef ACRN_IOCTL_RESET_PTDEV_INTR
	BOTH(ACRN_IOCTL_RESET_PTDEV_INTR, IN, acrn_ptdev_irq);
#endif
#ifdef ACRN_IOCTL_IRQFD
	R(ACRN_IOCTL_IRQFD, IN, acrn_irqfd);
#endif
#ifdef ACRN_IOCTL_SET_MEMSEG
	R(ACRN_IOCTL_SET_MEMSEG, IN, acrn_vm_memmap);
#endif
#ifdef ACRN_IOCTL_UNSET_MEMSEG
	R(ACRN_IOCTL_UNSET_MEMSEG, IN, acrn_vm_memmap);
#endif
#ifdef ACRN_IOCTL_IOEVENTFD
	R(ACRN_IOCTL_IOEVENTFD, IN, acrn_ioeventfd);
#endif
#ifdef ACRN_IOCTL_ASSIGN_PCIDEV
	R(ACRN_IOCTL_ASSIGN_PCIDEV, IN, acrn_pcidev);
#endif
#ifdef ACRN_IOCTL_DEASSIGN_PCIDEV
	R(ACRN_IOCTL_DEASSIGN_PCIDEV, IN, acrn_pcidev);
#endif
#ifdef ACRN_IOCTL_ASSIGN_MMIODEV
	BOTH(ACRN_IOCTL_ASSIGN_MMIODEV, IN, acrn_mmiodev);
#endif
#ifdef ACRN_IOCTL_DEASSIGN_MMIODEV
	BOTH(ACRN_IOCTL_DEASSIGN_MMIODEV, IN, acrn_mmiodev);
#endif
#ifdef ACRN_IOCTL_CREATE_VDEV
	BOTH(ACRN_IOCTL_CREATE_VDEV, IN, acrn_vdev);
#endif
#ifdef ACRN_IOCTL_DESTROY_VDEV
	BOTH(ACRN_IOCTL_DESTROY_VDEV, IN, acrn_vdev);
#endif
#ifdef ACRN_IOCTL_SET_VCPU_REGS
	BOTH(ACRN_IOCTL_SET_VCPU_REGS, IN, acrn_vcpu_regs);
#endif
#ifdef ACRN_IOCTL_PM_GET_CPU_STATE
	BOTH(ACRN_IOCTL_PM_GET_CPU_STATE, INOUT, u64_hex);
#endif
#ifdef FSL_HV_IOCTL_PARTITION_RESTART
	R2(FSL_HV_IOCTL_PARTITION_RESTART, fsl_hv_ioctl_restart);
#endif
#ifdef FSL_HV_IOCTL_PARTITION_STOP
	R2(FSL_HV_IOCTL_PARTITION_STOP, fsl_hv_ioctl_stop);
#endif
#ifdef FSL_HV_IOCTL_DOORBELL
	R2(FSL_HV_IOCTL_DOORBELL, fsl_hv_ioctl_doorbell);
#endif
#ifdef FSL_HV_IOCTL_PARTITION_GET_STATUS
	R2(FSL_HV_IOCTL_PARTITION_GET_STATUS, fsl_hv_ioctl_status);
#endif
#ifdef FSL_HV_IOCTL_PARTITION_START
	R2(FSL_HV_IOCTL_PARTITION_START, fsl_hv_ioctl_start);
#endif
#ifdef FSL_HV_IOCTL_MEMCPY
	R2(FSL_HV_IOCTL_MEMCPY, fsl_hv_ioctl_memcpy);
#endif
#ifdef IOCTL_GNTALLOC_SET_UNMAP_NOTIFY
	R_AS("IOCTL_GNTDEV_SET_UNMAP_NOTIFY", IOCTL_GNTALLOC_SET_UNMAP_NOTIFY, IN, ioctl_gntalloc_unmap_notify);
#endif
#ifdef FSL_MC_SEND_MC_COMMAND
	BOTH(FSL_MC_SEND_MC_COMMAND, INOUT, fsl_mc_command);
#endif
#ifdef FSI_SBEFIFO_READ_TIMEOUT_SECONDS
	BOTH(FSI_SBEFIFO_READ_TIMEOUT_SECONDS, IN, u32);
#endif
#ifdef FSI_SBEFIFO_CMD_TIMEOUT_SECONDS
	BOTH(FSI_SBEFIFO_CMD_TIMEOUT_SECONDS, IN, u32);
#endif
#ifdef FSI_SCOM_RESET
	SHOWN(FSI_SCOM_RESET, "[SCOM_RESET_INTF]");
#endif
#ifdef FSI_SCOM_CHECK
	SHOWN(FSI_SCOM_CHECK, "[SCOM_CHECK_SUPPORTED]");
#endif
#ifdef IOCTL_GNTDEV_UNMAP_GRANT_REF
	BOTH(IOCTL_GNTDEV_UNMAP_GRANT_REF, IN, ioctl_gntdev_unmap_grant_ref);
#endif
#ifdef IOCTL_GNTDEV_GET_OFFSET_FOR_VADDR
	R2(IOCTL_GNTDEV_GET_OFFSET_FOR_VADDR, ioctl_gntdev_get_offset_for_vaddr);
#endif
#ifdef IOCTL_GNTDEV_SET_MAX_GRANTS
	BOTH(IOCTL_GNTDEV_SET_MAX_GRANTS, IN, ioctl_gntdev_set_max_grants);
#endif
#ifdef IOCTL_GNTDEV_GRANT_COPY
	BOTH(IOCTL_GNTDEV_GRANT_COPY, IN, ioctl_gntdev_grant_copy);
#endif
#ifdef IOCTL_GNTDEV_DMABUF_EXP_WAIT_RELEASED
	BOTH(IOCTL_GNTDEV_DMABUF_EXP_WAIT_RELEASED, IN, ioctl_gntdev_dmabuf_exp_wait_released);
#endif
#ifdef IOCTL_GNTDEV_DMABUF_IMP_RELEASE
	BOTH(IOCTL_GNTDEV_DMABUF_IMP_RELEASE, IN, ioctl_gntdev_dmabuf_imp_release);
#endif
#ifdef IOCTL_GNTALLOC_DEALLOC_GREF
	BOTH(IOCTL_GNTALLOC_DEALLOC_GREF, IN, ioctl_gntalloc_dealloc_gref);
#endif
#ifdef IOCTL_EVTCHN_BIND_VIRQ
	BOTH(IOCTL_EVTCHN_BIND_VIRQ, IN, ioctl_evtchn_bind_virq);
#endif
#ifdef IOCTL_EVTCHN_BIND_INTERDOMAIN
	BOTH(IOCTL_EVTCHN_BIND_INTERDOMAIN, IN, ioctl_evtchn_bind_interdomain);
#endif
#ifdef IOCTL_EVTCHN_BIND_UNBOUND_PORT
	BOTH(IOCTL_EVTCHN_BIND_UNBOUND_PORT, IN, ioctl_evtchn_bind_unbound_port);
#endif
#ifdef IOCTL_EVTCHN_UNBIND
	BOTH(IOCTL_EVTCHN_UNBIND, IN, ioctl_evtchn_unbind);
#endif
#ifdef IOCTL_EVTCHN_NOTIFY
	BOTH(IOCTL_EVTCHN_NOTIFY, IN, ioctl_evtchn_notify);
#endif
#ifdef IOCTL_EVTCHN_RESTRICT_DOMID
	BOTH(IOCTL_EVTCHN_RESTRICT_DOMID, IN, ioctl_evtchn_restrict_domid);
#endif
#ifdef IOCTL_EVTCHN_BIND_STATIC
	BOTH(IOCTL_EVTCHN_BIND_STATIC, IN, ioctl_evtchn_bind);
#endif
#ifdef SEV_ISSUE_CMD
	secure_processor();
#endif
#if defined(SEV_ISSUE_CMD) && defined(SNP_GET_REPORT)
	secure_nested_paging();
#endif
#ifdef SNP_GET_REPORT
	attestation();
#endif
#ifdef TDX_CMD_GET_REPORT0
	trust_domain();
#endif
#ifdef NE_START_ENCLAVE
	enclaves();
#endif
#ifdef NSM_IOCTL_RAW
	nitro_module();
#endif
#ifdef MSHV_CREATE_PARTITION
	partitions();
#endif
#ifdef ACRN_IOCTL_CREATE_VM
	acrn();
#endif
#ifdef FSL_HV_IOCTL_GETPROP
	freescale();
#endif
#ifdef IOCTL_VM_SOCKETS_GET_LOCAL_CID
	virtual_sockets();
#endif
#ifdef VBG_IOCTL_DRIVER_VERSION_INFO
	vbox();
#endif
#ifdef FSI_SCOM_READ
	service_interface();
#endif
#ifdef IOCTL_GNTDEV_MAP_GRANT_REF
	xen_grants();
#endif
#ifdef IOCTL_GNTALLOC_ALLOC_GREF
	xen_allocations();
#endif
	return 0;
}
