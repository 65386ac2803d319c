/* Two entries of one person beside each other: what would go and what would stay, before they become one. */
#include "base/text.h"
#include "directory.h"
#include "directory_rows.h"
#include "domain/invitation.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_MERGE = OP_FIRST_OWN, OP_SWAP };
enum { ANSWER_MERGE = 8330 };

static const struct binding merge_keys[] = {
	{TUI_KEY_ENTER, 'm', 0, OP_MERGE, "Merge", "Make them one: asked once more."},
	{'x', 0, 0, OP_SWAP, "Swap", "Keep the other one instead."},
	{0},
};

struct merge_state {
	int64_t from, into;
	struct directory_list all;
	const struct directory_line *goes, *stays;
	int64_t goes_version, stays_version; /* when it was asked */
};

static bool merge_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct merge_state *state = screen_state(s);

	if (!casework_directory(casework_of(t), true, false, screen_arena(s), &state->all, f))
		return false;
	state->goes = directory_line_of(&state->all, state->from, f);
	state->stays = state->goes ? directory_line_of(&state->all, state->into, f) : NULL;
	return state->stays != NULL;
}

static void merge_title(const struct screen *s, char *out, size_t room)
{
	const struct merge_state *state = screen_state(s);

	snprintf(out, room, "Merge · %s into %s", state->goes->contact.name, state->stays->contact.name);
}

/* --- Both of them --- */

struct side {
	const struct contact *goes, *stays;
	struct canvas *canvas;
	int row;
};
enum { LABEL = 13 };

/* What the entry that stays does not say is taken over, and marked. */
static void draw_both(struct side *side, const char *label, const char *goes, const char *stays, bool is_taken_over)
{
	struct canvas *c = side->canvas;
	int width = (canvas_columns(c) - LABEL - 4) / 2, left, right, room = canvas_rows(c) - side->row;
	bool taken = is_taken_over && !stays[0] && goes[0];

	if ((!goes[0] && !stays[0]) || room <= 0)
		return;
	canvas_text(c, side->row, 0, LABEL, TUI_MUTED, label);
	left = canvas_paragraph(c, side->row, LABEL, width, room, TUI_TEXT, goes[0] ? goes : "-");
	canvas_text(c, side->row, LABEL + width + 2, 1, TUI_SOON, taken ? "+" : "");
	right = canvas_paragraph(c, side->row, LABEL + width + 4, width, room, taken ? TUI_SOON : TUI_TEXT,
				 taken      ? goes
				 : stays[0] ? stays
					    : "-");
	side->row += left > right ? left : right;
}

static void waiting_words(const struct directory_line *line, char *out, size_t room)
{
	char day[DATE_TEXT_ROOM];

	out[0] = '\0';
	if (line->next != DAY_NONE)
		snprintf(out, room, "%s, %d %s", date_medium(line->next, day), line->waiting,
			 line->waiting == 1 ? "letter waits" : "letters wait");
}

static void draw_lines(const struct merge_state *state, struct side *side)
{
	const struct contact *goes = side->goes, *stays = side->stays;
	char goes_wait[80], stays_wait[80];

	draw_both(side, "name", goes->name, stays->name, false);
	draw_both(side, "agency", goes->agency, stays->agency, false);
	draw_both(side, "role", goes->role, stays->role, true);
	draw_both(side, "reached by", invite_method_label(goes->method), invite_method_label(stays->method), false);
	draw_both(side, "e-mail", goes->email, stays->email, true);
	draw_both(side, "telephone", goes->phone, stays->phone, true);
	draw_both(side, "address", goes->address, stays->address, true);
	draw_both(side, "deputy", goes->deputy_id == stays->id ? "" : state->goes->deputy,
		  stays->deputy_id == goes->id ? "" : state->stays->deputy, true);
	draw_both(side, "details", state->goes->checked, state->stays->checked, false);
	draw_both(side, "at work", goes->is_active ? "yes" : "has left", stays->is_active ? "yes" : "has left", false);
	waiting_words(state->goes, goes_wait, sizeof goes_wait);
	waiting_words(state->stays, stays_wait, sizeof stays_wait);
	draw_both(side, "invited to", goes_wait, stays_wait, false);
}

static void merge_draw(const struct screen *s, struct canvas *c)
{
	const struct merge_state *state = screen_state(s);
	int width = (canvas_columns(c) - LABEL - 4) / 2;
	struct side side = {.goes = &state->goes->contact, .stays = &state->stays->contact, .canvas = c, .row = 2};

	canvas_text(c, 0, LABEL, width, TUI_TITLE, "this one goes");
	canvas_text(c, 0, LABEL + width + 4, width, TUI_TITLE, "this one stays");
	draw_lines(state, &side);
	if (side.row + 2 < canvas_rows(c))
		canvas_paragraph(c, side.row + 1, 0, canvas_columns(c), canvas_rows(c) - side.row - 1, TUI_TEXT,
				 "What is marked + is taken over. Invitations, reports and what was written go to the "
				 "one that stays. The other name still finds it when a list is imported.");
	canvas_cursor(c, 2, LABEL + width + 4);
}

/* --- Doing it --- */

static bool ask(struct merge_state *state, struct tui *t, struct fault *f)
{
	char question[400];

	snprintf(question, sizeof question, "Merge %s (%s) into %s (%s)?", state->goes->contact.name,
		 state->goes->contact.agency, state->stays->contact.name, state->stays->contact.agency);
	state->goes_version = state->goes->contact.version;
	state->stays_version = state->stays->contact.version;
	return prompt_yes_no(t, ANSWER_MERGE, question, "They become one entry. This cannot be taken back.", f);
}

static enum handled merge_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct merge_state *state = screen_state(s);
	struct fault f = {0};

	(void)typed;
	if (op == OP_SWAP) {
		int64_t from = state->from;

		state->from = state->into;
		state->into = from;
		tui_refresh(t);
		tui_say(t, "The other one stays now.");
		return HANDLED;
	}
	if (op != OP_MERGE)
		return NOT_MINE;
	if (!ask(state, t, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void merge_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct merge_state *state = screen_state(s);
	const struct contact *goes = &state->goes->contact, *stays = &state->stays->contact;
	struct fault f = {0};

	if (answer->code != ANSWER_MERGE || answer->number != 1)
		return;
	if (!casework_contacts_merge(casework_of(t), goes->id, state->goes_version, stays->id, state->stays_version,
				     &f)) {
		tui_say_fault(t, &f);
		return;
	}
	tui_say(t, "Saved: %s is %s now.", goes->name, stays->name);
	tui_close(t, &(struct answer){.code = ANSWER_CONTACT, .number = stays->id});
}

const struct screen_class contact_merge_screen = {
	.name = "merge",
	.purpose = "Two entries of one person beside each other, before they become one.",
	.keys = merge_keys,
	.state_size = sizeof(struct merge_state),
	.load = merge_load,
	.title = merge_title,
	.draw = merge_draw,
	.act = merge_act,
	.answered = merge_answered,
};

bool contact_merge_open(struct tui *t, int64_t from, int64_t into, struct fault *f)
{
	const struct merge_state start = {.from = from, .into = into};

	return casework_may(casework_of(t), ACTION_KEEP_DIRECTORY, f) && tui_push(t, &contact_merge_screen, &start, f);
}
