/*
 * Digital television, and video devices with requests of their own, which the reference knows by name only.
 *
 * options: -e trace=ioctl
 */
#include "request_sets.h"

#if __has_include(<linux/dvb/audio.h>)
#include <linux/dvb/audio.h>
#endif
#if __has_include(<linux/dvb/ca.h>)
#include <linux/dvb/ca.h>
#endif
#if __has_include(<linux/dvb/dmx.h>)
#include <linux/dvb/dmx.h>
#endif
#if __has_include(<linux/dvb/frontend.h>)
#include <linux/dvb/frontend.h>
#endif
#if __has_include(<linux/dvb/net.h>)
#include <linux/dvb/net.h>
#endif
#if __has_include(<linux/dvb/osd.h>)
#include <linux/dvb/osd.h>
#endif
#if __has_include(<linux/dvb/video.h>)
#include <linux/dvb/video.h>
#endif
#if __has_include(<linux/videodev2.h>)
#include <linux/videodev2.h>
#endif
#if __has_include(<linux/uvcvideo.h>)
#include <linux/uvcvideo.h>
#endif
#if __has_include(<linux/usb/g_uvc.h>)
#include <linux/usb/g_uvc.h>
#endif
#if __has_include(<linux/ivtv.h>)
#include <linux/ivtv.h>
#endif
#if __has_include(<linux/omap3isp.h>)
#include <linux/omap3isp.h>
#endif
#if __has_include(<video/sisfb.h>)
#include <video/sisfb.h>
#endif
#if __has_include(<linux/agpgart.h>)
#include <linux/agpgart.h>
#endif
#if __has_include(<linux/usb/video.h>)
#include <linux/usb/video.h>
#endif

NUMBER(__u64, __u64)
NUMBER(__u32, __u32)
NUMBER(__u16, __u16)
NUMBER(int, int)
SET(audio_stream_source, "AUDIO_SOURCE_???", V(AUDIO_SOURCE_DEMUX), V(AUDIO_SOURCE_MEMORY))
SET(audio_play_state, "AUDIO_???", V(AUDIO_STOPPED), V(AUDIO_PLAYING))
SET(audio_channel_select, "AUDIO_???", V(AUDIO_STEREO), V(AUDIO_MONO_LEFT))
SET(audio_caps, "AUDIO_CAP_???", V(AUDIO_CAP_DTS))
SET(ca_slot_type, "CA_???", V(CA_CI))
SET(ca_slot_flags, "CA_CI_MODULE_???", V(CA_CI_MODULE_PRESENT))
SET(ca_descr_type, "CA_???", V(CA_ECD))
SET(dmx_filter_flags, "DMX_???", V(DMX_CHECK_CRC))
SET(dmx_buffer_flags, "DMX_BUFFER_???", V(DMX_BUFFER_FLAG_HAD_CRC32_DISCARD))
SET(fe_tune_mode, "FE_TUNE_MODE_???", V(FE_TUNE_MODE_ONESHOT))
SET(fe_caps, "FE_???", V(FE_IS_STUPID), V(FE_CAN_INVERSION_AUTO))
SET(fe_status, "FE_???", V(FE_NONE), V(FE_HAS_SIGNAL))
SET(fe_sec_voltage, "SEC_VOLTAGE_???", V(SEC_VOLTAGE_13), V(SEC_VOLTAGE_18))
SET(fe_sec_tone_mode, "SEC_TONE_???", V(SEC_TONE_ON), V(SEC_TONE_OFF))
SET(fe_sec_mini_cmd, "SEC_MINI_???", V(SEC_MINI_A), V(SEC_MINI_B))
SET(dtv_command, "DTV_???", V(DTV_UNDEFINED), V(DTV_TUNE))
SET(fe_spectral_inversion, "INVERSION_???", V(INVERSION_OFF), V(INVERSION_ON))
SET(fe_code_rate, "FEC_???", V(FEC_NONE), V(FEC_1_2))
SET(fe_modulation, "QAM_???", V(QPSK), V(QAM_16))
SET(fe_transmit_mode, "TRANSMISSION_MODE_???", V(TRANSMISSION_MODE_2K), V(TRANSMISSION_MODE_8K))
SET(fe_guard_interval, "GUARD_INTERVAL_???", V(GUARD_INTERVAL_1_32), V(GUARD_INTERVAL_1_16))
SET(fe_hierarchy, "HIERARCHY_???", V(HIERARCHY_NONE), V(HIERARCHY_1))
SET(fe_interleaving, "INTERLEAVING_???", V(INTERLEAVING_NONE), V(INTERLEAVING_AUTO))
SET(fe_pilot, "PILOT_???", V(PILOT_ON), V(PILOT_OFF))
SET(fe_rolloff, "ROLLOFF_???", V(ROLLOFF_35), V(ROLLOFF_20))
SET(fe_delivery_system, "SYS_???", V(SYS_UNDEFINED), V(SYS_DVBC_ANNEX_A))
SET(atscmh_sccc_block_mode, "ATSCMH_SCCC_BLK_???", V(ATSCMH_SCCC_BLK_SEP), V(ATSCMH_SCCC_BLK_COMB))
SET(atscmh_sccc_code_mode, "ATSCMH_SCCC_CODE_???", V(ATSCMH_SCCC_CODE_HLF), V(ATSCMH_SCCC_CODE_QTR))
SET(atscmh_rs_frame_ensemble, "ATSCMH_RSFRAME_ENS_???", V(ATSCMH_RSFRAME_ENS_PRI), V(ATSCMH_RSFRAME_ENS_SEC))
SET(atscmh_rs_frame_mode, "ATSCMH_RSFRAME_???", V(ATSCMH_RSFRAME_PRI_ONLY), V(ATSCMH_RSFRAME_PRI_SEC))
SET(atscmh_rs_code_mode, "ATSCMH_RSCODE_???", V(ATSCMH_RSCODE_211_187), V(ATSCMH_RSCODE_223_187))
SET(fecap_scale_params, "FE_SCALE_???", V(FE_SCALE_NOT_AVAILABLE), V(FE_SCALE_DECIBEL))
SET(dvb_net_feedtype, "DVB_NET_FEEDTYPE_???", V(DVB_NET_FEEDTYPE_MPE), V(DVB_NET_FEEDTYPE_ULE))
SET(osd_command, "OSD_???", V(OSD_Close))
SET(osd_cap, "OSD_CAP_???", V(OSD_CAP_MEMSIZE))
SET(video_stream_source, "VIDEO_SOURCE_???", V(VIDEO_SOURCE_DEMUX), V(VIDEO_SOURCE_MEMORY))
SET(video_play_state, "VIDEO_???", V(VIDEO_STOPPED), V(VIDEO_PLAYING))
SET(video_format, "VIDEO_FORMAT_???", V(VIDEO_FORMAT_4_3), V(VIDEO_FORMAT_16_9))
SET(video_displayformat, "VIDEO_???", V(VIDEO_PAN_SCAN), V(VIDEO_LETTER_BOX))
SET(video_caps, "VIDEO_CAP_???", V(VIDEO_CAP_MPEG1))
SET(video_cmd, "VIDEO_CMD_???", V(VIDEO_CMD_PLAY), V(VIDEO_CMD_STOP))
SET(video_cmd_stop, "VIDEO_CMD_STOP_???", V(VIDEO_CMD_STOP_TO_BLACK))
SET(video_cmd_freeze, "VIDEO_CMD_FREEZE_???", V(VIDEO_CMD_FREEZE_TO_BLACK))
SET(video_play_fmt, "VIDEO_PLAY_FMT_???", V(VIDEO_PLAY_FMT_NONE), V(VIDEO_PLAY_FMT_GOP))
SET(video_event_type, "VIDEO_EVENT_???", V(VIDEO_EVENT_SIZE_CHANGED))
SET(video_vsync_field, "VIDEO_VSYNC_FIELD_???", V(VIDEO_VSYNC_FIELD_UNKNOWN), V(VIDEO_VSYNC_FIELD_ODD))
SET(dmx_input, "DMX_IN_???", V(DMX_IN_FRONTEND), V(DMX_IN_DVR))
SET(dmx_output, "DMX_OUT_???", V(DMX_OUT_DECODER), V(DMX_OUT_TAP))
SET(dmx_ts_pes, "DMX_PES_???", V(DMX_PES_AUDIO0), V(DMX_PES_VIDEO0))
SET(fe_type, "FE_???", V(FE_QPSK), V(FE_QAM))
#ifdef AUDIO_SET_MIXER
STRUCT_OF(audio_mixer_t, audio_mixer, N(volume_left); N(volume_right))
#endif
#ifdef AUDIO_GET_STATUS
STRUCT_OF(audio_status_t, audio_status,
	N(AV_sync_state); N(mute_state); E(play_state, audio_play_state); E(stream_source, audio_stream_source);
	E(channel_select, audio_channel_select); N(bypass_mode); WITHIN(mixer_state, N(volume_left); N(volume_right)))
