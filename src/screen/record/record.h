/* The record of a conference on the screen: its tab, the editor of one section, and what is asked about it. */
#ifndef RECORD_H
#define RECORD_H

#include "casework/conference_record.h"
#include "casework/drafts.h"
#include "tui/tui.h"

extern const struct screen_class record_screen, record_section_screen, correction_ask_screen, feedback_screen;

/* One section in the full-screen editor; `draft` as record_draft_is, NULL none. What may not be written is shown to be
 * read. */
bool record_section_open(struct tui *t, int64_t conference, int64_t section, const char *draft, struct fault *f);
/* A correction that somebody asks; what was said in a feedback form of one invitee. */
bool correction_ask_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);
bool feedback_form_open(struct tui *t, int64_t conference, int64_t invitee, const char *draft, struct fault *f);

/* Drafts of the three above. */
bool record_draft_is(const struct draft *draft);
bool record_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

/* --- What is asked over the tab; `page` as it is shown --- */
bool record_ask_draft(struct tui *t, const struct record_page *page, struct fault *f);
bool record_ask_approve(struct tui *t, const struct record_page *page, struct fault *f);
bool record_ask_return(struct tui *t, const struct record_page *page, struct fault *f);
bool record_ask_reopen(struct tui *t, const struct record_page *page, struct fault *f);
bool record_ask_section(struct tui *t, const struct record_page *page, struct fault *f);
bool record_ask_answer(struct tui *t, const struct record_page *page, const struct record_correction *correction,
		       struct fault *f);
/* True when the answer was to one of them. */
/* Of a section of one's own: who reads it from now on. */
bool record_ask_readers(struct tui *t, const struct record_page *page, const struct record_section *section,
			struct fault *f);
bool record_asked_answered(struct tui *t, const struct answer *answer);

#endif
