/* Step 7 of a live conference: what is decided for each child, and what is recommended besides. */
#include "live_decide.h"
#include "base/text.h"
#include "screens.h"
#include "tui/prompt.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { OP_CONTINUES = OP_FIRST_OWN, OP_TICK, OP_UNDECIDED, OP_NOTHING, OP_RECOMMEND, OP_DROP };
enum { ANSWER_KIND = 8751, ANSWER_DROP };
enum { FOOT_LEAST = 4, FOOT_MOST = 8 };

static const struct binding decide_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Decide",
	 "Decide for those who are ticked, or for this child; change this line."},
	{'c', 0, 0, OP_CONTINUES, "Continues",
	 "The plan goes on as it is, for those who are ticked: only why is asked."},
	{' ', 't', 0, OP_TICK, "Tick", "Tick this child: those who are ticked are decided for alike, in one form."},
	{'=', 0, 0, OP_UNDECIDED, "Tick the rest",
	 "Tick every child who is not decided for yet; again: those of the household too, then nobody."},
	{'a', 0, 0, OP_RECOMMEND, "Recommend", "Something is recommended besides: legal advice, an early review ..."},
	{'n', 0, 0, OP_NOTHING, "Not decided", "Nothing is decided for this child: why is asked and kept."},
	{'d', TUI_KEY_DELETE, 0, OP_DROP, NULL, "Take this recommendation away, after one question."},
	LIVE_KEYS,
	LIVE_DIGIT_KEYS,
	{0},
};

struct decide_state {
	struct live_screen live; /* first */
	struct decide_rows rows;
};

/* --- Reading --- */

