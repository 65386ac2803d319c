/* Who of the family is kept apart from the others. */
#include "invitee_apart.h"

bool invitee_is_apart(const struct invitee_list *all, const struct invitee *invitee)
{
	if (invitee->sitting || (invitee->exclusion != EXCLUSION_NONE && invitee->exclusion != EXCLUSION_REFUSED))
		return true;
	for (size_t i = 0; invitee->for_invitee_id && i < all->count; i++)
		if (all->items[i].id == invitee->for_invitee_id && all->items[i].id != invitee->id)
			return invitee_is_apart(all, &all->items[i]);
	return false;
}
