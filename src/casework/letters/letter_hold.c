/* What was made secret after a letter was written: its reader was excluded, a home became confidential, a report in it
 * is handled otherwise. Looked for again when the letter is about to leave. */
#include "letter_hold.h"

#include "bundle.h"
#include "deadline_keeping.h"
#include "kept_home.h"
#include "letter/template.h"
#include "letter_facts.h"
#include "letter_reader.h"
#include "loss_letters.h"
#include "mailing_inside.h"
#include "notice_hold.h"
#include "record_keeping.h"
#include "report_reach.h"
#include "store/conference_store.h"
#include "store/paper_store.h"
#include "store/parent_store.h"
#include "store/report_store.h"

#include <stdlib.h>
#include <string.h>

/* One letter that is about to leave. */
struct holding {
	struct casework *cw;
	struct letter letter;
	struct enclosure_list enclosed;
	struct invitee reader; /* id 0: it goes to nobody of a list */
	const char *address;
	const char *why; /* "" nothing found yet */
	struct arena *mem;
	struct fault *f;
};

static bool is_template(const struct holding *h, enum letter_template_key key)
{
	return strcmp(h->letter.template, letter_template_name(key)) == 0;
}

/* --- The reader --- */

static bool is_for_colleagues(const struct holding *h)
{
	static const enum letter_template_key keys[] = {LETTER_INVITATION_PROFESSIONAL, LETTER_POLICE_NOTICE,
							LETTER_BUNDLE_SENT, LETTER_REPORT_CHASER,
							LETTER_DECISION_PROFESSIONAL};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (is_template(h, keys[i]))
			return true;
	return false;
}

/* What nobody who is kept away gets: the outline plan, the record. */
static bool encloses_what_was_said(const struct holding *h)
{
	for (size_t i = 0; i < h->enclosed.count; i++)
		if (strcmp(h->enclosed.items[i].name, MAILING_OUTLINE_PLAN) == 0)
			return true;
	return is_template(h, LETTER_RECORD_SENT);
}

static void look_at_reader(struct holding *h)
{
	const struct invitee *reader = &h->reader;
	bool tells_of_meeting = letter_tells_a_day(h->letter.template) || is_template(h, LETTER_BUNDLE_SENT) ||
				encloses_what_was_said(h);

	if (!reader->id)
		return;
	if (is_for_colleagues(h) && !letter_reader_is_colleague(reader))
		h->why = DELIVERY_HELD_SAYS
			"it was written as to a colleague, and its reader is none. Write to them again.";
	else if (tells_of_meeting && reader->is_withdrawn)
		h->why = DELIVERY_HELD_SAYS "its reader was taken off the list after it was written.";
	else if (tells_of_meeting && reader->exclusion == EXCLUSION_WHOLE)
		h->why = DELIVERY_HELD_SAYS "its reader was excluded after it was written.";
	else if (tells_of_meeting && reader->exclusion == EXCLUSION_ASKED)
		h->why = DELIVERY_HELD_SAYS
			"that its reader stay away was asked after it was written. Write again once that is "
			"decided.";
}

/* The sitting that a reader comes to with whomever they come for; 0 all of it. */
static bool read_sitting(struct holding *h, int *out)
{
	struct invitee principal;

	*out = h->reader.sitting;
	if (*out || !h->reader.for_invitee_id)
		return true;
	if (!invitee_by_id(h->cw->store, h->reader.for_invitee_id, h->mem, &principal, h->f))
		return false;
	*out = principal.sitting;
	return true;
}

/* Who was given a sitting since knows of another time, at which they could meet whom they must not. */
static bool look_at_sitting(struct holding *h)
{
	struct sitting_list all;
	char clock[8];
	int sitting;

	if (*h->why || !h->reader.id || !letter_tells_a_day(h->letter.template))
		return true;
	if (!read_sitting(h, &sitting) ||
	    (sitting && !sittings_of(h->cw->store, h->letter.conference_id, h->mem, &all, h->f)))
		return false;
	for (size_t i = 0; sitting && i < all.count; i++)
		if (all.items[i].position == sitting &&
		    !strstr(h->letter.content, date_clock(all.items[i].starts, clock)))
			h->why = DELIVERY_HELD_SAYS
				"its reader comes to another sitting since it was written. Write to them "
				"again.";
	return true;
}

/* Of the reader and of whom they come for; of anybody, where neither is known. */
static int64_t said_last(const struct holding *h, const struct parent_of_list *said, int64_t principal)
{
	int64_t of_reader = parent_of_said_at(said, h->reader.person_id), of_principal;

	if (!principal)
		return of_reader;
	of_principal = parent_of_said_at(said, principal);
	return !h->reader.person_id || of_principal > of_reader ? of_principal : of_reader;
}

/* It was said since whose child is whose, and not all of them are the reader's: what was written before may speak of
 * the others. */
