/* A program for testing the toolkit alone. */
#include "toy.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

/* --- the list --- */

struct list_state {
	struct list list;
	const struct toy *toy;
	int answer_shown;
};

static const struct list_column columns[] = {
	{.heading = "no", .width = 5, .align = LIST_RIGHT, .sort_key = 'n'},
	{.heading = "name", .width = 28, .sort_key = 'f'},
	{.heading = "note"},
	{.heading = "wide", .width = 6, .wide_only = 100},
};

static int64_t identity(const void *rows, size_t row)
{
	return ((const struct toy_person *)rows)[row].number;
}

static void cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct toy_person *p = &((const struct toy_person *)rows)[row];

	switch (column) {
	case 0: snprintf(out, room, "%lld", (long long)p->number); break;
	case 1: snprintf(out, room, "%s", p->name); break;
	case 2: snprintf(out, room, "%s", p->note); break;
	default: snprintf(out, room, "wide"); break;
	}
}

static enum tui_role role(const void *rows, size_t row, int column)
{
	return column == 2 && ((const struct toy_person *)rows)[row].number % 7 == 0 ? TUI_LATE : TUI_TEXT;
}

static int compare(const void *rows, size_t a, size_t b, int column)
{
	const struct toy_person *people = rows;

	if (column == 1)
		return strcmp(people[a].name, people[b].name);
	return people[a].number < people[b].number ? -1 : people[a].number > people[b].number;
}

static bool list_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct list_state *state = screen_state(s);
	struct toy *toy = tui_world(t);

	toy->loads++;
	state->toy = toy;
	if (!state->list.columns)
		list_open(&state->list, columns, 4);
	if (toy->must_fail) {
		memset(&state->list, 0x5a, sizeof state->list); /* a load that broke off half way */
		toy->must_fail = false;
		return fault_set(f, FAULT_BUSY, "Another person is saving; press r in a moment");
	}
	list_fill(&state->list,
		  &(struct list_source){.count = toy->count,
					.identity = identity,
					.cell = cell,
					.role = role,
					.compare = compare,
					.rows = toy->people},
		  screen_arena(s));
	return true;
}

static void list_title(const struct screen *s, char *out, size_t room)
{
	const struct list_state *state = screen_state(s);

	snprintf(out, room, "People · %zu", state->toy->count);
}

static void list_draw_screen(const struct screen *s, struct canvas *c)
{
	const struct list_state *state = screen_state(s);

	list_draw(&state->list, c, true, "Nobody is called that. Esc shows everybody.");
}

static bool list_text(const struct screen *s)
{
	return list_takes_text(&((const struct list_state *)screen_state(s))->list);
}

static const struct screen_class note_class, ask_class, fail_class, key_class;

static enum handled list_act_screen(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct list_state *state = screen_state(s);
	size_t row;

	switch (op) {
	case OP_OPEN:
		if (list_takes_text(&state->list) || !list_selection(&state->list, &row))
			return NOT_MINE;
		tui_say(t, "Opened %s", state->toy->people[row].name);
		return HANDLED;
	case TOY_NOTE: tui_push(t, &note_class, NULL, NULL); return HANDLED;
	case TOY_ASK: tui_push(t, &ask_class, NULL, NULL); return HANDLED;
	case TOY_FAIL: tui_push(t, &fail_class, NULL, NULL); return HANDLED;
	case TOY_KEYS: tui_push(t, &key_class, NULL, NULL); return HANDLED;
	default: return list_act(&state->list, op, typed, screen_arena(s));
	}
}

static void list_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct toy *toy = tui_world(t);

	(void)s;
	toy->answers++;
	toy->last_code = answer->code;
	toy->answer_number = answer->number;
	if (answer->code)
		tui_say(t, "Answer: %s", answer->text);
}

static const struct binding list_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_OPEN, "Open", "Opens the person."},
	{'w', TUI_F(4), 0, TOY_NOTE, "Write", "Writes a note."},
	{'a', 0, 0, TOY_ASK, "Ask", "Asks a question."},
	{'f', 0, 0, TOY_FAIL, NULL, "Opens a screen that cannot load."},
	{'K', 0, 0, TOY_KEYS, NULL, "Names each key."},
	{'/', 0, 0, OP_FILTER, "Filter", "Shows only the rows that hold every word."},
	{0},
};

