/* What was shared outside without being typed again: letters with their papers and notices that left the authority; and
 * what a child's own history and timeline say of visits, of what was shared, and of a loss. */
#include "casework/births.h"
#include "casework/disclosures.h"
#include "casework/notices.h"
#include "casework/pages.h"
#include "casework/timeline.h"
#include "casework/visits.h"
#include "transfer_steps.h"

static void all_sent(struct casework_fixture *fixture)
{
	number(fixture, "UPDATE delivery SET state = 'sent', settled_at = queued_at WHERE state = 'waiting'");
}

/* "to: what" of each line of the register, newest first. */
static const char *shared_lines(struct casework_fixture *fixture, int64_t family)
{
	struct disclosure_page page;
	const char *out = "";

	MUST(casework_disclosures(fixture->cw, family, &fixture->mem, &page, f));
	for (size_t i = 0; i < page.shared.count; i++)
		out = arena_printf(&fixture->mem, "%s%s: %s\n", out, page.shared.items[i].to,
				   page.shared.items[i].what);
	return out;
}

static void notices_that_left_us_are_shared(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request abroad = an_end(d.ada, PLAN_END_ABROAD, "2026-04-15");
	int64_t ending = ended(fixture, &abroad);
	size_t written;
	const char *lines;

	MUST(casework_notice_send(fixture->cw, NOTICE_PLAN_ENDED_AGENCY, ending, NULL, 0, &written, f));
	assert_true(written > 1);
	assert_string_equal(shared_lines(fixture, d.family), ""); /* waits, and has told nobody anything */
	all_sent(fixture);
	lines = shared_lines(fixture, d.family);
	assert_non_null(strstr(lines, "K. Evans, Station Primary School: "));
	assert_null(strstr(lines, "Emma Evans")); /* our own social care */
	assert_null(strstr(lines, "Amelia"));     /* the family is not outside */
}

static void another_authority_is_outside(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct transfer_registration move = a_move(d.family, TRANSFER_OUT, "2026-04-14");
	int64_t id = moves(fixture, &move);
	size_t written;

	MUST(casework_notice_send(fixture->cw, NOTICE_TRANSFER_TOLD, id, NULL, 0, &written, f));
	all_sent(fixture);
	assert_non_null(strstr(shared_lines(fixture, d.family), "duty chair"));
}

/* A bundle is a letter whose papers are what is shared. */
static void papers_are_named_with_the_letter(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);

	number(fixture,
	       "INSERT INTO paper (family_id, name, media_type, bytes, digest, content, kept_at, by_user) VALUES "
	       "((SELECT max(id) FROM family), 'Reports C-0001.pdf', 'pdf', 1, 'd', x'00', 1, 'root')");
	number(fixture,
	       "INSERT INTO letter (template, template_version, family_id, conference_id, invitee_id, recipient, "
	       "subject, content, digest, written_at, by_user) VALUES ('bundle', '1', %lld, %lld, %lld, 'K. Evans', "
	       "'Papers for Wed 1 Apr.', 'c', 'd', 1, 'root')",
	       (long long)d.family, (long long)d.id, (long long)d.school);
	number(fixture, "INSERT INTO enclosure (letter_id, position, name, kind, paper_id) SELECT max(l.id), 0, "
			"'Reports C-0001.pdf', 'paper', (SELECT max(id) FROM paper) FROM letter AS l");
	number(fixture, "INSERT INTO delivery (letter_id, method, state, queued_at, next_at, settled_at, by_user) "
			"SELECT max(id), 'email', 'sent', 1, 1, 1, 'root' FROM letter");
	assert_string_equal(shared_lines(fixture, d.family),
			    "K. Evans, Station Primary School: Papers for Wed 1 Apr. With: Reports C-0001.pdf.\n");
}

/* --- A child's own history --- */

static const char *history_of(struct casework_fixture *fixture, int64_t child)
{
	struct child_page page;
	const char *out = "";

	MUST(casework_child_page(fixture->cw, child, &fixture->mem, &page, f));
	for (size_t i = 0; i < page.history.count; i++)
		out = arena_printf(&fixture->mem, "%s%s\n", out, page.history.items[i].what);
	return out;
}

