/* No letter to a person holds a word that is kept from that person: over families made at random, in every template, as
 * it is shown, as it is kept, and in all that is enclosed. */
#include "casework/letters.h"
#include "intake_rows.h"
#include "letter_day.h"
#include "letter_look.h"
#include "letter_queue.h"
#include "pdf_view.h"
#include "random_day.h"
#include "random_readers.h"
#include "sending_inside.h"
#include "sending_steps.h"
#include "soak.h"

enum { FIRST_SEED = 20260401, MAILED_EVERY = 10, PRINTED_EVERY = 50, LEAST_LETTERS = 6 };

struct looking {
	const struct random_family *w;
	const struct invitee *reader;
	uint64_t seed;
	const char *in; /* what is looked through */
	bool is_after;  /* the conference: whoever comes for somebody is told what that person is */
	bool is_form;   /* the family reads it afterwards: no address, time or place, whoever it goes to */
};

/* A name that the one they come for may read. */
static bool is_told_through(const struct looking *l, const struct canary *c)
{
	const struct invitee *one = told_for(l->w, l->reader);

	return l->is_after && c->kept_for == FOR_THOSE_WHO_MEET && one && !was_away(l->w, l->reader) &&
	       may_meet_bearer(l->w, one, c);
}

static void tells(const struct looking *l, const struct canary *c, const char *text)
{
	bool comes_back = c->is_address || c->kept_for == FOR_OWN || c->kept_for == FOR_THOSE_WHO_COME ||
			  c->kept_for == FOR_SITTING || c->kept_for == FOR_ITS_HOUSEHOLD;
	bool may = (may_read(l->w, l->reader, c) && !(l->is_form && comes_back)) || is_told_through(l, c);

	if (!may)
		fail_msg("seed %llu: the %s to %s (%s, sitting %d, exclusion %s) tells the %s of another: %s\n%s",
			 (unsigned long long)l->seed, l->in, l->reader->shown_name, capacity_label(l->reader->capacity),
			 l->reader->sitting, exclusion_token(l->reader->exclusion), c->what, c->word, text);
}

/* A word has its own number after its first letters; what else is kept back is looked for as it is. */
static void holds_nothing_kept_back(const struct looking *l, const char *text)
{
	for (const char *at = strstr(text, CANARY); at; at = strstr(at + 1, CANARY)) {
		size_t number = (size_t)atoi(at + strlen(CANARY));

		assert_true(number < l->w->word_count);
		tells(l, &l->w->words[number], text);
	}
	for (size_t i = 0; i < l->w->word_count; i++)
		if (strncmp(l->w->words[i].word, CANARY, strlen(CANARY)) != 0 && strstr(text, l->w->words[i].word))
			tells(l, &l->w->words[i], text);
}

static struct letter_template *templates[LETTER_TEMPLATE_COUNT];

static void fill_templates(struct looking *l, const struct letter_facts *facts, enum letter_template_key first,
			   enum letter_template_key end)
{
	for (int key = (int)first; key < (int)end; key++) {
		struct document document;

		if (key == LETTER_REPORT_FORM)
			continue;
		MUST(letter_template_fill(templates[key], facts, l->w->mem, &document, f));
		l->in = letter_template_name((enum letter_template_key)key);
		holds_nothing_kept_back(l, document_text(&document, 78, l->w->mem));
		holds_nothing_kept_back(l, document_keep(&document, l->w->mem));
	}
}

static void fill_form(struct looking *l)
{
	struct letter_facts facts;
	struct document document;

	if (l->reader->capacity != CAPACITY_PROFESSIONAL)
		return;
	MUST(letter_form_facts_of(l->w->cw, &l->w->conference, l->reader, l->w->mem, &facts, f));
	MUST(letter_template_fill(templates[LETTER_REPORT_FORM], &facts, l->w->mem, &document, f));
	l->in = "report form";
	l->is_form = true;
	holds_nothing_kept_back(l, document_text(&document, 78, l->w->mem));
	l->is_form = false;
}

static bool is_of_police(const char *agency)
{
	return strstr(agency, "police") || strstr(agency, "Police") || strstr(agency, "Constabulary");
}

/* A report that is not for the family is not even named to it; the police's never is, whatever was kept of it. */
/* One that speaks of several children, or of all, is for who may read of each of them. */
static bool may_have_report(const struct looking *l, const struct report_child_list *children, int64_t report)
{
	const struct canary of_all = {.is_of_all = true};
	bool is_said = false;

	for (size_t i = 0; i < children->count; i++) {
		const struct canary of_one = {.child = children->items[i].person_id};

		if (children->items[i].report_id != report)
			continue;
		is_said = true;
		if (!may_read_of_its_children(l->w, l->reader, &of_one))
			return false;
	}
	return is_said || may_read_of_its_children(l->w, l->reader, &of_all);
}

