/* The words of the screen of a conference that is being held. Pure. */
#ifndef CASEWORK_LIVE_WORDS_H
#define CASEWORK_LIVE_WORDS_H

#include "casework/live.h"

/* "excluded: whole · views: by letter", "deputy DC Shaw", "14:00-14:20 · PN1"; "" nothing to say. */
const char *live_person_note(const struct invitee *invitee, const struct attendance *attendance,
			     enum participation participation, struct arena *mem);

/* Of the children of the conference alone: what is only of the household holds nothing up. */
bool live_is_quorate(const struct live_child_list *children);
/* "quorate for both children"; "Skye: social care and one more agency · Kai: one more agency". */
const char *live_quorum_words(const struct live_child_list *children, struct arena *mem);

/* The same with who counts, where that is alike for all; whom it is for comes first, so that a narrow window still
 * says it: "Quorum for both children: social care + Ashfield School, police: quorate". */
const char *live_quorum_line(const struct live_child_list *children, struct arena *mem);

/* "Kai", "Kai and Skye", "Ada, Chidi and Skye": what each is called; "" nobody. */
const char *live_children_words(const struct person_list *children, struct arena *mem);

/* Who may see what is shown, where it is not for professionals only: "professionals + family". */
const char *live_marker(bool is_restricted_family);

/* Who else wrote in it within the last quarter of an hour, the latest: "Aoife Brennan, minute-taker"; "" nobody. */
const char *live_also_here(const struct live *live, const struct conference *conference, const char *me, int64_t now,
			   struct arena *mem);

/* When anything was written in it last: "saved 14:07:12"; "" nothing yet. */
const char *live_saved_words(const struct live *live, struct arena *mem);

#endif
