/* How the plan of a child ends outside a review: why, on which day, how it is known; then what follows, before it is
 * done. */
#include "casework/plan_ends.h"
#include "child_event.h"
#include "date_field.h"
#include "mailing.h"
#include "plan_end.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_END = 8610, ANSWER_WRITE };

struct end_values {
	char reason[24], whose[16], on[48], authority[160], words[1200];
};

struct end_state {
	struct child_event event; /* first */
	struct end_values values;
	struct notices_offer letters; /* of the ending, once it is saved */
};

/* What a review alone decides, and a move that is under way, are not chosen here. */
static const struct field_choice reasons[] = {
	{"eighteen", "reached 18"},
	{"order", "an order was made"},
	{"looked_after", "looked after, safe placement"},
	{"executive", "decision of the head of service"},
	{"abroad", "left the United Kingdom for good"},
	{"moved", "moved, the other authority has held its conference"},
	{"error", "recorded in error"},
	{NULL, NULL},
};
static const struct field_choice whose[] = {
	{"this", "this child"},
	{"family", "every child of the family on a plan"},
	{NULL, NULL},
};

static struct date_context past(const struct end_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->event.cw),
				     .calendar = casework_calendar(state->event.cw),
				     .label = "Day the plan ends"};
}

DATE_FIELD_HOOKS(past)

static enum plan_end_reason reason_of(const void *values)
{
	enum plan_end_reason reason = PLAN_END_NONE;

	plan_end_reason_from_token(((const struct end_values *)values)->reason, &reason);
	return reason;
}

static bool is_way(const void *values, enum plan_ending_way way)
{
	const struct plan_ending_rule *rule = plan_ending_rule_of(reason_of(values));

	return rule && rule->way == way;
}

static bool has_day(const void *values)
{
	return !is_way(values, PLAN_ENDING_BY_EXECUTIVE) && reason_of(values) != PLAN_END_EIGHTEEN;
}

static bool has_authority(const void *values)
{
	return reason_of(values) == PLAN_END_MOVED;
}

static bool may_be_several(const void *values)
{
	return reason_of(values) != PLAN_END_EIGHTEEN;
}

#define VALUE(member) FIELD_OF(struct end_values, member)

static const struct field fields[] = {
	{"reason", "Why", "Left and right choose what ended it.",
	 "Only these events end a plan without a review. An order, a placement and a decision of the head of service "
	 "are "
	 "asked for: every agency is told and may object, then a manager decides.",
	 FIELD_CHOICE, VALUE(reason), .required = true, .choices = reasons},
	{"whose", "For", "Left and right choose: this child, or the others too.", NULL, FIELD_CHOICE, VALUE(whose),
	 .choices = whose, .shown = may_be_several},
	{"on", "On", "The day it ended: today, yesterday, 9 apr.", NULL, FIELD_DATE, VALUE(on), .required = true,
	 .echo = day_echo, .step = day_step, .check = day_check, .shown = has_day},
	{"authority", "Authority", "The authority that has held its conference.", NULL, FIELD_TEXT, VALUE(authority),
	 .required = true, .shown = has_authority},
	{"words", "How known", "What happened, who told us, or why it is asked for. Ctrl-S goes on.", NULL, FIELD_LINES,
	 VALUE(words), .rows = 5},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static bool typed_in(const struct end_state *state, struct plan_end_request *out, struct fault *f)
{
	const struct end_values *v = &state->values;
	struct date_context context = past(state);
	struct date_entry on = {.day = DAY_NONE};

	if (has_day(v) && !date_entry_parse(&on, v->on, &context, f))
		return false;
	*out = (struct plan_end_request){.person_id = state->event.child,
					 .all_of_family = may_be_several(v) && strcmp(v->whose, "family") == 0,
					 .reason = reason_of(v),
					 .on = on.day,
					 .words = v->words,
					 .authority = has_authority(v) ? v->authority : ""};
	return true;
}

static void save(struct screen *s, struct tui *t)
{
	struct end_state *state = screen_state(s);
	struct plan_end_request request;
	const char *follows;
	struct fault f = {0};

	if (!form_check(&state->event.form.form, &f) || !typed_in(state, &request, &f) ||
	    !casework_plan_end_check(state->event.cw, &request, screen_arena(s), &follows, &f)) {
		form_screen_refused(&state->event.form, t, &f);
		return;
	}
	if (!prompt_yes_no(t, ANSWER_END,
			   is_way(&state->values, PLAN_ENDING_BY_EXECUTIVE) ? "Ask for it?" : "Is this how it ends?",
			   follows, &f))
		tui_say_fault(t, &f);
}

static void end_it(struct screen *s, struct tui *t)
{
	struct end_state *state = screen_state(s);
	struct plan_end_request request;
	struct fault f = {0};

	if (!typed_in(state, &request, &f) ||
	    !casework_plan_end(state->event.cw, &request, screen_arena(s), &state->letters.id, &f)) {
		form_screen_refused(&state->event.form, t, &f);
		return;
	}
	/* The form stays beneath the question, so that its answer is heard. */
	form_mark_saved(&state->event.form.form);
	state->letters.about = NOTICE_ABOUT_PLAN_ENDING;
	if (notices_offer(t, ANSWER_WRITE, &state->letters, "the plan has ended", NULL))
		return;
	tui_say(t, is_way(&state->values, PLAN_ENDING_BY_EXECUTIVE)
			   ? "Asked for: tell the agencies next, under Moves and endings (E)."
			   : "Saved: the plan has ended.");
	form_screen_saved(s, t);
}

static void answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct end_state *state = screen_state(s);
	const struct notices_offer letters = state->letters;
	struct fault f = {0};

	if (letters.id) { /* saved: whatever the answer, the form is done with */
		form_screen_saved(s, t);
		if (answer->number == 1 && !notices_open(t, letters.first, letters.id, &f))
			tui_say_fault(t, &f);
	} else if (answer->code != ANSWER_END) {
		form_screen_answered(s, t, answer);
	} else if (answer->number == 1) {
		end_it(s, t);
	}
}

