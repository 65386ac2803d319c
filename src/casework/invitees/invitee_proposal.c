/* Who should be on the list of a conference and is not: the steps in their order. */
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
		propose_family,   propose_social_work,  propose_standing,  propose_earlier,
		propose_advocate, propose_interpreters, propose_with_care, propose_unnamed};
	struct proposing p = {.cw = cw,
			      .conference = conference,
			      .children = children,
			      .on_list = on_list,
			      .with_homes = with_homes,
			      .mem = mem,
			      .out = out};

	*out = (struct invitee_proposal_list){.unnamed = "", .unchosen = ""};
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

	*out = (struct invitee_proposal_list){.unnamed = "", .unchosen = ""};
	if (!look_begin(cw, ACTION_INVITE, f))
		return false;
	if (!propose_for(cw, conference, mem, &c, out, f))
		return look_undo(cw);
	return look_end(cw, f, "invitees.propose", SUBJECT_CONFERENCE, conference, c.family_id, "%s: %zu proposed",
			c.reference, out->count);
}
