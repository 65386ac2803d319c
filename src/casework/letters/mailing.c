/* Letters about a conference: what would go to whom, and sending it in one act. */
#include "mailing_inside.h"

#include "invitee_words.h"
#include "letter_facts.h"

#include <string.h>

#define LETTER_COLUMNS 78

/* --- Preview --- */

static bool show_letter(struct casework *cw, const struct mailing_plan *plan, const struct mailing_letter *letter,
			struct arena *mem, struct mailing_item *out, struct fault *f)
{
	struct letter_facts facts;
	struct document document;
	const char *of;

	if (!mailing_facts_of(cw, plan, letter, mem, &facts, f) ||
	    !letter_children_words(cw, &plan->conference, &letter->reader, mem, &of, f) ||
	    !letter_write(cw, letter->key, &facts, mem, &document, f))
		return false;
	*out = (struct mailing_item){
		.invitee_id = mailing_letter_id(letter),
		.template = letter_template_name(letter->key),
		.who = invitee_who(&letter->reader, mem),
		.method = invite_method_label(letter->reader.method),
		.address = letter->address,
		.of = of,
		.text = document_text(&document, LETTER_COLUMNS, mem),
		.encloses = mailing_is_after(plan->mailing) ? mailing_after_encloses(letter->key, &facts, mem)
							    : mailing_enclosed_words(cw, letter, mem),
		.problem = letter->problem,
		.withdraws = letter->withdraws,
	};
	return true;
}

static bool show_letters(struct casework *cw, const struct mailing_plan *plan, struct arena *mem,
			 struct mailing_item_list *out, struct fault *f)
{
	for (size_t i = 0; i < plan->letters.count; i++) {
		struct mailing_item *item = ARENA_PUSH(mem, out);

		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to show these letters.");
		if (!show_letter(cw, plan, &plan->letters.items[i], mem, item, f))
			return false;
	}
	return true;
}

bool casework_mailing_preview(struct casework *cw, int64_t conference, enum mailing mailing, struct arena *mem,
			      struct mailing_item_list *out, struct fault *f)
{
	struct mailing_plan plan;

	*out = (struct mailing_item_list){0};
	if (!look_begin(cw, mailing_action(mailing), f))
		return false;
	if (!mailing_plan_of(cw, conference, mailing, mem, &plan, f) || !show_letters(cw, &plan, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "letters.preview", SUBJECT_CONFERENCE, conference, plan.conference.family_id,
			"%s, %zu letters", plan.conference.reference, out->count);
}

/* --- Sending --- */

static bool is_chosen(const struct mailing_letter *letter, const int64_t *invitees, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (invitees[i] == mailing_letter_id(letter))
			return true;
	return count == 0;
}

static bool is_among(const struct mailing_plan *plan, int64_t invitee)
{
	for (size_t i = 0; i < plan->letters.count; i++)
		if (mailing_letter_id(&plan->letters.items[i]) == invitee)
			return true;
	return false;
}

static bool refuse_nobody(const struct mailing_plan *plan, struct arena *mem, struct fault *f)
{
	static const char *const nobody[MAILING_COUNT] = {
		[MAILING_INVITATIONS] = "everybody on the list was invited",
		[MAILING_CHANGES] = "everybody who was told knows how it stands",
		[MAILING_EXCLUSIONS] = "no exclusion waits for its letter",
		[MAILING_DECISIONS] = "everybody was told what was decided",
		[MAILING_RECORD] = "everybody who gets the record has it",
	};
	const struct mailing_letter *first = plan->letters.items;

	if (!plan->letters.count)
		return fault_set(f, FAULT_REFUSED, "There is no letter to send about %s: %s.",
				 plan->conference.reference, nobody[plan->mailing]);
	return fault_set(f, FAULT_REFUSED, "No letter can go. %s: %s. Correct that on the list of invitees.",
			 invitee_who(&first->reader, mem), first->problem);
}

/* Those asked for must all be able to go; asked for everybody, those who cannot are left for later. */
static bool check_choice(const struct mailing_plan *plan, const int64_t *invitees, size_t count, struct arena *mem,
			 struct fault *f)
{
	size_t can_go = 0;

