/* The names of the filter classes, in the order of enum call_class. */
#include "desc/table.h"

static const char *const class_names[CLASS_COUNT] = {
	"%file", "%desc", "%network", "%process", "%signal", "%ipc", "%memory", "%creds", "%clock",
	"%pure", "%stat", "%lstat", "%fstat", "%%stat", "%statfs", "%fstatfs", "%%statfs",
};

const char *const *desc_class_names(void)
{
	return class_names;
}
