/* A template's text, checked line by line into steps. */
#include "template_inside.h"

#include "base/nearest.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " ");
}

/* "---" or longer, and nothing else. */
static bool is_all(const char *text, char letter, size_t least)
{
	size_t count = 0;

	while (text[count] == letter)
		count++;
	return count >= least && !*skip_blanks(text + count);
}

/* What begins a block at the start of a line, and what of it is not words. */
static const struct {
	const char *begins;
	enum block_kind block;
} markup[] = {
	{"@ ", BLOCK_ADDRESS}, {"# ", BLOCK_HEADING}, {"- ", BLOCK_ITEM}, {"|", BLOCK_ROW}, {"_ ", BLOCK_LINES},
};

/* Which row of the table a line begins with; NULL words otherwise. */
static bool begins_block(const char *text, enum block_kind *block, const char **words)
{
	for (size_t i = 0; i < sizeof markup / sizeof *markup; i++) {
		size_t length = strlen(markup[i].begins);

		if (strncmp(text, markup[i].begins, length) == 0) {
			*block = markup[i].block;
			*words = text + length;
			return true;
		}
	}
	return false;
}

static bool add_block(struct parsing *p, enum block_kind block)
{
	struct step *step;

	if (!template_end_block(p))
		return false;
	step = template_step(p, STEP_BLOCK);
	if (step)
		step->block = block;
	return step != NULL;
}

/* The bar between a label and its value; bars inside a mark are not looked at, for no mark has one. */
static bool read_row(struct parsing *p, const char *text)
{
	const char *end = text + strlen(text), *bar, *another;
	int depth = p->depth;

	while (end > text && end[-1] == ' ')
		end--;
	bar = strchr(text, '|');
	if (end == text || end[-1] != '|' || !bar || bar == end - 1)
		return template_refuse(p, p->line_text, "a row is written | label | value |.");
	another = memchr(bar + 1, '|', (size_t)(end - 1 - (bar + 1)));
	if (another)
		return template_refuse(p, another, "a row has one label and one value; here is another |.");
	if (!template_read_words(p, text, bar))
		return false;
	if (p->depth != depth)
		return template_refuse(p, bar, "a section that begins in a label must end in it.");
	return template_step(p, STEP_CELL) && template_read_words(p, bar + 1, end - 1);
}

/* How many lines to write on: a number, or one field. */
static bool read_empty_lines(struct parsing *p, const char *text)
{
	size_t from = p->steps->count, digits = strspn(text, "0123456789");
	long count = digits && digits < 4 && !*skip_blanks(text + digits) ? atol(text) : 0;

	if (*text >= '0' && *text <= '9' && (count < 1 || count > TEMPLATE_LINES_MOST))
		return template_refuse(p, text, "write how many lines to leave, from 1 to %d.", TEMPLATE_LINES_MOST);
	if (!template_read_words(p, text, text + strlen(text)))
		return false;
	if (!count && (p->steps->count != from + 1 || p->steps->items[from].kind != STEP_FIELD))
		return template_refuse(p, text, "write how many lines to leave as a number, or as one field.");
	return true;
}

static bool read_block(struct parsing *p, enum block_kind block, const char *words)
{
	bool is_read;

	words = skip_blanks(words);
	if (!add_block(p, block))
		return false;
	if (block == BLOCK_ROW)
		is_read = read_row(p, words);
	else if (block == BLOCK_LINES)
		is_read = read_empty_lines(p, words);
	else
		is_read = template_read_words(p, words, words + strlen(words));
	if (!is_read || block == BLOCK_ITEM) /* only an item goes on */
		return is_read;
	return template_end_block(p) && (block == BLOCK_ADDRESS || template_step(p, STEP_BREAK));
}

/* "{{#if x}}- words": the dash is no item there, though it looks like one. */
static bool check_no_block_after_mark(const struct parsing *p, const char *text)
{
	enum block_kind block;
	const char *words;

	if (strncmp(text, "{{#", 3) != 0)
		return true;
	while (strncmp(text, "{{#", 3) == 0 && strstr(text, "}}"))
		text = skip_blanks(strstr(text, "}}") + 2);
	if (!begins_block(text, &block, &words))
		return true;
	return template_refuse(p, text, "write the section's mark on a line of its own, above this \"%c\".", *text);
}

static bool read_body_line(struct parsing *p, const char *line)
{
	const char *text = skip_blanks(line), *words;
	enum block_kind block;

	if (!*text)
		return template_end_block(p) && template_step(p, STEP_BREAK);
	if (template_is_marks(text))
		return template_read_marks(p, text);
	if (is_all(text, '-', 3))
		return add_block(p, BLOCK_RULE);
	if (is_all(text, '=', 4))
		return add_block(p, BLOCK_PAGE);
	if (begins_block(text, &block, &words))
		return read_block(p, block, words);
	return check_no_block_after_mark(p, text) && template_step(p, text > line ? STEP_INDENT : STEP_LINE) &&
	       template_read_words(p, text, text + strlen(text));
}

/* --- The head --- */
static bool take_once(const struct parsing *p, const char *key, const char *value, const char **into)
{
	if (*into)
		return template_refuse(p, p->line_text, "\"%s\" is written twice.", key);
	if (strstr(value, "{{"))
		return template_refuse(p, strstr(value, "{{"), "\"%s\" holds no fields; only the title does.", key);
	if (!*value)
		return template_refuse(p, value, "\"%s\" is empty; write it or leave the line out.", key);
	*into = value;
	return true;
}

