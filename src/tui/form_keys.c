/* What each key does in a form. */
#include "base/text.h"
#include "form_inside.h"

#include <string.h>

const struct binding form_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_FORM_ENTER, NULL,
	 "Takes the marked suggestion and goes to the next field; on the last field saves; in a long text starts a "
	 "line."},
	{TUI_KEY_TAB, 0, 0, OP_FORM_NEXT, "Next field", "Goes to the next field."},
	{TUI_KEY_BACK_TAB, 0, 0, OP_FORM_PREVIOUS, NULL, "Goes to the field before."},
	{KEY_CONTROL('S'), TUI_F(2), TUI_F(10), OP_FORM_SAVE, "Save", "Checks every field and saves."},
	{TUI_KEY_DOWN, 0, 0, OP_FORM_DOWN, NULL,
	 "Marks the next suggestion; without suggestions goes to the next field."},
	{TUI_KEY_UP, 0, 0, OP_FORM_UP, NULL,
	 "Marks the suggestion before; without suggestions goes to the field before."},
	{KEY_CONTROL('R'), 0, 0, OP_FORM_REPEAT, NULL,
	 "Repeats what was last saved in a field of this kind since the program was started."},
	{TUI_F(8), KEY_CONTROL('N'), 0, OP_FORM_NEXT_ERROR, NULL, "Goes to the next field that needs attention."},
	{TUI_F(4), 0, 0, OP_FORM_CALENDAR, NULL, "Shows a calendar for the date in this field."},
	{TUI_F(1), 0, 0, OP_FORM_HELP, NULL,
	 "Explains this field and lists the keys; ? explains it before anything is typed."},
	{TUI_KEY_WORD_LEFT, 0, 0, EDIT_WORD_LEFT, NULL, "Moves to the start of the word before."},
	{TUI_KEY_WORD_RIGHT, 0, 0, EDIT_WORD_RIGHT, NULL, "Moves to the start of the next word."},
	{KEY_CONTROL('W'), 0, 0, EDIT_DELETE_WORD, NULL, "Deletes the word before the cursor."},
	{KEY_CONTROL('U'), 0, 0, EDIT_DELETE_TO_START, NULL, "Deletes from the start of the line to the cursor."},
	{KEY_CONTROL('K'), 0, 0, EDIT_DELETE_TO_END, NULL, "Deletes from the cursor to the end of the line."},
	{KEY_CONTROL('Z'), 0, 0, EDIT_UNDO, NULL, "Takes back the last change in this field."},
	{KEY_CONTROL('Y'), 0, 0, EDIT_REDO, NULL, "Does again what was taken back in a long text."},
	{0},
};

/* The common operations stand for the keys that usually mean them: in a form those keys belong to the field. */
static tui_key key_of(int op, tui_key typed)
{
	static const struct {
		int op;
		tui_key key;
	} common[] = {
		{OP_UP, TUI_KEY_UP},
		{OP_DOWN, TUI_KEY_DOWN},
		{OP_PAGE_UP, TUI_KEY_PAGE_UP},
		{OP_PAGE_DOWN, TUI_KEY_PAGE_DOWN},
		{OP_FIRST, TUI_KEY_HOME},
		{OP_LAST, TUI_KEY_END},
		{OP_OPEN, TUI_KEY_ENTER},
		{OP_NEXT_PANE, TUI_KEY_TAB},
		{OP_PREVIOUS_PANE, TUI_KEY_BACK_TAB},
		{OP_BACK, TUI_KEY_ESCAPE},
		{OP_HELP, TUI_F(1)},
	};

	if (op == OP_TYPED)
		return typed;
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (common[i].op == op)
			return common[i].key;
	for (const struct binding *row = form_keys; row->op; row++)
		if (row->op == op)
			return row->key;
	return 0;
}

static void set_choice(struct form *form, int at)
{
	const struct field *field = &form->fields[form->focus];
	struct edit_line letters = form->line;

	form_replace(form, field->choices[at].token);
	form->line = letters;
}

static void turn_choice(struct form *form, int by)
{
	const struct field *field = &form->fields[form->focus];
	int count = form_choice_count(field), at = form_choice_at(field, form_text(form, form->focus));

	if (count == 0)
		return;
	if (at < 0)
		at = by > 0 ? -1 : count;
	edit_line_set(&form->line, "", EDIT_LINE_ROOM - 1);
	set_choice(form, (at + by + count) % count);
}

static bool begins_with(const char *text, const char *folded)
{
	struct arena mem = {0};
	bool begins = strncmp(text_fold(&mem, text), folded, strlen(folded)) == 0;

	arena_finish(&mem);
	return begins;
}

