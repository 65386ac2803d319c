/* What a person does about one letter: done by hand, came back, once more, not any more; asked step by step. */
#include "date_field.h"
#include "invitees.h"
#include "outbox.h"
#include "reports_place.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum {
	ANSWER_DONE_DAY = 7841,
	ANSWER_DONE,
	ANSWER_BACK_DAY,
	ANSWER_BACK,
	ANSWER_WAY,
	ANSWER_AGAIN,
	ANSWER_WITHDRAWN,
	ANSWER_FOLDER
};
enum { WAY_AS_BEFORE = 100 };

static struct letter_asked *asked_of(const struct tui *t)
{
	return &desk_of(t)->letter_asked;
}

static void remember(struct tui *t, const struct letter_item *letter)
{
	struct letter_asked *asked = asked_of(t);

	*asked = (struct letter_asked){.letter_id = letter->letter_id,
				       .delivery_id = letter->delivery_id,
				       .family_id = letter->family_id,
				       .on = casework_today(casework_of(t))};
	invite_method_from_token(letter->method, &asked->method);
	snprintf(asked->who, sizeof asked->who, "%s", letter->who);
}

/* The outbox lists many families' letters: the question says whose it is. */
static bool ask(struct tui *t, struct line_question *question, struct fault *f)
{
	question->whole = asked_of(t)->family_id;
	return prompt_question(t, question, f);
}

/* --- The day, then what was said --- */

static struct date_context day_context(const struct desk *desk)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(desk->cw),
				     .calendar = casework_calendar(desk->cw),
				     .label = "Day"};
}

static bool echo_day(void *world, const char *typed, char *out, size_t room)
{
	struct date_context context = day_context(world);

	return date_field_echo(&context, typed, out, room);
}

static bool take_day(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct date_context context = day_context(desk);
	struct date_entry entry;

	if (!date_entry_parse(&entry, typed, &context, f))
		return false;
	desk->letter_asked.on = entry.day;
	return true;
}

static bool ask_day(struct tui *t, int code, const char *label, struct fault *f)
{
	struct line_question question = {
		.code = code, .label = label, .start = "t", .check = take_day, .echo = echo_day};
	char hint[240];

	snprintf(hint, sizeof hint, "%s. Enter for today, or type a day: y, mon, 14 4.", asked_of(t)->who);
	question.hint = hint;
	return ask(t, &question, f);
}

static bool keep_done(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_delivery_done(desk->cw, desk->letter_asked.delivery_id, desk->letter_asked.on, typed, f);
}

static bool keep_back(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_delivery_bounced(desk->cw, desk->letter_asked.delivery_id, desk->letter_asked.on, typed, f);
}

static bool ask_how(struct tui *t, struct fault *f)
{
	static const char *const usual[] = {[METHOD_EMAIL] = "sent from another mailbox",
					    [METHOD_POST] = "posted",
					    [METHOD_PORTAL] = "laid in the portal",
					    [METHOD_TELEPHONE] = "spoke to them",
					    [METHOD_IN_PERSON] = "handed over"};
	const struct letter_asked *asked = asked_of(t);
	struct line_question question = {.code = ANSWER_DONE,
					 .label = "How was it done?",
					 .hint = "Enter for what stands there, or say it in your own words.",
					 .start = usual[asked->method],
					 .check = keep_done};

	return ask(t, &question, f);
}

static bool ask_why_back(struct tui *t, struct fault *f)
{
	struct line_question question = {.code = ANSWER_BACK,
					 .label = "Why did it come back?",
					 .hint = "For example: mailbox full, gone away, nobody of that name.",
					 .check = keep_back};

	return ask(t, &question, f);
}

/* --- Once more --- */

/* The lines of an envelope, which are typed in one: "7 Rose Row, Barking, IG11 7QX". */
static const char *envelope_lines(const char *typed, struct arena *mem)
{
	char *lines = arena_text(mem, typed);

	for (char *at = lines; at && *at; at++)
		if (*at == ',')
			*at = '\n';
	return lines ? lines : typed;
}

