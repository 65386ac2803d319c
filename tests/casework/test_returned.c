/* Records that were let go and come back with a back-up: whoever restores is told, the log says it, and doctor asks for
 * them to be let go again until they were. */
#include "casework/backup.h"
#include "intake_rows.h"
#include "retention_steps.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct backup_opener words = {.passphrase = "four plain words here", .is_quick = true};

static const char *sealed(struct casework_fixture *fixture)
{
	return arena_printf(&fixture->mem, "%s/night.backup", fixture->folder);
}

static void back_up(struct casework_fixture *fixture)
{
	struct backup_facts made;

	unlink(sealed(fixture));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	MUST(casework_backup(fixture->cw, sealed(fixture), &words, &fixture->mem, &made, f));
}

/* Proposed by one, approved by another. */
static void let_go(struct casework_fixture *fixture, const struct old_family *old)
{
	struct disposal_approval approval = {.version = 1, .reference = old->reference, .words = ""};
	struct disposal_outcome out;
	bool packed;

	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	approval.disposal_id = proposed(fixture, old);
	as_second_manager(fixture);
	MUST(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f));
	MUST(casework_disposals_settle(fixture->cw, &packed, f));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
}

static struct restored restore_from(struct casework_fixture *fixture, const char *path)
{
	struct restoring_order order = {.path = path,
					.with = &words,
					.opening = {.path = fixture->path,
						    .config_folder = fixture->config,
						    .today = date_from_iso(FIXTURE_TODAY)}};
	struct restored done;

	casework_close(fixture->cw);
	fixture->cw = NULL;
	MUST(casework_restore(&order, &fixture->mem, &done, f));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	return done;
}

static struct restored restore(struct casework_fixture *fixture)
{
	struct restored done = restore_from(fixture, sealed(fixture));

	if (*done.kept)
		unlink(done.kept);
	return done;
}

static const char *newest_row(struct casework_fixture *fixture)
{
	return arena_text(&fixture->mem,
			  casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'backup.restore' "
							 "ORDER BY seq DESC LIMIT 1"));
}

/* What doctor says of records that came back, NULL nothing. */
static const struct finding *examined(struct casework_fixture *fixture)
{
	struct finding_list list;

	MUST(casework_examine(fixture->cw, &fixture->mem, &list, f));
	for (size_t i = 0; i < list.count; i++)
		if (strcmp(list.items[i].label, "records back") == 0)
			return &list.items[i];
	return NULL;
}

static void assert_back(struct casework_fixture *fixture, const struct restored *done, const struct old_family *old,
			const char *certificate)
{
	const char *both = arena_printf(&fixture->mem, "%s %s 2026-04-01", certificate, old->reference);
	const struct finding *found = examined(fixture);

	assert_true(done->knows_let_go);
	assert_int_equal(done->back.count, 1);
	assert_string_equal(done->back.items[0].disposal, certificate);
	assert_string_equal(done->back.items[0].family, old->reference);
	assert_int_equal(done->back.items[0].on, date_from_iso("2026-04-01"));
	if (!strstr(newest_row(fixture), both))
		fail_msg("\"%s\" lacks %s", newest_row(fixture), both);
	assert_non_null(found);
	assert_true(found->is_worry);
	assert_non_null(strstr(found->value, old->reference));
	assert_non_null(strstr(found->value, certificate));
	assert_null(strstr(found->value, OLD_SURNAME));
}

static void it_is_named_until_it_was_let_go_again(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct restored done;

	back_up(fixture);
	let_go(fixture, &old);
	done = restore(fixture);
	assert_back(fixture, &done, &old, "Z-0001");
	let_go(fixture, &old);
	assert_null(examined(fixture));
	unlink(sealed(fixture));
}

/* The file that is replaced holds the record, and no certificate: only its log knows that it was let go. */
static void it_is_named_when_the_same_back_up_is_restored_again(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct restored done;

	back_up(fixture);
	let_go(fixture, &old);
	restore(fixture);
	done = restore(fixture);
	assert_back(fixture, &done, &old, "Z-0001");
	back_up(fixture); /* made while it is back: its log says so itself */
	done = restore(fixture);
	assert_back(fixture, &done, &old, "Z-0001");
	unlink(sealed(fixture));
}

static void what_went_before_the_back_up_stays_gone(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct restored done;

	let_go(fixture, &old);
	back_up(fixture);
	done = restore(fixture);
	assert_true(done.knows_let_go);
	assert_int_equal(done.back.count, 0);
	assert_null(strstr(newest_row(fixture), "let go"));
	assert_null(examined(fixture));
	unlink(sealed(fixture));
}

static void where_the_file_is_gone_it_cannot_be_told(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	struct restored done;

	back_up(fixture);
	let_go(fixture, &old);
	unlink(fixture->path);
	done = restore(fixture);
	assert_false(done.knows_let_go);
	assert_int_equal(done.back.count, 0);
	assert_non_null(strstr(newest_row(fixture), "whether records were let go since cannot be told"));
	unlink(sealed(fixture));
}

