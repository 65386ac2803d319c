/* The forms about a core group: their fields, what they show at first, and how they are saved. */
#ifndef CORE_GROUP_FIELDS_H
#define CORE_GROUP_FIELDS_H

#include "core_groups.h"
#include "form_screen.h"

enum { GROUP_MEMBERS_MOST = 30, GROUP_FIELDS_MOST = 12 + GROUP_MEMBERS_MOST };

struct group_values {
	char day[48], starts[24], length[24], place[300], late_reason[600];
	char who[300], how[300], why[600], state[16];
	char notes[4000], evidence[1500], difference[1500];
	char without_social_worker[8], inquorate[8];
	char there[GROUP_MEMBERS_MOST][16];
};

struct group_form {
	struct form_screen frame; /* first: form_screen.c goes by it */
	enum core_group_form_kind kind;
	int64_t family, subject;
	struct casework *cw;
	struct arena mem; /* the page as it was read: as long as the form */
	struct core_group_page page;
	struct core_group_meeting meeting; /* what it is about; id 0: none */
	struct core_group_member member;
	struct plan_action action;
	struct core_group_slot offered;      /* the day that was chosen; day 0 none */
	char newcomer[300];                  /* who joins, as it was typed */
	int64_t said_at;                     /* the meeting at which it is said; 0 between two */
	int64_t members[GROUP_MEMBERS_MOST]; /* of `there` */
	size_t member_count;
	struct field fields[GROUP_FIELDS_MOST];
	size_t field_count;
	struct group_values values, now; /* as typed; as the record has them, when another person saved it first */
};

/* Of its kind, with one for each member where it was held. */
void group_fields_make(struct group_form *form);
/* The day typed; false with a sentence when it cannot be understood. */
bool group_day(const struct group_form *form, day_number *out, struct fault *f);

/* What this kind is called above the form, and in drafts. */
const char *group_form_title(enum core_group_form_kind kind);
const char *group_form_token(enum core_group_form_kind kind);

/* The meeting, member or action it is about. */
bool group_find_subject(struct group_form *form, struct fault *f);
void group_fill(struct group_form *form);
/* Title, the line above and the draft of the form, which is filled. */
void group_name_frame(struct group_form *form);

/* The meeting as it is typed. */
bool group_meeting(const struct group_form *form, struct core_group_meeting *out, struct fault *f);
bool group_save(struct group_form *form, struct fault *f);

#endif
