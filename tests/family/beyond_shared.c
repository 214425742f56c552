/*
 * Graphics: requests whose number more than three drivers have. What they are in each of them is shown with -v.
 *
 * options: -v -e trace=ioctl
 */
#include "request_sets.h"

#if __has_include(<drm/amdgpu_drm.h>)
#include <drm/amdgpu_drm.h>
#endif
#if __has_include(<drm/amdxdna_accel.h>)
#include <drm/amdxdna_accel.h>
#endif
#if __has_include(<drm/armada_drm.h>)
#include <drm/armada_drm.h>
#endif
#if __has_include(<drm/etnaviv_drm.h>)
#include <drm/etnaviv_drm.h>
#endif
#if __has_include(<drm/exynos_drm.h>)
#include <drm/exynos_drm.h>
#endif
#if __has_include(<drm/habanalabs_accel.h>)
#include <drm/habanalabs_accel.h>
#endif
#if __has_include(<drm/i915_drm.h>)
#include <drm/i915_drm.h>
#endif
#if __has_include(<drm/ivpu_accel.h>)
#include <drm/ivpu_accel.h>
#endif
#if __has_include(<drm/lima_drm.h>)
#include <drm/lima_drm.h>
#endif
#if __has_include(<drm/msm_drm.h>)
#include <drm/msm_drm.h>
#endif
#if __has_include(<drm/nouveau_drm.h>)
#include <drm/nouveau_drm.h>
#endif
#if __has_include(<drm/nova_drm.h>)
#include <drm/nova_drm.h>
#endif
#if __has_include(<drm/omap_drm.h>)
#include <drm/omap_drm.h>
#endif
#if __has_include(<drm/panfrost_drm.h>)
#include <drm/panfrost_drm.h>
#endif
#if __has_include(<drm/pvr_drm.h>)
#include <drm/pvr_drm.h>
#endif
#if __has_include(<drm/qaic_accel.h>)
#include <drm/qaic_accel.h>
#endif
#if __has_include(<drm/qxl_drm.h>)
#include <drm/qxl_drm.h>
#endif
#if __has_include(<drm/radeon_drm.h>)
#include <drm/radeon_drm.h>
#endif
#if __has_include(<drm/rocket_accel.h>)
#include <drm/rocket_accel.h>
#endif
#if __has_include(<drm/tegra_drm.h>)
#include <drm/tegra_drm.h>
#endif
#if __has_include(<drm/v3d_drm.h>)
#include <drm/v3d_drm.h>
#endif
#if __has_include(<drm/vc4_drm.h>)
#include <drm/vc4_drm.h>
#endif
#if __has_include(<drm/vgem_drm.h>)
#include <drm/vgem_drm.h>
#endif
#if __has_include(<drm/virtgpu_drm.h>)
#include <drm/virtgpu_drm.h>
#endif
#if __has_include(<drm/xe_drm.h>)
#include <drm/xe_drm.h>
#endif

