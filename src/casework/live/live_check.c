/* What still stands in the way of ending a conference: each thing with the step of the run-sheet where it is mended. */
#include "live_closing.h"

#include "booking_check.h"
#include "booking_facts.h"
#include "live_reach.h"
#include "store/report_store.h"

#include <string.h>

enum { HARD = true, SOFT = false, NAMES_SHOWN = 3 };

struct checking {
	struct casework *cw;
	const struct closing *at;
	struct arena *mem;
	struct live_check_list *out;
};

static void add(struct checking *c, enum run_step step, int64_t person, bool is_hard, const char *what)
{
	struct live_check *one = ARENA_PUSH(c->mem, c->out);

	if (!one)
		return;
	*one = (struct live_check){.what = what, .step = step, .person_id = person, .is_hard = is_hard};
	c->out->hard += is_hard;
}

/* "Amelia Okonkwo, DC Shaw, K. Evans and 2 more" */
struct named {
	const char *words;
	int count;
};

static void name_one(struct named *all, const char *name, struct arena *mem)
{
	if (all->count < NAMES_SHOWN)
		all->words = all->count ? arena_printf(mem, "%s, %s", all->words, name) : name;
	all->count++;
}

static const char *named_words(const struct named *all, struct arena *mem)
{
	return all->count > NAMES_SHOWN ? arena_printf(mem, "%s and %d more", all->words, all->count - NAMES_SHOWN)
					: all->words;
}

/* --- The children --- */

static void check_quorum(struct checking *c, const struct closing_child *child)
{
	struct quorum_presence_list there;
	struct quorum quorum;

	if (!closing_is_decided(child) || c->at->live.state.quorum == QUORUM_ANSWER_PROCEEDED)
		return;
	/* Whoever came at all: it was asked of those who were there when it was decided. */
	quorum_presences(&c->at->invitees, &c->at->live.attendances, -1, c->mem, &there);
	quorum_evaluate(casework_policy(c->cw), there.items, there.count, child->person->id, c->mem, &quorum);
	if (!quorum.is_quorate)
		add(c, RUN_PEOPLE, child->person->id, HARD,
		    arena_printf(c->mem,
				 "No quorum for %s (%s): record who was there, or say why it is held all the same.",
				 child->name, quorum.words));
}

static void check_decision(struct checking *c, const struct closing_child *child)
{
	struct fault why = {0};
	const char *line;

	if (!decision_check(&child->decision, &child->facts, &why)) {
		add(c, RUN_DECIDE, child->person->id, HARD, arena_text(c->mem, why.message));
		return;
	}
	check_quorum(c, child);
	if (*child->decision.warnings_accepted)
		return;
	line = decision_warnings(&child->decision, &child->facts, c->mem);
	while (*line) {
		size_t bytes = strcspn(line, "\n");

		add(c, RUN_DECIDE, child->person->id, SOFT, arena_text_n(c->mem, line, bytes));
		line += bytes + (line[bytes] == '\n');
	}
}

static bool is_adjourned(const struct closing_child *child)
{
	return closing_is_adjourned(child, false);
}

static void check_children(struct checking *c)
{
	size_t adjourned = closing_count(c->at, is_adjourned);

	for (size_t i = 0; i < c->at->children.count; i++)
		check_decision(c, &c->at->children.items[i]);
	if (adjourned && !closing_count(c->at, closing_is_decided))
		add(c, RUN_DECIDE, 0, HARD, "Nothing is decided for any child: adjourn the conference instead.");
}

/* --- The plan, the core group, the review --- */

static void check_plan(struct checking *c)
{
	const struct plan_version *plan = &c->at->plan;
	const struct {
		const char *text, *what;
	} parts[] = {
		{plan->harm, "Outline plan: what causes the harm is not written."},
		{plan->change, "Outline plan: what must change is not written."},
		{plan->contingency, "Outline plan: no contingency, what happens if nothing changes."},
	};

	if (!plan->id) {
		add(c, RUN_PLAN, 0, SOFT,
		    arena_printf(c->mem, "No outline plan is written for %s: write it before people leave.",
				 closing_names(c->at, closing_makes_plan, c->mem)));
		return;
	}
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (!text_is_given(parts[i].text))
			add(c, RUN_PLAN, 0, SOFT, parts[i].what);
	if (!c->at->actions.count)
		add(c, RUN_PLAN, 0, SOFT, "Outline plan: no action, so nobody has anything to do.");
}

static bool makes_new_plan(const struct closing_child *child)
{
	return child->decision.outcome == OUTCOME_PLAN_MADE;
}

