/* One reader's facts while they are gathered. Private to src/casework/letters/letter_facts*.c. */
#ifndef CASEWORK_LETTER_FACTS_INSIDE_H
#define CASEWORK_LETTER_FACTS_INSIDE_H

#define KEPT_CONFIDENTIAL "kept confidential: ask the social worker"

#include "domain/live.h"
#include "domain/parent_of.h"
#include "kept_home.h"
#include "letter_facts.h"
#include "letter_sight.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/parent_store.h"
#include "store/record_store.h"

struct facts_work {
	struct casework *cw;
	const struct conference *conference;
	const struct invitee *reader;
	enum audience audience;
	const struct sight *sight;
	struct invitee_list invitees; /* on the list now */
	struct sitting_list sittings;
	struct parent_of_list whose;      /* said in the family: whose child is whose */
	struct person_list children;      /* the conference is about */
	struct person_list household;     /* every child of the family */
	bool knows_all_children;          /* may read of each of them, and so what is said of all together */
	struct kept_home_list kept_homes; /* read only for who may read of homes at all */
	int sitting;                      /* the only one the reader comes to, 0 all */
	const struct invitee *principal;  /* whom the reader comes for, NULL nobody */
	bool is_kept_away; /* excluded from all of it, or that is being asked: learns no time, place or people */
	bool is_for_room;  /* nobody's own: printed for everybody who is there */
	struct sight told; /* of what was decided: whoever comes for somebody is told what that person is */
	struct attendance_list attendances;
	struct arena *mem;
	struct letter_facts *out;
	struct fault *f;
};

void facts_say(struct facts_work *w, enum letter_field field, const char *text);
void facts_say_yes(struct facts_work *w, enum letter_field field, bool is_so);
void facts_say_day(struct facts_work *w, enum letter_field field, day_number day); /* Thursday 2 April 2026 */
void facts_say_clock(struct facts_work *w, enum letter_field field, int minutes);
/* A new row of a list; NULL when memory has run out. */
struct letter_row *facts_row(struct facts_work *w, enum letter_list list);

/* Reads who is on the list, whose child is whose, which homes are kept: before anything is said. */
bool facts_prepare(struct facts_work *w);
/* Comes to the same part of the conference as the reader. */
bool facts_is_at_the_same_sitting(const struct facts_work *w, int sitting);

/* Would be there with the reader, and the reader is told of it. */
bool facts_may_meet(const struct facts_work *w, const struct invitee *one);
const char *facts_place_in_it(const struct invitee *one); /* "mother", "school nurse", "interpreter" */
/* By whose child it is; whoever comes for somebody reads what that person may. */
bool facts_may_read_of(const struct facts_work *w, int64_t child);
/* The one rule of who may read of which child; every list, text and section goes by it. */
bool facts_may_know_of(const struct facts_work *w, const struct person *child);
/* What kind of conference the reader is told it is. */
enum conference_type facts_type_told(const struct facts_work *w);
/* A row of the children, when this reader may know of this one; nothing otherwise. */
bool facts_child(struct facts_work *w, const struct person *child);
/* May a child on the list be named to the reader? */
bool facts_may_name_child(const struct facts_work *w, const struct invitee *one);
/* "Ava and Ben": of whom alone the reader reads; "" where of all. */
const char *facts_only_of(const struct facts_work *w);
/* "of Ava and Ben; not of Cy"; "" where the reader reads of all the children the conference is about. */
const char *facts_children_words(const struct facts_work *w);
/* Reads whose child is whose in this family, finds whom the reader comes for among `invitees`, and fills in what
 * follows from both: before any of the others. */
bool facts_of_whose(struct facts_work *w, int64_t family);
/* May the reader have what this report says? One that speaks of several children, only who may read of each. */
bool facts_may_have_report(const struct facts_work *w, const struct report_child_list *children, int64_t report);
const char *facts_given_words(const struct facts_work *w, const struct person *child);
const char *facts_birth_words(const struct person *child, struct arena *mem);
bool facts_home_words(struct facts_work *w, int64_t person, const char **out);
/* Fills in `told`, who was there, and which homes are kept: before any of the functions about what was decided. */
bool facts_of_told(struct facts_work *w);
/* Typed words as they may stand in a letter: a sentence that tells of a home which is kept from somebody, or names a
 * child of whom the reader must not read, is left out. */
const char *facts_words(const struct facts_work *w, const char *typed);
/* The same of a place: all of it or nothing. */
const char *facts_place_words(const struct facts_work *w, const char *place);
const char *facts_category_words(const struct facts_work *w, enum category category); /* "neglect", "" not said */

bool facts_of_decisions(struct facts_work *w); /* what was decided for each child, and recommended */
/* A row of the actions, when this reader may know of it; *out is NULL otherwise. */
bool facts_action(struct facts_work *w, const struct plan_action *action, struct letter_row **out);
/* May somebody of the list be named to the reader beside what they do? */
bool facts_is_named_to(const struct facts_work *w, const struct invitee *one);
/* One version of the plan with what became of its actions, for who may have it: PLAN_DAY is not said to others. */
bool facts_of_plan_version(struct facts_work *w, const struct plan_version *plan);
bool facts_of_plan(struct facts_work *w);    /* the outline plan, the core group, the next review */
bool facts_of_notices(struct facts_work *w); /* plans that started, changed or ended, for agencies */
/* A row of the notices, of one child: what changed and since when (DAY_NONE: not known); NULL when it cannot be read.
 */
struct letter_row *facts_notice(struct facts_work *w, const struct person *child, const char *change, day_number on);
bool facts_of_room(struct facts_work *w);                     /* agenda, statements, who signs the sheet */
bool facts_of_record(struct facts_work *w);                   /* the record */
bool facts_meets_core_group(struct facts_work *w, bool *out); /* may be told when and where it meets */
enum letter_copy facts_copy(const struct facts_work *w);
bool facts_record_sections(struct facts_work *w, int64_t record, enum letter_copy *copy,
			   struct record_section_list *out);
bool facts_of_feedback(struct facts_work *w); /* what is asked on the form */

void facts_of_office(struct facts_work *w);     /* who writes, and the day */
bool facts_of_conference(struct facts_work *w); /* what it is called, who chairs it; why, for colleagues */
bool facts_of_meeting(struct facts_work *w);    /* day, time, place, sittings */
bool facts_of_earlier(struct facts_work *w);    /* a review that is sooner, and one of looked-after children after it */
bool facts_of_reader(struct facts_work *w);     /* name, address, needs, who comes for the reader */
bool facts_of_people(struct facts_work *w);     /* children, adults, who is invited */
bool facts_of_reports(struct facts_work *w);    /* the one the reader owes, those the reader will get */

/* What the category of a child's plan was before a decision: as the last conference decided, else as the plan began;
 * CATEGORY_COUNT where neither is known. */
bool facts_category_before(struct facts_work *w, const struct child_decision *now, enum category *out);

#endif
