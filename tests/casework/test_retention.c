/* How long records are kept, holds, and disposal by two people: what is listed and why, what stands in the way, and
 * that nothing is left of whom it was about. */
#include "casework/backup.h"
#include "casework/letters.h"
#include "casework/presence.h"
#include "casework/reports.h"
#include "retention_steps.h"
#include "store/audit.h"
#include "work.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const role_set officer = ROLE_BIT(ROLE_BUSINESS_SUPPORT);

static const struct retention_line *line_of(const struct retention_line_list *list, int64_t family)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].family_id == family)
			return &list->items[i];
	return NULL;
}

static void who_is_due_is_listed_with_the_reason(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct retention_line_list list;
	struct retention_page page;
	int64_t waiting = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	int64_t open = number(fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)waiting);

	MUST(casework_retention(fixture->cw, false, &fixture->mem, &list, f));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].family_id, old.family);
	assert_int_equal(list.items[0].review.due_on, date_from_iso("2025-06-14"));
	assert_string_equal(list.items[0].why, "35 years from the last contact, 14 Jun 1990");
	MUST(casework_retention(fixture->cw, true, &fixture->mem, &list, f));
	assert_int_equal(list.count, 3);
	assert_string_equal(line_of(&list, old.other_family)->why, "nothing of it has a date");
	assert_string_equal(line_of(&list, open)->why, "still open");
	MUST(casework_retention_page(fixture->cw, open, &fixture->mem, &page, f));
	assert_string_equal(page.line.why, "still open: a conference, a task");
	MUST(casework_retention_page(fixture->cw, old.family, &fixture->mem, &page, f));
	assert_int_equal(page.children.count, 1);
	assert_string_equal(page.children.items[0].why,
			    "a conference was held, 35 years from the last contact: kept until 14 Jun 2025");
	/* who was looked after is kept longer, and who was adopted longer still */
	number(fixture,
	       "INSERT INTO looked_after (person_id, since, ended_on, status) VALUES (%lld, '1989-05-01', "
	       "'1989-09-01', 'accommodated')",
	       (long long)old.child);
	MUST(casework_retention_page(fixture->cw, old.family, &fixture->mem, &page, f));
	assert_int_equal(page.line.review.due_on, date_from_iso("2055-03-01"));
	number(fixture,
	       "INSERT INTO episode (person_id, referred_on, closed_on, closure_reason) VALUES (%lld, "
	       "'1988-01-01', '1990-06-20', 'RC1')",
	       (long long)old.child);
	MUST(casework_retention_page(fixture->cw, old.family, &fixture->mem, &page, f));
	assert_int_equal(page.line.review.due_on, date_from_iso("2090-06-20"));
}

static void a_restricted_family_is_on_nobody_elses_list(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct retention_line_list list;
	struct retention_page page;
	struct disposal_line_list lines;
	size_t waiting;

	proposed(fixture, &old);
	number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld", (long long)old.family);
	as_second_manager(fixture);
	MUST(casework_retention(fixture->cw, true, &fixture->mem, &list, f));
	assert_null(line_of(&list, old.family));
	REFUSED(casework_retention_page(fixture->cw, old.family, &fixture->mem, &page, f), "", "no such family");
	MUST(casework_disposals(fixture->cw, &fixture->mem, &lines, f));
	assert_int_equal(lines.count, 0);
	MUST(casework_disposals_waiting(fixture->cw, &fixture->mem, &waiting, f));
	assert_int_equal(waiting, 0);
}

static void a_hold_stops_everything_until_it_is_lifted(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct holding hold = {.family_id = old.family, .reason = "", .asked_by = "the inquiry", .until_on = DAY_NONE};
	int64_t id = proposed(fixture, &old), none;
	struct disposal_approval approval = {.disposal_id = id, .version = 1, .reference = old.reference, .words = ""};
	struct disposal_outcome out;
	struct retention_page page;

	REFUSED(casework_hold_set(fixture->cw, &hold, f), "reason", "Say why");
	hold.reason = "Letter of 2 March: keep everything";
	hold.asked_by = " ";
	REFUSED(casework_hold_set(fixture->cw, &hold, f), "asked_by", "Say who");
	hold.asked_by = "the inquiry";
	hold.until_on = date_from_iso("2026-04-01");
	REFUSED(casework_hold_set(fixture->cw, &hold, f), "until_on", "a day to come");
	hold.until_on = date_from_iso("2026-04-02");
	MUST(casework_hold_set(fixture->cw, &hold, f));
	as_second_manager(fixture);
	REFUSED(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f), "", "is held");
	REFUSED(casework_disposal_propose(fixture->cw, old.family, "again", &none, f), "", "is held");
	/* its day goes by and it still holds: nobody has lifted it */
	casework_fixture_reopen(fixture, "2027-01-04");
	MUST(casework_retention_page(fixture->cw, old.family, &fixture->mem, &page, f));
	assert_true(page.line.is_held);
	assert_int_equal(page.holds.count, 1);
	REFUSED(casework_hold_lift(fixture->cw, page.holds.items[0].id, 1, " ", f), "words", "Say why");
	REFUSED(casework_hold_lift(fixture->cw, page.holds.items[0].id, 7, "over", f), "", "changed this hold");
	MUST(casework_hold_lift(fixture->cw, page.holds.items[0].id, 1, "the inquiry has reported", f));
	REFUSED(casework_hold_lift(fixture->cw, page.holds.items[0].id, 2, "over", f), "", "lifted already");
	as_second_manager(fixture);
	MUST(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f));
}

