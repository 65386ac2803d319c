/* `quorate show`: what a reference stands for, as "label: value" lines. */
#include "app.h"

#include "casework/pages.h"

#include <string.h>

struct texts {
	const char **items;
	size_t count, room;
};

static void add_text(struct texts *texts, const char *text, struct arena *mem)
{
	const char **item = ARENA_PUSH(mem, texts);

	if (item)
		*item = text;
}

static void put_texts(struct listing *listing, const struct texts *texts)
{
	listing_texts(listing, texts->items, texts->count);
}

/* --- Things that stand in more than one page --- */

static const char *child_words(const struct person *child, struct arena *mem)
{
	char name[NAME_ROOM];

	if (!*child->la_child_id)
		return arena_text(mem, person_full_name(child, name));
	return arena_printf(mem, "%s %s", child->la_child_id, person_full_name(child, name));
}

static const char *conference_words(const struct conference *conference, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];
	const char *when = conference->held_on == DAY_NONE ? "no day" : date_medium(conference->held_on, day);

	return arena_printf(mem, "%s %s %s (%s)", conference->reference, conference_type_brief(conference->type), when,
			    conference_state_label(conference->state));
}

static void put_conferences(struct listing *listing, const struct conference_list *conferences)
{
	struct texts texts = {0};

	for (size_t i = 0; i < conferences->count; i++)
		add_text(&texts, conference_words(&conferences->items[i], listing->mem), listing->mem);
	put_texts(listing, &texts);
}

static const char *plan_words(const struct plan *plan, struct arena *mem)
{
	char from[DATE_TEXT_ROOM], to[DATE_TEXT_ROOM];
	const char *words = arena_printf(mem, "%s %s from %s", plan->reference, category_label(plan->category_latest),
					 date_medium(plan->started_on, from));

	return plan->ended_on == DAY_NONE ? words
					  : arena_printf(mem, "%s to %s", words, date_medium(plan->ended_on, to));
}

static void put_plans(struct listing *listing, const struct plan_list *plans)
{
	struct texts texts = {0};

	for (size_t i = 0; i < plans->count; i++)
		add_text(&texts, plan_words(&plans->items[i], listing->mem), listing->mem);
	put_texts(listing, &texts);
}

static void put_due(struct listing *listing, const struct due_list *due)
{
	struct texts texts = {0};
	char day[DATE_TEXT_ROOM];

	for (size_t i = 0; i < due->count; i++)
		add_text(&texts,
			 arena_printf(listing->mem, "%s by %s", rule_label(due->items[i].rule),
				      date_medium(due->items[i].due, day)),
			 listing->mem);
	put_texts(listing, &texts);
}

static void put_members(struct listing *listing, const struct member_list *members)
{
	struct texts texts = {0};

	for (size_t i = 0; i < members->count; i++)
		add_text(&texts,
			 arena_printf(listing->mem, "%s (%s)", child_words(&members->items[i].person, listing->mem),
				      relationship_label(members->items[i].relationship)),
			 listing->mem);
	put_texts(listing, &texts);
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

static void put_children(struct listing *listing, const struct person_list *children)
{
	struct texts texts = {0};

	for (size_t i = 0; i < children->count; i++)
		add_text(&texts, child_words(&children->items[i], listing->mem), listing->mem);
	put_texts(listing, &texts);
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

static bool show_conference(struct app *app, int64_t id, struct listing *listing, struct fault *f)
{
	struct conference_page page;
	const struct conference *c = &page.conference;

	if (!casework_conference_page(app->cw, id, &app->mem, &page, f))
		return false;
	listing_begin(listing, conference_columns, sizeof conference_columns / sizeof *conference_columns, &app->mem);
	listing_text(listing, "conference");
	listing_text(listing, c->reference);
	listing_text(listing, conference_type_label(c->type));
	listing_text(listing, conference_state_label(c->state));
	listing_text(listing, page.family.reference);
	listing_text(listing, page.family.name);
	put_children(listing, &page.children);
	put_slot(listing, c);
	listing_day(listing, page.enquiry.id ? page.enquiry.strategy_on : DAY_NONE);
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
	put_due(listing, &page.deadlines);
	return true;
}

/* --- Family --- */

static const struct listing_column family_columns[] = {
	{"kind", "Kind"},       {"reference", "Reference"},     {"name", "Name"},   {"restricted", "Restricted"},
	{"members", "Members"}, {"conferences", "Conferences"}, {"plans", "Plans"}, {"deadlines", "Due"},
};

static bool show_family(struct app *app, int64_t id, struct listing *listing, struct fault *f)
{
	struct family_page page;

	if (!casework_family_page(app->cw, id, &app->mem, &page, f))
		return false;
	listing_begin(listing, family_columns, sizeof family_columns / sizeof *family_columns, &app->mem);
	listing_text(listing, "family");
	listing_text(listing, page.family.reference);
	listing_text(listing, page.family.name);
	listing_yes_no(listing, page.family.is_restricted);
	put_members(listing, &page.members);
	put_conferences(listing, &page.conferences);
	put_plans(listing, &page.plans);
	put_due(listing, &page.deadlines);
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
	{"age", "Age"},
	{"sex", "Sex"},
	{"language", "Language"},
	{"interpreter", "Interpreter"},
	{"family", "Family"},
	{"family_name", "Family name"},
	{"plans", "Plans"},
	{"conferences", "Conferences"},
	{"deadlines", "Due"},
};

static bool show_child(struct app *app, int64_t id, struct listing *listing, struct fault *f)
{
	struct child_page page;
	char name[NAME_ROOM], age[NAME_ROOM];

	if (!casework_child_page(app->cw, id, &app->mem, &page, f))
		return false;
	listing_begin(listing, child_columns, sizeof child_columns / sizeof *child_columns, &app->mem);
	listing_text(listing, "child");
	listing_text(listing, page.person.reference);
	listing_text(listing, page.person.la_child_id);
	listing_text(listing, person_full_name(&page.person, name));
	listing_text(listing, page.person.known_as);
	listing_day(listing, page.person.born_on);
	listing_day(listing, page.person.expected_on);
	listing_text(listing, person_age_text(&page.person, casework_today(app->cw), age));
	listing_text(listing, sex_label(page.person.sex));
	listing_text(listing, page.person.language);
	listing_yes_no(listing, page.person.needs_interpreter);
	listing_text(listing, page.family.reference);
	listing_text(listing, page.family.name);
	put_plans(listing, &page.plans);
	put_conferences(listing, &page.conferences);
	put_due(listing, &page.deadlines);
	return true;
}

bool run_show(struct app *app, struct fault *f)
{
	enum found_kind kind;
	int64_t id;
	struct listing listing;
	bool ok = false;

	if (!*app->arguments.operands[0])
		return fault_set(f, FAULT_USAGE, "show needs a reference, such as C-0012.");
	if (!app_open(app, f) || !casework_resolve(app->cw, app->arguments.operands[0], &kind, &id, f))
		return false;
	switch (kind) {
	case FOUND_CONFERENCE: ok = show_conference(app, id, &listing, f); break;
	case FOUND_FAMILY: ok = show_family(app, id, &listing, f); break;
	case FOUND_PERSON:
	case FOUND_PLAN: ok = show_child(app, id, &listing, f); break;
	}
	return ok && app_write_one(app, &listing, f);
}
