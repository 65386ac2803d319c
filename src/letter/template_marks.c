/* The marks of a template: fields, and sections that open and close. */
#include "template_inside.h"

#include "base/nearest.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Column in letters from 1, as an editor counts. */
static int column_of(const struct parsing *p, const char *at)
{
	int column = 1;
	uint32_t code;

	for (const char *from = p->line_text; from < at; column++)
		from += text_decode(from, &code);
	return column;
}

bool template_refuse(const struct parsing *p, const char *at, const char *format, ...)
{
	char sentence[FAULT_MESSAGE_ROOM];
	va_list args;

	va_start(args, format);
	vsnprintf(sentence, sizeof sentence, format, args);
	va_end(args);
	return fault_set(p->f, FAULT_REFUSED, "%s:%d:%d: %s", p->name, p->line, column_of(p, at), sentence);
}

static const char *section_word(enum step_kind kind)
{
	return kind == STEP_EACH ? "each" : kind == STEP_IF ? "if" : "unless";
}

static const char *subject_of(const struct step *step)
{
	return step->field == LETTER_FIELD_COUNT ? letter_list_name(step->list) : letter_field_name(step->field);
}

bool template_refuse_open(const struct parsing *p, const struct open_section *open, const char *why)
{
	const struct step *step = &p->steps->items[open->opened];

	return fault_set(p->f, FAULT_REFUSED, "%s:%d:%d: {{#%s %s}} %s", p->name, open->line, open->column,
			 section_word(step->kind), subject_of(step), why);
}

struct step *template_step(struct parsing *p, enum step_kind kind)
{
	struct step *step = ARENA_PUSH(p->mem, p->steps);

	if (!step) {
		fault_set(p->f, FAULT_MEMORY, "There is not enough memory to read %s.", p->name);
		return NULL;
	}
	step->kind = kind;
	step->words = "";
	step->field = LETTER_FIELD_COUNT;
	step->list = LETTER_LIST_NONE;
	return step;
}

/* The list whose rows are gone through here, or none. */
static enum letter_list list_here(const struct parsing *p)
{
	for (int i = p->depth - 1; i >= 0; i--)
		if (p->steps->items[p->open[i].opened].kind == STEP_EACH)
			return p->steps->items[p->open[i].opened].list;
	return LETTER_LIST_NONE;
}

enum wanted { WANT_FIELD, WANT_EITHER, WANT_LIST };

static bool refuse_unknown(const struct parsing *p, const char *at, const char *typed, enum wanted wanted)
{
	const char *words[LETTER_FIELD_COUNT + LETTER_LIST_COUNT + 1];
	const char *what = wanted == WANT_LIST ? "list" : "field";
	const char *nearest;
	size_t count = 0;
	int clipped = (int)text_clip(typed, 40);

	for (int i = 0; wanted != WANT_LIST && i < LETTER_FIELD_COUNT; i++)
		words[count++] = letter_field_name((enum letter_field)i);
	for (int i = 0; wanted != WANT_FIELD && i < LETTER_LIST_COUNT; i++)
		words[count++] = letter_list_name((enum letter_list)i);
	if (!*typed)
		return template_refuse(p, at, "a %s is not named here.", what);
	nearest = nearest_word(typed, words, count);
	if (nearest)
		return template_refuse(p, at, "there is no %s \"%.*s\"; did you mean \"%s\"?", what, clipped, typed,
				       nearest);
	return template_refuse(p, at, "there is no %s \"%.*s\"; docs/letters.md names them all.", what, clipped, typed);
}

