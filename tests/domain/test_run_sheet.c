/* The run-sheet: keys and words that lead back, and statements short enough to be listened to. */
#include "domain/run_sheet.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void ten_keys_lead_to_ten_steps(void **state)
{
	const char *keys = "1234567890";
	enum run_step step, back;

	(void)state;
	assert_int_equal(strlen(keys), RUN_STEP_COUNT);
	for (int i = 0; i < RUN_STEP_COUNT; i++) {
		assert_true(run_step_from_key(keys[i], &step));
		assert_int_equal(step, i);
		assert_int_equal(run_step_key(step), keys[i]);
		assert_true(run_step_from_token(run_step_token(step), &back));
		assert_int_equal(back, step);
		assert_true(*run_step_label(step));
	}
	assert_false(run_step_from_key('a', &step));
	assert_int_equal(run_step_key(RUN_STEP_COUNT), 0);
}

static void every_item_has_its_step_and_words(void **state)
{
	(void)state;
	for (int i = 0; i < RUN_ITEM_COUNT; i++) {
		enum run_item item = (enum run_item)i, back;

		assert_true(run_item_from_token(run_item_token(item), &back));
		assert_int_equal(back, item);
		assert_true(*run_item_words(item));
		assert_true(run_item_step(item) == RUN_PRE_MEETING || run_item_step(item) == RUN_STATEMENTS);
		if (run_item_step(item) == RUN_PRE_MEETING)
			assert_true(run_item_is_of_each(item));
	}
	assert_true(run_item_is_of_each(RUN_ITEM_RECORDING)); /* consent is each person's own */
	assert_false(run_item_is_of_each(RUN_ITEM_WELCOME));
	assert_int_equal(run_item_step(RUN_ITEM_COUNT), RUN_STEP_COUNT);
	assert_false(run_item_from_token("tea", &(enum run_item){0}));
}

static int words_in(const char *text)
{
	int words = 0;

	for (; *text; text++)
		words += !isspace((unsigned char)*text) && (isspace((unsigned char)text[1]) || !text[1]);
	return words;
}

static int words_in_longest_sentence(const char *text)
{
	int most = 0, now = 0;

	for (; *text; text++) {
		bool ends_word = !isspace((unsigned char)*text) && (isspace((unsigned char)text[1]) || !text[1]);

		now += ends_word;
		most = now > most ? now : most;
		if (ends_word && strchr(".?!", *text))
			now = 0;
	}
	return most;
}

static void statements_can_be_listened_to(void **state)
{
	static const struct {
		enum run_item item;
		const char *must_say;
	} rows[] = {
		{RUN_ITEM_WELCOME, "alarm"},
		{RUN_ITEM_CONFIDENTIALITY, "danger"}, /* the limit of it */
		{RUN_ITEM_EQUALITY, "respect"},
		{RUN_ITEM_DIFFERENCE, "We do not count votes."},
		{RUN_ITEM_RECORDING, "you may say no"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *text = run_item_statement(rows[i].item);

		assert_non_null(text);
		assert_in_range(words_in(text), 40, 90);
		assert_in_range(words_in_longest_sentence(text), 1, 34);
		assert_non_null(strstr(text, rows[i].must_say));
	}
	assert_null(run_item_statement(RUN_ITEM_LEAFLET));
	assert_null(run_item_statement(RUN_ITEM_PURPOSE));
	assert_null(run_item_statement(RUN_ITEM_COUNT));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ten_keys_lead_to_ten_steps),
		cmocka_unit_test(every_item_has_its_step_and_words),
		cmocka_unit_test(statements_can_be_listened_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
