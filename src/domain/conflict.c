/* A conflict of interest. */
#include "domain/conflict.h"

const struct conflict *conflict_of(const struct conflict_list *conflicts, int64_t resource)
{
	for (size_t i = 0; resource && i < conflicts->count; i++)
		if (conflicts->items[i].resource_id == resource)
			return &conflicts->items[i];
	return NULL;
}

const char *conflict_staff(enum resource_kind kind)
{
	return kind == RESOURCE_CHAIR ? "chair" : "minute-taker";
}
