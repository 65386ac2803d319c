/* Proposing that a record goes, taking that back, and what became of each. */
#include "retention_keeping.h"
#include "telling.h"

#include "access_keeping.h"
#include "disposal_keeping.h"
#include "people_keeping.h"
#include "store/erase_store.h"
#include "words_tidy.h"

#include <string.h>

bool retention_words(struct casework *cw, int64_t family, const char **words, const char *field, struct arena *mem,
		     struct fault *f)
{
	const char *named;

	if (!words_tidy(words, field, true, mem, f) || !family_is_named_in(cw->store, family, *words, mem, &named, f))
		return false;
	return !*named ||
	       fault_field(f, field, "Leave out \"%.60s\": this stays on the certificate when the family is gone.",
			   named);
}

bool disposal_may(const struct retention_subject *subject, const struct disposal *proposed, bool is_own,
		  struct fault *f)
{
	enum disposal_obstacle obstacle = disposal_obstacle(&subject->review, subject->facts.is_held, proposed, is_own);

	return obstacle == DISPOSAL_OBSTACLE_NONE ||
	       fault_set(f, FAULT_REFUSED, "%s", disposal_obstacle_sentence(obstacle));
}

/* --- Proposing --- */

static bool propose(struct casework *cw, int64_t family, const char *reason, struct arena *mem, struct disposal *d,
		    struct fault *f)
{
	struct retention_subject subject;
	const struct retention_rule *rule;

	if (!retention_reach(cw, family, mem, &subject, f) || !disposal_may(&subject, NULL, false, f))
		return false;
	if (subject.facts.is_proposed)
		return fault_set(f, FAULT_REFUSED, "Somebody proposed this already: another manager decides it.");
	if (!retention_words(cw, family, &reason, "reason", mem, f))
		return false;
	if (!*reason)
		return fault_field(f, "reason", "Say why this record need not be kept any longer.");
	rule = &casework_policy(cw)->retention[subject.review.rule];
	*d = (struct disposal){.family_id = family,
			       .family = subject.facts.reference,
			       .state = DISPOSAL_PROPOSED,
			       .rule = subject.review.rule,
			       .years = rule->years,
			       .from = rule->from,
			       .basis = rule->basis,
			       .from_on = subject.review.from,
			       .due_on = subject.review.due_on,
			       .reason = reason,
			       .proposed_by = cw->login,
			       .proposed_on = cw->today};
	return disposal_insert(cw->store, d, f);
}

bool casework_disposal_propose(struct casework *cw, int64_t family, const char *reason, int64_t *out, struct fault *f)
{
	struct disposal d = {0};
	struct arena mem = {0};
	bool ok;

	*out = 0;
	if (!work_begin(cw, ACTION_REVIEW_RETENTION, f))
		return false;
	ok = propose(cw, family, reason, &mem, &d, f);
	ok = ok ? work_end(cw, f, "disposal.propose", SUBJECT_DISPOSAL, d.id, family, "%s, %s: %s", d.family,
			   retention_rule_key_label(d.rule), d.reason)
		: work_undo(cw);
	*out = ok ? d.id : 0;
	arena_finish(&mem);
	return ok;
}

/* --- Taking it back --- */

bool disposal_reach(struct casework *cw, int64_t id, struct arena *mem, struct disposal *out, struct fault *f)
{
	if (!disposal_by_id(cw->store, id, mem, out, f))
		return false;
	return !out->family_id || people_may_see_family(cw, out->family_id, f);
}

static bool withdraw(struct casework *cw, int64_t id, int64_t version, const char *words, struct arena *mem,
		     struct disposal *d, struct fault *f)
{
	if (!disposal_reach(cw, id, mem, d, f))
		return false;
	if (d->state != DISPOSAL_PROPOSED)
		return fault_set(f, FAULT_REFUSED, "%s", disposal_obstacle_sentence(DISPOSAL_OBSTACLE_ENDED));
	if (!retention_words(cw, d->family_id, &words, "words", mem, f))
		return false;
	if (!*words)
		return fault_field(f, "words", "Say why this record stays.");
	d->version = version;
	d->state = DISPOSAL_WITHDRAWN;
	d->ended_by = cw->login;
	d->ended_on = cw->today;
	d->ended_words = words;
	return disposal_save(cw->store, d, f);
}

bool casework_disposal_withdraw(struct casework *cw, int64_t id, int64_t version, const char *words, struct fault *f)
{
	struct disposal d;
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_REVIEW_RETENTION, f))
		return false;
	ok = withdraw(cw, id, version, words, &mem, &d, f);
	ok = ok ? work_end(cw, f, "disposal.withdraw", SUBJECT_DISPOSAL, id, d.family_id, "%s: %s", d.reference,
			   d.ended_words)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Looking --- */

static bool gather(struct casework *cw, struct arena *mem, struct disposal_line_list *out, struct fault *f)
{
	struct disposal_list all = {0};

	if (!disposals(cw->store, cw->user_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct disposal *d = &all.items[i];
		const struct retention_rule rule = {d->years, d->from, d->basis};
		struct disposal_line *line = ARENA_PUSH(mem, out);

		if (!line)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to list what was disposed of.");
		d->proposed_by = user_name_of(cw, d->proposed_by, mem);
		if (*d->ended_by)
			d->ended_by = user_name_of(cw, d->ended_by, mem);
		*line = (struct disposal_line){*d, retention_rule_words(&rule, mem)};
	}
	return true;
}

bool casework_disposals(struct casework *cw, struct arena *mem, struct disposal_line_list *out, struct fault *f)
{
	*out = (struct disposal_line_list){0};
	if (!look_begin(cw, ACTION_REVIEW_RETENTION, f))
		return false;
	if (!gather(cw, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "disposals.look", SUBJECT_NONE, 0, 0, "%zu disposals", out->count);
}

bool casework_disposals_waiting(struct casework *cw, struct arena *mem, size_t *out, struct fault *f)
{
	struct disposal_list all = {0};
	bool ok;

	*out = 0;
	if (!look_begin(cw, ACTION_DISPOSE, f))
		return false;
	ok = disposals(cw->store, cw->user_id, mem, &all, f);
	look_undo(cw);
	for (size_t i = 0; ok && i < all.count; i++)
		*out += all.items[i].state == DISPOSAL_PROPOSED && strcmp(all.items[i].proposed_by, cw->login) != 0;
	return ok;
}
