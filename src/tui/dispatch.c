/* From a key to an operation to the screen that knows it, and what the common keys do when no screen wants them. */
#include "tui_private.h"

#include <stdio.h>
#include <string.h>

/* The same key does the same thing in every screen. No label: the key line is the screen's; Esc and ? are put there by
 * frame.c. */
const struct binding common_keys[] = {
	{TUI_KEY_UP, 'k', 0, OP_UP, NULL, "Moves up one row."},
	{TUI_KEY_DOWN, 'j', 0, OP_DOWN, NULL, "Moves down one row."},
	{TUI_KEY_PAGE_UP, KEY_CONTROL('b'), '[', OP_PAGE_UP, NULL, "Moves up one page."},
	{TUI_KEY_PAGE_DOWN, KEY_CONTROL('f'), ']', OP_PAGE_DOWN, NULL, "Moves down one page."},
	{TUI_KEY_HOME, 'g', 0, OP_FIRST, NULL, "Goes to the first row."},
	{TUI_KEY_END, 'G', 0, OP_LAST, NULL, "Goes to the last row."},
	{TUI_KEY_ENTER, 0, 0, OP_OPEN, NULL, "Opens what is selected."},
	{TUI_KEY_ESCAPE, 'q', 0, OP_BACK, NULL, "Goes back one screen."},
	{TUI_KEY_TAB, TUI_KEY_RIGHT, 'l', OP_NEXT_PANE, NULL, "Goes to the next tab, lane or part of the screen."},
	{TUI_KEY_BACK_TAB, TUI_KEY_LEFT, 'h', OP_PREVIOUS_PANE, NULL, "Goes to the part of the screen before."},
	{'/', 0, 0, OP_FILTER, NULL, "Shows only the rows that hold every word you type; !word leaves rows out."},
	{'s', 0, 0, OP_SORT, NULL, "Sorts by a column: its letter comes next, the same letter again turns it round."},
	{'n', 0, 0, OP_FIND_NEXT, NULL, "Finds the next one."},
	{':', KEY_CONTROL('p'), 0, OP_GO_TO, NULL, "Goes to anything or runs any action by name."},
	{'?', TUI_F(1), 0, OP_HELP, NULL, "Shows the keys of this screen."},
	{'M', TUI_F(7), KEY_CONTROL('g'), OP_MESSAGES, NULL, "Shows the last messages again."},
	{'r', TUI_F(5), 0, OP_REFRESH, NULL, "Reads everything on the screen afresh."},
	{'L', KEY_CONTROL('l'), 0, OP_REDRAW, NULL, "Draws the screen again when the terminal is garbled."},
	{'Z', TUI_F(9), 0, OP_BLANK, NULL, "Blanks the whole screen at once; any key brings it back."},
	{'X', TUI_F(12), 0, OP_LOCK, NULL, "Locks the screen at once; your account's password opens it again."},
	{'Q', KEY_CONTROL('q'), 0, OP_QUIT, NULL, "Leaves the program; unsaved work is asked about first."},
	{0},
};

static bool offer(struct tui *t, int op, tui_key key)
{
	return t->top->class->act && t->top->class->act(t->top, t, op, key) == HANDLED;
}

static bool is_movement(int op)
{
	return op >= OP_UP && op <= OP_LAST;
}

static void go_back(struct tui *t)
{
	struct screen *s = t->top;

	if (!s->below)
		tui_say(t, "This is the first screen; Q leaves the program.");
	else if (!s->class->may_close || s->class->may_close(s, t))
		tui_close(t, NULL);
}

static bool go_to(struct tui *t)
{
	struct fault f = {0};

	if (!t->start.go_to)
		return false;
	t->is_at_go_to = true;
	if (!t->start.go_to(t, &f) && f.message[0])
		tui_say_fault(t, &f);
	t->is_at_go_to = false;
	return true;
}

/* What the toolkit itself does with an operation that the screen did not want. */
static bool act_common(struct tui *t, int op)
{
	switch (op) {
	case OP_BACK: go_back(t); return true;
	case OP_HELP: return help_open(t, "");
	case OP_MESSAGES: return messages_open(t);
	case OP_GO_TO: return go_to(t);
	case OP_REFRESH:
		t->is_afresh = true;
		stack_must_load(t);
		tui_say(t, "Read afresh.");
		return true;
	case OP_REDRAW: t->must_repaint = true; return true;
	case OP_BLANK:
		stack_keep(t);
		t->is_blank = true;
		return true;
	case OP_LOCK:
		if (t->start.lock)
			lock_on(t, true);
		return t->start.lock != NULL;
	case OP_QUIT: tui_quit(t); return true;
	default: return false;
	}
}

