/* One escalation: what is wrong, which manager it is with, what each answered, and a key for each step. */
#include "about.h"
#include "base/text.h"
#include "escalation.h"
#include "mailing.h"
#include "page.h"
#include "screens.h"

#include <stdio.h>

enum { OP_STEP = OP_FIRST_OWN, OP_CONFERENCE = OP_STEP + ESCALATION_STEP_COUNT, OP_FAMILY, OP_LETTERS };
enum { TAB_PAGE, TAB_DONE, TAB_COUNT };

static const struct binding escalation_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "Open what this line leads to."},
	{'l', 0, 0, OP_LETTERS, "Letter", "Write to the manager it is with."},
	{'a', 0, 0, OP_STEP + ESCALATION_STEP_ANSWER, "Answered", "What the manager answered, and when."},
	{'n', 0, 0, OP_STEP + ESCALATION_STEP_NEXT_STAGE, "Next stage", "It goes to the next manager; why is asked."},
	{'x', 0, 0, OP_STEP + ESCALATION_STEP_SETTLE, "Settle", "How it was settled."},
	{'w', 0, 0, OP_STEP + ESCALATION_STEP_WITHDRAW, NULL, "It is not pursued; why is asked."},
	{'c', 0, 0, OP_CONFERENCE, NULL, "The conference it comes from."},
	{'f', 0, 0, OP_FAMILY, NULL, "The family's page."},
	PAGE_KEYS,
	{0},
};

struct escalation_screen_state {
	struct page page; /* first: page.c draws and asks by it */
	int64_t id;
	struct escalation_page data;
};

static const char *const tab_labels[] = {"Page", "Done so far"};

static void add_escalation(struct escalation_screen_state *state, struct arena *mem, int cells)
{
	const struct escalation_line *line = &state->data.line;
	const struct escalation *e = &line->escalation;
	struct page *page = &state->page;
	struct page_line *from;
	char day[DATE_TEXT_ROOM];

	page_heading(page, TAB_PAGE, mem,
		     e->cause == ESCALATION_CAUSE_DISSENT ? "Formal dissent" : "Concern about practice");
	page_add_wrapped(page, TAB_PAGE, mem, cells, "About", e->about);
	page_add(page, TAB_PAGE, mem, "Because", escalation_cause_label(e->cause));
	from = page_add(page, TAB_PAGE, mem, "From",
			arena_printf(mem, "%s, %s", line->conference, date_medium(line->held_on, day)));
	from->go = GO_CONFERENCE;
	from->id = e->conference_id;
	page_add(page, TAB_PAGE, mem, "Raised",
		 arena_printf(mem, "%s, by %s", date_medium(e->raised_on, day), e->raised_by));
	page_add_wrapped(page, TAB_PAGE, mem, cells, "What is wrong", e->words);
}

static void add_course(struct escalation_screen_state *state, struct arena *mem, int cells)
{
	const struct escalation_line *line = &state->data.line;
	const struct escalation *e = &line->escalation;
	struct page *page = &state->page;
	char day[DATE_TEXT_ROOM];

	page_heading(page, TAB_PAGE, mem, "Where it is");
	page_add(page, TAB_PAGE, mem, "Stage", line->stage);
	page_add(page, TAB_PAGE, mem, "With", e->with);
	page_add(page, TAB_PAGE, mem, "Written to at", e->with_to);
	if (line->answer_by != DAY_NONE)
		page_add(page, TAB_PAGE, mem, "Answers",
			 arena_printf(mem, "by %s%s", date_medium(line->answer_by, day), line->is_late ? ", late" : ""))
			->role = line->is_late ? TUI_LATE : TUI_SOON;
	page_date(page, TAB_PAGE, mem, "Answered", e->answered_on);
	page_add_wrapped(page, TAB_PAGE, mem, cells, "Answer", e->answer);
}

static void add_end(struct escalation_screen_state *state, struct arena *mem, int cells)
{
	const struct escalation *e = &state->data.line.escalation;
	struct page *page = &state->page;

	page_heading(page, TAB_PAGE, mem, "How it ended");
	page_add(page, TAB_PAGE, mem, "State", escalation_state_label(e->state));
	page_date(page, TAB_PAGE, mem, "On", e->ended_on);
	page_add(page, TAB_PAGE, mem, "Stage", state->data.line.stage);
	page_add_wrapped(page, TAB_PAGE, mem, cells, e->state == ESCALATION_SETTLED ? "How" : "Why", e->ended_words);
}

static bool escalation_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct escalation_screen_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	int cells = page_text_columns(t);

	if (!casework_escalation(casework_of(t), state->id, mem, &state->data, f))
		return false;
	page_begin(&state->page, tab_labels, TAB_COUNT);
	add_escalation(state, mem, cells);
	if (state->data.line.escalation.state == ESCALATION_OPEN)
		add_course(state, mem, cells);
	else
		add_end(state, mem, cells);
	page_told(&state->page, TAB_DONE, mem, cells, &state->data.told);
	page_show(&state->page, mem);
	return true;
}

static void escalation_title(const struct screen *s, char *out, size_t room)
{
	const struct escalation_screen_state *state = screen_state(s);
	const struct escalation_line *line = &state->data.line;

	snprintf(out, room, "Escalation %s · %s · %s", line->escalation.reference, line->family, line->next);
}

static bool act_own(struct escalation_screen_state *state, struct tui *t, int op, struct fault *f)
{
	const struct escalation *e = &state->data.line.escalation;

	if (op == OP_CONFERENCE)
		return conference_open(t, e->conference_id, f);
	if (op == OP_FAMILY)
		return family_open(t, e->family_id, f);
	if (op == OP_LETTERS)
		return notices_open(t, NOTICE_ESCALATION_RAISED, e->id, f);
	return escalation_step_open(t, state->id, (enum escalation_step)(op - OP_STEP), NULL, f);
}

static enum handled escalation_act_on(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct escalation_screen_state *state = screen_state(s);
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
static bool escalation_key_is_live(const struct screen *s, int op)
{
	const struct escalation_screen_state *state = screen_state(s);
	const struct escalation *e = &state->data.line.escalation;

	if (op == OP_LETTERS)
		return e->state == ESCALATION_OPEN && e->answered_on == DAY_NONE;
	return op < OP_STEP || op >= OP_CONFERENCE ||
	       escalation_step_check(e, (enum escalation_step)(op - OP_STEP), NULL);
}

ABOUT_FAMILY(escalation_screen_state, data.line.escalation.family_id)

const struct screen_class escalation_screen = {
	.name = "escalation",
	.purpose = "One concern about practice or formal dissent: which manager it is with, what each answered.",
	.keys = escalation_keys,
	.state_size = sizeof(struct escalation_screen_state),
	.about = about,
	.list = LIST_OF(struct escalation_screen_state, page.list),
	.load = escalation_load,
	.title = escalation_title,
	.draw = page_screen_draw,
	.resized = page_screen_resized,
	.act = escalation_act_on,
	.takes_text = page_screen_takes_text,
	.key_is_live = escalation_key_is_live,
};

bool escalation_open(struct tui *t, int64_t id, struct fault *f)
{
	struct escalation_screen_state start = {.id = id};

	return tui_push(t, &escalation_screen, &start, f);
}
