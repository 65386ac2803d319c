/* Plans that started, changed or ended, for an agency that must know of each child: no more than that. */
#include "letter_facts_inside.h"

#include "plan_notice.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/view_store.h"

#include <string.h>

/* "" where nothing changed that an agency must know. */
static bool change_words(struct facts_work *w, const struct child_decision *decision, const char **out)
{
	enum category before = CATEGORY_COUNT;

	*out = decision->outcome == OUTCOME_PLAN_MADE   ? "child protection plan started"
	       : decision->outcome == OUTCOME_PLAN_ENDS ? "child protection plan ended"
							: "";
	if (decision->outcome != OUTCOME_PLAN_CONTINUES)
		return true;
	if (!facts_category_before(w, decision, &before))
		return false;
	if (before < CATEGORY_COUNT && before != decision->category)
		*out = arena_printf(w->mem, "category changed from %s", facts_category_words(w, before));
	return true;
}

/* Of an unborn child, the mother's: the register keeps it under hers until the birth. */
static bool say_nhs_number(struct facts_work *w, const struct person *child, struct letter_row *row)
{
	struct member_list members;

	row->fields[LETTER_FIELD_NOTICE_NHS_NUMBER] = child->nhs_number;
	if (!person_is_unborn(child) || *child->nhs_number)
		return true;
	if (!members_of_family(w->cw->store, w->conference->family_id, w->mem, &members, w->f))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (members.items[i].relationship == RELATIONSHIP_MOTHER && *members.items[i].person.nhs_number)
			row->fields[LETTER_FIELD_NOTICE_NHS_NUMBER] = arena_printf(w->mem, "%s (the mother's)",
										   members.items[i].person.nhs_number);
	return true;
}

struct letter_row *facts_notice(struct facts_work *w, const struct person *child, const char *change, day_number on)
{
	const struct settings_notice *notice = plan_notice_of(w->cw, w->reader, w->mem);
	struct letter_row *row = facts_row(w, LETTER_LIST_NOTICES);
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (!row)
		return NULL;
	row->fields[LETTER_FIELD_NOTICE_CHILD] = arena_text(w->mem, person_full_name(child, name));
	row->fields[LETTER_FIELD_NOTICE_BORN] = facts_birth_words(child, w->mem);
	row->fields[LETTER_FIELD_NOTICE_CHANGE] = change;
	row->fields[LETTER_FIELD_NOTICE_DAY] = on == DAY_NONE ? "" : arena_text(w->mem, date_long(on, day));
	if (!facts_home_words(w, child->id, &row->fields[LETTER_FIELD_NOTICE_ADDRESS]) ||
	    (notice && notice->has_nhs_number && !say_nhs_number(w, child, row)))
		return NULL;
	return row;
}

static bool say_notice(struct facts_work *w, const struct child_decision *decision)
{
	struct letter_row *row;
	struct person child;
	const char *change;

	if (!change_words(w, decision, &change) ||
	    !person_by_id(w->cw->store, decision->person_id, w->mem, &child, w->f))
		return false;
	if (!*change)
		return true;
	row = facts_notice(w, &child, change, w->conference->held_on);
	if (!row)
		return false;
	if (outcome_makes_plan(decision->outcome))
		row->fields[LETTER_FIELD_NOTICE_CATEGORY] = facts_category_words(w, decision->category);
	return true;
}

bool facts_of_notices(struct facts_work *w)
{
	const struct settings_notice *notice = plan_notice_of(w->cw, w->reader, w->mem);
	struct child_decision_list all;

	if (!notice || w->is_kept_away || w->audience != AUDIENCE_PROFESSIONAL)
		return true;
	if (!child_decisions_of(w->cw->store, w->conference->id, w->mem, &all, w->f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (!say_notice(w, &all.items[i]))
			return false;
	return true;
}
