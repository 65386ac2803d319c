/* Writing down what was shared outside, and correcting a row by a further one that stands in its place. */
#include "casework/disclosures.h"

#include "family_reach.h"
#include "store/disclosure_store.h"
#include "store/letter_store.h"
#include "words_tidy.h"

static bool tidy(struct disclosure *d, struct arena *mem, struct fault *f)
{
	return words_tidy(&d->what, "what", true, mem, f) && words_tidy(&d->agency, "agency", false, mem, f) &&
	       words_tidy(&d->name, "name", false, mem, f) && words_tidy(&d->why, "why", true, mem, f) &&
	       words_tidy(&d->decided_by, "decided_by", false, mem, f) &&
	       words_tidy(&d->shared_by, "shared_by", false, mem, f) && words_tidy(&d->paper, "paper", false, mem, f) &&
	       words_tidy(&d->correction_why, "correction_why", true, mem, f);
}

static bool check_corrected(struct casework *cw, const struct disclosure *d, struct arena *mem,
			    struct disclosure *before, struct fault *f)
{
	*before = disclosure_blank();
	if (!d->corrects_id)
		return !*d->correction_why && !d->is_struck
			       ? true
			       : fault_set(f, FAULT_REFUSED, "Choose the row that is to be corrected.");
	if (!disclosure_by_id(cw->store, d->corrects_id, mem, before, f))
		return false;
	if (before->family_id != d->family_id)
		return fault_set(f, FAULT_NOT_FOUND, "This row is none of this family's. Open what was shared again.");
	if (before->is_corrected)
		return fault_set(f, FAULT_CONFLICT,
				 "This row was corrected already: correct the one that stands in its place.");
	if (before->is_struck)
		return fault_set(f, FAULT_REFUSED, "This row was struck out: write it down as a new one.");
	return *d->correction_why || fault_field(f, "correction_why", "Say why it is corrected: both rows are kept.");
}

static bool check_words(struct casework *cw, const struct disclosure *d, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (d->shared_on == DAY_NONE)
		return fault_field(f, "shared_on", "Enter the day it was shared.");
	if (d->shared_on > casework_today(cw))
		return fault_field(f, "shared_on", "%s is in the future: write it down when it was shared.",
				   date_medium(d->shared_on, words));
	if (!*d->what)
		return fault_field(f, "what", "Say what was shared.");
	if (!*d->agency && !*d->name)
		return fault_field(f, "agency", "Say with whom it was shared: an agency, a person, or both.");
	if (!*d->why)
		return fault_field(f, "why", "Say why it was shared.");
	if ((unsigned)d->ground >= DISCLOSURE_GROUND_COUNT)
		return fault_field(f, "ground", "Choose on what ground it was shared.");
	if (!*d->decided_by)
		return fault_field(f, "decided_by", "%s",
				   d->ground == DISCLOSURE_PERMISSION
					   ? "Say who gave permission."
					   : "Say who decided that it is shared, or which court.");
	return *d->shared_by || fault_field(f, "shared_by", "Say who shared it.");
}

static bool check_children(const struct family_reached *reached, const int64_t *children, size_t count, struct fault *f)
{
	if (!count)
		return fault_field(f, "children", "Say which child it was about.");
	for (size_t i = 0; i < count; i++) {
		if (!family_child(reached, children[i]))
			return fault_field(f, "children", "Choose children of this family.");
		for (size_t k = 0; k < i; k++)
			if (children[k] == children[i])
				return fault_field(f, "children", "A child is named twice.");
	}
	return true;
}

static bool check_letter(struct casework *cw, const struct disclosure *d, struct arena *mem, struct fault *f)
{
	struct letter letter;

	if (!d->letter_id)
		return true;
	if (!letter_by_id(cw->store, d->letter_id, mem, &letter, f))
		return false;
	return letter.family_id == d->family_id ||
	       fault_field(f, "paper", "The letter is none of this family's: choose one of its letters.");
}

static bool check(struct casework *cw, const struct family_reached *reached, struct disclosure *d,
		  const int64_t *children, size_t count, struct arena *mem, struct fault *f)
{
	struct disclosure before;

	if (!tidy(d, mem, f) || !check_corrected(cw, d, mem, &before, f))
		return false;
	if (d->is_struck) { /* it is read in the place of what it struck out */
		const char *why = d->correction_why;
		int64_t corrects = d->corrects_id;

		*d = before;
		d->id = 0;
		d->corrects_id = corrects;
		d->correction_why = why;
		d->is_struck = true;
		return count == 0 || fault_set(f, FAULT_REFUSED, "A row that is struck out is about nobody.");
	}
	return check_words(cw, d, f) && check_children(reached, children, count, f) && check_letter(cw, d, mem, f);
}

static bool record_in(struct casework *cw, struct disclosure *d, const int64_t *children, size_t count,
		      struct arena *mem, struct family_reached *reached, struct fault *f)
{
	if (!family_reach(cw, d->family_id, mem, reached, f) || !check(cw, reached, d, children, count, mem, f))
		return false;
	d->by_user = cw->login;
	d->kept_at = work_now(cw);
	if (!disclosure_insert(cw->store, d, f))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!disclosure_child_insert(
			    cw->store, &(struct disclosure_child){.disclosure_id = d->id, .person_id = children[i]}, f))
			return false;
	return true;
}

bool casework_disclosure_record(struct casework *cw, int64_t family, struct disclosure *disclosure,
				const int64_t *children, size_t count, struct fault *f)
{
	struct arena mem = {0};
	struct disclosure one = *disclosure;
	struct family_reached reached;
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_DISCLOSURES, f))
		return false;
	one.family_id = family;
	one.id = 0;
	ok = record_in(cw, &one, children, count, &mem, &reached, f);
	ok = ok ? work_end(cw, f,
			   one.is_struck     ? "disclosure.strike"
			   : one.corrects_id ? "disclosure.correct"
					     : "disclosure.record",
			   SUBJECT_FAMILY, family, family, "%s, to %s%s%s, %s%s%s", date_to_iso(one.shared_on, day),
			   one.name, *one.name && *one.agency ? ", " : "", one.agency,
			   disclosure_ground_label(one.ground), *one.correction_why ? "; why: " : "",
			   one.correction_why)
		: work_undo(cw);
	if (ok)
		disclosure->id = one.id;
	arena_finish(&mem);
	return ok;
}
