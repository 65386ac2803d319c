/* Letters that were written, as lists, as text and as a PDF. */
#include "casework/letters.h"

#include "conference_reach.h"
#include "letter/press.h"
#include "letter_delivery.h"
#include "letter_hold.h"
#include "letter_look.h"
#include "letter_queue.h"
#include "london.h"

#include <string.h>

#define LETTER_COLUMNS 78
#define LATELY         (30 * 24 * 60 * 60) /* seconds in which what went wrong is still shown */

/* --- Words --- */

static const char *moment(int64_t at, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], clock[8];

	if (at <= 0)
		return "";
	return arena_printf(mem, "%s %s", date_short(london_day(at), day), date_clock(london_second(at) / 60, clock));
}

static const char *with_said(const char *words, const char *said, struct arena *mem)
{
	return *said ? arena_printf(mem, "%s: %s", words, said) : words;
}

static const char *waiting_words(const struct letter_listed *one, struct arena *mem)
{
	switch (one->method) {
	case METHOD_POST: return "waits to be printed and posted";
	case METHOD_PORTAL: return "to be laid in the secure portal";
	case METHOD_TELEPHONE: return "to be told by telephone";
	case METHOD_IN_PERSON: return "to be handed over";
	default: break;
	}
	if (one->attempts == 0)
		return delivery_state_label(DELIVERY_WAITING);
	return with_said(arena_printf(mem, "tried %d time%s, again %s", one->attempts, one->attempts == 1 ? "" : "s",
				      moment(one->next_at, mem)),
			 one->said, mem);
}

static const char *state_words(const struct letter_listed *one, struct arena *mem)
{
	const char *words = delivery_state_label(one->state);

	if (one->state == DELIVERY_WAITING)
		return waiting_words(one, mem);
	if (one->state == DELIVERY_SENDING)
		return words;
	if (one->is_held)
		return one->said;
	if (one->state == DELIVERY_SENT && one->method != METHOD_EMAIL)
		words = "done";
	return with_said(arena_printf(mem, "%s %s", words, moment(one->settled_at, mem)), one->said, mem);
}

static const char *what_words(const char *template)
{
	enum letter_template_key key;

	return letter_template_from_name(template, &key) ? letter_template_description(key) : template;
}

static bool enclosed_words(struct casework *cw, const struct letter_listed *one, struct arena *scratch,
			   struct arena *mem, const char **out, struct fault *f)
{
	struct enclosure_list enclosed;

	*out = "";
	if (!one->enclosures)
		return true;
	arena_reset(scratch);
	if (!enclosures_of(cw->store, one->letter_id, scratch, &enclosed, f))
		return false;
	for (size_t i = 0; i < enclosed.count; i++)
		*out = arena_printf(mem, "%s%s%s", *out, i ? ", " : "",
				    enclosed.items[i].kind == ENCLOSURE_CALENDAR ? "calendar file"
										 : enclosed.items[i].name);
	return true;
}

/* --- Lists --- */

static void count_item(struct letter_item_list *out, const struct letter_listed *one)
{
	out->by_hand += one->state == DELIVERY_WAITING && one->method != METHOD_EMAIL;
	out->waiting += one->state == DELIVERY_WAITING && one->method == METHOD_EMAIL;
	out->failed += one->state == DELIVERY_FAILED;
	out->unsure += one->state == DELIVERY_UNSURE;
	out->held += one->is_held;
	out->bounced += one->state == DELIVERY_BOUNCED;
}

static bool add_item(struct casework *cw, const struct letter_listed *one, struct arena *scratch, struct arena *mem,
		     struct letter_item_list *out, struct fault *f)
{
	struct letter_item *item = ARENA_PUSH(mem, out);

	if (!item)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to list the letters.");
	*item = (struct letter_item){
		.letter_id = one->letter_id,
		.delivery_id = one->delivery_id,
		.family_id = one->family_id,
		.conference_id = one->conference_id,
		.invitee_id = one->invitee_id,
		.template = one->template,
		.what = what_words(one->template),
		.who = one->recipient,
		.method = invite_method_label(one->method),
		.address = one->address,
		.subject = one->subject,
		.state = one->state,
		.is_held = one->is_held,
		.state_words = state_words(one, mem),
		.reference = one->reference,
		.family_words = *one->family ? one->family : one->reference,
		.attempts = one->attempts,
	};
	count_item(out, one);
	return enclosed_words(cw, one, scratch, mem, &item->encloses, f);
}

static bool add_items(struct casework *cw, const struct letter_listed_list *list, struct arena *mem,
		      struct letter_item_list *out, struct fault *f)
{
	struct arena scratch = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < list->count; i++)
		ok = add_item(cw, &list->items[i], &scratch, mem, out, f);
	arena_finish(&scratch);
	return ok;
}

bool casework_letters(struct casework *cw, int64_t conference, struct arena *mem, struct letter_item_list *out,
		      struct fault *f)
{
	struct conference found;
	struct letter_listed_list list;

	*out = (struct letter_item_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!conference_reach(cw, conference, mem, &found, f) ||
	    !letters_of_conference(cw->store, conference, mem, &list, f) || !add_items(cw, &list, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "letters.look", SUBJECT_CONFERENCE, conference, found.family_id, "%s, %zu letters",
			found.reference, out->count);
}

bool casework_outbox(struct casework *cw, struct arena *mem, struct letter_item_list *out, struct fault *f)
{
	struct letter_listed_list list;

	*out = (struct letter_item_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!letters_open(cw->store, work_now(cw) - LATELY, cw->user_id, mem, &list, f) ||
	    !add_items(cw, &list, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "outbox.look", SUBJECT_NONE, 0, 0, "%zu letters", out->count);
}

/* --- One letter --- */

bool letter_reach(struct casework *cw, int64_t id, struct arena *mem, struct letter *out, struct fault *f)
{
	bool may;

	if (!letter_by_id(cw->store, id, mem, out, f) || !work_may_see_family(cw, out->family_id, &may, f))
		return false;
	return may || fault_set(f, FAULT_NOT_FOUND,
				"This letter is not in the case file any more. Open the conference again.");
}

bool casework_letter_text(struct casework *cw, int64_t letter, struct arena *mem, const char **out, struct fault *f)
{
	struct document document;
	struct letter kept;

	*out = "";
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!letter_reach(cw, letter, mem, &kept, f) || !letter_may_be_read_out(cw, &kept, mem, f) ||
	    !document_read(kept.content, mem, &document, f))
		return look_undo(cw);
	*out = document_text(&document, LETTER_COLUMNS, mem);
	return look_end(cw, f, "letter.look", SUBJECT_CONFERENCE, kept.conference_id, kept.family_id, "%s to %s",
			kept.template, kept.recipient);
}

bool casework_letter_pdf(struct casework *cw, int64_t letter, struct arena *mem, const unsigned char **out,
			 size_t *bytes, struct fault *f)
{
	struct letter_sheets sheets = {0};
	struct press_bytes pdf;
	struct letter kept;

	*out = NULL;
	*bytes = 0;
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!letter_reach(cw, letter, mem, &kept, f) || !letter_sheets_add(cw, &kept, "", mem, &sheets, f))
		return look_undo(cw);
	if (!look_end(cw, f, "letter.look", SUBJECT_CONFERENCE, kept.conference_id, kept.family_id, "%s to %s, as PDF",
		      kept.template, kept.recipient) ||
	    !letter_sheets_pdf(&sheets, mem, &pdf, f))
		return false;
	*out = pdf.bytes;
	*bytes = pdf.count;
	return true;
}