static void clear_stale_message(struct tui *t, int op)
{
	if (!t->message_is_new && !is_movement(op))
		t->message.text[0] = '\0';
}

static bool go_somewhere(struct tui *t, int op)
{
	if (!t->start.go)
		return false;
	t->start.go(t, op);
	clear_stale_message(t, op);
	return true;
}

static bool try_op(struct tui *t, int op, tui_key key)
{
	if (op >= OP_FIRST_EVERYWHERE)
		return go_somewhere(t, op);
	if (op == OP_NONE || (!offer(t, op, key) && !act_common(t, op)))
		return false;
	clear_stale_message(t, op);
	return true;
}

void dispatch_op(struct tui *t, int op, tui_key key)
{
	if (!try_op(t, op, key))
		tui_say(t, "There is nothing to do that to just now.");
}

static bool try_typed(struct tui *t, tui_key key)
{
	if (!offer(t, OP_TYPED, key))
		return false;
	clear_stale_message(t, OP_TYPED);
	return true;
}

static bool try_tables(struct tui *t, tui_key key)
{
	struct screen *s = t->top;
	int own = binding_find(s->class->keys, key), common = binding_find(common_keys, key);

	if (try_op(t, own, key))
		return true;
	if (try_op(t, binding_find(s->class->widget_keys, key), key))
		return true;
	if (try_op(t, binding_find(everywhere_keys(t), key), key))
		return true;
	return common != own && try_op(t, common, key);
}

static void refuse(struct tui *t, tui_key key)
{
	bool is_text = screen_takes_text(t->top);
	char name[16];

	if (key == KEY_CONTROL('c'))
		snprintf(t->message.text, sizeof t->message.text, "%s leaves the program; Esc goes back.",
			 is_text ? "Ctrl-Q" : "Q");
	else
		snprintf(t->message.text, sizeof t->message.text, "%s does nothing here; %s shows the keys.",
			 tui_key_name(key, name), is_text ? "F1" : "?");
	t->message.role = TUI_MESSAGE;
}

/* F1 where letters are text: what the screen says of the field that has the focus stands on top of its keys. */
static void explain(struct tui *t, tui_key key)
{
	char words[MESSAGE_ROOM] = "";

	if (try_typed(t, key)) {
		if (!t->message_is_new)
			return;
		memcpy(words, t->message.text, sizeof words);
		t->message.text[0] = '\0';
	}
	if (!help_open(t, words))
		refuse(t, key);
}

static void dispatch_key(struct tui *t, tui_key key)
{
	bool is_text = screen_takes_text(t->top), is_taken;

	if (is_text && key == TUI_F(1)) {
		explain(t, key);
		return;
	}
	if (is_text && tui_key_is_letter(key))
		is_taken = try_typed(t, key);
	else if (is_text)
		is_taken = try_typed(t, key) || try_tables(t, key);
	else
		is_taken = try_tables(t, key) || try_typed(t, key);
	if (!is_taken)
		refuse(t, key);
}

/* Inside a paste everything is text: no key of it can act, and where nothing takes text it is let go. */
static void paste_key(struct tui *t, tui_key key)
{
	if (key == TUI_KEY_PASTE_END) {
		t->is_pasting = false;
		return;
	}
	if (key == TUI_KEY_ENTER)
		key = '\n';
	else if (key == TUI_KEY_TAB)
		key = ' ';
	if ((key == '\n' || tui_key_is_letter(key)) && screen_takes_text(t->top))
		try_typed(t, key);
}

void tui_take_key(struct tui *t, tui_key key)
{
	if (t->lock.is_on) {
		lock_take_key(t, key);
		stack_settle(t);
		return;
	}
	lock_unwarn(t);
	t->last_work = tui_now(t);
	stack_bury(t);
	t->message_is_new = false;
	t->has_unkept = true;
	if (t->is_blank) {
		t->is_blank = false;
		return;
	}
	if (t->must_go_on && (key == TUI_KEY_ENTER || key == TUI_KEY_ESCAPE)) {
		t->must_go_on = false;
		tui_say(t, "Keys act again.");
		return;
	}
	stack_hear(t, true);
	if (t->must_go_on)
		return;
	if (t->is_pasting)
		paste_key(t, key);
	else if (key == TUI_KEY_PASTE_BEGIN)
		t->is_pasting = true;
	else if (key != TUI_KEY_PASTE_END)
		dispatch_key(t, key);
	stack_settle(t);
}

const struct binding *tui_common_keys(void)
{
	return common_keys;
}
