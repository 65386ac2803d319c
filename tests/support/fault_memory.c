/* SQLite's own allocator, refusing when told to. */
#include "fault_memory.h"

#include <sqlite3.h>
#include <stddef.h>

static struct {
	sqlite3_mem_methods real;
	bool armed, forever;
	int counted, after;
} memory;

static bool memory_fails(void)
{
	bool fails;

	if (!memory.armed)
		return false;
	fails = memory.forever ? memory.counted >= memory.after : memory.counted == memory.after;
	memory.counted++;
	return fails;
}

static void *failing_malloc(int bytes)
{
	return memory_fails() ? NULL : memory.real.xMalloc(bytes);
}

static void *failing_realloc(void *old, int bytes)
{
	return memory_fails() ? NULL : memory.real.xRealloc(old, bytes);
}

bool fault_memory_install(void)
{
	sqlite3_mem_methods ours;

	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real);
	ours = memory.real;
	ours.xMalloc = failing_malloc;
	ours.xRealloc = failing_realloc;
	return sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK;
}

void fault_memory_arm(int after, bool forever)
{
	memory.forever = forever;
	memory.after = after;
	memory.counted = 0;
	memory.armed = true;
}

int fault_memory_disarm(void)
{
	memory.armed = false;
	return memory.counted;
}
