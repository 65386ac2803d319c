/* Chance that is the same on every machine and in every release of the C library. */
#include "demo_random.h"

/* Sebastiano Vigna's splitmix64, in the public domain. */
static uint64_t next(struct demo_random *random)
{
	uint64_t z = random->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

struct demo_random demo_random_of(uint64_t seed, enum demo_stream stream, uint64_t n)
{
	struct demo_random random = {seed};

	random.state = next(&random) ^ (uint64_t)stream;
	random.state = next(&random) ^ n;
	random.state = next(&random);
	return random;
}

/* The ranges here are tiny beside 2^32, so that the multiplication's unevenness cannot be seen. */
int demo_between(struct demo_random *random, int least, int most)
{
	uint64_t span = most > least ? (uint64_t)(most - least) + 1 : 1;

	return least + (int)((next(random) >> 32) * span >> 32);
}

bool demo_chance(struct demo_random *random, int of_a_thousand)
{
	return demo_between(random, 1, 1000) <= of_a_thousand;
}

size_t demo_weighted(struct demo_random *random, const int *weights, size_t count)
{
	int total = 0, drawn;

	for (size_t i = 0; i < count; i++)
		total += weights[i];
	drawn = demo_between(random, 1, total);
	for (size_t i = 0; i + 1 < count; i++) {
		if (drawn <= weights[i])
			return i;
		drawn -= weights[i];
	}
	return count - 1;
}
