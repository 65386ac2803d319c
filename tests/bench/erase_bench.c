/* How long it takes that a record goes: trying what would, erasing it as the second person approves, and packing the
 * file, for which everybody waits: `ninja erase_bench && tests/erase_bench FILE FOLDER`, a demonstration of many
 * families. Beside it VACUUM of the same file by SQLite alone. No test: it judges nothing, it prints figures. */
#include "casework/retention.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct moment {
	double passed, worked; /* milliseconds: of the clock, of the processor */
};

static double milliseconds(clockid_t clock)
{
	struct timespec time;

	clock_gettime(clock, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static struct moment moment_now(void)
{
	return (struct moment){milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_PROCESS_CPUTIME_ID)};
}

static void print_since(const char *what, struct moment *began)
{
	struct moment now = moment_now();

	printf("  %-22s %7.0f ms, the processor %7.0f ms\n", what, now.passed - began->passed,
	       now.worked - began->worked);
	*began = moment_now();
}

static bool copy_file(const char *from, const char *to)
{
	static char buffer[1 << 16];
	int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	ssize_t got = -1;

	while (in >= 0 && out >= 0 && (got = read(in, buffer, sizeof buffer)) > 0)
		if (write(out, buffer, (size_t)got) != got)
			return false;
	return close(in) == 0 && close(out) == 0 && got == 0;
}

static bool sit_down(struct casework **out, const char *path, const char *user, struct fault *f)
{
	return casework_open(out, &(struct casework_opening){.path = path, .today = DAY_NONE, .user = user}, f);
}

/* The next record that is due and that nobody has proposed or holds. */
static bool propose_next(struct casework *cw, struct arena *mem, int64_t *disposal, const char **reference,
			 struct fault *f)
{
	struct retention_line_list lines;

	*disposal = 0;
	if (!casework_retention(cw, false, mem, &lines, f))
		return false;
	for (size_t i = 0; i < lines.count && *disposal == 0; i++) {
		struct fault why = {0};

		if (lines.items[i].disposal_id == 0 &&
		    casework_disposal_propose(cw, lines.items[i].family_id, "Nobody needs it.", disposal, &why))
			*reference = lines.items[i].reference;
	}
	return *disposal || fault_set(f, FAULT_NOT_FOUND, "No record of this file is due.");
}

static bool one_record(struct casework *officer, struct casework *manager, struct fault *f)
{
	struct arena mem = {0};
	struct disposal_outcome outcome;
	const char *reference = "";
	struct moment began = moment_now();
	int64_t disposal;
	bool done = false, ok = propose_next(officer, &mem, &disposal, &reference, f);

	print_since("found and proposed", &began);
	ok = ok && casework_disposal_approve(manager, &(struct disposal_approval){disposal, 1, reference, ""}, &mem,
					     &outcome, f);
	print_since("erased", &began);
	ok = ok && casework_disposals_settle(manager, &done, f) &&
	     (done || fault_set(f, FAULT_BUSY, "The file was not packed."));
	print_since("packed", &began);
	arena_finish(&mem);
	return ok;
}

static void vacuum_alone(const char *path)
{
	sqlite3 *db = NULL;
	struct moment began;

	if (sqlite3_open(path, &db) != SQLITE_OK)
		return;
	sqlite3_exec(db, "PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA; PRAGMA journal_mode = TRUNCATE", NULL,
		     NULL, NULL);
	began = moment_now();
	if (sqlite3_exec(db, "VACUUM", NULL, NULL, NULL) == SQLITE_OK)
		print_since("VACUUM by SQLite alone", &began);
	sqlite3_close(db);
}

int main(int count, char **words)
{
	struct casework *officer = NULL, *manager = NULL;
	struct fault f = {0};
	struct stat about;
	char path[300];
	bool ok;

	if (count < 3) {
		fprintf(stderr, "usage: erase_bench FILE FOLDER\n");
		return 2;
	}
	snprintf(path, sizeof path, "%s/erase.db", words[2]);
	ok = copy_file(words[1], path) && stat(path, &about) == 0 && sit_down(&officer, path, NULL, &f) &&
	     sit_down(&manager, path, "dokafor", &f);
	if (ok)
		printf("one record of a file of %.0f MB\n", (double)about.st_size / 1e6);
	ok = ok && one_record(officer, manager, &f);
	if (!ok)
		fprintf(stderr, "%s\n", f.message);
	casework_close(officer);
	casework_close(manager);
	if (ok)
		vacuum_alone(path);
	unlink(path);
	return ok ? 0 : 1;
}