SET(drm_i915_mem_region, "I915_MEM_REGION_???", V(I915_MEM_REGION_AGP))
SET(drm_amdgpu_domains, "AMDGPU_GEM_DOMAIN_???", V(AMDGPU_GEM_DOMAIN_CPU))
SET(drm_amdgpu_ctx_priority, "AMDGPU_CTX_PRIORITY_???", V(AMDGPU_CTX_PRIORITY_NORMAL))
SET(drm_amdgpu_ctx_op, "AMDGPU_CTX_OP_???", V(AMDGPU_CTX_OP_ALLOC_CTX))
SET(drm_amdgpu_ctx_reset, "AMDGPU_CTX_???", V(AMDGPU_CTX_NO_RESET), V(AMDGPU_CTX_GUILTY_RESET))
SET(drm_virtgpu_param, "VIRTGPU_PARAM_???", V(VIRTGPU_PARAM_3D_FEATURES))
SET(drm_nouveau_getparam_id, "NOUVEAU_GETPARAM_???")
SET(drm_msm_bo_flags, "MSM_BO_???", V(MSM_BO_SCANOUT))
SET(drm_panfrost_param, "DRM_PANFROST_PARAM_???", V(DRM_PANFROST_PARAM_GPU_PROD_ID), V(DRM_PANFROST_PARAM_GPU_REVISION))
SET(drm_v3d_param, "DRM_V3D_PARAM_???", V(DRM_V3D_PARAM_V3D_UIFCFG), V(DRM_V3D_PARAM_V3D_HUB_IDENT1))
SET(drm_vc4_param, "DRM_VC4_PARAM_???", V(DRM_VC4_PARAM_V3D_IDENT0), V(DRM_VC4_PARAM_V3D_IDENT1))
SET(drm_etnaviv_param_id, "ETNAVIV_PARAM_???", V(ETNAVIV_PARAM_GPU_MODEL))
SET(drm_etnaviv_bo_flags, "ETNA_BO_???")
SET(drm_lima_param, "DRM_LIMA_PARAM_???", V(DRM_LIMA_PARAM_GPU_ID), V(DRM_LIMA_PARAM_NUM_PP))
SET(drm_lima_bo_flags, "LIMA_BO_FLAG_???", V(LIMA_BO_FLAG_HEAP))
SET(drm_tegra_gem_create_flags, "DRM_TEGRA_GEM_CREATE_???", V(DRM_TEGRA_GEM_CREATE_TILED))
SET(drm_exynos_bo_flags, "EXYNOS_BO_???", V(EXYNOS_BO_NONCONTIG))
SET(drm_omap_param_id, "OMAP_PARAM_???", V(OMAP_PARAM_CHIPSET_ID))
SET(drm_omap_bo_flags, "OMAP_BO_???", V(OMAP_BO_SCANOUT))
SET(drm_qxl_param, "QXL_PARAM_???", V(QXL_PARAM_NUM_SURFACES))
SET(drm_pvr_dev_query, "DRM_PVR_DEV_QUERY_???", V(DRM_PVR_DEV_QUERY_GPU_INFO_GET), V(DRM_PVR_DEV_QUERY_RUNTIME_INFO_GET))
SET(drm_ivpu_param_id, "DRM_IVPU_PARAM_???", V(DRM_IVPU_PARAM_DEVICE_ID), V(DRM_IVPU_PARAM_DEVICE_REVISION))
SET(amdxdna_drm_set_param, "DRM_AMDXDNA_???", V(DRM_AMDXDNA_SET_POWER_MODE), V(DRM_AMDXDNA_WRITE_AIE_MEM))
SET(amdxdna_drm_get_param, "DRM_AMDXDNA_???", V(DRM_AMDXDNA_QUERY_AIE_STATUS), V(DRM_AMDXDNA_QUERY_AIE_METADATA))
SET(drm_vgem_fence_flags, "VGEM_FENCE_???", V(VGEM_FENCE_WRITE))
BEFORE_AFTER(union drm_amdgpu_gem_wait_idle, drm_amdgpu_gem_wait_idle, WITHIN(in, N(handle); X(flags); N(timeout)), WITHIN(out, N(status); F(domain, drm_amdgpu_domains)))
STRUCT(amdxdna_drm_get_info, E(param, amdxdna_drm_get_param); N(buffer_size); A(buffer))
STRUCT(drm_exynos_vidi_connection, N(connection); N(extensions); A(edid))
STRUCT(qaic_perf_stats, WITHIN(hdr, N(count); UNLESS_0(X, pad); N(dbc_id)); A(data))
STRUCT(drm_tegra_get_syncpt, X(context); N(index); N(id))
STRUCT(drm_vc4_get_param, E(param, drm_vc4_param); UNLESS_0(X, pad); X(value))
STRUCT_OF(char, shared_c0106447_of_6,
	ONE_OF(amdgpu, drm_amdgpu_gem_wait_idle); ONE_OF(amdxdna, amdxdna_drm_get_info);
	ONE_OF(exynos, drm_exynos_vidi_connection); ONE_OF(qaic, qaic_perf_stats); ONE_OF(tegra, drm_tegra_get_syncpt);
	ONE_OF(vc4, drm_vc4_get_param))
