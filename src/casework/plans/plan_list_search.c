/* Finding on the list of children on plans: by what is typed, letter by letter; and who is on it on a day. */
#include "plan_list_reading.h"

#include "base/text.h"
#include "domain/date_entry.h"
#include "people_keeping.h"
#include "store/family_store.h"
#include "store/person_store.h"

#include <ctype.h>
#include <string.h>

enum { LEAST_BYTES = 2, LEAST_OF_AN_ADDRESS = 3, BIRTH_BYTES = 6, MOST_FOUND = 50, LEAST_ALIKE = 4, MOST_ALIKE = 20 };

/* What was typed, taken as up to two things to look for. */
struct asked {
	struct listed_query queries[2];
	int count;
	const char *first_word; /* folded, "" none */
};

static bool is_birth(struct casework *cw, const char *typed, day_number *out)
{
	const struct date_context context = {.kind = DATE_FIELD_BIRTH,
					     .today = cw->today,
					     .calendar = &cw->settings->calendar,
					     .label = "Date of birth"};
	struct date_entry entry;

	if (strlen(typed) < BIRTH_BYTES || !strpbrk(typed, "0123456789") ||
	    !date_entry_parse(&entry, typed, &context, NULL) || entry.precision != DATE_EXACT)
		return false;
	*out = entry.day;
	return true;
}

/* Where a birth date stands after a name: "okonkwo 4 may 2016". NULL: nowhere. */
static const char *birth_after_name(struct casework *cw, const char *typed, day_number *out)
{
	for (const char *at = typed; *at; at++)
		if (at != typed && at[-1] == ' ' && isdigit((unsigned char)*at))
			return is_birth(cw, at, out) ? at : NULL;
	return NULL;
}

static void add_query(struct asked *asked, enum listed_by by, const char *words, day_number born)
{
	asked->queries[asked->count++] = (struct listed_query){.by = by, .words = words, .born_on = born};
}

static struct asked understand(struct casework *cw, const char *typed, struct arena *mem)
{
	struct asked asked = {.count = 0};
	const char *tail, *folded;
	day_number born = DAY_NONE;

	while (*typed == ' ')
		typed++;
	folded = text_fold(mem, typed);
	asked.first_word = arena_text_n(mem, folded, strcspn(folded, " "));
	if (strlen(folded) < LEAST_BYTES)
		return asked;
	if (is_birth(cw, typed, &born)) {
		add_query(&asked, LISTED_BY_BIRTH, "", born);
	} else if ((tail = birth_after_name(cw, typed, &born))) {
		add_query(&asked, LISTED_BY_NAME, text_fold(mem, arena_text_n(mem, typed, (size_t)(tail - typed))),
			  born);
	} else {
		add_query(&asked, LISTED_BY_NAME, folded, DAY_NONE);
		if (strlen(folded) >= LEAST_OF_AN_ADDRESS)
			add_query(&asked, LISTED_BY_ADDRESS, folded, DAY_NONE);
	}
	return asked;
}

/* "mother Ngozi Okonkwo", "sibling Ayo Okonkwo". */
static bool relative_words(struct casework *cw, const struct listed *found, struct arena *mem, const char **out,
			   struct fault *f)
{
	enum relationship relationship = RELATIONSHIP_OTHER;
	struct member_list of;
	struct person person;
	char name[NAME_ROOM];

	if (!members_of_person(cw->store, found->found_id, mem, &of, f) ||
	    !person_by_id(cw->store, found->found_id, mem, &person, f))
		return false;
	for (size_t i = 0; i < of.count; i++)
		if (of.items[i].family_id == found->family_id)
			relationship = of.items[i].relationship;
	*out = arena_printf(mem, "%s %s",
			    relationship == RELATIONSHIP_CHILD ? "sibling" : relationship_label(relationship),
			    person_full_name(&person, name));
	return true;
}

/* Why a line is there, when it is not its own name that was typed. */
static bool say_found_by(struct casework *cw, const struct listed *found, enum listed_by by, const char *first_word,
			 struct arena *mem, struct plan_list_line *line, struct fault *f)
{
	const char *who = "", *aliases;

	if (found->found_id != found->person_id && !relative_words(cw, found, mem, &who, f))
		return false;
	if (*who) {
		line->found_by = by == LISTED_BY_ADDRESS ? arena_printf(mem, "address of %s", who) : who;
		return true;
	}
	if (by == LISTED_BY_ADDRESS)
		line->found_by = "address";
	if (by != LISTED_BY_NAME || strstr(text_fold(mem, line->name), first_word))
		return true;
	if (!people_aliases(cw, found->person_id, mem, &aliases, f))
		return false;
	if (*aliases)
		line->found_by = arena_printf(mem, "also %s", aliases);
	return true;
}

static bool is_there(const struct plan_list_line_list *lines, int64_t person)
{
	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].person_id == person)
			return true;
	return false;
}

static bool add_line(struct casework *cw, const struct listed *found, day_number as_at, struct arena *mem,
		     struct plan_list_line_list *out, struct fault *f)
{
	struct plan_list_line *line = ARENA_PUSH(mem, out);
	bool is_listed;

	if (!line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the list.");
	if (!plan_list_line_read(cw, found->person_id, found->family_id, as_at, mem, line, &is_listed, f))
		return false;
	line->family = found->family;
	return true;
}

static bool find_by(struct casework *cw, const struct listed_query *query, const char *first_word, struct arena *mem,
		    struct plan_list_found *out, struct fault *f)
{
	struct listed_list found;
	size_t most = (size_t)query->most, again = 0;