static void two_people_are_needed_and_either_may_stop_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct disposal_approval approval = {.version = 1, .reference = old.reference, .words = ""};
	struct disposal_outcome out;
	int64_t id, none;

	REFUSED(casework_disposal_propose(fixture->cw, old.family, " ", &none, f), "reason", "Say why");
	REFUSED(casework_disposal_propose(fixture->cw, old.family, "the quillfeathers moved; " OLD_CHILD " is 45",
					  &none, f),
		"reason", "Leave out \"" OLD_CHILD "\"");
	REFUSED(casework_disposal_propose(fixture->cw, old.other_family, "over", &none, f), "", "cannot be told");
	id = proposed(fixture, &old);
	REFUSED(casework_disposal_propose(fixture->cw, old.family, "twice", &none, f), "", "already");
	approval.disposal_id = id;
	REFUSED(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f), "", "yourself");
	casework_fixture_open_as(fixture, "desk", officer);
	REFUSED(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f), "", "may not");
	as_second_manager(fixture);
	approval.reference = "FAM-9999";
	REFUSED(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f), "reference", old.reference);
	approval.reference = old.reference;
	approval.version = 9;
	REFUSED(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f), "", "changed");
	assert_int_equal(number(fixture, "SELECT count(*) FROM family WHERE id = %lld", (long long)old.family), 1);
	/* withdrawn by the other; then proposed and withdrawn by the same */
	REFUSED(casework_disposal_withdraw(fixture->cw, id, 1, "", f), "words", "Say why");
	MUST(casework_disposal_withdraw(fixture->cw, id, 1, "a solicitor rang", f));
	approval.version = 2;
	REFUSED(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f), "", "decided already");
	id = proposed(fixture, &old);
	MUST(casework_disposal_withdraw(fixture->cw, id, 1, "by mistake", f));
	/* something happened in between: its day is another now */
	id = proposed(fixture, &old);
	number(fixture,
	       "INSERT INTO visit (family_id, visited_on, by_whom, by_user, kept_at) VALUES (%lld, '1990-06-20', "
	       "'Emma Evans', 'typist', 1)",
	       (long long)old.family);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	approval = (struct disposal_approval){id, 1, old.reference, ""};
	REFUSED(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f), "", "changed since");
}

/* --- Nothing is left --- */

static bool holds_bytes(const char *bytes, size_t count, const char *sought)
{
	size_t length = strlen(sought);

	for (size_t i = 0; i + length <= count; i++) {
		size_t same = 0;

		while (same < length && (bytes[i + same] | 0x20) == (sought[same] | 0x20))
			same++;
		if (same == length)
			return true;
	}
	return false;
}

static bool file_holds(struct casework_fixture *fixture, const char *path, const char *sought)
{
	FILE *file = fopen(path, "rb");
	struct stat about;
	char *bytes;
	bool holds;

	assert_non_null(file);
	assert_int_equal(fstat(fileno(file), &about), 0);
	bytes = arena_alloc(&fixture->mem, (size_t)about.st_size + 1);
	assert_int_equal(fread(bytes, 1, (size_t)about.st_size, file), about.st_size);
	fclose(file);
	holds = holds_bytes(bytes, (size_t)about.st_size, sought);
	return holds;
}

static const char *const canaries[] = {OLD_SURNAME, OLD_CHILD, OLD_ALIAS, OLD_STREET, OLD_WORDS, "Ottoline"};
enum { CANARY_COUNT = sizeof canaries / sizeof *canaries };

