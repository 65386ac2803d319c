/* Go to anything or run any action: ':' from anywhere. Screens and actions by name, then people, families and
 * references. */
#include "access.h"
#include "base/text.h"
#include "casework/pages.h"
#include "complaint.h"
#include "conference_tabs.h"
#include "core_groups.h"
#include "directory.h"
#include "escalation.h"
#include "my_day.h"
#include "outbox.h"
#include "plan_end.h"
#include "plan_list.h"
#include "plan_page.h"
#include "retention.h"
#include "reviews.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum place {
	GO_TODAY = 1,
	GO_CLOCK,
	GO_DIARY,
	GO_REQUEST,
	GO_DRAFTS,
	GO_OUTBOX,
	GO_REPORTS,
	GO_CHASE,
	GO_DIRECTORY,
	GO_MY_DAY,
	GO_LIST,
	GO_COMPLAINTS,
	GO_ESCALATIONS,
	GO_CORE_GROUPS,
	GO_REVIEWS,
	GO_MOVES,
	GO_ARRIVAL,
	GO_OVERDUE,
	GO_GLASS,
	GO_ACCESS,
	GO_RETENTION,
	GO_DISPOSALS,
	GO_AUDIT,
	GO_BLANK,
	GO_LOCK,
	GO_HELP,
	GO_QUIT
};
/* KIND_FOUND + enum found_kind; KIND_PLAN + the same: the plan of what was found. */
enum { KIND_PLACE, KIND_ACTION, KIND_FOUND, KIND_PLAN = 100 };
enum { GO_TO_ANSWER = 7501 };

/* A place is offered to whoever may open it, by the right that its own screen asks for. */
static const struct {
	enum place place;
	enum action right;
	const char *words, *keys, *detail;
} places[] = {
	{GO_TODAY, ACTION_SEE_CASES, "Today", "", "what is late and due"},
	{GO_CLOCK, ACTION_SEE_CASES, "Clock", "c", "enquiries that wait for a conference"},
	{GO_DIARY, ACTION_SEE_CASES, "Diary", "d", "week and month"},
	{GO_REQUEST, ACTION_TAKE_REQUESTS, "Add request", "a", "take a request for a conference"},
	{GO_DRAFTS, ACTION_ANYTHING_OWN, "Drafts", "D", "typed and not saved yet"},
	{GO_OUTBOX, ACTION_SEE_CASES, "Outbox", "O", "letters that wait, failed or came back"},
	{GO_REPORTS, ACTION_SEE_CASES, "Reports of the week", "R",
	 "what agencies owe the conferences of this week and the next"},
	{GO_CHASE, ACTION_SEE_CASES, "Chase reports", "H", "whose report is to be asked for again"},
	{GO_MY_DAY, ACTION_SEE_CASES, "My day", "Y", "a chair's conferences and what they lack"},
	{GO_LIST, ACTION_LOOK_UP_PLANS, "List of children on plans", "N", "is this child on a plan?"},
	{GO_COMPLAINTS, ACTION_SEE_CASES, "Complaints", "K", "the register of complaints about conferences"},
	{GO_ESCALATIONS, ACTION_SEE_CASES, "Escalations", "K Tab",
	 "concerns about practice and formal dissents, with the managers"},
	{GO_CORE_GROUPS, ACTION_SEE_CASES, "Core groups", "B", "when each meets next, late or booked"},
	{GO_REVIEWS, ACTION_SEE_CASES, "Reviews to come", "V", "twelve weeks of reviews against their limits"},
	{GO_MOVES, ACTION_SEE_CASES, "Moves and endings", "E", "children who move, plans asked to end"},
	{GO_ARRIVAL, ACTION_TAKE_REQUESTS, "Family moves here", "E a",
	 "with a plan of another authority: children, move and conference"},
	{GO_OVERDUE, ACTION_SEE_CASES, "Overdue actions", "U", "of all plans, by who owes them"},
	{GO_GLASS, ACTION_SEE_CASES, "Break the glass", "", "opens a restricted record, with a reason"},
	{GO_ACCESS, ACTION_RESTRICT_FAMILIES, "Restricted records", "", "who broke the glass, what is restricted"},
	{GO_RETENTION, ACTION_REVIEW_RETENTION, "Records to go", "", "kept for as long as the rules say; holds"},
	{GO_DISPOSALS, ACTION_REVIEW_RETENTION, "Disposals", "", "what was proposed to go, certificates of what went"},
	{GO_AUDIT, ACTION_READ_AUDIT, "Audit log", "", "for auditors: who did what, and was refused what"},
	{GO_DIRECTORY, ACTION_SEE_CASES, "Directory", "P", "agencies and who works there"},
	{GO_BLANK, ACTION_ANYTHING_OWN, "Blank the screen", "F9", "hides everything at once"},
	{GO_LOCK, ACTION_ANYTHING_OWN, "Lock the screen", "X", "your account's password opens it again"},
	{GO_HELP, ACTION_ANYTHING_OWN, "Help", "?", "the keys of this screen"},
	{GO_QUIT, ACTION_ANYTHING_OWN, "Quit", "Q", "leave Quorate"},
};

