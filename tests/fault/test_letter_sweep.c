/* Every operation of sending an invitation made to fail in turn: letter, delivery, paper and what the invitee was told
 * are all there or none of them is. */
#include "fault_vfs.h"
#include "invitation_fixture.h"

#include <sqlite3.h>

static int install(void **state)
{
	(void)state;
	fault_vfs_install();
	return 0;
}

struct act {
	struct conference conference;
	struct invitee invitee;
	unsigned char content[20000]; /* over several pages of the file */
};

static int64_t count_of(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q = NULL;
	int64_t count = -1;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
		count = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return count;
}

static bool write_all(struct fixture *x, struct act *act)
{
	struct letter letter = {.template = "invitation_parent",
				.template_version = "1",
				.family_id = act->conference.family_id,
				.conference_id = act->conference.id,
				.invitee_id = act->invitee.id,
				.recipient = "Akua Mensah",
				.subject = "Invitation",
				.content = "Dear Akua Mensah",
				.digest = "",
				.by_user = "bexleya"};
	struct delivery delivery = {.method = METHOD_EMAIL, .state = DELIVERY_WAITING, .by_user = "bexleya"};
	struct paper paper = {.family_id = act->conference.family_id,
			      .name = "bundle.pdf",
			      .media_type = "application/pdf",
			      .by_user = "bexleya",
			      .bytes = sizeof act->content};
	struct enclosure enclosure = {.position = 1, .kind = ENCLOSURE_PAPER, .name = "bundle.pdf"};

	/* By its audit row a save is known again after a disk error in the middle of it (settle.c). */
	struct audit_entry sent = {
		.at = 1773000000, .action = "letter.queue", .subject_kind = "conference", .detail = "invitation"};

	act->invitee.calendar_sequence++;
	if (!paper_insert(x->s, &paper, act->content, &x->mem, &x->f) || !letter_insert(x->s, &letter, &x->f))
		return false;
	enclosure.letter_id = delivery.letter_id = letter.id;
	enclosure.paper_id = paper.id;
	sent.subject_id = letter.id;
	return enclosure_insert(x->s, &enclosure, &x->f) && delivery_insert(x->s, &delivery, &x->f) &&
	       invitee_save(x->s, &act->invitee, &x->f) && audit_append(x->s, &worker, &sent, &x->f);
}

/* The act in one save; the invitee in memory goes back to what it was when it fails. */
static bool send_one(struct fixture *x, struct act *act)
{
	struct invitee before = act->invitee;
	bool ok;

	x->f = (struct fault){0};
	if (!store_begin(x->s, &x->f))
		return false;
	ok = write_all(x, act);
	if (ok)
		ok = store_commit(x->s, &x->f);
	else
		store_rollback(x->s);
	if (!ok)
		act->invitee = before;
	return ok;
}

/* Looks at the file from outside; a journal left behind is played back by this. */
static int64_t sent_whole(struct fixture *x, const char *when, int step)
{
	static const char *const parts[] = {
		"SELECT count(*) FROM delivery",         "SELECT count(*) FROM audit",
		"SELECT count(*) FROM enclosure",        "SELECT count(*) FROM paper WHERE length(content) = bytes",
		"SELECT calendar_sequence FROM invitee", "SELECT version - 1 FROM invitee",
	};
	sqlite3 *db = NULL;
	int64_t letters;

	assert_int_equal(sqlite3_open_v2(x->scratch.file, &db, SQLITE_OPEN_READWRITE, "unix"), SQLITE_OK);
	letters = count_of(db, "SELECT count(*) FROM letter");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (count_of(db, parts[i]) != letters)
			fail_msg("%s, step %d: %lld letters, but \"%s\" gives %lld", when, step, (long long)letters,
				 parts[i], (long long)count_of(db, parts[i]));
	assert_int_equal(count_of(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
	sqlite3_close(db);
	return letters;
}

static void sweep(struct fixture *x, struct act *act, const char *when, struct fault_plan plan)
{
	int64_t sent = sent_whole(x, when, -1);
	bool failed = true;

	for (plan.after = 0; failed; plan.after++) {
		bool saved;
		int64_t found;

		fault_vfs_arm(&plan);
		saved = send_one(x, act);
		fault_vfs_disarm(&failed);
		sent += saved;
		found = sent_whole(x, when, plan.after);
		if (!saved && found == sent + 1 && strstr(x->f.message, "may or may not")) {
			act->invitee.version++; /* said that it cannot be known, and it was saved */
			act->invitee.calendar_sequence++;
			sent++;
		}
		if (found != sent)
			fail_msg("%s, step %d: said %lld, found %lld: %s [%s]", when, plan.after, (long long)sent,
				 (long long)found, x->f.message, x->f.detail);
		if (!saved && !x->f.message[0])
			fail_msg("%s, step %d: failed without a word", when, plan.after);
		arena_reset(&x->mem);
	}
	assert_true(plan.after > 3); /* it did get in the way */
}

static void nothing_is_half_sent(void **state)
{
	struct act act = {0};
	struct fixture *x = *state;

	memset(act.content, 0x5a, sizeof act.content);
	assert_ok(x, store_begin(x->s, &x->f));
	act.conference = a_conference(x, "C-0001", a_family(x, "FAM-0001", "Mensah"), "2026-03-26", 570,
				      STATE_SCHEDULED);
	act.invitee = invite(x, act.conference.id, CAPACITY_FAMILY, 0, 0, "Akua Mensah");
	assert_ok(x, store_commit(x->s, &x->f));
	sweep(x, &act, "one I/O error", (struct fault_plan){.forever = false});
	sweep(x, &act, "I/O errors from then on", (struct fault_plan){.forever = true});
	sweep(x, &act, "full once", (struct fault_plan){.result = SQLITE_FULL});
	sweep(x, &act, "full from then on", (struct fault_plan){.result = SQLITE_FULL, .forever = true});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_is_half_sent, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, install, NULL);
}
