/* Policy profiles: what each shipped one changes, and what is said of a slip in one. */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define HEAD "profile: mine\nversion: \"1\"\nlabel: Mine\nextends: national\n"

static struct settings *load(const char *profile, struct arena *mem)
{
	struct settings *settings;
	struct fault f = {0};

	if (!settings_load(&settings, NULL, profile, mem, &f))
		fail_msg("%s", f.message);
	return settings;
}

static void national_says_everything_with_a_source(void **state)
{
	struct arena mem = {0};
	struct settings *settings = load("national", &mem);
	const char *statutory = "";

	(void)state;
	for (int key = 0; key < RULE_COUNT; key++) {
		const struct rule *rule = &settings->policy.national[key];

		assert_true(rule->in_force && *rule->owner && *rule->source);
		assert_memory_equal(rule, &settings->policy.rules[key], sizeof *rule);
		assert_int_equal(rule->statutory, strncmp(rule->source, "Statutory: ", 11) == 0);
		if (rule->statutory)
			statutory = arena_printf(&mem, "%s %s", statutory, rule_token((enum rule_key)key));
		else if (!strstr(rule->source, "check locally"))
			fail_msg("%s is neither statutory nor marked as to be checked", rule_token((enum rule_key)key));
	}
	assert_string_equal(statutory, " icpc transfer_in core_group.first review.first review.next");
#define X(member, key, least, most, unit)                                                                              \
	assert_true(*settings->figure_sources.member);                                                                 \
	assert_in_range(settings->policy.member, least, most);
	POLICY_FIGURES(X)
#undef X
	for (int key = 0; key < RETENTION_RULE_COUNT; key++) {
		const struct retention_rule *rule = &settings->policy.retention[key];

		assert_true(rule->years > 0 && *rule->basis);
		if (strncmp(rule->basis, "Statutory: ", 11) != 0 && !strstr(rule->basis, "check your own"))
			fail_msg("retention %s is neither statutory nor marked as to be checked",
				 retention_rule_key_token((enum retention_rule_key)key));
	}
	assert_true(*settings->quorum_distinct_source && *settings->transfer_start_source &&
		    *settings->chair_title_source);
	assert_true(*settings->multiple_source && *settings->note_format_source && *settings->restricted_shown_source);
	assert_false(settings->policy.may_be_multiple);
	assert_int_equal(settings->policy.note_format, NOTES_STRENGTHENING_FAMILIES);
	assert_string_equal(settings->policy.name, "national");
	assert_string_equal(settings->policy.chair_title, "Conference chair");
	assert_int_equal(settings->policy.quorum_distinct, QUORUM_BY_AGENCY);
	assert_int_equal(settings->policy.transfer_start, TRANSFER_NOTICE_WRITTEN);
	arena_finish(&mem);
}

static bool same_rule(const struct rule *a, const struct rule *b)
{
	return a->in_force == b->in_force && a->n == b->n && a->unit == b->unit && a->before == b->before &&
	       a->inclusive == b->inclusive && strcmp(a->owner, b->owner) == 0;
}

/* What differs from national, in words; everything else must be the same. */
static const char *differences(const struct settings *local, const struct settings *national, struct arena *mem)
{
	const char *out = "";
	char words[RULE_WORDS_ROOM];

	for (int key = 0; key < RULE_COUNT; key++)
		if (!same_rule(&local->policy.rules[key], &national->policy.rules[key]))
			out = arena_printf(mem, "%s%s: %s; ", out, rule_token((enum rule_key)key),
					   rule_words((enum rule_key)key, &local->policy.rules[key], words));
#define X(member, key, least, most, unit)                                                                              \
	if (local->policy.member != national->policy.member)                                                           \
		out = arena_printf(mem, "%s%s: %d; ", out, key, local->policy.member);
	POLICY_FIGURES(X)
#undef X
	if (strcmp(local->policy.chair_title, national->policy.chair_title) != 0)
		out = arena_printf(mem, "%schair: %s; ", out, local->policy.chair_title);
	if (local->policy.note_format != national->policy.note_format)
		out = arena_printf(mem, "%snotes: %s; ", out, note_format_token(local->policy.note_format));
	if (local->policy.may_be_multiple != national->policy.may_be_multiple)
		out = arena_printf(mem, "%smultiple; ", out);
	return out;
}