/* Every word typed begins a word of the place's name. */
static bool place_matches(const char *words, const char *folded, struct arena *mem)
{
	const char *name = text_fold(mem, words);
	size_t length = strlen(folded);

	for (const char *at = name; at; at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL)
		if (strncmp(at, folded, length) == 0)
			return true;
	return strncmp(name, folded, length) == 0;
}

static bool add_places(struct casework *cw, const char *typed, struct arena *mem, struct palette_list *out)
{
	const char *folded = text_fold(mem, typed);

	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct palette_item *item;

		if (!place_matches(places[i].words, folded, mem) || !casework_may(cw, places[i].right, NULL))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		*item = (struct palette_item){.label = places[i].words,
					      .detail = places[i].detail,
					      .keys = places[i].keys,
					      .kind = KIND_PLACE,
					      .number = places[i].place};
		out->total++;
	}
	return true;
}

/* The tabs of a conference have figures for keys and their own row of names. */
static const char *named_in_palette(const struct binding *b)
{
	int tab = b->op - OP_CONFERENCE_TAB_FIRST;

	if (b->label || tab < 0 || tab >= CONFERENCE_TAB_COUNT || b->key != (tui_key)('1' + tab))
		return b->label;
	return conference_tab_labels[tab];
}

/* The actions of the screen beneath, by their words; those that cannot be run now are left out. */
static bool add_actions(struct desk *desk, const char *typed, struct arena *mem, struct palette_list *out)
{
	const char *folded = text_fold(mem, typed);

	for (int row = 0; row < 32 && desk->acting->keys && desk->acting->keys[row].key; row++) {
		const struct binding *b = &desk->acting->keys[row];
		const char *words = named_in_palette(b);
		struct palette_item *item;
		char name[16];

		if (!words || !folded[0] || !place_matches(words, folded, mem) || !(desk->acting_live >> row & 1))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		*item = (struct palette_item){.label = words,
					      .detail = words == b->label ? b->help : "of this conference",
					      .kind = KIND_ACTION,
					      .number = b->op,
					      .keys = arena_text(mem, tui_key_name(b->key, name))};
		out->total++;
	}
	return true;
}

/* "plan of okonkwo", "plan P-0041": whose plan; NULL when something else is typed. */
static const char *plan_asked(const char *typed)
{
	if (strncasecmp(typed, "plan ", 5) != 0)
		return NULL;
	typed += 5;
	typed += strspn(typed, " ");
	if (strncasecmp(typed, "of ", 3) == 0)
		typed += 3;
	return typed + strspn(typed, " ");
}

/* People, families and references, for whoever may see any. */
static bool find(struct desk *desk, const char *typed, struct arena *mem, struct found_list *out, struct fault *f)
{
	if (strlen(typed) < 2)
		return casework_search_ends(desk->cw, f);
	return !casework_may(desk->cw, ACTION_SEE_CASES, NULL) ||
	       casework_find(desk->cw, typed, 50, false, mem, out, f);
}

/* Families and children, each to be opened at its plan. */
static bool add_plans(struct desk *desk, const char *whose, struct arena *mem, struct palette_list *out,
		      struct fault *f)
{
	struct found_list found = {0};

	if (!find(desk, whose, mem, &found, f))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		struct palette_item *item = found.items[i].kind == FOUND_CONFERENCE ? NULL : ARENA_PUSH(mem, out);

		if (!item)
			continue;
		*item = (struct palette_item){.label = arena_printf(mem, "Plan of %s", found.items[i].label),
					      .detail = found.items[i].detail,
					      .keys = "",
					      .kind = KIND_PLAN + (int)found.items[i].kind,
					      .number = found.items[i].id};
		out->total++;
	}
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
}

/* A record by its reference, of which this person may know that it is kept from them. */
static bool go_to_why_none(void *world, const char *typed, struct fault *f)
{
	struct casework *cw = ((struct desk *)world)->cw;
	enum found_kind kind;
	int64_t id;

	if (!casework_may(cw, ACTION_SEE_CASES, NULL) || casework_resolve(cw, typed, &kind, &id, f))
		return true;
	return f->code == FAULT_NOT_FOUND;
}

