/* Drafts of the forms on a plan, taken up again: their subject is the conference or the family, then what of it. */
#include "casework/pages.h"
#include "live_plan.h"
#include "plan_forms.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool plan_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "outline_plan") == 0 || strcmp(draft->form, "plan_action") == 0 ||
	       strcmp(draft->form, "plan_network") == 0 || strcmp(draft->form, "plan_given") == 0 ||
	       strcmp(draft->form, "plan_scale") == 0 || strcmp(draft->form, "core_group") == 0;
}

/* "C-0421"; "C-0421 a17" an action, "FAM-0044 e9" one that was given out before, "n4" a helper, "g3" giving out, "s7" a
 * child. */
bool plan_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	const char *which = strchr(draft->subject, ' ');
	int64_t number = which ? strtoll(which + 2, NULL, 10) : 0, id;
	struct plan_place place = {0};
	char reference[32];
	enum found_kind kind;

	snprintf(reference, sizeof reference, "%.*s", (int)strcspn(draft->subject, " "), draft->subject);
	if (!casework_resolve(casework_of(t), reference, &kind, &id, f))
		return false;
	place.conference = kind == FOUND_CONFERENCE ? id : 0;
	place.family = kind == FOUND_FAMILY ? id : 0;
	if (strcmp(draft->form, "outline_plan") == 0)
		return plan_text_form_open(t, &place, PLAN_TEXT_harm, draft->fields, f);
	if (strcmp(draft->form, "core_group") == 0)
		return live_meeting_form_open(t, id, draft->fields, f);
	if (strcmp(draft->form, "plan_network") == 0)
		return plan_network_form_open(t, &place, number, draft->fields, f);
	if (strcmp(draft->form, "plan_scale") == 0)
		return plan_scale_form_open(t, id, number, draft->fields, f);
	if (strcmp(draft->form, "plan_given") == 0)
		return plan_give_form_open(t, id, number, which && which[1] == 'm', draft->fields, f);
	return plan_action_form_open(t, &place, number, which && which[1] == 'e', draft->fields, f);
}
