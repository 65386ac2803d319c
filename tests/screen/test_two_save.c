/* Two people have one record open in the same form and both save: whoever comes second is shown both side by side, and
 * mine, theirs or both stands in the record afterwards, with nothing typed twice. The first of the two is a child
 * process with a session of its own. In the short form each form tries one of the three, in turn. */
#include "soak.h"
#include "two_people.h"

enum keeps { KEEP_MINE, KEEP_THEIRS, KEEP_BOTH, KEEP_COUNT };

struct overlap_row_of_test {
	const char *file;
	form_opener *open;
	const char *before; /* what both type to have something that can be saved; "" nothing */
	const char *field;  /* the label of the field both write in */
	const char *mine, *theirs;
	bool is_stored; /* saved when a field is left, and stays open */
	bool is_one;    /* a day: not both can be kept */
};

FORM(looked_after_known)
{
	return review_form_open(t, REVIEW_FORM_LOOKED_AFTER, plan_to_combine(w), NULL, f);
}

FORM(restriction_of_mother)
{
	return restriction_open(t, w->mother_family, NULL, f);
}

/* clang-format off */
static const struct overlap_row_of_test forms[] = {
	{"booking/change_form.c", open_change, "", "Access", "ramp", "lift", .is_stored = false},
	{"people/person_form.c", open_person, "", "With care", "a kind word", "ring twice", .is_stored = false},
	{"people/contact_form.c", open_contact, "[Reached by] p [Telephone] {01632 960111}", "Role", "cook", "caretaker", .is_stored = false},
	{"people/agency_form.c", open_agency, "", "Counts for", "health", "housing", .is_stored = false},
	{"record/feedback_form.c", open_feedback, "[Given or sent] {1 4} [Came back] {1 4}", "In their words", "it was long", "it was fair", .is_stored = false},
	{"invitees/invitee_form.c", open_invitee, "[Reached by] p", "Who they are", "an aunt", "a neighbour", .is_stored = false},
	{"reports/report_form.c", open_report, "", "Note", "two pages", "three pages", .is_stored = false},
	{"live/recommendation_form.c", open_recommendation, "", "In words", "soon", "later", .is_stored = false},
	{"live/live_meeting_form.c", open_meeting, "[Day] {8 4} [Starts] {10:00}", "Place", "Hall", "School", .is_stored = false},
	{"live/decision_form.c", open_decision, "[Decision] Left [Not decided] {moved}", "What the child says", "I want to stay", "I like school", .is_stored = false},
	{"plans/plan_action_form.c", open_action_of_plan, "[By] {9 4} [Who] {Emma Evans}", "What", "nursery", "school run", .is_stored = false},
	{"plans/plan_network_form.c", open_helper, "", "Who they are", "an aunt", "a neighbour", .is_stored = false},
	{"plans/plan_text_form.c", open_texts, "", "Language, format", "large print", "Polish", .is_stored = true},
	{"access/restriction_form.c", open_restriction_of_mother, "[Named] {officer, chair} [Looked at again] {1 Jun 2026}", "Because", "a threat", "a worker's own", .is_stored = false},
	{"invitees/answer_form.c", open_answer, "[Answer] c", "What they said", "by video", "at eleven", .is_stored = false},
	{"invitees/exclusion_form.c", open_exclusion_decided, "[Decision] Right [Other way] {a letter}", "Decided by", "A. Chair", "B. Chair", .is_stored = false},
	{"reviews/review_form.c", open_review_answer, "", "Answer", "all as before", "they moved", .is_stored = false},
	{"core_groups/core_group_form.c", open_group_moved, "[Day] {2 4} [Why moved] {ill}", "Place", "Hall", "School", .is_stored = false},
	{"core_groups/core_group_form.c", open_group_notes, "", "Notes", "They came late.", "All were there.", .is_stored = false},
	{"core_groups/core_group_form.c", open_group_done, "[What became of it] Right", "How that is known", "school says so", "seen at home", .is_stored = false},
	{"booking/sittings_form.c", open_sittings,
	 "[Sitting 1 starts] {09:30} [takes] {30} [for] {mother} [Sitting 2 starts] {10:00} [takes] {30}", "for", "Di Poe", "Joy Bell", .is_stored = false},
	{"family/visit_form.c", open_visit_corrected, "[Why corrected] {heard again}", "Noted", "all well", "tired", .is_stored = false},
	{"family/disclosure_form.c", open_disclosure_corrected, "[Why corrected] {heard again}", "Paper", "a letter", "an e-mail", .is_stored = false},
	{"plans/plan_text_form.c", open_live_texts, "", "Language, format", "large print", "Polish", .is_stored = true},
	{"plans/plan_action_form.c", open_live_action_of_plan, "[By] {9 4} [Who] {Emma Evans}", "What", "a dentist", "school run", .is_stored = false},
	{"plans/plan_action_form.c", open_live_earlier_action, "[What became] d", "How that", "school says so", "seen at home", .is_stored = false},
	{"plans/plan_network_form.c", open_live_helper, "", "Who they are", "an aunt", "a neighbour", .is_stored = false},
	{"reviews/review_form.c", open_looked_after_known, "", "Next review", "3 May 2026", "4 May 2026", .is_one = true},
	{"live/live_quorum_form.c", open_quorum, "[What is done] h [It may, because] f", "Who was missing", "the school", "the police", .is_stored = false},
};
/* clang-format on */
enum { FORMS = sizeof forms / sizeof *forms };

