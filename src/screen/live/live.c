/* What every step of a live conference does alike: title, row of steps, going among them, starting. */
#include "live.h"
#include "base/text.h"
#include "live_end.h"
#include "live_plan.h"
#include "screens.h"
#include "tui/prompt.h"
#include "tui/tabs.h"
#include "tui/tui.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_STARTED = 8701 };

static const struct screen_class *const step_screens[RUN_STEP_COUNT] = {
#define X(step, class) [RUN_##step] = &class,
	LIVE_STEP_SCREENS(X)
#undef X
};

/* --- Going among the steps --- */

/* The states of the steps differ in size: the first load takes from the desk where it is. */
static const struct screen_class *aim(struct tui *t, int64_t conference, enum run_step step)
{
	struct desk *desk = desk_of(t);

	desk->live_conference = conference;
	desk->live_step = step;
	return step_screens[step];
}

bool live_open(struct tui *t, int64_t conference, struct fault *f)
{
	enum run_step step = RUN_PRE_MEETING;
	struct live_page page;
	struct arena mem = {0};
	bool ok = casework_live(casework_of(t), conference, &mem, &page, f);

	if (ok && page.state.version)
		step = page.state.step;
	arena_finish(&mem);
	return ok && tui_push(t, aim(t, conference, step), NULL, f);
}

bool live_go(struct tui *t, int64_t conference, enum run_step step, struct fault *f)
{
	return tui_replace(t, aim(t, conference, step), NULL, f);
}

static enum run_step step_from(enum run_step step, int by)
{
	return (enum run_step)(((int)step + by + RUN_STEP_COUNT) % RUN_STEP_COUNT);
}

/* --- Reading --- */

bool live_is_going_on(const struct live_screen *live)
{
	return live->page.conference.state == STATE_IN_PROGRESS;
}

bool live_waits_for_decision(const struct live_screen *live)
{
	for (size_t i = 0; i < live->page.children.count; i++)
		if (*live->page.children.items[i].undecided_why)
			return true;
	return false;
}

/* Where the chair stands is kept, so that another machine goes on there; whoever else looks leaves it alone. Not being
 * able to keep it is no reason not to show the step. */
static void remember_step(struct live_screen *live, struct tui *t)
{
	if (live->page.is_mine && live_is_going_on(live) && live->page.state.step != live->step &&
	    casework_live_step(casework_of(t), live->conference, live->step, NULL))
		live->page.state.step = live->step;
}

bool live_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct live_screen *live = screen_state(s);

	if (!live->conference) {
		live->conference = desk_of(t)->live_conference;
		live->step = desk_of(t)->live_step;
	}
	if (!casework_live_again(casework_of(t), live->conference, screen_arena(s), &live->page, f))
		return false;
	remember_step(live, t);
	live->checks = (struct live_check_list){0};
	live->follows = "";
	return !live_is_going_on(live) ||
	       casework_live_check(casework_of(t), live->conference, screen_arena(s), &live->checks, &live->follows, f);
}

bool live_fill(struct live_screen *live, const struct list_column *columns, int column_count,
	       const struct list_source *source, struct arena *mem)
{
	bool is_new = !live->is_open;

	if (is_new)
		list_open(&live->list, columns, column_count);
	live->is_open = true;
	list_fill(&live->list, source, mem);
	return is_new;
}

void live_about(const struct screen *s, struct screen_about *out)
{
	const struct live_screen *live = screen_state(s);

	*out = (struct screen_about){live->page.conference.family_id, live->page.conference.id};
}

/* Who may see it comes first: in the first forty cells of a braille line, and left when the window is narrow. */
void live_title(const struct screen *s, char *out, size_t room)
{
	const struct live_screen *live = screen_state(s);
	const struct conference *c = &live->page.conference;

	snprintf(out, room, "%s · LIVE %s · %s · %s", live->is_restricted ? "Professionals only" : live->page.marker,
		 c->reference, live->page.family_words, conference_type_brief(c->type));
}

void live_status(const struct screen *s, char *out, size_t room)
{
	const struct live_screen *live = screen_state(s);

	out[0] = '\0';
	if (!live->page.state.version)
		snprintf(out, room, "Not begun: S starts it.");
	else if (!live_is_going_on(live))
		snprintf(out, room, "%s: what was written stays as it was.",
			 conference_state_label(live->page.conference.state));
	else
		snprintf(out, room, "%s%s%s%s", live->page.saved, *live->page.also_here ? " · " : "",
			 live->page.also_here, *live->page.also_here ? ", writes too" : "");
}

/* --- Drawing --- */

struct step_row {
	char labels[RUN_STEP_COUNT][24];
	const char *shown[RUN_STEP_COUNT];
};

static int row_width(const struct step_row *row)
{
	int width = 2;

	for (int step = 0; step < RUN_STEP_COUNT; step++)
		width += text_width(row->labels[step]) + 2;
	return width;
}

