/*
 * Graphics: requests of one driver each, which the reference knows by name only. Where drivers share a number, all that it may be is shown.
 *
 * options: -e trace=ioctl
 */
#include "request_sets.h"

#if __has_include(<drm/i915_drm.h>)
#include <drm/i915_drm.h>
#endif
#if __has_include(<drm/drm.h>)
#include <drm/drm.h>
#endif
#if __has_include(<drm/amdgpu_drm.h>)
#include <drm/amdgpu_drm.h>
#endif
#if __has_include(<drm/xe_drm.h>)
#include <drm/xe_drm.h>
#endif
#if __has_include(<drm/virtgpu_drm.h>)
#include <drm/virtgpu_drm.h>
#endif
#if __has_include(<drm/nouveau_drm.h>)
#include <drm/nouveau_drm.h>
#endif
#if __has_include(<drm/msm_drm.h>)
#include <drm/msm_drm.h>
#endif
#if __has_include(<drm/radeon_drm.h>)
#include <drm/radeon_drm.h>
#endif
#if __has_include(<drm/panfrost_drm.h>)
#include <drm/panfrost_drm.h>
#endif
#if __has_include(<drm/v3d_drm.h>)
#include <drm/v3d_drm.h>
#endif
#if __has_include(<drm/vc4_drm.h>)
#include <drm/vc4_drm.h>
#endif
#if __has_include(<drm/etnaviv_drm.h>)
#include <drm/etnaviv_drm.h>
#endif
#if __has_include(<drm/lima_drm.h>)
#include <drm/lima_drm.h>
#endif
#if __has_include(<drm/tegra_drm.h>)
#include <drm/tegra_drm.h>
#endif
#if __has_include(<drm/exynos_drm.h>)
#include <drm/exynos_drm.h>
#endif
#if __has_include(<drm/omap_drm.h>)
#include <drm/omap_drm.h>
#endif
#if __has_include(<drm/armada_drm.h>)
#include <drm/armada_drm.h>
#endif
#if __has_include(<drm/qxl_drm.h>)
#include <drm/qxl_drm.h>
#endif
#if __has_include(<drm/pvr_drm.h>)
#include <drm/pvr_drm.h>
#endif
#if __has_include(<drm/qaic_accel.h>)
#include <drm/qaic_accel.h>
#endif
#if __has_include(<drm/ivpu_accel.h>)
#include <drm/ivpu_accel.h>
#endif
#if __has_include(<drm/rocket_accel.h>)
#include <drm/rocket_accel.h>
#endif
#if __has_include(<drm/amdxdna_accel.h>)
#include <drm/amdxdna_accel.h>
#endif
#if __has_include(<drm/habanalabs_accel.h>)
#include <drm/habanalabs_accel.h>
#endif
#if __has_include(<drm/nova_drm.h>)
#include <drm/nova_drm.h>
#endif
#if __has_include(<drm/vgem_drm.h>)
#include <drm/vgem_drm.h>
#endif
#if __has_include(<linux/kfd_ioctl.h>)
#include <linux/kfd_ioctl.h>
#endif

