/* The review horizon at the desk: what stands out, and what is said of a review. */
#include "../casework/review_steps.h"
#include "desk_fixture.h"

static void a_family(struct desk_fixture *desk, const char *family, const char *id, const char *surname,
		     const char *given, const char *conference, const char *review)
{
	struct casework_fixture *fixture = desk->file;
	const struct child_row row = {.la_child_id = id,
				      .born_on = "2015-01-09",
				      .strategy_on = "2025-09-01",
				      .conference_on = conference,
				      .plan_on = conference,
				      .reviews = {review}};
	struct intake_person person = person_row(family, id, surname, given, RELATIONSHIP_CHILD, "2015-01-09");
	enum intake_result result;

	take_row(fixture, &row);
	MUST(intake_person(fixture->cw, &person, &result, f));
}

/* One late, one with its slot held and a looked-after child, two siblings nobody asked for, one brought forward. */
static int desk_with_reviews(void **state)
{
	struct desk_fixture *desk;
	struct casework_fixture *file;
	struct looked_after row = {.since = date_from_iso("2026-03-02"),
				   .ended_on = DAY_NONE,
				   .next_review_on = date_from_iso("2026-04-28")};
	struct booking booking = {.slot = {.day = date_from_iso("2026-04-21"), .starts = 600, .minutes = 90}};
	struct review_early early = wanted_by("2026-05-08", EARLY_TRIGGER_RISKY_PERSON);
	struct review_update update = {.asked_of = "Emma Evans", .asked_on = date_from_iso("2026-03-16")};
	int64_t plan, conference;

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	file = desk->file;
	a_family(desk, "FAM-5", "F6", "Sesay", "Chidi", "2026-01-15", NULL);
	a_family(desk, "FAM-5", "F7", "Sesay", "Ada", "2026-01-15", NULL);
	a_family(desk, "FAM-2", "F3", "Wiśniewska", "Zofia", "2025-09-22", "2025-09-23");
	a_family(desk, "FAM-3", "F4", "Begum", "Idris", "2026-01-28", NULL);
	a_family(desk, "FAM-4", "F5", "Charles", "Kai", "2025-09-15", "2025-12-15");
	plan = number(file, "SELECT plan.id FROM plan JOIN person ON person.id = person_id WHERE given_names = 'Kai'");
	MUST(casework_review_early(file->cw, &plan, 1, &early, &file->mem, &conference, f));
	plan = number(file,
		      "SELECT plan.id FROM plan JOIN person ON person.id = person_id WHERE given_names = 'Idris'");
	row.person_id = number(file, "SELECT id FROM person WHERE given_names = 'Idris'");
	MUST(casework_looked_after_save(file->cw, &row, f));
	booking.slot.chair_id = number(file, "SELECT min(id) FROM resource WHERE kind = 'chair'");
	booking.slot.minute_taker_id = number(file, "SELECT min(id) FROM resource WHERE kind = 'minute_taker'");
	booking.slot.place = "Town Hall";
	MUST(casework_review_request(file->cw, plan, &file->mem, &booking.conference_id, f));
	booking.version = number(file, "SELECT version FROM conference WHERE id = %lld",
				 (long long)booking.conference_id);
	MUST(casework_book(file->cw, &booking, f));
	MUST(casework_review_update_ask(file->cw, &plan, 1, &update, f));
	desk_restart_on(desk, "2026-04-01", 24, 80);
	return 0;
}

static void the_horizon_reads_well(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "V");
	desk_golden(desk, "reviews-80x24.screen");
	desk_restart_on(desk, "2026-04-01", 43, 132);
	desk_keys(desk, "V");
	desk_golden(desk, "reviews-132x43.screen");
}

static void to_the_family(struct desk_fixture *desk, const char *name)
{
	desk_keys(desk, "V /");
	desk_type(desk, name);
	desk_keys(desk, "Enter");
}

/* Its number has no column, and people have it from a letter or a telephone call. */
static void a_family_is_found_by_its_number(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_family(desk, casework_fixture_text(desk->file, "SELECT f.reference FROM plan AS p JOIN family AS f ON"
							      " f.id = p.family_id JOIN person AS n ON n.id ="
							      " p.person_id WHERE n.given_names = 'Idris'"));
	desk_shows(desk, "Begum");
	desk_shows_not(desk, "Charles");
}

