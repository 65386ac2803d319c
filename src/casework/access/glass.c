/* Breaking the glass of a restricted family, and a worker who knows a family: what managers are told of. */
#include "access_keeping.h"
#include "base/text.h"
#include "london.h"
#include "people_keeping.h"
#include "words_tidy.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { MINUTE = 60 };

static const char *clock_of(int64_t at, struct arena *mem)
{
	char clock[8];

	return arena_text(mem, date_clock(london_second(at) / MINUTE, clock));
}

/* --- Breaking the glass --- */

static size_t letters_of(const char *text)
{
	size_t count = 0;
	uint32_t code;

	for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
		count += code > 0x7f || isalnum((int)code);
	return count;
}

static bool find(struct casework *cw, const char *reference, int64_t *family, struct arena *mem, struct fault *f)
{
	char *upper = arena_text(mem, reference);
	bool may = false, is_relative = false;
	const char *ask;

	for (char *at = upper; at && *at; at++)
		*at = (char)toupper((unsigned char)*at);
	if (!restricted_family_called(cw->store, upper ? upper : "", family, f))
		return false;
	if (!*family)
		return fault_field(f, "reference", "No restricted record has the reference \"%.40s\".", reference);
	if (!work_may_see_family(cw, *family, &may, f) ||
	    !family_has_relative(cw->store, *family, cw->user_id, &is_relative, f))
		return false;
	if (may)
		return fault_field(f, "reference", "You may see this family: there is no glass to break.");
	if (!is_relative)
		return true;
	return access_whom_to_ask(cw, *family, mem, &ask, f) &&
	       fault_field(f, "reference", "This record is kept from whoever knows the family: ask %s.", ask);
}

static bool break_it(struct casework *cw, const char *reference, const char *reason, struct arena *mem,
		     struct access_event *event, struct fault *f)
{
	int minutes = casework_policy(cw)->glass_minutes;
	/* What a batch makes is the same at any time of day; only a person at work has the real hour. */
	int64_t now = work_now(cw), opened = cw->batch ? now : (int64_t)time(NULL);

	if (!words_tidy(&reference, "reference", false, mem, f) || !words_tidy(&reason, "reason", true, mem, f))
		return false;
	if (letters_of(reason) < GLASS_REASON_LEAST)
		return fault_field(f, "reason", "Say why in at least %d letters: a manager reads it.",
				   GLASS_REASON_LEAST);
	*event = (struct access_event){.kind = ACCESS_GLASS,
				       .user_id = cw->user_id,
				       .words = reason,
				       .at = now,
				       .minutes = minutes,
				       .until_at = opened + (int64_t)minutes * MINUTE};
	return find(cw, reference, &event->family_id, mem, f) && access_event_insert(cw->store, event, f);
}

/* Whoever tries references one after the other leaves a row for each. */
static void note_refusal(struct casework *cw, const char *reference, const struct fault *why)
{
	if (strcmp(why->field, "reference") == 0 && look_begin(cw, ACTION_SEE_CASES, NULL))
		look_end(cw, NULL, "glass.refused", SUBJECT_NONE, 0, 0, "\"%.40s\"", reference);
}

bool casework_glass_break(struct casework *cw, const char *reference, const char *reason, struct arena *mem,
			  struct glass *out, struct fault *f)
{
	struct access_event event;
	struct fault why = {0};
	const char *family;

	*out = (struct glass){0};
	if (!work_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!break_it(cw, reference, reason, mem, &event, &why) ||
	    !access_family_reference(cw, event.family_id, mem, &family, &why)) {
		work_undo(cw);
		note_refusal(cw, reference, &why);
		if (f)
			*f = why;
		return false;
	}
	*out = (struct glass){.family_id = event.family_id,
			      .reference = family,
			      .until = clock_of(event.at + (int64_t)event.minutes * MINUTE, mem)};
	return work_end(cw, f, "glass.break", SUBJECT_FAMILY, event.family_id, event.family_id,
			"for %d minutes, until %s: %s", event.minutes, out->until, event.words);
}

static bool say_open(struct casework *cw, struct arena *mem, const char **out, struct fault *f)
{
	struct access_event_list open;
	const char *family;

	if (!glass_open(cw->store, cw->user_id, (int64_t)time(NULL), mem, &open, f))
		return false;
	for (size_t i = 0; i < open.count; i++) {
		const struct access_event *one = &open.items[i];

		if (!access_family_reference(cw, one->family_id, mem, &family, f))
			return false;
		*out = arena_printf(mem, "%s%s until %s: %s", *out, i ? ";" : "Glass broken",
				    clock_of(one->at + (int64_t)one->minutes * MINUTE, mem), family);
	}
	return true;
}

bool casework_glass_words(struct casework *cw, struct arena *mem, const char **out, struct fault *f)
{
	bool ok;

	*out = "";
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = say_open(cw, mem, out, f);
	look_undo(cw); /* that it is open was logged when it was opened */
	return ok;
}

/* --- A worker's own relative --- */

static bool declare(struct casework *cw, int64_t family, const char *words, struct arena *mem, struct fault *f)
{
	struct access_event event = {
		.kind = ACCESS_RELATIVE, .family_id = family, .user_id = cw->user_id, .at = work_now(cw)};

	if (!people_may_see_family(cw, family, f) || !words_tidy(&words, "words", true, mem, f))
		return false;
	if (!*words)
		return fault_field(f, "words", "Say how you know this family: a manager reads it.");
	event.words = words;
	return access_event_insert(cw->store, &event, f) && family_restrict(cw->store, family, true, f);
}

bool casework_relative_declare(struct casework *cw, int64_t family, const char *words, struct fault *f)
{
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = declare(cw, family, words, &mem, f);
	ok = ok ? work_end(cw, f, "relative.declare", SUBJECT_FAMILY, family, family, "%s", words) : work_undo(cw);
	arena_finish(&mem);
	return ok;
}
