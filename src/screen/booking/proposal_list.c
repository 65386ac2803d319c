/* Proposed slots as a list. */
#include "proposal_list.h"

#include <stdio.h>

enum { COLUMN_NUMBER, COLUMN_DAY, COLUMN_TIME, COLUMN_CHAIR, COLUMN_ROOM, COLUMN_MINUTES, COLUMN_LEFT };

const struct list_column proposal_columns[PROPOSAL_COLUMN_COUNT] = {
	{"", 1, LIST_RIGHT, 0, 0},      {"slot", 10, LIST_LEFT, 0, 0}, {"", 11, LIST_LEFT, 0, 0},
	{"chair", 17, LIST_LEFT, 0, 0}, {"room", 10, LIST_LEFT, 0, 0}, {"minutes", 13, LIST_LEFT, 0, 0},
	{"left", 0, LIST_LEFT, 0, 0},
};
const unsigned proposal_columns_widen = 1u << COLUMN_CHAIR | 1u << COLUMN_ROOM | 1u << COLUMN_MINUTES;

static int64_t proposal_identity(const void *rows, size_t row)
{
	const struct proposal *p = &((const struct proposal_list *)rows)->items[row];

	return ((int64_t)p->slot.day * 1440 + p->slot.starts) * 1000 + p->slot.chair_id % 1000;
}

static void proposal_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct proposal *p = &((const struct proposal_list *)rows)->items[row];
	char day[DATE_TEXT_ROOM], from[8], to[8];

	switch (column) {
	case COLUMN_NUMBER: snprintf(out, room, "%zu", row + 1); break;
	case COLUMN_DAY: snprintf(out, room, "%s", date_short(p->slot.day, day)); break;
	case COLUMN_TIME:
		snprintf(out, room, "%s-%s", date_clock(p->slot.starts, from),
			 date_clock(p->slot.starts + p->slot.minutes, to));
		break;
	case COLUMN_CHAIR: snprintf(out, room, "%s", p->chair); break;
	case COLUMN_ROOM: snprintf(out, room, "%s", p->room); break;
	case COLUMN_MINUTES: snprintf(out, room, "%s", p->minute_taker); break;
	default:
		if (p->working_days_left < 0)
			snprintf(out, room, "%d late", -p->working_days_left);
		else
			snprintf(out, room, "%d wd%s", p->working_days_left, p->warning[0] ? " !" : "");
	}
}

static enum tui_role proposal_role(const void *rows, size_t row, int column)
{
	const struct proposal *p = &((const struct proposal_list *)rows)->items[row];

	return column == COLUMN_LEFT && p->warning[0] ? TUI_SOON : TUI_TEXT;
}

struct list_source proposal_source(const struct proposal_list *proposals)
{
	return (struct list_source){
		.count = proposals->count,
		.identity = proposal_identity,
		.cell = proposal_cell,
		.role = proposal_role,
		.rows = proposals,
	};
}

void proposal_words(const struct proposal_list *proposals, size_t row, char *out, size_t room)
{
	const struct proposal *p = &proposals->items[row];

	if (p->warning[0])
		snprintf(out, room, "! Slot %zu: %s", row + 1, p->warning);
	else
		snprintf(out, room, "Slot %zu: all free and asked in time%s%s", row + 1, p->why[0] ? " · " : "",
			 p->why);
}
