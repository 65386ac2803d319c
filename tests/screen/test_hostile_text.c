/* A case file that somebody tampered with: every text in it holds what drives a terminal, turns the direction of
 * writing or cannot be seen. Every screen of the program is painted on a terminal of its own, and every byte that goes
 * there is looked at: text is of what may be seen, and sequences are those by which pictures are painted. In the short
 * form each column has another class of code points; in the long one every column has every class, one after the other.
 */
#include "base/text.h"
#include "form_desk.h"
#include "form_screen.h"
#include "hostile_file.h"
#include "live.h"
#include "mailing.h"
#include "my_day.h"
#include "outbox.h"
#include "plan_page.h"
#include "soak.h"
#include "terminal.h"

#include <string.h>
#include <sys/wait.h>

/* --- The screens that are no forms --- */

/* clang-format off */
FORM(clock_page) { (void)w; return clock_open(t, f); }
FORM(diary_page) { (void)w; return diary_open(t, casework_today(casework_of(t)), f); }
FORM(day_page) { (void)w; return my_day_open(t, f); }
FORM(week_page) { (void)w; return reports_week_open(t, f); }
FORM(chase_page) { (void)w; return chase_open(t, f); }
FORM(directory_page) { (void)w; return directory_open(t, f); }
FORM(outbox_page) { (void)w; return outbox_open(t, f); }
FORM(drafts_page) { (void)w; return drafts_open(t, f); }
FORM(conference_page_of_it) { return conference_open(t, w->booked, f); }
FORM(family_page_of_it) { return family_open(t, w->family, f); }
FORM(child_page_of_it) { return child_open(t, w->child, f); }
FORM(planned_page) { return child_open(t, w->planned, f); }
FORM(whose_page) { return whose_child_open(t, w->family, f); }
FORM(bundle_page) { return bundle_open(t, w->booked, f); }
FORM(report_page) { return report_open(t, w->booked, w->report, f); }
FORM(merge_page) { return contact_merge_open(t, w->contact, w->twin, f); }
FORM(proposal_page) { return invitees_proposal_open(t, w->booked, f); }
FORM(mailing_page) { return mailing_open(t, w->booked, MAILING_INVITATIONS, f); }
FORM(list_page) { (void)w; return plan_list_open(t, f); }
FORM(list_log_page) { (void)w; return list_log_open(t, f); }
FORM(entry_page) { return list_entry_open(t, w->planned, casework_today(casework_of(t)), "F11", f); }
FORM(access_page) { (void)w; return access_open(t, f); }
FORM(audit_page) { (void)w; return audit_log_open(t, f); }
FORM(retention_list) { (void)w; return retention_open(t, f); }
FORM(retention_of_it) { return retention_page_open(t, w->over, f); }
FORM(disposals_page) { (void)w; return disposals_open(t, f); }
FORM(complaints_page) { (void)w; return complaints_open(t, f); }
FORM(complaint_page) { return complaint_open(t, w->complaint, f); }
FORM(escalations_page) { (void)w; return escalations_open(t, f); }
FORM(escalation_page) { return escalation_open(t, w->escalation, f); }
FORM(moves_page) { (void)w; return moves_open(t, 0, f); }
FORM(groups_page) { (void)w; return core_groups_open(t, f); }
FORM(group_page) { return core_group_open(t, w->group_family, f); }
FORM(group_slots) { return core_group_slots_open(t, w->group_family, f); }
FORM(group_actions) { return core_group_actions_open(t, w->group_family, w->group_held, f); }
FORM(group_invite) { return core_group_invite_open(t, w->group_family, w->group_booked, f); }
FORM(reviews_page) { (void)w; return reviews_open(t, f); }
FORM(overdue_page) { (void)w; return overdue_actions_open(t, 0, f); }
FORM(plan_of_it) { return plan_page_open(t, w->group_family, 0, f); }
FORM(compared_page) { return plan_compare_open(t, w->group_family, w->plan_given, w->plan_draft, f); }
FORM(timeline_page) { return timeline_open(t, w->family, 0, f); }
FORM(visits_page) { return visits_open(t, w->family, 0, f); }
FORM(disclosures_page) { return disclosures_open(t, w->family, 0, f); }
FORM(live_page) { return live_open(t, w->live, f); }
FORM(later_page) { return live_open(t, w->later, f); }
FORM(go_to_page) { (void)w; return go_to_open(t, f); }
/* clang-format on */