static bool look_at_children(struct holding *h)
{
	struct parent_of_list said;
	struct invitee principal = {0};
	struct conference c;
	bool reads_of_all;

	if (*h->why || !h->reader.id || !h->letter.conference_id || letter_reader_is_colleague(&h->reader))
		return true;
	if (!parents_of_family(h->cw->store, h->letter.family_id, h->mem, &said, h->f) ||
	    (h->reader.for_invitee_id &&
	     !invitee_by_id(h->cw->store, h->reader.for_invitee_id, h->mem, &principal, h->f)))
		return false;
	if (said_last(h, &said, principal.person_id) <= h->letter.written_at)
		return true;
	if (!conference_by_id(h->cw->store, h->letter.conference_id, h->mem, &c, h->f) ||
	    !letter_reads_of_all(h->cw, &c, &h->reader, h->mem, &reads_of_all, h->f))
		return false;
	if (!reads_of_all)
		h->why = DELIVERY_HELD_SAYS
			"it was said after it was written that not all of the children are theirs. Write to them "
			"again.";
	return true;
}

/* What an edition said wrongly is why it was reopened: a copy that still waits is not sent. */
static bool look_at_edition(struct holding *h)
{
	bool has_changed;

	if (*h->why || !is_template(h, LETTER_RECORD_SENT))
		return true;
	if (!record_changed_since(h->cw, h->letter.conference_id, h->letter.written_at, h->mem, &has_changed, h->f))
		return false;
	if (has_changed)
		h->why = DELIVERY_HELD_SAYS
			"the record was reopened after it was written. Send the next edition once it is approved.";
	return true;
}

/* --- Homes --- */

static bool look_at_homes(struct holding *h)
{
	struct kept_home_list kept;
	bool tells;

	if (*h->why)
		return true;
	if (!kept_homes_of_family(h->cw, h->letter.family_id, h->mem, &kept, h->f))
		return false;
	tells = kept_home_stands_in(&kept, h->letter.content, h->address, h->mem);
	for (size_t i = 0; i < h->enclosed.count; i++)
		tells = tells || kept_home_stands_in(&kept, h->enclosed.items[i].content, h->address, h->mem);
	if (tells)
		h->why = DELIVERY_HELD_SAYS
			"an address in it was made confidential after it was written. Write to them again.";
	return true;
}

/* --- A child who was lost --- */

static bool look_at_loss(struct holding *h)
{
	bool is_named;

	if (*h->why)
		return true;
	if (!loss_is_named(h->cw, &h->letter, h->mem, &is_named, h->f))
		return false;
	if (is_named)
		h->why = loss_held_words;
	return true;
}

/* --- Papers --- */

static void refuse_paper(struct holding *h, const struct paper *paper)
{
	h->why = arena_printf(h->mem,
			      DELIVERY_HELD_SAYS
			      "how %s may be used changed after it was written. Make the bundle again, then "
			      "send it.",
			      paper->name);
}

/* A paper of a report, as the report is handled now. */
static bool look_at_report(struct holding *h, const struct paper *paper)
{
	bool is_colleague = !h->reader.id || letter_reader_is_colleague(&h->reader), is_of_theirs = true;
	struct conference c;
	struct report report;
	const char *how;

	if (!report_by_id(h->cw->store, paper->report_id, h->mem, &report, h->f) ||
	    !conference_by_id(h->cw->store, report.conference_id, h->mem, &c, h->f) ||
	    (!is_colleague && !letter_may_have_report(h->cw, &c, &h->reader, report.id, h->mem, &is_of_theirs, h->f)))
		return false;
	if (!is_of_theirs)
		refuse_paper(h, paper);
	else if (is_colleague ? bundle_fate_for_professionals(&report, 1, h->mem, &how) != BUNDLE_HOLDS
			      : !report_may_go_to_family(&report))
		refuse_paper(h, paper);
	return true;
}

static bool look_at_paper(struct holding *h, int64_t id)
{
	struct paper paper;

	if (*h->why)
		return true;
	if (!paper_by_id(h->cw->store, id, h->mem, &paper, h->f))
		return false;
	if (paper.is_withdrawn)
		refuse_paper(h, &paper);
	return *h->why || !paper.report_id || look_at_report(h, &paper);
}

static bool look_at_ids(struct holding *h, const char *ids)
{
	for (const char *at = ids; *at;) {
		char *end;
		int64_t id = strtoll(at, &end, 10);

		if (end == at)
			break;
		if (!look_at_paper(h, id))
			return false;
		at = end + strspn(end, " ");
	}
	return true;
}

