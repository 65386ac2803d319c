/* Who comes to a conference: the proposed list, what each needs, their answers, who is asked to stay away and why. */
#ifndef CASEWORK_INVITEES_H
#define CASEWORK_INVITEES_H

#include "casework/casework.h"
#include "domain/invitation.h"

/* --- The list --- */
struct sitting_time {
	int position, starts, minutes;
	const char *who; /* "mother and her supporter" */
};
struct sitting_time_list {
	struct sitting_time *items;
	size_t count, room;
};

struct invitee_line {
	struct invitee invitee;
	const char *who;       /* "Amelia Loveridge, mother"; "K. Evans, Station Primary School" */
	const char *how;       /* "e-mail", "post", "e-mail, came back 3 Mar" */
	const char *needs;     /* "Polish interpreter · step-free", "" none */
	const char *standing;  /* "invited Thu 12 Mar · coming", "not invited", "excluded: whole", "no address" */
	const char *comes_for; /* whom a supporter ... comes for, "" nobody */
	const char *problem;   /* why no invitation can go: "no e-mail address", "exclusion not decided"; "" none */
	const char *age;       /* of a child: "13", "unborn, due ..." ; "" otherwise */
	bool encouraged;       /* a child of the age from which children are encouraged to come */
};
struct invitee_line_list {
	struct invitee_line *items;
	size_t count, room;
};

struct invitees_page {
	struct conference conference;
	const char *family_words, *when; /* "Thu 2 Apr 10:00" */
	struct invitee_line_list lines;
	struct sitting_time_list sittings; /* empty when all come at one time */
	size_t invited, coming, declined, unanswered,
		proposed;    /* proposed: how many casework_invitees_propose has that are wanted */
	const char *unnamed; /* as of casework_invitees_propose */
	const char *summary; /* "9 of 14 invited · 6 coming · 1 exclusion to decide" */
};
bool casework_invitees(struct casework *cw, int64_t conference, struct arena *mem, struct invitees_page *out,
		       struct fault *f);

/* Who should be on the list and is not: the children; parents and everybody with parental responsibility, fathers who
 * live elsewhere too; other members of the household or named carers; the social worker; the authority's standing
 * agencies (settings) that the children's ages or an unborn child call for, by the contact who came last time, else the
 * one checked last; probation always, for written information; who came to the family's last conference. Writes
 * nothing. */
struct invitee_proposal {
	struct invitee invitee; /* ready to be added; id 0 */
	const char *who, *why;  /* "father, lives elsewhere"; "came on 3 Jan 2026"; "midwifery: unborn child" */
	bool wanted;            /* ticked at first; false: might come, the officer decides */
};
struct invitee_proposal_list {
	struct invitee_proposal *items;
	size_t count, room;
	/* Agencies of whom nobody is on the list and nobody can be proposed, "" none: those that are asked to a
	 * conference like this, "health visiting, probation"; and of those that the officer decides about, whom several
	 * fit, "education, gp". */
	const char *unnamed, *unchosen;
};
bool casework_invitees_propose(struct casework *cw, int64_t conference, struct arena *mem,
			       struct invitee_proposal_list *out, struct fault *f);

/* Adds all of them in one act, ids filled in, or none; each professional who is involved, or of whom that is not known
 * yet, owes a report from then on (casework/reports.h), with the handling of its agency. FAULT_REFUSED names who is on
 * the list already or needs a name, an e-mail address that is one, or a representative's reason and whom they come for
 * (the reason then stands on both lines). An address that is missing is no refusal but the line's `problem`. Texts that
 * are NULL are empty. */
bool casework_invitees_add(struct casework *cw, int64_t conference, struct invitee *invitees, size_t count,
			   struct fault *f);
/* Capacity, method, needs, sitting, other way, chair invites ...: not the answer and not the exclusion. Involved "no"
 * withdraws the report that was owed. */
bool casework_invitee_save(struct casework *cw, struct invitee *invitee, struct fault *f);
/* Taken off the list, with whoever comes for them. Somebody who was told gets the cancellation with the next notices
 * (casework/letters.h). */
bool casework_invitee_remove(struct casework *cw, int64_t id, int64_t version, const char *why, struct fault *f);

struct invitee_answer {
	enum reply reply;
	day_number on;
	const char *how, *note, *deputy; /* deputy: asked when one is sent */
};
bool casework_invitee_answer(struct casework *cw, int64_t id, int64_t version, const struct invitee_answer *answer,
			     struct fault *f);

/* Separate sittings with their own times, in order; none: all come at one time. Refused when they overlap, leave the
 * conference's own time, or somebody is down for one that is taken away. */
bool casework_sittings_save(struct casework *cw, int64_t conference, int64_t version,
			    const struct sitting_time *sittings, size_t count, struct fault *f);

/* --- Exclusion --- */
/* A worker asks; until the chair decides the person gets no invitation. Late requests are taken, and said to be late.
 */
struct exclusion_request {
	enum exclusion_reason reason;
	bool is_whole;
	const char *part; /* which part, asked when not whole */
	const char *asked_by;
	day_number asked_on;
};
bool casework_exclusion_ask(struct casework *cw, int64_t invitee, int64_t version,
			    const struct exclusion_request *request, struct fault *f);

/* The chair of the conference decides; an officer may record what the chair said, naming the chair. A letter with the
 * reason in words and another way to give views is then due (casework/letters.h). */
struct exclusion_decision {
	enum exclusion decision; /* WHOLE, PART or REFUSED */
	enum exclusion_reason reason;
	const char *part, *words, *other_way; /* asked unless refused */
	const char *decided_by;               /* "" when the chair decides here */
	day_number decided_on;
};
bool casework_exclusion_decide(struct casework *cw, int64_t invitee, int64_t version,
			       const struct exclusion_decision *decision, struct fault *f);
/* Withdrawn: the person may come after all. */
bool casework_exclusion_end(struct casework *cw, int64_t invitee, int64_t version, const char *why, struct fault *f);

/* Words to start from for the reader's letter: plain, naming nobody. */
const char *exclusion_words_for(enum exclusion_reason reason);

#endif