static bool lacks_something(const struct live_screen *live, enum run_step step)
{
	for (size_t i = 0; i < live->checks.count; i++)
		if (live->checks.items[i].step == step)
			return true;
	return false;
}

/* One that was passed and lacks nothing says so in place of its name. */
static void label(const struct live_screen *live, struct step_row *row, enum run_step step)
{
	bool is_passed = step < live->step || step < live->page.state.step;
	bool is_settled = live_is_going_on(live) && is_passed && step != live->step && !lacks_something(live, step);

	snprintf(row->labels[step], sizeof row->labels[step], "%c %s", run_step_key(step),
		 is_settled ? "ok" : run_step_label(step));
}

static void shorten(struct step_row *row, int step)
{
	snprintf(row->labels[step], sizeof row->labels[step], "%c", run_step_key((enum run_step)step));
}

/* Where there is no room for all names, those that were passed keep their number alone, the farthest first. */
static void fit(struct step_row *row, int present, int columns)
{
	for (int step = 0; step < present && row_width(row) > columns; step++)
		shorten(row, step);
	for (int step = RUN_STEP_COUNT - 1; step > present && row_width(row) > columns; step--)
		shorten(row, step);
}

struct canvas *live_draw(const struct live_screen *live, struct canvas *c, struct canvas_part *part)
{
	struct step_row row;
	int head;

	for (int step = 0; step < RUN_STEP_COUNT; step++) {
		label(live, &row, (enum run_step)step);
		row.shown[step] = row.labels[step];
	}
	fit(&row, (int)live->step, canvas_columns(c));
	head = tabs_draw(c, 0, row.shown, RUN_STEP_COUNT, (int)live->step);
	if (*live->page.stands)
		head += canvas_paragraph(c, head, 2, canvas_columns(c) - 4, 2, TUI_SOON, live->page.stands);
	return canvas_part(c, part, head, 0, canvas_rows(c) - head, canvas_columns(c));
}

/* --- Keys --- */

static bool start_why(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_live_start(desk->cw, desk->live_conference, typed, f);
}

/* On its day one key is enough; on another day the sentence that refuses is the question. */
static bool start(struct live_screen *live, struct tui *t, struct fault *f)
{
	struct line_question question = {
		.code = ANSWER_STARTED, .label = "Why is it entered only now?", .check = start_why};

	if (live->page.state.version)
		return fault_set(f, FAULT_REFUSED, "%s has begun already.", live->page.conference.reference);
	if (casework_live_start(casework_of(t), live->conference, "", f)) {
		tui_say(t, "%s has begun. Everything is stored as it is done; Z hides the screen at once.",
			live->page.conference.reference);
		tui_refresh(t);
		return true;
	}
	if (strcmp(f->field, "reason") != 0)
		return false;
	desk_of(t)->live_conference = live->conference;
	question.hint = f->message;
	return prompt_question(t, &question, f);
}

enum handled live_act(struct screen *s, struct tui *t, int op)
{
	struct live_screen *live = screen_state(s);
	struct fault f = {0};
	bool done = true;

	if (op >= OP_LIVE_STEP && op < OP_LIVE_STEP + RUN_STEP_COUNT) {
		enum run_step step = (enum run_step)(op - OP_LIVE_STEP);

		done = step == live->step || live_go(t, live->conference, step, &f);
	} else
		switch (op) {
		case OP_LIVE_NEXT: done = live_go(t, live->conference, step_from(live->step, 1), &f); break;
		case OP_LIVE_BEFORE: done = live_go(t, live->conference, step_from(live->step, -1), &f); break;
		case OP_LIVE_START: done = start(live, t, &f); break;
		case OP_LIVE_END: done = live_end_ask(t, live, &f); break;
		case OP_LIVE_DRAFTS: done = drafts_open(t, &f); break;
		case OP_LIVE_PRINT: done = live_plan_print_ask(t, live->conference, &f); break;
		default: return NOT_MINE;
		}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

bool live_key_is_live(const struct screen *s, int op)
{
	const struct live_screen *live = screen_state(s);

	switch (op) {
	case OP_LIVE_START: return !live->page.state.version;
	case OP_LIVE_END: return live_is_going_on(live) || !live->page.state.version;
	case OP_LIVE_PRINT: return live->page.state.version > 0;
	default: return true;
	}
}

bool live_takes_text(const struct screen *s)
{
	const struct live_screen *live = screen_state(s);

	return list_takes_text(&live->list);
}

bool live_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	const struct live_screen *live = screen_state(s);

	if (live_end_answered(t, live->conference, answer) || live_plan_print_answered(t, answer))
		return true;
	if (answer->code != ANSWER_STARTED)
		return false;
	tui_say(t, "%s has begun. Everything is stored as it is done; Z hides the screen at once.",
		live->page.conference.reference);
	return true;
}

bool live_saved(struct tui *t, bool saved, const struct fault *f, const char *what)
{
	if (!saved) {
		tui_refuse_answer(t, f);
		return false;
	}
	if (*what)
		tui_say(t, "%s", what);
	tui_refresh(t);
	return true;
}
