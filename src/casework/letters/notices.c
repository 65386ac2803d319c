/* Notices: what would go to whom about a complaint, a plan, a meeting, and sending it in one act. */
#include "casework/notices.h"

#include "base/text.h"
#include "invitee_words.h"
#include "letter_queue.h"
#include "notice_inside.h"
#include "session_keeping.h"
#include "store/family_store.h"

#include <string.h>

#define LETTER_COLUMNS 78

/* --- Preview --- */

/* Only who is written to by e-mail has a diary that reads it. */
static struct diary_file diary_of(const struct notice_case *c, const struct notice_letter *letter,
				  const struct letter_facts *facts)
{
	struct diary_file file = {.entry = DIARY_NOTHING, .reader = &letter->reader, .address = letter->address};
	const struct notice_kind *kind = notice_kind_of(c->notice);

	if (kind->diary && letter->reader.method == METHOD_EMAIL)
		kind->diary(c, letter, facts, &file);
	return file;
}

static bool show_letter(const struct notice_case *c, const struct notice_letter *letter, struct mailing_item *out,
			struct fault *f)
{
	enum letter_template_key key = notice_template(c->notice, &letter->reader);
	struct letter_facts facts;
	struct document document;

	if (!notice_facts(c, &letter->reader, &facts, NULL, f) ||
	    !letter_write(c->cw, key, &facts, c->mem, &document, f))
		return false;
	*out = (struct mailing_item){
		.of = "",
		.invitee_id = notice_reader_id(&letter->reader, c->mem),
		.template = letter_template_name(key),
		.who = invitee_who(&letter->reader, c->mem),
		.method = invite_method_label(letter->reader.method),
		.address = letter->address,
		.text = document_text(&document, LETTER_COLUMNS, c->mem),
		.encloses = diary_file_words(c->cw, diary_of(c, letter, &facts).entry),
		.problem = letter->problem,
		.withdraws = letter->withdraws,
	};
	return true;
}

static bool show_letters(const struct notice_case *c, struct mailing_item_list *out, struct fault *f)
{
	struct notice_letter_list letters;

	if (!notice_letters(c, &letters, f))
		return false;
	for (size_t i = 0; i < letters.count; i++) {
		struct mailing_item *item = ARENA_PUSH(c->mem, out);

		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to show these letters.");
		if (!show_letter(c, &letters.items[i], item, f))
			return false;
	}
	return true;
}

bool casework_notice_preview(struct casework *cw, enum notice notice, int64_t id, struct arena *mem,
			     struct mailing_item_list *out, struct fault *f)
{
	struct notice_case c;

	*out = (struct mailing_item_list){0};
	if (!look_begin(cw, notice_action(notice), f))
		return false;
	if (!notice_read(cw, notice, id, true, mem, &c, f) || !show_letters(&c, out, f))
		return look_undo(cw);
	return look_end(cw, f, "notice.preview", notice_logged(notice_about(notice)), id, c.family_id,
			"%s, %s, %zu letters", c.reference, notice_token(notice), out->count);
}

/* --- Counting --- */

/* That there can be no letter of one kind now is an answer, not a failure. */
static bool count_letters(struct casework *cw, enum notice notice, int64_t id, struct arena *mem,
			  struct notices_due *out, struct fault *f)
{
	struct notice_letter_list letters = {0};
	struct fault why = {0};
	struct notice_case c;

	if (!notice_read(cw, notice, id, true, mem, &c, &why) || !notice_letters(&c, &letters, &why)) {
		if (why.code != FAULT_REFUSED && why.code != FAULT_NOT_ALLOWED) {
			if (f)
				*f = why;
			return false;
		}
		session_refusal_over(cw);
		letters.count = 0;
	}
	out->letters[out->count] = letters.count;
	out->kinds[out->count++] = notice;
	return true;
}

static bool say_of_what(struct casework *cw, int64_t id, struct arena *mem, struct notices_due *out, struct fault *f)
{
	struct notice_case c;
	struct family family;
	bool may;

	if (!notice_read(cw, out->kinds[0], id, false, mem, &c, f) || !work_may_see_family(cw, c.family_id, &may, f) ||
	    !family_by_id(cw->store, c.family_id, mem, &family, f))
		return false;
	out->family_id = c.family_id;
	out->reference = c.reference;
	out->when = c.when;
	out->family_words = *family.name ? family.name : family.reference;
	out->first = out->kinds[0];
	for (size_t i = out->count; i-- > 0;)
		if (out->letters[i])
			out->first = out->kinds[i];
	return may || fault_set(f, FAULT_NOT_FOUND,
				"What this letter is about is not in the case file any more. Find it again.");
}

static bool count_kinds(struct casework *cw, enum notice_subject about, int64_t id, struct arena *mem,
			struct notices_due *out, struct fault *f)
{
	for (int i = 0; i < NOTICE_COUNT; i++)
		if (notice_about((enum notice)i) == about && !count_letters(cw, (enum notice)i, id, mem, out, f))
			return false;
	return say_of_what(cw, id, mem, out, f);
}

/* Counts only: the letters themselves are looked at, and logged, where they are shown. */
bool casework_notices_due(struct casework *cw, enum notice_subject about, int64_t id, struct arena *mem,
			  struct notices_due *out, struct fault *f)
{
	bool ok;

