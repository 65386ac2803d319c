/* The frame of the forms that say what happened to one child: born, lost, no longer on a plan. */
#ifndef CHILD_EVENT_H
#define CHILD_EVENT_H

#include "casework/pages.h"
#include "form_screen.h"

/* First in the form's own state. */
struct child_event {
	struct form_screen form; /* first: form_screen.c goes by it */
	int64_t child, version;  /* of the child, as read */
	struct casework *cw;
};

/* Refused for who may not save it; the state of the class is blank but for the child. */
bool child_event_open(struct tui *t, const struct screen_class *screen, int64_t child, const char *draft,
		      struct fault *f);
/* The child's page, before anything is filled in. */
bool child_event_read(struct child_event *x, struct tui *t, struct arena *mem, struct child_page *out, struct fault *f);
/* With the values filled in; its draft is about the child. */
bool child_event_begin(struct child_event *x, struct tui *t, const char *draft_form, const struct field *fields,
		       size_t count, void *values, struct fault *f);
/* For `again`: what is typed is done to the child as it is now. */
const void *child_event_again(struct screen *s, struct tui *t, struct fault *f);

#endif
