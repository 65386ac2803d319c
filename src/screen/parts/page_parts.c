/* The parts that pages share: members, conferences, plans, what is due, history. */
#include "base/text.h"
#include "due_words.h"
#include "page.h"

#include <stdio.h>

enum { BESIDE_LABELS = 24, LEAST_COLUMNS = 24 }; /* as far as a line is shown uncut */

int page_text_columns(const struct tui *t)
{
	int room = tui_columns(t) - BESIDE_LABELS;

	return room < LEAST_COLUMNS ? LEAST_COLUMNS : room;
}

void page_notes(struct page *page, int tab, struct arena *mem, const char *notes, const struct tui *t)
{
	int cells = page_text_columns(t);
	const char *label = "Mind";
	size_t shown;

	for (const char *at = notes; at && *at;) {
		size_t n = text_wrap(at, cells, &shown);

		if (!n)
			break;
		page_add(page, tab, mem, label, arena_text_n(mem, at, shown))->role = TUI_SOON;
		label = "";
		at += n;
	}
}

static const char *member_text(const struct member *member, day_number today, struct arena *mem)
{
	const struct person *p = &member->person;
	char name[NAME_ROOM], age[NAME_ROOM] = "", born[DATE_TEXT_ROOM] = "";

	person_full_name(p, name);
	if (member->relationship == RELATIONSHIP_CHILD) {
		person_age_text(p, today, age);
		if (p->born_on != DAY_NONE)
			date_plain(p->born_on, born);
	}
	return arena_printf(mem, "%s%s%s%s%s%s%s%s%s%s", name, age[0] ? ", " : "", age, born[0] ? " · born " : "", born,
			    p->la_child_id[0] ? " · " : "", p->la_child_id,
			    p->needs_interpreter ? " · interpreter: " : "", p->needs_interpreter ? p->language : "",
			    member->parental_responsibility == ANSWER_YES && member->relationship != RELATIONSHIP_CHILD
				    ? " · parental responsibility"
				    : "");
}

static const char *reach_text(const struct member *member, struct arena *mem)
{
	const struct person *p = &member->person;
	char day[DATE_TEXT_ROOM];

	return arena_printf(mem, "%s%s%s%s%s", p->phone, p->phone[0] && p->email[0] ? " · " : "", p->email,
			    member->mail_bounced_on == DAY_NONE ? "" : " · came back ",
			    member->mail_bounced_on == DAY_NONE ? "" : date_short(member->mail_bounced_on, day));
}

void page_members(struct page *page, int tab, struct arena *mem, const struct member_list *members, day_number today)
{
	for (size_t i = 0; i < members->count; i++) {
		const struct member *member = &members->items[i];
		struct page_line *line = page_add(page, tab, mem, relationship_label(member->relationship),
						  member_text(member, today, mem));

		line->go = member->relationship == RELATIONSHIP_CHILD ? GO_CHILD : GO_ADULT;
		line->id = member->person_id;
		line->family = member->family_id;
		if (line->go == GO_ADULT) {
			struct page_line *below = page_add(page, tab, mem, "", reach_text(member, mem));

			below->role = member->mail_bounced_on == DAY_NONE ? below->role : TUI_SOON;
			below->go = GO_ADULT;
			below->id = member->person_id;
			below->family = member->family_id;
		}
	}
}

void page_whose(struct page *page, int tab, struct arena *mem, const struct whose_line_list *lines)
{
	if (lines->count)
		page_heading(page, tab, mem, "Whose child is whose");
	for (size_t i = 0; i < lines->count; i++) {
		const struct whose_line *one = &lines->items[i];

		page_add(page, tab, mem, one->is_child ? "Still to say" : one->who, one->words)
			->role = one->is_gap ? TUI_SOON : TUI_TEXT;
	}
}

void page_former(struct page *page, int tab, struct arena *mem, const struct member_list *former)
{
	if (former->count)
		page_heading(page, tab, mem, "No longer of this family");
	for (size_t i = 0; i < former->count; i++) {
		const struct member *member = &former->items[i];
		char name[NAME_ROOM], day[DATE_TEXT_ROOM];
		struct page_line *line = page_add(page, tab, mem, relationship_label(member->relationship),
						  arena_printf(mem, "%s, until %s",
							       person_full_name(&member->person, name),
							       date_medium(member->ended_on, day)));

		line->role = TUI_MUTED;
		line->go = GO_CHILD;
		line->id = member->person_id;
	}
}