/* The first choice from `from` on, round to the start, whose code or label begins with the letters; -1 none. */
static int choice_beginning(const struct field *field, const char *letters, int from)
{
	struct arena mem = {0};
	const char *folded = text_fold(&mem, letters);
	int count = form_choice_count(field), found = -1;

	for (int i = 0; i < count && found < 0 && folded[0]; i++) {
		int at = (from + i) % count;

		if (begins_with(field->choices[at].token, folded) || begins_with(field->choices[at].label, folded))
			found = at;
	}
	arena_finish(&mem);
	return found;
}

/* Letters narrow down to a choice; a letter that does not begins anew, so that the same letter goes round. A digit that
 * no choice begins with counts. */
static void choose_by_letter(struct form *form, tui_key key)
{
	const struct field *field = &form->fields[form->focus];
	int present = form_choice_at(field, form_text(form, form->focus)), found;
	char letter[5];

	text_encode(key, letter);
	edit_line_insert(&form->line, letter);
	found = choice_beginning(field, form->line.text,
				 present < 0 || form->line.length == strlen(letter) ? present + 1 : present);
	if (found < 0) {
		edit_line_set(&form->line, letter, EDIT_LINE_ROOM - 1);
		found = choice_beginning(field, letter, present + 1);
	}
	if (found < 0 && key >= '1' && key <= '9' && (int)(key - '1') < form_choice_count(field))
		found = (int)(key - '1');
	if (found >= 0)
		set_choice(form, found);
}

static enum handled choice_key(struct form *form, tui_key key)
{
	switch (key) {
	case TUI_KEY_LEFT: turn_choice(form, -1); return HANDLED;
	case TUI_KEY_RIGHT:
	case ' ': turn_choice(form, 1); return HANDLED;
	case TUI_KEY_BACKSPACE:
	case TUI_KEY_DELETE: form_replace(form, ""); return HANDLED;
	default: break;
	}
	if (!tui_key_is_letter(key))
		return NOT_MINE;
	choose_by_letter(form, key);
	return HANDLED;
}

static enum handled tick_key(struct form *form, tui_key key)
{
	bool is_yes = strcmp(form_text(form, form->focus), "yes") == 0;

	switch (key) {
	case 'y':
	case 'Y': form_replace(form, "yes"); return HANDLED;
	case 'n':
	case 'N': form_replace(form, "no"); return HANDLED;
	case ' ':
	case TUI_KEY_LEFT:
	case TUI_KEY_RIGHT: form_replace(form, is_yes ? "no" : "yes"); return HANDLED;
	case TUI_KEY_BACKSPACE:
	case TUI_KEY_DELETE: form_replace(form, ""); return HANDLED;
	default: return tui_key_is_letter(key) ? HANDLED : NOT_MINE;
	}
}

static bool is_digit(tui_key key)
{
	return key >= '0' && key <= '9';
}

/* '+' and '-' also begin dates, so they step only a date that stands there untouched; until the next key it is not
 * known which was meant. */
static bool step_date(struct form *form, tui_key key)
{
	const struct field *field = &form->fields[form->focus];
	bool is_sign = !form->touched && (key == '+' || key == '-');
	char typed[EDIT_LINE_ROOM], before[EDIT_LINE_ROOM];
	int by = key == TUI_KEY_PAGE_UP ? -7 : key == TUI_KEY_PAGE_DOWN ? 7 : 0;

	if (is_sign)
		by = key == '+' ? 1 : -1;
	if (field->kind != FIELD_DATE || !field->step || !by || !form->line.text[0])
		return false;
	memcpy(typed, form->line.text, sizeof typed);
	memcpy(before, typed, sizeof before);
	if (field->step(form->world, form->values, typed, field->room < sizeof typed ? field->room : sizeof typed, by))
		form_replace(form, typed);
	if (is_sign) {
		form->sign = key;
		memcpy(form->before_sign, before, sizeof before);
	}
	return true;
}

/* "+3wd": a digit after a sign says that the sign began a date. Its step is taken back, and the sign is the first
 * letter of what is typed in place of what stood there. */
static void take_step_for_sign(struct form *form)
{
	tui_key sign = form->sign;

	form->sign = 0;
	form_replace(form, form->before_sign);
	edit_line_key(&form->line, sign, &form->refused);
}

static enum handled line_key(struct form *form, tui_key key)
{
	const struct field *field = &form->fields[form->focus];
	char before[EDIT_LINE_ROOM];

	if (key == '?' && field->help && (form->line.offered || !form->line.text[0]) && !form->pasting) {
		form->request = OP_FORM_HELP;
		return NOT_MINE;
	}
	if (key == TUI_KEY_ESCAPE && form->suggestions.count) {
		form_forget_suggestions(form);
		return HANDLED;
	}
	if (!form->pasting && step_date(form, key))
		return HANDLED;
	if (form->sign)
		take_step_for_sign(form);
	memcpy(before, form->line.text, sizeof before);
	if (!edit_line_key(&form->line, key, &form->refused))
		return NOT_MINE;
	form->suggestion = -1;
	if (strcmp(before, form->line.text) != 0)
		form_store(form);
	return HANDLED;
}

