/* The headings a conference is noted under: what is read, what is shipped, and what is said of a slip. */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "format: signs_of_safety\nlabel: Ours\nsource: here\n"

static void every_word_has_its_effect(void **state)
{
	static const char text[] = HEAD
		"headings:\n"
		"  - {key: worries, heading: What worries us?, of: family}\n"
		"  - {key: danger, heading: Danger, of: child, hints: [Who?, What may happen?]}\n";
	struct arena mem = {0};
	struct settings settings = {0};
	const struct settings_format *format;

	(void)state;
	assert_string_equal(read_text(SETTINGS_FORMAT, text, &settings, &mem), "");
	format = settings_format_find(&settings, "signs_of_safety");
	assert_non_null(format);
	assert_string_equal(format->label, "Ours");
	assert_string_equal(format->source, "here");
	assert_int_equal(format->headings.count, 2);
	assert_string_equal(format->headings.items[0].heading, "What worries us?");
	assert_false(format->headings.items[0].is_of_child);
	assert_string_equal(format->headings.items[0].hints, "");
	assert_true(settings_heading_find(format, "danger")->is_of_child);
	assert_string_equal(settings_heading_find(format, "danger")->hints, "Who?\nWhat may happen?");
	assert_null(settings_heading_find(format, "dangers"));
	assert_null(settings_format_find(&settings, "strengthening_families")); /* not read */
	assert_null(settings_format_find(&settings, "minutes"));
	arena_finish(&mem);
}

static void a_file_read_later_takes_the_place_of_the_first(void **state)
{
	struct arena mem = {0};
	struct settings settings = {0};

	(void)state;
	assert_string_equal(
		read_text(SETTINGS_FORMAT, HEAD "headings: [{key: a, heading: A, of: family}]\n", &settings, &mem), "");
	assert_string_equal(
		read_text(SETTINGS_FORMAT, HEAD "headings: [{key: b, heading: B, of: child}]\n", &settings, &mem), "");
	assert_int_equal(settings.formats.count, 1);
	assert_non_null(settings_heading_find(&settings.formats.items[0], "b"));
	arena_finish(&mem);
}

static void the_shipped_formats_hold_what_their_models_ask(void **state)
{
	static const struct {
		const char *format, *key;
		bool is_of_child;
	} rows[] = {
		{"signs_of_safety", "working_well", false},
		{"signs_of_safety", "past_harm", false},
		{"signs_of_safety", "complicating_factors", false},
		{"signs_of_safety", "grey_areas", false},
		{"signs_of_safety", "danger_statement", true},
		{"signs_of_safety", "safety_goals", true},
		{"signs_of_safety", "next_steps", false},
		{"signs_of_safety", "safety_scale", true},
		{"strengthening_families", "purpose", false},
		{"strengthening_families", "family_make_up", false},
		{"strengthening_families", "harm", true},
		{"strengthening_families", "risk_statement", true},
		{"strengthening_families", "strengths", false},
		{"strengthening_families", "complicating_factors", false},
		{"strengthening_families", "grey_areas", false},
		{"strengthening_families", "family_views", false},
		{"strengthening_families", "professional_views", false},
		{"strengthening_families", "plan", false},
	};
	struct arena mem = {0};
	struct fault f = {0};
	struct settings *settings;

	(void)state;
	if (!settings_load(&settings, NULL, "newham", &mem, &f))
		fail_msg("%s", f.message);
	assert_int_equal(settings->formats.count, NOTE_FORMAT_COUNT);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct settings_format *format = settings_format_find(settings, rows[i].format);
		const struct settings_heading *heading = format ? settings_heading_find(format, rows[i].key) : NULL;

		if (!heading || heading->is_of_child != rows[i].is_of_child || !*heading->hints)
			fail_msg("%s of %s", rows[i].key, rows[i].format);
		assert_non_null(strstr(format->source, "check locally"));
		assert_string_equal(format->label, note_format_label(format->format));
	}
	arena_finish(&mem);
}

static void a_slip_is_named(void **state)
{
	static const struct reading_row rows[] = {
		{"a format nobody knows", "format: signs_of_saftey\nlabel: x\nsource: x\nheadings: []\n",
		 "file.yaml:1:9: unknown format \"signs_of_saftey\"; did you mean \"signs_of_safety\"?"},
		{"no headings", HEAD "headings: []\n", "file.yaml:4:1: a format needs one heading at least."},
		{"no list", HEAD, "file.yaml:1:1: \"headings\" is missing here."},
		{"no source", "format: signs_of_safety\nlabel: x\nheadings: []\n",
		 "file.yaml:1:1: \"source\" is missing here."},
		{"nobody's", HEAD "headings: [{key: a, heading: A}]\n", "file.yaml:4:12: \"of\" is missing here."},
		{"whose?", HEAD "headings: [{key: a, heading: A, of: childs}]\n",
		 "file.yaml:4:37: unknown of \"childs\"; did you mean \"child\"?"},
		{"a key with a blank", HEAD "headings: [{key: a b, heading: A, of: child}]\n",
		 "file.yaml:4:18: a key is written in small letters, digits and underscores."},
		{"a key twice", HEAD "headings: [{key: a, heading: A, of: child}, {key: a, heading: B, of: child}]\n",
		 "file.yaml:4:51: the key \"a\" is there twice."},
		{"a hint that is no line", HEAD "headings: [{key: a, heading: A, of: child, hints: [{}]}]\n",
		 "file.yaml:4:52: a hint is one line of at most 120 letters."},
		{"too many hints", HEAD "headings: [{key: a, heading: A, of: child, hints: [a, b, c, d, e, f, g]}]\n",
		 "file.yaml:4:70: a heading has at most 6 hints."},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_FORMAT, "", rows, sizeof rows / sizeof *rows), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_has_its_effect),
		cmocka_unit_test(a_file_read_later_takes_the_place_of_the_first),
		cmocka_unit_test(the_shipped_formats_hold_what_their_models_ask),
		cmocka_unit_test(a_slip_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
