/* Step 9 of a live conference: who is in the core group, when it meets first, and when the next review is. */
#include "base/text.h"
#include "live.h"
#include "live_plan.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OP_PROPOSE = OP_FIRST_OWN, OP_MEMBER, OP_TAKE_OUT, OP_MEETING, OP_REVIEW, OP_LEAD, OP_GIVE_BACK };
enum { ANSWER_MEMBER = 8761, ANSWER_LEAD, ANSWER_GIVE_BACK };

static const struct binding dates_keys[] = {
	{'p', 0, 0, OP_PROPOSE, "Propose", "Put the proposed members into the core group."},
	{'m', 0, 0, OP_MEETING, "Meeting", "The first meeting of the core group: day, time, place."},
	{'r', 0, 0, OP_REVIEW, "Review", "Book the next review, or move it."},
	{'a', '+', 0, OP_MEMBER, "Add", "Add a member: somebody of the list, or anybody else by name."},
	{'x', TUI_KEY_DELETE, 0, OP_TAKE_OUT, "Take out", "Take this member out."},
	{'l', 0, 0, OP_LEAD, "Lead", "Who leads the core group."},
	{'g', 0, 0, OP_GIVE_BACK, NULL, "Give the slot of the next review back."},
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, NULL, "What this line is about: the meeting, the review, the lead."},
	LIVE_KEYS,
	LIVE_DIGIT_KEYS,
	{0},
};

enum row_kind { ROW_HEADING, ROW_MEMBER, ROW_LEAD, ROW_MEETING, ROW_REVIEW };
struct dates_row {
	enum row_kind kind;
	const char *label, *words;
	bool is_missing;
	size_t member; /* in the list of them */
	int64_t identity;
};
struct dates_rows {
	struct dates_row *items;
	size_t count, room;
};
struct dates_state {
	struct live_screen live; /* first */
	struct live_plan_page plan;
	struct dates_rows rows;
};

static const struct list_column dates_columns[] = {{"", 34, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}};

/* --- Rows --- */

static bool push(struct dates_rows *rows, struct arena *mem, const struct dates_row *row)
{
	struct dates_row *one = ARENA_PUSH(mem, rows);

	if (one)
		*one = *row;
	return one != NULL;
}

static bool push_heading(struct dates_rows *rows, struct arena *mem, const char *words)
{
	const struct dates_row row = {
		.kind = ROW_HEADING, .label = words, .words = "", .identity = -1 - (int64_t)rows->count};

	return push(rows, mem, &row);
}

static const char *by_words(day_number due, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	return due == DAY_NONE ? "not booked" : arena_printf(mem, "not booked: by %s", date_medium(due, day));
}

static const char *meeting_words(const struct live_plan_page *plan, struct arena *mem)
{
	const struct core_group_meeting *m = &plan->meeting;
	char day[DATE_TEXT_ROOM], clock[8];

	if (!m->id)
		return by_words(plan->meeting_due, mem);
	return arena_printf(mem, "%s%s%s%s%s", date_medium(m->day, day), m->starts >= 0 ? " " : "",
			    m->starts >= 0 ? date_clock(m->starts, clock) : "", *m->place ? ", " : "", m->place);
}

static const char *review_words(const struct live_plan_page *plan, struct arena *mem)
{
	const struct conference *c = &plan->review;
	char day[DATE_TEXT_ROOM], clock[8];

	if (!c->id || c->held_on == DAY_NONE)
		return by_words(plan->review_limit != DAY_NONE ? plan->review_limit : plan->review_due, mem);
	return arena_printf(mem, "%s %s, %s%s%s (%s)", date_medium(c->held_on, day),
			    c->starts >= 0 ? date_clock(c->starts, clock) : "", *c->room ? c->room : c->place,
			    *c->chair ? ", " : "", c->chair, c->reference);
}

static bool push_members(struct dates_state *state, struct arena *mem)
{
	const struct core_group_member_list *members = &state->plan.members;

	for (size_t i = 0; i < members->count; i++) {
		const struct core_group_member *one = &members->items[i];
		struct dates_row row = {.kind = ROW_MEMBER,
					.label = *one->shown_name ? one->shown_name : one->name,
					.words = *one->role ? one->role : one->shown_agency,
					.member = i,
					.identity = 100 + (int64_t)i};

		if (one->until == DAY_NONE && !push(&state->rows, mem, &row))
			return false;
	}
	return true;
}

