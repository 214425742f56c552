/* Which Ringside this is. */
#ifndef RINGSIDE_CMD_VERSION_H
#define RINGSIDE_CMD_VERSION_H

#define RINGSIDE_VERSION "0.1"

#endif
