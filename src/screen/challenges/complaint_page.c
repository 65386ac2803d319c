/* One complaint: who complains of what, its clocks, what was done about it, and a key for each step. */
#include "about.h"
#include "base/text.h"
#include "complaint.h"
#include "mailing.h"
#include "page.h"
#include "screens.h"

#include <stdio.h>

enum { OP_STEP = OP_FIRST_OWN, OP_CONFERENCE = OP_STEP + COMPLAINT_STEP_COUNT, OP_FAMILY, OP_LETTERS };
enum { TAB_PAGE, TAB_DONE, TAB_COUNT };

static const struct binding complaint_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "Open what this line leads to."},
	{'a', 0, 0, OP_STEP + COMPLAINT_STEP_ACKNOWLEDGE, "Acknowledged", "It was acknowledged to who complained."},
	{'s', 0, 0, OP_STEP + COMPLAINT_STEP_SPEAK, "Spoke", "The chair spoke to who complained."},
	{'r', 0, 0, OP_STEP + COMPLAINT_STEP_RAISE, "Raised", "The chair raised it with the managers."},
	{'n', 0, 0, OP_STEP + COMPLAINT_STEP_NEXT_STAGE, "Next stage",
	 "It goes to the next stage; why is asked. Also once the decision was upheld."},
	{'p', 0, 0, OP_STEP + COMPLAINT_STEP_PASS, "Passed on", "It was passed to the agency it is about."},
	{'x', 0, 0, OP_STEP + COMPLAINT_STEP_SETTLE, "Settle",
	 "How it ends: decision upheld, review brought forward, second conference."},
	{'w', 0, 0, OP_STEP + COMPLAINT_STEP_WITHDRAW, NULL, "Who complained takes it back; why is asked."},
	{'l', 0, 0, OP_LETTERS, "Letter", "Write to who complains: that it came in, or how it was settled."},
	{'c', 0, 0, OP_CONFERENCE, NULL, "The conference it is about."},
	{'f', 0, 0, OP_FAMILY, NULL, "The family's page."},
	PAGE_KEYS,
	{0},
};

struct complaint_screen_state {
	struct page page; /* first: page.c draws and asks by it */
	int64_t id;
	struct complaint_page data;
	day_number today;
};

static const char *const tab_labels[] = {"Page", "Done so far"};

static void add_clock(struct complaint_screen_state *state, struct arena *mem, const char *label, day_number done,
		      day_number by)
{
	char day[DATE_TEXT_ROOM];

	if (done != DAY_NONE)
		page_add(&state->page, TAB_PAGE, mem, label, arena_text(mem, date_medium(done, day)));
	else if (by != DAY_NONE)
		page_add(&state->page, TAB_PAGE, mem, label,
			 arena_printf(mem, "by %s%s", date_medium(by, day), by < state->today ? ", late" : ""))
			->role = by < state->today ? TUI_LATE : TUI_SOON;
}

static void add_complaint(struct complaint_screen_state *state, struct arena *mem, int cells)
{
	const struct complaint_line *line = &state->data.line;
	const struct complaint *c = &line->complaint;
	struct page *page = &state->page;
	struct page_line *about;
	char day[DATE_TEXT_ROOM];

	page_heading(page, TAB_PAGE, mem, "Complaint");
	page_add(page, TAB_PAGE, mem, "Who complains", arena_printf(mem, "%s, %s", c->who, complainant_label(c->as)));
	page_add_wrapped(page, TAB_PAGE, mem, cells, "Write to", c->write_to);
	page_add(page, TAB_PAGE, mem, "Supported by", c->advocate);
	page_add_wrapped(page, TAB_PAGE, mem, cells, "Copy to", c->advocate_to);
	about = page_add(
		page, TAB_PAGE, mem, "About",
		arena_printf(mem, "%s, held %s, %s", line->conference, date_medium(line->held_on, day), line->chair));
	about->go = GO_CONFERENCE;
	about->id = c->conference_id;
	page_add_wrapped(page, TAB_PAGE, mem, cells, "Of", state->data.about);
	page_add(page, TAB_PAGE, mem, "Agency", c->agency);
	page_add(page, TAB_PAGE, mem, "Received",
		 arena_printf(mem, "%s, by %s", date_medium(c->received_on, day), complaint_way_label(c->way)));
	page_add_wrapped(page, TAB_PAGE, mem, cells, "Late because", c->late_reason);
	page_add_wrapped(page, TAB_PAGE, mem, cells, "In their words", c->words);
}

