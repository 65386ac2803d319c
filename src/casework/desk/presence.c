/* Who else has the same family open, in words. */
#include "casework/presence.h"

#include "london.h"
#include "store/authority_store.h"
#include "work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { NAMED_MOST = 2 };

void casework_be_present(struct casework *cw)
{
	if (!cw->presence && !cw->is_read_only)
		cw->presence = presence_open(cw->path);
}

static void say_own(struct casework *cw, int64_t family, int64_t conference, bool is_writing)
{
	struct presence_row own = {.user_id = cw->user_id,
				   .family_id = family,
				   .conference_id = conference,
				   .since = cw->here.since,
				   .is_writing = is_writing};

	if (family != cw->here.family_id)
		own.since = (int64_t)time(NULL);
	if (own.family_id == cw->here.family_id && own.conference_id == cw->here.conference_id &&
	    own.is_writing == cw->here.is_writing)
		return;
	cw->here = own;
	if (cw->presence)
		presence_say(cw->presence, &own);
}

static const char *name_of(const struct casework *cw, const struct user_row_list *users, int64_t user)
{
	if (user == cw->user_id)
		return "you elsewhere";
	for (size_t i = 0; i < users->count; i++)
		if (users->items[i].id == user)
			return *users->items[i].name ? users->items[i].name : users->items[i].login;
	return NULL;
}

static int longest_first(const void *a, const void *b)
{
	const struct presence_row *x = a, *y = b;

	return (x->since > y->since) - (x->since < y->since);
}

/* Whoever has it open twice is one person, who has had it open since the first and writes if one of the two does. */
static size_t one_each(struct presence_row *rows, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		size_t k = 0;

		while (k < kept && rows[k].user_id != rows[i].user_id)
			k++;
		if (k == kept)
			rows[kept++] = rows[i];
		else
			rows[k].is_writing |= rows[i].is_writing;
	}
	return kept;
}

/* "Open by Aoife Brennan since 10:42, writing, and 2 more". */
static void write_words(struct casework *cw, struct presence_row *rows, size_t count)
{
	struct user_row_list users = {0};
	struct arena mem = {0};
	const char *words = "";
	size_t named = 0;
	char clock[8];

	qsort(rows, count, sizeof *rows, longest_first);
	count = one_each(rows, count);
	if (count && !user_all(cw->store, &mem, &users, NULL))
		count = 0;
	for (size_t i = 0; i < count && named < NAMED_MOST; i++) {
		const char *name = name_of(cw, &users, rows[i].user_id);

		if (!name)
			continue;
		words = arena_printf(&mem, "%s%s%s since %s%s", words, named ? "; " : "Open by ", name,
				     date_clock(london_second(rows[i].since) / 60, clock),
				     rows[i].is_writing ? ", writing" : "");
		named++;
	}
	if (named && count > named)
		words = arena_printf(&mem, "%s; %zu more", words, count - named);
	snprintf(cw->also_open, sizeof cw->also_open, "%s", words);
	arena_finish(&mem);
}

static uint64_t digest_of(const struct presence_row *rows, size_t count, int64_t family)
{
	uint64_t digest = 0xcbf29ce484222325u ^ (uint64_t)family;

	for (size_t i = 0; i < count; i++) {
		const int64_t parts[] = {rows[i].user_id, rows[i].since, rows[i].is_writing};

		for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
			digest = (digest ^ (uint64_t)parts[k]) * 0x9e3779b97f4a7c15u;
	}
	return digest;
}

bool casework_present(struct casework *cw, int64_t family, int64_t conference, bool is_writing)
{
	struct presence_row rows[PRESENCE_MOST];
	char before[sizeof cw->also_open];
	uint64_t digest;
	size_t count;

	say_own(cw, family, conference, is_writing); /* a draft knows it by this too */
	if (!cw->presence)
		return false;
	count = family ? presence_others(cw->presence, family, rows) : 0;
	digest = digest_of(rows, count, family);
	if (digest == cw->seen_present)
		return false;
	cw->seen_present = digest;
	memcpy(before, cw->also_open, sizeof before);
	write_words(cw, rows, count);
	return strcmp(before, cw->also_open) != 0;
}

const char *casework_also_open(const struct casework *cw, int64_t family)
{
	return family && family == cw->here.family_id ? cw->also_open : "";
}
