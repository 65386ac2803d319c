/* Core groups of the demonstration: when they met before this system knew of them, who is in them, who was asked to the
 * next and answered, and what was missed or said by mistake. */
#include "casework/core_groups.h"

#include "casework/family_plan.h"
#include "casework/notices.h"
#include "demo_desk.h"
#include "demo_random.h"

#include <string.h>

enum {
	DEMO_GROUP_MARK = 78, /* of the stream of random numbers */
	INTERVAL = 42,
	AFTERNOON = 14 * 60,
	FULL_GROUPS = 6,     /* whose members are all known */
	ASKED_BY_LETTER = 2, /* the one of them that is asked so; the others are rung up */
	RECORDS_SENT = 850,  /* of a thousand: of meetings that were held before */
	MEMBERS_MOST = 5
};

static struct demo_random random_of(const struct demo_world *world, int64_t family)
{
	return demo_random_of(world->seed, DEMO_DESK, (uint64_t)family * 1000 + DEMO_GROUP_MARK);
}

static struct core_group_meeting meeting_on(day_number day)
{
	struct core_group_meeting meeting = core_group_meeting_blank();

	meeting.day = day;
	meeting.starts = AFTERNOON;
	meeting.minutes = 60;
	meeting.place = "At school";
	meeting.notes =
		"The children come to breakfast club and say that mornings are calmer. Their mother asks for help "
		"with the rent; the social worker rings the housing office. Who fetches them on Fridays is open.";
	return meeting;
}

/* --- What was before --- */

static bool send_on_paper(struct casework *cw, int64_t family, const struct core_group_meeting *held, struct fault *f)
{
	struct core_group_sent sent = {
		.meeting_id = held->id, .who = "all members", .how = "by post", .sent_on = held->day};

	return casework_core_group_sent(cw, family, &sent, f);
}

static bool met_before(struct casework *cw, const struct demo_world *world, const struct core_group_line *line,
		       day_number day, struct fault *f)
{
	struct demo_random random = random_of(world, line->family_id);
	struct core_group_meeting meeting = meeting_on(working_day_on_or_before(
		date_add_days(day, -demo_between(&random, 1, INTERVAL - 4)), world->calendar, COUNT_LOCAL));

	if (meeting.day <= line->started_on)
		return true;
	return casework_core_group_held(cw, line->family_id, &meeting, NULL, 0, f) &&
	       (!demo_chance(&random, RECORDS_SENT) || send_on_paper(cw, line->family_id, &meeting, f));
}

bool demo_know_core_groups(struct casework *cw, const struct demo_world *world, day_number day, struct fault *f)
{
	struct core_group_board board;
	struct arena mem = {0};
	bool ok = casework_core_groups(cw, &mem, &board, f);

	for (size_t i = 0; ok && i < board.count; i++)
		if (!board.items[i].is_first && board.items[i].last_held == DAY_NONE)
			ok = met_before(cw, world, &board.items[i], day, f);
	arena_finish(&mem);
	return ok;
}

/* --- What is to come --- */

/* On a day within the limit, when there is one from today on. */
static bool book(struct casework *cw, const struct demo_world *world, const struct core_group_line *line,
		 struct demo_random *random, struct core_group_meeting *out, struct fault *f)
{
	day_number day = working_day_on_or_before(date_add_days(line->due, -demo_between(random, 0, 4)),
						  world->calendar, COUNT_LOCAL);

	*out = meeting_on(day);
	out->starts = 9 * 60 + 30 * demo_between(random, 0, 13);
	return day < world->today || casework_core_group_book(cw, line->family_id, out, f);
}

/* The parents and whoever helps; the professionals by what they are to the children. */
static bool join_all(struct casework *cw, int64_t family, struct fault *f)
{
	static const char *const workers[][2] = {{"Maxine Oyelaran", "health visitor"}, {"Owen Pugh", "head of year"}};
	struct family_plan page;
	struct arena mem = {0};
	bool ok = casework_family_plan_again(cw, family, 0, &mem, &page, f);
	size_t joined = 0;

	for (size_t i = 0; ok && i < page.people.count && joined < MEMBERS_MOST - 2; i++) {
		const struct plan_person *who = &page.people.items[i];
		struct core_group_member member = core_group_member_blank();

		if (!who->person_id || strcmp(who->words, "child") == 0)
			continue;
		member.person_id = who->person_id;
		joined++;
		ok = casework_core_group_join(cw, family, &member, f);
	}
	for (size_t i = 0; ok && i < sizeof workers / sizeof *workers; i++) {
		struct core_group_member member = core_group_member_blank();

		member.name = workers[i][0];
		member.role = workers[i][1];
		ok = casework_core_group_join(cw, family, &member, f);
	}
	arena_finish(&mem);
	return ok;
}