static bool decide_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct decide_state *state = screen_state(s);
	struct list *list = &state->live.list;
	struct list_source source;

	if (!live_load(s, t, f))
		return false;
	if (!decide_rows_fill(&state->rows, &state->live.page, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show these children.");
	if (!state->live.is_open)
		list_open(list, decide_columns, DECIDE_COLUMN_COUNT);
	state->live.is_open = true;
	source = decide_rows_source(&state->rows);
	list_fill(list, &source, screen_arena(s));
	list_widen(list, decide_columns_widen);
	return true;
}

static const struct decide_row *selected(const struct decide_state *state)
{
	size_t row;

	return list_selection(&state->live.list, &row) ? &state->rows.items[row] : NULL;
}

static const struct live_child *selected_child(const struct decide_state *state)
{
	const struct decide_row *row = selected(state);

	return row ? row->child : NULL;
}

/* --- Drawing --- */

/* All of it or nothing: half a sentence misleads. Gives the rows used. */
static int say(struct canvas *foot, int row, enum tui_role role, const char *sentence)
{
	int rows = 0, cells = canvas_columns(foot);
	size_t shown;

	for (const char *at = sentence; *at; rows++)
		at += text_wrap(at, cells, &shown);
	return rows <= canvas_rows(foot) - row ? canvas_paragraph(foot, row, 0, cells, rows, role, sentence) : 0;
}

static int say_child(const struct decide_state *state, struct canvas *foot, const struct live_child *child,
		     struct arena *mem)
{
	int row = say(foot, 0, TUI_TEXT, decide_child_words(&state->live.page, child, mem));
	char words[400];

	if (*child->undecided_why)
		return row + say(foot, row, TUI_LATE, child->undecided_why);
	decide_decision_words(child, category_label, words, sizeof words);
	words[0] = (char)toupper((unsigned char)words[0]); /* labels begin in ASCII */
	return row + canvas_paragraph(foot, row, 0, canvas_columns(foot), 2, TUI_TEXT,
				      !*child->decision.reasons
					      ? words
					      : arena_printf(mem, "%s. %s", words, child->decision.reasons));
}

/* Beneath the list, so that moving in it repaints little: what is known of the row, and what holds for all. */
static void draw_foot(const struct decide_state *state, struct canvas *foot)
{
	const struct live_page *page = &state->live.page;
	const struct decide_row *row = selected(state);
	struct arena mem = {0};
	int at = 0;

	if (!page->is_quorate && page->state.quorum != QUORUM_ANSWER_PROCEEDED)
		at += say(foot, at, TUI_LATE,
			  arena_printf(&mem, "No quorum · %s. E says what is done.", page->quorum_words));
	if (row && row->child) {
		struct canvas_part part;

		at += say_child(state, canvas_part(foot, &part, at, 0, canvas_rows(foot) - at, canvas_columns(foot)),
				row->child, &mem);
	} else if (row && row->recommends) {
		at += say(foot, at, TUI_TEXT, decide_recommendation_words(page, row->recommends, &mem));
	}
	if (page->recommendations.count)
		say(foot, at, TUI_TEXT, conference_cannot_remove);
	arena_finish(&mem);
}

static void decide_draw(const struct screen *s, struct canvas *c)
{
	const struct decide_state *state = screen_state(s);
	struct canvas_part whole, part;
	struct canvas *body = live_draw(&state->live, c, &whole);
	int rows = canvas_rows(body), columns = canvas_columns(body), left = rows - (int)state->rows.count - 1;
	int foot = rows < FOOT_MOST ? 0 : left > FOOT_MOST ? FOOT_MOST : left > FOOT_LEAST ? left : FOOT_LEAST;

	draw_foot(state, canvas_part(body, &part, rows - foot, 2, foot, columns - 4));
	list_draw(&state->live.list, canvas_part(body, &part, 0, 0, rows - foot, columns), true,
		  "No child is to be decided for: the conference names none.");
}

/* --- Deciding --- */

static bool may_decide(const struct decide_state *state, struct fault *f)
{
	const struct conference *c = &state->live.page.conference;

	if (!state->live.page.is_mine)
		return fault_set(f, FAULT_NOT_ALLOWED,
				 "Only the chair of %s, %s, decides for a child. You read it here.", c->reference,
				 c->chair);
	return live_is_going_on(&state->live) ||
	       fault_set(f, FAULT_REFUSED, "%s is not going on: nothing can be decided in it now.", c->reference);
}

/* Those who are ticked, else the one the list stands on. */
static bool those_meant(const struct decide_state *state, struct decision_start *out, struct fault *f)
{
	const struct live_child *child = selected_child(state);

	*out = (struct decision_start){.conference = state->live.conference, .count = state->rows.ticked};
	for (size_t i = 0; i < state->rows.ticked; i++)
		out->children[i] = state->rows.ticks[i].child;
	if (!out->count && child)
		out->children[out->count++] = child->person.id;
	return out->count || fault_set(f, FAULT_REFUSED, "Choose a child first.");
}

static bool check_alike(const struct decide_state *state, const struct decision_start *start, struct fault *f)
{
	const struct live_page *page = &state->live.page;
	const struct live_child *first = decide_child_of(page, start->children[0]);

	if (!outcome_is_possible(OUTCOME_PLAN_CONTINUES, page->conference.type, page->of))
		return fault_set(f, FAULT_REFUSED, "No plan goes on at a conference of this kind: Enter decides.");
	for (size_t i = 0; i < start->count; i++) {
		const struct live_child *child = decide_child_of(page, start->children[i]);

		if (!child->open_plan.id)
			return fault_set(f, FAULT_REFUSED, "%s has no plan that could go on: Enter decides.",
					 child->name);
		if (child->open_plan.category_latest != first->open_plan.category_latest ||
		    child->plan_categories != first->plan_categories)
			return fault_set(f, FAULT_REFUSED,
					 "%s and %s have plans of other categories: tick those who have the same.",
					 first->name, child->name);
	}
	return true;
}

static bool decide(const struct decide_state *state, struct tui *t, enum decision_asked asked, struct fault *f)
{
	struct decision_start start;

	if (!may_decide(state, f) || !those_meant(state, &start, f) ||
	    (asked == DECISION_CONTINUES && !check_alike(state, &start, f)))
		return false;
	start.asked = asked;
	return decision_form_open(t, &start, NULL, f);
}

static bool read_decision(const struct decide_state *state, struct tui *t, const struct live_child *child,
			  struct fault *f)
{
	struct arena mem = {0};
	bool ok = pager_open(t, child->name, decide_decision_in_full(&state->live.page, child, &mem), f);

	arena_finish(&mem);
	return ok;
}

/* Whoever may not decide reads what is decided. */
static bool open_row(const struct decide_state *state, struct tui *t, struct fault *f)
{
	const struct decide_row *row = selected(state);

	if (row && row->recommends)
		return recommendation_form_open(t, state->live.conference, row->recommends->id, row->recommends->kind,
						NULL, f);
	if (row && row->child && !may_decide(state, NULL))
		return read_decision(state, t, row->child, f);
	return decide(state, t, DECISION_ALL, f);
}

static bool tick(struct decide_state *state, struct arena *mem, struct fault *f)
{
	const struct live_child *child = selected_child(state);

	if (!child)
		return fault_set(f, FAULT_REFUSED, "Choose a child first.");
	if (!may_decide(state, f))
		return false;
	if (!decide_rows_tick(&state->rows, child))
		return fault_set(f, FAULT_REFUSED, "%d children are ticked: decide for them first.",
				 DECIDED_AT_ONCE_MOST);
	list_act(&state->live.list, OP_DOWN, 0, mem);
	return true;
}

static bool tick_undecided(struct decide_state *state, struct tui *t, struct fault *f)
{
	size_t ticked;

	if (!may_decide(state, f))
		return false;
	ticked = decide_rows_tick_undecided(&state->rows);
	tui_say(t, ticked ? "%zu ticked: Enter decides for them alike%s." : "Nobody is ticked.", ticked,
		outcome_is_possible(OUTCOME_PLAN_CONTINUES, state->live.page.conference.type, state->live.page.of)
			? ", c continues their plans"
			: "");
	return true;
}

/* --- Recommending --- */

static bool ask_kind(const struct decide_state *state, struct tui *t, struct fault *f)
{
	static const char letters[RECOMMENDATION_COUNT] = "lcfaseo"; /* as recommendation_kind runs */
	struct menu_item items[RECOMMENDATION_COUNT] = {{0}};

	if (!live_is_going_on(&state->live))
		return fault_set(f, FAULT_REFUSED, "%s is not going on: nothing can be written in it now.",
				 state->live.page.conference.reference);
	for (int i = 0; i < RECOMMENDATION_COUNT; i++)
		items[i] = (struct menu_item){.key = (tui_key)(unsigned char)letters[i],
					      .label = recommendation_kind_label((enum recommendation_kind)i),
					      .detail = "",
					      .number = i};
	return prompt_menu(t, ANSWER_KIND, "Recommend", items, RECOMMENDATION_COUNT, f);
}

static bool ask_drop(const struct decide_state *state, struct tui *t, struct fault *f)
{
	const struct decide_row *row = selected(state);
	struct arena mem = {0};
	bool ok;

	if (!row || !row->recommends)
		return fault_set(f, FAULT_REFUSED,
				 "Choose a recommendation first: what is decided for a child is changed by Enter.");
	ok = prompt_yes_no(t, ANSWER_DROP, "Take this recommendation away?",
			   decide_recommendation_words(&state->live.page, row->recommends, &mem), f);
	arena_finish(&mem);
	return ok;
}

/* --- The screen --- */

static enum handled decide_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct decide_state *state = screen_state(s);
	struct fault f = {0};
	bool done;

	if (list_act(&state->live.list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_OPEN: done = open_row(state, t, &f); break;
	case OP_CONTINUES: done = decide(state, t, DECISION_CONTINUES, &f); break;
	case OP_NOTHING: done = decide(state, t, DECISION_NOTHING, &f); break;
	case OP_TICK: done = tick(state, screen_arena(s), &f); break;
	case OP_UNDECIDED: done = tick_undecided(state, t, &f); break;
	case OP_RECOMMEND: done = ask_kind(state, t, &f); break;
	case OP_DROP: done = ask_drop(state, t, &f); break;
	default: return NOT_MINE;
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static void decide_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct decide_state *state = screen_state(s);
	const struct decide_row *row = selected(state);
	struct fault f = {0};
	bool done = true;

	if (live_answered(s, t, answer))
		return;
	if (answer->code == ANSWER_KIND)
		done = recommendation_form_open(t, state->live.conference, 0, (enum recommendation_kind)answer->number,
						NULL, &f);
	else if (answer->code == ANSWER_DROP && answer->number == 1 && row && row->recommends)
		live_saved(t,
			   casework_live_recommend_drop(casework_of(t), state->live.conference, row->recommends->id,
							row->recommends->version, &f),
			   &f, "The recommendation is taken away.");
	if (!done)
		tui_say_fault(t, &f);
}

static bool decide_takes_text(const struct screen *s)
{
	const struct decide_state *state = screen_state(s);

	return list_takes_text(&state->live.list);
}

static bool decide_key_is_live(const struct screen *s, int op)
{
	const struct decide_state *state = screen_state(s);
	const struct live_page *page = &state->live.page;
	const struct decide_row *row = selected(state);
	bool may = may_decide(state, NULL);

	switch (op) {
	case OP_OPEN: return row != NULL;
	case OP_CONTINUES: return may && outcome_is_possible(OUTCOME_PLAN_CONTINUES, page->conference.type, page->of);
	case OP_TICK:
	case OP_NOTHING: return may && row && row->child;
	case OP_UNDECIDED: return may;
	case OP_RECOMMEND: return live_is_going_on(&state->live);
	case OP_DROP: return row && row->recommends && live_is_going_on(&state->live);
	default: return live_key_is_live(s, op);
	}
}

const struct screen_class live_decide_screen = {
	.name = "live-decide",
	.purpose = "A live conference, step 7: the decision for each child, and what is recommended besides.",
	.keys = decide_keys,
	.state_size = sizeof(struct decide_state),
	.list = LIST_OF(struct decide_state, live.list),
	.load = decide_load,
	.title = live_title,
	.about = live_about,
	.status = live_status,
	.draw = decide_draw,
	.act = decide_act,
	.takes_text = decide_takes_text,
	.answered = decide_answered,
	.key_is_live = decide_key_is_live,
};
