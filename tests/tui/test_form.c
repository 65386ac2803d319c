/* The form: order of the fields, what keys do in each kind, checks, and what is drawn. */
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
	struct fault f = {0};

	memset(b, 0, sizeof *b);
	assert_true(form_open(&b->form, booking_fields, BOOKING_FIELDS, &b->values, NULL, &f));
}

static void type(struct form *form, const char *text)
{
	uint32_t code;

	for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
		form_act(form, OP_TYPED, code);
}

static void press(struct form *form, tui_key key, int times)
{
	while (times-- > 0)
		form_act(form, OP_TYPED, key);
}

static const char *focus_of(const struct form *form)
{
	return form->focus < form->count ? form->fields[form->focus].name : "nothing";
}

static const struct {
	const char *why;
	const char *from;
	tui_key key;
	const char *to;
} orders[] = {
	{"the first field that is not a heading has the focus", NULL, 0, "kind"},
	{"Tab goes on", "kind", TUI_KEY_TAB, "date"},
	{"Enter goes on", "kind", TUI_KEY_ENTER, "date"},
	{"Down goes on", "date", TUI_KEY_DOWN, "chair"},
	{"Up goes back", "date", TUI_KEY_UP, "kind"},
	{"Shift-Tab goes back", "chair", TUI_KEY_BACK_TAB, "date"},
	{"a field that is not shown is passed", "late", TUI_KEY_TAB, "notes"},
	{"Tab on the last field goes to the first", "place", TUI_KEY_TAB, "kind"},
	{"Shift-Tab on the first field goes to the last", "kind", TUI_KEY_BACK_TAB, "place"},
	{"Up on the first field stays", "kind", TUI_KEY_UP, "kind"},
	{"Down on the last field stays", "place", TUI_KEY_DOWN, "place"},
	{"Enter in a long text starts a line", "notes", TUI_KEY_ENTER, "notes"},
	{"Down on the last row of a long text leaves it", "notes", TUI_KEY_DOWN, "place"},
	{"Enter on the last field stays and asks for saving", "place", TUI_KEY_ENTER, "place"},
};

static void order_of_fields(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		struct filled b;

		start(&b);
		if (orders[i].from)
			form_focus(&b.form, orders[i].from);
		if (orders[i].key)
			press(&b.form, orders[i].key, 1);
		if (strcmp(focus_of(&b.form), orders[i].to) != 0)
			fail_msg("%s: %s", orders[i].why, focus_of(&b.form));
		form_close(&b.form);
	}
}

static const struct {
	const char *why;
	const char *field, *before, *typed;
	tui_key key;
	const char *after;
} edits[] = {
	{"a choice by its first letter", "kind", "", "r", 0, "review"},
	{"the same letter goes on to the next", "kind", "review", "r", 0, "receiving_in"},
	{"letters narrow down", "kind", "", "rec", 0, "receiving_in"},
	{"a letter that fits no longer begins anew", "kind", "", "ri", 0, "initial"},
	{"a digit counts", "kind", "", "3", 0, "pre_birth"},
	{"a letter of no choice changes nothing", "kind", "review", "z", 0, "review"},
	{"Right goes round", "kind", "receiving_in", "", TUI_KEY_RIGHT, "initial"},
	{"Left from nothing takes the last", "kind", "", "", TUI_KEY_LEFT, "receiving_in"},
	{"Backspace clears a choice", "kind", "review", "", TUI_KEY_BACKSPACE, ""},
	{"y ticks", "late", "", "y", 0, "yes"},
	{"a blank turns", "late", "yes", " ", 0, "no"},
	{"another letter leaves a tick alone", "late", "yes", "x", 0, "yes"},
	{"a date is text", "date", "", "+10wd", 0, "+10wd"},
	{"plus steps a date that stands there", "date", "14", "+", 0, "15"},
	{"minus steps back, again and again", "date", "14", "---", 0, "11"},
	{"plus and a digit begin a date anew", "date", "14", "+3wd", 0, "+3wd"},
	{"so do minus and a digit", "date", "14", "-2wd", 0, "-2wd"},
	{"and after steps only the last sign belongs to it", "date", "14", "++3wd", 0, "+3wd"},
	{"also where the step was none", "date", "30", "+3", 0, "+3"},
	{"what stood there before the sign is taken back", "date", "14", "+3wd", KEY_CONTROL('Z'), "14"},
	{"what stood there after the first of two steps is taken back", "date", "14", "++3wd", KEY_CONTROL('Z'), "15"},
	{"a letter after a step is typed alone", "date", "14", "+fri", 0, "fri"},
	{"plus in a date being typed is text", "date", "", "14+", 0, "14+"},
	{"Page Down steps a week", "date", "14", "", TUI_KEY_PAGE_DOWN, "21"},
	{"a step that is not a date leaves it", "date", "30", "+", 0, "30"},
	{"a question mark asks for help until something is typed", "date", "1", "?", 0, "1"},
	{"and is text afterwards", "date", "", "1?", 0, "1?"},
	{"the first letter takes the place of a date", "date", "14", "20", 0, "20"},
	{"and of a text", "place", "Room 1", "Hall", 0, "Hall"},
	{"and of a pick", "chair", "Hollins, Peter", "moy", 0, "moy"},
	{"what replaced it is taken back at once", "place", "Room 1", "Hall", KEY_CONTROL('Z'), "Room 1"},
	{"a pasted text takes the place of another", "place", "Room 1", "\nHall", 0, " Hall"},
	{"a mark that cannot stand alone leaves what is there", "place", "Room 1", "\xcc\x80", 0, "Room 1"},
	{"a long text is never replaced", "notes", "One", "!", 0, "!One"},
	{"free text is kept in a pick field", "chair", "", "Someone", 0, "Someone"},
	{"a pasted line break is a blank", "place", "", "Room\n2", 0, "Room 2"},
	{"a pasted line break is kept in a long text", "notes", "", "a\nb", 0, "a\nb"},
	{"a name of marks is kept as typed", "place", "", "Ọ̀la", 0, "Ọ̀la"},
	{"and deleted by what is seen", "place", "Ọ̀la", "", KEY_CONTROL('U'), ""},
	{"what does not fit is refused whole", "place", "", "字字字字字字字字字字", 0, "字字字字字字字字字"},
};

