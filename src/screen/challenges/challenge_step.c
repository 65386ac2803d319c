/* The frame of the forms that say what was done about a complaint or an escalation. */
#include "challenge_step.h"

#include "casework/casework.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>

bool challenge_step_begin(struct challenge_step *x, struct tui *t, const struct challenge_step_heading *heading,
			  const struct field *fields, size_t count, void *values, char *on, size_t room,
			  struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	snprintf(x->form.title, sizeof x->form.title, "%s · %s · %s", heading->doing, heading->reference,
		 heading->family);
	snprintf(x->form.draft_for, sizeof x->form.draft_for, "%lld %s", (long long)x->id, heading->step);
	snprintf(x->form.draft_form, sizeof x->form.draft_form, "%s", heading->form);
	snprintf(on, room, "%s", date_plain(casework_today(x->cw), day));
	x->form.what = "this step";
	return form_screen_begin(&x->form, t, fields, count, values, x, f);
}

bool challenge_step_push(struct tui *t, const struct screen_class *screen, struct challenge_step *x, int64_t id,
			 const char *draft, struct fault *f)
{
	bool opened;

	if (!x)
		return fault_set(f, FAULT_MEMORY, "There is no memory to open the form.");
	x->id = id;
	snprintf(x->form.draft, sizeof x->form.draft, "%s", draft ? draft : "");
	opened = casework_may(casework_of(t), ACTION_HANDLE_COMPLAINTS, f) && tui_push(t, screen, x, f);
	free(x);
	return opened;
}
