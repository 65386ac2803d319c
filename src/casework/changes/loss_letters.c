/* Which letters name a child who was lost after they were written. */
#include "loss_letters.h"

#include "letter_hold.h"
#include "store/person_store.h"
#include "store/plan_ending_store.h"

#include <string.h>

const char loss_held_words[] = DELIVERY_HELD_SAYS
	"a loss was recorded after it was written. Speak with the social worker before anything goes to the family.";

/* By what the child is called, by given name, or as "unborn Okonkwo": the surname alone is everybody's. */
static bool names(const char *text, const struct person *child)
{
	char name[NAME_ROOM];

	if (*child->known_as && strstr(text, child->known_as))
		return true;
	if (*child->given_names)
		return strstr(text, child->given_names) != NULL;
	return strstr(text, person_full_name(child, name)) != NULL;
}

bool loss_letters_waiting(struct casework *cw, int64_t family, const struct person *child, struct arena *mem,
			  struct letter_listed_list *out, struct fault *f)
{
	struct letter_listed_list all;

	*out = (struct letter_listed_list){0};
	if (!letters_open(cw->store, work_now(cw), cw->user_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct letter_listed *one = &all.items[i];
		struct letter_listed *kept;
		struct letter letter;

		if (one->family_id != family || one->state != DELIVERY_WAITING)
			continue;
		if (!letter_by_id(cw->store, one->letter_id, mem, &letter, f))
			return false;
		if (!names(letter.content, child))
			continue;
		kept = ARENA_PUSH(mem, out);
		if (!kept)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to look at the letters.");
		*kept = *one;
	}
	return true;
}

bool loss_letters_hold(struct casework *cw, int64_t family, const struct person *child, struct arena *mem,
		       size_t *count, struct fault *f)
{
	struct letter_listed_list waiting;

	*count = 0;
	if (!loss_letters_waiting(cw, family, child, mem, &waiting, f))
		return false;
	for (size_t i = 0; i < waiting.count; i++) {
		struct delivery delivery;

		if (!delivery_by_id(cw->store, waiting.items[i].delivery_id, mem, &delivery, f) ||
		    !letter_hold_back(cw, &delivery, loss_held_words, f))
			return false;
	}
	*count = waiting.count;
	return true;
}

bool loss_is_named(struct casework *cw, const struct letter *letter, struct arena *mem, bool *out, struct fault *f)
{
	struct loss_list losses;

	*out = false;
	if (!letter->family_id || !losses_of_family(cw->store, letter->family_id, mem, &losses, f))
		return !letter->family_id;
	for (size_t i = 0; i < losses.count && !*out; i++) {
		struct person child;

		if (letter->written_at > losses.items[i].at)
			continue;
		if (!person_by_id(cw->store, losses.items[i].person_id, mem, &child, f))
			return false;
		*out = names(letter->content, &child);
	}
	return true;
}
