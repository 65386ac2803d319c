/* Reads the lists of names and streets the demonstration draws from. */
#include "demo_names.h"

#include "settings/settings.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_MOST 65536

static char *whole_file(const char *name, struct arena *mem, struct fault *f)
{
	const char *path = arena_printf(mem, "%s/demo/%s", settings_data_folder(), name);
	char *text = arena_alloc(mem, FILE_MOST + 1);
	FILE *file = fopen(path, "r");
	size_t bytes = 0;

	if (file && text) {
		bytes = fread(text, 1, FILE_MOST, file);
		text[bytes] = '\0';
	}
	if (file)
		fclose(file);
	if (bytes > 0 && bytes < FILE_MOST)
		return text;
	fault_set(f, FAULT_STORAGE, "The demonstration's list %s could not be read: install Quorate's data again.",
		  name);
	fault_detail(f, "%s", path);
	return NULL;
}

static char *trimmed(char *text)
{
	char *end = text + strlen(text);

	while (isspace((unsigned char)*text))
		text++;
	while (end > text && isspace((unsigned char)end[-1]))
		*--end = '\0';
	return text;
}

static bool keep_word(struct demo_words *words, const char *word, struct arena *mem)
{
	const char **item = *word ? ARENA_PUSH(mem, words) : NULL;

	if (item)
		*item = word;
	return item || !*word;
}

static bool keep_words(struct demo_words *words, char *list, struct arena *mem)
{
	char *rest = NULL;

	for (char *word = strtok_r(list, ",", &rest); word; word = strtok_r(NULL, ",", &rest))
		if (!keep_word(words, trimmed(word), mem))
			return false;
	return true;
}

static bool take_pair(struct demo_culture *culture, const char *key, char *value, struct arena *mem)
{
	static const char *const kinds[] = {
#define X(id, key) key,
		DEMO_NAME_KINDS(X)
#undef X
	};

	for (size_t i = 0; i < DEMO_NAME_KIND_COUNT; i++)
		if (strcmp(key, kinds[i]) == 0)
			return keep_words(&culture->words[i], value, mem);
	if (strcmp(key, "language") == 0)
		culture->language = value;
	else if (strcmp(key, "ethnicity") == 0)
		culture->ethnicity = value;
	else if (strcmp(key, "share") == 0)
		culture->share = atoi(value);
	else if (strcmp(key, "single") == 0)
		culture->single = atoi(value);
	else
		return false;
	return true;
}

/* "[group]" or "key: value"; false when it is neither. */
static bool take_line(struct demo_names *names, char *line, struct arena *mem)
{
	char *colon = strchr(line, ':'), *close = strchr(line, ']');

	if (*line == '[' && close) {
		struct demo_culture *culture = ARENA_PUSH(mem, names);

		*close = '\0';
		if (culture)
			*culture = (struct demo_culture){.name = line + 1, .language = "English", .ethnicity = "NOBT"};
		return culture != NULL;
	}
	if (!colon || names->count == 0)
		return false;
	*colon = '\0';
	return take_pair(&names->items[names->count - 1], trimmed(line), trimmed(colon + 1), mem);
}

static bool is_complete(const struct demo_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		for (size_t k = 0; k < DEMO_NAME_KIND_COUNT; k++)
			if (names->items[i].words[k].count == 0 || names->items[i].share < 1)
				return false;
	return names->count > 0 && names->streets.count > 0 && names->kinds.count > 0 && names->places.count > 0;
}

static bool not_understood(const char *file, const char *line, struct fault *f)
{
	fault_set(f, FAULT_STORAGE, "The demonstration's list %s is not as it should be: install Quorate's data again.",
		  file);
	fault_detail(f, "at \"%.60s\"", line);
	return false;
}

static bool load_cultures(struct demo_names *out, struct arena *mem, struct fault *f)
{
	char *text = whole_file("names.txt", mem, f), *rest = NULL;

	if (!text)
		return false;
	for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		line = trimmed(line);
		if (*line && *line != '#' && !take_line(out, line, mem))
			return not_understood("names.txt", line, f);
	}
	return true;
}

static bool load_streets(struct demo_names *out, struct arena *mem, struct fault *f)
{
	char *text = whole_file("streets.txt", mem, f), *rest = NULL;
	struct demo_words *into = NULL;

	if (!text)
		return false;
	for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		line = trimmed(line);
		if (!*line || *line == '#')
			continue;
		if (*line == '[')
			into = strcmp(line, "[names]") == 0   ? &out->streets
			       : strcmp(line, "[kinds]") == 0 ? &out->kinds
							      : &out->places;
		else if (!into || !keep_word(into, line, mem))
			return not_understood("streets.txt", line, f);
	}
	return true;
}

bool demo_names_load(struct demo_names *out, struct arena *mem, struct fault *f)
{
	*out = (struct demo_names){0};
	if (!load_cultures(out, mem, f) || !load_streets(out, mem, f))
		return false;
	return is_complete(out) || not_understood("names.txt", "a group without names", f);
}

const char *demo_word(const struct demo_words *words, struct demo_random *random)
{
	return words->items[demo_between(random, 0, (int)words->count - 1)];
}

const struct demo_culture *demo_culture_drawn(const struct demo_names *names, struct demo_random *random)
{
	int total = 0, drawn;

	for (size_t i = 0; i < names->count; i++)
		total += names->items[i].share;
	drawn = demo_between(random, 1, total);
	for (size_t i = 0; i + 1 < names->count; i++) {
		if (drawn <= names->items[i].share)
			return &names->items[i];
		drawn -= names->items[i].share;
	}
	return &names->items[names->count - 1];
}

const char *demo_mobile(struct demo_random *random, struct arena *mem)
{
	return arena_printf(mem, "07700 900%03d", demo_between(random, 0, 999));
}

const char *demo_landline(struct demo_random *random, struct arena *mem)
{
	return arena_printf(mem, "01632 960%03d", demo_between(random, 0, 999));
}

const char *demo_postcode(struct demo_random *random, struct arena *mem)
{
	static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";
	int last = (int)sizeof letters - 2, district = demo_between(random, 1, 24), sector = demo_between(random, 0, 9);
	char first = letters[demo_between(random, 0, last)], second = letters[demo_between(random, 0, last)];

	return arena_printf(mem, "ZZ%d %d%c%c", district, sector, first, second);
}

const char *demo_street(const struct demo_names *names, struct demo_random *random, struct arena *mem)
{
	int number = demo_between(random, 1, 160);
	const char *street = demo_word(&names->streets, random), *kind = demo_word(&names->kinds, random);
	const char *place = demo_word(&names->places, random);
	const char *flat = demo_chance(random, 180) ? arena_printf(mem, "Flat %d, ", demo_between(random, 1, 30)) : "";

	return arena_printf(mem, "%s%d %s %s\n%s", flat, number, street, kind, place);
}
