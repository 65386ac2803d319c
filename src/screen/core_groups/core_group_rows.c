/* The lines of one core group's page: its meetings, members and the actions it looks after. */
#include "core_group_rows.h"

#include "tui/prompt.h"

#include <stdio.h>

static bool push(struct group_rows *rows, struct arena *mem, struct group_row row)
{
	struct group_row *one = ARENA_PUSH(mem, rows);

	if (one)
		*one = row;
	return one != NULL;
}

static bool push_heading(struct group_rows *rows, struct arena *mem, const char *words)
{
	return push(rows, mem, (struct group_row){.label = words, .words = "", .identity = -1 - (int64_t)rows->count});
}

static const char *joined(struct arena *mem, const char *words, const char *label, const char *text)
{
	return *text ? arena_printf(mem, "%s%s%s%s", words, *words ? " · " : "", label, text) : words;
}

static size_t there(const struct core_group_page *page, int64_t meeting)
{
	size_t count = 0;

	for (size_t i = 0; i < page->presences.count; i++)
		count += page->presences.items[i].meeting_id == meeting &&
			 attendance_is_present(page->presences.items[i].state);
	return count;
}

/* "record sent to 3, 2 wait to be sent, 1 came back"; "" while there is nothing to say. */
static const char *record_words(const struct core_group_page *page, const struct core_group_meeting *m,
				struct arena *mem)
{
	size_t gone = 0, waiting = 0, in_vain = 0;
	const char *words;

	for (size_t i = 0; i < page->sent.count; i++) {
		const struct core_group_sent *one = &page->sent.items[i];

		if (one->meeting_id != m->id)
			continue;
		if (one->is_in_vain)
			in_vain++;
		else if (one->sent_on == DAY_NONE)
			waiting++;
		else
			gone++;
	}
	if (gone + waiting + in_vain == 0)
		return m->state == CORE_GROUP_MEETING_HELD ? "record not sent" : "";
	words = gone ? arena_printf(mem, "record sent to %zu", gone) : "record not gone yet";
	if (waiting)
		words = arena_printf(mem, "%s, %zu to go", words, waiting);
	return in_vain ? arena_printf(mem, "%s, %zu in vain", words, in_vain) : words;
}

static const struct core_group_correction *correction_of(const struct core_group_page *page, int64_t meeting)
{
	for (size_t i = 0; i < page->corrections.count; i++)
		if (page->corrections.items[i].meeting_id == meeting)
			return &page->corrections.items[i];
	return NULL;
}

static const char *meeting_words(const struct group_state *state, const struct core_group_meeting *m, struct arena *mem)
{
	const struct core_group_correction *wrong = correction_of(&state->page, m->id);
	const char *words = core_group_meeting_state_label(m->state);
	char day[DATE_TEXT_ROOM];
	size_t count;

	if (m->state == CORE_GROUP_MEETING_BOOKED && m->day < state->today)
		words = "booked: was it held or missed?";
	if (wrong)
		words = arena_printf(mem, "said by mistake to be %s: %s", core_group_meeting_state_label(wrong->was),
				     wrong->why);
	words = joined(mem, words, "", record_words(&state->page, m, mem));
	if (m->is_without_social_worker)
		words = joined(mem, words, "", "without the social worker");
	if (m->is_inquorate)
		words = joined(mem, words, "", "not quorate");
	if ((count = there(&state->page, m->id)) > 0)
		words = arena_printf(mem, "%s · %zu there", words, count);
	words = joined(mem, words, "", m->why);
	words = joined(mem, words, "by ", m->cancelled_by);
	words = joined(mem, words, "late: ", m->late_reason);
	if (m->moved_from != DAY_NONE)
		words = arena_printf(mem, "%s · instead of %s: %s", words, date_short(m->moved_from, day),
				     m->moved_why);
	return joined(mem, words, "", m->place);
}

/* The next that is booked comes first, then what was, the last first. */
static bool push_meeting(struct group_state *state, size_t at, struct arena *mem)
{
	const struct core_group_meeting *m = &state->page.meetings.items[at];
	char day[DATE_TEXT_ROOM], clock[8];

	return push(&state->rows, mem,
		    (struct group_row){.kind = ROW_MEETING,
				       .label = arena_printf(mem, "%s%s%s", date_medium(m->day, day),
							     m->starts < 0 ? "" : " ",
							     m->starts < 0 ? "" : date_clock(m->starts, clock)),
				       .words = meeting_words(state, m, mem),
				       .is_late = m->state == CORE_GROUP_MEETING_MISSED ||
						  (m->state == CORE_GROUP_MEETING_BOOKED && m->day < state->today),
				       .at = at,
				       .identity = CORE_GROUP_MEETING_ROWS + m->id});
}

static bool push_meetings(struct group_state *state, struct arena *mem)
{
	const struct core_group_meeting_list *all = &state->page.meetings;

	if (!push_heading(&state->rows, mem, all->count ? "Meetings" : "Meetings: none yet. b books one."))
		return false;
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].state == CORE_GROUP_MEETING_BOOKED && !push_meeting(state, i, mem))
			return false;
	for (size_t i = all->count; i-- > 0;)
		if (all->items[i].state != CORE_GROUP_MEETING_BOOKED && !push_meeting(state, i, mem))
			return false;
	return true;
}