/* All but the last are rung up; most answer. */
static bool ask_all(struct casework *cw, const struct core_group_line *line, int64_t meeting,
		    struct demo_random *random, struct fault *f)
{
	struct core_group_telling_list all;
	struct arena mem = {0};
	bool ok = casework_core_group_tellings(cw, line->family_id, meeting, &mem, &all, f);

	for (size_t i = 0; ok && i + 1 < all.count; i++)
		ok = casework_core_group_tell(cw, line->family_id, meeting, all.items[i].member.id,
					      CORE_GROUP_WAY_TELEPHONE, f);
	ok = ok && casework_core_group_tellings(cw, line->family_id, meeting, &mem, &all, f);
	for (size_t i = 0; ok && i < all.count; i++)
		if (all.items[i].last.id && demo_chance(random, 700))
			ok = casework_core_group_answer(
				cw, line->family_id, &all.items[i].last,
				demo_chance(random, 800) ? CORE_GROUP_ANSWER_COMING : CORE_GROUP_ANSWER_NOT_COMING, f);
	arena_finish(&mem);
	return ok;
}

/* Of every other one the record goes out by letter too. */
static bool send_record(struct casework *cw, const struct core_group_meeting *held, size_t nth, struct fault *f)
{
	size_t written;

	return nth % 2 || !*held->notes ||
	       casework_notice_send(cw, NOTICE_CORE_GROUP_RECORD, held->id, NULL, 0, &written, f);
}

/* What was said of the plan's first actions at the meeting that was held last. */
static bool say_actions(struct casework *cw, int64_t family, size_t nth, struct fault *f)
{
	struct core_group_page page;
	struct arena mem = {0};
	bool ok = casework_core_group_again(cw, family, &mem, &page, f);
	const struct core_group_meeting *held = NULL;

	for (size_t i = 0; ok && i < page.meetings.count; i++)
		if (page.meetings.items[i].state == CORE_GROUP_MEETING_HELD)
			held = &page.meetings.items[i];
	for (size_t i = 0; ok && held && i < page.actions.count && i < 2; i++) {
		struct plan_action one = page.actions.items[i];

		one.state = i == 0 ? PLAN_ACTION_DONE : PLAN_ACTION_PARTLY;
		one.evidence = i == 0 ? "The register, and two visits." : "Three of five appointments were kept.";
		one.difference = i == 0 ? "The children say that mornings are calm." : "";
		ok = casework_core_group_action(cw, family, held->id, &one, f);
	}
	ok = ok && (!held || send_record(cw, held, nth, f));
	arena_finish(&mem);
	return ok;
}

/* That it met today was said of the wrong family, and taken back. */
static bool mistake(struct casework *cw, const struct core_group_line *line, struct fault *f)
{
	struct core_group_meeting held = meeting_on(casework_today(cw)), again;

	return casework_core_group_held(cw, line->family_id, &held, NULL, 0, f) &&
	       casework_core_group_undo(cw, line->family_id, held.id, held.version,
					"It was the family of the next row that met.", &again, f);
}

/* Where the review comes first, it says when the core group meets. */
static bool waits_for_review(struct casework *cw, const struct core_group_line *line, bool *out, struct fault *f)
{
	struct core_group_page page;
	struct arena mem = {0};
	bool ok = casework_core_group_again(cw, line->family_id, &mem, &page, f);

	*out = ok && page.review != DAY_NONE && page.review <= line->due;
	arena_finish(&mem);
	return ok;
}

static bool live_one(struct casework *cw, const struct demo_world *world, const struct core_group_line *line,
		     size_t nth, struct fault *f)
{
	struct demo_random random = random_of(world, line->family_id);
	struct core_group_meeting meeting;
	size_t written;
	bool waits;

	if (nth == 1 && !mistake(cw, line, f))
		return false;
	if (nth < FULL_GROUPS && (!join_all(cw, line->family_id, f) || !say_actions(cw, line->family_id, nth, f)))
		return false;
	if (nth > 0 && demo_chance(&random, 300)) /* still to be booked by whoever opens it */
		return true;
	if (!waits_for_review(cw, line, &waits, f))
		return false;
	if (waits)
		return true;
	if (!book(cw, world, line, &random, &meeting, f))
		return false;
	if (nth >= FULL_GROUPS || !meeting.id)
		return true;
	return nth == ASKED_BY_LETTER
		       ? casework_notice_send(cw, NOTICE_CORE_GROUP_MEETING, meeting.id, NULL, 0, &written, f)
		       : ask_all(cw, line, meeting.id, &random, f);
}

bool demo_leave_core_groups(struct casework *cw, const struct demo_world *world, struct fault *f)
{
	struct core_group_board board;
	struct arena mem = {0};
	bool ok = casework_core_groups(cw, &mem, &board, f);
	size_t nth = 0;

	for (size_t i = 0; ok && i < board.count; i++)
		if (!board.items[i].is_first && board.items[i].due > world->today &&
		    board.items[i].booked_on == DAY_NONE)
			ok = live_one(cw, world, &board.items[i], nth++, f);
	arena_finish(&mem);
	return ok;
}
