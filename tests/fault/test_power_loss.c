/* The power fails at any moment of any verb, and of what was not synced any part is lost, in any order: what is found
 * is all of the verb or nothing of it, and all once it was confirmed. */
#include "power_cut.h"
#include "store/audit.h"
#include "verb_day.h"

enum { IN_LONG = 70, IN_SHORT = 4, ONE_IN = 7 };

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

/* What the two files would be. */
static void make_image(struct disk_file files[2], const struct disk_file *start, int cut, uint64_t *seed)
{
	disk_resize(&files[CASE_FILE], start->size);
	memcpy(files[CASE_FILE].bytes, start->bytes, (size_t)start->size);
	files[CASE_FILE].exists = true;
	for (int i = 0; i < 2; i++)
		disk_after(&files[i], i == JOURNAL, cut, seed);
}

static void assert_chain_of(const char *path, const char *name, int cut)
{
	enum audit_verdict verdict;
	struct store *s = NULL;
	int64_t bad, rows;

	MUST(store_open(&s, &(struct store_opening){.path = path, .read_only = true}, f));
	MUST(audit_verify(s, NULL, &verdict, &bad, &rows, f));
	store_close(s);
	if (verdict != AUDIT_SOUND)
		fail_msg("%s, cut after %d acts: the chain is broken at %lld", name, cut, (long long)bad);
}

/* It opens, its pages are sound, the audit chain holds, and what was confirmed is there. */
static void look_at_image(struct verb_day *day, size_t verb, const struct disk_file files[2], int cut)
{
	char path[140], journal[160];
	struct shape now;
	sqlite3 *db;

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
	assert_chain_of(path, calls[verb].name, cut);
	unlink(path);
	unlink(journal);
}

/* Those of one verb that were looked at; two alike, cut on the same side of its confirmation, are looked at once. */
struct seen {
	uint64_t marks[IN_LONG];
	int count, alike;
};

static bool is_new(struct seen *seen, const struct disk_file files[2], bool confirmed)
{
	uint64_t mark = disk_mark(&files[CASE_FILE], disk_mark(&files[JOURNAL], confirmed));

	for (int i = 0; i < seen->count; i++)
		if (seen->marks[i] == mark) {
			seen->alike++;
			return false;
		}
	seen->marks[seen->count++] = mark;
	return true;
}

static void cut_often(struct verb_day *day, size_t verb, const struct disk_file *start, uint64_t *seed,
		      struct seen *seen)
{
	int most = soak_times(IN_LONG, IN_SHORT);

	*seen = (struct seen){0};
	for (int i = 0; i < 3 * most && seen->count < most; i++) {
		struct disk_file files[2] = {{.size = 0}};
		int cut = i % most == 0 ? heard.count : (int)(power_chance(seed) % (unsigned)(heard.count + 1));

		make_image(files, start, cut, seed);
		if (is_new(seen, files, cut == heard.count))
			look_at_image(day, verb, files, cut);
		free(files[CASE_FILE].bytes);
		free(files[JOURNAL].bytes);
	}
}

static void all_or_nothing_after_a_power_cut(void **state)
{
	static struct verb_day day;
	struct disk_file start = {0};
	uint64_t seed = 20260401;
	int verbs = 0, images = 0, alike = 0;

	begin_day(&day, *state);
	for (size_t verb = 0; verb < CALL_COUNT; verb++) {
		struct seen seen;

		if (!verb_is_tried(verb, ONE_IN))
			continue;
		hear_acts(&day, verb, &start);
		cut_often(&day, verb, &start, &seed, &seen);
		power_forget();
		verbs++;
		images += seen.count;
		alike += seen.alike;
	}
	print_message("%d verbs, %d images after a power cut, each all or nothing; %d more were alike\n", verbs, images,
		      alike);
	assert_true(images > 40);
	if (soak_is_long() && verbs == CALL_COUNT)
		assert_true(images >= 10000);
	free(start.bytes);
	end_day(&day);
}

int main(void)
{
	const struct CMUnitTest tests[] = {FIXTURE_TEST(all_or_nothing_after_a_power_cut)};

	return cmocka_run_group_tests(tests, install, NULL);
}