static void a_council_differs_only_where_its_source_says_so(void **state)
{
	static const struct {
		const char *profile, *label, *differs;
	} rows[] = {
		{"newham", "Newham", "report.copies: 10; "},
		{"southwark", "Southwark",
		 "visit: visit + 4 weeks; review.first: initial conference + 90 days; chair: Independent chair; "
		 "notes: signs_of_safety; "},
		{"islington", "Islington", ""},
		{"sutton", "Sutton", ""},
		{"isle-of-wight", "Isle of Wight", "child.encourage_age: 10; chair: Independent chair; "},
	};
	struct arena mem = {0};
	struct settings *national = load("national", &mem);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct settings *local = load(rows[i].profile, &mem);

		assert_string_equal(local->policy.name, rows[i].profile);
		assert_string_equal(local->policy.label, rows[i].label);
		assert_string_equal(differences(local, national, &mem), rows[i].differs);
		assert_memory_equal(local->policy.national, national->policy.national,
				    sizeof national->policy.national);
		assert_true(local->notes.count > 0 && *local->notes.items[0].source);
	}
	arena_finish(&mem);
}

static void figures_of_the_councils_are_theirs(void **state)
{
	struct arena mem = {0};
	const struct policy *newham = &load("newham", &mem)->policy;
	const struct policy *southwark = &load("southwark", &mem)->policy;

	(void)state;
	assert_int_equal(newham->rules[RULE_REPORT_INITIAL].n, 2);
	assert_int_equal(newham->rules[RULE_REPORT_REVIEW].n, 5);
	assert_non_null(strstr(newham->rules[RULE_REPORT_REVIEW].source, "Newham"));
	assert_int_equal(newham->report_copies, 10);
	assert_int_equal(newham->child_encourage_age, 12);
	assert_int_equal(southwark->rules[RULE_CORE_GROUP_NEXT].n, 6);
	assert_int_equal(southwark->rules[RULE_CORE_GROUP_NEXT].unit, UNIT_WEEKS);
	assert_int_equal(southwark->family_premeet_minutes, 30);
	assert_string_equal(southwark->rules[RULE_REVIEW_FIRST].owner, "business_support"); /* carried over */
	assert_false(southwark->rules[RULE_REVIEW_FIRST].statutory);
	assert_true(southwark->national[RULE_REVIEW_FIRST].statutory);
	arena_finish(&mem);
}

/* Two dates that the profile makes differ: 1 February + 90 days is after + 3 months. */
static void a_looser_council_still_shows_the_national_limit(void **state)
{
	struct arena mem = {0};
	struct settings *southwark = load("southwark", &mem);
	struct deadline_dates got = deadline_compute(&southwark->policy, &southwark->calendar, RULE_REVIEW_FIRST,
						     date_from_iso("2027-02-01"));

	(void)state;
	assert_int_equal(got.due, date_from_iso("2027-05-02"));
	assert_int_equal(got.limit, date_from_iso("2027-05-01"));
	arena_finish(&mem);
}

static void an_override_replaces_the_whole_rule(void **state)
{
	struct arena mem = {0};
	struct settings *settings = load("national", &mem);
	const struct rule *rules = settings->policy.rules;

	(void)state;
	assert_string_equal(
		read_text(SETTINGS_PROFILE,
			  HEAD "rules:\n"
			       "  visit: {count: 7, unit: day, after: visit, inclusive: true, source: ours}\n"
			       "  complaint.raise: {in_force: false, source: we set no window}\n"
			       "  record.approve: {count: 3, unit: wd, after: conference, owner: manager, source: o}\n"
			       "choices: {categories.multiple: {value: yes, source: ours}}\n",
			  settings, &mem),
		"");
	assert_true(settings->policy.may_be_multiple);
	assert_true(rules[RULE_VISIT].inclusive && rules[RULE_VISIT].n == 7 && rules[RULE_VISIT].unit == UNIT_DAYS);
	assert_string_equal(rules[RULE_VISIT].source, "ours");
	assert_false(rules[RULE_COMPLAINT_RAISE].in_force);
	assert_string_equal(rules[RULE_RECORD_APPROVE].owner, "manager");
	assert_string_equal(settings->policy.label, "Mine");
	arena_finish(&mem);
}

