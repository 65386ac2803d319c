/* What a template would say to one reader now: the command line's `letter`. Kept nowhere but in the audit log. */
#include "casework/letters.h"

#include "access_keeping.h"
#include "base/nearest.h"
#include "base/text.h"
#include "invitee_words.h"
#include "letter_day.h"
#include "letter_queue.h"
#include "mailing_inside.h"
#include "notice_inside.h"
#include "own_conference.h"
#include "store/conference_store.h"
#include "store/invitee_store.h"

#include <ctype.h>
#include <string.h>

#define LETTER_COLUMNS 78

struct trial {
	struct casework *cw;
	enum letter_template_key key;
	struct conference conference;
	struct invitee_list invitees;
	struct invitee reader; /* id 0: the template goes to nobody of the list */
	enum notice notice;    /* NOTICE_COUNT: it is a letter of a conference */
	struct notice_case about;
	const char *reference;
	struct arena *mem;
	struct fault *f;
};

static bool find_template(const struct trial *t, const char *name, enum letter_template_key *out)
{
	const char *names[LETTER_TEMPLATE_COUNT];
	const char *near;

	if (letter_template_from_name(name, out))
		return true;
	for (int i = 0; i < LETTER_TEMPLATE_COUNT; i++)
		names[i] = letter_template_name((enum letter_template_key)i);
	near = nearest_word(name, names, LETTER_TEMPLATE_COUNT);
	return fault_missing(t->f, "template", "There is no letter \"%s\"%s%s%s \"quorate help letter\" lists them.",
			     name, near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : ".");
}

/* Of one of a restricted family no more is said than whom to ask, where the policy lets that be said; it is logged. */
static bool refuse_reference(const struct trial *t, const char *reference, const struct fault *why)
{
	bool is_there = why->code != FAULT_NOT_FOUND && *why->message;

	if (is_there && t->f)
		*t->f = *why;
	if (is_there)
		return false;
	if (t->notice == NOTICE_COUNT)
		fault_missing(t->f, "reference", "There is no such conference. Give its reference, such as C-0421.");
	else
		fault_missing(t->f, "reference",
			      "There is nothing of that reference that this letter is about. Give %s.",
			      notice_reference_taken(t->notice));
	return access_not_found(t->cw, reference, t->mem, t->f);
}

static bool find_notice(struct trial *t, const char *reference)
{
	const struct notice_kind *kind = notice_kind_of(t->notice);
	struct fault why = {0};
	int64_t id = 0;

	if (!kind->find(t->cw, reference, &id, &why) || !id ||
	    !notice_read(t->cw, t->notice, id, true, t->mem, &t->about, &why))
		return refuse_reference(t, reference, &why);
	t->conference = t->about.conference;
	t->reference = t->about.reference;
	return kind->readers(&t->about, &t->invitees, t->f);
}

static bool find_conference(struct trial *t, const char *reference)
{
	struct fault why = {0};
	int64_t id;

	if (notice_from_template(t->key, &t->notice))
		return find_notice(t, reference);
	if (!conference_by_reference(t->cw->store, reference, &id, t->f))
		return false;
	if (!id || !conference_reach_for(t->cw, ACTION_INVITE, id, t->mem, &t->conference, &why))
		return refuse_reference(t, reference, &why);
	t->reference = t->conference.reference;
	return invitees_of(t->cw->store, id, false, t->mem, &t->invitees, t->f);
}

/* --- The reader --- */

/* The first page of a bundle, and what is for the room, go to nobody of the list; the outline plan to one reader when
 * one is named. */
static bool is_for_a_reader(enum letter_template_key key, const char *who)
{
	return key != LETTER_BUNDLE_CONTENTS && !letter_is_for_room(key) && (key != LETTER_OUTLINE_PLAN || *who);
}

static bool fits_conference(enum letter_template_key key, const struct invitee *invitee)
{
	enum capacity c = invitee->capacity;

	switch (key) {
	case LETTER_INVITATION_PARENT:
	case LETTER_DECISION_PARENT:
	case LETTER_FEEDBACK_PARENT:
	case LETTER_BUNDLE_FAMILY: return c == CAPACITY_FAMILY;
	case LETTER_INVITATION_CHILD:
	case LETTER_DECISION_CHILD:
	case LETTER_FEEDBACK_YOUNG:
	case LETTER_FEEDBACK_OLDER: return c == CAPACITY_CHILD;
	case LETTER_DECISION_PROFESSIONAL:
	case LETTER_PLAN_NOTICE:
	case LETTER_INVITATION_PROFESSIONAL:
	case LETTER_POLICE_NOTICE:
	case LETTER_REPORT_FORM:
	case LETTER_REPORT_CHASER:
	case LETTER_REPORT_NOT_RECEIVED:
	case LETTER_BUNDLE_SENT: return c == CAPACITY_PROFESSIONAL;
	case LETTER_DECISION_SUPPORTER: return invitee->for_invitee_id && c != CAPACITY_INTERPRETER;
	case LETTER_RECORD_SENT:
	case LETTER_RECORD: return c == CAPACITY_FAMILY || c == CAPACITY_PROFESSIONAL;
	case LETTER_INVITATION_SUPPORTER:
		return c != CAPACITY_CHILD && c != CAPACITY_FAMILY && c != CAPACITY_PROFESSIONAL;
	case LETTER_EXCLUSION: return invitee->exclusion == EXCLUSION_WHOLE || invitee->exclusion == EXCLUSION_PART;
	default: return true;
	}
}

