/* How long the reviews of twelve weeks take to open: `ninja review_horizon_bench && tests/review_horizon_bench FILE`, a
 * demonstration of many families. No test: it judges nothing, it prints a figure, which is to be under 60 ms. */
#include "casework/reviews.h"

#include <stdio.h>
#include <time.h>

enum { TIMES = 20 };

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static bool horizon(struct casework *cw, struct fault *f)
{
	struct review_horizon all = {0};
	struct arena mem = {0};
	double began = milliseconds();
	bool ok = true;

	for (int i = 0; ok && i < TIMES; i++) {
		arena_reset(&mem);
		ok = casework_review_horizon(cw, &mem, &all, f);
	}
	printf("the reviews of twelve weeks: %zu plans, %zu reviews in %.1f ms, with its row of the audit log\n",
	       all.plans, all.count, (milliseconds() - began) / TIMES);
	arena_finish(&mem);
	return ok;
}

int main(int count, char **words)
{
	const struct casework_opening how = {.path = count > 1 ? words[1] : "",
					     .today = count > 2 ? date_from_iso(words[2]) : DAY_NONE};
	struct casework *cw = NULL;
	struct fault f = {0};
	bool ok = casework_open(&cw, &how, &f) && horizon(cw, &f);

	if (!ok)
		fprintf(stderr, "%s\n", f.message);
	casework_close(cw);
	return ok ? 0 : 1;
}
