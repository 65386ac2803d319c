/* Chance that is the same everywhere: splitmix64, one stream for each thing that is made, so that making one thing
 * differently changes nothing else. */
#ifndef APP_DEMO_RANDOM_H
#define APP_DEMO_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct demo_random {
	uint64_t state;
};

/* The stream of the n-th thing of a kind. */
enum demo_stream { DEMO_PEOPLE, DEMO_TIMELINE, DEMO_DIRECTORY, DEMO_DESK };
struct demo_random demo_random_of(uint64_t seed, enum demo_stream stream, uint64_t n);

int demo_between(struct demo_random *random, int least, int most); /* both included */
bool demo_chance(struct demo_random *random, int of_a_thousand);
/* Which of `count` weights, by their size. */
size_t demo_weighted(struct demo_random *random, const int *weights, size_t count);

#endif
