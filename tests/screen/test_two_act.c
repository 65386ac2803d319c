/* Two people are about to do the same to one record, or one of them changes it while the other types: whoever comes
 * second is told what happened in one sentence, what was typed stays, nothing is written by that key, and the act is
 * done once. The first of the two is a child process with a session of its own. In the short form each form tries one
 * of the two ways, in turn. */
#include "soak.h"
#include "two_people.h"

#include <sqlite3.h>

/* What the first of the two does meanwhile. */
enum meanwhile { THE_SAME_ACT, SOMETHING_ELSE, MEANWHILE_COUNT, WHILE_IT_IS_ASKED = MEANWHILE_COUNT, WAYS };

struct deed {
	form_opener *open;
	const char *script;
	const char *answers; /* to what is asked after Ctrl-S, a key each */
};

struct act_row {
	const char *file;
	form_opener *open;
	const char *script, *answers; /* as of a deed */
	const char *typed;            /* stands in the form while it is not saved */
	const char *act;              /* its name in the log */
	const char *said;             /* when the other did the same, in the sentence that ends it */
	struct deed other;            /* changes something else of the record; open NULL: nothing else of it can be */
	form_opener *over;            /* the page it is opened from, so that who changed something is named; or NULL */
	bool goes_on;                 /* that is in nobody's way: the act is done at once */
	bool is_chairs;               /* only the conference's chair does it, from another machine */
};

FORM(details_of_mother)
{
	return person_form_open(t, w->mother, w->mother_family, NULL, f);
}

FORM(details_of_unborn)
{
	return person_form_open(t, w->unborn, 0, NULL, f);
}

FORM(papers_of_move)
{
	return move_step_open(t, true, w->move, TRANSFER_STEP_PAPERS, NULL, f);
}

FORM(complaint_raised)
{
	return complaint_step_open(t, w->complaint, COMPLAINT_STEP_RAISE, NULL, f);
}

FORM(escalation_taken_on)
{
	return escalation_step_open(t, w->escalation, ESCALATION_STEP_NEXT_STAGE, NULL, f);
}

/* The pages that a form is opened from. */
#define OVER(name, call)                                                                                               \
	static bool over_##name(struct tui *t, const struct world *w, struct fault *f)                                 \
	{                                                                                                              \
		return call;                                                                                           \
	}
OVER(waiting, conference_open(t, w->waiting, f))
OVER(booked, conference_open(t, w->booked, f))
OVER(live, conference_open(t, w->live, f))
OVER(with_chair, conference_open(t, w->with_chair, f))
OVER(group_family, family_open(t, w->group_family, f))
OVER(mothers_family, family_open(t, w->mother_family, f))
OVER(unborn, child_open(t, w->unborn, f))

#define SLOT  "Tab [Date] {14 4} [Starts] {10:00} Tab Tab"
#define MOVED "Tab [Date] {14 4} [Starts] {10:00} Tab [Why moved] {chair ill} [Agreed by] {a manager}"
#define WHY   "[Why] {nobody came}"

