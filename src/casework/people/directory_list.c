/* The directory as a list: everybody in it, what is wrong with their address, and who waits for it to be mended. */
#include "casework/directory.h"

#include "contact_words.h"
#include "work.h"

#include "store/directory_store.h"

#include <stdlib.h>
#include <string.h>

static bool no_memory(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show the directory.");
}

/* Both lists are short, and wanted is in order of the contact. */
static const struct contact_wanted *wanted_of(const struct contact_wanted_list *wanted, int64_t contact)
{
	size_t low = 0, high = wanted->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (wanted->items[middle].contact_id < contact)
			low = middle + 1;
		else
			high = middle;
	}
	return low < wanted->count && wanted->items[low].contact_id == contact ? &wanted->items[low] : NULL;
}

static const char *deputy_words(const struct contact_list *all, const struct contact *contact, struct arena *mem)
{
	for (size_t i = 0; contact->deputy_id && i < all->count; i++)
		if (all->items[i].id == contact->deputy_id)
			return all->items[i].is_active ? contact->deputy
						       : arena_printf(mem, "%s (left)", contact->deputy);
	return "";
}

/* Whoever has left is a worry only while somebody still writes to them. */
static const char *problem_of(const struct casework *cw, const struct contact *contact,
			      const struct contact_wanted *wanted, struct arena *mem)
{
	if (contact->is_active)
		return contact_problem(contact, cw->today, mem);
	return wanted ? "has left, and is still invited" : "";
}

static bool add(const struct casework *cw, const struct contact_list *all, const struct contact *contact,
		const struct contact_wanted *wanted, struct arena *mem, struct directory_list *out)
{
	struct directory_line *line = ARENA_PUSH(mem, out);

	if (!line)
		return false;
	*line = (struct directory_line){.contact = *contact,
					.deputy = deputy_words(all, contact, mem),
					.checked = contact_checked(contact, mem),
					.problem = problem_of(cw, contact, wanted, mem),
					.waiting = wanted ? wanted->waiting : 0,
					.next = wanted ? wanted->next : DAY_NONE};
	return true;
}

static bool cannot_be_reached(const struct directory_line *line)
{
	return !line->contact.is_active || !contact_can_be_reached(&line->contact);
}

/* Needed soonest first; of those needed the same day, or not yet, nobody's address before an old one. */
static int by_need(const void *left, const void *right)
{
	const struct directory_line *a = left, *b = right;
	int order;

	if (a->next != b->next)
		return a->next == DAY_NONE || (b->next != DAY_NONE && b->next < a->next) ? 1 : -1;
	if ((a->waiting > 0) != (b->waiting > 0))
		return a->waiting > 0 ? -1 : 1;
	if (cannot_be_reached(a) != cannot_be_reached(b))
		return cannot_be_reached(a) ? -1 : 1;
	order = strcmp(a->contact.agency, b->contact.agency);
	return order ? order : strcmp(a->contact.name, b->contact.name);
}

static bool list(const struct casework *cw, bool retired_too, bool only_problems, const struct contact_list *all,
		 const struct contact_wanted_list *wanted, struct arena *mem, struct directory_list *out,
		 struct fault *f)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct contact *contact = &all->items[i];
		const struct contact_wanted *by = wanted_of(wanted, contact->id);
		bool has_problem = *problem_of(cw, contact, by, mem);

		out->problems += has_problem;
		if (only_problems ? !has_problem : !contact->is_active && !retired_too && !has_problem)
			continue;
		if (!add(cw, all, contact, by, mem, out))
			return no_memory(f);
	}
	if (only_problems && out->count > 1)
		qsort(out->items, out->count, sizeof *out->items, by_need);
	return !arena_exhausted(mem) || no_memory(f);
}

bool casework_directory(struct casework *cw, bool retired_too, bool only_problems, struct arena *mem,
			struct directory_list *out, struct fault *f)
{
	struct contact_list all;
	struct contact_wanted_list wanted;

	*out = (struct directory_list){0};
	return casework_may(cw, ACTION_SEE_CASES, f) && contacts_every(cw->store, mem, &all, f) &&
	       contacts_wanted(cw->store, cw->today, cw->user_id, mem, &wanted, f) &&
	       list(cw, retired_too, only_problems, &all, &wanted, mem, out, f);
}

bool casework_agencies(struct casework *cw, struct arena *mem, struct agency_list *out, struct fault *f)
{
	*out = (struct agency_list){0};
	return casework_may(cw, ACTION_SEE_CASES, f) && agencies_all(cw->store, mem, out, f);
}
