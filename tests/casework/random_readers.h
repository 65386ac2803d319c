/* Who may read what of a family made at random, said once more and in other words than the program says it. */
#ifndef TESTS_RANDOM_READERS_H
#define TESTS_RANDOM_READERS_H

#include "random_family.h"

/* --- Who may read of which child --- */

/* Somebody else is said to be the father, or the mother, of this child. */
static inline bool has_another(const struct random_family *w, const struct invitee *adult, size_t child)
{
	for (size_t i = 0; i < w->invitee_count; i++)
		if (w->invitees[i].relationship == adult->relationship && w->ties[i][child] >= THEIRS)
			return true;
	return false;
}

/* With nothing said of an adult, of all but another father's or mother's; else of those said to be theirs: a mother or
 * father of each of them, another who answers for some of them by law of those alone. */
static inline bool belongs(const struct random_family *w, const struct invitee *adult, size_t child)
{
	size_t place = (size_t)(adult - w->invitees);
	bool is_parent = adult->relationship == RELATIONSHIP_MOTHER || adult->relationship == RELATIONSHIP_FATHER;
	bool is_said = false, answers = false;

	for (size_t k = 0; k < w->invitee_count; k++) {
		is_said = is_said || w->ties[place][k] != NOT_SAID;
		answers = answers || w->ties[place][k] == THEIRS_BY_LAW;
	}
	if (!is_said)
		return !is_parent || !has_another(w, adult, child);
	return w->ties[place][child] == THEIRS_BY_LAW || (w->ties[place][child] == THEIRS && (is_parent || !answers));
}

/* By everybody of the family who comes. */
static inline bool is_everybodys(const struct random_family *w, size_t child)
{
	for (size_t i = 0; i < w->invitee_count; i++)
		if (is_adult_of_family(&w->invitees[i]) && !belongs(w, &w->invitees[i], child))
			return false;
	return true;
}

static inline bool is_divided(const struct random_family *w)
{
	for (size_t k = 0; k < w->invitee_count; k++)
		if (is_child(&w->invitees[k]) && !is_everybodys(w, k))
			return true;
	return false;
}

static inline const struct invitee *principal_of(const struct random_family *w, const struct invitee *i)
{
	for (size_t k = 0; i->for_invitee_id && k < w->invitee_count; k++)
		if (w->invitees[k].id == i->for_invitee_id)
			return &w->invitees[k];
	return NULL;
}

static inline bool may_read_of(const struct random_family *w, const struct invitee *reader, size_t child)
{
	const struct invitee *one = reader;

	if (reader->capacity == CAPACITY_PROFESSIONAL)
		return true;
	if (reader->capacity != CAPACITY_FAMILY && reader->capacity != CAPACITY_CHILD)
		one = principal_of(w, reader);
	if (one && is_child(one))
		return one == &w->invitees[child];
	return one && is_adult_of_family(one) ? belongs(w, one, child) : !is_divided(w);
}

static inline size_t place_of_child(const struct random_family *w, int64_t person)
{
	for (size_t k = 0; k < w->invitee_count; k++)
		if (is_child(&w->invitees[k]) && w->invitees[k].person_id == person)
			return k;
	fail_msg("no child of this family");
	return 0;
}

/* What a word is about, beside what kind of word it is. */
static inline bool may_read_of_its_children(const struct random_family *w, const struct invitee *reader,
					    const struct canary *c)
{
	if (c->child && !may_read_of(w, reader, place_of_child(w, c->child)))
		return false;
	for (size_t k = 0; c->is_of_all && k < w->invitee_count; k++)
		if (w->is_about[k] && !may_read_of(w, reader, k))
			return false;
	return true;
}

static inline bool is_for_everybody(const struct random_family *w, const struct canary *c)
{
	if (c->kept_for == FOR_NAMING)
		return is_everybodys(w, c->owner);
	if (c->child)
		return is_everybodys(w, place_of_child(w, c->child));
	for (size_t k = 0; c->is_of_all && k < w->invitee_count; k++)
		if (w->is_about[k] && !is_everybodys(w, k))
			return false;
	return true;
}

static inline bool may_read_name(const struct random_family *w, const struct invitee *reader, const struct canary *c)
{
	if (reader->for_invitee_id == w->invitees[c->owner].id || is_child(reader))
		return true;
	if (reader->capacity == CAPACITY_INTERPRETER || reader->capacity == CAPACITY_OBSERVER)
		return false;
	return may_read_of(w, reader, c->owner);
}

/* --- Who may read what --- */

static inline bool is_kept_away(const struct invitee *i)
{
	return i->is_withdrawn || i->exclusion == EXCLUSION_WHOLE || i->exclusion == EXCLUSION_ASKED;
}

static inline int sitting_of(const struct random_family *w, const struct invitee *i)
{
	const struct invitee *principal = principal_of(w, i);

	return i->sitting || !principal ? i->sitting : principal->sitting;
}

/* Said or not, somebody of the family brings them. */
static inline bool comes_for_somebody(const struct invitee *i)
{
	return i->for_invitee_id || (i->capacity != CAPACITY_CHILD && i->capacity != CAPACITY_FAMILY &&
				     i->capacity != CAPACITY_PROFESSIONAL && i->capacity != CAPACITY_OBSERVER);
}

