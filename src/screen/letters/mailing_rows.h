/* The letters of a mailing as rows with ticks, and what is ticked in words. */
#ifndef MAILING_ROWS_H
#define MAILING_ROWS_H

#include "casework/letters.h"
#include "tui/list.h"

enum { MAILING_LEFT_OUT_MOST = 300 };

struct mailing_rows {
	struct mailing_item_list letters; /* those that cannot go first */
	/* Invitees whose letter is not to go now; by id, so that another's change does not move a tick to somebody
	 * else. */
	int64_t left_out[MAILING_LEFT_OUT_MOST];
	size_t left_out_count;
};

extern const struct list_column mailing_columns[];
enum { MAILING_COLUMN_COUNT = 5 };

struct list_source mailing_source(const struct mailing_rows *rows);
/* Puts those that cannot go before the others. */
bool mailing_rows_order(struct mailing_rows *rows, struct arena *mem);

bool mailing_is_ticked(const struct mailing_rows *rows, size_t row);
bool mailing_turn(struct mailing_rows *rows, size_t row); /* false: this one cannot go */
void mailing_turn_all(struct mailing_rows *rows);         /* all, or none when all are ticked */
size_t mailing_ticked(const struct mailing_rows *rows);

/* "9 by e-mail, 2 to print and post, 1 by telephone; 1 cannot go: no e-mail address" */
void mailing_count_words(const struct mailing_rows *rows, char *out, size_t room);
/* The ticked ones that the mail command takes, and those that wait for a person's hand. */
void mailing_count(const struct mailing_rows *rows, size_t *by_mail, size_t *by_hand);
/* "portal" for "secure portal": a method's words as a column has room for. */
const char *mailing_way_words(const char *method);
/* "invitation", "child's letter", "moved" for a template's name. */
const char *mailing_letter_words(const char *template);

#endif