static bool keep_again(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	const struct letter_asked *asked = &desk->letter_asked;
	struct arena mem = {0};
	const char *address = asked->method == METHOD_POST ? envelope_lines(typed, &mem) : typed;
	bool ok = casework_delivery_again(desk->cw, asked->delivery_id, asked->method, address, f);

	arena_finish(&mem);
	return ok;
}

static bool ask_way(struct tui *t, const struct letter_item *letter, struct fault *f)
{
	char before[200], title[200];
	const struct menu_item items[] = {
		{.key = 'a', .label = "As before", .detail = before, .number = WAY_AS_BEFORE},
		{.key = 'e', .label = "By e-mail to another address", .detail = "", .number = METHOD_EMAIL},
		{.key = 'p', .label = "By post", .detail = "printed from the outbox", .number = METHOD_POST},
		{.key = 's', .label = "By the secure portal", .detail = "", .number = METHOD_PORTAL},
		{.key = 't', .label = "By telephone", .detail = "", .number = METHOD_TELEPHONE},
		{.key = 'i', .label = "In person", .detail = "", .number = METHOD_IN_PERSON},
	};

	snprintf(before, sizeof before, "%s%s%.*s", letter->method, letter->address[0] ? " to " : "",
		 (int)strcspn(letter->address, "\n"), letter->address);
	snprintf(title, sizeof title, "Send again to %s", letter->who);
	return prompt_menu(t, ANSWER_WAY, title, items, sizeof items / sizeof *items, f);
}

static bool go_again(struct tui *t, const char *address, struct fault *f)
{
	if (!keep_again(desk_of(t), address, f))
		return false;
	tui_say(t, "Saved: the letter to %s waits in the outbox (O).", asked_of(t)->who);
	tui_refresh(t);
	return true;
}

static bool way_chosen(struct tui *t, int64_t way, struct fault *f)
{
	struct letter_asked *asked = asked_of(t);
	struct line_question question = {.code = ANSWER_AGAIN,
					 .label = "To which address?",
					 .hint = "Leave it empty for the one in the case file.",
					 .check = keep_again};

	if (way == WAY_AS_BEFORE)
		return go_again(t, "", f);
	asked->method = (enum invite_method)way;
	if (asked->method == METHOD_PORTAL || asked->method == METHOD_IN_PERSON)
		return go_again(t, "", f);
	if (asked->method == METHOD_TELEPHONE)
		question.label = "On which number?";
	if (asked->method == METHOD_POST)
		question.hint = "A comma begins a new line. Leave it empty for the one in the case file.";
	return ask(t, &question, f);
}

/* --- Not any more, and out of the file --- */

static bool keep_withdrawn(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_delivery_withdraw(desk->cw, desk->letter_asked.delivery_id, typed, f);
}

static bool ask_why_withdrawn(struct tui *t, struct fault *f)
{
	struct line_question question = {.code = ANSWER_WITHDRAWN,
					 .label = "Why is it not to be sent?",
					 .hint = "The letter stays in the list with this reason.",
					 .check = keep_withdrawn};

	return ask(t, &question, f);
}

static bool take_out(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct arena mem = {0};
	const char *path = "";
	bool ok = casework_letter_take_out(desk->cw, desk->letter_asked.letter_id, place_folder(desk, typed, &mem),
					   &mem, &path, f);

	snprintf(desk->letter_asked.said, sizeof desk->letter_asked.said, "%s", path);
	arena_finish(&mem);
	return ok;
}

bool letter_ask_folder(struct tui *t, const struct letter_item *letter, struct fault *f)
{
	struct line_question question = {.code = ANSWER_FOLDER, .label = "Into which folder?", .check = take_out};
	char hint[300];

	if (!casework_may(casework_of(t), ACTION_EXPORT, f))
		return false;
	remember(t, letter);
	snprintf(hint, sizeof hint, "The letter to %s as a PDF. Only you can read the file; it is logged.",
		 letter->who);
	question.hint = hint;
	return place_ask_folder(t, &question, f);
}

bool letter_read(struct tui *t, const struct letter_item *letter, struct fault *f)
{
	struct arena mem = {0};
	char title[300];
	const char *text;
	bool ok;

	snprintf(title, sizeof title, "%s · %s", letter->who, letter->state_words);
	ok = casework_letter_text(casework_of(t), letter->letter_id, &mem, &text, f) && pager_open(t, title, text, f);
	arena_finish(&mem);
	return ok;
}

