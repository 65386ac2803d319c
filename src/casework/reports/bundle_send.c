/* The newest bundle sent to every professional who comes or owes a report, each by their own method. */
#include "bundle.h"
#include "deadline_keeping.h"
#include "letter_facts.h"
#include "letter_queue.h"
#include "letter_reader.h"
#include "own_conference.h"
#include "report_reach.h"
#include "report_reader.h"
#include "store/invitee_store.h"
#include "store/report_store.h"

#include <stdlib.h>
#include <string.h>

struct sending_work {
	struct casework *cw;
	struct conference conference;
	struct bundle bundle;
	struct report_list reports;
	struct enclosure *enclosures; /* the bundle, then what goes beside it */
	size_t enclosure_count, enclosure_room;
	int64_t bytes;
	size_t written;
	struct arena *mem;
	struct fault *f;
};

static bool find_newest(struct sending_work *w)
{
	struct bundle_list all;

	if (!bundles_of(w->cw->store, w->conference.id, w->mem, &all, w->f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (!all.items[i].person_id) {
			w->bundle = all.items[i];
			return true;
		}
	return fault_set(w->f, FAULT_REFUSED, "There is no bundle for professionals yet: make it first.");
}

static const struct report *report_of(const struct sending_work *w, int64_t id)
{
	for (size_t i = 0; i < w->reports.count; i++)
		if (w->reports.items[i].id == id)
			return &w->reports.items[i];
	return NULL;
}

static bool must_be_made_again(const struct sending_work *w, const char *whose)
{
	return fault_set(w->f, FAULT_REFUSED,
			 "How the report of %s may be used changed since the bundle was made. Make the bundle again, "
			 "then send it.",
			 whose);
}

/* What was for professionals when the bundle was made must be for them still. */
static bool check_paper(struct sending_work *w, const struct paper *paper)
{
	const struct report *report = report_of(w, paper->report_id);
	const char *how;

	if (!report)
		return must_be_made_again(w, paper->name);
	if (paper->is_withdrawn || bundle_fate_for_professionals(report, 1, w->mem, &how) != BUNDLE_HOLDS)
		return must_be_made_again(w, report_owed_by(report));
	return true;
}

static bool enclose(struct sending_work *w, const struct paper *paper)
{
	struct {
		struct enclosure *items;
		size_t count, room;
	} list = {w->enclosures, w->enclosure_count, w->enclosure_room};
	struct enclosure *one = ARENA_PUSH(w->mem, &list);

	if (!one)
		return fault_set(w->f, FAULT_MEMORY, "There is not enough memory to send the bundle.");
	*one = (struct enclosure){.paper_id = paper->id, .kind = ENCLOSURE_PAPER, .name = paper->name, .content = ""};
	w->enclosures = list.items;
	w->enclosure_count = list.count;
	w->enclosure_room = list.room;
	w->bytes += paper->bytes;
	return true;
}

static bool walk(struct sending_work *w, const char *ids, bool is_enclosed)
{
	for (const char *at = ids; *at;) {
		char *end;
		int64_t id = strtoll(at, &end, 10);
		struct paper paper;

		if (end == at)
			break;
		if (!paper_by_id(w->cw->store, id, w->mem, &paper, w->f) || !check_paper(w, &paper) ||
		    (is_enclosed && !enclose(w, &paper)))
			return false;
		at = end + strspn(end, " ");
	}
	return true;
}

static bool collect(struct sending_work *w)
{
	struct paper paper;

	if (!find_newest(w) || !reports_of(w->cw->store, w->conference.id, w->mem, &w->reports, w->f) ||
	    !paper_by_id(w->cw->store, w->bundle.paper_id, w->mem, &paper, w->f))
		return false;
	if (paper.is_withdrawn)
		return fault_set(w->f, FAULT_REFUSED, "The newest bundle was withdrawn: make another.");
	return enclose(w, &paper) && walk(w, w->bundle.merged, false) && walk(w, w->bundle.beside, true);
}

/* --- To whom --- */

static bool owes_report(const struct sending_work *w, int64_t invitee)
{
	for (size_t i = 0; i < w->reports.count; i++)
		if (w->reports.items[i].invitee_id == invitee && w->reports.items[i].involved != ANSWER_NO)
			return true;
	return false;
}

static bool gets_it(const struct sending_work *w, const struct invitee *one)
{
	bool comes = one->reply != REPLY_DECLINED && one->involved != ANSWER_NO;
	bool may_come = one->exclusion == EXCLUSION_NONE || one->exclusion == EXCLUSION_REFUSED;

	return one->capacity == CAPACITY_PROFESSIONAL && may_come && (comes || owes_report(w, one->id));
}

static bool is_on_its_way(enum delivery_state state)
{
	return state != DELIVERY_FAILED && state != DELIVERY_BOUNCED && state != DELIVERY_WITHDRAWN;
}

/* Nobody gets the same bundle twice, however often it is sent. */
static bool has_it(struct sending_work *w, int64_t invitee, bool *has)
{
	struct letter_listed_list letters;

	*has = false;
	if (!letters_of_invitee(w->cw->store, invitee, w->mem, &letters, w->f))
		return false;
	for (size_t i = 0; i < letters.count && !*has; i++) {
		const struct letter_listed *letter = &letters.items[i];
		struct enclosure_list enclosed;

		if (strcmp(letter->template, letter_template_name(LETTER_BUNDLE_SENT)) != 0 ||
		    !is_on_its_way(letter->state))
			continue;
		if (!enclosures_of(w->cw->store, letter->letter_id, w->mem, &enclosed, w->f))
			return false;
		for (size_t j = 0; j < enclosed.count; j++)
			*has = *has || enclosed.items[j].paper_id == w->bundle.paper_id;
	}
	return true;
}

static bool must_fit_mail(const struct sending_work *w, enum invite_method method)
{
	if (method != METHOD_EMAIL || w->bytes <= PRESS_MAIL_MOST)
		return true;
	return fault_set(w->f, FAULT_REFUSED,
			 "The bundle has %lld MB and no mail takes more than %d. Hand it over by the portal or on "
			 "paper, or make it with smaller files.",
			 (long long)w->bytes / 1000000, PRESS_MAIL_MOST / 1000000);
}

static bool write_to(struct sending_work *w, struct invitee *reader)
{
	struct letter_facts facts;
	struct letter_order order = {.key = LETTER_BUNDLE_SENT,
				     .conference = &w->conference,
				     .reader = reader,
				     .facts = &facts,
				     .enclosures = w->enclosures,
				     .enclosure_count = w->enclosure_count};
	const char *problem;

	reader->method = order.method = reader_written_method(reader);
	if (!must_fit_mail(w, order.method) || !letter_facts_of(w->cw, &w->conference, reader, w->mem, &facts, w->f) ||
	    !letter_reader_address(w->cw, reader, order.method, w->mem, &order.address, w->f))
		return false;
	problem = letter_way_problem(order.method, order.address);
	if (*problem)
		return fault_set(w->f, FAULT_REFUSED, "%s cannot be sent the bundle: %s. Nothing was sent to anybody.",
				 reader->shown_name, problem);
	facts.top.fields[LETTER_FIELD_BUNDLE_MADE] = work_moment_words(w->cw, w->bundle.made_at, w->mem);
	facts.lists[LETTER_LIST_REPORTS].count = facts.lists[LETTER_LIST_MISSING].count = 0;
	if (!letter_queue(w->cw, &order, w->mem, NULL, w->f))
		return false;
	w->written++;
	return true;
}

static bool send_in(struct sending_work *w, int64_t conference)
{
	struct invitee_list list;

	if (!conference_reach_for(w->cw, ACTION_RECORD_REPORTS, conference, w->mem, &w->conference, w->f) ||
	    !collect(w) || !invitees_of(w->cw->store, conference, false, w->mem, &list, w->f))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		bool has = true;

		if (gets_it(w, &list.items[i]) && !has_it(w, list.items[i].id, &has))
			return false;
		if (!has && !write_to(w, &list.items[i]))
			return false;
	}
	if (w->written > 0) /* one that was held back had opened its task again */
		return deadline_met(w->cw, RULE_BUNDLE, SUBJECT_CONFERENCE, conference, casework_today(w->cw), w->f);
	return fault_set(w->f, FAULT_REFUSED, "Every professional who comes or owes a report has this bundle already.");
}

bool casework_bundle_send(struct casework *cw, int64_t conference, size_t *written, struct fault *f)
{
	struct arena mem = {0};
	struct sending_work w = {.cw = cw, .mem = &mem, .f = f};
	bool ok;

	*written = 0;
	if (!work_begin(cw, ACTION_RECORD_REPORTS, f))
		return false;
	ok = send_in(&w, conference)
		     ? work_end(cw, f, "bundle.send", SUBJECT_CONFERENCE, conference, w.conference.family_id,
				"%s: to %zu professionals", w.conference.reference, w.written)
		     : work_undo(cw);
	if (ok)
		*written = w.written;
	arena_finish(&mem);
	return ok;
}
