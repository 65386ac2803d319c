/* Drafts of the forms on invitees, taken up again: their subject is the conference, then who. */
#include "casework/pages.h"
#include "invitees.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool invitee_draft_is(const struct draft *draft)
{
	static const char *const forms[] = {"invitee", "newcomer", "answer", "exclusion", "sittings"};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strcmp(draft->form, forms[i]) == 0)
			return true;
	return false;
}

/* "C-0421 17" by number; "C-0421 p5" of the family, "C-0421 c7" of the directory, "C-0421 n0" typed. */
bool invitee_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	const char *who = strchr(draft->subject, ' ');
	char reference[32];
	enum found_kind kind;
	int64_t conference, id;

	who = who ? who + 1 : "";
	snprintf(reference, sizeof reference, "%.*s", (int)strcspn(draft->subject, " "), draft->subject);
	if (!casework_resolve(casework_of(t), reference, &kind, &conference, f))
		return false;
	id = strtoll(who[0] >= 'a' ? who + 1 : who, NULL, 10);
	if (strcmp(draft->form, "newcomer") == 0) {
		struct newcomer newcomer = {
			.person = who[0] == 'p' ? id : 0, .contact = who[0] == 'c' ? id : 0, .name = ""};
		return newcomer_form_open(t, conference, &newcomer, draft->fields, f);
	}
	if (strcmp(draft->form, "sittings") == 0)
		return sittings_form_open(t, conference, draft->fields, f);
	if (strcmp(draft->form, "answer") == 0)
		return answer_form_open(t, conference, id, draft->fields, f);
	if (strcmp(draft->form, "exclusion") == 0)
		return exclusion_form_open(t, conference, id, draft->fields, f);
	return invitee_form_open(t, conference, id, draft->fields, f);
}
