/*
 * The commands in the buffers of BINDER_WRITE_READ, which the reference does not know.
 *
 * options: -e trace=ioctl
 */
#include "request.h"

#include <linux/android/binder.h>

/* struct binder_frozen_state_info, since Linux 6.13. */
struct frozen { __u64 cookie; __u32 is_frozen; __u32 reserved; };

enum { WRITTEN = 0x1000, READ = 0x2000, ROOM = 0x800, FILLED = 0x3000 };

static char *end; /* of the commands so far */

static void command(const char *name, unsigned number, const void *more, size_t size, const char *text)
{
	memcpy(end, &number, sizeof(number));
	memcpy(end + sizeof(number), more, size);
	end += sizeof(number) + size;
	put("%s{cmd=%s%s%s}", request_comma, name, *text ? ", " : "", text);
	request_comma = ", ";
}

#define ALONE(cmd) command(#cmd, cmd, "", 0, "")
#define WITH(cmd, text, ...) WITH_AS(#cmd, cmd, text, __VA_ARGS__)
#define WITH_AS(name, number, text, ...) ({ __VA_ARGS__; command(name, number, &with, sizeof(with), text); })
#define HANDLE __u32 with = 7
#define COOKIE __u64 with = 0xc00c1e
#define BOTH struct binder_ptr_cookie with = {0x7000, 0xc00c1e}
#define OF_HANDLE struct binder_handle_cookie with = {.handle = 7, .cookie = 0xc00c1e}
#define TRANSACTION {.target.handle = 7, .code = 0x5f, .flags = TF_ONE_WAY | TF_ACCEPT_FDS, .data_size = 100, .offsets_size = 8, \
	.data.ptr = {0x7100, 0x7200}}
#define TRANSACTION_TEXT "target={handle=7}, cookie=0, code=0x5f, flags=TF_ONE_WAY|TF_ACCEPT_FDS, sender_pid=0, sender_euid=0, " \
	"data_size=100, offsets_size=8, data={ptr={buffer=0x7100, offsets=0x7200}}"

static void begin(char *at)
{
	end = at;
	request_comma = "";
	put("[");
}

static void write_all(void)
{
	WITH(BC_TRANSACTION, TRANSACTION_TEXT, struct binder_transaction_data with = TRANSACTION);
	WITH(BC_REPLY, TRANSACTION_TEXT, struct binder_transaction_data with = TRANSACTION);
	WITH(BC_TRANSACTION_SG, TRANSACTION_TEXT ", buffers_size=24", struct binder_transaction_data_sg with = {TRANSACTION, 24});
	WITH(BC_REPLY_SG, TRANSACTION_TEXT ", buffers_size=24", struct binder_transaction_data_sg with = {TRANSACTION, 24});
	WITH(BC_FREE_BUFFER, "data_ptr=0x7100", __u64 with = 0x7100);
	WITH(BC_INCREFS, "handle=7", HANDLE);
	WITH(BC_ACQUIRE, "handle=7", HANDLE);
	WITH(BC_RELEASE, "handle=7", HANDLE);
	WITH(BC_DECREFS, "handle=7", HANDLE);
	WITH(BC_INCREFS_DONE, "ptr=0x7000, cookie=0xc00c1e", BOTH);
	WITH(BC_ACQUIRE_DONE, "ptr=0x7000, cookie=0xc00c1e", BOTH);
	WITH(BC_ATTEMPT_ACQUIRE, "priority=-3, desc=7", struct binder_pri_desc with = {-3, 7});
	WITH(BC_ACQUIRE_RESULT, "result=-1", __s32 with = -1);
	ALONE(BC_REGISTER_LOOPER);
	ALONE(BC_ENTER_LOOPER);
	ALONE(BC_EXIT_LOOPER);
	WITH(BC_REQUEST_DEATH_NOTIFICATION, "handle=7, cookie=0xc00c1e", OF_HANDLE);
	WITH(BC_CLEAR_DEATH_NOTIFICATION, "handle=7, cookie=0xc00c1e", OF_HANDLE);
	WITH(BC_DEAD_BINDER_DONE, "cookie=0xc00c1e", COOKIE);
	WITH_AS("BC_REQUEST_FREEZE_NOTIFICATION", _IOW('c', 19, struct binder_handle_cookie), "handle=7, cookie=0xc00c1e", OF_HANDLE);
	WITH_AS("BC_CLEAR_FREEZE_NOTIFICATION", _IOW('c', 20, struct binder_handle_cookie), "handle=7, cookie=0xc00c1e", OF_HANDLE);
	WITH_AS("BC_FREEZE_NOTIFICATION_DONE", _IOW('c', 21, binder_uintptr_t), "cookie=0xc00c1e", COOKIE);
}