static bool push_members(struct group_state *state, struct arena *mem)
{
	const struct core_group_member_list *all = &state->page.members;
	char day[DATE_TEXT_ROOM];

	if (!push_heading(&state->rows, mem,
			  *state->page.group.lead ? arena_printf(mem, "Members, led by %s", state->page.group.lead)
			  : all->count            ? "Members"
						  : "Members: nobody yet. a adds who joins."))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		const struct core_group_member *m = &all->items[i];
		const char *words = joined(mem, m->role, "", m->shown_agency);

		if (m->until != DAY_NONE)
			words = arena_printf(mem, "%s · left %s: %s", words, date_short(m->until, day), m->left_why);
		if (!push(&state->rows, mem,
			  (struct group_row){.kind = ROW_MEMBER,
					     .label = m->shown_name,
					     .words = words,
					     .at = i,
					     .identity = 2000000 + m->id}))
			return false;
	}
	return true;
}

static bool push_actions(struct group_state *state, struct arena *mem)
{
	const struct plan_action_list *all = &state->page.actions;
	char day[DATE_TEXT_ROOM];

	if (!push_heading(&state->rows, mem,
			  all->count
				  ? arena_printf(mem, "Actions of the plan, version %d of %s", state->page.plan.number,
						 date_medium(state->page.plan.issued_on, day))
				  : "Actions: no plan was given out here. S begins one."))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		const struct plan_action *a = &all->items[i];
		bool is_open = a->state == PLAN_ACTION_OPEN || a->state == PLAN_ACTION_PARTLY;
		const char *words = a->by_on == DAY_NONE
					    ? plan_action_state_label(a->state)
					    : arena_printf(mem, "%s · by %s", plan_action_state_label(a->state),
							   date_short(a->by_on, day));

		if (!push(&state->rows, mem,
			  (struct group_row){.kind = ROW_ACTION,
					     .label = a->what,
					     .words = joined(mem, joined(mem, words, "", a->who), "", a->difference),
					     .is_late = is_open && a->by_on != DAY_NONE && a->by_on < state->today,
					     .at = i,
					     .identity = 3000000 + a->id}))
			return false;
	}
	return true;
}

bool core_group_rows(struct group_state *state, struct arena *mem)
{
	state->rows = (struct group_rows){0};
	return push_meetings(state, mem) && push_members(state, mem) && push_actions(state, mem) &&
	       !arena_exhausted(mem);
}

/* --- What is read --- */

static const char *name_of(const struct core_group_page *page, int64_t member)
{
	for (size_t i = 0; i < page->members.count; i++)
		if (page->members.items[i].id == member)
			return page->members.items[i].shown_name;
	return "a member of the group before";
}

/* "A lock for the door: done. Seen on Monday. The children sleep." */
static const char *said_words(const struct core_group_page *page, const struct plan_action_said *said,
			      struct arena *mem)
{
	const char *what = "an action";

	for (size_t i = 0; i < page->actions.count; i++)
		if (page->actions.items[i].id == said->action_id)
			what = page->actions.items[i].what;
	return arena_printf(mem, "%s: %s%s%s%s%s", what, plan_action_state_label(said->state),
			    *said->evidence ? "\nHow that is known: " : "", said->evidence,
			    *said->difference ? "\nWhat it changed: " : "", said->difference);
}

/* "The record went to Ana Reis on Thu 9 Apr 2026, letter by e-mail" */
static const char *sent_words(const struct core_group_sent *one, struct arena *mem)
{
	const char *parted = *one->how ? ", " : "";
	char day[DATE_TEXT_ROOM];

	if (one->is_in_vain || one->sent_on == DAY_NONE)
		return arena_printf(mem, "The record to %s: %s", one->who, one->how);
	return arena_printf(mem, "The record went to %s on %s%s%s", one->who, date_medium(one->sent_on, day), parted,
			    one->how);
}

bool core_group_read_meeting(const struct group_state *state, struct tui *t, const struct group_row *row,
			     struct fault *f)
{
	const struct core_group_page *page = &state->page;
	const struct core_group_meeting *m = &page->meetings.items[row->at];
	struct arena mem = {0};
	const char *text = arena_printf(&mem, "%s\n", row->words);
	bool ok;

	for (size_t i = 0; i < page->presences.count; i++)
		if (page->presences.items[i].meeting_id == m->id)
			text = arena_printf(&mem, "%s\n%s: %s", text, name_of(page, page->presences.items[i].member_id),
					    attendance_state_label(page->presences.items[i].state));
	for (size_t i = 0; i < page->said.count; i++)
		if (page->said.items[i].meeting_id == m->id)
			text = arena_printf(&mem, "%s\n\n%s", text, said_words(page, &page->said.items[i], &mem));
	if (*m->notes)
		text = arena_printf(&mem, "%s\n\n%s", text, m->notes);
	for (size_t i = 0; i < page->sent.count; i++)
		if (page->sent.items[i].meeting_id == m->id)
			text = arena_printf(&mem, "%s\n\n%s", text, sent_words(&page->sent.items[i], &mem));
	ok = arena_exhausted(&mem) ? fault_set(f, FAULT_MEMORY, "There is not enough memory to show this meeting.")
				   : pager_open(t, row->label, text, f);
	arena_finish(&mem);
	return ok;
}