static void editing(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
		struct filled b;

		start(&b);
		form_set(&b.form, edits[i].field, edits[i].before);
		form_focus(&b.form, edits[i].field);
		type(&b.form, edits[i].typed);
		if (edits[i].key)
			press(&b.form, edits[i].key, 1);
		if (strcmp(form_value(&b.form, edits[i].field), edits[i].after) != 0)
			fail_msg("%s: \"%s\"", edits[i].why, form_value(&b.form, edits[i].field));
		form_close(&b.form);
	}
}

static const struct {
	const char *why;
	tui_key key;
	const char *after;
} mending[] = {
	{"an arrow begins to mend what is there", TUI_KEY_LEFT, "Roomx 1"},
	{"so does Home", TUI_KEY_HOME, "xRoom 1"},
	{"and End", TUI_KEY_END, "Room 1x"},
	{"and Backspace", TUI_KEY_BACKSPACE, "Room x"},
};

static void moving_first_mends_what_is_there(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof mending / sizeof *mending; i++) {
		struct filled b;

		start(&b);
		form_set(&b.form, "place", "Room 1");
		form_focus(&b.form, "place");
		press(&b.form, mending[i].key, mending[i].key == TUI_KEY_LEFT ? 2 : 1);
		type(&b.form, "x");
		if (strcmp(b.values.place, mending[i].after) != 0)
			fail_msg("%s: \"%s\"", mending[i].why, b.values.place);
		form_close(&b.form);
	}
}

static void picking(void **state)
{
	struct filled b;

	(void)state;
	start(&b);
	form_focus(&b.form, "chair");
	type(&b.form, "h");
	assert_int_equal(b.form.suggestions.count, 0); /* one letter finds too many */
	type(&b.form, "ol");
	assert_int_equal(b.form.suggestions.count, 2);
	assert_int_equal(b.form.suggestion, -1);
	press(&b.form, TUI_KEY_DOWN, 9); /* stops at the last */
	press(&b.form, TUI_KEY_UP, 1);
	press(&b.form, TUI_KEY_ENTER, 1);
	assert_string_equal(b.values.chair, "Hollins, Peter");
	assert_string_equal(focus_of(&b.form), "late");
	form_focus(&b.form, "chair");
	press(&b.form, KEY_CONTROL('U'), 1);
	type(&b.form, "moy");
	assert_int_equal(form_act(&b.form, OP_TYPED, TUI_KEY_ESCAPE), HANDLED); /* closes the list, not the form */
	assert_int_equal(form_act(&b.form, OP_TYPED, TUI_KEY_ESCAPE), NOT_MINE);
	assert_string_equal(b.values.chair, "moy");
	form_close(&b.form);
}

