/* How long forty people wait for what they read and save, with a back-up beside, and how long the same load takes on
 * bare SQLite: the same pages read by the same SELECTs and the same rows written, with the same journal and as many
 * syncs, but without permission, audit row or plain structs. The two take turns, so that what else the machine does
 * hits both: `ninja forty_bench && tests/forty_bench FILE FOLDER [SECONDS]`, a demonstration. No test: it judges
 * nothing, it prints what docs/benchmarks.md quotes. */
#include "casework/backup.h"
#include "forty_load.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PEOPLE = 40, TURNS = 3, SAMPLES_MOST = 20000 };

/* Human pace: a look every three seconds, a save every twenty; now and then five looks one after the other. */
#define LOOK_SECONDS 3.0
#define SAVE_SECONDS 20.0
enum { BURST = 5, BURST_EACH = 12 };

enum way { BY_QUORATE, PLAINLY, WAY_COUNT };

struct samples {
	atomic_int count;
	double milliseconds[SAMPLES_MOST];
};

struct figures {
	struct samples looks[WAY_COUNT], saves[WAY_COUNT], back_ups[WAY_COUNT];
	atomic_int read_again[WAY_COUNT];
};

struct bench {
	char path[WAY_COUNT][200], back_up[220];
	char journal[20];
	int synchronous, seconds;
	double speed; /* 1: human pace */
	struct desk_of desks[PEOPLE];
	struct plain_work work[PEOPLE];
	struct figures *figures;
};

static void take_sample(struct samples *into, double milliseconds)
{
	int at = atomic_fetch_add(&into->count, 1);

	if (at < SAMPLES_MOST)
		into->milliseconds[at] = milliseconds;
}

/* --- One person --- */

struct person_at_work {
	struct bench *bench;
	enum way way;
	int who;
	unsigned seed;
	struct casework *cw;
	struct plain_connection plain;
	int64_t data_version;
	enum operation on_screen;
	double ends, next_poll;
};

static double chance(struct person_at_work *p)
{
	p->seed = p->seed * 1103515245u + 12345u;
	return (double)(p->seed >> 8 & 0xffff) / 65536.0;
}

static double do_one(struct person_at_work *p, enum operation what)
{
	struct fault f = {0};
	double took = 0;

	if (p->way == PLAINLY ? !do_plainly(&p->plain, what, &took)
			      : !do_by_verb(p->cw, &p->bench->desks[p->who], what, &took, &f)) {
		fprintf(stderr, "%d could not: %s [%s]\n", what, f.message, f.detail);
		_exit(1);
	}
	return took;
}

/* What others saved makes a session read its page again; nobody waits for that. */
static void read_again(struct person_at_work *p)
{
	if (p->way == PLAINLY ? !plain_changed(&p->plain, &p->data_version) : !casework_changed_elsewhere(p->cw))
		return;
	if (p->way == BY_QUORATE)
		casework_reading_again(p->cw, true);
	do_one(p, p->on_screen);
	if (p->way == BY_QUORATE)
		casework_reading_again(p->cw, false);
	atomic_fetch_add(&p->bench->figures->read_again[p->way], 1);
}

/* Each second, as the screens do. */
static void think(struct person_at_work *p, double milliseconds)
{
	double now = now_milliseconds(), until = now + milliseconds;

	for (; now < until; now = now_milliseconds()) {
		double left = (until < p->next_poll ? until : p->next_poll) - now;
		const struct timespec wait = {.tv_nsec = left > 0 ? (long)(left * 1e6) % 1000000000 : 0};

		nanosleep(&wait, NULL);
		if (now_milliseconds() >= p->next_poll) {
			p->next_poll = now_milliseconds() + 1000;
			read_again(p);
		}
	}
}

static void look(struct person_at_work *p)
{
	p->on_screen = (enum operation)(chance(p) * FIRST_SAVE);
	take_sample(&p->bench->figures->looks[p->way], do_one(p, p->on_screen));
}

static void work(struct person_at_work *p)
{
	double each = LOOK_SECONDS * 1000 / p->bench->speed;

	think(p, chance(p) * each);
	while (now_milliseconds() < p->ends) {
		bool is_save = chance(p) < LOOK_SECONDS / SAVE_SECONDS;
		int times = !is_save && chance(p) * BURST_EACH < 1 ? BURST : 1;

		if (is_save)
			take_sample(&p->bench->figures->saves[p->way],
				    do_one(p, chance(p) < 0.5 ? SAVE_PERSON : SAVE_VISIT));
		for (int i = 0; !is_save && i < times; i++)
			look(p);
		think(p, chance(p) * 2 * each);
	}
}

