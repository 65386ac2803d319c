/* What a conference recommends besides: it can ask, it cannot remove a child. */
#include "casework/live.h"

#include "live_reach.h"
#include "store/view_store.h"
#include "words_tidy.h"

static bool check_recommendation(const struct conference *c, const struct recommendation *one, struct fault *f)
{
	if ((unsigned)one->kind >= RECOMMENDATION_COUNT)
		return fault_field(f, "kind", "Choose what is recommended.");
	if (one->kind == RECOMMEND_OTHER && !*one->words)
		return fault_field(f, "words", "Write what is recommended.");
	return one->by_on == DAY_NONE || one->by_on >= c->held_on ||
	       fault_field(f, "by_on", "This day is before the conference: enter a later one, or none.");
}

static bool is_of_conference(struct casework *cw, const struct conference *c, int64_t id, struct arena *mem,
			     enum recommendation_kind *kind, struct fault *f)
{
	struct recommendation_list all;

	if (!recommendations_of(cw->store, c->id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].id == id) {
			*kind = all.items[i].kind;
			return true;
		}
	return fault_set(f, FAULT_NOT_FOUND, "This recommendation is not there any more. Open the conference again.");
}

static bool recommend_in(struct casework *cw, struct recommendation *one, struct arena *mem, struct conference *c,
			 struct fault *f)
{
	struct live_children children;
	const struct person *child;
	enum recommendation_kind kind;

	if (!words_tidy(&one->words, "words", true, mem, f) || !words_tidy(&one->who, "who", false, mem, f) ||
	    !live_reach(cw, ACTION_WRITE_RECORD, one->conference_id, mem, c, f) || !check_recommendation(c, one, f) ||
	    !live_children_read(cw, c, mem, &children, f) ||
	    (one->person_id && !live_child_find(&children, one->person_id, &child, f)) ||
	    (one->version && !is_of_conference(cw, c, one->id, mem, &kind, f)))
		return false;
	return recommendation_keep(cw->store, one, f);
}

bool casework_live_recommend(struct casework *cw, struct recommendation *recommendation, struct fault *f)
{
	struct arena mem = {0};
	struct recommendation kept = *recommendation;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = recommend_in(cw, &kept, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.recommend", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s", c.reference,
			   recommendation_kind_label(kept.kind))
		: work_undo(cw);
	if (ok) {
		recommendation->id = kept.id;
		recommendation->version = kept.version;
	}
	arena_finish(&mem);
	return ok;
}

bool casework_live_recommend_drop(struct casework *cw, int64_t conference, int64_t id, int64_t version, struct fault *f)
{
	struct arena mem = {0};
	enum recommendation_kind kind = RECOMMEND_OTHER;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = live_reach(cw, ACTION_WRITE_RECORD, conference, &mem, &c, f) &&
	     is_of_conference(cw, &c, id, &mem, &kind, f) && recommendation_drop(cw->store, id, version, f);
	ok = ok ? work_end(cw, f, "live.recommend_drop", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s", c.reference,
			   recommendation_kind_label(kind))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
