/* The bundle: what goes in for whom, what is put beside, what follows from making and sending it; and that nobody of
 * the family ever finds a report in it that they must not read. */
#include "bundle_steps.h"
#include "work.h"

static struct bundle_plan plan_of(struct casework_fixture *fixture, int64_t conference, int64_t person)
{
	struct bundle_plan plan;

	MUST(casework_bundle_plan(fixture->cw, conference, person, &fixture->mem, &plan, f));
	return plan;
}

static const char *how_of(const struct bundle_plan *plan, int64_t report)
{
	for (size_t i = 0; i < plan->parts.count; i++)
		if (plan->parts.items[i].report_id == report)
			return plan->parts.items[i].how;
	return "";
}

static void what_goes_to_professionals(void **state)
{
	static const struct {
		const char *why, *received;
		enum report_handling handling;
		bool is_verbal, is_required;
		int chased;
		size_t files;
		enum bundle_fate fate;
		const char *how;
	} rows[] = {
		{"in with a file", "2026-03-31", HANDLING_SHARE, false, true, 0, 1, BUNDLE_HOLDS, ""},
		{"for professionals", "2026-03-31", HANDLING_PROFESSIONALS_ONLY, false, true, 0, 2, BUNDLE_HOLDS, ""},
		{"for the chair", "2026-03-31", HANDLING_CHAIR_ONLY, false, true, 0, 1, BUNDLE_LEAVES_OUT,
		 "chair only: left out"},
		{"to be read out", "2026-03-31", HANDLING_READ_OUT, false, true, 0, 1, BUNDLE_LEAVES_OUT,
		 "read out only: left out"},
		{"said", "2026-03-31", HANDLING_SHARE, true, true, 0, 0, BUNDLE_LEAVES_OUT,
		 "verbal only: nothing to put in"},
		{"in on paper", "2026-03-31", HANDLING_SHARE, false, true, 0, 0, BUNDLE_LEAVES_OUT,
		 "in, but no file is attached"},
		{"not in", "", HANDLING_SHARE, false, true, 0, 0, BUNDLE_MISSES, "missing: not received"},
		{"chased", "", HANDLING_SHARE, false, true, 2, 0, BUNDLE_MISSES, "missing: chased twice"},
		{"often", "", HANDLING_SHARE, false, true, 3, 0, BUNDLE_MISSES, "missing: chased 3 times"},
		{"not in and not required", "", HANDLING_SHARE, false, false, 0, 0, BUNDLE_PASSES_BY, ""},
	};
	struct casework_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct report report = {.handling = rows[i].handling,
					      .received_on = date_from_iso(rows[i].received),
					      .requested_on = 20000,
					      .is_verbal = rows[i].is_verbal,
					      .is_required = rows[i].is_required,
					      .chased = rows[i].chased,
					      .not_shared_why = ""};
		const char *how;

		if (bundle_fate_for_professionals(&report, rows[i].files, &fixture->mem, &how) != rows[i].fate ||
		    strcmp(how, rows[i].how) != 0)
			fail_msg("%s: %s", rows[i].why, how);
	}
}

static void the_plan_says_where_each_is(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t social = a_report(fixture, conference, "Social care", "T. Campbell", "social_work", "share");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	int64_t police = a_report(fixture, conference, "Police", "DC Hall", "police", "chair_only");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	int64_t nurse = a_report(fixture, conference, "School nurse", "S. Cole", "agency", "share");
	int64_t housing = a_report(fixture, conference, "Housing", "L. Wood", "agency", "share");
	struct bundle_plan plan;

	attach_pdf(fixture, social, "sw.pdf", 3);
	attach_pdf(fixture, gp, "gp.pdf", 1);
	attach_pdf(fixture, police, "police.pdf", 1);
	attach(fixture, school, "scan.png", "\x89PNG\r\n\x1a\nxx", 10);
	attach(fixture, housing, "housing.pdf", "%PDF-1.4\nnothing that follows", 29);
	plan = plan_of(fixture, conference, 0);
	assert_string_equal(plan.for_whom, "professionals");
	assert_string_equal(plan.due, "by 10:00 on Fri 10 Apr");
	assert_string_equal(how_of(&plan, social), "merged, pages 2 to 4");
	assert_string_equal(how_of(&plan, gp), "merged, page 5");
	assert_string_equal(how_of(&plan, police), "chair only: left out");
	assert_string_equal(how_of(&plan, school), "put beside: a picture");
	assert_string_equal(how_of(&plan, housing), "put beside: it is damaged");
	assert_string_equal(how_of(&plan, nurse), "missing: not received");
	assert_int_equal(plan.pages, 5);
	number(fixture, "UPDATE deadline SET due_on = '2026-04-01' WHERE rule = 'bundle'");
	assert_string_equal(plan_of(fixture, conference, 0).due, "by 10:00 today");
}

