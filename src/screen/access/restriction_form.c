/* A family's record for named staff only: why, when that is looked at again, who may see it; or that it is lifted. */
#include "access.h"
#include "casework/pages.h"
#include "casework/restriction.h"
#include "date_field.h"
#include "form_screen.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

struct restriction_values {
	char stands[16], reason[600], review_on[48], named[400];
	bool is_restricted; /* as read */
};

struct restriction_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct restriction_values values, now;
	int64_t family, version;
	struct casework *cw;
};

static const struct field_choice stands[] = {{"named", "Named staff only"}, {"lifted", "Lifted"}, {NULL, NULL}};

static struct date_context to_come(const struct restriction_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_FUTURE,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day it is looked at again"};
}

DATE_FIELD_HOOKS(to_come)

static bool was_restricted(const void *values)
{
	return ((const struct restriction_values *)values)->is_restricted;
}

static bool stays(const void *values)
{
	return strcmp(((const struct restriction_values *)values)->stands, "lifted") != 0;
}

#define VALUE(member) FIELD_OF(struct restriction_values, member)

static const struct field fields[] = {
	{"stands", "This record", "Left and right: for named staff only, or for everybody again.", NULL, FIELD_CHOICE,
	 VALUE(stands), .required = true, .choices = stands, .shown = was_restricted},
	{"named", "Named", "Accounts parted by commas: dwebb, rmalik. Nobody else sees anything.", NULL, FIELD_TEXT,
	 VALUE(named), .required = true, .shown = stays},
	{"review_on", "Looked at again", "The day on which it is asked whether this is still needed: +3m, 1 jul.", NULL,
	 FIELD_DATE, VALUE(review_on), .required = true, .echo = day_echo, .step = day_step, .check = day_check,
	 .shown = stays},
	{"reason", "Because", "Why, for those named and for the record. Ctrl-S saves.", NULL, FIELD_LINES,
	 VALUE(reason), .required = true, .rows = 3},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

enum { ANSWER_SHUT_OUT = 7712 };

static struct restricting asked(const struct restriction_state *state)
{
	return (struct restricting){.family_id = state->family,
				    .version = state->version,
				    .reason = state->values.reason,
				    .named = state->values.named};
}

static bool put(const struct restriction_state *state, struct fault *f)
{
	const struct restriction_values *v = &state->values;
	struct date_context context = to_come(state);
	struct restricting r = asked(state);
	struct date_entry on;

	if (!stays(v))
		return casework_restriction_lift(state->cw, state->family, state->version, v->reason, f);
	if (!date_entry_parse(&on, v->review_on, &context, f))
		return false;
	r.review_on = on.day;
	return casework_restrict(state->cw, &r, f);
}

static void save_all_the_same(struct screen *s, struct tui *t)
{
	struct restriction_state *state = screen_state(s);
	struct fault f = {0};

	if (!put(state, &f)) {
		form_screen_refused(&state->form, t, &f);
		return;
	}
	tui_say(t, stays(&state->values) ? "Restricted: named staff only." : "Lifted: everybody may see this family.");
	form_screen_saved(s, t);
}

/* Whoever chairs its next conference would find the door shut on the day: that is asked about first. */
static void save(struct screen *s, struct tui *t)
{
	struct restriction_state *state = screen_state(s);
	struct restricting r = asked(state);
	const char *shut_out = "";
	struct arena mem = {0};
	struct fault f = {0};

	if (!form_check(&state->form.form, &f) ||
	    (stays(&state->values) && !casework_restrict_shuts_out(state->cw, &r, &mem, &shut_out, &f)))
		tui_say_fault(t, &f);
	else if (!*shut_out)
		save_all_the_same(s, t);
	else if (!prompt_yes_no(t, ANSWER_SHUT_OUT, "Shut them out all the same?", shut_out, &f))
		tui_say_fault(t, &f);
	arena_finish(&mem);
}

static void restriction_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	if (answer->code != ANSWER_SHUT_OUT)
		form_screen_answered(s, t, answer);
	else if (answer->number == 1)
		save_all_the_same(s, t);
}

static bool read_restriction(struct restriction_state *state, struct restriction_values *v, struct arena *mem,
			     struct fault *f)
{
	struct restriction_page page;
	char day[DATE_TEXT_ROOM];

	if (!casework_restriction(state->cw, state->family, mem, &page, f))
		return false;
	v->is_restricted = page.restriction.id != 0;
	state->version = v->is_restricted ? page.restriction.version : 0;
	snprintf(state->form.title, sizeof state->form.title, "Restricted: named staff only · %s", page.reference);
	snprintf(state->form.about, sizeof state->form.about,
		 "Whoever is not named finds nothing of this family anywhere, or is told whom to ask.");
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%s", page.reference);
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "restriction");
	snprintf(v->stands, sizeof v->stands, "named");
	snprintf(v->named, sizeof v->named, "%s", v->is_restricted ? page.logins : casework_user_login(state->cw));
	if (v->is_restricted) {
		snprintf(v->reason, sizeof v->reason, "%s", page.restriction.reason);
		snprintf(v->review_on, sizeof v->review_on, "%s", date_plain(page.restriction.review_on, day));
	}
	return true;
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct restriction_state *state = screen_state(s);

	(void)t;
	state->now = (struct restriction_values){.named = ""};
	if (!read_restriction(state, &state->now, screen_arena(s), f))
		return NULL;
	state->values.is_restricted = state->now.is_restricted;
	return &state->now;
}

static bool begin(struct restriction_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	if (!read_restriction(state, &state->values, mem, f))
		return false;
	state->form.save = save;
	state->form.again = again;
	state->form.what = "this restriction";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
}

static bool restriction_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct restriction_state *state = screen_state(s);

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	return begin(state, t, screen_arena(s), f);
}

const struct screen_class restriction_screen = {
	.name = "restrict",
	.purpose = "A family's record for named staff only: who, why, until when; or lifted again.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = restriction_answered,
	.state_size = sizeof(struct restriction_state),
	.load = restriction_load,
	.dispose = form_screen_dispose,
};

bool restriction_open(struct tui *t, int64_t family, const char *draft, struct fault *f)
{
	struct restriction_state *state;

	if (!casework_may(casework_of(t), ACTION_RESTRICT_FAMILIES, f))
		return false;
	state = form_screen_blank(&restriction_screen, draft, f);
	if (!state)
		return false;
	state->family = family;
	return form_screen_push(t, &restriction_screen, state, f);
}

/* --- Drafts of both forms --- */

bool access_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "restriction") == 0 || strcmp(draft->form, "glass") == 0;
}

bool access_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	enum found_kind kind;
	int64_t id;

	if (strcmp(draft->form, "glass") == 0)
		return glass_form_open(t, draft->fields, f);
	return casework_resolve(casework_of(t), draft->subject, &kind, &id, f) &&
	       restriction_open(t, id, draft->fields, f);
}
