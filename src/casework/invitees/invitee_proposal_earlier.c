/* Who was asked to the family's last conference and is not proposed for anything else. */
#include "invitee_proposal.h"
#include "report_keeping.h"
#include "store/directory_store.h"

/* The line on the present list of whoever somebody came for last time; 0 when they are not on it. */
static int64_t comes_for(const struct proposing *p, int64_t earlier)
{
	const struct invitee *was = NULL;

	for (size_t i = 0; earlier && i < p->earlier.count; i++)
		if (p->earlier.items[i].id == earlier)
			was = &p->earlier.items[i];
	for (size_t i = 0; was && i < p->on_list->count; i++)
		if ((was->person_id && p->on_list->items[i].person_id == was->person_id) ||
		    (was->contact_id && p->on_list->items[i].contact_id == was->contact_id))
			return p->on_list->items[i].id;
	return 0;
}

/* The contact who has their work now: merged rows lead on, those who left lead nowhere. */
static bool find_contact(struct proposing *p, int64_t id, const struct contact **out, struct fault *f)
{
	struct contact row;

	*out = proposal_contact(p, id);
	if (*out)
		return true;
	if (!contact_by_id(p->cw->store, id, p->mem, &row, f))
		return false;
	*out = proposal_contact(p, row.merged_into_id);
	return true;
}

bool proposal_is_asked_again(const struct proposing *p, const struct invitee *earlier)
{
	bool takes_part = earlier->capacity == CAPACITY_PROFESSIONAL || earlier->capacity == CAPACITY_FAMILY;
	bool was_social_worker = invitee_is_social_worker(&p->last, earlier, p->mem) &&
				 !invitee_is_social_worker(p->conference, earlier, p->mem);

	return takes_part && !was_social_worker && earlier->involved != ANSWER_NO && earlier->reply != REPLY_DECLINED;
}

/* As they were typed, or as the family knows them. */
static struct invitee without_contact(const struct proposing *p, const struct invitee *earlier)
{
	struct invitee one = proposal_blank(p, earlier->capacity);

	one.person_id = earlier->person_id;
	one.name = earlier->name;
	one.agency = earlier->agency;
	one.role = earlier->role;
	one.shown_name = earlier->shown_name;
	one.shown_agency = earlier->shown_agency;
	one.shown_role = earlier->shown_role;
	one.shown_email = earlier->shown_email;
	one.shown_phone = earlier->shown_phone;
	one.relationship = earlier->relationship;
	one.parental_responsibility = earlier->parental_responsibility;
	return one;
}

static bool propose_one(struct proposing *p, const struct invitee *earlier, struct fault *f)
{
	const struct contact *contact = NULL;
	struct invitee one;

	if (earlier->contact_id && !find_contact(p, earlier->contact_id, &contact, f))
		return false;
	if (earlier->contact_id && !contact)
		return true;
	one = contact ? proposal_of_contact(p, contact) : without_contact(p, earlier);
	if (proposal_has(p, &one) ||
	    (invitee_is_social_worker(p->conference, &one, p->mem) && proposal_has_social_worker(p)))
		return true;
	one.capacity = earlier->capacity;
	one.for_invitee_id = comes_for(p, earlier->for_invitee_id);
	if (one.capacity == CAPACITY_REPRESENTATIVE) {
		if (!one.for_invitee_id)
			return true; /* whoever they came for comes first */
		one.represented_why = earlier->represented_why;
	}
	return proposal_add(p, &one, "", proposal_is_asked_again(p, earlier), f);
}

bool propose_earlier(struct proposing *p, struct fault *f)
{
	for (size_t i = 0; i < p->earlier.count; i++) {
		const struct invitee *earlier = &p->earlier.items[i];
		bool passing = earlier->capacity == CAPACITY_CHILD || earlier->capacity == CAPACITY_INTERPRETER ||
			       earlier->capacity == CAPACITY_OBSERVER;

		if (!passing && !propose_one(p, earlier, f))
			return false;
	}
	return true;
}
