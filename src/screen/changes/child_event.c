/* The frame of the forms that say what happened to one child. */
#include "child_event.h"

#include "screens.h"

#include <stdio.h>

bool child_event_open(struct tui *t, const struct screen_class *screen, int64_t child, const char *draft,
		      struct fault *f)
{
	struct child_event *x;

	if (!casework_may(casework_of(t), ACTION_END_PLANS, f))
		return false;
	x = form_screen_blank(screen, draft, f);
	if (!x)
		return false;
	x->child = child;
	return form_screen_push(t, screen, x, f);
}

bool child_event_read(struct child_event *x, struct tui *t, struct arena *mem, struct child_page *out, struct fault *f)
{
	x->cw = casework_of(t);
	if (!casework_child_page(x->cw, x->child, mem, out, f))
		return false;
	x->version = out->person.version;
	return true;
}

bool child_event_begin(struct child_event *x, struct tui *t, const char *draft_form, const struct field *fields,
		       size_t count, void *values, struct fault *f)
{
	snprintf(x->form.draft_for, sizeof x->form.draft_for, "%lld", (long long)x->child);
	snprintf(x->form.draft_form, sizeof x->form.draft_form, "%s", draft_form);
	return form_screen_begin(&x->form, t, fields, count, values, x, f);
}

const void *child_event_again(struct screen *s, struct tui *t, struct fault *f)
{
	struct child_event *x = screen_state(s);
	struct child_page child;

	return child_event_read(x, t, screen_arena(s), &child, f) ? x->form.form.values : NULL;
}
