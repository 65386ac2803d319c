/* What was said at a conference: notes by heading, the children, the family, and each agency's opinion. */
#include "record_writing.h"

#include "invitee_apart.h"
#include "invitee_words.h"

#include <string.h>

/* --- Notes, by the headings they were taken under --- */

static const struct live_note *find_note(const struct record_writing *w, const char *heading, int64_t child,
					 bool is_restricted)
{
	const struct live_note_list *all = &w->facts->live.notes;

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].person_id == child && all->items[i].is_restricted == is_restricted &&
		    *all->items[i].text && strcmp(all->items[i].heading, heading) == 0)
			return &all->items[i];
	return NULL;
}

static bool has_note(const struct record_writing *w, const struct settings_heading *heading, bool is_restricted)
{
	const struct live_children *children = &w->facts->children;

	for (size_t i = 0; heading->is_of_child && i < children->all.count; i++)
		if (find_note(w, heading->key, children->all.items[i].id, is_restricted))
			return true;
	return find_note(w, heading->key, 0, is_restricted) != NULL;
}

static void say_note(struct record_writing *w, const struct settings_heading *heading, bool is_restricted)
{
	const struct live_children *children = &w->facts->children;
	const struct live_note *note = find_note(w, heading->key, 0, is_restricted);

	if (note && record_speaks_of(w, 0))
		record_line(w, "%s", note->text);
	for (size_t i = 0; heading->is_of_child && i < children->all.count; i++) {
		note = find_note(w, heading->key, children->all.items[i].id, is_restricted);
		if (!note || !record_speaks_of(w, note->person_id))
			continue;
		record_gap(w);
		record_line(w, "%s:", record_full_name(w, &children->all.items[i]));
		record_line(w, "%s", note->text);
	}
}

/* Under the heading of the notes that are being written down. */
static void say_open_notes(struct record_writing *w)
{
	say_note(w, w->heading, false);
}

static bool is_on_file(const struct record_writing *w, int64_t child)
{
	const struct live_children *children = &w->facts->children;

	for (size_t i = 0; i < children->all.count; i++)
		if (children->all.items[i].id == child)
			return true;
	return false;
}

/* Its heading was taken out of the settings since, or its child is none of this conference any more. */
static bool has_no_place(const struct record_writing *w, const struct live_note *note)
{
	const struct settings_heading *heading = w->facts->format
							 ? settings_heading_find(w->facts->format, note->heading)
							 : NULL;

	return *note->text &&
	       (!heading || (note->person_id && (!heading->is_of_child || !is_on_file(w, note->person_id))));
}

static void say_notes_without_place(struct record_writing *w, bool is_restricted)
{
	for (size_t i = 0; i < w->facts->live.notes.count; i++) {
		const struct live_note *note = &w->facts->live.notes.items[i];

		if (note->is_restricted != is_restricted || !has_no_place(w, note))
			continue;
		record_gap(w);
		record_line(w, "%s", note->text);
	}
}

void record_said(struct record_writing *w)
{
	const struct settings_format *format = w->facts->format;

	for (size_t i = 0; format && i < format->headings.count; i++) {
		const struct settings_heading *heading = &format->headings.items[i];

		w->heading = heading;
		record_of_each(w, arena_printf(w->mem, "note.%s", heading->key), heading->heading, say_open_notes);
	}
	record_begin(w, "note", "Other notes", false);
	say_notes_without_place(w, false);
	record_end(w);
	record_begin(w, "restricted.notes", "Said among professionals only", true);
	for (size_t i = 0; format && i < format->headings.count; i++) {
		if (!has_note(w, &format->headings.items[i], true))
			continue;
		record_gap(w);
		record_line(w, "%s", format->headings.items[i].heading);
		say_note(w, &format->headings.items[i], true);
	}
	say_notes_without_place(w, true);
	record_end(w);
}

/* --- The children --- */

static const struct invitee *invited_as_child(const struct record_writing *w, int64_t child)
{
	for (size_t i = 0; i < w->facts->invitees.count; i++)
		if (w->facts->invitees.items[i].capacity == CAPACITY_CHILD &&
		    w->facts->invitees.items[i].person_id == child)
			return &w->facts->invitees.items[i];
	return NULL;
}

static void say_children(struct record_writing *w)
{
	const struct live_children *children = &w->facts->children;

	for (size_t i = 0; i < children->of_conference; i++) {
		const struct person *child = &children->all.items[i];
		const struct child_decision *decision = record_decision(w->facts, child->id);
		const struct invitee *invited = invited_as_child(w, child->id);

		if (!record_speaks_of(w, child->id))
			continue;
		record_gap(w);
		record_line(w, "%s: %s.", record_full_name(w, child),
			    decision && decision->participation != PARTICIPATION_NONE
				    ? participation_label(decision->participation)
				    : "how the child took part was not written down");
		if (invited)
			record_lead(w, "How their views came", invited->other_way);
		if (decision)
			record_line(w, "%s", decision->child_views);
	}
}

void record_children_said(struct record_writing *w)
{
	record_of_each(w, "children_said", "What the children said, and how they took part", say_children);
}

/* --- Parents and the rest of the family --- */

static const struct view *view_of(const struct record_writing *w, int64_t invitee, int64_t child)
{
	const struct view_list *all = &w->facts->live.views;

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].invitee_id == invitee && all->items[i].person_id == child)
			return &all->items[i];
	return NULL;
}

