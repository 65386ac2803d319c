/* What was said, decided and planned for a family made at random, with a word of its own in every field. */
#ifndef TESTS_RANDOM_DAY_H
#define TESTS_RANDOM_DAY_H

#include "random_family.h"
#include "store/core_group_store.h"
#include "store/deadline_store.h"
#include "store/live_store.h"
#include "store/plan_store.h"
#include "store/plan_version_store.h"
#include "store/record_store.h"
#include "store/review_store.h"
#include "store/view_store.h"

/* The name of one of the children, "" none. */
static inline const char *name_of_some_child(struct random_family *w)
{
	size_t from = drawn(w, (unsigned)w->word_count);

	for (size_t i = 0; i < w->word_count; i++)
		if (w->words[(from + i) % w->word_count].kept_for == FOR_NAMING)
			return w->words[(from + i) % w->word_count].word;
	return "";
}

/* Typed by somebody who forgot that the home is kept: half of all texts tell it. And children are typed of together. */
static inline const char *words_with_home(struct random_family *w, const char *what, enum kept_for kept_for)
{
	const char *word = a_word(w, what, kept_for, NO_OWNER), *name = drawn(w, 3) ? "" : name_of_some_child(w);

	if (*name)
		return arena_printf(w->mem, "%s was there. %s too, with %s's friend; nobody else.\n%s.", word, name,
				    name, drawn(w, 2) ? "More" : name);
	return w->shared_home && drawn(w, 2)
		       ? arena_printf(w->mem, "They live at %s Close. %s goes there.\nMore.", w->shared_home, word)
		       : word;
}

static inline const char *of_child(struct random_family *w, const char *words, int64_t child)
{
	last_word(w)->child = child;
	last_word(w)->is_of_all = child == 0;
	return words;
}

/* One of the children, or all of them. */
static inline int64_t some_child(struct random_family *w)
{
	const struct invitee *one = &w->invitees[drawn(w, (unsigned)w->invitee_count)];

	return is_child(one) ? one->person_id : 0;
}

static inline void decide(struct random_family *w, const struct invitee *child)
{
	static const enum outcome outcomes[] = {OUTCOME_PLAN_MADE, OUTCOME_PLAN_CONTINUES, OUTCOME_CHILD_IN_NEED,
						OUTCOME_PLAN_ENDS, OUTCOME_ADJOURNED,      OUTCOME_NONE};
	struct child_decision decision = child_decision_blank();

	w->is_about[child - w->invitees] = true;
	decision.conference_id = w->conference.id;
	decision.person_id = child->person_id;
	decision.outcome = outcomes[drawn(w, 6)];
	decision.category = CATEGORY_EMOTIONAL;
	decision.categories = CATEGORY_BIT(CATEGORY_EMOTIONAL) | CATEGORY_BIT(CATEGORY_NEGLECT);
	decision.child_views = a_word(w, "child's views", FOR_NOBODY, NO_OWNER);
	decision.reasons = of_child(w, words_with_home(w, "reasons", FOR_REASONS), child->person_id);
	decision.step_down = of_child(w, words_with_home(w, "help that follows", FOR_REASONS), child->person_id);
	decision.not_decided_why = of_child(w, words_with_home(w, "why not decided", FOR_REASONS), child->person_id);
	decision.warnings_accepted = a_word(w, "why a warning was passed over", FOR_NOBODY, NO_OWNER);
	decision.decided_by = a_word(w, "who decided", FOR_NOBODY, NO_OWNER);
	decision.decided_at = 1775000000;
	MUST(child_decision_keep(w->cw->store, &decision, f));
}

static inline void recommend(struct random_family *w, int64_t child)
{
	struct recommendation one = recommendation_blank();

	one.conference_id = w->conference.id;
	one.person_id = child;
	one.kind = (enum recommendation_kind)drawn(w, RECOMMENDATION_COUNT);
	one.words = of_child(w, words_with_home(w, "recommendation", FOR_REASONS), child);
	one.who = a_word(w, "who carries out a recommendation", FOR_NOBODY, NO_OWNER);
	MUST(recommendation_keep(w->cw->store, &one, f));
}

