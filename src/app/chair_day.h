/* A chair's day in plain sentences, for reading and for a screen reader: `quorate today --chair`. */
#ifndef APP_CHAIR_DAY_H
#define APP_CHAIR_DAY_H

#include "app.h"

#include "casework/brief.h"

struct chair_day {
	struct arena *mem;
	struct my_day_list list;
	struct brief *briefs; /* of each item of the list; NULL: not read */
};
bool chair_day_read(struct app *app, const char *chair, day_number day, bool with_briefs, struct chair_day *out,
		    struct fault *f);
/* `when` completes "There is no conference ...". */
void chair_day_say(const struct chair_day *day, const char *when);

#endif
