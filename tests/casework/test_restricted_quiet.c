/* Where the authority lets nothing be shown of a restricted family, it answers to its reference as one that is not
 * there; that it was asked for stands in the log all the same. */
#include "booking_steps.h"
#include "casework/intake.h"
#include "casework/letters.h"
#include "casework/pages.h"
#include "intake_rows.h"

#include <sys/stat.h>

#define HIDDEN "FAM-8181"
#define ABSENT "FAM-7777"

static void write_file(const char *folder, const char *name, const char *text)
{
	char path[300];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* The same case file under a policy of its own, for somebody who is not named. */
static void open_quietly(struct casework_fixture *fixture)
{
	char folder[200];

	snprintf(fixture->config, sizeof fixture->config, "%s/config", fixture->folder);
	snprintf(folder, sizeof folder, "%s/policy", fixture->config);
	assert_int_equal(mkdir(fixture->config, 0700), 0);
	assert_int_equal(mkdir(folder, 0700), 0);
	write_file(folder, "quiet.yaml",
		   "profile: quiet\nversion: \"1\"\nlabel: Quiet\nextends: national\n\nchoices:\n"
		   "  restricted.shown: {value: nothing, source: \"decided by the board\"}\n");
	write_file(fixture->config, "authority.yaml",
		   "hours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\n"
		   "chairs:\n  - {name: Siân Pritchard, login: spritchard}\nrooms:\n  - {name: Room "
		   "1}\nminute_takers:\n  - {name: Emma Hill, login: ehill}\n");
	number(fixture, "UPDATE authority SET profile = 'quiet'");
	casework_fixture_open_as(fixture, "stranger",
				 ROLE_BIT(ROLE_BUSINESS_SUPPORT) | ROLE_BIT(ROLE_CHAIR) | ROLE_BIT(ROLE_MANAGER));
}

static void make_hidden(struct casework_fixture *fixture)
{
	const struct intake_person row = person_row(HIDDEN, "ZQX99", "Quillfeather", "Peregrine", RELATIONSHIP_CHILD,
						    "2016-02-03");
	enum intake_result result;

	MUST(intake_person(fixture->cw, &row, &result, f));
	number(fixture, "UPDATE family SET is_restricted = 1 WHERE reference = '" HIDDEN "'");
}

static bool resolve(struct casework *cw, const char *reference, struct arena *mem, struct fault *f)
{
	enum found_kind kind;
	int64_t id;

	(void)mem;
	return casework_resolve(cw, reference, &kind, &id, f);
}

static bool request(struct casework *cw, const char *reference, struct arena *mem, struct fault *f)
{
	const struct intake_request row = {.family_reference = reference,
					   .children = "",
					   .type = CONFERENCE_INITIAL,
					   .strategy_on = date_from_iso("2026-03-30"),
					   .social_worker = "",
					   .reason = "injury",
					   .interpreter = "",
					   .sittings = "",
					   .avoid = ""};
	enum intake_result result;

	(void)mem;
	return intake_request(cw, &row, &result, f);
}

static bool letter(struct casework *cw, const char *reference, struct arena *mem, struct fault *f)
{
	struct letter_tried tried;

	return casework_letter_try(cw, "moved", reference, "", false, mem, &tried, f);
}

static const struct {
	const char *what;
	bool (*asks)(struct casework *cw, const char *reference, struct arena *mem, struct fault *f);
} ways[] = {{"show", resolve}, {"import requests", request}, {"letter", letter}};

/* The sentence, with the reference it was asked by left out. */
static const char *sentence(const struct fault *f, const char *reference, struct arena *mem)
{
	const char *at = strstr(f->message, reference);

	return at ? arena_printf(mem, "%.*s...%s", (int)(at - f->message), f->message, at + strlen(reference))
		  : arena_text(mem, f->message);
}

static void it_answers_as_one_that_is_not_there(void **state)
{
	struct casework_fixture *fixture = *state;

	make_hidden(fixture);
	open_quietly(fixture);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		int64_t refused = casework_fixture_audited(fixture, "refused");
		struct fault hidden = {0}, absent = {0};

		print_message("%s\n", ways[i].what);
		assert_false(ways[i].asks(fixture->cw, HIDDEN, &fixture->mem, &hidden));
		assert_int_equal(casework_fixture_audited(fixture, "refused"), refused + 1);
		assert_false(ways[i].asks(fixture->cw, ABSENT, &fixture->mem, &absent));
		assert_int_equal(casework_fixture_audited(fixture, "refused"), refused + 1);
		assert_string_equal(sentence(&hidden, HIDDEN, &fixture->mem), sentence(&absent, ABSENT, &fixture->mem));
		assert_string_equal(hidden.field, absent.field);
		assert_int_equal(hidden.code, absent.code);
	}
}

/* The same file under the national policy says whom to ask. */
static void where_a_name_is_shown_it_says_whom_to_ask(void **state)
{
	struct casework_fixture *fixture = *state;

	make_hidden(fixture);
	casework_fixture_open_as(fixture, "stranger",
				 ROLE_BIT(ROLE_BUSINESS_SUPPORT) | ROLE_BIT(ROLE_CHAIR) | ROLE_BIT(ROLE_MANAGER));
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct fault f = {0};

		assert_false(ways[i].asks(fixture->cw, HIDDEN, &fixture->mem, &f));
		assert_int_equal(f.code, FAULT_NOT_ALLOWED);
		assert_non_null(strstr(f.message, HIDDEN " is restricted: ask "));
	}
}

#define FIXTURE_TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(it_answers_as_one_that_is_not_there),
		FIXTURE_TEST(where_a_name_is_shown_it_says_whom_to_ask),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
