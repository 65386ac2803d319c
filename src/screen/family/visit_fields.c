/* The fields of a visit: the day, by whom, and of each child whether it was seen, alone, and its bedroom. */
#include "visit_fields.h"

#include "casework/people.h"
#include "date_field.h"

#include <string.h>

/* How a child was seen, as one choice: outcome and alone. */
static const struct {
	const char *token;
	enum visit_outcome outcome;
	enum yes_no alone;
} seen_rows[] = {
	{"alone", VISIT_SEEN, ANSWER_YES},           {"seen", VISIT_SEEN, ANSWER_NO},
	{"seen_unsaid", VISIT_SEEN, ANSWER_UNKNOWN}, {"not_in", VISIT_NOT_IN, ANSWER_UNKNOWN},
	{"refused", VISIT_REFUSED, ANSWER_UNKNOWN},  {"not_seen", VISIT_NOT_SEEN, ANSWER_UNKNOWN},
};

const char *visit_seen_token(enum visit_outcome outcome, enum yes_no alone)
{
	for (size_t i = 0; i < sizeof seen_rows / sizeof *seen_rows; i++)
		if (seen_rows[i].outcome == outcome && seen_rows[i].alone == alone)
			return seen_rows[i].token;
	return "";
}

bool visit_seen_read(const char *token, enum visit_outcome *outcome, enum yes_no *alone)
{
	for (size_t i = 0; i < sizeof seen_rows / sizeof *seen_rows; i++) {
		if (strcmp(token, seen_rows[i].token) != 0)
			continue;
		*outcome = seen_rows[i].outcome;
		*alone = seen_rows[i].alone;
		return true;
	}
	return false;
}

static const struct field_choice seen_choices[] = {
	{"", "the visit was not to this child"},
	{"alone", "seen alone"},
	{"seen", "seen, not alone"},
	{"seen_unsaid", "seen; alone or not was not said"},
	{"not_in", "not at home"},
	{"refused", "refused"},
	{"not_seen", "not seen"},
	{NULL, NULL},
};
static const struct field_choice bedroom_choices[] = {
	{"", "not said"}, {"yes", "seen"}, {"no", "not seen"}, {NULL, NULL}};
static const struct field_choice announced_choices[] = {
	{"unknown", "not said"}, {"yes", "announced"}, {"no", "not announced"}, {NULL, NULL}};

struct date_context visit_days(const struct visit_form *form)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(form->cw),
				     .calendar = casework_calendar(form->cw),
				     .label = "Visit"};
}

DATE_FIELD_HOOKS(visit_days)

static bool has_visited(const struct visit_form *form, const char *name)
{
	for (size_t i = 0; i < form->page.visits.count; i++)
		if (strcmp(form->page.visits.items[i].visit.by_whom, name) == 0)
			return true;
	return false;
}

/* Of the directory, who works for social care. */
static bool suggest_worker(const struct visit_form *form, const char *typed, struct arena *mem,
			   struct field_suggestion_list *out)
{
	struct contact_list contacts = {0};

	if (!casework_contacts(form->cw, typed, "social care", mem, &contacts, NULL))
		return false;
	for (size_t i = 0; i < contacts.count && i < 8; i++)
		if (!has_visited(form, contacts.items[i].name) &&
		    !form_screen_suggest(out, mem, contacts.items[i].name, contacts.items[i].role, typed))
			return false;
	return true;
}

/* Whoever visited this family before, then whoever could have. */
static bool suggest_by(void *world, const void *values, const char *typed, struct arena *mem,
		       struct field_suggestion_list *out)
{
	const struct visit_form *form = world;
	const struct visit_line_list *all = &form->page.visits;

	(void)values;
	for (size_t i = 0; i < all->count; i++) {
		bool is_new = true;

		for (size_t k = 0; k < i; k++)
			is_new = is_new && strcmp(all->items[k].visit.by_whom, all->items[i].visit.by_whom) != 0;
		if (is_new && !form_screen_suggest(out, mem, all->items[i].visit.by_whom, "visited before", typed))
			return false;
	}
	return strlen(typed) < 2 || suggest_worker(form, typed, mem, out);
}

bool visit_is_made(const void *values)
{
	return strcmp(((const struct visit_values *)values)->is_struck, "yes") != 0;
}

/* --- Fields --- */

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct visit_values, member), .room = sizeof(((struct visit_values *)0)->member)

