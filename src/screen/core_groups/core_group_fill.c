/* What a form about a core group shows at first: what it is about, and what is known of that. */
#include "core_group_fields.h"

#include "domain/clock_entry.h"

#include <stdio.h>

enum { MINUTES_USUAL = 60 };

bool group_find_subject(struct group_form *form, struct fault *f)
{
	const struct core_group_page *page = &form->page;
	bool found = form->subject == 0;

	form->meeting = core_group_meeting_blank();
	for (size_t i = 0; i < page->meetings.count && form->kind < GROUP_FORM_JOIN; i++)
		if (page->meetings.items[i].id == form->subject) {
			form->meeting = page->meetings.items[i];
			found = true;
		}
	for (size_t i = 0; i < page->members.count && form->kind == GROUP_FORM_LEAVE; i++)
		if (page->members.items[i].id == form->subject) {
			form->member = page->members.items[i];
			found = true;
		}
	for (size_t i = 0; i < page->actions.count && form->kind == GROUP_FORM_ACTION; i++)
		if (page->actions.items[i].id == form->subject) {
			form->action = page->actions.items[i];
			found = true;
		}
	return found || fault_set(f, FAULT_NOT_FOUND, "This is not in the core group any more. Look at it again.");
}

static void fill_day(struct group_form *form, day_number day)
{
	char words[DATE_TEXT_ROOM];

	snprintf(form->values.day, sizeof form->values.day, "%s", day == DAY_NONE ? "" : date_plain(day, words));
}

/* The day that was chosen; where it met last. */
static void fill_offered(struct group_form *form)
{
	const struct core_group_meeting_list *meetings = &form->page.meetings;
	struct group_values *v = &form->values;
	char clock[8], length[LENGTH_WORDS_ROOM];

	if (!form->offered.minutes)
		return;
	fill_day(form, form->offered.day);
	snprintf(v->starts, sizeof v->starts, "%s", date_clock(form->offered.starts, clock));
	snprintf(v->length, sizeof v->length, "%s", length_words(form->offered.minutes, length));
	for (size_t i = meetings->count; i-- > 0 && !*v->place;)
		if (meetings->items[i].state == CORE_GROUP_MEETING_HELD ||
		    meetings->items[i].state == CORE_GROUP_MEETING_BOOKED)
			snprintf(v->place, sizeof v->place, "%s", meetings->items[i].place);
}

void group_fill(struct group_form *form)
{
	const struct core_group_meeting *m = &form->meeting;
	struct group_values *v = &form->values;
	char clock[8], length[LENGTH_WORDS_ROOM];
	day_number today = casework_today(form->cw);

	*v = (struct group_values){.day = ""};
	if (form->kind == GROUP_FORM_SENT || form->kind == GROUP_FORM_LEAVE)
		fill_day(form, today);
	else if (m->id)
		fill_day(form, form->kind == GROUP_FORM_HELD && m->day > today ? DAY_NONE : m->day);
	snprintf(v->starts, sizeof v->starts, "%s", m->starts < 0 ? "" : date_clock(m->starts, clock));
	snprintf(v->length, sizeof v->length, "%s", length_words(m->minutes > 0 ? m->minutes : MINUTES_USUAL, length));
	snprintf(v->place, sizeof v->place, "%s", m->place);
	snprintf(v->late_reason, sizeof v->late_reason, "%s", m->late_reason);
	snprintf(v->notes, sizeof v->notes, "%s", m->notes);
	if (form->kind == GROUP_FORM_BOOK)
		fill_offered(form);
	snprintf(v->who, sizeof v->who, "%s", form->newcomer);
	if (form->kind == GROUP_FORM_ACTION) {
		snprintf(v->state, sizeof v->state, "%s", plan_action_state_token(form->action.state));
		snprintf(v->evidence, sizeof v->evidence, "%s", form->action.evidence);
		snprintf(v->difference, sizeof v->difference, "%s", form->action.difference);
	}
}

/* The line above: what it is about, and by when. */
void group_name_frame(struct group_form *form)
{
	const struct core_group_line *line = &form->page.line;
	struct form_screen *frame = &form->frame;
	char day[DATE_TEXT_ROOM];

	snprintf(frame->title, sizeof frame->title, "%s · %s", group_form_title(form->kind), line->family_words);
	if (form->kind == GROUP_FORM_ACTION)
		snprintf(frame->about, sizeof frame->about, "%s: %s", form->action.who, form->action.what);
	else if (form->kind == GROUP_FORM_LEAVE)
		snprintf(frame->about, sizeof frame->about, "%s, %s", form->member.shown_name, form->member.role);
	else if (form->kind == GROUP_FORM_RUN && form->page.review != DAY_NONE)
		snprintf(frame->about, sizeof frame->about, "The next %s due %s; the review is %s%s.",
			 line->due < casework_today(form->cw) ? "was" : "is", line->due_words,
			 form->page.review_is_booked ? "" : "due ", date_medium(form->page.review, day));
	else if (form->meeting.id)
		snprintf(frame->about, sizeof frame->about, "The meeting of %s.", date_long(form->meeting.day, day));
	else if (line->due != DAY_NONE && form->kind == GROUP_FORM_BOOK)
		snprintf(frame->about, sizeof frame->about, "The next %s due %s.",
			 line->due < casework_today(form->cw) ? "was" : "is", date_long(line->due, day));
	snprintf(frame->draft_form, sizeof frame->draft_form, "group");
	snprintf(frame->draft_for, sizeof frame->draft_for, "%s %s %lld", line->reference, group_form_token(form->kind),
		 (long long)form->subject);
}
