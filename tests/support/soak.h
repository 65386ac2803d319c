/* Which steps of a long piece of work a test makes to fail: all of them in the long form (QUORATE_SOAK=1,
 * tests/soak.sh), else each of the first and of the last, where beginnings and endings are, and of the many in the
 * middle some hundred, a prime apart, so that what comes round every so often is not always missed. */
#ifndef SUPPORT_SOAK_H
#define SUPPORT_SOAK_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static inline bool soak_is_long(void)
{
	const char *said = getenv("QUORATE_SOAK");

	return said && strcmp(said, "1") == 0;
}

/* Whether this of many is for this process: QUORATE_SHARE=2/4 in the long form is each second of four. */
static inline bool soak_is_ours(size_t which)
{
	const char *said = getenv("QUORATE_SHARE"), *of = said ? strchr(said, '/') : NULL;
	size_t shares = of ? strtoul(of + 1, NULL, 10) : 1;

	return !soak_is_long() || shares < 2 || which % shares == strtoul(said, NULL, 10) % shares;
}

/* How often something is tried: so many times in the long form, so many in the short. */
static inline int soak_times(int in_long, int in_short)
{
	return soak_is_long() ? in_long : in_short;
}

static inline int sweep_prime_from(int number)
{
	for (;; number++) {
		int divisor = 2;

		while (divisor * divisor <= number && number % divisor)
			divisor++;
		if (divisor * divisor > number)
			return number < 2 ? 1 : number;
	}
}

/* The step after this one of about so many in all; each of the first and last, and about as many between as both. */
static inline int sweep_next(int step, int total, int each)
{
	int last = total - each, stride = sweep_prime_from((last - each) / (2 * each) + 1);

	if (soak_is_long() || step < each || step >= last)
		return step + 1;
	return step + stride < last ? step + stride : last;
}

#endif
