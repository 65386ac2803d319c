/* What the list of children on plans holds of one child, and what of it may be said to whoever asks. */
#include "plan_list_reading.h"

#include "people_keeping.h"
#include "store/conference_store.h"
#include "store/core_group_store.h"
#include "store/deadline_store.h"
#include "store/directory_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"

#include <ctype.h>
#include <string.h>

struct reader {
	struct casework *cw;
	struct arena *mem;
	struct plan_list_entry *entry;
	int64_t conference; /* the last that was held by the day, 0 none */
	struct fault *f;
};

/* --- The family --- */

static bool push_person(struct reader *r, struct plan_list_person_list *list, struct plan_list_person person)
{
	struct plan_list_person *item = ARENA_PUSH(r->mem, list);

	if (!item)
		return fault_set(r->f, FAULT_MEMORY, "There is not enough memory to read the entry.");
	*item = person;
	return true;
}

static bool add_adult(struct reader *r, const struct member *member)
{
	const char *birth = plan_list_birth_words(&member->person, r->mem), *aliases;
	bool has_responsibility = member->parental_responsibility == ANSWER_YES;
	char name[NAME_ROOM];

	if (!people_aliases(r->cw, member->person_id, r->mem, &aliases, r->f))
		return false;
	return push_person(
		r, &r->entry->family,
		(struct plan_list_person){
			.name = arena_text(r->mem, person_full_name(&member->person, name)),
			.who = arena_printf(r->mem, "%s%s%s%s%s%s", relationship_label(member->relationship),
					    has_responsibility ? ", parental responsibility" : "", *birth ? ", " : "",
					    birth, *aliases ? ", also called " : "", aliases),
			.phone = member->person.phone});
}

static bool add_sibling(struct reader *r, int64_t person)
{
	struct plan_list_line line, *item;
	bool is_listed;

	if (!plan_list_line_read(r->cw, person, r->entry->line.family_id, r->entry->as_at, r->mem, &line, &is_listed,
				 r->f))
		return false;
	if (!is_listed)
		return true;
	item = ARENA_PUSH(r->mem, &r->entry->others);
	if (!item)
		return fault_set(r->f, FAULT_MEMORY, "There is not enough memory to read the entry.");
	*item = line;
	return true;
}

static bool read_family(struct reader *r)
{
	struct member_list members;
	bool ok = members_of_family(r->cw->store, r->entry->line.family_id, r->mem, &members, r->f);

	for (size_t i = 0; ok && i < members.count; i++) {
		const struct member *member = &members.items[i];

		if (member->relationship != RELATIONSHIP_CHILD)
			ok = add_adult(r, member);
		else if (member->person_id != r->entry->child.id)
			ok = add_sibling(r, member->person_id);
	}
	return ok;
}

/* --- Who works with the child --- */

static const char *role_at_agency(struct arena *mem, const char *role, const char *agency)
{
	return arena_printf(mem, "%s%s%s", role, *role && *agency ? ", " : "", agency);
}

static bool phone_of(struct reader *r, int64_t contact, const char **out)
{
	struct contact found;
	struct fault why = {0};
	bool is_there;

	*out = "";
	if (!contact)
		return true;
	if (!people_found(contact_by_id(r->cw->store, contact, r->mem, &found, &why), &why, &is_there, r->f))
		return false;
	if (is_there)
		*out = found.phone;
	return true;
}

/* The core group as it was on the day, its professionals: the family stands above. */
static bool read_core_group(struct reader *r)
{
	struct core_group_list groups = {0};
	struct core_group_member_list members = {0};
	bool ok = core_groups_of_family(r->cw->store, r->entry->line.family_id, r->mem, &groups, r->f);

	if (!ok || !groups.count)
		return ok;
	ok = core_group_members_of(r->cw->store, groups.items[0].id, r->mem, &members, r->f);
	for (size_t i = 0; ok && i < members.count; i++) {
		const struct core_group_member *member = &members.items[i];
		const char *phone;

		if (member->person_id || member->since > r->entry->as_at ||
		    (member->until != DAY_NONE && member->until <= r->entry->as_at))
			continue;
		ok = phone_of(r, member->contact_id, &phone) &&
		     push_person(r, &r->entry->workers,
				 (struct plan_list_person){
					 .name = member->shown_name,
					 .who = role_at_agency(r->mem, member->role, member->shown_agency),
					 .phone = phone});
	}
	return ok;
}

