/* Drafts of the forms on an outline plan and its core group, taken up again: their subject is the conference, then
 * which action. */
#include "casework/pages.h"
#include "live_plan.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool live_plan_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "outline_plan") == 0 || strcmp(draft->form, "plan_action") == 0 ||
	       strcmp(draft->form, "core_group") == 0;
}

/* "C-0421"; "C-0421 a17" of this plan, "C-0421 e9" of the plan before. */
bool live_plan_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	const char *which = strchr(draft->subject, ' ');
	char reference[32];
	enum found_kind kind;
	int64_t conference;

	snprintf(reference, sizeof reference, "%.*s", (int)strcspn(draft->subject, " "), draft->subject);
	if (!casework_resolve(casework_of(t), reference, &kind, &conference, f))
		return false;
	if (strcmp(draft->form, "outline_plan") == 0)
		return live_plan_form_open(t, conference, PLAN_TEXT_harm, draft->fields, f);
	if (strcmp(draft->form, "core_group") == 0)
		return live_meeting_form_open(t, conference, draft->fields, f);
	return live_action_form_open(t, conference, which ? strtoll(which + 2, NULL, 10) : 0, which && which[1] == 'e',
				     draft->fields, f);
}