const struct screen_class toy_list_class = {
	.name = "people",
	.purpose = "Lists people.",
	.keys = list_keys,
	.state_size = sizeof(struct list_state),
	.load = list_load,
	.title = list_title,
	.draw = list_draw_screen,
	.act = list_act_screen,
	.takes_text = list_text,
	.answered = list_answered,
};

/* --- the note: takes text, keeps drafts, asks before it goes --- */

struct note_state {
	char text[256];
	size_t length;
};

static void note_title(const struct screen *s, char *out, size_t room)
{
	(void)s;
	snprintf(out, room, "Note");
}

static void note_draw(const struct screen *s, struct canvas *c)
{
	const struct note_state *n = screen_state(s);

	canvas_cell(c, 0, 0, canvas_columns(c), TUI_FIELD_FOCUS, n->text);
	canvas_cursor(c, 0, text_width(n->text));
}

static enum handled note_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct note_state *n = screen_state(s);
	char bytes[5];
	size_t more;

	(void)t;
	if (op != OP_TYPED)
		return NOT_MINE;
	if (typed == '\n')
		typed = '|';
	if (typed == TUI_KEY_BACKSPACE && n->length) {
		n->length -= text_cluster_before(n->text, n->length);
		n->text[n->length] = '\0';
		return HANDLED;
	}
	if (!tui_key_is_letter(typed))
		return NOT_MINE;
	more = text_encode(typed, bytes);
	if (n->length + more >= sizeof n->text)
		return HANDLED;
	memcpy(n->text + n->length, bytes, more + 1);
	n->length += more;
	return HANDLED;
}

static bool note_text(const struct screen *s)
{
	(void)s;
	return true;
}

static bool note_load(struct screen *s, struct tui *t, struct fault *f)
{
	(void)s;
	return !((const struct toy *)tui_world(t))->is_hidden ||
	       fault_set(f, FAULT_NOT_ALLOWED, "This note is not for you to see any more.");
}

static void note_keep(struct screen *s, struct tui *t)
{
	struct toy *toy = tui_world(t);

	toy->keeps++;
	snprintf(toy->kept, sizeof toy->kept, "%s", ((const struct note_state *)screen_state(s))->text);
	if (toy->kept_file) {
		FILE *out = fopen(toy->kept_file, "w");

		if (out) {
			fputs(toy->kept, out);
			fclose(out);
		}
	}
}

static bool note_may_close(struct screen *s, struct tui *t)
{
	if (!((const struct note_state *)screen_state(s))->length)
		return true;
	tui_push(t, &ask_class, NULL, NULL);
	return false;
}

static void note_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct note_state *n = screen_state(s);

	if (answer->code && answer->number) {
		n->length = 0;
		tui_close(t, NULL);
	}
}

static const struct screen_class note_class = {
	.name = "note",
	.purpose = "Writes a note.",
	.state_size = sizeof(struct note_state),
	.load = note_load,
	.title = note_title,
	.draw = note_draw,
	.act = note_act,
	.takes_text = note_text,
	.keep = note_keep,
	.may_close = note_may_close,
	.answered = note_answered,
};

/* --- the question: a popup --- */

static void ask_draw(const struct screen *s, struct canvas *c)
{
	struct canvas_part room;
	struct canvas *box = canvas_part(c, &room, 1, 2, 3, 30);

	(void)s;
	for (int row = 0; row < 3; row++)
		canvas_fill(box, row, 0, -1, TUI_BANNER);
	canvas_text(box, 1, 1, -1, TUI_BANNER, "Leave it? y or n");
	canvas_cursor(box, 1, 18);
}