static bool make_rows(struct dates_state *state, struct arena *mem)
{
	const struct live_plan_page *plan = &state->plan;
	struct dates_row lead = {.kind = ROW_LEAD,
				 .label = "Leads it",
				 .words = plan->group.id && *plan->group.lead ? plan->group.lead : "not said",
				 .is_missing = !plan->group.id || !*plan->group.lead,
				 .identity = 1};
	struct dates_row meeting = {.kind = ROW_MEETING,
				    .label = "First meeting",
				    .words = meeting_words(plan, mem),
				    .is_missing = !plan->meeting.id,
				    .identity = 2};
	struct dates_row review = {.kind = ROW_REVIEW,
				   .label = "Next review",
				   .words = review_words(plan, mem),
				   .is_missing = !plan->review.id,
				   .identity = 3};

	state->rows = (struct dates_rows){0};
	if (!plan->is_needed)
		return true;
	return push_heading(&state->rows, mem,
			    plan->members.count ? "Core group" : "Core group: nobody yet. p proposes its members.") &&
	       push_members(state, mem) && push(&state->rows, mem, &lead) && push(&state->rows, mem, &meeting) &&
	       push_heading(&state->rows, mem, "Review") && push(&state->rows, mem, &review);
}

static const struct dates_row *row_of(const void *rows, size_t row)
{
	return &((const struct dates_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_of(rows, row)->identity;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_of(rows, row)->kind == ROW_HEADING;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	snprintf(out, room, "%s", column == 0 ? row_of(rows, row)->label : row_of(rows, row)->words);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	(void)column;
	return row_of(rows, row)->is_missing            ? TUI_SOON
	       : row_of(rows, row)->kind == ROW_HEADING ? TUI_HEADING
							: TUI_TEXT;
}

static bool dates_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct dates_state *state = screen_state(s);
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = row_is_heading,
				     .rows = &state->rows};

	if (!live_load(s, t, f) ||
	    !casework_live_plan_again(casework_of(t), state->live.conference, screen_arena(s), &state->plan, f))
		return false;
	if (!make_rows(state, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show these dates.");
	source.count = state->rows.count;
	if (!state->live.is_open)
		list_open(&state->live.list, dates_columns, 2);
	state->live.is_open = true;
	list_fill(&state->live.list, &source, screen_arena(s));
	return true;
}

static void dates_draw(const struct screen *s, struct canvas *c)
{
	const struct dates_state *state = screen_state(s);
	struct canvas_part part;
	struct canvas *body = live_draw(&state->live, c, &part);

	list_draw(&state->live.list, body, true,
		  "No child has a plan after today: no core group and no review follow. Decide first: 7.");
}

/* --- The core group --- */

static const struct dates_row *selected(const struct screen *s)
{
	const struct dates_state *state = screen_state(s);
	size_t row;

	return list_selection(&state->live.list, &row) ? &state->rows.items[row] : NULL;
}

static const char *present_lead(const struct dates_state *state)
{
	if (state->plan.group.id && *state->plan.group.lead)
		return state->plan.group.lead;
	return state->plan.conference.social_worker;
}

static bool save_group(const struct dates_state *state, struct tui *t, const struct core_group_member_list *members,
		       const char *lead, struct fault *f)
{
	return casework_live_core_group(casework_of(t), state->live.conference, state->plan.group.version,
					members->items, members->count, lead, f);
}

static bool is_member(const struct core_group_member_list *members, const struct core_group_member *one)
{
	for (size_t i = 0; i < members->count; i++) {
		const struct core_group_member *m = &members->items[i];

		if (m->person_id == one->person_id && m->contact_id == one->contact_id &&
		    (m->person_id || m->contact_id || strcmp(m->name, one->name) == 0))
			return true;
	}
	return false;
}

static bool add_members(struct dates_state *state, const struct core_group_member_list *more, struct arena *mem,
			struct core_group_member_list *all)
{
	for (size_t i = 0; i < state->plan.members.count; i++) {
		struct core_group_member *one = state->plan.members.items[i].until == DAY_NONE ? ARENA_PUSH(mem, all)
											       : NULL;

		if (one)
			*one = state->plan.members.items[i];
	}
	for (size_t i = 0; i < more->count; i++) {
		struct core_group_member *one = is_member(all, &more->items[i]) ? NULL : ARENA_PUSH(mem, all);

		if (one)
			*one = more->items[i];
	}
	return !arena_exhausted(mem);
}

static bool propose(struct dates_state *state, struct tui *t, struct fault *f)
{
	struct core_group_member_list proposed = {0}, all = {0};
	struct arena mem = {0};
	const char *left_out;
	bool ok = casework_live_core_group_propose(casework_of(t), state->live.conference, &mem, &proposed, &left_out,
						   f);

	if (ok && !add_members(state, &proposed, &mem, &all))
		ok = fault_set(f, FAULT_MEMORY, "There is not enough memory for this core group.");
	ok = ok && save_group(state, t, &all, present_lead(state), f);
	if (ok && *left_out)
		tui_say(t, "Left to you (a adds): %s.", left_out);
	arena_finish(&mem);
	return ok;
}

static bool take_out(struct dates_state *state, struct tui *t, const struct dates_row *row, struct fault *f)
{
	struct core_group_member_list left = {0}, none = {0};
	struct arena mem = {0};
	size_t kept = 0;
	bool ok;

	if (!row || row->kind != ROW_MEMBER)
		return fault_set(f, FAULT_REFUSED, "Choose a member of the core group first.");
	ok = add_members(state, &none, &mem, &left) ||
	     fault_set(f, FAULT_MEMORY, "There is not enough memory for this core group.");
	for (size_t i = 0; ok && i < left.count; i++)
		if (left.items[i].id != state->plan.members.items[row->member].id)
			left.items[kept++] = left.items[i];
	left.count = kept;
	ok = ok && save_group(state, t, &left, present_lead(state), f);
	arena_finish(&mem);
	return ok;
}

/* Somebody of the conference's list, or whoever is typed. */
static bool find_member(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct desk *desk = world;
	struct live_page page;
	struct palette_item *item;

	if (!casework_live_again(desk->cw, desk->live_conference, mem, &page, f))
		return false;
	for (size_t i = 0; i < page.people.count; i++) {
		if (!text_begins_words(mem, page.people.items[i].who, typed) ||
		    page.people.items[i].invitee.exclusion == EXCLUSION_WHOLE)
			continue;
		item = ARENA_PUSH(mem, out);
		if (item)
			*item = (struct palette_item){.label = page.people.items[i].who,
						      .detail = page.people.items[i].is_present ? "here" : "",
						      .keys = "",
						      .number = page.people.items[i].invitee.id};
	}
	item = *typed ? ARENA_PUSH(mem, out) : NULL;
	if (item)
		*item = (struct palette_item){
			.label = arena_printf(mem, "Somebody else: %s", typed), .detail = "by name only", .keys = ""};
	out->total = out->count;
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
}

static bool add_member(struct dates_state *state, struct tui *t, const struct answer *answer, struct fault *f)
{
	struct core_group_member one = core_group_member_blank();
	const struct core_group_member_list more = {.items = &one, .count = 1};
	struct core_group_member_list all = {0};
	struct arena mem = {0};
	const char *typed = strchr(answer->text, ' ');
	bool ok;

	one.name = answer->number || !typed ? "" : typed + 1;
	for (size_t i = 0; i < state->live.page.people.count; i++) {
		const struct invitee *invitee = &state->live.page.people.items[i].invitee;

		if (!answer->number || invitee->id != answer->number)
			continue;
		one.person_id = invitee->person_id;
		one.contact_id = one.person_id ? 0 : invitee->contact_id;
		if (!one.person_id && !one.contact_id)
			one.name = invitee->shown_name;
		one.role = state->live.page.people.items[i].as;
	}
	ok = add_members(state, &more, &mem, &all) ||
	     fault_set(f, FAULT_MEMORY, "There is not enough memory for this core group.");
	ok = ok && save_group(state, t, &all, present_lead(state), f);
	arena_finish(&mem);
	return ok;
}

/* --- Keys --- */

static bool ask_member(struct dates_state *state, struct tui *t, struct fault *f)
{
	desk_of(t)->live_conference = state->live.conference;
	return palette_choose(t, ANSWER_MEMBER, "Core group: add a member",
			      "Letters of a name, a role or an agency; or the whole name of somebody else.",
			      find_member, f);
}

static bool ask_give_back(struct dates_state *state, struct tui *t, struct fault *f)
{
	if (!state->plan.review.id)
		return fault_set(f, FAULT_REFUSED, "No review is booked yet: r books it.");
	return prompt_yes_no(t, ANSWER_GIVE_BACK, "Give the slot of the next review back?",
			     "It is then to be booked again before the conference closes, while a plan goes on.", f);
}

static bool open_review(struct dates_state *state, struct tui *t, struct fault *f)
{
	return state->plan.review.id ? booking_form_open(t, state->plan.review.id, NULL, f)
				     : live_review_open(t, state->live.conference, NULL, f);
}

static bool open_row(struct dates_state *state, struct tui *t, const struct dates_row *row, struct fault *f)
{
	switch (row ? row->kind : ROW_HEADING) {
	case ROW_MEETING: return live_meeting_form_open(t, state->live.conference, NULL, f);
	case ROW_REVIEW: return open_review(state, t, f);
	case ROW_LEAD: return prompt_line(t, ANSWER_LEAD, "Who leads the core group?", "", present_lead(state), f);
	default: return true;
	}
}

static enum handled dates_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct dates_state *state = screen_state(s);
	struct fault f = {0};
	bool done;

	if (list_act(&state->live.list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_PROPOSE: live_saved(t, propose(state, t, &f), &f, ""); return HANDLED;
	case OP_TAKE_OUT: live_saved(t, take_out(state, t, selected(s), &f), &f, ""); return HANDLED;
	case OP_MEMBER: done = ask_member(state, t, &f); break;
	case OP_MEETING: done = live_meeting_form_open(t, state->live.conference, NULL, &f); break;
	case OP_REVIEW: done = open_review(state, t, &f); break;
	case OP_GIVE_BACK: done = ask_give_back(state, t, &f); break;
	case OP_LEAD:
		done = prompt_line(t, ANSWER_LEAD, "Who leads the core group?", "", present_lead(state), &f);
		break;
	case OP_OPEN: done = open_row(state, t, selected(s), &f); break;
	default: return NOT_MINE;
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static void dates_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct dates_state *state = screen_state(s);
	struct fault f = {0};
	bool done = true;

	if (live_answered(s, t, answer))
		return;
	if (answer->code == ANSWER_MEMBER)
		done = add_member(state, t, answer, &f);
	else if (answer->code == ANSWER_LEAD)
		done = save_group(state, t, &state->plan.members, answer->text, &f);
	else if (answer->code == ANSWER_GIVE_BACK && answer->number)
		done = casework_live_review_drop(casework_of(t), state->live.conference, &f);
	if (!done)
		tui_say_fault(t, &f);
}

static bool dates_key_is_live(const struct screen *s, int op)
{
	const struct dates_state *state = screen_state(s);
	const struct dates_row *row = selected(s);

	switch (op) {
	case OP_PROPOSE:
	case OP_MEMBER:
	case OP_MEETING:
	case OP_REVIEW:
	case OP_LEAD: return state->plan.is_needed && live_is_going_on(&state->live);
	case OP_TAKE_OUT: return row && row->kind == ROW_MEMBER && live_is_going_on(&state->live);
	case OP_GIVE_BACK: return state->plan.review.id && live_is_going_on(&state->live);
	default: return live_key_is_live(s, op);
	}
}

const struct screen_class live_dates_screen = {
	.name = "live-dates",
	.purpose = "A live conference, step 9: the core group, its first meeting, and the next review.",
	.keys = dates_keys,
	.state_size = sizeof(struct dates_state),
	.load = dates_load,
	.title = live_title,
	.status = live_status,
	.draw = dates_draw,
	.act = dates_act,
	.answered = dates_answered,
	.key_is_live = dates_key_is_live,
	.takes_text = live_takes_text,
};