BEFORE_AFTER(union drm_amdgpu_ctx, drm_amdgpu_ctx,
	WITHIN(in, E(op, drm_amdgpu_ctx_op); X(flags); N(ctx_id);
	E(priority, drm_amdgpu_ctx_priority)), WITHIN(out, WITHIN(alloc, N(ctx_id); UNLESS_0(X, _pad));
	WITHIN(state, X(flags); N(hangs); E(reset_status, drm_amdgpu_ctx_reset))))
STRUCT(drm_etnaviv_gem_new, N(size); F(flags, drm_etnaviv_bo_flags); N(handle))
STRUCT(drm_lima_gem_info, N(handle); X(va); X(offset))
STRUCT(drm_msm_gem_new, N(size); F(flags, drm_msm_bo_flags); N(handle))
STRUCT(drm_nova_gem_info, N(handle); UNLESS_0(X, pad); N(size))
STRUCT(drm_pvr_ioctl_get_bo_mmap_offset_args, N(handle); if (request_is_set(&p->_padding_4, sizeof(p->_padding_4))) X(_padding_4); X(offset))
STRUCT(qaic_mmap_bo, N(handle); UNLESS_0(X, pad); X(offset))
STRUCT(drm_v3d_create_bo, N(size); X(flags); N(handle); X(offset))
STRUCT(drm_vc4_wait_bo, N(handle); UNLESS_0(X, pad); N(timeout_ns))
STRUCT_OF(char, shared_c0106442_of_9,
	ONE_OF(amdgpu, drm_amdgpu_ctx); ONE_OF(etnaviv, drm_etnaviv_gem_new); ONE_OF(lima, drm_lima_gem_info);
	ONE_OF(msm, drm_msm_gem_new); ONE_OF(nova, drm_nova_gem_info);
	ONE_OF(pvr, drm_pvr_ioctl_get_bo_mmap_offset_args); ONE_OF(qaic, qaic_mmap_bo); ONE_OF(v3d, drm_v3d_create_bo);
	ONE_OF(vc4, drm_vc4_wait_bo))
STRUCT(drm_etnaviv_param, N(pipe); E(param, drm_etnaviv_param_id); X(value))
STRUCT(drm_exynos_gem_create, N(size); F(flags, drm_exynos_bo_flags); N(handle))
STRUCT(drm_ivpu_param, E(param, drm_ivpu_param_id); N(index); X(value))
STRUCT(drm_lima_get_param, E(param, drm_lima_param); UNLESS_0(X, pad); X(value))
STRUCT(drm_nouveau_getparam, E(param, drm_nouveau_getparam_id); X(value))
STRUCT(drm_nova_getparam, N(param); N(value))
STRUCT(drm_omap_param, E(param, drm_omap_param_id); X(value))
STRUCT(drm_pvr_ioctl_dev_query_args, E(type, drm_pvr_dev_query); N(size); A(pointer))
STRUCT(qaic_manage_msg, N(len); N(count); A(data))
STRUCT(drm_tegra_gem_create, N(size); F(flags, drm_tegra_gem_create_flags); N(handle))
STRUCT_OF(char, shared_c0106440_of_10,
	ONE_OF(etnaviv, drm_etnaviv_param); ONE_OF(exynos, drm_exynos_gem_create); ONE_OF(ivpu, drm_ivpu_param);
	ONE_OF(lima, drm_lima_get_param); ONE_OF(nouveau, drm_nouveau_getparam); ONE_OF(nova, drm_nova_getparam);
	ONE_OF(omap, drm_omap_param); ONE_OF(pvr, drm_pvr_ioctl_dev_query_args); ONE_OF(qaic, qaic_manage_msg);
	ONE_OF(tegra, drm_tegra_gem_create))
STRUCT(amdxdna_drm_set_state, E(param, amdxdna_drm_set_param); N(buffer_size); A(buffer))
STRUCT_OF(drm_i915_mem_alloc_t, drm_i915_mem_alloc,
	E(region, drm_i915_mem_region); N(alignment); N(size);
	put_open("region_offset"), put_addr((uintptr_t)p->region_offset))
STRUCT(drm_nouveau_svm_init, X(unmanaged_addr); N(unmanaged_size))
STRUCT(drm_vc4_set_tiling, N(handle); X(flags); X(modifier))
STRUCT_OF(char, shared_c0106448_32,
	ONE_OF(amdxdna, amdxdna_drm_set_state); ONE_OF(i915, drm_i915_mem_alloc); ONE_OF(nouveau, drm_nouveau_svm_init);
	ONE_OF(vc4, drm_vc4_set_tiling))