	if (!listed_find(cw->store, query, mem, &found, f))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		if (is_there(&out->lines, found.items[i].person_id)) {
			again++;
			continue;
		}
		if (out->lines.count >= most)
			continue;
		if (!add_line(cw, &found.items[i], query->day, mem, &out->lines, f) ||
		    !say_found_by(cw, &found.items[i], query->by, first_word, mem,
				  &out->lines.items[out->lines.count - 1], f))
			return false;
	}
	if (found.count)
		out->total += (size_t)found.items[0].total - again;
	return true;
}

/* Nobody is called so: whoever is spelt alike is listed instead, and said to be. */
static bool find_alike(struct casework *cw, const struct listed_query *query, struct arena *mem,
		       struct plan_list_found *out, struct fault *f)
{
	struct plan_list_meant meant;

	if (query->by != LISTED_BY_NAME || query->born_on != DAY_NONE || strlen(query->words) < LEAST_ALIKE ||
	    strpbrk(query->words, "0123456789"))
		return true;
	if (!plan_list_spelt_alike(cw, query, MOST_ALIKE, mem, &meant, f))
		return false;
	for (size_t i = 0; i < meant.count; i++) {
		struct listed_list found;

		if (!listed_by_person(cw->store, meant.items[i], query, mem, &found, f))
			return false;
		for (size_t k = 0; k < found.count && out->lines.count < (size_t)query->most; k++)
			if (!is_there(&out->lines, found.items[k].person_id) &&
			    (!add_line(cw, &found.items[k], query->day, mem, &out->lines, f) ||
			     !say_found_by(cw, &found.items[k], query->by, "", mem,
					   &out->lines.items[out->lines.count - 1], f)))
				return false;
	}
	out->total = out->lines.count;
	out->only_alike = out->lines.count != 0;
	return true;
}

static bool find_all(struct casework *cw, struct asked *asked, day_number as_at, size_t most, struct arena *mem,
		     struct plan_list_found *out, struct fault *f)
{
	for (int i = 0; i < asked->count; i++) {
		struct listed_query *query = &asked->queries[i];
		int64_t hidden;

		query->day = as_at;
		query->user = cw->user_id;
		query->most = (int)(most < MOST_FOUND ? most : MOST_FOUND);
		if (!find_by(cw, query, asked->first_word, mem, out, f) ||
		    !listed_hidden(cw->store, query, mem, &hidden, f))
			return false;
		out->ask_manager = out->ask_manager || hidden;
	}
	return asked->count == 0 || out->lines.count || out->ask_manager ||
	       find_alike(cw, &asked->queries[0], mem, out, f);
}

bool plan_list_is_kept_back(struct casework *cw, const char *words, struct arena *mem, int64_t *person, struct fault *f)
{
	struct asked asked = understand(cw, words, mem);

	*person = 0;
	for (int i = 0; i < asked.count && !*person; i++) {
		asked.queries[i].user = cw->user_id;
		if (!listed_hidden(cw->store, &asked.queries[i], mem, person, f))
			return false;
	}
	return true;
}

static const char *day_words(day_number as_at, day_number today, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	return as_at == today ? "" : arena_printf(mem, " as at %s", date_plain(as_at, day));
}

bool casework_plan_list_search(struct casework *cw, const char *typed, day_number as_at, size_t most, bool is_final,
			       struct arena *mem, struct plan_list_found *out, struct fault *f)
{
	struct asked asked;

	*out = (struct plan_list_found){0};
	if (!look_begin(cw, ACTION_LOOK_UP_PLANS, f))
		return false;
	asked = understand(cw, typed, mem);
	if (as_at == DAY_NONE)
		as_at = cw->today;
	if (!find_all(cw, &asked, as_at, most, mem, out, f))
		return look_undo(cw);
	if (!is_final) {
		look_undo(cw);
		return true;
	}
	/* Words that name somebody of a restricted family stand in no log. */
	return look_end(cw, f, "list.search", SUBJECT_NONE, 0, 0, "%s%s%s%s: %zu found", out->ask_manager ? "" : "\"",
			out->ask_manager ? "words kept back, the duty manager answers" : typed,
			out->ask_manager ? "" : "\"", day_words(as_at, cw->today, mem), out->total);
}

bool casework_plan_list_as_at(struct casework *cw, day_number day, struct arena *mem, struct plan_list_line_list *out,
			      struct fault *f)
{
	struct listed_list all;
	char words[DATE_TEXT_ROOM];

	*out = (struct plan_list_line_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (day == DAY_NONE)
		day = cw->today;
	if (!listed_on(cw->store, day, cw->user_id, mem, &all, f))
		return look_undo(cw);
	for (size_t i = 0; i < all.count; i++)
		if (!add_line(cw, &all.items[i], day, mem, out, f))
			return look_undo(cw);
	return look_end(cw, f, "list.look", SUBJECT_NONE, 0, 0, "%zu on a plan on %s", out->count,
			date_plain(day, words));
}

bool casework_plan_list_counts(struct casework *cw, day_number day, struct plan_list_counts *out, struct fault *f)
{
	struct listed_counts counts;

	*out = (struct plan_list_counts){0};
	if (!look_begin(cw, ACTION_LOOK_UP_PLANS, f))
		return false;
	if (!listed_counts(cw->store, day == DAY_NONE ? cw->today : day, cw->user_id, &counts, f))
		return look_undo(cw);
	look_undo(cw);
	*out = (struct plan_list_counts){.children = counts.children,
					 .unborn = counts.unborn,
					 .other_authority = counts.other_authority,
					 .by_category = {[CATEGORY_NEGLECT] = counts.neglect,
							 [CATEGORY_PHYSICAL] = counts.physical,
							 [CATEGORY_SEXUAL] = counts.sexual,
							 [CATEGORY_EMOTIONAL] = counts.emotional,
							 [CATEGORY_MULTIPLE] = counts.multiple}};
	return true;
}