static bool go_to_find(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct desk *desk = world;
	struct found_list found = {0};

	out->why_none = go_to_why_none;
	if (plan_asked(typed))
		return add_plans(desk, plan_asked(typed), mem, out, f);
	if (!find(desk, typed, mem, &found, f))
		return false;
	if (strlen(typed) < 3 || !found.count)
		if (!add_places(desk->cw, typed, mem, out) || !add_actions(desk, typed, mem, out))
			return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
	for (size_t i = 0; i < found.count; i++) {
		struct palette_item *item = ARENA_PUSH(mem, out);

		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
		*item = (struct palette_item){.label = found.items[i].label,
					      .detail = found.items[i].detail,
					      .keys = "",
					      .kind = KIND_FOUND + (int)found.items[i].kind,
					      .number = found.items[i].id};
	}
	out->total += found.total;
	if (strlen(typed) >= 3 && found.count &&
	    (!add_places(desk->cw, typed, mem, out) || !add_actions(desk, typed, mem, out)))
		return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
	return true;
}

bool go_to_open(struct tui *t, struct fault *f)
{
	struct desk *desk = desk_of(t);

	desk->acting = tui_top_class(t);
	desk->acting_live = 0;
	for (int row = 0; row < 32 && desk->acting->keys && desk->acting->keys[row].key; row++)
		desk->acting_live |= (uint32_t)tui_top_op_is_live(t, desk->acting->keys[row].op) << row;
	return palette_open(t, GO_TO_ANSWER, go_to_find, f);
}

static bool go_place(struct tui *t, enum place place, struct fault *f)
{
	static const struct request_start nothing, arrival = {.is_arrival = true};

	switch (place) {
	case GO_TODAY: return tui_go(t, &today_screen, NULL, f);
	case GO_CLOCK: return clock_open(t, f);
	case GO_DIARY: return diary_open(t, casework_today(casework_of(t)), f);
	case GO_REQUEST: return request_form_open(t, &nothing, f);
	case GO_DRAFTS: return drafts_open(t, f);
	case GO_OUTBOX: return outbox_open(t, f);
	case GO_REPORTS: return reports_week_open(t, f);
	case GO_CHASE: return chase_open(t, f);
	case GO_DIRECTORY: return directory_open(t, f);
	case GO_MY_DAY: return my_day_open(t, f);
	case GO_LIST: return plan_list_open(t, f);
	case GO_COMPLAINTS: return complaints_open(t, f);
	case GO_ESCALATIONS: return escalations_open(t, f);
	case GO_CORE_GROUPS: return core_groups_open(t, f);
	case GO_REVIEWS: return reviews_open(t, f);
	case GO_GLASS: return glass_form_open(t, NULL, f);
	case GO_ACCESS: return access_open(t, f);
	case GO_RETENTION: return retention_open(t, f);
	case GO_DISPOSALS: return disposals_open(t, f);
	case GO_AUDIT: return audit_log_open(t, f);
	case GO_ARRIVAL: return request_form_open(t, &arrival, f);
	case GO_MOVES: return moves_open(t, 0, f);
	case GO_OVERDUE: return overdue_actions_go(t, f);
	case GO_BLANK: tui_do(t, OP_BLANK); return true;
	case GO_LOCK: tui_do(t, OP_LOCK); return true;
	case GO_HELP: tui_do(t, OP_HELP); return true;
	case GO_QUIT: tui_quit(t); return true;
	default: return true;
	}
}

void go_to_answered(struct tui *t, const struct answer *answer)
{
	struct casework *cw = casework_of(t);
	struct arena mem = {0};
	struct found_list found = {0};
	struct fault f = {0};
	int kind = 0;
	bool done;

	if (answer->code != GO_TO_ANSWER)
		return;
	kind = atoi(answer->text);
	if (kind == KIND_PLACE || kind == KIND_ACTION)
		casework_search_was_none(cw);
	if (kind == KIND_PLACE) {
		done = go_place(t, (enum place)answer->number, &f);
	} else if (kind == KIND_ACTION) {
		tui_do(t, (int)answer->number);
		done = true;
	} else {
		const char *typed = strchr(answer->text, ' ');

		typed = typed ? typed + 1 : "";
		casework_find(cw, kind >= KIND_PLAN && plan_asked(typed) ? plan_asked(typed) : typed, 50, true, &mem,
			      &found, NULL); /* the search that is acted on is logged */
		arena_finish(&mem);
		if (kind >= KIND_PLAN) {
			done = kind - KIND_PLAN == FOUND_FAMILY ? plan_page_open(t, answer->number, 0, &f)
								: plan_page_of_child(t, answer->number, &f);
			if (!done)
				tui_say_fault(t, &f);
			return;
		}
		switch ((enum found_kind)(kind - KIND_FOUND)) {
		case FOUND_CONFERENCE: done = conference_open(t, answer->number, &f); break;
		case FOUND_FAMILY: done = family_open(t, answer->number, &f); break;
		case FOUND_COMPLAINT: done = complaint_open(t, answer->number, &f); break;
		case FOUND_ESCALATION: done = escalation_open(t, answer->number, &f); break;
		default: done = child_open(t, answer->number, &f); break;
		}
	}
	if (!done)
		tui_say_fault(t, &f);
}
