/* The grid of views: who gives one, about which child, and what a cell of it says. No keys, no drawing. */
#ifndef LIVE_VIEWS_ROWS_H
#define LIVE_VIEWS_ROWS_H

#include "casework/live.h"

enum { VIEWS_CHILDREN_MOST = 12, VIEWS_OF_ALL = -1 };

/* A heading (person NULL), or somebody who gives a view. */
struct views_row {
	const char *heading;
	const struct live_person *person;
};
struct views_grid {
	const struct live_page *page;
	struct views_row *items;
	size_t count, room;
	const struct live_child *children[VIEWS_CHILDREN_MOST]; /* of the conference, as the page orders them */
	int child_count;
};

/* Professionals who are there; then the family and its children, whose views are heard, there or by letter. False
 * without memory. */
bool views_grid_make(const struct live_page *page, struct arena *mem, struct views_grid *out);
/* What this person said of this child so far, or blank with who and whom: ready to be changed and saved. */
struct view views_grid_view(const struct views_grid *grid, const struct live_person *person, int child);
/* Of all children the same was said, or nothing of any. */
bool views_grid_is_same(const struct views_grid *grid, const struct live_person *person);

/* Who speaks: "Zoë Ferreira for G. Grant, Probation" of a deputy. */
void views_person_words(const struct live_person *person, char *out, size_t room);
/* "Kai 13": what a column is headed. */
void views_child_words(const struct views_grid *grid, int child, char *out, size_t room);
/* "plan NEG", "plan", "no plan", "unsure", "-". */
void views_plan_words(const struct view *view, char *out, size_t room);
/* child VIEWS_OF_ALL: "3", or "2-6" where it differs; "-" not given. */
void views_scale_words(const struct views_grid *grid, const struct live_person *person, int child, char *out,
		       size_t room);
/* "yes", "some" of the children, "". */
const char *views_dissent_words(const struct views_grid *grid, const struct live_person *person, int child);
/* All that was said, for the line beneath: "Kai 13: plan, Neglect · at risk: yes · 4 of 10 · why: ..."; "" nothing. */
void views_said_words(const struct views_grid *grid, const struct live_person *person, int child, char *out,
		      size_t room);

#endif
