/* How long a back-up takes beside plain copying by SQLite's own means, how large it is, what memory it needs and how
 * long another's save waits for it: `ninja backup_bench && tests/backup_bench FILE FOLDER`, a case file nobody works
 * in. No test: it judges nothing, it prints what docs/benchmarks.md quotes. */
#include "store/backup.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TURNS = 3 };

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* As `.backup` of the sqlite3 shell does it, and on the disk at the end as a back-up is. */
static bool copy_plainly(const char *from, const char *to)
{
	sqlite3 *source = NULL, *copy = NULL;
	sqlite3_backup *backup = NULL;
	int fd = -1;
	bool ok = sqlite3_open_v2(from, &source, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
		  sqlite3_open(to, &copy) == SQLITE_OK;

	if (ok)
		backup = sqlite3_backup_init(copy, "main", source, "main");
	ok = backup && sqlite3_backup_step(backup, -1) == SQLITE_DONE;
	ok = backup && sqlite3_backup_finish(backup) == SQLITE_OK && ok;
	sqlite3_close(copy);
	sqlite3_close(source);
	fd = open(to, O_RDONLY);
	ok = ok && fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	unlink(to);
	return ok;
}

/* Saves without a pause until it is killed; the longest wait stands in shared memory. */
static void save_on_and_on(const char *path, volatile double *longest)
{
	static const struct statement add = {
		"INSERT INTO draft (login, form, subject, summary, session, saved_at, fields)"
		" VALUES ('bench', 'bench', '', '', '', 0, '')",
		false};
	static const struct statement take = {"DELETE FROM draft WHERE login = 'bench'", false};
	struct store *s = NULL;

	if (!store_open(&s, &(struct store_opening){.path = path, .busy_seconds = 20}, NULL))
		_exit(1);
	for (;;) {
		double began = milliseconds();

		if (!store_begin(s, NULL) || !store_change(s, &add, NULL, NULL, NULL, NULL, NULL) ||
		    !store_change(s, &take, NULL, NULL, NULL, NULL, NULL) || !store_commit(s, NULL))
			_exit(2);
		if (milliseconds() - began > *longest)
			*longest = milliseconds() - began;
		usleep(20000);
	}
}

struct bench {
	const char *file;
	char path[600];
	char public_key[BACKUP_KEY_ROOM], secret_key[BACKUP_KEY_ROOM];
	struct store *s;
	struct arena mem;
	struct fault f;
};

static bool back_up(struct bench *b, double *took)
{
	const struct backup_key key = {.public_key = b->public_key};
	const struct backup_order order = {.path = b->path, .key = &key, .program = "bench"};
	struct backup_manifest manifest;
	double began = milliseconds();
	bool ok = backup_make(b->s, &order, &b->mem, &manifest, &b->f);

	*took = milliseconds() - began;
	return ok;
}

static bool look_through(struct bench *b, double *took)
{
	const struct backup_key key = {.secret_key = b->secret_key};
	struct backup_manifest manifest;
	double began = milliseconds();
	bool ok = backup_verify(b->path, &key, &b->mem, &manifest, &b->f);

	*took = milliseconds() - began;
	return ok;
}

static bool measure(struct bench *b)
{
	double plain = 1e9, sealed = 1e9, looked = 1e9, took;
	struct stat from = {0}, to = {0};
	struct rusage use;

	for (int i = 0; i < TURNS; i++) {
		double began = milliseconds();

		if (!copy_plainly(b->file, b->path))
			return false;
		took = milliseconds() - began;
		plain = took < plain ? took : plain;
		if (!back_up(b, &took))
			return false;
		sealed = took < sealed ? took : sealed;
		if (!look_through(b, &took))
			return false;
		looked = took < looked ? took : looked;
		stat(b->file, &from);
		stat(b->path, &to);
		unlink(b->path);
	}
	getrusage(RUSAGE_SELF, &use);
	printf("case file                            %8.1f MB\n", (double)from.st_size / 1e6);
	printf("sealed back-up                       %8.1f MB\n", (double)to.st_size / 1e6);
	printf("plain copy, as .backup makes it      %8.0f ms\n", plain);
	printf("back-up: copied, checked, sealed     %8.0f ms\n", sealed);
	printf("verify                               %8.0f ms\n", looked);
	printf("memory at most                       %8.1f MB\n", (double)use.ru_maxrss / 1e3);
	return true;
}

static bool measure_waiting(struct bench *b)
{
	double *longest = mmap(NULL, sizeof *longest, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	double alone, took;
	pid_t writer;
	bool ok;

	if (longest == MAP_FAILED)
		return false;
	store_close(b->s);
	writer = fork();
	if (writer == 0)
		save_on_and_on(b->file, longest);
	usleep(1500000);
	alone = *longest;
	*longest = 0;
	ok = store_open(&b->s, &(struct store_opening){.path = b->file}, &b->f) && back_up(b, &took);
	printf("longest save without a back-up       %8.1f ms\n", alone);
	printf("longest save beside one (%5.0f ms)    %8.1f ms\n", ok ? took : 0, *longest);
	kill(writer, SIGTERM);
	waitpid(writer, NULL, 0);
	unlink(b->path);
	munmap(longest, sizeof *longest);
	return ok;
}

int main(int argc, char **argv)
{
	struct bench b = {.file = argc > 1 ? argv[1] : ""};
	bool ok;

	if (argc != 3) {
		fprintf(stderr, "usage: backup_bench FILE FOLDER\n");
		return 2;
	}
	snprintf(b.path, sizeof b.path, "%s/bench.backup", argv[2]);
	ok = backup_new_keys(b.public_key, b.secret_key, &b.f) &&
	     store_open(&b.s, &(struct store_opening){.path = b.file}, &b.f) && measure(&b) && measure_waiting(&b);
	if (!ok)
		fprintf(stderr, "%s [%s]\n", b.f.message, b.f.detail);
	store_close(b.s);
	arena_finish(&b.mem);
	return ok ? 0 : 1;
}
