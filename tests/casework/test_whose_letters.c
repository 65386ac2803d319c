/* A family of half-siblings, Ada of Emeka and Chidi of another: what reaches Emeka, by every way there is. */
#include "bundle_steps.h"
#include "casework/whose_child.h"
#include "report_reader.h"
#include "sending_steps.h"
#include "work.h"

struct divided {
	struct mailing_world w;
	struct casework_fixture *fixture;
	int64_t family, emeka, ada, chidi;
};

static int64_t given(struct casework_fixture *fixture, const char *name)
{
	return number(fixture, "SELECT id FROM person WHERE given_names = '%s'", name);
}

static void say(struct divided *d, const struct parent_of *rows, size_t count)
{
	struct parent_of_list said = {(struct parent_of *)rows, count, 0};
	int64_t version = number(d->fixture, "SELECT version FROM family WHERE id = %lld", (long long)d->family);

	MUST(casework_whose_child_save(d->fixture->cw, d->family, version, &said, &version, f));
}

static struct divided undivided(struct casework_fixture *fixture)
{
	struct divided d = {.fixture = fixture};

	configured(fixture, "/bin/cat", "/bin/cat");
	d.w = a_mailing_world(fixture);
	d.family = number(fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)d.w.conference);
	d.emeka = given(fixture, "Emeka");
	d.ada = given(fixture, "Ada");
	d.chidi = given(fixture, "Chidi");
	return d;
}

static void divide(struct divided *d)
{
	const struct parent_of rows[] = {{.adult_id = d->emeka, .child_id = d->ada, .is_theirs = true},
					 {.adult_id = d->emeka, .child_id = d->chidi}};

	say(d, rows, 2);
}

static struct divided divided(struct casework_fixture *fixture)
{
	struct divided d = undivided(fixture);

	divide(&d);
	return d;
}

/* --- What the sender is told --- */

static void the_preview_says_of_whom(void **state)
{
	struct divided d = divided(*state);
	struct mailing_item_list list = previewed(&d.w, MAILING_INVITATIONS);

	assert_string_equal(item_of(&list, d.w.father)->of, "of Ada; not of Chidi");
	assert_null(strstr(item_of(&list, d.w.father)->text, "Chidi"));
	assert_string_equal(item_of(&list, d.w.mother)->of, "");
	assert_string_equal(item_of(&list, d.w.school)->of, "");
}

/* --- What waits --- */

static const char *state_of(struct divided *d, int64_t invitee)
{
	struct letter_item_list list = letters_of_world(&d->w);

	return delivery_state_token(letter_to(&list, invitee)->state);
}

static void post(struct divided *d)
{
	const unsigned char *pdf;
	const char *ids;
	size_t bytes, count;

	MUST(casework_post_pdf(d->fixture->cw, &d->fixture->mem, &pdf, &bytes, &count, &ids, f));
}

/* What is said in the second in which a letter is written counts as said before it: it is made a minute later. */
static void a_minute_later(struct divided *d)
{
	number(d->fixture,
	       "UPDATE parent_of SET said_at = said_at + 60 WHERE said_at >= (SELECT max(written_at) FROM letter)");
}

static void a_letter_of_before_is_held_back(void **state)
{
	static const enum { SAID, TAKEN_BACK, OF_ANOTHER } ways[] = {SAID, TAKEN_BACK, OF_ANOTHER};
	struct casework_fixture *fixture = *state;
	struct divided d = undivided(fixture);
	int64_t liam = given(fixture, "Grace"); /* by her, another father */

	number(fixture, "UPDATE family_member SET relationship = 'father' WHERE person_id = %lld", (long long)liam);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		const struct parent_of both[] = {{.adult_id = d.emeka, .child_id = d.ada, .is_theirs = true},
						 {.adult_id = d.emeka, .child_id = d.chidi, .is_theirs = true}};
		const struct parent_of of_liam = {.adult_id = liam, .child_id = d.chidi, .is_theirs = true};

		say(&d, both, ways[i] == TAKEN_BACK ? 2 : 0);
		number(fixture, "UPDATE parent_of SET said_at = said_at - 120");
		mailed(&d.w, MAILING_INVITATIONS);
		if (ways[i] == SAID)
			divide(&d);
		else
			say(&d, ways[i] == TAKEN_BACK ? both : &of_liam, 1);
		a_minute_later(&d);
		post(&d);
		assert_string_equal(state_of(&d, d.w.father), "withdrawn");
		if (ways[i] != TAKEN_BACK)
			assert_string_equal(state_of(&d, d.w.mother), "waiting");
	}
}

/* --- Reports and bundles --- */

static int64_t report_of(struct divided *d, int64_t invitee)
{
	return number(d->fixture, "SELECT id FROM report WHERE invitee_id = %lld", (long long)invitee);
}

