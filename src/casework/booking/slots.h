/* The search for free slots: everything it looks at is loaded once, then it is arithmetic over plain structs. */
#ifndef CASEWORK_SLOTS_H
#define CASEWORK_SLOTS_H

#include "avoidance.h"
#include "domain/conflict.h"
#include "store/booking_store.h"
#include "work.h"

/* The chairs, rooms and minute-takers of the authority, and what they are taken for in a window of days. */
struct slot_world {
	const struct working_calendar *calendar;
	int day_starts, day_ends, step; /* minutes */
	int premeet;                    /* minutes the chair spends with the family before */
	struct resource_list chairs, rooms, minute_takers;
	struct booking_row_list taken; /* by day */
	day_number from, to;           /* what `taken` covers */
};
/* Reads it; `from` to `to` included. */
bool slot_world_load(struct casework *cw, day_number from, day_number to, struct arena *mem, struct slot_world *out,
		     struct fault *f);

/* What a slot must have. */
struct slot_needs {
	int64_t conference_id; /* its own booking does not stand in its way; 0 none */
	int minutes;
	const char *access;
	struct avoidance avoid;
	bool no_video;
	int64_t wanted_chair;           /* preferred: who chaired last; 0 nobody */
	int64_t barred_chair;           /* must not: a second conference has a different chair; 0 nobody */
	struct conflict_list conflicts; /* must not either */
};
bool slot_bars(const struct slot_needs *needs, int64_t resource);

/* A day looked at once: what it can give. */
struct slot_day {
	const struct slot_world *world;
	day_number day;
	const struct booking_row *first; /* the taken rows of this day */
	size_t count;
	int earliest; /* minutes since midnight: nothing before */
};
struct slot_day slot_day_of(const struct slot_world *world, day_number day);

struct slot_found {
	struct slot slot;
	const struct resource *chair, *room, *minute_taker; /* minute_taker NULL where the authority has none to book */
};
/* The first start from `from` on and before `before` (minutes) at which chair, room and minute-taker are free. With
 * `honour` wishes are kept, without it only what cannot be done otherwise. */
bool slot_find(const struct slot_day *day, const struct slot_needs *needs, int from, int before, bool honour,
	       struct slot_found *out);

/* The same for the morning or the afternoon, which begin when the family has met the chair; what is earlier is only
 * taken when nothing else is free. */
bool slot_find_in_half(const struct slot_day *day, const struct slot_needs *needs, bool morning, bool honour,
		       struct slot_found *out);

/* Whether a resource is free; its own conference's booking is no hindrance. */
bool slot_is_free(const struct slot_day *day, const struct resource *resource, int64_t conference, int starts,
		  int ends);

bool slot_works_on(const struct resource *resource, day_number day);

/* How much a chair or minute-taker already has in the week of a day: work is spread. */
int slot_load_in_week(const struct slot_world *world, int64_t resource, day_number day);

/* Has the room what is asked ("step-free, hearing loop": each)? Nothing asked: yes. */
bool slot_room_has(const struct resource *room, const char *access);

/* Where a search may begin: the next working day after today, or today itself when nothing later would be in time. */
day_number slot_earliest_day(const struct casework *cw, day_number last_day);
/* A day of the world with what is already over on it taken away. */
struct slot_day slot_day_from_now(const struct casework *cw, const struct slot_world *world, day_number day);

#define SLOT_NOON (12 * 60)

#endif
