/* The brief: what a chair reads in two minutes before the family comes. Reads everything, then lets each part speak. */
#include "brief_lines.h"
#include "complaint_keeping.h"

#include "base/text.h"
#include "conference_reach.h"
#include "invitee_words.h"
#include "store/family_store.h"
#include "store/matrix_store.h"
#include "store/plan_store.h"

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show the brief.");
}

/* The last one that was held before this one. */
static bool read_last(struct casework *cw, struct brief_work *w, struct fault *f)
{
	const struct conference *c = w->conference;
	day_number before = c->held_on == DAY_NONE ? casework_today(cw) : c->held_on - 1;

	w->stands = "";
	return conference_last_held(cw->store, c->family_id, before, w->mem, &w->last, f) &&
	       (!w->last.id || complaint_stands(cw, w->last.id, w->mem, &w->stands, f));
}

static bool read_all(struct casework *cw, struct brief_work *w, struct fault *f)
{
	const struct conference *c = w->conference;

	w->known.calendar = casework_calendar(cw);
	w->known.today = casework_today(cw);
	w->known.copies_asked = casework_policy(cw)->report_copies;
	return family_by_id(cw->store, c->family_id, w->mem, &w->family, f) &&
	       outlook_read(cw, c, w->mem, &w->outlook, f) &&
	       members_of_family(cw->store, c->family_id, w->mem, &w->members, f) && brief_homes_read(cw, w, f) &&
	       visits_read(cw, c->family_id, w->mem, &w->visits, f) &&
	       booking_facts_read(cw, c, w->mem, &w->facts, f) &&
	       plans_of_family(cw->store, c->family_id, w->mem, &w->plans, f) && read_last(cw, w, f) &&
	       review_notes_of(cw, c->family_id, c->id, w->mem, &w->review_notes, f) &&
	       sittings_of(cw->store, c->id, w->mem, &w->sittings, f) &&
	       readings_of(cw->store, c->id, w->mem, &w->known.readings, f) &&
	       chase_days_of(cw->store, c->id, w->mem, &w->known.chases, f);
}

static bool make(struct casework *cw, int64_t id, struct arena *mem, struct brief *out, struct fault *f)
{
	static const struct {
		const char *heading;
		void (*say)(struct brief_work *w);
	} parts[] = {
		{"When", brief_when},       {"Children", brief_children},    {"Adults", brief_adults},
		{"Risks", brief_risks},     {"Why now", brief_why_now},      {"So far", brief_plan_so_far},
		{"Reports", brief_reports}, {"Who is coming", brief_coming}, {"Quorum", brief_quorum},
		{"Needs", brief_needs},
	};
	struct brief_work w = {.cw = cw, .mem = mem, .out = out, .conference = &out->conference};

	if (!conference_reach(cw, id, mem, &out->conference, f) || !read_all(cw, &w, f))
		return false;
	out->family_words = family_words(w.family.name, w.family.reference, w.outlook.children.count, mem);
	out->when = conference_when(&out->conference, mem);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		w.heading = parts[i].heading;
		parts[i].say(&w);
	}
	return !arena_exhausted(mem) || too_much(f);
}

bool casework_brief(struct casework *cw, int64_t conference, struct arena *mem, struct brief *out, struct fault *f)
{
	*out = (struct brief){.family_words = "", .when = ""};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!make(cw, conference, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "brief.look", SUBJECT_CONFERENCE, conference, out->conference.family_id, "%s",
			out->conference.reference);
}
