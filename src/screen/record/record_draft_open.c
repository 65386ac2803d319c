/* Drafts of a record's section, of a correction and of a feedback form, taken up again. */
#include "casework/pages.h"
#include "record.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool record_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "record") == 0 || strcmp(draft->form, "amendment") == 0 ||
	       strcmp(draft->form, "feedback") == 0;
}

/* Its subject is the conference, a word, and a number where one is needed: "C-0421 section 17". */
bool record_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	const char *last = strrchr(draft->subject, ' ');
	int64_t number = last ? strtoll(last, NULL, 10) : 0, id;
	char conference[32];
	enum found_kind kind;

	snprintf(conference, sizeof conference, "%.*s", (int)strcspn(draft->subject, " "), draft->subject);
	if (!casework_resolve(casework_of(t), conference, &kind, &id, f))
		return false;
	if (strcmp(draft->form, "record") == 0)
		return record_section_open(t, id, number, draft->fields, f);
	if (strcmp(draft->form, "feedback") == 0)
		return feedback_form_open(t, id, number, draft->fields, f);
	return correction_ask_open(t, id, draft->fields, f);
}
