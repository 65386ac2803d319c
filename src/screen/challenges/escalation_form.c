/* An escalation as it is raised: because of what, about whom, what is wrong, and to which manager. */
#include "casework/pages.h"
#include "date_field.h"
#include "escalation.h"
#include "form_screen.h"
#include "mailing.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct escalation_values {
	char cause[24], about[200], raised_on[48], with[160], with_to[400], words[2000];
};

enum { ANSWER_WRITE = 8861 };

struct escalation_form_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct escalation_values values;
	int64_t conference, family, dissent;
	struct notices_offer letters; /* of the escalation, once it is saved */
	struct casework *cw;
};

#define X(id, token, label) {token, label},
static const struct field_choice cause_choices[] = {ESCALATION_CAUSES(X){NULL, NULL}};
#undef X

static struct date_context past(const struct escalation_form_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day it was raised"};
}

DATE_FIELD_HOOKS(past)

#define VALUE(member) FIELD_OF(struct escalation_values, member)

static const struct field fields[] = {
	{"cause", "Because", "Left and right choose what it is about.", NULL, FIELD_CHOICE, VALUE(cause),
	 .required = true, .choices = cause_choices},
	{"about", "About", "Whose practice: an agency, a team or a person.", NULL, FIELD_TEXT, VALUE(about),
	 .required = true},
	{"with", "Team manager", "Who it goes to first, by name.", NULL, FIELD_TEXT, VALUE(with), .required = true},
	{"with_to", "Write to", "E-mail or postal address; empty: as the directory has it, or by hand.", NULL,
	 FIELD_TEXT, VALUE(with_to), .required = false},
	{"raised_on", "Raised", "The day: today, yesterday, 9 apr.", NULL, FIELD_DATE, VALUE(raised_on),
	 .required = true, .echo = day_echo, .step = day_step, .check = day_check},
	{"words", "What is wrong", "What is wrong, and what is asked for. Ctrl-S saves.", NULL, FIELD_LINES,
	 VALUE(words), .required = true, .rows = 6},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static struct escalation typed_in(const struct escalation_form_state *state, day_number on)
{
	const struct escalation_values *v = &state->values;
	struct escalation e = escalation_blank();

	e.conference_id = state->conference;
	e.family_id = state->family;
	escalation_cause_from_token(v->cause, &e.cause);
	e.dissent_id = e.cause == ESCALATION_CAUSE_DISSENT ? state->dissent : 0;
	e.about = v->about;
	e.words = v->words;
	e.with = v->with;
	e.with_to = v->with_to;
	e.raised_on = on;
	return e;
}

static void save(struct screen *s, struct tui *t)
{
	struct escalation_form_state *state = screen_state(s);
	struct date_context context = past(state);
	struct date_entry on;
	struct escalation e;
	char done[240];
	struct fault f = {0};

	if (!form_check(&state->form.form, &f) || !date_entry_parse(&on, state->values.raised_on, &context, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	e = typed_in(state, on.day);
	if (!casework_escalation_raise(state->cw, &e, screen_arena(s), &f)) {
		form_screen_refused(&state->form, t, &f);
		return;
	}
	snprintf(done, sizeof done, "%s is raised with %s", e.reference, e.with);
	form_screen_kept(s, t);
	state->letters = (struct notices_offer){.about = NOTICE_ABOUT_ESCALATION, .id = e.id};
	if (notices_offer(t, ANSWER_WRITE, &state->letters, done, NULL))
		return;
	tui_say(t, "%s.", done);
	tui_close(t, NULL);
}

static void escalation_form_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct escalation_form_state *state = screen_state(s);
	const struct notices_offer letters = state->letters;
	struct fault f = {0};

	if (!letters.id) {
		form_screen_answered(s, t, answer);
		return;
	}
	tui_close(t, NULL);
	if (answer->code == ANSWER_WRITE && answer->number == 1 && !notices_open(t, letters.first, letters.id, &f))
		tui_say_fault(t, &f);
}

/* Where it starts from, in words: the conference, or the family. */
static bool say_start(struct escalation_form_state *state, struct arena *mem, struct fault *f)
{
	struct conference_page page;

	if (!state->conference) {
		snprintf(state->form.about, sizeof state->form.about,
			 "From the family's latest conference. What was decided stands meanwhile.");
		snprintf(state->form.title, sizeof state->form.title, "Escalate");
		snprintf(state->form.draft_for, sizeof state->form.draft_for, "family %lld", (long long)state->family);
		return true;
	}
	if (!casework_conference_page(state->cw, state->conference, mem, &page, f))
		return false;
	snprintf(state->form.title, sizeof state->form.title, "Escalate · %s · %s", page.conference.reference,
		 page.family_words);
	snprintf(state->form.about, sizeof state->form.about,
		 "A concern about practice, or a dissent. What was decided stands meanwhile.");
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%lld %lld", (long long)state->conference,
		 (long long)state->dissent);
	return true;
}

static bool escalation_form_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct escalation_form_state *state = screen_state(s);
	char day[DATE_TEXT_ROOM];

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (!say_start(state, screen_arena(s), f))
		return false;
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "escalation");
	snprintf(state->values.raised_on, sizeof state->values.raised_on, "%s",
		 date_plain(casework_today(state->cw), day));
	state->form.save = save;
	state->form.what = "this escalation";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
}