static bool read_title(struct parsing *p, const char *value)
{
	if (p->out->title.count)
		return template_refuse(p, p->line_text, "\"title\" is written twice.");
	if (!*value)
		return template_refuse(p, value, "the title is empty; it is the subject of a mail.");
	p->steps = &p->out->title;
	if (!template_read_words(p, value, value + strlen(value)))
		return false;
	if (p->depth)
		return template_refuse_open(p, &p->open[p->depth - 1], "is not closed in the title.");
	p->steps = &p->out->body;
	return true;
}

static bool read_head_line(struct parsing *p, const char *line)
{
	static const char *const keys[] = {"title", "classification", "version", "language", NULL};
	struct letter_template *out = p->out;
	const char *colon = strchr(line, ':'), *key, *value, *nearest;

	if (!*skip_blanks(line))
		return true;
	if (!colon)
		return template_refuse(p, line, "the head holds lines such as \"title: ...\", and ends with ---.");
	key = arena_text_n(p->mem, line, (size_t)(colon - line));
	value = skip_blanks(colon + 1);
	if (strcmp(key, "title") == 0)
		return read_title(p, value);
	if (strcmp(key, "classification") == 0)
		return take_once(p, key, value, &out->classification);
	if (strcmp(key, "version") == 0)
		return take_once(p, key, value, &out->version);
	if (strcmp(key, "language") == 0)
		return take_once(p, key, value, &out->language);
	nearest = nearest_word(key, keys, WORDS_TO_NULL);
	if (nearest)
		return template_refuse(p, line, "the head has no \"%.*s\"; did you mean \"%s\"?",
				       (int)text_clip(key, 40), key, nearest);
	return template_refuse(p, line, "the head has no \"%.*s\"; it has title, classification, version, language.",
			       (int)text_clip(key, 40), key);
}

/* --- The lines --- */
static bool check_letters(const struct parsing *p, const char *line)
{
	uint32_t code;

	for (size_t n; (n = text_decode(line, &code)) > 0; line += n)
		if (!text_is_safe(code))
			return template_refuse(p, line, "there is a character that cannot be seen; delete it.");
	return true;
}

/* Copies the next line without its end, tabs as blanks; returns what follows it. */
static const char *next_line(struct parsing *p, const char *text, const char *end, char **line)
{
	const char *stop = memchr(text, '\n', (size_t)(end - text));
	size_t bytes = (size_t)((stop ? stop : end) - text);

	if (bytes && text[bytes - 1] == '\r')
		bytes--;
	*line = arena_text_n(p->mem, text, bytes);
	for (char *tab = *line; (tab = strchr(tab, '\t'));)
		*tab = ' ';
	while (bytes && (*line)[bytes - 1] == ' ')
		(*line)[--bytes] = '\0';
	p->line++;
	p->line_text = *line;
	return stop ? stop + 1 : end;
}

static bool read_lines(struct parsing *p, const char *text, const char *end)
{
	bool in_head = true;
	char *line;

	while (text < end) {
		text = next_line(p, text, end, &line);
		if (!check_letters(p, line))
			return false;
		if (in_head && is_all(line, '-', 3))
			in_head = false;
		else if (in_head ? !read_head_line(p, line) : !read_body_line(p, line))
			return false;
	}
	if (p->depth)
		return template_refuse_open(p, &p->open[p->depth - 1], "is not closed.");
	if (in_head)
		return template_refuse(p, p->line_text, "the head does not end; write --- under it.");
	if (!p->out->title.count)
		return fault_set(p->f, FAULT_REFUSED, "%s:1:1: the head has no \"title: ...\".", p->name);
	return true;
}

/* Where the first byte that is not UTF-8 stands. */
static bool check_bytes(struct parsing *p, const char *text, size_t bytes)
{
	size_t good = 0, line_at = 0;

	if (bytes > TEMPLATE_BYTES_MOST)
		return fault_set(p->f, FAULT_REFUSED, "%s:1:1: the template is larger than %d KiB.", p->name,
				 TEMPLATE_BYTES_MOST / 1024);
	if (text_is_utf8(text, bytes) && !memchr(text, '\0', bytes))
		return true;
	for (size_t n = 1; good < bytes && text[good]; good += n) {
		for (n = 1; n < 4 && good + n < bytes && ((unsigned char)text[good + n] & 0xC0) == 0x80;)
			n++;
		if (!text_is_utf8(text + good, n))
			break;
		if (text[good] == '\n') {
			line_at = good + 1;
			p->line++;
		}
	}
	p->line++;
	p->line_text = arena_text_n(p->mem, text + line_at, good - line_at);
	return template_refuse(p, p->line_text + (good - line_at), "this is not UTF-8 text; save the file as UTF-8.");
}

bool letter_template_parse(const char *name, const char *text, size_t bytes, struct arena *mem,
			   struct letter_template **out, struct fault *f)
{
	struct parsing p = {.name = name, .mem = mem, .f = f, .line_text = ""};
	const size_t mark = bytes >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; /* some editors write one */

	p.out = arena_alloc(mem, sizeof *p.out);
	if (!p.out)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read %s.", name);
	p.steps = &p.out->body;
	if (!check_bytes(&p, text, bytes) || !read_lines(&p, text + mark, text + bytes))
		return false;
	p.out->name = arena_text(mem, name);
	p.out->version = p.out->version ? p.out->version : "1";
	p.out->classification = p.out->classification ? p.out->classification : "";
	p.out->language = p.out->language ? p.out->language : "en-GB";
	*out = p.out;
	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read %s.", name);
	return true;
}
