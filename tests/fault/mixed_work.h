/* What forty people do to one case file at once: each act small, told by a few numbers and words, so that it can be
 * written down where the program is not, and done again. */
#ifndef TESTS_MIXED_WORK_H
#define TESTS_MIXED_WORK_H

#include "every_call.h"
#include "work.h"

#include <time.h>

/* How an act ended, as the person was told. A killed session was told nothing of its last one. */
enum act_end { ACT_BEGUN, ACT_DONE, ACT_FAILED };

struct act {
	int deed, which; /* which: of several pages, people, slots */
	int64_t version; /* as it was read before */
	char words[40];  /* what was typed */
	int64_t at;      /* the second it was done in: the clock stands still for an act */
	enum act_end end;
	int code;            /* of the fault, when it failed */
	int64_t first, last; /* its rows of the audit log; 0 none */
};

/* The families everybody works on. */
enum { HOT_PEOPLE = 6 };
struct hot_place {
	struct world world;
	int64_t people[HOT_PEOPLE];
};

/* --- The clock: the program's own calls go through these (LINKER:--wrap) --- */

static int64_t standing_clock; /* 0: it runs */

time_t __real_time(time_t *out);
time_t __wrap_time(time_t *out);
int __real_clock_gettime(clockid_t clock, struct timespec *out);
int __wrap_clock_gettime(clockid_t clock, struct timespec *out);

time_t __wrap_time(time_t *out)
{
	time_t now = standing_clock ? (time_t)standing_clock : __real_time(NULL);

	if (out)
		*out = now;
	return now;
}

/* The one against which a clock that was set shows. */
int __wrap_clock_gettime(clockid_t clock, struct timespec *out)
{
	if (clock != CLOCK_BOOTTIME || !standing_clock)
		return __real_clock_gettime(clock, out);
	*out = (struct timespec){.tv_sec = (time_t)standing_clock};
	return 0;
}

/* --- Looking --- */

typedef bool deed_run(struct casework *cw, const struct hot_place *place, struct act *a, struct arena *mem,
		      struct fault *f);
#define DEED(name)                                                                                                     \
	static bool name(struct casework *cw, const struct hot_place *place, struct act *a, struct arena *mem,         \
			 struct fault *f)

DEED(deed_page)
{
	static call *const pages[] = {family_page, child_page, conference_page, brief,  due,         my_day,  board,
				      clock_board, visits,     reports,         outbox, letter_text, invitees};

	return pages[(size_t)a->which % (sizeof pages / sizeof *pages)](cw, &place->world, mem, f);
}

DEED(deed_find)
{
	static const char *const words[] = {"okonkwo", "sul", "C-0001", "4 5 2019", "ada"};
	struct found_list out;

	(void)place;
	return casework_find(cw, words[(size_t)a->which % (sizeof words / sizeof *words)], 20, true, mem, &out, f);
}

/* --- What is read to be changed: fills in the version --- */

DEED(read_person)
{
	struct person_record record;

	if (!casework_person_record(cw, place->people[a->which % HOT_PEOPLE], 0, mem, &record, f))
		return false;
	a->version = record.person.version;
	return true;
}

DEED(read_booked)
{
	struct conference_page page;

	if (!casework_conference_page(cw, place->world.booked, mem, &page, f))
		return false;
	a->version = page.conference.version;
	return true;
}

DEED(read_invitee)
{
	struct invitees_page page;

	if (!casework_invitees(cw, place->world.booked, mem, &page, f))
		return false;
	for (size_t i = 0; i < page.lines.count; i++)
		if (page.lines.items[i].invitee.id == place->world.invitee)
			a->version = page.lines.items[i].invitee.version;
	return true;
}

static struct live_note note_of(struct casework *cw, const struct hot_place *place, const struct act *a)
{
	const struct settings_format *format = settings_format_find(
		casework_settings(cw), note_format_token(casework_policy(cw)->note_format));
	size_t which = (size_t)a->which % (format->headings.count < 3 ? format->headings.count : 3);

	return (struct live_note){.conference_id = place->world.live,
				  .heading = format->headings.items[which].key,
				  .person_id = format->headings.items[which].is_of_child ? place->world.live_child : 0,
				  .version = a->version,
				  .text = a->words};
}

DEED(read_note)
{
	struct live_note wanted = note_of(cw, place, a);
	struct live_page page;

	if (!casework_live(cw, place->world.live, mem, &page, f))
		return false;
	a->version = 0;
	for (size_t i = 0; i < page.notes.count; i++)
		if (page.notes.items[i].person_id == wanted.person_id &&
		    strcmp(page.notes.items[i].heading, wanted.heading) == 0)
			a->version = page.notes.items[i].version;
	return true;
}

/* --- Changing --- */

/* What else stands in the record is as it was at that version, or the save is refused. */
DEED(save_person)
{
	struct person_record record;
	bool ok;

	casework_reading_again(cw, true);
	ok = casework_person_record(cw, place->people[a->which % HOT_PEOPLE], 0, mem, &record, f);
	casework_reading_again(cw, false);
	if (!ok)
		return false;
	record = (struct person_record){.person = record.person};
	record.person.version = a->version;
	record.person.known_as = a->words;
	return casework_person_save(cw, &record, f);
}

DEED(save_booked)
{
	struct booking booking = place->world.booking;

	(void)mem;
	booking.conference_id = place->world.booked;
	booking.version = a->version;
	booking.reason = a->words;
	if (a->which % 2)
		booking.slot = place->world.other_slot;
	return casework_book(cw, &booking, f);
}