static const struct field first_fields[] = {
	{.name = "visited_on",
	 .label = "Day",
	 .hint = "The day of the visit: t today, -1, thu, 9 4.",
	 .kind = FIELD_DATE,
	 VALUE(day),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check,
	 .shown = visit_is_made},
	{.name = "by_whom",
	 .label = "By",
	 .hint = "Who made the visit: two letters, Down and Enter; or any name.",
	 .kind = FIELD_PICK,
	 VALUE(by_whom),
	 .required = true,
	 .suggest = suggest_by,
	 .shown = visit_is_made},
	{.name = "place",
	 .label = "Where",
	 .hint = "At home, at school, at the grandmother's.",
	 .kind = FIELD_TEXT,
	 VALUE(place),
	 .shown = visit_is_made},
	{.name = "announced",
	 .label = "Announced",
	 .hint = "Left and right: did the family know of it before?",
	 .kind = FIELD_CHOICE,
	 VALUE(announced),
	 .choices = announced_choices,
	 .shown = visit_is_made},
};
static const struct field last_field = {.name = "noted",
					.label = "Noted",
					.hint = "What the social worker reports of it, in a few words. Ctrl-S saves.",
					.kind = FIELD_LINES,
					VALUE(noted),
					.rows = 3,
					.shown = visit_is_made};
static const struct field correction_fields[] = {
	{.name = "is_struck",
	 .label = "No such visit",
	 .hint = "Space: it was never made, or was to another family.",
	 .kind = FIELD_TICK,
	 VALUE(is_struck)},
	{.name = "correction_why",
	 .label = "Why corrected",
	 .hint = "Both rows are kept: say what was wrong. Ctrl-S saves.",
	 .kind = FIELD_LINES,
	 VALUE(correction_why),
	 .required = true,
	 .rows = 2},
};

static void add_field(struct visit_form *form, struct field field)
{
	if (form->field_count < VISIT_FIELDS_MOST)
		form->fields[form->field_count++] = field;
}

/* The bedroom is asked of a child who was seen, why of one who was not. A field asks by its values alone, so each place
 * has functions of its own. */
static bool is_seen_at(const void *values, size_t at)
{
	const char *seen = ((const struct visit_values *)values)->seen[at];

	return visit_is_made(values) && (strcmp(seen, "alone") == 0 || strncmp(seen, "seen", 4) == 0);
}

static bool is_missed_at(const void *values, size_t at)
{
	return visit_is_made(values) && *((const struct visit_values *)values)->seen[at] && !is_seen_at(values, at);
}

#define PLACES(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15)
#define X(at)                                                                                                          \
	static bool is_seen_##at(const void *values)                                                                   \
	{                                                                                                              \
		return is_seen_at(values, at);                                                                         \
	}                                                                                                              \
	static bool is_missed_##at(const void *values)                                                                 \
	{                                                                                                              \
		return is_missed_at(values, at);                                                                       \
	}
PLACES(X)
#undef X
static bool (*const is_seen_place[])(const void *) = {
#define X(at) is_seen_##at,
	PLACES(X)
#undef X
};
static bool (*const is_missed_place[])(const void *) = {
#define X(at) is_missed_##at,
	PLACES(X)
#undef X
};
_Static_assert(sizeof is_seen_place / sizeof *is_seen_place == VISIT_CHILDREN_MOST, "one for each child");

#define PLACE_OF(member, at)                                                                                           \
	.offset = offsetof(struct visit_values, member) + (at) * sizeof((struct visit_values *)0)->member[0],          \
	.room = sizeof((struct visit_values *)0)->member[0]

static void add_child_fields(struct visit_form *form, size_t at, const char *name)
{
	add_field(form, (struct field){
				.name = arena_printf(&form->mem, "seen%zu", at),
				.label = name,
				.hint = "Left and right choose. s seen, n not; empty: the visit was not to this child.",
				.kind = FIELD_CHOICE,
				PLACE_OF(seen, at),
				.choices = seen_choices,
				.shown = visit_is_made});
	add_field(form, (struct field){.name = arena_printf(&form->mem, "bedroom%zu", at),
				       .label = "  bedroom",
				       .hint = "Left and right: was the bedroom seen?",
				       .kind = FIELD_CHOICE,
				       PLACE_OF(bedroom, at),
				       .choices = bedroom_choices,
				       .shown = is_seen_place[at]});
	add_field(form, (struct field){.name = arena_printf(&form->mem, "why%zu", at),
				       .label = "  why not",
				       .hint = "Why the child was not seen, in a few words.",
				       .kind = FIELD_TEXT,
				       PLACE_OF(why, at),
				       .shown = is_missed_place[at]});
}

void visit_fields_make(struct visit_form *form)
{
	form->field_count = 0;
	for (size_t i = 0; i < sizeof first_fields / sizeof *first_fields; i++)
		add_field(form, first_fields[i]);
	for (size_t i = 0; i < form->page.children.count && form->child_count < VISIT_CHILDREN_MOST; i++) {
		const struct visit_standing *child = &form->page.children.items[i];

		if (child->has_left && !form->corrects)
			continue;
		add_child_fields(form, form->child_count, child->name);
		form->children[form->child_count++] = child->person_id;
	}
	add_field(form, last_field);
	for (size_t i = 0; form->corrects && i < sizeof correction_fields / sizeof *correction_fields; i++)
		add_field(form, correction_fields[i]);
}