static inline void plan_it(struct random_family *w)
{
	struct plan_version plan = plan_version_blank();
	struct plan_action action = plan_action_blank();

	plan.family_id = w->conference.family_id;
	plan.conference_id = w->conference.id;
	plan.written_on = w->conference.held_on;
	plan.harm = of_child(w, words_with_home(w, "harm", FOR_PLAN), 0);
	plan.change = of_child(w, words_with_home(w, "change", FOR_PLAN), 0);
	plan.child_wishes = of_child(w, words_with_home(w, "wishes", FOR_PLAN), 0);
	plan.contingency = of_child(w, words_with_home(w, "contingency", FOR_PLAN), 0);
	plan.contact_limits = of_child(w, words_with_home(w, "limits of contact", FOR_PLAN), 0);
	plan.why = a_word(w, "why this version", FOR_NOBODY, NO_OWNER);
	plan.by_user = "chair";
	MUST(plan_version_keep(w->cw->store, &plan, f));
	for (size_t i = 0; i < 3 && i < w->invitee_count; i++) {
		action = plan_action_blank();
		action.plan_version_id = plan.id;
		action.position = (int)i + 1;
		action.person_id = some_child(w);
		action.what = of_child(w, words_with_home(w, "action", FOR_PLAN), action.person_id);
		action.who_invitee_id = w->invitees[drawn(w, (unsigned)w->invitee_count)].id;
		if (!action.who_invitee_id || !drawn(w, 2))
			action.who = of_child(w, a_word(w, "who does it", FOR_PLAN, NO_OWNER), action.person_id);
		action.evidence = a_word(w, "evidence", FOR_NOBODY, NO_OWNER);
		MUST(plan_action_keep(w->cw->store, &action, f));
	}
}

static inline void name_core_group(struct random_family *w)
{
	struct core_group group = {.family_id = w->conference.family_id, .conference_id = w->conference.id};
	struct core_group_meeting meeting = core_group_meeting_blank();
	struct core_group_member member = core_group_member_blank();

	group.lead = a_word(w, "lead of the core group", FOR_CORE, NO_OWNER);
	MUST(core_group_keep(w->cw->store, &group, f));
	member.core_group_id = group.id;
	member.since = w->conference.held_on;
	member.name = a_word(w, "member of the core group", FOR_CORE, NO_OWNER);
	MUST(core_group_member_keep(w->cw->store, &member, f));
	for (size_t i = 0; i < w->invitee_count; i++) {
		struct core_group_member one = core_group_member_blank();

		if ((!w->invitees[i].person_id && !w->invitees[i].contact_id) || drawn(w, 2))
			continue;
		one.core_group_id = group.id;
		one.since = w->conference.held_on;
		one.person_id = w->invitees[i].person_id;
		one.contact_id = w->invitees[i].contact_id;
		MUST(core_group_member_keep(w->cw->store, &one, f));
		w->core[w->core_count++] = w->invitees[i].id;
	}
	meeting.core_group_id = group.id;
	meeting.day = w->conference.held_on + 7;
	meeting.starts = 600;
	meeting.minutes = 60;
	meeting.place = w->shared_home && drawn(w, 2) ? arena_printf(w->mem, "%s close", w->shared_home)
						      : a_word(w, "place of the core group", FOR_CORE, NO_OWNER);
	MUST(core_group_meeting_keep(w->cw->store, &meeting, f));
}

static inline void write_section(struct random_family *w, int64_t record, int position, const char *key,
				 bool is_restricted, enum kept_for kept_for, int64_t child)
{
	struct record_section one = {
		.record_id = record,
		.position = position,
		.key = key,
		.heading = "A heading",
		.text = of_child(w, words_with_home(w, "paragraph of the record", kept_for), child),
		.person_id = child,
		.by_user = "desk",
		.is_restricted = is_restricted};

	MUST(record_section_keep(w->cw->store, &one, f));
}

static inline void write_sections_of(struct random_family *w, int64_t record, int64_t child)
{
	write_section(w, record, 6, arena_printf(w->mem, "decided.%lld", (long long)child), false, FOR_RECORD_PART,
		      child);
	write_section(w, record, 7, arena_printf(w->mem, "children_said.%lld", (long long)child), false, FOR_RECORD,
		      child);
	write_section(w, record, 8, arena_printf(w->mem, "restricted.%lld", (long long)child), true, FOR_RESTRICTED,
		      child);
}