DEED(save_invitee)
{
	const struct invitee_answer answer = {.reply = a->which % 2 ? REPLY_COMING : REPLY_NONE,
					      .on = a->which % 2 ? casework_today(cw) : DAY_NONE};

	(void)mem;
	return casework_invitee_answer(cw, place->world.invitee, a->version, &answer, f);
}

DEED(save_note)
{
	struct live_note note = note_of(cw, place, a);

	(void)mem;
	return casework_live_note(cw, &note, f);
}

DEED(save_task)
{
	char ids[24];

	(void)mem;
	snprintf(ids, sizeof ids, "%lld", (long long)place->world.task);
	return a->which % 2 ? casework_deadline_reopen(cw, ids, f)
			    : casework_deadline_done(cw, ids, casework_today(cw), a->words, f);
}

/* --- Writing something new: the same numbers are wanted by everybody --- */

DEED(new_visit)
{
	struct visit visit = visit_blank();
	const struct visit_child seen = {.person_id = place->world.child, .outcome = VISIT_SEEN, .why = ""};

	(void)mem;
	visit.visited_on = casework_today(cw) - a->which % 20;
	visit.by_whom = "Tom Campbell";
	visit.noted = a->words;
	return casework_visit_record(cw, place->world.family, &visit, &seen, 1, f);
}

DEED(new_complaint)
{
	struct complaint c = complaint_blank();

	c.conference_id = place->world.approved;
	c.who = "Amelia Okonkwo";
	c.ground = GROUND_NOT_HEARD;
	c.words = a->words;
	return casework_complaint_register(cw, &c, mem, f);
}

DEED(new_family)
{
	int64_t id;

	(void)place;
	(void)mem;
	return casework_family_add(cw, a->words, &id, f);
}

DEED(new_request)
{
	const struct request_child children[] = {{.person = a_child("Ife", a->words, "2020-02-02")}};
	struct request request = a_request(children, 1, "2026-03-30");
	const char *reference;
	int64_t id;

	(void)place;
	return casework_request_take(cw, &request, mem, &reference, &id, f);
}

DEED(new_call)
{
	(void)mem;
	return casework_chase_by_telephone(cw, place->world.owed, a->words, "", a->which % 4 == 0, f);
}

DEED(break_glass)
{
	struct glass out;

	(void)place;
	return casework_glass_break(
		cw, "FAM-7001", arena_printf(mem, "the school rings about the child now, %s", a->words), mem, &out, f);
}

/* `read`: a deed of its own, done first; what it read may be old when this is saved. `each`: how many in a hundred. */
enum { NO_DEED = -1 };
enum deed {
	DEED_PAGE,
	DEED_FIND,
	READ_PERSON,
	READ_BOOKED,
	READ_INVITEE,
	READ_NOTE,
	SAVE_PERSON,
	SAVE_BOOKED,
	SAVE_INVITEE,
	SAVE_NOTE,
	SAVE_TASK,
	NEW_VISIT,
	NEW_COMPLAINT,
	NEW_FAMILY,
	NEW_REQUEST,
	NEW_CALL,
	BREAK_GLASS,
	BACK_UP, /* done by its own process */
	DEED_COUNT
};

static const struct {
	const char *name;
	deed_run *run;
	int read, each;
	bool is_look;
} deeds[DEED_COUNT] = {
	[DEED_PAGE] = {"page", deed_page, NO_DEED, 28, true},
	[DEED_FIND] = {"search", deed_find, NO_DEED, 8, true},
	[READ_PERSON] = {"person, read", read_person, NO_DEED, 0, true},
	[READ_BOOKED] = {"conference, read", read_booked, NO_DEED, 0, true},
	[READ_INVITEE] = {"invitees, read", read_invitee, NO_DEED, 0, true},
	[READ_NOTE] = {"notes, read", read_note, NO_DEED, 0, true},
	[SAVE_PERSON] = {"person", save_person, READ_PERSON, 18, false},
	[SAVE_BOOKED] = {"booking moved", save_booked, READ_BOOKED, 5, false},
	[SAVE_INVITEE] = {"answer", save_invitee, READ_INVITEE, 8, false},
	[SAVE_NOTE] = {"live note", save_note, READ_NOTE, 11, false},
	[SAVE_TASK] = {"task", save_task, NO_DEED, 5, false},
	[NEW_VISIT] = {"visit", new_visit, NO_DEED, 4, false},
	[NEW_COMPLAINT] = {"complaint", new_complaint, NO_DEED, 2, false},
	[NEW_FAMILY] = {"family", new_family, NO_DEED, 2, false},
	[NEW_REQUEST] = {"request", new_request, NO_DEED, 2, false},
	[NEW_CALL] = {"call", new_call, NO_DEED, 5, false},
	[BREAK_GLASS] = {"broken glass", break_glass, NO_DEED, 2, false},
	[BACK_UP] = {"back-up", NULL, NO_DEED, 0, true},
};

static inline struct hot_place make_hot_place(struct casework_fixture *fixture)
{
	struct hot_place place = {.world = make_world(fixture)};
	const struct world *w = &place.world;

	for (int i = 0; i < HOT_PEOPLE; i++)
		place.people[i] = number(fixture,
					 "SELECT person_id FROM conference_child WHERE conference_id IN (%lld, %lld, "
					 "%lld) ORDER BY conference_id, person_id LIMIT 1 OFFSET %d",
					 (long long)w->waiting, (long long)w->booked, (long long)w->live, i);
	return place;
}

#endif