static const struct {
	const char *why, *field, *typed;
	tui_key key;
	const char *after;
} picks[] = {
	{"a part that only one can mean is completed", "chair", "prit", TUI_KEY_TAB, "Pritchard, Siân"},
	{"Enter leaves as well", "chair", "moy", TUI_KEY_ENTER, "Oyèláran, Moyọ̀"},
	{"and so does saving", "chair", "sian", KEY_CONTROL('S'), "Pritchard, Siân"},
	{"several: nothing is guessed", "chair", "holl", TUI_KEY_TAB, "holl"},
	{"none: what was typed stays", "chair", "Nobody", TUI_KEY_TAB, "Nobody"},
	{"a whole name among longer ones", "room", "room 1", TUI_KEY_TAB, "Room 1"},
	{"free text is completed from the start of a word", "room", "hall", TUI_KEY_TAB, "Town Hall"},
	{"never from the middle of one", "room", "all", TUI_KEY_TAB, "all"},
	{"after Esc it stays as it is", "room", "hall", TUI_KEY_ESCAPE, "hall"},
	{"somebody's record is not guessed from a part of a name", "family", "okon", TUI_KEY_TAB, "okon"},
	{"it is by the whole name", "family", "OKONKWO", TUI_KEY_TAB, "FAM-0001 Okonkwo"},
	{"and by the reference", "family", "fam-0001", TUI_KEY_TAB, "FAM-0001 Okonkwo"},
};

struct picked {
	char chair[64], room[40], family[64];
};

static bool suggest_of(const struct field_suggestion *all, size_t count, const char *typed, struct arena *mem,
		       struct field_suggestion_list *out)
{
	for (size_t i = 0; i < count; i++)
		if (strstr(text_fold(mem, all[i].value), text_fold(mem, typed)))
			*(struct field_suggestion *)ARENA_PUSH(mem, out) = all[i];
	return true;
}

static bool suggest_room(void *world, const void *values, const char *typed, struct arena *mem,
			 struct field_suggestion_list *out)
{
	static const struct field_suggestion rooms[] = {
		{"Room 1", "Room 1", ""}, {"Room 10", "Room 10", ""}, {"Town Hall", "Town Hall", "seats 20"}};

	(void)world;
	(void)values;
	return suggest_of(rooms, 3, typed, mem, out);
}

static bool suggest_family(void *world, const void *values, const char *typed, struct arena *mem,
			   struct field_suggestion_list *out)
{
	static const struct field_suggestion families[] = {{"FAM-0001 Okonkwo", "Okonkwo", "FAM-0001 1 child"}};

	(void)world;
	(void)values;
	return suggest_of(families, 1, typed, mem, out);
}

static const struct field pick_fields[] = {
	{.name = "chair",
	 .label = "Chair",
	 .kind = FIELD_PICK,
	 FIELD_OF(struct picked, chair),
	 .must_pick = true,
	 .suggest = suggest_chair},
	{.name = "room", .label = "Room", .kind = FIELD_PICK, FIELD_OF(struct picked, room), .suggest = suggest_room},
	{.name = "family",
	 .label = "Family",
	 .kind = FIELD_PICK,
	 FIELD_OF(struct picked, family),
	 .suggest = suggest_family},
};

static void leaving_takes_what_was_meant(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof picks / sizeof *picks; i++) {
		struct picked values = {0};
		struct form form;

		assert_true(form_open(&form, pick_fields, 3, &values, NULL, NULL));
		form_focus(&form, picks[i].field);
		type(&form, picks[i].typed);
		press(&form, picks[i].key, 1);
		press(&form, TUI_KEY_TAB, 1);
		if (strcmp(form_value(&form, picks[i].field), picks[i].after) != 0)
			fail_msg("%s: \"%s\"", picks[i].why, form_value(&form, picks[i].field));
		form_close(&form);
	}
}

static void a_pick_that_is_not_one_of_the_list_says_what_to_do(void **state)
{
	static const char *const rows[][2] = {
		{"holl", "Chair: several match “holl”. Type more letters, or choose with Down and Enter."},
		{"Nobody", "Chair: none of the list matches “Nobody”. Type two letters of one, then "
			   "choose with Down and Enter."}};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct picked values = {0};
		struct fault f = {0};
		struct form form;

		assert_true(form_open(&form, pick_fields, 3, &values, NULL, NULL));
		form_set(&form, "chair", rows[i][0]);
		assert_false(form_check(&form, &f));
		assert_string_equal(f.message, rows[i][1]);
		form_close(&form);
	}
}

