/* Yes or no, and one line of text: small questions over the screen that asks. */
#include "tui/prompt.h"

#include "base/text.h"
#include "popup.h"
#include "tui/edit_line.h"

#include <stdio.h>
#include <string.h>

enum { PROMPT_COLUMNS = 60 };

enum prompt_op { OP_YES = OP_FIRST_OWN, OP_NO, OP_NOT_ENTER, OP_TAKE };

struct yes_no {
	int code;
	char question[320], consequence[320];
};

static void copy_text(char *out, size_t room, const char *text)
{
	size_t length = 0, n;

	text = text ? text : "";
	while ((n = text_cluster(text + length)) > 0 && length + n < room)
		length += n;
	memcpy(out, text, length);
	out[length] = '\0';
}

static enum handled yes_no_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	const struct yes_no *q = screen_state(s);

	(void)typed;
	switch (op) {
	case OP_YES: tui_close(t, &(struct answer){.code = q->code, .number = 1, .text = ""}); return HANDLED;
	case OP_NO: tui_close(t, &(struct answer){.code = q->code, .number = 0, .text = ""}); return HANDLED;
	case OP_NOT_ENTER:
	case OP_OPEN: tui_say(t, "Type y for yes or n for no; Enter answers neither."); return HANDLED;
	default: return NOT_MINE;
	}
}

static void yes_no_draw(const struct screen *s, struct canvas *c)
{
	const struct yes_no *q = screen_state(s);
	int columns = popup_columns(c, PROMPT_COLUMNS), row, used;
	int rows = popup_rows(q->question, columns) + popup_rows(q->consequence, columns) + 2;
	struct canvas_part room;
	struct canvas *box = popup_box(c, &room, "Question", rows, PROMPT_COLUMNS);

	row = canvas_paragraph(box, 0, 0, columns, rows - 1, TUI_HEADING, q->question);
	canvas_paragraph(box, row, 0, columns, rows - row - 1, TUI_TEXT, q->consequence);
	row = canvas_rows(box) - 1;
	used = canvas_text(box, row, 0, -1, TUI_KEY, "y");
	used += canvas_text(box, row, used, -1, TUI_TEXT, " Yes    ");
	canvas_text(box, row, used, -1, TUI_KEY, "n");
	canvas_text(box, row, used + 1, -1, TUI_TEXT, " No, leave it as it is");
	canvas_cursor(box, row, used);
}

static const struct binding yes_no_keys[] = {
	{'y', 'Y', 0, OP_YES, "Yes", "Does what the question asks."},
	{'n', 'N', 0, OP_NO, "No", "Leaves everything as it is."},
	{TUI_KEY_ENTER, 0, 0, OP_NOT_ENTER, NULL, "Answers neither, so that a key pressed too often decides nothing."},
	{0},
};

static const struct screen_class yes_no_class = {
	.name = "question",
	.purpose = "Asks before something that is hard to take back.",
	.keys = yes_no_keys,
	.state_size = sizeof(struct yes_no),
	.draw = yes_no_draw,
	.act = yes_no_act,
	.is_popup = true,
};

bool prompt_yes_no(struct tui *t, int code, const char *question, const char *consequence, struct fault *f)
{
	struct yes_no q = {.code = code};

	copy_text(q.question, sizeof q.question, question);
	copy_text(q.consequence, sizeof q.consequence, consequence);
	tui_forget_typed_ahead(t);
	return tui_push(t, &yes_no_class, &q, f);
}

struct line_prompt {
	int code;
	char label[120], hint[240];
	struct edit_line line;
	bool refused;
};

static tui_key key_of_edit(int op)
{
	for (const struct binding *row = edit_line_keys; row->op; row++)
		if (row->op == op)
			return row->key;
	return 0;
}

static enum handled line_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct line_prompt *p = screen_state(s);

	if (op == OP_TAKE || op == OP_OPEN) {
		tui_close(t, &(struct answer){.code = p->code, .text = p->line.text});
		return HANDLED;
	}
	if (op != OP_TYPED)
		typed = key_of_edit(op);
	return typed && edit_line_key(&p->line, typed, &p->refused) ? HANDLED : NOT_MINE;
}

static void line_draw(const struct screen *s, struct canvas *c)
{
	const struct line_prompt *p = screen_state(s);
	int columns = popup_columns(c, PROMPT_COLUMNS), cells = columns - 2, caret = edit_line_column(&p->line);
	size_t first = caret < cells ? 0 : text_clip(p->line.text, caret - cells / 2);
	struct canvas_part room;
	struct canvas *box = popup_box(c, &room, p->label, 2, PROMPT_COLUMNS);

	canvas_text(box, 0, 0, 1, TUI_FIELD_FOCUS, first ? "<" : "[");
	canvas_fill(box, 0, 1, cells, TUI_FIELD_FOCUS);
	canvas_text(box, 0, 1, cells, TUI_FIELD_FOCUS, p->line.text + first);
	canvas_text(box, 0, cells + 1, 1, TUI_FIELD_FOCUS, text_width(p->line.text + first) > cells ? ">" : "]");
	canvas_cell(box, 1, 0, columns, p->refused ? TUI_MESSAGE : TUI_MUTED,
		    p->refused ? "There is no room for more: nothing was added." : p->hint);
	canvas_cursor(box, 0, 1 + text_width_n(p->line.text + first, p->line.caret - first));
}

static bool line_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

static const struct binding line_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_TAKE, "Done", "Takes what is typed."},
	{0},
};

static const struct screen_class line_class = {
	.name = "line",
	.purpose = "Asks for one line of text.",
	.keys = line_keys,
	.widget_keys = edit_line_keys,
	.state_size = sizeof(struct line_prompt),
	.draw = line_draw,
	.act = line_act,
	.takes_text = line_takes_text,
	.is_popup = true,
};

bool prompt_line(struct tui *t, int code, const char *label, const char *hint, const char *start, struct fault *f)
{
	struct line_prompt p = {.code = code};

	copy_text(p.label, sizeof p.label, label);
	copy_text(p.hint, sizeof p.hint, hint);
	edit_line_offer(&p.line, start ? start : "", EDIT_LINE_ROOM - 1);
	return tui_push(t, &line_class, &p, f);
}
