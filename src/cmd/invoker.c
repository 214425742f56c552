/* The user who started us with root's rights: see invoker.h. */
#include "cmd/invoker.h"

#include <limits.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "capture/ebpf_rights.h"
#include "cmd/trace_opts.h"

static bool is_id(const char *text, int64_t *out)
{
	return text && str_number(text, 0, UINT32_MAX - 1, out) == 0;
}

static const struct passwd *entry_of_id(const char *text)
{
	int64_t uid;

	return is_id(text, &uid) ? getpwuid((uid_t)uid) : NULL;
}

/* sudo says all; of the others' users the system knows the rest. */
static bool find(struct ptrace_user *out)
{
	static char name[256];
	const char *sudo = getenv("SUDO_USER"), *doas = getenv("DOAS_USER");
	int64_t uid, gid;

	if (sudo && is_id(getenv("SUDO_UID"), &uid) && is_id(getenv("SUDO_GID"), &gid)) {
		*out = (struct ptrace_user){.uid = (uid_t)uid, .gid = (gid_t)gid, .name = sudo};
		return true;
	}
	const struct passwd *p = doas ? getpwnam(doas) : entry_of_id(getenv("PKEXEC_UID"));
	if (!p)
		return false;
	snprintf(name, sizeof(name), "%s", p->pw_name);
	*out = (struct ptrace_user){.uid = p->pw_uid, .gid = p->pw_gid, .name = name};
	return true;
}

/* Variables that say who somebody is, and what they say of whom. */
enum trait { HOME, USER, LOGNAME, SHELL, TRAITS };

static const char *const traits[] = {[HOME] = "HOME", [USER] = "USER", [LOGNAME] = "LOGNAME", [SHELL] = "SHELL"};

static const char *trait_of(const struct passwd *p, enum trait t)
{
	return t == HOME ? p->pw_dir : t == SHELL ? p->pw_shell : p->pw_name;
}

/* What they say of root is to be said of the user. What they say otherwise was meant to stay. */
static void change_traits(struct trace_opts *o, uid_t uid)
{
	static char texts[TRAITS][PATH_MAX];
	bool stale[TRAITS] = {false};
	const struct passwd *p = getpwuid(0);

	for (enum trait t = 0; t < TRAITS && p; t++) {
		const char *now = getenv(traits[t]);
		stale[t] = now && strcmp(now, trait_of(p, t)) == 0;
	}
	p = getpwuid(uid);
	for (enum trait t = 0; t < TRAITS && p; t++) {
		snprintf(texts[t], sizeof(texts[t]), "%s=%s", traits[t], trait_of(p, t));
		if (stale[t])
			*vec_push(&o->env) = texts[t];
	}
}

static void change_env(struct trace_opts *o, uid_t uid)
{
	static const char *const theirs[] = {"SUDO_USER", "SUDO_UID", "SUDO_GID", "SUDO_COMMAND", "SUDO_HOME", "DOAS_USER", "PKEXEC_UID"};
	size_t said = o->env.len;

	change_traits(o, uid);
	for (size_t i = 0; i < sizeof(theirs) / sizeof(theirs[0]); i++)
		*vec_push(&o->env) = theirs[i];
	/* -E has the last word. */
	for (size_t i = 0; i < said; i++) {
		const char *change = o->env.at[i];
		*vec_push(&o->env) = change;
	}
}

void invoker_take(struct trace_opts *o)
{
	struct ptrace_user user;

	if (o->user_name || geteuid() || ebpf_in_user_namespace() || !find(&user))
		return;
	o->user_name = user.name;
	o->user = user;
	change_env(o, user.uid);
}