static bool fits_template(const struct trial *t, const struct invitee *invitee)
{
	return t->notice == NOTICE_COUNT ? fits_conference(t->key, invitee)
					 : notice_template(t->notice, invitee) == t->key;
}

/* How well a reader is named: not at all, by a part of a word ("mother" of a grandmother), or by the whole of it. */
enum naming { NOT_NAMED, NAMED_IN_PART, NAMED_WHOLE };

static enum naming naming_of(const struct trial *t, const struct invitee *invitee, const char *folded)
{
	const char *const texts[] = {invitee->shown_name, invitee->shown_agency, capacity_label(invitee->capacity),
				     invitee->capacity == CAPACITY_FAMILY ? relationship_label(invitee->relationship)
									  : invitee->shown_role};
	enum naming naming = *folded ? NOT_NAMED : NAMED_IN_PART;

	for (size_t i = 0; *folded && i < sizeof texts / sizeof *texts; i++) {
		const char *text = text_fold(t->mem, texts[i]);

		if (strcmp(text, folded) == 0)
			return NAMED_WHOLE;
		if (strstr(text, folded))
			naming = NAMED_IN_PART;
	}
	return naming;
}

static bool refuse_choice(const struct trial *t, const char *who, size_t fitting, const char *names)
{
	if (fitting)
		return fault_field(t->f, "to", "Several people fit: %s. Say with --to whom it is for.", names);
	if (*who)
		return fault_missing(t->f, "to", "Nobody who gets this letter of %s is called \"%s\".", t->reference,
				     who);
	return fault_field(t->f, "to", "Nobody gets this letter of %s.", t->reference);
}

static size_t readers_named(struct trial *t, const char *folded, enum naming wanted, const char **names)
{
	size_t fitting = 0;

	*names = "";
	for (size_t i = 0; i < t->invitees.count; i++) {
		const struct invitee *one = &t->invitees.items[i];

		if (!fits_template(t, one) || naming_of(t, one, folded) < wanted)
			continue;
		t->reader = *one;
		*names = arena_printf(t->mem, "%s%s%s", *names, fitting ? "; " : "", invitee_who(one, t->mem));
		fitting++;
	}
	return fitting;
}

static bool find_reader(struct trial *t, const char *who)
{
	const char *folded = text_fold(t->mem, who), *names;
	size_t fitting;

	if (!is_for_a_reader(t->key, who) || readers_named(t, folded, NAMED_WHOLE, &names) == 1)
		return true;
	fitting = readers_named(t, folded, NAMED_IN_PART, &names);
	return fitting == 1 || refuse_choice(t, who, fitting, names);
}

/* --- The letter --- */

static enum mailing mailing_of(enum letter_template_key key)
{
	if (key == LETTER_EXCLUSION)
		return MAILING_EXCLUSIONS;
	return key == LETTER_MOVED || key == LETTER_POSTPONED || key == LETTER_CANCELLED ? MAILING_CHANGES
											 : MAILING_INVITATIONS;
}

static bool write_of_day(struct trial *t, struct document *out)
{
	const struct invitee *reader = t->reader.id ? &t->reader : NULL;
	struct letter_facts facts;

	return letter_day_facts_of(t->cw, t->key, &t->conference, reader, t->mem, &facts, t->f) &&
	       letter_write(t->cw, t->key, &facts, t->mem, out, t->f);
}

static bool write_notice(struct trial *t, struct document *out)
{
	struct letter_facts facts;

	return notice_facts(&t->about, &t->reader, &facts, NULL, t->f) &&
	       letter_write(t->cw, t->key, &facts, t->mem, out, t->f);
}

