/* Invitees: who is asked to one conference, how, what they need and what they answered; a tab of the conference. */
#include "invitees.h"
#include "about.h"
#include "casework/complaints.h"
#include "conference_tabs.h"
#include "invitees_rows.h"
#include "mailing.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

enum {
	OP_ADD = OP_FIRST_OWN,
	OP_PROPOSE,
	OP_COMING,
	OP_NOT_COMING,
	OP_REPLY,
	OP_EXCLUDE,
	OP_SITTINGS,
	OP_REMOVE,
	OP_UNDO,
	OP_SEND,
};

static const struct binding invitees_keys[] = {
	{TUI_KEY_ENTER, 'e', 'o', OP_OPEN, "Edit",
	 "Change how this person is invited, what they need, as what they come."},
	{'a', 0, 0, OP_ADD, "Add", "Add somebody by first letters: family, directory, or anybody else."},
	{'y', 0, 0, OP_COMING, "Coming", "They said today that they are coming."},
	{'n', 0, 0, OP_NOT_COMING, "Not coming", "They said today that they are not coming."},
	{'r', 0, 0, OP_REPLY, "Reply", "Their answer in full: a deputy, another day, how and what they said."},
	{'x', 0, 0, OP_EXCLUDE, "Exclude", "Ask that they stay away, decide it, or end it."},
	{'i', 0, 0, OP_SEND, "Invite", "The letters that are due: read each, then send them in one act."},
	{'p', 0, 0, OP_PROPOSE, "Propose", "Who should be on the list: tick, then add them all at once."},
	{'d', 0, 0, OP_REMOVE, "Take off", "Take this person off the list; why is asked."},
	{'g', 0, 0, OP_SITTINGS, "Sittings", "Separate sittings with times of their own."},
	{'u', 0, 0, OP_UNDO, NULL, "Take back the last y or n."},
	CONFERENCE_TAB_KEYS,
	{0},
};

enum { DETAIL_COLUMNS = 44 }; /* beside the list, from 120 columns */

/* The answer before the last y or n. */
struct answer_before {
	int64_t invitee;
	struct invitee_answer answer;
	char how[80], note[400], deputy[160], who[200];
};

struct invitees_state {
	int64_t id;
	struct invitees_page page;
	struct invitees_row_list rows;
	struct list list;
	struct answer_before before;
	const char *when_empty, *more, *stands;
	bool is_open, may_change;
};

static bool fill(struct invitees_state *state, struct arena *mem)
{
	struct list_source source;

	if (!invitees_rows_make(&state->page.lines, mem, &state->rows))
		return false;
	source = invitees_source(&state->rows);
	list_fill(&state->list, &source, mem);
	state->more = state->page.proposed && state->page.lines.count
			      ? arena_printf(mem, "p proposes %zu more", state->page.proposed)
			      : "";
	state->when_empty = !state->may_change ? "Nobody is on the list."
			    : state->page.proposed
				    ? arena_printf(mem,
						   "Nobody is on the list yet. p proposes %zu: the family, agencies "
						   "and whoever came last time. a adds one by name.",
						   state->page.proposed)
				    : "Nobody is on the list yet. p shows who could be on it; a adds one by name.";
	return true;
}

