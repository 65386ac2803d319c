/* How long the board of core groups and one group's page take: `ninja core_groups_bench && tests/core_groups_bench
 * FILE`, a demonstration of many families. Beside the time that passed, on a machine that may be busy and a disk that
 * keeps the row of the audit log, is what the processor took. No test: it judges nothing, it prints a figure. */
#include "casework/core_groups.h"

#include <stdio.h>
#include <time.h>

enum { TIMES = 20 };

struct moment {
	double passed, worked; /* milliseconds */
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

static void print_since(const struct moment *began)
{
	struct moment now = moment_now();

	printf("%.1f ms, the processor %.1f ms\n", (now.passed - began->passed) / TIMES,
	       (now.worked - began->worked) / TIMES);
}

static bool board(struct casework *cw, int64_t *family, struct fault *f)
{
	struct core_group_board all = {0};
	struct arena mem = {0};
	struct moment began = moment_now();
	bool ok = true;

	for (int i = 0; ok && i < TIMES; i++) {
		arena_reset(&mem);
		ok = casework_core_groups(cw, &mem, &all, f);
	}
	printf("the board of core groups: %zu plans of %zu families: ", all.plans, all.count);
	print_since(&began);
	*family = ok && all.count ? all.items[0].family_id : 0;
	arena_finish(&mem);
	return ok;
}

static bool page(struct casework *cw, int64_t family, struct fault *f)
{
	struct core_group_page one;
	struct arena mem = {0};
	struct moment began = moment_now();
	bool ok = true;

	for (int i = 0; ok && family && i < TIMES; i++) {
		arena_reset(&mem);
		ok = casework_core_group(cw, family, &mem, &one, f);
	}
	printf("one core group: ");
	print_since(&began);
	arena_finish(&mem);
	return ok;
}

int main(int count, char **words)
{
	const struct casework_opening how = {.path = count > 1 ? words[1] : "", .today = DAY_NONE};
	struct casework *cw = NULL;
	struct fault f = {0};
	int64_t family = 0;
	bool ok = casework_open(&cw, &how, &f) && board(cw, &family, &f) && page(cw, family, &f);

	if (!ok)
		fprintf(stderr, "%s\n", f.message);
	casework_close(cw);
	return ok ? 0 : 1;
}