/* Locked by a password nobody here has. */
static const char locked_pdf[] =
	"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
	"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
	"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n"
	"trailer\n<< /Size 4 /Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
	"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
	"/O <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> "
	"/U <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> >> >>\n%%EOF\n";

static void a_locked_one_is_put_beside(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	struct bundle_plan plan;

	attach(fixture, gp, "gp.pdf", locked_pdf, sizeof locked_pdf - 1);
	attach_pdf(fixture, gp, "again.pdf", 1);
	plan = plan_of(fixture, conference, 0);
	assert_int_equal(plan.parts.count, 2);
	assert_string_equal(plan.parts.items[0].how, "put beside: it asks for a password");
	assert_true(plan.parts.items[0].is_beside && plan.parts.items[1].is_merged);
	assert_string_equal(plan.parts.items[1].how, "merged, page 2");
}

/* What would make another bundle of it while it is being merged is seen before it is kept. */
static void a_change_meanwhile_is_seen(void **state)
{
	static const char *const changes[] = {
		"UPDATE report SET version = version + 1", "DELETE FROM report_reader WHERE report_id = 2",
		"UPDATE paper SET is_withdrawn = 1 WHERE id = 1", "UPDATE report SET received_on = NULL WHERE id = 2"};
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t mother = a_reader(fixture, conference, "Amelia", RELATIONSHIP_MOTHER);
	const char *before = "";

	for (int64_t id = 1; id <= 2; id++) {
		a_report(fixture, conference, "School", id == 1 ? "A" : "B", "agency", "share");
		attach(fixture, id, "a.txt", "kept", 4);
		marked(fixture, id, MARK_SHARED, "2026-04-01", mother);
	}
	for (size_t i = 0; i <= sizeof changes / sizeof *changes; i++) {
		struct bundle_set set;

		if (i > 0)
			number(fixture, "%s", changes[i - 1]);
		MUST(look_begin(fixture->cw, ACTION_SEE_CASES, f));
		MUST(bundle_gather(fixture->cw, ACTION_SEE_CASES, conference, mother, false, &fixture->mem, &set, f));
		look_undo(fixture->cw);
		if (i > 0 && strcmp(before, set.fingerprint) == 0)
			fail_msg("%s: is not seen", changes[i - 1]);
		before = set.fingerprint;
	}
}

static void making_it_keeps_it_and_makes_ready(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	const char *path, *beside = arena_printf(&fixture->mem, "%s/C-0001 School, scan.png", fixture->folder);
	struct bundle_item_list made;

	a_report(fixture, conference, "Housing", "L. Wood", "agency", "share");
	REFUSED(casework_bundle_make(fixture->cw, conference, 0, fixture->folder, &fixture->mem, &path, f), "",
		"nothing to put in a bundle");
	attach_pdf(fixture, gp, "gp.pdf", 2);
	attach(fixture, school, "scan.png", "\x89PNG\r\n\x1a\nxx", 10);
	number(fixture, "UPDATE conference SET state = 'invited'");
	REFUSED(casework_bundle_make(fixture->cw, conference, 0, "/nowhere", &fixture->mem, &path, f), "folder",
		"cannot take the file");
	assert_int_equal(number(fixture, "SELECT count(*) FROM bundle"), 0);
	MUST(casework_bundle_make(fixture->cw, conference, 0, fixture->folder, &fixture->mem, &path, f));
	assert_string_equal(path, arena_printf(&fixture->mem, "%s/C-0001 reports, professionals.pdf", fixture->folder));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(unlink(beside), 0);
	assert_string_equal(standing_of_rule(fixture, conference, "bundle"), "done 2026-04-01");
	assert_string_equal(casework_fixture_text(fixture, "SELECT state FROM conference"), "ready");
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_change WHERE step = 'make_ready'"), 1);
	MUST(casework_bundles(fixture->cw, conference, &fixture->mem, &made, f));
	assert_int_equal(made.count, 1);
	assert_int_equal(made.items[0].pages, 3);
	assert_int_equal(made.items[0].reports, 2);
	assert_int_equal(made.items[0].missing, 1);
	assert_string_equal(made.items[0].for_whom, "professionals");
	assert_int_equal(casework_fixture_audited(fixture, "bundle.make"), 1);
}

