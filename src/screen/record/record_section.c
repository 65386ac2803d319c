/* One section of a record in the full-screen editor: saved on leaving, kept as a draft meanwhile, and never over what
 * another person wrote. */
#include "about.h"
#include "base/text.h"
#include "record.h"
#include "screens.h"
#include "tui/edit_line.h"
#include "tui/form.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OP_SAVE = OP_FIRST_OWN, OP_FIND, OP_NEXT };
enum { ANSWER_FIND = 8821, ANSWER_CONFLICT, ANSWER_LEAVE };
enum { KEEP_MINE = 1, TAKE_THEIRS, KEEP_BOTH };
enum { MOST_BYTES = 1000000 }; /* 300 pages: whoever reaches it pasted a file */

static const struct binding section_keys[] = {
	{KEY_CONTROL('S'), TUI_F(2), 0, OP_SAVE, "Save",
	 "Saves what was written, and stays here; Esc saves and goes back."},
	{KEY_CONTROL('F'), TUI_F(3), 0, OP_FIND, "Find", "Finds words in this section; / is text here."},
	{KEY_CONTROL('N'), 0, 0, OP_NEXT, "Find next", "Goes to the next place where the words stand."},
	{0},
};

struct section_state {
	int64_t conference;
	int64_t section, version; /* as last read or saved here */
	struct edit_text *text;
	size_t saved_changes; /* the editor's count when it was last saved */
	size_t kept_changes;  /* and when a draft was last kept */
	struct record_page page;
	const struct record_section *now; /* as it is in the case file; NULL: drafted away */
	bool is_leaving, is_refused;
	const char *draft; /* only until the first load; owned by whoever opens the screen */
};

static bool is_changed(const struct section_state *state)
{
	return edit_text_changes(state->text) != state->saved_changes;
}

/* --- Reading --- */

static const struct record_section *find_section(const struct record_page *page, int64_t id)
{
	for (size_t i = 0; i < page->sections.count; i++)
		if (page->sections.items[i].id == id)
			return &page->sections.items[i];
	return NULL;
}

/* A draft is the version it was written on, a line break, and the text. */
static bool begin(struct section_state *state, struct fault *f)
{
	char *text = NULL;

	state->version = state->now->version;
	if (!edit_text_create(&state->text, state->now->text, MOST_BYTES, f))
		return false;
	if (!state->draft)
		return true;
	state->version = strtoll(state->draft, &text, 10);
	edit_text_destroy(state->text);
	if (!edit_text_create(&state->text, text + (*text == '\n'), MOST_BYTES, f))
		return false;
	state->saved_changes = (size_t)-1; /* not saved yet, though nothing was typed here */
	state->draft = NULL;
	return true;
}

/* Another person wrote in it while nothing was typed here: their words are shown. */
static bool take_theirs(struct section_state *state, struct fault *f)
{
	struct edit_text *theirs;

	if (!edit_text_create(&theirs, state->now->text, MOST_BYTES, f))
		return false;
	edit_text_destroy(state->text);
	state->text = theirs;
	state->version = state->now->version;
	state->saved_changes = state->kept_changes = 0;
	return true;
}

static bool section_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct section_state *state = screen_state(s);

	if (!casework_record_again(casework_of(t), state->conference, screen_arena(s), &state->page, f))
		return false;
	state->now = find_section(&state->page, state->section);
	if (!state->text)
		return state->now ? begin(state, f)
				  : fault_set(f, FAULT_NOT_FOUND, "This section is not in the record any more.");
	if (!state->now || state->now->version == state->version || is_changed(state))
		return true;
	tui_say(t, "%s wrote in this section: their words are shown.", state->now->by_user);
	return take_theirs(state, f);
}

/* --- Drafts --- */

/* `word` tells what is being typed from what was given up for another person's. */
static bool keep_as(struct section_state *state, struct tui *t, const char *word)
{
	struct arena mem = {0};
	const char *reference = state->page.conference.reference;
	bool ok = keep_typed(
		t, "record", arena_printf(&mem, "%s %s %lld", reference, word, (long long)state->section),
		arena_printf(&mem, "Record %s: %s", reference, state->now ? state->now->heading : "a section"),
		arena_printf(&mem, "%lld\n%s", (long long)state->version, edit_text_value(state->text)));

	arena_finish(&mem);
	return ok;
}

static void section_keep(struct screen *s, struct tui *t)
{
	struct section_state *state = screen_state(s);
	size_t changes = edit_text_changes(state->text);

	if (is_changed(state) && changes != state->kept_changes && keep_as(state, t, "section"))
		state->kept_changes = changes;
}

