/* Drafts of the forms of a conference that is being held, taken up again: their subject is the conference, then whom.
 */
#include "casework/pages.h"
#include "live_decide.h"
#include "live_end.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool decide_draft_is(const struct draft *draft)
{
	static const char *const forms[] = {"decision", "recommend", "quorum"};
	enum live_end end;

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strcmp(draft->form, forms[i]) == 0)
			return true;
	return live_end_from_draft(draft->form, &end);
}

/* "C-0421 17 18": for whom it was decided. */
static struct decision_start children_of(int64_t conference, const char *numbers)
{
	struct decision_start start = {.conference = conference};
	char *end;

	for (int64_t id; start.count < DECIDED_AT_ONCE_MOST && (id = strtoll(numbers, &end, 10)) != 0; numbers = end)
		start.children[start.count++] = id;
	return start;
}

bool decide_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	const char *whom = draft->subject + strcspn(draft->subject, " ");
	struct decision_start start;
	char reference[32];
	enum found_kind kind;
	enum live_end end;
	int64_t conference;

	snprintf(reference, sizeof reference, "%.*s", (int)strcspn(draft->subject, " "), draft->subject);
	if (!casework_resolve(casework_of(t), reference, &kind, &conference, f))
		return false;
	if (strcmp(draft->form, "quorum") == 0)
		return live_quorum_form_open(t, conference, draft->fields, f);
	if (strcmp(draft->form, "recommend") == 0)
		return recommendation_form_open(t, conference, strtoll(whom, NULL, 10), RECOMMEND_OTHER, draft->fields,
						f);
	if (live_end_from_draft(draft->form, &end))
		return live_end_form_open(t, conference, end, draft->fields, f);
	start = children_of(conference, whom);
	return decision_form_open(t, &start, draft->fields, f);
}
