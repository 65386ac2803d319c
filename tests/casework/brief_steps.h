/* What the tests of the chair's day and brief go by: a conference of Ada (6) and Chidi (12) on Monday 13 April 2026 at
 * 10:00, as a list that is told and has answered in part. */
#ifndef TESTS_BRIEF_STEPS_H
#define TESTS_BRIEF_STEPS_H

#include "casework/brief.h"
#include "casework/reports.h"
#include "invite_steps.h"

static inline int64_t a_conference_at(struct casework_fixture *fixture, const char *surname, const char *day,
				      int starts)
{
	int64_t id = a_waiting_conference(fixture, surname, "2026-03-26");
	struct booking booking = first_booking(fixture, id);

	booking.slot.day = date_from_iso(day);
	booking.slot.starts = starts;
	booking.slot.chair_id = number(fixture, "SELECT id FROM resource WHERE name = 'Siân Pritchard'");
	MUST(casework_book(fixture->cw, &booking, f));
	return id;
}

static inline int64_t a_professional(struct casework_fixture *fixture, int64_t conference, const char *agency,
				     const char *group, const char *name)
{
	return put_on(fixture, conference, of_contact(a_contact(fixture, agency, group, name, "")));
}

static inline void says(struct casework_fixture *fixture, int64_t invitee, enum reply reply, const char *deputy)
{
	const struct invitee_answer answer = {.reply = reply, .on = casework_today(fixture->cw), .deputy = deputy};

	tell(fixture, invitee);
	MUST(casework_invitee_answer(fixture->cw, invitee,
				     number(fixture, "SELECT version FROM invitee WHERE id = %lld", (long long)invitee),
				     &answer, f));
}

static inline void asked_away(struct casework_fixture *fixture, int64_t invitee)
{
	const struct exclusion_request request = {.reason = EXCLUSION_REASON_CONFLICT,
						  .is_whole = true,
						  .asked_by = "Emma Evans",
						  .asked_on = casework_today(fixture->cw)};

	MUST(casework_exclusion_ask(fixture->cw, invitee,
				    number(fixture, "SELECT version FROM invitee WHERE id = %lld", (long long)invitee),
				    &request, f));
}

static inline struct my_day_list day_of(struct casework_fixture *fixture, const char *chair, const char *from, int days)
{
	struct my_day_list list;

	MUST(casework_my_day(fixture->cw, chair, date_from_iso(from), days, &fixture->mem, &list, f));
	return list;
}

static inline struct brief brief_of(struct casework_fixture *fixture, int64_t conference)
{
	struct brief brief;

	MUST(casework_brief(fixture->cw, conference, &fixture->mem, &brief, f));
	return brief;
}

/* The first line of a part that holds these words; NULL none. */
static inline const struct brief_line *brief_says(const struct brief *brief, const char *heading, const char *words)
{
	for (size_t i = 0; i < brief->count; i++)
		if (strcmp(brief->items[i].heading, heading) == 0 && strstr(brief->items[i].text, words))
			return &brief->items[i];
	return NULL;
}

static inline void print_brief(const struct brief *brief)
{
	for (size_t i = 0; i < brief->count; i++)
		print_message("%-14s %c%c %s\n", brief->items[i].heading, brief->items[i].is_worry ? '!' : ' ',
			      brief->items[i].is_restricted ? 'R' : ' ', brief->items[i].text);
}

#endif
