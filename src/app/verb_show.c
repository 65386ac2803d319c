/* `quorate show`: what a reference stands for, as "label: value" lines. */
#include "show_challenge.h"
#include "show_lists.h"

#include "casework/core_groups.h"
#include "show_timeline.h"

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
	showing_children(showing, &page->children);
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

	if (!casework_conference_page(showing->app->cw, id, showing_memory(showing), &page, f))
		return false;
	listing_begin(listing, conference_columns, sizeof conference_columns / sizeof *conference_columns,
		      showing_memory(showing));
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
	showing_due(showing, &page.deadlines);
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

	if (!casework_core_group_again(showing->app->cw, family, showing_memory(showing), &page, &why)) {
		showing_texts(showing, &texts);
		return why.code == FAULT_REFUSED || (f ? (*f = why, false) : false);
	}
	if (page.line.due != DAY_NONE)
		showing_add(&texts,
			    arena_printf(showing_memory(showing), "%sdue %s",
					 page.line.is_first && !showing->is_for_program ? "first " : "",
					 words(page.line.due, day)),
			    showing_memory(showing));
	if (page.line.booked_on != DAY_NONE)
		showing_add(
			&texts,
			page.line.is_unsaid && !showing->is_for_program
				? page.line.booked_said
				: arena_printf(showing_memory(showing), "booked %s", words(page.line.booked_on, day)),
			showing_memory(showing));
	if (page.line.last_held != DAY_NONE)
		showing_add(&texts, arena_printf(showing_memory(showing), "held %s", words(page.line.last_held, day)),
			    showing_memory(showing));
	if (page.line.unsent_on != DAY_NONE)
		showing_add(
			&texts,
			arena_printf(showing_memory(showing), "record of %s not sent", words(page.line.unsent_on, day)),
			showing_memory(showing));
	showing_texts(showing, &texts);
	return true;
}

static bool show_family(struct showing *showing, int64_t id, struct fault *f)
{
	struct listing *listing = &showing->listing;
	struct family_page page;

	if (!casework_family_page(showing->app->cw, id, showing_memory(showing), &page, f))
		return false;
	listing_begin(listing, family_columns, sizeof family_columns / sizeof *family_columns, showing_memory(showing));
	listing_text(listing, "family");
	listing_text(listing, page.family.reference);
	listing_text(listing, page.family.name);
	listing_yes_no(listing, page.family.is_restricted);
	showing_members(showing, &page.members);
	showing_whose(showing, &page.whose);
	showing_conferences(showing, &page.conferences);
	showing_plans(showing, &page.plans);
	if (!put_core_group(showing, id, f))
		return false;
	showing_due(showing, &page.deadlines);
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
		listing_text(&showing->listing, arena_printf(showing_memory(showing), "unborn, due %s",
							     date_medium(person->expected_on, day)));
	else
		listing_text(&showing->listing, person_age_text(person, today, words));
}

static bool show_child(struct showing *showing, int64_t id, struct fault *f)
{
	struct listing *listing = &showing->listing;
	struct child_page page;
	char name[NAME_ROOM];

	if (!casework_child_page(showing->app->cw, id, showing_memory(showing), &page, f))
		return false;
	listing_begin(listing, child_columns, sizeof child_columns / sizeof *child_columns, showing_memory(showing));
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
	showing_members(showing, &page.members);
	showing_whose(showing, &page.whose);
	showing_plans(showing, &page.plans);
	showing_conferences(showing, &page.conferences);
	showing_due(showing, &page.deadlines);
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
