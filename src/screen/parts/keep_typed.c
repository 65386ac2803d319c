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

bool keep_answer(struct tui *t, const char *label, const char *hint, const char *typed)
{
	struct arena mem = {0};
	bool ok;

	if (!typed) {
		casework_draft_drop(casework_of(t), DRAFT_OF_ANSWER, label, NULL);
		return false;
	}
	if (!tui_about(t).whole)
		return false;
	ok = keep_typed(t, DRAFT_OF_ANSWER, label, arena_printf(&mem, "Answer not given to \"%s\"", label),
			arena_printf(&mem, "%s\n\n%s", typed, hint));
	arena_finish(&mem);
	return ok;
}