/* clang-format off */
static const struct act_row acts[] = {
	{"booking/booking_form.c", open_booking, SLOT, "y", "14 Apr 2026", "conference.book", .said = "meanwhile: Booked",
	 .other = {open_change, "[Access] {lift}", ""}, .over = over_waiting},
	{"booking/booking_form.c", open_move_of_slot, MOVED, "yn", "chair ill", "conference.move", .said = "exactly this slot already",
	 .other = {open_move_of_slot, "Tab [Starts] {13:30} Tab [Why moved] {a train} [Agreed by] {the chair}", "yn"}, .over = over_booked},
	{"booking/booking_form.c", open_review_booking, SLOT, "y", "14 Apr 2026", "conference.book", .said = "meanwhile: Review booked"},
	{"booking/booking_form.c", open_live_review, SLOT, "y", "14 Apr 2026", "conference.book", .said = "meanwhile"},
	{"booking/withdrawal_form.c", open_postpone, "[Why] {she is ill} [Until then] {visits} [Agreed by] {a manager}", "yn",
	 "she is ill", "conference.postpone", .said = "is postponed", .other = {open_move_of_slot, MOVED, "yn"}, .over = over_booked},
	{"booking/withdrawal_form.c", open_cancel, "[Why] {she is ill} [Agreed by] {a manager} [Still needed] n", "yn",
	 "she is ill", "conference.cancel", .said = "is cancelled", .other = {open_move_of_slot, MOVED, "yn"}, .over = over_booked},
	{"booking/conflict_form.c", open_conflict, "[Who] Ctrl-U {Marg} Down Enter [Because] {taught the mother}", "",
	 "taught the mother", "conflict.declare", .said = "already that Margaret Oyelaran has"},
	{"booking/conflict_form.c", open_conflict, "[The conflict] n [Because] {they moved}", "", "they moved", "conflict.end",
	 .said = "stands no more"},
	{"record/correction_form.c", open_discussion, "[It was held on] {25 3} [Why] {typed wrongly}", "", "typed wrongly",
	 "enquiry.correct", .said = "is the day kept already",
	 .other = {open_discussion, "[It was held on] {24 3} [Why] {heard later}", ""}, .over = over_waiting},
	{"record/correction_form.c", open_leaving, "[Since] {25 3} [Why] {moved out}", "", "moved out", "member.end",
	 .said = "does not belong to this family", .other = {open_details_of_mother, "[With care] {ring twice}", ""}, .over = over_mothers_family},
	{"invitees/exclusion_form.c", open_exclusion_asked, "[Because] w [Stays away from] a [Asked for by] {Di Poe}", "",
	 "Di Poe", "exclusion.ask", .said = "is asked already", .other = {open_invitee, "[Reached by] p [Who they are] {an aunt}", ""}, .goes_on = true},
	{"live/live_end_form.c", open_adjourn, "[Until it goes on] {visits} [Why] {fire alarm}", "y", "fire alarm",
	 "live.adjourn", .said = "is over", .is_chairs = true},
	{"live/live_end_form.c", open_take_over, "[Chair from now on] Ctrl-U {Siân} Down Enter [Why] {unwell}", "", "unwell",
	 "live.take_over", .said = "chairs C-0004 already",
	 .other = {open_take_over, "[Chair from now on] Ctrl-U {Marg} Down Enter [Why] {a train}", ""}, .over = over_live},
	{"plans/plan_give_form.c", open_give_out, "[To whom] {Nana} [How] {by hand}", "", "by hand", "plan.give_out",
	 .said = "was given out already", .other = {open_texts, "[Language, format] {large print} Tab", ""}, .over = over_group_family},
	{"plans/plan_give_form.c", open_given_more, "[To whom] {Nana} [How] {by hand}", "", "by hand", "plan.given",
	 .said = "written down already"},
	{"plans/plan_scale_form.c", open_scale, "[How safe] {5} [Why] {calmer}", "", "calmer", "plan.scale",
	 .said = "written down already"},
	{"retention/hold_form.c", open_hold, "[Asked for by] {a court} [Because] {an inquiry}", "", "an inquiry", "hold.set",
	 .said = "held for a court already"},
	{"changes/plan_end_form.c", open_end_of_plan, "[Why] Right Right Right [On] {28 3} [How known] {a visa was seen}", "yn",
	 "a visa was seen", "plan.end", .said = "ended on Sat 28 Mar 2026 already"},
	{"changes/birth_form.c", open_birth, "[Born] {28 3} [Given names] {Ife}", "", "Ife", "child.born", .said = "recorded already",
	 .other = {open_details_of_unborn, "[With care] {ring twice}", ""}, .over = over_unborn},
	{"changes/loss_form.c", open_loss, "[On] {28 3} [Told by] {the midwife}", "y", "the midwife", "child.lost",
	 .said = "recorded already", .other = {open_details_of_unborn, "[With care] {ring twice}", ""}, .over = over_unborn},
	{"changes/move_form.c", open_move_away, "[Authority] {Northtown}", "", "Northtown", "transfer.register",
	 .said = "is under way"},
	{"changes/move_step_form.c", open_move_step_form, "[Note] {by letter}", "n", "by letter", "transfer.step",
	 .said = "was accepted on", .other = {open_papers_of_move, "[chronology] Space [Note] {sent}", ""}, .over = over_group_family},
	{"changes/move_step_form.c", open_ending_step, "[Object until] {10 4} [Note] {by letter}", "n", "by letter",
	 "plan.ending", .said = "were told already"},
	{"challenges/complaint_step_form.c", open_complaint_said, "[Note] {by letter}", "", "by letter", "complaint.step",
	 .said = "was done on", .other = {open_complaint_raised, "[With whom] {a manager}", ""}, .over = over_with_chair},
	{"challenges/escalation_step_form.c", open_escalation_answered, "[Answer] {we will}", "", "we will", "escalation.step",
	 .said = "answered on", .other = {open_escalation_taken_on, "[Goes to] {a head} [Why] {nothing came}", ""}, .over = over_with_chair},
	{"reviews/review_form.c", open_review_ask, "[Asked of] Ctrl-U {Di Poe}", "", "Di Poe", "review.update_ask",
	 .said = "written down already"},
	{"reviews/review_form.c", open_review_early_form, "[What for] Right [Review by] {10 4} [Why] {he is out}", "",
	 "he is out", "review.early", .said = "due by Fri 10 Apr 2026 already"},
	{"reviews/review_form.c", open_review_combined, "[Begins] Ctrl-U {12:45}", "", "12:45", "review.combine",
	 .said = "begins at 12:45 already", .other = {open_review_combined, "[Begins] Ctrl-U {12:15}", ""}},
	{"core_groups/core_group_form.c", open_group_book, "[Day] {8 4} [Starts] {10:00}", "", "10:00", "core_group.book",
	 .said = "meets on Wed 8 Apr 2026 already"},
	{"core_groups/core_group_form.c", open_group_run, "[First day] {8 4} [Starts] {10:00}", "y", "10:00", "core_group.run",
	 .said = "booked on Wed 8 Apr 2026 already"},
	{"core_groups/core_group_form.c", open_group_held, "[Not quorate] Space", "", "[yes]", "core_group.held",
	 .said = "written down already", .other = {open_group_moved, "[Day] {2 4} [Why moved] {ill}", ""}},
	{"core_groups/core_group_form.c", open_group_missed, WHY, "", "nobody came", "core_group.missed",
	 .said = "settled already", .other = {open_group_moved, "[Starts] {11:00}", ""}},
	{"core_groups/core_group_form.c", open_group_cancelled, "[Cancelled by] {Emma} " WHY, "", "nobody came",
	 "core_group.cancel", .said = "settled already", .other = {open_group_moved, "[Day] {2 4} [Why moved] {ill}", ""}},
	{"core_groups/core_group_form.c", open_group_sent, "[To] {Nana} [How] {by hand}", "", "by hand", "core_group.sent",
	 .said = "written down already", .other = {open_group_notes, "[Notes] {all came}", ""}, .goes_on = true},
	{"core_groups/core_group_form.c", open_group_undone, "[Why] {another family}", "", "another family",
	 "core_group.undo", .said = "can be taken back", .other = {open_group_notes, "[Notes] {all came}", ""}},
	{"core_groups/core_group_form.c", open_group_join, "[Who] {Nana} [As] {grandmother}", "", "grandmother",
	 "core_group.join", .said = "is in this core group already"},
	{"core_groups/core_group_form.c", open_group_leave, WHY, "", "nobody came", "core_group.leave",
	 .said = "not in this core group any more"},
};

