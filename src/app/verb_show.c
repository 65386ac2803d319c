/* `quorate show`: what a reference stands for, as "label: value" lines. */
#include "domain/decision.h"
#include "due_listing.h"
#include "show_challenge.h"

#include "casework/core_groups.h"
#include "casework/pages.h"
#include "show_timeline.h"

#include <string.h>

struct texts {
	const char **items;
	size_t count, room;
};

/* What is written: for a person, labels and days as people say them; for a program, tokens, references and ISO days. */
struct showing {
	struct app *app;
	struct listing listing, inner[2]; /* inner: members and deadlines, as objects of their own in JSON */
	bool is_for_program, is_json;
};

static void add_text(struct texts *texts, const char *text, struct arena *mem)
{
	const char **item = ARENA_PUSH(mem, texts);

	if (item)
		*item = text;
}

static void put_texts(struct showing *showing, const struct texts *texts)
{
	listing_texts(&showing->listing, texts->items, texts->count);
}

static struct arena *memory(const struct showing *showing)
{
	return &showing->app->mem;
}

/* --- Things that stand in more than one page --- */

static const char *child_words(const struct showing *showing, const struct person *child)
{
	char name[NAME_ROOM];

	if (!*child->la_child_id)
		return arena_text(memory(showing), person_full_name(child, name));
	if (showing->is_for_program)
		return child->la_child_id;
	return arena_printf(memory(showing), "%s %s", child->la_child_id, person_full_name(child, name));
}

static const char *conference_words(const struct showing *showing, const struct conference *conference)
{
	char day[DATE_TEXT_ROOM];

	if (showing->is_for_program)
		return conference->reference;
	return arena_printf(memory(showing), "%s %s %s (%s)", conference->reference,
			    conference_type_brief(conference->type),
			    conference->held_on == DAY_NONE ? "no day" : date_medium(conference->held_on, day),
			    conference_state_label(conference->state));
}

static void put_conferences(struct showing *showing, const struct conference_list *conferences)
{
	struct texts texts = {0};

	for (size_t i = 0; i < conferences->count; i++)
		add_text(&texts, conference_words(showing, &conferences->items[i]), memory(showing));
	put_texts(showing, &texts);
}

static const char *plan_words(const struct showing *showing, const struct plan *plan)
{
	char from[DATE_TEXT_ROOM], to[DATE_TEXT_ROOM];
	enum plan_end_reason why;
	const char *words;

	if (showing->is_for_program)
		return plan->reference;
	words = arena_printf(memory(showing), "%s %s from %s", plan->reference, category_label(plan->category_latest),
			     date_medium(plan->started_on, from));
	if (plan->ended_on != DAY_NONE)
		words = arena_printf(memory(showing), "%s to %s", words, date_medium(plan->ended_on, to));
	if (plan_end_reason_from_token(plan->end_reason, &why) && why != PLAN_END_NONE)
		words = arena_printf(memory(showing), "%s (%s)", words, plan_end_reason_label(why));
	return plan->is_other_authority ? arena_printf(memory(showing), "%s, another authority's", words) : words;
}

/* "Kofi Mensah, father: Ava; not Ben"; what is still to be said of a child stands alone. */
static void put_whose(struct showing *showing, const struct whose_line_list *lines)
{
	struct texts texts = {0};

	for (size_t i = 0; i < lines->count; i++)
		add_text(&texts,
			 lines->items[i].is_child
				 ? lines->items[i].words
				 : arena_printf(memory(showing), "%s: %s", lines->items[i].who, lines->items[i].words),
			 memory(showing));
	put_texts(showing, &texts);
}

static void put_plans(struct showing *showing, const struct plan_list *plans)
{
	struct texts texts = {0};

	for (size_t i = 0; i < plans->count; i++)
		add_text(&texts, plan_words(showing, &plans->items[i]), memory(showing));
	put_texts(showing, &texts);
}

static const char *due_words(const struct showing *showing, const struct due_item *item)
{
	char day[DATE_TEXT_ROOM];

	if (showing->is_for_program)
		return arena_printf(memory(showing), "%s %s", rule_token(item->rule), date_to_iso(item->due, day));
	return arena_printf(memory(showing), "%s by %s", rule_label(item->rule), date_medium(item->by, day));
}

