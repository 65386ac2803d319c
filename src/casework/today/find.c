/* Finding anything by what is typed: a reference, a name in any spelling, a birth date, an identifier. */
#include "access_keeping.h"
#include "base/text.h"
#include "casework/pages.h"
#include "domain/date_entry.h"
#include "find_words.h"
#include "store/find_store.h"
#include "store/person_store.h"
#include "store/search_store.h"
#include "work.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum {
	NAMES_LOOKED_AT = 100,    /* of one search, before children are put first */
	CHALLENGED_FAMILIES = 12, /* families of those found by name whose complaints and escalations are named too */
	CHALLENGES_OF_EACH = 3,
};

struct search {
	struct casework *cw;
	struct arena *mem;
	struct found_list *out;
	size_t most;
	struct fault *f;
	int64_t families[CHALLENGED_FAMILIES]; /* found by name, the closest first */
	size_t family_count;
};

static bool has_found(const struct found_list *list, enum found_kind kind, int64_t id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == kind && list->items[i].id == id)
			return true;
	return false;
}

static void found_add(struct search *search, struct found found)
{
	struct found *item;

	if (has_found(search->out, found.kind, found.id))
		return;
	search->out->total++;
	if (search->out->count >= search->most)
		return;
	item = ARENA_PUSH(search->mem, search->out);
	if (item)
		*item = found;
}

static void remember_family(struct search *search, int64_t family)
{
	for (size_t i = 0; i < search->family_count; i++)
		if (search->families[i] == family)
			return;
	if (search->family_count < CHALLENGED_FAMILIES)
		search->families[search->family_count++] = family;
}

/* Either a child, or an adult who is found as the family. */
static bool add_person(struct search *search, int64_t person, bool is_child)
{
	struct find_person_row_list rows = {0};

	if (!find_person(search->cw->store, person, search->cw->user_id, search->mem, &rows, search->f))
		return false;
	if (!rows.count || (strcmp(rows.items[0].relationship, "child") == 0) != is_child)
		return true;
	found_add(search, found_of_person(search->mem, &rows.items[0]));
	remember_family(search, rows.items[0].family_id);
	return true;
}

static void add_row(struct search *search, const struct find_row *row)
{
	found_add(search, (struct found){.kind = found_kind_of(row),
					 .id = row->id,
					 .label = arena_printf(search->mem, "%s %s", row->reference, row->family_name),
					 .detail = found_detail(search->mem, row)});
}

/* How a reference may be typed: "C-0412", "c412", "412", "fam-15". What its letters and its number come to, in upper
 * case with the number filled up to four figures; false when it has no number. */
static bool reference_meant(const char *typed, bool filled, char out[40])
{
	size_t letters = strcspn(typed, "-0123456789");
	const char *number = typed + letters + (typed[letters] == '-');
	size_t digits = strspn(number, "0123456789");

	if (!digits || number[digits] || letters > 12 || digits > 12)
		return false;
	snprintf(out, 40, "%.*s-", letters ? (int)letters : 1, letters ? typed : "C");
	for (char *at = out; *at; at++)
		*at = (char)toupper((unsigned char)*at);
	for (size_t i = digits; filled && number[0] != '0' && i < 4; i++)
		strcat(out, "0");
	strcat(out, number);
	return true;
}

static bool find_beginning(struct search *search, const char *from)
{
	struct find_row_list rows = {0};

	if (!find_references(search->cw->store, from, search->cw->user_id, 10, search->mem, &rows, search->f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		add_row(search, &rows.items[i]);
	return true;
}

static bool find_by_reference(struct search *search, const char *typed)
{
	char from[40];

	return (!reference_meant(typed, true, from) || find_beginning(search, from)) &&
	       (!reference_meant(typed, false, from) || find_beginning(search, from));
}

static bool find_by_birth(struct search *search, const char *typed)
{
	struct date_context context = {.kind = DATE_FIELD_BIRTH,
				       .today = search->cw->today,
				       .calendar = &search->cw->settings->calendar,
				       .label = "Date of birth"};
	struct person_list people = {0};
	struct date_entry entry;

	if (!strpbrk(typed, "0123456789") || strlen(typed) < 6 || !date_entry_parse(&entry, typed, &context, NULL) ||
	    entry.precision != DATE_EXACT)
		return true;
	if (!people_born_on(search->cw->store, search->cw->user_id, entry.day, search->mem, &people, search->f))
		return false;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < people.count; i++)
			if (!add_person(search, people.items[i].id, pass == 0))
				return false;
	return true;
}

/* Children before the adults around them, each closest first; a name is mostly typed for a child. */
static bool find_by_name(struct search *search, const char *typed)
{
	const char *folded = text_fold(search->mem, typed);
	struct id_list ids = {0};
	int64_t total = 0;

	if (!folded[0])
		return true;
	if (!search_people(search->cw->store, folded, search->cw->user_id, NAMES_LOOKED_AT, search->mem, &ids, &total,
			   search->f))
		return false;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < ids.count; i++)
			if (!add_person(search, ids.items[i], pass == 0))
				return false;
	if ((size_t)total > ids.count)
		search->out->total += (size_t)total - ids.count;
	return true;
}

/* What was complained of, and what was taken to the managers, about the families that a name led to. */
static bool find_challenges_of_named(struct search *search)
{
	for (size_t i = 0; i < search->family_count; i++) {
		struct find_row_list rows;

		if (!find_challenges(search->cw->store, search->families[i], search->cw->user_id, CHALLENGES_OF_EACH,
				     search->mem, &rows, search->f))
			return false;
		for (size_t k = 0; k < rows.count; k++)
			add_row(search, &rows.items[k]);
	}
	return true;
}

