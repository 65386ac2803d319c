/* What a record is drafted from, read at one moment. */
#include "record_writing.h"

#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/live_store.h"
#include "store/matrix_store.h"
#include "store/parent_store.h"
#include "store/report_store.h"

/* The plan as it was before this conference: at a review its progress stands beside the new one. */
static bool read_plans(struct casework *cw, struct arena *mem, struct record_facts *out, struct fault *f)
{
	const struct conference *c = &out->conference;
	struct plan_version_list all;

	if (!plan_version_of_conference(cw->store, c->id, mem, &out->plan, f) ||
	    (out->plan.id && (!plan_actions_of(cw->store, out->plan.id, mem, &out->actions, f) ||
			      !plan_network_of(cw->store, out->plan.id, mem, &out->network, f))) ||
	    !plan_versions_of_family(cw->store, c->family_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count && !out->earlier.id; i++)
		if (all.items[i].conference_id != c->id && all.items[i].issued_on != DAY_NONE &&
		    all.items[i].issued_on < c->held_on)
			out->earlier = all.items[i];
	return !out->earlier.id || plan_actions_of(cw->store, out->earlier.id, mem, &out->earlier_actions, f);
}

static bool read_core_group(struct casework *cw, struct arena *mem, struct record_facts *out, struct fault *f)
{
	if (!core_group_of_conference(cw->store, out->conference.id, mem, &out->group, f))
		return false;
	return !out->group.id || (core_group_members_of(cw->store, out->group.id, mem, &out->core_members, f) &&
				  core_group_meetings_of(cw->store, out->group.id, mem, &out->meetings, f));
}

static bool read_reports(struct casework *cw, struct arena *mem, struct record_facts *out, struct fault *f)
{
	int64_t id = out->conference.id;

	out->known.calendar = casework_calendar(cw);
	out->known.today = casework_today(cw);
	out->known.copies_asked = casework_policy(cw)->report_copies;
	return reports_of(cw->store, id, mem, &out->reports, f) &&
	       readings_of(cw->store, id, mem, &out->known.readings, f) &&
	       chase_days_of(cw->store, id, mem, &out->known.chases, f);
}

/* Some adult of the family may not read of some child, as it is now. */
static bool divide(struct casework *cw, struct arena *mem, struct record_facts *out, struct fault *f)
{
	struct parent_of_list said;

	if (!parents_of_family(cw->store, out->conference.family_id, mem, &said, f))
		return false;
	for (size_t i = 0; i < out->members.count; i++) {
		const struct member *one = &out->members.items[i];

		for (size_t k = 0; one->relationship != RELATIONSHIP_CHILD && k < out->children.all.count; k++)
			if (!parent_of_may_read(&said, one->person_id, one->relationship,
						out->children.all.items[k].id))
				out->is_divided = true;
	}
	return true;
}

static bool read_people(struct casework *cw, struct arena *mem, struct record_facts *out, struct fault *f)
{
	const struct conference *c = &out->conference;

	return family_by_id(cw->store, c->family_id, mem, &out->family, f) &&
	       members_of_family(cw->store, c->family_id, mem, &out->members, f) &&
	       invitees_of(cw->store, c->id, false, mem, &out->invitees, f) &&
	       live_children_read(cw, c, mem, &out->children, f) && divide(cw, mem, out, f) &&
	       sittings_of(cw->store, c->id, mem, &out->sittings, f) &&
	       kept_homes_of_family(cw, c->family_id, mem, &out->kept_homes, f);
}

bool record_facts_read(struct casework *cw, const struct conference *conference, struct arena *mem,
		       struct record_facts *out, struct fault *f)
{
	*out = (struct record_facts){.conference = *conference, .earlier = plan_version_blank()};
	if (!read_people(cw, mem, out, f) || !live_of(cw->store, conference->id, mem, &out->live, f) ||
	    !read_reports(cw, mem, out, f) || !read_plans(cw, mem, out, f) || !read_core_group(cw, mem, out, f) ||
	    (out->live.state.review_id &&
	     !conference_by_id(cw->store, out->live.state.review_id, mem, &out->review, f)))
		return false;
	out->format = settings_format_find(
		casework_settings(cw),
		out->live.state.version ? out->live.state.format : note_format_token(casework_policy(cw)->note_format));
	return !arena_exhausted(mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to write this record: nothing was saved.");
}
