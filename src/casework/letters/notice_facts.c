/* What a notice says to its reader: the office, the reader, which conference, and what its kind adds. */
#include "letter_facts_inside.h"
#include "notice_inside.h"
#include "store/paper_store.h"

#include <string.h>

static void say_conference(struct facts_work *w)
{
	const struct conference *c = w->conference;

	if (!c->id)
		return;
	facts_say(w, LETTER_FIELD_CONFERENCE_REFERENCE, c->reference);
	facts_say(w, LETTER_FIELD_CONFERENCE_TYPE, conference_type_brief(facts_type_told(w)));
	if (c->held_on != DAY_NONE)
		facts_say_day(w, LETTER_FIELD_CONFERENCE_DAY, c->held_on);
	facts_say(w, LETTER_FIELD_CONFERENCE_CHAIR, c->chair);
	facts_say(w, LETTER_FIELD_CONFERENCE_CHAIR_TITLE, casework_policy(w->cw)->chair_title);
}

/* All but what differs from day to day, and with whoever sends it. */
static const char *digest_of(const struct letter_facts *facts, struct arena *mem)
{
	static const enum letter_field passing[] = {LETTER_FIELD_DATE,
						    LETTER_FIELD_SENDER_NAME,
						    LETTER_FIELD_AUTHORITY_NAME,
						    LETTER_FIELD_AUTHORITY_ADDRESS,
						    LETTER_FIELD_AUTHORITY_PHONE,
						    LETTER_FIELD_AUTHORITY_EMAIL,
						    LETTER_FIELD_AUTHORITY_COMPLAINTS};
	struct letter_facts lasting = *facts;
	const char *text;

	for (size_t i = 0; i < sizeof passing / sizeof *passing; i++)
		lasting.top.fields[passing[i]] = NULL;
	text = letter_facts_text(&lasting, mem);
	return store_digest(mem, text, strlen(text));
}

bool notice_facts(const struct notice_case *c, const struct invitee *reader, struct letter_facts *out,
		  const char **digest, struct fault *f)
{
	enum audience audience = letter_audience(reader);
	struct facts_work w = {.cw = c->cw,
			       .conference = &c->conference,
			       .reader = reader,
			       .audience = audience,
			       .sight = letter_sight(audience),
			       .mem = c->mem,
			       .out = out,
			       .f = f};

	memset(out, 0, sizeof *out);
	if (!kept_homes_of_family(c->cw, c->family_id, c->mem, &w.kept_homes, f) ||
	    (c->conference.id && !invitees_of(c->cw->store, c->conference.id, false, c->mem, &w.invitees, f)) ||
	    !facts_of_whose(&w, c->family_id))
		return false;
	facts_of_office(&w);
	say_conference(&w);
	if (!facts_of_reader(&w) || !notice_kind_of(c->notice)->say(c, &w))
		return false;
	if (digest)
		*digest = digest_of(out, c->mem);
	return !arena_exhausted(c->mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to write this letter.");
}