static void add_outcome(struct complaint_screen_state *state, struct arena *mem, int cells)
{
	const struct complaint *c = &state->data.line.complaint;
	struct page *page = &state->page;
	struct page_line *second;

	page_heading(page, TAB_PAGE, mem, "How it ended");
	page_add(page, TAB_PAGE, mem, "State", complaint_state_label(c->state));
	page_add(page, TAB_PAGE, mem, "Passed to", c->agency_passed_to);
	if (c->state != COMPLAINT_SETTLED)
		return;
	page_add(page, TAB_PAGE, mem, "Outcome", complaint_outcome_label(c->outcome));
	if (complaint_step_check(c, COMPLAINT_STEP_NEXT_STAGE, state->data.stages, NULL))
		page_add(page, TAB_PAGE, mem, "They may go on to",
			 arena_printf(mem, "%s: n", complaint_stage_label(c->stage + 1, state->data.stages)));
	page_date(page, TAB_PAGE, mem, "On", c->outcome_on);
	page_date(page, TAB_PAGE, mem, "Review by", c->review_by);
	second = page_add(page, TAB_PAGE, mem, "Second conference", state->data.line.second);
	second->go = GO_CONFERENCE;
	second->id = c->second_id;
	page_add_wrapped(page, TAB_PAGE, mem, cells, "Answer", c->outcome_words);
}

static void add_course(struct complaint_screen_state *state, struct arena *mem, int cells)
{
	const struct complaint_line *line = &state->data.line;
	const struct complaint *c = &line->complaint;
	struct page *page = &state->page;

	page_heading(page, TAB_PAGE, mem, "What is owed");
	if (complaint_ground_about(c->ground) != COMPLAINT_ABOUT_AGENCY) {
		page_add(page, TAB_PAGE, mem, "Until then", "The decision stands.");
		page_add(page, TAB_PAGE, mem, "Stage", line->stage);
	}
	add_clock(state, mem, "Acknowledged", c->acknowledged_on, line->acknowledge_by);
	add_clock(state, mem, "Chair spoke to them", c->spoke_on, line->speak_by);
	add_clock(state, mem, "Raised", c->raised_on, DAY_NONE);
	page_add_wrapped(page, TAB_PAGE, mem, cells, "Raised with", c->raised_with);
	add_clock(state, mem, "Answered", c->outcome_on, line->answer_by);
}

static bool complaint_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct complaint_screen_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	int cells = page_text_columns(t);

	if (!casework_complaint(casework_of(t), state->id, mem, &state->data, f))
		return false;
	state->today = casework_today(casework_of(t));
	page_begin(&state->page, tab_labels, TAB_COUNT);
	add_complaint(state, mem, cells);
	if (state->data.line.complaint.state == COMPLAINT_OPEN)
		add_course(state, mem, cells);
	else
		add_outcome(state, mem, cells);
	page_told(&state->page, TAB_DONE, mem, cells, &state->data.told);
	page_show(&state->page, mem);
	return true;
}

static void complaint_title(const struct screen *s, char *out, size_t room)
{
	const struct complaint_screen_state *state = screen_state(s);
	const struct complaint_line *line = &state->data.line;

	snprintf(out, room, "Complaint %s · %s · %s", line->complaint.reference, line->family, line->next);
}

static bool act_own(struct complaint_screen_state *state, struct tui *t, int op, struct fault *f)
{
	const struct complaint *c = &state->data.line.complaint;

	if (op == OP_CONFERENCE)
		return conference_open(t, c->conference_id, f);
	if (op == OP_LETTERS)
		return notices_open(
			t, c->state == COMPLAINT_OPEN ? NOTICE_COMPLAINT_ACKNOWLEDGED : NOTICE_COMPLAINT_ANSWERED,
			c->id, f);
	if (op == OP_FAMILY)
		return family_open(t, c->family_id, f);
	return complaint_step_open(t, state->id, (enum complaint_step)(op - OP_STEP), NULL, f);
}

static enum handled complaint_act_on(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct complaint_screen_state *state = screen_state(s);
	struct fault f = {0};

	if (page_act(&state->page, t, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op < OP_STEP || op > OP_LETTERS)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

/* What cannot be done now is not offered. */
static bool complaint_key_is_live(const struct screen *s, int op)
{
	const struct complaint_screen_state *state = screen_state(s);

	return op < OP_STEP || op >= OP_CONFERENCE ||
	       complaint_step_check(&state->data.line.complaint, (enum complaint_step)(op - OP_STEP),
				    state->data.stages, NULL);
}

ABOUT_FAMILY(complaint_screen_state, data.line.complaint.family_id)

const struct screen_class complaint_screen = {
	.name = "complaint",
	.purpose = "One complaint about a conference: its clocks, what was done, and how it ended.",
	.keys = complaint_keys,
	.state_size = sizeof(struct complaint_screen_state),
	.about = about,
	.list = LIST_OF(struct complaint_screen_state, page.list),
	.load = complaint_load,
	.title = complaint_title,
	.draw = page_screen_draw,
	.resized = page_screen_resized,
	.act = complaint_act_on,
	.takes_text = page_screen_takes_text,
	.key_is_live = complaint_key_is_live,
};

bool complaint_open(struct tui *t, int64_t id, struct fault *f)
{
	struct complaint_screen_state start = {.id = id};

	return tui_push(t, &complaint_screen, &start, f);
}
