/* Writing a record from what was entered: what it goes by, its sections, and the words of one. Private to
 * src/casework/record/record_*.c. */
#ifndef CASEWORK_RECORD_WRITING_H
#define CASEWORK_RECORD_WRITING_H

#include "casework/conference_record.h"
#include "domain/invitation.h"
#include "kept_home.h"
#include "live_reach.h"
#include "report_words.h"
#include "store/conference_store.h"
#include "store/core_group_store.h"
#include "store/plan_version_store.h"
#include "work.h"

/* Everything that was entered about one conference. */
struct record_facts {
	struct conference conference;
	struct family family;
	struct live live;
	struct invitee_list invitees; /* on the list now */
	struct live_children children;
	struct member_list members;
	bool is_divided; /* not every adult may read of every child: what is said of each child stands apart */
	struct sitting_list sittings;
	struct report_list reports;
	struct report_known known;
	struct kept_home_list kept_homes;
	const struct settings_format *format; /* headings the notes were taken under; NULL none */
	struct plan_version plan, earlier;    /* id 0 none */
	struct plan_action_list actions, earlier_actions;
	struct plan_network_list network;
	struct core_group group;
	struct core_group_member_list core_members;
	struct core_group_meeting_list meetings;
	struct conference review; /* the next one, id 0 none */
};
bool record_facts_read(struct casework *cw, const struct conference *conference, struct arena *mem,
		       struct record_facts *out, struct fault *f);

/* Restricted sections stand after all others; what a person adds stands last of its kind. */
enum { RECORD_OWN_FROM = 500, RECORD_RESTRICTED_FROM = 1000 };

/* What a section may say: of any child, or what is said of all of them and of none alone. */
enum { RECORD_OF_ANY = 0, RECORD_OF_ALL = -1 };

struct record_writing {
	struct casework *cw;
	struct arena *mem;
	const struct record_facts *facts;
	struct record_section_list sections; /* those that say something, in order */
	struct record_section open;
	char *text; /* of the open one so far */
	size_t bytes, room;
	int64_t of; /* the child whose section is open; RECORD_OF_ANY, RECORD_OF_ALL */
	int place;  /* of the last one begun: the same for a section whatever the others say */
	const struct settings_heading *heading; /* of the notes that are being written down */
	struct fault *f;
	bool has_failed; /* and said why */
};

void record_begin(struct record_writing *w, const char *key, const char *heading, bool is_restricted);
/* One section, or, where the children do not have the same parents, one of all of them and one of each child: a copy
 * then holds what its reader may read of. `say` asks record_speaks_of what to say. */
void record_of_each(struct record_writing *w, const char *key, const char *heading,
		    void (*say)(struct record_writing *w));
bool record_speaks_of(const struct record_writing *w, int64_t child); /* 0: of all of them */
void record_of_no_child(struct record_writing *w);                    /* the open one: every copy has it */
void record_end(struct record_writing *w);                            /* a section that says nothing is left out */
__attribute__((format(printf, 2, 3))) void record_line(struct record_writing *w, const char *format, ...);
void record_lead(struct record_writing *w, const char *lead, const char *text); /* "Lead: text", nothing for "" */
void record_gap(struct record_writing *w);                                      /* an empty line before what follows */

/* The parts, each in a file by what it is about. What may not be read by the family stands in sections of its own. */
void record_about(struct record_writing *w);
void record_people(struct record_writing *w);
void record_reports(struct record_writing *w);
void record_said(struct record_writing *w);
void record_children_said(struct record_writing *w);
void record_family_said(struct record_writing *w);
void record_agencies_said(struct record_writing *w);
void record_decided(struct record_writing *w);
void record_plan(struct record_writing *w);
void record_afterwards(struct record_writing *w);
void record_restricted(struct record_writing *w);

/* May what this person said be read by the family? Not what the police said, nor whoever's report is kept from it. */
bool record_may_be_quoted(const struct record_facts *facts, const struct invitee *invitee);
/* Comes with somebody who is kept apart, so that no copy for the family names them. */
bool record_is_told_apart(const struct record_facts *facts, const struct invitee *invitee);
/* Their name and agency; of who is kept apart only what they are, in sections that who must not meet them reads. */
const char *record_who(const struct record_writing *w, const struct invitee *invitee);
const struct invitee *record_invitee(const struct record_facts *facts, int64_t id); /* NULL: not on the list now */
const struct attendance *record_attendance(const struct record_facts *facts, int64_t invitee); /* NULL not recorded */
const struct child_decision *record_decision(const struct record_facts *facts, int64_t child); /* NULL none */
const char *record_full_name(const struct record_writing *w, const struct person *person);
const char *record_day(const struct record_writing *w, day_number day); /* "Thursday 2 April 2026", "" none */

#endif
