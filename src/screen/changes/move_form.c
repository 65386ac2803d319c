/* The children of a family move to another authority, or from one: the notice, and what is known of the stay. */
#include "casework/pages.h"
#include "casework/people.h"
#include "casework/transfers.h"
#include "date_field.h"
#include "domain/plan_list.h"
#include "form_screen.h"
#include "keep_from.h"
#include "mailing.h"
#include "plan_end.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_WRITE = 8640, CHILDREN_MOST = 16, FIELDS_MOST = 11 + CHILDREN_MOST, LABEL_ROOM = 80 };

struct move_values {
	char goes[CHILDREN_MOST][4];
	char direction[8], stay[16], authority[160], contact[160], address[300], kept_from[200], notified_on[48],
		moved_on[48], until_on[48], theirs_on[48], category[8];
};

struct move_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct move_values values;
	int64_t family;
	struct notices_offer letters; /* of the move, once it is saved */
	struct casework *cw;
	struct field fields[FIELDS_MOST];
	size_t field_count;
	struct arena mem; /* as long as the form */
	struct member_list members;
	int64_t children[CHILDREN_MOST]; /* on a plan, in the order of their fields; one alone is not asked for */
	size_t child_count;
	char names[CHILDREN_MOST][32], labels[CHILDREN_MOST][LABEL_ROOM]; /* of those fields */
};

#define X(id, token, label) {token, label},
static const struct field_choice directions[] = {TRANSFER_DIRECTIONS(X){NULL, NULL}};
static const struct field_choice stays[] = {TRANSFER_STAYS(X){NULL, NULL}};
static const struct field_choice categories[] = {CATEGORIES(X){NULL, NULL}};
#undef X

static struct date_context nearest(const struct move_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_ANY,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day"};
}

DATE_FIELD_HOOKS(nearest)

static bool suggest_keep_from(void *world, const void *values, const char *typed, struct arena *mem,
			      struct field_suggestion_list *out)
{
	(void)values;
	return keep_from_suggest(&((const struct move_state *)world)->members, 0, typed, mem, out);
}

static bool is_in(const void *values)
{
	return strcmp(((const struct move_values *)values)->direction, "in") == 0;
}

static bool is_out(const void *values)
{
	return !is_in(values);
}

static bool is_for_a_time(const void *values)
{
	return strcmp(((const struct move_values *)values)->stay, "for_a_time") == 0;
}

#define VALUE(member) FIELD_OF(struct move_values, member)
#define DAY           .echo = day_echo, .step = day_step, .check = day_check

static const struct field first_fields[] = {
	{"direction", "The family", "Left and right choose.", NULL, FIELD_CHOICE, VALUE(direction), .required = true,
	 .choices = directions},
	{"stay", "Stays", "Left and right choose: for good, or for a time only.",
	 "Whoever is elsewhere for a time keeps the plan of home. A stay of under 15 days is only told to the other "
	 "authority.",
	 FIELD_CHOICE, VALUE(stay), .required = true, .choices = stays},
};
static const struct field other_fields[] = {
	{"authority", "Authority", "The other authority, such as Newham.", NULL, FIELD_TEXT, VALUE(authority),
	 .required = true},
	{"contact", "Who there", "Name, team, telephone or e-mail.", NULL, FIELD_TEXT, VALUE(contact),
	 .required = false},
	{"notified_on", "Notice", "The day of the written notice: today, 9 apr.", NULL, FIELD_DATE, VALUE(notified_on),
	 .required = true, DAY},
	{"moved_on", "Moved", "The day of the move, which may be still to come; empty while it is not known.", NULL,
	 FIELD_DATE, VALUE(moved_on), DAY},
	{"until_on", "Until", "As far as it is known.", NULL, FIELD_DATE, VALUE(until_on), DAY, .shown = is_for_a_time},
	{"started_on", "Their plan since", "The day the other authority's plan began; empty while it is not known.",
	 NULL, FIELD_DATE, VALUE(theirs_on), DAY, .shown = is_in},
	{"category", "Category", "Left and right choose: of their plan.", NULL, FIELD_CHOICE, VALUE(category),
	 .choices = categories, .shown = is_in},
	{"address", "Where they live", "The children's new address. Letters go there from the day of the move.", NULL,
	 FIELD_LINES, VALUE(address), .rows = 3},
	{"kept_from", "Keep it from", "Who must never read it: father, or father, step-father. Ctrl-S saves.",
	 "Of a family that flees: whoever must not find it. It starts as what holds for the present home.", FIELD_PICK,
	 VALUE(kept_from), .suggest = suggest_keep_from},
};
enum {
	FIRST_COUNT = sizeof first_fields / sizeof *first_fields,
	OTHER_COUNT = sizeof other_fields / sizeof *other_fields
};
_Static_assert(FIRST_COUNT + OTHER_COUNT + CHILDREN_MOST <= FIELDS_MOST, "there is room for every field");