static inline bool may_meet_bearer(const struct random_family *w, const struct invitee *reader, const struct canary *c)
{
	const struct invitee *bearer = &w->invitees[c->owner], *principal = principal_of(w, bearer);
	bool is_colleague = reader->capacity == CAPACITY_PROFESSIONAL;
	int at = sitting_of(w, reader), theirs = bearer->sitting, with = principal ? principal->sitting : 0;

	if (bearer == reader || reader->for_invitee_id == bearer->id || bearer->for_invitee_id == reader->id)
		return true;
	if (is_colleague && c->is_adult)
		return true;
	if (is_kept_away(reader) || is_kept_away(bearer))
		return false;
	if (reader->capacity != CAPACITY_CHILD && reader->capacity != CAPACITY_FAMILY && !is_colleague)
		return false;
	if (at && ((theirs && theirs != at) || (with && with != at)))
		return false;
	return is_colleague || !comes_for_somebody(bearer);
}

static inline bool is_of_household(const struct random_family *w, const struct invitee *reader)
{
	for (size_t i = 0; reader->person_id && i < w->household_count; i++)
		if (w->household[i] == reader->person_id)
			return true;
	return false;
}

static inline bool is_one_of(const int64_t *ids, size_t count, const struct invitee *one)
{
	for (size_t i = 0; one && i < count; i++)
		if (ids[i] == one->id)
			return true;
	return false;
}

/* Somebody of the family who is told, or for whom the reader comes; NULL a colleague or a stranger. */
static inline const struct invitee *told_for(const struct random_family *w, const struct invitee *reader)
{
	const struct invitee *one = reader;

	if (reader->capacity == CAPACITY_INTERPRETER || reader->capacity == CAPACITY_OBSERVER)
		return NULL;
	if (reader->capacity != CAPACITY_FAMILY && reader->capacity != CAPACITY_CHILD)
		one = principal_of(w, reader);
	return one && (one->capacity == CAPACITY_FAMILY || one->capacity == CAPACITY_CHILD) ? one : NULL;
}

static inline bool was_away(const struct random_family *w, const struct invitee *one)
{
	return one && (is_kept_away(one) || is_one_of(w->sent_away, w->sent_away_count, one));
}

static inline bool was_there_for_a_part(const struct random_family *w, const struct invitee *reader)
{
	const struct invitee *one = told_for(w, reader);

	return sitting_of(w, reader) || reader->exclusion == EXCLUSION_PART ||
	       (one && one->exclusion == EXCLUSION_PART);
}

static inline bool may_read_after(const struct random_family *w, const struct invitee *reader, enum kept_for kept_for)
{
	const struct invitee *one = told_for(w, reader);
	bool is_colleague = reader->capacity == CAPACITY_PROFESSIONAL;
	bool is_parent = one && one->capacity == CAPACITY_FAMILY &&
			 (one->relationship == RELATIONSHIP_MOTHER || one->relationship == RELATIONSHIP_FATHER ||
			  one->parental_responsibility == ANSWER_YES);

	if (was_away(w, reader) || was_away(w, principal_of(w, reader)))
		return false;
	switch (kept_for) {
	case FOR_REASONS: return is_colleague || is_parent;
	case FOR_PLAN:
		return is_colleague || is_parent ||
		       (one == reader && one->capacity == CAPACITY_FAMILY && is_one_of(w->core, w->core_count, one));
	case FOR_CORE: return is_colleague || is_one_of(w->core, w->core_count, one);
	case FOR_RECORD_PART: return is_colleague || is_parent;
	case FOR_RECORD: return is_colleague || (is_parent && !was_there_for_a_part(w, reader));
	case FOR_RECORD_CORE:
		return is_colleague ||
		       (is_parent && !was_there_for_a_part(w, reader) && is_one_of(w->core, w->core_count, one));
	default: return is_colleague;
	}
}

static inline bool may_read(const struct random_family *w, const struct invitee *reader, const struct canary *c)
{
	bool is_own = c->owner != NO_OWNER && &w->invitees[c->owner] == reader;
	bool is_colleague = reader->capacity == CAPACITY_PROFESSIONAL;
	int at = sitting_of(w, reader);

	if (!may_read_of_its_children(w, reader, c))
		return false;
	switch (c->kept_for) {
	case FOR_NAMING: return may_read_name(w, reader, c);
	case FOR_OWN: return is_own;
	case FOR_COLLEAGUES: return is_colleague;
	case FOR_OWN_OR_COLLEAGUES: return is_own || is_colleague;
	case FOR_INTERPRETER:
		return is_own ||
		       (reader->capacity == CAPACITY_INTERPRETER && reader->for_invitee_id == w->invitees[c->owner].id);
	case FOR_THOSE_WHO_MEET: return may_meet_bearer(w, reader, c);
	case FOR_THOSE_WHO_COME: return !is_kept_away(reader);
	case FOR_ITS_HOUSEHOLD: return is_of_household(w, reader);
	case FOR_SITTING:
		if (c->sitting == 99)
			return is_colleague && at == 0 && !is_kept_away(reader);
		return !is_kept_away(reader) && (at == 0 || at == c->sitting);
	case FOR_REASONS:
	case FOR_PLAN:
	case FOR_CORE:
	case FOR_RECORD_PART:
	case FOR_RECORD:
	case FOR_RECORD_CORE:
	case FOR_RESTRICTED: return may_read_after(w, reader, c->kept_for);
	default: return false;
	}
}

#endif