/* The wrong back-up first, then the right one: the file that is replaced by the right one is younger than the disposal
 * and holds the record all the same. */
static void a_younger_file_that_holds_it_is_told_of(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	const char *wrong = arena_printf(&fixture->mem, "%s/wrong.backup", fixture->folder), *text;
	struct timespec when = {0};
	struct finding_list list;
	struct restored done;

	back_up(fixture);
	assert_int_equal(rename(sealed(fixture), wrong), 0);
	let_go(fixture, &old);
	back_up(fixture);
	done = restore_from(fixture, wrong);
	unlink(done.kept);
	done = restore_from(fixture, sealed(fixture));
	assert_int_equal(done.back.count, 0);
	when.tv_sec = number(fixture, "SELECT approved_at + 100 FROM disposal");
	assert_int_equal(utimensat(AT_FDCWD, done.kept, (const struct timespec[2]){when, when}, 0), 0);
	MUST(casework_certificate(fixture->cw, "Z-0001", &fixture->mem, &text, f));
	assert_non_null(strstr(text, strrchr(done.kept, '/') + 1));
	MUST(casework_examine(fixture->cw, &fixture->mem, &list, f));
	for (size_t i = 0; i < list.count; i++)
		if (strcmp(list.items[i].label, "files kept") == 0)
			assert_true(list.items[i].is_worry);
	unlink(done.kept);
	unlink(sealed(fixture));
	unlink(wrong);
}

/* One of a form that knew of no disposals: nothing of it was let go. */
static void a_back_up_from_before_disposals_brings_it_back_too(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	const char *whole = arena_printf(&fixture->mem, "%s/whole.db", fixture->folder);
	struct restoring_order order = {.path = sealed(fixture),
					.with = &words,
					.opening = {.path = fixture->path,
						    .config_folder = fixture->config,
						    .today = date_from_iso(FIXTURE_TODAY)}};
	struct backup_facts made;
	struct restored done;

	number(fixture, "VACUUM INTO '%s'", whole);
	number(fixture, "DROP TABLE disposal_count");
	number(fixture, "DROP TABLE disposal");
	number(fixture, "PRAGMA user_version = 6");
	MUST(casework_backup(fixture->cw, sealed(fixture), &words, &fixture->mem, &made, f)); /* it is open still */
	casework_close(fixture->cw);
	fixture->cw = NULL;
	assert_int_equal(rename(whole, fixture->path), 0);
	let_go(fixture, &old);
	casework_close(fixture->cw);
	fixture->cw = NULL;
	MUST(casework_restore(&order, &fixture->mem, &done, f));
	assert_int_equal(done.back.count, 1);
	assert_string_equal(done.back.items[0].family, old.reference);
	assert_int_equal(rename(done.kept, fixture->path), 0);
	unlink(sealed(fixture));
}

/* A row of the log holds 4,000 bytes. */
static void many_are_all_named(void **state)
{
	enum { MANY = 300 };
	struct casework_fixture *fixture = *state;
	struct restored done;

	for (int i = 1; i <= MANY; i++)
		number(fixture, "INSERT INTO family (reference, name) VALUES ('REG-%06d', 'Somebody')", i);
	back_up(fixture);
	for (int i = 1; i <= MANY; i++) {
		number(fixture, "DELETE FROM family WHERE reference = 'REG-%06d'", i);
		number(fixture,
		       "INSERT INTO disposal (reference, family, state, rule, years, counted_from, basis, from_on, "
		       "due_on, reason, proposed_by, proposed_on, ended_by, ended_on, digest, approved_at) VALUES "
		       "('Z-%06d', 'REG-%06d', 'done', 'conference', 35, 'closure', 'a rule', '1990-06-14', "
		       "'2025-06-14', 'nobody asked', 'one', '2026-03-30', 'another', '2026-04-01', 'x', 1775000000)",
		       i, i);
	}
	done = restore(fixture);
	assert_int_equal(done.back.count, MANY);
	assert_non_null(strstr(examined(fixture)->value, "300 "));
	number(fixture, "DELETE FROM family WHERE reference <> 'REG-000300'");
	assert_non_null(strstr(examined(fixture)->value, "REG-000300 (Z-000300)"));
	unlink(sealed(fixture));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(it_is_named_until_it_was_let_go_again),
		FIXTURE_TEST(it_is_named_when_the_same_back_up_is_restored_again),
		FIXTURE_TEST(what_went_before_the_back_up_stays_gone),
		FIXTURE_TEST(where_the_file_is_gone_it_cannot_be_told),
		FIXTURE_TEST(a_younger_file_that_holds_it_is_told_of),
		FIXTURE_TEST(a_back_up_from_before_disposals_brings_it_back_too),
		FIXTURE_TEST(many_are_all_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
