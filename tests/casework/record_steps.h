/* What the tests of a record do over and over: a conference that was held, everything a record is drafted from entered.
 */
#ifndef TESTS_RECORD_STEPS_H
#define TESTS_RECORD_STEPS_H

#include "casework/conference_record.h"
#include "live_steps.h"

static inline void notes(struct casework_fixture *fixture, const struct live_day *d, size_t heading, bool is_restricted,
			 const char *text)
{
	const struct settings_format *format = settings_format_find(
		casework_settings(fixture->cw), note_format_token(casework_policy(fixture->cw)->note_format));
	struct live_note one = {.conference_id = d->id,
				.heading = format->headings.items[heading].key,
				.is_restricted = is_restricted,
				.text = text};

	one.person_id = format->headings.items[heading].is_of_child ? d->ada : 0;
	MUST(casework_live_note(fixture->cw, &one, f));
}

static inline struct view thinks(const struct live_day *d, int64_t invitee, const char *why)
{
	struct view one = view_blank();

	one.conference_id = d->id;
	one.invitee_id = invitee;
	one.person_id = d->ada;
	one.at_risk = one.plan = OPINION_YES;
	one.category = CATEGORY_NEGLECT;
	one.scale = 3;
	one.why = why;
	return one;
}

static inline void take_views(struct casework_fixture *fixture, const struct live_day *d)
{
	struct view school = thinks(d, d->school, "she comes to school hungry");
	struct view police = thinks(d, d->police, "called to the address by an informant");

	police.is_dissent = true;
	police.dissent_words = "the informant says it is worse";
	MUST(casework_live_view(fixture->cw, &school, f));
	MUST(casework_live_view(fixture->cw, &police, f));
}

static inline void decide_all(struct casework_fixture *fixture, const struct live_day *d)
{
	struct child_decision ada = a_plan_for(d, d->ada, CATEGORY_NEGLECT);
	struct child_decision chidi = a_plan_for(d, d->chidi, CATEGORY_EMOTIONAL);
	struct child_decision skye = child_decision_blank();

	skye.conference_id = d->id;
	skye.person_id = d->skye;
	skye.not_decided_why = "with her father in Leeds since March";
	MUST(casework_live_decide(fixture->cw, &ada, "", f));
	MUST(casework_live_decide(fixture->cw, &chidi, "", f));
	MUST(casework_live_decide(fixture->cw, &skye, "", f));
}

static inline void plan_it(struct casework_fixture *fixture, const struct live_day *d)
{
	number(fixture,
	       "INSERT INTO plan_version (family_id, conference_id, number, written_on, issued_on, harm, visits, "
	       "by_user)"
	       " VALUES (%lld, %lld, 1, '" FIXTURE_TODAY "', '" FIXTURE_TODAY
	       "', 'alone at night', 'every ten days', 'x')",
	       (long long)d->family, (long long)d->id);
	number(fixture, "INSERT INTO core_group (family_id, conference_id, lead) VALUES (%lld, %lld, 'Emma Evans')",
	       (long long)d->family, (long long)d->id);
	number(fixture, "INSERT INTO core_group_member (core_group_id, name, role, since) SELECT id, 'Sam Oduya',"
			" 'family support', '" FIXTURE_TODAY "' FROM core_group");
}

/* Held and decided today, chaired by the account "chair"; at work is the founder. */
static inline struct live_day a_held_day(struct casework_fixture *fixture)
{
	struct live_day d = a_started_day(fixture);

	make_quorate(fixture, &d);
	comes(fixture, &d, d.police);
	comes(fixture, &d, d.mother);
	notes(fixture, &d, 0, false, "Nana comes every evening.");
	notes(fixture, &d, 0, true, "An enquiry by the police is going on.");
	take_views(fixture, &d);
	as_chair(fixture);
	decide_all(fixture, &d);
	plan_it(fixture, &d);
	number(fixture, "UPDATE conference SET state = 'decided' WHERE id = %lld", (long long)d.id);
	number(fixture, "UPDATE live_state SET closed_at = 1 WHERE conference_id = %lld", (long long)d.id);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	return d;
}

static inline struct live_day a_drafted_day(struct casework_fixture *fixture)
{
	struct live_day d = a_held_day(fixture);

	MUST(casework_record_draft(fixture->cw, d.id, f));
	return d;
}

static inline struct record_page record_now(struct casework_fixture *fixture, const struct live_day *d)
{
	struct record_page page;

	MUST(casework_record(fixture->cw, d->id, &fixture->mem, &page, f));
	return page;
}

static inline int64_t record_version(const struct casework_fixture *fixture)
{
	return number(fixture, "SELECT version FROM conference_record ORDER BY edition DESC LIMIT 1");
}

static inline const struct record_section *section_called(const struct record_page *page, const char *key)
{
	for (size_t i = 0; i < page->sections.count; i++)
		if (strcmp(page->sections.items[i].key, key) == 0)
			return &page->sections.items[i];
	return NULL;
}

/* Given to the chair, who is at work afterwards. */
static inline struct live_day a_day_with_the_chair(struct casework_fixture *fixture)
{
	struct live_day d = a_drafted_day(fixture);

	MUST(casework_record_to_chair(fixture->cw, d.id, record_version(fixture), f));
	as_chair(fixture);
	return d;
}

static inline struct live_day an_approved_day(struct casework_fixture *fixture)
{
	struct live_day d = a_day_with_the_chair(fixture);

	MUST(casework_record_approve(fixture->cw, d.id, record_version(fixture), f));
	return d;
}

#endif
