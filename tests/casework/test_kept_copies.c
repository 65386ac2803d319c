/* Copies of the case file that the program kept beside it, from before an upgrade or a restore: what was let go since
 * is in them in clear, and whoever lets a record go, reads its certificate or asks doctor is told so. */
#include "intake_rows.h"
#include "retention_steps.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Beside the case file, `ending` behind its name; a copy of it, or a few letters that are none. */
static const char *keep(struct casework_fixture *fixture, const char *ending, bool is_sound)
{
	const char *path = arena_printf(&fixture->mem, "%s%s", fixture->path, ending);
	FILE *file;

	if (is_sound) {
		casework_fixture_number(fixture, arena_printf(&fixture->mem, "VACUUM INTO '%s'", path));
		return path;
	}
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("damaged", file);
	fclose(file);
	return path;
}

static const char *name_of(const char *path)
{
	return strrchr(path, '/') + 1;
}

static void saved_at(const char *path, int64_t at)
{
	const struct timespec when[2] = {{.tv_sec = at}, {.tv_sec = at}};

	assert_int_equal(utimensat(AT_FDCWD, path, when, 0), 0);
}

static const struct finding *files_kept(struct casework_fixture *fixture)
{
	struct finding_list list;

	MUST(casework_examine(fixture->cw, &fixture->mem, &list, f));
	for (size_t i = 0; i < list.count; i++)
		if (strcmp(list.items[i].label, "files kept") == 0)
			return &list.items[i];
	return NULL;
}

static const char *certificate(struct casework_fixture *fixture)
{
	const char *text;

	MUST(casework_certificate(fixture->cw, "Z-0001", &fixture->mem, &text, f));
	return text;
}

static void let_go(struct casework_fixture *fixture, const struct old_family *old)
{
	struct disposal_approval approval = {
		.disposal_id = proposed(fixture, old), .version = 1, .reference = old->reference, .words = ""};
	struct disposal_outcome out;

	as_second_manager(fixture);
	MUST(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
}

static void who_lets_it_go_is_told_of_each_by_name(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	const char *upgraded, *replaced, *damaged;
	struct retention_page page;

	MUST(casework_retention_page(fixture->cw, old.family, &fixture->mem, &page, f));
	assert_string_equal(page.copies, "");
	replaced = keep(fixture, ".replaced-2026-03-02-101500", true);
	damaged = keep(fixture, ".replaced-2026-03-03-101500", false);
	upgraded = keep(fixture, ".before-v6", true);
	MUST(casework_retention_page(fixture->cw, old.family, &fixture->mem, &page, f));
	assert_string_equal(page.copies, arena_printf(&fixture->mem, "%s\n%s\n%s", name_of(upgraded), name_of(replaced),
						      name_of(damaged)));
	unlink(upgraded);
	unlink(replaced);
	unlink(damaged);
}

static void the_certificate_names_those_that_are_older(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	const char *older = keep(fixture, ".replaced-2026-03-02-101500", true), *later;
	const char *without;

	let_go(fixture, &old);
	assert_non_null(strstr(certificate(fixture), name_of(older)));
	assert_non_null(strstr(certificate(fixture), "hold the record in clear"));
	later = keep(fixture, ".before-v6", true);
	saved_at(later, number(fixture, "SELECT approved_at + 100 FROM disposal"));
	assert_null(strstr(certificate(fixture), name_of(later)));
	unlink(older);
	without = certificate(fixture);
	assert_null(strstr(without, "in clear"));
	unlink(later);
}

static void doctor_marks_them_once_a_record_was_let_go_since(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	const char *path;

	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_null(files_kept(fixture));
	path = keep(fixture, ".replaced-2026-03-02-101500", false);
	assert_false(files_kept(fixture)->is_worry);
	let_go(fixture, &old);
	assert_true(files_kept(fixture)->is_worry);
	assert_non_null(strstr(files_kept(fixture)->value, "let go since"));
	saved_at(path, number(fixture, "SELECT approved_at + 100 FROM disposal"));
	assert_false(files_kept(fixture)->is_worry);
	unlink(path);
	assert_null(files_kept(fixture));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(who_lets_it_go_is_told_of_each_by_name),
		FIXTURE_TEST(the_certificate_names_those_that_are_older),
		FIXTURE_TEST(doctor_marks_them_once_a_record_was_let_go_since),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
