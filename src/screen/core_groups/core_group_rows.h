/* The lines of one core group's page. Private to its screens. */
#ifndef CORE_GROUP_ROWS_H
#define CORE_GROUP_ROWS_H

#include "core_groups.h"
#include "tui/list.h"

/* Identities of rows: from here on that of a meeting. */
enum { CORE_GROUP_MEETING_ROWS = 1000000 };

enum row_kind { ROW_HEADING, ROW_MEETING, ROW_MEMBER, ROW_ACTION };
struct group_row {
	enum row_kind kind;
	const char *label, *words;
	bool is_late;
	size_t at; /* in the list of its kind */
	int64_t identity;
};
struct group_rows {
	struct group_row *items;
	size_t count, room;
};
struct group_state {
	int64_t family;
	struct core_group_page page;
	struct group_rows rows;
	struct list list;
	day_number today;
	int64_t newest; /* the meeting that came into the file last, to go to one that is new */
	bool is_open;
};

/* Meetings, members, actions; false when there is no memory. */
bool core_group_rows(struct group_state *state, struct arena *mem);
/* All that is known of a settled meeting, to read. */
bool core_group_read_meeting(const struct group_state *state, struct tui *t, const struct group_row *row,
			     struct fault *f);

#endif