/* A bundle is as secret as each paper that was merged into it. */
static bool look_at_papers(struct holding *h)
{
	struct bundle_list bundles = {0};
	bool is_read = false;

	for (size_t i = 0; !*h->why && i < h->enclosed.count; i++) {
		const struct enclosure *one = &h->enclosed.items[i];

		if (one->kind != ENCLOSURE_PAPER)
			continue;
		if (!is_read && !bundles_of(h->cw->store, h->letter.conference_id, h->mem, &bundles, h->f))
			return false;
		is_read = true;
		if (!look_at_paper(h, one->paper_id))
			return false;
		for (size_t k = 0; k < bundles.count; k++)
			if (bundles.items[k].paper_id == one->paper_id && !look_at_ids(h, bundles.items[k].merged))
				return false;
	}
	return true;
}

/* --- One letter --- */

bool letter_hold_of(struct casework *cw, int64_t letter, const char *address, struct arena *mem, const char **why,
		    struct fault *f)
{
	struct holding h = {.cw = cw, .address = address, .why = "", .mem = mem, .f = f};

	*why = "";
	if (!letter_by_id(cw->store, letter, mem, &h.letter, f) ||
	    !enclosures_of(cw->store, letter, mem, &h.enclosed, f) ||
	    (h.letter.invitee_id && !invitee_by_id(cw->store, h.letter.invitee_id, mem, &h.reader, f)))
		return false;
	look_at_reader(&h);
	if (!look_at_loss(&h) || !look_at_sitting(&h) || !look_at_children(&h) || !look_at_edition(&h) ||
	    !look_at_homes(&h) || !look_at_papers(&h))
		return false;
	*why = h.why;
	return **why || notice_hold_of(cw, letter, mem, why, f);
}

static bool is_by_hand(enum invite_method method)
{
	return method == METHOD_PORTAL || method == METHOD_TELEPHONE || method == METHOD_IN_PERSON;
}

static bool waits_as_it_may(struct casework *cw, const struct letter *letter, bool only_by_hand, struct arena *mem,
			    struct fault *f)
{
	struct letter_listed one;
	const char *why = "";

	if (!letter_listed_by_id(cw->store, letter->id, mem, &one, f) ||
	    (one.state == DELIVERY_WAITING && (!only_by_hand || is_by_hand(one.method)) &&
	     !letter_hold_of(cw, letter->id, one.address, mem, &why, f)))
		return false;
	return !*why || fault_set(f, FAULT_REFUSED, "%s", why);
}

bool letter_may_leave(struct casework *cw, const struct letter *letter, struct arena *mem, struct fault *f)
{
	return waits_as_it_may(cw, letter, false, mem, f);
}

bool letter_may_be_read_out(struct casework *cw, const struct letter *letter, struct arena *mem, struct fault *f)
{
	return waits_as_it_may(cw, letter, true, mem, f);
}

/* --- All that wait --- */

/* `is_tried`: only counted. */
static bool hold_one(struct casework *cw, const struct letter_listed *one, bool is_tried, struct arena *mem,
		     size_t *count, struct fault *f)
{
	struct delivery delivery;
	const char *why;

	if (!letter_hold_of(cw, one->letter_id, one->address, mem, &why, f))
		return false;
	if (!*why)
		return true;
	++*count;
	return is_tried || (delivery_by_id(cw->store, one->delivery_id, mem, &delivery, f) &&
			    letter_hold_back(cw, &delivery, why, f));
}

static bool hold_all(struct casework *cw, enum invite_method method, bool is_tried, size_t *count, struct fault *f)
{
	enum { MOST = 100000 };
	struct arena mem = {0}, one = {0};
	struct letter_listed_list due;
	bool ok = deliveries_due(cw->store, method, INT64_MAX, MOST, &mem, &due, f);

	*count = 0;
	for (size_t i = 0; ok && i < due.count; i++) {
		arena_reset(&one);
		ok = hold_one(cw, &due.items[i], is_tried, &one, count, f);
	}
	arena_finish(&one);
	arena_finish(&mem);
	return ok;
}

static bool count_to_hold(struct casework *cw, enum invite_method method, size_t *count, struct fault *f)
{
	bool ok;

	if (!look_begin(cw, ACTION_INVITE, f))
		return false;
	ok = hold_all(cw, method, true, count, f);
	look_undo(cw); /* no row: whoever is shown what is left leaves one */
	return ok;
}

/* Mostly there is nothing to hold back, and then nothing is saved. */
bool letters_hold_back(struct casework *cw, enum invite_method method, size_t *count, struct fault *f)
{
	if (!count_to_hold(cw, method, count, f))
		return false;
	if (*count == 0)
		return true;
	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	if (!hold_all(cw, method, false, count, f))
		return work_undo(cw);
	if (*count == 0) /* another session was there first */
		return work_keep(cw, f);
	return work_end(cw, f, "letters.hold_back", SUBJECT_NONE, 0, 0, "%zu letters by %s", *count,
			invite_method_label(method));
}
