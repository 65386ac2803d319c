/* A template and one reader's facts become a document. */
#include "template_inside.h"

#include "base/text.h"
#include "growing.h"

#include <stdlib.h>
#include <string.h>

struct filling {
	const struct letter_facts *facts;
	const struct letter_row *row; /* of the list that is gone through */
	struct arena *mem;
	struct fault *f;
	struct block_list *blocks;

	bool is_open; /* a block is being written */
	enum block_kind kind;
	struct growing label, text;
	bool in_label, names_field, has_value;
	bool is_emptied; /* something under the last heading was left out */
};

static const char *value_of(const struct filling *fill, const struct step *step)
{
	const struct letter_row *row = step->list == LETTER_LIST_NONE ? &fill->facts->top : fill->row;
	const char *value = row ? row->fields[step->field] : NULL;

	return value ? value : "";
}

static bool is_blank(const char *text)
{
	return !text[strspn(text, " \t\r\n")];
}

static bool holds(const struct filling *fill, const struct step *step)
{
	if (step->field == LETTER_FIELD_COUNT)
		return fill->facts->lists[step->list].count > 0;
	return !is_blank(value_of(fill, step));
}

/* --- The block that is being written --- */

/* One blank between words and none around them; in an address the same line by line, and no empty line. */
static char *tidy(struct growing *text, struct arena *mem)
{
	char *all = growing_text(text, mem), *to = all;

	for (const char *from = all; *from; from++) {
		bool is_at_start = to == all || to[-1] == '\n';

		if (*from == '\n' || *from == ' ') {
			if (is_at_start)
				continue;
			if (to[-1] != ' ')
				*to++ = *from;
			else if (*from == '\n')
				to[-1] = '\n';
		} else {
			*to++ = *from;
		}
	}
	while (to > all && (to[-1] == ' ' || to[-1] == '\n'))
		to--;
	*to = '\0';
	text->count = 0;
	return arena_text(mem, all);
}

static bool has_words(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text >= 0x80 || (*text >= '0' && *text <= '9') || (*text >= 'A' && *text <= 'Z') ||
		    (*text >= 'a' && *text <= 'z'))
			return true;
	return false;
}

/* Only fields without a value, and the commas that stood between them. */
static bool is_left_behind(const struct filling *fill, const char *text)
{
	return !*text || (fill->names_field && !fill->has_value && !has_words(text));
}

/* A heading goes with what stood under it. */
static void drop_lone_heading(struct filling *fill)
{
	struct block_list *list = fill->blocks;

	if (fill->is_emptied && list->count && list->items[list->count - 1].kind == BLOCK_HEADING)
		list->count--;
}

static bool push_block(struct filling *fill, enum block_kind kind, const char *text, const char *label)
{
	struct block *block;

	if (kind == BLOCK_HEADING || kind == BLOCK_RULE || kind == BLOCK_PAGE)
		drop_lone_heading(fill);
	fill->is_emptied = false;
	block = ARENA_PUSH(fill->mem, fill->blocks);
	if (!block)
		return fault_set(fill->f, FAULT_MEMORY, "There is not enough memory to write the letter.");
	*block = (struct block){.kind = kind, .text = text, .label = label};
	return true;
}

static bool check_line_count(const struct filling *fill, const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (!text[digits] && digits < 4 && atoi(text) >= 1 && atoi(text) <= TEMPLATE_LINES_MOST)
		return true;
	return fault_set(fill->f, FAULT_REFUSED, "Lines to write on are counted from 1 to %d; \"%.*s\" was given.",
			 TEMPLATE_LINES_MOST, (int)text_clip(text, 40), text);
}

static bool close_block(struct filling *fill)
{
	const char *text, *label;

	if (!fill->is_open)
		return true;
	fill->is_open = false;
	label = tidy(&fill->label, fill->mem);
	text = tidy(&fill->text, fill->mem);
	if (is_left_behind(fill, text)) {
		fill->is_emptied = true;
		return true;
	}
	if (fill->kind == BLOCK_LINES && !check_line_count(fill, text))
		return false;
	return push_block(fill, fill->kind, text, label);
}

static bool open_block(struct filling *fill, enum block_kind kind)
{
	if (!close_block(fill))
		return false;
	if (kind == BLOCK_RULE || kind == BLOCK_PAGE)
		return push_block(fill, kind, "", "");
	fill->is_open = true;
	fill->kind = kind;
	fill->in_label = kind == BLOCK_ROW;
	fill->names_field = fill->has_value = false;
	return true;
}

/* An address that follows an address is its next line. */
static bool begin_block(struct filling *fill, enum block_kind kind)
{
	if (kind == BLOCK_ADDRESS && fill->is_open && fill->kind == BLOCK_ADDRESS) {
		growing_add(&fill->text, fill->mem, "\n");
		return true;
	}
	return open_block(fill, kind);
}