#endif
#ifdef CA_SET_DESCR
STRUCT(ca_descr, N(index); N(parity); S(cw))
#endif
#ifdef CA_SEND_MSG
STRUCT(ca_msg, N(index); X(type); N(length); put_open("msg"), put_bytes(p->msg, 1, 1))
#endif
#ifdef CA_GET_DESCR_INFO
STRUCT(ca_descr_info, N(num); F(type, ca_descr_type))
#endif
#ifdef CA_GET_SLOT_INFO
STRUCT(ca_slot_info, N(num); F(type, ca_slot_type); F(flags, ca_slot_flags))
#endif
#ifdef CA_GET_CAP
STRUCT(ca_caps, N(slot_num); F(slot_type, ca_slot_type); N(descr_num); F(descr_type, ca_descr_type))
#endif
#ifdef DMX_SET_PES_FILTER
STRUCT(dmx_pes_filter_params, X(pid); E(input, dmx_input); E(output, dmx_output); E(pes_type, dmx_ts_pes); F(flags, dmx_filter_flags))
#endif
#ifdef DMX_SET_FILTER
STRUCT(dmx_sct_filter_params, X(pid); WITHIN(filter, S(filter); S(mask); S(mode)); N(timeout); F(flags, dmx_filter_flags))
#endif
#ifdef DMX_REQBUFS
STRUCT(dmx_requestbuffers, N(count); N(size))
#endif
#ifdef DMX_EXPBUF
STRUCT(dmx_exportbuffer, N(index); AS(flags, "O_WRONLY"); N(fd))
#endif
#ifdef DMX_GET_STC
STRUCT(dmx_stc, N(num); N(base); X(stc))
#endif
#ifdef DMX_QUERYBUF
STRUCT(dmx_buffer, N(index); N(bytesused); X(offset); N(length); F(flags, dmx_buffer_flags); N(count))
#endif
#ifdef FE_DISEQC_SEND_MASTER_CMD
STRUCT(dvb_diseqc_master_cmd, put_open("msg"), put_bytes(p->msg, 0, 1); N(msg_len))
#endif
#ifdef FE_SET_FRONTEND
STRUCT(dvb_frontend_parameters, N(frequency); E(inversion, fe_spectral_inversion); AS(u, "[0x1, 0x1, 0x1, 0x1, 0x1, 0x1, 0x1]"))
#endif
#ifdef FE_DISEQC_RECV_SLAVE_REPLY
STRUCT(dvb_diseqc_slave_reply, put_open("msg"), put_bytes(p->msg, 1, 1); N(msg_len); N(timeout))
#endif
#ifdef FE_GET_EVENT
STRUCT(dvb_frontend_event,
	F(status, fe_status); WITHIN(parameters, N(frequency); E(inversion, fe_spectral_inversion);
	AS(u, "[0x1, 0x1, 0x1, 0x1, 0x1, 0x1, 0x1]")))
