/* The notice that brings the record of a core group: to its members, and to the parents who were asked to the
 * conference that named it. Whoever is kept from a home, or was kept from the conference, reads of their children's
 * actions alone. */
#include "domain/plan_list.h"
#include "hidden_homes.h"
#include "letter_facts_inside.h"
#include "notice_core_group.h"
#include "store/core_group_said_store.h"
#include "store/core_group_store.h"
#include "store/plan_store.h"
#include "store/plan_version_store.h"

#include <string.h>

/* What was said of an action at the meeting, the last time. */
struct said_action {
	const struct plan_action *action;
	const struct plan_action_said *said;
};
struct said_action_list {
	struct said_action *items;
	size_t count, room;
};

struct record_notice {
	struct core_group group;
	const char *family;                /* the name it is listed under */
	struct core_group_telling_list of; /* who is in it now */
	struct core_group_member_list members;
	struct core_group_presence_list presences; /* of every meeting */
	struct core_group_meeting_list meetings;
	struct said_action_list said;
};

static const struct record_notice *record_in(const struct notice_case *c)
{
	return c->own;
}

/* --- The meeting --- */

static bool push_said(const struct notice_case *c, struct said_action_list *out, const struct plan_action *action,
		      const struct plan_action_said *said)
{
	struct said_action *one = NULL;

	for (size_t i = 0; i < out->count && !one; i++)
		if (out->items[i].action->id == action->id)
			one = &out->items[i];
	if (!one)
		one = ARENA_PUSH(c->mem, out);
	if (one)
		*one = (struct said_action){action, said};
	return one != NULL;
}

/* Of whichever version of the plan was in force then. */
static bool read_said(const struct notice_case *c, struct record_notice *own, struct fault *f)
{
	struct plan_version_list versions;

	if (!plan_versions_of_family(c->cw->store, own->group.family_id, c->mem, &versions, f))
		return false;
	for (size_t v = 0; v < versions.count; v++) {
		struct plan_action_list actions;
		struct plan_action_said_list said;

		if (!plan_actions_of(c->cw->store, versions.items[v].id, c->mem, &actions, f) ||
		    !plan_action_said_of(c->cw->store, versions.items[v].id, c->mem, &said, f))
			return false;
		for (size_t i = 0; i < actions.count; i++)
			for (size_t k = 0; k < said.count; k++)
				if (said.items[k].action_id == actions.items[i].id &&
				    said.items[k].meeting_id == c->id &&
				    !push_said(c, &own->said, &actions.items[i], &said.items[k]))
					return fault_set(f, FAULT_MEMORY,
							 "There is not enough memory to write these letters.");
	}
	return true;
}

static bool read_meeting(struct notice_case *c, struct record_notice *own, struct core_group_meeting *meeting,
			 struct fault *f)
{
	return core_group_meeting_by_id(c->cw->store, c->id, c->mem, meeting, &own->group, f) &&
	       core_group_tellings(c->cw, own->group.family_id, meeting, c->mem, &own->of, f) &&
	       core_group_members_of(c->cw->store, own->group.id, c->mem, &own->members, f) &&
	       core_group_presences_of_family(c->cw->store, own->group.family_id, c->mem, &own->presences, f) &&
	       core_group_meetings_of_family(c->cw->store, own->group.family_id, c->mem, &own->meetings, f) &&
	       read_said(c, own, f);
}

/* It stands among the letters of the conference that named the group: whose invitees say who was kept away. */
static bool read(struct notice_case *c, struct fault *f)
{
	struct record_notice *own = arena_alloc(c->mem, sizeof *own);
	struct core_group_meeting meeting;
	struct family family;
	char day[DATE_TEXT_ROOM];

	if (!own)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	*own = (struct record_notice){.said = {0}};
	if (!read_meeting(c, own, &meeting, f) ||
	    !family_by_id(c->cw->store, own->group.family_id, c->mem, &family, f) ||
	    (own->group.conference_id &&
	     !conference_by_id(c->cw->store, own->group.conference_id, c->mem, &c->conference, f)))
		return false;
	c->own = own;
	c->family_id = own->group.family_id;
	c->reference = family.reference;
	own->family = family.name;
	c->when = arena_printf(c->mem, "core group %s", date_short(meeting.day, day));
	return true;
}