static void check_core_group(struct checking *c)
{
	const struct core_group_meeting *meeting = &c->at->meeting;
	day_number last = c->at->meeting_last;
	bool is_hard = closing_count(c->at, makes_new_plan) > 0;
	char by[DATE_TEXT_ROOM], day[DATE_TEXT_ROOM];

	if (last != DAY_NONE)
		date_medium(last, by);
	if (!c->at->group.id)
		add(c, RUN_DATES, 0, is_hard,
		    last == DAY_NONE ? "No core group is named."
				     : arena_printf(c->mem, "No core group is named: it meets by %s.", by));
	else if (!meeting->id)
		add(c, RUN_DATES, 0, is_hard,
		    last == DAY_NONE ? "Core group: no day for its next meeting."
				     : arena_printf(c->mem, "Core group: no day for its next meeting, by %s.", by));
	else if (last != DAY_NONE && meeting->day > last && !text_is_given(meeting->late_reason))
		add(c, RUN_DATES, 0, HARD,
		    arena_printf(c->mem, "Core group: %s is after its limit, %s. Choose an earlier day or say why.",
				 date_medium(meeting->day, day), by));
}

static void check_review(struct checking *c)
{
	const struct conference *review = &c->at->review;
	day_number last = closing_review_last(c->cw, c->at);
	char by[DATE_TEXT_ROOM], day[DATE_TEXT_ROOM];

	if (last != DAY_NONE)
		date_medium(last, by);
	if (!review->id || review->held_on == DAY_NONE) {
		add(c, RUN_DATES, 0, SOFT,
		    last == DAY_NONE ? "The next review is not booked."
				     : arena_printf(c->mem, "The next review is not booked: it is held by %s.", by));
		return;
	}
	date_medium(review->held_on, day);
	if (review->held_on <= c->at->conference.held_on)
		add(c, RUN_DATES, 0, HARD,
		    arena_printf(c->mem, "The next review, %s, is not after this conference: book a later day.", day));
	else if (last != DAY_NONE && review->held_on > last && !text_is_given(review->late_reason))
		add(c, RUN_DATES, 0, HARD,
		    arena_printf(c->mem, "The next review, %s, is after its limit, %s. Book an earlier day or say why.",
				 day, by));
}

/* --- What was to be done and written on the way --- */

static const struct attendance *attendance_of(const struct closing *at, int64_t invitee)
{
	for (size_t i = 0; i < at->live.attendances.count; i++)
		if (at->live.attendances.items[i].invitee_id == invitee)
			return &at->live.attendances.items[i];
	return NULL;
}

static bool is_present(const struct closing *at, int64_t invitee)
{
	const struct attendance *one = attendance_of(at, invitee);

	return one && attendance_is_present(one->state);
}

static void check_attendance(struct checking *c)
{
	struct named nobody_said = {.words = ""};

	for (size_t i = 0; i < c->at->invitees.count; i++) {
		const struct attendance *one = attendance_of(c->at, c->at->invitees.items[i].id);

		if (!one || one->state == ATTENDANCE_NONE)
			name_one(&nobody_said, c->at->invitees.items[i].shown_name, c->mem);
	}
	if (nobody_said.count)
		add(c, RUN_PEOPLE, 0, SOFT,
		    arena_printf(c->mem, "Attendance is not recorded: %s.", named_words(&nobody_said, c->mem)));
}

static bool has_view(const struct closing *at, int64_t invitee)
{
	for (size_t i = 0; i < at->live.views.count; i++) {
		const struct view *one = &at->live.views.items[i];

		if (one->invitee_id == invitee && (one->at_risk != OPINION_NONE || one->plan != OPINION_NONE))
			return true;
	}
	return false;
}

static void check_views(struct checking *c)
{
	struct named silent = {.words = ""};

	for (size_t i = 0; i < c->at->invitees.count; i++) {
		const struct invitee *one = &c->at->invitees.items[i];

		if (one->capacity == CAPACITY_PROFESSIONAL && is_present(c->at, one->id) && !has_view(c->at, one->id))
			name_one(&silent, one->shown_name, c->mem);
	}
	if (silent.count)
		add(c, RUN_VIEWS, 0, SOFT,
		    arena_printf(c->mem, "Views are not recorded: %s.", named_words(&silent, c->mem)));
}

static bool is_ticked(const struct closing *at, enum run_item item, int64_t invitee)
{
	for (size_t i = 0; i < at->live.marks.count; i++) {
		const struct run_mark *one = &at->live.marks.items[i];

		if (one->item == item && one->invitee_id == invitee && one->answer != OPINION_NONE)
			return true;
	}
	return false;
}

