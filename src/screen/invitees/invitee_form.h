/* The fields of the form on one invitee, as texts, and what they come to. */
#ifndef INVITEE_FORM_H
#define INVITEE_FORM_H

#include "casework/invitees.h"
#include "domain/date_entry.h"
#include "tui/form.h"

struct invitee_values {
	char name[160], capacity[20], agency[160], role[120], comes_for[240], represented_why[160];
	char method[16], email[200], phone[80], address[400];
	char involved[4], direct_contact[4];
	char language[80], signing[80], access[200], childcare[160], transport[160], sitting[8];
	char understanding[240], chair_invites[12], advocate_offered_on[48], other_way[400];
	char stand_in[160];
	/* Not typed: what is asked follows from these. */
	bool is_typed, is_person, is_child, has_sittings, has_stand_in;
};

/* What the fields need to know; lives in the screen's state. */
struct invitee_desk {
	struct casework *cw;
	struct arena mem; /* the list as it was read: as long as the form */
	struct invitees_page page;
	struct invitee invitee; /* as read; id 0: to be added */
};

const struct field *invitee_fields(size_t *count);
void invitee_values_fill(struct invitee_values *values, const struct invitee_desk *desk);
/* Texts to an invitee, over the one read; the texts are borrowed. False with a fault at a field by name. */
bool invitee_values_parse(const struct invitee_desk *desk, const struct invitee_values *values, struct invitee *out,
			  struct fault *f);
/* Whoever comes in place of somebody who is on the list, from what was typed; false when nobody was named. */
bool invitee_values_stand_in(const struct invitee_desk *desk, const struct invitee_values *values, struct invitee *out);

/* --- What the fields say, suggest and refuse --- */
bool invitee_suggest_comes_for(void *world, const void *values, const char *typed, struct arena *mem,
			       struct field_suggestion_list *out);
bool invitee_suggest_why(void *world, const void *values, const char *typed, struct arena *mem,
			 struct field_suggestion_list *out);
bool invitee_sitting_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool invitee_sitting_check(void *world, const void *values, const char *typed, struct fault *f);
bool invitee_past_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool invitee_past_step(void *world, const void *values, char *typed, size_t room, int by);
bool invitee_past_check(void *world, const void *values, const char *typed, struct fault *f);
struct date_context invitee_past_context(const struct invitee_desk *desk);

#endif
