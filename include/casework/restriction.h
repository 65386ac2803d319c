/* A family whose record is for named staff only: restricting and lifting, breaking the glass, a worker's own relatives,
 * and what managers acknowledge. Nothing here hands out a word of a family to whoever may not see it but its reference,
 * and that to managers only. */
#ifndef CASEWORK_RESTRICTION_H
#define CASEWORK_RESTRICTION_H

#include "casework/casework.h"
#include "domain/restriction.h"

/* What restricts a family; `restriction.id` 0: it is not restricted. */
struct restriction_page {
	struct restriction restriction;
	const char *reference, *set_by; /* FAM-0012; "Dana Webb" */
	const char *logins;             /* of the named, as they are typed: "dwebb, rmalik" */
	const char *named;              /* "Dana Webb, Rafiq Malik" */
	bool may_change;                /* this person may restrict, change or lift it */
};
/* For those who may see the family, and for whoever restricted it. */
bool casework_restriction(struct casework *cw, int64_t family, struct arena *mem, struct restriction_page *out,
			  struct fault *f);

/* Restricts a family, or changes its restriction: why, when it is looked at again, and who may see it. Only of a family
 * that this person may see or restricted. Fields: "reason", "review_on", "named". */
struct restricting {
	int64_t family_id;
	int64_t version; /* of the restriction as read; 0: there was none. FAULT_CONFLICT when that changed */
	const char *reason;
	day_number review_on;
	const char *named; /* accounts parted by commas or blanks: at least one that may see cases */
};
bool casework_restrict(struct casework *cw, const struct restricting *restricting, struct fault *f);
/* Whoever is booked for a conference of the family that is not over, and could not open it any more: one sentence a
 * person, "" none. A sitting chair or minute-taker among them is shut out in the middle. */
bool casework_restrict_shuts_out(struct casework *cw, const struct restricting *restricting, struct arena *mem,
				 const char **out, struct fault *f);
/* Everybody may see it again, but for relatives. Field: "words", why. */
bool casework_restriction_lift(struct casework *cw, int64_t family, int64_t version, const char *words,
			       struct fault *f);

/* Breaks the glass of the family that has exactly this reference (its own, a conference's, a child's or member's), for
 * this person, for the policy's minutes. The grant and its audit row are one transaction. Refused: to a relative, for a
 * family that may be seen anyway, and where nothing restricted has that reference. Fields: "reference", "reason". */
struct glass {
	int64_t family_id;
	const char *reference, *until; /* FAM-0012; "14:07" */
};
bool casework_glass_break(struct casework *cw, const char *reference, const char *reason, struct arena *mem,
			  struct glass *out, struct fault *f);
/* For the title line of every screen: "Glass broken until 14:07: FAM-0012", "" none. No look of its own. */
bool casework_glass_words(struct casework *cw, struct arena *mem, const char **out, struct fault *f);
/* Who will be told: "Dana Webb, Priya Nair", the managers; "nobody: ..." never: "the managers" where there is none. */
bool casework_managers(struct casework *cw, struct arena *mem, const char **out, struct fault *f);

/* "I know this family": from now on its record is kept from this worker; the others go on; managers are told.
 * Field: "words", how they know it. */
bool casework_relative_declare(struct casework *cw, int64_t family, const char *words, struct fault *f);

/* What managers are told until they acknowledge it. Not a name of the family. */
struct access_line {
	struct access_event event;
	const char *family; /* FAM-0012 */
	const char *who;    /* "Lena Okafor" */
	const char *at;     /* "Wed 1 Apr 2026 10:00" */
	const char *until;  /* "11:00", "" for a relative */
	const char *seen;   /* "Dana Webb, Wed 1 Apr 2026 12:10: spoke with her", "" not yet */
};
struct access_line_list {
	struct access_line *items;
	size_t count, room;
};
bool casework_access_events(struct casework *cw, bool all, struct arena *mem, struct access_line_list *out,
			    struct fault *f);
/* How much waits, for a line at the start. No look of its own. */
bool casework_access_waiting(struct casework *cw, struct arena *mem, size_t *out, struct fault *f);
/* Not by whoever did it. Field: "note". */
bool casework_access_acknowledge(struct casework *cw, int64_t id, int64_t version, const char *note, struct fault *f);
/* They are not related: acknowledged, and the record is open to them again as it is to others. */
bool casework_access_mistaken(struct casework *cw, int64_t id, int64_t version, const char *note, struct fault *f);

/* What is restricted, the nearest review first, by reference. */
struct restricted_line {
	int64_t family_id;
	const char *reference, *named, *set_by;
	day_number review_on;
	bool may_see; /* this person is among the named */
};
struct restricted_line_list {
	struct restricted_line *items;
	size_t count, room;
};
bool casework_restricted_families(struct casework *cw, struct arena *mem, struct restricted_line_list *out,
				  struct fault *f);

#endif