static bool was_held(const struct notice_case *c, struct fault *f)
{
	const struct core_group_meeting *meeting = &record_in(c)->of.meeting;

	if (meeting->state != CORE_GROUP_MEETING_HELD)
		return fault_set(f, FAULT_REFUSED, "This meeting is %s: only one that was held has a record.",
				 core_group_meeting_state_label(meeting->state));
	return *meeting->notes || record_in(c)->said.count ||
	       fault_set(f, FAULT_REFUSED,
			 "Nothing is written down of this meeting yet: n writes its notes, s says what became of the "
			 "actions.");
}

/* --- Who --- */

static bool is_parent(const struct invitee *one)
{
	return one->person_id && one->capacity == CAPACITY_FAMILY && letter_audience(one) == AUDIENCE_PARENT;
}

/* Also of whoever left the group: they are told no more. */
static bool was_ever_in_it(const struct record_notice *own, int64_t person)
{
	for (size_t i = 0; i < own->members.count; i++)
		if (own->members.items[i].person_id == person)
			return true;
	return false;
}

static bool is_kept_from_a_home(const struct member_list *family, const struct hidden_home_list *homes, int64_t person)
{
	for (size_t i = 0; i < family->count; i++)
		if (family->items[i].person_id == person)
			return hidden_home_is_kept_from(homes, &family->items[i]);
	return true; /* no more of the family */
}

static bool has_child_on_plan(const struct invitee *one, const struct plan_list *plans,
			      const struct parent_of_list *whose)
{
	for (size_t i = 0; i < plans->count; i++)
		if (plan_is_ours(&plans->items[i]) &&
		    parent_of_may_read(whose, one->person_id, one->relationship, plans->items[i].person_id))
			return true;
	return false;
}

static bool parents(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	const struct record_notice *own = record_in(c);
	struct invitee_list asked = {0};
	struct plan_list plans;
	struct parent_of_list whose;
	struct member_list family;
	struct hidden_home_list homes;

	if (!c->conference.id)
		return true;
	if (!invitees_of(c->cw->store, c->conference.id, false, c->mem, &asked, f) ||
	    !plans_of_family(c->cw->store, c->family_id, c->mem, &plans, f) ||
	    !parents_of_family(c->cw->store, c->family_id, c->mem, &whose, f) ||
	    !members_of_family(c->cw->store, c->family_id, c->mem, &family, f) ||
	    !hidden_homes_of(c->cw, &family, c->mem, &homes, f))
		return false;
	for (size_t i = 0; i < asked.count; i++) {
		const struct invitee *one = &asked.items[i];

		if (is_parent(one) && !one->is_withdrawn && one->exclusion == EXCLUSION_NONE &&
		    !was_ever_in_it(own, one->person_id) && !is_kept_from_a_home(&family, &homes, one->person_id) &&
		    has_child_on_plan(one, &plans, &whose) && !notice_reader_person(c, one->person_id, out, f))
			return false;
	}
	return true;
}

static bool readers(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	const struct core_group_telling_list *of = &record_in(c)->of;

	for (size_t i = 0; i < of->count; i++)
		if (!notice_reader_member(c, &record_in(c)->group, &of->items[i].member, out, f))
			return false;
	return parents(c, out, f);
}

/* --- What stands in it --- */

static bool is_same(const struct invitee *one, const struct invitee *reader)
{
	return reader->person_id    ? one->person_id == reader->person_id
	       : reader->contact_id ? one->contact_id == reader->contact_id
				    : false;
}

/* Asked on their own, or kept from the conference: what the others said is not for them. */
static bool is_apart(const struct notice_case *c, const struct facts_work *w)
{
	const struct core_group_telling_line *line = notice_line_of(&record_in(c)->of, w->reader);

	if (line && line->is_apart)
		return true;
	for (size_t i = 0; i < w->invitees.count; i++)
		if (is_same(&w->invitees.items[i], w->reader) && (w->invitees.items[i].exclusion == EXCLUSION_WHOLE ||
								  w->invitees.items[i].exclusion == EXCLUSION_ASKED))
			return true;
	return false;
}

static bool is_apart_member(const struct record_notice *own, int64_t member)
{
	for (size_t i = 0; i < own->of.count; i++)
		if (own->of.items[i].member.id == member)
			return own->of.items[i].is_apart;
	return false;
}

/* A child who is not the reader's. */
static bool is_unknown_child(const struct facts_work *w, int64_t person)
{
	for (size_t i = 0; person && i < w->household.count; i++)
		if (w->household.items[i].id == person)
			return !facts_may_know_of(w, &w->household.items[i]);
	return false;
}