static void saving_is_asked_of_the_screen(void **state)
{
	static const tui_key saves[] = {KEY_CONTROL('S'), TUI_F(2), TUI_F(10)};
	struct filled b;

	(void)state;
	start(&b);
	for (size_t i = 0; i < sizeof saves / sizeof *saves; i++) {
		assert_int_equal(form_act(&b.form, OP_TYPED, saves[i]), NOT_MINE);
		assert_int_equal(form_take_request(&b.form), OP_FORM_SAVE);
		assert_int_equal(form_take_request(&b.form), 0);
	}
	form_focus(&b.form, "place");
	assert_int_equal(form_act(&b.form, OP_TYPED, TUI_KEY_ENTER), NOT_MINE);
	assert_int_equal(form_take_request(&b.form), OP_FORM_SAVE);
	assert_int_equal(form_act(&b.form, OP_TYPED, TUI_F(12)), NOT_MINE);
	assert_int_equal(form_take_request(&b.form), 0);
	form_close(&b.form);
}

/* Labels are nouns of one and of many, phrases and halves of sentences: none is made the subject of "is". */
static void what_is_needed_reads_well_of_every_label(void **state)
{
	static const struct {
		const char *label;
		enum field_kind kind;
		const char *sentence;
	} rows[] = {
		{"Day", FIELD_DATE, "Day: an answer is needed. Type it here."},
		{"Their words", FIELD_TEXT, "Their words: an answer is needed. Type it here."},
		{"Because", FIELD_TEXT, "Because: an answer is needed. Type it here."},
		{"Reasons", FIELD_CHOICE,
		 "Reasons: an answer is needed. Choose with Left and Right or its first letter."},
		{"Colleagues", FIELD_PICK, "Colleagues: an answer is needed. Type two letters and choose."},
		{"What they said", FIELD_TICK, "What they said: an answer is needed, y or n."},
		{"  why not", FIELD_TEXT, "why not: an answer is needed. Type it here."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct field one = {.name = "one",
					  .label = rows[i].label,
					  .kind = rows[i].kind,
					  .offset = 0,
					  .room = 20,
					  .required = true};
		char value[20] = "";
		struct fault f = {0};
		struct form form;

		assert_true(form_open(&form, &one, 1, value, NULL, &f));
		assert_false(form_check(&form, &f));
		assert_string_equal(f.message, rows[i].sentence);
		form_close(&form);
	}
}

static void checking_keeps_all_and_says_what_is_wrong(void **state)
{
	struct filled b;
	struct fault f = {0};

	(void)state;
	start(&b);
	form_set(&b.form, "date", "thirty");
	form_set(&b.form, "chair", "Nobody");
	form_focus(&b.form, "place");
	assert_false(form_check(&b.form, &f));
	assert_string_equal(f.message, "3 fields need attention; F8 goes to the next.");
	assert_string_equal(focus_of(&b.form), "kind");
	press(&b.form, TUI_F(8), 1);
	assert_string_equal(focus_of(&b.form), "date");
	assert_string_equal(b.values.date, "thirty");
	type(&b.form, "!");
	assert_string_equal(b.form.errors[b.form.focus], ""); /* an error goes when its field is mended */
	press(&b.form, TUI_F(8), 1);
	assert_string_equal(focus_of(&b.form), "chair");
	form_set(&b.form, "kind", "review");
	form_set(&b.form, "date", "14");
	form_set(&b.form, "chair", "");
	form_set(&b.form, "late", "yes");
	memset(&f, 0, sizeof f);
	assert_false(form_check(&b.form, &f)); /* a field that has come up is needed */
	assert_string_equal(f.field, "why_late");
	assert_string_equal(f.message, "Why late: an answer is needed. Type it here.");
	form_set(&b.form, "late", "no");
	assert_true(form_check(&b.form, &f));
	form_close(&b.form);
}

static void a_fault_from_saving_goes_to_its_field(void **state)
{
	struct filled b;
	struct fault f = {0};

	(void)state;
	start(&b);
	fault_field(&f, "Place", "Place is taken at that time; choose another.");
	form_show_fault(&b.form, &f);
	assert_string_equal(focus_of(&b.form), "place");
	assert_string_equal(b.form.errors[b.form.focus], "Place is taken at that time; choose another.");
	form_close(&b.form);
}

/* Tab in the only field goes round to it: what is typed is to be kept then all the same. */
static void the_only_field_is_left_too(void **state)
{
	static const struct field only[] = {
		{.name = "place", .label = "Place", .kind = FIELD_TEXT, FIELD_OF(struct booking, place)}};
	struct booking values = {.place = ""};
	struct form form;

	(void)state;
	assert_true(form_open(&form, only, 1, &values, NULL, NULL));
	type(&form, "Hall");
	assert_false(form_take_left(&form));
	press(&form, TUI_KEY_TAB, 1);
	assert_true(form_take_left(&form));
	assert_string_equal(values.place, "Hall");
	form_close(&form);
}

static void changes_and_leaving_are_noticed(void **state)
{
	struct form_memory memory = {0};
	struct filled b;

	(void)state;
	start(&b);
	b.form.memory = &memory;
	press(&b.form, TUI_KEY_TAB, 1);
	press(&b.form, KEY_CONTROL('R'), 1);
	assert_true(b.form.nothing_to_repeat); /* and the hint row says so */
	assert_true(form_take_left(&b.form));
	assert_false(form_take_left(&b.form));
	assert_false(b.form.changed); /* moving is not changing */
	type(&b.form, "14");
	assert_true(b.form.changed);
	form_mark_saved(&b.form);
	assert_false(b.form.changed);
	press(&b.form, KEY_CONTROL('U'), 1);
	press(&b.form, KEY_CONTROL('R'), 1);
	assert_string_equal(b.values.date, "14");
	assert_false(b.form.nothing_to_repeat);
	form_close(&b.form);
	form_memory_finish(&memory);
}

static void looking_at_a_value_does_not_change_it(void **state)
{
	struct filled b;

	(void)state;
	start(&b);
	strcpy(b.values.place, "Room\n2 "); /* not from here: a line break in a one-line field */
	for (int i = 0; i < 20; i++)
		press(&b.form, i % 2 ? TUI_KEY_TAB : TUI_KEY_LEFT, 1);
	assert_string_equal(b.values.place, "Room\n2 ");
	form_close(&b.form);
}

static void values_stay_whole(const struct booking *v)
{
	const char *const texts[] = {v->kind, v->date, v->chair, v->late, v->why_late, v->place, v->notes};
	const size_t rooms[] = {sizeof v->kind,     sizeof v->date,  sizeof v->chair, sizeof v->late,
				sizeof v->why_late, sizeof v->place, sizeof v->notes};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(strnlen(texts[i], rooms[i]) < rooms[i]);
		assert_true(text_is_utf8(texts[i], strlen(texts[i])));
	}
}

