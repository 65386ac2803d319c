/* The social worker's report has three readers with three dates: one line of work that shows the next of them. */
#include "due_group.h"

static const char *reader_of(enum rule_key rule)
{
	switch (rule) {
	case RULE_REPORT_MANAGER_INITIAL:
	case RULE_REPORT_MANAGER_REVIEW: return "manager";
	case RULE_REPORT_CHAIR_INITIAL:
	case RULE_REPORT_CHAIR_REVIEW: return "chair";
	case RULE_REPORT_FAMILY_INITIAL:
	case RULE_REPORT_FAMILY_REVIEW: return "family";
	default: return "";
	}
}

static struct due_item *earlier_reader(struct due_group_list *groups, size_t kept, const struct due_item *item)
{
	for (size_t i = 0; i < kept; i++) {
		struct due_item *one = &groups->items[i].item;

		if (*reader_of(one->rule) && one->subject_kind == item->subject_kind &&
		    one->subject_id == item->subject_id)
			return one;
	}
	return NULL;
}

bool due_fold_readers(struct due_group_list *groups, struct arena *mem, struct fault *f)
{
	size_t kept = 0;

	for (size_t i = 0; i < groups->count; i++) {
		const struct due_item *item = &groups->items[i].item;
		struct due_item *first = *reader_of(item->rule) ? earlier_reader(groups, kept, item) : NULL;
		char day[DATE_TEXT_ROOM];

		if (!first) {
			groups->items[kept++] = groups->items[i];
			continue;
		}
		first->later = arena_printf(mem, "%s%s%s %s", first->later, *first->later ? ", " : "",
					    reader_of(item->rule), date_short(due_act_by(item->due, item->limit), day));
	}
	groups->count = kept;
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to list what is due.");
}
