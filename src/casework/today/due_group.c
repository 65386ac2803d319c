/* Groups open deadlines: siblings who share rule, trigger and due date are one line of work. */
#include "due_group.h"

#include "booking_facts.h"
#include "domain/transfer.h"

#include <stdlib.h>
#include <string.h>

day_number due_act_by(day_number due, day_number limit)
{
	return deadline_last_day(due, limit);
}

static const char *day_and_time(day_number on, int starts, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], clock[8];

	return arena_printf(mem, "%s%s%s", date_short(on, day), starts < 0 ? "" : " ", date_clock(starts, clock));
}

const char *due_booked_words(const struct work_row *row, struct arena *mem)
{
	return row->held_on == DAY_NONE ? "" : day_and_time(row->held_on, row->starts, mem);
}

static int compare_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static bool stands_alone(const struct work_row *row)
{
	return row->subject_kind == SUBJECT_CONFERENCE || row->subject_kind == SUBJECT_COMPLAINT ||
	       row->subject_kind == SUBJECT_ESCALATION || row->subject_kind == SUBJECT_TRANSFER;
}

/* What belongs together lies together; a conference's own rows never join another conference's. */
static int compare_keys(const struct work_row *a, const struct work_row *b)
{
	const int64_t keys[][2] = {
		{a->rule, b->rule},
		{a->family_id, b->family_id},
		{a->trigger_on, b->trigger_on},
		{a->due_on, b->due_on},
		{a->limit_on, b->limit_on},
		{stands_alone(a) ? a->subject_id : 0, stands_alone(b) ? b->subject_id : 0},
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i][0] != keys[i][1])
			return compare_numbers(keys[i][0], keys[i][1]);
	return 0;
}

static int compare_rows(const void *left, const void *right)
{
	const struct work_row *a = *(const struct work_row *const *)left, *b = *(const struct work_row *const *)right;
	int order = compare_keys(a, b);

	return order ? order : compare_numbers(a->id, b->id);
}

static int compare_groups(const void *left, const void *right)
{
	const struct due_item *a = &((const struct due_group *)left)->item,
			      *b = &((const struct due_group *)right)->item;
	int order = compare_numbers(due_act_by(a->due, a->limit), due_act_by(b->due, b->limit));

	if (!order)
		order = compare_numbers(a->lane, b->lane);
	if (!order)
		order = strcmp(a->family_words, b->family_words);
	return order ? order : compare_numbers(a->id, b->id);
}

static const struct work_child *first_child(const struct work_child_list *children, int64_t deadline)
{
	size_t low = 0, high = children->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (children->items[middle].deadline_id < deadline)
			low = middle + 1;
		else
			high = middle;
	}
	return children->items + low;
}

const char *due_child_label(const struct work_child *child, struct arena *mem)
{
	const struct person p = {.la_child_id = child->la_child_id,
				 .surname = child->surname,
				 .given_names = child->given_names,
				 .known_as = child->known_as,
				 .born_on = child->born_on,
				 .expected_on = child->expected_on,
				 .died_on = DAY_NONE};
	char name[NAME_ROOM];

	return *child->la_child_id ? child->la_child_id : arena_text(mem, person_full_name(&p, name));
}

bool due_names_child(const struct due_item *item, const char *label)
{
	size_t bytes = strlen(label);

	for (const char *at = item->children; bytes > 0 && *at; at += *at == '\n') {
		size_t line = strcspn(at, "\n");

		if (line == bytes && memcmp(at, label, bytes) == 0)
			return true;
		at += line;
	}
	return false;
}

/* Children of one more row; one who is there already (two rules, two enquiries) is not counted twice. */
static void add_children(struct due_item *item, int64_t deadline, const struct work_child_list *children,
			 struct arena *mem)
{
	const struct work_child *end = children->items + children->count;

	for (const struct work_child *c = first_child(children, deadline); c < end && c->deadline_id == deadline; c++) {
		const char *label = due_child_label(c, mem);

		if (due_names_child(item, label))
			continue;
		item->children = *item->children ? arena_printf(mem, "%s\n%s", item->children, label) : label;
		item->child_count++;
	}
}

static const char *conference_missing(const struct work_row *row, day_number today, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (!row->conference_id)
		return "not requested";
	if (row->conference_state == STATE_POSTPONED)
		return "postponed, no slot";
	if (row->held_on == DAY_NONE)
		return "no slot";
	if (row->conference_state == STATE_IN_PROGRESS)
		return "being held";
	if (conference_state_is_held(row->conference_state))
		return "held";
	if (row->held_on < today)
		return arena_printf(mem, "held or postponed on %s?", date_short(row->held_on, day));
	return arena_printf(mem, "booked %s", due_booked_words(row, mem));
}

/* What is owed about a complaint or an escalation, and of which conference it is. */
static const char *challenge_missing(const struct work_row *row, struct arena *mem)
{
	const char *what = row->rule == RULE_COMPLAINT_ACKNOWLEDGE     ? "not acknowledged"
			   : row->rule == RULE_COMPLAINT_CHAIR_CONTACT ? "not spoken to"
								       : "not answered";

	return *row->own_reference ? arena_printf(mem, "%s, of %s", what, row->conference_reference) : "open";
}

/* "Newham: 2 papers not sent" */
static const char *move_missing(const struct work_row *row, day_number today, struct arena *mem)
{
	struct transfer move = transfer_blank();

	move.papers = (unsigned)row->papers;
	move.accepted_on = row->accepted_on;
	move.moved_on = row->moved_on;
	move.home_on = row->home_on;
	return arena_printf(mem, "%s: %s", row->authority, transfer_waits_for(&move, today, mem));
}

