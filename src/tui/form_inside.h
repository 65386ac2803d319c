/* What the files of the form share. */
#ifndef TUI_FORM_INSIDE_H
#define TUI_FORM_INSIDE_H

#include "tui/form.h"

#define FORM_SUGGESTIONS_SHOWN 6
#define FORM_NOWHERE           ((size_t)-1)

char *form_text(const struct form *form, size_t i); /* the member of field i */
/* Copies what fits of `text`, cut between clusters. */
void form_put(struct form *form, size_t i, const char *text);
bool form_is_there(const struct form *form, size_t i);        /* shown just now */
bool form_takes_focus(const struct form *form, size_t i);     /* shown, and not a heading */
bool form_has_focus(const struct form *form);                 /* the focus is on a field */
size_t form_named(const struct form *form, const char *name); /* FORM_NOWHERE when there is none of that name */

/* Moves the focus and takes the field's text into the editor. */
void form_enter(struct form *form, size_t i);
/* The next field that takes the focus in a direction (+1, -1), FORM_NOWHERE at the end. */
size_t form_beside(const struct form *form, size_t from, int direction);
/* Writes the editor's text into the values: after every key that changed it, so that nothing typed is only in the
 * editor, and never otherwise, so that a value the editor cannot show in full is not changed by looking at it. */
void form_store(struct form *form);
/* Puts a text into the focused field as if typed. */
void form_replace(struct form *form, const char *text);
void form_forget_suggestions(struct form *form);
/* On leaving the field: the marked suggestion, or the only one that what was typed can mean. Forgets the list. */
void form_take_suggestion(struct form *form);

int form_choice_at(const struct field *field, const char *token); /* position, -1 when it is none of the choices */
int form_choice_count(const struct field *field);

/* Appends what was saved to the memory; the text remembered for a field, or NULL. */
void form_remember(struct form *form);
const char *form_remembered(const struct form *form, const char *name);

#endif