static void names_no_report_kept_back(const struct looking *l, const struct letter_facts *facts)
{
	struct report_list reports;
	struct report_child_list children;

	MUST(reports_of(l->w->cw->store, l->w->conference.id, l->w->mem, &reports, f));
	MUST(report_children_of(l->w->cw->store, l->w->conference.id, l->w->mem, &children, f));
	for (size_t i = 0; i < facts->lists[LETTER_LIST_REPORTS].count; i++)
		for (size_t k = 0; k < reports.count; k++)
			if ((!report_may_go_to_family(&reports.items[k]) ||
			     is_of_police(reports.items[k].shown_agency) ||
			     !may_have_report(l, &children, reports.items[k].id)) &&
			    strcmp(facts->lists[LETTER_LIST_REPORTS].items[i].fields[LETTER_FIELD_REPORT_AGENCY],
				   reports.items[k].shown_agency) == 0)
				fail_msg("seed %llu: %s is told of the report of %s", (unsigned long long)l->seed,
					 l->reader->shown_name, reports.items[k].shown_agency);
}

/* Nor is what they may read kept back: said of one child, it is told to each colleague and each adult of the family who
 * may read of a child that is reviewed, and to nobody who is kept away. */
static void tells_why_it_is_earlier(const struct looking *l, const struct letter_facts *facts)
{
	const struct invitee *reader = l->reader;
	bool is_colleague = reader->capacity == CAPACITY_PROFESSIONAL && !reader->person_id, knows = false;
	struct person_list children; /* of the conference, and not of the household alone */

	if (l->w->conference.type != CONFERENCE_REVIEW || (!is_colleague && !is_adult_of_family(reader)))
		return;
	MUST(conference_children(l->w->cw->store, l->w->conference.id, l->w->mem, &children, f));
	for (size_t i = 0; i < children.count; i++)
		knows = knows || may_read_of(l->w, reader, place_of_child(l->w, children.items[i].id));
	if ((knows && !is_kept_away(reader)) != (facts->top.fields[LETTER_FIELD_REVIEW_WHY_EARLIER] != NULL))
		fail_msg("seed %llu: why it is earlier, to %s", (unsigned long long)l->seed, reader->shown_name);
}

/* What was decided and recorded, in every wording there is. */
static void look_at_the_day(struct looking *l)
{
	struct letter_facts facts;

	MUST(letter_decision_facts_of(l->w->cw, &l->w->conference, l->reader, l->w->mem, &facts, f));
	l->in = "facts of the decisions";
	l->is_after = true;
	holds_nothing_kept_back(l, letter_facts_text(&facts, l->w->mem));
	fill_templates(l, &facts, LETTER_DECISION_PARENT, LETTER_TEMPLATE_COUNT);
	MUST(letter_record_facts_of(l->w->cw, &l->w->conference, l->reader, l->w->mem, &facts, f));
	l->in = "facts of the record";
	holds_nothing_kept_back(l, letter_facts_text(&facts, l->w->mem));
	fill_templates(l, &facts, LETTER_RECORD, LETTER_RECORD + 1);
}

/* On the sheet that goes round no child stands who is not everybody's. */
static void signs_in_front_of_all(const struct random_family *w, const struct letter_facts *facts, uint64_t seed)
{
	const struct letter_row_list *sheet = &facts->lists[LETTER_LIST_ATTENDEES];

	for (size_t i = 0; i < sheet->count; i++)
		for (size_t k = 0; k < w->word_count; k++)
			if (w->words[k].kept_for == FOR_NAMING && !is_everybodys(w, w->words[k].owner) &&
			    strstr(sheet->items[i].fields[LETTER_FIELD_ATTENDEE_NAME], w->words[k].word))
				fail_msg("seed %llu: the attendance sheet names %s", (unsigned long long)seed,
					 w->words[k].word);
}

/* Everybody in the room takes it home: nothing that is kept for one of them stands in it. */
static void look_at_room(const struct random_family *w, uint64_t seed)
{
	struct letter_facts facts;
	const char *text;

	MUST(letter_room_facts_of(w->cw, &w->conference, w->mem, &facts, f));
	assert_true(w->sittings < 2 || !facts.top.fields[LETTER_FIELD_CONFERENCE_TIME]); /* of one sitting only */
	signs_in_front_of_all(w, &facts, seed);
	facts.lists[LETTER_LIST_ATTENDEES].count = 0; /* grown-ups who sign are there: they meet */
	text = letter_facts_text(&facts, w->mem);
	for (size_t i = 0; i < w->word_count; i++) {
		const struct canary *c = &w->words[i];
		bool may = c->kept_for == FOR_NAMING || c->kept_for == FOR_REASONS || c->kept_for == FOR_PLAN ||
			   c->kept_for == FOR_SITTING || c->kept_for == FOR_THOSE_WHO_COME ||
			   c->kept_for == FOR_THOSE_WHO_MEET || (c->kept_for == FOR_CORE && w->sittings < 2);

		if ((!may || !is_for_everybody(w, c)) && strstr(text, c->word))
			fail_msg("seed %llu: the room is told the %s: %s\n%s", (unsigned long long)seed, c->what,
				 c->word, text);
	}
}

