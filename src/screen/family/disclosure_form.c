/* What was shared outside, as it is written down; correcting a row, or striking it out. */
#include "casework/disclosures.h"
#include "date_field.h"
#include "form_screen.h"
#include "screens.h"
#include "timeline.h"

#include <stdio.h>
#include <string.h>

enum { CHILDREN_MOST = 16, FIELDS_MOST = 12 + CHILDREN_MOST };

struct disclosure_values {
	char day[48], what[2000], agency[160], name[160], why[1000], ground[24], decided_by[160], shared_by[160],
		paper[300], correction_why[600], is_struck[8];
	char about[CHILDREN_MOST][8];
};

struct disclosure_form {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t family, corrects, letter;
	struct casework *cw;
	struct arena mem; /* the page as it was read: as long as the form */
	struct disclosure_page page;
	int64_t children[CHILDREN_MOST];
	size_t child_count;
	struct field fields[FIELDS_MOST];
	size_t field_count;
	struct disclosure_values values, now;
};

static const struct field_choice ground_choices[] = {
#define X(id, token, label) {token, label},
	DISCLOSURE_GROUNDS(X)
#undef X
		{NULL, NULL},
};

static struct date_context past(const struct disclosure_form *form)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(form->cw),
				     .calendar = casework_calendar(form->cw),
				     .label = "Date it was shared"};
}

DATE_FIELD_HOOKS(past)

static bool is_shared(const void *values)
{
	return strcmp(((const struct disclosure_values *)values)->is_struck, "yes") != 0;
}

/* --- Fields --- */

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct disclosure_values, member), .room = sizeof(((struct disclosure_values *)0)->member), \
	.shown = is_shared

