/* A desk at which every form can be opened: the small world of every call, put back when a form has changed it. */
#ifndef TESTS_FORM_DESK_H
#define TESTS_FORM_DESK_H

#include "every_form.h"

#include <stdlib.h>
#include <unistd.h>

enum { ROWS = 120, COLUMNS = 132 }; /* room for every field of any form */

struct form_desk {
	struct desk_fixture desk;
	struct world world;
	struct kept_file kept;
};

/* Nobody has the file open. */
static inline void stand_up(struct form_desk *h)
{
	tui_headless_end(h->desk.tui);
	h->desk.tui = NULL;
	casework_close(h->desk.file->cw);
	h->desk.file->cw = NULL;
}

static inline int form_desk_begin(void **state)
{
	struct form_desk *h = calloc(1, sizeof *h);
	void *file = NULL;

	assert_non_null(h);
	assert_int_equal(casework_fixture_setup(&file), 0);
	h->desk.file = file;
	h->world = make_form_world(file);
	stand_up(h);
	kept_file_read(&h->kept, h->desk.file->path);
	casework_fixture_open_as(file, "chair", (1u << ROLE_COUNT) - 1);
	*state = h;
	return 0;
}

static inline int form_desk_end(void **state)
{
	struct form_desk *h = *state;
	void *file = h->desk.file;

	tui_headless_end(h->desk.tui);
	desk_finish(&h->desk.desk);
	casework_fixture_teardown(&file);
	free((void *)desk_screen(NULL));
	free(h->kept.bytes);
	free(h);
	return 0;
}

/* --- One session --- */

static inline void sit_down(struct form_desk *h)
{
	desk_start_over(&h->desk);
	tui_headless_resize(h->desk.tui, ROWS, COLUMNS);
}

static inline void open_form(struct form_desk *h, const struct form_row *form)
{
	struct fault f = {0};

	if (!form->open(h->desk.tui, &h->world, &f))
		fail_msg("%s: %s [%s]", form->name, f.message, f.detail);
	tui_headless_resize(h->desk.tui, ROWS, COLUMNS);
	if (form->begin)
		desk_keys(&h->desk, form->begin);
}

static inline void put_back(struct form_desk *h)
{
	struct casework_fixture *file = h->desk.file;

	stand_up(h);
	unlink(file->path);
	kept_file_write(&h->kept, file->path);
	casework_fixture_open_as(file, "chair", (1u << ROLE_COUNT) - 1);
}

/* As the same person, on a day. */
static inline void open_on(struct form_desk *h, const char *today)
{
	struct casework_fixture *file = h->desk.file;
	const struct casework_opening how = {
		.path = file->path, .config_folder = file->config, .today = date_from_iso(today), .user = "chair"};

	stand_up(h);
	MUST(casework_open(&file->cw, &how, f));
}

static inline int row_of_cursor(struct form_desk *h)
{
	const char *cursor = strstr(desk_screen(&h->desk), "\ncursor ");

	return cursor ? atoi(cursor + strlen("\ncursor ")) : 0;
}

/* Each field but the first is left once more, and what follows from it is done. */
static inline void go_to_first_field(struct form_desk *h)
{
	int before, row;

	desk_keys(&h->desk, "Tab");
	row = row_of_cursor(h);
	do {
		before = row;
		desk_keys(&h->desk, "BackTab");
		row = row_of_cursor(h);
	} while (row < before);
	if (row > before) /* from the first it goes round to the last */
		desk_keys(&h->desk, "Tab");
}

/* The form with all its fields, without title, hint, message, keys and cursor. Caller frees. */
static inline char *fields_shown(struct form_desk *h)
{
	const char *screen;
	char *text, *at;

	go_to_first_field(h);
	screen = desk_screen(&h->desk);
	for (int row = 0; row < 3; row++)
		screen += strcspn(screen, "\n") + 1;
	text = at = strdup(screen);
	for (int row = 3; row < ROWS - 4 && *at; row++)
		at += strcspn(at, "\n") + 1;
	*at = '\0';
	return text;
}

#endif