static bool find_all(struct search *search, const char *typed)
{
	*search->out = (struct found_list){0};
	while (*typed == ' ')
		typed++;
	return !typed[0] || (find_by_reference(search, typed) && find_by_birth(search, typed) &&
			     find_by_name(search, typed) && find_challenges_of_named(search));
}

static bool has_namesake(const struct found_list *list, size_t one)
{
	for (size_t i = 0; i < list->count; i++)
		if (i != one && list->items[i].kind == FOUND_PERSON &&
		    strcmp(list->items[i].label, list->items[one].label) == 0)
			return true;
	return false;
}

/* Twins not yet born, two children of one name: what cannot be told apart by its name is told by its reference. */
static bool tell_apart(struct search *search)
{
	struct found_list *list = search->out;
	const char **labels = arena_alloc(search->mem, (list->count + 1) * sizeof *labels);
	struct person person;

	if (!labels)
		return fault_set(search->f, FAULT_MEMORY, "There is not enough memory to list what was found.");
	for (size_t i = 0; i < list->count; i++) {
		labels[i] = list->items[i].label;
		if (list->items[i].kind != FOUND_PERSON || !has_namesake(list, i))
			continue;
		if (!person_by_id(search->cw->store, list->items[i].id, search->mem, &person, search->f))
			return false;
		labels[i] = arena_printf(search->mem, "%s (%s)", labels[i], person.reference);
	}
	for (size_t i = 0; i < list->count; i++)
		list->items[i].label = labels[i];
	return true;
}

bool casework_find(struct casework *cw, const char *typed, size_t most, bool is_final, struct arena *mem,
		   struct found_list *out, struct fault *f)
{
	struct search search = {.cw = cw, .mem = mem, .out = out, .most = most, .f = f};

	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!find_all(&search, typed) || !tell_apart(&search))
		return look_undo(cw);
	if (is_final) {
		searched_is_logged(cw, typed);
		return look_end(cw, f, "find", SUBJECT_NONE, 0, 0, "\"%s\": %zu found", typed, out->total);
	}
	look_undo(cw);
	return searched_note(cw, ACTION_SEE_CASES, typed, out->total, f);
}

static bool families_found(struct search *search, const struct found_list *people)
{
	for (size_t i = 0; i < people->count; i++) {
		struct find_person_row_list rows = {0}, children = {0};
		const struct found *found = &people->items[i];
		int64_t family = found->id;

		if (found->kind != FOUND_FAMILY && found->kind != FOUND_PERSON && found->kind != FOUND_PLAN)
			continue;
		if (found->kind != FOUND_FAMILY) {
			if (!find_person(search->cw->store, found->id, search->cw->user_id, search->mem, &rows,
					 search->f))
				return false;
			if (!rows.count)
				continue;
			family = rows.items[0].family_id;
		}
		if (!find_family_children(search->cw->store, family, search->mem, &children, search->f))
			return false;
		if (children.count)
			found_add(search,
				  (struct found){.kind = FOUND_FAMILY,
						 .id = family,
						 .label = children.items[0].family_name,
						 .detail = arena_printf(search->mem, "%s · %s",
									children.items[0].family_reference,
									found_children_words(search->mem, &children))});
	}
	return true;
}

bool casework_find_families(struct casework *cw, const char *typed, size_t most, struct arena *mem,
			    struct found_list *out, struct fault *f)
{
	struct found_list people = {0};
	struct search search = {.cw = cw, .mem = mem, .out = &people, .most = most * 4, .f = f};
	struct search families = {.cw = cw, .mem = mem, .out = out, .most = most, .f = f};
	bool ok;

	*out = (struct found_list){0};
	if (!look_begin(cw, ACTION_TAKE_REQUESTS, f))
		return false;
	ok = find_all(&search, typed) && families_found(&families, &people);
	look_undo(cw);
	return ok && searched_note(cw, ACTION_TAKE_REQUESTS, typed, out->count, f);
}

bool casework_resolve(struct casework *cw, const char *reference, enum found_kind *kind, int64_t *id, struct fault *f)
{
	struct arena mem = {0};
	struct person person;
	struct find_row_list rows = {0};
	struct find_person_row_list families = {0};
	char upper[64];
	bool ok = false;

	snprintf(upper, sizeof upper, "%s", reference);
	for (char *at = upper; *at; at++)
		*at = (char)toupper((unsigned char)*at);
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!find_references(cw->store, upper, cw->user_id, 50, &mem, &rows, f))
		goto done;
	for (size_t i = 0; i < rows.count && !ok; i++)
		if (strcmp(rows.items[i].reference, upper) == 0) {
			*kind = found_kind_of(&rows.items[i]);
			*id = rows.items[i].id;
			ok = true;
		}
	if (!ok &&
	    (person_by_la_child_id(cw->store, reference, &mem, &person, NULL) ||
	     person_by_la_child_id(cw->store, upper, &mem, &person, NULL) ||
	     person_by_reference(cw->store, upper, &mem, &person, NULL)) &&
	    find_person(cw->store, person.id, cw->user_id, &mem, &families, f) && families.count) {
		*kind = FOUND_PERSON;
		*id = person.id;
		ok = true;
	}
	if (!ok) {
		fault_set(f, FAULT_NOT_FOUND,
			  "Nothing is called %.60s. A conference is like C-0012, a family like FAM-0012, a complaint "
			  "like "
			  "K-0012, an escalation like A-0012; a child has the LA child id.",
			  reference);
		access_not_found(cw, upper, &mem, f);
	}
done:
	look_undo(cw);
	arena_finish(&mem);
	return ok;
}