static const struct field first_fields[] = {
	{.name = "shared_on",
	 .label = "Day",
	 .hint = "The day it was shared: t today, -1, thu, 9 4.",
	 .kind = FIELD_DATE,
	 VALUE(day),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
	{.name = "agency",
	 .label = "Agency",
	 .hint = "The agency outside that was told.",
	 .kind = FIELD_TEXT,
	 VALUE(agency)},
	{.name = "name", .label = "Who there", .hint = "The person who was told.", .kind = FIELD_TEXT, VALUE(name)},
};
static const struct field later_fields[] = {
	{.name = "what",
	 .label = "What",
	 .hint = "What was told, in a few words: no more than was shared.",
	 .kind = FIELD_LINES,
	 VALUE(what),
	 .required = true,
	 .rows = 2},
	{.name = "why",
	 .label = "Why",
	 .hint = "Why they needed to know it.",
	 .kind = FIELD_LINES,
	 VALUE(why),
	 .required = true,
	 .rows = 2},
	{.name = "ground",
	 .label = "Ground",
	 .hint = "Left and right: with permission, to protect a child, a court, the law.",
	 .kind = FIELD_CHOICE,
	 VALUE(ground),
	 .required = true,
	 .choices = ground_choices},
	{.name = "decided_by",
	 .label = "Permitted or decided",
	 .hint = "Who gave permission, who decided, or which court.",
	 .kind = FIELD_TEXT,
	 VALUE(decided_by),
	 .required = true},
	{.name = "shared_by",
	 .label = "Shared by",
	 .hint = "Who told it.",
	 .kind = FIELD_TEXT,
	 VALUE(shared_by),
	 .required = true},
	{.name = "paper",
	 .label = "Paper",
	 .hint = "Which letter or paper it went by; none: leave it empty. Ctrl-S saves.",
	 .kind = FIELD_TEXT,
	 VALUE(paper)},
};
#undef VALUE
#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct disclosure_values, member), .room = sizeof(((struct disclosure_values *)0)->member)
static const struct field correction_fields[] = {
	{.name = "is_struck",
	 .label = "Nothing was shared",
	 .hint = "Space: it was never shared, or about another family.",
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

static void add_fields(struct disclosure_form *form, const struct field *fields, size_t count)
{
	for (size_t i = 0; i < count && form->field_count < FIELDS_MOST; i++)
		form->fields[form->field_count++] = fields[i];
}

static const char *child_label(const struct person *child, struct arena *mem)
{
	char name[NAME_ROOM];

	return arena_printf(mem, "About %s", *child->given_names ? child->given_names : person_full_name(child, name));
}

static void make_fields(struct disclosure_form *form)
{
	const struct member_list *all = &form->page.children;

	form->field_count = form->child_count = 0;
	add_fields(form, first_fields, sizeof first_fields / sizeof *first_fields);
	for (size_t i = 0; i < all->count && form->child_count < CHILDREN_MOST; i++) {
		size_t at = form->child_count++;

		form->children[at] = all->items[i].person_id;
		add_fields(form,
			   &(struct field){.name = arena_printf(&form->mem, "about%zu", at),
					   .label = child_label(&all->items[i].person, &form->mem),
					   .hint = "Space: it was about this child.",
					   .kind = FIELD_TICK,
					   .offset = offsetof(struct disclosure_values, about) +
						     at * sizeof form->values.about[0],
					   .room = sizeof form->values.about[0],
					   .shown = is_shared},
			   1);
	}
	add_fields(form, later_fields, sizeof later_fields / sizeof *later_fields);
	if (form->corrects)
		add_fields(form, correction_fields, sizeof correction_fields / sizeof *correction_fields);
}

/* --- What is known --- */

static const struct shared_line *line_of(const struct disclosure_form *form, enum shared_by by, int64_t id)
{
	for (size_t i = 0; id && i < form->page.shared.count; i++)
		if (form->page.shared.items[i].by == by && form->page.shared.items[i].id == id)
			return &form->page.shared.items[i];
	return NULL;
}

#define FILL(member, text) snprintf(v->member, sizeof v->member, "%s", text)

static void fill_corrected(struct disclosure_form *form, const struct shared_line *line)
{
	struct disclosure_values *v = &form->values;
	const struct disclosure *d = &line->disclosure;

	FILL(what, d->what);
	FILL(agency, d->agency);
	FILL(name, d->name);
	FILL(why, d->why);
	FILL(ground, disclosure_ground_token(d->ground));
	FILL(decided_by, d->decided_by);
	FILL(shared_by, d->shared_by);
	FILL(paper, d->paper);
	form->letter = d->letter_id;
	for (size_t i = 0; i < form->child_count; i++)
		for (size_t k = 0; k < line->child_count; k++)
			if (line->children[k] == form->children[i])
				FILL(about[i], "yes");
}

/* Of a letter, what is kept already; whoever writes it down says the rest. */
static void fill(struct disclosure_form *form)
{
	struct disclosure_values *v = &form->values;
	const struct shared_line *before = line_of(form, SHARED_BY_HAND, form->corrects),
				 *letter = line_of(form, SHARED_BY_LETTER, form->letter);
	char day[DATE_TEXT_ROOM];

	*v = (struct disclosure_values){.day = ""};
	FILL(ground, disclosure_ground_token(DISCLOSURE_PERMISSION));
	FILL(shared_by, casework_user_name(form->cw));
	FILL(day, date_plain(before ? before->day : letter ? letter->day : casework_today(form->cw), day));
	if (before)
		fill_corrected(form, before);
	if (letter && !before) {
		FILL(name, letter->to);
		FILL(what, letter->what);
		FILL(paper, letter->what);
	}
	for (size_t i = 0; form->child_count == 1 && i < 1; i++)
		FILL(about[i], "yes");
}

static void name_frame(struct disclosure_form *form)
{
	struct form_screen *frame = &form->frame;

	snprintf(frame->title, sizeof frame->title, "%s · %s · %s",
		 form->corrects ? "Correct what was shared" : "Shared outside", form->page.family.name,
		 form->page.family.reference);
	snprintf(frame->about, sizeof frame->about, "%s",
		 form->corrects ? "The row that was is kept beside it."
				: "Kept for good. Letters that go out are in the list by themselves.");
	snprintf(frame->draft_form, sizeof frame->draft_form, "disclosure");
	snprintf(frame->draft_for, sizeof frame->draft_for, "%s %lld %lld", form->page.family.reference,
		 (long long)form->corrects, (long long)form->letter);
}

/* --- Saving --- */

/* Another person corrected the same row: from here on theirs is the one that is corrected. */
static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct disclosure_form *form = screen_state(s);
	const struct disclosure_values typed = form->values;
	const struct shared_line *before;

	(void)t;
	if (!casework_disclosures_again(form->cw, form->family, &form->mem, &form->page, f))
		return NULL;
	for (size_t i = 0; form->corrects && i < form->page.shared.count; i++)
		if (form->page.shared.items[i].disclosure.corrects_id == form->corrects)
			form->corrects = form->page.shared.items[i].disclosure.id;
	before = line_of(form, SHARED_BY_HAND, form->corrects);
	if (form->corrects && (!before || !before->stands)) {
		fault_set(f, FAULT_CONFLICT,
			  "Another person struck this row out or corrected it twice. Esc keeps what you typed as a "
			  "draft; look at what was shared again.");
		return NULL;
	}
	fill(form);
	form->now = form->values;
	form->values = typed;
	return &form->now;
}

static bool save_shared(struct disclosure_form *form, struct fault *f)
{
	const struct disclosure_values *v = &form->values;
	struct date_context context = past(form);
	struct disclosure d = disclosure_blank();
	int64_t about[CHILDREN_MOST];
	struct date_entry on;
	size_t count = 0;

	d.corrects_id = form->corrects;
	d.correction_why = v->correction_why;
	d.is_struck = !is_shared(v);
	if (d.is_struck)
		return casework_disclosure_record(form->cw, form->family, &d, NULL, 0, f);
	if (!date_entry_parse(&on, v->day, &context, f))
		return false;
	for (size_t i = 0; i < form->child_count; i++)
		if (strcmp(v->about[i], "yes") == 0)
			about[count++] = form->children[i];
	d.shared_on = on.day;
	d.what = v->what;
	d.agency = v->agency;
	d.name = v->name;
	d.why = v->why;
	disclosure_ground_from_token(v->ground, &d.ground);
	d.decided_by = v->decided_by;
	d.shared_by = v->shared_by;
	d.paper = v->paper;
	d.letter_id = form->letter;
	return casework_disclosure_record(form->cw, form->family, &d, about, count, f);
}

static void save(struct screen *s, struct tui *t)
{
	struct disclosure_form *form = screen_state(s);
	struct fault f = {0};

	if (!form_check(&form->frame.form, &f) || !save_shared(form, &f)) {
		if (strcmp(f.field, "children") == 0) /* said of the first child */
			snprintf(f.field, sizeof f.field, "about0");
		form_screen_refused(&form->frame, t, &f);
		return;
	}
	tui_say(t, form->corrects ? "Corrected: both rows are kept." : "Written down. It is kept for good.");
	form_screen_saved(s, t);
}

/* --- The screen --- */

static bool disclosure_form_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct disclosure_form *form = screen_state(s);
	const struct shared_line *before;

	if (form->frame.is_open)
		return true;
	form->cw = casework_of(t);
	if (!casework_may(form->cw, ACTION_RECORD_DISCLOSURES, f) ||
	    !casework_disclosures_again(form->cw, form->family, &form->mem, &form->page, f))
		goto refused;
	before = line_of(form, SHARED_BY_HAND, form->corrects);
	if (form->corrects && (!before || !before->stands)) {
		fault_set(f, FAULT_REFUSED, "This row was corrected already: choose the one that stands in its place.");
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
	form->frame.what = "what was shared";
	if (form_screen_begin(&form->frame, t, form->fields, form->field_count, &form->values, form, f))
		return true;
refused:
	arena_finish(&form->mem);
	return false;
}

static void disclosure_form_dispose(struct screen *s)
{
	struct disclosure_form *form = screen_state(s);

	arena_finish(&form->mem);
	form_screen_dispose(s);
}

const struct screen_class disclosure_form_screen = {
	FORM_SCREEN_ROWS,
	.name = "share",
	.purpose = "What was shared outside: what, with whom, about whom, why, on what ground, and who decided it.",
	.state_size = sizeof(struct disclosure_form),
	.load = disclosure_form_load,
	.dispose = disclosure_form_dispose,
};

bool disclosure_form_open(struct tui *t, int64_t family, int64_t corrects, int64_t letter, const char *draft,
			  struct fault *f)
{
	struct disclosure_form *start = form_screen_blank(&disclosure_form_screen, draft, f);

	if (!start)
		return false;
	start->family = family;
	start->corrects = corrects;
	start->letter = letter;
	return form_screen_push(t, &disclosure_form_screen, start, f);
}
