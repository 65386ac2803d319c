/* A program for testing the toolkit alone: a list of people, a note that takes text, a question, a screen that fails to
 * load. */
#ifndef SUPPORT_TOY_H
#define SUPPORT_TOY_H

#include "tui/list.h"
#include "tui/tui.h"

struct toy_person {
	int64_t number;
	const char *name, *note;
};

struct toy {
	struct toy_person people[2000];
	size_t count;
	bool is_changed; /* the next poll for changes finds some */
	bool must_fail;  /* the next load fails */
	bool is_hidden;  /* whoever writes a note may see it no longer */
	int loads, keeps, rests;
	const char *quiet_file; /* gets a letter each time nobody types for a while; NULL none */
	char kept[256];         /* the note, when drafts were last kept */
	const char *kept_file;  /* where it is written then; NULL: nowhere */
	int64_t answer_number;  /* of the question */
	int answers, last_code;
};

/* Names in several scripts; `count` rows, numbered from 1. */
void toy_fill(struct toy *toy, size_t count);
struct tui_start toy_start(struct toy *toy);

extern const struct screen_class toy_list_class;

/* The first screen's own operations: n a new note, a asks, f opens a screen that cannot load, K one that names every
 * key. */
enum toy_op { TOY_NOTE = OP_FIRST_OWN, TOY_ASK, TOY_FAIL, TOY_KEYS, TOY_YES, TOY_NO };

#endif
