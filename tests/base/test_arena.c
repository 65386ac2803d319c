/* Memory that is freed together: alignment, zeroes, growth, and running out. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void test_memory_is_aligned_zeroed_and_apart(void **state)
{
	struct arena mem = {0};

	(void)state;
	for (size_t size = 0; size < 40000; size = size * 3 / 2 + 1) {
		unsigned char *first = arena_alloc(&mem, size), *second = arena_alloc(&mem, size);

		assert_non_null(first);
		assert_int_equal((uintptr_t)first % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(first[i], 0);
		memset(second, 0xA5, size);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(first[i], 0);
	}
	arena_finish(&mem);
}

static void test_parts_are_joined(void **state)
{
	static const struct {
		const char *so_far, *more, *wanted;
	} rows[] = {{"", "", ""}, {"a", "", "a"}, {"", "b", "b"}, {"a", "b", "a, b"}, {"a, b", "c", "a, b, c"}};
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(arena_joined(&mem, rows[i].so_far, ", ", rows[i].more), rows[i].wanted);
	arena_finish(&mem);
}

static void test_reused_memory_is_zeroed_again(void **state)
{
	struct arena mem = {0};
	unsigned char *first = memset(arena_alloc(&mem, 100), 0xFF, 100), *again;

	(void)state;
	arena_reset(&mem);
	again = arena_alloc(&mem, 100);
	assert_ptr_equal(again, first); /* one block is kept for reuse */
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(again[i], 0);
	arena_finish(&mem);
	assert_null(mem.blocks);
	assert_non_null(arena_alloc(&mem, 1)); /* usable after it was finished */
	arena_finish(&mem);
	arena_finish(&mem);
}

/* A list of many rows has a block of its own; the texts around it go on where they were, and so they do after a reset.
 */
static void test_something_large_leaves_no_hole(void **state)
{
	enum { LARGE = 100 * 1000 };
	struct arena mem = {0};
	unsigned char *first = arena_alloc(&mem, 16), *large = arena_alloc(&mem, LARGE), *next;

	(void)state;
	assert_non_null(first);
	assert_non_null(large);
	memset(large, 0xff, LARGE);
	next = arena_alloc(&mem, 16);
	assert_ptr_equal(next, first + 16);
	arena_reset(&mem);
	assert_ptr_equal(arena_alloc(&mem, 16), first);
	arena_finish(&mem);

	large = arena_alloc(&mem, LARGE); /* before there is any other */
	assert_non_null(large);
	memset(large, 0xff, LARGE);
	arena_reset(&mem);
	next = arena_alloc(&mem, LARGE);
	assert_non_null(next);
	assert_int_equal(next[0] | next[LARGE - 1], 0);
	arena_finish(&mem);
}

static void test_texts(void **state)
{
	struct arena mem = {0};
	char long_text[50001];

	(void)state;
	memset(long_text, 'x', sizeof long_text - 1);
	long_text[sizeof long_text - 1] = '\0';
	assert_string_equal(arena_text(&mem, "Amina"), "Amina");
	assert_string_equal(arena_text(&mem, NULL), "");
	assert_string_equal(arena_text(&mem, long_text), long_text);
	assert_string_equal(arena_text_n(&mem, "Amina", 2), "Am");
	assert_string_equal(arena_text_n(&mem, "Amina", 0), "");
	assert_string_equal(arena_printf(&mem, "%s has %d reports", "Amina", 3), "Amina has 3 reports");
	assert_string_equal(arena_printf(&mem, "%s", long_text), long_text);
	arena_finish(&mem);
}

struct numbers {
	int *items;
	size_t count, room;
};

static void test_a_list_keeps_what_it_holds_as_it_grows(void **state)
{
	struct arena mem = {0};
	struct numbers list = {0};

	(void)state;
	for (int i = 0; i < 5000; i++) {
		int *item = ARENA_PUSH(&mem, &list);

		assert_non_null(item);
		assert_int_equal(*item, 0);
		*item = i;
	}
	assert_int_equal(list.count, 5000);
	for (int i = 0; i < 5000; i++)
		assert_int_equal(list.items[i], i);
	arena_finish(&mem);
}

static void test_running_out_is_sticky_until_the_reset(void **state)
{
	struct arena mem = {0};
	struct numbers list = {0};

	(void)state;
	assert_non_null(arena_alloc(&mem, 10));
	assert_null(arena_alloc(&mem, SIZE_MAX));
	assert_true(arena_exhausted(&mem));
	assert_null(arena_alloc(&mem, 1));
	assert_string_equal(arena_text(&mem, "Amina"), "");
	assert_string_equal(arena_printf(&mem, "%d", 1), "");
	assert_null(ARENA_PUSH(&mem, &list));
	assert_int_equal(list.count, 0);
	arena_reset(&mem);
	assert_false(arena_exhausted(&mem));
	assert_non_null(arena_alloc(&mem, 1));
	arena_finish(&mem);
}

static void test_a_list_too_long_to_count_is_refused(void **state)
{
	struct arena mem = {0};
	void *items = NULL;
	size_t count = SIZE_MAX / 128 + 1, room = count;

	(void)state;
	assert_null(arena_push(&mem, &items, &count, &room, 64)); /* the product would wrap round to something small */
	assert_true(arena_exhausted(&mem));
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_memory_is_aligned_zeroed_and_apart),
		cmocka_unit_test(test_parts_are_joined),
		cmocka_unit_test(test_reused_memory_is_zeroed_again),
		cmocka_unit_test(test_something_large_leaves_no_hole),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_a_list_keeps_what_it_holds_as_it_grows),
		cmocka_unit_test(test_running_out_is_sticky_until_the_reset),
		cmocka_unit_test(test_a_list_too_long_to_count_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
