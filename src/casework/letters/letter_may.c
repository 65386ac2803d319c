/* What one reader may see of a conference, asked without writing a letter to them. */
#include "letter_facts_inside.h"

#include <string.h>

/* To look up what a reader may read of a record, without writing a letter to them. */
static struct facts_work work_for(struct casework *cw, const struct conference *conference,
				  const struct invitee *reader, struct arena *mem, struct letter_facts *unsaid,
				  struct fault *f)
{
	enum audience audience = letter_audience(reader);

	memset(unsaid, 0, sizeof *unsaid);
	return (struct facts_work){.cw = cw,
				   .conference = conference,
				   .reader = reader,
				   .audience = audience,
				   .sight = letter_sight(audience),
				   .mem = mem,
				   .out = unsaid,
				   .f = f};
}

bool letter_copy_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
		    struct arena *mem, enum letter_copy *out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);

	*out = LETTER_COPY_NONE;
	if (!facts_prepare(&w) || !facts_of_told(&w))
		return false;
	*out = facts_copy(&w);
	return true;
}

bool letter_record_sections_of(struct casework *cw, const struct conference *conference, int64_t record,
			       const struct invitee *reader, struct arena *mem, enum letter_copy *copy,
			       struct record_section_list *out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);

	*copy = LETTER_COPY_NONE;
	return facts_prepare(&w) && facts_of_told(&w) && facts_record_sections(&w, record, copy, out);
}

bool letter_may_have_report(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			    int64_t report, struct arena *mem, bool *out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);
	struct report_child_list children;

	*out = false;
	if (!facts_prepare(&w) || !report_children_of(cw->store, conference->id, mem, &children, f))
		return false;
	*out = facts_may_have_report(&w, &children, report);
	return true;
}

bool letter_reads_of_all(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			 struct arena *mem, bool *out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);

	*out = false;
	if (!facts_prepare(&w))
		return false;
	*out = w.knows_all_children;
	return true;
}

bool letter_children_words(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			   struct arena *mem, const char **out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);

	*out = "";
	if (!facts_prepare(&w))
		return false;
	*out = facts_children_words(&w);
	return true;
}