/* Of somebody who comes at another time, or was kept out, the others of the family do not read what they said. */
static bool is_kept_apart(const struct record_writing *w, const struct invitee *one)
{
	const struct attendance *how = record_attendance(w->facts, one->id);

	return invitee_is_apart(&w->facts->invitees, one) || (how && how->state == ATTENDANCE_EXCLUDED);
}

static bool is_of_family(const struct invitee *one)
{
	return one->capacity != CAPACITY_PROFESSIONAL && one->capacity != CAPACITY_CHILD;
}

static void say_family_member(struct record_writing *w, const struct invitee *one)
{
	const struct live_children *children = &w->facts->children;
	bool is_named = false, says = false;

	for (size_t i = 0; i < children->all.count; i++) {
		const struct view *view = view_of(w, one->id, children->all.items[i].id);

		if (!view || !*view->why)
			continue;
		says = true;
		if (!record_speaks_of(w, view->person_id))
			continue;
		if (!is_named) {
			record_gap(w);
			record_line(w, "%s:", invitee_who(one, w->mem));
		}
		is_named = true;
		record_lead(w, record_full_name(w, &children->all.items[i]), view->why);
	}
	if (!says && record_speaks_of(w, 0) && *one->other_way && one->capacity == CAPACITY_FAMILY)
		record_line(w, "%s gave their views another way: %s.", invitee_who(one, w->mem), one->other_way);
}

static void say_family(struct record_writing *w)
{
	if (record_speaks_of(w, 0))
		record_lead(w, "What the parents think of the plan", w->facts->plan.parents_views);
	for (size_t i = 0; i < w->facts->invitees.count; i++) {
		const struct invitee *one = &w->facts->invitees.items[i];

		if (is_of_family(one) && !is_kept_apart(w, one) && !record_is_told_apart(w->facts, one))
			say_family_member(w, one);
	}
}

void record_family_said(struct record_writing *w)
{
	record_of_each(w, "family_said", "What the parents and the family said", say_family);
	record_begin(w, "restricted.family_said", "Said by those of the family who were apart", true);
	for (size_t i = 0; i < w->facts->invitees.count; i++) {
		const struct invitee *one = &w->facts->invitees.items[i];

		if (is_of_family(one) && (is_kept_apart(w, one) || record_is_told_apart(w->facts, one)))
			say_family_member(w, one);
	}
	record_end(w);
}

/* --- Agencies --- */

static const char *answer_words(enum opinion answer, const char *yes, const char *no, const char *unsure)
{
	switch (answer) {
	case OPINION_YES: return yes;
	case OPINION_NO: return no;
	case OPINION_UNSURE: return unsure;
	default: return "";
	}
}

static const char *opinion_of(const struct record_writing *w, const struct view *view)
{
	const char *words = answer_words(view->at_risk, "thinks this child is at risk of significant harm",
					 "does not think this child is at risk of significant harm",
					 "is not sure whether this child is at risk of significant harm");
	const char *plan = answer_words(view->plan, "thinks a plan is needed", "does not think a plan is needed",
					"is not sure whether a plan is needed");

	words = !*plan ? words : !*words ? plan : arena_printf(w->mem, "%s; %s", words, plan);
	if (view->category < CATEGORY_COUNT)
		words = arena_printf(w->mem, "%s%scategory %s", words, *words ? "; " : "",
				     category_label(view->category));
	if (view->scale >= 0)
		words = arena_printf(w->mem, "%s%ssafety %d of 10", words, *words ? "; " : "", view->scale);
	return *words ? words : "gave no opinion";
}

static bool says_anything(const struct view *view)
{
	return view->at_risk != OPINION_NONE || view->plan != OPINION_NONE || view->category < CATEGORY_COUNT ||
	       view->scale >= 0 || *view->why;
}

/* `words_only`: what they said, and not what they answered, for those who may not be quoted to the family. */
static void say_agency(struct record_writing *w, const struct invitee *one, bool words_only)
{
	const struct live_children *children = &w->facts->children;
	bool is_quoted = record_may_be_quoted(w->facts, one), is_named = false;

	for (size_t i = 0; i < children->all.count; i++) {
		const struct view *view = view_of(w, one->id, children->all.items[i].id);
		const char *child = record_full_name(w, &children->all.items[i]);

		if (!view || !says_anything(view) || (words_only && !*view->why) ||
		    !record_speaks_of(w, view->person_id))
			continue;
		if (!is_named) {
			record_gap(w);
			record_line(w, "%s:", invitee_who(one, w->mem));
		}
		is_named = true;
		if (words_only)
			record_line(w, "%s: %s", child, view->why);
		else
			record_line(w, "%s: %s.%s%s", child, opinion_of(w, view),
				    is_quoted && *view->why ? " In their words: " : "", is_quoted ? view->why : "");
	}
}

static void say_agencies(struct record_writing *w)
{
	const struct invitee_list *all = &w->facts->invitees;

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].capacity == CAPACITY_PROFESSIONAL)
			say_agency(w, &all->items[i], false);
	if (w->bytes) {
		record_gap(w);
		record_line(w, "These are opinions. They are heard and not counted: the chair decided.");
	}
}

void record_agencies_said(struct record_writing *w)
{
	const struct invitee_list *all = &w->facts->invitees;

	record_of_each(w, "agencies_said", "What each agency thinks", say_agencies);
	record_begin(w, "restricted.agencies_said", "What agencies said that is not for the family", true);
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].capacity == CAPACITY_PROFESSIONAL && !record_may_be_quoted(w->facts, &all->items[i]))
			say_agency(w, &all->items[i], true);
	record_end(w);
}
