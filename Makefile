# Ringside: plain make, no configure step. `make help` lists the targets.
CC ?= gcc
PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wno-missing-field-initializers
# Not with sanitizers: what they insert makes gcc see ghosts.
ifdef CI
WARN += $(if $(SAN),,-Werror)
endif
# A line for each file; V=1 shows the commands.
tell = $(if $(V),,@$(if $(findstring s,$(firstword -$(MAKEFLAGS))),,echo '  $1 $@' && ))
BUILD := build
ifdef SAN
BUILD := build/san
CFLAGS += -fsanitize=address,undefined -fno-omit-frame-pointer
LDFLAGS += -fsanitize=address,undefined
endif
BIN := $(if $(SAN),$(BUILD),bin)
LDLIBS += -pthread -lm
ALL_CFLAGS := -pthread -std=gnu11 -D_GNU_SOURCE -Isrc -MMD -MP $(WARN) $(CFLAGS)

# Tapes are not compressed where zstd is missing, and those of others cannot be read.
ifeq ($(shell printf '\#include <zstd.h>\n' | $(CC) -E - >/dev/null 2>&1 && echo yes),yes)
ALL_CFLAGS += -DHAVE_ZSTD
LDLIBS += $(shell pkg-config --libs libzstd 2>/dev/null || echo -lzstd)
endif

# Without jansson, replay --from-json says so.
ifeq ($(shell printf '\#include <jansson.h>\n' | $(CC) -E - >/dev/null 2>&1 && echo yes),yes)
ALL_CFLAGS += -DHAVE_JANSSON
LDLIBS += $(shell pkg-config --libs jansson 2>/dev/null || echo -ljansson)
endif

# The eBPF engine: programs of src/capture/bpf, compiled and embedded. Without what that takes, --engine=ebpf names what was missing.
BPF_CLANG ?= clang
BPFTOOL ?= $(firstword $(shell command -v bpftool) $(wildcard /usr/sbin/bpftool) bpftool)
have_header = $(shell printf '\#include <stddef.h>\n\#include <stdint.h>\n\#include <$1>\n' | $(CC) -E - >/dev/null 2>&1 && echo yes)
BPF_LACKS := $(if $(filter x86_64,$(shell uname -m)),,x86_64) \
	$(if $(shell echo 'int x;' | $(BPF_CLANG) -target bpf -c -xc -o /dev/null - 2>/dev/null && echo yes),,clang) \
	$(if $(shell $(BPFTOOL) version 2>/dev/null),,bpftool) $(if $(call have_header,bpf/libbpf.h),,libbpf) $(if $(call have_header,gelf.h),,libelf)
ifeq ($(strip $(BPF_LACKS)),)
BPF_SKELETONS := $(patsubst src/capture/bpf/%.bpf.c,$(BUILD)/bpf/%.skel.h,$(wildcard src/capture/bpf/*.bpf.c))
ALL_CFLAGS += -DHAVE_BPF -I$(BUILD)/bpf
LDLIBS += -lbpf -lelf -lz
else
ALL_CFLAGS += -DBPF_LACKS='"$(strip $(BPF_LACKS))"'
endif
# -mcpu=v3: atomic operations, in kernels since 5.12.
BPF_CFLAGS := -O2 -g -target bpf -mcpu=v3 -D__TARGET_ARCH_x86 -Isrc -idirafter /usr/include/$(shell $(CC) -print-multiarch) -Wall -Wextra -Werror \
	-Wno-missing-field-initializers -Wno-unused-parameter

# The vDSO's functions are listed by libelf.
ifeq ($(call have_header,gelf.h),yes)
ALL_CFLAGS += -DHAVE_GELF
LDLIBS += -lelf
endif

# The data of `ringside report`'s page, which browsers unpack as gzip.
ifeq ($(call have_header,zlib.h),yes)
ALL_CFLAGS += -DHAVE_ZLIB
LDLIBS += -lz
endif

# `ringside view` serves by libmicrohttpd, and says when it is not there.
ifeq ($(call have_header,microhttpd.h),yes)
ALL_CFLAGS += -DHAVE_MICROHTTPD
LDLIBS += -ldl
endif

# Stacks (-k) take libdw; without it, asking for them is an error.
SYMBOL_WITHOUT := none
ifeq ($(call have_header,elfutils/libdwfl.h),yes)
ALL_CFLAGS += -DHAVE_LIBDW
LDLIBS += $(shell pkg-config --libs libdw libelf 2>/dev/null || echo -ldw -lelf)
else
SYMBOL_WITHOUT := image names rules unwind
endif

LIB_DIRS := base event arch symbol desc task decode filter tape sink capture insight cmd
LIB_SRCS := $(filter-out src/desc/descc.c $(SYMBOL_WITHOUT:%=src/symbol/%.c),$(foreach d,$(LIB_DIRS),$(wildcard src/$d/*.c src/$d/custom/*.c)))
LIB_OBJS := $(LIB_SRCS:src/%.c=$(BUILD)/%.o) $(BUILD)/desc/builtin.o
DESCC_SRCS := $(filter-out src/desc/table.c src/desc/expr.c src/desc/load.c src/desc/about.c,$(wildcard src/desc/*.c)) $(wildcard src/base/*.c)
DESCC_OBJS := $(DESCC_SRCS:src/%.c=$(BUILD)/%.o)
CALLS := $(sort $(wildcard calls/*.sys calls/*/*.sys))