#endif
#ifdef FE_GET_INFO
STRUCT(dvb_frontend_info,
	T(name); E(type, fe_type); N(frequency_min); N(frequency_max); N(frequency_stepsize); N(frequency_tolerance);
	N(symbol_rate_min); N(symbol_rate_max); N(symbol_rate_tolerance); N(notifier_delay); F(caps, fe_caps))
#endif
#ifdef NET_ADD_IF
STRUCT(dvb_net_if, X(pid); N(if_num); E(feedtype, dvb_net_feedtype))
#endif
#ifdef OSD_SEND_CMD
STRUCT_OF(osd_cmd_t, osd_cmd_s, E(cmd, osd_command); N(x0); N(y0); N(x1); N(y1); N(color); P(data))
#endif
#ifdef OSD_GET_CAPABILITY
STRUCT_OF(osd_cap_t, osd_cap_s, E(cmd, osd_cap); N(val))
#endif
#ifdef VIDEO_STILLPICTURE
STRUCT(video_still_picture, P(iFrame); N(size))
#endif
#ifdef VIDEO_GET_SIZE
STRUCT_OF(video_size_t, video_size_t, N(w); N(h); E(aspect_ratio, video_format))
#endif
#ifdef VIDEO_GET_STATUS
STRUCT(video_status,
	N(video_blank); E(play_state, video_play_state); E(stream_source, video_stream_source);
	E(video_format, video_format); E(display_format, video_displayformat))
