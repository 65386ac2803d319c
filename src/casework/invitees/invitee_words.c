/* How an invitee reads in a list. */
#include "invitee_words.h"

#include "change_last.h"
#include "letter_queue.h"

#include <string.h>

const char *words_joined(const char *so_far, const char *more, struct arena *mem)
{
	return arena_joined(mem, so_far, " · ", more);
}

const char *conference_when(const struct conference *conference, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], clock[8];

	if (conference->held_on == DAY_NONE)
		return "no day yet";
	return arena_printf(mem, "%s%s%s", date_short(conference->held_on, day), conference->starts < 0 ? "" : " ",
			    date_clock(conference->starts, clock));
}

const char *invitee_as(const struct invitee *invitee)
{
	if (invitee->capacity == CAPACITY_FAMILY && invitee->person_id)
		return relationship_label(invitee->relationship);
	if (invitee->capacity == CAPACITY_PROFESSIONAL && *invitee->shown_agency)
		return invitee->shown_agency;
	return capacity_label(invitee->capacity);
}

/* "Polish interpreter" says as what already. */
static bool ends_with(const char *text, const char *end)
{
	size_t bytes = strlen(text), tail = strlen(end);

	return bytes >= tail && strcmp(text + bytes - tail, end) == 0;
}

const char *invitee_who(const struct invitee *invitee, struct arena *mem)
{
	const char *as = "";

	switch (invitee->capacity) {
	case CAPACITY_CHILD: break;
	case CAPACITY_FAMILY:
		as = invitee->person_id ? relationship_label(invitee->relationship) : invitee->shown_role;
		break;
	case CAPACITY_PROFESSIONAL: as = *invitee->shown_agency ? invitee->shown_agency : invitee->shown_role; break;
	default: as = capacity_label(invitee->capacity); break;
	}
	return *as && !ends_with(invitee->shown_name, as) ? arena_printf(mem, "%s, %s", invitee->shown_name, as)
							  : invitee->shown_name;
}

const char *invitee_address(const struct invitee *invitee, const char *postal)
{
	switch (invitee->method) {
	case METHOD_EMAIL: return invitee->shown_email;
	case METHOD_POST: return postal;
	case METHOD_TELEPHONE: return invitee->shown_phone;
	default: return "";
	}
}

static const char *address_problem(const struct invitee *invitee, const char *postal, struct arena *mem)
{
	const char *address = invitee_address(invitee, postal);
	char day[DATE_TEXT_ROOM];

	if (invitee->method == METHOD_EMAIL && *address && !*invitee->email && invitee->contact_bounced_on != DAY_NONE)
		return arena_printf(mem, "e-mail came back %s", date_short(invitee->contact_bounced_on, day));
	return letter_way_problem(invitee->method, address);
}

const char *invitee_problem(const struct invitee *invitee, const char *postal, struct arena *mem)
{
	if (invitee->exclusion == EXCLUSION_ASKED)
		return "exclusion not decided";
	if (invitee->exclusion == EXCLUSION_WHOLE)
		return "excluded from all of it";
	if (invitee->capacity == CAPACITY_CHILD && invitee->chair_invites == ANSWER_NO)
		return "the chair does not invite them";
	return address_problem(invitee, postal, mem);
}

static const char *how_words(const struct invitee *invitee, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];
	const char *method = invite_method_label(invitee->method);

	if (invitee->method != METHOD_EMAIL || invitee->contact_bounced_on == DAY_NONE || *invitee->email)
		return method;
	return arena_printf(mem, "%s, came back %s", method, date_short(invitee->contact_bounced_on, day));
}

/* An interpreter's language is what they speak, not what they need. */
static const char *needs_words(const struct invitee *invitee, struct arena *mem)
{
	const char *words = "";

	if (*invitee->language && invitee->capacity != CAPACITY_INTERPRETER)
		words = strncmp(invitee->language, "language", 8) == 0
				? arena_printf(mem, "interpreter (%s)", invitee->language)
				: arena_printf(mem, "%s interpreter", invitee->language);
	if (*invitee->signing)
		words = words_joined(words, arena_printf(mem, "%s signing", invitee->signing), mem);
	words = words_joined(words, invitee->access, mem);
	if (*invitee->childcare)
		words = words_joined(words, arena_printf(mem, "childcare: %s", invitee->childcare), mem);
	if (*invitee->transport)
		words = words_joined(words, arena_printf(mem, "transport: %s", invitee->transport), mem);
	return words;
}

