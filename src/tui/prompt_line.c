/* One line of text, asked for over the screen that wants it: what was understood beneath it, and a refusal in it. */
#include "base/text.h"
#include "popup.h"
#include "tui/edit_line.h"
#include "tui/prompt.h"
#include "tui_private.h"

#include <stdio.h>
#include <string.h>

enum { PROMPT_COLUMNS = 60, ECHO_ROOM = 200 };

enum line_op { OP_TAKE = OP_FIRST_OWN };

struct line_prompt {
	struct line_question asks; /* its words are the copies below */
	char label[120], hint[240];
	void *world;
	struct edit_line line;
	bool is_full;      /* the last key found no room */
	bool is_kept;      /* as a draft, for when the line breaks */
	bool is_overtaken; /* refused for what another person did: leaving it is no answer to what was typed */
	char problem[320]; /* why the last answer was not taken, "" when nothing is wrong */
};

static tui_key key_of_edit(int op)
{
	for (const struct binding *row = edit_line_keys; row->op; row++)
		if (row->op == op)
			return row->key;
	return 0;
}

/* --- Drafts --- */

static void line_keep(struct screen *s, struct tui *t)
{
	struct line_prompt *p = screen_state(s);

	if (!p->line.offered && p->line.length && t->start.keep_answer)
		p->is_kept |= t->start.keep_answer(t, p->label, p->hint, p->line.text);
}

static void forget(struct line_prompt *p, struct tui *t)
{
	if (p->is_kept)
		t->start.keep_answer(t, p->label, p->hint, NULL);
	p->is_kept = false;
}

static bool line_may_close(struct screen *s, struct tui *t)
{
	struct line_prompt *p = screen_state(s);

	if (!p->is_overtaken) {
		forget(p, t);
		return true;
	}
	line_keep(s, t);
	if (p->is_kept)
		tui_say(t, "What you typed is kept: Drafts shows it.");
	return true;
}

static void line_about(const struct screen *s, struct screen_about *out)
{
	const struct line_prompt *p = screen_state(s);

	if (p->asks.whole)
		*out = (struct screen_about){.whole = p->asks.whole};
}

/* --- Keys --- */

/* What was typed ahead was meant for the screen beneath: it is not let into the text that has to be mended. */
static void refuse(struct line_prompt *p, struct tui *t, const struct fault *f)
{
	snprintf(p->problem, sizeof p->problem, "Error: %s", f->message);
	p->is_overtaken = f->code == FAULT_CONFLICT;
	tui_forget_typed_ahead(t);
}

/* Closes only on an answer that is taken. */
static void take(struct line_prompt *p, struct tui *t)
{
	struct fault f = {0};

	p->is_overtaken = false;
	if (!p->asks.check || p->asks.check(p->world, p->line.text, &f))
		tui_close(t, &(struct answer){.code = p->asks.code, .text = p->line.text});
	else
		refuse(p, t, &f);
}

static void line_heard(struct screen *s, struct tui *t, const struct fault *refused)
{
	struct line_prompt *p = screen_state(s);

	if (refused)
		refuse(p, t, refused);
	else if (!p->is_overtaken)
		forget(p, t);
}

static bool edit(struct line_prompt *p, tui_key key)
{
	char before[EDIT_LINE_ROOM];

	memcpy(before, p->line.text, sizeof before);
	if (!key || !edit_line_key(&p->line, key, &p->is_full))
		return false;
	if (strcmp(before, p->line.text) != 0)
		p->problem[0] = '\0';
	return true;
}

static enum handled line_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct line_prompt *p = screen_state(s);

	if (op == OP_TAKE || op == OP_OPEN) {
		take(p, t);
		return HANDLED;
	}
	return edit(p, op == OP_TYPED ? typed : key_of_edit(op)) ? HANDLED : NOT_MINE;
}

static const char *sentence_of(const struct line_prompt *p, enum tui_role *role)
{
	*role = p->problem[0] ? TUI_ERROR : p->is_full ? TUI_MESSAGE : TUI_MUTED;
	if (p->problem[0])
		return p->problem;
	return p->is_full ? "There is no room for more: nothing was added." : p->hint;
}

static void draw_text(const struct line_prompt *p, struct canvas *box, int columns)
{
	int cells = columns - 2, caret = edit_line_column(&p->line);
	size_t first = caret < cells ? 0 : text_clip(p->line.text, caret - cells / 2);

	canvas_text(box, 0, 0, 1, TUI_FIELD_FOCUS, first ? "<" : "[");
	canvas_fill(box, 0, 1, cells, TUI_FIELD_FOCUS);
	canvas_text(box, 0, 1, cells, TUI_FIELD_FOCUS, p->line.text + first);
	canvas_text(box, 0, cells + 1, 1, TUI_FIELD_FOCUS, text_width(p->line.text + first) > cells ? ">" : "]");
	canvas_cursor(box, 0, 1 + text_width_n(p->line.text + first, p->line.caret - first));
}

static void line_draw(const struct screen *s, struct canvas *c)
{
	const struct line_prompt *p = screen_state(s);
	int columns = popup_columns(c, PROMPT_COLUMNS), echo_rows = 0;
	char echo[ECHO_ROOM] = "";
	bool understood = false;
	enum tui_role role;
	const char *sentence = sentence_of(p, &role);
	struct canvas_part room;
	struct canvas *box;

	if (p->asks.echo) { /* a row is kept for it, so that the box stands still while a date is typed */
		understood = p->line.text[0] && p->asks.echo(p->world, p->line.text, echo, sizeof echo);
		if (!understood && p->problem[0])
			echo[0] = '\0'; /* the refusal says the same */
		echo_rows = echo[0] ? popup_rows(echo, columns) : 1;
	}
	box = popup_box(c, &room, p->label, 1 + echo_rows + popup_rows(sentence, columns), PROMPT_COLUMNS);
	canvas_paragraph(box, 1, 0, columns, echo_rows, understood ? TUI_TEXT : TUI_MUTED, echo);
	canvas_paragraph(box, 1 + echo_rows, 0, columns, canvas_rows(box) - 1 - echo_rows, role, sentence);
	draw_text(p, box, columns);
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
	.about = line_about,
	.heard = line_heard,
	.keep = line_keep,
	.may_close = line_may_close,
	.is_popup = true,
};

bool prompt_question(struct tui *t, const struct line_question *question, struct fault *f)
{
	struct line_prompt p = {.asks = *question, .world = tui_world(t)};

	popup_copy(p.label, sizeof p.label, question->label);
	popup_copy(p.hint, sizeof p.hint, question->hint);
	edit_line_offer(&p.line, question->start ? question->start : "", EDIT_LINE_ROOM - 1);
	return tui_push(t, &line_class, &p, f);
}

bool prompt_line(struct tui *t, int code, const char *label, const char *hint, const char *start, struct fault *f)
{
	return prompt_question(t, &(struct line_question){.code = code, .label = label, .hint = hint, .start = start},
			       f);
}
