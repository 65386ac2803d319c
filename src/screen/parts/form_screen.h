/* What every form that is a screen of its own does alike: keeps a draft of what was typed, asks before leaving, shows
 * the calendar and help, and hands saving to whoever owns it. A state that begins with a struct form_screen may name
 * these functions in its class. */
#ifndef FORM_SCREEN_H
#define FORM_SCREEN_H

#include "overlap.h"
#include "tui/form.h"

enum { FORM_SCREEN_DRAFT = 32000 };

struct form_screen {
	struct form form; /* first */
	/* Set by the owner before form_screen_begin. */
	void (*save)(struct screen *s, struct tui *t); /* checks and saves; form_screen_saved when it is done */
	/* Stores what was typed whenever a field is left, and after a pause: such a form has nothing to save at its
	 * end. False: it could not; then a draft is kept. NULL: it is saved once. */
	bool (*store)(struct screen *s, struct tui *t);
	void (*typed)(struct screen *s); /* after each key of the form; NULL: nothing follows from it */
	/* Reads the record again, after another person saved it, so that what is saved next is of its present version.
	 * Returns the values as the record has them now, in memory that stays; NULL with a fault when it may no longer
	 * be seen, is gone, or is at another step than this form is for. `again` itself is NULL where nothing is saved
	 * by version. */
	const void *(*again)(struct screen *s, struct tui *t, struct fault *f);
	bool is_new;      /* there is no record yet that another person could have changed: what the form was filled
			   * with when it opened is part of what was meant, on whatever day its draft is taken up */
	bool is_act;      /* what is typed is done to the record, and is none of its fields: nothing can be
			   * put beside it, so that what the other person did is said instead */
	const char *what; /* what is left unsaved: "these details" */
	char title[300];
	char marker[64];                     /* who may see what is shown, before the title; "" not said */
	char about[300];                     /* a line above the form; "" none */
	char draft_form[16], draft_for[240]; /* under what name a draft is kept, and about what */
	char draft[FORM_SCREEN_DRAFT];       /* being taken up; "" none */
	bool is_open;
	/* The frame's own. */
	struct screen *self;
	struct arena mem;
	const char **was;        /* each field as it was read */
	int64_t since;           /* what others had done by then is no news */
	struct overlap *overlap; /* another person saved first, and it is not chosen yet whose words are kept */
	bool is_saving_again;
};

/* For whoever opens such a form: a blank state of the class, the draft in it (NULL: none), to be filled in and handed
 * to form_screen_push. NULL with a fault: there is no memory. */
void *form_screen_blank(const struct screen_class *class, const char *draft, struct fault *f);
/* Opens it; the state is copied, and freed here. */
bool form_screen_push(struct tui *t, const struct screen_class *class, void *state, struct fault *f);

bool form_screen_begin(struct form_screen *state, struct tui *t, const struct field *fields, size_t count, void *values,
		       void *world, struct fault *f);
/* The draft is no longer wanted; the screen closes. */
void form_screen_saved(struct screen *s, struct tui *t);
/* For `store`: what stands in the form is in the record. */
void form_screen_stored(struct screen *s);
/* For a load while the form is open, when the record may have changed: what was not typed here becomes what others
 * saved; where both wrote, it is chosen before it is saved. */
bool form_screen_take_in(struct screen *s, struct tui *t, struct fault *f);
/* The same, but it stays: a question follows, whose answer closes it. */
void form_screen_kept(struct screen *s, struct tui *t);
/* The sentence at its field and in the message line. When another person saved the same record first and the form can
 * read it again, both are shown side by side instead, and what is chosen is saved. */
void form_screen_refused(struct form_screen *state, struct tui *t, const struct fault *f);

void form_screen_title(const struct screen *s, char *out, size_t room);
void form_screen_draw(const struct screen *s, struct canvas *c);
enum handled form_screen_act(struct screen *s, struct tui *t, int op, tui_key typed);
bool form_screen_takes_text(const struct screen *s);
void form_screen_answered(struct screen *s, struct tui *t, const struct answer *answer);
void form_screen_keep(struct screen *s, struct tui *t);
bool form_screen_may_close(struct screen *s, struct tui *t);
void form_screen_dispose(struct screen *s);

/* For a field's `suggest`: one value more, where what was typed begins its words. False: no memory. */
bool form_screen_suggest(struct field_suggestion_list *out, struct arena *mem, const char *value, const char *detail,
			 const char *typed);

/* The form's own keys are enough. */
extern const struct binding form_screen_no_keys[];

/* The rows of a class that are the same for each of them. */
#define FORM_SCREEN_ROWS_BUT_ANSWERED                                                                                  \
	.keys = form_screen_no_keys, .widget_keys = form_keys, .title = form_screen_title, .draw = form_screen_draw,   \
	.act = form_screen_act, .takes_text = form_screen_takes_text, .keep = form_screen_keep,                        \
	.may_close = form_screen_may_close
#define FORM_SCREEN_ROWS FORM_SCREEN_ROWS_BUT_ANSWERED, .answered = form_screen_answered

#endif
