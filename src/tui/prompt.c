/* Yes or no: a small question over the screen that asks. */
#include "tui/prompt.h"

#include "popup.h"
#include "tui_private.h"

enum { PROMPT_COLUMNS = 60 };

enum prompt_op { OP_YES = OP_FIRST_OWN, OP_NO, OP_NOT_ENTER };

struct yes_no {
	int code;
	int64_t since;                         /* start.has_moved */
	char question[320], consequence[1280]; /* several warnings at once */
};

static void say_yes(struct yes_no *q, struct tui *t)
{
	struct fault f = {0};

	if (!t->start.has_moved || !t->start.has_moved(t, &q->since, &f)) {
		tui_close(t, &(struct answer){.code = q->code, .number = 1, .text = ""});
		return;
	}
	tui_say_fault(t, &f);
	tui_close(t, NULL);
}

static enum handled yes_no_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct yes_no *q = screen_state(s);

	(void)typed;
	switch (op) {
	case OP_YES: say_yes(q, t); return HANDLED;
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

	popup_copy(q.question, sizeof q.question, question);
	popup_copy(q.consequence, sizeof q.consequence, consequence);
	if (t->start.has_moved)
		t->start.has_moved(t, &q.since, NULL);
	tui_forget_typed_ahead(t);
	return tui_push(t, &yes_no_class, &q, f);
}