static bool is_asked(const struct closing *at, enum run_item item)
{
	return item != RUN_ITEM_INTERPRETER || *at->conference.interpreter || *at->conference.signing;
}

/* Of each of the family who is there, or of nobody in particular. */
static void count_item(const struct closing *at, enum run_item item, int *asked, int *open)
{
	if (!run_item_is_of_each(item)) {
		++*asked;
		*open += !is_ticked(at, item, 0);
		return;
	}
	for (size_t i = 0; i < at->invitees.count; i++) {
		const struct invitee *one = &at->invitees.items[i];

		if (one->capacity != CAPACITY_FAMILY || !is_present(at, one->id))
			continue;
		++*asked;
		*open += !is_ticked(at, item, one->id);
	}
}

static void check_marks(struct checking *c, enum run_step step)
{
	int asked = 0, open = 0;

	for (int i = 0; i < RUN_ITEM_COUNT; i++)
		if (run_item_step((enum run_item)i) == step && is_asked(c->at, (enum run_item)i))
			count_item(c->at, (enum run_item)i, &asked, &open);
	if (open)
		add(c, step, 0, SOFT,
		    arena_printf(c->mem, "%s: %d of %d not ticked.",
				 step == RUN_PRE_MEETING ? "Meeting the family before" : "Statements", open, asked));
}

static bool is_shared(const struct report_reader_list *readers, int64_t report)
{
	for (size_t i = 0; i < readers->count; i++)
		if (readers->items[i].report_id == report && readers->items[i].shared_on != DAY_NONE)
			return true;
	return false;
}

static bool check_reports(struct checking *c, struct fault *f)
{
	struct report_list reports;
	struct report_reader_list readers;
	struct named unsaid = {.words = ""};

	if (!reports_of(c->cw->store, c->at->conference.id, c->mem, &reports, f) ||
	    !report_readers_of(c->cw->store, c->at->conference.id, c->mem, &readers, f))
		return false;
	for (size_t i = 0; i < reports.count; i++) {
		const struct report *one = &reports.items[i];

		if (one->received_on != DAY_NONE && report_may_go_to_family(one) && !*one->not_shared_why &&
		    !is_shared(&readers, one->id))
			name_one(&unsaid, *one->shown_agency ? one->shown_agency : one->shown_name, c->mem);
	}
	if (unsaid.count)
		add(c, RUN_REPORTS, 0, SOFT,
		    arena_printf(c->mem, "It is not said whether the family had the report: %s.",
				 named_words(&unsaid, c->mem)));
	return true;
}

static void check_notes(struct checking *c)
{
	if (!c->at->live.notes.count)
		add(c, RUN_NOTES, 0, SOFT, "Nothing of what was said is noted: the record begins empty.");
}

/* --- All of it --- */

static void hard_ones_first(struct live_check_list *list, struct arena *mem)
{
	struct live_check *sorted = arena_alloc(mem, (list->count + 1) * sizeof *sorted);
	size_t at = 0;

	if (!sorted)
		return;
	for (int soft = 0; soft < 2; soft++)
		for (size_t i = 0; i < list->count; i++)
			if (list->items[i].is_hard != (bool)soft)
				sorted[at++] = list->items[i];
	list->items = sorted;
	list->room = list->count;
}

bool closing_check(struct casework *cw, const struct closing *closing, struct arena *mem, struct live_check_list *out,
		   struct fault *f)
{
	struct checking c = {.cw = cw, .at = closing, .mem = mem, .out = out};

	*out = (struct live_check_list){0};
	check_marks(&c, RUN_PRE_MEETING);
	check_marks(&c, RUN_STATEMENTS);
	check_attendance(&c);
	if (!check_reports(&c, f))
		return false;
	check_notes(&c);
	check_views(&c);
	check_children(&c);
	if (closing_count(closing, closing_makes_plan)) {
		check_plan(&c);
		check_core_group(&c);
		check_review(&c);
	}
	hard_ones_first(out, mem);
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to check this.");
}

bool casework_live_check(struct casework *cw, int64_t conference, struct arena *mem, struct live_check_list *out,
			 const char **follows, struct fault *f)
{
	struct closing closing;
	bool ok;

	*out = (struct live_check_list){0};
	*follows = "";
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = closing_read(cw, conference, ACTION_SEE_CASES, mem, &closing, f) &&
	     closing_check(cw, &closing, mem, out, f);
	if (ok)
		*follows = closing_follows(cw, &closing, mem);
	look_undo(cw); /* the page it stands on was logged */
	return ok;
}