static enum handled ask_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	char words[16];

	(void)s;
	(void)typed;
	if (op != TOY_YES && op != TOY_NO)
		return NOT_MINE;
	snprintf(words, sizeof words, op == TOY_YES ? "yes" : "no"); /* on the stack: the toolkit keeps its own copy */
	tui_close(t, &(struct answer){.code = 1, .number = op == TOY_YES, .text = words});
	memset(words, 'x', sizeof words - 1);
	return HANDLED;
}

static const struct binding ask_keys[] = {
	{'y', 0, 0, TOY_YES, "Yes", "Says yes."},
	{'n', 0, 0, TOY_NO, "No", "Says no."},
	{0},
};

static const struct screen_class ask_class = {
	.name = "ask",
	.purpose = "Asks a question.",
	.keys = ask_keys,
	.draw = ask_draw,
	.act = ask_act,
	.is_popup = true,
};

/* --- the screen that cannot load --- */

static bool fail_load(struct screen *s, struct tui *t, struct fault *f)
{
	(void)s;
	(void)t;
	return fault_set(f, FAULT_NOT_FOUND, "That person is not there any more; press r");
}

static const struct screen_class fail_class = {
	.name = "fail",
	.purpose = "Cannot load.",
	.load = fail_load,
};

/* --- the screen that names every key --- */

struct key_state {
	tui_key key;
};

static void key_draw(const struct screen *s, struct canvas *c)
{
	char name[16];

	canvas_print(c, 0, 0, -1, TUI_TEXT, "<%s>",
		     tui_key_name(((const struct key_state *)screen_state(s))->key, name));
}

static enum handled key_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	(void)t;
	if (op == OP_TYPED)
		((struct key_state *)screen_state(s))->key = typed;
	return HANDLED;
}

static const struct screen_class key_class = {
	.name = "keys",
	.purpose = "Names each key.",
	.state_size = sizeof(struct key_state),
	.draw = key_draw,
	.act = key_act,
	.takes_text = note_text,
};

/* --- the world --- */

static void heading(void *world, char *left, size_t left_room, char *right, size_t right_room)
{
	const struct toy *toy = world;

	snprintf(left, left_room, "Toy · Northgate Council");
	snprintf(right, right_room, "%zu people", toy->count);
}

static enum tui_news news(struct tui *t, bool of_data)
{
	struct toy *toy = tui_world(t);
	bool was = of_data && toy->is_changed;

	toy->is_changed &= !of_data;
	return was ? TUI_NEW_DATA : TUI_NO_NEWS;
}

static void at_rest(void *world)
{
	((struct toy *)world)->rests++;
}

static void quiet(void *world)
{
	const struct toy *toy = world;
	FILE *out = toy->quiet_file ? fopen(toy->quiet_file, "a") : NULL;

	if (out) {
		fputc('q', out);
		fclose(out);
	}
}

static bool go_to(struct tui *t, struct fault *f)
{
	return tui_push(t, &ask_class, NULL, f);
}

/* Yes goes to the note, which stands for any place. */
static void gone_to(struct tui *t, const struct answer *answer)
{
	static const struct note_state begun = {.text = "begun", .length = 5};

	if (answer->number)
		tui_go(t, &note_class, &begun, NULL);
}

void toy_fill(struct toy *toy, size_t count)
{
	static const char *const names[] = {"Chidi Okonkwo",    "Zoë Ní Dhomhnaill", "Ọ̀ṣúndé Adébáyọ̀",
					    "王 小明",          "Maja Wiśniewska",   "Kai Loveridge",
					    "Smith-Jones, Ann", "Þóra Ægisdóttir"};
	static const char *const notes[] = {"no chair booked for it yet", "2 reports", "letters unsent", "ready"};

	toy->count = count;
	for (size_t i = 0; i < count; i++)
		toy->people[i] = (struct toy_person){(int64_t)i + 1, names[i % 8], notes[i % 4]};
}

struct tui_start toy_start(struct toy *toy)
{
	return (struct tui_start){
		.world = toy,
		.first = &toy_list_class,
		.heading = heading,
		.news = news,
		.at_rest = at_rest,
		.quiet = quiet,
		.go_to = go_to,
		.gone_to = gone_to,
	};
}
