/* The forms a plan is written in, at a conference and between: its texts, one action, one helper, giving it out. */
#ifndef PLAN_FORMS_H
#define PLAN_FORMS_H

#include "casework/drafts.h"
#include "casework/family_plan.h"
#include "casework/live_plan.h"
#include "tui/screen.h"

extern const struct screen_class plan_text_form_screen, plan_action_form_screen, plan_network_form_screen,
	plan_give_form_screen, plan_scale_form_screen;

/* Where it is written: at a conference that is being held, or between for a family. The other is 0. */
struct plan_place {
	int64_t conference, family;
};

/* --- What stands there, whichever it is --- */
struct plan_place_person {
	const char *words, *detail; /* words: what goes into the field */
	int64_t invitee_id, person_id, contact_id;
};
struct plan_place_person_list {
	struct plan_place_person *items;
	size_t count, room;
};
struct plan_place_child {
	const char *name, *detail;
	int64_t person_id;
};
struct plan_place_child_list {
	struct plan_place_child *items;
	size_t count, room;
};
struct plan_place_page {
	const char *reference, *family_words, *marker; /* reference: of the conference, or the family */
	const char *title;                             /* "Outline plan", "Plan, version 3" */
	struct plan_version plan;                      /* version 0: to be begun, with these texts */
	struct plan_action_list actions;
	struct plan_action_list earlier; /* what became of these may be said */
	struct plan_network_list network;
	struct plan_place_person_list people;
	struct plan_place_child_list children;
};
/* May it be written there? */
bool plan_place_may(struct casework *cw, const struct plan_place *place, struct fault *f);
bool plan_place_read(struct casework *cw, const struct plan_place *place, struct arena *mem,
		     struct plan_place_page *out, struct fault *f);
bool plan_place_texts(struct casework *cw, const struct plan_place *place, struct plan_version *plan, struct fault *f);
bool plan_place_action(struct casework *cw, const struct plan_place *place, struct plan_action *action,
		       struct fault *f);
bool plan_place_mark(struct casework *cw, const struct plan_place *place, struct plan_action *action, struct fault *f);
bool plan_place_network(struct casework *cw, const struct plan_place *place, struct plan_network *one, struct fault *f);
/* Of the list of people, by what goes into the field; NULL: just typed. */
const struct plan_place_person *plan_place_person_called(const struct plan_place_page *page, const char *words);

/* --- The forms --- */
/* All texts; begins at `text`. Stored whenever a field is left. */
bool plan_text_form_open(struct tui *t, const struct plan_place *place, enum plan_text text, const char *draft,
			 struct fault *f);
/* An action (id 0: a new one), or what became of one that was given out before. */
bool plan_action_form_open(struct tui *t, const struct plan_place *place, int64_t action, bool is_earlier,
			   const char *draft, struct fault *f);
/* Somebody of the safety network (id 0: a new one). */
bool plan_network_form_open(struct tui *t, const struct plan_place *place, int64_t helper, const char *draft,
			    struct fault *f);
/* Gives out the version that is being written; `is_more`: to whom one that was given out went besides. */
bool plan_give_form_open(struct tui *t, int64_t family, int64_t version, bool is_more, const char *draft,
			 struct fault *f);

/* How safe a child is said to be between conferences; `child` 0: still to be chosen. */
bool plan_scale_form_open(struct tui *t, int64_t family, int64_t child, const char *draft, struct fault *f);

/* A draft of one of them, or of the meeting that a conference books. */
bool plan_draft_is(const struct draft *draft);
bool plan_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