static void a_childs_history_has_visits_and_what_was_shared(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct visit visit = visit_blank();
	const struct visit_child to = {
		.person_id = d.ada, .outcome = VISIT_SEEN, .alone = ANSWER_YES, .bedroom = ANSWER_YES, .why = ""};
	struct disclosure told = disclosure_blank();

	visit.visited_on = date_from_iso("2026-04-17");
	visit.by_whom = "Emma Evans";
	visit.place = "home";
	MUST(casework_visit_record(fixture->cw, d.family, &visit, &to, 1, f));
	told.shared_on = date_from_iso("2026-04-18");
	told.what = "That Ada is on a plan.";
	told.agency = "Northgate Housing";
	told.why = "The lock is to be mended.";
	told.ground = DISCLOSURE_PROTECTION;
	told.decided_by = "Dana Webb";
	told.shared_by = "Tom Campbell";
	MUST(casework_disclosure_record(fixture->cw, d.family, &told, &d.ada, 1, f));
	assert_non_null(strstr(history_of(fixture, d.ada), "Visit on Fri 17 Apr 2026 by Emma Evans, home: seen alone"));
	assert_non_null(strstr(history_of(fixture, d.ada),
			       "Shared on Sat 18 Apr 2026 with Northgate Housing, to protect a "
			       "child: That Ada is on a plan."));
	assert_null(strstr(history_of(fixture, d.skye), "Visit on")); /* she was not there */
	assert_null(strstr(history_of(fixture, d.skye), "Shared on"));
	told.corrects_id = told.id;
	told.correction_why = "the housing office was not rung after all";
	told.is_struck = true;
	MUST(casework_disclosure_record(fixture->cw, d.family, &told, NULL, 0, f));
	assert_null(strstr(history_of(fixture, d.ada), "Shared on"));
}

/* --- A loss --- */

static const char *told_on_timeline(struct casework_fixture *fixture, int64_t family, int64_t child)
{
	struct timeline line;
	const char *out = "";

	MUST(casework_timeline(fixture->cw, family, child, &fixture->mem, &line, f));
	for (size_t i = 0; i < line.events.count; i++)
		out = arena_printf(&fixture->mem, "%s%s\n", out, line.events.items[i].sentence);
	return out;
}

static void a_loss_is_one_plain_sentence(void **state)
{
	static const struct {
		enum loss_kind kind;
		const char *says;
	} rows[] = {{LOSS_STILLBIRTH, "The baby was stillborn.\n"},
		    {LOSS_MISCARRIAGE, "The pregnancy ended in a miscarriage.\n"}};
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct person unborn = some_person("Okonkwo", "", "");
		struct loss loss = {
			.version = 1, .kind = rows[i].kind, .on = date_from_iso("2026-04-18"), .words = "the midwife"};
		const char *line;

		unborn.expected_on = date_from_iso("2026-04-25");
		MUST(casework_member_add(fixture->cw, d.family, &unborn, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f));
		assert_non_null(strstr(told_on_timeline(fixture, 0, unborn.id), "is expected"));
		loss.person_id = unborn.id;
		MUST(casework_loss(fixture->cw, &loss, f));
		line = told_on_timeline(fixture, 0, unborn.id);
		assert_string_equal(line, rows[i].says); /* and that a birth was expected no more */
		assert_non_null(strstr(told_on_timeline(fixture, d.family, 0), rows[i].says));
	}
}

static void a_death_is_said_once(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request died = an_end(d.ada, PLAN_END_DIED, "2026-04-18");
	const char *line;

	ended(fixture, &died);
	line = told_on_timeline(fixture, d.family, 0);
	assert_non_null(strstr(line, "Ada died.\n"));
	assert_non_null(strstr(line, "Plan P-0001 for Ada ended.\n"));
	assert_null(strstr(line, "ended: died"));
	assert_non_null(strstr(told_on_timeline(fixture, 0, d.ada), "The child died.\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(notices_that_left_us_are_shared),
		FIXTURE_TEST(another_authority_is_outside),
		FIXTURE_TEST(papers_are_named_with_the_letter),
		FIXTURE_TEST(a_childs_history_has_visits_and_what_was_shared),
		FIXTURE_TEST(a_loss_is_one_plain_sentence),
		FIXTURE_TEST(a_death_is_said_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
