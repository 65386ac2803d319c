/* What `quorate show` writes of a complaint and of an escalation. */
#include "show_challenge.h"

#include "casework/complaints.h"
#include "casework/escalations.h"

static const struct listing_column complaint_columns[] = {
	{"kind", "Kind"},
	{"reference", "Reference"},
	{"state", "State"},
	{"conference", "Conference"},
	{"family", "Family"},
	{"who", "Who complains"},
	{"as", "As"},
	{"about", "Of"},
	{"ground", "Ground"},
	{"agency", "Agency"},
	{"received", "Received"},
	{"way", "By"},
	{"words", "In their words"},
	{"late_reason", "Late because"},
	{"advocate", "Supported by"},
	{"stage", "Stage"},
	{"acknowledged", "Acknowledged"},
	{"spoke", "Chair spoke to them"},
	{"raised", "Raised with managers"},
	{"raised_with", "Raised with"},
	{"passed_to", "Passed to"},
	{"next", "Next"},
	{"next_by", "Next by"},
	{"outcome", "Outcome"},
	{"outcome_on", "Settled"},
	{"answer", "Answer"},
	{"second", "Second conference"},
	{"review_by", "Review by"},
	{"done", "Done so far"},
};

static const struct listing_column escalation_columns[] = {
	{"kind", "Kind"},           {"reference", "Reference"},
	{"state", "State"},         {"conference", "Conference"},
	{"family", "Family"},       {"cause", "Of"},
	{"about", "About"},         {"raised", "Raised"},
	{"raised_by", "Raised by"}, {"words", "What is wrong"},
	{"stage", "Stage"},         {"with", "With"},
	{"next", "Next"},           {"answer_by", "Answer by"},
	{"answered", "Answered"},   {"answer", "Answer"},
	{"ended", "Ended"},         {"ended_words", "How it ended"},
	{"done", "Done so far"},
};

/* A token for a program, a label for a person. */
static void put_word(struct listing *listing, bool is_for_program, const char *token, const char *label)
{
	listing_text(listing, is_for_program ? token : label);
}

static bool put_told(struct app *app, struct listing *listing, const struct told_list *told, struct fault *f)
{
	const char **texts = arena_alloc(&app->mem, (told->count + 1) * sizeof *texts);

	if (!texts)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show what was done.");
	for (size_t i = 0; i < told->count; i++) {
		const struct told_line *one = &told->items[i];

		texts[i] = arena_printf(&app->mem, "%s: %s%s%s (%s)", one->when, one->what, *one->words ? ", " : "",
					one->words, one->by);
	}
	listing_texts(listing, texts, told->count);
	return true;
}

static void put_course(struct listing *listing, bool is_for_program, const struct complaint_line *line)
{
	const struct complaint *c = &line->complaint;

	if (is_for_program)
		listing_number(listing, c->stage);
	else
		listing_text(listing, line->stage);
	listing_day(listing, c->acknowledged_on);
	listing_day(listing, c->spoke_on);
	listing_day(listing, c->raised_on);
	listing_text(listing, c->raised_with);
	listing_text(listing, c->agency_passed_to);
	listing_text(listing, line->next);
	listing_day(listing, line->next_by);
	put_word(listing, is_for_program, complaint_outcome_token(c->outcome),
		 c->outcome == COMPLAINT_OUTCOME_COUNT ? "" : complaint_outcome_label(c->outcome));
	listing_day(listing, c->outcome_on);
	listing_text(listing, c->outcome_words);
	listing_text(listing, line->second);
	listing_day(listing, c->review_by);
}

bool show_complaint(struct app *app, struct listing *listing, bool is_for_program, int64_t id, struct fault *f)
{
	struct complaint_page page;
	const struct complaint *c = &page.line.complaint;

	if (!casework_complaint(app->cw, id, &app->mem, &page, f))
		return false;
	listing_begin(listing, complaint_columns, sizeof complaint_columns / sizeof *complaint_columns, &app->mem);
	listing_text(listing, "complaint");
	listing_text(listing, c->reference);
	put_word(listing, is_for_program, complaint_state_token(c->state), complaint_state_label(c->state));
	listing_text(listing, page.line.conference);
	listing_text(listing, page.line.family);
	listing_text(listing, c->who);
	put_word(listing, is_for_program, complainant_token(c->as), complainant_label(c->as));
	put_word(listing, is_for_program, complaint_about_token(complaint_ground_about(c->ground)),
		 complaint_about_label(complaint_ground_about(c->ground)));
	put_word(listing, is_for_program, complaint_ground_token(c->ground), complaint_ground_label(c->ground));
	listing_text(listing, c->agency);
	listing_day(listing, c->received_on);
	put_word(listing, is_for_program, complaint_way_token(c->way), complaint_way_label(c->way));
	listing_text(listing, c->words);
	listing_text(listing, c->late_reason);
	listing_text(listing, c->advocate);
	put_course(listing, is_for_program, &page.line);
	return put_told(app, listing, &page.told, f);
}

static void put_escalation(struct listing *listing, bool is_for_program, const struct escalation_line *line)
{
	const struct escalation *e = &line->escalation;

	listing_text(listing, "escalation");
	listing_text(listing, e->reference);
	put_word(listing, is_for_program, escalation_state_token(e->state), escalation_state_label(e->state));
	listing_text(listing, line->conference);
	listing_text(listing, line->family);
	put_word(listing, is_for_program, escalation_cause_token(e->cause), escalation_cause_label(e->cause));
	listing_text(listing, e->about);
	listing_day(listing, e->raised_on);
	listing_text(listing, e->raised_by);
	listing_text(listing, e->words);
	if (is_for_program)
		listing_number(listing, e->stage);
	else
		listing_text(listing, line->stage);
	listing_text(listing, e->with);
	listing_text(listing, line->next);
	listing_day(listing, line->answer_by);
	listing_day(listing, e->answered_on);
	listing_text(listing, e->answer);
	listing_day(listing, e->ended_on);
	listing_text(listing, e->ended_words);
}

bool show_escalation(struct app *app, struct listing *listing, bool is_for_program, int64_t id, struct fault *f)
{
	struct escalation_page page;

	if (!casework_escalation(app->cw, id, &app->mem, &page, f))
		return false;
	listing_begin(listing, escalation_columns, sizeof escalation_columns / sizeof *escalation_columns, &app->mem);
	put_escalation(listing, is_for_program, &page.line);
	return put_told(app, listing, &page.told, f);
}
