/* The page of `ringside report`, built from web/ and carried by the program. */
#ifndef RINGSIDE_CMD_PAGE_H
#define RINGSIDE_CMD_PAGE_H

/* NULL: this build has none, since node, npm or what they fetch were missing. */
const char *page_html(void);

#endif
