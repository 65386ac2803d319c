/* The manual against the program: docs/practice.md may not say one figure while the profiles say another, and
 * docs/settings.md names every key there is. */
#include "domain/role.h"
#include "settings/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena mem;

static int tear_down(void **state)
{
	(void)state;
	arena_finish(&mem);
	return 0;
}

static const char *document(const char *name)
{
	FILE *file = fopen(arena_printf(&mem, "%s/docs/%s", SOURCE_FOLDER, name), "r");
	char *text = arena_alloc(&mem, 64 * 1024);

	assert_non_null(file);
	assert_non_null(text);
	assert_true(fread(text, 1, 64 * 1024 - 1, file) < 64 * 1024 - 1);
	assert_int_equal(fclose(file), 0);
	return text;
}

static const struct settings *profile(const char *name)
{
	struct settings *settings;
	struct fault f = {0};

	if (!settings_load(&settings, NULL, name, &mem, &f))
		fail_msg("%s", f.message);
	return settings;
}

/* The lines of a table that follows a mark, without its two heading lines. */
static void assert_table(const char *text, const char *mark, const char *heading, const char *rows)
{
	const char *wanted = arena_printf(&mem, "<!-- %s -->\n%s%s\n", mark, heading, rows);

	if (strstr(text, wanted))
		return;
	/* Not fail_msg: it cuts a long message off. */
	fprintf(stderr, "docs/practice.md should hold:\n%s", wanted);
	fail();
}

static const char *owner_label(const char *token)
{
	enum role role = ROLE_COUNT;

	assert_true(role_from_token(token, &role));
	return role_label(role);
}

static void the_rules_in_the_manual_are_the_rules_kept(void **state)
{
	const struct settings *national = profile("national");
	const char *rows = "";
	char words[RULE_WORDS_ROOM];

	(void)state;
	for (int i = 0; i < RULE_COUNT; i++) {
		enum rule_key key = (enum rule_key)i;
		const struct rule *rule = &national->policy.rules[key];

		rows = arena_printf(&mem, "%s| `%s` | %s | %s | %s | %s | %s | %s |\n", rows, rule_token(key),
				    lane_label(rule_lane(key)), rule_label(key), rule_words(key, rule, words),
				    rule->statutory ? "national" : "", owner_label(rule->owner), rule->source);
	}
	assert_table(document("practice.md"), "rules",
		     "| key | lane | what must be seen done | counted | duty | owner | source |\n"
		     "| --- | --- | --- | --- | --- | --- | --- |\n",
		     rows);
}

static void the_figures_in_the_manual_are_the_figures_kept(void **state)
{
	const struct settings *national = profile("national");
	const char *rows = "";

	(void)state;
#define X(member, key, least, most, unit)                                                                              \
	rows = arena_printf(&mem, "%s| `%s` | %d | %s | %s |\n", rows, key, national->policy.member, unit,             \
			    national->figure_sources.member);
	POLICY_FIGURES(X)
#undef X
	assert_table(document("practice.md"), "figures", "| key | default | in | source |\n| --- | --- | --- | --- |\n",
		     rows);
}

static void the_choices_in_the_manual_are_the_choices_made(void **state)
{
	static const char *const distinct[] = {[QUORUM_BY_AGENCY] = "agency", [QUORUM_BY_GROUP] = "group"};
	static const char *const start[] = {[TRANSFER_NOTICE_WRITTEN] = "notice_written",
					    [TRANSFER_REFERRAL_RECEIVED] = "referral_received",
					    [TRANSFER_REFERRAL_ACCEPTED] = "referral_accepted",
					    [TRANSFER_MOVE_NOTIFIED] = "move_notified"};
	static const char *const shown[] = {
		[RESTRICTED_SHOWN_NOTHING] = "nothing", [RESTRICTED_SHOWN_NAME_OF_MANAGER] = "name_of_manager"};
	const struct settings *national = profile("national");
	const struct policy *policy = &national->policy;
	const char *rows = arena_printf(
		&mem,
		"| `quorum.distinct` | %s | %s |\n| `transfer.start` | %s | %s |\n| `chair.title` | %s | %s |\n"
		"| `categories.multiple` | %s | %s |\n| `note.format` | %s | %s |\n"
		"| `restricted.shown` | %s | %s |\n",
		distinct[policy->quorum_distinct], national->quorum_distinct_source, start[policy->transfer_start],
		national->transfer_start_source, policy->chair_title, national->chair_title_source,
		policy->may_be_multiple ? "yes" : "no", national->multiple_source,
		note_format_token(policy->note_format), national->note_format_source, shown[policy->restricted_shown],
		national->restricted_shown_source);

	(void)state;
	assert_table(document("practice.md"), "choices", "| key | default | source |\n| --- | --- | --- |\n", rows);
}

static void the_retention_rules_in_the_manual_are_the_rules_kept(void **state)
{
	const struct settings *national = profile("national");
	const char *rows = "";

	(void)state;
	for (int i = 0; i < RETENTION_RULE_COUNT; i++) {
		const struct retention_rule *rule = &national->policy.retention[i];
		enum retention_rule_key key = (enum retention_rule_key)i;

		rows = arena_printf(&mem, "%s| `%s` | %s | %d years from the %s | %s |\n", rows,
				    retention_rule_key_token(key), retention_rule_key_label(key), rule->years,
				    retention_trigger_label(rule->from), rule->basis);
	}
	assert_table(document("practice.md"), "retention",
		     "| key | of whom | kept | source |\n| --- | --- | --- | --- |\n", rows);
}