static void a_slip_in_a_rule_is_named(void **state)
{
	static const struct reading_row rows[] = {
		{"a misspelt rule", "rules:\n  reprot.initial: {count: 2, unit: wd, before: conference, source: x}\n",
		 "file.yaml:6:3: unknown rule \"reprot.initial\"; did you mean \"report.initial\"?"},
		{"a rule of nowhere", "rules:\n  tea: {count: 2, unit: wd, before: conference, source: x}\n",
		 "file.yaml:6:3: unknown rule \"tea\"; docs/settings.md lists what is known here."},
		{"no source", "rules:\n  visit: {count: 2, unit: wd, after: visit}\n",
		 "file.yaml:6:3: \"visit\" lacks \"source\"."},
		{"no count", "rules:\n  visit: {unit: wd, after: visit, source: x}\n",
		 "file.yaml:6:3: \"visit\" lacks \"count\"."},
		{"no unit", "rules:\n  visit: {count: 1, after: visit, source: x}\n",
		 "file.yaml:6:3: \"visit\" lacks \"unit\"."},
		{"no trigger", "rules:\n  visit: {count: 1, unit: wd, source: x}\n",
		 "file.yaml:6:3: \"visit\" wants either \"after: visit\" or \"before: visit\"."},
		{"two triggers", "rules:\n  visit: {count: 1, unit: wd, after: visit, before: visit, source: x}\n",
		 "file.yaml:6:3: \"visit\" wants either \"after: visit\" or \"before: visit\"."},
		{"another trigger", "rules:\n  icpc: {count: 15, unit: wd, after: referral, source: x}\n",
		 "file.yaml:6:38: \"icpc\" counts from \"strategy discussion\" and from nothing else."},
		{"too many", "rules:\n  visit: {count: 401, unit: wd, after: visit, source: x}\n",
		 "file.yaml:6:18: \"count\" is 401; it may be from 0 to 400."},
		{"a unit in words", "rules:\n  visit: {count: 1, unit: weeks, after: visit, source: x}\n",
		 "file.yaml:6:27: unknown unit \"weeks\"; did you mean \"week\"?"},
		{"an owner who is no role",
		 "rules:\n  visit: {count: 1, unit: wd, after: visit, owner: chiar, source: x}\n",
		 "file.yaml:6:52: unknown owner \"chiar\"; did you mean \"chair\"?"},
		{"a council makes no national law",
		 "rules:\n  visit: {count: 1, unit: wd, after: visit, statutory: true, source: x}\n",
		 "file.yaml:6:56: only the profile \"national\" says what is statutory; leave it out."},
		{"inclusive of nothing",
		 "rules:\n  visit: {count: 0, unit: wd, after: visit, inclusive: true, source: x}\n",
		 "file.yaml:6:56: a rule that counts its own day needs a count of 1 or more."},
		{"only the number", "rules:\n  visit: 10\n",
		 "file.yaml:6:10: here keys with values are wanted, such as in_force: ..."},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_PROFILE, HEAD, rows, sizeof rows / sizeof *rows), -1);
}

