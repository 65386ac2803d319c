/* Writing a visit down for all the children it was to, in one act; correcting one, or striking it out. */
#include "casework/pages.h"
#include "casework/people.h"
#include "casework/visits.h"
#include "date_field.h"
#include "form_screen.h"
#include "screens.h"
#include "timeline.h"

#include <stdio.h>
#include <string.h>

enum { CHILDREN_MOST = 16, FIELDS_MOST = 8 + 3 * CHILDREN_MOST };

struct visit_values {
	char day[48], by_whom[160], place[160], announced[16], noted[4000], correction_why[600], is_struck[8];
	char seen[CHILDREN_MOST][24], bedroom[CHILDREN_MOST][8], why[CHILDREN_MOST][300];
};

struct visit_form {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t family, corrects;
	struct casework *cw;
	struct arena mem; /* the page as it was read: as long as the form */
	struct visit_page page;
	int64_t children[CHILDREN_MOST];
	size_t child_count;
	struct field fields[FIELDS_MOST];
	size_t field_count;
	struct visit_values values, now;
};

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

static struct date_context past(const struct visit_form *form)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(form->cw),
				     .calendar = casework_calendar(form->cw),
				     .label = "Visit"};
}

DATE_FIELD_HOOKS(past)

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

static bool is_made(const void *values)
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
	 .shown = is_made},
	{.name = "by_whom",
	 .label = "By",
	 .hint = "Who made the visit: two letters, Down and Enter; or any name.",
	 .kind = FIELD_PICK,
	 VALUE(by_whom),
	 .required = true,
	 .suggest = suggest_by,
	 .shown = is_made},
	{.name = "place",
	 .label = "Where",
	 .hint = "At home, at school, at the grandmother's.",
	 .kind = FIELD_TEXT,
	 VALUE(place),
	 .shown = is_made},
	{.name = "announced",
	 .label = "Announced",
	 .hint = "Left and right: did the family know of it before?",
	 .kind = FIELD_CHOICE,
	 VALUE(announced),
	 .choices = announced_choices,
	 .shown = is_made},
};
static const struct field last_field = {.name = "noted",
					.label = "Noted",
					.hint = "What the social worker reports of it, in a few words. Ctrl-S saves.",
					.kind = FIELD_LINES,
					VALUE(noted),
					.rows = 3,
					.shown = is_made};
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
	if (form->field_count < FIELDS_MOST)
		form->fields[form->field_count++] = field;
}

/* The bedroom is asked of a child who was seen, why of one who was not. A field asks by its values alone, so each place
 * has functions of its own. */
static bool is_seen_at(const void *values, size_t at)
{
	const char *seen = ((const struct visit_values *)values)->seen[at];

	return is_made(values) && (strcmp(seen, "alone") == 0 || strncmp(seen, "seen", 4) == 0);
}

static bool is_missed_at(const void *values, size_t at)
{
	return is_made(values) && *((const struct visit_values *)values)->seen[at] && !is_seen_at(values, at);
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
_Static_assert(sizeof is_seen_place / sizeof *is_seen_place == CHILDREN_MOST, "one for each child");

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
				.shown = is_made});
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

