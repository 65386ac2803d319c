/* What the Conference, Family and Child pages show, the history of each, and finding anything by what is typed. */
#ifndef CASEWORK_PAGES_H
#define CASEWORK_PAGES_H

#include "casework/casework.h"
#include "casework/visits.h"
#include "casework/whose_child.h"
#include "casework/worklist.h"

struct history_item {
	int64_t at;       /* Unix seconds */
	const char *when; /* "Wed 1 Apr 2026 14:07" in the authority's time */
	const char *who;  /* name of the user */
	const char *what; /* a sentence: "Booked for Thu 2 Apr 09:30 with Siân Pritchard in Room 2" */
};
struct history_list {
	struct history_item *items;
	size_t count, room;
};

struct conference_page {
	struct conference conference;
	struct family family;
	struct person_list children;
	struct member_list members; /* of the family, children first */
	struct due_list deadlines;  /* open ones of this conference and its enquiry */
	struct enquiry enquiry;     /* id 0 when none */
	const char *family_words;
	const char *conflicts;   /* of interest, in force: a sentence a line; "" none */
	const char *missing;     /* what is missing, in words, "" nothing */
	const char *limit_words; /* "Mon 23 Mar 2026, 7 working days ago" */
	const char *notes;       /* why it is earlier, who is looked after too, one meeting: a sentence a line; "" */
	const char *stands;      /* challenged: that the decision stands; "" when no complaint is open */
	struct history_list history; /* changes first to last reversed: newest first */
};
bool casework_conference_page(struct casework *cw, int64_t id, struct arena *mem, struct conference_page *out,
			      struct fault *f);

struct family_page {
	struct family family;
	struct member_list members, former; /* who belongs to it, and who has left it */
	struct conference_list conferences; /* newest first */
	struct plan_list plans;             /* open first, newest first */
	struct whose_line_list whose;       /* whose child is whose; none where nothing was said */
	struct due_list deadlines;
	struct history_list history;
	const char *notes; /* whose plan it is during a move, a newborn nobody decided about, a review that is earlier:
			       a sentence a line; "" */
};
bool casework_family_page(struct casework *cw, int64_t id, struct arena *mem, struct family_page *out, struct fault *f);

struct child_page {
	struct person person;
	struct family family;
	struct visit_standing visits; /* seen last, to be seen next */
	struct address_list addresses;
	struct member_list members;
	struct whose_line_list whose; /* those of the family that concern this child */
	struct conference_list conferences;
	struct plan_list plans;
	struct due_list deadlines;
	struct history_list history;
	const char *notes; /* as of the family */
};
bool casework_child_page(struct casework *cw, int64_t id, struct arena *mem, struct child_page *out, struct fault *f);

/* --- Finding --- */
enum found_kind { FOUND_CONFERENCE, FOUND_FAMILY, FOUND_PERSON, FOUND_PLAN, FOUND_COMPLAINT, FOUND_ESCALATION };
struct found {
	enum found_kind kind;
	int64_t id;         /* of what it is; a plan is found as its child */
	const char *label;  /* "Okonkwo, Chidi" */
	const char *detail; /* "born 3 Mar 2014 · F000123 · FAM-0044" */
};
struct found_list {
	struct found *items;
	size_t count, room;
	size_t total;
};
/* Reference, any name in any spelling of accents, birth date in any form, LA child id, UPN. Exact reference first, then
 * exact surname, then prefix; after a name, the complaints and escalations of the families found. At most `most`. While
 * a person types, `is_final` is false, and one audit row with the words and their count is written once they rest
 * (casework_search_rests), are rubbed out or are followed by others; the search that is acted on leaves its own. */
bool casework_find(struct casework *cw, const char *typed, size_t most, bool is_final, struct arena *mem,
		   struct found_list *out, struct fault *f);

/* Families any of whose members match: label "Okonkwo", detail "FAM-0123 · Chidi, Ada". For picking a family while
 * typing; logged as casework_find with `is_final` false. */
bool casework_find_families(struct casework *cw, const char *typed, size_t most, struct arena *mem,
			    struct found_list *out, struct fault *f);

/* Of what is looked for while it is typed, for all screens: five seconds without a key, the line of letters left or
 * emptied, a command taken from beside what was found. False when the row cannot be saved. */
bool casework_search_rests(struct casework *cw, struct fault *f);
bool casework_search_ends(struct casework *cw, struct fault *f);
void casework_search_was_none(struct casework *cw); /* with nobody found, the words were those of a command */

/* `show REF`: what a reference is. FAULT_NOT_FOUND says what was looked for. */
bool casework_resolve(struct casework *cw, const char *reference, enum found_kind *kind, int64_t *id, struct fault *f);

#endif
