/* Outbox: letters of every conference that wait, failed, may have been sent or came back; sending and posting them. */
#include "outbox.h"
#include "reports_place.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_SEND = OP_FIRST_OWN, OP_POST, OP_CONFERENCE };
enum { ANSWER_SENT = 7921, ANSWER_POST_WAY, ANSWER_FOLDER, ANSWER_POSTED };
enum { POST_PDF = 1, POST_PRINT };

static const struct binding outbox_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Read", "Read the letter as it was written."},
	{'s', 0, 0, OP_SEND, "Send now", "Hand everything that waits to the mail command; Esc stops after one."},
	{'p', 0, 0, OP_POST, "Post", "Print what goes by post, all in one, and mark it as posted."},
	LETTER_KEYS,
	{'c', 0, 0, OP_CONFERENCE, "Conference", "Open the letter's conference."},
	{0},
};

struct outbox_state {
	struct letter_item_list letters;
	size_t to_post, to_do; /* by hand: by post, and the others */
	struct list list;
	struct arena post_mem; /* what was put into a file and waits to be marked as posted */
	const char *post_ids;
	bool is_open, may_send;
};

static void count_by_hand(struct outbox_state *state)
{
	state->to_post = state->to_do = 0;
	for (size_t i = 0; i < state->letters.count; i++) {
		const struct letter_item *letter = &state->letters.items[i];
		enum invite_method method = METHOD_EMAIL;

		invite_method_from_token(letter->method, &method);
		if (letter->state != DELIVERY_WAITING || method == METHOD_EMAIL)
			continue;
		++*(method == METHOD_POST ? &state->to_post : &state->to_do);
	}
}

static bool has_trouble(const struct letter_item *letter)
{
	return letter->state == DELIVERY_FAILED || letter->state == DELIVERY_UNSURE ||
	       letter->state == DELIVERY_BOUNCED || letter->is_held;
}

/* What went wrong first; inside each the oldest first, as they come. */
static bool put_in_order(struct letter_item_list *letters, struct arena *mem)
{
	struct letter_item *ordered = arena_alloc(mem, (letters->count + 1) * sizeof *ordered);
	size_t at = 0;

	if (!ordered)
		return false;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < letters->count; i++)
			if (has_trouble(&letters->items[i]) == (pass == 0))
				ordered[at++] = letters->items[i];
	letters->items = ordered;
	return true;
}

static bool outbox_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct outbox_state *state = screen_state(s);
	struct list_source source;

	if (!casework_outbox(casework_of(t), screen_arena(s), &state->letters, f))
		return false;
	if (!put_in_order(&state->letters, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "The list is too long to show.");
	if (!state->is_open)
		list_open(&state->list, outbox_columns, OUTBOX_COLUMN_COUNT);
	state->is_open = true;
	state->may_send = casework_may(casework_of(t), ACTION_INVITE, NULL);
	count_by_hand(state);
	source = letters_source(&state->letters, true);
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void outbox_title(const struct screen *s, char *out, size_t room)
{
	(void)s;
	snprintf(out, room, "Outbox · letters on their way");
}

static const struct letter_item *selected(const struct outbox_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->letters.items[row] : NULL;
}

static void outbox_status(const struct screen *s, char *out, size_t room)
{
	const struct letter_item *letter = selected(screen_state(s));

	out[0] = '\0';
	if (letter)
		letters_row_words(letter, out, room);
}

static int draw_count(struct canvas *c, int column, size_t count, const char *words, enum tui_role role)
{
	if (!count)
		return column;
	column += canvas_text(c, 0, column, -1, TUI_TEXT, column > 2 ? " · " : "");
	return column + canvas_print(c, 0, column, -1, role, "%zu %s", count, words);
}

static void outbox_draw(const struct screen *s, struct canvas *c)
{
	const struct outbox_state *state = screen_state(s);
	const struct letter_item_list *all = &state->letters;
	struct canvas_part part;
	int column = 2;

	column = draw_count(c, column, all->failed, "not sent", TUI_LATE);
	column = draw_count(c, column, all->unsure, "may have been sent", TUI_LATE);
	column = draw_count(c, column, all->held, "held back", TUI_LATE);
	column = draw_count(c, column, all->bounced, "came back", TUI_LATE);
	column = draw_count(c, column, all->waiting, "by e-mail (s)", TUI_TEXT);
	column = draw_count(c, column, state->to_post, "to post (p)", TUI_TEXT);
	draw_count(c, column, state->to_do, "by hand (h)", TUI_TEXT);
	list_draw(&state->list, canvas_part(c, &part, 1, 0, canvas_rows(c) - 1, canvas_columns(c)), true,
		  "Nothing waits: every letter went out, and none came back in the last 30 days.");
}

/* --- By post --- */

static bool ask_post(const struct outbox_state *state, struct tui *t, struct fault *f)
{
	const char *const *command = casework_settings(casework_of(t))->carriers.print_command;
	const struct menu_item items[] = {
		{.key = 'f', .label = "One PDF into a folder", .detail = "print it yourself", .number = POST_PDF},
		{.key = 'p',
		 .label = "Print them now",
		 .detail = "marks them as posted",
		 .why_not = command && command[0] ? NULL
						  : "no print command is configured (authority.yaml, print: command).",
		 .number = POST_PRINT},
	};
	char title[80];

	if (!casework_may(casework_of(t), ACTION_INVITE, f))
		return false;
	if (!state->to_post)
		return fault_set(f, FAULT_REFUSED, "No letter waits to be posted.");
	snprintf(title, sizeof title, state->to_post == 1 ? "%zu letter to post" : "%zu letters to post",
		 state->to_post);
	return prompt_menu(t, ANSWER_POST_WAY, title, items, sizeof items / sizeof *items, f);
}

static bool print_post(struct tui *t, struct fault *f)
{
	struct arena mem = {0};
	size_t count;
	bool ok = casework_post_print(casework_of(t), &mem, &count, f);

	arena_finish(&mem);
	if (ok)
		tui_say(t,
			count == 1 ? "Printed and marked as posted: %zu letter."
				   : "Printed and marked as posted: %zu letters.",
			count);
	return ok;
}

static bool ask_folder(struct tui *t, struct fault *f)
{
	struct line_question question = {
		.code = ANSWER_FOLDER,
		.label = "Into which folder?",
		.hint = "One PDF of all letters by post. Only you can read the file; it is logged."};

	return place_ask_folder(t, &question, f);
}

static bool put_post(struct outbox_state *state, struct tui *t, const char *typed, struct fault *f)
{
	char question[500];
	const char *path;
	size_t count;

	arena_reset(&state->post_mem);
	if (!casework_post_take_out(casework_of(t), place_folder(desk_of(t), typed, &state->post_mem), &state->post_mem,
				    &path, &count, &state->post_ids, f))
		return false;
	snprintf(question, sizeof question, "%zu %s in %s. Printed and posted?", count,
		 count == 1 ? "letter is" : "letters are", path);
	tui_say(t, "Saved: %s", path);
	return prompt_yes_no(t, ANSWER_POSTED, question,
			     "Yes marks them as posted today. No leaves them waiting; p makes the PDF again.", f);
}

static bool mark_posted(struct outbox_state *state, struct tui *t, struct fault *f)
{
	if (!casework_posted(casework_of(t), state->post_ids, f))
		return false;
	tui_say(t, "Saved: the letters are marked as posted.");
	return true;
}

static void outbox_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct outbox_state *state = screen_state(s);
	struct fault f = {0};
	bool done = true;

	if (answer->code == ANSWER_POST_WAY)
		done = answer->number == POST_PRINT ? print_post(t, &f) : ask_folder(t, &f);
	else if (answer->code == ANSWER_FOLDER)
		done = put_post(state, t, answer->text, &f);
	else if (answer->code == ANSWER_POSTED && answer->number == 1)
		done = mark_posted(state, t, &f);
	else
		letter_answered(t, answer);
	if (!done)
		tui_refuse_answer(t, &f);
}