static bool read_invited(struct reader *r)
{
	struct invitee_list invited = {0};
	bool ok = !r->conference || invitees_of(r->cw->store, r->conference, false, r->mem, &invited, r->f);

	for (size_t i = 0; ok && i < invited.count; i++) {
		const struct invitee *one = &invited.items[i];

		if (one->capacity == CAPACITY_PROFESSIONAL && one->involved != ANSWER_NO)
			ok = push_person(r, &r->entry->workers,
					 (struct plan_list_person){
						 .name = one->shown_name,
						 .who = role_at_agency(r->mem, one->shown_role, one->shown_agency),
						 .phone = one->shown_phone});
	}
	return ok;
}

/* --- Conferences and reviews --- */

static bool take_conference(struct reader *r, const struct conference *conference)
{
	struct plan_list_entry *entry = r->entry;

	if (conference_state_is_to_be_held(conference->state)) {
		if (conference->type == CONFERENCE_REVIEW && conference->held_on >= entry->as_at &&
		    entry->as_at >= r->cw->today)
			entry->review_on = conference->held_on;
	} else if (conference_state_is_held(conference->state) && conference->held_on != DAY_NONE &&
		   conference->held_on <= entry->as_at && !r->conference) {
		r->conference = conference->id;
	}
	/* The newest that names one: a review that is asked for already knows a new social worker. */
	if (!*entry->social_worker && *conference->social_worker &&
	    (conference->held_on == DAY_NONE || conference->held_on <= entry->as_at || entry->as_at >= r->cw->today)) {
		entry->social_worker = conference->social_worker;
		if (!phone_of(r, conference->social_worker_id, &entry->social_worker_phone))
			return false;
	}
	if (!*entry->chair && r->conference == conference->id)
		entry->chair = conference->chair;
	return true;
}

static bool read_conferences(struct reader *r)
{
	struct conference_list all;
	bool ok = conferences_of_person(r->cw->store, r->entry->child.id, r->mem, &all, r->f);

	for (size_t i = 0; ok && i < all.count; i++)
		if (all.items[i].state != STATE_CANCELLED)
			ok = take_conference(r, &all.items[i]);
	return ok;
}

