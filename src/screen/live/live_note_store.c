/* How the note in the editor is read, stored and kept as a draft. It goes straight into the case file: when it is left
 * and 5 seconds after the last key, also when the line breaks. Where somebody else wrote the same note meanwhile both
 * texts are shown, and what was typed here is kept as a draft until they are put together. */
#include "casework/pages.h"
#include "live_note_inside.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char draft_form[] = "note";

bool note_is_typed(const struct note_state *state)
{
	return state->is_draft || edit_text_changes(state->text) != state->stored;
}

/* --- Drafts --- */

static void draft_subject(const struct note_state *state, char *out, size_t room)
{
	snprintf(out, room, "%s %s %lld %s", state->live.page.conference.reference, state->place.heading,
		 (long long)state->place.child, state->place.is_restricted ? "restricted" : "all");
}

static void note_keep_draft(struct note_state *state, struct tui *t)
{
	struct arena mem = {0};
	char subject[160], summary[300];
	const char *fields = arena_printf(&mem, "%lld\n%s", (long long)state->typed_over, edit_text_value(state->text));

	draft_subject(state, subject, sizeof subject);
	snprintf(summary, sizeof summary, "Note of %s%s: %s%s%s", state->live.page.conference.reference,
		 state->place.is_restricted ? ", professionals only" : "", state->heading->heading,
		 *state->child ? ", " : "", state->child);
	state->has_draft |= keep_typed(t, draft_form, subject, summary, fields);
	arena_finish(&mem);
}

static void drop_draft(struct note_state *state, struct tui *t)
{
	char subject[160];

	if (!state->has_draft)
		return;
	draft_subject(state, subject, sizeof subject);
	state->has_draft = !casework_draft_drop(casework_of(t), draft_form, subject, NULL);
}

/* --- Storing --- */

bool note_store(struct note_state *state, struct tui *t, struct fault *f)
{
	struct live_note note = {.id = state->id,
				 .conference_id = state->place.conference,
				 .person_id = state->place.child,
				 .heading = state->place.heading,
				 .text = edit_text_value(state->text),
				 .is_restricted = state->place.is_restricted,
				 .version = state->version};

	if (!casework_live_note(casework_of(t), &note, f))
		return false;
	state->id = note.id;
	state->version = state->typed_over = note.version;
	state->stored = edit_text_changes(state->text);
	state->is_draft = state->is_conflict = state->is_refused = false;
	drop_draft(state, t);
	tui_refresh(t);
	return true;
}

static void say_conflict(struct tui *t)
{
	tui_say(t, "Somebody else wrote this note meanwhile: both texts are shown, yours is kept as a draft until "
		   "Ctrl-S stores it.");
}

/* Nothing that was typed is lost, and why it is not stored is said. */
void note_put_by(struct note_state *state, struct tui *t, const struct fault *f)
{
	note_keep_draft(state, t);
	if (f->code == FAULT_CONFLICT) {
		state->is_conflict = true;
		say_conflict(t);
		tui_refresh(t); /* what they wrote */
	} else {
		tui_say(t, "%s What you typed is kept as a draft.", f->message);
	}
}

void note_keep(struct screen *s, struct tui *t)
{
	struct note_state *state = screen_state(s);
	struct fault f = {0};

	if (!state->text || !note_is_typed(state))
		return;
	if (state->is_conflict)
		note_keep_draft(state, t);
	else if (!note_store(state, t, &f))
		note_put_by(state, t, &f);
}

bool note_may_close(struct screen *s, struct tui *t)
{
	struct note_state *state = screen_state(s);
	bool was_refused = state->is_refused;
	struct fault f = {0};

	if (!state->text || !note_is_typed(state))
		return true;
	if (state->is_conflict) {
		note_keep_draft(state, t);
		state->is_refused = true;
		if (!was_refused)
			tui_say(t, "Yours is not stored: Ctrl-S stores it in the place of theirs. Esc again leaves it "
				   "as a draft.");
		return was_refused;
	}
	if (note_store(state, t, &f))
		return true;
	note_put_by(state, t, &f);
	state->is_refused = true;
	return was_refused && f.code != FAULT_CONFLICT;
}

/* --- Reading --- */

