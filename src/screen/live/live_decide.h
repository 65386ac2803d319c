/* Step 7 of a live conference as rows and words: each child with its plan, what was heard and what is decided, then
 * what is recommended besides; and the forms that open from there. */
#ifndef LIVE_DECIDE_H
#define LIVE_DECIDE_H

#include "casework/drafts.h"
#include "live.h"

enum { DECIDED_AT_ONCE_MOST = 20 };

struct decide_row {
	const char *heading;                     /* NULL: one of the next two */
	const struct live_child *child;          /* NULL: a recommendation */
	const struct recommendation *recommends; /* points into the page, as `child` */
};
/* A child ticked while its decision was at this version: a tick goes when the decision is saved. */
struct decide_tick {
	int64_t child, version;
};
struct decide_rows {
	struct decide_row *items;
	size_t count, room;
	const struct live_page *page;
	struct decide_tick ticks[DECIDED_AT_ONCE_MOST];
	size_t ticked;
};

enum { DECIDE_COLUMN_COUNT = 6 };
extern const struct list_column decide_columns[DECIDE_COLUMN_COUNT];
extern const unsigned decide_columns_widen; /* names of children and of their plans, where there is room */

/* Rows of the page, ticks kept; the source reads them. False when memory has run out. */
bool decide_rows_fill(struct decide_rows *rows, const struct live_page *page, struct arena *mem);
struct list_source decide_rows_source(const struct decide_rows *rows);
/* False when no more can be ticked. */
bool decide_rows_tick(struct decide_rows *rows, const struct live_child *child);
/* Those of the conference who still want deciding; then those of the household too; then nobody. How many are ticked.
 */
size_t decide_rows_tick_undecided(struct decide_rows *rows);

/* "Kai"; the full name where there is nothing shorter. */
const char *decide_given_name(const struct live_child *child);
/* "plan continues: NEG, PHY" (category_token) or in words (category_label), "plan ends: …", "nothing decided: …", "-".
 */
void decide_decision_words(const struct live_child *child, const char *(*category)(enum category), char *out,
			   size_t room);
/* "Neglect, Physical abuse": what the open plan runs under. */
const char *decide_plan_categories(const struct live_child *child, struct arena *mem);
/* "Neglect since 3 Jun 2025, this is review 2. 5 of 6 see a plan: heard, not counted." */
const char *decide_child_words(const struct live_page *page, const struct live_child *child, struct arena *mem);
/* Of the professionals who were asked about this child, how many see a plan: heard, not counted. */
void decide_count_views(const struct live_page *page, const struct live_child *child, int *asked, int *plan);
/* The decision to read in full, for whoever does not decide. */
const char *decide_decision_in_full(const struct live_page *page, const struct live_child *child, struct arena *mem);
const char *decide_recommendation_words(const struct live_page *page, const struct recommendation *one,
					struct arena *mem);
const struct live_child *decide_child_of(const struct live_page *page, int64_t person); /* NULL: not of it */

extern const struct screen_class decision_screen, recommendation_screen, live_quorum_screen;

/* What the form asks of the decision for one child, or for several alike. */
enum decision_asked { DECISION_ALL, DECISION_CONTINUES, DECISION_NOTHING };
struct decision_start {
	int64_t conference;
	int64_t children[DECIDED_AT_ONCE_MOST];
	size_t count;
	enum decision_asked asked; /* CONTINUES: as it is, only the reasons; NOTHING: why nothing is decided */
};
bool decision_form_open(struct tui *t, const struct decision_start *start, const char *draft, struct fault *f);
/* A new one of a kind, or (id not 0) one to be changed. */
bool recommendation_form_open(struct tui *t, int64_t conference, int64_t id, enum recommendation_kind kind,
			      const char *draft, struct fault *f);
/* What is done where there is no quorum. */
bool live_quorum_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);

/* Drafts of these forms, and of the ways to end: their subject is the conference, then whom. */
bool decide_draft_is(const struct draft *draft);
bool decide_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