/* By when the next review must be held, where none is booked. */
static bool read_review_due(struct reader *r)
{
	struct deadline_row_list rows;

	if (r->entry->line.standing != LIST_ON_PLAN || r->entry->as_at < r->cw->today)
		return true;
	if (!deadlines_of_subject(r->cw->store, SUBJECT_PLAN, r->entry->line.plan_id, r->mem, &rows, r->f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		enum rule_key rule = rows.items[i].rule;

		if (rows.items[i].state == STANDING_OPEN &&
		    (rule == RULE_REVIEW_FIRST || rule == RULE_REVIEW_NEXT || rule == RULE_REVIEW_AFTER_BIRTH) &&
		    (r->entry->review_due == DAY_NONE || rows.items[i].due_on < r->entry->review_due))
			r->entry->review_due = rows.items[i].due_on;
	}
	return true;
}

/* --- Plans before --- */

static bool read_earlier(struct reader *r)
{
	struct plan_list plans;
	day_number last = DAY_NONE;
	size_t count = 0;
	char day[DATE_TEXT_ROOM];

	if (!plans_of_person(r->cw->store, r->entry->child.id, r->mem, &plans, r->f))
		return false;
	for (size_t i = 0; i < plans.count; i++) {
		const struct plan *plan = &plans.items[i];

		if (plan->started_on >= r->entry->line.plan.started_on || plan->ended_on == DAY_NONE)
			continue;
		count++;
		if (last == DAY_NONE || plan->ended_on > last)
			last = plan->ended_on;
	}
	if (count)
		r->entry->earlier = arena_printf(r->mem, "%zu earlier plan%s, the last ended %s", count,
						 count == 1 ? "" : "s", date_plain(last, day));
	return true;
}

/* --- What may be said --- */

static const char *in_a_sentence(const char *label, struct arena *mem)
{
	return arena_printf(mem, "%c%s", tolower((unsigned char)*label), label + 1);
}

static const char *standing_sentence(const struct reader *r)
{
	const struct plan_list_entry *entry = r->entry;
	const struct plan *plan = &entry->line.plan;
	char day[DATE_TEXT_ROOM], from[DATE_TEXT_ROOM], to[DATE_TEXT_ROOM];
	const char *then = entry->as_at < r->cw->today ? arena_printf(r->mem, " on %s", date_plain(entry->as_at, day))
						       : "";

	date_plain(plan->started_on, from);
	date_plain(plan->ended_on, to);
	if (entry->line.standing == LIST_ON_PLAN)
		return arena_printf(r->mem, "%s on a child protection plan%s, since %s: %s%s.", *then ? "was" : "is",
				    then, from, in_a_sentence(category_label(plan->category_latest), r->mem),
				    plan->is_other_authority ? "; the plan is another authority's" : "");
	return arena_printf(r->mem, "%s not on a child protection plan%s; one %s %s.", *then ? "was" : "is", then,
			    entry->line.standing == LIST_ENDED ? "ended on" : "began on",
			    entry->line.standing == LIST_ENDED ? to : from);
}

/* Whether, since when and why; whom to ring. Never where the child lives, nor who belongs to the family. */
static const char *may_say(const struct reader *r)
{
	const struct plan_list_entry *entry = r->entry;
	const char *birth = plan_list_birth_words(&entry->child, r->mem), *words;
	char name[NAME_ROOM];

	words = arena_printf(r->mem, "%s%s%s%s %s", person_full_name(&entry->child, name), *birth ? ", " : "", birth,
			     *birth ? "," : "", standing_sentence(r));
	if (*entry->social_worker)
		words = arena_printf(r->mem, "%s Social worker: %s%s%s.", words, entry->social_worker,
				     *entry->social_worker_phone ? ", " : "", entry->social_worker_phone);
	return words;
}

/* --- The whole --- */

static bool read_child(struct reader *r, int64_t person)
{
	struct plan_list_entry *entry = r->entry;
	struct plan_list_home home;
	struct plan_list plans;
	char age[NAME_ROOM];
	bool is_listed;

	if (!people_may_see_person(r->cw, person, r->f) || !plans_of_person(r->cw->store, person, r->mem, &plans, r->f))
		return false;
	if (!plans.count)
		return fault_set(r->f, FAULT_NOT_FOUND, "This child is not on the list, and never was.");
	if (!people_may_see_family(r->cw, plans.items[0].family_id, r->f) ||
	    !person_by_id(r->cw->store, person, r->mem, &entry->child, r->f) ||
	    !people_aliases(r->cw, person, r->mem, &entry->also_called, r->f) ||
	    !plan_list_line_read(r->cw, person, plans.items[0].family_id, entry->as_at, r->mem, &entry->line,
				 &is_listed, r->f) ||
	    !plan_list_home_read(r->cw, person, entry->line.family_id, entry->as_at, r->mem, &home, r->f))
		return false;
	entry->age = arena_text(r->mem, person_age_text(&entry->child, entry->as_at, age));
	entry->kept_from = home.kept_from;
	entry->address = *home.kept_from ? "" : home.lines;
	return true;
}

bool plan_list_entry_read(struct casework *cw, int64_t person, day_number as_at, struct arena *mem,
			  struct plan_list_entry *out, struct fault *f)
{
	struct reader r = {cw, mem, out, 0, f};

	*out = (struct plan_list_entry){.as_at = as_at == DAY_NONE ? cw->today : as_at,
					.social_worker = "",
					.social_worker_phone = "",
					.chair = "",
					.earlier = "",
					.review_on = DAY_NONE,
					.review_due = DAY_NONE};
	if (!read_child(&r, person) || !read_family(&r) || !read_conferences(&r) || !read_review_due(&r) ||
	    !read_earlier(&r) || !read_core_group(&r) || (!out->workers.count && !read_invited(&r)))
		return false;
	out->may_say = may_say(&r);
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to read the entry.");
}

bool casework_plan_list_entry(struct casework *cw, int64_t person, day_number as_at, struct arena *mem,
			      struct plan_list_entry *out, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (!look_begin(cw, ACTION_LOOK_UP_PLANS, f))
		return false;
	if (!plan_list_entry_read(cw, person, as_at, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "list.entry", SUBJECT_PERSON, person, out->line.family_id, "as at %s: %s",
			date_plain(out->as_at, day), list_standing_label(out->line.standing));
}