static const char *meeting_words(const struct work_row *row, day_number today, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (row->meeting_on == DAY_NONE)
		return "not booked";
	return row->meeting_on < today
		       ? arena_printf(mem, "held or missed on %s?", date_short(row->meeting_on, day))
		       : arena_printf(mem, "booked %s", day_and_time(row->meeting_on, row->meeting_starts, mem));
}

/* When the next is booked, or that nobody said how it went; and that the record of the last went to nobody. */
static const char *core_group_missing(const struct work_row *row, day_number today, struct arena *mem)
{
	const char *words = meeting_words(row, today, mem);
	char day[DATE_TEXT_ROOM];

	return row->unsent_on == DAY_NONE
		       ? words
		       : arena_printf(mem, "%s; record of %s not sent", words, date_short(row->unsent_on, day));
}

static const char *missing_words(const struct work_row *row, day_number today, struct arena *mem)
{
	static const char *const words[LANE_COUNT] = {
		[LANE_INVITE] = "not sent", [LANE_REPLIES] = "not asked", [LANE_REPORTS] = "not in",
		[LANE_BUNDLE] = "not made", [LANE_LETTERS] = "not sent",  [LANE_RECORD] = "not done",
	};
	enum lane lane = rule_lane(row->rule);

	if (row->rule == RULE_TRANSFER_OUT)
		return move_missing(row, today, mem);
	if (lane == LANE_BOOK || lane == LANE_REVIEWS)
		return conference_missing(row, today, mem);
	if (row->rule == RULE_CORE_GROUP_FIRST || row->rule == RULE_CORE_GROUP_NEXT)
		return core_group_missing(row, today, mem);
	if (row->rule == RULE_RECORD_APPROVE)
		return "not approved";
	if (row->rule == RULE_RECORD_DISTRIBUTE)
		return "not sent";
	if (row->rule == RULE_REPORT_FAMILY_INITIAL || row->rule == RULE_REPORT_FAMILY_REVIEW)
		return "not shared";
	if (row->rule == RULE_COMES_OF_AGE)
		return "turns 18: x on the child's page";
	if (row->rule == RULE_VISIT)
		return "not seen";
	if (row->rule == RULE_REVIEW_UPDATE)
		return "not asked";
	if (lane == LANE_COMPLAINTS)
		return challenge_missing(row, mem);
	return (unsigned)lane < LANE_COUNT && words[lane] ? words[lane] : "";
}

/* Late by the working days that have gone by since; at a weekend that is over it is late though none has. */
static void fill(struct due_group *group, day_number today, const struct working_calendar *calendar, struct arena *mem)
{
	const struct work_row *row = group->row;
	struct due_item *item = &group->item;
	day_number act_by = due_act_by(row->due_on, row->limit_on);

	item->conference_id = row->conference_id;
	item->reference = *row->own_reference                                      ? row->own_reference
			  : item->lane == LANE_CORE_GROUPS && *row->plan_reference ? row->plan_reference
			  : row->conference_id                                     ? row->conference_reference
			  : *row->plan_reference                                   ? row->plan_reference
										   : row->family_reference;
	item->family = row->family_reference;
	item->family_words = family_words(row->family_name, row->family_reference, item->child_count, mem);
	item->by = act_by;
	item->working_days_left = working_days_left(today, act_by, calendar);
	item->state = deadline_state(act_by, today, calendar, DUE_SOON_WD);
	item->owner = row->owner;
	item->missing = missing_words(row, today, mem);
	item->chair = row->conference_id ? row->chair : "";
	item->conference_state = row->conference_state;
}

static struct due_group *start_group(const struct work_row *row, struct arena *mem, struct due_group_list *out)
{
	struct due_group *group = ARENA_PUSH(mem, out);

	if (group)
		*group = (struct due_group){.row = row,
					    .item = {.id = row->id,
						     .rule = row->rule,
						     .lane = rule_lane(row->rule),
						     .family_id = row->family_id,
						     .subject_kind = row->subject_kind,
						     .subject_id = row->subject_id,
						     .trigger_on = row->trigger_on,
						     .due = row->due_on,
						     .limit = row->limit_on,
						     .version = row->version,
						     .ids = "",
						     .later = "",
						     .children = ""}};
	return group;
}

void due_groups_sort(struct due_group_list *groups)
{
	if (groups->count > 1)
		qsort(groups->items, groups->count, sizeof *groups->items, compare_groups);
}

bool due_groups(const struct work_row_list *rows, const struct work_child_list *children, day_number today,
		const struct working_calendar *calendar, struct arena *mem, struct due_group_list *out, struct fault *f)
{
	const struct work_row **sorted = arena_alloc(mem, (rows->count + 1) * sizeof *sorted);
	struct due_group *group = NULL;

	*out = (struct due_group_list){0};
	if (!sorted)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to list what is due.");
	for (size_t i = 0; i < rows->count; i++)
		sorted[i] = &rows->items[i];
	qsort(sorted, rows->count, sizeof *sorted, compare_rows);
	for (size_t i = 0; i < rows->count; i++) {
		if (i == 0 || compare_keys(sorted[i - 1], sorted[i]) != 0)
			group = start_group(sorted[i], mem, out);
		if (!group)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to list what is due.");
		if (!group->row->conference_id)
			group->row = sorted[i]->conference_id ? sorted[i] : group->row;
		group->item.ids = arena_printf(mem, "%s%s%lld", group->item.ids, *group->item.ids ? " " : "",
					       (long long)sorted[i]->id);
		add_children(&group->item, sorted[i]->id, children, mem);
	}
	for (size_t i = 0; i < out->count; i++)
		fill(&out->items[i], today, calendar, mem);
	due_groups_sort(out);
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to list what is due.");
}