static const struct live_child *child_of(const struct note_state *state)
{
	for (size_t i = 0; i < state->live.page.children.count; i++)
		if (state->live.page.children.items[i].person.id == state->place.child)
			return &state->live.page.children.items[i];
	return NULL;
}

static bool read_place(struct note_state *state, struct fault *f)
{
	const struct live_page *page = &state->live.page;
	const struct live_child *child = child_of(state);

	state->heading = page->format ? settings_heading_find(page->format, state->place.heading) : NULL;
	if (!state->heading || (state->place.child && !child))
		return fault_set(f, FAULT_NOT_FOUND,
				 "This heading is none of this conference's: go back to its notes.");
	state->child = child ? child->name : "";
	state->there = live_note_at(page, &state->place);
	return true;
}

void note_to_end(struct edit_text *text)
{
	size_t before;
	bool is_full;

	do {
		before = edit_text_caret(text);
		edit_text_key(text, TUI_KEY_PAGE_DOWN, &is_full);
		edit_text_key(text, TUI_KEY_END, &is_full);
	} while (edit_text_caret(text) != before);
}

/* What is in the case file becomes the text; whoever opens a note goes on writing it. */
static bool show_there(struct note_state *state, struct fault *f)
{
	struct edit_text *text;

	if (!edit_text_create(&text, state->there ? state->there->text : "", NOTE_MOST, f))
		return false;
	note_to_end(text);
	edit_text_destroy(state->text);
	state->text = text;
	state->typed_over = state->there ? state->there->version : 0;
	state->stored = edit_text_changes(text);
	return true;
}

static bool take_up_draft(struct note_state *state, struct fault *f)
{
	if (!edit_text_create(&state->text, state->draft, NOTE_MOST, f))
		return false;
	note_to_end(state->text);
	state->draft = NULL;
	state->is_draft = state->has_draft = true;
	state->is_conflict = state->there && state->there->version != state->typed_over;
	return true;
}

/* Theirs appears where nothing was typed here; otherwise nothing is touched, and both are shown. */
static bool meet_there(struct note_state *state, struct tui *t, struct fault *f)
{
	bool is_new = state->there && state->there->version != state->version;

	if (!state->text)
		return state->draft ? take_up_draft(state, f) : show_there(state, f);
	if (!is_new)
		return true;
	if (!note_is_typed(state))
		return show_there(state, f);
	if (!state->is_conflict) {
		note_keep_draft(state, t);
		say_conflict(t);
	}
	state->is_conflict = true;
	return true;
}

bool note_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct note_state *state = screen_state(s);

	if (!live_load(s, t, f) || !read_place(state, f))
		return false;
	/* The text is the screen's own: it is let go only when nothing can fail any more. */
	if (arena_exhausted(screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show this note.");
	if (!meet_there(state, t, f))
		return false;
	state->id = state->there ? state->there->id : 0;
	state->version = state->there ? state->there->version : 0;
	return true;
}

/* --- Opening --- */

static struct note_state state_of(const struct note_place *place)
{
	return (struct note_state){
		.live = {.conference = place->conference, .step = RUN_NOTES, .is_restricted = place->is_restricted},
		.place = *place};
}

bool live_note_open(struct tui *t, const struct note_place *place, struct fault *f)
{
	struct note_state start = state_of(place);

	return casework_may_for(casework_of(t), ACTION_WRITE_RECORD, place->conference, f) &&
	       tui_push(t, &live_note_screen, &start, f);
}

bool live_note_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, draft_form) == 0;
}

/* Its subject is the conference and the place: "C-0421 danger_statement 12 all"; its fields begin with the version. */
bool live_note_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	struct note_place place = {0};
	struct note_state start;
	char reference[32], readers[16];
	const char *text = strchr(draft->fields, '\n');
	enum found_kind kind;
	long long child;

	if (sscanf(draft->subject, "%31s %63s %lld %15s", reference, place.heading, &child, readers) != 4 || !text)
		return fault_set(f, FAULT_NOT_FOUND, "This draft does not say of which note it is: discard it.");
	if (!casework_resolve(casework_of(t), reference, &kind, &place.conference, f))
		return false;
	place.child = child;
	place.is_restricted = strcmp(readers, "all") != 0;
	start = state_of(&place);
	start.draft = text + 1;
	start.typed_over = strtoll(draft->fields, NULL, 10);
	return tui_push(t, &live_note_screen, &start, f);
}
