/* Any bytes as a file to import: no crash, and nothing handed on that the case file could not hold. */
#ifndef FUZZ_IMPORT_FUZZ_H
#define FUZZ_IMPORT_FUZZ_H

#include "base/text.h"
#include "exchange/import.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static inline void require(bool holds)
{
	if (!holds)
		abort();
}

static inline void require_text(const char *text)
{
	uint32_t code;

	require(text && text_is_utf8(text, strlen(text)));
	for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
		require(text_is_safe(code) || code == '\n');
}

static inline void require_day(day_number day)
{
	require(day == DAY_NONE || date_in_range(day));
}

static inline void require_person(const struct person *person)
{
	const char *const texts[] = {person->reference,  person->la_child_id,  person->upn,         person->upn_unknown,
				     person->nhs_number, person->surname,      person->given_names, person->known_as,
				     person->ethnicity,  person->disabilities, person->language,    person->phone,
				     person->email};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		require_text(texts[i]);
	require_day(person->born_on);
	require_day(person->expected_on);
	require_day(person->died_on);
	require((unsigned)person->sex <= SEX_UNKNOWN);
}

/* Takes turns with the answers, so that every way of counting is gone. */
static inline bool answered(void *payload, enum intake_result *out, struct fault *f)
{
	unsigned *turn = payload;

	*out = (enum intake_result)(*turn % 4);
	if (++*turn % 5)
		return true;
	return fault_field(f, "Field", "Not this one. Try another.");
}

static inline bool taken_contact(void *payload, const struct intake_contact *row, enum intake_result *out,
				 struct fault *f)
{
	const char *const texts[] = {row->agency, row->quorum_group, row->name, row->role, row->email, row->phone};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		require_text(texts[i]);
	require(row->agency[0] != '\0');
	require_day(row->checked_on);
	return answered(payload, out, f);
}

static inline bool taken_person(void *payload, const struct intake_person *row, enum intake_result *out,
				struct fault *f)
{
	require_text(row->family_reference);
	require(row->family_reference[0] && (unsigned)row->relationship < RELATIONSHIP_COUNT);
	require_person(&row->person);
	require_text(row->address.lines);
	require_text(row->address.postcode);
	require_text(row->address.confidential_from);
	return answered(payload, out, f);
}

static inline bool taken_request(void *payload, const struct intake_request *row, enum intake_result *out,
				 struct fault *f)
{
	const char *const texts[] = {row->family_reference, row->children, row->social_worker, row->reason,
				     row->interpreter,      row->sittings, row->avoid};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		require_text(texts[i]);
	require(row->family_reference[0] && (unsigned)row->type < CONFERENCE_TYPE_COUNT);
	require_day(row->strategy_on);
	return answered(payload, out, f);
}

static inline void require_plan(const struct intake_plan *plan)
{
	require(date_in_range(plan->started_on));
	require_day(plan->ended_on);
	require((unsigned)plan->initial < CATEGORY_COUNT && (unsigned)plan->latest < CATEGORY_COUNT);
	for (size_t i = 0; i < plan->review_count; i++)
		require(date_in_range(plan->reviews[i]));
}

static inline void require_episode(const struct intake_episode *episode)
{
	require(date_in_range(episode->referred_on));
	require_day(episode->closed_on);
	require_day(episode->conference_on);
	require_text(episode->referral_source);
	require_text(episode->primary_need);
	require_text(episode->closure_reason);
	for (size_t i = 0; i < episode->section47_count; i++)
		require(date_in_range(episode->section47s[i].strategy_on));
	for (size_t i = 0; i < episode->plan_count; i++)
		require_plan(&episode->plans[i]);
	for (size_t i = 0; i < episode->assessment_count; i++)
		require_text(episode->assessments[i].factors);
	for (size_t i = 0; i < episode->need_plan_count; i++)
		require(date_in_range(episode->need_plans[i].started_on));
}

static inline bool taken_child(void *payload, const struct intake_child *child, struct arena *mem,
			       struct intake_complaint_list *complaints, enum intake_result *out, struct fault *f)
{
	(void)mem;
	(void)complaints;
	require_person(&child->person);
	require(child->person.la_child_id[0] != '\0');
	for (size_t i = 0; i < child->episode_count; i++)
		require_episode(&child->episodes[i]);
	return answered(payload, out, f);
}

static inline void fuzz_import(enum import_kind kind, const uint8_t *bytes, size_t size)
{
	unsigned turn = 0;
	const struct import_sink sink = {&turn, taken_contact, taken_person, taken_request, taken_child, "201"};
	struct arena mem = {0};
	struct import_report report;
	struct fault f = {0};
	FILE *file = size ? fmemopen((void *)(uintptr_t)bytes, size, "rb") : NULL;

	if (!file)
		return;
	if (!import_read(kind, file, "fuzz", &sink, NULL, &mem, &report, &f))
		require(f.code != FAULT_NONE && f.message[0] != '\0');
	require(report.read == report.added + report.changed + report.unchanged + report.refused);
	for (size_t i = 0; i < report.problems.count; i++)
		require_text(import_problem_text(&report, &report.problems.items[i], &mem));
	for (size_t i = 0; i < report.notes.count; i++)
		require_text(report.notes.items[i].message);
	fclose(file);
	arena_finish(&mem);
}

#endif
