/* One reader's facts while they are gathered. Private to src/casework/letter_facts*.c. */
#ifndef CASEWORK_LETTER_FACTS_INSIDE_H
#define CASEWORK_LETTER_FACTS_INSIDE_H

#include "kept_home.h"
#include "letter_facts.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"

/* Whom a letter is for, as far as it decides what they may read. */
enum audience {
	AUDIENCE_PROFESSIONAL,
	AUDIENCE_PARENT,    /* a parent, or somebody with parental responsibility */
	AUDIENCE_FAMILY,    /* any other member of the family */
	AUDIENCE_CHILD,     /* a child of the conference */
	AUDIENCE_COMPANION, /* comes for somebody: supporter, advocate, solicitor, representative */
	AUDIENCE_GUEST,     /* interpreter, observer */
	AUDIENCE_COUNT
};

/* What each of them may read: a row, so that a practice lead can check it. */
struct sight {
	bool case_details; /* why the conference is held, the strategy discussion, words typed for colleagues */
	bool births;       /* of the children */
	bool who_is_who;   /* where they live, their other names, the adults of the family */
	bool own_child;    /* the name of the child who reads it, or for whom the reader comes */
	bool all_children; /* the names of all */
	bool people;       /* who else is invited */
	bool for_whom;     /* also those who come for somebody else, and so tell what that person needs */
	bool reports;      /* those that will be shared with the family */
	bool meets_chair;  /* comes early to meet the chair */
	bool day_only;     /* no time, place or sitting: somebody else reads it too */
};

struct facts_work {
	struct casework *cw;
	const struct conference *conference;
	const struct invitee *reader;
	enum audience audience;
	const struct sight *sight;
	struct invitee_list invitees; /* on the list now */
	struct sitting_list sittings;
	struct kept_home_list kept_homes; /* read only for who may read of homes at all */
	int sitting;                      /* the only one the reader comes to, 0 all */
	const struct invitee *principal;  /* whom the reader comes for, NULL nobody */
	bool is_kept_away; /* excluded from all of it, or that is being asked: learns no time, place or people */
	struct arena *mem;
	struct letter_facts *out;
	struct fault *f;
};

enum audience letter_audience(const struct invitee *reader);

void facts_say(struct facts_work *w, enum letter_field field, const char *text);
void facts_say_yes(struct facts_work *w, enum letter_field field, bool is_so);
void facts_say_day(struct facts_work *w, enum letter_field field, day_number day); /* Thursday 2 April 2026 */
void facts_say_clock(struct facts_work *w, enum letter_field field, int minutes);
/* A new row of a list; NULL when memory has run out. */
struct letter_row *facts_row(struct facts_work *w, enum letter_list list);

/* Comes to the same part of the conference as the reader. */
bool facts_is_at_the_same_sitting(const struct facts_work *w, int sitting);

bool facts_of_meeting(struct facts_work *w); /* day, time, place, sittings */
bool facts_of_reader(struct facts_work *w);  /* name, address, needs, who comes for the reader */
bool facts_of_people(struct facts_work *w);  /* children, adults, who is invited */
bool facts_of_reports(struct facts_work *w); /* the one the reader owes, those the reader will get */

#endif