static void put_due(struct showing *showing, const struct due_list *due)
{
	struct texts texts = {0};

	if (showing->is_json) {
		due_listing(&showing->inner[1], due, memory(showing));
		listing_nested(&showing->listing, &showing->inner[1]);
		return;
	}
	for (size_t i = 0; i < due->count; i++)
		add_text(&texts, due_words(showing, &due->items[i]), memory(showing));
	put_texts(showing, &texts);
}

static const struct listing_column member_columns[] = {
	{"la_child_id", "LA child id"}, {"name", "Name"}, {"relationship", "Relationship"}, {"born", "Born"},
	{"expected", "Expected"},
};

static void put_member_rows(struct showing *showing, const struct member_list *members)
{
	struct listing *rows = &showing->inner[0];

	listing_begin(rows, member_columns, sizeof member_columns / sizeof *member_columns, memory(showing));
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
		return arena_printf(memory(showing), "%s (%s)", child, relationship);
	return arena_printf(memory(showing), "%s (%s, unborn, due %s)", child, relationship,
			    showing->is_for_program ? date_to_iso(member->person.expected_on, day)
						    : date_medium(member->person.expected_on, day));
}

static void put_members(struct showing *showing, const struct member_list *members)
{
	struct texts texts = {0};

	if (showing->is_json) {
		put_member_rows(showing, members);
		return;
	}
	for (size_t i = 0; i < members->count; i++)
		add_text(&texts, member_words(showing, &members->items[i]), memory(showing));
	put_texts(showing, &texts);
}

/* --- Conference --- */

static const struct listing_column conference_columns[] = {
	{"kind", "Kind"},
	{"reference", "Reference"},
	{"type", "Type"},
	{"state", "State"},
	{"family", "Family"},
	{"family_name", "Family name"},
	{"children", "Children"},
	{"day", "Day"},
	{"starts", "Starts"},
	{"minutes", "Minutes"},
	{"chair", "Chair"},
	{"room", "Room"},
	{"minute_taker", "Minute-taker"},
	{"place", "Place"},
	{"strategy_discussion", "Strategy discussion"},
	{"limit", "Limit"},
	{"social_worker", "Social worker"},
	{"reason", "Reason"},
	{"interpreter", "Interpreter"},
	{"signing", "Signing"},
	{"access", "Access"},
	{"sittings", "Sittings"},
	{"avoid", "Avoid"},
	{"late_reason", "Reason for being late"},
	{"missing", "What is missing"},
	{"deadlines", "Due"},
};

static void put_children(struct showing *showing, const struct person_list *children)
{
	struct texts texts = {0};

	for (size_t i = 0; i < children->count; i++)
		add_text(&texts, child_words(showing, &children->items[i]), memory(showing));
	put_texts(showing, &texts);
}

/* The national limit of the conference itself, among what is open for it. */
static day_number limit_of(const struct due_list *due)
{
	day_number limit = DAY_NONE;

	for (size_t i = 0; i < due->count; i++) {
		const struct due_item *item = &due->items[i];

		if ((item->lane == LANE_BOOK || item->lane == LANE_REVIEWS) && item->limit != DAY_NONE &&
		    (limit == DAY_NONE || item->limit < limit))
			limit = item->limit;
	}
	return limit;
}

static void put_kind(struct showing *showing, const struct conference_page *page)
{
	const struct conference *c = &page->conference;
	struct listing *listing = &showing->listing;
	bool is_for_program = showing->is_for_program;

	listing_text(listing, "conference");
	listing_text(listing, c->reference);
	listing_text(listing, is_for_program ? conference_type_token(c->type) : conference_type_label(c->type));
	listing_text(listing, is_for_program ? conference_state_token(c->state) : conference_state_label(c->state));
	listing_text(listing, page->family.reference);
	listing_text(listing, page->family.name);
	put_children(showing, &page->children);
}

static void put_slot(struct listing *listing, const struct conference *c)
{
	char starts[8];

	listing_day(listing, c->held_on);
	listing_text(listing, c->starts >= 0 ? date_clock(c->starts, starts) : NULL);
	if (c->minutes > 0)
		listing_number(listing, c->minutes);
	else
		listing_nothing(listing);
	listing_text(listing, c->chair);
	listing_text(listing, c->room);
	listing_text(listing, c->minute_taker);
	listing_text(listing, c->place);
}

