/* Keeping what was typed as a draft, and saying so where that cannot be done. */
#include "casework/drafts.h"
#include "screens.h"

bool keep_typed(struct tui *t, const char *form, const char *subject, const char *summary, const char *fields)
{
	struct fault f = {0};

	if (casework_draft_keep(casework_of(t), form, subject, summary, fields, &f))
		return true;
	tui_say(t, "What you type is not kept as a draft. %s", f.message);
	return false;
}
