/* Whom a letter is for, and what each of them may read. Private to src/casework/letters. */
#ifndef CASEWORK_LETTER_SIGHT_H
#define CASEWORK_LETTER_SIGHT_H

#include "domain/invitation.h"

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
	/* after the conference */
	bool decisions;  /* what was decided for each child they know of */
	bool category;   /* and of what kind the harm is */
	bool reasons;    /* and why, and what follows */
	bool plan;       /* the outline plan, its actions and who does them */
	bool record;     /* the record, without its restricted parts */
	bool restricted; /* those too */
};

enum audience letter_audience(const struct invitee *reader);
const struct sight *letter_sight(enum audience audience);
/* Of the form a colleague fills in, and of what is printed for everybody who is there. */
const struct sight *letter_form_sight(void);
const struct sight *letter_room_sight(void);

#endif