STRUCT(drm_etnaviv_gem_info, N(handle); UNLESS_0(X, pad); X(offset))
STRUCT(drm_omap_gem_new,
	WITHIN(size, N(bytes)); F(flags, drm_omap_bo_flags); N(handle);
	if (request_is_set(&p->__pad, sizeof(p->__pad))) X(__pad))
STRUCT(drm_panfrost_mmap_bo, N(handle); X(flags); X(offset))
STRUCT(drm_v3d_mmap_bo, N(handle); X(flags); X(offset))
STRUCT(drm_vc4_create_bo, N(size); X(flags); N(handle); UNLESS_0(X, pad))
STRUCT(drm_virtgpu_getparam, E(param, drm_virtgpu_param); A(value))
STRUCT_OF(char, shared_c0106443_of_6,
	ONE_OF(etnaviv, drm_etnaviv_gem_info); ONE_OF(omap, drm_omap_gem_new); ONE_OF(panfrost, drm_panfrost_mmap_bo);
	ONE_OF(v3d, drm_v3d_mmap_bo); ONE_OF(vc4, drm_vc4_create_bo); ONE_OF(virtgpu, drm_virtgpu_getparam))
STRUCT(drm_exynos_gem_map, N(handle); UNLESS_0(X, reserved); X(offset))
STRUCT(drm_lima_gem_create, N(size); F(flags, drm_lima_bo_flags); N(handle); UNLESS_0(X, pad))
STRUCT(drm_nova_gem_create, N(handle); UNLESS_0(X, pad); N(size))
STRUCT(qaic_create_bo, N(size); N(handle); UNLESS_0(X, pad))
STRUCT(drm_qxl_map, X(offset); N(handle); UNLESS_0(X, pad))
STRUCT(drm_tegra_gem_mmap, N(handle); UNLESS_0(X, pad); X(offset))
STRUCT(drm_v3d_wait_bo, N(handle); UNLESS_0(X, pad); N(timeout_ns))
STRUCT(drm_vc4_wait_seqno, N(seqno); N(timeout_ns))
STRUCT(drm_vgem_fence_attach, N(handle); F(flags, drm_vgem_fence_flags); N(out_fence); UNLESS_0(X, pad))
STRUCT(drm_virtgpu_map, X(offset); N(handle); UNLESS_0(X, pad))
STRUCT_OF(char, shared_c0106441_of_10,
	ONE_OF(exynos, drm_exynos_gem_map); ONE_OF(lima, drm_lima_gem_create); ONE_OF(nova, drm_nova_gem_create);
	ONE_OF(qaic, qaic_create_bo); ONE_OF(qxl, drm_qxl_map); ONE_OF(tegra, drm_tegra_gem_mmap);
	ONE_OF(v3d, drm_v3d_wait_bo); ONE_OF(vc4, drm_vc4_wait_seqno); ONE_OF(vgem, drm_vgem_fence_attach);
	ONE_OF(virtgpu, drm_virtgpu_map))
STRUCT(drm_exynos_gem_info, N(handle); F(flags, drm_exynos_bo_flags); N(size))
STRUCT(drm_panfrost_get_param, E(param, drm_panfrost_param); UNLESS_0(X, pad); X(value))
STRUCT(drm_qxl_getparam, E(param, drm_qxl_param); X(value))
STRUCT(drm_tegra_syncpt_wait, N(id); N(thresh); N(timeout); N(value))
STRUCT(drm_v3d_get_param, E(param, drm_v3d_param); UNLESS_0(X, pad); X(value))
STRUCT(drm_vc4_mmap_bo, N(handle); X(flags); X(offset))
STRUCT_OF(char, shared_c0106444_of_6,
	ONE_OF(exynos, drm_exynos_gem_info); ONE_OF(panfrost, drm_panfrost_get_param); ONE_OF(qxl, drm_qxl_getparam);
	ONE_OF(tegra, drm_tegra_syncpt_wait); ONE_OF(v3d, drm_v3d_get_param); ONE_OF(vc4, drm_vc4_mmap_bo))