UNIT := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/*.c))
LIVE := $(patsubst tests/live/%.c,$(BUILD)/tests/live/%,$(wildcard tests/live/*.c))
LIVE += $(patsubst tests/live/%.c,$(BUILD)/tests/live/%-32,$(shell grep -l '^ \*.*; i386\b' tests/live/*.c))
SOCKETS := $(patsubst tests/sockets/%.c,$(BUILD)/tests/sockets/%,$(wildcard tests/sockets/*.c))
SOCKETS += $(patsubst tests/sockets/%.c,$(BUILD)/tests/sockets/%-32,$(shell grep -l '^ \*.*\bi386\b' tests/sockets/*.c))
EBPF := $(patsubst tests/ebpf/%.c,$(BUILD)/tests/ebpf/%,$(wildcard tests/ebpf/*.c))
FUZZ := $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,$(wildcard tests/fuzz/*.c))
BENCH := $(patsubst bench/%.c,$(BUILD)/bench/%,$(filter-out $(if $(BPF_SKELETONS),,bench/empty.c bench/verified.c),$(filter-out %.bpf.c,$(wildcard bench/*.c))))
TESTS ?= $(sort $(wildcard tests/*/run))

.PHONY: all run check check-long golden-update bench install deps deps-run clean help
all: $(BIN)/ringside $(BIN)/strace ## build bin/ringside and the link bin/strace (SAN=1: with ASan and UBSan, in build/san)

$(BIN)/ringside: $(BUILD)/main.o $(LIB_OBJS)
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BIN)/strace: $(BIN)/ringside
	$(call tell,LINK)ln -sf ringside $@
$(BUILD)/descc: $(DESCC_OBJS)
	$(call tell,LINK)$(CC) $(LDFLAGS) -o $@ $^
$(BUILD)/desc/builtin.c: $(BUILD)/descc calls/numbers.tbl $(CALLS)
	@mkdir -p $(@D)
	$(call tell,GEN )$(BUILD)/descc -o $@ calls/numbers.tbl $(CALLS)
$(BUILD)/desc/builtin.o: $(BUILD)/desc/builtin.c
	$(call tell,CC  )$(CC) $(ALL_CFLAGS) -c -o $@ $<