/* Brothers and sisters may part: one goes with a parent, another stays. */
static void add_child(struct move_state *state, const struct person *child)
{
	size_t at = state->child_count++;
	char name[NAME_ROOM];

	state->children[at] = child->id;
	snprintf(state->names[at], sizeof state->names[at], "goes%lld", (long long)child->id);
	snprintf(state->labels[at], sizeof state->labels[at], "  %.*s", LABEL_ROOM - 3,
		 *child->given_names ? child->given_names : person_full_name(child, name));
	snprintf(state->values.goes[at], sizeof state->values.goes[at], "yes");
	state->fields[state->field_count++] = (struct field){
		.name = state->names[at],
		.label = state->labels[at],
		.hint = "Space: this child moves. Whoever stays keeps plan, core group and review.",
		.kind = FIELD_TICK,
		.offset = offsetof(struct move_values, goes) + at * sizeof state->values.goes[0],
		.room = sizeof state->values.goes[0],
		.shown = is_out};
}

static size_t count_on_plan(const struct family_page *page)
{
	size_t count = 0;

	for (size_t i = 0; i < page->members.count; i++)
		count += plan_of_ours(&page->plans, page->members.items[i].person_id) != NULL;
	return count;
}

/* The transfer-in conference of ours that is asked for; 0 none. */
static int64_t waiting_transfer_in(const struct family_page *page)
{
	for (size_t i = 0; i < page->conferences.count; i++)
		if (page->conferences.items[i].type == CONFERENCE_TRANSFER_IN &&
		    conference_state_is_to_be_held(page->conferences.items[i].state))
			return page->conferences.items[i].id;
	return 0;
}

/* Which way they go is asked only where both can be. */
static void make_fields(struct move_state *state, const struct family_page *page)
{
	size_t on_plan = count_on_plan(page);
	bool may_be_in = waiting_transfer_in(page) != 0;

	snprintf(state->values.direction, sizeof state->values.direction, "%s", on_plan ? "out" : "in");
	for (size_t i = on_plan && may_be_in ? 0 : 1; i < FIRST_COUNT; i++)
		state->fields[state->field_count++] = first_fields[i];
	for (size_t i = 0; i < page->members.count && on_plan > 1 && state->child_count < CHILDREN_MOST; i++)
		if (plan_of_ours(&page->plans, page->members.items[i].person_id))
			add_child(state, &page->members.items[i].person);
	for (size_t i = 0; i < OTHER_COUNT; i++)
		state->fields[state->field_count++] = other_fields[i];
}

static bool day_of(const struct move_state *state, const char *typed, bool is_asked, day_number *out, struct fault *f)
{
	struct date_context context = nearest(state);
	struct date_entry entry;

	*out = DAY_NONE;
	if (!is_asked || !*typed)
		return true;
	if (!date_entry_parse(&entry, typed, &context, f))
		return false;
	*out = entry.day;
	return true;
}

/* Those who are ticked; one alone is not asked for. */
static bool take_who_goes(struct move_state *state, struct transfer_registration *r, struct arena *mem, struct fault *f)
{
	int64_t *ids = arena_alloc(mem, CHILDREN_MOST * sizeof *ids);

	if (!ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to keep this move.");
	for (size_t i = 0; i < state->child_count; i++)
		if (strcmp(state->values.goes[i], "yes") == 0)
			ids[r->child_count++] = state->children[i];
	r->children = r->child_count ? ids : NULL;
	return r->child_count || !state->child_count ||
	       fault_field(f, state->names[0], "Tick the children who move: Space.");
}

/* Of one who moves here: those of the transfer-in conference that waits. */
static bool take_who(struct move_state *state, struct transfer_registration *r, struct arena *mem, struct fault *f)
{
	struct family_page page;

	if (r->transfer.direction == TRANSFER_OUT)
		return take_who_goes(state, r, mem, f);
	if (!casework_family_page(state->cw, state->family, mem, &page, f))
		return false;
	r->transfer.conference_id = waiting_transfer_in(&page);
	return true;
}

static bool typed_in(struct move_state *state, struct transfer_registration *r, struct arena *mem, struct fault *f)
{
	const struct move_values *v = &state->values;
	struct transfer *t = &r->transfer;

	*r = (struct transfer_registration){.transfer = transfer_blank(), .words = ""};
	t->family_id = state->family;
	transfer_direction_from_token(v->direction, &t->direction);
	transfer_stay_from_token(v->stay, &t->stay);
	t->authority = v->authority;
	t->contact = v->contact;
	t->address = v->address;
	t->kept_from = v->kept_from;
	r->their_plan.category_latest = CATEGORY_COUNT;
	category_from_token(v->category, &r->their_plan.category_latest);
	return day_of(state, v->notified_on, true, &t->notified_on, f) &&
	       day_of(state, v->moved_on, true, &t->moved_on, f) &&
	       day_of(state, v->until_on, is_for_a_time(v), &t->until_on, f) &&
	       day_of(state, v->theirs_on, is_in(v), &r->their_plan.started_on, f) && take_who(state, r, mem, f);
}

static void save(struct screen *s, struct tui *t)
{
	struct move_state *state = screen_state(s);
	struct transfer_registration r;
	struct fault f = {0};
	const char *home;

	if (!form_check(&state->form.form, &f) || !typed_in(state, &r, screen_arena(s), &f) ||
	    !casework_transfer_register(state->cw, &r, screen_arena(s), &f)) {
		form_screen_refused(&state->form, t, &f);
		return;
	}
	form_mark_saved(&state->form.form);
	state->letters = (struct notices_offer){.about = NOTICE_ABOUT_TRANSFER, .id = r.transfer.id};
	if (notices_offer(t, ANSWER_WRITE, &state->letters,
			  arena_printf(screen_arena(s), "%s is registered", r.transfer.reference), NULL))
		return;
	home = transfer_home_words(&r.transfer, casework_today(state->cw), screen_arena(s));
	tui_say(t, "%s is registered. %s", r.transfer.reference,
		*home ? home : transfer_whose(&r.transfer, screen_arena(s)));
	form_screen_saved(s, t);
}

static void answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct move_state *state = screen_state(s);
	const struct notices_offer letters = state->letters;
	struct fault f = {0};

	if (!letters.id) {
		form_screen_answered(s, t, answer);
		return;
	}
	form_screen_saved(s, t);
	if (answer->number == 1 && !notices_open(t, letters.first, letters.id, &f))
		tui_say_fault(t, &f);
}