static bool show_conference(struct showing *showing, int64_t id, struct fault *f)
{
	struct listing *listing = &showing->listing;
	struct conference_page page;
	const struct conference *c = &page.conference;

	if (!casework_conference_page(showing->app->cw, id, memory(showing), &page, f))
		return false;
	listing_begin(listing, conference_columns, sizeof conference_columns / sizeof *conference_columns,
		      memory(showing));
	put_kind(showing, &page);
	put_slot(listing, c);
	listing_day(listing, page.enquiry.id ? page.enquiry.strategy_on : DAY_NONE);
	if (showing->is_for_program)
		listing_day(listing, limit_of(&page.deadlines));
	else
		listing_text(listing, page.limit_words);
	listing_text(listing, c->social_worker);
	listing_text(listing, c->reason);
	listing_text(listing, c->interpreter);
	listing_text(listing, c->signing);
	listing_text(listing, c->access);
	listing_text(listing, c->sittings);
	listing_text(listing, c->avoid);
	listing_text(listing, c->late_reason);
	listing_text(listing, page.missing);
	put_due(showing, &page.deadlines);
	return true;
}

/* --- Family --- */

static const struct listing_column family_columns[] = {
	{"kind", "Kind"},
	{"reference", "Reference"},
	{"name", "Name"},
	{"restricted", "Restricted"},
	{"members", "Members"},
	{"whose_child", "Whose child"},
	{"conferences", "Conferences"},
	{"plans", "Plans"},
	{"core_group", "Core group"},
	{"deadlines", "Due"},
};

/* "next due Thu 21 May 2026, booked Tue 19 May 2026; held last Thu 9 Apr 2026, its record not sent"; a program gets
 * "due 2026-05-21" and the like. Nothing where no child is on a plan. */
static bool put_core_group(struct showing *showing, int64_t family, struct fault *f)
{
	char *(*words)(day_number, char *) = showing->is_for_program ? date_to_iso : date_medium;
	struct core_group_page page;
	struct texts texts = {0};
	struct fault why = {0};
	char day[DATE_TEXT_ROOM];

	if (!casework_core_group_again(showing->app->cw, family, memory(showing), &page, &why)) {
		put_texts(showing, &texts);
		return why.code == FAULT_REFUSED || (f ? (*f = why, false) : false);
	}
	if (page.line.due != DAY_NONE)
		add_text(&texts,
			 arena_printf(memory(showing), "%sdue %s",
				      page.line.is_first && !showing->is_for_program ? "first " : "",
				      words(page.line.due, day)),
			 memory(showing));
	if (page.line.booked_on != DAY_NONE)
		add_text(&texts,
			 page.line.is_unsaid && !showing->is_for_program
				 ? page.line.booked_said
				 : arena_printf(memory(showing), "booked %s", words(page.line.booked_on, day)),
			 memory(showing));
	if (page.line.last_held != DAY_NONE)
		add_text(&texts, arena_printf(memory(showing), "held %s", words(page.line.last_held, day)),
			 memory(showing));
	if (page.line.unsent_on != DAY_NONE)
		add_text(&texts,
			 arena_printf(memory(showing), "record of %s not sent", words(page.line.unsent_on, day)),
			 memory(showing));
	put_texts(showing, &texts);
	return true;
}

static bool show_family(struct showing *showing, int64_t id, struct fault *f)
{
	struct listing *listing = &showing->listing;
	struct family_page page;

	if (!casework_family_page(showing->app->cw, id, memory(showing), &page, f))
		return false;
	listing_begin(listing, family_columns, sizeof family_columns / sizeof *family_columns, memory(showing));
	listing_text(listing, "family");
	listing_text(listing, page.family.reference);
	listing_text(listing, page.family.name);
	listing_yes_no(listing, page.family.is_restricted);
	put_members(showing, &page.members);
	put_whose(showing, &page.whose);
	put_conferences(showing, &page.conferences);
	put_plans(showing, &page.plans);
	if (!put_core_group(showing, id, f))
		return false;
	put_due(showing, &page.deadlines);
	return true;
}

/* --- Child --- */