static bool go_on(struct filling *fill, bool is_indented)
{
	bool goes_on = fill->kind == BLOCK_PARAGRAPH || (is_indented && fill->kind == BLOCK_ITEM);

	if (!fill->is_open || !goes_on)
		return open_block(fill, BLOCK_PARAGRAPH);
	growing_add(&fill->text, fill->mem, " ");
	return true;
}

/* --- Words and values --- */
static bool add_words(struct filling *fill, const char *words)
{
	if (!fill->is_open && !open_block(fill, BLOCK_PARAGRAPH))
		return false;
	growing_add(fill->in_label ? &fill->label : &fill->text, fill->mem, words);
	return true;
}

static bool is_address(enum letter_field field)
{
	const char *name = letter_field_name(field), *last = strrchr(name, '.');

	return last && strcmp(last, ".address") == 0;
}

/* What stands where a line of a value broke: an address goes on after a comma, a list after a semicolon, and a sentence
 * that has ended after a blank. */
static const char *line_joint(enum letter_field field, char last)
{
	if (is_address(field))
		return last == ',' ? " " : ", ";
	return strchr(".!?:;,", last) ? " " : "; ";
}

/* A value is words and nothing else. Its line breaks stay in an address block only. */
static bool add_value(struct filling *fill, const struct step *step)
{
	const char *value = value_of(fill, step), *safe = text_safe(fill->mem, value, true), *joint = NULL;
	size_t length;

	fill->names_field = true;
	if (is_blank(value))
		return true;
	fill->has_value = true;
	if (fill->is_open && fill->kind == BLOCK_ADDRESS)
		return add_words(fill, safe);
	for (safe += strspn(safe, " \n"); *safe; safe += length + strspn(safe + length, " \n")) {
		size_t shown = length = strcspn(safe, "\n");

		while (safe[shown - 1] == ' ')
			shown--;
		if ((joint && !add_words(fill, joint)) || !add_words(fill, arena_text_n(fill->mem, safe, shown)))
			return false;
		joint = line_joint(step->field, safe[shown - 1]);
	}
	return true;
}

/* --- The steps --- */
static bool follow(struct filling *fill, const struct step_list *steps, size_t from, size_t end);

static bool follow_each(struct filling *fill, const struct step_list *steps, size_t at)
{
	const struct step *step = &steps->items[at];
	const struct letter_row_list *list = &fill->facts->lists[step->list];
	bool is_done = true;

	fill->is_emptied = fill->is_emptied || !list->count;
	for (size_t i = 0; is_done && i < list->count; i++) {
		fill->row = &list->items[i];
		is_done = follow(fill, steps, at + 1, step->other);
	}
	fill->row = NULL;
	return is_done;
}

static bool follow_step(struct filling *fill, const struct step_list *steps, size_t at, size_t *next)
{
	const struct step *step = &steps->items[at];

	*next = at + 1;
	switch (step->kind) {
	case STEP_BREAK: return close_block(fill);
	case STEP_BLOCK: return begin_block(fill, step->block);
	case STEP_LINE: return go_on(fill, false);
	case STEP_INDENT: return go_on(fill, true);
	case STEP_CELL: fill->in_label = fill->names_field = fill->has_value = false; return true;
	case STEP_WORDS: return add_words(fill, step->words);
	case STEP_FIELD: return add_value(fill, step);
	case STEP_EACH: *next = step->other + 1; return follow_each(fill, steps, at);
	case STEP_IF:
	case STEP_UNLESS:
		if (holds(fill, step) != (step->kind == STEP_IF)) {
			*next = step->other + 1;
			fill->is_emptied = true;
		}
		return true;
	case STEP_ELSE: *next = step->other + 1; return true;
	case STEP_END: return true;
	}
	return false;
}

static bool follow(struct filling *fill, const struct step_list *steps, size_t from, size_t end)
{
	bool is_done = true;

	for (size_t next; is_done && from < end; from = next)
		is_done = follow_step(fill, steps, from, &next);
	return is_done;
}

static bool fill_title(struct filling *fill, const struct letter_template *template, const char **out)
{
	struct block_list blocks = {0};

	fill->blocks = &blocks;
	if (!open_block(fill, BLOCK_PARAGRAPH) || !follow(fill, &template->title, 0, template->title.count) ||
	    !close_block(fill))
		return false;
	*out = blocks.count ? blocks.items[0].text : "";
	return true;
}

bool letter_template_fill(const struct letter_template *template, const struct letter_facts *facts, struct arena *mem,
			  struct document *out, struct fault *f)
{
	struct filling fill = {.facts = facts, .mem = mem, .f = f};
	const char *reference = facts->top.fields[LETTER_FIELD_CONFERENCE_REFERENCE];

	*out = (struct document){.classification = arena_text(mem, template->classification),
				 .language = arena_text(mem, template->language),
				 .reference = text_safe(mem, reference ? reference : "", false)};
	if (!fill_title(&fill, template, &out->title))
		return false;
	fill.blocks = &out->blocks;
	if (!follow(&fill, &template->body, 0, template->body.count) || !close_block(&fill))
		return false;
	drop_lone_heading(&fill);
	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write the letter.");
	return true;
}