static void make_fields(struct visit_form *form)
{
	form->field_count = 0;
	for (size_t i = 0; i < sizeof first_fields / sizeof *first_fields; i++)
		add_field(form, first_fields[i]);
	for (size_t i = 0; i < form->page.children.count && form->child_count < CHILDREN_MOST; i++) {
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

/* --- What is known --- */

static const struct visit_line *corrected(const struct visit_form *form)
{
	for (size_t i = 0; i < form->page.visits.count; i++)
		if (form->page.visits.items[i].visit.id == form->corrects)
			return &form->page.visits.items[i];
	return NULL;
}

static void fill_child(struct visit_form *form, const struct visit_child *child)
{
	for (size_t i = 0; i < form->child_count; i++) {
		if (form->children[i] != child->person_id)
			continue;
		for (size_t k = 0; k < sizeof seen_rows / sizeof *seen_rows; k++)
			if (seen_rows[k].outcome == child->outcome && seen_rows[k].alone == child->alone)
				snprintf(form->values.seen[i], sizeof form->values.seen[i], "%s", seen_rows[k].token);
		if (child->bedroom != ANSWER_UNKNOWN)
			snprintf(form->values.bedroom[i], sizeof form->values.bedroom[i], "%s",
				 yes_no_token(child->bedroom));
		snprintf(form->values.why[i], sizeof form->values.why[i], "%s", child->why);
	}
}

static void fill(struct visit_form *form)
{
	struct visit_values *v = &form->values;
	const struct visit_line *before = corrected(form);
	char day[DATE_TEXT_ROOM];

	*v = (struct visit_values){.announced = "unknown"};
	if (!before) {
		snprintf(v->day, sizeof v->day, "%s", date_plain(casework_today(form->cw), day));
		return;
	}
	snprintf(v->day, sizeof v->day, "%s", date_plain(before->visit.visited_on, day));
	snprintf(v->by_whom, sizeof v->by_whom, "%s", before->visit.by_whom);
	snprintf(v->place, sizeof v->place, "%s", before->visit.place);
	snprintf(v->announced, sizeof v->announced, "%s", yes_no_token(before->visit.announced));
	snprintf(v->noted, sizeof v->noted, "%s", before->visit.noted);
	for (size_t i = 0; i < before->child_count; i++)
		fill_child(form, &before->children[i]);
}

static void name_frame(struct visit_form *form)
{
	struct form_screen *frame = &form->frame;
	const struct visit_line *before = corrected(form);
	char day[DATE_TEXT_ROOM];

	snprintf(frame->title, sizeof frame->title, "%s · %s · %s", before ? "Correct a visit" : "A visit",
		 form->page.family.name, form->page.family.reference);
	if (before)
		snprintf(frame->about, sizeof frame->about, "The visit of %s. The row that was is kept beside it.",
			 date_long(before->visit.visited_on, day));
	else
		snprintf(frame->about, sizeof frame->about,
			 "As the social worker reports it. A core group is not a visit.");
	snprintf(frame->draft_form, sizeof frame->draft_form, "visit");
	snprintf(frame->draft_for, sizeof frame->draft_for, "%s %lld", form->page.family.reference,
		 (long long)form->corrects);
}

/* --- Saving --- */

/* Another person corrected the same visit: from here on their row is the one that is corrected. */
static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct visit_form *form = screen_state(s);
	const struct visit_values typed = form->values;

	(void)t;
	if (!casework_visits_again(form->cw, form->family, &form->mem, &form->page, f))
		return NULL;
	for (size_t i = 0; form->corrects && i < form->page.visits.count; i++)
		if (form->page.visits.items[i].visit.corrects_id == form->corrects)
			form->corrects = form->page.visits.items[i].visit.id;
	if (form->corrects && (!corrected(form) || !visit_stands(&corrected(form)->visit))) {
		fault_set(f, FAULT_CONFLICT,
			  "Another person struck this visit out or corrected it twice. Esc keeps what you typed as a "
			  "draft; look at the visits again.");
		return NULL;
	}
	fill(form);
	form->now = form->values;
	form->values = typed;
	return &form->now;
}

static enum yes_no said(const char *token)
{
	return strcmp(token, "yes") == 0 ? ANSWER_YES : strcmp(token, "no") == 0 ? ANSWER_NO : ANSWER_UNKNOWN;
}

static size_t take_children(const struct visit_form *form, struct visit_child out[CHILDREN_MOST])
{
	const struct visit_values *v = &form->values;
	size_t count = 0;

	for (size_t i = 0; i < form->child_count; i++)
		for (size_t k = 0; k < sizeof seen_rows / sizeof *seen_rows; k++) {
			bool is_seen = seen_rows[k].outcome == VISIT_SEEN;

			if (strcmp(v->seen[i], seen_rows[k].token) != 0)
				continue;
			out[count++] = (struct visit_child){.person_id = form->children[i],
							    .outcome = seen_rows[k].outcome,
							    .alone = seen_rows[k].alone,
							    .bedroom = is_seen ? said(v->bedroom[i]) : ANSWER_UNKNOWN,
							    .why = is_seen ? "" : v->why[i]};
		}
	return count;
}

static bool save_visit(struct visit_form *form, struct fault *f)
{
	const struct visit_values *v = &form->values;
	struct date_context context = past(form);
	struct visit_child children[CHILDREN_MOST];
	struct visit visit = visit_blank();
	struct date_entry on;
	size_t count = take_children(form, children);

	visit.corrects_id = form->corrects;
	visit.correction_why = v->correction_why;
	visit.is_struck = !is_made(v);
	if (visit.is_struck)
		return casework_visit_record(form->cw, form->family, &visit, NULL, 0, f);
	if (!date_entry_parse(&on, v->day, &context, f))
		return false;
	visit.visited_on = on.day;
	visit.by_whom = v->by_whom;
	visit.place = v->place;
	visit.noted = v->noted;
	visit.announced = said(v->announced);
	return casework_visit_record(form->cw, form->family, &visit, children, count, f);
}

static void save(struct screen *s, struct tui *t)
{
	struct visit_form *form = screen_state(s);
	struct fault f = {0};

	if (!form_check(&form->frame.form, &f) || !save_visit(form, &f)) {
		if (strcmp(f.field, "children") == 0) /* said of the first child */
			snprintf(f.field, sizeof f.field, "seen0");
		form_screen_refused(&form->frame, t, &f);
		return;
	}
	tui_say(t, form->corrects ? "Corrected: both rows are kept." : "The visit is written down.");
	form_screen_saved(s, t);
}

/* --- The screen --- */

static bool visit_form_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct visit_form *form = screen_state(s);

	if (form->frame.is_open)
		return true;
	form->cw = casework_of(t);
	if (!casework_may(form->cw, ACTION_RECORD_VISITS, f) ||
	    !casework_visits_again(form->cw, form->family, &form->mem, &form->page, f))
		goto refused;
	if (form->corrects && (!corrected(form) || !visit_stands(&corrected(form)->visit))) {
		fault_set(f, FAULT_REFUSED,
			  "This visit was corrected already: choose the row that stands in its place.");
		goto refused;
	}
	if (form->page.children.count > CHILDREN_MOST) {
		fault_set(f, FAULT_REFUSED, "This form has room for %d children, and this family has %zu.",
			  CHILDREN_MOST, form->page.children.count);
		goto refused;
	}
	make_fields(form);
	fill(form);
	name_frame(form);
	form->frame.save = save;
	form->frame.again = again;
	form->frame.is_new = !form->corrects;
	form->frame.what = "this visit";
	if (form_screen_begin(&form->frame, t, form->fields, form->field_count, &form->values, form, f))
		return true;
refused:
	arena_finish(&form->mem);
	return false;
}