int main(void)
{
	family_start();
	fill(arena, 0x6000, ONE);
	request("DRM_IOCTL_AMDGPU_GEM_WAIT_IDLE or DRM_IOCTL_AMDXDNA_GET_INFO or DRM_IOCTL_EXYNOS_VIDI_CONNECTION or DRM_IOCTL_QAIC_PERF_STATS_BO or DRM_IOCTL_TEGRA_GET_SYNCPT or DRM_IOCTL_VC4_GET_PARAM", DRM_IOCTL_AMDGPU_GEM_WAIT_IDLE, OF_INOUT, show_shared_c0106447_of_6);
	request("DRM_IOCTL_AMDGPU_CTX or DRM_IOCTL_ETNAVIV_GEM_NEW or DRM_IOCTL_LIMA_GEM_INFO or DRM_IOCTL_MSM_GEM_NEW or DRM_IOCTL_NOVA_GEM_INFO or DRM_IOCTL_PVR_GET_BO_MMAP_OFFSET or DRM_IOCTL_QAIC_MMAP_BO or DRM_IOCTL_V3D_CREATE_BO or DRM_IOCTL_VC4_WAIT_BO", DRM_IOCTL_AMDGPU_CTX, OF_INOUT, show_shared_c0106442_of_9);
	request("DRM_IOCTL_ETNAVIV_GET_PARAM or DRM_IOCTL_EXYNOS_GEM_CREATE or DRM_IOCTL_IVPU_GET_PARAM or DRM_IOCTL_LIMA_GET_PARAM or DRM_IOCTL_NOUVEAU_GETPARAM or DRM_IOCTL_NOVA_GETPARAM or DRM_IOCTL_OMAP_GET_PARAM or DRM_IOCTL_PVR_DEV_QUERY or DRM_IOCTL_QAIC_MANAGE or DRM_IOCTL_TEGRA_GEM_CREATE", DRM_IOCTL_ETNAVIV_GET_PARAM, OF_INOUT, show_shared_c0106440_of_10);
	if (sizeof(long) == 4)
		request("DRM_IOCTL_AMDXDNA_SET_STATE or DRM_IOCTL_I915_ALLOC or DRM_IOCTL_NOUVEAU_SVM_INIT or DRM_IOCTL_VC4_SET_TILING", DRM_IOCTL_AMDXDNA_SET_STATE, OF_INOUT, show_shared_c0106448_32);
	request("DRM_IOCTL_ETNAVIV_GEM_INFO or DRM_IOCTL_OMAP_GEM_NEW or DRM_IOCTL_PANFROST_MMAP_BO or DRM_IOCTL_V3D_MMAP_BO or DRM_IOCTL_VC4_CREATE_BO or DRM_IOCTL_VIRTGPU_GETPARAM", DRM_IOCTL_ETNAVIV_GEM_INFO, OF_INOUT, show_shared_c0106443_of_6);
	request("DRM_IOCTL_EXYNOS_GEM_MAP or DRM_IOCTL_LIMA_GEM_CREATE or DRM_IOCTL_NOVA_GEM_CREATE or DRM_IOCTL_QAIC_CREATE_BO or DRM_IOCTL_QXL_MAP or DRM_IOCTL_TEGRA_GEM_MMAP or DRM_IOCTL_V3D_WAIT_BO or DRM_IOCTL_VC4_WAIT_SEQNO or DRM_IOCTL_VGEM_FENCE_ATTACH or DRM_IOCTL_VIRTGPU_MAP", DRM_IOCTL_EXYNOS_GEM_MAP, OF_INOUT, show_shared_c0106441_of_10);
	request("DRM_IOCTL_EXYNOS_GEM_GET or DRM_IOCTL_PANFROST_GET_PARAM or DRM_IOCTL_QXL_GETPARAM or DRM_IOCTL_TEGRA_SYNCPT_WAIT or DRM_IOCTL_V3D_GET_PARAM or DRM_IOCTL_VC4_MMAP_BO", DRM_IOCTL_EXYNOS_GEM_GET, OF_INOUT, show_shared_c0106444_of_6);
	return 0;
}
