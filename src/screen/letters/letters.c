/* Letters: every letter that was written about one conference, newest first, and how each one's way stands; a tab. */
#include "about.h"
#include "casework/complaints.h"
#include "conference_tabs.h"
#include "mailing.h"
#include "outbox.h"
#include "screens.h"

#include <stdio.h>

enum { OP_PDF = OP_FIRST_OWN, OP_MAILING };

static const struct binding letters_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Read", "Read the letter as it was written."},
	LETTER_KEYS,
	{'p', 0, 0, OP_PDF, "PDF", "Put the letter as a PDF into a folder."},
	{'i', 0, 0, OP_MAILING, "Invite", "Invitations, changes and exclusions that are to be sent."},
	CONFERENCE_TAB_KEYS,
	{0},
};

struct letters_state {
	int64_t id;
	struct mailings_due due;
	struct letter_item_list letters;
	struct list list;
	const char *stands;
	bool is_open, may_invite;
};

static bool letters_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct letters_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct arena *mem = screen_arena(s);
	struct list_source source;

	state->may_invite = casework_may(cw, ACTION_INVITE, NULL);
	if (!casework_letters(cw, state->id, mem, &state->letters, f) ||
	    !casework_mailings_due(cw, state->id, mem, &state->due, f) ||
	    !casework_conference_stands(cw, state->id, mem, &state->stands, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, letters_columns, LETTERS_COLUMN_COUNT);
	state->is_open = true;
	source = letters_source(&state->letters, false);
	list_fill(&state->list, &source, mem);
	return true;
}

static void letters_title(const struct screen *s, char *out, size_t room)
{
	const struct letters_state *state = screen_state(s);

	snprintf(out, room, "Letters · %s · %s · %s", state->due.reference, state->due.family_words, state->due.when);
}

static const struct letter_item *selected(const struct letters_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->letters.items[row] : NULL;
}

static void letters_status(const struct screen *s, char *out, size_t room)
{
	const struct letter_item *letter = selected(screen_state(s));

	out[0] = '\0';
	if (letter)
		letters_row_words(letter, out, room);
}

static void add_count(char *out, size_t room, size_t count, const char *words)
{
	size_t used = 0;

	while (out[used])
		used++;
	if (count)
		snprintf(out + used, room - used, "%s%zu %s", used ? " · " : "", count, words);
}

/* What is still to be done, before what is settled. */
static void summary_words(const struct letters_state *state, char *out, size_t room)
{
	const struct letter_item_list *all = &state->letters;
	size_t due = 0;

	for (int i = 0; i < MAILING_COUNT; i++)
		due += state->due.letters[i];
	out[0] = '\0';
	add_count(out, room, all->count, all->count == 1 ? "letter" : "letters");
	add_count(out, room, all->waiting, "waiting");
	add_count(out, room, all->by_hand, "to post or do by hand");
	add_count(out, room, all->failed, "not sent");
	add_count(out, room, all->unsure, "may have been sent");
	add_count(out, room, all->bounced, "came back");
	add_count(out, room, due, "still to be written (i)");
}

static void letters_draw(const struct screen *s, struct canvas *c)
{
	const struct letters_state *state = screen_state(s);
	struct canvas_part whole, part;
	struct canvas *body = conference_tabs_draw(c, &whole, CONFERENCE_TAB_LETTERS, state->stands);
	char words[240];

	summary_words(state, words, sizeof words);
	canvas_text(body, 0, 2, -1, TUI_TEXT, words);
	list_draw(&state->list, canvas_part(body, &part, 1, 0, canvas_rows(body) - 1, canvas_columns(body)), true,
		  "No letter was written about this conference yet. i shows the invitations to send.");
}

static enum handled letters_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct letters_state *state = screen_state(s);
	const struct letter_item *letter = selected(state);
	struct fault f = {0};
	bool done;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED ||
	    conference_tabs_act(t, op, state->id, CONFERENCE_TAB_LETTERS) == HANDLED)
		return HANDLED;
	if (op == OP_MAILING)
		done = mailing_open_due(t, state->id, &f);
	else if (op == OP_OPEN || op == OP_PDF)
		done = !letter         ? fault_set(&f, FAULT_REFUSED, "There is no letter here yet.")
		       : op == OP_OPEN ? letter_read(t, letter, &f)
				       : letter_ask_folder(t, letter, &f);
	else if (op >= OP_LETTER_DONE && op <= OP_LETTER_REPLY)
		done = letter_act(t, letter, op, &f);
	else
		return NOT_MINE;
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool letters_key_is_live(const struct screen *s, int op)
{
	const struct letters_state *state = screen_state(s);
	const struct letter_item *letter = selected(state);

	if (op == OP_MAILING)
		return state->may_invite;
	if (op == OP_OPEN || op == OP_PDF)
		return letter != NULL;
	if (op >= OP_LETTER_DONE && op <= OP_LETTER_REPLY)
		return letter && state->may_invite && letter_op_is_live(letter, op);
	return true;
}

static bool letters_takes_text(const struct screen *s)
{
	const struct letters_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

static void letters_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	(void)s;
	letter_answered(t, answer);
}

ABOUT_FAMILY(letters_state, due.family_id)

const struct screen_class letters_screen = {
	.name = "letters",
	.purpose = "Every letter about one conference: read it again, and say what became of it.",
	.keys = letters_keys,
	.state_size = sizeof(struct letters_state),
	.about = about,
	.list = LIST_OF(struct letters_state, list),
	.load = letters_load,
	.title = letters_title,
	.status = letters_status,
	.draw = letters_draw,
	.act = letters_act,
	.takes_text = letters_takes_text,
	.answered = letters_answered,
	.key_is_live = letters_key_is_live,
};

bool letters_show(struct tui *t, int64_t conference, enum conference_tab tab, bool in_place, struct fault *f)
{
	struct letters_state start = {.id = conference};

	(void)tab;
	return in_place ? tui_replace(t, &letters_screen, &start, f) : tui_push(t, &letters_screen, &start, f);
}
