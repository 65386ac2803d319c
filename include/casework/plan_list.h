/* The list of children on plans, for answering "is this child on a plan?": by the officer in the day, and out of hours
 * by an account that sees this and nothing else. Who has or had a plan is on it: children placed here by other
 * authorities and those who live here for a time too. Every enquiry is kept, with how it was made sure who asks. */
#ifndef CASEWORK_PLAN_LIST_H
#define CASEWORK_PLAN_LIST_H

#include "casework/casework.h"
#include "domain/plan_list.h"

/* A child of the list as found. */
struct plan_list_line {
	int64_t person_id, family_id, plan_id;
	const char *la_child_id, *family; /* "" none; FAM-0012 */
	day_number born_on, expected_on;
	const char *name;     /* "Okonkwo, Chidi" */
	const char *birth;    /* "4 May 2016", "due 3 Sep 2026", "" not known */
	const char *home;     /* "1 Marsh Road, ZZ6 9UZ" on the day; "" not known; "kept confidential" */
	const char *found_by; /* "" its own name; "mother Ngozi Okonkwo", "Marsh Road, mother" */
	enum list_standing standing;
	const char *standing_words; /* "on a plan since 30 Dec 2025", "plan ended 3 Mar 2025" */
	enum category category;     /* the latest of that plan */
	bool is_other_authority, is_home_kept;
	struct plan plan;
};
struct plan_list_line_list {
	struct plan_list_line *items;
	size_t count, room;
};

struct plan_list_found {
	struct plan_list_line_list lines;
	bool only_alike; /* nobody is called so: these are spelt alike */
	size_t total;    /* found in all, when more than are listed */
	/* What was typed cannot be answered from the list, only by the duty manager; says nothing on why, nor whether
	 * any such child is on a plan. */
	bool ask_manager;
};

/* Names (also former, other and parents'), a birth date, a name with a birth date after it, an address or postcode; two
 * letters at least. `as_at` DAY_NONE: today. One audit row with the words and how many were found, when `is_final`: a
 * search that goes on with the next letter is none yet. */
bool casework_plan_list_search(struct casework *cw, const char *typed, day_number as_at, size_t most, bool is_final,
			       struct arena *mem, struct plan_list_found *out, struct fault *f);

/* Somebody who works with the child, or belongs to the family. */
struct plan_list_person {
	const char *name, *who, *phone; /* who: "mother, parental responsibility", "class teacher, Elmgrove Primary" */
};
struct plan_list_person_list {
	struct plan_list_person *items;
	size_t count, room;
};

/* What the list holds of one child. */
struct plan_list_entry {
	struct plan_list_line line;
	struct person child;
	day_number as_at;
	const char *also_called; /* "Kwame Mensah, K. Owusu", "" none */
	const char *age;         /* on the day: "9", "unborn, due Fri 15 May" */
	const char *address;     /* whole, lines parted by '\n'; "" not known or kept from somebody */
	const char *kept_from;   /* "father": the address is told to nobody by telephone; "" */
	const char *social_worker, *social_worker_phone;
	const char *chair;
	day_number review_on, review_due; /* the next review: booked, else due by; DAY_NONE neither; today's only */
	const char *earlier;              /* "1 earlier plan, ended 3 Mar 2021", "" none */
	struct plan_list_person_list family, workers; /* adults of the family; core group, else who is invited */
	struct plan_list_line_list others;            /* other children of the family who have or had a plan */
	const char *may_say;                          /* what an asker who was made sure of is told, in sentences */
};
/* One audit row. FAULT_NOT_ALLOWED for a child of a restricted family that does not name this worker. */
bool casework_plan_list_entry(struct casework *cw, int64_t person, day_number as_at, struct arena *mem,
			      struct plan_list_entry *out, struct fault *f);

/* An enquiry as it is recorded: asker, agency, purpose and how it was checked are asked; so is the number that was rung
 * back or the address the mail came from ("checked_with"), and why something was told although the check was not enough
 * ("unchecked_why"). Fields: "asker", "agency", "purpose", "checked_with", "unchecked_why", "words", "answer".
 * What only the duty manager answers is refused as "told". id, asked_at, by_user, standing and told are filled in;
 * as_at DAY_NONE: today. */
bool casework_plan_list_record(struct casework *cw, struct list_enquiry *enquiry, struct arena *mem, struct fault *f);

/* One enquiry of the log. Of a restricted family not naming this worker neither child nor words are shown. */
struct plan_list_asked {
	struct list_enquiry enquiry;
	const char *when;    /* "Wed 1 Apr 2026 14:07" */
	const char *child;   /* "Chidi Okonkwo", "" nobody found, "Restricted" */
	const char *by_name; /* who answered */
};
struct plan_list_asked_list {
	struct plan_list_asked *items;
	size_t count, room;
};
/* The newest first, at most 500. from, until DAY_NONE: open; person 0: about anybody. */
bool casework_plan_list_enquiries(struct casework *cw, day_number from, day_number until, int64_t person,
				  struct arena *mem, struct plan_list_asked_list *out, struct fault *f);

/* Every child on a plan on a day, by name; for who may see cases. */
bool casework_plan_list_as_at(struct casework *cw, day_number day, struct arena *mem, struct plan_list_line_list *out,
			      struct fault *f);

/* The same taken out of the program: for who may export anything, and in the log as that. */
bool casework_export_plans(struct casework *cw, day_number day, struct arena *mem, struct plan_list_line_list *out,
			   struct fault *f);

/* How many are on a plan on a day. Leaves no audit row: it names nobody. */
struct plan_list_counts {
	int64_t children, unborn, other_authority;
	int64_t by_category[CATEGORY_COUNT];
};
bool casework_plan_list_counts(struct casework *cw, day_number day, struct plan_list_counts *out, struct fault *f);

#endif
