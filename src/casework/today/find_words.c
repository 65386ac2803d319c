/* What is said of each that a search found: a child or an adult, a conference, a plan, a complaint, an escalation, a
 * family. */
#include "find_words.h"

#include "domain/complaint.h"
#include "domain/escalation.h"

#include <string.h>

static const char *birth_words(struct arena *mem, const struct find_person_row *row)
{
	char day[DATE_TEXT_ROOM];

	if (row->born_on != DAY_NONE)
		return arena_printf(mem, "born %s", date_plain(row->born_on, day));
	if (row->expected_on != DAY_NONE)
		return arena_printf(mem, "unborn, due %s", date_plain(row->expected_on, day));
	return "";
}

struct found found_of_person(struct arena *mem, const struct find_person_row *row)
{
	struct person person = {.reference = row->reference,
				.la_child_id = row->la_child_id,
				.surname = row->surname,
				.given_names = row->given_names,
				.known_as = row->known_as,
				.born_on = row->born_on,
				.expected_on = row->expected_on};
	bool is_child = strcmp(row->relationship, "child") == 0;
	const char *birth = birth_words(mem, row);
	char name[NAME_ROOM];

	person_listed_name(&person, name);
	return (struct found){
		.kind = is_child ? FOUND_PERSON : FOUND_FAMILY,
		.id = is_child ? row->person_id : row->family_id,
		.label = arena_printf(mem, "%s%s%s", name, is_child ? "" : ", ", is_child ? "" : row->relationship),
		.detail = arena_printf(mem, "%s%s%s%s%s", birth, birth[0] ? " · " : "", row->la_child_id,
				       row->la_child_id[0] ? " · " : "", row->family_reference),
	};
}

enum found_kind found_kind_of(const struct find_row *row)
{
	return strcmp(row->kind, "conference") == 0   ? FOUND_CONFERENCE
	       : strcmp(row->kind, "plan") == 0       ? FOUND_PLAN
	       : strcmp(row->kind, "complaint") == 0  ? FOUND_COMPLAINT
	       : strcmp(row->kind, "escalation") == 0 ? FOUND_ESCALATION
						      : FOUND_FAMILY;
}

/* "not heard · open · FAM-0012": its ground or cause, and how it stands. */
static const char *challenge_detail(struct arena *mem, const struct find_row *row)
{
	const char *what = arena_text_n(mem, row->detail, strcspn(row->detail, " "));
	const char *blank = strchr(row->detail, ' '), *state = blank ? blank + 1 : "";
	enum complaint_ground ground;
	enum escalation_cause cause;

	if (found_kind_of(row) == FOUND_COMPLAINT && complaint_ground_from_token(what, &ground))
		what = complaint_ground_label(ground);
	if (found_kind_of(row) == FOUND_ESCALATION && escalation_cause_from_token(what, &cause))
		what = escalation_cause_label(cause);
	return arena_printf(mem, "%s: %s · %s · %s", row->kind, what, state, row->family_reference);
}

/* "2026-04-02" inside the detail is said as a date. */
const char *found_detail(struct arena *mem, const struct find_row *row)
{
	const char *blank = strrchr(row->detail, ' ');
	day_number day = date_from_iso(blank ? blank + 1 : row->detail);
	enum conference_type type;
	char words[DATE_TEXT_ROOM];

	if (strcmp(row->kind, "conference") == 0 &&
	    conference_type_from_token(arena_text_n(mem, row->detail, strcspn(row->detail, " ")), &type))
		return arena_printf(mem, "%s%s%s · %s", conference_type_brief(type), day == DAY_NONE ? "" : " ",
				    day == DAY_NONE ? "" : date_medium(day, words), row->family_reference);
	if (strcmp(row->kind, "plan") == 0)
		return arena_printf(mem, "plan from %s · %s", day == DAY_NONE ? "?" : date_plain(day, words),
				    row->family_reference);
	if (found_kind_of(row) == FOUND_COMPLAINT || found_kind_of(row) == FOUND_ESCALATION)
		return challenge_detail(mem, row);
	return "family";
}

const char *found_children_words(struct arena *mem, const struct find_person_row_list *children)
{
	const char *words = "";

	for (size_t i = 0; i < children->count && i < 6; i++) {
		const struct find_person_row *child = &children->items[i];
		bool is_unborn = child->born_on == DAY_NONE && child->expected_on != DAY_NONE;
		const char *name = child->given_names[0] ? child->given_names
				   : is_unborn           ? "unborn"
				   : child->surname[0]   ? child->surname
							 : child->la_child_id;

		words = arena_printf(mem, "%s%s%s", words, i ? ", " : "", name);
	}
	return words;
}
