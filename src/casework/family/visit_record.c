/* Writing a visit down, and correcting one by a further row that stands in its place. */
#include "casework/visits.h"

#include "family_reach.h"
#include "store/visit_store.h"
#include "visit_keeping.h"
#include "words_tidy.h"

static bool check_day(struct casework *cw, const struct visit *visit, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (visit->visited_on == DAY_NONE)
		return fault_field(f, "visited_on", "Enter the day of the visit.");
	return visit->visited_on <= casework_today(cw) ||
	       fault_field(f, "visited_on", "%s is in the future: write a visit down when it was made.",
			   date_medium(visit->visited_on, words));
}

/* A seen child's words are kept as they are; of one who was not seen nothing is said about alone or bedroom. */
static bool check_child(const struct family_reached *reached, const struct visit *visit,
			const struct visit_child *children, size_t at, struct arena *mem, struct fault *f)
{
	const struct visit_child *one = &children[at];
	const struct person *child = family_child(reached, one->person_id);
	const char *name = family_child_name(reached, one->person_id, mem);
	char born[DATE_TEXT_ROOM];

	if (!child)
		return fault_field(f, "children", "A visit is to children of this family. Open its visits again.");
	for (size_t i = 0; i < at; i++)
		if (children[i].person_id == one->person_id)
			return fault_field(f, "children", "%s is named twice.", name);
	if ((unsigned)one->outcome >= VISIT_OUTCOME_COUNT)
		return fault_field(f, "children", "Say of %s whether the child was seen.", name);
	if (one->outcome != VISIT_SEEN && (one->alone != ANSWER_UNKNOWN || one->bedroom != ANSWER_UNKNOWN))
		return fault_field(f, "children", "%s was not seen: leave empty who else was there and the bedroom.",
				   name);
	if (one->outcome == VISIT_SEEN && person_is_unborn(child))
		return fault_field(f, "children", "%s is not born yet and cannot have been seen.", name);
	if (one->outcome == VISIT_SEEN && child->born_on != DAY_NONE && visit->visited_on < child->born_on)
		return fault_field(f, "visited_on", "%s was born on %s: enter the day of the visit.", name,
				   date_medium(child->born_on, born));
	return true;
}

static bool tidy(struct visit *visit, struct arena *mem, struct fault *f)
{
	return words_tidy(&visit->by_whom, "by_whom", false, mem, f) &&
	       words_tidy(&visit->place, "place", false, mem, f) && words_tidy(&visit->noted, "noted", true, mem, f) &&
	       words_tidy(&visit->correction_why, "correction_why", true, mem, f);
}

/* Only the row that stands is corrected, within its own family. */
static bool check_corrected(struct casework *cw, const struct visit *visit, struct arena *mem, struct visit *before,
			    struct fault *f)
{
	*before = visit_blank();
	if (!visit->corrects_id)
		return !*visit->correction_why && !visit->is_struck
			       ? true
			       : fault_set(f, FAULT_REFUSED, "Choose the visit that is to be corrected.");
	if (!visit_by_id(cw->store, visit->corrects_id, mem, before, f))
		return false;
	if (before->family_id != visit->family_id)
		return fault_set(f, FAULT_NOT_FOUND, "This visit is none of this family's. Open its visits again.");
	if (before->is_corrected)
		return fault_set(f, FAULT_CONFLICT,
				 "This visit was corrected already: correct the row that stands in its place.");
	if (before->is_struck)
		return fault_set(f, FAULT_REFUSED, "This visit was struck out: write it down as a new one.");
	return *visit->correction_why ||
	       fault_field(f, "correction_why", "Say why the visit is corrected: both rows are kept.");
}

static bool check(struct casework *cw, const struct family_reached *reached, struct visit *visit,
		  const struct visit_child *children, size_t count, struct arena *mem, struct visit *before,
		  struct fault *f)
{
	if (!tidy(visit, mem, f) || !check_corrected(cw, visit, mem, before, f))
		return false;
	if (visit->is_struck) { /* what it struck out is read in its place */
		visit->visited_on = before->visited_on;
		visit->by_whom = before->by_whom;
		return count == 0 || fault_set(f, FAULT_REFUSED, "A visit that is struck out was to nobody.");
	}
	if (!check_day(cw, visit, f))
		return false;
	if (!*visit->by_whom)
		return fault_field(f, "by_whom", "Say who made the visit.");
	if (!count)
		return fault_field(f, "children", "Say which child the visit was to.");
	for (size_t i = 0; i < count; i++)
		if (!check_child(reached, visit, children, i, mem, f))
			return false;
	return true;
}

static bool keep_children(struct casework *cw, const struct visit *visit, const struct visit_child *children,
			  size_t count, struct arena *mem, struct fault *f)
{
	for (size_t i = 0; i < count; i++) {
		struct visit_child one = children[i];

		one.visit_id = visit->id;
		if (!words_tidy(&one.why, "why", false, mem, f) || !visit_child_insert(cw->store, &one, f))
			return false;
	}
	return true;
}

/* A correction may take a child away from the visit: every child of the family is looked at. */
static bool record_in(struct casework *cw, struct visit *visit, const struct visit_child *children, size_t count,
		      struct arena *mem, struct family_reached *reached, struct fault *f)
{
	struct visit before;

	if (!family_reach(cw, visit->family_id, mem, reached, f) ||
	    !check(cw, reached, visit, children, count, mem, &before, f))
		return false;
	visit->by_user = cw->login;
	visit->kept_at = work_now(cw);
	if (!visit_insert(cw->store, visit, f) || !keep_children(cw, visit, children, count, mem, f))
		return false;
	for (size_t i = 0; i < reached->children.count; i++)
		if (!visits_follow(cw, reached->children.items[i].person_id, mem, f))
			return false;
	return true;
}

static const char *who_words(const struct family_reached *reached, const struct visit_child *children, size_t count,
			     struct arena *mem)
{
	const char *words = "";
	char one[VISIT_WORDS_ROOM];

	for (size_t i = 0; i < count; i++)
		words = arena_printf(mem, "%s%s%s %s", words, i ? ", " : "",
				     family_child_name(reached, children[i].person_id, mem),
				     visit_child_words(&children[i], one));
	return words;
}

bool casework_visit_record(struct casework *cw, int64_t family, struct visit *visit, const struct visit_child *children,
			   size_t count, struct fault *f)
{
	struct arena mem = {0};
	struct visit one = *visit;
	struct family_reached reached;
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_VISITS, f))
		return false;
	one.family_id = family;
	one.id = 0;
	ok = record_in(cw, &one, children, count, &mem, &reached, f);
	ok = ok ? work_end(cw, f,
			   one.is_struck     ? "visit.strike"
			   : one.corrects_id ? "visit.correct"
					     : "visit.record",
			   SUBJECT_FAMILY, family, family, "%s, %s%s%s%s%s", date_to_iso(one.visited_on, day),
			   one.by_whom, count ? ": " : "", who_words(&reached, children, count, &mem),
			   *one.correction_why ? "; why: " : "", one.correction_why)
		: work_undo(cw);
	if (ok)
		visit->id = one.id;
	arena_finish(&mem);
	return ok;
}
