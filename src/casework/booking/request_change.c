/* Changing what a request said, until its conference is held. */
#include "casework/request.h"

#include "booking_check.h"
#include "conference_reach.h"
#include "social_worker.h"
#include "store/conference_store.h"
#include "words_tidy.h"

#include <string.h>

/* A change while it is being kept. */
struct changing {
	struct casework *cw;
	struct arena mem;
	struct conference conference;
	const char *said; /* "social worker (was Emma Evans), reason"; "" while nothing differs */
};

static bool check_state(const struct conference *c, struct fault *f)
{
	switch (c->state) {
	case STATE_REQUESTED:
	case STATE_SCHEDULED:
	case STATE_INVITED:
	case STATE_READY:
	case STATE_POSTPONED: return true;
	default:
		return fault_set(f, FAULT_REFUSED, "%s %s: its request is changed only until the conference is held.",
				 c->reference, conference_state_said(c->state));
	}
}

/* Puts `words` in place of *kept when they differ. What it was is said where it is short. */
static bool replace(struct changing *in, const char **kept, const char *words, const char *field, const char *name,
		    bool is_long, struct fault *f)
{
	const char *was = *kept;

	if (!words)
		return true;
	*kept = words;
	if (!words_tidy(kept, field, is_long, &in->mem, f))
		return false;
	if (strcmp(*kept, was) == 0)
		return true;
	in->said = arena_joined(&in->mem, in->said, ", ", name);
	if (!is_long)
		in->said = *was ? arena_printf(&in->mem, "%s (was %s)", in->said, was)
				: arena_printf(&in->mem, "%s (was none)", in->said);
	return !arena_exhausted(&in->mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to change this request: nothing was saved.");
}

static bool replace_social_worker(struct changing *in, const struct request_change *change, struct fault *f)
{
	const char *words = change->social_worker;
	int64_t id = change->social_worker_id;

	if (!words)
		return true;
	if (!social_worker_settle(in->cw, &words, &id, &in->mem, f) ||
	    !replace(in, &in->conference.social_worker, words, "social_worker", "social worker", false, f))
		return false;
	if (!id && !*in->said) /* the same words: whom they meant is known already */
		return true;
	if (id != in->conference.social_worker_id && !*in->said)
		in->said = "social worker"; /* another person of the same name */
	in->conference.social_worker_id = id;
	return true;
}

/* Words that were kept before were read then. */
static bool read_warnings(struct changing *in, const struct request_change *change, const char **out, struct fault *f)
{
	const char *words = change->social_worker;

	*out = "";
	return !words || !words_tidy(&words, "social_worker", false, &in->mem, NULL) ||
	       strcmp(words, in->conference.social_worker) == 0 ||
	       social_worker_warning(in->cw, words, change->social_worker_id, &in->mem, out, f);
}

static bool warnings_are_read(struct changing *in, const struct request_change *change, struct fault *f)
{
	const char *words;

	if (change->accept_warnings)
		return true;
	if (!read_warnings(in, change, &words, f))
		return false;
	return !*words || fault_field(f, "accept_warnings", "%s Change the name, or keep it all the same.", words);
}

static bool change_in(struct changing *in, const struct request_change *change, struct fault *f)
{
	struct conference *c = &in->conference;

	return conference_reach(in->cw, change->conference_id, &in->mem, c, f) &&
	       conference_is_as_read(c, change->version, f) && check_state(c, f) && warnings_are_read(in, change, f) &&
	       replace_social_worker(in, change, f) &&
	       replace(in, &c->reason, change->reason, "reason", "reason", true, f) &&
	       replace(in, &c->interpreter, change->interpreter, "interpreter", "interpreter", false, f) &&
	       replace(in, &c->signing, change->signing, "signing", "signing", false, f) &&
	       replace(in, &c->access, change->access, "access", "access", false, f) &&
	       replace(in, &c->sittings, change->sittings, "sittings", "sittings", false, f) &&
	       replace(in, &c->avoid, change->avoid, "avoid", "to avoid", false, f) &&
	       (!*in->said || conference_save(in->cw->store, c, f));
}

bool casework_request_change(struct casework *cw, const struct request_change *change, struct fault *f)
{
	struct changing in = {.cw = cw, .said = ""};
	bool ok;

	if (!work_begin(cw, ACTION_TAKE_REQUESTS, f))
		return false;
	ok = change_in(&in, change, f);
	if (ok && *in.said)
		ok = work_end(cw, f, "request.change", SUBJECT_CONFERENCE, in.conference.id, in.conference.family_id,
			      "%s", in.said);
	else
		work_undo(cw);
	arena_finish(&in.mem);
	return ok;
}

bool casework_request_change_warnings(struct casework *cw, const struct request_change *change, struct arena *mem,
				      const char **out, struct fault *f)
{
	struct changing in = {.cw = cw, .said = ""};
	const char *words = "";
	bool ok;

	*out = "";
	if (!look_begin(cw, ACTION_TAKE_REQUESTS, f))
		return false;
	ok = conference_reach(cw, change->conference_id, &in.mem, &in.conference, f) &&
	     read_warnings(&in, change, &words, f);
	look_undo(cw); /* no row of its own: the change itself leaves one */
	*out = arena_text(mem, words);
	arena_finish(&in.mem);
	return ok;
}