static void a_slip_in_a_figure_or_choice_is_named(void **state)
{
	static const struct reading_row rows[] = {
		{"a misspelt figure", "figures:\n  report.copys: {value: 10, source: x}\n",
		 "file.yaml:6:3: unknown figure \"report.copys\"; did you mean \"report.copies\"?"},
		{"out of range", "figures:\n  child.encourage_age: {value: 18, source: x}\n",
		 "file.yaml:6:32: \"value\" is 18; it may be from 0 to 17."},
		{"text for a number", "figures:\n  child.encourage_age: {value: twelve, source: x}\n",
		 "file.yaml:6:32: \"value\" wants a whole number from 0 to 17, without quotes."},
		{"no source", "figures:\n  child.encourage_age: {value: 12}\n",
		 "file.yaml:6:3: \"child.encourage_age\" lacks \"source\"."},
		{"a retention rule nobody knows", "retention:\n  conferences: {years: 35, from: closure, source: x}\n",
		 "file.yaml:6:3: unknown retention rule \"conferences\"; did you mean \"conference\"?"},
		{"no years at all", "retention:\n  conference: {years: 0, from: closure, source: x}\n",
		 "file.yaml:6:23: \"years\" is 0; it may be from 1 to 120."},
		{"from a day that is none", "retention:\n  conference: {years: 35, from: closed, source: x}\n",
		 "file.yaml:6:33: unknown from \"closed\"; did you mean \"closure\"?"},
		{"from a day that such a child may not have",
		 "retention:\n  conference: {years: 35, from: death, source: x}\n",
		 "file.yaml:6:33: \"conference\" cannot count from \"death\": not every such child has one."},
		{"a choice that is none", "choices:\n  quorum.distinct: {value: agencies, source: x}\n",
		 "file.yaml:6:28: unknown value \"agencies\"; did you mean \"agency\"?"},
		{"a format nobody knows", "choices:\n  note.format: {value: minutes, source: x}\n",
		 "file.yaml:6:24: unknown value \"minutes\"; known here: signs_of_safety, strengthening_families."},
		{"multiple is a word here", "choices:\n  categories.multiple: {value: often, source: x}\n",
		 "file.yaml:6:32: unknown value \"often\"; known here: no, yes."},
		{"a misspelt choice", "choices:\n  quorum.distint: {value: agency, source: x}\n",
		 "file.yaml:6:3: unknown key \"quorum.distint\"; did you mean \"quorum.distinct\"?"},
		{"a title too long for a letter",
		 "choices:\n  chair.title: {value: Independent reviewing officer and conference chair, source: x}\n",
		 "file.yaml:6:24: \"value\" is longer than 39 letters; shorten it."},
		{"a note without a source", "notes: [{text: x}]\n", "file.yaml:5:9: \"source\" is missing here."},
		{"a misspelt part", "figure: {}\n", "file.yaml:5:1: unknown key \"figure\"; did you mean \"figures\"?"},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_PROFILE, HEAD, rows, sizeof rows / sizeof *rows), -1);
}

static void a_profile_extends_national_and_nothing_else(void **state)
{
	static const struct reading_row rows[] = {
		{"nothing", "profile: mine\nversion: \"1\"\nlabel: Mine\n",
		 "file.yaml:1:1: a profile other than \"national\" must say \"extends: national\"."},
		{"another council", "profile: mine\nversion: \"1\"\nlabel: Mine\nextends: newham\n",
		 "file.yaml:1:1: a profile other than \"national\" must say \"extends: national\"."},
		{"national itself", "profile: national\nversion: \"1\"\nlabel: Mine\nextends: national\n",
		 "file.yaml:4:1: \"national\" extends nothing; leave this out."},
		{"an empty national", "profile: national\nversion: \"1\"\nlabel: N\n",
		 "file.yaml:1:1: \"national\" must have \"rules\", \"figures\", \"choices\" and \"retention\"."},
		{"national with a rule left out",
		 "profile: national\nversion: \"1\"\nlabel: N\nrules: {}\nfigures: {}\nchoices: {}\nretention: {}\n",
		 "file.yaml:4:1: the rule \"icpc\" is missing; \"national\" says every rule."},
		{"no version", "profile: mine\nlabel: Mine\nextends: national\n",
		 "file.yaml:1:1: \"version\" is missing here."},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_PROFILE, "", rows, sizeof rows / sizeof *rows), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(national_says_everything_with_a_source),
		cmocka_unit_test(a_council_differs_only_where_its_source_says_so),
		cmocka_unit_test(figures_of_the_councils_are_theirs),
		cmocka_unit_test(a_looser_council_still_shows_the_national_limit),
		cmocka_unit_test(an_override_replaces_the_whole_rule),
		cmocka_unit_test(a_slip_in_a_rule_is_named),
		cmocka_unit_test(a_slip_in_a_figure_or_choice_is_named),
		cmocka_unit_test(a_profile_extends_national_and_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