static void look_at_facts(const struct random_family *w, uint64_t seed)
{
	look_at_room(w, seed);
	for (size_t i = 0; i < w->invitee_count; i++) {
		struct looking l = {.w = w, .reader = &w->invitees[i], .seed = seed, .in = "facts"};
		struct letter_facts facts;

		MUST(letter_facts_of(w->cw, &w->conference, l.reader, w->mem, &facts, f));
		holds_nothing_kept_back(&l, letter_facts_text(&facts, w->mem));
		names_no_report_kept_back(&l, &facts);
		tells_why_it_is_earlier(&l, &facts);
		fill_templates(&l, &facts, LETTER_INVITATION_PARENT, LETTER_DECISION_PARENT);
		fill_form(&l);
		if (seed % 2 == 0) /* half of them: it is as much again */
			look_at_the_day(&l);
	}
}

/* --- What is really written --- */

/* A letter to nobody of the list is a notice to an agency. */
static const struct invitee *reader_of(const struct random_family *w, int64_t id)
{
	static const struct invitee agency = {.capacity = CAPACITY_PROFESSIONAL, .shown_name = "an agency"};

	if (!id)
		return &agency;
	for (size_t i = 0; i < w->invitee_count; i++)
		if (w->invitees[i].id == id)
			return &w->invitees[i];
	fail_msg("a letter went to nobody of the list");
	return NULL;
}

/* Lines of quoted-printable are broken anywhere, even in a word. */
static const char *joined(const struct press_bytes *mail, struct arena *mem)
{
	char *text = arena_text_n(mem, (const char *)mail->bytes, mail->count), *to = text;

	for (const char *from = text; *from;)
		if (strncmp(from, "=\r\n", 3) == 0)
			from += 3;
		else
			*to++ = *from++;
	*to = '\0';
	return text;
}

/* As it leaves the house: heads, file names and all. */
static void look_at_mail(struct looking *l, int64_t delivery_id)
{
	struct press_bytes mail;
	struct delivery delivery;
	const char *text;

	MUST(delivery_by_id(l->w->cw->store, delivery_id, l->w->mem, &delivery, f));
	if (delivery.method != METHOD_EMAIL)
		return;
	MUST(sending_mail(l->w->cw, &delivery, l->w->mem, &mail, f));
	l->in = "mail";
	text = joined(&mail, l->w->mem);
	for (size_t i = 0; i < l->w->word_count; i++) /* whole ones: base64 has every short run of letters */
		if (strlen(l->w->words[i].word) > LEAST_LETTERS && strstr(text, l->w->words[i].word))
			tells(l, &l->w->words[i], text);
}

/* What a reader's own PDF program shows: the words, and what it says of the file. */
static void look_at_print(struct looking *l, const struct letter *letter)
{
	struct letter_sheets sheets = {0};
	struct press_bytes pdf;

	MUST(letter_sheets_add(l->w->cw, letter, "", l->w->mem, &sheets, f));
	MUST(letter_sheets_pdf(&sheets, l->w->mem, &pdf, f));
	l->in = "PDF";
	l->is_form = false;
	holds_nothing_kept_back(l, pdf_view("pdftotext -layout %s -", &pdf, l->w->mem));
	holds_nothing_kept_back(l, pdf_view("pdfinfo %s", &pdf, l->w->mem));
}

static bool is_of_the_day(const char *template)
{
	enum letter_template_key key;

	return letter_template_from_name(template, &key) && letter_is_of_day(key);
}