static bool end_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct end_state *state = screen_state(s);
	struct child_page child;
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (state->event.form.is_open)
		return true;
	if (!child_event_read(&state->event, t, screen_arena(s), &child, f))
		return false;
	if (!child.plans.count || child.plans.items[0].ended_on != DAY_NONE)
		return fault_set(f, FAULT_REFUSED, "This child has no open plan: there is none to end.");
	snprintf(state->event.form.title, sizeof state->event.form.title, "End a plan outside a review · %s",
		 person_full_name(&child.person, name));
	snprintf(state->event.form.about, sizeof state->event.form.about,
		 "%s since %s. Whether a child is still at risk is decided by a review alone.",
		 child.plans.items[0].reference, date_medium(child.plans.items[0].started_on, day));
	snprintf(state->values.reason, sizeof state->values.reason, "order");
	snprintf(state->values.whose, sizeof state->values.whose, "this");
	snprintf(state->values.on, sizeof state->values.on, "%s", date_plain(casework_today(state->event.cw), day));
	state->event.form.save = save;
	state->event.form.what = "the end of this plan";
	return child_event_begin(&state->event, t, "plan end", fields, FIELD_COUNT, &state->values, f);
}

const struct screen_class plan_end_screen = {
	.name = "end a plan",
	.purpose = "How a plan ends outside a review: by which event, on which day; what follows is shown first.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = answered,
	.state_size = sizeof(struct end_state),
	.load = end_load,
	.dispose = form_screen_dispose,
};

bool plan_end_open(struct tui *t, int64_t child, const char *draft, struct fault *f)
{
	return child_event_open(t, &plan_end_screen, child, draft, f);
}

/* --- Drafts of all these forms: about a child or a family, or "m 12 accept" about a step --- */

static const struct {
	const char *form;
	bool (*open)(struct tui *t, int64_t id, const char *draft, struct fault *f);
} openers[] = {{"plan end", plan_end_open}, {"birth", birth_open}, {"loss", loss_open}, {"move", move_form_open}};

bool plan_end_draft_is(const struct draft *draft)
{
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (strcmp(draft->form, openers[i].form) == 0)
			return true;
	return strcmp(draft->form, "move step") == 0;
}

bool plan_end_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	long long id;
	int step;
	char kind;

	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (strcmp(draft->form, openers[i].form) == 0)
			return openers[i].open(t, strtoll(draft->subject, NULL, 10), draft->fields, f);
	if (sscanf(draft->subject, "%c %lld %d", &kind, &id, &step) != 3)
		return fault_set(f, FAULT_NOT_FOUND, "What this draft is about is not in the case file any more.");
	return move_step_open(t, kind == 'm', id, step, draft->fields, f);
}
