/* One invitee in words: a line beneath the list, and the whole of it beside the list on wide screens. */
#include "invitees_rows.h"

#include <stdio.h>
#include <string.h>

static void join(char *out, size_t room, const char *text)
{
	size_t used = strlen(out);

	if (text[0] && used < room)
		snprintf(out + used, room - used, "%s%s", used ? " · " : "", text);
}

static void join_labelled(char *out, size_t room, const char *label, const char *text)
{
	char words[400];

	if (!text[0])
		return;
	snprintf(words, sizeof words, "%s%s", label, text);
	join(out, room, words);
}

void invitees_row_words(const struct invitee_line *line, char *out, size_t room)
{
	const struct invitee *invitee = &line->invitee;

	out[0] = '\0';
	if (invitee->exclusion != EXCLUSION_ASKED && invitee->exclusion != EXCLUSION_WHOLE)
		join(out, room, line->problem);
	join(out, room, line->standing);
	join(out, room, invitee->reply_note);
	join(out, room, line->needs);
	if (line->encouraged)
		join(out, room, "of an age to come");
	join_labelled(out, room, "comes for ", line->comes_for);
	join(out, room, invite_method_label(invitee->method));
	if (invitee->method == METHOD_EMAIL || invitee->method == METHOD_PORTAL)
		join(out, room, invitee->shown_email);
	if (invitee->method == METHOD_TELEPHONE)
		join(out, room, invitee->shown_phone);
}

static int draw_fact(struct canvas *c, int row, const char *label, const char *text)
{
	if (!text[0] || row >= canvas_rows(c))
		return row;
	canvas_text(c, row, 0, 13, TUI_MUTED, label);
	return row + canvas_paragraph(c, row, 13, canvas_columns(c) - 13, canvas_rows(c) - row, TUI_TEXT, text);
}

static int draw_day(struct canvas *c, int row, const char *label, day_number day)
{
	char text[DATE_TEXT_ROOM];

	return day == DAY_NONE ? row : draw_fact(c, row, label, date_medium(day, text));
}

static int draw_answer(struct canvas *c, int row, const struct invitee *invitee)
{
	char text[400], day[DATE_TEXT_ROOM];

	if (invitee->reply == REPLY_NONE)
		return row;
	snprintf(text, sizeof text, "%s, %s%s%s", reply_label(invitee->reply), date_medium(invitee->reply_on, day),
		 invitee->reply_how[0] ? ", by " : "", invitee->reply_how);
	row = draw_fact(c, row, "answer", text);
	row = draw_fact(c, row, "deputy", invitee->deputy);
	return draw_fact(c, row, "they said", invitee->reply_note);
}

static int draw_exclusion(struct canvas *c, int row, const struct invitee *invitee)
{
	char text[300], day[DATE_TEXT_ROOM];

	if (invitee->exclusion == EXCLUSION_NONE)
		return row;
	row = draw_fact(c, row, "exclusion", exclusion_label(invitee->exclusion));
	row = draw_fact(c, row, "part", invitee->exclusion_part);
	row = draw_fact(c, row, "because", exclusion_reason_label(invitee->exclusion_reason));
	if (invitee->exclusion_asked_on != DAY_NONE) {
		snprintf(text, sizeof text, "%s, %s", invitee->exclusion_asked_by,
			 date_medium(invitee->exclusion_asked_on, day));
		row = draw_fact(c, row, "asked by", text);
	}
	if (invitee->exclusion_decided_on != DAY_NONE) {
		snprintf(text, sizeof text, "%s, %s", invitee->exclusion_decided_by,
			 date_medium(invitee->exclusion_decided_on, day));
		row = draw_fact(c, row, "decided by", text);
	}
	return draw_fact(c, row, "they read", invitee->exclusion_words);
}

static int draw_child(struct canvas *c, int row, const struct invitee_line *line)
{
	const struct invitee *invitee = &line->invitee;

	if (invitee->capacity != CAPACITY_CHILD)
		return row;
	row = draw_fact(c, row, "age", line->age);
	row = draw_fact(c, row, "understands", invitee->understanding);
	if (line->encouraged)
		row = draw_fact(c, row, "coming", "of the age from which children are encouraged to come");
	if (invitee->chair_invites != ANSWER_UNKNOWN)
		row = draw_fact(c, row, "chair",
				invitee->chair_invites == ANSWER_YES ? "invites them" : "does not invite them");
	return draw_day(c, row, "advocate", invitee->advocate_offered_on);
}

static int draw_part_taken(struct canvas *c, int row, const struct invitee *invitee)
{
	char sitting[32] = "";

	if (invitee->capacity == CAPACITY_PROFESSIONAL) {
		if (invitee->involved != ANSWER_UNKNOWN)
			row = draw_fact(c, row, "involved",
					invitee->involved == ANSWER_YES ? "yes: owes a report" : "no: owes no report");
		if (invitee->direct_contact != ANSWER_UNKNOWN)
			row = draw_fact(c, row, "contact",
					invitee->direct_contact == ANSWER_YES
						? "works with the child directly"
						: "does not work with the child directly");
	}
	if (invitee->sitting)
		snprintf(sitting, sizeof sitting, "%d only", invitee->sitting);
	return draw_fact(c, row, "sitting", sitting);
}

void invitees_detail_draw(const struct invitee_line *line, struct canvas *c)
{
	const struct invitee *invitee = &line->invitee;
	int row = canvas_paragraph(c, 0, 0, canvas_columns(c), 2, TUI_TITLE, line->who);

	if (line->problem[0])
		row += canvas_paragraph(c, row, 0, canvas_columns(c), 2, TUI_SOON, line->problem);
	row = draw_fact(c, row + 1, "comes as", capacity_label(invitee->capacity));
	row = draw_fact(c, row, "role", invitee->shown_role);
	row = draw_fact(c, row, "comes for", line->comes_for);
	row = draw_fact(c, row, "reached by", line->how);
	row = draw_fact(c, row, "e-mail", invitee->shown_email);
	row = draw_fact(c, row, "telephone", invitee->shown_phone);
	row = draw_fact(c, row, "standing", line->standing);
	row = draw_answer(c, row, invitee);
	row = draw_exclusion(c, row, invitee);
	row = draw_child(c, row, line);
	row = draw_part_taken(c, row, invitee);
	row = draw_fact(c, row, "needs", line->needs);
	row = draw_fact(c, row, "instead", invitee->represented_why);
	draw_fact(c, row, "other way", invitee->other_way);
}