static void drop_draft(struct section_state *state, struct tui *t)
{
	char name[64];

	snprintf(name, sizeof name, "%s section %lld", state->page.conference.reference, (long long)state->section);
	casework_draft_drop(casework_of(t), "record", name, NULL);
	state->kept_changes = edit_text_changes(state->text);
}

/* --- Saving --- */

static bool save(struct section_state *state, struct tui *t, struct fault *f)
{
	struct record_section section = {
		.id = state->section, .version = state->version, .text = edit_text_value(state->text)};

	if (!casework_record_section(casework_of(t), state->conference, &section, f))
		return false;
	state->version = section.version;
	state->saved_changes = edit_text_changes(state->text);
	drop_draft(state, t);
	return true;
}

static bool ask_which(struct section_state *state, struct tui *t, struct fault *f)
{
	static const struct menu_item items[] = {
		{.key = 'b', .label = "Keep both", .detail = "theirs first, yours after it", .number = KEEP_BOTH},
		{.key = 'm',
		 .label = "Keep mine",
		 .detail = "theirs is replaced by what you wrote",
		 .number = KEEP_MINE},
		{.key = 't', .label = "Take theirs", .detail = "yours stays among your drafts", .number = TAKE_THEIRS},
	};
	char title[200];

	snprintf(title, sizeof title, "%s saved this section while you wrote",
		 *state->now->by_user ? state->now->by_user : "Somebody who drafted the record");
	return prompt_menu(t, ANSWER_CONFLICT, title, items, sizeof items / sizeof *items, f);
}

/* True when it is saved. Else what was typed is kept as a draft, and the question is asked or the reason said. */
static bool save_or_ask(struct screen *s, struct tui *t)
{
	struct section_state *state = screen_state(s);
	struct fault f = {0}, why = {0};

	if (save(state, t, &f))
		return true;
	section_keep(s, t);
	if (f.code == FAULT_CONFLICT && section_load(s, t, &why) && state->now && ask_which(state, t, &why))
		return false;
	tui_say_fault(t, &f);
	if (state->is_leaving)
		prompt_leave(t, ANSWER_LEAVE, "this section", NULL);
	return false;
}

static bool keep_both(struct section_state *state, struct tui *t, struct fault *f)
{
	struct arena mem = {0};
	struct edit_text *both;
	const char *text = arena_printf(&mem, "%s\n\n[Written at the same time by %s:]\n%s", state->now->text,
					casework_user_name(casework_of(t)), edit_text_value(state->text));
	bool ok = !arena_exhausted(&mem) ? edit_text_create(&both, text, MOST_BYTES, f)
					 : fault_set(f, FAULT_MEMORY, "There is not enough memory for both texts.");

	if (ok) {
		edit_text_destroy(state->text);
		state->text = both;
		state->version = state->now->version;
		state->saved_changes = (size_t)-1;
		state->kept_changes = (size_t)-1;
		tui_say(t, "Both texts are here, theirs first: put them together, then save.");
	}
	arena_finish(&mem);
	return ok;
}

static void resolve(struct screen *s, struct tui *t, int64_t which)
{
	struct section_state *state = screen_state(s);
	bool is_leaving = state->is_leaving;
	struct fault f = {0};
	bool ok = true;

	state->is_leaving = false;
	if (!state->now)
		return;
	if (which == KEEP_MINE) {
		state->version = state->now->version;
		if (save_or_ask(s, t)) {
			tui_say(t, "Saved: yours stands in place of theirs.");
			if (is_leaving)
				tui_close(t, NULL);
		}
	} else if (which == KEEP_BOTH) {
		ok = keep_both(state, t, &f);
	} else if (which == TAKE_THEIRS) {
		drop_draft(state, t);
		ok = keep_as(state, t, "unsaved section") && take_theirs(state, &f);
		if (ok)
			tui_say(t, "Theirs is shown. What you wrote is among your drafts: D on Today.");
	}
	if (!ok)
		tui_say_fault(t, &f);
}

static bool section_may_close(struct screen *s, struct tui *t)
{
	struct section_state *state = screen_state(s);

	if (!is_changed(state))
		return true;
	state->is_leaving = true;
	if (!save_or_ask(s, t))
		return false;
	tui_say(t, "Saved: %s.", state->now ? state->now->heading : "the section");
	return true;
}

/* --- Finding --- */

static void find(struct section_state *state, struct tui *t)
{
	const char *words = desk_of(t)->record_asked.found;
	struct arena mem = {0};

	if (!*words)
		tui_say(t, "Ctrl-F asks what to find.");
	else if (!edit_text_find(state->text, text_fold(&mem, words)))
		tui_say(t, "\"%s\" does not stand in this section.", words);
	arena_finish(&mem);
}