static inline void write_record(struct random_family *w)
{
	struct conference_record record = conference_record_blank();

	record.conference_id = w->conference.id;
	record.writer = "desk";
	record.drafted_on = w->conference.held_on;
	MUST(conference_record_keep(w->cw->store, &record, f));
	write_section(w, record.id, 1, "decided", false, FOR_RECORD_PART, 0);
	write_section(w, record.id, 2, "said", false, FOR_RECORD, 0);
	write_section(w, record.id, 3, "plan", true, FOR_RESTRICTED, 0);
	write_section(w, record.id, 4, "restricted", true, FOR_RESTRICTED, 0);
	write_section(w, record.id, 5, "core_group", false, FOR_RECORD_CORE, 0);
	for (size_t i = 0; i < w->invitee_count; i++)
		if (is_child(&w->invitees[i]))
			write_sections_of(w, record.id, w->invitees[i].person_id);
	record.state = RECORD_APPROVED;
	record.approver = "chair";
	record.approved_on = w->conference.held_on;
	MUST(conference_record_keep(w->cw->store, &record, f));
}

static inline void say_something(struct random_family *w)
{
	struct live_note note = {.conference_id = w->conference.id, .heading = "past_harm", .by_user = "desk"};
	struct live_state state = live_state_blank();

	state.conference_id = w->conference.id;
	state.format = "signs_of_safety";
	state.quorum_reason = a_word(w, "why it went on without a quorum", FOR_NOBODY, NO_OWNER);
	MUST(live_state_keep(w->cw->store, &state, f));
	for (int restricted = 0; restricted < 2; restricted++) {
		note.version = note.id = 0;
		note.is_restricted = restricted;
		note.text = a_word(w, restricted ? "restricted note" : "note", FOR_NOBODY, NO_OWNER);
		MUST(live_note_keep(w->cw->store, &note, f));
	}
	for (size_t i = 0; i < w->invitee_count; i++) {
		struct attendance there = attendance_blank();

		if (drawn(w, 5) && w->invitees[i].exclusion != EXCLUSION_WHOLE)
			continue;
		there.conference_id = w->conference.id;
		there.invitee_id = w->invitees[i].id;
		there.state = ATTENDANCE_EXCLUDED;
		there.note = a_word(w, "why sent away", FOR_NOBODY, NO_OWNER);
		there.by_user = "desk";
		MUST(attendance_keep(w->cw->store, &there, f));
		w->sent_away[w->sent_away_count++] = w->invitees[i].id;
	}
}

/* Said of one child alone, so that it may be told only to who may read of that child; half of them are looked after. */
static inline void bring_forward(struct random_family *w, const struct invitee *child)
{
	struct plan plan = {.person_id = child->person_id,
			    .family_id = w->conference.family_id,
			    .conference_id = w->conference.id,
			    .started_on = date_from_iso("2025-10-01"),
			    .ended_on = DAY_NONE,
			    .end_reason = "",
			    .category_initial = CATEGORY_NEGLECT,
			    .category_latest = CATEGORY_NEGLECT};
	struct review_early early = {.family_id = w->conference.family_id,
				     .by_user = "desk",
				     .asked_on = date_from_iso("2026-03-20"),
				     .trigger = EARLY_TRIGGER_CHANGE};
	struct looked_after row = {.person_id = child->person_id,
				   .since = plan.started_on,
				   .ended_on = DAY_NONE,
				   .next_review_on = DAY_NONE};

	struct plan_course course;

	MUST(plan_insert(w->cw->store, &plan, w->mem, f));
	MUST(plan_course_of(w->cw->store, plan.id, w->mem, &course, f));
	early.plan_id = plan.id;
	early.after_on = course.last_review_on == DAY_NONE ? course.initial_on : course.last_review_on;
	early.asked_at = 1775000000 + child->person_id;
	early.review_by = date_from_iso("2026-05-01") + (day_number)drawn(w, 9);
	early.why = a_word(w, "why it is earlier", FOR_NOBODY, NO_OWNER);
	early.told = of_child(w, words_with_home(w, "what is told of why it is earlier", FOR_THOSE_WHO_COME),
			      child->person_id);
	MUST(review_early_insert(w->cw->store, &early, f));
	if (drawn(w, 2))
		MUST(looked_after_insert(w->cw->store, &row, f));
}

static inline void make_random_day(struct random_family *w)
{
	say_something(w);
	for (size_t i = 0; w->conference.type == CONFERENCE_REVIEW && i < w->invitee_count; i++)
		if (is_child(&w->invitees[i]))
			bring_forward(w, &w->invitees[i]);
	for (size_t i = 0; i < w->invitee_count; i++)
		if (is_child(&w->invitees[i]) && (i == 0 || drawn(w, 6))) /* of some nothing is decided yet */
			decide(w, &w->invitees[i]);
	recommend(w, 0);
	recommend(w, some_child(w));
	plan_it(w);
	name_core_group(w);
	write_record(w);
}

#endif