static void read_all(void)
{
	struct binder_transaction_data call = {.target.ptr = 0x7000, .cookie = 0xc00c1e, .code = 1, .sender_pid = 1234, .sender_euid = 1000};
	const char *text = "target={ptr=0x7000}, cookie=0xc00c1e, code=0x1, flags=0, sender_pid=1234, sender_euid=1000, data_size=0, offsets_size=0, "
	                   "data={ptr={buffer=NULL, offsets=NULL}}";
	char longer[512];

	snprintf(longer, sizeof(longer), "%s, secctx=0x7300", text);
	ALONE(BR_NOOP);
	WITH(BR_TRANSACTION, text, struct binder_transaction_data with = call);
	WITH(BR_TRANSACTION_SEC_CTX, longer, struct binder_transaction_data_secctx with = {.secctx = 0x7300}; with.transaction_data = call);
	WITH(BR_REPLY, text, struct binder_transaction_data with = call);
	WITH(BR_ERROR, "error=-EINVAL", __s32 with = -EINVAL);
	ALONE(BR_OK);
	WITH(BR_ACQUIRE_RESULT, "result=1", __s32 with = 1);
	ALONE(BR_DEAD_REPLY);
	ALONE(BR_TRANSACTION_COMPLETE);
	WITH(BR_INCREFS, "ptr=0x7000, cookie=0xc00c1e", BOTH);
	WITH(BR_ACQUIRE, "ptr=0x7000, cookie=0xc00c1e", BOTH);
	WITH(BR_RELEASE, "ptr=0x7000, cookie=0xc00c1e", BOTH);
	WITH(BR_DECREFS, "ptr=0x7000, cookie=0xc00c1e", BOTH);
	ALONE(BR_SPAWN_LOOPER);
	ALONE(BR_FINISHED);
	WITH(BR_DEAD_BINDER, "cookie=0xc00c1e", COOKIE);
	WITH(BR_CLEAR_DEATH_NOTIFICATION_DONE, "cookie=0xc00c1e", COOKIE);
	ALONE(BR_FAILED_REPLY);
	ALONE(BR_FROZEN_REPLY);
	ALONE(BR_ONEWAY_SPAM_SUSPECT);
	command("BR_TRANSACTION_PENDING_FROZEN", _IO('r', 20), "", 0, "");
	WITH_AS("BR_FROZEN_BINDER", _IOR('r', 21, struct frozen), "cookie=0xc00c1e, is_frozen=1", struct frozen with = {.cookie = 0xc00c1e, .is_frozen = 1});
	WITH_AS("BR_CLEAR_FREEZE_NOTIFICATION_DONE", _IOR('r', 22, binder_uintptr_t), "cookie=0xc00c1e", COOKIE);
}

/*
 * Commands to the driver, and from it. All is there before the call already: an engine that looks when a filter has answered sees
 * what the program had before the call as what the answer left.
 */
static void exchange(void (*written)(void), void (*answers)(void))
{
	struct binder_write_read *b = (struct binder_write_read *)arena;

	memset(arena, 0, FILLED);
	request_length = 0;
	begin(arena + WRITTEN);
	written();
	put("]");
	size_t sent = (size_t)(end - arena - WRITTEN);
	char *commands = strdup(request_line);
	request_length = 0;
	begin(arena + READ);
	answers();
	put("]");
	size_t got = (size_t)(end - arena - READ);
	char *answer = strdup(request_line);

	*b = (struct binder_write_read){.write_size = sent, .write_consumed = sent, .write_buffer = (uintptr_t)arena + WRITTEN, .read_size = ROOM,
	                                .read_consumed = got, .read_buffer = (uintptr_t)arena + READ};
	ok(SYS_ioctl, -1, BINDER_WRITE_READ, arena);
	request_length = 0;
	put("ioctl(-1, BINDER_WRITE_READ, {write_size=%zu, write_consumed=%zu, write_buffer=%s, read_size=%d, read_consumed=%zu, read_buffer=%#lx}", sent, sent,
	    commands, ROOM, got, (unsigned long)arena + READ);
	put(" => {write_consumed=%zu, read_consumed=%zu%s%s})", sent, got, got ? ", read_buffer=" : "", got ? answer : "");
	expect_call(request_line, "0");
	free(commands);
	free(answer);
}

static void enter(void)
{
	ALONE(BC_ENTER_LOOPER);
}

static void nothing(void)
{
}

/* A number that is none, and a command that ends too early. */
static void strange(void)
{
	command("0x4003637f /* BC_??? */", 0x4003637f, "abc", 3, "data=\"\\x61\\x62\\x63\"");
	ALONE(BC_ENTER_LOOPER);
	command("BC_FREE_BUFFER", BC_FREE_BUFFER, "abcd", 4, "");
}

int main(void)
{
	family_start();
	exchange(enter, nothing);
	exchange(write_all, read_all);
	exchange(strange, nothing);
	return 0;
}
