/* How a conference that has not begun looks: who has answered, the quorum that makes, reports, interpreter, exclusions.
 * Inside a look. */
#ifndef CASEWORK_OUTLOOK_H
#define CASEWORK_OUTLOOK_H

#include "domain/invitation.h"
#include "domain/quorum.h"
#include "work.h"

struct outlook {
	const struct conference *conference;
	struct person_list children;
	struct invitee_list invitees; /* on the list now */
	struct report_list reports;
	struct quorum *quorum; /* of each child, in the order of `children`; of nobody in particular without one */
	size_t quorum_count;   /* at least 1 */
	bool is_quorate;       /* for every one of them */
	size_t wanted, in;     /* reports, as the matrix counts them */
	size_t told, untold,
		behind; /* invitations: untold are those that could go and have not, behind know another day */
	size_t answered, to_decide; /* exclusions to decide */
	bool needs_interpreter, has_interpreter, needs_signing, has_signing;
};

/* `conference` is borrowed for as long as the outlook. */
bool outlook_read(struct casework *cw, const struct conference *conference, struct arena *mem, struct outlook *out,
		  struct fault *f);

/* "1 exclusion to decide · quorum at risk · 2 reports not in"; "" nothing. */
const char *outlook_missing(const struct outlook *outlook, struct arena *mem);
/* "quorate: social care + 3 other agencies", "quorum: social care + School: needs one more agency"; by child where it
 * differs: "quorum: Kai: ...; Skye: ...". */
const char *outlook_quorum(const struct outlook *outlook, struct arena *mem);
/* Is the quorum one answer for all children? */
bool outlook_quorum_is_one(const struct outlook *outlook);
/* "6 of 8", "" while none is asked for. */
const char *outlook_reports(const struct outlook *outlook, struct arena *mem);
/* A member of the family by the first name of the record: "Kai", "unborn Okonkwo". */
const char *outlook_child(const struct person *child, struct arena *mem);

#endif