static void sit_down(struct bench *b, enum way way, int who)
{
	struct person_at_work p = {.bench = b, .way = way, .who = who, .seed = (unsigned)who * 7919u + 17u};
	struct fault f = {0};

	p.ends = now_milliseconds() + b->seconds * 1000.0;
	p.next_poll = now_milliseconds() + chance(&p) * 1000;
	p.plain.work = &b->work[who];
	if (way == PLAINLY
		    ? !plain_open(&p.plain, b->path[way], b->journal, b->synchronous)
		    : !casework_open(&p.cw, &(struct casework_opening){.path = b->path[way], .today = DAY_NONE}, &f)) {
		fprintf(stderr, "could not open: %s\n", f.message);
		_exit(1);
	}
	if (way == PLAINLY)
		plain_changed(&p.plain, &p.data_version);
	work(&p);
	casework_close(p.cw);
	_exit(0);
}

/* --- The back-up --- */

static bool copy_plainly(const char *from, const char *to)
{
	sqlite3 *source = NULL, *copy = NULL;
	sqlite3_backup *backup = NULL;
	int fd, rc = SQLITE_BUSY;
	bool ok = sqlite3_open_v2(from, &source, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
		  sqlite3_open(to, &copy) == SQLITE_OK;

	if (ok)
		backup = sqlite3_backup_init(copy, "main", source, "main");
	while (backup && (rc = sqlite3_backup_step(backup, -1)) == SQLITE_BUSY)
		usleep(2000);
	ok = backup && sqlite3_backup_finish(backup) == SQLITE_OK && rc == SQLITE_DONE;
	sqlite3_close(copy);
	sqlite3_close(source);
	fd = open(to, O_RDONLY);
	ok = fd >= 0 && fsync(fd) == 0 && ok;
	if (fd >= 0)
		close(fd);
	return ok;
}

static bool copy_by_quorate(const struct bench *b, struct fault *f)
{
	const struct backup_opener with = {.passphrase = "seven plain words in a row", .is_quick = true};
	struct backup_facts facts;
	struct casework *cw = NULL;
	struct arena mem = {0};
	bool ok = casework_open(&cw, &(struct casework_opening){.path = b->path[BY_QUORATE], .today = DAY_NONE}, f) &&
		  casework_backup(cw, b->back_up, &with, &mem, &facts, f);

	casework_close(cw);
	arena_finish(&mem);
	return ok;
}

static void back_up(struct bench *b, enum way way)
{
	struct fault f = {0};
	double began;

	sleep((unsigned)b->seconds / 3);
	began = now_milliseconds();
	if (way == PLAINLY ? !copy_plainly(b->path[way], b->back_up) : !copy_by_quorate(b, &f)) {
		fprintf(stderr, "no back-up: %s\n", f.message);
		_exit(1);
	}
	take_sample(&b->figures->back_ups[way], now_milliseconds() - began);
	unlink(b->back_up);
	_exit(0);
}

/* --- All of them --- */

static bool take_turn(struct bench *b, enum way way)
{
	bool ok = true;

	for (int i = 0; i <= PEOPLE; i++) {
		pid_t child = fork();

		if (child == 0 && i == PEOPLE)
			back_up(b, way);
		else if (child == 0)
			sit_down(b, way, i);
	}
	for (int i = 0; i <= PEOPLE; i++) {
		int status;

		ok = wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 && ok;
	}
	return ok;
}

static int by_size(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;

	return one < other ? -1 : one > other;
}

static double share(const struct samples *s, double part)
{
	int count = s->count < SAMPLES_MOST ? s->count : SAMPLES_MOST;
	int at = (int)(part * count);

	return count ? s->milliseconds[at < count ? at : count - 1] : 0;
}

static void print_kind(const char *name, struct samples by[WAY_COUNT])
{
	static const char *const ways[] = {"Quorate", "bare SQLite"};
	double medians[WAY_COUNT], late[WAY_COUNT];

	for (int way = 0; way < WAY_COUNT; way++) {
		struct samples *s = &by[way];

		qsort(s->milliseconds, (size_t)(s->count < SAMPLES_MOST ? s->count : SAMPLES_MOST), sizeof(double),
		      by_size);
		medians[way] = share(s, 0.5);
		late[way] = share(s, 0.99);
		printf("  %-8s %-12s %6d  median %7.2f ms  p99 %7.2f ms  most %7.2f ms\n", name, ways[way], s->count,
		       medians[way], late[way], share(s, 1));
	}
	printf("  %-8s %-12s         median %6.2fx     p99 %6.2fx\n", "", "ratio", medians[0] / medians[1],
	       late[0] / late[1]);
}

static bool run_load(struct bench *b, double speed)
{
	memset(b->figures, 0, sizeof *b->figures);
	b->speed = speed;
	for (int turn = 0; turn < TURNS; turn++)
		for (int way = 0; way < WAY_COUNT; way++)
			if (!take_turn(b, (enum way)way))
				return false;
	printf("%d people, %s, %d turns of %d s each, one back-up a turn; journal %s\n", PEOPLE,
	       speed > 1 ? "six times as fast" : "human pace", TURNS, b->seconds, b->journal);
	print_kind("looks", b->figures->looks);
	print_kind("saves", b->figures->saves);
	print_kind("back-up", b->figures->back_ups);
	printf("  read again because others saved: %d by Quorate, %d on bare SQLite\n",
	       b->figures->read_again[BY_QUORATE], b->figures->read_again[PLAINLY]);
	fflush(stdout);
	return true;
}

/* --- Before --- */

static bool copy_file(const char *from, const char *to)
{
	char buffer[1 << 16];
	int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	ssize_t got = -1;

	while (in >= 0 && out >= 0 && (got = read(in, buffer, sizeof buffer)) > 0)
		if (write(out, buffer, (size_t)got) != got)
			return false;
	return close(in) == 0 && fsync(out) == 0 && close(out) == 0 && got == 0;
}

static bool find_desks(struct bench *b, sqlite3 *db)
{
	static const char sql[] =
		"SELECT p.family_id, p.person_id, max(c.id), f.name FROM plan AS p JOIN conference AS "
		"c ON c.family_id = p.family_id JOIN family AS f ON f.id = p.family_id WHERE "
		"p.ended_on IS NULL AND NOT f.is_restricted AND NOT EXISTS (SELECT 1 FROM visit AS v "
		"WHERE v.family_id = f.id) GROUP BY p.family_id ORDER BY p.family_id";
	sqlite3_stmt *q = NULL;
	int count = 0;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		fprintf(stderr, "%s\n", sqlite3_errmsg(db));
	while (count < PEOPLE && sqlite3_step(q) == SQLITE_ROW) {
		struct desk_of *desk = &b->desks[count++];

		desk->family = sqlite3_column_int64(q, 0);
		desk->child = sqlite3_column_int64(q, 1);
		desk->conference = sqlite3_column_int64(q, 2);
		snprintf(desk->surname, sizeof desk->surname, "%s", (const char *)sqlite3_column_text(q, 3));
	}
	sqlite3_finalize(q);
	return count == PEOPLE;
}

static bool prepare(struct bench *b, struct fault *f)
{
	struct casework *cw = NULL;
	sqlite3_stmt *q = NULL;
	bool ok = casework_open(&cw, &(struct casework_opening){.path = b->path[BY_QUORATE], .today = DAY_NONE}, f) &&
		  (find_desks(b, cw->store->db) ||
		   fault_set(f, FAULT_REFUSED, "The file has too few families for %d people.", PEOPLE));

	for (int i = 0; ok && i < PEOPLE; i++)
		ok = catch_work(cw, &b->desks[i], &b->work[i], f);
	if (ok && sqlite3_prepare_v2(cw->store->db, "PRAGMA journal_mode", -1, &q, NULL) == SQLITE_OK &&
	    sqlite3_step(q) == SQLITE_ROW)
		snprintf(b->journal, sizeof b->journal, "%s", (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	b->synchronous = strcmp(b->journal, "wal") == 0 ? 2 : 3; /* FULL, EXTRA: src/store/journal_mode.c */
	casework_close(cw);
	return ok;
}

int main(int count, char **words)
{
	static struct bench b;
	struct fault f = {0};
	bool ok;

	if (count < 3) {
		fprintf(stderr, "usage: forty_bench FILE FOLDER [SECONDS]\n");
		return 2;
	}
	b.seconds = count > 3 ? atoi(words[3]) : 20;
	for (int way = 0; way < WAY_COUNT; way++)
		snprintf(b.path[way], sizeof b.path[way], "%s/forty-%d.db", words[2], way);
	snprintf(b.back_up, sizeof b.back_up, "%s/forty.backup", words[2]);
	b.figures = mmap(NULL, sizeof *b.figures, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	ok = b.figures != MAP_FAILED && copy_file(words[1], b.path[BY_QUORATE]) && prepare(&b, &f) &&
	     copy_file(b.path[BY_QUORATE], b.path[PLAINLY]) && run_load(&b, 1) && run_load(&b, 6);
	if (!ok)
		fprintf(stderr, "%s\n", f.message);
	for (int way = 0; way < WAY_COUNT; way++)
		unlink(b.path[way]);
	return ok ? 0 : 1;
}
