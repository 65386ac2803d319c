/* The list of everybody who is asked to one conference. */
#include "casework/invitees.h"

#include "booking_facts.h"
#include "conference_reach.h"
#include "invitee_proposal.h"
#include "invitee_reading.h"
#include "invitee_words.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show the list of invitees.");
}

static const char *age_of(const struct person_list *children, int64_t person, day_number today, struct arena *mem)
{
	char words[NAME_ROOM];

	for (size_t i = 0; i < children->count; i++)
		if (children->items[i].id == person)
			return arena_text(mem, person_age_text(&children->items[i], today, words));
	return "";
}

static bool is_encouraged(const struct person_list *children, int64_t person, day_number today, int from_age)
{
	for (size_t i = 0; i < children->count; i++)
		if (children->items[i].id == person)
			return !person_is_unborn(&children->items[i]) &&
			       date_age(children->items[i].born_on, today) >= from_age;
	return false;
}

static bool add_line(struct casework *cw, const struct invitee_context *context, const struct invitee *invitee,
		     const struct person_list *children, struct arena *mem, struct invitees_page *out, struct fault *f)
{
	struct invitee_line *line = ARENA_PUSH(mem, &out->lines);
	const char *postal;

	if (!line)
		return too_much(f);
	line->invitee = *invitee;
	line->age = "";
	if (!invitee_postal(cw, invitee, mem, &postal, f))
		return false;
	if (invitee->capacity == CAPACITY_CHILD) {
		line->age = age_of(children, invitee->person_id, casework_today(cw), mem);
		line->encouraged = is_encouraged(children, invitee->person_id, casework_today(cw),
						 casework_policy(cw)->child_encourage_age);
	}
	invitee_line_words(context, postal, mem, line);
	out->invited += invitee->invited_on != DAY_NONE;
	out->coming += invitee->reply == REPLY_COMING || invitee->reply == REPLY_DEPUTY;
	out->declined += invitee->reply == REPLY_DECLINED;
	out->unanswered += invitee->invited_on != DAY_NONE && invitee->reply == REPLY_NONE;
	return true;
}

static bool read_sittings(struct casework *cw, int64_t conference, struct arena *mem, struct sitting_time_list *out,
			  struct fault *f)
{
	struct sitting_list rows;

	if (!sittings_of(cw->store, conference, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct sitting_time *one = ARENA_PUSH(mem, out);

		if (!one)
			return too_much(f);
		*one = (struct sitting_time){rows.items[i].position, rows.items[i].starts, rows.items[i].minutes,
					     rows.items[i].who};
	}
	return true;
}

static bool read_page(struct casework *cw, int64_t id, struct arena *mem, struct invitees_page *out, struct fault *f)
{
	struct invitee_context context = {.conference = &out->conference};
	struct invitee_proposal_list proposals;
	struct person_list children;
	struct invitee_list all;
	struct family family;

	if (!conference_reach(cw, id, mem, &out->conference, f) ||
	    !family_by_id(cw->store, out->conference.family_id, mem, &family, f) ||
	    !conference_children(cw->store, id, mem, &children, f) ||
	    !invitees_of(cw->store, id, false, mem, &all, f) || !read_sittings(cw, id, mem, &out->sittings, f) ||
	    !invitees_propose(cw, &out->conference, &children, &all, false, mem, &proposals, f))
		return false;
	out->family_words = family_words(family.name, family.reference, children.count, mem);
	out->when = conference_when(&out->conference, mem);
	context.all = &all;
	context.ask_exclusion_by = exclusion_ask_by(cw, &out->conference);
	for (size_t i = 0; i < all.count; i++)
		if (!add_line(cw, &context, &all.items[i], &children, mem, out, f))
			return false;
	for (size_t i = 0; i < proposals.count; i++)
		out->proposed += proposals.items[i].wanted;
	out->unnamed = proposals.unnamed;
	out->summary = invitees_summary(out, mem);
	return !arena_exhausted(mem) || too_much(f);
}

bool casework_invitees(struct casework *cw, int64_t conference, struct arena *mem, struct invitees_page *out,
		       struct fault *f)
{
	*out = (struct invitees_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, conference, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "invitees.look", SUBJECT_CONFERENCE, conference, out->conference.family_id,
			"%s: %zu invitees", out->conference.reference, out->lines.count);
}
