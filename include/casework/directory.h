/* The directory: agencies, their people, deputies, and who cannot be reached before it matters. */
#ifndef CASEWORK_DIRECTORY_H
#define CASEWORK_DIRECTORY_H

#include "casework/people.h"

struct directory_line {
	struct contact contact;
	const char *deputy;
	const char *checked; /* "checked 21 Nov 2025", "never checked" */
	const char *problem; /* "no e-mail address", "mail came back 3 Mar", "not checked for a year"; "" none */
	int waiting;         /* invitations or chasers that wait on this address */
	day_number next;     /* first conference they are invited to, DAY_NONE none */
};
struct directory_list {
	struct directory_line *items;
	size_t count, room;
	size_t problems;
};
/* All, by agency and name; retired ones too when asked; `only_problems`: those without a working address, the ones
 * needed soonest first. */
bool casework_directory(struct casework *cw, bool retired_too, bool only_problems, struct arena *mem,
			struct directory_list *out, struct fault *f);
bool casework_agencies(struct casework *cw, struct arena *mem, struct agency_list *out, struct fault *f);

/* contact->id 0: a new one, of an agency named in `contact->agency` that is made when it is not there (group in
 * `quorum_group`). Saving marks the address checked today when `is_checked`; a changed address is no longer bounced.
 * Likely the same person already there: casework_contacts_like. */
bool casework_contact_save(struct casework *cw, struct contact *contact, bool is_checked, struct fault *f);
/* Takes back that a contact was checked today, by what was known before; `before` as it was read then, `version` as the
 * check left it. */
bool casework_contact_uncheck(struct casework *cw, const struct contact *before, int64_t version, struct fault *f);
bool casework_contacts_like(struct casework *cw, const struct contact *contact, struct arena *mem,
			    struct contact_list *out, struct fault *f);
bool casework_agency_save(struct casework *cw, struct agency *agency, struct fault *f);
/* One person kept twice: `from` becomes `into`; invitations and reports go over, what is empty in `into` is filled.
 * Both versions as read. */
bool casework_contacts_merge(struct casework *cw, int64_t from, int64_t from_version, int64_t into,
			     int64_t into_version, struct fault *f);

#endif
