/* The beginning of a record: the conference, its children, and who was invited, came or sent apologies. */
#include "record_writing.h"

#include "invitee_words.h"

#include <string.h>

/* --- The conference --- */

/* Where not everybody may read of every child, that a baby is expected stands where it is said of the baby. */
static bool is_kept_type(const struct record_writing *w)
{
	return w->facts->is_divided && w->facts->conference.type == CONFERENCE_PRE_BIRTH;
}

static const char *type_words(const struct record_writing *w)
{
	return is_kept_type(w) ? "Child protection conference" : conference_type_label(w->facts->conference.type);
}

static void say_slot(struct record_writing *w)
{
	const struct conference *c = &w->facts->conference;
	const char *place = *c->room ? c->room : c->place;
	char from[8], to[8];

	record_line(w, "%s, %s%s%s%s%s%s%s.", type_words(w), record_day(w, c->held_on), c->starts < 0 ? "" : ", ",
		    date_clock(c->starts, from), c->starts >= 0 && c->minutes > 0 ? " to " : "",
		    c->starts >= 0 && c->minutes > 0 ? date_clock(c->starts + c->minutes, to) : "", *place ? ", " : "",
		    place);
	record_lead(w, "Chair", c->chair);
	record_lead(w, "Minutes taken by", c->minute_taker);
	record_lead(w, "Social worker", c->social_worker);
}

/* Of the children, and what was typed of all of them. */
static void say_children(struct record_writing *w)
{
	const struct live_children *children = &w->facts->children;
	const char *names = "";
	char age[NAME_ROOM];

	for (size_t i = 0; i < children->of_conference; i++) {
		const struct person *one = &children->all.items[i];
		const char *years = person_age_text(one, w->facts->conference.held_on, age);

		if (!record_speaks_of(w, one->id))
			continue;
		names = arena_printf(w->mem, "%s%s%s%s%s", names, *names ? "; " : "", record_full_name(w, one),
				     *years ? ", " : "", years);
	}
	if (record_speaks_of(w, 0))
		record_lead(w, "It ended early", w->facts->live.state.ended_early_why);
	record_lead(w, "About", names);
}

static void say_about(struct record_writing *w)
{
	if (w->of == RECORD_OF_ANY)
		say_slot(w);
	say_children(w);
}

static const char *purpose_of(enum conference_type type)
{
	switch (type) {
	case CONFERENCE_REVIEW:
		return "A review conference looks at what has changed since the last one, whether the child protection "
		       "plan is keeping each child safe, and whether each child still needs one.";
	case CONFERENCE_PRE_BIRTH:
		return "A pre-birth conference decides, before a baby is born, whether the baby will need a child "
		       "protection plan from birth.";
	case CONFERENCE_TRANSFER_IN:
		return "A transfer-in conference is held when a child with a child protection plan has moved here: it "
		       "decides whether the child needs one here too.";
	case CONFERENCE_RECONVENED:
		return "A reconvened conference goes on with one that could not be finished on its day.";
	case CONFERENCE_SECOND:
		return "A second conference, with another chair, looks again at what was decided after a complaint.";
	default:
		return "An initial conference brings the family and everybody who works with them together. It decides "
		       "whether each child is likely to suffer significant harm and needs a child protection plan.";
	}
}

static void say_plan_before(struct record_writing *w)
{
	const struct plan_version *earlier = &w->facts->earlier;

	if (earlier->id)
		record_line(w, "The plan before this conference was given out on %s.",
			    record_day(w, earlier->issued_on));
}

void record_about(struct record_writing *w)
{
	if (w->facts->is_divided) {
		record_begin(w, "about.slot", "The conference", false);
		record_of_no_child(w);
		say_slot(w);
		record_end(w);
	}
	record_of_each(w, "about", w->facts->is_divided ? "Whom it was about" : "The conference", say_about);
	record_begin(w, "purpose", "Why it was held", false);
	if (!is_kept_type(w))
		record_of_no_child(w);
	record_line(w, "%s", purpose_of(w->facts->conference.type));
	say_plan_before(w);
	record_end(w);
}