static void received(struct divided *d, int64_t report)
{
	number(d->fixture, "UPDATE report SET received_on = '2026-03-31' WHERE id = %lld", (long long)report);
}

static void speaks_of(struct divided *d, int64_t report, int64_t child)
{
	number(d->fixture, "DELETE FROM report_child WHERE report_id = %lld", (long long)report);
	if (child)
		number(d->fixture, "INSERT INTO report_child VALUES (%lld, %lld)", (long long)report, (long long)child);
}

static bool shares(struct divided *d, int64_t report, int64_t person, struct fault *why)
{
	struct report_marking marking = a_marking(d->fixture, report, MARK_SHARED, "2026-04-01", person);
	bool taken_back;

	return casework_report_mark(d->fixture->cw, &marking, &taken_back, why);
}

/* The officer, in the tab of reports. */
static bool is_told(struct divided *d, int64_t report)
{
	struct reports_page page = page_of(d->fixture, d->w.conference);

	return strstr(line_of(&page, report)->detail,
		      "not for Emeka Okonkwo: it may speak of a child who is not theirs") != NULL;
}

/* Of all of them, of Ada alone, of Chidi alone: the second only. */
static void a_report_goes_to_who_may_read_of_each(void **state)
{
	struct divided d = divided(*state);
	int64_t school = report_of(&d, d.w.school), health = report_of(&d, d.w.health);
	struct fault why = {0};

	received(&d, school);
	received(&d, health);
	speaks_of(&d, health, d.ada);
	assert_true(is_told(&d, school));
	assert_false(is_told(&d, health));
	assert_false(shares(&d, school, d.emeka, &why));
	assert_non_null(strstr(why.message, "a child who is not theirs"));
	speaks_of(&d, school, d.chidi);
	assert_false(shares(&d, school, d.emeka, &why));
	MUST(shares(&d, health, d.emeka, f));
	MUST(shares(&d, school, given(d.fixture, "Ngozi"), f));
}

static const char *how_of(const struct bundle_plan *plan, int64_t report)
{
	for (size_t i = 0; i < plan->parts.count; i++)
		if (plan->parts.items[i].report_id == report)
			return plan->parts.items[i].how;
	return "";
}

/* Shared before it was said: it is left out of the bundle all the same. */
static void a_bundle_leaves_out_what_is_of_another(void **state)
{
	struct divided d = undivided(*state);
	int64_t school = report_of(&d, d.w.school), health = report_of(&d, d.w.health);
	struct bundle_plan plan;

	received(&d, school);
	received(&d, health);
	speaks_of(&d, school, d.chidi);
	speaks_of(&d, health, d.ada);
	MUST(shares(&d, school, d.emeka, f));
	MUST(shares(&d, health, d.emeka, f));
	divide(&d);
	MUST(casework_bundle_plan(d.fixture->cw, d.w.conference, d.emeka, &d.fixture->mem, &plan, f));
	assert_string_equal(how_of(&plan, school), "speaks of a child who is not theirs: left out");
	assert_string_equal(how_of(&plan, health), "shared, but no file is attached");
}

/* The file itself, as it would be handed over: the other child's report is no part of it, merged or beside. */
static void the_file_of_a_bundle_holds_their_own_alone(void **state)
{
	struct divided d = undivided(*state);
	int64_t school = report_of(&d, d.w.school), health = report_of(&d, d.w.health);
	const char *path, *papers;

	attach_pdf(d.fixture, school, "school.pdf", 2);
	attach_pdf(d.fixture, health, "health.pdf", 3);
	received(&d, school);
	received(&d, health);
	speaks_of(&d, school, d.chidi);
	speaks_of(&d, health, d.ada);
	MUST(shares(&d, school, d.emeka, f));
	MUST(shares(&d, health, d.emeka, f));
	divide(&d);
	MUST(casework_bundle_make(d.fixture->cw, d.w.conference, d.emeka, d.fixture->folder, &d.fixture->mem, &path,
				  f));
	unlink(path);
	papers = casework_fixture_text(
		d.fixture,
		"SELECT b.reports || ' in ' || (b.pages > 3) || ': ' || group_concat(p.name) FROM bundle AS b "
		"JOIN paper AS p ON ' ' || b.merged || ' ' || b.beside || ' ' LIKE '% ' || p.id || ' %'");
	assert_string_equal(papers, "1 in 1: health.pdf");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SENDING_TEST(the_preview_says_of_whom),
		SENDING_TEST(a_letter_of_before_is_held_back),
		SENDING_TEST(a_report_goes_to_who_may_read_of_each),
		SENDING_TEST(a_bundle_leaves_out_what_is_of_another),
		SENDING_TEST(the_file_of_a_bundle_holds_their_own_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