/* --- The family --- */

static void a_member_gets_what_was_shared_with_them(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t mother = a_reader(fixture, conference, "Amelia", RELATIONSHIP_MOTHER);
	int64_t father = a_reader(fixture, conference, "Tommy", RELATIONSHIP_FATHER);
	int64_t aunt = a_reader(fixture, conference, "Bridget", RELATIONSHIP_AUNT);
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	int64_t police = a_report(fixture, conference, "Police", "DC Hall", "police", "professionals_only");
	struct bundle_plan plan;
	const char *path;

	attach_pdf(fixture, gp, "gp.pdf", 1);
	attach_pdf(fixture, school, "school.pdf", 1);
	attach_pdf(fixture, police, "police.pdf", 1);
	number(fixture, "UPDATE invitee SET exclusion = 'part' WHERE person_id = %lld", (long long)father);
	number(fixture, "UPDATE invitee SET exclusion = 'whole' WHERE person_id = %lld", (long long)aunt);
	marked(fixture, gp, MARK_SHARED, "2026-04-01", 0); /* those who come with the others: the mother */
	marked(fixture, school, MARK_SHARED, "2026-04-01", father);
	plan = plan_of(fixture, conference, mother);
	assert_string_equal(plan.for_whom, "Amelia Doran, mother");
	assert_string_equal(how_of(&plan, gp), "merged, page 2");
	assert_string_equal(how_of(&plan, school), "not shared with them: left out");
	assert_string_equal(how_of(&plan, police), "never (police): left out");
	plan = plan_of(fixture, conference, father);
	assert_string_equal(how_of(&plan, gp), "not shared with them: left out");
	assert_string_equal(how_of(&plan, school), "merged, page 2");
	REFUSED(casework_bundle_make(fixture->cw, conference, aunt, fixture->folder, &fixture->mem, &path, f), "",
		"Bridget Doran, aunt");
	MUST(casework_bundle_make(fixture->cw, conference, father, fixture->folder, &fixture->mem, &path, f));
	assert_int_equal(unlink(path), 0);
	assert_string_equal(standing_of_rule(fixture, conference, "bundle"), "open"); /* the professionals' */
	REFUSED(casework_bundle_plan(fixture->cw, conference, 9999, &fixture->mem, &plan, f), "",
		"Only a member of the family");
}

static unsigned chance(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 16) % below;
}

/* Anything may be kept of a report: what an import, an older version or a hand in the file made of it too. */
static void shuffle(struct casework_fixture *fixture, int64_t conference, int64_t person, unsigned *seed)
{
	static const char *const handlings[] = {"share", "share", "chair_only", "read_out", "professionals_only"};
	static const char *const kinds[] = {"agency", "agency", "police", "social_work", "written_information"};
	static const char *const whys[] = {"", "", "", "names a third party"};

	number(fixture, "DELETE FROM report_reader");
	for (int64_t id = 1; id <= number(fixture, "SELECT count(*) FROM report"); id++) {
		number(fixture,
		       "UPDATE report SET handling = '%s', kind = '%s', not_shared_why = '%s', received_on = %s WHERE "
		       "id"
		       " = %lld",
		       handlings[chance(seed, 5)], kinds[chance(seed, 5)], whys[chance(seed, 4)],
		       chance(seed, 4) ? "'2026-03-31'" : "NULL", (long long)id);
		if (chance(seed, 3))
			number(fixture, "INSERT INTO report_reader VALUES (%lld, %lld, %s, '2026-03-31')",
			       (long long)id, (long long)person, chance(seed, 3) ? "'2026-03-31'" : "NULL");
	}
	(void)conference;
}

