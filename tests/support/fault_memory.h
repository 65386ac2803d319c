/* SQLite's own allocator, refusing when told to. */
#ifndef SUPPORT_FAULT_MEMORY_H
#define SUPPORT_FAULT_MEMORY_H

#include <stdbool.h>

bool fault_memory_install(void); /* before anything else is asked of SQLite */
/* After so many calls that succeed: one is refused, or that and all that follow. */
void fault_memory_arm(int after, bool forever);
/* How many calls there were since it was armed. */
int fault_memory_disarm(void);

#endif
