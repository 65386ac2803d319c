/* The children, the adults and who is invited, as far as a reader may know of each. */
#include "letter_facts_inside.h"

#include "base/text.h"
#include "people_keeping.h"

#include <string.h>

/* --- Children --- */

const char *facts_birth_words(const struct person *child, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (child->born_on != DAY_NONE)
		return arena_text(mem, date_plain(child->born_on, day));
	return child->expected_on == DAY_NONE ? ""
					      : arena_printf(mem, "expected %s", date_plain(child->expected_on, day));
}

const char *facts_given_words(const struct facts_work *w, const struct person *child)
{
	if (*child->known_as)
		return child->known_as;
	if (*child->given_names)
		return child->given_names;
	if (person_is_unborn(child))
		return w->audience == AUDIENCE_PARENT ? "your unborn baby" : "the unborn baby";
	return "";
}

/* Where somebody lives, for colleagues; one that is kept from anybody stands in no letter, because letters travel. A
 * home that two share is kept for both, though it was marked for one. */
bool facts_home_words(struct facts_work *w, int64_t person, const char **out)
{
	if (!person_home(w->cw, person, w->mem, out, w->f))
		return false;
	if (kept_home_stands_in(&w->kept_homes, *out, "", w->mem))
		*out = KEPT_CONFIDENTIAL;
	return true;
}

static bool say_child(struct facts_work *w, const struct person *child)
{
	struct letter_row *row = facts_row(w, LETTER_LIST_CHILDREN);
	char name[NAME_ROOM];

	if (!row)
		return false;
	row->fields[LETTER_FIELD_CHILD_NAME] = arena_text(w->mem, person_full_name(child, name));
	row->fields[LETTER_FIELD_CHILD_GIVEN] = facts_given_words(w, child);
	if (w->sight->births)
		row->fields[LETTER_FIELD_CHILD_BORN] = facts_birth_words(child, w->mem);
	if (!w->sight->who_is_who)
		return true;
	return facts_home_words(w, child->id, &row->fields[LETTER_FIELD_CHILD_ADDRESS]) &&
	       people_aliases(w->cw, child->id, w->mem, &row->fields[LETTER_FIELD_CHILD_ALSO_KNOWN], w->f);
}

bool facts_child(struct facts_work *w, const struct person *child)
{
	return !facts_may_know_of(w, child) || say_child(w, child);
}

static bool say_children(struct facts_work *w)
{
	if (!w->sight->own_child)
		return true;
	for (size_t i = 0; i < w->children.count; i++)
		if (!facts_child(w, &w->children.items[i]))
			return false;
	return true;
}

/* --- Adults --- */

static bool say_adult(struct facts_work *w, const struct member *adult)
{
	static const char *const responsibility[] = {[ANSWER_UNKNOWN] = "parental responsibility not known",
						     [ANSWER_YES] = "has parental responsibility",
						     [ANSWER_NO] = "no parental responsibility"};
	struct letter_row *row = facts_row(w, LETTER_LIST_ADULTS);
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (!row)
		return false;
	row->fields[LETTER_FIELD_ADULT_NAME] = arena_text(w->mem, person_full_name(&adult->person, name));
	row->fields[LETTER_FIELD_ADULT_RELATIONSHIP] = relationship_label(adult->relationship);
	row->fields[LETTER_FIELD_ADULT_BORN] = arena_text(w->mem, date_plain(adult->person.born_on, day));
	row->fields[LETTER_FIELD_ADULT_RESPONSIBILITY] = responsibility[adult->parental_responsibility];
	return facts_home_words(w, adult->person_id, &row->fields[LETTER_FIELD_ADULT_ADDRESS]);
}

static bool say_adults(struct facts_work *w)
{
	struct member_list members;

	if (!w->sight->who_is_who)
		return true;
	if (!members_of_family(w->cw->store, w->conference->family_id, w->mem, &members, w->f))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (members.items[i].relationship != RELATIONSHIP_CHILD && !say_adult(w, &members.items[i]))
			return false;
	return true;
}

/* --- Who is invited --- */

const char *facts_place_in_it(const struct invitee *one)
{
	if (one->capacity == CAPACITY_FAMILY)
		return relationship_label(one->relationship);
	if (one->capacity == CAPACITY_PROFESSIONAL && *one->shown_role)
		return one->shown_role;
	return capacity_label(one->capacity);
}

/* "Polish interpreter" needs no "interpreter" after it. */
static bool name_says(struct facts_work *w, const char *name, const char *place)
{
	const char *whole = text_fold(w->mem, name), *end = text_fold(w->mem, place);
	size_t bytes = strlen(whole), tail = strlen(end);

	return tail && bytes >= tail && strcmp(whole + bytes - tail, end) == 0;
}

/* Said or not for whom: somebody of the family brings them. */
static bool comes_for_somebody(const struct invitee *one)
{
	switch (one->capacity) {
	case CAPACITY_SUPPORTER:
	case CAPACITY_ADVOCATE:
	case CAPACITY_SOLICITOR:
	case CAPACITY_REPRESENTATIVE:
	case CAPACITY_INTERPRETER: return true;
	default: return one->for_invitee_id != 0;
	}
}

/* Of those who will be there with the reader. Who is kept away is left out without a word; and who comes for somebody
 * else is named to the family only when it is for the reader. */
static bool may_meet(const struct facts_work *w, const struct invitee *one)
{
	if (one->id == w->reader->id || one->exclusion == EXCLUSION_WHOLE || one->exclusion == EXCLUSION_ASKED ||
	    !facts_is_at_the_same_sitting(w, one->sitting))
		return false;
	if (one->capacity == CAPACITY_CHILD && (one->chair_invites != ANSWER_YES || !facts_may_name_child(w, one)))
		return false;
	return !comes_for_somebody(one) || w->sight->for_whom || one->for_invitee_id == w->reader->id;
}

/* Nobody is told of a companion whose principal comes at another time. */
static bool comes_with_another_sitting(const struct facts_work *w, const struct invitee *one)
{
	for (size_t i = 0; one->for_invitee_id && i < w->invitees.count; i++)
		if (w->invitees.items[i].id == one->for_invitee_id)
			return !facts_is_at_the_same_sitting(w, w->invitees.items[i].sitting);
	return false;
}

bool facts_may_meet(const struct facts_work *w, const struct invitee *one)
{
	return may_meet(w, one) && !comes_with_another_sitting(w, one);
}

static bool say_people(struct facts_work *w)
{
	if (!w->sight->people || w->is_kept_away)
		return true;
	for (size_t i = 0; i < w->invitees.count; i++) {
		const struct invitee *one = &w->invitees.items[i];
		struct letter_row *row;

		if (!facts_may_meet(w, one))
			continue;
		row = facts_row(w, LETTER_LIST_PEOPLE);
		if (!row)
			return false;
		row->fields[LETTER_FIELD_PERSON_NAME] = one->shown_name;
		if (!name_says(w, one->shown_name, facts_place_in_it(one)))
			row->fields[LETTER_FIELD_PERSON_CAPACITY] = facts_place_in_it(one);
		row->fields[LETTER_FIELD_PERSON_AGENCY] = one->shown_agency;
	}
	return true;
}

bool facts_of_people(struct facts_work *w)
{
	return say_children(w) && say_adults(w) && say_people(w);
}