/* In how many of the files of the folder any of the words stands, whatever the case of its letters. */
static int found_in_folder(struct casework_fixture *fixture, bool say)
{
	DIR *folder = opendir(fixture->folder);
	const struct dirent *entry;
	int found = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		const char *path = arena_printf(&fixture->mem, "%s/%s", fixture->folder, entry->d_name);
		struct stat about;

		if (stat(path, &about) != 0 || !S_ISREG(about.st_mode))
			continue;
		for (int i = 0; i < CANARY_COUNT; i++)
			if (file_holds(fixture, path, canaries[i])) {
				if (say)
					print_error("\"%s\" is in %s\n", canaries[i], entry->d_name);
				found++;
			}
	}
	closedir(folder);
	return found;
}

static void approve(struct casework_fixture *fixture, const struct old_family *old, struct disposal_outcome *out)
{
	struct disposal_approval approval = {.disposal_id = proposed(fixture, old),
					     .version = 1,
					     .reference = old->reference,
					     .words = "I read it through."};
	bool packed;

	as_second_manager(fixture);
	MUST(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, out, f));
	MUST(casework_disposals_settle(fixture->cw, &packed, f));
	assert_true(packed);
}

static void assert_sound(struct casework_fixture *fixture)
{
	enum audit_verdict verdict;
	int64_t seq, rows;

	MUST(audit_verify(fixture->cw->store, NULL, &verdict, &seq, &rows, f));
	assert_int_equal(verdict, AUDIT_SOUND);
	assert_int_equal(number(fixture, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

static void no_byte_is_left_in_the_file_beside_it_or_in_the_next_back_up(void **state)
{
	static const struct backup_opener words = {.passphrase = "four plain words here", .is_quick = true};
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	const char *exported, *sealed = arena_printf(&fixture->mem, "%s/sealed", fixture->folder);
	struct disposal_outcome out;
	struct backup_facts made;
	struct restoring_order order;
	struct restored done;

	MUST(casework_paper_take_out(fixture->cw, old.paper, fixture->folder, &fixture->mem, &exported, f));
	assert_true(found_in_folder(fixture, false) >= CANARY_COUNT);
	approve(fixture, &old, &out);
	assert_int_equal(out.removed, 1);
	assert_string_equal(out.left, "");
	assert_int_equal(found_in_folder(fixture, true), 0);
	assert_sound(fixture);
	/* who belongs elsewhere too is there, and so is the half-typed request of somebody else */
	assert_int_equal(number(fixture, "SELECT count(*) FROM person WHERE id = %lld", (long long)old.uncle), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft"), 1);
	assert_int_equal(number(fixture, "SELECT people_gone FROM disposal WHERE state = 'done'"), 2);
	assert_int_equal(number(fixture, "SELECT people_kept FROM disposal WHERE state = 'done'"), 1);
	/* the next back-up, opened again */
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	MUST(casework_backup(fixture->cw, sealed, &words, &fixture->mem, &made, f));
	casework_close(fixture->cw);
	fixture->cw = NULL;
	order = (struct restoring_order){
		.path = sealed,
		.with = &words,
		.opening = {.path = arena_printf(&fixture->mem, "%s/again.db", fixture->folder),
			    .config_folder = fixture->config,
			    .today = date_from_iso(FIXTURE_TODAY)}};
	MUST(casework_restore(&order, &fixture->mem, &done, f));
	assert_int_equal(found_in_folder(fixture, true), 0);
	unlink(sealed);
	unlink(order.opening.path);
}

/* A form about the family stays open over the disposal: what was typed, whom it names or not, goes, and the next key
 * that would keep it again puts nothing back. */
static void a_draft_about_it_goes_and_does_not_come_back(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	const char *by_number = arena_printf(
		&fixture->mem, "%lld ask",
		(long long)number(fixture, "SELECT id FROM plan WHERE family_id = %lld", (long long)old.family));
	struct casework_opening how = {.path = fixture->path,
				       .config_folder = fixture->config,
				       .today = date_from_iso(FIXTURE_TODAY),
				       .user = "second"};
	struct casework *other = NULL;
	struct disposal_outcome out;

	as_second_manager(fixture);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	MUST(casework_open(&other, &how, f));
	casework_be_present(other);
	casework_present(other, old.family, 0, true);
	MUST(casework_draft_keep(other, "visit", "", "A visit", "noted=she was well\n", f));
	MUST(casework_draft_keep(other, "person", "", "Person", "alert=" OLD_WORDS "\n", f));
	casework_present(other, 0, 0, false);
	MUST(casework_draft_keep(other, "review", by_number, "An update", "answer=all is well\n", f));
	MUST(casework_draft_keep(other, "review", "987654 ask", "An update", "answer=of somebody else\n", f));
	approve(fixture, &old, &out);
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft"), 2); /* somebody else's */
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft WHERE form = 'review'"), 1);
	casework_present(other, old.family, 0, true);
	REFUSED(casework_draft_keep(other, "person", "", "Person", "alert=" OLD_WORDS "\n", f), "",
		"no longer in the case file");
	casework_close(other);
	assert_int_equal(found_in_folder(fixture, true), 0);
}

/* A file that somebody changed since, or that is another's by now, is left and named. */
static void a_changed_file_outside_is_named_and_left(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct disposal_outcome out;
	const char *exported;
	struct timespec then[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};

	MUST(casework_paper_take_out(fixture->cw, old.paper, fixture->folder, &fixture->mem, &exported, f));
	assert_int_equal(utimensat(AT_FDCWD, exported, then, 0), 0);
	approve(fixture, &old, &out);
	assert_int_equal(out.removed, 0);
	assert_string_equal(out.left, exported);
	assert_int_equal(unlink(exported), 0);
}

/* Letters of many families in one file, to be printed: it is looked up by the time the letter waited, named and left.
 */
static void a_file_of_many_families_is_named_and_left(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct disposal_outcome out;
	const char *printed, *ids;
	size_t count;

	number(fixture,
	       "INSERT INTO letter (template, template_version, family_id, recipient, subject, content, digest, "
	       "written_at, "
	       "by_user) VALUES ('moved', '1', %lld, 'Ottoline " OLD_SURNAME "', 'Moved', replace(replace('document 1|"
	       "title>Moved|classification>|reference>|language>en-GB|paragraph>" OLD_WORDS "|', '|', char(10)), '>', "
	       "char(9)), '', 607000000, 'typist')",
	       (long long)old.family);
	number(fixture, "INSERT INTO delivery (letter_id, method, address, state, queued_at, next_at, by_user) SELECT "
			"max(id), 'post', '4 " OLD_STREET " Lane', 'waiting', 1, 1, 'typist' FROM letter");
	MUST(casework_post_take_out(fixture->cw, fixture->folder, &fixture->mem, &printed, &count, &ids, f));
	assert_int_equal(count, 1);
	MUST(casework_posted(fixture->cw, ids, f));
	approve(fixture, &old, &out);
	assert_int_equal(out.removed, 0);
	assert_string_equal(out.left, printed);
	assert_int_equal(unlink(printed), 0);
}

static void the_certificate_says_what_went_and_names_nobody(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct disposal_outcome out;
	const char *text, *path;

	REFUSED(casework_certificate(fixture->cw, "Z-0001", &fixture->mem, &text, f), "", "no disposal");
	approve(fixture, &old, &out);
	MUST(casework_certificate(fixture->cw, out.reference, &fixture->mem, &text, f));
	for (int i = 0; i < CANARY_COUNT; i++)
		assert_false(holds_bytes(text, strlen(text), canaries[i]));
	for (size_t i = 0; i < 8; i++) {
		const char *const says[] = {"Certificate of disposal Z-0001",
					    old.reference,
					    "35 years from the last contact",
					    "from 14 Jun 1990, over on 14 Jun 2025",
					    "I read it through.",
					    "conferences",
					    "age out, by 1 Apr 2027",
					    "no trace is left"};

		if (!strstr(text, says[i]))
			fail_msg("lacks \"%s\":\n%s", says[i], text);
	}
	MUST(casework_certificate_write(fixture->cw, out.reference, fixture->folder, &fixture->mem, &path, f));
	assert_true(file_holds(fixture, path, "Certificate of disposal"));
	assert_int_equal(unlink(path), 0);
}

static void what_was_tried_is_as_it_was(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct disposal_trial trial;

	MUST(casework_disposal_try(fixture->cw, old.family, &fixture->mem, &trial, f));
	assert_int_equal(trial.people_gone, 2);
	assert_int_equal(trial.people_kept, 1);
	assert_true(trial.parts.count >= 6);
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan WHERE family_id = %lld", (long long)old.family), 1);
	assert_true(number(fixture, "SELECT count(*) FROM audit WHERE family_id = %lld AND detail <> ''",
			   (long long)old.family) > 3);
	assert_sound(fixture);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_is_due_is_listed_with_the_reason),
		TEST(a_restricted_family_is_on_nobody_elses_list),
		TEST(a_hold_stops_everything_until_it_is_lifted),
		TEST(two_people_are_needed_and_either_may_stop_it),
		TEST(no_byte_is_left_in_the_file_beside_it_or_in_the_next_back_up),
		TEST(a_draft_about_it_goes_and_does_not_come_back),
		TEST(a_changed_file_outside_is_named_and_left),
		TEST(a_file_of_many_families_is_named_and_left),
		TEST(the_certificate_says_what_went_and_names_nobody),
		TEST(what_was_tried_is_as_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