/* Finds the field or list that a mark names, where it may be named. */
static bool read_subject(const struct parsing *p, const char *at, const char *typed, enum wanted wanted,
			 struct step *into)
{
	if (wanted != WANT_LIST && letter_field_from_name(typed, &into->field)) {
		into->list = letter_field_list(into->field);
		if (into->list == LETTER_LIST_NONE || into->list == list_here(p))
			return true;
		return template_refuse(p, at, "\"%s\" belongs to a list; write it between {{#each %s}} and {{/each}}.",
				       typed, letter_list_name(into->list));
	}
	if (letter_list_from_name(typed, &into->list)) {
		if (wanted != WANT_FIELD)
			return true;
		return template_refuse(p, at, "\"%s\" is a list; write {{#each %s}} ... {{/each}}.", typed, typed);
	}
	return refuse_unknown(p, at, typed, wanted);
}

struct mark {
	const char *at; /* its first brace */
	const char *word, *subject;
	bool is_inline;
};

static bool open_section(struct parsing *p, const struct mark *mark, enum step_kind kind)
{
	struct step subject = {.field = LETTER_FIELD_COUNT, .list = LETTER_LIST_NONE};
	struct step *step;

	if (!read_subject(p, mark->at, mark->subject, kind == STEP_EACH ? WANT_LIST : WANT_EITHER, &subject))
		return false;
	if (p->depth == TEMPLATE_DEPTH_MOST)
		return template_refuse(p, mark->at, "more than %d sections stand inside each other here.",
				       TEMPLATE_DEPTH_MOST);
	if (kind == STEP_EACH && list_here(p) != LETTER_LIST_NONE)
		return template_refuse(p, mark->at, "a list cannot stand inside a list; close {{#each %s}} first.",
				       letter_list_name(list_here(p)));
	step = template_step(p, kind);
	if (!step)
		return false;
	step->field = subject.field;
	step->list = subject.list;
	p->open[p->depth++] = (struct open_section){.opened = p->steps->count - 1,
						    .waiting = p->steps->count - 1,
						    .line = p->line,
						    .column = column_of(p, mark->at),
						    .is_inline = mark->is_inline};
	return true;
}

static bool turn_section(struct parsing *p, const struct mark *mark)
{
	struct open_section *open = p->depth ? &p->open[p->depth - 1] : NULL;

	if (!open || p->steps->items[open->opened].kind == STEP_EACH)
		return template_refuse(p, mark->at, "{{#else}} has no {{#if}} or {{#unless}} before it.");
	if (open->waiting != open->opened)
		return template_refuse(p, mark->at, "{{#else}} is here a second time; the section begins in line %d.",
				       open->line);
	if (!template_step(p, STEP_ELSE))
		return false;
	p->steps->items[open->waiting].other = p->steps->count - 1;
	open->waiting = p->steps->count - 1;
	return true;
}

static bool close_section(struct parsing *p, const struct mark *mark)
{
	struct open_section *open = p->depth ? &p->open[p->depth - 1] : NULL;
	const char *word = mark->word + 1;
	const struct step *opened;

	if (!open)
		return template_refuse(p, mark->at, "{{/%.*s}} closes nothing.", (int)text_clip(word, 40), word);
	opened = &p->steps->items[open->opened];
	if (strcmp(word, section_word(opened->kind)) != 0)
		return template_refuse(p, mark->at,
				       "{{/%.*s}} stands where {{/%s}} must close the {{#%s %s}} of line %d.",
				       (int)text_clip(word, 40), word, section_word(opened->kind),
				       section_word(opened->kind), subject_of(opened), open->line);
	if (!template_step(p, STEP_END))
		return false;
	p->steps->items[open->waiting].other = p->steps->count - 1;
	p->depth--;
	return true;
}

static bool add_field(struct parsing *p, const struct mark *mark)
{
	struct step subject = {0}, *step;

	if (*mark->subject)
		return template_refuse(p, mark->at, "a field is one word; \"%.*s\" is more.",
				       (int)text_clip(mark->subject, 40), mark->subject);
	if (!read_subject(p, mark->at, mark->word, WANT_FIELD, &subject))
		return false;
	step = template_step(p, STEP_FIELD);
	if (!step)
		return false;
	step->field = subject.field;
	step->list = subject.list;
	return true;
}

