/* What one reader may see of a conference: whom the letter is for decides what is looked up at all. */
#include "letter_facts_inside.h"

#include <string.h>

static bool gather(struct facts_work *w)
{
	memset(w->out, 0, sizeof *w->out);
	if (!facts_prepare(w))
		return false;
	facts_of_office(w);
	return facts_of_conference(w) && facts_of_meeting(w) && facts_of_earlier(w) && facts_of_reader(w) &&
	       facts_of_people(w) && facts_of_reports(w);
}

/* Whoever fixed beforehand what is read goes by that; a reader of their own by what they are. */
static bool start(struct facts_work *w, struct casework *cw, const struct conference *conference,
		  const struct invitee *reader)
{
	w->cw = cw;
	w->conference = conference;
	w->reader = reader;
	if (!w->sight) {
		w->audience = letter_audience(reader);
		w->sight = letter_sight(w->audience);
	}
	return gather(w);
}

static bool finish(const struct facts_work *w)
{
	return !arena_exhausted(w->mem) ||
	       fault_set(w->f, FAULT_MEMORY, "There is not enough memory to write this letter.");
}

bool letter_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
		     struct arena *mem, struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {.mem = mem, .out = out, .f = f};

	return start(&w, cw, conference, reader) && finish(&w);
}

bool letter_form_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			  struct arena *mem, struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {
		.mem = mem, .out = out, .f = f, .audience = AUDIENCE_PROFESSIONAL, .sight = letter_form_sight()};

	return start(&w, cw, conference, reader) && finish(&w);
}

bool letter_decision_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			      struct arena *mem, struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {.mem = mem, .out = out, .f = f};

	return start(&w, cw, conference, reader) && facts_of_told(&w) && facts_of_decisions(&w) && facts_of_plan(&w) &&
	       facts_of_notices(&w) && facts_of_feedback(&w) && finish(&w);
}

bool letter_record_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			    struct arena *mem, struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {.mem = mem, .out = out, .f = f};

	return start(&w, cw, conference, reader) && facts_of_told(&w) && facts_of_record(&w) && finish(&w);
}

bool letter_room_facts_of(struct casework *cw, const struct conference *conference, struct arena *mem,
			  struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {.mem = mem,
			       .out = out,
			       .f = f,
			       .audience = AUDIENCE_GUEST,
			       .sight = letter_room_sight(),
			       .is_for_room = true};
	struct invitee nobody = invitee_blank();

	nobody.capacity = CAPACITY_OBSERVER;
	return start(&w, cw, conference, &nobody) && facts_of_told(&w) && facts_of_decisions(&w) && facts_of_plan(&w) &&
	       facts_of_room(&w) && finish(&w);
}
