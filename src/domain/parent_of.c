/* Whose child is whose: who of the adults may read of which child. */
#include "domain/parent_of.h"

const struct parent_of *parent_of_find(const struct parent_of_list *said, int64_t adult, int64_t child)
{
	for (size_t i = 0; i < said->count; i++)
		if (said->items[i].adult_id == adult && said->items[i].child_id == child)
			return &said->items[i];
	return NULL;
}

bool parent_of_is_said(const struct parent_of_list *said, int64_t adult)
{
	for (size_t i = 0; i < said->count; i++)
		if (said->items[i].adult_id == adult)
			return true;
	return false;
}

static bool has_responsibility(const struct parent_of_list *said, int64_t adult)
{
	for (size_t i = 0; i < said->count; i++)
		if (said->items[i].adult_id == adult && said->items[i].parental_responsibility == ANSWER_YES)
			return true;
	return false;
}

static bool is_parent(enum relationship relationship)
{
	return relationship == RELATIONSHIP_MOTHER || relationship == RELATIONSHIP_FATHER;
}

/* Two mothers, or two fathers, of one child are both said to be. */
static bool is_of_another(const struct parent_of_list *said, enum relationship relationship, int64_t child)
{
	for (size_t i = 0; is_parent(relationship) && i < said->count; i++)
		if (said->items[i].child_id == child && said->items[i].is_theirs &&
		    said->items[i].relationship == relationship)
			return true;
	return false;
}

bool parent_of_may_read(const struct parent_of_list *said, int64_t adult, enum relationship relationship, int64_t child)
{
	const struct parent_of *one = parent_of_find(said, adult, child);

	if (!parent_of_is_said(said, adult))
		return !is_of_another(said, relationship, child);
	if (!one || !one->is_theirs)
		return false;
	if (is_parent(relationship))
		return true;
	return one->parental_responsibility == ANSWER_YES || !has_responsibility(said, adult);
}

int64_t parent_of_said_at(const struct parent_of_list *said, int64_t adult)
{
	bool is_said = parent_of_is_said(said, adult);
	int64_t at = 0;

	for (size_t i = 0; i < said->count; i++)
		if ((!is_said || said->items[i].adult_id == adult) && said->items[i].said_at > at)
			at = said->items[i].said_at;
	return at;
}
