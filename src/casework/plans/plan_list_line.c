/* One child's line of the list of children on plans: how it stands on a day, and where the child lived. */
#include "plan_list_reading.h"

#include "kept_home.h"
#include "store/person_store.h"
#include "store/plan_store.h"

#include <string.h>

const char *plan_list_birth_words(const struct person *child, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (child->born_on != DAY_NONE)
		return arena_printf(mem, "born %s", date_plain(child->born_on, day));
	if (child->expected_on != DAY_NONE)
		return arena_printf(mem, "unborn, due %s", date_plain(child->expected_on, day));
	return "";
}

static bool is_home_on(const struct address *address, day_number day)
{
	return (address->from_on == DAY_NONE || address->from_on <= day) &&
	       (address->to_on == DAY_NONE || address->to_on > day);
}

/* In one line, its last part the postcode. */
static const char *in_one_line(const char *lines, struct arena *mem)
{
	const char *out = "";

	while (*lines) {
		size_t bytes = strcspn(lines, "\n");

		if (bytes)
			out = arena_printf(mem, "%s%s%.*s", out, *out ? ", " : "", (int)bytes, lines);
		lines += bytes + (lines[bytes] == '\n');
	}
	return out;
}

bool plan_list_home_read(struct casework *cw, int64_t person, int64_t family, day_number as_at, struct arena *mem,
			 struct plan_list_home *out, struct fault *f)
{
	struct kept_home_list kept = {0};
	const struct address *home = NULL;
	struct address_list all;
	bool keeps = false;

	*out = (struct plan_list_home){"", ""};
	if (!addresses_of(cw->store, person, mem, &all, f) || !family_keeps_a_home(cw->store, family, &keeps, f) ||
	    (keeps && !kept_homes_of_family(cw, family, mem, &kept, f)))
		return false;
	for (size_t i = 0; i < all.count && !home; i++)
		if (is_home_on(&all.items[i], as_at))
			home = &all.items[i];
	if (!home)
		return true;
	out->lines = arena_printf(mem, "%s%s%s", home->lines, *home->lines && *home->postcode ? "\n" : "",
				  home->postcode);
	out->kept_from = home->confidential_from;
	if (!*out->kept_from && kept_home_stands_in(&kept, out->lines, "", mem))
		out->kept_from = "somebody of the family";
	return true;
}

static const char *standing_words(const struct plan_list_line *line, struct arena *mem)
{
	const struct plan *plan = &line->plan;
	const char *placed = plan->is_other_authority ? ", another authority's" : "";
	char day[DATE_TEXT_ROOM];

	switch (line->standing) {
	case LIST_ON_PLAN: return arena_printf(mem, "on a plan since %s%s", date_plain(plan->started_on, day), placed);
	case LIST_ENDED: return arena_printf(mem, "plan ended %s%s", date_plain(plan->ended_on, day), placed);
	case LIST_LATER: return arena_printf(mem, "plan began later, %s%s", date_plain(plan->started_on, day), placed);
	default: return list_standing_label(line->standing);
	}
}

static const char *birth_column(const struct person *child, struct arena *mem)
{
	const char *words = plan_list_birth_words(child, mem);

	if (strncmp(words, "born ", 5) == 0)
		return words + 5;
	return strncmp(words, "unborn, ", 8) == 0 ? words + 8 : words;
}

bool plan_list_line_read(struct casework *cw, int64_t person, int64_t family, day_number as_at, struct arena *mem,
			 struct plan_list_line *out, bool *is_listed, struct fault *f)
{
	struct plan_list_home home;
	struct plan_list plans = {0};
	const struct plan *plan;
	struct person child;
	char name[NAME_ROOM];

	*out = (struct plan_list_line){.person_id = person, .family_id = family, .family = "", .found_by = ""};
	if (!plans_of_person(cw->store, person, mem, &plans, f) || !person_by_id(cw->store, person, mem, &child, f))
		return false;
	plan = list_plan_on(&plans, as_at, &out->standing);
	*is_listed = plan != NULL;
	if (!plan)
		return true;
	if (!plan_list_home_read(cw, person, family, as_at, mem, &home, f))
		return false;
	out->plan = *plan;
	out->plan_id = plan->id;
	out->category = plan->category_latest;
	out->is_other_authority = plan->is_other_authority;
	out->name = arena_text(mem, person_listed_name(&child, name));
	out->birth = birth_column(&child, mem);
	out->la_child_id = child.la_child_id;
	out->born_on = child.born_on;
	out->expected_on = child.expected_on;
	out->is_home_kept = *home.kept_from != '\0';
	out->home = *home.kept_from ? "kept confidential" : in_one_line(home.lines, mem);
	out->standing_words = standing_words(out, mem);
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to read the list.");
}
