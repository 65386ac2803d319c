/* A complaint about a conference as it is registered: who, of what, when and how, in their words. */
#include "casework/pages.h"
#include "complaint.h"
#include "date_field.h"
#include "form_screen.h"
#include "mailing.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct complaint_values {
	char who[160], as[24], ground[24], agency[160], received_on[48], way[16], write_to[400], words[2000],
		advocate[160], advocate_to[400], late_reason[400];
	bool is_late; /* as the last attempt to save found */
};

enum { ANSWER_WRITE = 8853 };

struct complaint_form_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct complaint_values values;
	int64_t conference;
	struct notices_offer letters; /* of the complaint, once it is saved */
	struct casework *cw;
	struct conference_page page; /* read once */
	struct arena mem;
};

#define X(id, token, label, ...) {token, label},
static const struct field_choice as_choices[] = {COMPLAINANTS(X){NULL, NULL}};
static const struct field_choice ground_choices[] = {COMPLAINT_GROUNDS(X){NULL, NULL}};
static const struct field_choice way_choices[] = {COMPLAINT_WAYS(X){NULL, NULL}};
#undef X

static struct date_context past(const struct complaint_form_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day it was received"};
}

DATE_FIELD_HOOKS(past)

/* Adults of the family, or anybody. */
static bool suggest_who(void *world, const void *values, const char *typed, struct arena *mem,
			struct field_suggestion_list *out)
{
	const struct complaint_form_state *state = world;
	const struct member_list *members = &state->page.members;
	char name[NAME_ROOM];

	(void)values;
	for (size_t i = 0; i < members->count; i++)
		if (!form_screen_suggest(out, mem, arena_text(mem, person_full_name(&members->items[i].person, name)),
					 relationship_label(members->items[i].relationship), typed))
			return false;
	return true;
}

static bool is_agencys(const void *values)
{
	enum complaint_ground ground;

	return complaint_ground_from_token(((const struct complaint_values *)values)->ground, &ground) &&
	       complaint_ground_about(ground) == COMPLAINT_ABOUT_AGENCY;
}

static bool is_supported(const void *values)
{
	return ((const struct complaint_values *)values)->advocate[0] != '\0';
}

static bool is_late(const void *values)
{
	const struct complaint_values *v = values;

	return v->is_late || v->late_reason[0];
}

#define VALUE(member) FIELD_OF(struct complaint_values, member)

