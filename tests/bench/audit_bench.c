/* How long a page of the audit log takes after ten years: `ninja audit_bench && tests/audit_bench FOLDER`. No test: it
 * judges nothing, it prints what docs/benchmarks.md quotes. */
#include "store/audit_trail_store.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
	YEARS = 10,
	DAYS_A_YEAR = 250,
	ROWS_A_DAY = 800,
	ROWS = YEARS * DAYS_A_YEAR * ROWS_A_DAY,
	FIRST_AT = 1460000000,
	DAY = 24 * 60 * 60,
	TIMES = 20,
	PAGE = 201,
};

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Forty people; mostly looks, a refusal in a thousand, the glass once a fortnight. */
static bool add(struct store *s, int64_t number, struct fault *f)
{
	const char *action = number % 10000 == 0  ? "glass.break"
			     : number % 1000 == 0 ? "refused"
			     : number % 7 == 0    ? "find"
			     : number % 3 == 0    ? "conference.book"
						  : "family.look";
	char login[20];
	struct audit_identity who = {.uid = 1000 + number % 40,
				     .login = login,
				     .roles = "business_support",
				     .terminal = "/dev/pts/4",
				     .address = "192.0.2.7",
				     .session = "0123456789abcdef.4711",
				     .program = "quorate"};
	struct audit_entry entry = {.at = FIRST_AT + number / ROWS_A_DAY * DAY + number % ROWS_A_DAY * 36,
				    .action = action,
				    .subject_kind = "family",
				    .subject_id = number % 5000 + 1,
				    .family_id = number % 5000 + 1,
				    .detail = "page, 3 children, 2 conferences"};

	snprintf(login, sizeof login, "worker%02d", (int)(number % 40));
	return audit_append(s, &who, &entry, f);
}

static bool fill(struct store *s, struct fault *f)
{
	for (int64_t number = 0; number < ROWS; number++) {
		if (number % 10000 == 0 && !store_begin(s, f))
			return false;
		if (!add(s, number, f))
			return false;
		if (number % 10000 == 9999 && !store_commit(s, f))
			return false;
	}
	return true;
}

static bool page(struct store *s, const char *what, struct trail_query query, struct fault *f)
{
	double began = milliseconds();
	struct trail_row_list rows = {0};
	struct arena mem = {0};
	bool ok = true;

	for (int i = 0; i < TIMES && ok; i++) {
		arena_reset(&mem);
		ok = trail_rows(s, &query, &mem, &rows, f);
	}
	printf("%-44s %4zu rows in %6.2f ms\n", what, rows.count, (milliseconds() - began) / TIMES);
	arena_finish(&mem);
	return ok;
}

static bool measure(struct store *s, struct fault *f)
{
	const struct trail_query all = {.login = "",
					.kind = "",
					.subject_kind = "",
					.from_at = INT64_MIN,
					.to_at = INT64_MAX,
					.before_at = INT64_MAX,
					.before_seq = INT64_MAX,
					.most = PAGE};
	struct trail_query q[9];

	for (int i = 0; i < 9; i++)
		q[i] = all;
	q[1].before_at = FIRST_AT + 5LL * DAYS_A_YEAR * DAY;
	q[2].login = "worker07";
	q[3].kind = "refusal";
	q[4].kind = "glass";
	q[5].login = "worker07";
	q[5].kind = "search";
	q[6].family = 77;
	q[7].from_at = FIRST_AT + 700LL * DAY;
	q[7].to_at = FIRST_AT + 701LL * DAY;
	q[8] = q[7];
	q[8].login = "worker07";
	return page(s, "the newest page", q[0], f) && page(s, "a page five years back", q[1], f) &&
	       page(s, "one person", q[2], f) && page(s, "refusals only", q[3], f) &&
	       page(s, "broken glass only", q[4], f) && page(s, "one person's searches", q[5], f) &&
	       page(s, "one family", q[6], f) && page(s, "one day, seven years ago", q[7], f) &&
	       page(s, "one person on that day", q[8], f);
}

int main(int argc, char **argv)
{
	char path[400];
	struct store *s = NULL;
	struct fault f = {0};
	double began = milliseconds();
	bool ok;

	snprintf(path, sizeof path, "%s/audit-bench.db", argc > 1 ? argv[1] : "/tmp");
	unlink(path);
	ok = store_create(path, &f) && store_open(&s, &(struct store_opening){.path = path}, &f) && fill(s, &f);
	if (ok)
		printf("%d rows of ten years, written in %.0f s, %.1f us each\n", ROWS, (milliseconds() - began) / 1e3,
		       (milliseconds() - began) * 1e3 / ROWS);
	ok = ok && measure(s, &f);
	if (!ok)
		fprintf(stderr, "%s [%s]\n", f.message, f.detail);
	store_close(s);
	unlink(path);
	return ok ? 0 : 1;
}
