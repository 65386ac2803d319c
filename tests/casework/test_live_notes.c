/* Ticks and notes: of whom each is asked, under which heading, who writes over whom. */
#include "live_steps.h"

static void a_tick_is_of_each_or_of_all(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	const struct {
		const char *why, *field, *words;
		enum run_item item;
		int64_t invitee;
		enum opinion answer;
	} rows[] = {
		{"asked of each", "invitee", "each member of the family", RUN_ITEM_LEAFLET, 0, OPINION_YES},
		{"said to all", "invitee", "ticked once", RUN_ITEM_WELCOME, d.mother, OPINION_YES},
		{"no such line", "item", "Choose a line", RUN_ITEM_COUNT, 0, OPINION_YES},
		{"no such answer", "answer", "yes, no or unsure", RUN_ITEM_WELCOME, 0, OPINION_COUNT},
		{"somebody else's", "", "not on the list", RUN_ITEM_LEAFLET, 999, OPINION_YES},
	};
	struct run_mark mark;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		mark = (struct run_mark){.conference_id = d.id,
					 .invitee_id = rows[i].invitee,
					 .item = rows[i].item,
					 .answer = rows[i].answer};
		REFUSED(casework_live_mark(fixture->cw, &mark, f), rows[i].field, rows[i].words);
	}
	mark = (struct run_mark){
		.conference_id = d.id, .invitee_id = d.mother, .item = RUN_ITEM_RECORDING, .answer = OPINION_NO};
	MUST(casework_live_mark(fixture->cw, &mark, f));
	assert_true(mark.version == 1 && mark.at > 0);
	mark.version = 0;
	CONFLICTS(casework_live_mark(fixture->cw, &mark, f));
	mark.version = 1;
	mark.answer = OPINION_NONE;
	MUST(casework_live_mark(fixture->cw, &mark, f));
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM audit WHERE detail = 'C-0001: recording, mother"
				" (invitation %lld): taken back'",
				(long long)d.mother),
			 1);
}

/* The first heading that is noted of all, or of each child. */
static const char *heading_of(struct casework_fixture *fixture, bool of_child)
{
	enum note_format format = casework_policy(fixture->cw)->note_format;
	const struct settings_format *f = settings_format_find(casework_settings(fixture->cw),
							       note_format_token(format));

	for (size_t i = 0; i < f->headings.count; i++)
		if (f->headings.items[i].is_of_child == of_child)
			return f->headings.items[i].key;
	fail_msg("no such heading");
	return "";
}

static void a_note_stands_under_a_heading(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	const char *of_all = heading_of(fixture, false), *of_child = heading_of(fixture, true);
	const struct {
		const char *why, *field, *words, *heading;
		int64_t child;
		const char *text;
	} rows[] = {
		{"of no format", "heading", "Choose a heading", "weather", 0, "x"},
		{"of which child?", "child", "for each child", of_child, 0, "x"},
		{"of all", "child", "once for all", of_all, d.ada, "x"},
		{"a stranger", "", "none of the family's", of_child, 999, "x"},
		{"a screen control", "text", "control characters", of_all, 0, "\x1b[2J"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct live_note note = {.conference_id = d.id,
					 .person_id = rows[i].child,
					 .heading = rows[i].heading,
					 .text = rows[i].text};

		REFUSED(casework_live_note(fixture->cw, &note, f), rows[i].field, rows[i].words);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM live_note"), 0);
}

/* Neither is written over unseen, and no text of a note is in the log. */
static void two_write_and_neither_is_lost(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct live_note open = {.conference_id = d.id, .heading = heading_of(fixture, false), .text = "calm house"};
	struct live_note closed = open, other;
	struct casework *taker = second_session(fixture, NULL);
	struct live_page page;

	closed.is_restricted = true;
	closed.text = "police: bail until June";
	MUST(casework_live_note(fixture->cw, &open, f));
	MUST(casework_live_note(taker, &closed, f));
	other = open;
	other.text = "calm house, dog asleep";
	MUST(casework_live_note(taker, &other, f));
	open.text = "noisy house";
	CONFLICTS(casework_live_note(fixture->cw, &open, f));
	assert_string_equal(open.text, "noisy house");
	other.is_restricted = true; /* a note does not change its readers */
	REFUSED(casework_live_note(taker, &other, f), "heading", "write another one");
	other.id = 999;
	REFUSED(casework_live_note(taker, &other, f), "", "none of this conference's");
	page = live_now(fixture, d.id);
	assert_int_equal(page.notes.count, 2);
	assert_string_equal(page.notes.items[0].text, "calm house, dog asleep");
	assert_true(page.notes.items[1].is_restricted);
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE detail LIKE '%%house%%' OR detail LIKE"
					 " '%%bail%%'"),
			 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE detail LIKE '%%, professionals only'"), 1);
	casework_close(taker);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_tick_is_of_each_or_of_all),
		TEST(a_note_stands_under_a_heading),
		TEST(two_write_and_neither_is_lost),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
