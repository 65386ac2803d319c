/* Every verb and query of casework/drafts.h that asks for a right, each called once about the small world. */
#ifndef TESTS_DRAFT_CALLS_H
#define TESTS_DRAFT_CALLS_H

#include "call_world.h"
#include "casework/drafts.h"

CALL(draft_keep)
{
	UNUSED;
	return casework_draft_keep(cw, "request", "", "Request, 1 field", "family\tOkonkwo\n", f);
}

CALL(draft_drop)
{
	UNUSED;
	return casework_draft_drop(cw, "request", "", f);
}

CALL(drafts)
{
	struct draft_list out;

	UNUSED;
	return casework_drafts(cw, mem, &out, f);
}

#endif
