/*
 * Sound: requests of the sequencer, of compressed streams, and of devices of one kind of card each, which the reference knows by name only.
 *
 * options: -e trace=ioctl
 */
#include "request_sets.h"

#if __has_include(<sound/asound.h>)
#include <sound/asound.h>
#endif
#if __has_include(<sound/asequencer.h>)
#include <sound/asequencer.h>
#endif
#if __has_include(<sound/compress_params.h>)
#include <sound/compress_params.h>
#endif
#if __has_include(<sound/compress_offload.h>)
#include <sound/compress_offload.h>
#endif
#if __has_include(<sound/asound_fm.h>)
#include <sound/asound_fm.h>
#endif
#if __has_include(<sound/emu10k1.h>)
#include <sound/emu10k1.h>
#endif
#if __has_include(<sound/fcp.h>)
#include <sound/fcp.h>
#endif
#if __has_include(<sound/firewire.h>)
#include <sound/firewire.h>
#endif
#if __has_include(<sound/hdsp.h>)
#include <sound/hdsp.h>
#endif
#if __has_include(<sound/hdspm.h>)
#include <sound/hdspm.h>
#endif
#if __has_include(<sound/sb16_csp.h>)
#include <sound/sb16_csp.h>
#endif
#if __has_include(<sound/scarlett2.h>)
#include <sound/scarlett2.h>
#endif
#if __has_include(<sound/sfnt_info.h>)
#include <sound/sfnt_info.h>
#endif
#if __has_include(<sound/usb_stream.h>)
#include <sound/usb_stream.h>
#endif

typedef unsigned char Bytes22[22], Bytes48[48], Bytes57[57];
NUMBER(int, int)
NUMBER(__u64, __u64)
NUMBER(unsigned int, unsigned_int)
SET(snd_seq_client_type, "???_CLIENT", V(NO_CLIENT), V(USER_CLIENT))
SET(snd_seq_midi_version, "SNDRV_SEQ_CLIENT_???", V(SNDRV_SEQ_CLIENT_LEGACY_MIDI), V(SNDRV_SEQ_CLIENT_UMP_MIDI_1_0))
SET(snd_seq_filter, "SNDRV_SEQ_FILTER_???", V(SNDRV_SEQ_FILTER_BROADCAST))
SET(snd_seq_remove, "SNDRV_SEQ_REMOVE_???", V(SNDRV_SEQ_REMOVE_INPUT))
SET(snd_seq_port_cap, "SNDRV_SEQ_PORT_CAP_???", V(SNDRV_SEQ_PORT_CAP_READ))
SET(snd_seq_port_type, "SNDRV_SEQ_PORT_TYPE_???", V(SNDRV_SEQ_PORT_TYPE_SPECIFIC))
SET(snd_seq_port_flags, "SNDRV_SEQ_PORT_FLG_???", V(SNDRV_SEQ_PORT_FLG_GIVEN_PORT))
SET(snd_seq_port_dir, "SNDRV_SEQ_PORT_DIR_???", {"SNDRV_SEQ_PORT_DIR_UNKNOWN", 0}, {"SNDRV_SEQ_PORT_DIR_INPUT", 1})
SET(snd_seq_queue_flags, "SNDRV_SEQ_QUEUE_FLG_???", V(SNDRV_SEQ_QUEUE_FLG_SYNC))
SET(snd_seq_timer_type, "SNDRV_SEQ_TIMER_???", V(SNDRV_SEQ_TIMER_ALSA), V(SNDRV_SEQ_TIMER_MIDI_CLOCK))
SET(snd_seq_subs_flags, "SNDRV_SEQ_PORT_SUBS_???", V(SNDRV_SEQ_PORT_SUBS_EXCLUSIVE))
SET(snd_seq_query_subs_type, "SNDRV_SEQ_QUERY_SUBS_???", V(SNDRV_SEQ_QUERY_SUBS_READ), V(SNDRV_SEQ_QUERY_SUBS_WRITE))
SET(snd_seq_ump_info, "SNDRV_SEQ_CLIENT_UMP_INFO_???", {"SNDRV_SEQ_CLIENT_UMP_INFO_ENDPOINT", 0}, {"SNDRV_SEQ_CLIENT_UMP_INFO_BLOCK", 1})
SET(snd_seq_event_type, "SNDRV_SEQ_EVENT_???", V(SNDRV_SEQ_EVENT_SYSTEM), V(SNDRV_SEQ_EVENT_RESULT))
#ifdef SNDRV_SEQ_IOCTL_SET_QUEUE_TEMPO
STRUCT(snd_seq_queue_tempo,
	N(queue); N(tempo); N(ppq); N(skew_value); N(skew_base); LATER(N(tempo_base), tempo_base, __u16, 20);
	LATER(UNLESS_0(S, reserved), reserved, Bytes22, 22))
