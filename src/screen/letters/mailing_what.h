/* What the screen of letters to send is about: the mailings of a conference, or the notices of a complaint, a plan ...
 */
#ifndef MAILING_WHAT_H
#define MAILING_WHAT_H

#include "casework/notices.h"

enum { MAILING_TABS_MOST = (int)NOTICE_COUNT > (int)MAILING_COUNT ? (int)NOTICE_COUNT : (int)MAILING_COUNT };

struct mailing_what {
	int64_t conference; /* 0: notices */
	enum notice_subject about;
	int64_t subject, family;
	int kinds[MAILING_TABS_MOST]; /* enum mailing or enum notice, one for each tab */
	int count, kind;              /* kind: what is shown; one of `kinds` */
	char tabs[MAILING_TABS_MOST][40];
	const char *reference, *family_words, *when;
};

/* Counts the letters of every kind, and names the tabs. */
bool mailing_what_count(struct mailing_what *what, struct casework *cw, struct arena *mem, struct fault *f);
bool mailing_what_preview(const struct mailing_what *what, struct casework *cw, struct arena *mem,
			  struct mailing_item_list *out, struct fault *f);
bool mailing_what_send(const struct mailing_what *what, struct casework *cw, const int64_t *readers, size_t count,
		       size_t *written, struct fault *f);
/* What the list says when it has no letter. */
const char *mailing_what_empty(const struct mailing_what *what);
/* Where a reader's address is mended. */
const char *mailing_what_mend(const struct mailing_what *what);
int mailing_what_tab(const struct mailing_what *what); /* of the kind that is shown */

#endif