# Explanations are part of the program as they are.
$(BUILD)/about.txt: $(sort $(wildcard calls/about/*.txt))
	@mkdir -p $(@D)
	$(call tell,GEN )cat $^ >$@
$(BUILD)/desc/about.o: $(BUILD)/about.txt
$(BUILD)/desc/about.o: ALL_CFLAGS += -DABOUT_TEXTS='"$(BUILD)/about.txt"'
build/web/page.html: $(wildcard web/src/* web/*.mjs web/*.json)
	@mkdir -p $(@D)
	@if command -v node >/dev/null && command -v npm >/dev/null && (cd web && npm ci --no-audit --no-fund --loglevel=error >&2) && node web/build.mjs "$$PWD/$@"; \
	then echo 'page: $@'; else echo 'make: the page of ringside report could not be built (node, npm and its registry are needed)' >&2; : >$@; fi
$(BUILD)/cmd/page.o: build/web/page.html
$(BUILD)/cmd/page.o: ALL_CFLAGS += -DPAGE_HTML='"build/web/page.html"'
$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(call tell,CC  )$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/bpf/%.bpf.o: src/capture/bpf/%.bpf.c
	@mkdir -p $(@D)
	$(call tell,BPF )$(BPF_CLANG) $(BPF_CFLAGS) -MMD -MP -c -o $@ $<
.PRECIOUS: $(BUILD)/bpf/%.bpf.o
# bpftool leaves DWARF out, which is most of it.
$(BUILD)/bpf/%.skel.h: $(BUILD)/bpf/%.bpf.o
	$(if $(V),,@)$(BPFTOOL) gen object $(@:.skel.h=.bpf.lean) $<
	$(call tell,GEN )$(BPFTOOL) gen skeleton $(@:.skel.h=.bpf.lean) name $*_bpf >$@.new && mv $@.new $@
$(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/capture/ebpf*.c)): $(BPF_SKELETONS)

# What is missing gets installed once; after that these cost some milliseconds.
deps: ## install what building and testing need and this machine lacks
	@tests/deps check
deps-run:
	@tests/deps run

run: deps-run ## build, then trace `ls -l`: the first lines, and a summary
	@$(MAKE) --no-print-directory -j$$(nproc) all
	@BIN=$(BIN) tests/demo

TEST_ENV = BIN='$(abspath $(BIN))' BUILD='$(abspath $(BUILD))' SAN_BUILD='$(abspath build/san)' DESCC='$(abspath $(BUILD)/descc)'

# Fuzzing and golden tests run with sanitizers, where the compiler has them.
HAVE_SAN = $(shell echo 'int main(void) { return 0; }' | $(CC) -fsanitize=address,undefined -xc -o /dev/null - 2>/dev/null && echo yes)
check: deps ## build, then run all tests (TESTS=tests/live/run: only those)
	@$(MAKE) --no-print-directory -j$$(nproc) all tests-built
	@$(if $(HAVE_SAN),$(MAKE) --no-print-directory -s -j$$(nproc) SAN=1 all san-tests-built)
	@$(TEST_ENV) tests/all $(TESTS)

check-long: check ## ... and those that take their time: 10 million calls, every compat program with every option
	@$(TEST_ENV) LONG=1 prove --timer --exec '' tests/memory/run tests/compat/run tests/stress/run

golden-update: all ## accept the present output as the golden one; review the diff like code
	@$(TEST_ENV) tests/golden/run --update

.PHONY: tests-built san-tests-built
tests-built: $(UNIT) $(LIVE) $(EBPF) $(SOCKETS) $(BUILD)/descc $(BUILD)/tests/tape/tape $(BUILD)/tests/options/subject $(BUILD)/tests/options/subject32
san-tests-built: $(FUZZ) $(BUILD)/tests/tape/tape

# Linked against all there is except main(). Without cmocka there are no unit tests; tests/unit/run says so.
HAVE_CMOCKA := $(shell printf '\#include <stdarg.h>\n\#include <stddef.h>\n\#include <stdint.h>\n\#include <setjmp.h>\n\#include <cmocka.h>\n' | $(CC) -E - >/dev/null 2>&1 && echo yes)
ifneq ($(HAVE_CMOCKA),yes)
UNIT :=
endif
$(BUILD)/tests/unit/%: tests/unit/%.c $(LIB_OBJS)
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIB_OBJS) $(LDLIBS) -lcmocka
$(BUILD)/tests/tape/tape $(BUILD)/tests/fuzz/tape: ALL_CFLAGS += -Itests/tape
$(BUILD)/tests/tape/tape: tests/tape/tape.c tests/tape/events.c tests/tape/events.h $(LIB_OBJS)
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ tests/tape/tape.c tests/tape/events.c $(LIB_OBJS) $(LDLIBS)
$(BUILD)/tests/fuzz/tape: tests/fuzz/tape.c tests/tape/events.c tests/tape/events.h $(LIB_OBJS)
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ tests/fuzz/tape.c tests/tape/events.c $(LIB_OBJS) $(LDLIBS)
$(BUILD)/tests/fuzz/%: tests/fuzz/%.c $(LIB_OBJS)
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIB_OBJS) $(LDLIBS)

# Whether 32-bit programs can be built, and run: not every kernel and not every virtual machine takes them. Tests skip those that are not there.
HAS_32 := $(BUILD)/tests/has-32
$(HAS_32):
	@mkdir -p $(@D)
	@echo 'int main(void) { return 0; }' | $(CC) -m32 -static -x c -o $@.bin - 2>/dev/null && $@.bin 2>/dev/null && echo yes >$@ || echo no >$@
build_32 = @if grep -q yes $(HAS_32); then $(CC) $(LIVE_FLAGS) $(1) -m32 -static -o $@ $< -pthread; else echo 'no 32-bit programs here: $(@F) is skipped'; fi
# What is traced is plain: no sanitizers in it, and no optimisation that would move its calls.
LIVE_FLAGS = -std=gnu11 -D_GNU_SOURCE -O0 -g $(WARN) -Wno-unused-result
$(BUILD)/tests/live/%: tests/live/%.c tests/live/expect.h
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(LIVE_FLAGS) -o $@ $< -pthread
$(BUILD)/tests/live/%-32: tests/live/%.c tests/live/expect.h | $(HAS_32)
	@mkdir -p $(@D)
	$(call build_32)
# Static, so that it makes few calls of its own. It passes addresses that are none on purpose.
$(BUILD)/tests/options/subject: tests/options/subject.c
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(LIVE_FLAGS) -Wno-nonnull -Wno-stringop-overflow -Wno-stringop-overread -static -o $@ $< -pthread
$(BUILD)/tests/options/subject32: tests/options/subject.c | $(HAS_32)
	@mkdir -p $(@D)
	$(call build_32,-w)
$(BUILD)/tests/sockets/%: tests/sockets/%.c $(wildcard tests/sockets/*.h)
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(LIVE_FLAGS) -o $@ $<
$(BUILD)/tests/sockets/%-32: tests/sockets/%.c $(wildcard tests/sockets/*.h) | $(HAS_32)
	@mkdir -p $(@D)
	$(call build_32)

# Programs that are traced by these suites.
SUBJECTS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/inject/*.c tests/control/*.c tests/stress/*.c))
tests-built: $(SUBJECTS)
$(SUBJECTS): $(BUILD)/%: %.c
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(LIVE_FLAGS) -o $@ $< -pthread

$(BUILD)/tests/ebpf/%: tests/ebpf/%.c
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) -std=gnu11 -D_GNU_SOURCE -O1 -g $(WARN) -o $@ $< -pthread
$(BUILD)/tests/live/i386: tests/live/i386.c tests/live/expect.h | $(HAS_32)
	@mkdir -p $(@D)
	$(call build_32)

bench: all $(BENCH) ## what a traced call costs: native, bare ptrace loop, Ringside, strace; as ratios of one run
	@$(TEST_ENV) bench/run
	@$(TEST_ENV) bench/ebpf
	@$(TEST_ENV) bench/page
# What is measured against stands alone; what measures our own parts is linked with them.
$(BUILD)/bench/decode $(BUILD)/bench/tape: $(BUILD)/bench/%: bench/%.c $(LIB_OBJS)
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIB_OBJS) $(LDLIBS)
$(BUILD)/bpf/empty.bpf.o: bench/empty.bpf.c
	@mkdir -p $(@D)
	$(call tell,BPF )$(BPF_CLANG) $(BPF_CFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/bench/empty: $(BUILD)/bpf/empty.skel.h
$(BUILD)/bench/empty $(BUILD)/bench/verified: $(BUILD)/bench/%: bench/%.c
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) -std=gnu11 -D_GNU_SOURCE -O2 -g $(WARN) -I$(BUILD)/bpf -o $@ $< -lbpf -lelf -lz
$(BUILD)/bench/%: bench/%.c
	@mkdir -p $(@D)
	$(call tell,LINK)$(CC) -std=gnu11 -D_GNU_SOURCE -O2 -g $(WARN) -o $@ $< -pthread

install: all ## PREFIX (/usr/local) and DESTDIR as usual
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/man/man1' '$(DESTDIR)$(PREFIX)/share/man/man5'
	install -m 755 $(BIN)/ringside '$(DESTDIR)$(PREFIX)/bin/ringside'
	install -m 644 man/*.1 '$(DESTDIR)$(PREFIX)/share/man/man1/'
	install -m 644 man/*.5 '$(DESTDIR)$(PREFIX)/share/man/man5/'
	install -d '$(DESTDIR)$(PREFIX)/share/bash-completion/completions' '$(DESTDIR)$(PREFIX)/share/zsh/site-functions' '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d'
	$(BIN)/ringside completion bash >'$(DESTDIR)$(PREFIX)/share/bash-completion/completions/ringside'
	$(BIN)/ringside completion zsh >'$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ringside'
	$(BIN)/ringside completion fish >'$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ringside.fish'

clean: ## remove build/ and bin/
	rm -rf build bin

help:
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' Makefile | expand -t 22

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