static const struct field fields[] = {
	{"who", "Who complains", "First letters of a name of the family, or anybody's name.", NULL, FIELD_PICK,
	 VALUE(who), .required = true, .suggest = suggest_who},
	{"as", "As", "Left and right choose what they are to the child.", NULL, FIELD_CHOICE, VALUE(as),
	 .required = true, .choices = as_choices},
	{"ground", "Of", "Left and right choose; the last is a complaint about one agency only.", NULL, FIELD_CHOICE,
	 VALUE(ground), .required = true, .choices = ground_choices},
	{"agency", "Agency", "Which agency: the complaint is passed to it.", NULL, FIELD_TEXT, VALUE(agency),
	 .required = true, .shown = is_agencys},
	{"received_on", "Received", "The day it came: today, yesterday, 9 apr.", NULL, FIELD_DATE, VALUE(received_on),
	 .required = true, .echo = day_echo, .step = day_step, .check = day_check},
	{"way", "By", "Left and right choose how it came.", NULL, FIELD_CHOICE, VALUE(way), .required = true,
	 .choices = way_choices},
	{"write_to", "Write to", "E-mail or postal address they ask for; empty: as the family's page has it.", NULL,
	 FIELD_TEXT, VALUE(write_to), .required = false},
	{"late_reason", "Taken late as", "Why it is taken although its time is over.", NULL, FIELD_TEXT,
	 VALUE(late_reason), .shown = is_late},
	{"advocate", "Supported by", "An advocate or friend who helps them; nobody: leave it empty.", NULL, FIELD_TEXT,
	 VALUE(advocate), .required = false},
	{"advocate_to", "Copy to", "Their e-mail or postal address; empty: through who complains.", NULL, FIELD_TEXT,
	 VALUE(advocate_to), .required = false, .shown = is_supported},
	{"words", "Their words", "What they complain of, as they say it. Ctrl-S saves.", NULL, FIELD_LINES,
	 VALUE(words), .required = true, .rows = 5},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static struct complaint typed_in(const struct complaint_form_state *state, day_number received)
{
	const struct complaint_values *v = &state->values;
	struct complaint c = complaint_blank();

	c.conference_id = state->conference;
	c.who = v->who;
	complainant_from_token(v->as, &c.as);
	complaint_ground_from_token(v->ground, &c.ground);
	complaint_way_from_token(v->way, &c.way);
	c.agency = is_agencys(v) ? v->agency : "";
	c.received_on = received;
	c.words = v->words;
	c.write_to = v->write_to;
	c.advocate = v->advocate;
	c.advocate_to = is_supported(v) ? v->advocate_to : "";
	c.late_reason = v->late_reason;
	return c;
}

static void save(struct screen *s, struct tui *t)
{
	struct complaint_form_state *state = screen_state(s);
	struct date_context context = past(state);
	struct date_entry on;
	struct complaint c;
	char done[160];
	struct fault f = {0};

	if (!form_check(&state->form.form, &f) || !date_entry_parse(&on, state->values.received_on, &context, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	c = typed_in(state, on.day);
	if (!casework_complaint_register(state->cw, &c, screen_arena(s), &f)) {
		state->values.is_late = state->values.is_late || strcmp(f.field, "late_reason") == 0;
		form_screen_refused(&state->form, t, &f);
		return;
	}
	snprintf(done, sizeof done,
		 is_agencys(&state->values) ? "%s is registered: it is passed to the agency"
					    : "%s is registered: the decision stands until it is settled",
		 c.reference);
	form_screen_kept(s, t);
	state->letters = (struct notices_offer){.about = NOTICE_ABOUT_COMPLAINT, .id = c.id};
	if (notices_offer(t, ANSWER_WRITE, &state->letters, done, NULL))
		return;
	tui_say(t, "%s.", done);
	tui_close(t, NULL);
}

static void complaint_form_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct complaint_form_state *state = screen_state(s);
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

static bool begin(struct complaint_form_state *state, struct tui *t, struct fault *f)
{
	struct complaint_values *v = &state->values;
	const struct conference *c = &state->page.conference;
	char day[DATE_TEXT_ROOM];

	if (!casework_conference_page(state->cw, state->conference, &state->mem, &state->page, f))
		return false;
	if (!conference_state_is_held(c->state) || c->state == STATE_IN_PROGRESS)
		return fault_set(f, FAULT_REFUSED,
				 "%s is not over yet: a complaint is about a conference that was held.", c->reference);
	snprintf(state->form.title, sizeof state->form.title, "Complaint about %s · %s", c->reference,
		 state->page.family_words);
	snprintf(state->form.about, sizeof state->form.about, "Held %s%s%s. What was decided stands meanwhile.",
		 date_medium(c->held_on, day), *c->chair ? ", " : "", c->chair);
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%s", c->reference);
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "complaint");
	snprintf(v->as, sizeof v->as, "%s", complainant_token(COMPLAINANT_PARENT));
	snprintf(v->way, sizeof v->way, "%s", complaint_way_token(COMPLAINT_BY_LETTER));
	snprintf(v->received_on, sizeof v->received_on, "%s", date_plain(casework_today(state->cw), day));
	state->form.save = save;
	state->form.what = "this complaint";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, v, state, f);
}

/* A screen that did not open is never disposed of. */
static bool complaint_form_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct complaint_form_state *state = screen_state(s);

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (begin(state, t, f))
		return true;
	arena_finish(&state->mem);
	return false;
}

static void complaint_form_dispose(struct screen *s)
{
	struct complaint_form_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class complaint_form_screen = {
	.name = "register complaint",
	.purpose = "A complaint about a conference: who complains, of what, when and how it came.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = complaint_form_answered,
	.state_size = sizeof(struct complaint_form_state),
	.load = complaint_form_load,
	.dispose = complaint_form_dispose,
};

bool complaint_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct complaint_form_state *state;

	if (!casework_may_for(casework_of(t), ACTION_HANDLE_COMPLAINTS, conference, f))
		return false;
	state = form_screen_blank(&complaint_form_screen, draft, f);
	if (!state)
		return false;
	state->conference = conference;
	return form_screen_push(t, &complaint_form_screen, state, f);
}

/* --- Drafts of both forms: about a conference, or "12 settle" about a complaint --- */

bool complaint_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "complaint") == 0 || strcmp(draft->form, "complaint step") == 0;
}

bool complaint_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	enum complaint_step step;
	enum found_kind kind;
	int64_t id;
	char *end;

	if (strcmp(draft->form, "complaint") == 0)
		return casework_resolve(casework_of(t), draft->subject, &kind, &id, f) &&
		       complaint_form_open(t, id, draft->fields, f);
	id = strtoll(draft->subject, &end, 10);
	return complaint_step_from_token(end + strspn(end, " "), &step)
		       ? complaint_step_open(t, id, step, draft->fields, f)
		       : fault_set(f, FAULT_NOT_FOUND, "This complaint is not in the case file any more.");
}