static bool invitees_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct invitees_state *state = screen_state(s);
	struct desk *desk = desk_of(t);

	if (!casework_invitees(casework_of(t), state->id, screen_arena(s), &state->page, f) ||
	    !casework_conference_stands(casework_of(t), state->id, screen_arena(s), &state->stands, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, invitees_columns, INVITEES_COLUMN_COUNT);
	state->is_open = true;
	state->may_change = casework_may_for(casework_of(t), ACTION_INVITE, state->id, NULL) &&
			    conference_state_is_to_be_held(state->page.conference.state);
	if (!fill(state, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "The list is too long to show.");
	if (desk->invitee_added)
		list_select(&state->list, desk->invitee_added);
	desk->invitee_added = 0;
	return true;
}

static void invitees_title(const struct screen *s, char *out, size_t room)
{
	const struct invitees_state *state = screen_state(s);
	const struct conference *c = &state->page.conference;

	snprintf(out, room, "%s · %s · %s · %s", c->reference, state->page.family_words, conference_type_brief(c->type),
		 state->page.when);
}

static const struct invitee_line *selected(const struct invitees_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? state->rows.items[row].line : NULL;
}

static void invitees_status(const struct screen *s, char *out, size_t room)
{
	const struct invitee_line *line = selected(screen_state(s));

	out[0] = '\0';
	if (line)
		invitees_row_words(line, out, room);
}

/* "Sitting 1  10:00-10:45  mother and her supporter" */
static int draw_sittings(const struct sitting_time_list *sittings, struct canvas *c, int row)
{
	for (size_t i = 0; i < sittings->count; i++) {
		const struct sitting_time *one = &sittings->items[i];
		char from[8], to[8];

		canvas_print(c, row++, 2, -1, TUI_TEXT, "Sitting %d  %s to %s  %s", one->position,
			     date_clock(one->starts, from), date_clock(one->starts + one->minutes, to), one->who);
	}
	return row;
}

/* What an officer does not see on a list is what is not on it. */
static int draw_unnamed(const struct invitees_state *state, struct canvas *c, int row)
{
	char words[400];

	if (!state->may_change || !state->page.lines.count || !*state->page.unnamed)
		return row;
	snprintf(words, sizeof words, "Not on the list: %s", state->page.unnamed);
	return row + canvas_paragraph(c, row, 2, canvas_columns(c) - 2, 2, TUI_SOON, words);
}

static void invitees_draw(const struct screen *s, struct canvas *c)
{
	const struct invitees_state *state = screen_state(s);
	struct canvas_part whole, part, detail;
	struct canvas *body = conference_tabs_draw(c, &whole, CONFERENCE_TAB_INVITEES, state->stands);
	int rows = canvas_rows(body), columns = canvas_columns(body), top;
	bool wide = columns >= 120;
	const struct invitee_line *line = selected(state);

	if (state->page.lines.count)
		canvas_print(body, 0, 2, -1, TUI_TEXT, "%s%s%s", state->page.summary, state->more[0] ? " · " : "",
			     state->more);
	top = draw_unnamed(state, body, state->page.lines.count != 0);
	top = draw_sittings(&state->page.sittings, body, top);
	if (wide)
		columns -= DETAIL_COLUMNS;
	if (wide && line) {
		canvas_vertical(body, columns, top, rows - top);
		invitees_detail_draw(line,
				     canvas_part(body, &detail, top, columns + 2, rows - top, DETAIL_COLUMNS - 2));
	}
	list_draw(&state->list, canvas_part(body, &part, top, 0, rows - top, columns), true, state->when_empty);
}

/* --- Answers by one key --- */

static bool give_answer(struct invitees_state *state, struct tui *t, const struct invitee_line *line, enum reply reply,
			struct fault *f)
{
	const struct invitee *invitee = &line->invitee;
	const struct invitee_answer answer = {
		.reply = reply, .on = casework_today(casework_of(t)), .how = "", .note = "", .deputy = ""};
	struct answer_before *before = &state->before;
	struct answer_before was = {.invitee = invitee->id};

	if (!casework_invitee_answer(casework_of(t), invitee->id, invitee->version, &answer, f))
		return false;
	snprintf(was.how, sizeof was.how, "%s", invitee->reply_how);
	snprintf(was.note, sizeof was.note, "%s", invitee->reply_note);
	snprintf(was.deputy, sizeof was.deputy, "%s", invitee->deputy);
	snprintf(was.who, sizeof was.who, "%s", invitee->shown_name);
	*before = was;
	before->answer = (struct invitee_answer){.reply = invitee->reply,
						 .on = invitee->reply_on,
						 .how = before->how,
						 .note = before->note,
						 .deputy = before->deputy};
	tui_say(t, "Saved: %s is %s. u takes it back; r says more.", before->who, reply_label(reply));
	tui_refresh(t);
	return true;
}

static bool take_back(struct invitees_state *state, struct tui *t, struct fault *f)
{
	struct answer_before *before = &state->before;
	const struct invitee_line *line;

	if (!before->invitee)
		return fault_set(f, FAULT_REFUSED, "There is nothing to take back: u takes back the last y or n.");
	line = invitees_line(&state->page, before->invitee, f);
	if (!line ||
	    !casework_invitee_answer(casework_of(t), before->invitee, line->invitee.version, &before->answer, f))
		return false;
	tui_say(t, "Taken back: %s is as before: %s.", before->who, reply_label(before->answer.reply));
	before->invitee = 0;
	tui_refresh(t);
	return true;
}

/* --- Keys --- */

static bool act_on_line(struct invitees_state *state, struct tui *t, const struct invitee_line *line, int op,
			struct fault *f)
{
	if (!line)
		return fault_set(f, FAULT_REFUSED, "Nobody is chosen: a adds somebody to the list.");
	switch (op) {
	case OP_OPEN: return invitee_form_open(t, state->id, line->invitee.id, NULL, f);
	case OP_COMING: return give_answer(state, t, line, REPLY_COMING, f);
	case OP_NOT_COMING: return give_answer(state, t, line, REPLY_DECLINED, f);
	case OP_REPLY: return answer_form_open(t, state->id, line->invitee.id, NULL, f);
	case OP_EXCLUDE: return invitee_exclude(t, state->id, line, f);
	default: return invitee_ask_removal(t, line, f);
	}
}

static bool may_change(const struct invitees_state *state, struct tui *t, struct fault *f)
{
	if (!casework_may_for(casework_of(t), ACTION_INVITE, state->id, f))
		return false;
	return state->may_change ||
	       fault_set(f, FAULT_REFUSED, "%s is %s: its list stays as it is.", state->page.conference.reference,
			 conference_state_label(state->page.conference.state));
}

static bool act_on_list(struct invitees_state *state, struct tui *t, int op, struct fault *f)
{
	if (op == OP_SEND)
		return mailing_open_due(t, state->id, f); /* a cancelled one has letters too */
	if (!may_change(state, t, f))
		return false;
	switch (op) {
	case OP_ADD: return invitee_add_open(t, state->id, f);
	case OP_PROPOSE: return invitees_proposal_open(t, state->id, f);
	case OP_SITTINGS: return sittings_form_open(t, state->id, NULL, f);
	case OP_UNDO: return take_back(state, t, f);
	default: return act_on_line(state, t, selected(state), op, f);
	}
}

static enum handled invitees_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct invitees_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED ||
	    conference_tabs_act(t, op, state->id, CONFERENCE_TAB_INVITEES) == HANDLED)
		return HANDLED;
	if (op < OP_FIRST_OWN && op != OP_OPEN)
		return NOT_MINE;
	if (!act_on_list(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool invitees_key_is_live(const struct screen *s, int op)
{
	const struct invitees_state *state = screen_state(s);

	switch (op) {
	case OP_OPEN:
	case OP_COMING:
	case OP_NOT_COMING:
	case OP_REPLY:
	case OP_EXCLUDE:
	case OP_REMOVE: return state->may_change && state->page.lines.count != 0;
	case OP_ADD:
	case OP_PROPOSE:
	case OP_SITTINGS: return state->may_change;
	case OP_SEND: return state->page.lines.count != 0;
	case OP_UNDO: return state->before.invitee != 0;
	default: return true;
	}
}

static bool invitees_takes_text(const struct screen *s)
{
	const struct invitees_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

static void invitees_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct invitees_state *state = screen_state(s);

	if (!invitee_add_answered(t, state->id, answer))
		invitee_asked_answered(t, state->id, selected(state), answer);
}

ABOUT_CONFERENCE(invitees_state, page.conference)

const struct screen_class invitees_screen = {
	.name = "invitees",
	.purpose = "Who is asked to one conference: how, what they need, what they answered, who stays away.",
	.keys = invitees_keys,
	.state_size = sizeof(struct invitees_state),
	.about = about,
	.list = LIST_OF(struct invitees_state, list),
	.load = invitees_load,
	.title = invitees_title,
	.status = invitees_status,
	.draw = invitees_draw,
	.act = invitees_act,
	.takes_text = invitees_takes_text,
	.answered = invitees_answered,
	.key_is_live = invitees_key_is_live,
};

bool invitees_show(struct tui *t, int64_t conference, enum conference_tab tab, bool in_place, struct fault *f)
{
	struct invitees_state start = {.id = conference};

	(void)tab;
	return in_place ? tui_replace(t, &invitees_screen, &start, f) : tui_push(t, &invitees_screen, &start, f);
}