static enum handled lines_key(struct form *form, tui_key key)
{
	size_t before = form->text ? edit_text_changes(form->text) : 0;

	if (!form->text || !edit_text_key(form->text, key, &form->refused))
		return NOT_MINE;
	if (edit_text_changes(form->text) != before)
		form_store(form);
	return HANDLED;
}

static enum handled edit(struct form *form, tui_key key)
{
	switch (form->fields[form->focus].kind) {
	case FIELD_CHOICE: return form->pasting ? HANDLED : choice_key(form, key);
	case FIELD_TICK: return form->pasting ? HANDLED : tick_key(form, key);
	case FIELD_LINES: return lines_key(form, key);
	default: return line_key(form, key);
	}
}

static enum handled go_beside(struct form *form, int direction, bool round)
{
	size_t to;

	form_take_suggestion(form);
	to = form_beside(form, form->focus, direction);
	if (to == FORM_NOWHERE && round)
		to = form_beside(form, direction > 0 ? (size_t)-1 : form->count, direction);
	if (to == form->focus)
		form->left_field = true; /* the only one: it is left and comes next */
	form_enter(form, to);
	return HANDLED;
}

static enum handled up_or_down(struct form *form, int direction)
{
	tui_key key = direction > 0 ? TUI_KEY_DOWN : TUI_KEY_UP;
	int last = (int)form->suggestions.count - 1;

	if (last >= 0 && (direction > 0 || form->suggestion >= 0)) {
		if (form->suggestion + direction <= last)
			form->suggestion += direction;
		return HANDLED;
	}
	if (form->fields[form->focus].kind == FIELD_LINES && edit(form, key) == HANDLED)
		return HANDLED;
	return go_beside(form, direction, false);
}

static enum handled ask(struct form *form, int request)
{
	form->request = request;
	return NOT_MINE;
}

static enum handled enter(struct form *form)
{
	if (form->fields[form->focus].kind == FIELD_LINES)
		return edit(form, TUI_KEY_ENTER);
	form_take_suggestion(form);
	if (form_beside(form, form->focus, 1) == FORM_NOWHERE)
		return ask(form, OP_FORM_SAVE);
	return go_beside(form, 1, false);
}

static enum handled next_error(struct form *form)
{
	for (size_t n = 1; n <= form->count; n++) {
		size_t i = (form->focus + n) % form->count;

		if (form->errors[i][0] && form_takes_focus(form, i)) {
			form_enter(form, i);
			break;
		}
	}
	return HANDLED;
}

static enum handled repeat(struct form *form)
{
	const char *last = form_remembered(form, form->fields[form->focus].name);

	form->nothing_to_repeat = !last;
	if (last)
		form_replace(form, last);
	return HANDLED;
}

static enum handled paste_key(struct form *form, tui_key key)
{
	if (key == TUI_KEY_PASTE_BEGIN)
		form->pasting = true;
	edit(form, key);
	if (key == TUI_KEY_PASTE_END)
		form->pasting = false;
	return HANDLED;
}

enum handled form_act(struct form *form, int op, tui_key typed)
{
	tui_key key = key_of(op, typed);

	form->request = 0;
	form->refused = form->nothing_to_repeat = false;
	if (!is_digit(key))
		form->sign = 0;
	if (!form_has_focus(form) || !key)
		return NOT_MINE;
	if (!form_takes_focus(form, form->focus))
		go_beside(form, 1, true); /* the screen changed a value that hides the field */
	if (form->pasting || key == TUI_KEY_PASTE_BEGIN)
		return paste_key(form, key);
	switch (binding_find(form_keys, key)) {
	case OP_FORM_NEXT: return go_beside(form, 1, true);
	case OP_FORM_PREVIOUS: return go_beside(form, -1, true);
	case OP_FORM_DOWN: return up_or_down(form, 1);
	case OP_FORM_UP: return up_or_down(form, -1);
	case OP_FORM_ENTER: return enter(form);
	case OP_FORM_SAVE: form_take_suggestion(form); return ask(form, OP_FORM_SAVE);
	case OP_FORM_HELP: return ask(form, OP_FORM_HELP);
	case OP_FORM_CALENDAR:
		return form->fields[form->focus].kind == FIELD_DATE ? ask(form, OP_FORM_CALENDAR) : HANDLED;
	case OP_FORM_NEXT_ERROR: return next_error(form);
	case OP_FORM_REPEAT: return repeat(form);
	default: return edit(form, key);
	}
}
