/* The parts of a brief, each in a file by what it is about. Inside a look. */
#ifndef CASEWORK_BRIEF_LINES_H
#define CASEWORK_BRIEF_LINES_H

#include "booking_facts.h"
#include "casework/brief.h"
#include "outlook.h"
#include "report_words.h"
#include "review_notes.h"
#include "store/conference_store.h"
#include "visit_reading.h"

/* Where one member of the family lives, for comparing only: it is never shown. */
struct brief_home {
	const char *folded;    /* "" not known */
	const char *kept_from; /* "father, step-father"; "" nobody */
};

struct brief_work {
	const struct casework *cw;
	struct arena *mem;
	struct brief *out;
	const struct conference *conference;
	struct family family;
	struct outlook outlook;
	struct member_list members;
	struct brief_home *homes; /* of each of the members */
	struct booking_facts facts;
	struct plan_list plans;
	struct visit_page visits; /* of the family */
	struct conference last;   /* id 0: there was none */
	const char *stands;       /* that its decision is challenged and stands; "" it is not */
	struct sitting_list sittings;
	struct report_known known;
	struct review_note_list review_notes; /* of the review that this conference is */
	const char *heading;
};

/* How a line stands: plain, a worry, for professionals only, or both. */
enum { BRIEF_PLAIN = 0, BRIEF_WORRY = 1, BRIEF_RESTRICTED = 2 };
void brief_say(struct brief_work *w, unsigned how, const char *text); /* "" says nothing */
/* The same after a lead: "Coming: ...". Nothing when `text` is "". */
void brief_lead(struct brief_work *w, unsigned how, const char *lead, const char *text);
/* What was typed over several lines, with nothing between its words but a blank. */
const char *brief_in_one_line(struct arena *mem, const char *text);
const char *brief_listed(const char *so_far, const char *between, const char *more, struct arena *mem);

/* Reads the homes of the members. */
bool brief_homes_read(struct casework *cw, struct brief_work *w, struct fault *f);

/* Those of one kind. */
void brief_review_notes(struct brief_work *w, unsigned how, enum review_note_kind kind);

void brief_when(struct brief_work *w);
void brief_children(struct brief_work *w);
void brief_adults(struct brief_work *w);
void brief_risks(struct brief_work *w);
void brief_why_now(struct brief_work *w);
void brief_plan_so_far(struct brief_work *w);
void brief_reports(struct brief_work *w);
void brief_coming(struct brief_work *w);
void brief_quorum(struct brief_work *w);
void brief_needs(struct brief_work *w);

#endif
