/* See page.h. The file is empty where it could not be built. */
#include "cmd/page.h"

#include <stddef.h>

extern const char page_text[];
__asm__(".pushsection .rodata\n"
	".globl page_text\n"
	"page_text:\n"
	".incbin \"" PAGE_HTML "\"\n"
	".byte 0\n"
	".popsection\n");

const char *page_html(void)
{
	return page_text[0] ? page_text : NULL;
}
