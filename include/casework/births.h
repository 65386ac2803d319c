/* An unborn child is born, one or several; a child is lost. */
#ifndef CASEWORK_BIRTHS_H
#define CASEWORK_BIRTHS_H

#include "casework/casework.h"
#include "domain/birth.h"

enum { BIRTH_MOST = 4 };

struct born_child {
	const char *given_names, *surname, *nhs_number; /* "" not known yet; surname "": as it was kept */
	enum sex sex;
};
struct birth {
	int64_t person_id, version; /* the unborn child, as read; FAULT_CONFLICT when it changed */
	day_number born_on;
	struct born_child children[BIRTH_MOST]; /* the first is this child, the others were not known of */
	size_t count;
};
/* The plan made before the birth goes on, and its review comes sooner. Each further child becomes a person of its own,
 * in the same family, conferences and plan of the family, with a child protection plan where the first has one.
 * *follows: what became of it, a sentence a line. Fields: "born_on", "given_names", "nhs_number" (of the first; of the
 * others with their number: "given_names2"). */
bool casework_birth(struct casework *cw, const struct birth *birth, struct arena *mem, const char **follows,
		    struct fault *f);

struct loss {
	int64_t person_id, version;
	enum loss_kind kind;
	day_number on;
	const char *words; /* who told us */
};
/* What waits that names the child, a sentence a line, without an audit row: the form shows it. */
bool casework_loss_check(struct casework *cw, const struct loss *loss, struct arena *mem, const char **waits,
			 struct fault *f);
/* The plan ends, conferences go on without the child or are off, letters that name the child are held back; nothing is
 * written to the family by itself. Fields: "kind", "on", "words". */
bool casework_loss(struct casework *cw, const struct loss *loss, struct fault *f);

#endif
