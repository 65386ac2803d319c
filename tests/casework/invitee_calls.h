/* Every verb and query of casework/invitees.h, each called once about the small world. */
#ifndef TESTS_INVITEE_CALLS_H
#define TESTS_INVITEE_CALLS_H

#include "call_world.h"
#include "casework/invitees.h"

CALL(invitees)
{
	struct invitees_page out;

	return casework_invitees(cw, w->booked, mem, &out, f);
}

CALL(invitees_propose)
{
	struct invitee_proposal_list out;

	return casework_invitees_propose(cw, w->booked, mem, &out, f);
}

CALL(invitees_add)
{
	struct invitee one = {.capacity = CAPACITY_SOLICITOR, .name = "R. Shah", .advocate_offered_on = DAY_NONE};

	(void)mem;
	return casework_invitees_add(cw, w->booked, &one, 1, f);
}

CALL(invitee_save)
{
	struct invitee one = {.id = w->invitee,
			      .version = 1,
			      .capacity = CAPACITY_OBSERVER,
			      .name = "Di Poe",
			      .advocate_offered_on = DAY_NONE};

	(void)mem;
	return casework_invitee_save(cw, &one, f);
}

CALL(invitee_remove)
{
	(void)mem;
	return casework_invitee_remove(cw, w->invitee, 1, "a slip", f);
}

CALL(invitee_answer)
{
	const struct invitee_answer coming = {.reply = REPLY_COMING, .on = casework_today(cw)};

	(void)mem;
	return casework_invitee_answer(cw, w->invitee, 1, &coming, f);
}

CALL(sittings_save)
{
	(void)mem;
	return casework_sittings_save(cw, w->booked, w->booked_version, NULL, 0, f);
}

CALL(exclusion_ask)
{
	const struct exclusion_request request = {.reason = EXCLUSION_REASON_WELFARE,
						  .is_whole = true,
						  .asked_by = "Emma Evans",
						  .asked_on = casework_today(cw)};

	(void)mem;
	return casework_exclusion_ask(cw, w->invitee, 1, &request, f);
}

CALL(exclusion_decide)
{
	const struct exclusion_decision refused = {
		.decision = EXCLUSION_REFUSED, .decided_by = "the chair", .decided_on = casework_today(cw)};

	(void)mem;
	return casework_exclusion_decide(cw, w->asked, w->asked_version, &refused, f);
}

CALL(exclusion_end)
{
	(void)mem;
	return casework_exclusion_end(cw, w->asked, w->asked_version, "they agreed", f);
}

/* The booked one is chaired by the account "chair", so that a chair may do with it what chairs may do with their own.
 * Somebody who is not of the settings and not at work is left alone when they are read again. */
static inline void make_invitees(struct casework_fixture *fixture, struct world *w)
{
	const struct exclusion_request request = {.reason = EXCLUSION_REASON_WELFARE,
						  .is_whole = true,
						  .asked_by = "Emma Evans",
						  .asked_on = casework_today(fixture->cw)};
	struct invitee two[2] = {
		{.capacity = CAPACITY_OBSERVER, .name = "Di Poe", .advocate_offered_on = DAY_NONE},
		{.capacity = CAPACITY_SUPPORTER, .name = "Joy Bell", .advocate_offered_on = DAY_NONE},
	};

	MUST(casework_invitees_add(fixture->cw, w->booked, two, 2, f));
	MUST(casework_exclusion_ask(fixture->cw, two[1].id, two[1].version, &request, f));
	w->invitee = two[0].id;
	w->asked = two[1].id;
	w->asked_version = two[1].version + 1;
	number(fixture, "INSERT INTO resource (kind, name, login, is_active) VALUES ('chair', 'C. Hair', 'chair', 0)");
	number(fixture,
	       "UPDATE conference SET chair_id = (SELECT id FROM resource WHERE login = 'chair') WHERE id ="
	       " %lld",
	       (long long)w->booked);
}

#endif
