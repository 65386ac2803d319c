/* Forty people at one case file at once, with back-ups beside and some of them killed; then the audit log is replayed:
 * what each was told they did, done again by one hand in the order of the log, gives the same file, and each back-up is
 * the file as it was at its row. docs/reliability.md says what that proves. */
#include "at_work.h"
#include "kept_file.h"
#include "same_state.h"
#include "store/backup.h"

#include <stdlib.h>

/* --- What the log says, laid beside what people were told --- */

struct placed {
	struct act *act;
	int slot;
};

struct story {
	struct office *office;
	struct placed *acts; /* those with rows, in the order of the log */
	int count, room;
	int64_t begins, ends; /* the rows of the log that are theirs */
	int unsaid;           /* saved by somebody who was killed before being told */
	char again[120];      /* the file in which it is all done again */
	struct casework *sessions[SLOTS_MOST];
	int64_t rows_checked, tables;
	int back_ups;
};

enum { CODE_UNTOLD = -1 }; /* refused, and nobody was told why */

/* A refusal leaves a row too: "glass.refused", "refused". */
static bool was_refused(const struct story *s, const struct act *a)
{
	return a->first && number(s->office->fixture,
				  "SELECT count(*) FROM audit WHERE seq BETWEEN %lld AND %lld AND action NOT LIKE "
				  "'%%refused'",
				  (long long)a->first, (long long)a->last) == 0;
}

/* A killed session may have saved its last act, or been refused it: its rows are there then, all of them. */
static void find_unsaid(struct story *s, const struct at_work *w)
{
	struct act *last = &((struct at_work *)w)->acts[w->count - 1];

	if (w->count == 0 || last->end != ACT_BEGUN)
		return;
	last->first = number(s->office->fixture, "SELECT min(seq) FROM audit WHERE session = '%s' AND seq > %lld",
			     w->session, (long long)last_row_of(w));
	last->last = number(s->office->fixture, "SELECT max(seq) FROM audit WHERE session = '%s' AND seq >= %lld",
			    w->session, (long long)(last->first ? last->first : s->ends + 1));
	last->end = last->first && !was_refused(s, last) ? ACT_DONE : ACT_FAILED;
	last->code = last->end == ACT_DONE ? FAULT_NONE : CODE_UNTOLD;
	s->unsaid += last->end == ACT_DONE;
}

static int by_row(const void *a, const void *b)
{
	const struct placed *one = a, *other = b;

	return one->act->first < other->act->first ? -1 : one->act->first > other->act->first;
}

static void lay_out(struct story *s)
{
	for (int i = 0; i < s->office->shared->used; i++)
		s->room += s->office->shared->slots[i].count;
	s->acts = calloc((size_t)s->room, sizeof *s->acts);
	assert_non_null(s->acts);
	s->ends = number(s->office->fixture, "SELECT max(seq) FROM audit");
	for (int i = 0; i < s->office->shared->used; i++) {
		struct at_work *w = &s->office->shared->slots[i];

		find_unsaid(s, w);
		for (int j = 0; j < w->count; j++)
			if (w->acts[j].first)
				s->acts[s->count++] = (struct placed){&w->acts[j], i};
	}
	qsort(s->acts, (size_t)s->count, sizeof *s->acts, by_row);
}

/* Every row is of one act that somebody did, and the rows of an act stand together: nobody came between. */
static void check_rows_are_acts(const struct story *s)
{
	int64_t next = s->begins + 1;

	for (int i = 0; i < s->count; i++) {
		const struct act *a = s->acts[i].act;

		if (a->first != next)
			fail_msg("row %lld of the log is of no act, or of two: the next is %s at %lld", (long long)next,
				 deeds[a->deed].name, (long long)a->first);
		next = a->last + 1;
	}
	assert_int_equal(next, s->ends + 1);
}

static void check_sound(const struct office *office)
{
	struct store_health health;
	enum audit_verdict verdict;
	struct arena mem = {0};
	struct store *store;
	int64_t bad, rows;

	MUST(store_open(&store, &(struct store_opening){.path = office->fixture->path}, f));
	MUST(store_examine(store, &mem, &health, f));
	assert_string_equal(health.integrity, "ok");
	assert_string_equal(health.foreign_keys, "ok");
	MUST(audit_verify(store, NULL, &verdict, &bad, &rows, f));
	if (verdict != AUDIT_SOUND)
		fail_msg("the chain is broken at row %lld", (long long)bad);
	store_close(store);
	arena_finish(&mem);
}