/* Written apart from the program: what this member may hold. */
static bool may_hold(const struct casework_fixture *fixture, int64_t report, int64_t person)
{
	return number(fixture,
		      "SELECT count(*) FROM report r JOIN report_reader n ON n.report_id = r.id WHERE r.id = %lld AND"
		      " n.person_id = %lld AND n.shared_on IS NOT NULL AND r.received_on IS NOT NULL AND r.kind <>"
		      " 'police' AND r.handling = 'share' AND r.not_shared_why = ''",
		      (long long)report, (long long)person) == 1;
}

static bool is_held(const struct bundle_set *set, int64_t report)
{
	for (size_t i = 0; i < set->pieces.count; i++)
		if (set->pieces.items[i].part.report_id == report &&
		    (set->pieces.items[i].part.is_merged || set->pieces.items[i].part.is_beside))
			return true;
	return false;
}

/* Property: over random handling and sharing, held is what may be held, and the first page names nothing else. The
 * police are known by the name alone. */
static void no_family_bundle_holds_what_it_must_not(void **state)
{
	static const char *const agencies[] = {"Zephyr School", "Quartz Surgery", "Umber Police", "Indigo Housing",
					       "Vermilion Nursing"};
	enum { REPORTS = 5, ROUNDS = 40 };
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t person = a_reader(fixture, conference, "Amelia", RELATIONSHIP_MOTHER), held = 0;
	unsigned seed = 2026;

	for (int64_t id = 1; id <= REPORTS; id++) {
		assert_int_equal(a_report(fixture, conference, agencies[id - 1], agencies[id - 1], "agency", "share"),
				 id);
		attach(fixture, id, "a.txt", agencies[id - 1], strlen(agencies[id - 1]));
	}
	for (int round = 0; round < ROUNDS; round++) {
		struct arena mem = {0};
		struct bundle_set set;

		shuffle(fixture, conference, person, &seed);
		MUST(look_begin(fixture->cw, ACTION_SEE_CASES, f));
		MUST(bundle_gather(fixture->cw, ACTION_SEE_CASES, conference, person, true, &mem, &set, f));
		MUST(bundle_lay(fixture->cw, &set, &mem, f));
		look_undo(fixture->cw);
		for (int64_t id = 1; id <= REPORTS; id++) {
			bool names = strstr(set.contents_text, agencies[id - 1]);
			bool may = may_hold(fixture, id, person) && !strstr(agencies[id - 1], "Police");

			if (is_held(&set, id) != may || names != may)
				fail_msg("round %d, report %lld: may %d, held %d, named %d", round, (long long)id, may,
					 is_held(&set, id), names);
			held += may;
		}
		arena_finish(&mem);
	}
	assert_true(held > ROUNDS / 4 && held < ROUNDS * REPORTS / 2); /* or nothing was tried */
}

/* --- Sent --- */