	for (size_t i = 0; i < count; i++)
		if (!is_among(plan, invitees[i]))
			return fault_set(f, FAULT_CONFLICT,
					 "The list of %s has changed since it was read: look at the letters again.",
					 plan->conference.reference);
	for (size_t i = 0; i < plan->letters.count; i++) {
		const struct mailing_letter *letter = &plan->letters.items[i];

		if (!is_chosen(letter, invitees, count))
			continue;
		if (*letter->problem && count)
			return fault_set(
				f, FAULT_REFUSED,
				"%s cannot be written to: %s. Nothing was sent; correct that, or leave them out.",
				invitee_who(&letter->reader, mem), letter->problem);
		can_go += !*letter->problem;
	}
	return can_go || refuse_nobody(plan, mem, f);
}

static bool write_letter(struct casework *cw, const struct mailing_plan *plan, struct mailing_letter *letter,
			 struct arena *mem, struct fault *f)
{
	bool is_after = mailing_is_after(plan->mailing);
	struct enclosure_list enclosed;
	struct letter_facts facts;
	struct letter_order order = {.key = letter->key,
				     .conference = &plan->conference,
				     .reader = &letter->reader,
				     .facts = &facts,
				     .replaces_id = letter->replaces_id,
				     .method = letter->reader.method,
				     .address = letter->address};

	if (!mailing_facts_of(cw, plan, letter, mem, &facts, f) ||
	    !(is_after ? mailing_after_enclose(cw, plan, letter, &facts, mem, &enclosed, f)
		       : mailing_enclose(cw, plan, letter, &facts, mem, &enclosed, f)))
		return false;
	order.enclosures = enclosed.items;
	order.enclosure_count = enclosed.count;
	if (!letter_queue(cw, &order, mem, NULL, f))
		return false;
	return is_after ? mailing_after_follow_letter(cw, plan, letter, &facts, mem, f)
			: mailing_follow_letter(cw, plan, letter, mem, f);
}

static bool write_letters(struct casework *cw, struct mailing_plan *plan, const int64_t *invitees, size_t count,
			  struct arena *mem, size_t *written, struct fault *f)
{
	if (!check_choice(plan, invitees, count, mem, f))
		return false;
	for (size_t i = 0; i < plan->letters.count; i++) {
		struct mailing_letter *letter = &plan->letters.items[i];

		if (*letter->problem || !is_chosen(letter, invitees, count))
			continue;
		if (!write_letter(cw, plan, letter, mem, f))
			return false;
		++*written;
	}
	return mailing_is_after(plan->mailing) ? mailing_after_follow(cw, plan, mem, f)
					       : mailing_follow(cw, plan, mem, f);
}

bool casework_mailing_send(struct casework *cw, int64_t conference, enum mailing mailing, const int64_t *invitees,
			   size_t count, size_t *written, struct fault *f)
{
	static const char *const acts[MAILING_COUNT] = {[MAILING_INVITATIONS] = "invitations.send",
							[MAILING_CHANGES] = "changes.send",
							[MAILING_EXCLUSIONS] = "exclusions.send",
							[MAILING_DECISIONS] = "decisions.send",
							[MAILING_RECORD] = "record.send"};
	struct mailing_plan plan;
	struct arena mem = {0};
	bool ok;

	*written = 0;
	if (!work_begin(cw, mailing_action(mailing), f))
		return false;
	ok = mailing_plan_of(cw, conference, mailing, &mem, &plan, f) &&
	     write_letters(cw, &plan, invitees, count, &mem, written, f);
	ok = ok ? work_end(cw, f, acts[mailing], SUBJECT_CONFERENCE, conference, plan.conference.family_id,
			   "%s: %zu letters", plan.conference.reference, *written)
		: work_undo(cw);
	if (!ok)
		*written = 0;
	arena_finish(&mem);
	return ok;
}
