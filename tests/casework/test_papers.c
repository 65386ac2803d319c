/* Files into the case file and out again: what is taken, what it is called, what a full disk leaves. */
#include "paper_file.h"
#include "report_steps.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST (25 * 1024 * 1024)

static const char *path_of(struct casework_fixture *fixture, const char *name)
{
	return arena_printf(&fixture->mem, "%s/%s", fixture->folder, name);
}

static const char *a_file(struct casework_fixture *fixture, const char *name, const char *bytes, size_t count)
{
	const char *path = path_of(fixture, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, count, file), count);
	fclose(file);
	return path;
}

static void is_unlinked(struct casework_fixture *fixture, const char *name)
{
	assert_int_equal(unlink(path_of(fixture, name)), 0);
}

static struct paper_item_list papers_of(struct casework_fixture *fixture, int64_t conference, int64_t report)
{
	struct paper_item_list list;

	MUST(casework_papers(fixture->cw, conference, report, &fixture->mem, &list, f));
	return list;
}

static void attaching_marks_it_received(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	const char *path = a_file(fixture, "School report.txt", "Kai comes every day.\n", 21);
	struct paper_item_list list;

	MUST(casework_report_attach(fixture->cw, school, path, &fixture->mem, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT received_on FROM report WHERE id = 1"),
			    "2026-04-01");
	REFUSED(casework_report_attach(fixture->cw, school, path, &fixture->mem, f), "path", "attached already");
	marked(fixture, gp, MARK_RECEIVED, "2026-03-31", 0);
	MUST(casework_report_attach(fixture->cw, gp, path, &fixture->mem, f)); /* keeps the day it came */
	assert_string_equal(casework_fixture_text(fixture, "SELECT received_on FROM report WHERE id = 2"),
			    "2026-03-31");
	assert_string_equal(standing_of_rule(fixture, conference, "report.initial"), "done 2026-04-01");
	list = papers_of(fixture, conference, 0);
	assert_int_equal(list.count, 2);
	list = papers_of(fixture, conference, school);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].name, "School report.txt");
	assert_string_equal(list.items[0].media_type, "text/plain");
	assert_int_equal(list.items[0].bytes, 21);
	assert_int_equal(strlen(list.items[0].digest), 64);
	assert_int_equal(casework_fixture_audited(fixture, "paper.attach"), 2);
	is_unlinked(fixture, "School report.txt");
}

/* Nothing but an ordinary file of a bearable size is read, and nothing is waited for. */
static void what_is_no_paper_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_report(fixture, a_booked_conference(fixture, "Okonkwo"), "School", "K. Evans", "agency",
			      "share");
	const char *whole = a_file(fixture, "whole", "x", 1);
	const struct {
		const char *why, *path, *words;
	} rows[] = {
		{"no name", "", "Enter the name"},
		{"nothing there", path_of(fixture, "nothing"), "There is no file"},
		{"a folder", fixture->folder, "is a folder"},
		{"a link", path_of(fixture, "link"), "is a link"},
		{"a pipe nobody writes to", path_of(fixture, "pipe"), "not an ordinary file"},
		{"a device", "/dev/zero", "not an ordinary file"},
		{"empty", path_of(fixture, "empty"), "is empty"},
		{"a byte too large", path_of(fixture, "large"), "more than the 25 MB"},
		{"200 MB", path_of(fixture, "huge"), "has 200 MB"},
		{"a program", path_of(fixture, "program"), "is a program"},
		{"a script", path_of(fixture, "script"), "is a program"},
		{"a terminal's escape in the name", path_of(fixture, "no\x1b[31mthing"), "There is no file"},
	};

	a_file(fixture, "empty", "", 0);
	a_file(fixture, "program",
	       "\x7f"
	       "ELF\x02",
	       5);
	a_file(fixture, "script", "#!/bin/true\n", 12);
	assert_int_equal(truncate(a_file(fixture, "large", "x", 1), MOST + 1), 0);
	assert_int_equal(truncate(a_file(fixture, "huge", "x", 1), 200L * 1024 * 1024), 0);
	assert_int_equal(symlink(whole, path_of(fixture, "link")), 0);
	assert_int_equal(mkfifo(path_of(fixture, "pipe"), 0600), 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault fault = {0};

		if (casework_report_attach(fixture->cw, id, rows[i].path, &fixture->mem, &fault) ||
		    strcmp(fault.field, "path") != 0 || !strstr(fault.message, rows[i].words) ||
		    strchr(fault.message, '\x1b'))
			fail_msg("%s: %s: %s", rows[i].why, fault.field, fault.message);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM paper"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM report WHERE received_on IS NOT NULL"), 0);
	for (const char *const *name = (const char *const[]){"whole", "empty", "program", "script", "large", "huge",
							     "link", "pipe", NULL};
	     *name; name++)
		is_unlinked(fixture, *name);
}