static void section_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct section_state *state = screen_state(s);

	switch (answer->code) {
	case ANSWER_FIND:
		snprintf(desk_of(t)->record_asked.found, sizeof desk_of(t)->record_asked.found, "%s", answer->text);
		find(state, t);
		return;
	case ANSWER_CONFLICT: resolve(s, t, answer->number); return;
	case ANSWER_LEAVE: break;
	default: state->is_leaving = false; return; /* Esc out of a question: one stays in the text */
	}
	state->is_leaving = false;
	if (answer->number == 1) {
		if (!section_may_close(s, t))
			return;
	} else if (answer->number == 3) {
		drop_draft(state, t);
	}
	state->saved_changes = edit_text_changes(state->text);
	tui_close(t, NULL);
}

/* --- Keys and drawing --- */

static enum handled section_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct section_state *state = screen_state(s);
	struct fault f = {0};
	bool done = true;

	switch (op) {
	case OP_TYPED:
		if (!edit_text_key(state->text, typed, &state->is_refused))
			return NOT_MINE;
		if (state->is_refused)
			tui_say(t, "There is no room for more: begin another section (w, in the list of sections).");
		return HANDLED;
	case OP_SAVE:
		if (is_changed(state) ? save_or_ask(s, t) : true)
			tui_say(t, "Saved.");
		return HANDLED;
	case OP_FIND:
		done = prompt_line(t, ANSWER_FIND, "Find", "Capitals and accents do not matter.",
				   desk_of(t)->record_asked.found, &f);
		break;
	case OP_NEXT: find(state, t); return HANDLED;
	default: return NOT_MINE;
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool section_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

/* Who may see it comes first, as in a live conference. */
static void section_title(const struct screen *s, char *out, size_t room)
{
	const struct section_state *state = screen_state(s);

	snprintf(out, room, "%s · %s · %s · %s",
		 state->now && state->now->is_restricted ? "Professionals only" : "professionals + family",
		 state->now ? state->now->heading : "section that was drafted away", state->page.conference.reference,
		 state->page.family_words);
}

static void section_status(const struct screen *s, char *out, size_t room)
{
	const struct section_state *state = screen_state(s);

	if (state->now && state->now->version != state->version)
		snprintf(out, room, "%s saved it meanwhile: saving asks which of the texts to keep.",
			 *state->now->by_user ? state->now->by_user : "Somebody");
	else if (is_changed(state))
		snprintf(out, room, "Not saved yet: kept as a draft; Esc saves.");
	else if (state->now && *state->now->by_user)
		snprintf(out, room, "Written by %s.", state->now->by_user);
	else
		snprintf(out, room, "As drafted: nobody has written in it.");
}

static void section_draw(const struct screen *s, struct canvas *c)
{
	const struct section_state *state = screen_state(s);

	edit_text_draw(state->text, c, true);
}

static void section_dispose(struct screen *s)
{
	struct section_state *state = screen_state(s);

	edit_text_destroy(state->text);
}

ABOUT_CONFERENCE(section_state, page.conference)

const struct screen_class record_section_screen = {
	.name = "section",
	.purpose = "One section of a record in the editor: saved on leaving, a draft kept meanwhile.",
	.keys = section_keys,
	.widget_keys = edit_text_keys,
	.state_size = sizeof(struct section_state),
	.about = about,
	.load = section_load,
	.title = section_title,
	.status = section_status,
	.draw = section_draw,
	.act = section_act,
	.takes_text = section_takes_text,
	.answered = section_answered,
	.keep = section_keep,
	.may_close = section_may_close,
	.dispose = section_dispose,
};

/* --- Opening --- */

/* What may not be written is read. */
static bool show(struct tui *t, const struct record_page *page, const struct record_section *section, struct fault *f)
{
	char title[300];

	snprintf(title, sizeof title, "%s · %s",
		 section->is_restricted ? "Professionals only" : "professionals + family", section->heading);
	tui_say(t, "%s: %s.", page->conference.reference, page->standing);
	return pager_open(t, title, section->text, f);
}

bool record_section_open(struct tui *t, int64_t conference, int64_t section, const char *draft, struct fault *f)
{
	const struct section_state start = {.conference = conference, .section = section, .draft = draft};
	const struct record_section *one;
	struct record_page page;
	struct arena mem = {0};
	bool ok = casework_record_again(casework_of(t), conference, &mem, &page, f);

	if (ok) {
		one = find_section(&page, section);
		if (!one)
			ok = fault_set(f, FAULT_NOT_FOUND,
				       "This section is not in the record any more: it was drafted again meanwhile.");
		else
			ok = page.may_write || draft ? tui_push(t, &record_section_screen, &start, f)
						     : show(t, &page, one, f);
	}
	arena_finish(&mem);
	return ok;
}