/* Opened and gone through: digits are tabs and steps; Enter opens what is under the cursor. */
static const struct {
	form_opener *open;
	const char *keys;
} pages[] = {
	{open_clock_page, "jj"},
	{open_diary_page, "jj"},
	{open_day_page, "j"},
	{open_week_page, "j"},
	{open_chase_page, "j"},
	{open_directory_page, "j"},
	{open_outbox_page, "j"},
	{open_drafts_page, "j"},
	{open_conference_page_of_it, "1234567"},
	{open_family_page_of_it, "1234567"},
	{open_child_page_of_it, "1234567"},
	{open_planned_page, "1234567"},
	{open_whose_page, "j"},
	{open_bundle_page, "j"},
	{open_report_page, "j"},
	{open_merge_page, "j"},
	{open_proposal_page, "j"},
	{open_mailing_page, "j"},
	{open_list_page, ""},
	{open_list_log_page, "j"},
	{open_entry_page, "j"},
	{open_access_page, "j"},
	{open_audit_page, "jj"},
	{open_retention_list, "j"},
	{open_retention_of_it, "j"},
	{open_disposals_page, "j"},
	{open_complaints_page, "j"},
	{open_complaint_page, "j"},
	{open_escalations_page, "j"},
	{open_escalation_page, "j"},
	{open_moves_page, "j"},
	{open_groups_page, "j"},
	{open_group_page, "j"},
	{open_group_slots, "j"},
	{open_group_actions, "j"},
	{open_group_invite, "j"},
	{open_reviews_page, "j"},
	{open_overdue_page, "j"},
	{open_plan_of_it, "j"},
	{open_compared_page, "j"},
	{open_timeline_page, "j"},
	{open_visits_page, "j"},
	{open_disclosures_page, "j"},
	{open_live_page, "123456789"},
	{open_later_page, "123456789"},
	{open_go_to_page, "a"},
};
enum { PAGES = sizeof pages / sizeof *pages, SCREENS = PAGES + EVERY_FORM_COUNT };

/* --- The program --- */

static struct {
	struct form_desk *h;
	int next; /* of the screens */
	int closed;
} tour;

static form_opener *screen_at(int i)
{
	return i < PAGES ? pages[i].open : every_form[i - PAGES].open;
}

/* The first screen: any letter opens the next one over it. */
static enum handled tour_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct fault f = {0};

	(void)s;
	if (op != OP_TYPED || typed != 'n')
		return NOT_MINE;
	if (!screen_at(tour.next++)(t, &tour.h->world, &f)) {
		tui_say_fault(t, &f);
		tour.closed++;
	}
	return HANDLED;
}

static void tour_draw(const struct screen *s, struct canvas *c)
{
	(void)s;
	canvas_print(c, 0, 0, -1, TUI_TEXT, "tour %d, %d did not open", tour.next, tour.closed);
}

static void tour_title(const struct screen *s, char *out, size_t room)
{
	(void)s;
	snprintf(out, room, "A tour");
}

static const struct screen_class tour_screen = {
	.name = "tour", .keys = form_screen_no_keys, .title = tour_title, .draw = tour_draw, .act = tour_act};

static int go_on_tour(void *unused)
{
	const struct desk_options options = {.colour = TUI_COLOUR_ALWAYS};
	struct casework_fixture *file = tour.h->desk.file;
	struct desk desk = {0};
	struct tui_start start;
	struct fault f = {0};
	enum tui_end end;

	(void)unused;
	casework_fixture_open_as(file, "chair", (1u << ROLE_COUNT) - 1);
	desk.cw = file->cw;
	desk_start(&desk, &options, &start);
	start.first = &tour_screen;
	end = tui_run(&start, &f);
	desk_finish(&desk);
	casework_close(file->cw);
	return (int)end;
}

/* Everything that goes to the terminal from the first picture to the last. */
static void see_every_screen(struct terminal *t)
{
	for (int i = 0; i < SCREENS; i++) {
		terminal_type(t, "n");
		if (i < PAGES)
			terminal_type(t, pages[i].keys);
		if (!terminal_wait(t))
			fail_msg("screen %d: the program has ended", i);
		for (int turn = 0; turn < 6 && !terminal_shows(t, "A tour"); turn++) {
			terminal_type(t, "\033");
			if (!terminal_wait(t))
				fail_msg("screen %d: the program has ended", i);
		}
	}
}

/* --- What may go to a terminal --- */

struct watched {
	int letters, replaced, sequences, wrong;
};

static void complain(struct watched *w, const char *what, const unsigned char *at, size_t left)
{
	if (w->wrong++ < 10) {
		fprintf(stderr, "%s:", what);
		for (size_t i = 0; i < left && i < 12; i++)
			fprintf(stderr, " %02X", at[i]);
		fprintf(stderr, "\n");
	}
}