static bool write_trial(struct trial *t, struct document *out)
{
	struct mailing_plan plan = {.conference = t->conference, .mailing = mailing_of(t->key)};
	const struct mailing_letter letter = {.reader = t->reader, .key = t->key};
	struct letter_facts facts = {0};
	bool ok;

	if (t->notice != NOTICE_COUNT)
		return write_notice(t, out);
	if (letter_is_of_day(t->key))
		return write_of_day(t, out);
	ok = mailing_change_read(t->cw, &plan, t->mem, t->f);
	ok = ok && (t->key == LETTER_REPORT_FORM
			    ? letter_form_facts_of(t->cw, &t->conference, &t->reader, t->mem, &facts, t->f)
			    : mailing_facts_of(t->cw, &plan, &letter, t->mem, &facts, t->f));
	return ok && letter_write(t->cw, t->key, &facts, t->mem, out, t->f);
}

static struct invitee nobody(void)
{
	return (struct invitee){.capacity = CAPACITY_PROFESSIONAL,
				.method = METHOD_EMAIL,
				.shown_name = "",
				.shown_agency = "",
				.shown_role = "",
				.shown_email = "",
				.shown_phone = "",
				.quorum_group = "",
				.address = "",
				.email = "",
				.language = "",
				.signing = "",
				.access = "",
				.childcare = "",
				.transport = "",
				.represented_why = "",
				.other_way = "",
				.exclusion_part = "",
				.exclusion_words = "",
				.withdrawn_why = "",
				.told_day = DAY_NONE,
				.told_starts = -1};
}

/* As `show` takes it: "c-0012" is C-0012. */
static const char *in_capitals(const char *reference, struct arena *mem)
{
	char *capitals = arena_text(mem, reference);

	for (char *at = capitals; at && *at; at++)
		*at = (char)toupper((unsigned char)*at);
	return capitals ? capitals : reference;
}

/* Who might be meant was read of the conference, and is told: a look like another. */
static bool refused_with_names(struct trial *t)
{
	struct fault why = t->f ? *t->f : (struct fault){0};

	if (look_end(t->cw, t->f, "letter.try", SUBJECT_CONFERENCE, t->conference.id, t->conference.family_id,
		     "%s: who may get it", letter_template_name(t->key)) &&
	    t->f)
		*t->f = why;
	return false;
}

static bool write_text(struct trial *t, struct document *document, struct letter_tried *out)
{
	out->conference_id = t->conference.id;
	out->family_id = t->conference.family_id;
	out->words = arena_printf(t->mem, "%s to %s", letter_template_name(t->key),
				  *t->reader.shown_name ? t->reader.shown_name : "nobody yet");
	out->text = document_text(document, LETTER_COLUMNS, t->mem);
	return look_end(t->cw, t->f, "letter.try", SUBJECT_CONFERENCE, out->conference_id, out->family_id, "%s",
			out->words);
}

bool casework_letter_try(struct casework *cw, const char *template, const char *reference, const char *who,
			 bool with_pdf, struct arena *mem, struct letter_tried *out, struct fault *f)
{
	struct trial t = {.cw = cw, .reader = nobody(), .notice = NOTICE_COUNT, .reference = "", .mem = mem, .f = f};
	const struct document *documents[1];
	struct document *document = arena_alloc(mem, sizeof *document);
	struct press_bytes bytes;

	*out = (struct letter_tried){.text = "", .words = ""};
	if (!document)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write this letter.");
	if (!look_begin(cw, ACTION_INVITE, f))
		return false;
	if (!find_template(&t, template, &t.key) || !find_conference(&t, in_capitals(reference, mem)))
		return look_undo(cw);
	if (!find_reader(&t, who))
		return refused_with_names(&t);
	if (!write_trial(&t, document))
		return look_undo(cw);
	if (!write_text(&t, document, out))
		return false;
	if (!with_pdf)
		return true;
	documents[0] = document;
	if (!press_pdf(documents, 1, mem, &bytes, NULL, f))
		return false;
	out->pdf = bytes.bytes;
	out->pdf_bytes = bytes.count;
	return true;
}

bool casework_letter_tried_out(struct casework *cw, const struct letter_tried *tried, const char *path, struct fault *f)
{
	return work_begin(cw, ACTION_INVITE, f) &&
	       work_end(cw, f, "letter.take_out", SUBJECT_CONFERENCE, tried->conference_id, tried->family_id,
			"%s, to %s", tried->words, path);
}

const char *casework_letter_name(size_t number, const char **description)
{
	if (number >= LETTER_TEMPLATE_COUNT)
		return NULL;
	*description = letter_template_description((enum letter_template_key)number);
	return letter_template_name((enum letter_template_key)number);
}

bool casework_letter_wordings_check(const char *config_folder, struct fault *f)
{
	struct arena mem = {0};
	bool ok = true;

	for (int key = 0; ok && key < LETTER_TEMPLATE_COUNT; key++) {
		struct letter_template *read;

		ok = letter_template_load((enum letter_template_key)key, config_folder, settings_data_folder(), &mem,
					  &read, f);
	}
	arena_finish(&mem);
	return ok;
}