/* --- Keys --- */

static enum handled outbox_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct outbox_state *state = screen_state(s);
	const struct letter_item *letter = selected(state);
	struct fault f = {0};
	bool done;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op == OP_SEND)
		done = outbox_send(t, ANSWER_SENT, "", &f);
	else if (op == OP_POST)
		done = ask_post(state, t, &f);
	else if (op >= OP_LETTER_DONE && op <= OP_LETTER_REPLY)
		done = letter_act(t, letter, op, &f);
	else if (op != OP_OPEN && op != OP_CONFERENCE)
		return NOT_MINE;
	else if (!letter)
		done = fault_set(&f, FAULT_REFUSED, "There is no letter here.");
	else
		done = op == OP_OPEN           ? letter_read(t, letter, &f)
		       : letter->conference_id ? conference_open(t, letter->conference_id, &f)
					       : fault_set(&f, FAULT_REFUSED, "This letter is about no conference.");
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool outbox_key_is_live(const struct screen *s, int op)
{
	const struct outbox_state *state = screen_state(s);
	const struct letter_item *letter = selected(state);

	if (op == OP_SEND)
		return state->may_send && state->letters.waiting;
	if (op == OP_POST)
		return state->may_send && state->to_post;
	if (op == OP_OPEN)
		return letter != NULL;
	if (op == OP_CONFERENCE)
		return letter && letter->conference_id;
	if (op >= OP_LETTER_DONE && op <= OP_LETTER_REPLY)
		return letter && state->may_send && letter_op_is_live(letter, op);
	return true;
}

static bool outbox_takes_text(const struct screen *s)
{
	const struct outbox_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

static void outbox_dispose(struct screen *s)
{
	struct outbox_state *state = screen_state(s);

	arena_finish(&state->post_mem);
}

const struct screen_class outbox_screen = {
	.name = "outbox",
	.purpose =
		"Letters that wait, were held back or not sent, may have been sent or came back, of every conference.",
	.keys = outbox_keys,
	.state_size = sizeof(struct outbox_state),
	.list = LIST_OF(struct outbox_state, list),
	.load = outbox_load,
	.title = outbox_title,
	.status = outbox_status,
	.draw = outbox_draw,
	.act = outbox_act,
	.takes_text = outbox_takes_text,
	.answered = outbox_answered,
	.key_is_live = outbox_key_is_live,
	.dispose = outbox_dispose,
};

bool outbox_open(struct tui *t, struct fault *f)
{
	return tui_push(t, &outbox_screen, NULL, f);
}