	*out = (struct notices_due){.reference = "", .family_words = "", .when = ""};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = count_kinds(cw, about, id, mem, out, f);
	look_undo(cw);
	return ok;
}

/* --- Sending --- */

static bool is_chosen(const struct notice_case *c, const struct notice_letter *letter, const int64_t *readers,
		      size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (readers[i] == notice_reader_id(&letter->reader, c->mem))
			return true;
	return count == 0;
}

/* Those asked for must all be able to go; asked for everybody, those who cannot are left for later. */
static bool check_choice(const struct notice_case *c, const struct notice_letter_list *letters, const int64_t *readers,
			 size_t count, struct fault *f)
{
	size_t chosen = 0, can_go = 0;

	for (size_t i = 0; i < letters->count; i++) {
		const struct notice_letter *letter = &letters->items[i];

		if (!is_chosen(c, letter, readers, count))
			continue;
		if (*letter->problem && count)
			return fault_set(
				f, FAULT_REFUSED,
				"%s cannot be written to: %s. Nothing was sent; correct that, or leave them out.",
				invitee_who(&letter->reader, c->mem), letter->problem);
		chosen++;
		can_go += !*letter->problem;
	}
	if (chosen < count)
		return fault_set(f, FAULT_CONFLICT,
				 "Who is written to about %s has changed since it was read: look at the letters again.",
				 c->reference);
	if (!letters->count)
		return fault_set(f, FAULT_REFUSED, "There is no letter to send about %s: everybody was written to.",
				 c->reference);
	return can_go || fault_set(f, FAULT_REFUSED, "No letter can go. %s: %s. Correct that first.",
				   invitee_who(&letters->items[0].reader, c->mem), letters->items[0].problem);
}

/* What waits is not sent any more: the new letter says what holds now. */
static bool withdraw_overtaken(const struct notice_case *c, int64_t overtaken, struct fault *f)
{
	struct letter_listed before;
	struct delivery delivery;

	if (!overtaken)
		return true;
	if (!letter_listed_by_id(c->cw->store, overtaken, c->mem, &before, f))
		return false;
	if (before.state != DELIVERY_WAITING)
		return true;
	if (!delivery_by_id(c->cw->store, before.delivery_id, c->mem, &delivery, f))
		return false;
	delivery.state = DELIVERY_WITHDRAWN;
	delivery.settled_at = work_now(c->cw);
	delivery.said = "overtaken by a later letter";
	return delivery_save(c->cw->store, &delivery, DELIVERY_WAITING, f);
}

static bool write_letter(const struct notice_case *c, const struct notice_letter *letter, struct fault *f)
{
	const struct invitee *reader = &letter->reader;
	struct enclosure_list enclosed = {0};
	struct letter_facts facts;
	struct diary_file file;
	struct letter_order order = {.key = notice_template(c->notice, reader),
				     .conference = &c->conference,
				     .facts = &facts,
				     .replaces_id = letter->replaces_id,
				     .method = reader->method,
				     .address = letter->address};
	struct notice_row row = {.kind = notice_token(c->notice),
				 .subject_id = c->id,
				 .reference = c->reference,
				 .person_id = reader->person_id,
				 .contact_id = reader->contact_id,
				 .reader = notice_reader_key(reader, c->mem)};

	if (!notice_facts(c, reader, &facts, &row.facts, f))
		return false;
	file = diary_of(c, letter, &facts);
	if (!diary_file_enclose(c->cw, &file, c->mem, &enclosed, f))
		return false;
	order.enclosures = enclosed.items;
	order.enclosure_count = enclosed.count;
	return withdraw_overtaken(c, letter->replaces_id, f) &&
	       letter_queue(c->cw, &order, c->mem, &row.letter_id, f) && notice_insert(c->cw->store, &row, f);
}

static bool write_letters(const struct notice_case *c, const int64_t *readers, size_t count, size_t *written,
			  struct fault *f)
{
	const struct notice_kind *kind = notice_kind_of(c->notice);
	struct notice_letter_list letters;

	if (!notice_letters(c, &letters, f) || !check_choice(c, &letters, readers, count, f))
		return false;
	for (size_t i = 0; i < letters.count; i++) {
		const struct notice_letter *letter = &letters.items[i];

		if (*letter->problem || !is_chosen(c, letter, readers, count))
			continue;
		if (!write_letter(c, letter, f) || (kind->follow && !kind->follow(c, &letter->reader, f)))
			return false;
		++*written;
	}
	return true;
}

bool casework_notice_send(struct casework *cw, enum notice notice, int64_t id, const int64_t *readers, size_t count,
			  size_t *written, struct fault *f)
{
	struct arena mem = {0};
	struct notice_case c;
	bool ok;

	*written = 0;
	if (!work_begin(cw, notice_action(notice), f))
		return false;
	ok = notice_read(cw, notice, id, true, &mem, &c, f) && write_letters(&c, readers, count, written, f);
	ok = ok ? work_end(cw, f, "notice.send", notice_logged(notice_about(notice)), id, c.family_id,
			   "%s, %s: %zu letters", c.reference, notice_token(notice), *written)
		: work_undo(cw);
	if (!ok)
		*written = 0;
	arena_finish(&mem);
	return ok;
}
