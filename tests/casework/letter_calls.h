/* Every verb and query of casework/letters.h, each called once about the small world. */
#ifndef TESTS_LETTER_CALLS_H
#define TESTS_LETTER_CALLS_H

#include "call_world.h"
#include "casework/letters.h"

#include <unistd.h>

CALL(mailing_preview)
{
	struct mailing_item_list out;

	return casework_mailing_preview(cw, w->booked, MAILING_INVITATIONS, mem, &out, f);
}

CALL(mailing_send)
{
	size_t written;

	(void)mem;
	return casework_mailing_send(cw, w->booked, MAILING_INVITATIONS, &w->to_invite, 1, &written, f);
}

CALL(letters)
{
	struct letter_item_list out;

	return casework_letters(cw, w->booked, mem, &out, f);
}

CALL(outbox)
{
	struct letter_item_list out;

	UNUSED;
	return casework_outbox(cw, mem, &out, f);
}

CALL(letter_text)
{
	const char *out;

	return casework_letter_text(cw, w->letter, mem, &out, f);
}

CALL(letter_pdf)
{
	const unsigned char *out;
	size_t bytes;

	return casework_letter_pdf(cw, w->letter, mem, &out, &bytes, f);
}

CALL(mailings_due)
{
	struct mailings_due out;

	return casework_mailings_due(cw, w->booked, mem, &out, f);
}

CALL(letter_take_out)
{
	const char *path;
	bool ok = casework_letter_take_out(cw, w->letter, w->fixture->folder, mem, &path, f);

	if (*path)
		unlink(path);
	return ok;
}

/* The booked one has no plan yet: whoever may is told that, and no more. */
static inline bool is_only_without_plan(const struct world *w, const struct fault *why, struct fault *f)
{
	if (w->family && strstr(why->message, "There is no outline plan"))
		return true;
	if (f)
		*f = *why;
	return false;
}

CALL(outline_plan_pdf)
{
	struct fault why = {0};
	const unsigned char *out;
	size_t bytes;

	return casework_outline_plan_pdf(cw, w->booked, mem, &out, &bytes, &why) || is_only_without_plan(w, &why, f);
}

CALL(outline_plan_take_out)
{
	struct fault why = {0};
	const char *path;

	return casework_outline_plan_take_out(cw, w->booked, w->fixture->folder, mem, &path, &why) ||
	       is_only_without_plan(w, &why, f);
}

CALL(delivery_done)
{
	(void)mem;
	return casework_delivery_done(cw, w->by_hand, casework_today(cw), "handed over", f);
}

CALL(delivery_bounced)
{
	(void)mem;
	return casework_delivery_bounced(cw, w->went_out, casework_today(cw), "moved away", f);
}

CALL(delivery_again)
{
	(void)mem;
	return casework_delivery_again(cw, w->not_sent, METHOD_IN_PERSON, "", f);
}

CALL(delivery_withdraw)
{
	(void)mem;
	return casework_delivery_withdraw(cw, w->by_hand, "not wanted", f);
}

/* The authority of these tests has neither a mail command nor a printer: whoever may is told that, and no more. */
static inline bool is_only_not_configured(const struct world *w, const struct fault *why, struct fault *f)
{
	if (w->family && strstr(why->message, "command is configured"))
		return true;
	if (f)
		*f = *why;
	return false;
}

CALL(send)
{
	struct fault why = {0};
	struct sending out;

	return casework_send(cw, NULL, mem, &out, &why) || is_only_not_configured(w, &why, f);
}

CALL(post_pdf)
{
	const unsigned char *out;
	const char *ids;
	size_t bytes, count;

	(void)w;
	return casework_post_pdf(cw, mem, &out, &bytes, &count, &ids, f);
}

CALL(post_take_out)
{
	const char *path, *ids;
	size_t count;
	bool ok;

	ok = casework_post_take_out(cw, w->fixture->folder, mem, &path, &count, &ids, f);
	if (*path)
		unlink(path);
	return ok;
}

CALL(posted)
{
	char ids[24] = "";

	(void)mem;
	if (w->to_post)
		snprintf(ids, sizeof ids, "%lld", (long long)w->to_post);
	return casework_posted(cw, ids, f);
}

CALL(post_print)
{
	struct fault why = {0};
	size_t count;

	return casework_post_print(cw, mem, &count, &why) || is_only_not_configured(w, &why, f);
}

CALL(letter_try)
{
	struct letter_tried out;

	return casework_letter_try(cw, "invitation-supporter", w->family ? "C-0002" : "C-9999", "Bo Kay", false, mem,
				   &out, f);
}

CALL(letter_tried_out)
{
	const struct letter_tried tried = {.words = "invitation to Bo Kay", .family_id = w->family};

	UNUSED;
	return casework_letter_tried_out(cw, &tried, "/letters/letter.pdf", f);
}

/* One letter with its delivery in a state. */
static inline int64_t a_delivery(const struct world *w, const char *method, const char *state)
{
	number(w->fixture,
	       "INSERT INTO letter (template, template_version, family_id, conference_id, recipient, subject, content, "
	       "digest,"
	       " written_at, by_user) SELECT 'moved', '1', family_id, id, 'Bo Kay', 'Moved', replace(replace('document "
	       "1|"
	       "title>Moved|classification>|reference>|language>en-GB|paragraph>Another day|', '|', char(10)), '>', "
	       "char(9)),"
	       " '', strftime('%%s', 'now'), 'desk' FROM conference WHERE id = %lld",
	       (long long)w->booked);
	number(w->fixture,
	       "INSERT INTO delivery (letter_id, method, address, state, queued_at, next_at, settled_at, message_id, "
	       "by_user)"
	       " SELECT max(id), '%s', '1 High Street', '%s', 1, 1, %s, 'letter-1.1.1@example.org', 'desk' FROM letter",
	       method, state, strcmp(state, "waiting") == 0 ? "NULL" : "2000000000");
	return number(w->fixture, "SELECT max(id) FROM delivery");
}

static inline void make_letters(struct casework_fixture *fixture, struct world *w)
{
	number(fixture,
	       "INSERT INTO invitee (conference_id, capacity, name, method) VALUES (%lld, 'supporter', 'Bo Kay',"
	       " 'in_person')",
	       (long long)w->booked);
	w->to_invite = number(fixture, "SELECT max(id) FROM invitee");
	w->by_hand = a_delivery(w, "in_person", "waiting");
	w->to_post = a_delivery(w, "post", "waiting");
	w->went_out = a_delivery(w, "post", "sent");
	w->not_sent = a_delivery(w, "post", "failed");
	w->letter = number(fixture, "SELECT max(id) FROM letter");
}

#endif