static const char *council_rows(const char *name, const struct settings *national, const char *rows)
{
	const struct settings *local = profile(name);
	char words[RULE_WORDS_ROOM];

	for (int i = 0; i < RULE_COUNT; i++) {
		const struct rule *rule = &local->policy.rules[i];
		if (strcmp(rule->source, national->policy.rules[i].source) != 0)
			rows = arena_printf(&mem, "%s| %s | `%s` | %s | %s |\n", rows, local->policy.label,
					    rule_token((enum rule_key)i), rule_words((enum rule_key)i, rule, words),
					    rule->source);
	}
#define X(member, key, least, most, unit)                                                                              \
	if (strcmp(local->figure_sources.member, national->figure_sources.member) != 0)                                \
		rows = arena_printf(&mem, "%s| %s | `%s` | %d %s | %s |\n", rows, local->policy.label, key,            \
				    local->policy.member, unit, local->figure_sources.member);
	POLICY_FIGURES(X)
#undef X
	if (strcmp(local->chair_title_source, national->chair_title_source) != 0)
		rows = arena_printf(&mem, "%s| %s | `chair.title` | %s | %s |\n", rows, local->policy.label,
				    local->policy.chair_title, local->chair_title_source);
	if (strcmp(local->note_format_source, national->note_format_source) != 0)
		rows = arena_printf(&mem, "%s| %s | `note.format` | %s | %s |\n", rows, local->policy.label,
				    note_format_token(local->policy.note_format), local->note_format_source);
	return rows;
}

static void the_councils_in_the_manual_are_the_profiles(void **state)
{
	const struct settings *national = profile("national");
	const char **names = settings_profiles(NULL, &mem);
	const char *rows = "";

	(void)state;
	for (size_t i = 0; names[i]; i++)
		if (strcmp(names[i], "national") != 0)
			rows = council_rows(names[i], national, rows);
	assert_table(document("practice.md"), "councils",
		     "| council | key | figure | source |\n| --- | --- | --- | --- |\n", rows);
}

static const char *const keys[] = {
	"hours",
	"start",
	"end",
	"slot_step",
	"chairs",
	"rooms",
	"minute_takers",
	"closure_days",
	"name",
	"login",
	"video",
	"access",
	"weekdays",
	"day",
	"from",
	"until",
	"profile",
	"version",
	"label",
	"extends",
	"rules",
	"figures",
	"choices",
	"notes",
	"in_force",
	"count",
	"unit",
	"after",
	"before",
	"inclusive",
	"statutory",
	"owner",
	"source",
	"value",
	"text",
	"known_from",
	"known_until",
	"days",
	"quorum.distinct",
	"transfer.start",
	"chair.title",
	"office",
	"mail",
	"print",
	"address",
	"phone",
	"email",
	"complaints",
	"command",
	"seconds",
	"from_name",
	"from_address",
	"reply_to",
	"message_domain",
	"agencies.yaml",
	"standing",
	"agency",
	"role",
	"children",
	"age_from",
	"age_to",
	"report",
	"report_only",
	"wanted",
	"format",
	"headings",
	"key",
	"heading",
	"of",
	"hints",
	"formats/",
	"categories.multiple",
	"note.format",
	"retention",
	"years",
};

static void every_key_of_the_settings_is_explained(void **state)
{
	const char *text = document("settings.md");

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!strstr(text, arena_printf(&mem, "`%s`", keys[i])))
			fail_msg("docs/settings.md does not explain `%s`", keys[i]);
	for (int i = 0; i < RETENTION_RULE_COUNT; i++)
		if (!strstr(text, arena_printf(&mem, "`%s`", retention_rule_key_token((enum retention_rule_key)i))))
			fail_msg("docs/settings.md does not name the retention rule %d", i);
	for (int i = 0; i < RULE_COUNT; i++)
		if (!strstr(text, arena_printf(&mem, "`%s`", rule_token((enum rule_key)i))))
			fail_msg("docs/settings.md does not name the rule `%s`", rule_token((enum rule_key)i));
#define X(member, key, least, most, unit)                                                                              \
	if (!strstr(text, arena_printf(&mem, "| `%s` | %d to %d |", key, least, most)))                                \
		fail_msg("docs/settings.md lacks | `%s` | %d to %d |", key, least, most);
	POLICY_FIGURES(X)
#undef X
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(the_rules_in_the_manual_are_the_rules_kept, tear_down),
		cmocka_unit_test_teardown(the_figures_in_the_manual_are_the_figures_kept, tear_down),
		cmocka_unit_test_teardown(the_choices_in_the_manual_are_the_choices_made, tear_down),
		cmocka_unit_test_teardown(the_retention_rules_in_the_manual_are_the_rules_kept, tear_down),
		cmocka_unit_test_teardown(the_councils_in_the_manual_are_the_profiles, tear_down),
		cmocka_unit_test_teardown(every_key_of_the_settings_is_explained, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
