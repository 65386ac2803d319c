/* Who should be on the list of a conference and is not: what the steps share, and the steps in their order. */
#include "invitee_proposal.h"

#include "base/text.h"
#include "invitee_check.h"
#include "invitee_words.h"
#include "own_conference.h"
#include "store/conference_store.h"
#include "store/directory_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to propose whom to invite.");
}

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

static const struct invitee *as_earlier(const struct proposing *p, const struct invitee *invitee)
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
	const struct invitee *earlier = as_earlier(p, invitee);
	char day[DATE_TEXT_ROOM];

	if (!one)
		return too_much(f);
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

/* Contacts come by agency: one agency is folded once. */
static bool fold_agencies(struct proposing *p, struct fault *f)
{
	const struct contact *all = p->contacts.items;
	size_t bytes = (p->contacts.count + 1) * sizeof *p->groups;

	p->groups = arena_alloc(p->mem, bytes);
	p->agencies = arena_alloc(p->mem, bytes);
	if (!p->groups || !p->agencies)
		return too_much(f);
	for (size_t i = 0; i < p->contacts.count; i++) {
		bool again = i > 0 && all[i].agency_id == all[i - 1].agency_id;

		p->groups[i] = again ? p->groups[i - 1] : text_fold(p->mem, all[i].quorum_group);
		p->agencies[i] = again ? p->agencies[i - 1] : text_fold(p->mem, all[i].agency);
	}
	return true;
}

static bool read_all(struct proposing *p, struct fault *f)
{
	struct store *s = p->cw->store;

	return members_of_family(s, p->conference->family_id, p->mem, &p->members, f) &&
	       contacts_all(s, "", p->mem, &p->contacts, f) &&
	       conference_last_held(s, p->conference->family_id, casework_today(p->cw), p->mem, &p->last, f) &&
	       (!p->last.id || invitees_of(s, p->last.id, false, p->mem, &p->earlier, f)) && fold_agencies(p, f);
}

bool invitees_propose(struct casework *cw, const struct conference *conference, const struct person_list *children,
		      const struct invitee_list *on_list, bool with_homes, struct arena *mem,
		      struct invitee_proposal_list *out, struct fault *f)
{
	static bool (*const steps[])(struct proposing *, struct fault *) = {
		propose_family,   propose_social_work,  propose_standing, propose_earlier,
		propose_advocate, propose_interpreters, propose_with_care};
	struct proposing p = {.cw = cw,
			      .conference = conference,
			      .children = children,
			      .on_list = on_list,
			      .with_homes = with_homes,
			      .mem = mem,
			      .out = out};

	*out = (struct invitee_proposal_list){0};
	if (!conference_state_is_to_be_held(conference->state))
		return true;
	if (!read_all(&p, f))
		return false;
	if (p.last.id == conference->id)
		p.last.id = 0, p.earlier.count = 0;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (!steps[i](&p, f))
			return false;
	return !arena_exhausted(mem) || too_much(f);
}

static bool propose_for(struct casework *cw, int64_t id, struct arena *mem, struct conference *conference,
			struct invitee_proposal_list *out, struct fault *f)
{
	struct person_list children;
	struct invitee_list all;

	return conference_reach_for(cw, ACTION_INVITE, id, mem, conference, f) &&
	       conference_children(cw->store, id, mem, &children, f) &&
	       invitees_of(cw->store, id, false, mem, &all, f) &&
	       invitees_propose(cw, conference, &children, &all, true, mem, out, f);
}

bool casework_invitees_propose(struct casework *cw, int64_t conference, struct arena *mem,
			       struct invitee_proposal_list *out, struct fault *f)
{
	struct conference c;

	*out = (struct invitee_proposal_list){0};
	if (!look_begin(cw, ACTION_INVITE, f))
		return false;
	if (!propose_for(cw, conference, mem, &c, out, f))
		return look_undo(cw);
	return look_end(cw, f, "invitees.propose", SUBJECT_CONFERENCE, conference, c.family_id, "%s: %zu proposed",
			c.reference, out->count);
}