#endif
#ifdef VIDEO_GET_EVENT
STRUCT(video_event, E(type, video_event_type); N(timestamp); WITHIN(u.size, N(w); N(h); E(aspect_ratio, video_format)))
#endif
#ifdef VIDEO_COMMAND
STRUCT(video_command, E(cmd, video_cmd); F(flags, video_cmd_stop); WITHIN(stop, N(pts)))
#endif
SET(uvc_data_type, "UVC_CTRL_DATA_TYPE_???", V(UVC_CTRL_DATA_TYPE_RAW), V(UVC_CTRL_DATA_TYPE_SIGNED))
SET(uvc_query, "UVC_???", V(UVC_RC_UNDEFINED), V(UVC_SET_CUR))
SET(omap3isp_ccdc, "OMAP3ISP_CCDC_???", V(OMAP3ISP_CCDC_ALAW))
SET(omap3isp_prev, "OMAP3ISP_PREV_???", V(OMAP3ISP_PREV_LUMAENH))
SET(omap3isp_hist_bins, "OMAP3ISP_HIST_BINS_???", V(OMAP3ISP_HIST_BINS_32), V(OMAP3ISP_HIST_BINS_64))
SET(omap3isp_hist_cfa, "OMAP3ISP_HIST_CFA_???", V(OMAP3ISP_HIST_CFA_BAYER), V(OMAP3ISP_HIST_CFA_FOVEONX3))
SET(sisfb_vbflags, "VB_???", V(CRT2_DEFAULT))
SET(sisfb_command, "SISFB_CMD_???")
SET(omap3isp_alaw_ipwidth, "OMAP3ISP_ALAW_???")
SET(omap3isp_h3a_af_rgbpos, "OMAP3ISP_AF_???", V(OMAP3ISP_AF_GR_GB_BAYER), V(OMAP3ISP_AF_RG_GB_BAYER))
SET(omap3isp_h3a_af_fvmode, "OMAP3ISP_AF_MODE_???", V(OMAP3ISP_AF_MODE_SUMMED), V(OMAP3ISP_AF_MODE_PEAK))
#ifdef UVCIOC_CTRL_MAP
STRUCT(uvc_xu_control_mapping,
	AS(id, "0x1 /* V4L2_CID_??? */"); T(name); S(entity); N(selector); N(size); N(offset);
	AS(v4l2_type, "V4L2_CTRL_TYPE_INTEGER"); E(data_type, uvc_data_type);
	put_open("menu_info"), put_addr((uintptr_t)p->menu_info); N(menu_count);
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef UVCIOC_SEND_RESPONSE
STRUCT(uvc_request_data, N(length); put_open("data"), put_bytes(p->data, 1, 1))
#endif
#ifdef IVTV_IOC_DMA_FRAME
STRUCT(ivtv_dma_frame,
	AS(type, "V4L2_BUF_TYPE_VIDEO_CAPTURE"); AS(pixelformat, "v4l2_fourcc('\\x01', '\\x00', '\\x00', '\\x00')");
	P(y_source); P(uv_source); WITHIN(src, N(left); N(top); N(width); N(height)); WITHIN(dst, N(left); N(top);
	N(width); N(height)); N(src_width); N(src_height))
#endif
#ifdef VIDIOC_OMAP3ISP_CCDC_CFG
STRUCT(omap3isp_ccdc_update_config,
	F(update, omap3isp_ccdc); F(flag, omap3isp_ccdc); E(alawip, omap3isp_alaw_ipwidth); P(bclamp); P(blcomp); P(fpc);
	P(lsc_cfg); P(cull); P(lsc))
#endif
#ifdef VIDIOC_OMAP3ISP_AEWB_CFG
STRUCT(omap3isp_h3a_aewb_config,
	N(buf_size); N(config_counter); N(saturation_limit); N(win_height); N(win_width); N(ver_win_count);
	N(hor_win_count); N(ver_win_start); N(hor_win_start); N(blk_ver_win_start); N(blk_win_height);
	N(subsample_ver_inc); N(subsample_hor_inc); N(alaw_enable))
#endif
#ifdef VIDIOC_OMAP3ISP_HIST_CFG
STRUCT(omap3isp_hist_config,
	N(buf_size); N(config_counter); N(num_acc_frames); E(hist_bins, omap3isp_hist_bins); E(cfa, omap3isp_hist_cfa);
	S(wg); N(num_regions); WITHINS(region, N(h_start); N(h_end); N(v_start); N(v_end)))
#endif
#ifdef VIDIOC_OMAP3ISP_PRV_CFG
STRUCT(omap3isp_prev_update_config,
	F(update, omap3isp_prev); F(flag, omap3isp_prev); N(shading_shift); P(luma); P(hmed); P(cfa); P(csup); P(wbal);
	P(blkadj); P(rgb2rgb); P(csc); P(yclimit); P(dcor); P(nf); P(gamma))
#endif
#ifdef VIDIOC_OMAP3ISP_AF_CFG
STRUCT(omap3isp_h3a_af_config,
	N(buf_size); N(config_counter); WITHIN(hmf, N(enable); N(threshold)); WITHIN(iir, N(h_start); NS(coeff_set0);
	NS(coeff_set1)); WITHIN(paxel, N(h_start); N(v_start); N(width); N(height); N(h_cnt); N(v_cnt); N(line_inc));
	E(rgb_pos, omap3isp_h3a_af_rgbpos); E(fvmode, omap3isp_h3a_af_fvmode); N(alaw_enable))
#endif
#ifdef SISFB_GET_INFO
STRUCT(sisfb_info,
	X(sisfb_id); X(chip_id); N(memory); N(heapstart); N(fbvidmode); N(sisfb_version); N(sisfb_revision);
	N(sisfb_patchlevel); X(sisfb_caps); N(sisfb_tqlen); N(sisfb_pcibus); N(sisfb_pcislot); N(sisfb_pcifunc);
	N(sisfb_lcdpdc); N(sisfb_lcda); F(sisfb_vbflags, sisfb_vbflags); F(sisfb_currentvbflags, sisfb_vbflags);
	N(sisfb_scalelcd); N(sisfb_specialtiming); N(sisfb_haveemi); N(sisfb_emi30); N(sisfb_emi31); N(sisfb_emi32);
	N(sisfb_emi33); N(sisfb_haveemilcd); N(sisfb_lcdpdca); N(sisfb_tvxpos); N(sisfb_tvypos); N(sisfb_heapsize);
	X(sisfb_videooffset); N(sisfb_curfstn); N(sisfb_curdstn); X(sisfb_pci_vendor); X(sisfb_vbflags2);
	N(sisfb_can_post); N(sisfb_card_posted); N(sisfb_was_boot_device); UNLESS_0(S, reserved))
#endif
#ifdef SISFB_COMMAND
STRUCT(sisfb_cmd, E(sisfb_cmd, sisfb_command); XS(sisfb_arg); XS(sisfb_result))
#endif
#ifdef AGPIOC_BIND
STRUCT(_agp_bind, N(key); N(pg_start))
#endif
#ifdef AGPIOC_UNBIND
STRUCT(_agp_unbind, N(key); N(priority))
#endif
#ifdef AGPIOC_SETUP
STRUCT(_agp_setup, X(agp_mode))
#endif
#ifdef AGPIOC_INFO
STRUCT(_agp_info,
	WITHIN(version, N(major); N(minor)); X(bridge_id); X(agp_mode); X(aper_base); N(aper_size); N(pg_total);
	N(pg_system); N(pg_used))
#endif
#ifdef AGPIOC_ALLOCATE
STRUCT(_agp_allocate, N(key); N(pg_count); N(type); X(physical))
#endif

static void television(void)
{
#ifdef FE_SET_PROPERTY
	struct dtv_properties *p = &AT(dtv_properties);
	struct dtv_property *q = (void *)(arena + 0x800);

	p->num = 3;
	p->props = q;
	q[0].cmd = DTV_DELIVERY_SYSTEM;
	q[0].u.data = SYS_DVBT2;
	q[1].cmd = DTV_FREQUENCY;
	q[1].u.data = 474000000;
	q[2].cmd = DTV_TUNE;
	succeeds(FE_SET_PROPERTY, "ioctl(-1, FE_SET_PROPERTY, {num=3, props=[{cmd=DTV_DELIVERY_SYSTEM, u.data=SYS_DVBT2}, {cmd=DTV_FREQUENCY, u.data=474000000}, "
	         "{cmd=DTV_TUNE, u.data=0}]})");
	q[0].cmd = DTV_STAT_CNR;
	q[0].u.st.len = 1;
	q[0].u.st.stat[0].scale = FE_SCALE_DECIBEL;
	q[0].u.st.stat[0].svalue = -1500;
	q[1].cmd = DTV_DISEQC_MASTER;
	q[1].u.buffer.len = 2;
	memcpy(q[1].u.buffer.data, "\xe0\x10", 2);
	q[2].cmd = DTV_ENUM_DELSYS;
	q[2].u.buffer.len = 1;
	q[2].u.buffer.data[0] = SYS_ATSC;
	succeeds(FE_GET_PROPERTY, "ioctl(-1, FE_GET_PROPERTY, {num=3, props=[{cmd=DTV_STAT_CNR}, {cmd=DTV_DISEQC_MASTER}, {cmd=DTV_ENUM_DELSYS}]} => "
	         "{props=[{cmd=DTV_STAT_CNR, u.st={stat=[{scale=FE_SCALE_DECIBEL, svalue=-1500}]}}, {cmd=DTV_DISEQC_MASTER, u.buffer.data=\"\\xe0\\x10\"}, "
	         "{cmd=DTV_ENUM_DELSYS, u.buffer.data=[SYS_ATSC]}]})");
	given(FE_SET_TONE, SEC_TONE_OFF, "ioctl(-1, FE_SET_TONE, SEC_TONE_OFF)");
	given(FE_SET_VOLTAGE, SEC_VOLTAGE_18, "ioctl(-1, FE_SET_VOLTAGE, SEC_VOLTAGE_18)");
	given(FE_DISEQC_SEND_BURST, SEC_MINI_B, "ioctl(-1, FE_DISEQC_SEND_BURST, SEC_MINI_B)");
	given(FE_SET_FRONTEND_TUNE_MODE, FE_TUNE_MODE_ONESHOT, "ioctl(-1, FE_SET_FRONTEND_TUNE_MODE, FE_TUNE_MODE_ONESHOT)");
	given(FE_DISEQC_RESET_OVERLOAD, 0, "ioctl(-1, FE_DISEQC_RESET_OVERLOAD)");
	*(unsigned *)memset(arena, 0, 64) = FE_HAS_SIGNAL | FE_HAS_CARRIER | FE_HAS_LOCK;
	succeeds(FE_READ_STATUS, "ioctl(-1, FE_READ_STATUS, [FE_HAS_SIGNAL|FE_HAS_CARRIER|FE_HAS_LOCK])");
	struct dvb_diseqc_master_cmd *m = &AT(dvb_diseqc_master_cmd);
	memcpy(m->msg, "\xe0\x10\x38\xf0", 4);
	m->msg_len = 4;
	succeeds(FE_DISEQC_SEND_MASTER_CMD, "ioctl(-1, FE_DISEQC_SEND_MASTER_CMD, {msg=\"\\xe0\\x10\\x38\\xf0\", msg_len=4})");
	struct dmx_pes_filter_params *f = &AT(dmx_pes_filter_params);
	*f = (struct dmx_pes_filter_params){.pid = 0x100, .input = DMX_IN_FRONTEND, .output = DMX_OUT_TS_TAP, .pes_type = DMX_PES_OTHER, .flags = DMX_IMMEDIATE_START};
	succeeds(DMX_SET_PES_FILTER, "ioctl(-1, DMX_SET_PES_FILTER, {pid=0x100, input=DMX_IN_FRONTEND, output=DMX_OUT_TS_TAP, pes_type=DMX_PES_OTHER, flags=DMX_IMMEDIATE_START})");
	given(DMX_SET_BUFFER_SIZE, 65536, "ioctl(-1, DMX_SET_BUFFER_SIZE, 65536)");
	*(unsigned short *)memset(arena, 0, 64) = 0x1fff;
	succeeds(DMX_ADD_PID, "ioctl(-1, DMX_ADD_PID, [0x1fff])");
	succeeds(DMX_GET_PES_PIDS, "ioctl(-1, DMX_GET_PES_PIDS, [0x1fff, 0, 0, 0, 0])");
	given(NET_REMOVE_IF, 1, "ioctl(-1, NET_REMOVE_IF, 1)");
#endif
}

static void decoders(void)
{
#ifdef OSD_SEND_CMD
	struct osd_cmd_s *o = &AT(osd_cmd_s);

	*o = (struct osd_cmd_s){.cmd = OSD_Text, .x0 = 10, .y0 = 20, .color = 3, .data = strcpy(arena + 0x800, "No signal")};
	succeeds(OSD_SEND_CMD, "ioctl(-1, OSD_SEND_CMD, {cmd=OSD_Text, x0=10, y0=20, x1=0, y1=0, color=3, data=\"No signal\"})");
#endif
#ifdef VIDEO_COMMAND
	struct video_command *c = &AT(video_command);
	c->cmd = VIDEO_CMD_PLAY;
	c->play.speed = -1000;
	c->play.format = VIDEO_PLAY_FMT_GOP;
	succeeds(VIDEO_TRY_COMMAND, "ioctl(-1, VIDEO_TRY_COMMAND, {cmd=VIDEO_CMD_PLAY, flags=0, play={speed=-1000, format=VIDEO_PLAY_FMT_GOP}} => "
	         "{cmd=VIDEO_CMD_PLAY, flags=0, play={speed=-1000, format=VIDEO_PLAY_FMT_GOP}})");
	c = &AT(video_command);
	c->cmd = VIDEO_CMD_FREEZE;
	c->flags = VIDEO_CMD_FREEZE_TO_BLACK;
	fail(SYS_ioctl, -1, VIDEO_COMMAND, arena);
	expect_call("ioctl(-1, VIDEO_COMMAND, {cmd=VIDEO_CMD_FREEZE, flags=VIDEO_CMD_FREEZE_TO_BLACK})", "-1 EINVAL (Invalid argument)");
	struct video_still_picture *s = &AT(video_still_picture);
	s->iFrame = memcpy(arena + 0x800, "\0\0\1", 3);
	s->size = 3;
	succeeds(VIDEO_STILLPICTURE, "ioctl(-1, VIDEO_STILLPICTURE, {iFrame=\"\\x00\\x00\\x01\", size=3})");
	struct video_event *e = &AT(video_event);
	e->type = VIDEO_EVENT_VSYNC;
	e->u.vsync_field = VIDEO_VSYNC_FIELD_EVEN;
	succeeds(VIDEO_GET_EVENT, "ioctl(-1, VIDEO_GET_EVENT, {type=VIDEO_EVENT_VSYNC, timestamp=0, u.vsync_field=VIDEO_VSYNC_FIELD_EVEN})");
	given(VIDEO_SET_DISPLAY_FORMAT, VIDEO_LETTER_BOX, "ioctl(-1, VIDEO_SET_DISPLAY_FORMAT, VIDEO_LETTER_BOX)");
	given(VIDEO_STOP, 0, "ioctl(-1, VIDEO_STOP)");
	*(unsigned *)memset(arena, 0, 64) = VIDEO_CAP_MPEG2 | VIDEO_CAP_SPU;
	succeeds(VIDEO_GET_CAPABILITIES, "ioctl(-1, VIDEO_GET_CAPABILITIES, [VIDEO_CAP_MPEG2|VIDEO_CAP_SPU])");
#endif
#ifdef AUDIO_CHANNEL_SELECT
	given(AUDIO_CHANNEL_SELECT, AUDIO_MONO, "ioctl(-1, AUDIO_CHANNEL_SELECT, AUDIO_MONO)");
	given(AUDIO_SET_MUTE, 1, "ioctl(-1, AUDIO_SET_MUTE, 1)");
	*(unsigned *)memset(arena, 0, 64) = AUDIO_CAP_AC3;
	succeeds(AUDIO_GET_CAPABILITIES, "ioctl(-1, AUDIO_GET_CAPABILITIES, [AUDIO_CAP_AC3])");
#endif
}

static void cameras(void)
{
#ifdef UVCIOC_CTRL_QUERY
	struct uvc_xu_control_query *q = &AT(uvc_xu_control_query);
	const char *name = sizeof(long) == 8 ? "UBLK_U_IO_COMMIT_AND_FETCH_REQ or UVCIOC_CTRL_QUERY" : "UVCIOC_CTRL_QUERY";
	char call[256];

	*q = (struct uvc_xu_control_query){.unit = 3, .selector = 2, .query = UVC_SET_CUR, .size = 2, .data = memcpy(arena + 0x800, "\1\2\3", 4)};
	snprintf(call, sizeof(call), "ioctl(-1, %s, {unit=3, selector=2, query=UVC_SET_CUR, size=2, data=\"\\x01\\x02\"})", name);
	succeeds(UVCIOC_CTRL_QUERY, call);
	q->query = UVC_GET_LEN;
	snprintf(call, sizeof(call), "ioctl(-1, %s, {unit=3, selector=2, query=UVC_GET_LEN, size=2, data=\"\\x01\\x02\"})", name);
	succeeds(UVCIOC_CTRL_QUERY, call);
	struct uvc_xu_control_mapping *m = &AT(uvc_xu_control_mapping);
	m->id = V4L2_CID_BRIGHTNESS;
	strcpy((char *)m->name, "Mode");
	m->v4l2_type = V4L2_CTRL_TYPE_MENU;
	m->data_type = UVC_CTRL_DATA_TYPE_ENUM;
	m->menu_count = 1;
	m->menu_info = (void *)(arena + 0x800);
	m->menu_info->value = 4;
	strcpy((char *)m->menu_info->name, "Auto");
	succeeds(UVCIOC_CTRL_MAP, "ioctl(-1, UVCIOC_CTRL_MAP, {id=V4L2_CID_BRIGHTNESS, name=\"Mode\", "
	         "entity=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\", selector=0, size=0, offset=0, v4l2_type=V4L2_CTRL_TYPE_MENU, "
	         "data_type=UVC_CTRL_DATA_TYPE_ENUM, menu_info=[{value=4, name=\"Auto\"}], menu_count=1})");
#endif
#ifdef AGPIOC_RESERVE
	if (sizeof(long) == 8) { /* 32-bit programs have a stream's request by this number */
		struct _agp_region *r = &AT(_agp_region);
		struct _agp_segment *s = (void *)(arena + 0x800);

		r->seg_count = 1;
		r->seg_list = s;
		*s = (struct _agp_segment){.pg_count = 16, .prot = PROT_READ | PROT_WRITE};
		succeeds(AGPIOC_RESERVE, "ioctl(-1, AGPIOC_RESERVE, {pid=0, seg_count=1, seg_list=[{pg_start=0, pg_count=16, prot=PROT_READ|PROT_WRITE}]})");
	}
	given(AGPIOC_DEALLOCATE, 3, "ioctl(-1, AGPIOC_DEALLOCATE, 3)");
#endif
#ifdef SISFB_COMMAND
	struct sisfb_cmd *c = &AT(sisfb_cmd);
	c->sisfb_cmd = SISFB_CMD_SWITCHCRT1;
	c->sisfb_arg[0] = 99;
	fail(SYS_ioctl, -1, SISFB_COMMAND, arena);
	expect_call("ioctl(-1, SISFB_COMMAND, {sisfb_cmd=SISFB_CMD_SWITCHCRT1, sisfb_arg=[0x63, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "
	            "sisfb_result=[0, 0, 0, 0]})", "-1 EINVAL (Invalid argument)");
#endif
#ifdef VIDIOC_OMAP3ISP_STAT_REQ
	if (sizeof(long) == 8) {
		struct omap3isp_stat_data *d = &AT(omap3isp_stat_data);

		d->ts.tv_usec = 5;
		d->cur_frame = 2;
		fail(SYS_ioctl, -1, VIDIOC_OMAP3ISP_STAT_REQ, arena);
		expect_call("ioctl(-1, VIDIOC_OMAP3ISP_STAT_REQ, {ts={tv_sec=0, tv_usec=5}, buf=NULL, buf_size=0, frame_number=0, cur_frame=2, config_counter=0})",
		            "-1 EINVAL (Invalid argument)");
	}
	*(long *)memset(arena, 0, 64) = 1;
	succeeds(VIDIOC_OMAP3ISP_STAT_EN, "ioctl(-1, VIDIOC_OMAP3ISP_STAT_EN, [1])");
#endif
#ifdef VIDIOC_OMAP3ISP_CCDC_CFG
	struct omap3isp_ccdc_update_config *u = &AT(omap3isp_ccdc_update_config);
	u->update = OMAP3ISP_CCDC_BCOMP | OMAP3ISP_CCDC_CULL;
	u->alawip = OMAP3ISP_ALAW_BIT10_1;
	succeeds(VIDIOC_OMAP3ISP_CCDC_CFG, "ioctl(-1, VIDIOC_OMAP3ISP_CCDC_CFG, {update=OMAP3ISP_CCDC_BCOMP|OMAP3ISP_CCDC_CULL, flag=0, alawip=OMAP3ISP_ALAW_BIT10_1, "
	         "bclamp=NULL, blcomp=NULL, fpc=NULL, lsc_cfg=NULL, cull=NULL, lsc=NULL})");
#endif
}

int main(void)
{
	family_start();
	fill(arena, 0x6000, ONE);
#ifdef AUDIO_SET_MIXER
	R(AUDIO_SET_MIXER, IN, audio_mixer);
#endif
#ifdef AUDIO_GET_STATUS
	R(AUDIO_GET_STATUS, OUT, audio_status);
#endif
#ifdef CA_SET_DESCR
	R(CA_SET_DESCR, IN, ca_descr);
#endif
#ifdef CA_SEND_MSG
	R(CA_SEND_MSG, IN, ca_msg);
#endif
#ifdef CA_GET_DESCR_INFO
	R(CA_GET_DESCR_INFO, OUT, ca_descr_info);
#endif
#ifdef CA_GET_SLOT_INFO
	R(CA_GET_SLOT_INFO, INOUT, ca_slot_info);
#endif
#ifdef CA_GET_CAP
	R(CA_GET_CAP, OUT, ca_caps);
#endif
#ifdef CA_GET_MSG
	R(CA_GET_MSG, INOUT, ca_msg);
#endif
#ifdef DMX_SET_PES_FILTER
	R(DMX_SET_PES_FILTER, IN, dmx_pes_filter_params);
#endif
#ifdef DMX_SET_FILTER
	R(DMX_SET_FILTER, IN, dmx_sct_filter_params);
#endif
#ifdef DMX_REQBUFS
	R(DMX_REQBUFS, INOUT, dmx_requestbuffers);
#endif
#ifdef DMX_EXPBUF
	R(DMX_EXPBUF, INOUT, dmx_exportbuffer);
#endif
#ifdef DMX_GET_STC
	R(DMX_GET_STC, INOUT, dmx_stc);
#endif
#ifdef DMX_QUERYBUF
	R(DMX_QUERYBUF, INOUT, dmx_buffer);
#endif
#ifdef DMX_QBUF
	R(DMX_QBUF, INOUT, dmx_buffer);
#endif
#ifdef DMX_DQBUF
	R(DMX_DQBUF, INOUT, dmx_buffer);
#endif
#ifdef FE_DISEQC_SEND_MASTER_CMD
	R(FE_DISEQC_SEND_MASTER_CMD, IN, dvb_diseqc_master_cmd);
#endif
#ifdef FE_SET_FRONTEND
	R(FE_SET_FRONTEND, IN, dvb_frontend_parameters);
#endif
#ifdef FE_READ_SIGNAL_STRENGTH
	R(FE_READ_SIGNAL_STRENGTH, OUT, __u16);
#endif
#ifdef FE_READ_SNR
	R(FE_READ_SNR, OUT, __u16);
#endif
#ifdef FE_READ_BER
	R(FE_READ_BER, OUT, __u32);
#endif
#ifdef FE_READ_UNCORRECTED_BLOCKS
	R(FE_READ_UNCORRECTED_BLOCKS, OUT, __u32);
#endif
#ifdef FE_DISEQC_RECV_SLAVE_REPLY
	R(FE_DISEQC_RECV_SLAVE_REPLY, INOUT, dvb_diseqc_slave_reply);
#endif
#ifdef FE_GET_FRONTEND
	R(FE_GET_FRONTEND, OUT, dvb_frontend_parameters);
#endif
#ifdef FE_GET_EVENT
	R(FE_GET_EVENT, OUT, dvb_frontend_event);
#endif
#ifdef FE_GET_INFO
	R(FE_GET_INFO, OUT, dvb_frontend_info);
#endif
#ifdef NET_ADD_IF
	R(NET_ADD_IF, INOUT, dvb_net_if);
#endif
#ifdef NET_GET_IF
	R(NET_GET_IF, INOUT, dvb_net_if);
#endif
#ifdef OSD_SEND_CMD
	R(OSD_SEND_CMD, IN, osd_cmd_s);
#endif
#ifdef OSD_GET_CAPABILITY
	R(OSD_GET_CAPABILITY, INOUT, osd_cap_s);
#endif
#ifdef VIDEO_STILLPICTURE
	R(VIDEO_STILLPICTURE, IN, video_still_picture);
#endif
#ifdef VIDEO_GET_PTS
	R(VIDEO_GET_PTS, OUT, __u64);
#endif
#ifdef VIDEO_GET_FRAME_COUNT
	R(VIDEO_GET_FRAME_COUNT, OUT, __u64);
#endif
#ifdef VIDEO_GET_SIZE
	R(VIDEO_GET_SIZE, OUT, video_size_t);
#endif
#ifdef VIDEO_GET_STATUS
	R(VIDEO_GET_STATUS, OUT, video_status);
#endif
#ifdef VIDEO_GET_EVENT
	R(VIDEO_GET_EVENT, OUT, video_event);
#endif
#ifdef VIDEO_COMMAND
	R(VIDEO_COMMAND, INOUT, video_command);
#endif
#ifdef VIDEO_TRY_COMMAND
	R(VIDEO_TRY_COMMAND, INOUT, video_command);
#endif
#ifdef UVCIOC_CTRL_MAP
	R(UVCIOC_CTRL_MAP, IN, uvc_xu_control_mapping);
#endif
#ifdef UVCIOC_SEND_RESPONSE
	R(UVCIOC_SEND_RESPONSE, IN, uvc_request_data);
#endif
#ifdef IVTV_IOC_PASSTHROUGH_MODE
	if (sizeof(long) == 8)
		R(IVTV_IOC_PASSTHROUGH_MODE, IN, int);
#endif
#ifdef IVTV_IOC_DMA_FRAME
	R(IVTV_IOC_DMA_FRAME, IN, ivtv_dma_frame);
#endif
#ifdef VIDIOC_OMAP3ISP_CCDC_CFG
	R(VIDIOC_OMAP3ISP_CCDC_CFG, IN, omap3isp_ccdc_update_config);
#endif
#ifdef VIDIOC_OMAP3ISP_AEWB_CFG
	R(VIDIOC_OMAP3ISP_AEWB_CFG, INOUT, omap3isp_h3a_aewb_config);
#endif
#ifdef VIDIOC_OMAP3ISP_HIST_CFG
	R(VIDIOC_OMAP3ISP_HIST_CFG, INOUT, omap3isp_hist_config);
#endif
#ifdef VIDIOC_OMAP3ISP_PRV_CFG
	R(VIDIOC_OMAP3ISP_PRV_CFG, IN, omap3isp_prev_update_config);
#endif
#ifdef VIDIOC_OMAP3ISP_AF_CFG
	R(VIDIOC_OMAP3ISP_AF_CFG, INOUT, omap3isp_h3a_af_config);
#endif
#ifdef SISFB_SET_AUTOMAXIMIZE_OLD
	if (sizeof(long) == 8)
		R(SISFB_SET_AUTOMAXIMIZE_OLD, IN, __u32);
#endif
#ifdef SISFB_SET_AUTOMAXIMIZE
	R(SISFB_SET_AUTOMAXIMIZE, IN, __u32);
#endif
#ifdef SISFB_SET_TVPOSOFFSET
	R(SISFB_SET_TVPOSOFFSET, IN, __u32);
#endif
#ifdef SISFB_SET_LOCK
	R(SISFB_SET_LOCK, IN, __u32);
#endif
#ifdef SISFB_GET_INFO_OLD
	if (sizeof(long) == 8)
		R(SISFB_GET_INFO_OLD, OUT, __u32);
#endif
#ifdef SISFB_GET_VBRSTATUS_OLD
	if (sizeof(long) == 8)
		R(SISFB_GET_VBRSTATUS_OLD, OUT, __u32);
#endif
#ifdef SISFB_GET_AUTOMAXIMIZE_OLD
	R(SISFB_GET_AUTOMAXIMIZE_OLD, OUT, __u32);
#endif
#ifdef SISFB_GET_INFO_SIZE
	R(SISFB_GET_INFO_SIZE, OUT, __u32);
#endif
#ifdef SISFB_GET_VBRSTATUS
	R(SISFB_GET_VBRSTATUS, OUT, __u32);
#endif
#ifdef SISFB_GET_AUTOMAXIMIZE
	R(SISFB_GET_AUTOMAXIMIZE, OUT, __u32);
#endif
#ifdef SISFB_GET_TVPOSOFFSET
	R(SISFB_GET_TVPOSOFFSET, OUT, __u32);
#endif
#ifdef SISFB_GET_INFO
	R(SISFB_GET_INFO, OUT, sisfb_info);
#endif
#ifdef SISFB_COMMAND
	R(SISFB_COMMAND, INOUT, sisfb_cmd);
#endif
#ifdef AGPIOC_BIND
	R(AGPIOC_BIND, IN, _agp_bind);
#endif
#ifdef AGPIOC_UNBIND
	R(AGPIOC_UNBIND, IN, _agp_unbind);
#endif
#ifdef AGPIOC_SETUP
	if (sizeof(long) == 8)
		R(AGPIOC_SETUP, IN, _agp_setup);
#endif
#ifdef AGPIOC_INFO
	if (sizeof(long) == 8)
		R(AGPIOC_INFO, OUT, _agp_info);
#endif
#ifdef AGPIOC_ALLOCATE
	R(AGPIOC_ALLOCATE, INOUT, _agp_allocate);
#endif
	television();
	decoders();
	cameras();
	return 0;
}
