/* One agency of the directory: its name, the group it counts for, how its reports are handled. */
#include "directory.h"
#include "domain/invitation.h"
#include "form_screen.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct agency_values {
	char name[160], group[80], handling[24];
};

struct agency_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t agency;
	struct arena mem;
	struct agency now; /* as read */
	struct agency_values values, read;
};

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct agency_values, member), .room = sizeof(((struct agency_values *)0)->member)

static const struct field_choice handling_choices[] = {
#define X(id, token, label) {token, label},
	REPORT_HANDLINGS(X)
#undef X
		{NULL, NULL},
};

static const struct field fields[] = {
	{.name = "name",
	 .label = "Agency",
	 .hint = "As letters name it.",
	 .kind = FIELD_TEXT,
	 VALUE(name),
	 .required = true},
	{.name = "group",
	 .label = "Counts for",
	 .hint = "The group it counts for at a conference: health, education, police.",
	 .kind = FIELD_TEXT,
	 VALUE(group)},
	{.name = "handling",
	 .label = "Its reports",
	 .hint = "Of reports asked for from now on. Left and Right show all.",
	 .kind = FIELD_CHOICE,
	 VALUE(handling),
	 .required = true,
	 .choices = handling_choices},
};

static bool read_agency(struct agency_state *state, struct tui *t, struct fault *f)
{
	struct agency_list all;
	struct agency_values *v = &state->read;

	if (!casework_agencies(casework_of(t), &state->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct agency *one = &all.items[i];

		if (one->id != state->agency)
			continue;
		state->now = *one;
		snprintf(v->name, sizeof v->name, "%s", one->name);
		snprintf(v->group, sizeof v->group, "%s", one->quorum_group);
		snprintf(v->handling, sizeof v->handling, "%s", one->report_handling);
		return true;
	}
	return fault_set(f, FAULT_NOT_FOUND, "This agency is not in the directory any more.");
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct agency_state *state = screen_state(s);

	return read_agency(state, t, f) ? &state->read : NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct agency_state *state = screen_state(s);
	struct agency now = state->now;
	struct fault f = {0};

	if (!form_check(&state->frame.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	now.name = state->values.name;
	now.quorum_group = state->values.group;
	now.report_handling = state->values.handling;
	if (!casework_agency_save(casework_of(t), &now, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	tui_say(t, "Saved: %s.", state->values.name);
	form_screen_saved(s, t);
}

static bool agency_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct agency_state *state = screen_state(s);

	if (state->frame.is_open)
		return true;
	if (!read_agency(state, t, f))
		return false;
	state->values = state->read;
	snprintf(state->frame.title, sizeof state->frame.title, "Agency · %s", state->now.name);
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "agency");
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%lld", (long long)state->agency);
	state->frame.what = "this agency";
	state->frame.save = save;
	state->frame.again = again;
	return form_screen_begin(&state->frame, t, fields, sizeof fields / sizeof *fields, &state->values, NULL, f);
}

static void agency_dispose(struct screen *s)
{
	struct agency_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class agency_screen = {
	FORM_SCREEN_ROWS,
	.name = "agency",
	.purpose = "One agency: its name, the group it counts for, how its reports are handled.",
	.state_size = sizeof(struct agency_state),
	.load = agency_load,
	.dispose = agency_dispose,
};

bool agency_form_open(struct tui *t, int64_t agency, const char *draft, struct fault *f)
{
	struct agency_state start = {.agency = agency};

	if (!casework_may(casework_of(t), ACTION_KEEP_DIRECTORY, f))
		return false;
	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &agency_screen, &start, f);
}

/* --- Drafts of the two forms of the directory --- */

bool directory_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "contact") == 0 || strcmp(draft->form, "agency") == 0;
}

bool directory_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	int64_t id = strtoll(draft->subject, NULL, 10); /* "new" is 0 */

	if (strcmp(draft->form, "agency") == 0)
		return agency_form_open(t, id, draft->fields, f);
	return contact_form_open(t, id, "", draft->fields, f);
}