static void visit_form_dispose(struct screen *s)
{
	struct visit_form *form = screen_state(s);

	arena_finish(&form->mem);
	form_screen_dispose(s);
}

const struct screen_class visit_form_screen = {
	FORM_SCREEN_ROWS,
	.name = "visit",
	.purpose = "A visit: the day, by whom, and of each child whether it was seen, alone, and its bedroom.",
	.state_size = sizeof(struct visit_form),
	.load = visit_form_load,
	.dispose = visit_form_dispose,
};

bool visit_form_open(struct tui *t, int64_t family, int64_t corrects, const char *draft, struct fault *f)
{
	struct visit_form *start = form_screen_blank(&visit_form_screen, draft, f);

	if (!start)
		return false;
	start->family = family;
	start->corrects = corrects;
	return form_screen_push(t, &visit_form_screen, start, f);
}

/* --- Drafts of both forms: about a family, and the row that is corrected: "FAM-0044 12" --- */

bool timeline_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "visit") == 0 || strcmp(draft->form, "disclosure") == 0;
}

bool timeline_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	char family[40] = "";
	long long corrects = 0, letter = 0;
	enum found_kind kind;
	int64_t id;

	if (sscanf(draft->subject, "%39s %lld %lld", family, &corrects, &letter) < 2)
		return fault_set(f, FAULT_REFUSED, "This draft belongs to no form: discard it.");
	if (!casework_resolve(casework_of(t), family, &kind, &id, f))
		return false;
	return strcmp(draft->form, "visit") == 0 ? visit_form_open(t, id, corrects, draft->fields, f)
						 : disclosure_form_open(t, id, corrects, letter, draft->fields, f);
}