/* Without the program's help: what was typed is in the file, once, and no two saves came from one version. */
static void check_what_was_said(const struct story *s)
{
	static const char *const kept[DEED_COUNT] = {
		[NEW_VISIT] = "visit WHERE noted",    [NEW_COMPLAINT] = "complaint WHERE words",
		[NEW_FAMILY] = "family WHERE name",   [NEW_REQUEST] = "person WHERE surname",
		[NEW_CALL] = "chaser WHERE spoke_to",
	};

	for (int i = 0; i < s->count; i++) {
		const struct act *a = s->acts[i].act;

		if (a->end == ACT_DONE && kept[a->deed] &&
		    number(s->office->fixture, "SELECT count(*) FROM %s = '%s'", kept[a->deed], a->words) != 1)
			fail_msg("%s \"%s\" at row %lld is not in the file", deeds[a->deed].name, a->words,
				 (long long)a->first);
	}
}

/* A person, a note under a heading; one booking and one answer. */
static int subject_of(const struct act *a)
{
	return a->deed == SAVE_PERSON ? a->which % HOT_PEOPLE : a->deed == SAVE_NOTE ? a->which % 3 : 0;
}

static void check_nothing_was_overwritten(const struct story *s)
{
	int64_t last[DEED_COUNT][HOT_PEOPLE];

	memset(last, -1, sizeof last);
	for (int i = 0; i < s->count; i++) {
		const struct act *a = s->acts[i].act;
		int64_t *before = &last[a->deed][subject_of(a)];

		if (a->end != ACT_DONE || deeds[a->deed].read == NO_DEED)
			continue;
		if (a->version <= *before)
			fail_msg("%s at row %lld came from version %lld, as an earlier one did", deeds[a->deed].name,
				 (long long)a->first, (long long)a->version);
		*before = a->version;
	}
}

/* --- Done again --- */

static void compare_with(struct story *s, const char *path, const char *what, int64_t row)
{
	struct comparison c;

	compare_files(path, s->again, &c);
	if (c.different || c.tables < 40)
		fail_msg("%s and the log up to row %lld: %lld differences in %lld tables", what, (long long)row,
			 (long long)c.different, (long long)c.tables);
	s->rows_checked += c.rows;
	s->tables = c.tables;
}

/* What a back-up holds is what the log up to its row makes. */
static void compare_back_up(struct story *s, const struct act *a)
{
	const struct backup_key key = {.passphrase = back_up_key.passphrase, .is_quick = true};
	struct backup_manifest manifest;
	struct arena mem = {0};
	char path[120], folder[100], restored[120];
	const char *kept;

	back_up_path(s->office, a->which, path);
	snprintf(folder, sizeof folder, "%s/restored", s->office->fixture->folder);
	snprintf(restored, sizeof restored, "%s/file.db", folder);
	assert_int_equal(mkdir(folder, 0700), 0); /* nothing is restored where anybody is at work */
	MUST(backup_restore(&(struct restore_order){.path = path, .case_file = restored, .key = &key}, &mem, &manifest,
			    &kept, f));
	assert_int_equal(manifest.anchor.row, a->version);
	compare_with(s, restored, "a back-up", a->version);
	unlink(restored);
	assert_int_equal(rmdir(folder), 0);
	unlink(path);
	s->back_ups++;
	arena_finish(&mem);
}

/* A back-up changes nothing but the log. */
static bool note_back_up(struct story *s, struct casework *cw, const struct act *a, struct fault *f)
{
	char sql[80];
	struct audit_entry entry = {.at = a->at, .action = "backup.make", .subject_kind = "backup"};

	snprintf(sql, sizeof sql, "SELECT detail FROM audit WHERE seq = %lld", (long long)a->last);
	entry.detail = casework_fixture_text((struct casework_fixture *)s->office->fixture, sql);
	if (!work_open(cw, f))
		return false;
	return audit_append(cw->store, &cw->identity, &entry, f) ? work_keep(cw, f) : work_undo(cw);
}

static void do_again(struct story *s, const struct placed *p)
{
	struct casework **cw = &s->sessions[p->slot];
	struct act a = *p->act;
	struct arena mem = {0};
	struct fault f = {0};
	struct audit_anchor newest;
	bool ok;

	standing_clock = a.at;
	if (!*cw)
		*cw = sit_down(s->office, p->slot, s->again, &f);
	if (!*cw)
		fail_msg("%s", f.message);
	ok = a.deed == BACK_UP ? note_back_up(s, *cw, &a, &f) : deeds[a.deed].run(*cw, &s->office->place, &a, &mem, &f);
	standing_clock = 0;
	if (ok != (a.end == ACT_DONE) || (!ok && a.code != CODE_UNTOLD && (int)f.code != a.code))
		fail_msg("%s at row %lld: %s then, now %s [%s]", deeds[a.deed].name, (long long)a.first,
			 a.end == ACT_DONE ? "done" : "refused", ok ? "done" : f.message, f.detail);
	f = (struct fault){0};
	if (!audit_newest((*cw)->store, &newest, &f) || newest.row != a.last)
		fail_msg("%s at rows %lld to %lld: its last row is %lld", deeds[a.deed].name, (long long)a.first,
			 (long long)a.last, (long long)newest.row);
	arena_finish(&mem);
}

