/* The words the demonstration is made of: data/demo/names.txt and streets.txt. */
#ifndef APP_DEMO_NAMES_H
#define APP_DEMO_NAMES_H

#include "base/arena.h"
#include "base/fault.h"
#include "demo_random.h"

struct demo_words {
	const char **items;
	size_t count, room;
};

#define DEMO_NAME_KINDS(X) X(GIRLS, "girls") X(BOYS, "boys") X(WOMEN, "women") X(MEN, "men") X(SURNAMES, "surnames")

enum demo_name_kind {
#define X(id, key) DEMO_##id,
	DEMO_NAME_KINDS(X)
#undef X
		DEMO_NAME_KIND_COUNT
};

/* People who share a stock of names, a language and, for the census, an ethnicity. */
struct demo_culture {
	const char *name, *language, *ethnicity;
	int share, single; /* weight among families; of a hundred people, how many have one name only */
	struct demo_words words[DEMO_NAME_KIND_COUNT];
};

struct demo_names {
	struct demo_culture *items;
	size_t count, room;
	struct demo_words streets, kinds, places;
};

/* FAULT_STORAGE with the file's name when a list is missing or not understood. */
bool demo_names_load(struct demo_names *out, struct arena *mem, struct fault *f);

const struct demo_culture *demo_culture_drawn(const struct demo_names *names, struct demo_random *random);
const char *demo_word(const struct demo_words *words, struct demo_random *random);

/* One number from the ranges that Ofcom keeps for drama, and a made-up postcode of an area that does not exist. */
const char *demo_mobile(struct demo_random *random, struct arena *mem);
const char *demo_landline(struct demo_random *random, struct arena *mem);
const char *demo_postcode(struct demo_random *random, struct arena *mem);
const char *demo_street(const struct demo_names *names, struct demo_random *random, struct arena *mem);

#endif