/* Colleagues read of everybody; the family not of who is seen on their own. */
static bool say_presence(struct facts_work *w, const struct record_notice *own,
			 const struct core_group_presence *presence)
{
	const struct core_group_member *member = NULL;
	struct letter_row *row;

	for (size_t i = 0; i < own->members.count; i++)
		if (own->members.items[i].id == presence->member_id)
			member = &own->members.items[i];
	if (!member || is_unknown_child(w, member->person_id) ||
	    (w->audience != AUDIENCE_PROFESSIONAL && is_apart_member(own, member->id)))
		return true;
	row = facts_row(w, LETTER_LIST_CORE_GROUP);
	if (!row)
		return false;
	row->fields[LETTER_FIELD_MEMBER_NAME] = member->shown_name;
	row->fields[LETTER_FIELD_MEMBER_AGENCY] = *member->shown_agency ? member->shown_agency : member->role;
	row->fields[LETTER_FIELD_MEMBER_THERE] = attendance_state_label(presence->state);
	return true;
}

static bool say_presences(struct facts_work *w, const struct notice_case *c)
{
	const struct record_notice *own = record_in(c);

	for (size_t i = 0; i < own->presences.count; i++)
		if (own->presences.items[i].meeting_id == c->id && !say_presence(w, own, &own->presences.items[i]))
			return false;
	return true;
}

/* A child is told of what is done for them, and whoever is apart not who does it. */
static bool say_action(struct facts_work *w, const struct said_action *one, bool is_apart)
{
	bool is_for_child = w->audience == AUDIENCE_CHILD;
	struct letter_row *row;

	if (is_for_child && one->action->person_id != w->reader->person_id)
		return true;
	if (!facts_action(w, one->action, &row))
		return false;
	if (!row)
		return true;
	if (is_apart && !one->action->who_contact_id)
		row->fields[LETTER_FIELD_ACTION_WHO] = "";
	row->fields[LETTER_FIELD_ACTION_STATE] = plan_action_state_label(one->said->state);
	if (is_for_child || is_apart)
		return true;
	row->fields[LETTER_FIELD_ACTION_EVIDENCE] = facts_words(w, one->said->evidence);
	row->fields[LETTER_FIELD_ACTION_DIFFERENCE] = facts_words(w, one->said->difference);
	return true;
}

static const char *ran_words(const struct core_group_meeting *m)
{
	if (m->is_inquorate)
		return m->is_without_social_worker ? "not quorate, without the social worker" : "not quorate";
	return m->is_without_social_worker ? "without the social worker" : "";
}

static void say_next(struct facts_work *w, const struct record_notice *own)
{
	for (size_t i = 0; i < own->meetings.count; i++) /* by day */
		if (own->meetings.items[i].state == CORE_GROUP_MEETING_BOOKED &&
		    own->meetings.items[i].day > own->of.meeting.day) {
			facts_say_day(w, LETTER_FIELD_CORE_GROUP_NEXT, own->meetings.items[i].day);
			return;
		}
}

static bool say(const struct notice_case *c, struct facts_work *w)
{
	const struct record_notice *own = record_in(c);
	const struct core_group_meeting *meeting = &own->of.meeting;
	bool apart = is_apart(c, w);

	facts_say_day(w, LETTER_FIELD_CORE_GROUP_DAY, meeting->day);
	facts_say_yes(w, LETTER_FIELD_CORE_GROUP_APART, apart);
	for (size_t i = 0; i < own->said.count; i++)
		if (!say_action(w, &own->said.items[i], apart))
			return false;
	if (apart)
		return true;
	say_next(w, own);
	if (w->audience == AUDIENCE_CHILD)
		return true;
	notice_say_family(c, w, own->family);
	facts_say(w, LETTER_FIELD_CORE_GROUP_LEAD, own->group.lead);
	facts_say(w, LETTER_FIELD_CORE_GROUP_RAN, ran_words(meeting));
	facts_say(w, LETTER_FIELD_CORE_GROUP_ONLY_OF, facts_only_of(w));
	if (w->knows_all_children)
		facts_say(w, LETTER_FIELD_CORE_GROUP_NOTES, facts_words(w, meeting->notes));
	return say_presences(w, c);
}

static bool find(struct casework *cw, const char *reference, int64_t *id, struct fault *f)
{
	return notice_of_meeting_find(cw, reference, CORE_GROUP_MEETING_HELD, id, f);
}

const struct notice_kind notice_core_group_record = {
	.find = find, .read = read, .ready = was_held, .readers = readers, .say = say};