/* *after: those of the day itself. */
static size_t look_at_letters(const struct random_family *w, uint64_t seed, size_t *after)
{
	struct letter_listed_list letters;

	MUST(letters_of_conference(w->cw->store, w->conference.id, w->mem, &letters, f));
	for (size_t i = 0; i < letters.count; i++) {
		struct looking l = {.w = w, .reader = reader_of(w, letters.items[i].invitee_id), .seed = seed};
		struct enclosure_list enclosed;
		struct letter letter;

		MUST(letter_by_id(w->cw->store, letters.items[i].letter_id, w->mem, &letter, f));
		MUST(enclosures_of(w->cw->store, letter.id, w->mem, &enclosed, f));
		l.is_after = is_of_the_day(letter.template);
		*after += l.is_after;
		if (seed % MAILED_EVERY == 0)
			look_at_mail(&l, letters.items[i].delivery_id);
		l.in = letter.template;
		holds_nothing_kept_back(&l, letter.subject);
		holds_nothing_kept_back(&l, letter.content);
		for (size_t k = 0; k < enclosed.count; k++) {
			l.in = enclosed.items[k].name;
			l.is_form = strcmp(enclosed.items[k].name, "Report form") == 0;
			holds_nothing_kept_back(&l, enclosed.items[k].content);
		}
		if (seed % PRINTED_EVERY == 0)
			look_at_print(&l, &letter);
	}
	return letters.count;
}

/* Everybody who can be written to; refused only when there is nobody. */
static void send(const struct random_family *w, enum mailing mailing)
{
	struct mailing_item_list items;
	struct fault why = {0};
	size_t written;

	MUST(casework_mailing_preview(w->cw, w->conference.id, mailing, w->mem, &items, f));
	if (!casework_mailing_send(w->cw, w->conference.id, mailing, NULL, 0, &written, &why))
		assert_int_equal(why.code, FAULT_REFUSED);
}

static void change(struct random_family *w, enum conference_step step, enum conference_state state, day_number day)
{
	struct conference_change words = {.conference_id = w->conference.id,
					  .at = work_now(w->cw),
					  .by_user = "",
					  .step = conference_step_token(step),
					  .from_slot = "",
					  .to_slot = "",
					  .interim_plan = ""};

	words.reason = a_word(w, "reason of the change", FOR_COLLEAGUES, NO_OWNER);
	words.agreed_by = a_word(w, "who agreed to the change", FOR_COLLEAGUES, NO_OWNER);
	MUST(conference_by_id(w->cw->store, w->conference.id, w->mem, &w->conference, f));
	w->conference.state = state;
	w->conference.held_on = day;
	if (day == DAY_NONE)
		w->conference.starts = w->conference.minutes = -1;
	MUST(conference_save(w->cw->store, &w->conference, f));
	MUST(conference_change_insert(w->cw->store, &words, f));
}

static size_t look_at_a_life(struct random_family *w, uint64_t seed, size_t *after)
{
	send(w, MAILING_INVITATIONS);
	send(w, MAILING_EXCLUSIONS);
	change(w, STEP_MOVE, STATE_SCHEDULED, date_from_iso("2026-04-14"));
	send(w, MAILING_CHANGES);
	change(w, STEP_POSTPONE, STATE_POSTPONED, DAY_NONE);
	send(w, MAILING_CHANGES);
	change(w, STEP_APPROVE_RECORD, STATE_RECORD_APPROVED, date_from_iso("2026-04-13"));
	send(w, MAILING_DECISIONS);
	send(w, MAILING_RECORD);
	return look_at_letters(w, seed, after);
}

static void look_at_family(struct random_family *w, struct casework *cw, struct arena *mem, uint64_t seed,
			   size_t *letters, size_t *decisions)
{
	MUST(casework_batch_begin(cw, f));
	make_random_family(w, cw, mem, seed);
	make_random_day(w);
	look_at_facts(w, seed);
	*letters += look_at_a_life(w, seed, decisions);
	MUST(casework_batch_end(cw, false, f));
	arena_reset(mem);
}

static void nobody_reads_what_is_kept_from_them(void **state)
{
	/* By the long form: a father of two of three read of the third, whom the conference was not about; an advocate
	 * with another sitting than whom she came for read who was at hers; a child's solicitor read the name of a
	 * brother in the core group. */
	static const uint64_t found[] = {20260619, 20261226, 20261848};
	struct casework_fixture *fixture = *state;
	static struct random_family w;
	struct arena mem = {0};
	size_t letters = 0, decisions = 0, families = (size_t)soak_times(2000, 80);

	configured(fixture, "/bin/false", "");
	for (int key = 0; key < LETTER_TEMPLATE_COUNT; key++)
		MUST(letter_template_load((enum letter_template_key)key, NULL, settings_data_folder(), &fixture->mem,
					  &templates[key], f));
	for (size_t i = 0; i < sizeof found / sizeof *found; i++)
		look_at_family(&w, fixture->cw, &mem, found[i], &letters, &decisions);
	for (uint64_t seed = FIRST_SEED; seed < FIRST_SEED + families; seed++)
		look_at_family(&w, fixture->cw, &mem, seed, &letters, &decisions);
	assert_true(letters > families * 4 && decisions > families * 4); /* or nothing was looked at */
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {SENDING_TEST(nobody_reads_what_is_kept_from_them)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