/* --- Who was there --- */

/* Whoever is kept apart is named without the times they came and went. */
static const char *times_of(const struct record_writing *w, const struct invitee *one, const struct attendance *how)
{
	char came[8], left[8];

	if (one->sitting || one->exclusion == EXCLUSION_PART)
		return "";
	if (how->came_at >= 0 && how->left_at >= 0)
		return arena_printf(w->mem, " (%s to %s)", date_clock(how->came_at, came),
				    date_clock(how->left_at, left));
	if (how->came_at >= 0)
		return arena_printf(w->mem, " (from %s)", date_clock(how->came_at, came));
	return how->left_at >= 0 ? arena_printf(w->mem, " (until %s)", date_clock(how->left_at, left)) : "";
}

static enum attendance_state state_of(const struct record_writing *w, const struct invitee *one)
{
	const struct attendance *how = record_attendance(w->facts, one->id);

	if (one->exclusion == EXCLUSION_WHOLE && (!how || !attendance_is_present(how->state)))
		return ATTENDANCE_ABSENT; /* why stands in the restricted part */
	return !how || how->state == ATTENDANCE_EXCLUDED ? (how ? ATTENDANCE_ABSENT : ATTENDANCE_NONE) : how->state;
}

static void say_group(struct record_writing *w, enum attendance_state state, const char *heading)
{
	bool is_first = true;

	for (size_t i = 0; i < w->facts->invitees.count; i++) {
		const struct invitee *one = &w->facts->invitees.items[i];
		const struct attendance *how = record_attendance(w->facts, one->id);
		const char *deputy = how && state == ATTENDANCE_DEPUTY && *how->deputy ? how->deputy : "";

		bool is_child = one->capacity == CAPACITY_CHILD;

		if (state_of(w, one) != state || record_is_told_apart(w->facts, one) ||
		    !record_speaks_of(w, is_child ? one->person_id : 0))
			continue;
		if (is_first) {
			record_gap(w);
			record_line(w, "%s:", heading);
		}
		is_first = false;
		record_line(w, "- %s%s%s%s", invitee_who(one, w->mem), *deputy ? ", sent " : "", deputy,
			    how && attendance_is_present(state) ? times_of(w, one, how) : "");
	}
}

static void say_quorum(struct record_writing *w)
{
	const struct live_state *state = &w->facts->live.state;

	if (state->quorum != QUORUM_ANSWER_PROCEEDED)
		return;
	record_gap(w);
	record_line(w, "Fewer people were there than a conference needs. The chair held it all the same: %s. %s",
		    quorum_exception_label(state->quorum_exception), state->quorum_reason);
}

static void say_who_came(struct record_writing *w)
{
	static const struct {
		enum attendance_state state;
		const char *heading;
	} groups[] = {{ATTENDANCE_ROOM, "In the room"},
		      {ATTENDANCE_VIDEO, "By video"},
		      {ATTENDANCE_TELEPHONE, "By telephone"},
		      {ATTENDANCE_DEPUTY, "Sent somebody in their place"},
		      {ATTENDANCE_APOLOGIES, "Sent apologies"},
		      {ATTENDANCE_ABSENT, "Invited and did not come"},
		      {ATTENDANCE_NONE, "Invited, and it was not written down whether they came"}};

	/* Of adults alone, it speaks of no child: why there was no quorum stands where it is said of all. */
	if (w->of == RECORD_OF_ALL)
		record_of_no_child(w);
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		say_group(w, groups[i].state, groups[i].heading);
	if (w->of == RECORD_OF_ANY)
		say_quorum(w);
}

void record_people(struct record_writing *w)
{
	record_of_each(w, "people", "Who was invited and who came", say_who_came);
	if (!w->facts->is_divided)
		return;
	record_begin(w, "quorum", "Why it was held all the same", false);
	say_quorum(w);
	record_end(w);
}
