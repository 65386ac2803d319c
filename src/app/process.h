/* What the process is before it does anything: its files, its rights, its memory, its locale. */
#ifndef APP_PROCESS_H
#define APP_PROCESS_H

#include <stdbool.h>

/* False when not even /dev/null can be opened: nothing may be written then. *is_utf8: the locale shows every script. */
bool process_prepare(bool *is_utf8);

/* No core file and no looking in from another process. A build for finding faults stays open to its tools. */
void process_keep_memory_private(void);

#endif