#endif
#ifdef SNDRV_SEQ_IOCTL_REMOVE_EVENTS
STRUCT(snd_seq_remove_events,
	F(remove_mode, snd_seq_remove); WITHIN(time.time, N(tv_sec); N(tv_nsec)); N(queue); WITHIN(dest, N(client);
	N(port)); N(channel); E(type, snd_seq_event_type); N(tag); UNLESS_0(XS, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_QUEUE_CLIENT
STRUCT(snd_seq_queue_client, N(queue); N(client); N(used); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_SUBSCRIBE_PORT
STRUCT(snd_seq_port_subscribe,
	WITHIN(sender, N(client); N(port)); WITHIN(dest, N(client); N(port)); N(voices); F(flags, snd_seq_subs_flags);
	N(queue); UNLESS_0(S, pad); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_CLIENT_POOL
STRUCT(snd_seq_client_pool, N(client); N(output_pool); N(input_pool); N(output_room); N(output_free); N(input_free); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_QUEUE_TIMER
STRUCT(snd_seq_queue_timer, N(queue); E(type, snd_seq_timer_type); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_DELETE_QUEUE
STRUCT(snd_seq_queue_info, N(queue); N(owner); BITS(locked); T(name); F(flags, snd_seq_queue_flags); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_DELETE_PORT
STRUCT(snd_seq_port_info,
	WITHIN(addr, N(client); N(port)); T(name); F(capability, snd_seq_port_cap); F(type, snd_seq_port_type);
	N(midi_channels); N(midi_voices); N(synth_voices); N(read_use); N(write_use);
	if (request_is_set(&p->kernel, sizeof(p->kernel))) P(kernel); F(flags, snd_seq_port_flags); N(time_queue);
	LATER(E(direction, snd_seq_port_dir), direction, __u8, 101 + sizeof(long));
	LATER(N(ump_group), ump_group, __u8, 102 + sizeof(long));
	LATER(UNLESS_0(S, reserved), reserved, Bytes57, 103 + sizeof(long)))
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_CLIENT_INFO
STRUCT(snd_seq_client_info,
	N(client); E(type, snd_seq_client_type); T(name); F(filter, snd_seq_filter); S(multicast_filter);
	S(event_filter); N(num_ports); N(event_lost); N(card); N(pid);
	LATER(E(midi_version, snd_seq_midi_version), midi_version, __u32, 132);
	LATER(X(group_filter), group_filter, __u32, 136); LATER(UNLESS_0(S, reserved), reserved, Bytes48, 140))
#endif
#ifdef SNDRV_SEQ_IOCTL_RUNNING_MODE
STRUCT(snd_seq_running_info, N(client); N(big_endian); N(cpu_mode); UNLESS_0(X, pad); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_SYSTEM_INFO
STRUCT(snd_seq_system_info, N(queues); N(clients); N(ports); N(channels); N(cur_clients); N(cur_queues); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_QUERY_SUBS
STRUCT(snd_seq_query_subs,
	WITHIN(root, N(client); N(port)); E(type, snd_seq_query_subs_type); N(index); N(num_subs);
	WITHIN(addr, N(client); N(port)); N(queue); F(flags, snd_seq_subs_flags); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_QUEUE_STATUS
STRUCT(snd_seq_queue_status, N(queue); N(events); N(tick); WITHIN(time, N(tv_sec); N(tv_nsec)); N(running); X(flags); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_CLIENT_UMP_INFO
STRUCT(snd_seq_client_ump_info, N(client); E(type, snd_seq_ump_info); S(info))
#endif
SET(snd_compr_direction, "SND_COMPRESS_???", V(SND_COMPRESS_PLAYBACK), V(SND_COMPRESS_CAPTURE))
SET(snd_compr_metadata_key, "SNDRV_COMPRESS_ENCODER_???", V(SNDRV_COMPRESS_ENCODER_PADDING))
SET(snd_compr_task_flags, "SND_COMPRESS_TFLG_???", {"SND_COMPRESS_TFLG_NEW_STREAM", 1})
SET(snd_compr_state, "SND_COMPRESS_TASK_STATE_???", {"SND_COMPRESS_TASK_STATE_IDLE", 0}, {"SND_COMPRESS_TASK_STATE_ACTIVE", 1})
SET(snd_audiocodec, "SND_AUDIOCODEC_???", V(SND_AUDIOCODEC_PCM))
SET(snd_ratecontrol, "SND_RATECONTROLMODE_???", V(SND_RATECONTROLMODE_CONSTANTBITRATE))
#ifdef SNDRV_COMPRESS_SET_METADATA
STRUCT(snd_compr_metadata, E(key, snd_compr_metadata_key); NS(value))
#endif
#ifdef SNDRV_COMPRESS_SET_PARAMS
STRUCT(snd_compr_params,
	WITHIN(buffer, N(fragment_size); N(fragments)); WITHIN(codec, E(id, snd_audiocodec); N(ch_in); N(ch_out);
	N(sample_rate); N(bit_rate); F(rate_control, snd_ratecontrol); AS(profile, "SND_AUDIOPROFILE_PCM"); X(level); X(ch_mode); X(format);
	N(align); S(options); LATER(N(pcm_format), pcm_format, __u32, 108); put(", reserved=[0x1, 0x1]"));
	N(no_wake_mode))
#endif
#ifdef SNDRV_COMPRESS_TSTAMP
STRUCT(snd_compr_tstamp, X(byte_offset); N(copied_total); N(pcm_frames); N(pcm_io_frames); N(sampling_rate))
#endif
#ifdef SNDRV_COMPRESS_AVAIL
STRUCT(snd_compr_avail, N(avail); WITHIN(tstamp, X(byte_offset); N(copied_total); N(pcm_frames); N(pcm_io_frames); N(sampling_rate)))
#endif
#ifdef SNDRV_COMPRESS_TSTAMP64
STRUCT(snd_compr_tstamp64, X(byte_offset); N(copied_total); N(pcm_frames); N(pcm_io_frames); N(sampling_rate))
#endif
#ifdef SNDRV_COMPRESS_AVAIL64
STRUCT(snd_compr_avail64, N(avail); WITHIN(tstamp, X(byte_offset); N(copied_total); N(pcm_frames); N(pcm_io_frames); N(sampling_rate)))
#endif
#ifdef SNDRV_COMPRESS_GET_PARAMS
STRUCT(snd_codec,
	E(id, snd_audiocodec); N(ch_in); N(ch_out); N(sample_rate); N(bit_rate); F(rate_control, snd_ratecontrol);
	AS(profile, "SND_AUDIOPROFILE_PCM"); X(level); X(ch_mode); X(format); N(align); S(options); LATER(N(pcm_format), pcm_format, __u32, 108);
	put(", reserved=[0x1, 0x1]"))
#endif
#ifdef SNDRV_COMPRESS_TASK_STATUS
STRUCT(snd_compr_task_status, N(seqno); N(input_size); N(output_size); X(output_flags); E(state, snd_compr_state); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_COMPRESS_TASK_CREATE
STRUCT(snd_compr_task,
	N(seqno); N(origin_seqno); N(input_fd); N(output_fd); N(input_size); F(flags, snd_compr_task_flags);
	UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_COMPRESS_GET_CAPS
STRUCT(snd_compr_caps,
	N(num_codecs); E(direction, snd_compr_direction); N(min_fragment_size); N(max_fragment_size); N(min_fragments);
	N(max_fragments); AS(codecs, "[SND_AUDIOCODEC_PCM]");
	if (request_is_set(&p->reserved, sizeof(p->reserved))) XS(reserved))
#endif
#ifdef SNDRV_COMPRESS_GET_CODEC_CAPS
STRUCT(snd_compr_codec_caps, E(codec, snd_audiocodec); N(num_descriptors); AS(descriptor, "[{max_ch=1, sample_rates=[1], num_sample_rates=1, bit_rate=[1], num_bitrates=1, "
		"rate_control=SND_RATECONTROLMODE_CONSTANTBITRATE, profiles=SND_AUDIOPROFILE_PCM, modes=0x1, formats=0x1, min_buffer=1, pcm_formats=0x1, "
		"u_space=[0x1, 0x1, 0x1, 0x1, 0x1, 0x1], reserved=[0x1, 0x1, 0x1, 0x1, 0x1, 0x1, 0x1, 0x1]}]"))
#endif
SET(snd_dm_fm_mode, "SNDRV_DM_FM_MODE_???", V(SNDRV_DM_FM_MODE_OPL2), V(SNDRV_DM_FM_MODE_OPL3))
SET(emu10k1_ctl_elem_iface, "EMU10K1_CTL_ELEM_IFACE_???")
SET(emu10k1_gpr_translation, "EMU10K1_GPR_TRANSLATION_???", V(EMU10K1_GPR_TRANSLATION_NONE), V(EMU10K1_GPR_TRANSLATION_TABLE100))
SET(snd_firewire_type, "SNDRV_FIREWIRE_TYPE_???", V(SNDRV_FIREWIRE_TYPE_DICE))
SET(hdspm_io_type, "HDSPM_IO_???", V(MADI), V(MADIface))
SET(hdspm_speed, "HDSPM_SPEED_???", V(ss), V(ds))
SET(hdspm_addons, "HDSPM_ADDON_???", V(HDSPM_ADDON_TCO))
SET(hdspm_sync, "hdspm_sync_???", V(hdspm_sync_no_lock), V(hdspm_sync_lock))
SET(hdspm_madi_input, "hdspm_input_???", V(hdspm_input_optical), V(hdspm_input_coax))
SET(hdspm_madi_channel_format, "hdspm_format_???", V(hdspm_format_ch_64), V(hdspm_format_ch_56))
SET(hdspm_madi_frame_format, "hdspm_frame_???", V(hdspm_frame_48), V(hdspm_frame_96))
SET(snd_sb_csp_width, "SNDRV_SB_CSP_SAMPLE_???", V(SNDRV_SB_CSP_SAMPLE_8BIT))
SET(snd_sb_csp_channels, "SNDRV_SB_CSP_???", V(SNDRV_SB_CSP_MONO))
SET(snd_sb_csp_rates, "SNDRV_SB_CSP_RATE_???", V(SNDRV_SB_CSP_RATE_8000))
SET(snd_sb_csp_mode, "SNDRV_SB_CSP_MODE_???", V(SNDRV_SB_CSP_MODE_NONE), V(SNDRV_SB_CSP_MODE_DSP_READ))
SET(snd_sb_csp_state, "SNDRV_SB_CSP_ST_???", V(SNDRV_SB_CSP_ST_IDLE), V(SNDRV_SB_CSP_ST_LOADED))
SET(scarlett2_segment, "SCARLETT2_SEGMENT_ID_???", V(SCARLETT2_SEGMENT_ID_SETTINGS), V(SCARLETT2_SEGMENT_ID_FIRMWARE))
SET(soundfont_patch_type, "SNDRV_SFNT_???", V(SNDRV_SFNT_LOAD_INFO), V(SNDRV_SFNT_LOAD_DATA))
SET(HDSP_IO_Type, "HDSP_IO_TYPE_???", V(Digiface), V(Multiface))
SET(hdspm_ltc_format, "HDSPM_LTC_FORMAT_???", V(format_invalid), V(fps_24))
SET(hdspm_ltc_frame, "HDSPM_LTC_FRAME_???", V(frame_invalid), V(drop_frame))
SET(hdspm_ltc_input_format, "HDSPM_LTC_INPUT_FORMAT_???", V(ntsc), V(pal))
SET(hdspm_syncsource, "syncsource_???", V(syncsource_wc), V(syncsource_madi))
#ifdef SNDRV_DM_FM_IOCTL_SET_PARAMS
STRUCT(snd_dm_fm_params, N(am_depth); N(vib_depth); N(kbd_split); N(rhythm); N(bass); N(snare); N(tomtom); N(cymbal); N(hihat))
#endif
#ifdef SNDRV_DM_FM_IOCTL_PLAY_NOTE
STRUCT(snd_dm_fm_note, N(voice); N(octave); N(fnum); N(key_on))
#endif
#ifdef SNDRV_DM_FM_IOCTL_SET_VOICE
STRUCT(snd_dm_fm_voice,
	N(op); N(voice); N(am); N(vibrato); N(do_sustain); N(kbd_scale); N(harmonic); N(scale_level); N(volume);
	N(attack); N(decay); N(sustain); N(release); N(feedback); N(connection); N(left); N(right); N(waveform))
#endif
#ifdef SNDRV_DM_FM_IOCTL_INFO
STRUCT(snd_dm_fm_info, E(fm_mode, snd_dm_fm_mode); N(rhythm))
#endif
#ifdef SNDRV_EMU10K1_IOCTL_PCM_POKE
STRUCT(snd_emu10k1_fx8010_pcm_rec,
	N(substream); if (request_is_set(&p->res1, sizeof(p->res1))) X(res1); N(channels); N(tram_start); N(buffer_size);
	N(gpr_size); N(gpr_ptr); N(gpr_count); N(gpr_tmpcount); N(gpr_trigger); N(gpr_running); UNLESS_0(X, pad);
	S(etram); if (request_is_set(&p->res2, sizeof(p->res2))) X(res2))
#endif
#ifdef SNDRV_EMU10K1_IOCTL_INFO
STRUCT(snd_emu10k1_fx8010_info,
	N(internal_tram_size); N(external_tram_size); AS(fxbus_names, "[...]"); AS(extin_names, "[...]");
	AS(extout_names, "[...]"); N(gpr_controls))
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_GET_INFO
STRUCT(snd_firewire_get_info, E(type, snd_firewire_type); N(card); S(guid); T(device_name))
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_MOTU_REGISTER_DSP_METER
STRUCT(snd_firewire_motu_register_dsp_meter, S(data))
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_TASCAM_STATE
STRUCT(snd_firewire_tascam_state,
	put_open("data"), put("["); for (int i_ = 0; i_ < 32; i_++) put("%#x, ", __builtin_bswap32(p->data[i_]));
	put("...]"))
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_MOTU_REGISTER_DSP_PARAMETER
STRUCT(snd_firewire_motu_register_dsp_parameter,
	WITHIN(mixer, WITHINS(source, S(gain); S(pan); S(flag); S(paired_balance); S(paired_width));
	WITHIN(output, S(paired_volume); S(paired_flag))); WITHIN(output, N(main_paired_volume); N(hp_paired_volume);
	N(hp_paired_assignment); UNLESS_0(S, reserved)); WITHIN(line_input, X(boost_flag); X(nominal_level_flag);
	UNLESS_0(S, reserved)); WITHIN(input, S(gain_and_invert); S(flag)); UNLESS_0(S, reserved))
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_MOTU_COMMAND_DSP_METER
STRUCT(snd_firewire_motu_command_dsp_meter, AS(data, "[...]"))
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_VERSION
STRUCT(hdsp_version, E(io_type, HDSP_IO_Type); N(firmware_rev))
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_9632_AEB
STRUCT(hdsp_9632_aeb, N(aebi); N(aebo))
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_CONFIG_INFO
STRUCT(hdsp_config_info,
	N(pref_sync_ref); N(wordclock_sync_check); N(spdif_sync_check); N(adatsync_sync_check); S(adat_sync_check);
	N(spdif_in); N(spdif_out); N(spdif_professional); N(spdif_emphasis); N(spdif_nonaudio); N(spdif_sample_rate);
	N(system_sample_rate); N(autosync_sample_rate); N(system_clock_mode); N(clock_source); N(autosync_ref);
	N(line_out); N(passthru); N(da_gain); N(ad_gain); N(phone_gain); N(xlr_breakout_cable);
	N(analog_extension_board))
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_PEAK_RMS
STRUCT(hdsp_peak_rms, NS(input_peaks); NS(playback_peaks); NS(output_peaks); NS(input_rms); NS(playback_rms); NS(output_rms))
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_MIXER
STRUCT(hdsp_mixer, AS(matrix, "[...]"))
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_MIXER
STRUCT(hdspm_mixer_ioctl, P(mixer))
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_LTC
STRUCT(hdspm_ltc, N(ltc); E(format, hdspm_ltc_format); E(frame, hdspm_ltc_frame); E(input_format, hdspm_ltc_input_format))
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_CONFIG
STRUCT(hdspm_config,
	N(pref_sync_ref); N(wordclock_sync_check); N(madi_sync_check); N(system_sample_rate); N(autosync_sample_rate);
	N(system_clock_mode); N(clock_source); N(autosync_ref); N(line_out); N(passthru); N(analog_out))
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_STATUS
STRUCT(hdspm_status,
	E(card_type, hdspm_io_type); E(autosync_source, hdspm_syncsource); N(card_clock); N(master_period);
	WITHIN(card_specific, WITHIN(madi, E(sync_wc, hdspm_sync); E(sync_madi, hdspm_sync); E(sync_tco, hdspm_sync);
	E(sync_in, hdspm_sync); E(madi_input, hdspm_madi_input); E(channel_format, hdspm_madi_channel_format);
	E(frame_format, hdspm_madi_frame_format))))
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_VERSION
STRUCT(hdspm_version, E(card_type, hdspm_io_type); T(cardname); N(serial); N(firmware_rev); F(addons, hdspm_addons))
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_PEAK_RMS
STRUCT(hdspm_peak_rms,
	AS(input_peaks, "[...]"); AS(playback_peaks, "[...]"); AS(output_peaks, "[...]"); AS(input_rms, "[...]");
	AS(playback_rms, "[...]"); AS(output_rms, "[...]"); E(speed, hdspm_speed); X(status2))
#endif
#ifdef SNDRV_SB_CSP_IOCTL_START
STRUCT(snd_sb_csp_start, F(sample_width, snd_sb_csp_width); F(channels, snd_sb_csp_channels))
#endif
#ifdef SNDRV_SB_CSP_IOCTL_INFO
STRUCT(snd_sb_csp_info,
	T(codec_name); N(func_nr); X(acc_format); F(acc_channels, snd_sb_csp_channels); F(acc_width, snd_sb_csp_width);
	F(acc_rates, snd_sb_csp_rates); F(csp_mode, snd_sb_csp_mode); F(run_channels, snd_sb_csp_channels);
	F(run_width, snd_sb_csp_width); X(version); F(state, snd_sb_csp_state))
#endif
#ifdef SCARLETT2_IOCTL_GET_ERASE_PROGRESS
STRUCT(scarlett2_flash_segment_erase_progress, N(progress); N(num_blocks))
#endif
#ifdef SNDRV_EMUX_IOCTL_LOAD_PATCH
STRUCT(soundfont_patch_info, X(key); N(device_no); N(sf_id); N(optarg); N(len); E(type, soundfont_patch_type); UNLESS_0(X, reserved))
#endif
#ifdef SNDRV_EMUX_IOCTL_MISC_MODE
STRUCT(snd_emux_misc_mode, N(port); N(mode); N(value); N(value2))
#endif
#ifdef SNDRV_USB_STREAM_IOCTL_SET_PARAMS
STRUCT(usb_stream_config, N(version); N(sample_rate); N(period_frames); N(frame_size))
#endif

static void sequencer(void)
{
#ifdef SNDRV_SEQ_IOCTL_REMOVE_EVENTS
	struct snd_seq_remove_events *r = &AT(snd_seq_remove_events);

	r->remove_mode = SNDRV_SEQ_REMOVE_OUTPUT | SNDRV_SEQ_REMOVE_TIME_TICK | SNDRV_SEQ_REMOVE_EVENT_TYPE;
	r->time.tick = 96;
	r->dest.client = 128;
	r->type = SNDRV_SEQ_EVENT_NOTEOFF;
	succeeds(SNDRV_SEQ_IOCTL_REMOVE_EVENTS, "ioctl(-1, SNDRV_SEQ_IOCTL_REMOVE_EVENTS, {remove_mode=SNDRV_SEQ_REMOVE_OUTPUT|SNDRV_SEQ_REMOVE_TIME_TICK|"
	         "SNDRV_SEQ_REMOVE_EVENT_TYPE, time.tick=96, queue=0, dest={client=128, port=0}, channel=0, type=SNDRV_SEQ_EVENT_NOTEOFF, tag=0})");
	struct snd_seq_port_info *i = &AT(snd_seq_port_info);
	i->addr.client = 14;
	strcpy(i->name, "Midi Through");
	i->capability = SNDRV_SEQ_PORT_CAP_WRITE | SNDRV_SEQ_PORT_CAP_SUBS_WRITE | 1U << 31;
	i->type = SNDRV_SEQ_PORT_TYPE_MIDI_GENERIC | SNDRV_SEQ_PORT_TYPE_PORT;
	i->midi_channels = 16;
	succeeds(SNDRV_SEQ_IOCTL_SET_PORT_INFO, "ioctl(-1, SNDRV_SEQ_IOCTL_SET_PORT_INFO, {addr={client=14, port=0}, name=\"Midi Through\", "
	         "capability=SNDRV_SEQ_PORT_CAP_WRITE|SNDRV_SEQ_PORT_CAP_SUBS_WRITE|0x80000000, type=SNDRV_SEQ_PORT_TYPE_MIDI_GENERIC|SNDRV_SEQ_PORT_TYPE_PORT, "
	         "midi_channels=16, midi_voices=0, synth_voices=0, read_use=0, write_use=0, flags=0, time_queue=0, direction=SNDRV_SEQ_PORT_DIR_UNKNOWN, ump_group=0})");
	struct snd_seq_queue_timer *t = &AT(snd_seq_queue_timer);
	t->queue = 1;
	t->u.alsa.id.dev_class = SNDRV_TIMER_CLASS_GLOBAL;
	t->u.alsa.resolution = 1000;
	succeeds(SNDRV_SEQ_IOCTL_SET_QUEUE_TIMER, "ioctl(-1, SNDRV_SEQ_IOCTL_SET_QUEUE_TIMER, {queue=1, type=SNDRV_SEQ_TIMER_ALSA, "
	         "u.alsa.id={dev_class=SNDRV_TIMER_CLASS_GLOBAL, dev_sclass=SNDRV_TIMER_SCLASS_NONE, card=0, device=0, subdevice=0}, u.alsa.resolution=1000})");
	fail(SYS_ioctl, -1, SNDRV_SEQ_IOCTL_CLIENT_ID, arena);
	expect_call("ioctl(-1, SNDRV_SEQ_IOCTL_CLIENT_ID, 0x10000000)", "-1 EINVAL (Invalid argument)");
	*(int *)arena = 0x10002;
	succeeds(SNDRV_SEQ_IOCTL_PVERSION, "ioctl(-1, SNDRV_SEQ_IOCTL_PVERSION, [0x10002])");
#endif
}

static void compressed(void)
{
#ifdef SNDRV_COMPRESS_GET_PARAMS
	struct snd_codec *c = &AT(snd_codec);

	c->id = SND_AUDIOCODEC_VORBIS;
	c->rate_control = SND_RATECONTROLMODE_VARIABLEBITRATE;
	c->options.vorbis.quality = -1;
	succeeds(SNDRV_COMPRESS_GET_PARAMS, "ioctl(-1, SNDRV_COMPRESS_GET_PARAMS, {id=SND_AUDIOCODEC_VORBIS, ch_in=0, ch_out=0, sample_rate=0, bit_rate=0, "
	         "rate_control=SND_RATECONTROLMODE_VARIABLEBITRATE, profile=0, level=0, ch_mode=0, format=0, align=0, "
	         "options.vorbis={quality=-1, managed=0, max_bit_rate=0, min_bit_rate=0, downmix=0}, pcm_format=0})");
	c = &AT(snd_codec);
	c->id = SND_AUDIOCODEC_AAC;
	c->profile = SND_AUDIOPROFILE_AAC;
	c->format = SND_AUDIOSTREAMFORMAT_MP4ADTS | SND_AUDIOSTREAMFORMAT_RAW;
	succeeds(SNDRV_COMPRESS_GET_PARAMS, "ioctl(-1, SNDRV_COMPRESS_GET_PARAMS, {id=SND_AUDIOCODEC_AAC, ch_in=0, ch_out=0, sample_rate=0, bit_rate=0, "
	         "rate_control=0, profile=SND_AUDIOPROFILE_AAC, level=0, ch_mode=0, format=SND_AUDIOSTREAMFORMAT_MP4ADTS|SND_AUDIOSTREAMFORMAT_RAW, align=0, "
	         "options=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., "
	         "pcm_format=0})");
	struct snd_compr_codec_caps *a = &AT(snd_compr_codec_caps);
	a->codec = SND_AUDIOCODEC_FLAC;
	a->num_descriptors = 1;
	a->descriptor[0].modes = SND_AUDIOMODE_FLAC_LEVEL5 | SND_AUDIOMODE_FLAC_LEVEL8;
	succeeds(SNDRV_COMPRESS_GET_CODEC_CAPS, "ioctl(-1, SNDRV_COMPRESS_GET_CODEC_CAPS, {codec=SND_AUDIOCODEC_FLAC, num_descriptors=1, descriptor=[{max_ch=0, "
	         "sample_rates=[], num_sample_rates=0, bit_rate=[], num_bitrates=0, rate_control=0, profiles=0, "
	         "modes=SND_AUDIOMODE_FLAC_LEVEL5|SND_AUDIOMODE_FLAC_LEVEL8, formats=0, min_buffer=0, pcm_formats=0}]})");
	struct snd_compr_metadata *m = &AT(snd_compr_metadata);
	m->key = SNDRV_COMPRESS_ENCODER_DELAY;
	succeeds(SNDRV_COMPRESS_SET_METADATA, "ioctl(-1, SNDRV_COMPRESS_SET_METADATA, {key=SNDRV_COMPRESS_ENCODER_DELAY, value=[0, 0, 0, 0, 0, 0, 0, 0]})");
	given(SNDRV_COMPRESS_START, 0, "ioctl(-1, SNDRV_COMPRESS_START)");
#endif
}

static void emu10k1(void)
{
#ifdef SNDRV_EMU10K1_IOCTL_CODE_POKE
	struct snd_emu10k1_fx8010_code *c = &AT(snd_emu10k1_fx8010_code);
	struct emu10k1_ctl_elem_id *id = (void *)(arena + 0x800);

	strcpy(c->name, "dsp");
	c->gpr_del_control_count = 1;
	c->gpr_del_controls = (void *)id;
	((unsigned *)id)[1] = EMU10K1_CTL_ELEM_IFACE_MIXER;
	strcpy((char *)id + 16, "Tone");
	succeeds(SNDRV_EMU10K1_IOCTL_CODE_POKE, "ioctl(-1, SNDRV_EMU10K1_IOCTL_CODE_POKE, {name=\"dsp\", "
	         "gpr_valid=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., "
	         "gpr_map=NULL, gpr_add_control_count=0, gpr_add_controls=NULL, gpr_del_control_count=1, "
	         "gpr_del_controls=[{iface=EMU10K1_CTL_ELEM_IFACE_MIXER, device=0, subdevice=0, name=\"Tone\", index=0}], gpr_list_control_count=0, "
	         "gpr_list_control_total=0, gpr_list_controls=NULL, "
	         "tram_valid=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\", "
	         "tram_data_map=NULL, tram_addr_map=NULL, "
	         "code_valid=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., "
	         "code=NULL})");
	memset(c, 0, sizeof(*c));
	strcpy(c->name, "dsp");
	c->gpr_list_control_total = 3;
	succeeds(SNDRV_EMU10K1_IOCTL_CODE_PEEK, "ioctl(-1, SNDRV_EMU10K1_IOCTL_CODE_PEEK, {gpr_map=NULL, gpr_list_control_count=0, tram_data_map=NULL, "
	         "tram_addr_map=NULL, code=NULL} => {name=\"dsp\", gpr_valid=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., gpr_list_control_total=3, gpr_list_controls=NULL, tram_valid=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\", "
	         "code_valid=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"...})");
	struct snd_emu10k1_fx8010_tram *t = &AT(snd_emu10k1_fx8010_tram);
	t->address = 0x80000010;
	t->size = 2;
	t->samples = (void *)(arena + 0x800);
	t->samples[1] = 7;
	succeeds(SNDRV_EMU10K1_IOCTL_TRAM_POKE, "ioctl(-1, SNDRV_EMU10K1_IOCTL_TRAM_POKE, {address=0x80000010, size=2, samples=[0, 0x7]})");
	succeeds(SNDRV_EMU10K1_IOCTL_TRAM_PEEK, "ioctl(-1, SNDRV_EMU10K1_IOCTL_TRAM_PEEK, {address=0x80000010, size=2, samples=[0, 0x7]})");
	given(SNDRV_EMU10K1_IOCTL_STOP, 1, "ioctl(-1, SNDRV_EMU10K1_IOCTL_STOP)");
#endif
}

static void cards(void)
{
#ifdef FCP_IOCTL_CMD
	struct fcp_cmd *c = &AT(fcp_cmd);

	*c = (struct fcp_cmd){.opcode = 0x6001, .req_size = 2, .resp_size = 3};
	memcpy(c->data, "\1\2\3", 3);
	succeeds(FCP_IOCTL_CMD, "ioctl(-1, FCP_IOCTL_CMD, {opcode=0x6001, req_size=2, resp_size=3, data=\"\\x01\\x02\"} => {data=\"\\x01\\x02\\x03\"})");
	struct fcp_init *i = &AT(fcp_init);
	*i = (struct fcp_init){.step0_resp_size = 1, .step2_resp_size = 2, .init1_opcode = 2, .init2_opcode = 3};
	memcpy(i->resp, "\4\5\6", 3);
	succeeds(FCP_IOCTL_INIT, "ioctl(-1, FCP_IOCTL_INIT, {step0_resp_size=1, step2_resp_size=2, init1_opcode=0x2, init2_opcode=0x3} => {resp=\"\\x04\\x05\\x06\"})");
	struct fcp_meter_map *m = &AT(fcp_meter_map);
	*m = (struct fcp_meter_map){.map_size = 2, .meter_slots = 5};
	m->map[0] = -1;
	succeeds(FCP_IOCTL_SET_METER_MAP, "ioctl(-1, FCP_IOCTL_SET_METER_MAP, {map_size=2, meter_slots=5, map=[-1, 0]})");
	struct fcp_meter_labels *l = &AT(fcp_meter_labels);
	l->labels_size = 6;
	memcpy(l->labels, "In\0Out", 6);
	succeeds(FCP_IOCTL_SET_METER_LABELS, "ioctl(-1, FCP_IOCTL_SET_METER_LABELS, {labels_size=6, labels=\"In\\0Out\"})");
#endif
#ifdef SNDRV_SB_CSP_IOCTL_LOAD_CODE
	struct snd_sb_csp_microcode *s = &AT(snd_sb_csp_microcode);
	strcpy(s->info.codec_name, "QSOUND");
	s->info.func_req = 4;
	memset(s->data, 0xaa, 4);
	succeeds(SNDRV_SB_CSP_IOCTL_LOAD_CODE, "ioctl(-1, SNDRV_SB_CSP_IOCTL_LOAD_CODE, {info={codec_name=\"QSOUND\", func_req=0x4}, "
	         "data=\"\\xaa\\xaa\\xaa\\xaa\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"...})");
	struct snd_sb_csp_info *x = &AT(snd_sb_csp_info);
	x->acc_rates = SNDRV_SB_CSP_RATE_11025 | SNDRV_SB_CSP_RATE_44100;
	x->state = SNDRV_SB_CSP_ST_RUNNING;
	succeeds(SNDRV_SB_CSP_IOCTL_INFO, "ioctl(-1, SNDRV_SB_CSP_IOCTL_INFO, {codec_name=\"\", func_nr=0, acc_format=0, acc_channels=0, acc_width=0, "
	         "acc_rates=SNDRV_SB_CSP_RATE_11025|SNDRV_SB_CSP_RATE_44100, csp_mode=SNDRV_SB_CSP_MODE_NONE, run_channels=0, run_width=0, version=0, "
	         "state=SNDRV_SB_CSP_ST_RUNNING})");
#endif
#ifdef SCARLETT2_IOCTL_SELECT_FLASH_SEGMENT
	*(int *)arena = SCARLETT2_SEGMENT_ID_FIRMWARE;
	succeeds(SCARLETT2_IOCTL_SELECT_FLASH_SEGMENT, "ioctl(-1, SCARLETT2_IOCTL_SELECT_FLASH_SEGMENT, [SCARLETT2_SEGMENT_ID_FIRMWARE])");
	*(int *)arena = 0x10000;
	succeeds(SCARLETT2_IOCTL_PVERSION, "ioctl(-1, FCP_IOCTL_PVERSION or SCARLETT2_IOCTL_PVERSION, [0x10000])");
#endif
#ifdef SNDRV_DM_FM_IOCTL_SET_MODE
	given(SNDRV_DM_FM_IOCTL_SET_MODE, SNDRV_DM_FM_MODE_OPL3, "ioctl(-1, SNDRV_DM_FM_IOCTL_SET_MODE, SNDRV_DM_FM_MODE_OPL3)");
	given(SNDRV_DM_FM_IOCTL_SET_CONNECTION, 0x3f, "ioctl(-1, SNDRV_DM_FM_IOCTL_SET_CONNECTION, 0x3f)");
#endif
#ifdef SNDRV_EMUX_IOCTL_LOAD_PATCH
	struct soundfont_patch_info *f = &AT(soundfont_patch_info);
	*f = (struct soundfont_patch_info){.key = SNDRV_OSS_SOUNDFONT_PATCH, .device_no = -1, .len = 100, .type = SNDRV_SFNT_MAP_PRESET};
	succeeds(SNDRV_EMUX_IOCTL_LOAD_PATCH, "ioctl(-1, SNDRV_EMUX_IOCTL_LOAD_PATCH, {key=0x7fd, device_no=-1, sf_id=0, optarg=0, len=100, type=SNDRV_SFNT_MAP_PRESET})");
#endif
#ifdef SNDRV_HDSP_IOCTL_UPLOAD_FIRMWARE
	((struct hdsp_firmware *)memset(arena, 0, 64))->firmware_data = memset(arena + 0x800, 0x55, 0x18000);
	succeeds(SNDRV_HDSP_IOCTL_UPLOAD_FIRMWARE, "ioctl(-1, SNDRV_HDSP_IOCTL_UPLOAD_FIRMWARE, {firmware_data=\"\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55"
	         "\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\\x55\"...})");
#endif
}

int main(void)
{
	family_start();
	fill(arena, 0x6000, ONE);
#ifdef SNDRV_SEQ_IOCTL_SET_QUEUE_TEMPO
	R(SNDRV_SEQ_IOCTL_SET_QUEUE_TEMPO, IN, snd_seq_queue_tempo);
#endif
#ifdef SNDRV_SEQ_IOCTL_REMOVE_EVENTS
	R(SNDRV_SEQ_IOCTL_REMOVE_EVENTS, IN, snd_seq_remove_events);
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_QUEUE_CLIENT
	R(SNDRV_SEQ_IOCTL_SET_QUEUE_CLIENT, IN, snd_seq_queue_client);
#endif
#ifdef SNDRV_SEQ_IOCTL_SUBSCRIBE_PORT
	R(SNDRV_SEQ_IOCTL_SUBSCRIBE_PORT, IN, snd_seq_port_subscribe);
#endif
#ifdef SNDRV_SEQ_IOCTL_UNSUBSCRIBE_PORT
	R(SNDRV_SEQ_IOCTL_UNSUBSCRIBE_PORT, IN, snd_seq_port_subscribe);
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_CLIENT_POOL
	R(SNDRV_SEQ_IOCTL_SET_CLIENT_POOL, IN, snd_seq_client_pool);
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_QUEUE_TIMER
	R(SNDRV_SEQ_IOCTL_SET_QUEUE_TIMER, IN, snd_seq_queue_timer);
#endif
#ifdef SNDRV_SEQ_IOCTL_DELETE_QUEUE
	R(SNDRV_SEQ_IOCTL_DELETE_QUEUE, IN, snd_seq_queue_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_DELETE_PORT
	R(SNDRV_SEQ_IOCTL_DELETE_PORT, IN, snd_seq_port_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_PORT_INFO
	R(SNDRV_SEQ_IOCTL_SET_PORT_INFO, IN, snd_seq_port_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_CLIENT_INFO
	R(SNDRV_SEQ_IOCTL_SET_CLIENT_INFO, IN, snd_seq_client_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_CLIENT_ID
	R(SNDRV_SEQ_IOCTL_CLIENT_ID, OUT, int);
#endif
#ifdef SNDRV_SEQ_IOCTL_RUNNING_MODE
	R(SNDRV_SEQ_IOCTL_RUNNING_MODE, INOUT, snd_seq_running_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_QUEUE_TEMPO
	R(SNDRV_SEQ_IOCTL_GET_QUEUE_TEMPO, INOUT, snd_seq_queue_tempo);
#endif
#ifdef SNDRV_SEQ_IOCTL_SYSTEM_INFO
	R(SNDRV_SEQ_IOCTL_SYSTEM_INFO, INOUT, snd_seq_system_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_QUEUE_CLIENT
	R(SNDRV_SEQ_IOCTL_GET_QUEUE_CLIENT, INOUT, snd_seq_queue_client);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_SUBSCRIPTION
	R(SNDRV_SEQ_IOCTL_GET_SUBSCRIPTION, INOUT, snd_seq_port_subscribe);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_CLIENT_POOL
	R(SNDRV_SEQ_IOCTL_GET_CLIENT_POOL, INOUT, snd_seq_client_pool);
#endif
#ifdef SNDRV_SEQ_IOCTL_QUERY_SUBS
	R(SNDRV_SEQ_IOCTL_QUERY_SUBS, INOUT, snd_seq_query_subs);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_QUEUE_STATUS
	R(SNDRV_SEQ_IOCTL_GET_QUEUE_STATUS, INOUT, snd_seq_queue_status);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_QUEUE_TIMER
	R(SNDRV_SEQ_IOCTL_GET_QUEUE_TIMER, INOUT, snd_seq_queue_timer);
#endif
#ifdef SNDRV_SEQ_IOCTL_CREATE_QUEUE
	R(SNDRV_SEQ_IOCTL_CREATE_QUEUE, INOUT, snd_seq_queue_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_QUEUE_INFO
	R(SNDRV_SEQ_IOCTL_GET_QUEUE_INFO, INOUT, snd_seq_queue_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_QUEUE_INFO
	R(SNDRV_SEQ_IOCTL_SET_QUEUE_INFO, INOUT, snd_seq_queue_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_NAMED_QUEUE
	R(SNDRV_SEQ_IOCTL_GET_NAMED_QUEUE, INOUT, snd_seq_queue_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_CREATE_PORT
	R(SNDRV_SEQ_IOCTL_CREATE_PORT, INOUT, snd_seq_port_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_PORT_INFO
	R(SNDRV_SEQ_IOCTL_GET_PORT_INFO, INOUT, snd_seq_port_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_QUERY_NEXT_PORT
	R(SNDRV_SEQ_IOCTL_QUERY_NEXT_PORT, INOUT, snd_seq_port_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_CLIENT_INFO
	R(SNDRV_SEQ_IOCTL_GET_CLIENT_INFO, INOUT, snd_seq_client_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_QUERY_NEXT_CLIENT
	R(SNDRV_SEQ_IOCTL_QUERY_NEXT_CLIENT, INOUT, snd_seq_client_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_GET_CLIENT_UMP_INFO
	R(SNDRV_SEQ_IOCTL_GET_CLIENT_UMP_INFO, INOUT, snd_seq_client_ump_info);
#endif
#ifdef SNDRV_SEQ_IOCTL_SET_CLIENT_UMP_INFO
	R(SNDRV_SEQ_IOCTL_SET_CLIENT_UMP_INFO, INOUT, snd_seq_client_ump_info);
#endif
#ifdef SNDRV_COMPRESS_TASK_FREE
	R(SNDRV_COMPRESS_TASK_FREE, IN, __u64);
#endif
#ifdef SNDRV_COMPRESS_TASK_STOP
	R(SNDRV_COMPRESS_TASK_STOP, IN, __u64);
#endif
#ifdef SNDRV_COMPRESS_SET_METADATA
	R(SNDRV_COMPRESS_SET_METADATA, IN, snd_compr_metadata);
#endif
#ifdef SNDRV_COMPRESS_SET_PARAMS
	R(SNDRV_COMPRESS_SET_PARAMS, IN, snd_compr_params);
#endif
#ifdef SNDRV_COMPRESS_TSTAMP
	R(SNDRV_COMPRESS_TSTAMP, OUT, snd_compr_tstamp);
#endif
#ifdef SNDRV_COMPRESS_AVAIL
	R(SNDRV_COMPRESS_AVAIL, OUT, snd_compr_avail);
#endif
#ifdef SNDRV_COMPRESS_TSTAMP64
	R(SNDRV_COMPRESS_TSTAMP64, OUT, snd_compr_tstamp64);
#endif
#ifdef SNDRV_COMPRESS_AVAIL64
	R(SNDRV_COMPRESS_AVAIL64, OUT, snd_compr_avail64);
#endif
#ifdef SNDRV_COMPRESS_GET_PARAMS
	R(SNDRV_COMPRESS_GET_PARAMS, OUT, snd_codec);
#endif
#ifdef SNDRV_COMPRESS_GET_METADATA
	R(SNDRV_COMPRESS_GET_METADATA, INOUT, snd_compr_metadata);
#endif
#ifdef SNDRV_COMPRESS_TASK_STATUS
	R(SNDRV_COMPRESS_TASK_STATUS, INOUT, snd_compr_task_status);
#endif
#ifdef SNDRV_COMPRESS_TASK_CREATE
	R(SNDRV_COMPRESS_TASK_CREATE, INOUT, snd_compr_task);
#endif
#ifdef SNDRV_COMPRESS_TASK_START
	R(SNDRV_COMPRESS_TASK_START, INOUT, snd_compr_task);
#endif
#ifdef SNDRV_COMPRESS_GET_CAPS
	R(SNDRV_COMPRESS_GET_CAPS, OUT, snd_compr_caps);
#endif
#ifdef SNDRV_COMPRESS_GET_CODEC_CAPS
	R(SNDRV_COMPRESS_GET_CODEC_CAPS, OUT, snd_compr_codec_caps);
#endif
#ifdef SNDRV_DM_FM_IOCTL_SET_PARAMS
	R(SNDRV_DM_FM_IOCTL_SET_PARAMS, IN, snd_dm_fm_params);
#endif
#ifdef SNDRV_DM_FM_IOCTL_PLAY_NOTE
	R(SNDRV_DM_FM_IOCTL_PLAY_NOTE, IN, snd_dm_fm_note);
#endif
#ifdef SNDRV_DM_FM_IOCTL_SET_VOICE
	R(SNDRV_DM_FM_IOCTL_SET_VOICE, IN, snd_dm_fm_voice);
#endif
#ifdef SNDRV_DM_FM_IOCTL_INFO
	R(SNDRV_DM_FM_IOCTL_INFO, OUT, snd_dm_fm_info);
#endif
#ifdef SNDRV_EMU10K1_IOCTL_TRAM_SETUP
	R(SNDRV_EMU10K1_IOCTL_TRAM_SETUP, IN, int);
#endif
#ifdef SNDRV_EMU10K1_IOCTL_SINGLE_STEP
	R(SNDRV_EMU10K1_IOCTL_SINGLE_STEP, IN, int);
#endif
#ifdef SNDRV_EMU10K1_IOCTL_PCM_POKE
	R(SNDRV_EMU10K1_IOCTL_PCM_POKE, IN, snd_emu10k1_fx8010_pcm_rec);
#endif
#ifdef SNDRV_EMU10K1_IOCTL_INFO
	R(SNDRV_EMU10K1_IOCTL_INFO, OUT, snd_emu10k1_fx8010_info);
#endif
#ifdef SNDRV_EMU10K1_IOCTL_PCM_PEEK
	R(SNDRV_EMU10K1_IOCTL_PCM_PEEK, INOUT, snd_emu10k1_fx8010_pcm_rec);
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_GET_INFO
	R(SNDRV_FIREWIRE_IOCTL_GET_INFO, OUT, snd_firewire_get_info);
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_MOTU_REGISTER_DSP_METER
	R(SNDRV_FIREWIRE_IOCTL_MOTU_REGISTER_DSP_METER, OUT, snd_firewire_motu_register_dsp_meter);
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_TASCAM_STATE
	R(SNDRV_FIREWIRE_IOCTL_TASCAM_STATE, OUT, snd_firewire_tascam_state);
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_MOTU_REGISTER_DSP_PARAMETER
	R(SNDRV_FIREWIRE_IOCTL_MOTU_REGISTER_DSP_PARAMETER, OUT, snd_firewire_motu_register_dsp_parameter);
#endif
#ifdef SNDRV_FIREWIRE_IOCTL_MOTU_COMMAND_DSP_METER
	R(SNDRV_FIREWIRE_IOCTL_MOTU_COMMAND_DSP_METER, OUT, snd_firewire_motu_command_dsp_meter);
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_VERSION
	R(SNDRV_HDSP_IOCTL_GET_VERSION, OUT, hdsp_version);
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_9632_AEB
	R(SNDRV_HDSP_IOCTL_GET_9632_AEB, OUT, hdsp_9632_aeb);
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_CONFIG_INFO
	R(SNDRV_HDSP_IOCTL_GET_CONFIG_INFO, OUT, hdsp_config_info);
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_PEAK_RMS
	R(SNDRV_HDSP_IOCTL_GET_PEAK_RMS, OUT, hdsp_peak_rms);
#endif
#ifdef SNDRV_HDSP_IOCTL_GET_MIXER
	R(SNDRV_HDSP_IOCTL_GET_MIXER, OUT, hdsp_mixer);
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_MIXER
	R(SNDRV_HDSPM_IOCTL_GET_MIXER, IN, hdspm_mixer_ioctl);
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_LTC
	R(SNDRV_HDSPM_IOCTL_GET_LTC, OUT, hdspm_ltc);
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_CONFIG
	R(SNDRV_HDSPM_IOCTL_GET_CONFIG, OUT, hdspm_config);
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_STATUS
	R(SNDRV_HDSPM_IOCTL_GET_STATUS, OUT, hdspm_status);
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_VERSION
	R(SNDRV_HDSPM_IOCTL_GET_VERSION, OUT, hdspm_version);
#endif
#ifdef SNDRV_HDSPM_IOCTL_GET_PEAK_RMS
	R(SNDRV_HDSPM_IOCTL_GET_PEAK_RMS, OUT, hdspm_peak_rms);
#endif
#ifdef SNDRV_SB_CSP_IOCTL_START
	R(SNDRV_SB_CSP_IOCTL_START, IN, snd_sb_csp_start);
#endif
#ifdef SNDRV_SB_CSP_IOCTL_INFO
	R(SNDRV_SB_CSP_IOCTL_INFO, OUT, snd_sb_csp_info);
#endif
#ifdef SCARLETT2_IOCTL_GET_ERASE_PROGRESS
	R(SCARLETT2_IOCTL_GET_ERASE_PROGRESS, OUT, scarlett2_flash_segment_erase_progress);
#endif
#ifdef SNDRV_EMUX_IOCTL_MEM_AVAIL
	R(SNDRV_EMUX_IOCTL_MEM_AVAIL, OUT, int);
#endif
#ifdef SNDRV_EMUX_IOCTL_LOAD_PATCH
	R(SNDRV_EMUX_IOCTL_LOAD_PATCH, IN, soundfont_patch_info);
#endif
#ifdef SNDRV_EMUX_IOCTL_MISC_MODE
	R(SNDRV_EMUX_IOCTL_MISC_MODE, IN, snd_emux_misc_mode);
#endif
#ifdef SNDRV_USB_STREAM_IOCTL_SET_PARAMS
	R(SNDRV_USB_STREAM_IOCTL_SET_PARAMS, IN, usb_stream_config);
#endif
	sequencer();
	compressed();
	emu10k1();
	cards();
	return 0;
}