/* --- Keys and answers --- */

bool letter_op_is_live(const struct letter_item *letter, int op)
{
	enum delivery_state at = letter->state;

	switch (op) {
	case OP_LETTER_DONE: return at == DELIVERY_WAITING || at == DELIVERY_UNSURE || at == DELIVERY_FAILED;
	case OP_LETTER_BACK: return at == DELIVERY_SENT || at == DELIVERY_UNSURE;
	case OP_LETTER_AGAIN: return at == DELIVERY_FAILED || at == DELIVERY_UNSURE || at == DELIVERY_BOUNCED;
	case OP_LETTER_WITHDRAW: return at == DELIVERY_WAITING || letter->is_held;
	case OP_LETTER_REPLY: return letter->invitee_id != 0;
	default: return true;
	}
}

static bool refuse(const struct letter_item *letter, int op, struct fault *f)
{
	static const char *const remedies[] = {
		[OP_LETTER_DONE - OP_LETTER_DONE] = "it is settled already.",
		[OP_LETTER_BACK - OP_LETTER_DONE] = "only what was sent can come back.",
		[OP_LETTER_AGAIN - OP_LETTER_DONE] = "mark first that it came back (b) or withdraw it (w).",
		[OP_LETTER_WITHDRAW - OP_LETTER_DONE] = "only what still waits can be withdrawn.",
		[OP_LETTER_REPLY - OP_LETTER_DONE] = "its reader is not on the list of invitees.",
	};

	return fault_set(f, FAULT_REFUSED, "The letter to %s, %s: %s", letter->who, letter->state_words,
			 remedies[op - OP_LETTER_DONE]);
}

bool letter_act(struct tui *t, const struct letter_item *letter, int op, struct fault *f)
{
	if (!letter)
		return fault_set(f, FAULT_REFUSED, "Choose a letter first.");
	if (!casework_may(casework_of(t), ACTION_INVITE, f))
		return false;
	if (!letter_op_is_live(letter, op))
		return refuse(letter, op, f);
	remember(t, letter);
	switch (op) {
	case OP_LETTER_DONE: return ask_day(t, ANSWER_DONE_DAY, "Day it was done", f);
	case OP_LETTER_BACK: return ask_day(t, ANSWER_BACK_DAY, "Day it came back", f);
	case OP_LETTER_AGAIN: return ask_way(t, letter, f);
	case OP_LETTER_WITHDRAW: return ask_why_withdrawn(t, f);
	default: return answer_form_open(t, letter->conference_id, letter->invitee_id, NULL, f);
	}
}

static void say_kept(struct tui *t, int code)
{
	const struct letter_asked *asked = asked_of(t);

	switch (code) {
	case ANSWER_DONE: tui_say(t, "Saved: the letter to %s is done.", asked->who); break;
	case ANSWER_BACK: tui_say(t, "Saved: the letter to %s came back. r sends it another way.", asked->who); break;
	case ANSWER_AGAIN: tui_say(t, "Saved: the letter to %s waits in the outbox (O).", asked->who); break;
	case ANSWER_WITHDRAWN: tui_say(t, "Saved: the letter to %s is not sent any more.", asked->who); break;
	default: tui_say(t, "Saved: %s", asked->said); break;
	}
}

bool letter_answered(struct tui *t, const struct answer *answer)
{
	struct fault f = {0};
	bool done = true;

	switch (answer->code) {
	case ANSWER_DONE_DAY: done = ask_how(t, &f); break;
	case ANSWER_BACK_DAY: done = ask_why_back(t, &f); break;
	case ANSWER_WAY: done = way_chosen(t, answer->number, &f); break;
	case ANSWER_DONE:
	case ANSWER_BACK:
	case ANSWER_AGAIN:
	case ANSWER_WITHDRAWN:
	case ANSWER_FOLDER: say_kept(t, answer->code); break;
	default: return false;
	}
	if (!done)
		tui_say_fault(t, &f);
	return true;
}