/* Bytes of the sequence that begins with ESC; 0 when it is none by which pictures are painted. */
static size_t painting(const unsigned char *at, size_t left)
{
	size_t n = 2;

	if (left < 2)
		return 0;
	if (at[1] == '(' || at[1] == ')')
		return left > 2 && (at[2] == 'B' || at[2] == '0') ? 3 : 0;
	if (strchr("=>78M", at[1]))
		return 2;
	if (at[1] == ']') /* the mark of these tests, and no title, no clipboard */
		return left > 7 && memcmp(at + 2, "5113;", 5) == 0 && memchr(at, '\a', left)
			       ? (size_t)((const unsigned char *)memchr(at, '\a', left) - at) + 1
			       : 0;
	if (at[1] != '[')
		return 0;
	while (n < left && (at[n] == ';' || at[n] == '?' || (at[n] >= '0' && at[n] <= '9')))
		n++;
	if (n < left && at[n] == 't')
		return memcmp(at, "\033[22;0;0t", 9) == 0 || memcmp(at, "\033[23;0;0t", 9) == 0 ? n + 1 : 0;
	return n < left && strchr("ABCDGHJKLMPX@dhlmrSTb", at[n]) ? n + 1 : 0;
}

static size_t watch_text(struct watched *w, const unsigned char *at, size_t left)
{
	uint32_t code;
	size_t n = text_decode((const char *)at, &code);

	if (*at < 0x80) {
		if (!*at || (*at < ' ' && !strchr("\r\n\b\t", *at)) || *at == 0x7F)
			complain(w, "a control", at, left);
		w->letters++;
		return 1;
	}
	if (!text_is_utf8((const char *)at, n) || is_hostile(code))
		complain(w, "not to be seen", at, left);
	w->letters++;
	w->replaced += code == 0xFFFD;
	return n;
}

static struct watched watch(FILE *file)
{
	struct watched w = {0};
	size_t bytes, at = 0;
	unsigned char *all;

	fflush(file);
	bytes = (size_t)ftell(file);
	all = calloc(1, bytes + 1);
	rewind(file);
	assert_int_equal(fread(all, 1, bytes, file), bytes);
	while (at < bytes) {
		size_t n = all[at] == '\033' ? painting(all + at, bytes - at) : watch_text(&w, all + at, bytes - at);

		if (!n)
			complain(&w, "a sequence that paints nothing", all + at, bytes - at);
		w.sequences += all[at] == '\033';
		at += n ? n : 1;
	}
	free(all);
	return w;
}

static struct watched tour_of(struct form_desk *h, int class)
{
	FILE *file = tmpfile();
	struct terminal *t;
	struct watched w;
	int status, rows;

	put_back(h);
	stand_up(h);
	rows = hostile_tamper(h->desk.file->path, class);
	tour.h = h;
	tour.next = tour.closed = 0;
	t = terminal_start_call(go_on_tour, NULL, 43, COLUMNS);
	terminal_record(t, file);
	assert_true(terminal_wait(t));
	see_every_screen(t);
	assert_true(terminal_shows(t, ", 0 did not open"));
	terminal_hang_up(t);
	terminal_wait_end(t, &status);
	terminal_record(t, NULL);
	terminal_finish(t);
	w = watch(file);
	fclose(file);
	assert_true(rows > 100);
	return w;
}

static void nothing_stored_drives_the_terminal(void **state)
{
	struct form_desk *h = *state;
	int from = soak_is_long() ? 0 : -1, to = soak_is_long() ? HOSTILE_RANGES + HOSTILE_SEQUENCES : 0, wrong = 0;

	for (int class = from; class < to; class ++) {
		struct watched w = tour_of(h, class);

		print_message("%s: %d screens, %d letters, %d of them in the place of others, %d sequences, %d wrong\n",
			      class < 0                ? "every class, a column each"
			      : class < HOSTILE_RANGES ? hostile_ranges[class].class
						       : hostile_sequences[class - HOSTILE_RANGES].class,
			      SCREENS, w.letters, w.replaced, w.sequences, w.wrong);
		wrong += w.wrong;
		if (class < 0)
			assert_true(w.replaced > 100); /* it was there to be shown */
	}
	assert_int_equal(wrong, 0);
	open_on(h, FIXTURE_TODAY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_stored_drives_the_terminal)};

	return cmocka_run_group_tests(tests, form_desk_begin, form_desk_end);
}
