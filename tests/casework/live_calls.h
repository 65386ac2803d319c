/* Every verb and query of casework/live.h, each called once about the small world. */
#ifndef TESTS_LIVE_CALLS_H
#define TESTS_LIVE_CALLS_H

#include "call_world.h"
#include "casework/live.h"
#include "casework/live_close.h"

CALL(live)
{
	struct live_page out;

	return casework_live(cw, w->live, mem, &out, f);
}

CALL(live_again)
{
	struct live_page out;

	return casework_live_again(cw, w->live, mem, &out, f);
}

CALL(live_start)
{
	(void)mem;
	return casework_live_start(cw, w->to_start, "", f);
}

CALL(live_take_over)
{
	(void)mem;
	return casework_live_take_over(cw, w->live, w->live_chair, w->other_chair, "C. Hair is ill", f);
}

CALL(live_step)
{
	(void)mem;
	return casework_live_step(cw, w->live, RUN_VIEWS, f);
}

CALL(live_mark)
{
	struct run_mark mark = {.conference_id = w->live, .item = RUN_ITEM_WELCOME, .answer = OPINION_YES};

	(void)mem;
	return casework_live_mark(cw, &mark, f);
}

CALL(live_attend)
{
	struct attendance one = attendance_blank();

	(void)mem;
	one.conference_id = w->live;
	one.invitee_id = w->live_invitee;
	one.state = ATTENDANCE_ROOM;
	return casework_live_attend(cw, &one, f);
}

CALL(live_add_person)
{
	struct invitee one = {.capacity = CAPACITY_SUPPORTER, .name = "Joy Bell", .advocate_offered_on = DAY_NONE};

	(void)mem;
	return casework_live_add_person(cw, w->live, &one, ATTENDANCE_ROOM, f);
}

CALL(live_note)
{
	const struct settings_format *format = settings_format_find(
		casework_settings(cw), note_format_token(casework_policy(cw)->note_format));
	struct live_note note = {.conference_id = w->live, .heading = format->headings.items[0].key, .text = "calm"};

	(void)mem;
	note.person_id = format->headings.items[0].is_of_child ? w->live_child : 0;
	return casework_live_note(cw, &note, f);
}

static inline struct view view_of_world(const struct world *w)
{
	struct view one = view_blank();

	one.conference_id = w->live;
	one.invitee_id = w->live_invitee;
	one.person_id = w->live_child;
	return one;
}

CALL(live_view)
{
	struct view one = view_of_world(w);

	(void)mem;
	return casework_live_view(cw, &one, f);
}

CALL(live_view_all)
{
	const struct view one = view_of_world(w);

	(void)mem;
	return casework_live_view_all(cw, &one, f);
}

CALL(live_recommend)
{
	struct recommendation one = recommendation_blank();

	(void)mem;
	one.conference_id = w->live;
	return casework_live_recommend(cw, &one, f);
}

CALL(live_recommend_drop)
{
	(void)mem;
	return casework_live_recommend_drop(cw, w->live, w->recommendation, 1, f);
}

static inline struct child_decision decision_of_world(const struct world *w)
{
	struct child_decision one = child_decision_blank();

	one.conference_id = w->live;
	one.person_id = w->live_child;
	one.not_decided_why = "lives with her father";
	return one;
}

CALL(live_participation)
{
	struct child_decision one = decision_of_world(w);

	(void)mem;
	return casework_live_participation(cw, &one, f);
}

CALL(live_quorum)
{
	const struct quorum_choice choice = {QUORUM_ANSWER_PROCEEDED, QUORUM_EXCEPTION_ENOUGH_KNOWN, "nurse ill", ""};

	(void)mem;
	return casework_live_quorum(cw, w->live, 1, &choice, f);
}

CALL(live_decide)
{
	struct child_decision one = decision_of_world(w);

	(void)mem;
	return casework_live_decide(cw, &one, "", f);
}

CALL(live_decide_all)
{
	const struct child_decision one = decision_of_world(w);

	(void)mem;
	return casework_live_decide_all(cw, &one, &w->live_child, 1, "", f);
}

CALL(live_decision_warnings)
{
	const struct child_decision one = decision_of_world(w);
	const char *out;

	return casework_live_decision_warnings(cw, &one, mem, &out, f);
}

CALL(live_check)
{
	struct live_check_list out;
	const char *follows;

	return casework_live_check(cw, w->to_close, mem, &out, &follows, f);
}

CALL(live_close)
{
	(void)mem;
	return casework_live_close(cw, w->to_close, "moved to Leeds", f);
}

CALL(live_adjourn)
{
	int64_t reconvened;

	(void)mem;
	return casework_live_adjourn(cw, w->live, "fire alarm", "Nana stays", &reconvened, f);
}

CALL(live_end_early)
{
	(void)mem;
	return casework_live_end_early(cw, w->to_close, "fire alarm", f);
}

/* One conference that is being held and one whose day it is, both chaired by the account "chair" (invitee_calls.h). */
static inline void make_live(struct casework_fixture *fixture, struct world *w)
{
	struct invitee one = {.capacity = CAPACITY_SUPPORTER, .name = "Di Poe", .advocate_offered_on = DAY_NONE};
	struct recommendation kept = recommendation_blank();

	w->live = a_waiting_conference(fixture, "Marlowe", "2026-03-26");
	w->to_start = a_waiting_conference(fixture, "Adeyemi", "2026-03-26");
	w->to_close = a_waiting_conference(fixture, "Sheridan", "2026-03-26");
	MUST(casework_invitees_add(fixture->cw, w->live, &one, 1, f));
	w->live_invitee = one.id;
	w->live_child = number(fixture, "SELECT min(person_id) FROM conference_child WHERE conference_id = %lld",
			       (long long)w->live);
	w->other_chair = number(fixture, "SELECT min(id) FROM resource WHERE kind = 'chair' AND is_active");
	number(fixture,
	       "UPDATE conference SET state = 'scheduled', held_on = '" FIXTURE_TODAY "', starts = 600, minutes = 60,"
	       " chair_id = (SELECT id FROM resource WHERE login = 'chair') WHERE id IN (%lld, %lld, %lld)",
	       (long long)w->live, (long long)w->to_start, (long long)w->to_close);
	w->live_chair = number(fixture, "SELECT chair_id FROM conference WHERE id = %lld", (long long)w->live);
	MUST(casework_live_start(fixture->cw, w->live, "", f));
	MUST(casework_live_start(fixture->cw, w->to_close, "", f));
	number(fixture,
	       "INSERT INTO child_decision (conference_id, person_id, not_decided_why) SELECT conference_id, person_id,"
	       " 'moved to Leeds' FROM conference_child WHERE conference_id = %lld",
	       (long long)w->to_close);
	kept.conference_id = w->live;
	MUST(casework_live_recommend(fixture->cw, &kept, f));
	w->recommendation = kept.id;
}

#endif
