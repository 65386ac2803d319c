/* The kept form of a document: one block a line, read back exactly as it was sent. */
#include "letter/document.h"

#include "base/text.h"
#include "growing.h"

#include <string.h>

static const char first_line[] = "document 1";

static const char *const block_tokens[] = {
#define X(id, token) token,
	BLOCK_KINDS(X)
#undef X
};

/* The line above the blocks that each of these stands in, by its token. */
enum head { HEAD_TITLE, HEAD_CLASSIFICATION, HEAD_REFERENCE, HEAD_LANGUAGE, HEAD_COUNT };
static const char *const head_tokens[] = {"title", "classification", "reference", "language"};

/* A line break, a tab or a backslash is written as two letters: no text can end its line or begin another field. */
static void add_text(struct growing *out, struct arena *mem, const char *text)
{
	growing_add(out, mem, "\t");
	for (; text && *text; text++) {
		size_t plain = strcspn(text, "\n\t\\");

		growing_add_n(out, mem, text, plain);
		text += plain;
		if (!*text)
			break;
		growing_add(out, mem, *text == '\n' ? "\\n" : *text == '\t' ? "\\t" : "\\\\");
	}
}

static void add_head(struct growing *out, struct arena *mem, enum head head, const char *text)
{
	growing_add(out, mem, head_tokens[head]);
	add_text(out, mem, text);
	growing_add(out, mem, "\n");
}

char *document_keep(const struct document *document, struct arena *mem)
{
	struct growing out = {0};

	growing_add(&out, mem, first_line);
	growing_add(&out, mem, "\n");
	add_head(&out, mem, HEAD_TITLE, document->title);
	add_head(&out, mem, HEAD_CLASSIFICATION, document->classification);
	add_head(&out, mem, HEAD_REFERENCE, document->reference);
	add_head(&out, mem, HEAD_LANGUAGE, document->language);
	for (size_t i = 0; i < document->blocks.count; i++) {
		const struct block *block = &document->blocks.items[i];

		growing_add(&out, mem, block_tokens[block->kind]);
		add_text(&out, mem, block->text);
		if (block->kind == BLOCK_ROW)
			add_text(&out, mem, block->label);
		growing_add(&out, mem, "\n");
	}
	return growing_text(&out, mem);
}

struct keeping {
	const char *at; /* the rest of the kept form */
	int line;
	struct arena *mem;
	struct fault *f;
};

static bool refuse(const struct keeping *k, const char *why)
{
	return fault_set(k->f, FAULT_CORRUPT, "The kept letter cannot be read: line %d %s.", k->line, why);
}

/* The next line; NULL at the end. A last line without its end was cut off. */
static char *next_line(struct keeping *k)
{
	const char *end = strchr(k->at, '\n');
	char *line;

	k->line++;
	if (!end)
		return NULL;
	line = arena_text_n(k->mem, k->at, (size_t)(end - k->at));
	k->at = end + 1;
	return line;
}

/* Undoes add_text in place. */
static bool plain_text(const struct keeping *k, char *text)
{
	char *to = text;

	for (; *text; text++) {
		if (*text != '\\') {
			*to++ = *text;
			continue;
		}
		text++;
		if (*text != 'n' && *text != 't' && *text != '\\')
			return refuse(k, "holds a sign that is never written");
		*to++ = *text == 'n' ? '\n' : *text == 't' ? '\t' : '\\';
	}
	*to = '\0';
	return true;
}

/* Cuts "token<TAB>text<TAB>label" at its tabs. *label is "" when there is none. */
static bool cut_line(const struct keeping *k, char *line, char **text, char **label)
{
	char *first = strchr(line, '\t'), *second = first ? strchr(first + 1, '\t') : NULL;

	if (!first || (second && strchr(second + 1, '\t')))
		return refuse(k, "has not the parts it was written with");
	*first = '\0';
	*text = first + 1;
	if (second)
		*second = '\0';
	*label = second ? second + 1 : arena_text(k->mem, "");
	return plain_text(k, *text) && (!second || plain_text(k, *label));
}

static bool read_head(struct keeping *k, enum head head, const char **out)
{
	char *line = next_line(k), *text, *label;

	if (!line)
		return refuse(k, "is missing");
	if (!cut_line(k, line, &text, &label))
		return false;
	if (strcmp(line, head_tokens[head]) != 0)
		return refuse(k, "is not the one that stands there");
	*out = text;
	return true;
}

static bool block_from_token(const char *token, enum block_kind *out)
{
	for (int kind = 0; kind < BLOCK_KIND_COUNT; kind++)
		if (strcmp(block_tokens[kind], token) == 0) {
			*out = (enum block_kind)kind;
			return true;
		}
	return false;
}

static bool read_block(struct keeping *k, char *line, struct block_list *list)
{
	struct block *block = ARENA_PUSH(k->mem, list);
	char *text, *label;

	if (!block || !cut_line(k, line, &text, &label))
		return false;
	if (!block_from_token(line, &block->kind))
		return refuse(k, "begins with a word that no block has");
	block->text = text;
	block->label = label;
	return true;
}

bool document_read(const char *kept, struct arena *mem, struct document *out, struct fault *f)
{
	struct keeping k = {.at = kept, .mem = mem, .f = f};
	bool is_read = true;
	char *line;

	*out = (struct document){0};
	if (!text_is_utf8(kept, strlen(kept)))
		return fault_set(f, FAULT_CORRUPT, "The kept letter cannot be read: it is not UTF-8 text.");
	line = next_line(&k);
	if (!line || strcmp(line, first_line) != 0)
		return refuse(&k, "is not how a kept letter begins");
	if (!read_head(&k, HEAD_TITLE, &out->title) || !read_head(&k, HEAD_CLASSIFICATION, &out->classification) ||
	    !read_head(&k, HEAD_REFERENCE, &out->reference) || !read_head(&k, HEAD_LANGUAGE, &out->language))
		return false;
	while (is_read && *k.at) {
		line = next_line(&k);
		is_read = line ? read_block(&k, line, &out->blocks) : refuse(&k, "is cut off");
	}
	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the letter.");
	return is_read;
}
