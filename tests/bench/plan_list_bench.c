/* How long each letter of a look-up on the list of children on plans takes: `ninja plan_list_bench &&
 * tests/plan_list_bench FILE`, a demonstration of many families. No test: it judges nothing, it prints what
 * docs/benchmarks.md quotes. */
#include "casework/plan_list.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { TIMES = 20, MOST_LISTED = 50 };

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* One line for the letter that took longest of those typed: the median of its turns. */
static bool letters(struct casework *cw, const char *words, struct fault *f)
{
	struct plan_list_found found;
	struct arena mem = {0};
	double slowest = 0;
	size_t at = 0, total = 0;
	char typed[80];
	bool ok = true;

	for (size_t length = 2; ok && length <= strlen(words); length++) {
		double began = milliseconds(), took;

		snprintf(typed, sizeof typed, "%.*s", (int)length, words);
		for (int i = 0; ok && i < TIMES; i++) {
			arena_reset(&mem);
			ok = casework_plan_list_search(cw, typed, DAY_NONE, MOST_LISTED, false, &mem, &found, f);
		}
		took = (milliseconds() - began) / TIMES;
		if (took <= slowest)
			continue;
		slowest = took;
		at = length;
		total = found.total;
	}
	arena_finish(&mem);
	printf("the list, \"%s\": the slowest letter, \"%.*s\" with %zu found, in %.1f ms\n", words, (int)at, words,
	       total, slowest);
	return ok;
}

static bool entry(struct casework *cw, struct fault *f)
{
	struct plan_list_found found;
	struct plan_list_entry one;
	struct arena mem = {0};
	double began;
	bool ok = casework_plan_list_search(cw, "smith", DAY_NONE, MOST_LISTED, false, &mem, &found, f);

	began = milliseconds();
	for (int i = 0; ok && found.lines.count && i < TIMES; i++)
		ok = casework_plan_list_entry(cw, found.lines.items[0].person_id, DAY_NONE, &mem, &one, f);
	printf("the list, an entry: %.1f ms, with its row of the audit log\n", (milliseconds() - began) / TIMES);
	arena_finish(&mem);
	return ok;
}

int main(int count, char **words)
{
	struct casework_opening how = {.path = count > 1 ? words[1] : "", .today = DAY_NONE, .user = "duty"};
	struct casework *cw = NULL;
	struct fault f = {0};
	bool ok = casework_open(&cw, &how, &f) && letters(cw, "smith", &f) && letters(cw, "okonkwo", &f) &&
		  letters(cw, "4 may 2016", &f) && letters(cw, "10 high street", &f) && letters(cw, "zz5 5nj", &f) &&
		  letters(cw, "smithsson mohamad", &f) && entry(cw, &f);

	if (!ok)
		fprintf(stderr, "%s\n", f.message);
	casework_close(cw);
	return ok ? 0 : 1;
}