static bool read_section_mark(struct parsing *p, const struct mark *mark)
{
	static const char *const known[] = {"#if", "#unless", "#each", "#else", NULL};
	const char *nearest;

	if (strcmp(mark->word, "#if") == 0)
		return open_section(p, mark, STEP_IF);
	if (strcmp(mark->word, "#unless") == 0)
		return open_section(p, mark, STEP_UNLESS);
	if (strcmp(mark->word, "#each") == 0)
		return open_section(p, mark, STEP_EACH);
	if (strcmp(mark->word, "#else") == 0)
		return turn_section(p, mark);
	nearest = nearest_word(mark->word, known, WORDS_TO_NULL);
	return template_refuse(p, mark->at, "there is no section \"%.*s\"; did you mean \"%s\"?",
			       (int)text_clip(mark->word, 40), mark->word, nearest ? nearest : "#if");
}

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " ");
}

/* Cuts "#if is.parent" at its blank. */
static struct mark mark_from(const struct parsing *p, const char *at, const char *end, bool is_inline)
{
	const char *from = skip_blanks(at + 2);
	size_t bytes = from < end ? (size_t)(end - from) : 0;
	char *word, *blank;

	while (bytes && from[bytes - 1] == ' ')
		bytes--;
	word = arena_text_n(p->mem, from, bytes);
	blank = word + strcspn(word, " ");
	if (*blank)
		*blank++ = '\0';
	return (struct mark){.at = at, .word = word, .subject = skip_blanks(blank), .is_inline = is_inline};
}

/* Reads the mark at `at`; *after is what follows it. */
static bool read_mark(struct parsing *p, const char *at, bool is_inline, const char **after)
{
	const char *end = strstr(at, "}}");
	struct mark mark;

	if (!end)
		return template_refuse(p, at, "{{ is not closed by }} in this line.");
	*after = end + 2;
	mark = mark_from(p, at, end, is_inline);
	if (*mark.subject && (mark.word[0] == '/' || strcmp(mark.word, "#else") == 0))
		return template_refuse(p, at, "write {{%.*s}} without \"%.*s\".", (int)text_clip(mark.word, 40),
				       mark.word, (int)text_clip(mark.subject, 40), mark.subject);
	if (mark.word[0] == '#')
		return read_section_mark(p, &mark);
	if (mark.word[0] == '/')
		return close_section(p, &mark);
	return add_field(p, &mark);
}

static bool add_words(struct parsing *p, const char *from, const char *end)
{
	struct step *step;

	if (from == end)
		return true;
	step = template_step(p, STEP_WORDS);
	if (step)
		step->words = arena_text_n(p->mem, from, (size_t)(end - from));
	return step != NULL;
}

bool template_read_words(struct parsing *p, const char *text, const char *end)
{
	while (text < end) {
		const char *mark = strstr(text, "{{");

		if (!mark || mark >= end)
			return add_words(p, text, end);
		if (!add_words(p, text, mark) || !read_mark(p, mark, true, &text))
			return false;
	}
	return true;
}

bool template_is_marks(const char *text)
{
	for (text = skip_blanks(text); *text; text = skip_blanks(text)) {
		const char *end = strstr(text, "}}");
		const char *word = strncmp(text, "{{", 2) == 0 ? skip_blanks(text + 2) : "";

		if (!end || (*word != '#' && *word != '/'))
			return false;
		text = end + 2;
	}
	return true;
}

bool template_read_marks(struct parsing *p, const char *text)
{
	for (text = skip_blanks(text); *text; text = skip_blanks(text))
		if (!read_mark(p, text, false, &text))
			return false;
	return true;
}

bool template_end_block(const struct parsing *p)
{
	if (p->depth && p->open[p->depth - 1].is_inline)
		return template_refuse_open(p, &p->open[p->depth - 1],
					    "begins inside a line and must be closed before that paragraph ends; "
					    "give it a line of its own to go over several.");
	return true;
}