const struct screen_class escalation_form_screen = {
	.name = "escalate",
	.purpose = "A concern about practice or a formal dissent, taken to the team manager.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = escalation_form_answered,
	.state_size = sizeof(struct escalation_form_state),
	.load = escalation_form_load,
	.dispose = form_screen_dispose,
};

bool escalation_form_open(struct tui *t, const struct escalation *start, const char *draft, struct fault *f)
{
	struct escalation_form_state *state;
	struct escalation_values *v;

	if (start->conference_id ? !casework_may_for(casework_of(t), ACTION_HANDLE_COMPLAINTS, start->conference_id, f)
				 : !casework_may(casework_of(t), ACTION_HANDLE_COMPLAINTS, f))
		return false;
	state = form_screen_blank(&escalation_form_screen, draft, f);
	if (!state)
		return false;
	v = &state->values;
	state->conference = start->conference_id;
	state->family = start->family_id;
	state->dissent = start->dissent_id;
	snprintf(v->cause, sizeof v->cause, "%s", escalation_cause_token(start->cause));
	snprintf(v->about, sizeof v->about, "%s", start->about);
	snprintf(v->words, sizeof v->words, "%s", start->words);
	return form_screen_push(t, &escalation_form_screen, state, f);
}

bool escalate(struct tui *t, int64_t conference, int64_t family, enum escalation_cause cause, const char *about,
	      struct fault *f)
{
	struct escalation start = escalation_blank();

	start.conference_id = conference;
	start.family_id = family;
	start.cause = cause;
	start.about = about;
	return escalation_form_open(t, &start, NULL, f);
}

/* --- Drafts of both forms: "7 0" of a conference, "family 3", or "12 settle" of an escalation --- */

bool escalation_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "escalation") == 0 || strcmp(draft->form, "escalation step") == 0;
}

bool escalation_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	struct escalation start = escalation_blank();
	enum escalation_step step;
	char *end;

	if (strcmp(draft->form, "escalation") == 0) {
		if (strncmp(draft->subject, "family ", strlen("family ")) == 0) {
			start.family_id = strtoll(draft->subject + strlen("family "), NULL, 10);
		} else {
			start.conference_id = strtoll(draft->subject, &end, 10);
			start.dissent_id = strtoll(end, NULL, 10);
		}
		return escalation_form_open(t, &start, draft->fields, f);
	}
	start.id = strtoll(draft->subject, &end, 10);
	return escalation_step_from_token(end + strspn(end, " "), &step)
		       ? escalation_step_open(t, start.id, step, draft->fields, f)
		       : fault_set(f, FAULT_NOT_FOUND, "This escalation is not in the case file any more.");
}