/* Nobody can be first: tests/checks/forms.sh asks for each form here, above or in test_two_save.c. */
static const struct {
	form_opener *open;
	const char *why;
} left_out[] = {
	{open_request, "a new family or request: who is like somebody on file is shown before it is saved"},
	{open_request_of_family, "a new request: the one that waits is shown"},
	{open_request_of_enquiry, "a new request: the enquiry that is answered asks for none any more"},
	{open_arrival, "a new request"},
	{open_member, "a new person: who is like somebody on file is shown before it is saved"},
	{open_new_contact, "a new contact: look-alikes are shown in the directory and made one there"},
	{open_newcomer, "a new row of the list; a name that is on it already is refused"},
	{open_section, "an editor: test_record_section.c"},
	{open_note, "stored while it is typed: test_live_notes.c"},
	{open_correction_asked, "a row of its own each time it is asked"},
	{open_end_early, "as adjourn, the same form: it waits for decisions that the small world has not"},
	{open_new_recommendation, "a new row; two of them stand under one another on the screen it was opened from"},
	{open_new_action, "as a new recommendation"},
	{open_new_helper, "as a new recommendation"},
	{open_enquiry_of_list, "each answer that was given is a row"},
	{open_glass, "each time the glass is broken is a row"},
	{open_complaint_made, "a row of its own each time"},
	{open_escalation_made, "a row of its own each time"},
	{open_visit, "a row of its own each time"},
	{open_disclosure, "a row of its own each time"},
};
/* clang-format on */
enum { ACTS = sizeof acts / sizeof *acts, LEFT_OUT = sizeof left_out / sizeof *left_out };