static const char *conference_text(const struct conference *c, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], clock[8];

	return arena_printf(mem, "%s%s%s%s%s · %s%s%s", conference_type_brief(c->type),
			    c->held_on == DAY_NONE ? "" : " ",
			    c->held_on == DAY_NONE ? "" : date_medium(c->held_on, day), c->starts < 0 ? "" : " ",
			    c->starts < 0 ? "" : date_clock(c->starts, clock), conference_state_label(c->state),
			    c->chair[0] ? " · " : "", c->chair);
}

void page_conferences(struct page *page, int tab, struct arena *mem, const struct conference_list *conferences)
{
	for (size_t i = 0; i < conferences->count; i++) {
		struct page_line *line = page_add(page, tab, mem, conferences->items[i].reference,
						  conference_text(&conferences->items[i], mem));

		line->go = GO_CONFERENCE;
		line->id = conferences->items[i].id;
	}
}

/* "Ada · ", so that the plans of brothers and sisters are told apart; "" where all are one child's. */
static const char *whose_plan(const struct member_list *members, int64_t child, struct arena *mem)
{
	char name[NAME_ROOM];

	for (size_t i = 0; members && i < members->count; i++) {
		const struct person *p = &members->items[i].person;

		if (p->id == child)
			return arena_printf(mem, "%s · ",
					    p->given_names[0] ? p->given_names : person_full_name(p, name));
	}
	return "";
}

void page_plans(struct page *page, int tab, struct arena *mem, const struct plan_list *plans,
		const struct member_list *members)
{
	for (size_t i = 0; i < plans->count; i++) {
		const struct plan *plan = &plans->items[i];
		char from[DATE_TEXT_ROOM], to[DATE_TEXT_ROOM];
		struct page_line *line;

		date_plain(plan->started_on, from);
		if (plan->ended_on != DAY_NONE)
			date_plain(plan->ended_on, to);
		else
			snprintf(to, sizeof to, "open");
		line = page_add(page, tab, mem, plan->reference,
				arena_printf(mem, "%sfrom %s %s %s · %s%s%s", whose_plan(members, plan->person_id, mem),
					     from, plan->ended_on == DAY_NONE ? "·" : "to", to,
					     category_label(plan->category_latest),
					     plan->category_latest != plan->category_initial ? ", first " : "",
					     plan->category_latest != plan->category_initial
						     ? category_label(plan->category_initial)
						     : ""));
		line->role = plan->ended_on == DAY_NONE ? TUI_TEXT : TUI_MUTED;
		line->go = GO_CHILD;
		line->id = plan->person_id;
	}
}

void page_deadlines(struct page *page, int tab, struct arena *mem, const struct due_list *due, day_number today)
{
	for (size_t i = 0; i < due->count; i++) {
		const struct due_item *item = &due->items[i];
		char when[24], left[32];
		struct page_line *line = page_add(
			page, tab, mem,
			arena_printf(mem, "%s %s", item->state == DEADLINE_LATE ? "!" : " ",
				     due_when_words(item->by, today, when)),
			arena_printf(mem, "%-8s %s%s%s", due_left_words(item->state, item->working_days_left, left),
				     rule_label(item->rule), item->missing[0] ? " · " : "", item->missing));

		line->role = due_role(item->state);
		line->go = GO_DUE;
		line->due = item;
	}
}

enum { HISTORY_BESIDE = 24, HISTORY_LEAST = 16 }; /* the mark, the time and the gaps take the first */

void page_history(struct page *page, int tab, struct arena *mem, const struct history_list *history,
		  const struct tui *t)
{
	int room = tui_columns(t) - HISTORY_BESIDE, cells = room < HISTORY_LEAST ? HISTORY_LEAST : room;

	page->history = history;
	page->history_tab = tab;
	for (size_t i = 0; i < history->count; i++) {
		const char *at = arena_printf(mem, "%s · %s", history->items[i].who, history->items[i].what);
		const char *when = history->items[i].when;
		size_t shown;

		for (size_t n; (n = text_wrap(at, cells, &shown)) > 0; at += n) {
			page_add(page, tab, mem, when, arena_text_n(mem, at, shown));
			when = "";
		}
	}
}
