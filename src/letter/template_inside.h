/* What a checked template is made of: steps that are followed from the first to the last. */
#ifndef LETTER_TEMPLATE_INSIDE_H
#define LETTER_TEMPLATE_INSIDE_H

#include "letter/template.h"

enum { TEMPLATE_BYTES_MOST = 64 * 1024, TEMPLATE_DEPTH_MOST = 8, TEMPLATE_LINES_MOST = 60 };

enum step_kind {
	STEP_BREAK,  /* an empty line: what was open ends */
	STEP_BLOCK,  /* a block of its own begins */
	STEP_LINE,   /* a line of words that goes on with the open paragraph, or begins one */
	STEP_INDENT, /* the same, indented: it goes on with an open item too */
	STEP_CELL,   /* the label of a row is done, its value follows */
	STEP_WORDS,
	STEP_FIELD,
	STEP_IF,     /* not so: on after the step `other` */
	STEP_UNLESS, /* so: on after the step `other` */
	STEP_EACH,   /* the steps up to `other`, once for each row */
	STEP_ELSE,   /* the part before is done: on after the step `other` */
	STEP_END
};

struct step {
	enum step_kind kind;
	enum block_kind block;
	const char *words;
	enum letter_field field; /* LETTER_FIELD_COUNT: it is about the list */
	enum letter_list list;
	size_t other;
};

struct step_list {
	struct step *items;
	size_t count, room;
};

struct letter_template {
	const char *name, *version, *classification, *language;
	struct step_list title, body;
};

/* --- While it is read --- */
struct open_section {
	size_t opened;  /* the step it began with */
	size_t waiting; /* the step that does not know its end yet: that one, or its else */
	int line, column;
	bool is_inline; /* it began inside a line of words and must end in the same block */
	bool has_else;
};

struct parsing {
	const char *name;
	struct arena *mem;
	struct fault *f;
	struct letter_template *out;
	struct step_list *steps; /* the title's or the body's */
	const char *line_text;
	int line;
	struct open_section open[TEMPLATE_DEPTH_MOST];
	int depth;
};

/* Refuses with the place of `at`, which lies in the current line. Always false. */
__attribute__((format(printf, 3, 4))) bool template_refuse(const struct parsing *p, const char *at, const char *format,
							   ...);
/* The same with the place of an open section. */
bool template_refuse_open(const struct parsing *p, const struct open_section *open, const char *why);

struct step *template_step(struct parsing *p, enum step_kind kind);

/* Words with fields and sections, up to `end` in the current line. */
bool template_read_words(struct parsing *p, const char *text, const char *end);
/* Whether a line holds section marks and blanks, and nothing else; and reading it. */
bool template_is_marks(const char *text);
bool template_read_marks(struct parsing *p, const char *text);
/* Called where a block ends: a section that began inside it must have ended. */
bool template_end_block(const struct parsing *p);

#endif