NUMBER(__u64, __u64)
NUMBER(int, int)
SET(drm_i915_init_func, "I915_???", V(I915_INIT_DMA))
SET(drm_i915_param, "I915_PARAM_???", V(I915_PARAM_IRQ_ACTIVE))
SET(drm_i915_setparam_param, "I915_SETPARAM_???", V(I915_SETPARAM_USE_MI_BATCHBUFFER_START))
SET(drm_i915_mem_region, "I915_MEM_REGION_???", V(I915_MEM_REGION_AGP))
SET(drm_i915_vblank_pipes, "DRM_I915_VBLANK_PIPE_???", V(DRM_I915_VBLANK_PIPE_A))
SET(drm_vblank_seq_types, "_DRM_VBLANK_???", V(_DRM_VBLANK_RELATIVE), V(_DRM_VBLANK_ABSOLUTE))
SET(drm_i915_mmap_flags, "I915_MMAP_???", V(I915_MMAP_WC))
SET(drm_i915_mmap_offset_flags, "I915_MMAP_OFFSET_???", V(I915_MMAP_OFFSET_GTT), V(I915_MMAP_OFFSET_WC))
SET(drm_i915_gem_domains, "I915_GEM_DOMAIN_???", V(I915_GEM_DOMAIN_CPU))
SET(drm_i915_caching, "I915_CACHING_???", V(I915_CACHING_NONE), V(I915_CACHING_CACHED))
SET(drm_i915_tiling, "I915_TILING_???", V(I915_TILING_NONE), V(I915_TILING_X))
SET(drm_i915_swizzle, "I915_BIT_6_SWIZZLE_???", V(I915_BIT_6_SWIZZLE_NONE), V(I915_BIT_6_SWIZZLE_9))
SET(drm_i915_madv, "I915_MADV_???", V(I915_MADV_WILLNEED), V(I915_MADV_DONTNEED))
SET(drm_intel_overlay_attrs_flags, "I915_OVERLAY_???", V(I915_OVERLAY_UPDATE_ATTRS))
SET(drm_intel_colorkey_flags, "I915_SET_COLORKEY_???", V(I915_SET_COLORKEY_NONE))
SET(drm_i915_context_create_flags, "I915_CONTEXT_CREATE_FLAGS_???", V(I915_CONTEXT_CREATE_FLAGS_USE_EXTENSIONS))
SET(drm_i915_context_param_id, "I915_CONTEXT_PARAM_???", V(I915_CONTEXT_PARAM_BAN_PERIOD))
SET(drm_i915_userptr_flags, "I915_USERPTR_???", V(I915_USERPTR_READ_ONLY))
SET(drm_i915_create_ext_flags, "I915_GEM_CREATE_EXT_FLAG_???", V(I915_GEM_CREATE_EXT_FLAG_NEEDS_CPU_ACCESS))
#ifdef DRM_IOCTL_I915_SET_VBLANK_PIPE
STRUCT_OF(drm_i915_vblank_pipe_t, drm_i915_vblank_pipe, F(pipe, drm_i915_vblank_pipes))
#endif
#ifdef DRM_IOCTL_I915_GEM_SW_FINISH
STRUCT(drm_i915_gem_sw_finish, N(handle))
#endif
#ifdef DRM_IOCTL_I915_FREE
STRUCT_OF(drm_i915_mem_free_t, drm_i915_mem_free, E(region, drm_i915_mem_region); X(region_offset))
#endif
#ifdef DRM_IOCTL_I915_GEM_UNPIN
STRUCT(drm_i915_gem_unpin, N(handle); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_I915_GEM_CONTEXT_DESTROY
STRUCT(drm_i915_gem_context_destroy, N(ctx_id); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_I915_GEM_SET_CACHING
STRUCT(drm_i915_gem_caching, N(handle); E(caching, drm_i915_caching))
#endif
#ifdef DRM_IOCTL_I915_INIT_HEAP
STRUCT_OF(drm_i915_mem_init_heap_t, drm_i915_mem_init_heap, E(region, drm_i915_mem_region); N(size); N(start))
#endif
#ifdef DRM_IOCTL_I915_GEM_SET_DOMAIN
STRUCT(drm_i915_gem_set_domain, N(handle); F(read_domains, drm_i915_gem_domains); F(write_domain, drm_i915_gem_domains))
#endif
#ifdef DRM_IOCTL_I915_HWS_ADDR
STRUCT(drm_i915_gem_init, X(gtt_start); X(gtt_end))
#endif
#ifdef DRM_IOCTL_I915_GEM_VM_DESTROY
STRUCT(drm_i915_gem_vm_control, A(extensions); X(flags); N(vm_id))
#endif
#ifdef DRM_IOCTL_I915_GEM_PREAD
STRUCT(drm_i915_gem_pread, N(handle); UNLESS_0(X, pad); X(offset); N(size); A(data_ptr))
#endif
#ifdef DRM_IOCTL_I915_GEM_PWRITE
STRUCT(drm_i915_gem_pwrite, N(handle); UNLESS_0(X, pad); X(offset); N(size); A(data_ptr))
#endif
#ifdef DRM_IOCTL_I915_GEM_EXECBUFFER
STRUCT(drm_i915_gem_execbuffer,
	A(buffers_ptr); N(buffer_count); X(batch_start_offset); N(batch_len); X(DR1); X(DR4); N(num_cliprects);
	A(cliprects_ptr))
#endif
#ifdef DRM_IOCTL_I915_OVERLAY_PUT_IMAGE
STRUCT(drm_intel_overlay_put_image,
	AS(flags, "I915_OVERLAY_YUV_PLANAR"); N(bo_handle); N(stride_Y); N(stride_UV); X(offset_Y); X(offset_U);
	X(offset_V); N(src_width); N(src_height); N(src_scan_width); N(src_scan_height); N(crtc_id); N(dst_x); N(dst_y);
	N(dst_width); N(dst_height))
#endif
#ifdef DRM_IOCTL_I915_GEM_EXECBUFFER2
STRUCT(drm_i915_gem_execbuffer2,
	A(buffers_ptr); N(buffer_count); X(batch_start_offset); N(batch_len); X(DR1); X(DR4); N(num_cliprects);
	A(cliprects_ptr); AS(flags, "I915_EXEC_RENDER|0x100000000"); X(rsvd1); X(rsvd2))
#endif
#ifdef DRM_IOCTL_I915_INIT
STRUCT_OF(drm_i915_init_t, _drm_i915_init,
	E(func, drm_i915_init_func); X(mmio_offset); X(sarea_priv_offset); N(ring_start); N(ring_end); N(ring_size);
	X(front_offset); X(back_offset); X(depth_offset); N(w); N(h); N(pitch); N(pitch_bits); N(back_pitch);
	N(depth_pitch); N(cpp); N(chipset))
#endif
#ifdef DRM_IOCTL_I915_PERF_ADD_CONFIG
STRUCT(drm_i915_perf_oa_config,
	T(uuid); N(n_mux_regs); N(n_boolean_regs); N(n_flex_regs); A(mux_regs_ptr); A(boolean_regs_ptr);
	A(flex_regs_ptr))
#endif
#ifdef DRM_IOCTL_I915_GEM_GET_APERTURE
STRUCT(drm_i915_gem_get_aperture, N(aper_size); N(aper_available_size))
#endif
#ifdef DRM_IOCTL_I915_IRQ_EMIT
STRUCT_OF(drm_i915_irq_emit_t, drm_i915_irq_emit, put_open("irq_seq"), put_addr((uintptr_t)p->irq_seq))
#endif
#ifdef DRM_IOCTL_I915_GEM_BUSY
STRUCT(drm_i915_gem_busy, N(handle); X(busy))
#endif
#ifdef DRM_IOCTL_I915_GET_PIPE_FROM_CRTC_ID
STRUCT(drm_i915_get_pipe_from_crtc_id, N(crtc_id); N(pipe))
#endif
#ifdef DRM_IOCTL_I915_GEM_CONTEXT_CREATE
STRUCT(drm_i915_gem_context_create, N(ctx_id); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_I915_VBLANK_SWAP
STRUCT_OF(drm_i915_vblank_swap_t, drm_i915_vblank_swap, N(drawable); F(seqtype, drm_vblank_seq_types); N(sequence))
#endif
#ifdef DRM_IOCTL_I915_GEM_MADVISE
STRUCT(drm_i915_gem_madvise, N(handle); E(madv, drm_i915_madv); N(retained))
#endif
#ifdef DRM_IOCTL_I915_GETPARAM
STRUCT_OF(drm_i915_getparam_t, drm_i915_getparam, E(param, drm_i915_param); put_open("value"), put_addr((uintptr_t)p->value))
#endif
#ifdef DRM_IOCTL_I915_GEM_CREATE
STRUCT(drm_i915_gem_create, N(size); N(handle); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_I915_GEM_SET_TILING
STRUCT(drm_i915_gem_set_tiling, N(handle); E(tiling_mode, drm_i915_tiling); N(stride); E(swizzle_mode, drm_i915_swizzle))
#endif
#ifdef DRM_IOCTL_I915_GEM_GET_TILING
STRUCT(drm_i915_gem_get_tiling,
	N(handle); E(tiling_mode, drm_i915_tiling); E(swizzle_mode, drm_i915_swizzle);
	E(phys_swizzle_mode, drm_i915_swizzle))
#endif
#ifdef DRM_IOCTL_I915_GEM_MMAP_GTT
STRUCT(drm_i915_gem_mmap_gtt, N(handle); UNLESS_0(X, pad); X(offset))
#endif
#ifdef DRM_IOCTL_I915_GEM_CONTEXT_CREATE_EXT
STRUCT(drm_i915_gem_context_create_ext, N(ctx_id); F(flags, drm_i915_context_create_flags); A(extensions))
#endif
#ifdef DRM_IOCTL_I915_REG_READ
STRUCT(drm_i915_reg_read, X(offset); X(val))
#endif
#ifdef DRM_IOCTL_I915_GET_SPRITE_COLORKEY
STRUCT(drm_intel_sprite_colorkey, N(plane_id); X(min_value); X(channel_mask); X(max_value); F(flags, drm_intel_colorkey_flags))
#endif
#ifdef DRM_IOCTL_I915_GEM_PIN
STRUCT(drm_i915_gem_pin, N(handle); UNLESS_0(X, pad); N(alignment); X(offset))
#endif
#ifdef DRM_IOCTL_I915_GET_RESET_STATS
STRUCT(drm_i915_reset_stats, N(ctx_id); X(flags); N(reset_count); N(batch_active); N(batch_pending); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_I915_GEM_USERPTR
STRUCT(drm_i915_gem_userptr, A(user_ptr); N(user_size); F(flags, drm_i915_userptr_flags); N(handle))
#endif
#ifdef DRM_IOCTL_I915_GEM_CONTEXT_GETPARAM
STRUCT(drm_i915_gem_context_param, N(ctx_id); N(size); E(param, drm_i915_context_param_id); X(value))
#endif
#ifdef DRM_IOCTL_I915_GEM_CREATE_EXT
STRUCT(drm_i915_gem_create_ext, N(size); N(handle); F(flags, drm_i915_create_ext_flags); A(extensions))
#endif
#ifdef DRM_IOCTL_I915_GEM_MMAP_OFFSET
STRUCT(drm_i915_gem_mmap_offset, N(handle); UNLESS_0(X, pad); X(offset); E(flags, drm_i915_mmap_offset_flags); A(extensions))
#endif
#ifdef DRM_IOCTL_I915_GEM_MMAP
STRUCT(drm_i915_gem_mmap, N(handle); UNLESS_0(X, pad); X(offset); N(size); A(addr_ptr); F(flags, drm_i915_mmap_flags))
#endif
#ifdef DRM_IOCTL_I915_OVERLAY_ATTRS
STRUCT(drm_intel_overlay_attrs,
	F(flags, drm_intel_overlay_attrs_flags); X(color_key); N(brightness); N(contrast); N(saturation); X(gamma0);
	X(gamma1); X(gamma2); X(gamma3); X(gamma4); X(gamma5))
#endif
SET(drm_amdgpu_domains, "AMDGPU_GEM_DOMAIN_???", V(AMDGPU_GEM_DOMAIN_CPU))
SET(drm_amdgpu_create_flags, "AMDGPU_GEM_CREATE_???", V(AMDGPU_GEM_CREATE_CPU_ACCESS_REQUIRED))
SET(drm_amdgpu_bo_list_op, "AMDGPU_BO_LIST_OP_???", V(AMDGPU_BO_LIST_OP_CREATE), V(AMDGPU_BO_LIST_OP_DESTROY))
SET(drm_amdgpu_ctx_priority, "AMDGPU_CTX_PRIORITY_???", V(AMDGPU_CTX_PRIORITY_NORMAL))
SET(drm_amdgpu_userq_op, "AMDGPU_USERQ_OP_???", V(AMDGPU_USERQ_OP_CREATE))
SET(drm_amdgpu_hw_ip, "AMDGPU_HW_IP_???", V(AMDGPU_HW_IP_GFX), V(AMDGPU_HW_IP_COMPUTE))
SET(drm_amdgpu_vm_op, "AMDGPU_VM_OP_???", V(AMDGPU_VM_OP_RESERVE_VMID))
SET(drm_amdgpu_sched_op, "AMDGPU_SCHED_OP_???", V(AMDGPU_SCHED_OP_PROCESS_PRIORITY_OVERRIDE))
SET(drm_amdgpu_userptr_flags, "AMDGPU_GEM_USERPTR_???", V(AMDGPU_GEM_USERPTR_READONLY))
SET(drm_amdgpu_metadata_op, "AMDGPU_GEM_METADATA_OP_???", V(AMDGPU_GEM_METADATA_OP_SET_METADATA))
SET(drm_amdgpu_gem_op_id, "AMDGPU_GEM_OP_???", V(AMDGPU_GEM_OP_GET_GEM_CREATE_INFO), V(AMDGPU_GEM_OP_SET_PLACEMENT))
SET(drm_amdgpu_va_op, "AMDGPU_VA_OP_???", V(AMDGPU_VA_OP_MAP))
SET(drm_amdgpu_fence_what, "AMDGPU_FENCE_TO_HANDLE_???", V(AMDGPU_FENCE_TO_HANDLE_GET_SYNCOBJ), V(AMDGPU_FENCE_TO_HANDLE_GET_SYNCOBJ_FD))
SET(drm_amdgpu_info_query, "AMDGPU_INFO_???", V(AMDGPU_INFO_ACCEL_WORKING), V(AMDGPU_INFO_CRTC_FROM_ID))
#ifdef DRM_IOCTL_AMDGPU_SCHED
STRUCT_OF(union drm_amdgpu_sched, drm_amdgpu_sched, WITHIN(in, E(op, drm_amdgpu_sched_op); N(fd); E(priority, drm_amdgpu_ctx_priority); N(ctx_id)))
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_VA
STRUCT(drm_amdgpu_gem_va,
	N(handle); UNLESS_0(X, _pad); E(operation, drm_amdgpu_va_op); AS(flags, "AMDGPU_VM_DELAY_UPDATE"); X(va_address);
	X(offset_in_bo); N(map_size); N(vm_timeline_point); N(vm_timeline_syncobj_out); N(num_syncobj_handles);
	A(input_fence_syncobj_handles))
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_LIST_HANDLES
STRUCT(drm_amdgpu_gem_list_handles, A(entries); N(num_entries); UNLESS_0(X, padding))
#endif
#ifdef DRM_IOCTL_AMDGPU_CS
BEFORE_AFTER(union drm_amdgpu_cs, drm_amdgpu_cs, WITHIN(in, N(ctx_id); N(bo_list_handle); N(num_chunks); X(flags); A(chunks)), WITHIN(out, N(handle)))
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_USERPTR
STRUCT(drm_amdgpu_gem_userptr, A(addr); N(size); F(flags, drm_amdgpu_userptr_flags); N(handle))
#endif
#ifdef DRM_IOCTL_AMDGPU_WAIT_FENCES
BEFORE_AFTER(union drm_amdgpu_wait_fences, drm_amdgpu_wait_fences, WITHIN(in, A(fences); N(fence_count); N(wait_all); N(timeout_ns)), WITHIN(out, N(status); N(first_signaled)))
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_CREATE
BEFORE_AFTER(union drm_amdgpu_gem_create, drm_amdgpu_gem_create,
	WITHIN(in, N(bo_size); N(alignment); F(domains, drm_amdgpu_domains);
	F(domain_flags, drm_amdgpu_create_flags)), WITHIN(out, N(handle); UNLESS_0(X, _pad)))
#endif
#ifdef DRM_IOCTL_AMDGPU_FENCE_TO_HANDLE
BEFORE_AFTER(union drm_amdgpu_fence_to_handle, drm_amdgpu_fence_to_handle,
	WITHIN(in, WITHIN(fence, N(ctx_id); E(ip_type, drm_amdgpu_hw_ip); N(ip_instance); N(ring); N(seq_no));
	E(what, drm_amdgpu_fence_what); UNLESS_0(X, pad)), WITHIN(out, N(handle)))
#endif
#ifdef DRM_IOCTL_AMDGPU_USERQ_SIGNAL
STRUCT(drm_amdgpu_userq_signal,
	N(queue_id); UNLESS_0(X, pad); A(syncobj_handles); N(num_syncobj_handles); UNLESS_0(X, pad0); UNLESS_0(X, pad1);
	A(bo_read_handles); A(bo_write_handles); N(num_bo_read_handles); N(num_bo_write_handles))
#endif
#ifdef DRM_IOCTL_AMDGPU_USERQ
BEFORE_AFTER(union drm_amdgpu_userq, drm_amdgpu_userq,
	WITHIN(in, E(op, drm_amdgpu_userq_op); N(queue_id); E(ip_type, drm_amdgpu_hw_ip); N(doorbell_handle);
	X(doorbell_offset); AS(flags, "AMDGPU_USERQ_CREATE_FLAGS_QUEUE_PRIORITY_LOW"); X(queue_va); N(queue_size);
	X(rptr_va); X(wptr_va); A(mqd); N(mqd_size)), WITHIN(out, N(queue_id); UNLESS_0(X, _pad)))
#endif
#ifdef DRM_IOCTL_AMDGPU_USERQ_WAIT
BEFORE_AFTER(struct drm_amdgpu_userq_wait, drm_amdgpu_userq_wait,
	N(waitq_id); UNLESS_0(X, pad); A(syncobj_handles); A(syncobj_timeline_handles); A(syncobj_timeline_points);
	A(bo_read_handles); A(bo_write_handles); N(num_syncobj_timeline_handles); N(num_fences); N(num_syncobj_handles);
	UNLESS_0(X, pad0); N(num_bo_read_handles); N(num_bo_write_handles); A(out_fences),
	N(waitq_id); UNLESS_0(X, pad); A(syncobj_handles); A(syncobj_timeline_handles); A(syncobj_timeline_points);
	A(bo_read_handles); A(bo_write_handles); N(num_syncobj_timeline_handles); N(num_fences); N(num_syncobj_handles);
	UNLESS_0(X, pad0); N(num_bo_read_handles); N(num_bo_write_handles); AS(out_fences, "[]"))
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_METADATA
STRUCT(drm_amdgpu_gem_metadata,
	N(handle); E(op, drm_amdgpu_metadata_op); WITHIN(data, X(flags); X(tiling_info); N(data_size_bytes);
	put_open("data"), put_bytes(p->data, 1, 1)))
#endif
#ifdef DRM_IOCTL_AMDGPU_INFO
STRUCT(drm_amdgpu_info, A(return_pointer); N(return_size); E(query, drm_amdgpu_info_query); WITHIN(mode_crtc, N(id); UNLESS_0(X, _pad)))
#endif
SET(drm_xe_device_query_id, "DRM_XE_DEVICE_QUERY_???", V(DRM_XE_DEVICE_QUERY_ENGINES), V(DRM_XE_DEVICE_QUERY_MEM_REGIONS))
SET(drm_xe_gem_create_flags, "DRM_XE_GEM_CREATE_FLAG_???", V(DRM_XE_GEM_CREATE_FLAG_DEFER_BACKING))
SET(drm_xe_cpu_caching, "DRM_XE_GEM_CPU_CACHING_???", V(DRM_XE_GEM_CPU_CACHING_WB))
SET(drm_xe_mmap_offset_flags, "DRM_XE_MMAP_OFFSET_FLAG_???", V(DRM_XE_MMAP_OFFSET_FLAG_PCI_BARRIER))
SET(drm_xe_vm_create_flags, "DRM_XE_VM_CREATE_FLAG_???", V(DRM_XE_VM_CREATE_FLAG_SCRATCH_PAGE))
SET(drm_xe_vm_bind_ops, "DRM_XE_VM_BIND_OP_???", V(DRM_XE_VM_BIND_OP_MAP), V(DRM_XE_VM_BIND_OP_UNMAP))
SET(drm_xe_vm_bind_flags, "DRM_XE_VM_BIND_FLAG_???", V(DRM_XE_VM_BIND_FLAG_READONLY))
SET(drm_xe_vm_property, "DRM_XE_VM_GET_PROPERTY_???", V(DRM_XE_VM_GET_PROPERTY_FAULTS))
SET(drm_xe_exec_queue_flags, "DRM_XE_EXEC_QUEUE_???", V(DRM_XE_EXEC_QUEUE_LOW_LATENCY_HINT))
SET(drm_xe_exec_queue_get, "DRM_XE_EXEC_QUEUE_GET_PROPERTY_???", V(DRM_XE_EXEC_QUEUE_GET_PROPERTY_BAN))
SET(drm_xe_exec_queue_set, "DRM_XE_EXEC_QUEUE_SET_???", V(DRM_XE_EXEC_QUEUE_SET_PROPERTY_PRIORITY), V(DRM_XE_EXEC_QUEUE_SET_PROPERTY_TIMESLICE))
SET(drm_xe_ufence_op, "DRM_XE_UFENCE_WAIT_OP_???", V(DRM_XE_UFENCE_WAIT_OP_EQ), V(DRM_XE_UFENCE_WAIT_OP_NEQ))
SET(drm_xe_ufence_flags, "DRM_XE_UFENCE_WAIT_FLAG_???", V(DRM_XE_UFENCE_WAIT_FLAG_ABSTIME))
SET(drm_xe_observation_type, "DRM_XE_OBSERVATION_TYPE_???", V(DRM_XE_OBSERVATION_TYPE_OA), V(DRM_XE_OBSERVATION_TYPE_EU_STALL))
SET(drm_xe_observation_op, "DRM_XE_OBSERVATION_OP_???", V(DRM_XE_OBSERVATION_OP_STREAM_OPEN), V(DRM_XE_OBSERVATION_OP_ADD_CONFIG))
SET(drm_xe_mem_range_attr_type, "DRM_XE_???", V(DRM_XE_MEM_RANGE_ATTR_PREFERRED_LOC), V(DRM_XE_MEM_RANGE_ATTR_ATOMIC))
SET(drm_xe_atomic, "DRM_XE_ATOMIC_???", V(DRM_XE_ATOMIC_UNDEFINED), V(DRM_XE_ATOMIC_DEVICE))
#ifdef DRM_IOCTL_XE_OBSERVATION
STRUCT(drm_xe_observation_param,
	if (p->extensions) A(extensions); E(observation_type, drm_xe_observation_type);
	E(observation_op, drm_xe_observation_op); A(param))
#endif
#ifdef DRM_IOCTL_XE_EXEC_QUEUE_DESTROY
STRUCT(drm_xe_exec_queue_destroy, N(exec_queue_id); UNLESS_0(X, pad); if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef DRM_IOCTL_XE_EXEC_QUEUE_SET_PROPERTY
STRUCT(drm_xe_exec_queue_set_property,
	if (p->extensions) A(extensions); N(exec_queue_id); E(property, drm_xe_exec_queue_set); N(value);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef DRM_IOCTL_XE_EXEC
STRUCT(drm_xe_exec,
	if (p->extensions) A(extensions); N(exec_queue_id); N(num_syncs); A(syncs); X(address); N(num_batch_buffer);
	if (request_is_set(&p->pad, sizeof(p->pad))) XS(pad);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef DRM_IOCTL_XE_MADVISE
STRUCT(drm_xe_madvise,
	if (p->extensions) A(extensions); X(start); X(range); N(vm_id); E(type, drm_xe_mem_range_attr_type);
	WITHIN(atomic, E(val, drm_xe_atomic); UNLESS_0(X, pad); UNLESS_0(X, reserved)); UNLESS_0(XS, reserved))
#endif
#ifdef DRM_IOCTL_XE_VM_BIND
STRUCT(drm_xe_vm_bind,
	if (p->extensions) A(extensions); N(vm_id); N(exec_queue_id); UNLESS_0(X, pad); N(num_binds);
	WITHIN(bind, if (p->extensions) A(extensions); N(obj); N(pat_index); UNLESS_0(X, pad); X(obj_offset); X(range);
	X(addr); E(op, drm_xe_vm_bind_ops); F(flags, drm_xe_vm_bind_flags); N(prefetch_mem_region_instance);
	UNLESS_0(X, pad2); UNLESS_0(XS, reserved)); UNLESS_0(X, pad2); N(num_syncs); A(syncs); UNLESS_0(XS, reserved))
#endif
#ifdef DRM_IOCTL_XE_DEVICE_QUERY
STRUCT(drm_xe_device_query,
	if (p->extensions) A(extensions); E(query, drm_xe_device_query_id); N(size); A(data);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef DRM_IOCTL_XE_GEM_MMAP_OFFSET
STRUCT(drm_xe_gem_mmap_offset,
	if (p->extensions) A(extensions); N(handle); F(flags, drm_xe_mmap_offset_flags); X(offset);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef DRM_IOCTL_XE_EXEC_QUEUE_CREATE
STRUCT(drm_xe_exec_queue_create,
	if (p->extensions) A(extensions); N(width); N(num_placements); N(vm_id); F(flags, drm_xe_exec_queue_flags);
	N(exec_queue_id); AS(instances, "[]"); if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef DRM_IOCTL_XE_GEM_CREATE
STRUCT(drm_xe_gem_create,
	if (p->extensions) A(extensions); N(size); X(placement); F(flags, drm_xe_gem_create_flags); N(vm_id); N(handle);
	E(cpu_caching, drm_xe_cpu_caching); if (request_is_set(&p->pad, sizeof(p->pad))) XS(pad);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef DRM_IOCTL_XE_VM_GET_PROPERTY
STRUCT(drm_xe_vm_get_property,
	if (p->extensions) A(extensions); N(vm_id); E(property, drm_xe_vm_property); N(size); UNLESS_0(X, pad); X(data);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef DRM_IOCTL_XE_VM_QUERY_MEM_RANGE_ATTRS
STRUCT(drm_xe_vm_query_mem_range_attr,
	if (p->extensions) A(extensions); N(vm_id); N(num_mem_ranges); X(start); X(range); N(sizeof_mem_range_attr);
	A(vector_of_mem_attr); if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
SET(drm_virtgpu_execbuf, "VIRTGPU_EXECBUF_???", V(VIRTGPU_EXECBUF_FENCE_FD_IN))
SET(drm_virtgpu_wait_flags, "VIRTGPU_WAIT_???", V(VIRTGPU_WAIT_NOWAIT))
SET(drm_virtgpu_capset, "VIRTGPU_DRM_CAPSET_???", V(VIRTGPU_DRM_CAPSET_VIRGL))
SET(drm_virtgpu_blob_mem, "VIRTGPU_BLOB_MEM_???", V(VIRTGPU_BLOB_MEM_GUEST))
SET(drm_virtgpu_blob_flags, "VIRTGPU_BLOB_FLAG_???", V(VIRTGPU_BLOB_FLAG_USE_MAPPABLE))
#ifdef DRM_IOCTL_VIRTGPU_WAIT
STRUCT(drm_virtgpu_3d_wait, N(handle); F(flags, drm_virtgpu_wait_flags))
#endif
#ifdef DRM_IOCTL_VIRTGPU_GET_CAPS
STRUCT(drm_virtgpu_get_caps, E(cap_set_id, drm_virtgpu_capset); N(cap_set_ver); A(addr); N(size); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_VIRTGPU_TRANSFER_FROM_HOST
STRUCT(drm_virtgpu_3d_transfer_from_host, N(bo_handle); WITHIN(box, N(x); N(y); N(z); N(w); N(h); N(d)); N(level); X(offset); N(stride); N(layer_stride))
#endif
#ifdef DRM_IOCTL_VIRTGPU_TRANSFER_TO_HOST
STRUCT(drm_virtgpu_3d_transfer_to_host, N(bo_handle); WITHIN(box, N(x); N(y); N(z); N(w); N(h); N(d)); N(level); X(offset); N(stride); N(layer_stride))
#endif
#ifdef DRM_IOCTL_VIRTGPU_RESOURCE_CREATE
STRUCT(drm_virtgpu_resource_create,
	N(target); N(format); X(bind); N(width); N(height); N(depth); N(array_size); N(last_level); N(nr_samples);
	X(flags); N(bo_handle); N(res_handle); N(size); N(stride))
#endif
#ifdef DRM_IOCTL_VIRTGPU_RESOURCE_CREATE_BLOB
BEFORE_AFTER(struct drm_virtgpu_resource_create_blob, drm_virtgpu_resource_create_blob,
	E(blob_mem, drm_virtgpu_blob_mem); F(blob_flags, drm_virtgpu_blob_flags); N(bo_handle); N(res_handle); N(size);
	UNLESS_0(X, pad); N(cmd_size); A(cmd); N(blob_id); N(blob_hints);
	UNLESS_0(X, pad2), E(blob_mem, drm_virtgpu_blob_mem); F(blob_flags, drm_virtgpu_blob_flags); N(bo_handle);
	N(res_handle); N(size); UNLESS_0(X, pad); N(cmd_size); N(blob_id); N(blob_hints); UNLESS_0(X, pad2))
#endif
#ifdef DRM_IOCTL_VIRTGPU_EXECBUFFER
BEFORE_AFTER(struct drm_virtgpu_execbuffer, drm_virtgpu_execbuffer,
	F(flags, drm_virtgpu_execbuf); N(size); A(command); A(bo_handles); N(num_bo_handles); N(fence_fd); N(ring_idx);
	N(syncobj_stride); N(num_in_syncobjs); N(num_out_syncobjs); A(in_syncobjs);
	A(out_syncobjs), F(flags, drm_virtgpu_execbuf); N(size); N(num_bo_handles); N(fence_fd); N(ring_idx);
	N(syncobj_stride); N(num_in_syncobjs); N(num_out_syncobjs))
#endif
SET(drm_nouveau_domains, "NOUVEAU_GEM_DOMAIN_???", V(NOUVEAU_GEM_DOMAIN_CPU))
SET(drm_nouveau_tile_flags, "NOUVEAU_GEM_TILE_???", V(NOUVEAU_GEM_TILE_16BPP))
SET(drm_nouveau_cpu_prep, "NOUVEAU_GEM_CPU_PREP_???", V(NOUVEAU_GEM_CPU_PREP_NOWAIT))
SET(drm_nouveau_vm_bind_flags, "DRM_NOUVEAU_VM_BIND_???", V(DRM_NOUVEAU_VM_BIND_RUN_ASYNC))
#ifdef DRM_IOCTL_NOUVEAU_CHANNEL_FREE
STRUCT(drm_nouveau_channel_free, N(channel))
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_CPU_FINI
STRUCT(drm_nouveau_gem_cpu_fini, N(handle))
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_CPU_PREP
STRUCT(drm_nouveau_gem_cpu_prep, N(handle); F(flags, drm_nouveau_cpu_prep))
#endif
#ifdef DRM_IOCTL_NOUVEAU_GET_ZCULL_INFO
STRUCT(drm_nouveau_get_zcull_info,
	N(width_align_pixels); N(height_align_pixels); N(pixel_squares_by_aliquots); N(aliquot_total);
	N(zcull_region_byte_multiplier); N(zcull_region_header_size); N(zcull_subregion_header_size); N(subregion_count);
	N(subregion_width_align_pixels); N(subregion_height_align_pixels); N(ctxsw_size); N(ctxsw_align))
#endif
#ifdef DRM_IOCTL_NOUVEAU_VM_INIT
STRUCT(drm_nouveau_vm_init, X(kernel_managed_addr); N(kernel_managed_size))
#endif
#ifdef DRM_IOCTL_NOUVEAU_VM_BIND
BEFORE_AFTER(struct drm_nouveau_vm_bind, drm_nouveau_vm_bind,
	N(op_count); F(flags, drm_nouveau_vm_bind_flags); N(wait_count); N(sig_count); A(wait_ptr); A(sig_ptr);
	A(op_ptr), N(op_count); F(flags, drm_nouveau_vm_bind_flags); N(wait_count); N(sig_count))
#endif
#ifdef DRM_IOCTL_NOUVEAU_EXEC
BEFORE_AFTER(struct drm_nouveau_exec, drm_nouveau_exec,
	N(channel); N(push_count); N(wait_count); N(sig_count); A(wait_ptr); A(sig_ptr); A(push_ptr), N(channel);
	N(push_count); N(wait_count); N(sig_count))
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_INFO
STRUCT(drm_nouveau_gem_info,
	N(handle); F(domain, drm_nouveau_domains); N(size); X(offset); X(map_handle); X(tile_mode);
	F(tile_flags, drm_nouveau_tile_flags))
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_NEW
STRUCT(drm_nouveau_gem_new,
	WITHIN(info, N(handle); F(domain, drm_nouveau_domains); N(size); X(offset); X(map_handle); X(tile_mode);
	F(tile_flags, drm_nouveau_tile_flags)); N(channel_hint); N(align))
#endif
#ifdef DRM_IOCTL_NOUVEAU_SVM_BIND
STRUCT(drm_nouveau_svm_bind,
	X(header); X(va_start); X(va_end); N(npages); N(stride); N(result); UNLESS_0(X, reserved0);
	UNLESS_0(X, reserved1))
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_PUSHBUF
BEFORE_AFTER(struct drm_nouveau_gem_pushbuf, drm_nouveau_gem_pushbuf,
	N(channel); N(nr_buffers); A(buffers); N(nr_relocs); N(nr_push); A(relocs); A(push); X(suffix0); X(suffix1);
	N(vram_available); N(gart_available), N(channel); N(nr_buffers); N(nr_relocs); N(nr_push); X(suffix0);
	X(suffix1); N(vram_available); N(gart_available))
#endif
#ifdef DRM_IOCTL_NOUVEAU_CHANNEL_ALLOC
STRUCT(drm_nouveau_channel_alloc,
	N(fb_ctxdma_handle); N(tt_ctxdma_handle); N(channel); F(pushbuf_domains, drm_nouveau_domains);
	N(notifier_handle); WITHINS(subchan, N(handle); N(grclass)); N(nr_subchan))
#endif
SET(drm_msm_pipe, "MSM_PIPE_???", V(MSM_PIPE_NONE), V(MSM_PIPE_2D0))
SET(drm_msm_param_id, "MSM_PARAM_???", V(MSM_PARAM_GPU_ID))
SET(drm_msm_gem_info_id, "MSM_INFO_???", V(MSM_INFO_GET_OFFSET), V(MSM_INFO_GET_IOVA))
SET(drm_msm_prep, "MSM_PREP_???", V(MSM_PREP_READ))
SET(drm_msm_vm_bind_ops, "MSM_VM_BIND_OP_???", V(MSM_VM_BIND_OP_UNMAP), V(MSM_VM_BIND_OP_MAP))
SET(drm_msm_vm_bind_op_flags, "MSM_VM_BIND_OP_???", V(MSM_VM_BIND_OP_DUMP))
SET(drm_msm_vm_bind_flags, "MSM_VM_BIND_???", V(MSM_VM_BIND_FENCE_FD_IN))
SET(drm_msm_wait_fence_flags, "MSM_WAIT_FENCE_???", V(MSM_WAIT_FENCE_BOOST))
SET(drm_msm_madv, "MSM_MADV_???", V(MSM_MADV_WILLNEED), V(MSM_MADV_DONTNEED))
SET(drm_msm_submitqueue_flags, "MSM_SUBMITQUEUE_???", V(MSM_SUBMITQUEUE_ALLOW_PREEMPT))
SET(drm_msm_perfcntr_flags, "MSM_PERFCNTR_???", V(MSM_PERFCNTR_STREAM))
#ifdef DRM_IOCTL_MSM_WAIT_FENCE
STRUCT(drm_msm_wait_fence, N(fence); F(flags, drm_msm_wait_fence_flags); WITHIN(timeout, N(tv_sec); N(tv_nsec)); N(queueid))
#endif
#ifdef DRM_IOCTL_MSM_PERFCNTR_CONFIG
STRUCT(drm_msm_perfcntr_config, F(flags, drm_msm_perfcntr_flags); N(nr_groups); A(groups); N(period); N(bufsz_shift); N(group_stride))
#endif
#ifdef DRM_IOCTL_MSM_SUBMITQUEUE_NEW
STRUCT(drm_msm_submitqueue, F(flags, drm_msm_submitqueue_flags); N(prio); N(id))
#endif
#ifdef DRM_IOCTL_MSM_VM_BIND
STRUCT(drm_msm_vm_bind,
	F(flags, drm_msm_vm_bind_flags); N(nr_ops); N(fence_fd); N(queue_id); A(in_syncobjs); A(out_syncobjs);
	N(nr_in_syncobjs); N(nr_out_syncobjs); N(syncobj_stride); N(op_stride); WITHIN(op, E(op, drm_msm_vm_bind_ops);
	N(handle); X(obj_offset); X(iova); X(range); F(flags, drm_msm_vm_bind_op_flags); UNLESS_0(X, pad)))
#endif
SET(drm_radeon_init_func, "RADEON_???", V(RADEON_INIT_CP))
SET(drm_radeon_fullscreen_func, "RADEON_???", V(RADEON_INIT_FULLSCREEN))
SET(drm_radeon_clear_flags, "RADEON_???", V(RADEON_FRONT))
SET(drm_radeon_prim, "RADEON_???", V(RADEON_POINTS))
SET(drm_radeon_mem_region, "RADEON_MEM_REGION_???", V(RADEON_MEM_REGION_GART))
SET(drm_radeon_param, "RADEON_PARAM_???", V(RADEON_PARAM_GART_BUFFER_OFFSET))
SET(drm_radeon_setparam_param, "RADEON_SETPARAM_???", V(RADEON_SETPARAM_FB_LOCATION))
SET(drm_radeon_tiling, "RADEON_TILING_???", V(RADEON_TILING_MACRO))
SET(drm_radeon_domains, "RADEON_GEM_DOMAIN_???", V(RADEON_GEM_DOMAIN_CPU))
SET(drm_radeon_create_flags, "RADEON_GEM_???", V(RADEON_GEM_NO_BACKING_STORE))
SET(drm_radeon_userptr_flags, "RADEON_GEM_USERPTR_???", V(RADEON_GEM_USERPTR_READONLY))
SET(drm_radeon_gem_ops, "RADEON_GEM_OP_???", V(RADEON_GEM_OP_GET_INITIAL_DOMAIN), V(RADEON_GEM_OP_SET_INITIAL_DOMAIN))
SET(drm_radeon_info_request, "RADEON_INFO_???", V(RADEON_INFO_DEVICE_ID), V(RADEON_INFO_NUM_GB_PIPES))
#ifdef DRM_IOCTL_RADEON_FULLSCREEN
STRUCT_OF(drm_radeon_fullscreen_t, drm_radeon_fullscreen, E(func, drm_radeon_fullscreen_func))
#endif
#ifdef DRM_IOCTL_RADEON_IRQ_WAIT
STRUCT_OF(drm_radeon_irq_wait_t, drm_radeon_irq_wait, N(irq_seq))
#endif
#ifdef DRM_IOCTL_RADEON_SURF_FREE
STRUCT_OF(drm_radeon_surface_free_t, drm_radeon_surface_free, X(address))
#endif
#ifdef DRM_IOCTL_RADEON_FREE
STRUCT_OF(drm_radeon_mem_free_t, drm_radeon_mem_free, E(region, drm_radeon_mem_region); X(region_offset))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_WAIT_IDLE
STRUCT(drm_radeon_gem_wait_idle, N(handle); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_RADEON_INIT_HEAP
STRUCT_OF(drm_radeon_mem_init_heap_t, drm_radeon_mem_init_heap, E(region, drm_radeon_mem_region); N(size); N(start))
#endif
#ifdef DRM_IOCTL_RADEON_SETPARAM
STRUCT_OF(drm_radeon_setparam_t, drm_radeon_setparam, E(param, drm_radeon_setparam_param); N(value))
#endif
#ifdef DRM_IOCTL_RADEON_SURF_ALLOC
STRUCT_OF(drm_radeon_surface_alloc_t, drm_radeon_surface_alloc, X(address); N(size); F(flags, drm_radeon_tiling))
#endif
#ifdef DRM_IOCTL_RADEON_CMDBUF
STRUCT_OF(drm_radeon_cmd_buffer_t, drm_radeon_cmd_buffer, N(bufsz); P(buf); N(nbox); P(boxes))
#endif
#ifdef DRM_IOCTL_RADEON_INDICES
STRUCT_OF(drm_radeon_indices_t, drm_radeon_indices, E(prim, drm_radeon_prim); N(idx); N(start); N(end); N(discard))
#endif
#ifdef DRM_IOCTL_RADEON_CLEAR
STRUCT_OF(drm_radeon_clear_t, drm_radeon_clear, F(flags, drm_radeon_clear_flags); X(clear_color); X(clear_depth); X(color_mask); X(depth_mask); P(depth_boxes))
#endif
#ifdef DRM_IOCTL_RADEON_VERTEX2
STRUCT_OF(drm_radeon_vertex2_t, drm_radeon_vertex2, N(idx); N(discard); N(nr_states); P(state); N(nr_prims); P(prim))
#endif
#ifdef DRM_IOCTL_RADEON_CP_INIT
STRUCT_OF(drm_radeon_init_t, drm_radeon_init,
	E(func, drm_radeon_init_func); X(sarea_priv_offset); N(is_pci); N(cp_mode); N(gart_size); N(ring_size);
	N(usec_timeout); N(fb_bpp); X(front_offset); N(front_pitch); X(back_offset); N(back_pitch); N(depth_bpp);
	X(depth_offset); N(depth_pitch); X(fb_offset); X(mmio_offset); X(ring_offset); X(ring_rptr_offset);
	X(buffers_offset); X(gart_textures_offset))
#endif
#ifdef DRM_IOCTL_RADEON_IRQ_EMIT
STRUCT_OF(drm_radeon_irq_emit_t, drm_radeon_irq_emit, put_open("irq_seq"), put_addr((uintptr_t)p->irq_seq))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_BUSY
STRUCT(drm_radeon_gem_busy, N(handle); F(domain, drm_radeon_domains))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_SET_DOMAIN
STRUCT(drm_radeon_gem_set_domain, N(handle); F(read_domains, drm_radeon_domains); F(write_domain, drm_radeon_domains))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_SET_TILING
STRUCT(drm_radeon_gem_set_tiling, N(handle); F(tiling_flags, drm_radeon_tiling); N(pitch))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_GET_TILING
STRUCT(drm_radeon_gem_get_tiling, N(handle); F(tiling_flags, drm_radeon_tiling); N(pitch))
#endif
#ifdef DRM_IOCTL_RADEON_GETPARAM
STRUCT_OF(drm_radeon_getparam_t, drm_radeon_getparam, E(param, drm_radeon_param); P(value))
#endif
#ifdef DRM_IOCTL_RADEON_ALLOC
STRUCT_OF(drm_radeon_mem_alloc_t, drm_radeon_mem_alloc, E(region, drm_radeon_mem_region); N(alignment); N(size); P(region_offset))
#endif
#ifdef DRM_IOCTL_RADEON_INFO
STRUCT(drm_radeon_info, E(request, drm_radeon_info_request); UNLESS_0(X, pad); A(value))
#endif
#ifdef DRM_IOCTL_RADEON_TEXTURE
STRUCT_OF(drm_radeon_texture_t, drm_radeon_texture, X(offset); N(pitch); N(format); N(width); N(height); P(image))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_INFO
STRUCT(drm_radeon_gem_info, N(gart_size); N(vram_size); N(vram_visible))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_USERPTR
STRUCT(drm_radeon_gem_userptr, A(addr); N(size); F(flags, drm_radeon_userptr_flags); N(handle))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_CREATE
STRUCT(drm_radeon_gem_create, N(size); N(alignment); N(handle); F(initial_domain, drm_radeon_domains); F(flags, drm_radeon_create_flags))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_MMAP
STRUCT(drm_radeon_gem_mmap, N(handle); UNLESS_0(X, pad); X(offset); N(size); A(addr_ptr))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_PREAD
STRUCT(drm_radeon_gem_pread, N(handle); UNLESS_0(X, pad); X(offset); N(size); A(data_ptr))
#endif
#ifdef DRM_IOCTL_RADEON_GEM_PWRITE
STRUCT(drm_radeon_gem_pwrite, N(handle); UNLESS_0(X, pad); X(offset); N(size); A(data_ptr))
#endif
#ifdef DRM_IOCTL_RADEON_CS
BEFORE_AFTER(struct drm_radeon_cs, drm_radeon_cs,
	N(num_chunks); N(cs_id); A(chunks); N(gart_limit); N(vram_limit), N(num_chunks); N(cs_id); N(gart_limit);
	N(vram_limit))
#endif
SET(drm_panfrost_requirements, "PANFROST_JD_REQ_???", V(PANFROST_JD_REQ_FS))
SET(drm_panfrost_bo_flags, "PANFROST_BO_???", V(PANFROST_BO_NOEXEC))
SET(drm_panfrost_madv, "PANFROST_MADV_???", V(PANFROST_MADV_WILLNEED), V(PANFROST_MADV_DONTNEED))
SET(drm_panfrost_extra_flags, "DRM_PANFROST_BO_IS_???", V(DRM_PANFROST_BO_IS_IMPORTED))
SET(drm_panfrost_jm_ctx_priority, "PANFROST_JM_CTX_PRIORITY_???", V(PANFROST_JM_CTX_PRIORITY_LOW), V(PANFROST_JM_CTX_PRIORITY_MEDIUM))
#ifdef DRM_IOCTL_PANFROST_SUBMIT
STRUCT(drm_panfrost_submit,
	X(jc); A(in_syncs); N(in_sync_count); N(out_sync); A(bo_handles); N(bo_handle_count);
	F(requirements, drm_panfrost_requirements); N(jm_ctx_handle); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_PANFROST_JM_CTX_CREATE
STRUCT(drm_panfrost_jm_ctx_create, N(handle); E(priority, drm_panfrost_jm_ctx_priority))
#endif
#ifdef DRM_IOCTL_PANFROST_JM_CTX_DESTROY
STRUCT(drm_panfrost_jm_ctx_destroy, N(handle); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_PANFROST_SYNC_BO
STRUCT(drm_panfrost_sync_bo, A(ops); N(op_count); UNLESS_0(X, pad))
#endif
SET(drm_v3d_submit_flags, "DRM_V3D_SUBMIT_???", V(DRM_V3D_SUBMIT_CL_FLUSH_CACHE))
SET(drm_v3d_perfmon_global, "DRM_V3D_PERFMON_???", V(DRM_V3D_PERFMON_CLEAR_GLOBAL))
#ifdef DRM_IOCTL_V3D_PERFMON_SET_GLOBAL
STRUCT(drm_v3d_perfmon_set_global, F(flags, drm_v3d_perfmon_global); N(id))
#endif
#ifdef DRM_IOCTL_V3D_SUBMIT_CPU
STRUCT(drm_v3d_submit_cpu, A(bo_handles); N(bo_handle_count); F(flags, drm_v3d_submit_flags); A(extensions))
#endif
#ifdef DRM_IOCTL_V3D_SUBMIT_CSD
STRUCT(drm_v3d_submit_csd,
	XS(cfg); XS(coef); A(bo_handles); N(bo_handle_count); N(in_sync); N(out_sync); N(perfmon_id); A(extensions);
	F(flags, drm_v3d_submit_flags); UNLESS_0(X, pad))
#endif
#ifdef DRM_IOCTL_V3D_SUBMIT_TFU
STRUCT(drm_v3d_submit_tfu,
	X(icfg); X(iia); X(iis); X(ica); X(iua); X(ioa); X(ios); XS(coef); NS(bo_handles); N(in_sync); N(out_sync);
	F(flags, drm_v3d_submit_flags); A(extensions); WITHIN(v71, X(ioc); UNLESS_0(X, pad)))
#endif
#ifdef DRM_IOCTL_V3D_PERFMON_DESTROY
STRUCT(drm_v3d_perfmon_destroy, N(id))
#endif
#ifdef DRM_IOCTL_V3D_GET_BO_OFFSET
STRUCT(drm_v3d_get_bo_offset, N(handle); X(offset))
#endif
#ifdef DRM_IOCTL_V3D_SUBMIT_CL
BEFORE_AFTER(struct drm_v3d_submit_cl, drm_v3d_submit_cl,
	X(bcl_start); X(bcl_end); X(rcl_start); X(rcl_end); N(in_sync_bcl); N(in_sync_rcl); N(out_sync); X(qma); X(qms);
	X(qts); A(bo_handles); N(bo_handle_count); F(flags, drm_v3d_submit_flags); N(perfmon_id); UNLESS_0(X, pad);
	A(extensions), X(bcl_start); X(bcl_end); X(rcl_start); X(rcl_end); N(in_sync_bcl); N(in_sync_rcl); N(out_sync);
	X(qma); X(qms); X(qts); N(bo_handle_count); F(flags, drm_v3d_submit_flags); N(perfmon_id); UNLESS_0(X, pad);
	A(extensions))
#endif
#ifdef DRM_IOCTL_V3D_PERFMON_GET_COUNTER
STRUCT(drm_v3d_perfmon_get_counter, N(counter); T(name); T(category); T(description); UNLESS_0(S, reserved))
#endif
SET(drm_vc4_madv, "VC4_MADV_???", V(VC4_MADV_WILLNEED), V(VC4_MADV_DONTNEED))
SET(drm_vc4_surface_flags, "VC4_SUBMIT_RCL_SURFACE_???", V(VC4_SUBMIT_RCL_SURFACE_READ_IS_FULL_RES))
SET(drm_vc4_submit_flags, "VC4_SUBMIT_CL_???", V(VC4_SUBMIT_CL_USE_CLEAR_COLOR))
#ifdef DRM_IOCTL_VC4_PERFMON_DESTROY
STRUCT(drm_vc4_perfmon_destroy, N(id))
#endif
#ifdef DRM_IOCTL_VC4_PERFMON_GET_VALUES
STRUCT(drm_vc4_perfmon_get_values, N(id); A(values_ptr))
#endif
#ifdef DRM_IOCTL_VC4_PERFMON_CREATE
STRUCT(drm_vc4_perfmon_create, N(id); N(ncounters); AS(events, "[VC4_PERFCNT_FEP_VALID_PRIMS_RENDER]"))
#endif
#ifdef DRM_IOCTL_VC4_GET_HANG_STATE
STRUCT(drm_vc4_get_hang_state,
	A(bo); N(bo_count); X(start_bin); X(start_render); X(ct0ca); X(ct0ea); X(ct1ca); X(ct1ea); X(ct0cs); X(ct1cs);
	X(ct0ra0); X(ct1ra0); X(bpca); X(bpcs); X(bpoa); X(bpos); X(vpmbase); X(dbge); X(fdbgo); X(fdbgb); X(fdbgr);
	X(fdbgs); X(errstat); if (request_is_set(&p->pad, sizeof(p->pad))) XS(pad))
#endif
#ifdef DRM_IOCTL_VC4_SUBMIT_CL
BEFORE_AFTER(struct drm_vc4_submit_cl, drm_vc4_submit_cl,
	A(bin_cl); A(shader_rec); A(uniforms); A(bo_handles); N(bin_cl_size); N(shader_rec_size); N(shader_rec_count);
	N(uniforms_size); N(bo_handle_count); N(width); N(height); N(min_x_tile); N(min_y_tile); N(max_x_tile);
	N(max_y_tile); WITHIN(color_read, N(hindex); X(offset); X(bits); F(flags, drm_vc4_surface_flags));
	WITHIN(color_write, N(hindex); X(offset); X(bits); F(flags, drm_vc4_surface_flags)); WITHIN(zs_read, N(hindex);
	X(offset); X(bits); F(flags, drm_vc4_surface_flags)); WITHIN(zs_write, N(hindex); X(offset); X(bits);
	F(flags, drm_vc4_surface_flags)); WITHIN(msaa_color_write, N(hindex); X(offset); X(bits);
	F(flags, drm_vc4_surface_flags)); WITHIN(msaa_zs_write, N(hindex); X(offset); X(bits);
	F(flags, drm_vc4_surface_flags)); XS(clear_color); X(clear_z); N(clear_s); (void)0;
	F(flags, drm_vc4_submit_flags); N(seqno); N(perfmonid); N(in_sync); N(out_sync);
	UNLESS_0(X, pad2), N(bin_cl_size); N(shader_rec_size); N(shader_rec_count); N(uniforms_size); N(bo_handle_count);
	N(width); N(height); N(min_x_tile); N(min_y_tile); N(max_x_tile); N(max_y_tile); WITHIN(color_read, N(hindex);
	X(offset); X(bits); F(flags, drm_vc4_surface_flags)); WITHIN(color_write, N(hindex); X(offset); X(bits);
	F(flags, drm_vc4_surface_flags)); WITHIN(zs_read, N(hindex); X(offset); X(bits);
	F(flags, drm_vc4_surface_flags)); WITHIN(zs_write, N(hindex); X(offset); X(bits);
	F(flags, drm_vc4_surface_flags)); WITHIN(msaa_color_write, N(hindex); X(offset); X(bits);
	F(flags, drm_vc4_surface_flags)); WITHIN(msaa_zs_write, N(hindex); X(offset); X(bits);
	F(flags, drm_vc4_surface_flags)); XS(clear_color); X(clear_z); N(clear_s); (void)0;
	F(flags, drm_vc4_submit_flags); N(seqno); N(perfmonid); N(in_sync); N(out_sync); UNLESS_0(X, pad2))
#endif
SET(drm_etnaviv_prep, "ETNA_PREP_???", V(ETNA_PREP_READ))
SET(drm_etnaviv_submit_flags, "ETNA_SUBMIT_???", V(ETNA_SUBMIT_NO_IMPLICIT))
SET(drm_etnaviv_pipe, "ETNA_PIPE_???", V(ETNA_PIPE_3D), V(ETNA_PIPE_2D))
SET(drm_etnaviv_wait_flags, "ETNA_WAIT_???", V(ETNA_WAIT_NONBLOCK))
SET(drm_etnaviv_userptr_flags, "ETNA_USERPTR_???", V(ETNA_USERPTR_READ))
#ifdef DRM_IOCTL_ETNAVIV_GEM_WAIT
STRUCT(drm_etnaviv_gem_wait, N(pipe); N(handle); F(flags, drm_etnaviv_wait_flags); UNLESS_0(X, pad); WITHIN(timeout, N(tv_sec); N(tv_nsec)))
#endif
#ifdef DRM_IOCTL_ETNAVIV_PM_QUERY_SIG
STRUCT(drm_etnaviv_pm_signal, N(pipe); N(domain); UNLESS_0(X, pad); N(iter); N(id); T(name))
#endif
#ifdef DRM_IOCTL_ETNAVIV_GEM_USERPTR
STRUCT(drm_etnaviv_gem_userptr, A(user_ptr); N(user_size); F(flags, drm_etnaviv_userptr_flags); N(handle))
#endif
#ifdef DRM_IOCTL_ETNAVIV_WAIT_FENCE
STRUCT(drm_etnaviv_wait_fence, N(pipe); N(fence); F(flags, drm_etnaviv_wait_flags); UNLESS_0(X, pad); WITHIN(timeout, N(tv_sec); N(tv_nsec)))
#endif
SET(drm_lima_pipe, "LIMA_PIPE_???", V(LIMA_PIPE_GP), V(LIMA_PIPE_PP))
SET(drm_lima_submit_flags, "LIMA_SUBMIT_FLAG_???", V(LIMA_SUBMIT_FLAG_EXPLICIT_FENCE))
SET(drm_lima_wait, "LIMA_GEM_WAIT_???", V(LIMA_GEM_WAIT_READ))
#ifdef DRM_IOCTL_LIMA_GEM_SUBMIT
STRUCT(drm_lima_gem_submit,
	N(ctx); E(pipe, drm_lima_pipe); N(nr_bos); N(frame_size); A(bos); A(frame); F(flags, drm_lima_submit_flags);
	N(out_sync); NS(in_sync))
#endif
#ifdef DRM_IOCTL_LIMA_CTX_CREATE
STRUCT(drm_lima_ctx_create, N(id); UNLESS_0(X, _pad))
#endif
SET(drm_tegra_tiling, "DRM_TEGRA_GEM_TILING_MODE_???", V(DRM_TEGRA_GEM_TILING_MODE_PITCH), V(DRM_TEGRA_GEM_TILING_MODE_TILED))
SET(drm_tegra_gem_flags, "DRM_TEGRA_GEM_???", V(DRM_TEGRA_GEM_BOTTOM_UP))
SET(drm_tegra_channel_caps, "DRM_TEGRA_CHANNEL_CAP_???", V(DRM_TEGRA_CHANNEL_CAP_CACHE_COHERENT))
SET(drm_tegra_map_flags, "DRM_TEGRA_CHANNEL_MAP_???", V(DRM_TEGRA_CHANNEL_MAP_READ))
#ifdef DRM_IOCTL_TEGRA_SYNCPT_READ
STRUCT(drm_tegra_syncpt_read, N(id); N(value))
#endif
#ifdef DRM_IOCTL_TEGRA_CLOSE_CHANNEL
STRUCT(drm_tegra_close_channel, X(context))
#endif
#ifdef DRM_IOCTL_TEGRA_GEM_SET_FLAGS
STRUCT(drm_tegra_gem_set_flags, N(handle); F(flags, drm_tegra_gem_flags))
#endif
#ifdef DRM_IOCTL_TEGRA_GEM_GET_FLAGS
STRUCT(drm_tegra_gem_get_flags, N(handle); F(flags, drm_tegra_gem_flags))
#endif
#ifdef DRM_IOCTL_TEGRA_CHANNEL_CLOSE
STRUCT(drm_tegra_channel_close, N(context); UNLESS_0(X, padding))
#endif
#ifdef DRM_IOCTL_TEGRA_SYNCPOINT_FREE
STRUCT(drm_tegra_syncpoint_free, N(id); UNLESS_0(X, padding))
#endif
#ifdef DRM_IOCTL_TEGRA_CHANNEL_MAP
STRUCT(drm_tegra_channel_map, N(context); N(handle); F(flags, drm_tegra_map_flags); N(mapping))
#endif
#ifdef DRM_IOCTL_TEGRA_SYNCPOINT_WAIT
STRUCT(drm_tegra_syncpoint_wait, N(timeout_ns); N(id); N(threshold); N(value); UNLESS_0(X, padding))
#endif
#ifdef DRM_IOCTL_TEGRA_CHANNEL_SUBMIT
BEFORE_AFTER(struct drm_tegra_channel_submit, drm_tegra_channel_submit,
	N(context); N(num_bufs); N(num_cmds); N(gather_data_words); A(bufs_ptr); A(cmds_ptr); A(gather_data_ptr);
	N(syncobj_in); N(syncobj_out); WITHIN(syncpt, N(id); X(flags); N(increments); N(value)), N(context); N(num_bufs);
	N(num_cmds); N(gather_data_words); N(syncobj_in); N(syncobj_out); WITHIN(syncpt, N(id); X(flags); N(increments);
	N(value)))
#endif
#ifdef DRM_IOCTL_TEGRA_SUBMIT
BEFORE_AFTER(struct drm_tegra_submit, drm_tegra_submit,
	X(context); N(num_syncpts); N(num_cmdbufs); N(num_relocs); N(num_waitchks); X(waitchk_mask); N(timeout);
	A(syncpts); A(cmdbufs); A(relocs); A(waitchks); N(fence);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved), X(context); N(num_syncpts); N(num_cmdbufs);
	N(num_relocs); N(num_waitchks); X(waitchk_mask); N(timeout); N(fence);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
SET(drm_exynos_g2d_event, "G2D_EVENT_???", V(G2D_EVENT_NOT), V(G2D_EVENT_NONSTOP))
SET(drm_exynos_ipp_format_type, "DRM_EXYNOS_IPP_FORMAT_???", V(DRM_EXYNOS_IPP_FORMAT_SOURCE))
SET(drm_exynos_ipp_caps, "DRM_EXYNOS_IPP_CAP_???", V(DRM_EXYNOS_IPP_CAP_CROP))
SET(drm_exynos_ipp_flags, "DRM_EXYNOS_IPP_FLAG_???", V(DRM_EXYNOS_IPP_FLAG_EVENT))
#ifdef DRM_IOCTL_EXYNOS_G2D_EXEC
STRUCT(drm_exynos_g2d_exec, N(async))
#endif
#ifdef DRM_IOCTL_EXYNOS_IPP_GET_RESOURCES
STRUCT(drm_exynos_ioctl_ipp_get_res, N(count_ipps); UNLESS_0(X, reserved); A(ipp_id_ptr))
#endif
#ifdef DRM_IOCTL_EXYNOS_IPP_GET_CAPS
STRUCT(drm_exynos_ioctl_ipp_get_caps, N(ipp_id); F(capabilities, drm_exynos_ipp_caps); UNLESS_0(X, reserved); N(formats_count); A(formats_ptr))
#endif
#ifdef DRM_IOCTL_EXYNOS_IPP_GET_LIMITS
STRUCT(drm_exynos_ioctl_ipp_get_limits,
	N(ipp_id); AS(fourcc, "v4l2_fourcc('\\x01', '\\x00', '\\x00', '\\x00')"); X(modifier);
	F(type, drm_exynos_ipp_format_type); N(limits_count); A(limits_ptr))
#endif
#ifdef DRM_IOCTL_EXYNOS_IPP_COMMIT
BEFORE_AFTER(struct drm_exynos_ioctl_ipp_commit, drm_exynos_ioctl_ipp_commit,
	N(ipp_id); F(flags, drm_exynos_ipp_flags); UNLESS_0(X, reserved); N(params_size); A(params_ptr);
	X(user_data), N(ipp_id); F(flags, drm_exynos_ipp_flags); UNLESS_0(X, reserved); N(params_size); X(user_data))
#endif
#ifdef DRM_IOCTL_EXYNOS_G2D_SET_CMDLIST
BEFORE_AFTER(struct drm_exynos_g2d_set_cmdlist, drm_exynos_g2d_set_cmdlist,
	A(cmd); A(cmd_buf); N(cmd_nr); N(cmd_buf_nr); E(event_type, drm_exynos_g2d_event); X(user_data), N(cmd_nr);
	N(cmd_buf_nr); E(event_type, drm_exynos_g2d_event); X(user_data))
#endif
SET(drm_omap_gem_op, "OMAP_GEM_???", V(OMAP_GEM_READ))
SET(drm_omap_param_id, "OMAP_PARAM_???", V(OMAP_PARAM_CHIPSET_ID))
#ifdef DRM_IOCTL_ARMADA_GEM_PWRITE
STRUCT(drm_armada_gem_pwrite, A(ptr); N(handle); X(offset); N(size))
#endif
#ifdef DRM_IOCTL_ARMADA_GEM_MMAP
STRUCT(drm_armada_gem_mmap, N(handle); UNLESS_0(X, pad); X(offset); N(size); A(addr))
#endif
SET(drm_pvr_bo_flags, "DRM_PVR_BO_???", V(DRM_PVR_BO_BYPASS_DEVICE_CACHE))
SET(drm_pvr_ctx_type, "DRM_PVR_CTX_TYPE_???", V(DRM_PVR_CTX_TYPE_RENDER), V(DRM_PVR_CTX_TYPE_COMPUTE))
SET(drm_pvr_ctx_priority, "DRM_PVR_CTX_PRIORITY_???", V(DRM_PVR_CTX_PRIORITY_NORMAL))
#ifdef DRM_IOCTL_PVR_DESTROY_FREE_LIST
STRUCT(drm_pvr_ioctl_destroy_free_list_args, N(handle); if (request_is_set(&p->_padding_4, sizeof(p->_padding_4))) X(_padding_4))
#endif
#ifdef DRM_IOCTL_PVR_VM_UNMAP
STRUCT(drm_pvr_ioctl_vm_unmap_args,
	N(vm_context_handle); if (request_is_set(&p->_padding_4, sizeof(p->_padding_4))) X(_padding_4); X(device_addr);
	N(size))
#endif
#ifdef DRM_IOCTL_PVR_VM_MAP
STRUCT(drm_pvr_ioctl_vm_map_args,
	N(vm_context_handle); X(flags); X(device_addr); N(handle);
	if (request_is_set(&p->_padding_14, sizeof(p->_padding_14))) X(_padding_14); X(offset); N(size))
#endif
#ifdef DRM_IOCTL_PVR_CREATE_CONTEXT
BEFORE_AFTER(struct drm_pvr_ioctl_create_context_args, drm_pvr_ioctl_create_context_args,
	E(type, drm_pvr_ctx_type); X(flags); E(priority, drm_pvr_ctx_priority); N(handle); A(static_context_state);
	N(static_context_state_len); N(vm_context_handle); X(callstack_addr), E(type, drm_pvr_ctx_type); X(flags);
	E(priority, drm_pvr_ctx_priority); N(handle); N(static_context_state_len); N(vm_context_handle);
	X(callstack_addr))
#endif
#ifdef DRM_IOCTL_PVR_CREATE_HWRT_DATASET
STRUCT(drm_pvr_ioctl_create_hwrt_dataset_args,
	WITHIN(geom_data_args, X(tpc_dev_addr); N(tpc_size); N(tpc_stride); X(vheap_table_dev_addr); X(rtc_dev_addr));
	WITHINS(rt_data_args, X(pm_mlist_dev_addr); X(macrotile_array_dev_addr); X(region_header_dev_addr));
	NS(free_list_handles); N(width); N(height); N(samples); N(layers); N(isp_merge_lower_x); N(isp_merge_lower_y);
	N(isp_merge_scale_x); N(isp_merge_scale_y); N(isp_merge_upper_x); N(isp_merge_upper_y); N(region_header_size);
	N(handle))
#endif
#ifdef DRM_IOCTL_PVR_DESTROY_HWRT_DATASET
STRUCT(drm_pvr_ioctl_destroy_hwrt_dataset_args, N(handle); if (request_is_set(&p->_padding_4, sizeof(p->_padding_4))) X(_padding_4))
#endif
#ifdef DRM_IOCTL_QAIC_ATTACH_SLICE_BO
STRUCT(qaic_attach_slice, WITHIN(hdr, N(count); N(dbc_id); N(handle); N(dir); N(size)); A(data))
#endif
#ifdef DRM_IOCTL_QAIC_WAIT_BO
STRUCT(qaic_wait, N(handle); N(timeout); N(dbc_id); UNLESS_0(X, pad))
#endif
SET(drm_ivpu_param_id, "DRM_IVPU_PARAM_???", V(DRM_IVPU_PARAM_DEVICE_ID), V(DRM_IVPU_PARAM_DEVICE_REVISION))
SET(drm_ivpu_bo_flags, "DRM_IVPU_BO_???", V(DRM_IVPU_BO_SHAVE_MEM))
SET(drm_ivpu_engine, "DRM_IVPU_ENGINE_???", V(DRM_IVPU_ENGINE_COMPUTE), V(DRM_IVPU_ENGINE_COPY))
SET(drm_ivpu_job_priority, "DRM_IVPU_JOB_PRIORITY_???", V(DRM_IVPU_JOB_PRIORITY_DEFAULT), V(DRM_IVPU_JOB_PRIORITY_IDLE))
#ifdef DRM_IOCTL_IVPU_SUBMIT
STRUCT(drm_ivpu_submit,
	A(buffers_ptr); N(buffer_count); E(engine, drm_ivpu_engine); X(flags); X(commands_offset);
	E(priority, drm_ivpu_job_priority))
#endif
#ifdef DRM_IOCTL_IVPU_CMDQ_SUBMIT
STRUCT(drm_ivpu_cmdq_submit,
	A(buffers_ptr); N(buffer_count); N(cmdq_id); X(flags); X(commands_offset); N(preempt_buffer_index);
	UNLESS_0(X, reserved))
#endif
#ifdef DRM_IOCTL_IVPU_CMDQ_CREATE
STRUCT(drm_ivpu_cmdq_create, N(cmdq_id); E(priority, drm_ivpu_job_priority); X(flags))
#endif
#ifdef DRM_IOCTL_IVPU_METRIC_STREAMER_START
STRUCT(drm_ivpu_metric_streamer_start, X(metric_group_mask); N(sampling_period_ns); N(read_period_samples); N(sample_size); N(max_data_size))
#endif
#ifdef DRM_IOCTL_IVPU_METRIC_STREAMER_GET_INFO
STRUCT(drm_ivpu_metric_streamer_get_data, X(metric_group_mask); A(buffer_ptr); N(buffer_size); N(data_size))
#endif
#ifdef DRM_IOCTL_IVPU_BO_CREATE_FROM_USERPTR
STRUCT(drm_ivpu_bo_create_from_userptr, A(user_ptr); N(size); F(flags, drm_ivpu_bo_flags); N(handle); X(vpu_addr))
#endif
#ifdef DRM_IOCTL_ROCKET_FINI_BO
STRUCT(drm_rocket_fini_bo, N(handle); UNLESS_0(X, reserved))
#endif
SET(amdxdna_drm_config_hwctx_param, "DRM_AMDXDNA_HWCTX_???", V(DRM_AMDXDNA_HWCTX_CONFIG_CU), V(DRM_AMDXDNA_HWCTX_ASSIGN_DBG_BUF))
SET(amdxdna_bo_type, "AMDXDNA_BO_???", V(AMDXDNA_BO_INVALID), V(AMDXDNA_BO_SHARE))
SET(amdxdna_sync_direction, "SYNC_DIRECT_???", V(SYNC_DIRECT_TO_DEVICE), V(SYNC_DIRECT_FROM_DEVICE))
SET(amdxdna_get_array_param, "DRM_AMDXDNA_???", V(DRM_AMDXDNA_HW_CONTEXT_ALL))
SET(amdxdna_drm_set_param, "DRM_AMDXDNA_???", V(DRM_AMDXDNA_SET_POWER_MODE), V(DRM_AMDXDNA_WRITE_AIE_MEM))
#ifdef DRM_IOCTL_AMDXDNA_GET_ARRAY
STRUCT(amdxdna_drm_get_array, E(param, amdxdna_get_array_param); N(element_size); N(num_element); UNLESS_0(X, pad); A(buffer))
#endif
#ifdef DRM_IOCTL_AMDXDNA_GET_BO_INFO
STRUCT(amdxdna_drm_get_bo_info, A(ext); X(ext_flags); N(handle); UNLESS_0(X, pad); X(map_offset); A(vaddr); X(xdna_addr))
#endif
#ifdef DRM_IOCTL_AMDXDNA_CREATE_HWCTX
BEFORE_AFTER(struct amdxdna_drm_create_hwctx, amdxdna_drm_create_hwctx,
	A(ext); X(ext_flags); A(qos_p); N(umq_bo); N(log_buf_bo); N(max_opc); N(num_tiles); N(mem_size); X(umq_doorbell);
	N(handle); N(syncobj_handle), A(ext); X(ext_flags); N(umq_bo); N(log_buf_bo); N(max_opc); N(num_tiles);
	N(mem_size); X(umq_doorbell); N(handle); N(syncobj_handle))
#endif
SET(hl_info_op, "HL_INFO_???", V(HL_INFO_HW_IP_INFO), V(HL_INFO_HW_EVENTS))
SET(hl_cb_op, "HL_CB_OP_???", V(HL_CB_OP_CREATE), V(HL_CB_OP_DESTROY))
SET(hl_cb_flags, "HL_CB_FLAGS_???", V(HL_CB_FLAGS_MAP))
SET(hl_cs_flags, "HL_CS_FLAGS_???", V(HL_CS_FLAGS_FORCE_RESTORE))
SET(hl_cs_status, "HL_CS_STATUS_???", V(HL_CS_STATUS_SUCCESS))
SET(hl_wait_cs_status, "HL_WAIT_CS_STATUS_???", V(HL_WAIT_CS_STATUS_COMPLETED), V(HL_WAIT_CS_STATUS_BUSY))
SET(hl_wait_cs_status_flags, "HL_WAIT_CS_STATUS_FLAG_???", V(HL_WAIT_CS_STATUS_FLAG_GONE))
SET(hl_mem_op, "HL_MEM_OP_???", V(HL_MEM_OP_ALLOC), V(HL_MEM_OP_FREE))
SET(hl_mem_flags, "HL_MEM_???", V(HL_MEM_CONTIGUOUS))
SET(hl_debug_op, "HL_DEBUG_OP_???", V(HL_DEBUG_OP_ETR), V(HL_DEBUG_OP_ETF))
#ifdef DRM_IOCTL_HL_MEMORY
BEFORE_AFTER(union hl_mem_args, hl_mem_args,
	WITHIN(in, WITHIN(free, X(handle)); E(op, hl_mem_op); F(flags, hl_mem_flags); N(ctx_id);
	N(num_of_elements)), WITHIN(out, X(device_virt_addr); if (p->block_size) N(block_size); UNLESS_0(X, pad)))
#endif
#ifdef DRM_IOCTL_HL_DEBUG
STRUCT(hl_debug_args, A(input_ptr); A(output_ptr); N(input_size); N(output_size); E(op, hl_debug_op); N(reg_idx); N(enable); N(ctx_id))
#endif
#ifdef DRM_IOCTL_HL_CS
BEFORE_AFTER(union hl_cs_args, hl_cs_args,
	WITHIN(in, A(chunks_restore); A(chunks_execute); N(seq); N(num_chunks_restore); N(num_chunks_execute);
	N(timeout); F(cs_flags, hl_cs_flags); N(ctx_id); UNLESS_0(S, pad)), WITHIN(out, N(seq); E(status, hl_cs_status);
	X(sob_base_addr_offset); N(sob_count_before_submission); if (request_is_set(&p->pad, sizeof(p->pad))) XS(pad)))
#endif
#ifdef DRM_IOCTL_HL_WAIT_CS
BEFORE_AFTER(union hl_wait_cs_args, hl_wait_cs_args,
	WITHIN(in, N(seq); N(timeout_us); N(ctx_id); AS(flags, "0x1 /* HL_WAIT_CS_FLAGS_??? */"); X(cq_counters_offset);
	X(timestamp_handle); X(timestamp_offset)), WITHIN(out, E(status, hl_wait_cs_status);
	F(flags, hl_wait_cs_status_flags); N(timestamp_nsec); X(cs_completion_map); UNLESS_0(X, pad)))
#endif
STRUCT(amdxdna_drm_wait_cmd, N(hwctx); N(timeout); N(seq))
STRUCT_OF(drm_radeon_vertex_t, drm_radeon_vertex, E(prim, drm_radeon_prim); N(idx); N(count); N(discard))
STRUCT_OF(char, shared_40106449_of_2, ONE_OF(amdxdna, amdxdna_drm_wait_cmd); ONE_OF(radeon, drm_radeon_vertex))
BEFORE_AFTER(union drm_amdgpu_gem_mmap, drm_amdgpu_gem_mmap, WITHIN(in, N(handle); UNLESS_0(X, _pad)), WITHIN(out, X(addr_ptr)))
STRUCT(amdxdna_drm_destroy_hwctx, N(handle); UNLESS_0(X, pad))
STRUCT_OF(char, shared_c0086441_of_2, ONE_OF(amdgpu, drm_amdgpu_gem_mmap); ONE_OF(amdxdna, amdxdna_drm_destroy_hwctx))
STRUCT(amdxdna_drm_sync_bo, N(handle); E(direction, amdxdna_sync_direction); X(offset); N(size))
STRUCT(drm_vc4_create_shader_bo, N(size); X(flags); A(data); N(handle); UNLESS_0(X, pad))
STRUCT_OF(char, shared_c0186445_of_2, ONE_OF(amdxdna, amdxdna_drm_sync_bo); ONE_OF(vc4, drm_vc4_create_shader_bo))
STRUCT(amdxdna_drm_create_bo, X(flags); A(vaddr); N(size); E(type, amdxdna_bo_type); N(handle))
STRUCT(drm_ivpu_bo_info, N(handle); F(flags, drm_ivpu_bo_flags); X(vpu_addr); X(mmap_offset); N(size))
STRUCT(drm_xe_vm_create,
	if (p->extensions) A(extensions); F(flags, drm_xe_vm_create_flags); N(vm_id);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
STRUCT_OF(char, shared_c0206443_of_3, ONE_OF(amdxdna, amdxdna_drm_create_bo); ONE_OF(ivpu, drm_ivpu_bo_info); ONE_OF(xe, drm_xe_vm_create))
STRUCT(drm_qxl_update_area, N(handle); N(top); N(left); N(bottom); N(right); UNLESS_0(X, pad))
STRUCT_OF(char, shared_40186443_of_2, ONE_OF(armada, drm_armada_gem_pwrite); ONE_OF(qxl, drm_qxl_update_area))
STRUCT_OF(drm_i915_batchbuffer_t, drm_i915_batchbuffer, N(start); N(used); X(DR1); X(DR4); N(num_cliprects); P(cliprects))
STRUCT_OF(char, shared_40186443_32, ONE_OF(i915, drm_i915_batchbuffer); ONE_OF(qxl, drm_qxl_update_area))
STRUCT(drm_armada_gem_create, N(handle); N(size))
STRUCT(drm_qxl_alloc, N(size); N(handle))
STRUCT_OF(char, shared_c0086440_of_2, ONE_OF(armada, drm_armada_gem_create); ONE_OF(qxl, drm_qxl_alloc))
STRUCT(drm_exynos_g2d_get_ver, N(major); N(minor))
STRUCT(drm_tegra_syncpoint_allocate, N(id); UNLESS_0(X, padding))
STRUCT_OF(char, shared_c0086460_of_2, ONE_OF(exynos, drm_exynos_g2d_get_ver); ONE_OF(tegra, drm_tegra_syncpoint_allocate))
BEFORE_AFTER(union hl_cb_args, hl_cb_args,
	WITHIN(in, X(cb_handle); E(op, hl_cb_op); N(cb_size); N(ctx_id);
	F(flags, hl_cb_flags)), WITHIN(out, X(cb_handle)))
STRUCT(drm_pvr_ioctl_create_bo_args,
	N(size); N(handle); if (request_is_set(&p->_padding_c, sizeof(p->_padding_c))) X(_padding_c);
	F(flags, drm_pvr_bo_flags))
STRUCT_OF(char, shared_c0186441_of_2, ONE_OF(hl, hl_cb_args); ONE_OF(pvr, drm_pvr_ioctl_create_bo_args))
STRUCT_OF(drm_i915_irq_wait_t, drm_i915_irq_wait, N(irq_seq))
STRUCT(drm_msm_gem_cpu_fini, N(handle))
STRUCT_OF(char, shared_40046445_of_2, ONE_OF(i915, drm_i915_irq_wait); ONE_OF(msm, drm_msm_gem_cpu_fini))
STRUCT_OF(drm_i915_mem_destroy_heap_t, drm_i915_mem_destroy_heap, E(region, drm_i915_mem_region))
STRUCT(drm_ivpu_cmdq_destroy, N(cmdq_id))
STRUCT_OF(char, shared_4004644c_of_2, ONE_OF(i915, drm_i915_mem_destroy_heap); ONE_OF(ivpu, drm_ivpu_cmdq_destroy))
STRUCT_OF(drm_radeon_stipple_t, drm_radeon_stipple, P(mask))
STRUCT_OF(char, shared_4004644c_32, ONE_OF(i915, drm_i915_mem_destroy_heap); ONE_OF(ivpu, drm_ivpu_cmdq_destroy); ONE_OF(radeon, drm_radeon_stipple))
STRUCT_OF(char, shared_40206443_of_2, ONE_OF(i915, drm_i915_batchbuffer); ONE_OF(qaic, qaic_attach_slice))
STRUCT_OF(drm_i915_cmdbuffer_t, _drm_i915_cmdbuffer, P(buf); N(sz); X(DR1); X(DR4); N(num_cliprects); P(cliprects))
STRUCT_OF(char, shared_4020644b_of_2, ONE_OF(i915, _drm_i915_cmdbuffer); ONE_OF(xe, drm_xe_observation_param))
STRUCT(drm_i915_gem_wait, N(bo_handle); X(flags); N(timeout_ns))
STRUCT(drm_radeon_gem_op, N(handle); E(op, drm_radeon_gem_ops); X(value))
STRUCT_OF(char, shared_c010646c_of_2, ONE_OF(i915, drm_i915_gem_wait); ONE_OF(radeon, drm_radeon_gem_op))
STRUCT_OF(drm_i915_mem_alloc_t, drm_i915_mem_alloc,
	E(region, drm_i915_mem_region); N(alignment); N(size);
	put_open("region_offset"), put_addr((uintptr_t)p->region_offset))
STRUCT_OF(char, shared_c0186448_of_2, ONE_OF(etnaviv, drm_etnaviv_gem_userptr); ONE_OF(i915, drm_i915_mem_alloc))
STRUCT(drm_ivpu_metric_streamer_stop, X(metric_group_mask))
STRUCT(drm_pvr_ioctl_destroy_context_args, N(handle); if (request_is_set(&p->_padding_4, sizeof(p->_padding_4))) X(_padding_4))
STRUCT(qaic_detach_slice, N(handle); UNLESS_0(X, pad))
STRUCT_OF(char, shared_40086448_of_3,
	ONE_OF(ivpu, drm_ivpu_metric_streamer_stop); ONE_OF(pvr, drm_pvr_ioctl_destroy_context_args);
	ONE_OF(qaic, qaic_detach_slice))
STRUCT_OF(char, shared_40206445_of_2, ONE_OF(amdgpu, drm_amdgpu_info); ONE_OF(ivpu, drm_ivpu_submit))
BEFORE_AFTER(union drm_amdgpu_wait_cs, drm_amdgpu_wait_cs,
	WITHIN(in, N(handle); N(timeout); E(ip_type, drm_amdgpu_hw_ip); N(ip_instance); N(ring);
	N(ctx_id)), WITHIN(out, N(status)))
STRUCT(drm_pvr_ioctl_create_free_list_args,
	X(free_list_gpu_addr); N(initial_num_pages); N(max_num_pages); N(grow_num_pages); N(grow_threshold);
	N(vm_context_handle); N(handle))
STRUCT_OF(char, shared_c0206449_of_3,
	ONE_OF(amdgpu, drm_amdgpu_wait_cs); ONE_OF(ivpu, drm_ivpu_metric_streamer_get_data);
	ONE_OF(pvr, drm_pvr_ioctl_create_free_list_args))
STRUCT_OF(char, shared_c020644e_of_2, ONE_OF(ivpu, drm_ivpu_bo_create_from_userptr); ONE_OF(radeon, drm_radeon_texture))
STRUCT(drm_lima_gem_wait, N(handle); F(op, drm_lima_wait); N(timeout_ns))
STRUCT(qaic_execute, WITHIN(hdr, N(count); N(dbc_id)); A(data))
STRUCT_OF(char, shared_40106444_of_2, ONE_OF(lima, drm_lima_gem_wait); ONE_OF(qaic, qaic_execute))
STRUCT(drm_msm_param, E(pipe, drm_msm_pipe); E(param, drm_msm_param_id); X(value); N(len); UNLESS_0(X, pad))
STRUCT(drm_rocket_submit, A(jobs); N(job_count); N(job_struct_size); UNLESS_0(X, reserved))
STRUCT_OF(char, shared_40186441_of_2, ONE_OF(msm, drm_msm_param); ONE_OF(rocket, drm_rocket_submit))
STRUCT_OF(char, shared_40206447_of_2, ONE_OF(etnaviv, drm_etnaviv_wait_fence); ONE_OF(msm, drm_msm_wait_fence))
STRUCT(hl_info_args, A(return_pointer); N(return_size); E(op, hl_info_op); N(dcore_id); UNLESS_0(X, pad))
STRUCT(drm_rocket_create_bo, N(size); N(handle); X(dma_address); X(offset))
STRUCT_OF(char, shared_c0186440_of_3, ONE_OF(hl, hl_info_args); ONE_OF(msm, drm_msm_param); ONE_OF(rocket, drm_rocket_create_bo))
BEFORE_AFTER(union drm_amdgpu_bo_list, drm_amdgpu_bo_list,
	WITHIN(in, E(operation, drm_amdgpu_bo_list_op); N(list_handle); N(bo_number); N(bo_info_size);
	A(bo_info_ptr)), WITHIN(out, N(list_handle); UNLESS_0(X, _pad)))
STRUCT(drm_msm_gem_info, N(handle); E(info, drm_msm_gem_info_id); X(value); N(len); UNLESS_0(X, pad))
STRUCT_OF(char, shared_c0186443_of_2, ONE_OF(amdgpu, drm_amdgpu_bo_list); ONE_OF(msm, drm_msm_gem_info))
STRUCT(drm_etnaviv_gem_submit,
	N(fence); N(pipe); E(exec_state, drm_etnaviv_pipe); N(nr_bos); N(nr_relocs); N(stream_size); A(bos); A(relocs);
	A(stream); F(flags, drm_etnaviv_submit_flags); N(fence_fd); A(pmrs); N(nr_pmrs); UNLESS_0(X, pad))
STRUCT(drm_msm_gem_submit,
	AS(flags, "MSM_PIPE_2D0"); N(fence); N(nr_bos); N(nr_cmds); A(bos); A(cmds); N(fence_fd); N(queueid);
	A(in_syncobjs); A(out_syncobjs); N(nr_in_syncobjs); N(nr_out_syncobjs); N(syncobj_stride); UNLESS_0(X, pad))
STRUCT_OF(char, shared_c0486446_of_2, ONE_OF(etnaviv, drm_etnaviv_gem_submit); ONE_OF(msm, drm_msm_gem_submit))
STRUCT(amdxdna_drm_set_state, E(param, amdxdna_drm_set_param); N(buffer_size); A(buffer))
STRUCT(drm_nouveau_svm_init, X(unmanaged_addr); N(unmanaged_size))
STRUCT(drm_vc4_set_tiling, N(handle); X(flags); X(modifier))
STRUCT_OF(char, shared_c0106448_of_3, ONE_OF(amdxdna, amdxdna_drm_set_state); ONE_OF(nouveau, drm_nouveau_svm_init); ONE_OF(vc4, drm_vc4_set_tiling))
STRUCT(drm_omap_gem_cpu_prep, N(handle); F(op, drm_omap_gem_op))
STRUCT(drm_pvr_ioctl_destroy_vm_context_args, N(handle); if (request_is_set(&p->_padding_4, sizeof(p->_padding_4))) X(_padding_4))
STRUCT_OF(char, shared_40086444_of_2, ONE_OF(omap, drm_omap_gem_cpu_prep); ONE_OF(pvr, drm_pvr_ioctl_destroy_vm_context_args))
STRUCT(drm_omap_gem_cpu_fini, N(handle); F(op, drm_omap_gem_op); N(nregions); if (request_is_set(&p->__pad, sizeof(p->__pad))) X(__pad))
STRUCT_OF(char, shared_40106445_of_2, ONE_OF(omap, drm_omap_gem_cpu_fini); ONE_OF(qaic, qaic_execute))
STRUCT(drm_lima_ctx_free, N(id); UNLESS_0(X, _pad))
STRUCT(drm_panfrost_perfcnt_enable, N(enable); N(counterset))
STRUCT_OF(char, shared_40086446_of_2, ONE_OF(lima, drm_lima_ctx_free); ONE_OF(panfrost, drm_panfrost_perfcnt_enable))
STRUCT_OF(drm_i915_setparam_t, drm_i915_setparam, E(param, drm_i915_setparam_param); N(value))
STRUCT(drm_panfrost_perfcnt_dump, A(buf_ptr))
STRUCT_OF(char, shared_40086447_of_2, ONE_OF(i915, drm_i915_setparam); ONE_OF(panfrost, drm_panfrost_perfcnt_dump))
STRUCT(drm_ivpu_param, E(param, drm_ivpu_param_id); N(index); X(value))
STRUCT(drm_omap_param, E(param, drm_omap_param_id); X(value))
STRUCT(drm_panfrost_wait_bo, N(handle); UNLESS_0(X, pad); N(timeout_ns))
STRUCT_OF(char, shared_40106441_of_3, ONE_OF(ivpu, drm_ivpu_param); ONE_OF(omap, drm_omap_param); ONE_OF(panfrost, drm_panfrost_wait_bo))
STRUCT(drm_msm_gem_madvise, N(handle); E(madv, drm_msm_madv); N(retained))
STRUCT(drm_panfrost_madvise, N(handle); E(madv, drm_panfrost_madv); N(retained))
STRUCT_OF(char, shared_c00c6448_of_2, ONE_OF(msm, drm_msm_gem_madvise); ONE_OF(panfrost, drm_panfrost_madvise))
STRUCT(drm_panfrost_get_bo_offset, N(handle); UNLESS_0(X, pad); X(offset))
STRUCT(drm_tegra_open_channel, N(client); UNLESS_0(X, pad); X(context))
STRUCT(drm_virtgpu_resource_info, N(bo_handle); N(res_handle); N(size); E(blob_mem, drm_virtgpu_blob_mem))
STRUCT_OF(char, shared_c0106445_of_3,
	ONE_OF(panfrost, drm_panfrost_get_bo_offset); ONE_OF(tegra, drm_tegra_open_channel);
	ONE_OF(virtgpu, drm_virtgpu_resource_info))
STRUCT(drm_panfrost_set_label_bo, N(handle); UNLESS_0(X, pad); A(label))
STRUCT(drm_tegra_get_syncpt_base, X(context); N(syncpt); N(id))
STRUCT(drm_vc4_get_tiling, N(handle); X(flags); X(modifier))
STRUCT_OF(char, shared_c0106449_of_3,
	ONE_OF(panfrost, drm_panfrost_set_label_bo); ONE_OF(tegra, drm_tegra_get_syncpt_base);
	ONE_OF(vc4, drm_vc4_get_tiling))
STRUCT(drm_panfrost_query_bo_info, N(handle); F(extra_flags, drm_panfrost_extra_flags); F(create_flags, drm_panfrost_bo_flags); UNLESS_0(X, pad))
STRUCT_OF(drm_radeon_indirect_t, drm_radeon_indirect, N(idx); N(start); N(end); N(discard))
STRUCT_OF(char, shared_c010644d_of_2, ONE_OF(panfrost, drm_panfrost_query_bo_info); ONE_OF(radeon, drm_radeon_indirect))
STRUCT(amdxdna_drm_config_hwctx, N(handle); E(param_type, amdxdna_drm_config_hwctx_param); X(param_val); N(param_val_size); UNLESS_0(X, pad))
STRUCT(drm_ivpu_bo_create, N(size); F(flags, drm_ivpu_bo_flags); N(handle); X(vpu_addr))
STRUCT(drm_panfrost_create_bo, N(size); F(flags, drm_panfrost_bo_flags); N(handle); UNLESS_0(X, pad); X(offset))
STRUCT_OF(char, shared_c0186442_of_3,
	ONE_OF(amdxdna, amdxdna_drm_config_hwctx); ONE_OF(ivpu, drm_ivpu_bo_create);
	ONE_OF(panfrost, drm_panfrost_create_bo))
STRUCT(drm_etnaviv_gem_cpu_fini, N(handle); X(flags))
STRUCT(drm_qxl_clientcap, N(index); UNLESS_0(X, pad))
STRUCT_OF(char, shared_40086445_of_2, ONE_OF(etnaviv, drm_etnaviv_gem_cpu_fini); ONE_OF(qxl, drm_qxl_clientcap))
STRUCT(drm_qxl_execbuffer, X(flags); N(commands_num); A(commands))
STRUCT(drm_rocket_prep_bo, N(handle); UNLESS_0(X, reserved); N(timeout_ns))
STRUCT_OF(char, shared_40106442_of_2, ONE_OF(qxl, drm_qxl_execbuffer); ONE_OF(rocket, drm_rocket_prep_bo))
STRUCT(drm_ivpu_bo_wait, N(handle); X(flags); N(timeout_ns); N(job_status); UNLESS_0(X, pad))
STRUCT(drm_omap_gem_info, N(handle); UNLESS_0(X, pad); X(offset); N(size); if (request_is_set(&p->__pad, sizeof(p->__pad))) X(__pad))
STRUCT(drm_qxl_alloc_surf, N(format); N(width); N(height); N(stride); N(handle); UNLESS_0(X, pad))
STRUCT_OF(char, shared_c0186446_of_3, ONE_OF(ivpu, drm_ivpu_bo_wait); ONE_OF(omap, drm_omap_gem_info); ONE_OF(qxl, drm_qxl_alloc_surf))
STRUCT_OF(drm_radeon_cp_stop_t, drm_radeon_cp_stop, N(flush); N(idle))
STRUCT(drm_vgem_fence_signal, N(fence); X(flags))
STRUCT_OF(char, shared_40086442_of_2, ONE_OF(radeon, drm_radeon_cp_stop); ONE_OF(vgem, drm_vgem_fence_signal))
STRUCT_OF(char, shared_4008644c_of_2, ONE_OF(pvr, drm_pvr_ioctl_destroy_hwrt_dataset_args); ONE_OF(radeon, drm_radeon_stipple))
STRUCT(drm_pvr_ioctl_create_vm_context_args, N(handle); if (request_is_set(&p->_padding_4, sizeof(p->_padding_4))) X(_padding_4))
STRUCT(drm_tegra_syncpt_incr, N(id); UNLESS_0(X, pad))
STRUCT_OF(char, shared_c0086443_of_2, ONE_OF(pvr, drm_pvr_ioctl_create_vm_context_args); ONE_OF(tegra, drm_tegra_syncpt_incr))
STRUCT_OF(char, shared_c0086446_32, ONE_OF(i915, drm_i915_getparam); ONE_OF(tegra, drm_tegra_close_channel))
STRUCT_OF(char, shared_c0086451_32, ONE_OF(radeon, drm_radeon_getparam); ONE_OF(tegra, drm_tegra_channel_close))
BEFORE_AFTER(union drm_amdgpu_vm, drm_amdgpu_vm, WITHIN(in, E(op, drm_amdgpu_vm_op); X(flags)), WITHIN(out, X(flags)))
STRUCT(drm_tegra_channel_unmap, N(context); N(mapping))
STRUCT_OF(char, shared_c0086453_of_2, ONE_OF(amdgpu, drm_amdgpu_vm); ONE_OF(tegra, drm_tegra_channel_unmap))
STRUCT(drm_tegra_gem_set_tiling, N(handle); E(mode, drm_tegra_tiling); N(value); UNLESS_0(X, pad))
STRUCT(drm_v3d_perfmon_get_values, N(id); UNLESS_0(X, pad); A(values_ptr))
STRUCT(drm_vc4_label_bo, N(handle); N(len); A(name))
STRUCT_OF(char, shared_c010644a_of_3, ONE_OF(tegra, drm_tegra_gem_set_tiling); ONE_OF(v3d, drm_v3d_perfmon_get_values); ONE_OF(vc4, drm_vc4_label_bo))
STRUCT(drm_tegra_gem_get_tiling, N(handle); E(mode, drm_tegra_tiling); N(value); UNLESS_0(X, pad))
STRUCT(drm_vc4_gem_madvise, N(handle); E(madv, drm_vc4_madv); N(retained); UNLESS_0(X, pad))
STRUCT(drm_virtgpu_context_init, N(num_params); UNLESS_0(X, pad); A(ctx_set_params))
STRUCT_OF(char, shared_c010644b_of_3,
	ONE_OF(tegra, drm_tegra_gem_get_tiling); ONE_OF(vc4, drm_vc4_gem_madvise);
	ONE_OF(virtgpu, drm_virtgpu_context_init))
STRUCT(drm_amdgpu_gem_op, N(handle); E(op, drm_amdgpu_gem_op_id); X(value); N(num_entries); UNLESS_0(X, padding))
STRUCT(drm_tegra_channel_open, X(host1x_class); X(flags); N(context); N(version); F(capabilities, drm_tegra_channel_caps); UNLESS_0(X, padding))
STRUCT_OF(char, shared_c0186450_of_2, ONE_OF(amdgpu, drm_amdgpu_gem_op); ONE_OF(tegra, drm_tegra_channel_open))
STRUCT_OF(char, shared_4018644b_32, ONE_OF(i915, _drm_i915_cmdbuffer); ONE_OF(v3d, drm_v3d_submit_cpu))
STRUCT(drm_etnaviv_gem_cpu_prep, N(handle); F(op, drm_etnaviv_prep); WITHIN(timeout, N(tv_sec); N(tv_nsec)))
STRUCT(drm_msm_gem_cpu_prep, N(handle); F(op, drm_msm_prep); WITHIN(timeout, N(tv_sec); N(tv_nsec)))
STRUCT(drm_xe_vm_destroy, N(vm_id); UNLESS_0(X, pad); if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
STRUCT_OF(char, shared_40186444_of_3, ONE_OF(etnaviv, drm_etnaviv_gem_cpu_prep); ONE_OF(msm, drm_msm_gem_cpu_prep); ONE_OF(xe, drm_xe_vm_destroy))
STRUCT(drm_v3d_perfmon_create, N(id); N(ncounters); AS(counters, "[1]"))
STRUCT(drm_xe_exec_queue_get_property,
	if (p->extensions) A(extensions); N(exec_queue_id); E(property, drm_xe_exec_queue_get); N(value);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
STRUCT_OF(char, shared_c0286448_of_2, ONE_OF(v3d, drm_v3d_perfmon_create); ONE_OF(xe, drm_xe_exec_queue_get_property))
STRUCT(drm_etnaviv_pm_domain, N(pipe); N(iter); N(id); N(nr_signals); T(name))
STRUCT(drm_xe_wait_user_fence,
	if (p->extensions) A(extensions); A(addr); E(op, drm_xe_ufence_op); F(flags, drm_xe_ufence_flags);
	UNLESS_0(X, pad); X(value); X(mask); N(timeout); N(exec_queue_id); UNLESS_0(X, pad2);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
STRUCT_OF(char, shared_c048644a_of_2, ONE_OF(etnaviv, drm_etnaviv_pm_domain); ONE_OF(xe, drm_xe_wait_user_fence))
SET(kfd_cache_policy, "KFD_IOC_CACHE_POLICY_???", V(KFD_IOC_CACHE_POLICY_COHERENT), V(KFD_IOC_CACHE_POLICY_NONCOHERENT))
SET(kfd_proc_flag, "KFD_PROC_FLAG_???", {"KFD_PROC_FLAG_MFMA_HIGH_PRECISION", 1})
SET(kfd_event_type, "KFD_IOC_EVENT_???", V(KFD_IOC_EVENT_SIGNAL), V(KFD_IOC_EVENT_NODECHANGE))
SET(kfd_alloc_mem_flags, "KFD_IOC_ALLOC_MEM_FLAGS_???", V(KFD_IOC_ALLOC_MEM_FLAGS_VRAM))
SET(kfd_runtime_mode, "KFD_RUNTIME_ENABLE_MODE_???", {"KFD_RUNTIME_ENABLE_MODE_ENABLE_MASK", 1})
SET(kfd_profiler_ops, "KFD_IOC_PROFILER_???", {"KFD_IOC_PROFILER_PMC", 0})
#ifdef AMDKFD_IOC_DESTROY_EVENT
STRUCT(kfd_ioctl_destroy_event_args, N(event_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_SET_EVENT
STRUCT(kfd_ioctl_set_event_args, N(event_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_RESET_EVENT
STRUCT(kfd_ioctl_reset_event_args, N(event_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_DBG_REGISTER_DEPRECATED
STRUCT(kfd_ioctl_dbg_register_args, X(gpu_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_DBG_UNREGISTER_DEPRECATED
STRUCT(kfd_ioctl_dbg_unregister_args, X(gpu_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_ACQUIRE_VM
STRUCT(kfd_ioctl_acquire_vm_args, N(drm_fd); X(gpu_id))
#endif
#ifdef AMDKFD_IOC_FREE_MEMORY_OF_GPU
STRUCT(kfd_ioctl_free_memory_of_gpu_args, X(handle))
#endif
#ifdef AMDKFD_IOC_DBG_ADDRESS_WATCH_DEPRECATED
STRUCT(kfd_ioctl_dbg_address_watch_args, A(content_ptr); X(gpu_id); N(buf_size_in_bytes))
#endif
#ifdef AMDKFD_IOC_DBG_WAVE_CONTROL_DEPRECATED
STRUCT(kfd_ioctl_dbg_wave_control_args, A(content_ptr); X(gpu_id); N(buf_size_in_bytes))
#endif
#ifdef AMDKFD_IOC_SET_CU_MASK
STRUCT(kfd_ioctl_set_cu_mask_args, N(queue_id); N(num_cu_mask); put(sizeof(long) == 8 ? ", cu_mask_ptr=\"\"" : ", cu_mask_ptr=0x100000001"))
#endif
#ifdef AMDKFD_IOC_UPDATE_QUEUE
STRUCT(kfd_ioctl_update_queue_args, X(ring_base_address); N(queue_id); N(ring_size); N(queue_percentage); N(queue_priority))
#endif
#ifdef AMDKFD_IOC_SET_TRAP_HANDLER
STRUCT(kfd_ioctl_set_trap_handler_args, X(tba_addr); X(tma_addr); X(gpu_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_SET_MEMORY_POLICY
STRUCT(kfd_ioctl_set_memory_policy_args,
	X(alternate_aperture_base); N(alternate_aperture_size); X(gpu_id); E(default_policy, kfd_cache_policy);
	E(alternate_policy, kfd_cache_policy); LATER(F(misc_process_flag, kfd_proc_flag), misc_process_flag, __u32, 28))
#endif
#ifdef AMDKFD_IOC_GET_VERSION
STRUCT(kfd_ioctl_get_version_args, N(major_version); N(minor_version))
#endif
#ifdef AMDKFD_IOC_SET_XNACK_MODE
STRUCT(kfd_ioctl_set_xnack_mode_args, N(xnack_enabled))
#endif
#ifdef AMDKFD_IOC_DESTROY_QUEUE
STRUCT(kfd_ioctl_destroy_queue_args, N(queue_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_SMI_EVENTS
STRUCT(kfd_ioctl_smi_events_args, X(gpuid); N(anon_fd))
#endif
#ifdef AMDKFD_IOC_SET_SCRATCH_BACKING_VA
STRUCT(kfd_ioctl_set_scratch_backing_va_args, X(va_addr); X(gpu_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_ALLOC_QUEUE_GWS
STRUCT(kfd_ioctl_alloc_queue_gws_args, N(queue_id); N(num_gws); N(first_gws); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_AVAILABLE_MEMORY
STRUCT(kfd_ioctl_get_available_memory_args, N(available); X(gpu_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_EXPORT_DMABUF
STRUCT(kfd_ioctl_export_dmabuf_args, X(handle); AS(flags, "O_WRONLY"); N(dmabuf_fd))
#endif
#ifdef AMDKFD_IOC_RUNTIME_ENABLE
STRUCT(kfd_ioctl_runtime_enable_args, X(r_debug); F(mode_mask, kfd_runtime_mode); X(capabilities_mask))
#endif
#ifdef AMDKFD_IOC_PROFILER
STRUCT(kfd_ioctl_profiler_args, E(op, kfd_profiler_ops))
#endif
#ifdef AMDKFD_IOC_MAP_MEMORY_TO_GPU
BEFORE_AFTER(struct kfd_ioctl_map_memory_to_gpu_args, kfd_ioctl_map_memory_to_gpu_args, X(handle); A(device_ids_array_ptr); N(n_devices); N(n_success), X(handle); N(n_devices); N(n_success))
#endif
#ifdef AMDKFD_IOC_UNMAP_MEMORY_FROM_GPU
BEFORE_AFTER(struct kfd_ioctl_unmap_memory_from_gpu_args, kfd_ioctl_unmap_memory_from_gpu_args, X(handle); A(device_ids_array_ptr); N(n_devices); N(n_success), X(handle); N(n_devices); N(n_success))
#endif
#ifdef AMDKFD_IOC_GET_QUEUE_WAVE_STATE
STRUCT(kfd_ioctl_get_queue_wave_state_args, X(ctl_stack_address); N(ctl_stack_used_size); N(save_area_used_size); N(queue_id); UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_IMPORT_DMABUF
STRUCT(kfd_ioctl_import_dmabuf_args, X(va_addr); X(handle); X(gpu_id); N(dmabuf_fd))
#endif
#ifdef AMDKFD_IOC_CREATE_EVENT
STRUCT(kfd_ioctl_create_event_args,
	X(event_page_offset); X(event_trigger_data); E(event_type, kfd_event_type); N(auto_reset); N(node_id);
	N(event_id); N(event_slot_index))
#endif
#ifdef AMDKFD_IOC_GET_DMABUF_INFO
STRUCT(kfd_ioctl_get_dmabuf_info_args, N(size); A(metadata_ptr); N(metadata_size); X(gpu_id); F(flags, kfd_alloc_mem_flags); N(dmabuf_fd))
#endif
#ifdef AMDKFD_IOC_GET_CLOCK_COUNTERS
STRUCT(kfd_ioctl_get_clock_counters_args,
	N(gpu_clock_counter); N(cpu_clock_counter); N(system_clock_counter); N(system_clock_freq); X(gpu_id);
	UNLESS_0(X, pad))
#endif
#ifdef AMDKFD_IOC_GET_TILE_CONFIG
STRUCT(kfd_ioctl_get_tile_config_args,
	A(tile_config_ptr); A(macro_tile_config_ptr); N(num_tile_configs); N(num_macro_tile_configs); X(gpu_id);
	X(gb_addr_config); N(num_banks); N(num_ranks))
#endif
#ifdef AMDKFD_IOC_ALLOC_MEMORY_OF_GPU
STRUCT(kfd_ioctl_alloc_memory_of_gpu_args, X(va_addr); N(size); X(handle); X(mmap_offset); X(gpu_id); F(flags, kfd_alloc_mem_flags))
#endif

/* Where what is pointed to lies. */
#define BEHIND(offset) ((uintptr_t)arena + 0x800 + (offset))

static void intel(void)
{
#ifdef DRM_IOCTL_I915_GEM_EXECBUFFER2
	struct drm_i915_gem_execbuffer2 *e = &AT(drm_i915_gem_execbuffer2);
	struct drm_i915_gem_exec_object2 *o = (void *)BEHIND(0);

	e->buffers_ptr = BEHIND(0);
	e->buffer_count = 1;
	e->flags = I915_EXEC_BLT | I915_EXEC_NO_RELOC | I915_EXEC_HANDLE_LUT;
	*o = (struct drm_i915_gem_exec_object2){.handle = 7, .offset = 0x1000, .flags = EXEC_OBJECT_PINNED | EXEC_OBJECT_WRITE, .relocation_count = 1, .relocs_ptr = BEHIND(128)};
	*(struct drm_i915_gem_relocation_entry *)BEHIND(128) = (struct drm_i915_gem_relocation_entry){.target_handle = 3, .read_domains = I915_GEM_DOMAIN_RENDER};
	succeeds(DRM_IOCTL_I915_GEM_EXECBUFFER2, "ioctl(-1, DRM_IOCTL_I915_GEM_EXECBUFFER2, {buffers_ptr=[{handle=7, relocation_count=1, relocs_ptr=[{target_handle=3, delta=0, offset=0, presumed_offset=0, "
	         "read_domains=I915_GEM_DOMAIN_RENDER, write_domain=0}], alignment=0, offset=0x1000, flags=EXEC_OBJECT_WRITE|EXEC_OBJECT_PINNED, pad_to_size=0}], buffer_count=1, batch_start_offset=0, "
	         "batch_len=0, DR1=0, DR4=0, num_cliprects=0, cliprects_ptr=NULL, flags=I915_EXEC_BLT|I915_EXEC_NO_RELOC|I915_EXEC_HANDLE_LUT, rsvd1=0, rsvd2=0})");
	struct drm_i915_query *q = &AT(drm_i915_query);
	struct drm_i915_query_item *i = (void *)BEHIND(0);
	q->num_items = 1;
	q->items_ptr = BEHIND(0);
	i->query_id = DRM_I915_QUERY_MEMORY_REGIONS;
	i->length = 4;
	i->data_ptr = BEHIND(64);
	*(__u32 *)BEHIND(64) = 0x04030201;
	succeeds(DRM_IOCTL_I915_QUERY, "ioctl(-1, DRM_IOCTL_I915_QUERY, {num_items=1, flags=0, items_ptr=[{query_id=DRM_I915_QUERY_MEMORY_REGIONS, length=4, flags=0, "
	         "data_ptr=0x10000840}]} => {items_ptr=[{query_id=DRM_I915_QUERY_MEMORY_REGIONS, length=4, flags=0, data_ptr=\"\\x01\\x02\\x03\\x04\"}]})");
	struct drm_i915_perf_open_param *p = &AT(drm_i915_perf_open_param);
	__u64 *property = (void *)BEHIND(0);
	p->flags = I915_PERF_FLAG_FD_CLOEXEC | I915_PERF_FLAG_DISABLED;
	p->num_properties = 1;
	p->properties_ptr = BEHIND(0);
	property[0] = DRM_I915_PERF_PROP_OA_EXPONENT;
	property[1] = 16;
	succeeds(DRM_IOCTL_I915_PERF_OPEN, "ioctl(-1, DRM_IOCTL_I915_PERF_OPEN, {flags=I915_PERF_FLAG_FD_CLOEXEC|I915_PERF_FLAG_DISABLED, num_properties=1, "
	         "properties_ptr=[{id=DRM_I915_PERF_PROP_OA_EXPONENT, value=16}]})");
	struct drm_i915_gem_pwrite *w = &AT(drm_i915_gem_pwrite);
	*w = (struct drm_i915_gem_pwrite){.handle = 1, .size = 3, .data_ptr = BEHIND(0)};
	strcpy((char *)BEHIND(0), "ABC");
	succeeds(DRM_IOCTL_I915_GEM_PWRITE, "ioctl(-1, DRM_IOCTL_I915_GEM_PWRITE, {handle=1, offset=0, size=3, data_ptr=\"\\x41\\x42\\x43\"})");
	struct drm_intel_overlay_put_image *y = &AT(drm_intel_overlay_put_image);
	y->flags = I915_OVERLAY_YUV_PACKED | I915_OVERLAY_YUV422 | I915_OVERLAY_Y_SWAP | I915_OVERLAY_ENABLE;
	succeeds(DRM_IOCTL_I915_OVERLAY_PUT_IMAGE, "ioctl(-1, DRM_IOCTL_I915_OVERLAY_PUT_IMAGE, {flags=I915_OVERLAY_YUV_PACKED|I915_OVERLAY_YUV422|I915_OVERLAY_Y_SWAP|"
	         "I915_OVERLAY_ENABLE, bo_handle=0, stride_Y=0, stride_UV=0, offset_Y=0, offset_U=0, offset_V=0, src_width=0, src_height=0, src_scan_width=0, "
	         "src_scan_height=0, crtc_id=0, dst_x=0, dst_y=0, dst_width=0, dst_height=0})");
	given(DRM_IOCTL_I915_FLUSH, 1, "ioctl(-1, DRM_IOCTL_I915_FLUSH or DRM_IOCTL_RADEON_CP_START)");
#endif
#ifdef DRM_IOCTL_XE_VM_BIND
	struct drm_xe_vm_bind *b = &AT(drm_xe_vm_bind);
	struct drm_xe_sync *s = (void *)BEHIND(0);
	b->num_binds = 1;
	b->bind.op = DRM_XE_VM_BIND_OP_MAP_USERPTR;
	b->bind.userptr = 0x7000;
	b->bind.flags = DRM_XE_VM_BIND_FLAG_READONLY;
	b->num_syncs = 1;
	b->syncs = BEHIND(0);
	*s = (struct drm_xe_sync){.type = DRM_XE_SYNC_TYPE_USER_FENCE, .flags = DRM_XE_SYNC_FLAG_SIGNAL, .addr = 0x8000, .timeline_value = 2};
	succeeds(DRM_IOCTL_XE_VM_BIND, "ioctl(-1, DRM_IOCTL_XE_VM_BIND, {vm_id=0, exec_queue_id=0, num_binds=1, bind={obj=0, pat_index=0, userptr=0x7000, range=0, addr=0, "
	         "op=DRM_XE_VM_BIND_OP_MAP_USERPTR, flags=DRM_XE_VM_BIND_FLAG_READONLY, prefetch_mem_region_instance=0}, num_syncs=1, "
	         "syncs=[{type=DRM_XE_SYNC_TYPE_USER_FENCE, flags=DRM_XE_SYNC_FLAG_SIGNAL, addr=0x8000, timeline_value=2}]})");
	struct drm_xe_exec_queue_create *c = &AT(drm_xe_exec_queue_create);
	struct drm_xe_engine_class_instance *n = (void *)BEHIND(0);
	c->width = 1;
	c->num_placements = 2;
	c->instances = BEHIND(0);
	n[0].engine_class = DRM_XE_ENGINE_CLASS_COPY;
	n[1].engine_class = DRM_XE_ENGINE_CLASS_COMPUTE;
	fail(SYS_ioctl, -1, DRM_IOCTL_XE_EXEC_QUEUE_CREATE, arena);
	expect_call("ioctl(-1, DRM_IOCTL_XE_EXEC_QUEUE_CREATE, {width=1, num_placements=2, vm_id=0, flags=0, exec_queue_id=0, "
	            "instances=[{engine_class=DRM_XE_ENGINE_CLASS_COPY, engine_instance=0, gt_id=0}, {engine_class=DRM_XE_ENGINE_CLASS_COMPUTE, engine_instance=0, gt_id=0}]})",
	            "-1 EINVAL (Invalid argument)");
	struct drm_xe_device_query *d = &AT(drm_xe_device_query);
	*d = (struct drm_xe_device_query){.query = DRM_XE_DEVICE_QUERY_CONFIG, .size = 2, .data = BEHIND(0)};
	memcpy((char *)BEHIND(0), "\5\6", 2);
	succeeds(DRM_IOCTL_XE_DEVICE_QUERY, "ioctl(-1, DRM_IOCTL_XE_DEVICE_QUERY, {query=DRM_XE_DEVICE_QUERY_CONFIG, size=2, data=0x10000800} => "
	         "{query=DRM_XE_DEVICE_QUERY_CONFIG, size=2, data=\"\\x05\\x06\"})");
	struct drm_xe_madvise *m = &AT(drm_xe_madvise);
	m->type = DRM_XE_MEM_RANGE_ATTR_PAT;
	m->pat_index.val = 3;
	succeeds(DRM_IOCTL_XE_MADVISE, "ioctl(-1, DRM_IOCTL_XE_MADVISE, {start=0, range=0, vm_id=0, type=DRM_XE_MEM_RANGE_ATTR_PAT, pat_index={val=3}})");
#endif
}

static void amd(void)
{
#ifdef DRM_IOCTL_AMDGPU_GEM_CREATE
	union drm_amdgpu_gem_create *g = memset(arena, 0, 0x4000);

	g->in.bo_size = 4096;
	g->in.domains = AMDGPU_GEM_DOMAIN_VRAM | AMDGPU_GEM_DOMAIN_GTT;
	g->in.domain_flags = AMDGPU_GEM_CREATE_CPU_GTT_USWC;
	fail(SYS_ioctl, -1, DRM_IOCTL_AMDGPU_GEM_CREATE, arena);
	expect_call("ioctl(-1, DRM_IOCTL_AMDGPU_GEM_CREATE, {in={bo_size=4096, alignment=0, domains=AMDGPU_GEM_DOMAIN_GTT|AMDGPU_GEM_DOMAIN_VRAM, "
	            "domain_flags=AMDGPU_GEM_CREATE_CPU_GTT_USWC}})", "-1 EINVAL (Invalid argument)");
	union drm_amdgpu_cs *c = memset(arena, 0, 0x4000);
	struct drm_amdgpu_cs_chunk *k = (void *)BEHIND(16);
	((__u64 *)BEHIND(0))[0] = BEHIND(16);
	((__u64 *)BEHIND(0))[1] = BEHIND(32);
	k[0] = (struct drm_amdgpu_cs_chunk){.chunk_id = AMDGPU_CHUNK_ID_IB, .length_dw = 8, .chunk_data = 0x7000};
	k[1] = (struct drm_amdgpu_cs_chunk){.chunk_id = AMDGPU_CHUNK_ID_SYNCOBJ_OUT, .length_dw = 1, .chunk_data = 0x5000};
	c->in.ctx_id = 1;
	c->in.num_chunks = 2;
	c->in.chunks = BEHIND(0);
	fail(SYS_ioctl, -1, DRM_IOCTL_AMDGPU_CS, arena);
	expect_call("ioctl(-1, DRM_IOCTL_AMDGPU_CS, {in={ctx_id=1, bo_list_handle=0, num_chunks=2, flags=0, "
	            "chunks=[{chunk_id=AMDGPU_CHUNK_ID_IB, length_dw=8, chunk_data=0x7000}, {chunk_id=AMDGPU_CHUNK_ID_SYNCOBJ_OUT, length_dw=1, "
	            "chunk_data=0x5000}]}})", "-1 EINVAL (Invalid argument)");
	struct drm_amdgpu_gem_va *v = &AT(drm_amdgpu_gem_va);
	v->operation = AMDGPU_VA_OP_MAP;
	v->flags = AMDGPU_VM_PAGE_READABLE | AMDGPU_VM_PAGE_WRITEABLE | AMDGPU_VM_MTYPE_UC;
	v->num_syncobj_handles = 2;
	v->input_fence_syncobj_handles = BEHIND(0);
	((__u32 *)BEHIND(0))[1] = 9;
	((__u32 *)BEHIND(0))[0] = 8;
	succeeds(DRM_IOCTL_AMDGPU_GEM_VA, "ioctl(-1, DRM_IOCTL_AMDGPU_GEM_VA, {handle=0, operation=AMDGPU_VA_OP_MAP, "
	         "flags=AMDGPU_VM_PAGE_READABLE|AMDGPU_VM_PAGE_WRITEABLE|AMDGPU_VM_MTYPE_UC, va_address=0, offset_in_bo=0, map_size=0, vm_timeline_point=0, "
	         "vm_timeline_syncobj_out=0, num_syncobj_handles=2, input_fence_syncobj_handles=[8, 9]})");
	struct drm_amdgpu_gem_metadata *m = &AT(drm_amdgpu_gem_metadata);
	m->op = AMDGPU_GEM_METADATA_OP_SET_METADATA;
	m->data.data_size_bytes = 2;
	m->data.data[0] = 0x2211;
	fail(SYS_ioctl, -1, DRM_IOCTL_AMDGPU_GEM_METADATA, arena);
	expect_call("ioctl(-1, DRM_IOCTL_AMDGPU_GEM_METADATA, {handle=0, op=AMDGPU_GEM_METADATA_OP_SET_METADATA, data={flags=0, tiling_info=0, data_size_bytes=2, "
	            "data=\"\\x11\\x22\"}})", "-1 EINVAL (Invalid argument)");
	struct drm_amdgpu_info *i = &AT(drm_amdgpu_info);
	i->return_pointer = 0x6000;
	i->return_size = 4;
	i->query = AMDGPU_INFO_SENSOR;
	i->sensor_info.type = AMDGPU_INFO_SENSOR_GPU_TEMP;
	succeeds(DRM_IOCTL_AMDGPU_INFO, sizeof(long) == 4 ? "ioctl(-1, DRM_IOCTL_AMDGPU_INFO, {return_pointer=0x6000, return_size=4, query=AMDGPU_INFO_SENSOR, "
	         "sensor_info={type=AMDGPU_INFO_SENSOR_GPU_TEMP}})" :
	         "ioctl(-1, DRM_IOCTL_AMDGPU_INFO or DRM_IOCTL_IVPU_SUBMIT, {amdgpu={return_pointer=0x6000, return_size=4, query=AMDGPU_INFO_SENSOR, "
	         "sensor_info={type=AMDGPU_INFO_SENSOR_GPU_TEMP}}, ivpu={buffers_ptr=0x6000, buffer_count=4, engine=0x1d /* DRM_IVPU_ENGINE_??? */, flags=0x3, "
	         "commands_offset=0, priority=DRM_IVPU_JOB_PRIORITY_DEFAULT}})");
#endif
}

static void computing(void)
{
#ifdef AMDKFD_IOC_SVM
	struct kfd_ioctl_svm_args *s = &AT(kfd_ioctl_svm_args);
	*s = (struct kfd_ioctl_svm_args){.start_addr = 0x10000, .size = 4096, .op = KFD_IOCTL_SVM_OP_SET_ATTR, .nattr = 2};
	s->attrs[0].type = KFD_IOCTL_SVM_ATTR_SET_FLAGS;
	s->attrs[0].value = KFD_IOCTL_SVM_FLAG_COHERENT | KFD_IOCTL_SVM_FLAG_GPU_EXEC;
	s->attrs[1].type = KFD_IOCTL_SVM_ATTR_PREFETCH_LOC;
	fail(SYS_ioctl, -1, AMDKFD_IOC_SVM, arena);
	expect_call("ioctl(-1, AMDKFD_IOC_SVM, {start_addr=0x10000, size=4096, op=KFD_IOCTL_SVM_OP_SET_ATTR, nattr=2, attrs=[{type=KFD_IOCTL_SVM_ATTR_SET_FLAGS, "
	            "value=KFD_IOCTL_SVM_FLAG_COHERENT|KFD_IOCTL_SVM_FLAG_GPU_EXEC}, {type=KFD_IOCTL_SVM_ATTR_PREFETCH_LOC, value=KFD_IOCTL_SVM_LOCATION_SYSMEM}]})",
	            "-1 EINVAL (Invalid argument)");
	struct kfd_ioctl_wait_events_args *w = &AT(kfd_ioctl_wait_events_args);
	struct kfd_event_data *d = (void *)BEHIND(0);
	w->events_ptr = BEHIND(0);
	w->num_events = 1;
	w->timeout = 1000;
	w->wait_result = KFD_IOC_WAIT_RESULT_TIMEOUT;
	d->event_id = 5;
	((__u64 *)d)[0] = 3;
	succeeds(AMDKFD_IOC_WAIT_EVENTS, "ioctl(-1, AMDKFD_IOC_WAIT_EVENTS, {events_ptr=[{event_id=5, data=[0x3, 0, 0, 0], kfd_event_data_ext=NULL}], num_events=1, "
	         "wait_for_all=0, timeout=1000} => {events_ptr=[{event_id=5, data=[0x3, 0, 0, 0], kfd_event_data_ext=NULL}], wait_result=KFD_IOC_WAIT_RESULT_TIMEOUT})");
	struct kfd_ioctl_get_process_apertures_args *a = &AT(kfd_ioctl_get_process_apertures_args);
	a->num_of_nodes = 1;
	a->process_apertures[0].lds_base = 0x1000;
	a->process_apertures[0].gpu_id = 0xbeef;
	succeeds(AMDKFD_IOC_GET_PROCESS_APERTURES, "ioctl(-1, AMDKFD_IOC_GET_PROCESS_APERTURES, {process_apertures=[{lds_base=0x1000, lds_limit=0, scratch_base=0, scratch_limit=0, "
	         "gpuvm_base=0, gpuvm_limit=0, gpu_id=0xbeef}], num_of_nodes=1})");
	struct kfd_ioctl_get_process_apertures_new_args *n = &AT(kfd_ioctl_get_process_apertures_new_args);
	n->kfd_process_device_apertures_ptr = BEHIND(0);
	n->num_of_nodes = 1;
	((struct kfd_process_device_apertures *)BEHIND(0))->gpuvm_limit = 0xffff;
	succeeds(AMDKFD_IOC_GET_PROCESS_APERTURES_NEW, "ioctl(-1, AMDKFD_IOC_GET_PROCESS_APERTURES_NEW, {kfd_process_device_apertures_ptr=0x10000800, num_of_nodes=1} => "
	         "{kfd_process_device_apertures_ptr=[{lds_base=0, lds_limit=0, scratch_base=0, scratch_limit=0, gpuvm_base=0, gpuvm_limit=0xffff, gpu_id=0}], num_of_nodes=1})");
	struct kfd_ioctl_criu_args *r = &AT(kfd_ioctl_criu_args);
	struct kfd_criu_device_bucket *v = (void *)BEHIND(0);
	r->op = KFD_CRIU_OP_RESTORE;
	r->num_devices = 1;
	r->devices = BEHIND(0);
	r->bos = 0;
	*v = (struct kfd_criu_device_bucket){.user_gpu_id = 0x10, .actual_gpu_id = 0x20, .drm_fd = -1};
	fail(SYS_ioctl, -1, AMDKFD_IOC_CRIU_OP, arena);
	expect_call("ioctl(-1, AMDKFD_IOC_CRIU_OP, {devices=[{user_gpu_id=0x10, actual_gpu_id=0x20, drm_fd=-1}], bos=NULL, priv_data=NULL, priv_data_size=0, num_devices=1, "
	            "num_bos=0, num_objects=0, pid=0, op=KFD_CRIU_OP_RESTORE})", "-1 EINVAL (Invalid argument)");
	r->op = KFD_CRIU_OP_PROCESS_INFO;
	r->pid = 1;
	r->devices = 0;
	fail(SYS_ioctl, -1, AMDKFD_IOC_CRIU_OP, arena);
	expect_call("ioctl(-1, AMDKFD_IOC_CRIU_OP, {devices=NULL, bos=NULL, priv_data=NULL, priv_data_size=0, num_devices=1, num_bos=0, num_objects=0, pid=1, "
	            "op=KFD_CRIU_OP_PROCESS_INFO})", "-1 EINVAL (Invalid argument)");
	struct kfd_ioctl_alloc_memory_of_gpu_args *l = &AT(kfd_ioctl_alloc_memory_of_gpu_args);
	l->size = 4096;
	l->flags = KFD_IOC_ALLOC_MEM_FLAGS_VRAM | KFD_IOC_ALLOC_MEM_FLAGS_WRITABLE;
	fail(SYS_ioctl, -1, AMDKFD_IOC_ALLOC_MEMORY_OF_GPU, arena);
	expect_call("ioctl(-1, AMDKFD_IOC_ALLOC_MEMORY_OF_GPU, {va_addr=0, size=4096, handle=0, mmap_offset=0, gpu_id=0, "
	            "flags=KFD_IOC_ALLOC_MEM_FLAGS_VRAM|KFD_IOC_ALLOC_MEM_FLAGS_WRITABLE})", "-1 EINVAL (Invalid argument)");
#endif
#ifdef AMDKFD_IOC_SET_CU_MASK
	struct kfd_ioctl_set_cu_mask_args *u = &AT(kfd_ioctl_set_cu_mask_args);
	*u = (struct kfd_ioctl_set_cu_mask_args){.queue_id = 2, .num_cu_mask = 32, .cu_mask_ptr = BEHIND(0)};
	*(__u32 *)BEHIND(0) = 0xff00ff00;
	succeeds(AMDKFD_IOC_SET_CU_MASK, "ioctl(-1, AMDKFD_IOC_SET_CU_MASK, {queue_id=2, num_cu_mask=32, cu_mask_ptr=\"\\x00\\xff\\x00\\xff\"})");
#endif
#ifdef AMDKFD_IOC_CREATE_QUEUE /* as later kernels have it */
	struct {
		__u64 ring, write, read, doorbell;
		__u32 ring_size, gpu_id, queue_type, percentage, priority, queue_id;
		__u64 eop, eop_size, save;
		__u32 save_size, stack_size, engine, metadata;
	} *q = memset(arena, 0, 0x4000);
	q->ring = 0x1000;
	q->queue_type = KFD_IOC_QUEUE_TYPE_COMPUTE_AQL;
	q->metadata = 64;
	fail(SYS_ioctl, -1, _IOWR('K', 2, *q), arena);
	expect_call("ioctl(-1, AMDKFD_IOC_CREATE_QUEUE, {ring_base_address=0x1000, write_pointer_address=0, read_pointer_address=0, doorbell_offset=0, ring_size=0, "
	            "gpu_id=0, queue_type=KFD_IOC_QUEUE_TYPE_COMPUTE_AQL, queue_percentage=0, queue_priority=0, queue_id=0, eop_buffer_address=0, eop_buffer_size=0, "
	            "ctx_save_restore_address=0, ctx_save_restore_size=0, ctl_stack_size=0, sdma_engine_id=0, metadata_ring_size=64})", "-1 EINVAL (Invalid argument)");
	__u32 *t = memset(arena, 0, 0x4000); /* a request for debuggers: pid, operation, mode, watched, mask */
	t[0] = 1;
	t[1] = 4;
	t[2] = 1;
	t[3] = 1 | 128;
	fail(SYS_ioctl, -1, _IOC(_IOC_READ | _IOC_WRITE, 'K', 0x26, 32), arena);
	expect_call("ioctl(-1, AMDKFD_IOC_DBG_TRAP, {pid=1, op=KFD_IOC_DBG_TRAP_SET_WAVE_LAUNCH_OVERRIDE, launch_override={override_mode=KFD_DBG_TRAP_OVERRIDE_REPLACE, "
	            "enable_mask=KFD_DBG_TRAP_MASK_FP_INVALID|KFD_DBG_TRAP_MASK_DBG_ADDRESS_WATCH, support_request_mask=0}})", "-1 EINVAL (Invalid argument)");
	t[1] = 6;
	memset(t + 2, 0, 32);
	t[2] = 3;
	*(__u64 *)(t + 4) = BEHIND(0);
	t[6] = 2;
	((__u32 *)BEHIND(0))[0] = 11;
	((__u32 *)BEHIND(0))[1] = 12;
	fail(SYS_ioctl, -1, _IOC(_IOC_READ | _IOC_WRITE, 'K', 0x26, 32), arena);
	expect_call("ioctl(-1, AMDKFD_IOC_DBG_TRAP, {pid=1, op=KFD_IOC_DBG_TRAP_SUSPEND_QUEUES, suspend_queues={exception_mask=0x3, queue_array_ptr=[11, 12], num_queues=2, "
	            "grace_period=0}})", "-1 EINVAL (Invalid argument)");
#endif
}

static void amd_others(void)
{
#ifdef DRM_IOCTL_RADEON_GEM_VA
	struct drm_radeon_gem_va *r = &AT(drm_radeon_gem_va);
	r->operation = RADEON_VA_MAP;
	r->flags = RADEON_VM_PAGE_READABLE | RADEON_VM_PAGE_SNOOPED;
	r->offset = 0x9000;
	succeeds(DRM_IOCTL_RADEON_GEM_VA, "ioctl(-1, DRM_IOCTL_RADEON_GEM_VA, {handle=0, operation=RADEON_VA_MAP, vm_id=0, flags=RADEON_VM_PAGE_READABLE|RADEON_VM_PAGE_SNOOPED, "
	         "offset=0x9000} => {operation=RADEON_VA_RESULT_ERROR, offset=0x9000})");
#endif
#ifdef DRM_IOCTL_RADEON_CS
	struct drm_radeon_cs *y = &AT(drm_radeon_cs);
	y->num_chunks = 1;
	y->chunks = BEHIND(0);
	*(__u64 *)BEHIND(0) = BEHIND(16);
	*(struct drm_radeon_cs_chunk *)BEHIND(16) = (struct drm_radeon_cs_chunk){.chunk_id = RADEON_CHUNK_ID_IB, .length_dw = 16, .chunk_data = 0x7000};
	fail(SYS_ioctl, -1, DRM_IOCTL_RADEON_CS, arena);
	expect_call("ioctl(-1, DRM_IOCTL_RADEON_CS, {num_chunks=1, cs_id=0, chunks=[{chunk_id=RADEON_CHUNK_ID_IB, length_dw=16, chunk_data=0x7000}], gart_limit=0, "
	            "vram_limit=0})", "-1 EINVAL (Invalid argument)");
#endif
#ifdef DRM_IOCTL_AMDXDNA_EXEC_CMD
	struct amdxdna_drm_exec_cmd *x = &AT(amdxdna_drm_exec_cmd);
	x->type = AMDXDNA_CMD_SUBMIT_SIGNAL;
	x->cmd_count = 2;
	x->cmd_handles = BEHIND(0);
	((__u32 *)BEHIND(0))[0] = 4;
	((__u32 *)BEHIND(0))[1] = 5;
	fail(SYS_ioctl, -1, DRM_IOCTL_AMDXDNA_EXEC_CMD, arena);
	expect_call("ioctl(-1, DRM_IOCTL_AMDXDNA_EXEC_CMD, {ext=NULL, ext_flags=0, hwctx=0, type=AMDXDNA_CMD_SUBMIT_SIGNAL, cmd_handles=[4, 5], args=NULL, cmd_count=2, "
	            "arg_count=0, seq=0})", "-1 EINVAL (Invalid argument)");
#endif
}

static void others(void)
{
#ifdef DRM_IOCTL_VIRTGPU_EXECBUFFER
	struct drm_virtgpu_execbuffer *e = &AT(drm_virtgpu_execbuffer);

	*e = (struct drm_virtgpu_execbuffer){.flags = VIRTGPU_EXECBUF_RING_IDX, .size = 2, .command = BEHIND(0), .bo_handles = BEHIND(8), .num_bo_handles = 1, .fence_fd = -1};
	memcpy((char *)BEHIND(0), "\1\2", 2);
	*(__u32 *)BEHIND(8) = 6;
	succeeds(DRM_IOCTL_VIRTGPU_EXECBUFFER, "ioctl(-1, DRM_IOCTL_VIRTGPU_EXECBUFFER, {flags=VIRTGPU_EXECBUF_RING_IDX, size=2, command=\"\\x01\\x02\", bo_handles=[6], "
	         "num_bo_handles=1, fence_fd=-1, ring_idx=0, syncobj_stride=0, num_in_syncobjs=0, num_out_syncobjs=0, in_syncobjs=NULL, out_syncobjs=NULL} => "
	         "{flags=VIRTGPU_EXECBUF_RING_IDX, size=2, num_bo_handles=1, fence_fd=-1, ring_idx=0, syncobj_stride=0, num_in_syncobjs=0, num_out_syncobjs=0})");
#endif
#ifdef DRM_IOCTL_VIRTGPU_CONTEXT_INIT
	struct drm_virtgpu_context_init *i = &AT(drm_virtgpu_context_init);
	struct drm_virtgpu_context_set_param *v = (void *)BEHIND(0);
	i->num_params = 1;
	i->ctx_set_params = BEHIND(0);
	*v = (struct drm_virtgpu_context_set_param){.param = VIRTGPU_CONTEXT_PARAM_NUM_RINGS, .value = 64};
	fail(SYS_ioctl, -1, DRM_IOCTL_VIRTGPU_CONTEXT_INIT, arena);
	expect_call("ioctl(-1, DRM_IOCTL_TEGRA_GEM_GET_TILING or DRM_IOCTL_VC4_GEM_MADVISE or DRM_IOCTL_VIRTGPU_CONTEXT_INIT, "
	            "{tegra={handle=1, mode=DRM_TEGRA_GEM_TILING_MODE_PITCH, value=268437504}, vc4={handle=1, madv=VC4_MADV_WILLNEED, retained=268437504}, "
	            "virtgpu={num_params=1, ctx_set_params=[{param=VIRTGPU_CONTEXT_PARAM_NUM_RINGS, value=0x40}]}})", "-1 EINVAL (Invalid argument)");
#endif
#ifdef DRM_IOCTL_PANFROST_SET_LABEL_BO
	struct drm_panfrost_set_label_bo *l = &AT(drm_panfrost_set_label_bo);
	l->handle = 1;
	l->label = BEHIND(0);
	strcpy((char *)BEHIND(0), "tiles");
	fail(SYS_ioctl, -1, DRM_IOCTL_PANFROST_SET_LABEL_BO, arena);
	expect_call("ioctl(-1, DRM_IOCTL_PANFROST_SET_LABEL_BO or DRM_IOCTL_TEGRA_GET_SYNCPT_BASE or DRM_IOCTL_VC4_GET_TILING, "
	            "{panfrost={handle=1, label=\"tiles\"}, tegra={context=0x1, syncpt=268437504, id=0}, vc4={handle=1, flags=0, modifier=0x10000800}})",
	            "-1 EINVAL (Invalid argument)");
#endif
#ifdef DRM_IOCTL_NOUVEAU_VM_BIND
	struct drm_nouveau_vm_bind *b = &AT(drm_nouveau_vm_bind);
	struct drm_nouveau_vm_bind_op *o = (void *)BEHIND(0);
	b->op_count = 1;
	b->flags = DRM_NOUVEAU_VM_BIND_RUN_ASYNC;
	b->op_ptr = BEHIND(0);
	*o = (struct drm_nouveau_vm_bind_op){.op = DRM_NOUVEAU_VM_BIND_OP_UNMAP, .flags = DRM_NOUVEAU_VM_BIND_SPARSE, .addr = 0x1000, .range = 0x2000};
	fail(SYS_ioctl, -1, DRM_IOCTL_NOUVEAU_VM_BIND, arena);
	expect_call("ioctl(-1, DRM_IOCTL_NOUVEAU_VM_BIND, {op_count=1, flags=DRM_NOUVEAU_VM_BIND_RUN_ASYNC, wait_count=0, sig_count=0, wait_ptr=NULL, sig_ptr=NULL, "
	            "op_ptr=[{op=DRM_NOUVEAU_VM_BIND_OP_UNMAP, flags=DRM_NOUVEAU_VM_BIND_SPARSE, handle=0, addr=0x1000, bo_offset=0, range=0x2000}]})",
	            "-1 EINVAL (Invalid argument)");
#endif
#ifdef DRM_IOCTL_MSM_SUBMITQUEUE_QUERY
	struct drm_msm_submitqueue_query *q = &AT(drm_msm_submitqueue_query);
	*q = (struct drm_msm_submitqueue_query){.data = BEHIND(0), .id = 1, .param = MSM_SUBMITQUEUE_PARAM_FAULTS, .len = 4};
	succeeds(DRM_IOCTL_MSM_SUBMITQUEUE_QUERY, "ioctl(-1, DRM_IOCTL_MSM_SUBMITQUEUE_QUERY, {data=\"\\x00\\x00\\x00\\x00\", id=1, param=MSM_SUBMITQUEUE_PARAM_FAULTS, len=4})");
	*(__u32 *)arena = 3;
	succeeds(DRM_IOCTL_MSM_SUBMITQUEUE_CLOSE, "ioctl(-1, DRM_IOCTL_MSM_SUBMITQUEUE_CLOSE, [3])");
	if (sizeof(long) == 8) {
		struct drm_msm_gem_submit *s = &AT(drm_msm_gem_submit);
		s->flags = MSM_PIPE_3D0 | MSM_SUBMIT_FENCE_FD_OUT;
		s->fence_fd = -1;
		struct drm_msm_gem_submit_cmd *m = (void *)BEHIND(0);
		s->nr_cmds = 1;
		s->cmds = BEHIND(0);
		*m = (struct drm_msm_gem_submit_cmd){.type = MSM_SUBMIT_CMD_BUF, .size = 8, .nr_relocs = 1, .relocs = BEHIND(64)};
		*(struct drm_msm_gem_submit_reloc *)BEHIND(64) = (struct drm_msm_gem_submit_reloc){.submit_offset = 4, .shift = -1, .reloc_idx = 2};
		fail(SYS_ioctl, -1, DRM_IOCTL_MSM_GEM_SUBMIT, arena);
		expect_call("ioctl(-1, DRM_IOCTL_ETNAVIV_GEM_SUBMIT or DRM_IOCTL_MSM_GEM_SUBMIT, {etnaviv={fence=536870928, pipe=0, exec_state=ETNA_PIPE_3D, nr_bos=1, nr_relocs=0, "
		            "stream_size=0, bos=[{flags=ETNA_SUBMIT_BO_READ, handle=0, presumed=0x800000000}], relocs=[], stream=NULL, flags=0, fence_fd=0, pmrs=NULL, nr_pmrs=0}, "
		            "msm={flags=MSM_SUBMIT_FENCE_FD_OUT|MSM_PIPE_3D0, fence=0, nr_bos=0, nr_cmds=1, bos=NULL, cmds=[{type=MSM_SUBMIT_CMD_BUF, "
		            "submit_idx=0, submit_offset=0, size=8, nr_relocs=1, relocs=[{submit_offset=0x4, or=0, shift=-1, reloc_idx=2, reloc_offset=0}]}], fence_fd=-1, queueid=0, in_syncobjs=NULL, "
		            "out_syncobjs=NULL, nr_in_syncobjs=0, nr_out_syncobjs=0, syncobj_stride=0}})", "-1 EINVAL (Invalid argument)");
	}
#endif
#ifdef DRM_IOCTL_TEGRA_CHANNEL_SUBMIT
	struct drm_tegra_channel_submit *t = &AT(drm_tegra_channel_submit);
	struct drm_tegra_submit_cmd *c = (void *)BEHIND(0);
	t->num_cmds = 2;
	t->cmds_ptr = BEHIND(0);
	c[0] = (struct drm_tegra_submit_cmd){.type = DRM_TEGRA_SUBMIT_CMD_GATHER_UPTR, .gather_uptr = {.words = 4}};
	c[1] = (struct drm_tegra_submit_cmd){.type = DRM_TEGRA_SUBMIT_CMD_WAIT_SYNCPT, .wait_syncpt = {.id = 1, .value = 2}};
	fail(SYS_ioctl, -1, DRM_IOCTL_TEGRA_CHANNEL_SUBMIT, arena);
	expect_call("ioctl(-1, DRM_IOCTL_TEGRA_CHANNEL_SUBMIT, {context=0, num_bufs=0, num_cmds=2, gather_data_words=0, bufs_ptr=NULL, "
	            "cmds_ptr=[{type=DRM_TEGRA_SUBMIT_CMD_GATHER_UPTR, flags=0, gather_uptr={words=4}}, {type=DRM_TEGRA_SUBMIT_CMD_WAIT_SYNCPT, flags=0, "
	            "wait_syncpt={id=1, value=2}}], gather_data_ptr=NULL, syncobj_in=0, syncobj_out=0, syncpt={id=0, flags=0, increments=0, value=0}})",
	            "-1 EINVAL (Invalid argument)");
#endif
#ifdef DRM_IOCTL_PVR_SUBMIT_JOBS
	struct drm_pvr_ioctl_submit_jobs_args *j = &AT(drm_pvr_ioctl_submit_jobs_args);
	struct drm_pvr_job *k = (void *)BEHIND(0);
	j->jobs.stride = sizeof(*k);
	j->jobs.count = 1;
	j->jobs.array = BEHIND(0);
	k->type = DRM_PVR_JOB_TYPE_COMPUTE;
	k->cmd_stream_len = 2;
	k->cmd_stream = BEHIND(64);
	k->sync_ops.stride = sizeof(struct drm_pvr_sync_op);
	k->sync_ops.count = 1;
	k->sync_ops.array = BEHIND(96);
	memcpy((char *)BEHIND(64), "\5\6", 2);
	*(struct drm_pvr_sync_op *)BEHIND(96) = (struct drm_pvr_sync_op){.handle = 4, .flags = DRM_PVR_SYNC_OP_FLAG_SIGNAL | DRM_PVR_SYNC_OP_FLAG_HANDLE_TYPE_TIMELINE_SYNCOBJ};
	succeeds(DRM_IOCTL_PVR_SUBMIT_JOBS, "ioctl(-1, DRM_IOCTL_PVR_SUBMIT_JOBS, {jobs={stride=48, count=1, array=[{type=DRM_PVR_JOB_TYPE_COMPUTE, context_handle=0, flags=0, "
	         "cmd_stream_len=2, cmd_stream=\"\\x05\\x06\", sync_ops={stride=16, count=1, array=[{handle=4, "
	         "flags=DRM_PVR_SYNC_OP_FLAG_SIGNAL|DRM_PVR_SYNC_OP_FLAG_HANDLE_TYPE_TIMELINE_SYNCOBJ, value=0}]}, hwrt={set_handle=0, data_index=0}}]}})");
	j->jobs.stride = 64;
	j->jobs.array = 0x5000;
	succeeds(DRM_IOCTL_PVR_SUBMIT_JOBS, "ioctl(-1, DRM_IOCTL_PVR_SUBMIT_JOBS, {jobs={stride=64, count=1, array=0x5000}})");
#endif
#ifdef DRM_IOCTL_HL_MEMORY
	union hl_mem_args *h = memset(arena, 0, 0x4000);
	h->in.op = HL_MEM_OP_MAP;
	h->in.flags = HL_MEM_USERPTR;
	h->in.map_host.host_virt_addr = 0x7000;
	h->in.map_host.mem_size = 4096;
	fail(SYS_ioctl, -1, DRM_IOCTL_HL_MEMORY, arena);
	expect_call("ioctl(-1, DRM_IOCTL_HL_MEMORY, {in={map_host={host_virt_addr=0x7000, hint_addr=0, mem_size=4096}, op=HL_MEM_OP_MAP, flags=HL_MEM_USERPTR, ctx_id=0, "
	            "num_of_elements=0}})", "-1 EINVAL (Invalid argument)");
	union hl_cs_args *s = memset(arena, 0, 0x4000);
	s->in.cs_flags = HL_CS_FLAGS_ENGINES_COMMAND;
	s->in.num_engines = 1;
	s->in.engines = BEHIND(0);
	s->in.engine_command = HL_ENGINE_STALL;
	*(__u32 *)BEHIND(0) = 77;
	fail(SYS_ioctl, -1, DRM_IOCTL_HL_CS, arena);
	expect_call("ioctl(-1, DRM_IOCTL_HL_CS, {in={engines=[77], num_engines=1, command=HL_ENGINE_STALL, seq=0, num_chunks_restore=0, num_chunks_execute=0, timeout=0, "
	            "cs_flags=HL_CS_FLAGS_ENGINES_COMMAND, ctx_id=0}})", "-1 EINVAL (Invalid argument)");
#endif
}

int main(void)
{
	family_start();
	fill(arena, 0x6000, ONE);
#ifdef DRM_IOCTL_I915_SET_VBLANK_PIPE
	R(DRM_IOCTL_I915_SET_VBLANK_PIPE, IN, drm_i915_vblank_pipe);
#endif
#ifdef DRM_IOCTL_I915_GEM_SW_FINISH
	R(DRM_IOCTL_I915_GEM_SW_FINISH, IN, drm_i915_gem_sw_finish);
#endif
#ifdef DRM_IOCTL_I915_FREE
	R(DRM_IOCTL_I915_FREE, IN, drm_i915_mem_free);
#endif
#ifdef DRM_IOCTL_I915_GEM_UNPIN
	R(DRM_IOCTL_I915_GEM_UNPIN, IN, drm_i915_gem_unpin);
#endif
#ifdef DRM_IOCTL_I915_GEM_CONTEXT_DESTROY
	R(DRM_IOCTL_I915_GEM_CONTEXT_DESTROY, IN, drm_i915_gem_context_destroy);
#endif
#ifdef DRM_IOCTL_I915_GEM_SET_CACHING
	R(DRM_IOCTL_I915_GEM_SET_CACHING, IN, drm_i915_gem_caching);
#endif
#ifdef DRM_IOCTL_I915_PERF_REMOVE_CONFIG
	R(DRM_IOCTL_I915_PERF_REMOVE_CONFIG, IN, __u64);
#endif
#ifdef DRM_IOCTL_I915_INIT_HEAP
	R(DRM_IOCTL_I915_INIT_HEAP, IN, drm_i915_mem_init_heap);
#endif
#ifdef DRM_IOCTL_I915_GEM_SET_DOMAIN
	R(DRM_IOCTL_I915_GEM_SET_DOMAIN, IN, drm_i915_gem_set_domain);
#endif
#ifdef DRM_IOCTL_I915_HWS_ADDR
	R(DRM_IOCTL_I915_HWS_ADDR, IN, drm_i915_gem_init);
#endif
#ifdef DRM_IOCTL_I915_GEM_INIT
	R(DRM_IOCTL_I915_GEM_INIT, IN, drm_i915_gem_init);
#endif
#ifdef DRM_IOCTL_I915_GEM_VM_DESTROY
	R(DRM_IOCTL_I915_GEM_VM_DESTROY, IN, drm_i915_gem_vm_control);
#endif
#ifdef DRM_IOCTL_I915_GEM_PREAD
	R(DRM_IOCTL_I915_GEM_PREAD, IN, drm_i915_gem_pread);
#endif
#ifdef DRM_IOCTL_I915_GEM_PWRITE
	R(DRM_IOCTL_I915_GEM_PWRITE, IN, drm_i915_gem_pwrite);
#endif
#ifdef DRM_IOCTL_I915_GEM_EXECBUFFER
	R(DRM_IOCTL_I915_GEM_EXECBUFFER, IN, drm_i915_gem_execbuffer);
#endif
#ifdef DRM_IOCTL_I915_OVERLAY_PUT_IMAGE
	R(DRM_IOCTL_I915_OVERLAY_PUT_IMAGE, IN, drm_intel_overlay_put_image);
#endif
#ifdef DRM_IOCTL_I915_GEM_EXECBUFFER2
	R(DRM_IOCTL_I915_GEM_EXECBUFFER2, IN, drm_i915_gem_execbuffer2);
#endif
#ifdef DRM_IOCTL_I915_INIT
	R(DRM_IOCTL_I915_INIT, IN, _drm_i915_init);
#endif
#ifdef DRM_IOCTL_I915_PERF_ADD_CONFIG
	R(DRM_IOCTL_I915_PERF_ADD_CONFIG, IN, drm_i915_perf_oa_config);
#endif
#ifdef DRM_IOCTL_I915_GET_VBLANK_PIPE
	R(DRM_IOCTL_I915_GET_VBLANK_PIPE, OUT, drm_i915_vblank_pipe);
#endif
#ifdef DRM_IOCTL_I915_GEM_GET_APERTURE
	R(DRM_IOCTL_I915_GEM_GET_APERTURE, OUT, drm_i915_gem_get_aperture);
#endif
#ifdef DRM_IOCTL_I915_IRQ_EMIT
	R(DRM_IOCTL_I915_IRQ_EMIT, INOUT, drm_i915_irq_emit);
#endif
#ifdef DRM_IOCTL_I915_GEM_BUSY
	R(DRM_IOCTL_I915_GEM_BUSY, INOUT, drm_i915_gem_busy);
#endif
#ifdef DRM_IOCTL_I915_GET_PIPE_FROM_CRTC_ID
	R(DRM_IOCTL_I915_GET_PIPE_FROM_CRTC_ID, INOUT, drm_i915_get_pipe_from_crtc_id);
#endif
#ifdef DRM_IOCTL_I915_GEM_CONTEXT_CREATE
	R(DRM_IOCTL_I915_GEM_CONTEXT_CREATE, INOUT, drm_i915_gem_context_create);
#endif
#ifdef DRM_IOCTL_I915_GEM_GET_CACHING
	R(DRM_IOCTL_I915_GEM_GET_CACHING, INOUT, drm_i915_gem_caching);
#endif
#ifdef DRM_IOCTL_I915_VBLANK_SWAP
	R(DRM_IOCTL_I915_VBLANK_SWAP, INOUT, drm_i915_vblank_swap);
#endif
#ifdef DRM_IOCTL_I915_GEM_MADVISE
	R(DRM_IOCTL_I915_GEM_MADVISE, INOUT, drm_i915_gem_madvise);
#endif
#ifdef DRM_IOCTL_I915_GETPARAM
	if (sizeof(long) == 8)
		R(DRM_IOCTL_I915_GETPARAM, INOUT, drm_i915_getparam);
#endif
#ifdef DRM_IOCTL_I915_GEM_CREATE
	R(DRM_IOCTL_I915_GEM_CREATE, INOUT, drm_i915_gem_create);
#endif
#ifdef DRM_IOCTL_I915_GEM_SET_TILING
	R(DRM_IOCTL_I915_GEM_SET_TILING, INOUT, drm_i915_gem_set_tiling);
#endif
#ifdef DRM_IOCTL_I915_GEM_GET_TILING
	R(DRM_IOCTL_I915_GEM_GET_TILING, INOUT, drm_i915_gem_get_tiling);
#endif
#ifdef DRM_IOCTL_I915_GEM_MMAP_GTT
	R(DRM_IOCTL_I915_GEM_MMAP_GTT, INOUT, drm_i915_gem_mmap_gtt);
#endif
#ifdef DRM_IOCTL_I915_GEM_CONTEXT_CREATE_EXT
	R(DRM_IOCTL_I915_GEM_CONTEXT_CREATE_EXT, INOUT, drm_i915_gem_context_create_ext);
#endif
#ifdef DRM_IOCTL_I915_REG_READ
	R(DRM_IOCTL_I915_REG_READ, INOUT, drm_i915_reg_read);
#endif
#ifdef DRM_IOCTL_I915_GEM_VM_CREATE
	R(DRM_IOCTL_I915_GEM_VM_CREATE, INOUT, drm_i915_gem_vm_control);
#endif
#ifdef DRM_IOCTL_I915_GET_SPRITE_COLORKEY
	R(DRM_IOCTL_I915_GET_SPRITE_COLORKEY, INOUT, drm_intel_sprite_colorkey);
#endif
#ifdef DRM_IOCTL_I915_SET_SPRITE_COLORKEY
	R(DRM_IOCTL_I915_SET_SPRITE_COLORKEY, INOUT, drm_intel_sprite_colorkey);
#endif
#ifdef DRM_IOCTL_I915_GEM_PIN
	R(DRM_IOCTL_I915_GEM_PIN, INOUT, drm_i915_gem_pin);
#endif
#ifdef DRM_IOCTL_I915_GET_RESET_STATS
	R(DRM_IOCTL_I915_GET_RESET_STATS, INOUT, drm_i915_reset_stats);
#endif
#ifdef DRM_IOCTL_I915_GEM_USERPTR
	R(DRM_IOCTL_I915_GEM_USERPTR, INOUT, drm_i915_gem_userptr);
#endif
#ifdef DRM_IOCTL_I915_GEM_CONTEXT_GETPARAM
	R(DRM_IOCTL_I915_GEM_CONTEXT_GETPARAM, INOUT, drm_i915_gem_context_param);
#endif
#ifdef DRM_IOCTL_I915_GEM_CONTEXT_SETPARAM
	R(DRM_IOCTL_I915_GEM_CONTEXT_SETPARAM, INOUT, drm_i915_gem_context_param);
#endif
#ifdef DRM_IOCTL_I915_GEM_CREATE_EXT
	R(DRM_IOCTL_I915_GEM_CREATE_EXT, INOUT, drm_i915_gem_create_ext);
#endif
#ifdef DRM_IOCTL_I915_GEM_MMAP_OFFSET
	R(DRM_IOCTL_I915_GEM_MMAP_OFFSET, INOUT, drm_i915_gem_mmap_offset);
#endif
#ifdef DRM_IOCTL_I915_GEM_MMAP
	R(DRM_IOCTL_I915_GEM_MMAP, INOUT, drm_i915_gem_mmap);
#endif
#ifdef DRM_IOCTL_I915_OVERLAY_ATTRS
	R(DRM_IOCTL_I915_OVERLAY_ATTRS, INOUT, drm_intel_overlay_attrs);
#endif
#ifdef DRM_IOCTL_I915_GEM_EXECBUFFER2_WR
	R(DRM_IOCTL_I915_GEM_EXECBUFFER2_WR, INOUT, drm_i915_gem_execbuffer2);
#endif
#ifdef DRM_IOCTL_AMDGPU_SCHED
	R(DRM_IOCTL_AMDGPU_SCHED, IN, drm_amdgpu_sched);
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_VA
	R(DRM_IOCTL_AMDGPU_GEM_VA, IN, drm_amdgpu_gem_va);
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_LIST_HANDLES
	R(DRM_IOCTL_AMDGPU_GEM_LIST_HANDLES, INOUT, drm_amdgpu_gem_list_handles);
#endif
#ifdef DRM_IOCTL_AMDGPU_CS
	R(DRM_IOCTL_AMDGPU_CS, INOUT, drm_amdgpu_cs);
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_USERPTR
	R(DRM_IOCTL_AMDGPU_GEM_USERPTR, INOUT, drm_amdgpu_gem_userptr);
#endif
#ifdef DRM_IOCTL_AMDGPU_WAIT_FENCES
	R(DRM_IOCTL_AMDGPU_WAIT_FENCES, INOUT, drm_amdgpu_wait_fences);
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_CREATE
	R(DRM_IOCTL_AMDGPU_GEM_CREATE, INOUT, drm_amdgpu_gem_create);
#endif
#ifdef DRM_IOCTL_AMDGPU_FENCE_TO_HANDLE
	R(DRM_IOCTL_AMDGPU_FENCE_TO_HANDLE, INOUT, drm_amdgpu_fence_to_handle);
#endif
#ifdef DRM_IOCTL_AMDGPU_USERQ_SIGNAL
	R(DRM_IOCTL_AMDGPU_USERQ_SIGNAL, INOUT, drm_amdgpu_userq_signal);
#endif
#ifdef DRM_IOCTL_AMDGPU_USERQ
	R(DRM_IOCTL_AMDGPU_USERQ, INOUT, drm_amdgpu_userq);
#endif
#ifdef DRM_IOCTL_AMDGPU_USERQ_WAIT
	R(DRM_IOCTL_AMDGPU_USERQ_WAIT, INOUT, drm_amdgpu_userq_wait);
#endif
#ifdef DRM_IOCTL_AMDGPU_GEM_METADATA
	R(DRM_IOCTL_AMDGPU_GEM_METADATA, INOUT, drm_amdgpu_gem_metadata);
#endif
#ifdef DRM_IOCTL_AMDGPU_INFO
	if (sizeof(long) == 4)
		R(DRM_IOCTL_AMDGPU_INFO, IN, drm_amdgpu_info);
#endif
#ifdef DRM_IOCTL_XE_OBSERVATION
	if (sizeof(long) == 4)
		R(DRM_IOCTL_XE_OBSERVATION, IN, drm_xe_observation_param);
#endif
#ifdef DRM_IOCTL_XE_EXEC_QUEUE_DESTROY
	R(DRM_IOCTL_XE_EXEC_QUEUE_DESTROY, IN, drm_xe_exec_queue_destroy);
#endif
#ifdef DRM_IOCTL_XE_EXEC_QUEUE_SET_PROPERTY
	R(DRM_IOCTL_XE_EXEC_QUEUE_SET_PROPERTY, IN, drm_xe_exec_queue_set_property);
#endif
#ifdef DRM_IOCTL_XE_EXEC
	R(DRM_IOCTL_XE_EXEC, IN, drm_xe_exec);
#endif
#ifdef DRM_IOCTL_XE_MADVISE
	R(DRM_IOCTL_XE_MADVISE, IN, drm_xe_madvise);
#endif
#ifdef DRM_IOCTL_XE_VM_BIND
	R(DRM_IOCTL_XE_VM_BIND, IN, drm_xe_vm_bind);
#endif
#ifdef DRM_IOCTL_XE_DEVICE_QUERY
	R(DRM_IOCTL_XE_DEVICE_QUERY, INOUT, drm_xe_device_query);
#endif
#ifdef DRM_IOCTL_XE_GEM_MMAP_OFFSET
	R(DRM_IOCTL_XE_GEM_MMAP_OFFSET, INOUT, drm_xe_gem_mmap_offset);
#endif
#ifdef DRM_IOCTL_XE_EXEC_QUEUE_CREATE
	R(DRM_IOCTL_XE_EXEC_QUEUE_CREATE, INOUT, drm_xe_exec_queue_create);
#endif
#ifdef DRM_IOCTL_XE_GEM_CREATE
	R(DRM_IOCTL_XE_GEM_CREATE, INOUT, drm_xe_gem_create);
#endif
#ifdef DRM_IOCTL_XE_VM_GET_PROPERTY
	R(DRM_IOCTL_XE_VM_GET_PROPERTY, INOUT, drm_xe_vm_get_property);
#endif
#ifdef DRM_IOCTL_XE_VM_QUERY_MEM_RANGE_ATTRS
	R(DRM_IOCTL_XE_VM_QUERY_MEM_RANGE_ATTRS, INOUT, drm_xe_vm_query_mem_range_attr);
#endif
#ifdef DRM_IOCTL_VIRTGPU_WAIT
	R(DRM_IOCTL_VIRTGPU_WAIT, INOUT, drm_virtgpu_3d_wait);
#endif
#ifdef DRM_IOCTL_VIRTGPU_GET_CAPS
	R(DRM_IOCTL_VIRTGPU_GET_CAPS, INOUT, drm_virtgpu_get_caps);
#endif
#ifdef DRM_IOCTL_VIRTGPU_TRANSFER_FROM_HOST
	R(DRM_IOCTL_VIRTGPU_TRANSFER_FROM_HOST, INOUT, drm_virtgpu_3d_transfer_from_host);
#endif
#ifdef DRM_IOCTL_VIRTGPU_TRANSFER_TO_HOST
	R(DRM_IOCTL_VIRTGPU_TRANSFER_TO_HOST, INOUT, drm_virtgpu_3d_transfer_to_host);
#endif
#ifdef DRM_IOCTL_VIRTGPU_RESOURCE_CREATE
	R(DRM_IOCTL_VIRTGPU_RESOURCE_CREATE, INOUT, drm_virtgpu_resource_create);
#endif
#ifdef DRM_IOCTL_VIRTGPU_RESOURCE_CREATE_BLOB
	R(DRM_IOCTL_VIRTGPU_RESOURCE_CREATE_BLOB, INOUT, drm_virtgpu_resource_create_blob);
#endif
#ifdef DRM_IOCTL_VIRTGPU_EXECBUFFER
	R(DRM_IOCTL_VIRTGPU_EXECBUFFER, INOUT, drm_virtgpu_execbuffer);
#endif
#ifdef DRM_IOCTL_NOUVEAU_CHANNEL_FREE
	R(DRM_IOCTL_NOUVEAU_CHANNEL_FREE, IN, drm_nouveau_channel_free);
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_CPU_FINI
	R(DRM_IOCTL_NOUVEAU_GEM_CPU_FINI, IN, drm_nouveau_gem_cpu_fini);
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_CPU_PREP
	R(DRM_IOCTL_NOUVEAU_GEM_CPU_PREP, IN, drm_nouveau_gem_cpu_prep);
#endif
#ifdef DRM_IOCTL_NOUVEAU_GET_ZCULL_INFO
	R(DRM_IOCTL_NOUVEAU_GET_ZCULL_INFO, OUT, drm_nouveau_get_zcull_info);
#endif
#ifdef DRM_IOCTL_NOUVEAU_VM_INIT
	R(DRM_IOCTL_NOUVEAU_VM_INIT, INOUT, drm_nouveau_vm_init);
#endif
#ifdef DRM_IOCTL_NOUVEAU_VM_BIND
	R(DRM_IOCTL_NOUVEAU_VM_BIND, INOUT, drm_nouveau_vm_bind);
#endif
#ifdef DRM_IOCTL_NOUVEAU_EXEC
	R(DRM_IOCTL_NOUVEAU_EXEC, INOUT, drm_nouveau_exec);
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_INFO
	R(DRM_IOCTL_NOUVEAU_GEM_INFO, INOUT, drm_nouveau_gem_info);
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_NEW
	R(DRM_IOCTL_NOUVEAU_GEM_NEW, INOUT, drm_nouveau_gem_new);
#endif
#ifdef DRM_IOCTL_NOUVEAU_SVM_BIND
	R(DRM_IOCTL_NOUVEAU_SVM_BIND, INOUT, drm_nouveau_svm_bind);
#endif
#ifdef DRM_IOCTL_NOUVEAU_GEM_PUSHBUF
	R(DRM_IOCTL_NOUVEAU_GEM_PUSHBUF, INOUT, drm_nouveau_gem_pushbuf);
#endif
#ifdef DRM_IOCTL_NOUVEAU_CHANNEL_ALLOC
	R(DRM_IOCTL_NOUVEAU_CHANNEL_ALLOC, INOUT, drm_nouveau_channel_alloc);
#endif
#ifdef DRM_IOCTL_MSM_WAIT_FENCE
	if (sizeof(long) == 4)
		R(DRM_IOCTL_MSM_WAIT_FENCE, IN, drm_msm_wait_fence);
#endif
#ifdef DRM_IOCTL_MSM_PERFCNTR_CONFIG
	R(DRM_IOCTL_MSM_PERFCNTR_CONFIG, IN, drm_msm_perfcntr_config);
#endif
#ifdef DRM_IOCTL_MSM_SUBMITQUEUE_NEW
	R(DRM_IOCTL_MSM_SUBMITQUEUE_NEW, INOUT, drm_msm_submitqueue);
#endif
#ifdef DRM_IOCTL_MSM_VM_BIND
	R(DRM_IOCTL_MSM_VM_BIND, INOUT, drm_msm_vm_bind);
#endif
#ifdef DRM_IOCTL_RADEON_FULLSCREEN
	R(DRM_IOCTL_RADEON_FULLSCREEN, IN, drm_radeon_fullscreen);
#endif
#ifdef DRM_IOCTL_RADEON_IRQ_WAIT
	R(DRM_IOCTL_RADEON_IRQ_WAIT, IN, drm_radeon_irq_wait);
#endif
#ifdef DRM_IOCTL_RADEON_SURF_FREE
	R(DRM_IOCTL_RADEON_SURF_FREE, IN, drm_radeon_surface_free);
#endif
#ifdef DRM_IOCTL_RADEON_FREE
	R(DRM_IOCTL_RADEON_FREE, IN, drm_radeon_mem_free);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_WAIT_IDLE
	R(DRM_IOCTL_RADEON_GEM_WAIT_IDLE, IN, drm_radeon_gem_wait_idle);
#endif
#ifdef DRM_IOCTL_RADEON_INIT_HEAP
	R(DRM_IOCTL_RADEON_INIT_HEAP, IN, drm_radeon_mem_init_heap);
#endif
#ifdef DRM_IOCTL_RADEON_SETPARAM
	R(DRM_IOCTL_RADEON_SETPARAM, IN, drm_radeon_setparam);
#endif
#ifdef DRM_IOCTL_RADEON_SURF_ALLOC
	R(DRM_IOCTL_RADEON_SURF_ALLOC, IN, drm_radeon_surface_alloc);
#endif
#ifdef DRM_IOCTL_RADEON_CMDBUF
	R(DRM_IOCTL_RADEON_CMDBUF, IN, drm_radeon_cmd_buffer);
#endif
#ifdef DRM_IOCTL_RADEON_INDICES
	R(DRM_IOCTL_RADEON_INDICES, IN, drm_radeon_indices);
#endif
#ifdef DRM_IOCTL_RADEON_CLEAR
	R(DRM_IOCTL_RADEON_CLEAR, IN, drm_radeon_clear);
#endif
#ifdef DRM_IOCTL_RADEON_VERTEX2
	R(DRM_IOCTL_RADEON_VERTEX2, IN, drm_radeon_vertex2);
#endif
#ifdef DRM_IOCTL_RADEON_CP_INIT
	R(DRM_IOCTL_RADEON_CP_INIT, IN, drm_radeon_init);
#endif
#ifdef DRM_IOCTL_RADEON_IRQ_EMIT
	R(DRM_IOCTL_RADEON_IRQ_EMIT, INOUT, drm_radeon_irq_emit);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_BUSY
	R(DRM_IOCTL_RADEON_GEM_BUSY, INOUT, drm_radeon_gem_busy);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_SET_DOMAIN
	R(DRM_IOCTL_RADEON_GEM_SET_DOMAIN, INOUT, drm_radeon_gem_set_domain);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_SET_TILING
	R(DRM_IOCTL_RADEON_GEM_SET_TILING, INOUT, drm_radeon_gem_set_tiling);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_GET_TILING
	R(DRM_IOCTL_RADEON_GEM_GET_TILING, INOUT, drm_radeon_gem_get_tiling);
#endif
#ifdef DRM_IOCTL_RADEON_GETPARAM
	if (sizeof(long) == 8)
		R(DRM_IOCTL_RADEON_GETPARAM, INOUT, drm_radeon_getparam);
#endif
#ifdef DRM_IOCTL_RADEON_ALLOC
	R(DRM_IOCTL_RADEON_ALLOC, INOUT, drm_radeon_mem_alloc);
#endif
#ifdef DRM_IOCTL_RADEON_INFO
	R(DRM_IOCTL_RADEON_INFO, INOUT, drm_radeon_info);
#endif
#ifdef DRM_IOCTL_RADEON_TEXTURE
	if (sizeof(long) == 4)
		R(DRM_IOCTL_RADEON_TEXTURE, INOUT, drm_radeon_texture);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_INFO
	R(DRM_IOCTL_RADEON_GEM_INFO, INOUT, drm_radeon_gem_info);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_USERPTR
	R(DRM_IOCTL_RADEON_GEM_USERPTR, INOUT, drm_radeon_gem_userptr);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_CREATE
	R(DRM_IOCTL_RADEON_GEM_CREATE, INOUT, drm_radeon_gem_create);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_MMAP
	R(DRM_IOCTL_RADEON_GEM_MMAP, INOUT, drm_radeon_gem_mmap);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_PREAD
	R(DRM_IOCTL_RADEON_GEM_PREAD, INOUT, drm_radeon_gem_pread);
#endif
#ifdef DRM_IOCTL_RADEON_GEM_PWRITE
	R(DRM_IOCTL_RADEON_GEM_PWRITE, INOUT, drm_radeon_gem_pwrite);
#endif
#ifdef DRM_IOCTL_RADEON_CS
	R(DRM_IOCTL_RADEON_CS, INOUT, drm_radeon_cs);
#endif
#ifdef DRM_IOCTL_PANFROST_SUBMIT
	R(DRM_IOCTL_PANFROST_SUBMIT, IN, drm_panfrost_submit);
#endif
#ifdef DRM_IOCTL_PANFROST_JM_CTX_CREATE
	R(DRM_IOCTL_PANFROST_JM_CTX_CREATE, INOUT, drm_panfrost_jm_ctx_create);
#endif
#ifdef DRM_IOCTL_PANFROST_JM_CTX_DESTROY
	R(DRM_IOCTL_PANFROST_JM_CTX_DESTROY, INOUT, drm_panfrost_jm_ctx_destroy);
#endif
#ifdef DRM_IOCTL_PANFROST_SYNC_BO
	R(DRM_IOCTL_PANFROST_SYNC_BO, INOUT, drm_panfrost_sync_bo);
#endif
#ifdef DRM_IOCTL_V3D_PERFMON_SET_GLOBAL
	R(DRM_IOCTL_V3D_PERFMON_SET_GLOBAL, IN, drm_v3d_perfmon_set_global);
#endif
#ifdef DRM_IOCTL_V3D_SUBMIT_CPU
	if (sizeof(long) == 8)
		R(DRM_IOCTL_V3D_SUBMIT_CPU, IN, drm_v3d_submit_cpu);
#endif
#ifdef DRM_IOCTL_V3D_SUBMIT_CSD
	R(DRM_IOCTL_V3D_SUBMIT_CSD, IN, drm_v3d_submit_csd);
#endif
#ifdef DRM_IOCTL_V3D_SUBMIT_TFU
	R(DRM_IOCTL_V3D_SUBMIT_TFU, IN, drm_v3d_submit_tfu);
#endif
#ifdef DRM_IOCTL_V3D_PERFMON_DESTROY
	R(DRM_IOCTL_V3D_PERFMON_DESTROY, INOUT, drm_v3d_perfmon_destroy);
#endif
#ifdef DRM_IOCTL_V3D_GET_BO_OFFSET
	R(DRM_IOCTL_V3D_GET_BO_OFFSET, INOUT, drm_v3d_get_bo_offset);
#endif
#ifdef DRM_IOCTL_V3D_SUBMIT_CL
	R(DRM_IOCTL_V3D_SUBMIT_CL, INOUT, drm_v3d_submit_cl);
#endif
#ifdef DRM_IOCTL_V3D_PERFMON_GET_COUNTER
	R(DRM_IOCTL_V3D_PERFMON_GET_COUNTER, INOUT, drm_v3d_perfmon_get_counter);
#endif
#ifdef DRM_IOCTL_VC4_PERFMON_DESTROY
	R(DRM_IOCTL_VC4_PERFMON_DESTROY, INOUT, drm_vc4_perfmon_destroy);
#endif
#ifdef DRM_IOCTL_VC4_PERFMON_GET_VALUES
	R(DRM_IOCTL_VC4_PERFMON_GET_VALUES, INOUT, drm_vc4_perfmon_get_values);
#endif
#ifdef DRM_IOCTL_VC4_PERFMON_CREATE
	R(DRM_IOCTL_VC4_PERFMON_CREATE, INOUT, drm_vc4_perfmon_create);
#endif
#ifdef DRM_IOCTL_VC4_GET_HANG_STATE
	R(DRM_IOCTL_VC4_GET_HANG_STATE, INOUT, drm_vc4_get_hang_state);
#endif
#ifdef DRM_IOCTL_VC4_SUBMIT_CL
	R(DRM_IOCTL_VC4_SUBMIT_CL, INOUT, drm_vc4_submit_cl);
#endif
#ifdef DRM_IOCTL_ETNAVIV_GEM_WAIT
	R(DRM_IOCTL_ETNAVIV_GEM_WAIT, IN, drm_etnaviv_gem_wait);
#endif
#ifdef DRM_IOCTL_ETNAVIV_PM_QUERY_SIG
	R(DRM_IOCTL_ETNAVIV_PM_QUERY_SIG, INOUT, drm_etnaviv_pm_signal);
#endif
#ifdef DRM_IOCTL_ETNAVIV_GEM_USERPTR
	if (sizeof(long) == 4)
		R(DRM_IOCTL_ETNAVIV_GEM_USERPTR, INOUT, drm_etnaviv_gem_userptr);
#endif
#ifdef DRM_IOCTL_ETNAVIV_WAIT_FENCE
	if (sizeof(long) == 4)
		R(DRM_IOCTL_ETNAVIV_WAIT_FENCE, IN, drm_etnaviv_wait_fence);
#endif
#ifdef DRM_IOCTL_LIMA_GEM_SUBMIT
	R(DRM_IOCTL_LIMA_GEM_SUBMIT, IN, drm_lima_gem_submit);
#endif
#ifdef DRM_IOCTL_LIMA_CTX_CREATE
	R(DRM_IOCTL_LIMA_CTX_CREATE, OUT, drm_lima_ctx_create);
#endif
#ifdef DRM_IOCTL_TEGRA_SYNCPT_READ
	R(DRM_IOCTL_TEGRA_SYNCPT_READ, INOUT, drm_tegra_syncpt_read);
#endif
#ifdef DRM_IOCTL_TEGRA_CLOSE_CHANNEL
	if (sizeof(long) == 8)
		R(DRM_IOCTL_TEGRA_CLOSE_CHANNEL, INOUT, drm_tegra_close_channel);
#endif
#ifdef DRM_IOCTL_TEGRA_GEM_SET_FLAGS
	R(DRM_IOCTL_TEGRA_GEM_SET_FLAGS, INOUT, drm_tegra_gem_set_flags);
#endif
#ifdef DRM_IOCTL_TEGRA_GEM_GET_FLAGS
	R(DRM_IOCTL_TEGRA_GEM_GET_FLAGS, INOUT, drm_tegra_gem_get_flags);
#endif
#ifdef DRM_IOCTL_TEGRA_CHANNEL_CLOSE
	if (sizeof(long) == 8)
		R(DRM_IOCTL_TEGRA_CHANNEL_CLOSE, INOUT, drm_tegra_channel_close);
#endif
#ifdef DRM_IOCTL_TEGRA_SYNCPOINT_FREE
	R(DRM_IOCTL_TEGRA_SYNCPOINT_FREE, INOUT, drm_tegra_syncpoint_free);
#endif
#ifdef DRM_IOCTL_TEGRA_CHANNEL_MAP
	R(DRM_IOCTL_TEGRA_CHANNEL_MAP, INOUT, drm_tegra_channel_map);
#endif
#ifdef DRM_IOCTL_TEGRA_SYNCPOINT_WAIT
	R(DRM_IOCTL_TEGRA_SYNCPOINT_WAIT, INOUT, drm_tegra_syncpoint_wait);
#endif
#ifdef DRM_IOCTL_TEGRA_CHANNEL_SUBMIT
	R(DRM_IOCTL_TEGRA_CHANNEL_SUBMIT, INOUT, drm_tegra_channel_submit);
#endif
#ifdef DRM_IOCTL_TEGRA_SUBMIT
	R(DRM_IOCTL_TEGRA_SUBMIT, INOUT, drm_tegra_submit);
#endif
#ifdef DRM_IOCTL_EXYNOS_G2D_EXEC
	R(DRM_IOCTL_EXYNOS_G2D_EXEC, INOUT, drm_exynos_g2d_exec);
#endif
#ifdef DRM_IOCTL_EXYNOS_IPP_GET_RESOURCES
	R(DRM_IOCTL_EXYNOS_IPP_GET_RESOURCES, INOUT, drm_exynos_ioctl_ipp_get_res);
#endif
#ifdef DRM_IOCTL_EXYNOS_IPP_GET_CAPS
	R(DRM_IOCTL_EXYNOS_IPP_GET_CAPS, INOUT, drm_exynos_ioctl_ipp_get_caps);
#endif
#ifdef DRM_IOCTL_EXYNOS_IPP_GET_LIMITS
	R(DRM_IOCTL_EXYNOS_IPP_GET_LIMITS, INOUT, drm_exynos_ioctl_ipp_get_limits);
#endif
#ifdef DRM_IOCTL_EXYNOS_IPP_COMMIT
	R(DRM_IOCTL_EXYNOS_IPP_COMMIT, INOUT, drm_exynos_ioctl_ipp_commit);
#endif
#ifdef DRM_IOCTL_EXYNOS_G2D_SET_CMDLIST
	R(DRM_IOCTL_EXYNOS_G2D_SET_CMDLIST, INOUT, drm_exynos_g2d_set_cmdlist);
#endif
#ifdef DRM_IOCTL_ARMADA_GEM_PWRITE
	if (sizeof(long) == 4)
		R(DRM_IOCTL_ARMADA_GEM_PWRITE, IN, drm_armada_gem_pwrite);
#endif
#ifdef DRM_IOCTL_ARMADA_GEM_MMAP
	R(DRM_IOCTL_ARMADA_GEM_MMAP, INOUT, drm_armada_gem_mmap);
#endif
#ifdef DRM_IOCTL_PVR_DESTROY_FREE_LIST
	R(DRM_IOCTL_PVR_DESTROY_FREE_LIST, IN, drm_pvr_ioctl_destroy_free_list_args);
#endif
#ifdef DRM_IOCTL_PVR_VM_UNMAP
	R(DRM_IOCTL_PVR_VM_UNMAP, IN, drm_pvr_ioctl_vm_unmap_args);
#endif
#ifdef DRM_IOCTL_PVR_VM_MAP
	R(DRM_IOCTL_PVR_VM_MAP, IN, drm_pvr_ioctl_vm_map_args);
#endif
#ifdef DRM_IOCTL_PVR_CREATE_CONTEXT
	R(DRM_IOCTL_PVR_CREATE_CONTEXT, INOUT, drm_pvr_ioctl_create_context_args);
#endif
#ifdef DRM_IOCTL_PVR_CREATE_HWRT_DATASET
	R(DRM_IOCTL_PVR_CREATE_HWRT_DATASET, INOUT, drm_pvr_ioctl_create_hwrt_dataset_args);
#endif
#ifdef DRM_IOCTL_PVR_DESTROY_HWRT_DATASET
	if (sizeof(long) == 4)
		R(DRM_IOCTL_PVR_DESTROY_HWRT_DATASET, IN, drm_pvr_ioctl_destroy_hwrt_dataset_args);
#endif
#ifdef DRM_IOCTL_QAIC_ATTACH_SLICE_BO
	if (sizeof(long) == 4)
		R(DRM_IOCTL_QAIC_ATTACH_SLICE_BO, IN, qaic_attach_slice);
#endif
#ifdef DRM_IOCTL_QAIC_WAIT_BO
	R(DRM_IOCTL_QAIC_WAIT_BO, IN, qaic_wait);
#endif
#ifdef DRM_IOCTL_IVPU_SUBMIT
	if (sizeof(long) == 4)
		R(DRM_IOCTL_IVPU_SUBMIT, IN, drm_ivpu_submit);
#endif
#ifdef DRM_IOCTL_IVPU_CMDQ_SUBMIT
	R(DRM_IOCTL_IVPU_CMDQ_SUBMIT, IN, drm_ivpu_cmdq_submit);
#endif
#ifdef DRM_IOCTL_IVPU_CMDQ_CREATE
	R(DRM_IOCTL_IVPU_CMDQ_CREATE, INOUT, drm_ivpu_cmdq_create);
#endif
#ifdef DRM_IOCTL_IVPU_METRIC_STREAMER_START
	R(DRM_IOCTL_IVPU_METRIC_STREAMER_START, INOUT, drm_ivpu_metric_streamer_start);
#endif
#ifdef DRM_IOCTL_IVPU_METRIC_STREAMER_GET_INFO
	R(DRM_IOCTL_IVPU_METRIC_STREAMER_GET_INFO, INOUT, drm_ivpu_metric_streamer_get_data);
#endif
#ifdef DRM_IOCTL_IVPU_BO_CREATE_FROM_USERPTR
	if (sizeof(long) == 4)
		R(DRM_IOCTL_IVPU_BO_CREATE_FROM_USERPTR, INOUT, drm_ivpu_bo_create_from_userptr);
#endif
#ifdef DRM_IOCTL_ROCKET_FINI_BO
	R(DRM_IOCTL_ROCKET_FINI_BO, IN, drm_rocket_fini_bo);
#endif
#ifdef DRM_IOCTL_AMDXDNA_GET_ARRAY
	R(DRM_IOCTL_AMDXDNA_GET_ARRAY, INOUT, amdxdna_drm_get_array);
#endif
#ifdef DRM_IOCTL_AMDXDNA_GET_BO_INFO
	R(DRM_IOCTL_AMDXDNA_GET_BO_INFO, INOUT, amdxdna_drm_get_bo_info);
#endif
#ifdef DRM_IOCTL_AMDXDNA_CREATE_HWCTX
	R(DRM_IOCTL_AMDXDNA_CREATE_HWCTX, INOUT, amdxdna_drm_create_hwctx);
#endif
#ifdef DRM_IOCTL_HL_MEMORY
	R(DRM_IOCTL_HL_MEMORY, INOUT, hl_mem_args);
#endif
#ifdef DRM_IOCTL_HL_DEBUG
	R(DRM_IOCTL_HL_DEBUG, INOUT, hl_debug_args);
#endif
#ifdef DRM_IOCTL_HL_CS
	R(DRM_IOCTL_HL_CS, INOUT, hl_cs_args);
#endif
#ifdef DRM_IOCTL_HL_WAIT_CS
	R(DRM_IOCTL_HL_WAIT_CS, INOUT, hl_wait_cs_args);
#endif
	request("DRM_IOCTL_AMDXDNA_WAIT_CMD or DRM_IOCTL_RADEON_VERTEX", DRM_IOCTL_AMDXDNA_WAIT_CMD, OF_IN, show_shared_40106449_of_2);
	request("DRM_IOCTL_AMDGPU_GEM_MMAP or DRM_IOCTL_AMDXDNA_DESTROY_HWCTX", DRM_IOCTL_AMDGPU_GEM_MMAP, OF_INOUT, show_shared_c0086441_of_2);
	request("DRM_IOCTL_AMDXDNA_SYNC_BO or DRM_IOCTL_VC4_CREATE_SHADER_BO", DRM_IOCTL_AMDXDNA_SYNC_BO, OF_INOUT, show_shared_c0186445_of_2);
	request("DRM_IOCTL_AMDXDNA_CREATE_BO or DRM_IOCTL_IVPU_BO_INFO or DRM_IOCTL_XE_VM_CREATE", DRM_IOCTL_AMDXDNA_CREATE_BO, OF_INOUT, show_shared_c0206443_of_3);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_ARMADA_GEM_PWRITE or DRM_IOCTL_QXL_UPDATE_AREA", DRM_IOCTL_ARMADA_GEM_PWRITE, OF_IN, show_shared_40186443_of_2);
	if (sizeof(long) == 4)
		request("DRM_IOCTL_I915_BATCHBUFFER or DRM_IOCTL_QXL_UPDATE_AREA", DRM_IOCTL_I915_BATCHBUFFER, OF_IN, show_shared_40186443_32);
	request("DRM_IOCTL_ARMADA_GEM_CREATE or DRM_IOCTL_QXL_ALLOC", DRM_IOCTL_ARMADA_GEM_CREATE, OF_INOUT, show_shared_c0086440_of_2);
	request("DRM_IOCTL_EXYNOS_G2D_GET_VER or DRM_IOCTL_TEGRA_SYNCPOINT_ALLOCATE", DRM_IOCTL_EXYNOS_G2D_GET_VER, OF_INOUT, show_shared_c0086460_of_2);
	request("DRM_IOCTL_HL_CB or DRM_IOCTL_PVR_CREATE_BO", DRM_IOCTL_HL_CB, OF_INOUT, show_shared_c0186441_of_2);
	request("DRM_IOCTL_I915_IRQ_WAIT or DRM_IOCTL_MSM_GEM_CPU_FINI", DRM_IOCTL_I915_IRQ_WAIT, OF_IN, show_shared_40046445_of_2);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_I915_DESTROY_HEAP or DRM_IOCTL_IVPU_CMDQ_DESTROY", DRM_IOCTL_I915_DESTROY_HEAP, OF_IN, show_shared_4004644c_of_2);
	if (sizeof(long) == 4)
		request("DRM_IOCTL_I915_DESTROY_HEAP or DRM_IOCTL_IVPU_CMDQ_DESTROY or DRM_IOCTL_RADEON_STIPPLE", DRM_IOCTL_I915_DESTROY_HEAP, OF_IN, show_shared_4004644c_32);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_I915_BATCHBUFFER or DRM_IOCTL_QAIC_ATTACH_SLICE_BO", DRM_IOCTL_I915_BATCHBUFFER, OF_IN, show_shared_40206443_of_2);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_I915_CMDBUFFER or DRM_IOCTL_XE_OBSERVATION", DRM_IOCTL_I915_CMDBUFFER, OF_IN, show_shared_4020644b_of_2);
	request("DRM_IOCTL_I915_GEM_WAIT or DRM_IOCTL_RADEON_GEM_OP", DRM_IOCTL_I915_GEM_WAIT, OF_INOUT, show_shared_c010646c_of_2);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_ETNAVIV_GEM_USERPTR or DRM_IOCTL_I915_ALLOC", DRM_IOCTL_ETNAVIV_GEM_USERPTR, OF_INOUT, show_shared_c0186448_of_2);
	request("DRM_IOCTL_IVPU_METRIC_STREAMER_STOP or DRM_IOCTL_PVR_DESTROY_CONTEXT or DRM_IOCTL_QAIC_DETACH_SLICE_BO", DRM_IOCTL_IVPU_METRIC_STREAMER_STOP, OF_IN, show_shared_40086448_of_3);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_AMDGPU_INFO or DRM_IOCTL_IVPU_SUBMIT", DRM_IOCTL_AMDGPU_INFO, OF_IN, show_shared_40206445_of_2);
	request("DRM_IOCTL_AMDGPU_WAIT_CS or DRM_IOCTL_IVPU_METRIC_STREAMER_GET_DATA or DRM_IOCTL_PVR_CREATE_FREE_LIST", DRM_IOCTL_AMDGPU_WAIT_CS, OF_INOUT, show_shared_c0206449_of_3);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_IVPU_BO_CREATE_FROM_USERPTR or DRM_IOCTL_RADEON_TEXTURE", DRM_IOCTL_IVPU_BO_CREATE_FROM_USERPTR, OF_INOUT, show_shared_c020644e_of_2);
	request("DRM_IOCTL_LIMA_GEM_WAIT or DRM_IOCTL_QAIC_EXECUTE_BO", DRM_IOCTL_LIMA_GEM_WAIT, OF_IN, show_shared_40106444_of_2);
	request("DRM_IOCTL_MSM_SET_PARAM or DRM_IOCTL_ROCKET_SUBMIT", DRM_IOCTL_MSM_SET_PARAM, OF_IN, show_shared_40186441_of_2);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_ETNAVIV_WAIT_FENCE or DRM_IOCTL_MSM_WAIT_FENCE", DRM_IOCTL_ETNAVIV_WAIT_FENCE, OF_IN, show_shared_40206447_of_2);
	request("DRM_IOCTL_HL_INFO or DRM_IOCTL_MSM_GET_PARAM or DRM_IOCTL_ROCKET_CREATE_BO", DRM_IOCTL_HL_INFO, OF_INOUT, show_shared_c0186440_of_3);
	request("DRM_IOCTL_AMDGPU_BO_LIST or DRM_IOCTL_MSM_GEM_INFO", DRM_IOCTL_AMDGPU_BO_LIST, OF_INOUT, show_shared_c0186443_of_2);
	request("DRM_IOCTL_ETNAVIV_GEM_SUBMIT or DRM_IOCTL_MSM_GEM_SUBMIT", DRM_IOCTL_ETNAVIV_GEM_SUBMIT, OF_INOUT, show_shared_c0486446_of_2);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_AMDXDNA_SET_STATE or DRM_IOCTL_NOUVEAU_SVM_INIT or DRM_IOCTL_VC4_SET_TILING", DRM_IOCTL_AMDXDNA_SET_STATE, OF_INOUT, show_shared_c0106448_of_3);
	request("DRM_IOCTL_OMAP_GEM_CPU_PREP or DRM_IOCTL_PVR_DESTROY_VM_CONTEXT", DRM_IOCTL_OMAP_GEM_CPU_PREP, OF_IN, show_shared_40086444_of_2);
	request("DRM_IOCTL_OMAP_GEM_CPU_FINI or DRM_IOCTL_QAIC_PARTIAL_EXECUTE_BO", DRM_IOCTL_OMAP_GEM_CPU_FINI, OF_IN, show_shared_40106445_of_2);
	request("DRM_IOCTL_LIMA_CTX_FREE or DRM_IOCTL_PANFROST_PERFCNT_ENABLE", DRM_IOCTL_LIMA_CTX_FREE, OF_IN, show_shared_40086446_of_2);
	request("DRM_IOCTL_I915_SETPARAM or DRM_IOCTL_PANFROST_PERFCNT_DUMP", DRM_IOCTL_I915_SETPARAM, OF_IN, show_shared_40086447_of_2);
	request("DRM_IOCTL_IVPU_SET_PARAM or DRM_IOCTL_OMAP_SET_PARAM or DRM_IOCTL_PANFROST_WAIT_BO", DRM_IOCTL_IVPU_SET_PARAM, OF_IN, show_shared_40106441_of_3);
	request("DRM_IOCTL_MSM_GEM_MADVISE or DRM_IOCTL_PANFROST_MADVISE", DRM_IOCTL_MSM_GEM_MADVISE, OF_INOUT, show_shared_c00c6448_of_2);
	request("DRM_IOCTL_PANFROST_GET_BO_OFFSET or DRM_IOCTL_TEGRA_OPEN_CHANNEL or DRM_IOCTL_VIRTGPU_RESOURCE_INFO", DRM_IOCTL_PANFROST_GET_BO_OFFSET, OF_INOUT, show_shared_c0106445_of_3);
	request("DRM_IOCTL_PANFROST_SET_LABEL_BO or DRM_IOCTL_TEGRA_GET_SYNCPT_BASE or DRM_IOCTL_VC4_GET_TILING", DRM_IOCTL_PANFROST_SET_LABEL_BO, OF_INOUT, show_shared_c0106449_of_3);
	request("DRM_IOCTL_PANFROST_QUERY_BO_INFO or DRM_IOCTL_RADEON_INDIRECT", DRM_IOCTL_PANFROST_QUERY_BO_INFO, OF_INOUT, show_shared_c010644d_of_2);
	request("DRM_IOCTL_AMDXDNA_CONFIG_HWCTX or DRM_IOCTL_IVPU_BO_CREATE or DRM_IOCTL_PANFROST_CREATE_BO", DRM_IOCTL_AMDXDNA_CONFIG_HWCTX, OF_INOUT, show_shared_c0186442_of_3);
	request("DRM_IOCTL_ETNAVIV_GEM_CPU_FINI or DRM_IOCTL_QXL_CLIENTCAP", DRM_IOCTL_ETNAVIV_GEM_CPU_FINI, OF_IN, show_shared_40086445_of_2);
	request("DRM_IOCTL_QXL_EXECBUFFER or DRM_IOCTL_ROCKET_PREP_BO", DRM_IOCTL_QXL_EXECBUFFER, OF_IN, show_shared_40106442_of_2);
	request("DRM_IOCTL_IVPU_BO_WAIT or DRM_IOCTL_OMAP_GEM_INFO or DRM_IOCTL_QXL_ALLOC_SURF", DRM_IOCTL_IVPU_BO_WAIT, OF_INOUT, show_shared_c0186446_of_3);
	request("DRM_IOCTL_RADEON_CP_STOP or DRM_IOCTL_VGEM_FENCE_SIGNAL", DRM_IOCTL_RADEON_CP_STOP, OF_IN, show_shared_40086442_of_2);
	if (sizeof(long) == 8)
		request("DRM_IOCTL_PVR_DESTROY_HWRT_DATASET or DRM_IOCTL_RADEON_STIPPLE", DRM_IOCTL_PVR_DESTROY_HWRT_DATASET, OF_IN, show_shared_4008644c_of_2);
	request("DRM_IOCTL_PVR_CREATE_VM_CONTEXT or DRM_IOCTL_TEGRA_SYNCPT_INCR", DRM_IOCTL_PVR_CREATE_VM_CONTEXT, OF_INOUT, show_shared_c0086443_of_2);
	if (sizeof(long) == 4)
		request("DRM_IOCTL_I915_GETPARAM or DRM_IOCTL_TEGRA_CLOSE_CHANNEL", DRM_IOCTL_I915_GETPARAM, OF_INOUT, show_shared_c0086446_32);
	if (sizeof(long) == 4)
		request("DRM_IOCTL_RADEON_GETPARAM or DRM_IOCTL_TEGRA_CHANNEL_CLOSE", DRM_IOCTL_RADEON_GETPARAM, OF_INOUT, show_shared_c0086451_32);
	request("DRM_IOCTL_AMDGPU_VM or DRM_IOCTL_TEGRA_CHANNEL_UNMAP", DRM_IOCTL_AMDGPU_VM, OF_INOUT, show_shared_c0086453_of_2);
	request("DRM_IOCTL_TEGRA_GEM_SET_TILING or DRM_IOCTL_V3D_PERFMON_GET_VALUES or DRM_IOCTL_VC4_LABEL_BO", DRM_IOCTL_TEGRA_GEM_SET_TILING, OF_INOUT, show_shared_c010644a_of_3);
	request("DRM_IOCTL_TEGRA_GEM_GET_TILING or DRM_IOCTL_VC4_GEM_MADVISE or DRM_IOCTL_VIRTGPU_CONTEXT_INIT", DRM_IOCTL_TEGRA_GEM_GET_TILING, OF_INOUT, show_shared_c010644b_of_3);
	request("DRM_IOCTL_AMDGPU_GEM_OP or DRM_IOCTL_TEGRA_CHANNEL_OPEN", DRM_IOCTL_AMDGPU_GEM_OP, OF_INOUT, show_shared_c0186450_of_2);
	if (sizeof(long) == 4)
		request("DRM_IOCTL_I915_CMDBUFFER or DRM_IOCTL_V3D_SUBMIT_CPU", DRM_IOCTL_I915_CMDBUFFER, OF_IN, show_shared_4018644b_32);
	request("DRM_IOCTL_ETNAVIV_GEM_CPU_PREP or DRM_IOCTL_MSM_GEM_CPU_PREP or DRM_IOCTL_XE_VM_DESTROY", DRM_IOCTL_ETNAVIV_GEM_CPU_PREP, OF_IN, show_shared_40186444_of_3);
	request("DRM_IOCTL_V3D_PERFMON_CREATE or DRM_IOCTL_XE_EXEC_QUEUE_GET_PROPERTY", DRM_IOCTL_V3D_PERFMON_CREATE, OF_INOUT, show_shared_c0286448_of_2);
	request("DRM_IOCTL_ETNAVIV_PM_QUERY_DOM or DRM_IOCTL_XE_WAIT_USER_FENCE", DRM_IOCTL_ETNAVIV_PM_QUERY_DOM, OF_INOUT, show_shared_c048644a_of_2);
#ifdef AMDKFD_IOC_DESTROY_EVENT
	R(AMDKFD_IOC_DESTROY_EVENT, IN, kfd_ioctl_destroy_event_args);
#endif
#ifdef AMDKFD_IOC_SET_EVENT
	R(AMDKFD_IOC_SET_EVENT, IN, kfd_ioctl_set_event_args);
#endif
#ifdef AMDKFD_IOC_RESET_EVENT
	R(AMDKFD_IOC_RESET_EVENT, IN, kfd_ioctl_reset_event_args);
#endif
#ifdef AMDKFD_IOC_DBG_REGISTER_DEPRECATED
	R(AMDKFD_IOC_DBG_REGISTER_DEPRECATED, IN, kfd_ioctl_dbg_register_args);
#endif
#ifdef AMDKFD_IOC_DBG_UNREGISTER_DEPRECATED
	R(AMDKFD_IOC_DBG_UNREGISTER_DEPRECATED, IN, kfd_ioctl_dbg_unregister_args);
#endif
#ifdef AMDKFD_IOC_ACQUIRE_VM
	R(AMDKFD_IOC_ACQUIRE_VM, IN, kfd_ioctl_acquire_vm_args);
#endif
#ifdef AMDKFD_IOC_FREE_MEMORY_OF_GPU
	R(AMDKFD_IOC_FREE_MEMORY_OF_GPU, IN, kfd_ioctl_free_memory_of_gpu_args);
#endif
#ifdef AMDKFD_IOC_DBG_ADDRESS_WATCH_DEPRECATED
	R(AMDKFD_IOC_DBG_ADDRESS_WATCH_DEPRECATED, IN, kfd_ioctl_dbg_address_watch_args);
#endif
#ifdef AMDKFD_IOC_DBG_WAVE_CONTROL_DEPRECATED
	R(AMDKFD_IOC_DBG_WAVE_CONTROL_DEPRECATED, IN, kfd_ioctl_dbg_wave_control_args);
#endif
#ifdef AMDKFD_IOC_SET_CU_MASK
	R(AMDKFD_IOC_SET_CU_MASK, IN, kfd_ioctl_set_cu_mask_args);
#endif
#ifdef AMDKFD_IOC_UPDATE_QUEUE
	R(AMDKFD_IOC_UPDATE_QUEUE, IN, kfd_ioctl_update_queue_args);
#endif
#ifdef AMDKFD_IOC_SET_TRAP_HANDLER
	R(AMDKFD_IOC_SET_TRAP_HANDLER, IN, kfd_ioctl_set_trap_handler_args);
#endif
#ifdef AMDKFD_IOC_SET_MEMORY_POLICY
	R(AMDKFD_IOC_SET_MEMORY_POLICY, IN, kfd_ioctl_set_memory_policy_args);
#endif
#ifdef AMDKFD_IOC_GET_VERSION
	R(AMDKFD_IOC_GET_VERSION, OUT, kfd_ioctl_get_version_args);
#endif
#ifdef AMDKFD_IOC_SET_XNACK_MODE
	R(AMDKFD_IOC_SET_XNACK_MODE, INOUT, kfd_ioctl_set_xnack_mode_args);
#endif
#ifdef AMDKFD_IOC_DESTROY_QUEUE
	R(AMDKFD_IOC_DESTROY_QUEUE, INOUT, kfd_ioctl_destroy_queue_args);
#endif
#ifdef AMDKFD_IOC_SMI_EVENTS
	R(AMDKFD_IOC_SMI_EVENTS, INOUT, kfd_ioctl_smi_events_args);
#endif
#ifdef AMDKFD_IOC_SET_SCRATCH_BACKING_VA
	R(AMDKFD_IOC_SET_SCRATCH_BACKING_VA, INOUT, kfd_ioctl_set_scratch_backing_va_args);
#endif
#ifdef AMDKFD_IOC_ALLOC_QUEUE_GWS
	R(AMDKFD_IOC_ALLOC_QUEUE_GWS, INOUT, kfd_ioctl_alloc_queue_gws_args);
#endif
#ifdef AMDKFD_IOC_AVAILABLE_MEMORY
	R(AMDKFD_IOC_AVAILABLE_MEMORY, INOUT, kfd_ioctl_get_available_memory_args);
#endif
#ifdef AMDKFD_IOC_EXPORT_DMABUF
	R(AMDKFD_IOC_EXPORT_DMABUF, INOUT, kfd_ioctl_export_dmabuf_args);
#endif
#ifdef AMDKFD_IOC_RUNTIME_ENABLE
	R(AMDKFD_IOC_RUNTIME_ENABLE, INOUT, kfd_ioctl_runtime_enable_args);
#endif
#ifdef AMDKFD_IOC_PROFILER
	R(AMDKFD_IOC_PROFILER, INOUT, kfd_ioctl_profiler_args);
#endif
#ifdef AMDKFD_IOC_MAP_MEMORY_TO_GPU
	R(AMDKFD_IOC_MAP_MEMORY_TO_GPU, INOUT, kfd_ioctl_map_memory_to_gpu_args);
#endif
#ifdef AMDKFD_IOC_UNMAP_MEMORY_FROM_GPU
	R(AMDKFD_IOC_UNMAP_MEMORY_FROM_GPU, INOUT, kfd_ioctl_unmap_memory_from_gpu_args);
#endif
#ifdef AMDKFD_IOC_GET_QUEUE_WAVE_STATE
	R(AMDKFD_IOC_GET_QUEUE_WAVE_STATE, INOUT, kfd_ioctl_get_queue_wave_state_args);
#endif
#ifdef AMDKFD_IOC_IMPORT_DMABUF
	R(AMDKFD_IOC_IMPORT_DMABUF, INOUT, kfd_ioctl_import_dmabuf_args);
#endif
#ifdef AMDKFD_IOC_CREATE_EVENT
	R(AMDKFD_IOC_CREATE_EVENT, INOUT, kfd_ioctl_create_event_args);
#endif
#ifdef AMDKFD_IOC_GET_DMABUF_INFO
	R(AMDKFD_IOC_GET_DMABUF_INFO, INOUT, kfd_ioctl_get_dmabuf_info_args);
#endif
#ifdef AMDKFD_IOC_GET_CLOCK_COUNTERS
	R(AMDKFD_IOC_GET_CLOCK_COUNTERS, INOUT, kfd_ioctl_get_clock_counters_args);
#endif
#ifdef AMDKFD_IOC_GET_TILE_CONFIG
	R(AMDKFD_IOC_GET_TILE_CONFIG, INOUT, kfd_ioctl_get_tile_config_args);
#endif
#ifdef AMDKFD_IOC_ALLOC_MEMORY_OF_GPU
	R(AMDKFD_IOC_ALLOC_MEMORY_OF_GPU, INOUT, kfd_ioctl_alloc_memory_of_gpu_args);
#endif
	intel();
	amd();
	computing();
	amd_others();
	others();
	return 0;
}
