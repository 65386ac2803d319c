/* The lists that stand in more than one page of `quorate show`: people, conferences, plans, deadlines. */
#include "show_lists.h"

#include "domain/decision.h"
#include "due_listing.h"

void showing_add(struct texts *texts, const char *text, struct arena *mem)
{
	const char **item = ARENA_PUSH(mem, texts);

	if (item)
		*item = text;
}

void showing_texts(struct showing *showing, const struct texts *texts)
{
	listing_texts(&showing->listing, texts->items, texts->count);
}

struct arena *showing_memory(const struct showing *showing)
{
	return &showing->app->mem;
}

static const char *child_words(const struct showing *showing, const struct person *child)
{
	char name[NAME_ROOM];

	if (!*child->la_child_id)
		return arena_text(showing_memory(showing), person_full_name(child, name));
	if (showing->is_for_program)
		return child->la_child_id;
	return arena_printf(showing_memory(showing), "%s %s", child->la_child_id, person_full_name(child, name));
}

static const char *conference_words(const struct showing *showing, const struct conference *conference)
{
	char day[DATE_TEXT_ROOM];

	if (showing->is_for_program)
		return conference->reference;
	return arena_printf(showing_memory(showing), "%s %s %s (%s)", conference->reference,
			    conference_type_brief(conference->type),
			    conference->held_on == DAY_NONE ? "no day" : date_medium(conference->held_on, day),
			    conference_state_label(conference->state));
}

void showing_conferences(struct showing *showing, const struct conference_list *conferences)
{
	struct texts texts = {0};

	for (size_t i = 0; i < conferences->count; i++)
		showing_add(&texts, conference_words(showing, &conferences->items[i]), showing_memory(showing));
	showing_texts(showing, &texts);
}

static const char *plan_words(const struct showing *showing, const struct plan *plan)
{
	char from[DATE_TEXT_ROOM], to[DATE_TEXT_ROOM];
	enum plan_end_reason why;
	const char *words;

	if (showing->is_for_program)
		return plan->reference;
	words = arena_printf(showing_memory(showing), "%s %s from %s", plan->reference,
			     category_label(plan->category_latest), date_medium(plan->started_on, from));
	if (plan->ended_on != DAY_NONE)
		words = arena_printf(showing_memory(showing), "%s to %s", words, date_medium(plan->ended_on, to));
	if (plan_end_reason_from_token(plan->end_reason, &why) && why != PLAN_END_NONE)
		words = arena_printf(showing_memory(showing), "%s (%s)", words, plan_end_reason_label(why));
	return plan->is_other_authority ? arena_printf(showing_memory(showing), "%s, another authority's", words)
					: words;
}

/* "Kofi Mensah, father: Ava; not Ben"; what is still to be said of a child stands alone. */
void showing_whose(struct showing *showing, const struct whose_line_list *lines)
{
	struct texts texts = {0};

	for (size_t i = 0; i < lines->count; i++)
		showing_add(&texts,
			    lines->items[i].is_child ? lines->items[i].words
						     : arena_printf(showing_memory(showing), "%s: %s",
								    lines->items[i].who, lines->items[i].words),
			    showing_memory(showing));
	showing_texts(showing, &texts);
}

void showing_plans(struct showing *showing, const struct plan_list *plans)
{
	struct texts texts = {0};

	for (size_t i = 0; i < plans->count; i++)
		showing_add(&texts, plan_words(showing, &plans->items[i]), showing_memory(showing));
	showing_texts(showing, &texts);
}

static const char *due_words(const struct showing *showing, const struct due_item *item)
{
	char day[DATE_TEXT_ROOM];

	if (showing->is_for_program)
		return arena_printf(showing_memory(showing), "%s %s", rule_token(item->rule),
				    date_to_iso(item->due, day));
	return arena_printf(showing_memory(showing), "%s by %s", rule_label(item->rule), date_medium(item->by, day));
}

void showing_due(struct showing *showing, const struct due_list *due)
{
	struct texts texts = {0};

	if (showing->is_json) {
		due_listing(&showing->inner[1], due, showing_memory(showing));
		listing_nested(&showing->listing, &showing->inner[1]);
		return;
	}
	for (size_t i = 0; i < due->count; i++)
		showing_add(&texts, due_words(showing, &due->items[i]), showing_memory(showing));
	showing_texts(showing, &texts);
}

static const struct listing_column member_columns[] = {
	{"la_child_id", "LA child id"}, {"name", "Name"}, {"relationship", "Relationship"}, {"born", "Born"},
	{"expected", "Expected"},
};

static void put_member_rows(struct showing *showing, const struct member_list *members)
{
	struct listing *rows = &showing->inner[0];

	listing_begin(rows, member_columns, sizeof member_columns / sizeof *member_columns, showing_memory(showing));
	for (size_t i = 0; i < members->count; i++) {
		const struct person *person = &members->items[i].person;
		char name[NAME_ROOM];

		listing_text(rows, person->la_child_id);
		listing_text(rows, person_full_name(person, name));
		listing_text(rows, relationship_token(members->items[i].relationship));
		listing_day(rows, person->born_on);
		listing_day(rows, person_is_unborn(person) ? person->expected_on : DAY_NONE);
	}
	listing_nested(&showing->listing, rows);
}

/* Two unborn children of one name differ by the day they are due. */
static const char *member_words(const struct showing *showing, const struct member *member)
{
	const char *child = child_words(showing, &member->person);
	const char *relationship = relationship_label(member->relationship);
	char day[DATE_TEXT_ROOM];

	if (!person_is_unborn(&member->person))
		return arena_printf(showing_memory(showing), "%s (%s)", child, relationship);
	return arena_printf(showing_memory(showing), "%s (%s, unborn, due %s)", child, relationship,
			    showing->is_for_program ? date_to_iso(member->person.expected_on, day)
						    : date_medium(member->person.expected_on, day));
}

void showing_members(struct showing *showing, const struct member_list *members)
{
	struct texts texts = {0};

	if (showing->is_json) {
		put_member_rows(showing, members);
		return;
	}
	for (size_t i = 0; i < members->count; i++)
		showing_add(&texts, member_words(showing, &members->items[i]), showing_memory(showing));
	showing_texts(showing, &texts);
}

void showing_children(struct showing *showing, const struct person_list *children)
{
	struct texts texts = {0};

	for (size_t i = 0; i < children->count; i++)
		showing_add(&texts, child_words(showing, &children->items[i]), showing_memory(showing));
	showing_texts(showing, &texts);
}