static void it_goes_to_every_professional_once(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	const char *path;
	size_t written;

	a_report(fixture, conference, "School", "K. Evans", "agency", "share"); /* declined, owes a report */
	number(fixture, "UPDATE invitee SET reply = 'declined' WHERE id = (SELECT max(id) FROM invitee)");
	a_report(fixture, conference, "CAMHS", "S. Cole", "agency", "share"); /* declined and not involved */
	number(fixture, "UPDATE invitee SET reply = 'declined', involved = 'no' WHERE id = (SELECT max(id) FROM"
			" invitee)");
	a_reader(fixture, conference, "Amelia", RELATIONSHIP_MOTHER);
	REFUSED(casework_bundle_send(fixture->cw, conference, &written, f), "", "make it first");
	attach_pdf(fixture, gp, "gp.pdf", 1);
	MUST(casework_bundle_make(fixture->cw, conference, 0, fixture->folder, &fixture->mem, &path, f));
	assert_int_equal(unlink(path), 0);
	number(fixture, "UPDATE contact SET email = '' WHERE name = 'K. Evans'");
	REFUSED(casework_bundle_send(fixture->cw, conference, &written, f), "",
		"K. Evans cannot be sent the bundle: no e-mail address");
	assert_int_equal(number(fixture, "SELECT count(*) FROM letter"), 0);
	number(fixture, "UPDATE contact SET email = 'k@example.org' WHERE name = 'K. Evans'");
	casework_fixture_number(fixture,
				"INSERT INTO paper (family_id, conference_id, name, media_type, bytes, digest, kept_at,"
				" by_user, content) SELECT family_id, id, 'b.pdf', 'application/pdf', 25000000, '', 1,"
				" 'x', x'' FROM conference");
	number(fixture, "UPDATE bundle SET paper_id = paper_id + 1");
	REFUSED(casework_bundle_send(fixture->cw, conference, &written, f), "", "no mail takes more than 24");
	number(fixture, "UPDATE bundle SET paper_id = paper_id - 1");
	MUST(casework_bundle_send(fixture->cw, conference, &written, f));
	assert_int_equal(written, 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM enclosure WHERE kind = 'paper' AND paper_id ="
					 " (SELECT paper_id FROM bundle)"),
			 2);
	REFUSED(casework_bundle_send(fixture->cw, conference, &written, f), "", "has this bundle already");
	number(fixture, "UPDATE delivery SET state = 'failed' WHERE id = 1");
	MUST(casework_bundle_send(fixture->cw, conference, &written, f));
	assert_int_equal(written, 1);
	assert_int_equal(casework_fixture_audited(fixture, "bundle.send"), 2);
}

/* What became chair only after it was made does not go out with yesterday's bundle. */
static void what_changed_since_is_not_sent(void **state)
{
	static const char *const changes[] = {
		"UPDATE report SET handling = 'chair_only' WHERE id = 1",
		"UPDATE report SET received_on = NULL WHERE id = 1",
		"UPDATE paper SET is_withdrawn = 1 WHERE report_id = 2",
		"UPDATE invitee SET is_withdrawn = 1 WHERE id = (SELECT invitee_id FROM report WHERE id = 2)",
	};
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	const char *path;
	size_t written;

	attach_pdf(fixture, gp, "gp.pdf", 1);
	attach(fixture, school, "scan.png", "\x89PNG\r\n\x1a\nxx", 10);
	MUST(casework_bundle_make(fixture->cw, conference, 0, fixture->folder, &fixture->mem, &path, f));
	unlink(path);
	unlink(arena_printf(&fixture->mem, "%s/C-0001 School, scan.png", fixture->folder));
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		number(fixture, "UPDATE report SET handling = 'share', received_on = '2026-04-01'");
		number(fixture, "UPDATE paper SET is_withdrawn = 0");
		number(fixture, "%s", changes[i]);
		REFUSED(casework_bundle_send(fixture->cw, conference, &written, f), "", "Make the bundle again");
	}
	number(fixture, "UPDATE invitee SET is_withdrawn = 0");
	MUST(casework_bundle_send(fixture->cw, conference, &written, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM enclosure WHERE letter_id = 1"), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(what_goes_to_professionals),
		FIXTURE_TEST(the_plan_says_where_each_is),
		FIXTURE_TEST(a_locked_one_is_put_beside),
		FIXTURE_TEST(a_change_meanwhile_is_seen),
		FIXTURE_TEST(making_it_keeps_it_and_makes_ready),
		FIXTURE_TEST(a_member_gets_what_was_shared_with_them),
		FIXTURE_TEST(no_family_bundle_holds_what_it_must_not),
		FIXTURE_TEST(it_goes_to_every_professional_once),
		FIXTURE_TEST(what_changed_since_is_not_sent),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