static void keys_at_random_leave_a_sound_form(void **state)
{
	static const tui_key more[] = {TUI_KEY_TAB,
				       TUI_KEY_BACK_TAB,
				       TUI_F(8),
				       KEY_CONTROL('R'),
				       TUI_F(1),
				       KEY_CONTROL('S'),
				       'y',
				       'n',
				       '+',
				       '-',
				       '?',
				       'h',
				       'o',
				       TUI_KEY_PASTE_BEGIN,
				       TUI_KEY_PASTE_END};
	uint64_t seed = 20260403;
	struct filled b;
	struct fault f;

	(void)state;
	start(&b);
	for (int n = 0; n < 100000; n++) {
		uint64_t number = next_number(&seed);
		tui_key key = number % 3 ? some_key(number >> 8) : more[(number >> 8) % (sizeof more / sizeof *more)];

		form_act(&b.form, OP_TYPED, key);
		assert_true(b.form.focus < b.form.count);
		assert_true(b.form.suggestion < (int)b.form.suggestions.count);
		if (form_take_request(&b.form) == OP_FORM_SAVE)
			form_check(&b.form, &f);
		values_stay_whole(&b.values);
	}
	form_close(&b.form);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(order_of_fields),
		cmocka_unit_test(editing),
		cmocka_unit_test(moving_first_mends_what_is_there),
		cmocka_unit_test(picking),
		cmocka_unit_test(leaving_takes_what_was_meant),
		cmocka_unit_test(a_pick_that_is_not_one_of_the_list_says_what_to_do),
		cmocka_unit_test(saving_is_asked_of_the_screen),
		cmocka_unit_test(what_is_needed_reads_well_of_every_label),
		cmocka_unit_test(checking_keeps_all_and_says_what_is_wrong),
		cmocka_unit_test(a_fault_from_saving_goes_to_its_field),
		cmocka_unit_test(changes_and_leaving_are_noticed),
		cmocka_unit_test(the_only_field_is_left_too),
		cmocka_unit_test(looking_at_a_value_does_not_change_it),
		cmocka_unit_test(keys_at_random_leave_a_sound_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
