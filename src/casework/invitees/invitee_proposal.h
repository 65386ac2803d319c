/* Who should be on the list of a conference and is not: found in steps that know of each other. Inside a look or verb.
 */
#ifndef CASEWORK_INVITEE_PROPOSAL_H
#define CASEWORK_INVITEE_PROPOSAL_H

#include "casework/invitees.h"
#include "work.h"

/* What all steps go by. */
struct proposing {
	struct casework *cw;
	const struct conference *conference;
	const struct person_list *children;
	const struct invitee_list *on_list;
	struct member_list members;
	struct contact_list contacts;    /* everybody at work, */
	const char **groups, **agencies; /* and their agency's group and name, folded */
	struct conference last;          /* id 0: the family had none */
	struct invitee_list earlier;     /* who was on its list */
	bool with_homes;                 /* say who lives elsewhere: asks for everybody's address */
	struct arena *mem;
	struct invitee_proposal_list *out;
};

/* `with_homes` false: for counting. */
bool invitees_propose(struct casework *cw, const struct conference *conference, const struct person_list *children,
		      const struct invitee_list *on_list, bool with_homes, struct arena *mem,
		      struct invitee_proposal_list *out, struct fault *f);

/* --- What the steps share --- */
/* Nobody yet, asked to this conference as `capacity`. */
struct invitee proposal_blank(const struct proposing *p, enum capacity capacity);
struct invitee proposal_of_person(const struct proposing *p, enum capacity capacity, const struct member *member);
struct invitee proposal_of_contact(const struct proposing *p, const struct contact *contact);
/* On the list or proposed already? */
bool proposal_has(const struct proposing *p, const struct invitee *invitee);
/* On the list or proposed already, by what is asked. */
bool proposal_has_any(const struct proposing *p,
		      bool (*is)(const struct invitee *one, const void *asked, struct arena *mem), const void *asked);
/* The social worker whom the conference names, by either. */
bool proposal_has_social_worker(const struct proposing *p);
/* Adds it. What the same person or contact needed last time, how they were reached and whether they were excluded goes
 * with it. */
bool proposal_add(struct proposing *p, const struct invitee *invitee, const char *why, bool wanted, struct fault *f);
/* The same person or contact on the list of last time, NULL: was not. */
const struct invitee *proposal_earlier(const struct proposing *p, const struct invitee *invitee);
/* Those who took part are asked again; company is found anew by whoever wants it. */
bool proposal_is_asked_again(const struct proposing *p, const struct invitee *earlier);
/* Parents, whoever lives with one, and whoever else answers for a child. */
bool member_has_care(const struct member *member);
const struct contact *proposal_contact(const struct proposing *p, int64_t contact);

/* --- The steps, in order --- */
bool propose_family(struct proposing *p, struct fault *f);
bool propose_social_work(struct proposing *p, struct fault *f);
bool propose_standing(struct proposing *p, struct fault *f);
/* Which of them stay without anybody; after whoever else is proposed. */
bool propose_unnamed(struct proposing *p, struct fault *f);
bool propose_earlier(struct proposing *p, struct fault *f);
bool propose_advocate(struct proposing *p, struct fault *f);
bool propose_interpreters(struct proposing *p, struct fault *f);
/* Warns where a service for those who suffer abuse and somebody who may be its cause would read of each other. */
bool propose_with_care(struct proposing *p, struct fault *f);

/* Of the contacts of an agency, whom to ask: who was asked last time, else who has the role, else who was checked last.
 * NULL when there is none, or when several agencies fit (schools, surgeries) and nothing tells which is the family's.
 */
const struct contact *proposal_pick(const struct proposing *p, const struct settings_standing *standing);

#endif
