/* A form comes back from its draft as it was, whatever was typed, and nothing else comes with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "edit_model.h"
#include "form_fixture.h"

struct filled {
	struct form form;
	struct booking values;
};

static void start(struct filled *b)
{
	memset(b, 0, sizeof *b);
	assert_true(form_open(&b->form, booking_fields, BOOKING_FIELDS, &b->values, NULL, NULL));
}

static void same(const struct booking *a, const struct booking *b)
{
	assert_string_equal(a->kind, b->kind);
	assert_string_equal(a->date, b->date);
	assert_string_equal(a->chair, b->chair);
	assert_string_equal(a->late, b->late);
	assert_string_equal(a->why_late, b->why_late);
	assert_string_equal(a->place, b->place);
	assert_string_equal(a->notes, b->notes);
}

static void a_draft_is_readable_lines(void **state)
{
	struct arena mem = {0};
	struct filled b;

	(void)state;
	start(&b);
	form_set(&b.form, "kind", "review");
	form_set(&b.form, "notes", "one\ntwo \\ three");
	assert_string_equal(form_to_draft(&b.form, &mem), "kind review\ndate \nchair \nlate \nwhy_late \n"
							  "notes one\\ntwo \\\\ three\nplace \n");
	form_close(&b.form);
	arena_finish(&mem);
}

/* Where its form cannot be opened: what was changed, by words; of a new record what was typed at all. */
static void a_draft_is_read_without_its_form(void **state)
{
	const char *was[BOOKING_FIELDS] = {0};
	struct arena mem = {0};
	struct filled b;

	(void)state;
	start(&b);
	form_set(&b.form, "kind", "review");
	form_set(&b.form, "place", "Hall");
	for (size_t i = 0; i < BOOKING_FIELDS; i++)
		was[i] = arena_text(&mem, booking_fields[i].name ? form_value(&b.form, booking_fields[i].name) : "");
	form_set(&b.form, "why_late", "ill");
	form_set(&b.form, "notes", "one\ntwo \\ three");
	form_set(&b.form, "place", "");
	assert_string_equal(form_draft_words(form_to_draft(&b.form, &mem), &mem),
			    "Kind: review\nWhy late: ill\nNotes: one\ntwo \\ three\n");
	assert_string_equal(form_draft_words(form_to_draft_over(&b.form, was, &mem), &mem),
			    "Why late: ill\nNotes: one\ntwo \\ three\nPlace: (emptied)\n");
	assert_string_equal(form_draft_words("", &mem), "");
	assert_string_equal(form_draft_words("x", &mem), "");
	assert_string_equal(form_draft_words("was: \n x\nwas", &mem), "");
	form_close(&b.form);
	arena_finish(&mem);
}

/* Texts that look like drafts, escapes and field names. */
static void hostile_text(uint64_t *seed, char *out, size_t room)
{
	static const char *const pieces[] = {"\\",
					     "n",
					     "\n",
					     "\\n",
					     "\\\\",
					     " ",
					     "kind initial",
					     "place ",
					     "\nnotes x",
					     "Ọ̀la",
					     "字",
					     "👨‍👩‍👧",
					     "🇬🇧",
					     "شا",
					     "'",
					     "\"",
					     "%s",
					     ";",
					     "x\xCC\x80",
					     "\xE2\x80\x8D",
					     "a",
					     ""};
	size_t length = 0;

	out[0] = '\0';
	for (uint64_t n = next_number(seed) % 12; n > 0; n--) {
		const char *piece = pieces[next_number(seed) % (sizeof pieces / sizeof *pieces)];

		if (length + strlen(piece) >= room)
			break;
		strcpy(out + length, piece);
		length += strlen(piece);
	}
}

static void one_line(char *text)
{
	for (; *text; text++)
		if (*text == '\n')
			*text = ' ';
}

static void everything_typed_comes_back(void **state)
{
	static const char *const ticks[] = {"yes", "no", ""};
	uint64_t seed = 99;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct arena mem = {0};
		struct filled from, to;

		start(&from);
		start(&to);
		strcpy(from.values.kind, round % 5 < 4 ? kinds[round % 5].token : "");
		strcpy(from.values.late, ticks[round % 3]);
		hostile_text(&seed, from.values.date, sizeof from.values.date);
		hostile_text(&seed, from.values.chair, sizeof from.values.chair);
		hostile_text(&seed, from.values.why_late, sizeof from.values.why_late);
		hostile_text(&seed, from.values.place, sizeof from.values.place);
		hostile_text(&seed, from.values.notes, sizeof from.values.notes);
		one_line(from.values.date);
		one_line(from.values.chair);
		one_line(from.values.why_late);
		one_line(from.values.place);
		form_from_draft(&to.form, form_to_draft(&from.form, &mem));
		same(&from.values, &to.values);
		form_close(&from.form);
		form_close(&to.form);
		arena_finish(&mem);
	}
}

static const struct {
	const char *why, *draft, *field, *value;
} odd[] = {
	{"an unknown name is passed over", "colour blue\nplace Room 2\n", "place", "Room 2"},
	{"the last line needs no line break", "place Room 2", "place", "Room 2"},
	{"a name without a value says nothing", "place\n", "place", "as it was"},
	{"an empty value clears", "place \n", "place", ""},
	{"a choice that is none is left as it was", "kind court\n", "kind", "initial"},
	{"a tick is yes, no or nothing", "late maybe\n", "late", "no"},
	{"a longer value is cut between letters", "place 字字字字字字字字字字字字\n", "place", "字字字字字字字字字"},
	{"control characters stay out", "place a\x1b[2Jb\x7f\n", "place", "a[2Jb"},
	{"a line break stays out of one line", "place a\\nb\n", "place", "a b"},
	{"a backslash alone is a backslash", "place a\\tb\\", "place", "a\\tb\\"},
	{"broken bytes are marked", "place a\xC3\n", "place", "a\xEF\xBF\xBD"},
	{"a heading has no value", " x\nplace y\n", "place", "y"},
};

static void odd_drafts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
		struct filled b;

		start(&b);
		strcpy(b.values.place, "as it was");
		strcpy(b.values.kind, "initial");
		strcpy(b.values.late, "no");
		form_from_draft(&b.form, odd[i].draft);
		if (strcmp(form_value(&b.form, odd[i].field), odd[i].value) != 0)
			fail_msg("%s: \"%s\"", odd[i].why, form_value(&b.form, odd[i].field));
		form_close(&b.form);
	}
}

static void what_is_filled_is_counted(void **state)
{
	struct filled b;
	size_t of;

	(void)state;
	start(&b);
	assert_int_equal(form_filled(&b.form, &of), 0);
	assert_int_equal(of, 6); /* "Why late" is not there yet */
	form_from_draft(&b.form, "late yes\nplace Room 2\n");
	assert_int_equal(form_filled(&b.form, &of), 2);
	assert_int_equal(of, 7);
	form_close(&b.form);
}

static void the_editor_shows_what_came_back(void **state)
{
	struct filled b;

	(void)state;
	start(&b);
	form_focus(&b.form, "place");
	form_from_draft(&b.form, "place Room\n");
	form_act(&b.form, OP_TYPED, '2');
	assert_string_equal(b.values.place, "Room2");
	form_close(&b.form);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_draft_is_readable_lines),   cmocka_unit_test(a_draft_is_read_without_its_form),
		cmocka_unit_test(everything_typed_comes_back), cmocka_unit_test(odd_drafts),
		cmocka_unit_test(what_is_filled_is_counted),   cmocka_unit_test(the_editor_shows_what_came_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
