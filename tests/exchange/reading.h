/* A text read as a file, with a sink that writes down what it was handed. */
#ifndef EXCHANGE_READING_H
#define EXCHANGE_READING_H

#include "exchange/import.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct reading {
	struct arena mem;
	struct import_report report;
	struct fault fault;
	char *taken; /* a line for each row that reached the sink */
	size_t taken_bytes;
	FILE *into;
	enum intake_result answer;
	struct fault refusal; /* given with FAULT_NONE unset: each row is refused so */
};

static inline const char *reading_iso(day_number day)
{
	static char ring[8][DATE_TEXT_ROOM];
	static int next;

	next = (next + 1) % 8;
	return day == DAY_NONE ? "-" : date_to_iso(day, ring[next]);
}

static inline bool reading_answer(struct reading *r, enum intake_result *out, struct fault *f)
{
	fputc('\n', r->into);
	*out = r->answer;
	if (r->refusal.code)
		*f = r->refusal;
	return r->refusal.code == FAULT_NONE;
}

static inline bool reading_contact(void *payload, const struct intake_contact *row, enum intake_result *out,
				   struct fault *f)
{
	struct reading *r = payload;

	fprintf(r->into, "%s|%s|%s|%s|%s|%s|%s", row->agency, row->quorum_group, row->name, row->role, row->email,
		row->phone, reading_iso(row->checked_on));
	if (*row->method || *row->address || *row->deputy)
		fprintf(r->into, "|%s|%s|%s", row->method, row->address, row->deputy);
	return reading_answer(r, out, f);
}

static inline bool reading_person(void *payload, const struct intake_person *row, enum intake_result *out,
				  struct fault *f)
{
	struct reading *r = payload;
	const struct person *p = &row->person;

	fprintf(r->into, "%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%d|%s|%s", row->family_reference, p->la_child_id,
		p->surname, p->given_names, p->known_as, relationship_token(row->relationship), reading_iso(p->born_on),
		reading_iso(p->expected_on), sex_token(p->sex), row->address.lines, row->address.postcode, p->phone,
		p->email, p->language, p->needs_interpreter, yes_no_token(row->parental_responsibility),
		row->address.confidential_from);
	if (row->theirs && *row->theirs)
		fprintf(r->into, "|theirs: %s", row->theirs);
	return reading_answer(r, out, f);
}

static inline bool reading_request(void *payload, const struct intake_request *row, enum intake_result *out,
				   struct fault *f)
{
	struct reading *r = payload;

	fprintf(r->into, "%s|%s|%s|%s|%s|%s|%s|%s|%s", row->family_reference, row->children,
		conference_type_token(row->type), reading_iso(row->strategy_on), row->social_worker, row->reason,
		row->interpreter, row->sittings, row->avoid);
	return reading_answer(r, out, f);
}

static inline void reading_episode(FILE *into, const struct intake_episode *e)
{
	fprintf(into, " [%s %s %s %s-%s icpc %s%s", reading_iso(e->referred_on), e->referral_source, e->primary_need,
		reading_iso(e->closed_on), e->closure_reason, reading_iso(e->conference_on),
		e->is_no_further_action ? " nfa" : "");
	for (size_t i = 0; i < e->assessment_count; i++)
		fprintf(into, " assessed %s %s %s (%s)", reading_iso(e->assessments[i].started_on),
			reading_iso(e->assessments[i].internal_review_on), reading_iso(e->assessments[i].authorised_on),
			e->assessments[i].factors);
	for (size_t i = 0; i < e->need_plan_count; i++)
		fprintf(into, " cin %s %s", reading_iso(e->need_plans[i].started_on),
			reading_iso(e->need_plans[i].ended_on));
	for (size_t i = 0; i < e->section47_count; i++)
		fprintf(into, " s47 %s %s %s", reading_iso(e->section47s[i].strategy_on),
			reading_iso(e->section47s[i].conference_on), yes_no_token(e->section47s[i].not_required));
	for (size_t i = 0; i < e->plan_count; i++) {
		const struct intake_plan *plan = &e->plans[i];

		fprintf(into, " plan %s %s %s %s %d", reading_iso(plan->started_on), reading_iso(plan->ended_on),
			category_token(plan->initial), category_token(plan->latest), plan->previous_plans);
		for (size_t n = 0; n < plan->review_count; n++)
			fprintf(into, " reviewed %s", reading_iso(plan->reviews[n]));
	}
	fputc(']', into);
}

static inline bool reading_child(void *payload, const struct intake_child *child, struct arena *mem,
				 struct intake_complaint_list *complaints, enum intake_result *out, struct fault *f)
{
	struct reading *r = payload;
	const struct person *p = &child->person;

	(void)mem;
	(void)complaints;
	fprintf(r->into, "%s|%s|%s|%s|%s|%s|%s|%s|%s", p->la_child_id, p->upn, p->upn_unknown, reading_iso(p->born_on),
		reading_iso(p->expected_on), reading_iso(p->died_on), sex_token(p->sex), p->ethnicity, p->disabilities);
	for (size_t i = 0; i < child->episode_count; i++)
		reading_episode(r->into, &child->episodes[i]);
	return reading_answer(r, out, f);
}

static inline bool reading_file(struct reading *r, enum import_kind kind, FILE *file)
{
	const struct import_sink sink = {r, reading_contact, reading_person, reading_request, reading_child, "201"};
	bool ok;

	assert_non_null(file);
	r->into = open_memstream(&r->taken, &r->taken_bytes);
	assert_non_null(r->into);
	ok = import_read(kind, file, "list", &sink, NULL, &r->mem, &r->report, &r->fault);
	fclose(r->into);
	fclose(file);
	return ok;
}

static inline bool reading_bytes(struct reading *r, enum import_kind kind, const char *bytes, size_t count)
{
	FILE *file = tmpfile();

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, count, file), count);
	rewind(file);
	return reading_file(r, kind, file);
}

static inline bool reading_text(struct reading *r, enum import_kind kind, const char *text)
{
	return reading_bytes(r, kind, text, strlen(text));
}

static inline bool reading_sample(struct reading *r, enum import_kind kind, const char *name)
{
	char path[400];

	snprintf(path, sizeof path, "%s/tests/fixtures/samples/%s", SOURCE_FOLDER, name);
	return reading_file(r, kind, fopen(path, "rb"));
}

/* The n-th problem as it is shown. */
static inline const char *reading_problem(struct reading *r, size_t n)
{
	return n < r->report.problems.count ? import_problem_text(&r->report, &r->report.problems.items[n], &r->mem)
					    : "";
}

static inline void reading_end(struct reading *r)
{
	free(r->taken);
	arena_finish(&r->mem);
	*r = (struct reading){0};
}

#endif
