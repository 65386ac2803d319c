/* To whom the record of a core group went: letters from here, and what somebody wrote down of a paper. */
#include "core_group_records.h"

#include "casework/core_groups.h"
#include "core_group_reach.h"
#include "london.h"
#include "words_tidy.h"

#include <string.h>

/* --- Read --- */

/* "letter by e-mail, waits to be sent"; one that left says no more than how. */
static const char *letter_how(const struct core_group_record_letter *letter, struct arena *mem)
{
	const char *way = invite_method_label(letter->method);

	return letter->state == DELIVERY_SENT
		       ? arena_printf(mem, "letter by %s", way)
		       : arena_printf(mem, "letter by %s, %s", way, delivery_state_label(letter->state));
}

static struct core_group_sent of_letter(const struct core_group_record_letter *letter, struct arena *mem)
{
	bool is_under_way = letter->state == DELIVERY_WAITING || letter->state == DELIVERY_SENDING;

	return (struct core_group_sent){
		.meeting_id = letter->meeting_id,
		.who = letter->recipient,
		.how = letter_how(letter, mem),
		.by_user = letter->by_user,
		.sent_on = is_under_way || !letter->settled_at ? DAY_NONE : london_day(letter->settled_at),
		.is_letter = true,
		.is_in_vain = letter->state == DELIVERY_FAILED || letter->state == DELIVERY_BOUNCED,
	};
}

bool core_group_records(struct casework *cw, int64_t family, struct arena *mem, struct core_group_sent_list *out,
			struct fault *f)
{
	struct core_group_record_letter_list letters;

	if (!core_group_sent_of_family(cw->store, family, mem, out, f) ||
	    !core_group_record_letters(cw->store, family, mem, &letters, f))
		return false;
	for (size_t i = 0; i < letters.count; i++) {
		struct core_group_sent *one = letters.items[i].state == DELIVERY_WITHDRAWN ? NULL
											   : ARENA_PUSH(mem, out);

		if (one)
			*one = of_letter(&letters.items[i], mem);
	}
	return !arena_exhausted(mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to read to whom a record went.");
}

const struct core_group_sent *core_group_record_gone(const struct core_group_sent_list *all, int64_t meeting)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].meeting_id == meeting && all->items[i].sent_on != DAY_NONE &&
		    !all->items[i].is_in_vain)
			return &all->items[i];
	return NULL;
}

bool core_group_notes_are_open(struct casework *cw, int64_t family, int64_t meeting, struct arena *mem, struct fault *f)
{
	struct core_group_sent_list all;
	const struct core_group_sent *gone;

	if (!core_group_records(cw, family, mem, &all, f))
		return false;
	gone = core_group_record_gone(&all, meeting);
	return !gone || fault_set(f, FAULT_REFUSED,
				  "The record of this meeting went to %s: its notes stay. Write what is wrong in the "
				  "notes of the next one.",
				  gone->who);
}

/* --- By hand --- */

/* Two people may have heard of one envelope. */
static bool is_not_written(struct casework *cw, int64_t family, const struct core_group_sent *sent, struct arena *mem,
			   struct fault *f)
{
	struct core_group_sent_list all;
	char day[DATE_TEXT_ROOM];

	if (!core_group_sent_of_family(cw->store, family, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].meeting_id == sent->meeting_id && all.items[i].sent_on == sent->sent_on &&
		    strcmp(all.items[i].who, sent->who) == 0 && strcmp(all.items[i].how, sent->how) == 0)
			return fault_field(f, "who", "That it went to %s on %s is written down already.", sent->who,
					   date_medium(sent->sent_on, day));
	return true;
}

static bool sent_in(struct casework *cw, int64_t family, struct core_group_sent *sent, struct arena *mem,
		    struct core_group_reached *reached, struct fault *f)
{
	struct core_group_meeting of;
	char words[DATE_TEXT_ROOM];

	if (!words_tidy(&sent->who, "who", false, mem, f) || !words_tidy(&sent->how, "how", false, mem, f) ||
	    !core_group_reach(cw, family, mem, reached, f) || !core_group_was_held(reached, sent->meeting_id, &of, f))
		return false;
	if (!*sent->who)
		return fault_field(f, "who", "Say to whom the record went.");
	if (sent->sent_on == DAY_NONE)
		return fault_field(f, "sent_on", "Enter the day the record went.");
	date_medium(sent->sent_on, words);
	if (sent->sent_on > casework_today(cw))
		return fault_field(f, "sent_on", "%s is in the future: enter the day the record went.", words);
	if (sent->sent_on < of.day)
		return fault_field(f, "sent_on", "%s is before the core group met: enter the day the record went.",
				   words);
	sent->by_user = cw->login;
	return is_not_written(cw, family, sent, mem, f) && core_group_sent_insert(cw->store, sent, f);
}

bool casework_core_group_sent(struct casework *cw, int64_t family, struct core_group_sent *sent, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_sent one = *sent;
	struct core_group_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = sent_in(cw, family, &one, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "core_group.sent", SUBJECT_CORE_GROUP, reached.group.id, family,
			   "%s: the record to %s", reached.standing.reference, one.who)
		: work_undo(cw);
	if (ok)
		sent->id = one.id;
	arena_finish(&mem);
	return ok;
}
