/* What rows of the audit log are asked for by a reference: also of what is not in the case file any more. */
#include "audit_about.h"

#include "store/complaint_store.h"
#include "store/conference_store.h"
#include "store/escalation_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/retention_store.h"

#include <ctype.h>

/* Not found is an answer; anything else is a fault. */
static bool tried(bool ok, const struct fault *why, bool *found, struct fault *f)
{
	*found = ok;
	if (!ok && why->code != FAULT_NOT_FOUND && f)
		*f = *why;
	return ok || why->code == FAULT_NOT_FOUND;
}

static bool find_person(struct casework *cw, const char *upper, const char *typed, struct trail_query *q, bool *found,
			struct arena *mem, struct fault *f)
{
	struct fault why = {0};
	struct person person;

	if (!tried(person_by_reference(cw->store, upper, mem, &person, &why), &why, found, f))
		return false;
	if (!*found && !tried(person_by_la_child_id(cw->store, typed, mem, &person, &why), &why, found, f))
		return false;
	if (*found)
		q->person = person.id;
	return true;
}

/* One proposed, withdrawn or done; else the one by which a record with this reference went. */
static bool find_disposal(struct casework *cw, const char *upper, struct trail_query *q, struct audit_about *out,
			  bool *found, struct arena *mem, struct fault *f)
{
	struct fault why = {0};
	struct disposal d;

	if (!tried(disposal_by_reference(cw->store, upper, mem, &d, &why), &why, found, f))
		return false;
	if (!*found) {
		if (!tried(disposal_by_gone(cw->store, upper, mem, &d, &why), &why, found, f))
			return false;
		q->with_record = *found;
	}
	if (!*found)
		return true;
	q->disposal = d.id;
	if (q->with_record)
		*out = (struct audit_about){d.reference, d.ended_on};
	return true;
}

static bool find_family(struct casework *cw, const char *upper, struct trail_query *q, bool *found, struct arena *mem,
			struct fault *f)
{
	struct fault why = {0};
	struct family family;

	if (!tried(family_by_reference(cw->store, upper, mem, &family, &why), &why, found, f))
		return false;
	if (*found)
		q->family = family.id;
	return true;
}

static bool find_subject(struct casework *cw, const char *upper, struct trail_query *q, bool *found, struct fault *f)
{
	typedef bool by_reference(struct store *, const char *, int64_t *, struct fault *);
	static const struct {
		by_reference *find;
		const char *kind;
	} subjects[] = {{conference_by_reference, "conference"},
			{complaint_by_reference, "complaint"},
			{escalation_by_reference, "escalation"}};
	struct fault why = {0};

	for (size_t i = 0; i < sizeof subjects / sizeof *subjects && !*found; i++) {
		if (!tried(subjects[i].find(cw->store, upper, &q->subject_id, &why), &why, found, f))
			return false;
		*found = *found && q->subject_id;
		if (*found)
			q->subject_kind = subjects[i].kind;
	}
	return true;
}

bool audit_about_find(struct casework *cw, const char *typed, struct trail_query *q, struct audit_about *out,
		      struct arena *mem, struct fault *f)
{
	char *upper = arena_text(mem, typed ? typed : "");
	bool found = false;

	*out = (struct audit_about){"", DAY_NONE};
	if (!*upper)
		return true;
	for (char *at = upper; *at; at++)
		*at = (char)toupper((unsigned char)*at);
	if (!find_family(cw, upper, q, &found, mem, f) || (!found && !find_subject(cw, upper, q, &found, f)) ||
	    (!found && !find_person(cw, upper, typed, q, &found, mem, f)) ||
	    (!found && !find_disposal(cw, upper, q, out, &found, mem, f)))
		return false;
	return found || fault_missing(f, "about",
				      "Nothing has the reference \"%.40s\". Type one of a family, a conference, a "
				      "complaint, a person or a disposal, or a child's LA child id.",
				      typed);
}
