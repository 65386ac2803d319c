/* Writing a visit down for all the children it was to, in one act; correcting one, or striking it out. */
#include "casework/pages.h"
#include "date_field.h"
#include "screens.h"
#include "timeline.h"
#include "visit_fields.h"

#include <stdio.h>
#include <string.h>

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
		snprintf(form->values.seen[i], sizeof form->values.seen[i], "%s",
			 visit_seen_token(child->outcome, child->alone));
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

static size_t take_children(const struct visit_form *form, struct visit_child out[VISIT_CHILDREN_MOST])
{
	const struct visit_values *v = &form->values;
	size_t count = 0;

	for (size_t i = 0; i < form->child_count; i++) {
		struct visit_child child = {.person_id = form->children[i]};
		bool is_seen;

		if (!visit_seen_read(v->seen[i], &child.outcome, &child.alone))
			continue;
		is_seen = child.outcome == VISIT_SEEN;
		child.bedroom = is_seen ? said(v->bedroom[i]) : ANSWER_UNKNOWN;
		child.why = is_seen ? "" : v->why[i];
		out[count++] = child;
	}
	return count;
}

static bool save_visit(struct visit_form *form, struct fault *f)
{
	const struct visit_values *v = &form->values;
	struct date_context context = visit_days(form);
	struct visit_child children[VISIT_CHILDREN_MOST];
	struct visit visit = visit_blank();
	struct date_entry on;
	size_t count = take_children(form, children);

	visit.corrects_id = form->corrects;
	visit.correction_why = v->correction_why;
	visit.is_struck = !visit_is_made(v);
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
	if (form->page.children.count > VISIT_CHILDREN_MOST) {
		fault_set(f, FAULT_REFUSED, "This form has room for %d children, and this family has %zu.",
			  VISIT_CHILDREN_MOST, form->page.children.count);
		goto refused;
	}
	visit_fields_make(form);
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