/* Who the present home is kept from will not be told of the new one by mistake. */
static bool fill_kept_from(struct move_state *state, const struct family_page *page, struct fault *f)
{
	char *out = state->values.kept_from;
	const size_t room = sizeof state->values.kept_from;

	for (size_t i = 0; i < page->members.count; i++) {
		struct person_record record;
		const char *kept;

		if (!plan_of_ours(&page->plans, page->members.items[i].person_id))
			continue;
		if (!casework_person_record(state->cw, page->members.items[i].person_id, state->family, &state->mem,
					    &record, f))
			return false;
		kept = record.address->confidential_from;
		if (*kept && !strstr(out, kept) && strlen(out) + strlen(kept) + sizeof ", " < room)
			snprintf(out + strlen(out), room - strlen(out), "%s%s", *out ? ", " : "", kept);
	}
	return true;
}

static bool move_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct move_state *state = screen_state(s);
	struct family_page page;
	char day[DATE_TEXT_ROOM];

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (!casework_family_page(state->cw, state->family, &state->mem, &page, f) ||
	    !fill_kept_from(state, &page, f)) {
		arena_finish(&state->mem); /* a load that fails leaves nothing behind for dispose to find */
		return false;
	}
	state->members = page.members;
	snprintf(state->form.title, sizeof state->form.title, "Move between authorities · %s", page.family.name);
	snprintf(state->form.about, sizeof state->form.about,
		 "The authority they leave keeps its plan until the other has held its conference.");
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%lld", (long long)state->family);
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "move");
	snprintf(state->values.stay, sizeof state->values.stay, "for_good");
	snprintf(state->values.category, sizeof state->values.category, "NEG");
	snprintf(state->values.notified_on, sizeof state->values.notified_on, "%s",
		 date_plain(casework_today(state->cw), day));
	state->form.save = save;
	state->form.what = "this move";
	make_fields(state, &page);
	return form_screen_begin(&state->form, t, state->fields, state->field_count, &state->values, state, f);
}

static void move_dispose(struct screen *s)
{
	struct move_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class move_form_screen = {
	.name = "register move",
	.purpose = "The children of a family move to another authority, or from one.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = answered,
	.state_size = sizeof(struct move_state),
	.load = move_load,
	.dispose = move_dispose,
};

bool move_form_open(struct tui *t, int64_t family, const char *draft, struct fault *f)
{
	struct move_state *state;

	if (!casework_may(casework_of(t), ACTION_END_PLANS, f))
		return false;
	state = form_screen_blank(&move_form_screen, draft, f);
	if (!state)
		return false;
	state->family = family;
	return form_screen_push(t, &move_form_screen, state, f);
}

bool move_register_open(struct tui *t, int64_t family, struct fault *f)
{
	const struct request_start arrival = {.family_id = family, .is_arrival = true};
	struct arena mem = {0};
	struct family_page page;
	bool ok = casework_family_page(casework_of(t), family, &mem, &page, f),
	     is_known = ok && (count_on_plan(&page) || waiting_transfer_in(&page));

	arena_finish(&mem);
	return ok && (is_known ? move_form_open(t, family, NULL, f) : request_form_open(t, &arrival, f));
}
