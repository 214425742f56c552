# Ringside: plain make, no configure step. `make help` lists the targets.
CC ?= gcc
PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wno-missing-field-initializers
ifdef CI
WARN += -Werror
endif
BUILD := build
ifdef SAN
BUILD := build/san
CFLAGS += -fsanitize=address,undefined -fno-omit-frame-pointer
LDFLAGS += -fsanitize=address,undefined
endif
BIN := $(if $(SAN),$(BUILD),bin)
ALL_CFLAGS := -std=gnu11 -D_GNU_SOURCE -Isrc -MMD -MP $(WARN) $(CFLAGS)

LIB_DIRS := base event arch desc task decode filter sink capture cmd
LIB_SRCS := $(filter-out src/desc/descc.c,$(foreach d,$(LIB_DIRS),$(wildcard src/$d/*.c src/$d/custom/*.c)))
LIB_OBJS := $(LIB_SRCS:src/%.c=$(BUILD)/%.o) $(BUILD)/desc/builtin.o
DESCC_SRCS := $(filter-out src/desc/table.c src/desc/expr.c,$(wildcard src/desc/*.c)) $(wildcard src/base/*.c)
DESCC_OBJS := $(DESCC_SRCS:src/%.c=$(BUILD)/%.o)
CALLS := $(sort $(wildcard calls/*.sys calls/*/*.sys))

.PHONY: all clean
all: $(BIN)/ringside $(BIN)/strace

$(BIN)/ringside: $(BUILD)/main.o $(LIB_OBJS)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BIN)/strace: $(BIN)/ringside
	ln -sf ringside $@
$(BUILD)/descc: $(DESCC_OBJS)
	$(CC) $(LDFLAGS) -o $@ $^
$(BUILD)/desc/builtin.c: $(BUILD)/descc calls/numbers.tbl $(CALLS)
	@mkdir -p $(@D)
	$(BUILD)/descc -o $@ calls/numbers.tbl $(CALLS)
$(BUILD)/desc/builtin.o: $(BUILD)/desc/builtin.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<
$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<
clean:
	rm -rf build bin
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
