/* The meetings of a chair as a calendar file that a diary reads again and again. */
#ifndef CASEWORK_CHAIR_CALENDAR_H
#define CASEWORK_CHAIR_CALENDAR_H

#include "casework/casework.h"
#include "letter/press.h"

/* Conferences with a slot and the core groups that follow them, from four weeks back on, and as cancelled what was
 * given up, or went to another chair, in that time. Without any name: reference, what it is, when and where. `chair` as
 * in due_filter, "" all; whoever may export their own conferences only gets their own. *count: how many meetings;
 * FAULT_NOT_FOUND where there is none. */
bool casework_chair_calendar(struct casework *cw, const char *chair, struct arena *mem, struct press_bytes *out,
			     size_t *count, struct fault *f);

#endif
