/* One verb while the disk or SQLite's own memory fails at each step in turn: everything it writes is as before or as
 * after, never between, and what was said of it is so. */
#ifndef TESTS_SWEEP_H
#define TESTS_SWEEP_H

#include "casework_fixture.h"
#include "fault_vfs.h"
#include "store/store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- Memory: SQLite's own allocator, one call of it refused --- */

static struct {
	sqlite3_mem_methods real;
	bool armed;
	int counted, after;
} memory;

static inline bool memory_fails(void)
{
	return memory.armed && memory.counted++ == memory.after;
}

static inline void *failing_malloc(int bytes)
{
	return memory_fails() ? NULL : memory.real.xMalloc(bytes);
}

static inline void *failing_realloc(void *old, int bytes)
{
	return memory_fails() ? NULL : memory.real.xRealloc(old, bytes);
}

static inline int sweep_install(void **state)
{
	sqlite3_mem_methods ours;

	(void)state;
	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real);
	ours = memory.real;
	ours.xMalloc = failing_malloc;
	ours.xRealloc = failing_realloc;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) != SQLITE_OK)
		return -1;
	fault_vfs_install();
	return 0;
}

/* --- What there is before and after --- */

enum { PARTS_MOST = 24 };

struct looks {
	char of[PARTS_MOST][4000];
};

/* A verb, again and again on the same file. */
struct sweep {
	struct casework_fixture *fixture;
	const char *const *parts; /* each is of another table that the verb writes */
	size_t count;
	void (*open)(struct casework_fixture *fixture); /* as whoever does it */
	bool (*act)(struct sweep *x, struct fault *f);
	const void *what; /* of the test's own */
	int every;        /* of the disk's calls: each kind of failure begins at another of them; 1: all of each */
	int memory_steps; /* how many of memory's calls */
	struct looks before, after;
	char *bytes; /* of the file before */
	size_t size;
};

static inline void look(const struct sweep *x, struct looks *out)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open_v2(x->fixture->path, &db, SQLITE_OPEN_READWRITE, "unix"), SQLITE_OK);
	for (size_t i = 0; i < x->count; i++) {
		sqlite3_stmt *q = NULL;
		const unsigned char *text = NULL;

		if (sqlite3_prepare_v2(db, x->parts[i], -1, &q, NULL) != SQLITE_OK)
			fail_msg("%s: %s", sqlite3_errmsg(db), x->parts[i]);
		if (sqlite3_step(q) == SQLITE_ROW)
			text = sqlite3_column_text(q, 0);
		snprintf(out->of[i], sizeof out->of[i], "%s", text ? (const char *)text : "");
		sqlite3_finalize(q);
	}
	sqlite3_close(db);
}

static inline bool are_same(const struct sweep *x, const struct looks *a, const struct looks *b)
{
	for (size_t i = 0; i < x->count; i++)
		if (strcmp(a->of[i], b->of[i]) != 0)
			return false;
	return true;
}

static inline void keep_file(struct sweep *x)
{
	struct stat is;
	FILE *file;

	assert_int_equal(stat(x->fixture->path, &is), 0);
	x->size = (size_t)is.st_size;
	x->bytes = malloc(x->size);
	file = fopen(x->fixture->path, "rb");
	assert_non_null(file);
	assert_int_equal(fread(x->bytes, 1, x->size, file), x->size);
	fclose(file);
}

static inline void put_back(struct sweep *x)
{
	char path[120];
	FILE *file;

	casework_close(x->fixture->cw);
	x->fixture->cw = NULL;
	for (size_t i = 0; i < 3; i++) {
		static const char *const beside[] = {"-journal", "-wal", "-shm"};

		snprintf(path, sizeof path, "%s%s", x->fixture->path, beside[i]);
		unlink(path);
	}
	file = fopen(x->fixture->path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(x->bytes, 1, x->size, file), x->size);
	fclose(file);
}

/* Tries it once, for what there is afterwards; the file is as before again, and open. */
static inline void sweep_begin(struct sweep *x)
{
	struct fault f = {0};

	assert_true(x->count <= PARTS_MOST);
	casework_close(x->fixture->cw);
	x->fixture->cw = NULL;
	keep_file(x);
	look(x, &x->before);
	x->open(x->fixture);
	if (!x->act(x, &f))
		fail_msg("%s [%s]", f.message, f.detail);
	look(x, &x->after);
	assert_false(are_same(x, &x->before, &x->after));
	put_back(x);
	x->open(x->fixture);
}

static inline void sweep_end(struct sweep *x)
{
	free(x->bytes);
}

/* Whatever was said is so; true when the file was put back. */
static inline void assert_whole(struct sweep *x, bool saved, const struct fault *why, const char *when, int step)
{
	struct looks now;
	bool uncertain = !saved && strstr(why->message, "may or may not") != NULL;

	if (!saved && !why->message[0])
		fail_msg("%s, step %d: failed without a word", when, step);
	if (!casework_is_at_rest(x->fixture->cw))
		fail_msg("%s, step %d: something is left open", when, step);
	look(x, &now);
	if (uncertain)
		saved = are_same(x, &now, &x->after);
	for (size_t i = 0; i < x->count; i++)
		if (strcmp(now.of[i], (saved ? &x->after : &x->before)->of[i]) != 0)
			fail_msg("%s, step %d, %s: \"%s\" gives %s [%s]", when, step, saved ? "done" : "not done",
				 x->parts[i], now.of[i], why->message);
	if (saved) {
		put_back(x);
		x->open(x->fixture);
	}
}

static inline void sweep_disk(struct sweep *x, const char *when, int from, struct fault_plan plan)
{
	bool failed = true;

	for (plan.after = from % x->every; failed; plan.after += x->every) {
		struct fault why = {0};
		bool saved;

		fault_vfs_arm(&plan);
		saved = x->act(x, &why);
		fault_vfs_disarm(&failed);
		assert_whole(x, saved, &why, when, plan.after);
	}
	assert_true(plan.after > 10); /* it did get in the way */
}

static inline void sweep_disks(struct sweep *x)
{
	sweep_disk(x, "one I/O error", 0, (struct fault_plan){.forever = false});
	sweep_disk(x, "I/O errors from then on", 1, (struct fault_plan){.forever = true});
	sweep_disk(x, "full once", 2, (struct fault_plan){.result = SQLITE_FULL});
}

/* So many calls that every one would take minutes: the same share of them at each stage, another first one each time
 * would only try neighbours. */
static inline void sweep_memory(struct sweep *x)
{
	struct fault why = {0};
	int calls, stride;

	memory.after = -1;
	memory.counted = 0;
	memory.armed = true;
	assert_true(x->act(x, &why));
	memory.armed = false;
	calls = memory.counted;
	put_back(x);
	x->open(x->fixture);
	stride = calls / x->memory_steps + 1;
	for (int after = 0; after < calls; after += stride) {
		bool saved;

		why = (struct fault){0};
		memory.after = after;
		memory.counted = 0;
		memory.armed = true;
		saved = x->act(x, &why);
		memory.armed = false;
		assert_whole(x, saved, &why, "memory", after);
	}
	print_message("%d calls, every %dth\n", calls, stride);
}

#endif
