/* The power fails at any moment of any verb, and of what was not synced any part is lost, in any order: what is found
 * is all of the verb or nothing of it, and all once it was confirmed. */
#include "power_cut.h"
#include "verb_day.h"

enum { IN_LONG = 80, IN_SHORT = 4, ONE_IN = 7 };

static int install(void **state)
{
	(void)state;
	fault_vfs_install();
	return 0;
}

/* The bytes it begins with, where somebody has signed in and holds no lock; nothing of a journal is in them. */
static void read_start(const struct verb_day *day, struct disk_file *start)
{
	struct kept_file signed_in = {0};

	kept_file_read(&signed_in, day->fixture->path);
	free(start->bytes);
	*start = (struct disk_file){signed_in.bytes, (int64_t)signed_in.count, true};
}

/* The acts of the verb, from its first to its confirmation. */
static void hear_acts(struct verb_day *day, size_t verb, struct disk_file *start)
{
	struct fault why;
	unsigned saves;

	put_back(day);
	saves = saves_of(day);
	open_for(day, verb);
	read_start(day, start);
	fault_vfs_hear(power_hear);
	if (!run_verb(day, verb, &why))
		fail_msg("%s: %s [%s]", calls[verb].name, why.message, why.detail);
	fault_vfs_hear(NULL);
	take_shape(day, day->outside, &day->after);
	close_day(day);
	day->is_several = saves_of(day) - saves - day->signing_in > 1;
}

static void look_at_image(struct verb_day *day, size_t verb, const struct disk_file *start, int cut, uint64_t *seed)
{
	struct disk_file files[2] = {{.size = 0}};
	char path[140], journal[160];
	struct shape now;
	sqlite3 *db;

	disk_resize(&files[CASE_FILE], start->size);
	memcpy(files[CASE_FILE].bytes, start->bytes, (size_t)start->size);
	files[CASE_FILE].exists = true;
	for (int i = 0; i < 2; i++)
		disk_after(&files[i], i == JOURNAL, cut, seed);
	snprintf(path, sizeof path, "%s.image", day->fixture->path);
	snprintf(journal, sizeof journal, "%s-journal", path);
	disk_write(&files[CASE_FILE], path);
	disk_write(&files[JOURNAL], journal);
	db = look_from_outside(path);
	take_shape(day, db, &now);
	sqlite3_close(db);
	if (!is_shape(&now, &day->after) && (cut == heard.count || !is_shape(&now, &day->before)) &&
	    !(day->is_several && cut < heard.count && strchr(now.text, ':')))
		fail_msg("%s, cut after %d of %d acts: %s", calls[verb].name, cut, heard.count, now.text);
	unlink(path);
	unlink(journal);
	free(files[CASE_FILE].bytes);
	free(files[JOURNAL].bytes);
}

static void all_or_nothing_after_a_power_cut(void **state)
{
	static struct verb_day day;
	struct disk_file start = {0};
	uint64_t seed = 20260401;
	int images = 0;

	begin_day(&day, *state);
	for (size_t verb = 0; verb < CALL_COUNT; verb++) {
		int each = soak_times(IN_LONG, IN_SHORT);

		if (!verb_changes(verb) || verb % (size_t)soak_times(1, ONE_IN))
			continue;
		hear_acts(&day, verb, &start);
		for (int i = 0; i < each; i++, images++)
			look_at_image(&day, verb, &start,
				      i == 0 ? heard.count : (int)(power_chance(&seed) % (unsigned)(heard.count + 1)),
				      &seed);
		power_forget();
	}
	print_message("%d images after a power cut, each all or nothing\n", images);
	assert_true(images > 40);
	free(start.bytes);
	end_day(&day);
}

int main(void)
{
	const struct CMUnitTest tests[] = {FIXTURE_TEST(all_or_nothing_after_a_power_cut)};

	return cmocka_run_group_tests(tests, install, NULL);
}
