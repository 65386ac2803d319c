/* Whose child is whose, for the table of every call. */
#ifndef TESTS_WHOSE_CALLS_H
#define TESTS_WHOSE_CALLS_H

#include "call_world.h"
#include "casework/whose_child.h"

CALL(whose_child)
{
	struct whose_child out;

	return casework_whose_child(cw, w->family, mem, &out, f);
}

CALL(whose_child_save)
{
	const struct parent_of_list nothing = {0};
	int64_t version;

	(void)mem;
	return casework_whose_child_save(cw, w->family, 1, &nothing, &version, f);
}

#endif
