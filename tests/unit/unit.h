/* What every unit test includes: cmocka needs these before it. */
#ifndef RINGSIDE_TESTS_UNIT_H
#define RINGSIDE_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#endif
