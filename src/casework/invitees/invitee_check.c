/* What is asked of an invitee before it is kept. */
#include "invitee_check.h"

#include "base/text.h"
#include "letter/press.h"
#include "people_keeping.h"
#include "store/conference_store.h"
#include "store/directory_store.h"
#include "store/invitee_store.h"
#include "store/person_store.h"
#include "words_tidy.h"

#include <string.h>

bool invitee_place_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			struct invitee_place *out, struct fault *f)
{
	struct person_list *children = arena_alloc(mem, sizeof *children);
	struct sitting_list sittings;

	if (!children)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to save this: nothing was saved.");
	if (!conference_children(cw->store, conference->id, mem, children, f) ||
	    !invitees_of(cw->store, conference->id, false, mem, &out->on_list, f) ||
	    !sittings_of(cw->store, conference->id, mem, &sittings, f))
		return false;
	out->conference = conference;
	out->children = children;
	out->sittings = (int)sittings.count;
	return true;
}

bool invitee_tidy(struct invitee *invitee, struct arena *mem, struct fault *f)
{
	const struct {
		const char **text, *field;
		bool lines;
	} texts[] = {
		{&invitee->name, "name", false},
		{&invitee->agency, "agency", false},
		{&invitee->role, "role", false},
		{&invitee->email, "email", false},
		{&invitee->phone, "phone", false},
		{&invitee->address, "address", true},
		{&invitee->language, "language", false},
		{&invitee->signing, "signing", false},
		{&invitee->access, "access", false},
		{&invitee->childcare, "childcare", false},
		{&invitee->transport, "transport", false},
		{&invitee->represented_why, "represented_why", false},
		{&invitee->understanding, "understanding", false},
		{&invitee->other_way, "other_way", true},
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (!words_tidy(texts[i].text, texts[i].field, texts[i].lines, mem, f))
			return false;
	return true;
}

static const struct person *child_of(const struct invitee_place *place, int64_t person)
{
	for (size_t i = 0; i < place->children->count; i++)
		if (place->children->items[i].id == person)
			return &place->children->items[i];
	return NULL;
}

static bool identify_person(struct casework *cw, const struct invitee_place *place, struct invitee *invitee,
			    struct arena *mem, struct fault *f)
{
	const struct person *child = child_of(place, invitee->person_id);
	struct person person;
	char name[NAME_ROOM];

	if (invitee->contact_id)
		return fault_field(f, "name", "Choose a person of the family or a contact of the directory, not both.");
	if (!people_may_see_person(cw, invitee->person_id, f) ||
	    !person_by_id(cw->store, invitee->person_id, mem, &person, f))
		return false;
	invitee->shown_name = arena_text(mem, person_full_name(&person, name));
	if (invitee->capacity == CAPACITY_CHILD && !child)
		return fault_field(f, "capacity", "%s is not a child of this conference: invite them as family.",
				   invitee->shown_name);
	if (invitee->capacity == CAPACITY_CHILD && person_is_unborn(child))
		return fault_field(f, "capacity", "%s is not born yet: nobody is invited for an unborn child.",
				   invitee->shown_name);
	if (invitee->capacity != CAPACITY_CHILD && child)
		return fault_field(f, "capacity", "%s is a child of this conference: invite them as a child.",
				   invitee->shown_name);
	if (person.died_on != DAY_NONE)
		return fault_field(f, "name", "%s has died.", invitee->shown_name);
	return true;
}

static bool identify_contact(struct casework *cw, struct invitee *invitee, struct arena *mem, struct fault *f)
{
	struct contact contact;
	struct fault why = {0};

	if (!contact_by_id(cw->store, invitee->contact_id, mem, &contact, &why)) {
		if (why.code != FAULT_NOT_FOUND) {
			if (f)
				*f = why;
			return false;
		}
		return fault_field(f, "name", "This contact is not in the directory any more. Find them again.");
	}
	if (!contact.is_active || contact.merged_into_id)
		return fault_field(f, "name", "%s of %s is not at work there any more: choose who came after them.",
				   contact.name, contact.agency);
	invitee->shown_name = contact.name;
	invitee->shown_agency = contact.agency;
	invitee->quorum_group = contact.quorum_group;
	return true;
}

bool invitee_is_same(const struct invitee *a, const struct invitee *b, struct arena *mem)
{
	if (a->person_id || b->person_id)
		return a->person_id == b->person_id;
	if (a->contact_id || b->contact_id)
		return a->contact_id == b->contact_id;
	return strcmp(text_fold(mem, a->shown_name), text_fold(mem, b->shown_name)) == 0 &&
	       strcmp(text_fold(mem, a->shown_agency), text_fold(mem, b->shown_agency)) == 0;
}

bool invitee_identify(struct casework *cw, const struct invitee_place *place, struct invitee *invitee,
		      struct arena *mem, struct fault *f)
{
	invitee->shown_name = invitee->name;
	invitee->shown_agency = invitee->agency;
	invitee->quorum_group = "";
	if (invitee->person_id ? !identify_person(cw, place, invitee, mem, f)
			       : invitee->contact_id && !identify_contact(cw, invitee, mem, f))
		return false;
	if (!*invitee->shown_name)
		return fault_field(f, "name", "Name who is to come%s%s.", *invitee->agency ? " from " : "",
				   invitee->agency);
	for (size_t i = 0; i < place->on_list.count; i++)
		if (invitee_is_same(&place->on_list.items[i], invitee, mem))
			return fault_field(f, "name", "%s is on the list already.", invitee->shown_name);
	return invitee->person_id || invitee->capacity != CAPACITY_CHILD ||
	       fault_field(f, "capacity", "A child is invited from the family: choose which.");
}

static const struct invitee *on_list(const struct invitee_place *place, int64_t id)
{
	for (size_t i = 0; i < place->on_list.count; i++)
		if (place->on_list.items[i].id == id)
			return &place->on_list.items[i];
	return NULL;
}

static bool check_company(const struct invitee_place *place, const struct invitee *invitee, struct fault *f)
{
	if (invitee->for_invitee_id &&
	    (invitee->for_invitee_id == invitee->id || !on_list(place, invitee->for_invitee_id)))
		return fault_field(f, "for", "Choose whom %s comes for from the list of this conference.",
				   invitee->shown_name);
	if (invitee->capacity != CAPACITY_REPRESENTATIVE)
		return true;
	if (!invitee->for_invitee_id)
		return fault_field(f, "for", "Say whom %s comes for.", invitee->shown_name);
	return *invitee->represented_why ||
	       fault_field(
		       f, "represented_why",
		       "Say why %s comes in place of somebody: in hospital, in custody, or what else keeps them away.",
		       invitee->shown_name);
}

/* What a colleague reads is not for the family, nor for whoever comes for one of it. */
static bool check_colleague(const struct invitee *invitee, struct fault *f)
{
	if (invitee->capacity != CAPACITY_PROFESSIONAL)
		return true;
	if (invitee->person_id)
		return fault_field(f, "capacity", "%s is a person of the case file: choose what else they come as.",
				   invitee->shown_name);
	return !invitee->for_invitee_id ||
	       fault_field(
		       f, "capacity",
		       "%s comes for somebody of the list: choose supporter, advocate, solicitor, representative or "
		       "interpreter, or nobody they come for.",
		       invitee->shown_name);
}

bool invitee_check(struct casework *cw, const struct invitee_place *place, const struct invitee *invitee,
		   struct fault *f)
{
	if (!check_company(place, invitee, f) || !check_colleague(invitee, f))
		return false;
	if (*invitee->email && !mail_address_is_good(invitee->email))
		return fault_field(f, "email", "\"%s\" is no e-mail address: it looks like name@example.org.",
				   invitee->email);
	if (invitee->sitting < 0 || (invitee->sitting > 0 && invitee->sitting > place->sittings))
		return fault_field(f, "sitting", "There is no sitting %d of this conference: set their times first.",
				   invitee->sitting);
	return invitee->advocate_offered_on == DAY_NONE || invitee->advocate_offered_on <= casework_today(cw) ||
	       fault_field(f, "advocate_offered_on", "The day an advocate was offered is in the future.");
}