static void names_are_made_safe(void **state)
{
	static const struct {
		const char *path, *name;
	} rows[] = {
		{"stick/School report.pdf", "School report.pdf"},
		{"Zoë's report.pdf", "Zoë's report.pdf"},
		{"..\\..\\boot.ini", "_.._boot.ini"},
		{".profile", "profile"},
		{"-rf.pdf", "rf.pdf"},
		{"a\nb\x1b[2J.pdf", "a_b_[2J.pdf"},
		{"invoice\xe2\x80\xae"
		 "fdp.exe",
		 "invoice_fdp.exe"},
		{"what?*<>|.pdf", "what_____.pdf"},
		{"bad\xff\xfe.pdf", "bad__.pdf"},
		{"...", "paper"},
		{"folder/", "paper"},
		{"", "paper"},
	};
	struct casework_fixture *fixture = *state;
	char longest[400];

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(paper_safe_name(rows[i].path, &fixture->mem), rows[i].name) != 0)
			fail_msg("%s: %s", rows[i].path, paper_safe_name(rows[i].path, &fixture->mem));
	memset(longest, 'x', sizeof longest);
	memcpy(longest + 395, ".pdf", 5);
	assert_int_equal(strlen(paper_safe_name(longest, &fixture->mem)), 120);
	assert_string_equal(paper_safe_name(longest, &fixture->mem) + 116, ".pdf");
}

static void kinds_are_known_by_what_is_in_them(void **state)
{
	static const struct {
		const char *name, *begins, *media_type, *words;
	} rows[] = {
		{"report.doc", "%PDF-1.7", "application/pdf", "a PDF"},
		{"scan", "junk before\n%PDF-1.4", "application/pdf", "a PDF"},
		{"report.pdf", "Dear all", "text/plain", "a text file"},
		{"scan.pdf", "\xff\xd8\xff\xe0", "image/jpeg", "a picture"},
		{"report.DOCX", "PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		 "a Word document"},
		{"reports.zip", "PK\x03\x04", "application/zip", "an archive"},
		{"mail.msg", "\xd0\xcf\x11\xe0", "application/vnd.ms-outlook", "an e-mail"},
		{"mail.eml", "From: a", "message/rfc822", "an e-mail"},
		{"x", "\x01\x02\xff", "application/octet-stream", "a file of another kind"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *type = paper_media_type(rows[i].name, (const unsigned char *)rows[i].begins,
						    strlen(rows[i].begins));

		if (strcmp(type, rows[i].media_type) != 0 || strcmp(paper_kind_words(type), rows[i].words) != 0)
			fail_msg("%s: %s, %s", rows[i].name, type, paper_kind_words(type));
	}
}

static void a_paper_comes_out_as_it_went_in(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t id = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	const char *path, *first;
	char text[30] = "";
	struct stat is;
	FILE *file;

	MUST(casework_report_attach(fixture->cw, id, a_file(fixture, "in.txt", "Kai comes.\n", 11), &fixture->mem, f));
	MUST(casework_paper_take_out(fixture->cw, 1, fixture->folder, &fixture->mem, &first, f));
	assert_string_equal(first, path_of(fixture, "in (2).txt")); /* never over another file */
	assert_int_equal(stat(first, &is), 0);
	assert_int_equal(is.st_mode & 07777, 0600);
	file = fopen(first, "r");
	assert_non_null(file);
	assert_int_equal(fread(text, 1, sizeof text, file), 11);
	fclose(file);
	assert_string_equal(text, "Kai comes.\n");
	assert_int_equal(casework_fixture_audited(fixture, "paper.take_out"), 1);
	REFUSED(casework_paper_take_out(fixture->cw, 1, path_of(fixture, "nowhere"), &fixture->mem, &path, f), "folder",
		"cannot take the file");
	REFUSED(casework_paper_take_out(fixture->cw, 9, fixture->folder, &fixture->mem, &path, f), "",
		"not in the case file");
	REFUSED(casework_paper_withdraw(fixture->cw, 1, "", f), "why", "Say why");
	MUST(casework_paper_withdraw(fixture->cw, 1, "another child's", f));
	assert_int_equal(papers_of(fixture, conference, 0).count, 0);
	REFUSED(casework_paper_take_out(fixture->cw, 1, fixture->folder, &fixture->mem, &path, f), "",
		"not in the case file");
	assert_int_equal(number(fixture, "SELECT count(*) FROM paper WHERE is_withdrawn = 1"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "paper.take_out"), 1);
	is_unlinked(fixture, "in.txt");
	is_unlinked(fixture, "in (2).txt");
}

/* A disk that is full in the middle: one sentence, and not half a file. */
static void a_full_disk_leaves_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct rlimit limit, small;
	char *bytes = arena_alloc(&fixture->mem, 200000);
	const char *path = NULL;
	struct fault fault = {0};
	bool ok;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	small = limit;
	small.rlim_cur = 100000;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	ok = paper_file_write(fixture->folder, "bundle.pdf", bytes, 200000, &fixture->mem, &path, &fault);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	assert_false(ok);
	assert_int_equal(fault.code, FAULT_STORAGE);
	assert_non_null(strstr(fault.message, "not enough room"));
	assert_int_equal(access(path_of(fixture, "bundle.pdf"), F_OK), -1);
	MUST(paper_file_write(fixture->folder, "bundle.pdf", bytes, 200000, &fixture->mem, &path, f));
	is_unlinked(fixture, "bundle.pdf");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(attaching_marks_it_received),
		FIXTURE_TEST(what_is_no_paper_is_refused),
		FIXTURE_TEST(names_are_made_safe),
		cmocka_unit_test(kinds_are_known_by_what_is_in_them),
		FIXTURE_TEST(a_paper_comes_out_as_it_went_in),
		FIXTURE_TEST(a_full_disk_leaves_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
