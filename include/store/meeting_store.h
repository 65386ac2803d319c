/* What stands in a chair's diary: conferences and core groups with a slot, and slots that were given up. Inside the
 * caller's look. */
#ifndef STORE_MEETING_STORE_H
#define STORE_MEETING_STORE_H

#include "domain/record.h"
#include "store/store.h"

struct meeting {
	int64_t id, chair_id; /* id: of the conference, or of the core group's meeting */
	const char *login;    /* of the chair, "" none */
	bool is_core_group;
	const char *reference;     /* C-0412; of a core group the family's */
	enum conference_type type; /* of a conference */
	int sequence;              /* counts up at each change */
	day_number day;
	int starts, minutes; /* -1 not known */
	const char *place;
	bool is_gone; /* given up, or with another chair now */
};
struct meeting_list {
	struct meeting *items;
	size_t count, room;
};
/* With a slot on `since` or later, and slots given up since the moment `gone_since`. Only of families this user may
 * see. By day and time. */
bool meetings_since(struct store *s, int64_t user, day_number since, int64_t gone_since, struct arena *mem,
		    struct meeting_list *out, struct fault *f);

#endif