static const struct listing_column child_columns[] = {
	{"kind", "Kind"},
	{"reference", "Reference"},
	{"la_child_id", "LA child id"},
	{"name", "Name"},
	{"known_as", "Known as"},
	{"born", "Born"},
	{"expected", "Expected"},
	{"died", "Died"},
	{"age", "Age"},
	{"sex", "Sex"},
	{"language", "Language"},
	{"interpreter", "Interpreter"},
	{"family", "Family"},
	{"family_name", "Family name"},
	{"members", "Members"},
	{"whose_child", "Whose child"},
	{"plans", "Plans"},
	{"conferences", "Conferences"},
	{"deadlines", "Due"},
};

/* A program gets whole years, null for a child who is not born. */
static void put_age(struct showing *showing, const struct person *person)
{
	day_number today = casework_today(showing->app->cw);
	char words[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (person->died_on != DAY_NONE && person->died_on < today)
		today = person->died_on;
	if (showing->is_for_program && person->born_on != DAY_NONE && person->born_on <= today)
		listing_number(&showing->listing, date_age(person->born_on, today));
	else if (showing->is_for_program)
		listing_nothing(&showing->listing);
	else if (person_is_unborn(person) && person->died_on == DAY_NONE)
		listing_text(&showing->listing,
			     arena_printf(memory(showing), "unborn, due %s", date_medium(person->expected_on, day)));
	else
		listing_text(&showing->listing, person_age_text(person, today, words));
}

static bool show_child(struct showing *showing, int64_t id, struct fault *f)
{
	struct listing *listing = &showing->listing;
	struct child_page page;
	char name[NAME_ROOM];

	if (!casework_child_page(showing->app->cw, id, memory(showing), &page, f))
		return false;
	listing_begin(listing, child_columns, sizeof child_columns / sizeof *child_columns, memory(showing));
	listing_text(listing, "child");
	listing_text(listing, page.person.reference);
	listing_text(listing, page.person.la_child_id);
	listing_text(listing, person_full_name(&page.person, name));
	listing_text(listing, page.person.known_as);
	listing_day(listing, page.person.born_on);
	listing_day(listing, page.person.expected_on);
	listing_day(listing, page.person.died_on);
	put_age(showing, &page.person);
	listing_text(listing, sex_label(page.person.sex));
	listing_text(listing, page.person.language);
	listing_yes_no(listing, page.person.needs_interpreter);
	listing_text(listing, page.family.reference);
	listing_text(listing, page.family.name);
	put_members(showing, &page.members);
	put_whose(showing, &page.whose);
	put_plans(showing, &page.plans);
	put_conferences(showing, &page.conferences);
	put_due(showing, &page.deadlines);
	return true;
}

static bool show(struct showing *showing, enum found_kind kind, int64_t id, struct fault *f)
{
	switch (kind) {
	case FOUND_CONFERENCE: return show_conference(showing, id, f);
	case FOUND_FAMILY: return show_family(showing, id, f);
	case FOUND_COMPLAINT: return show_complaint(showing->app, &showing->listing, showing->is_for_program, id, f);
	case FOUND_ESCALATION: return show_escalation(showing->app, &showing->listing, showing->is_for_program, id, f);
	case FOUND_PERSON:
	case FOUND_PLAN: break;
	}
	return show_child(showing, id, f);
}

bool run_show(struct app *app, struct fault *f)
{
	struct showing showing = {
		.app = app, .is_for_program = app_wants_form(app), .is_json = app->arguments.given[OPTION_JSON]};
	enum found_kind kind;
	int64_t id;

	if (!*app->arguments.operands[0])
		return fault_set(f, FAULT_USAGE, "show needs a reference, such as C-0012.");
	if (app->arguments.given[OPTION_TIMELINE] && app->arguments.given[OPTION_SHARED])
		return fault_set(f, FAULT_USAGE, "--timeline and --shared are two lists. Choose one.");
	if (!app_open(app, f) || !casework_resolve(app->cw, app->arguments.operands[0], &kind, &id, f))
		return false;
	if (app->arguments.given[OPTION_TIMELINE])
		return show_timeline(app, kind, id, f);
	if (app->arguments.given[OPTION_SHARED])
		return show_shared(app, kind, id, f);
	return show(&showing, kind, id, f) && app_write_one(app, &showing.listing, f);
}