static void one_is_wanted_earlier(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_family(desk, "sesay");
	desk_keys(desk, "e");
	desk_shows(desk, "Review wanted earlier · Sesay ×2");
	desk_keys(desk, "Right Tab");
	desk_type(desk, "20 apr");
	desk_keys(desk, "Tab");
	desk_type(desk, "He is out of prison.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "due by Wed 15 Apr 2026 already");
	desk_golden(desk, "review-earlier-80x24.screen");
	desk_keys(desk, "Ctrl-U");
	desk_type(desk, "9 apr");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "The review is due by Thu 9 Apr 2026 now");
	desk_shows(desk, "no slot");
}

/* Wide, the forms use the room. */
static void the_forms_read_well_on_a_wide_screen(void **state)
{
	struct desk_fixture *desk = *state;

	desk_restart_on(desk, "2026-04-01", 43, 132);
	to_the_family(desk, "sesay");
	desk_keys(desk, "e");
	desk_golden(desk, "review-earlier-132x43.screen");
	desk_keys(desk, "Esc");
	to_the_family(desk, "begum");
	desk_keys(desk, "m");
	desk_golden(desk, "review-combined-132x43.screen");
}

static void the_update_is_asked_and_written_down(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_family(desk, "sesay");
	desk_keys(desk, "a");
	desk_shows(desk, "No update was asked for yet: u says that it was.");
	desk_keys(desk, "u");
	desk_type(desk, "Emma Evans");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "asked");
	desk_keys(desk, "a");
	desk_type(desk, "Nana comes too.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "answered");
}

/* Whoever ticks it on Today says whom and how: the two lists never differ. */
static void ticking_it_on_today_asks(void **state)
{
	struct desk_fixture *desk = *state;
	int64_t open = number(desk->file,
			      "SELECT count(*) FROM deadline WHERE rule = 'review.update' AND state = 'open'");

	assert_true(open > 0);
	desk_restart_on(desk, "2026-05-20", 24, 80);
	desk_keys(desk, "e /");
	desk_type(desk, "update");
	desk_keys(desk, "Enter t");
	desk_shows(desk, "Ask for the update");
	desk_type(desk, "Emma Evans");
	desk_keys(desk, "Ctrl-S");
	assert_true(number(desk->file,
			   "SELECT count(*) FROM deadline WHERE rule = 'review.update' AND state = 'open'") < open);
	assert_int_equal(number(desk->file, "SELECT count(*) FROM review_update"), 2);
}

static void both_reviews_are_one_meeting(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_family(desk, "sesay");
	desk_keys(desk, "m");
	desk_shows(desk, "No review is booked here yet: b books one.");
	to_the_family(desk, "begum");
	desk_keys(desk, "m");
	desk_shows(desk, "11:30"); /* the conference is over */
	desk_golden(desk, "review-combined-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "follows C-");
}

static void a_review_opens_where_it_leads(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_family(desk, "begum");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Town Hall");
	to_the_family(desk, "sesay");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Family Sesay");
	desk_keys(desk, "Esc"); /* V are the visits there */
	to_the_family(desk, "sesay");
	desk_keys(desk, "p");
	desk_shows(desk, "Chidi");
	desk_keys(desk, "Esc");
	to_the_family(desk, "sesay");
	desk_keys(desk, "b");
	desk_shows(desk, "Book");
}

int main(void)
{
#define DESK_TEST(name) cmocka_unit_test_setup_teardown(name, desk_with_reviews, desk_fixture_teardown)
	const struct CMUnitTest tests[] = {
		DESK_TEST(the_horizon_reads_well),
		DESK_TEST(one_is_wanted_earlier),
		DESK_TEST(a_family_is_found_by_its_number),
		DESK_TEST(the_forms_read_well_on_a_wide_screen),
		DESK_TEST(the_update_is_asked_and_written_down),
		DESK_TEST(ticking_it_on_today_asks),
		DESK_TEST(both_reviews_are_one_meeting),
		DESK_TEST(a_review_opens_where_it_leads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
