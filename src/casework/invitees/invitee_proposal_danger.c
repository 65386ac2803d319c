/* Who may not know that help against violence at home comes: the officer is warned before anybody is put on the list.
 */
#include "base/text.h"
#include "invitee_proposal.h"
#include "invitee_words.h"
#include "store/person_store.h"

#include <string.h>

/* As such services are called, folded. */
static bool helps_against_abuse(struct proposing *p, const struct invitee *one)
{
	static const char *const words[] = {"domestic abuse", "domestic violence", "refuge",
					    "womens aid",     "women s aid",       "idva"};
	const char *agency = text_fold(p->mem, one->shown_agency), *role = text_fold(p->mem, one->shown_role);

	for (size_t i = 0; one->capacity == CAPACITY_PROFESSIONAL && i < sizeof words / sizeof *words; i++)
		if (strstr(agency, words[i]) || strstr(role, words[i]))
			return true;
	return false;
}

static bool was_kept_away(const struct invitee *one)
{
	return one->exclusion != EXCLUSION_NONE && (one->exclusion_reason == EXCLUSION_REASON_DISRUPTION ||
						    one->exclusion_reason == EXCLUSION_REASON_CONFLICT);
}

static bool was_kept_away_earlier(const struct proposing *p, int64_t person)
{
	for (size_t i = 0; i < p->earlier.count; i++)
		if (p->earlier.items[i].person_id == person && was_kept_away(&p->earlier.items[i]))
			return true;
	return false;
}

/* Somebody else of the family has a home now that this one must not read of. */
static bool is_kept_from_a_home(struct proposing *p, const struct invitee *one, bool *out, struct fault *f)
{
	*out = false;
	for (size_t i = 0; i < p->members.count && !*out; i++) {
		struct address_list homes;

		if (p->members.items[i].person_id == one->person_id)
			continue;
		if (!addresses_of(p->cw->store, p->members.items[i].person_id, p->mem, &homes, f))
			return false;
		*out = homes.count && homes.items[0].to_on == DAY_NONE &&
		       address_is_kept_from(&homes.items[0], one->relationship);
	}
	return true;
}

/* Why this one of the family should perhaps not know who is asked; "" nothing is known. */
static bool danger_of(struct proposing *p, const struct invitee *one, const char **out, struct fault *f)
{
	bool is_kept;

	*out = "";
	if (one->capacity != CAPACITY_FAMILY || !one->person_id || one->exclusion == EXCLUSION_WHOLE)
		return true;
	if (!is_kept_from_a_home(p, one, &is_kept, f))
		return false;
	if (is_kept)
		*out = "an address is kept from them";
	else if (was_kept_away(one))
		*out = "it was asked that they stay away";
	else if (was_kept_away_earlier(p, one->person_id))
		*out = "it was asked last time that they stay away";
	return true;
}

static bool may_meet(const struct invitee *one, const struct invitee *other)
{
	return !one->sitting || !other->sitting || one->sitting == other->sitting;
}

static const struct invitee *candidate(const struct proposing *p, size_t at)
{
	return at < p->on_list->count ? &p->on_list->items[at] : &p->out->items[at - p->on_list->count].invitee;
}

/* Nobody puts both in one letter without having been told: the service is not ticked, the person keeps their tick. */
static bool warn(struct proposing *p, struct invitee_proposal *one, struct fault *f)
{
	bool is_service = helps_against_abuse(p, &one->invitee);
	size_t all = p->on_list->count + p->out->count;
	const char *danger;

	if (!is_service && !danger_of(p, &one->invitee, &danger, f))
		return false;
	if (!is_service && !*danger)
		return true;
	for (size_t i = 0; i < all; i++) {
		const struct invitee *other = candidate(p, i);

		if (!may_meet(&one->invitee, other))
			continue;
		if (is_service && !danger_of(p, other, &danger, f))
			return false;
		if (is_service ? !*danger : i >= p->on_list->count || !helps_against_abuse(p, other))
			continue;
		one->why = words_joined(
			is_service
				? arena_printf(p->mem, "would be named to the %s, and %s: another sitting, or decide",
					       relationship_label(other->relationship), danger)
				: arena_printf(p->mem, "would read that %s comes, and %s: another sitting, or decide",
					       other->shown_agency, danger),
			one->why, p->mem);
		one->wanted = one->wanted && !is_service;
		return true;
	}
	return true;
}

bool propose_with_care(struct proposing *p, struct fault *f)
{
	for (size_t i = 0; p->with_homes && i < p->out->count; i++)
		if (!warn(p, &p->out->items[i], f))
			return false;
	return true;
}