/* --- What is in the file --- */

/* Every table but what a person looked at and has not saved; and what was done, by the log. */
static uint64_t sum_of(sqlite3 *db, const char *table, uint64_t sum)
{
	char sql[120];
	sqlite3_stmt *q = NULL;

	snprintf(sql, sizeof sql, "SELECT * FROM \"%s\"", table);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(q); i++) {
			const unsigned char *bytes = sqlite3_column_blob(q, i);

			for (int at = 0; at < sqlite3_column_bytes(q, i); at++)
				sum = (sum ^ bytes[at]) * 1099511628211u;
			sum = (sum ^ 0xff) * 1099511628211u;
		}
	sqlite3_finalize(q);
	return sum;
}

static uint64_t sum_of_file(struct form_desk *h)
{
	sqlite3 *db = casework_fixture_rows(h->desk.file);
	sqlite3_stmt *tables = NULL;
	uint64_t sum = 14695981039346656037u;

	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT name FROM sqlite_schema WHERE type = 'table'"
					    " AND name NOT IN ('audit', 'draft', 'sqlite_sequence')",
					    -1, &tables, NULL),
			 SQLITE_OK);
	while (sqlite3_step(tables) == SQLITE_ROW)
		sum = sum_of(db, (const char *)sqlite3_column_text(tables, 0), sum);
	sqlite3_finalize(tables);
	return sum;
}

static int64_t times_done(struct form_desk *h, const struct act_row *row)
{
	return casework_fixture_audited(h->desk.file, row->act);
}

/* --- The two of them --- */

static void open_where_people_do(struct form_desk *h, const struct act_row *row)
{
	struct fault f = {0};

	sit_down(h);
	if (row->over)
		assert_true(row->over(h->desk.tui, &h->world, &f));
	open_and_write(h, row->open, row->script);
}

static void press_save(struct form_desk *h, const char *answers)
{
	desk_keys(&h->desk, "Ctrl-S");
	for (; *answers && tui_top_class(h->desk.tui)->is_popup; answers++)
		desk_keys(&h->desk, (char[]){*answers, '\0'});
}

static bool other_saves(struct form_desk *h, const void *what)
{
	const struct deed *deed = what;
	int64_t before = number(h->desk.file, "SELECT max(seq) FROM audit");

	sit_down(h);
	open_and_write(h, deed->open, deed->script);
	press_save(h, deed->answers);
	if (number(h->desk.file, "SELECT count(*) FROM audit WHERE kind <> 'look' AND seq > %lld", (long long)before) >
	    0)
		return true;
	fprintf(stderr, "the first could not save:\n%s", desk_screen(&h->desk));
	return false;
}

static bool complain(struct form_desk *h, const struct act_row *row, const char *words)
{
	fprintf(stderr, "%s, %s: %s:\n%s", row->file, row->act, words, desk_screen(&h->desk));
	return false;
}

/* One sentence or two, that none of the machine's words stand in. */
static bool is_said_plainly(struct form_desk *h)
{
	static const char *const never[] = {" Saved", "case file refuses", "need attention", "constraint"};
	const char *screen = desk_screen(&h->desk);

	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		if (strstr(screen, never[i]))
			return false;
	return true;
}

/* Nothing is written by this key and what was typed stays. */
static bool is_told(struct form_desk *h, const struct act_row *row, const char *words)
{
	uint64_t before = sum_of_file(h);
	int64_t done = times_done(h, row);

	press_save(h, row->answers);
	if (sum_of_file(h) != before || times_done(h, row) != done)
		return complain(h, row, "it was written over what the other did");
	if (!is_form_open(h) || !strstr(desk_screen(&h->desk), row->typed))
		return complain(h, row, "what was typed is gone");
	return (strstr(desk_screen(&h->desk), words) && is_said_plainly(h)) || complain(h, row, words);
}