static const char *reply_words(const struct invitee *invitee, struct arena *mem)
{
	if (invitee->reply == REPLY_NONE)
		return invitee->invited_on == DAY_NONE ? "" : "no answer";
	if (invitee->reply == REPLY_DEPUTY && *invitee->deputy)
		return arena_printf(mem, "sends %s", invitee->deputy);
	return reply_label(invitee->reply);
}

/* What they know, where that is not what is so. */
static const char *told_words(const struct conference *conference, const struct invitee *invitee, struct arena *mem)
{
	const struct conference known = {.held_on = invitee->told_day, .starts = invitee->told_starts};

	return invitee_is_behind(conference, invitee)
		       ? arena_printf(mem, "still knows of %s", conference_when(&known, mem))
		       : "";
}

static const char *invited_words(const struct invitee *invitee, const char *postal, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (invitee->invited_on != DAY_NONE)
		return arena_printf(mem, "invited %s", date_short(invitee->invited_on, day));
	return *address_problem(invitee, postal, mem) ? "no address" : "not invited";
}

day_number exclusion_ask_by(const struct casework *cw, const struct conference *conference)
{
	return deadline_compute(casework_policy(cw), casework_calendar(cw), RULE_EXCLUSION_REQUEST, conference->held_on)
		.due;
}

static const char *exclusion_words_of(const struct invitee *invitee, day_number ask_by, struct arena *mem)
{
	const char *part = invitee->exclusion_part;

	switch (invitee->exclusion) {
	case EXCLUSION_ASKED:
		return ask_by != DAY_NONE && invitee->exclusion_asked_on > ask_by ? "exclusion to decide, asked late"
										  : "exclusion to decide";
	case EXCLUSION_WHOLE: return "excluded: whole";
	case EXCLUSION_PART: return *part ? arena_printf(mem, "excluded: %s", part) : "excluded: part";
	default: return "";
	}
}

static const char *standing_words(const struct invitee_context *context, const struct invitee *invitee,
				  const char *postal, struct arena *mem)
{
	const struct conference *conference = context->conference;
	const char *words = exclusion_words_of(invitee, context->ask_exclusion_by, mem);

	if (invitee->exclusion == EXCLUSION_WHOLE)
		return words_joined(words, told_words(conference, invitee, mem), mem);
	words = words_joined(words, invited_words(invitee, postal, mem), mem);
	words = words_joined(words, told_words(conference, invitee, mem), mem);
	return words_joined(words, reply_words(invitee, mem), mem);
}

static const char *comes_for(const struct invitee_list *all, const struct invitee *invitee, struct arena *mem)
{
	for (size_t i = 0; invitee->for_invitee_id && i < all->count; i++)
		if (all->items[i].id == invitee->for_invitee_id)
			return *invitee->represented_why ? arena_printf(mem, "%s (%s)", all->items[i].shown_name,
									invitee->represented_why)
							 : all->items[i].shown_name;
	return "";
}

void invitee_line_words(const struct invitee_context *context, const char *postal, struct arena *mem,
			struct invitee_line *line)
{
	const struct invitee *invitee = &line->invitee;

	line->who = invitee_who(invitee, mem);
	line->how = how_words(invitee, mem);
	line->needs = needs_words(invitee, mem);
	line->standing = standing_words(context, invitee, postal, mem);
	line->problem = invitee_problem(invitee, postal, mem);
	line->comes_for = comes_for(context->all, invitee, mem);
}

const char *invitees_summary(const struct invitees_page *page, struct arena *mem)
{
	const char *words = arena_printf(mem, "%zu of %zu invited", page->invited, page->lines.count);
	size_t asked = 0;

	for (size_t i = 0; i < page->lines.count; i++)
		asked += page->lines.items[i].invitee.exclusion == EXCLUSION_ASKED;
	if (page->lines.count == 0)
		return "nobody is on the list yet";
	if (page->coming)
		words = words_joined(words, arena_printf(mem, "%zu coming", page->coming), mem);
	if (page->declined)
		words = words_joined(words, arena_printf(mem, "%zu not coming", page->declined), mem);
	if (page->unanswered)
		words = words_joined(words, arena_printf(mem, "%zu not answered", page->unanswered), mem);
	if (asked)
		words = words_joined(words,
				     arena_printf(mem, "%zu exclusion%s to decide", asked, asked == 1 ? "" : "s"), mem);
	return words;
}
