/* The list of proposals while it grows: one made of a person or a contact, and whether somebody is on it already. */
#include "invitee_proposal.h"

#include "base/text.h"
#include "invitee_check.h"
#include "invitee_words.h"
#include "report_keeping.h"

struct invitee proposal_blank(const struct proposing *p, enum capacity capacity)
{
	struct invitee none = invitee_blank();

	none.conference_id = p->conference->id;
	none.capacity = capacity;
	return none;
}

/* As they said they like to be reached; a child's letter is brought by somebody they know. */
static enum invite_method method_of(const struct person *person, enum capacity capacity)
{
	switch (person->reached_by) {
	case CONTACT_BY_POST: return METHOD_POST;
	case CONTACT_BY_EMAIL: return METHOD_EMAIL;
	case CONTACT_BY_PHONE:
	case CONTACT_BY_TEXT: return METHOD_TELEPHONE;
	case CONTACT_BY_BY_HAND: return METHOD_IN_PERSON;
	default: break;
	}
	return capacity == CAPACITY_CHILD ? METHOD_IN_PERSON : METHOD_POST;
}

struct invitee proposal_of_person(const struct proposing *p, enum capacity capacity, const struct member *member)
{
	const struct person *person = &member->person;
	struct invitee one = proposal_blank(p, capacity);
	char name[NAME_ROOM];

	one.person_id = person->id;
	one.method = method_of(person, capacity);
	if (person->needs_interpreter)
		one.language = *person->language ? person->language : "language not recorded";
	one.signing = person->signing;
	one.access = person->access;
	one.shown_name = arena_text(p->mem, person_full_name(person, name));
	one.shown_email = person->email;
	one.shown_phone = person->phone;
	one.relationship = member->relationship;
	one.parental_responsibility = member->parental_responsibility;
	return one;
}

struct invitee proposal_of_contact(const struct proposing *p, const struct contact *contact)
{
	struct invitee one = invitee_of_contact(contact);

	one.conference_id = p->conference->id;
	return one;
}

const struct contact *proposal_contact(const struct proposing *p, int64_t contact)
{
	for (size_t i = 0; contact && i < p->contacts.count; i++)
		if (p->contacts.items[i].id == contact)
			return &p->contacts.items[i];
	return NULL;
}

bool proposal_has_any(const struct proposing *p,
		      bool (*is)(const struct invitee *one, const void *asked, struct arena *mem), const void *asked)
{
	for (size_t i = 0; i < p->on_list->count; i++)
		if (is(&p->on_list->items[i], asked, p->mem))
			return true;
	for (size_t i = 0; i < p->out->count; i++)
		if (is(&p->out->items[i].invitee, asked, p->mem))
			return true;
	return false;
}

static bool is_same(const struct invitee *one, const void *asked, struct arena *mem)
{
	return invitee_is_same(one, asked, mem);
}

bool proposal_has(const struct proposing *p, const struct invitee *invitee)
{
	return proposal_has_any(p, is_same, invitee);
}

static bool is_named(const struct invitee *one, const void *asked, struct arena *mem)
{
	return invitee_is_social_worker(asked, one, mem);
}

bool proposal_has_social_worker(const struct proposing *p)
{
	return proposal_has_any(p, is_named, p->conference);
}

const struct invitee *proposal_earlier(const struct proposing *p, const struct invitee *invitee)
{
	for (size_t i = 0; i < p->earlier.count; i++)
		if (invitee_is_same(&p->earlier.items[i], invitee, p->mem))
			return &p->earlier.items[i];
	return NULL;
}

static void take_text(const char **own, const char *earlier)
{
	if (!**own)
		*own = earlier;
}

/* What was typed for the last conference was true of it: what is on file now comes first. */
static void take_earlier(struct invitee *one, const struct invitee *earlier)
{
	one->method = earlier->method;
	one->direct_contact = earlier->direct_contact;
	one->involved = earlier->involved;
	one->email = earlier->email;
	one->phone = earlier->phone;
	one->address = earlier->address;
	one->understanding = earlier->understanding;
	take_text(&one->language, earlier->language);
	take_text(&one->signing, earlier->signing);
	take_text(&one->access, earlier->access);
	take_text(&one->childcare, earlier->childcare);
	take_text(&one->transport, earlier->transport);
	if (*earlier->email)
		one->shown_email = earlier->email;
	if (*earlier->phone)
		one->shown_phone = earlier->phone;
}

static const char *excluded_words(const struct invitee *earlier, struct arena *mem)
{
	if (earlier->exclusion != EXCLUSION_WHOLE && earlier->exclusion != EXCLUSION_PART)
		return "";
	return arena_printf(mem, "%s last time: %s", exclusion_label(earlier->exclusion),
			    exclusion_reason_label(earlier->exclusion_reason));
}

bool proposal_add(struct proposing *p, const struct invitee *invitee, const char *why, bool wanted, struct fault *f)
{
	struct invitee_proposal *one = ARENA_PUSH(p->mem, p->out);
	const struct invitee *earlier = proposal_earlier(p, invitee);
	char day[DATE_TEXT_ROOM];

	if (!one)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to propose whom to invite.");
	one->invitee = *invitee;
	one->why = why;
	one->wanted = wanted;
	if (earlier) {
		take_earlier(&one->invitee, earlier);
		one->why = words_joined(
			one->why, arena_printf(p->mem, "invited last time, %s", date_medium(p->last.held_on, day)),
			p->mem);
		one->why = words_joined(one->why, excluded_words(earlier, p->mem), p->mem);
	}
	one->who = invitee_who(&one->invitee, p->mem);
	return true;
}