/* Told at once or, where the record changed, of that first: it stays done once, however often it is asked for. */
static bool is_done_once(struct form_desk *h, const struct act_row *row)
{
	bool is_first_of_change;
	uint64_t before = sum_of_file(h);
	int64_t done = times_done(h, row);

	press_save(h, row->answers);
	is_first_of_change = strstr(desk_screen(&h->desk), "meanwhile") != NULL;
	if (sum_of_file(h) != before || times_done(h, row) != done)
		return complain(h, row, "done twice");
	if (!is_first_of_change || strstr(row->said, "meanwhile"))
		return strstr(desk_screen(&h->desk), row->said) ? is_said_plainly(h) || complain(h, row, "not plain")
								: complain(h, row, row->said);
	return is_told(h, row, row->said);
}

static bool is_done_on_top(struct form_desk *h, const struct act_row *row)
{
	int64_t done = times_done(h, row);

	if (!row->goes_on && !is_told(h, row, "Not saved: manager at "))
		return false;
	press_save(h, row->answers);
	return times_done(h, row) == done + 1 || complain(h, row, "it cannot be done on the record as it is now");
}

/* Yes is no answer to what the other made of it while it was asked. */
static bool is_stopped_at_yes(struct form_desk *h, const struct act_row *row, const struct deed *other)
{
	const char *answers = row->answers;
	uint64_t before;
	int64_t done;

	desk_keys(&h->desk, "Ctrl-S");
	if (!tui_top_class(h->desk.tui)->is_popup)
		return complain(h, row, "nothing was asked");
	if (!other_does(h, row->is_chairs ? "chair" : "manager", other_saves, other))
		return complain(h, row, "the first could not save");
	before = sum_of_file(h);
	done = times_done(h, row);
	for (; *answers && tui_top_class(h->desk.tui)->is_popup; answers++)
		desk_keys(&h->desk, (char[]){*answers, '\0'});
	if (sum_of_file(h) != before || times_done(h, row) != done)
		return complain(h, row, "it was done over what the other did");
	return is_form_open(h) && strstr(desk_screen(&h->desk), row->typed)
		       ? is_said_plainly(h)
		       : complain(h, row, "what was typed is gone");
}

static bool both_act(struct form_desk *h, const struct act_row *row, enum meanwhile what)
{
	const struct deed same = {row->open, row->script, row->answers};

	open_where_people_do(h, row);
	if (what == WHILE_IT_IS_ASKED)
		return is_stopped_at_yes(h, row, row->other.open && !row->goes_on ? &row->other : &same);
	if (!other_does(h, row->is_chairs ? "chair" : "manager", other_saves,
			what == THE_SAME_ACT ? &same : &row->other))
		return complain(h, row, "the first could not save");
	return what == THE_SAME_ACT ? is_done_once(h, row) : is_done_on_top(h, row);
}

static bool is_tried(int row, int what)
{
	if (what == SOMETHING_ELSE && !acts[row].other.open)
		return false;
	if (what == WHILE_IT_IS_ASKED)
		return acts[row].answers[0] == 'y';
	return soak_is_long() || !acts[row].other.open || row % MEANWHILE_COUNT == what;
}

static void whoever_comes_second_is_told(void **state)
{
	struct form_desk *h = *state;
	int tried = 0, failed = 0;

	for (int i = 0; i < ACTS; i++)
		for (int what = 0; what < WAYS; what++)
			if (is_tried(i, what)) {
				failed += !both_act(h, &acts[i], (enum meanwhile)what);
				put_back(h);
				tried++;
			}
	print_message("%d steps taken by two, %d times, %d failed; %d forms nobody can be first in\n", ACTS, tried,
		      failed, LEFT_OUT);
	assert_int_equal(failed, 0);
}

static bool is_tried_here(form_opener *open)
{
	for (int i = 0; i < ACTS; i++)
		if (acts[i].open == open)
			return true;
	return false;
}

/* A reason outlives no form, and is none once the form is tried. */
static void what_is_left_out_is_tried_nowhere(void **state)
{
	(void)state;
	for (int i = 0; i < LEFT_OUT; i++) {
		int known = 0;

		for (int k = 0; k < EVERY_FORM_COUNT; k++)
			known += every_form[k].open == left_out[i].open;
		if (known != 1 || is_tried_here(left_out[i].open))
			fail_msg("is tried, or is no form any more: %s", left_out[i].why);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_left_out_is_tried_nowhere),
					   cmocka_unit_test(whoever_comes_second_is_told)};

	return cmocka_run_group_tests(tests, form_desk_begin, form_desk_end);
}
