/* What is ticked and noted while a conference is held: the statements read, answers of the family, notes by heading. */
#include "casework/live.h"

#include "invitee_words.h"
#include "live_reach.h"
#include "store/live_store.h"
#include "words_tidy.h"

#include <string.h>

/* --- Ticks and answers --- */

static bool check_mark(const struct run_mark *mark, struct fault *f)
{
	if ((unsigned)mark->item >= RUN_ITEM_COUNT)
		return fault_field(f, "item", "Choose a line of the run-sheet.");
	if ((unsigned)mark->answer >= OPINION_COUNT)
		return fault_field(f, "answer", "Answer yes, no or unsure.");
	if (run_item_is_of_each(mark->item) && !mark->invitee_id)
		return fault_field(f, "invitee", "This is asked of each member of the family: choose whom.");
	return run_item_is_of_each(mark->item) || !mark->invitee_id ||
	       fault_field(f, "invitee", "This is said to all: it is ticked once.");
}

static bool mark_in(struct casework *cw, struct run_mark *mark, struct arena *mem, const char **who,
		    struct conference *c, struct fault *f)
{
	struct invitee invitee;

	*who = "";
	if (!words_tidy(&mark->note, "note", true, mem, f) ||
	    !live_reach(cw, ACTION_WRITE_RECORD, mark->conference_id, mem, c, f) || !check_mark(mark, f))
		return false;
	if (mark->invitee_id) {
		if (!live_invitee(cw, c, mark->invitee_id, mem, &invitee, f))
			return false;
		*who = arena_printf(mem, ", %s (invitation %lld)", invitee_as(&invitee), (long long)invitee.id);
	}
	mark->by_user = casework_user_name(cw);
	mark->at = work_now(cw);
	return run_mark_keep(cw->store, mark, f);
}

bool casework_live_mark(struct casework *cw, struct run_mark *mark, struct fault *f)
{
	struct arena mem = {0};
	struct run_mark kept = *mark;
	const char *who;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = mark_in(cw, &kept, &mem, &who, &c, f);
	ok = ok ? work_end(cw, f, "live.mark", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s%s: %s", c.reference,
			   run_item_token(kept.item), who,
			   kept.answer == OPINION_NONE ? "taken back" : opinion_label(kept.answer))
		: work_undo(cw);
	if (ok) {
		mark->version = kept.version;
		mark->at = kept.at;
	}
	arena_finish(&mem);
	return ok;
}

/* --- Notes --- */

static bool check_heading(struct casework *cw, const struct live_note *note, const struct live_state *state,
			  const struct settings_heading **heading, struct fault *f)
{
	const struct settings_format *format = settings_format_find(casework_settings(cw), state->format);

	*heading = format ? settings_heading_find(format, note->heading) : NULL;
	if (!*heading)
		return fault_field(f, "heading", "Choose a heading of the notes of this conference.");
	if ((*heading)->is_of_child && !note->person_id)
		return fault_field(f, "child", "\"%s\" is noted for each child: choose which.", (*heading)->heading);
	return (*heading)->is_of_child || !note->person_id ||
	       fault_field(f, "child", "\"%s\" is noted once for all children.", (*heading)->heading);
}

/* A change is of the very note that was read: only its text may differ. */
static bool is_as_read(struct casework *cw, const struct live_note *note, struct arena *mem, struct fault *f)
{
	struct live_note_list all;

	if (!note->version)
		return true;
	if (!live_notes_of(cw->store, note->conference_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].id == note->id)
			return (all.items[i].person_id == note->person_id &&
				all.items[i].is_restricted == note->is_restricted &&
				strcmp(all.items[i].heading, note->heading) == 0) ||
			       fault_field(f, "heading",
					   "A note stays under its heading, child and readers: write another one.");
	return fault_set(f, FAULT_NOT_FOUND, "This note is none of this conference's. Open the conference again.");
}

static bool note_in(struct casework *cw, struct live_note *note, struct arena *mem, struct conference *c,
		    struct fault *f)
{
	const struct settings_heading *heading;
	struct live_children children;
	const struct person *child;
	struct live_state state;

	if (!words_tidy(&note->text, "text", true, mem, f) || !words_tidy(&note->heading, "heading", false, mem, f) ||
	    !live_reach(cw, ACTION_WRITE_RECORD, note->conference_id, mem, c, f) ||
	    !live_state_of(cw->store, c->id, mem, &state, f) || !live_children_read(cw, c, mem, &children, f) ||
	    !check_heading(cw, note, &state, &heading, f) ||
	    (note->person_id && !live_child_find(&children, note->person_id, &child, f)) ||
	    !is_as_read(cw, note, mem, f))
		return false;
	note->by_user = casework_user_name(cw);
	note->at = work_now(cw);
	return live_note_keep(cw->store, note, f);
}

bool casework_live_note(struct casework *cw, struct live_note *note, struct fault *f)
{
	struct arena mem = {0};
	struct live_note kept = *note;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = note_in(cw, &kept, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.note", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s%s", c.reference,
			   kept.heading, kept.is_restricted ? ", professionals only" : "")
		: work_undo(cw);
	if (ok) {
		note->id = kept.id;
		note->version = kept.version;
		note->at = kept.at;
	}
	arena_finish(&mem);
	return ok;
}