static void write_in(struct form_desk *h, const struct overlap_row_of_test *row, const char *words)
{
	sit_down(h);
	open_and_write(h, row->open, row->before);
	go_to_field(h, row->field);
	desk_type(&h->desk, words);
}

static bool save_theirs(struct form_desk *h, const void *what)
{
	const struct overlap_row_of_test *row = what;

	write_in(h, row, row->theirs);
	desk_keys(&h->desk, row->is_stored ? "Tab" : "Ctrl-S");
	if (row->is_stored || !is_form_open(h))
		return true;
	fprintf(stderr, "%s: the first could not save:\n%s", row->file, desk_screen(&h->desk));
	return false;
}

static bool complain(struct form_desk *h, const struct overlap_row_of_test *row, const char *words)
{
	fprintf(stderr, "%s, \"%s\": %s:\n%s", row->file, row->field, words, desk_screen(&h->desk));
	return false;
}

static bool is_kept(struct form_desk *h, const struct overlap_row_of_test *row, enum keeps keeps)
{
	static const char *const words[] = {"mine is not kept", "theirs is not kept", "not both are kept"};
	const char *screen;

	sit_down(h);
	open_and_write(h, row->open, "");
	screen = desk_screen(&h->desk);
	return ((strstr(screen, row->mine) != NULL) == (keeps != KEEP_THEIRS) &&
		(strstr(screen, row->theirs) != NULL) == (keeps != KEEP_MINE)) ||
	       complain(h, row, words[keeps]);
}

static bool both_save(struct form_desk *h, const struct overlap_row_of_test *row, enum keeps keeps)
{
	static const char *const keys[] = {"m", "t", "b"};

	write_in(h, row, row->mine);
	if (!other_does(h, "chair", save_theirs, row))
		return false;
	desk_keys(&h->desk, row->is_stored ? "Tab Ctrl-S" : "Ctrl-S");
	if (!strstr(desk_screen(&h->desk), "Saved twice") || !strstr(desk_screen(&h->desk), row->mine) ||
	    !strstr(desk_screen(&h->desk), row->theirs))
		return complain(h, row, "both are not shown");
	for (int turn = 0; turn < FORM_FIELDS_MOST && strstr(desk_screen(&h->desk), " choose  "); turn++) {
		desk_keys(&h->desk, "Ctrl-S"); /* goes to the next that is to be chosen */
		desk_keys(&h->desk, keys[keeps]);
	}
	desk_keys(&h->desk, "Esc Ctrl-S"); /* back to the form, and again */
	if (strstr(desk_screen(&h->desk), " choose  "))
		return complain(h, row, "what was chosen is to be chosen again");
	desk_keys(&h->desk, "Ctrl-S");
	if (!row->is_stored && is_form_open(h))
		return complain(h, row, "what was chosen is not saved");
	return is_kept(h, row, keeps);
}

static void whoever_saves_second_chooses(void **state)
{
	struct form_desk *h = *state;
	int tried = 0, failed = 0;

	for (int i = 0; i < FORMS; i++)
		for (int keeps = 0; keeps < KEEP_COUNT; keeps++)
			if ((soak_is_long() || i % KEEP_COUNT == keeps) && !(forms[i].is_one && keeps == KEEP_BOTH)) {
				failed += !both_save(h, &forms[i], (enum keeps)keeps);
				put_back(h);
				tried++;
			}
	print_message("%d forms saved by two, %d times, %d failed\n", FORMS, tried, failed);
	assert_int_equal(failed, 0);
}

/* In the same field, the same in two ways: there is nothing to choose. */
static void what_means_the_same_is_no_conflict(void **state)
{
	static const struct overlap_row_of_test alike[] = {
		{"live/live_meeting_form.c", open_meeting, "[Day] {8 4} [Place] {Hall}", "Starts", "9:30", "0930",
		 .is_stored = false},
		{"core_groups/core_group_form.c", open_group_moved, "[Day] {2 4} [Why moved] {ill}", "Starts", "930",
		 "09:30", .is_stored = false},
		{"core_groups/core_group_form.c", open_group_moved, "[Why moved] {ill}", "Day", "2/4/26", "2 Apr 2026",
		 .is_stored = false},
		{"people/person_form.c", open_person, "", "Telephone", "01632 960111", "01632960111",
		 .is_stored = false},
	};
	struct form_desk *h = *state;

	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
		write_in(h, &alike[i], alike[i].mine);
		assert_true(other_does(h, "chair", save_theirs, &alike[i]));
		desk_keys(&h->desk, "Ctrl-S");
		if (is_form_open(h))
			fail_msg("%s: %s and %s:\n%s", alike[i].file, alike[i].mine, alike[i].theirs,
				 desk_screen(&h->desk));
		put_back(h);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(whoever_saves_second_chooses),
					   cmocka_unit_test(what_means_the_same_is_no_conflict)};

	return cmocka_run_group_tests(tests, form_desk_begin, form_desk_end);
}