static void replay(struct story *s)
{
	const struct at_work *keeper = &s->office->shared->slots[0];
	int next = 0; /* of the back-ups */

	for (int i = 0; i <= s->count; i++) {
		int64_t row = i < s->count ? s->acts[i].act->first : INT64_MAX;

		for (; next < keeper->count && keeper->acts[next].version < row; next++)
			compare_back_up(s, &keeper->acts[next]);
		if (i < s->count)
			do_again(s, &s->acts[i]);
	}
	for (int i = 0; i < SLOTS_MOST; i++)
		casework_close(s->sessions[i]);
	compare_with(s, s->office->fixture->path, "the case file", s->ends);
}

/* --- The figures --- */

static int count_acts(const struct shared *shared, int deed, enum act_end end, int code)
{
	int count = 0;

	for (int i = 0; i < shared->used; i++)
		for (int j = 0; j < shared->slots[i].count; j++) {
			const struct act *a = &shared->slots[i].acts[j];

			count += (deed < 0 ? !deeds[a->deed].is_look : a->deed == deed) && a->end == end &&
				 (end != ACT_FAILED || a->code == code);
		}
	return count;
}

static int count_merged(const struct shared *shared)
{
	int merged = 0;

	for (int i = 0; i < shared->used; i++)
		for (int j = 2; j < shared->slots[i].count; j++) {
			const struct act *a = &shared->slots[i].acts[j];

			merged += a->end == ACT_DONE && a[-2].code == FAULT_CONFLICT && a[-2].deed == a->deed;
		}
	return merged;
}

static void print_figures(const struct story *s, int kills)
{
	const struct shared *shared = s->office->shared;
	int waits = 0, looks = 0;

	for (int i = 0; i < shared->used; i++)
		waits += shared->slots[i].waits;
	for (int deed = 0; deed < DEED_COUNT; deed++)
		looks += deeds[deed].is_look ? count_acts(shared, deed, ACT_DONE, 0) : 0;
	print_message("%d people: %d saves, %d looks; %d conflicts, %d of them saved at the second try; %d refused; "
		      "%d waits of more than 0.3 s, %d given up\n",
		      s->office->people, count_acts(shared, -1, ACT_DONE, 0), looks,
		      count_acts(shared, -1, ACT_FAILED, FAULT_CONFLICT), count_merged(shared),
		      count_acts(shared, -1, ACT_FAILED, FAULT_REFUSED), waits,
		      count_acts(shared, -1, ACT_FAILED, FAULT_BUSY));
	print_message("%d killed, %d of them after a save they were not told of\n", kills, s->unsaid);
	print_message("replayed: %d acts in %lld rows of the log, the same state in %lld tables; with %d back-ups "
		      "%lld rows compared\n",
		      s->count, (long long)(s->ends - s->begins), (long long)s->tables, s->back_ups,
		      (long long)s->rows_checked);
	/* Or nothing was tried. */
	for (int deed = 0; deed < DEED_COUNT && soak_is_long(); deed++)
		if (count_acts(shared, deed, ACT_DONE, 0) == 0)
			fail_msg("%s: never done", deeds[deed].name);
	assert_true(count_acts(shared, -1, ACT_DONE, 0) > 5 && s->back_ups > 0);
	assert_true(!soak_is_long() || count_merged(shared) > 0);
}

static void add_people(struct casework_fixture *fixture, int count)
{
	char login[16];

	for (int i = 0; i < count; i++) {
		snprintf(login, sizeof login, "person%02d", i);
		casework_fixture_open_as(fixture, login,
					 ROLE_BIT(ROLE_BUSINESS_SUPPORT) | (i % 5 ? 0 : ROLE_BIT(ROLE_MANAGER)));
	}
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
}

static void the_log_replayed_gives_the_same_file(void **state)
{
	struct casework_fixture *fixture = *state;
	struct office office = {.fixture = fixture, .people = soak_times(40, 8)};
	struct story *story = calloc(1, sizeof *story);
	struct kept_file start = {0};
	int kills;

	assert_non_null(story);
	add_people(fixture, office.people);
	office.place = make_hot_place(fixture);
	story->begins = number(fixture, "SELECT max(seq) FROM audit");
	casework_fixture_let_go(fixture);
	kept_file_read(&start, fixture->path);
	office.shared = mmap(NULL, sizeof *office.shared, PROT_READ | PROT_WRITE,
			     MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	assert_true(office.shared != MAP_FAILED);
	kills = work_for(&office, soak_times(120, 3));
	check_sound(&office);
	story->office = &office;
	lay_out(story);
	check_rows_are_acts(story);
	check_what_was_said(story);
	check_nothing_was_overwritten(story);
	snprintf(story->again, sizeof story->again, "%s/again.db", fixture->folder);
	kept_file_write(&start, story->again);
	replay(story);
	print_figures(story, kills);
	unlink(story->again);
	munmap(office.shared, sizeof *office.shared);
	free(start.bytes);
	free(story->acts);
	free(story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(the_log_replayed_gives_the_same_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
