/* The fields of the forms about a core group: one table, each row with the forms it is in. */
#include "core_group_fields.h"

#include "alike.h"
#include "base/text.h"
#include "date_field.h"
#include "domain/clock_entry.h"

#include <string.h>

static struct date_context days(const struct group_form *form)
{
	bool is_past = form->kind == GROUP_FORM_HELD || form->kind == GROUP_FORM_SENT || form->kind == GROUP_FORM_LEAVE;

	return (struct date_context){.kind = is_past ? DATE_FIELD_PAST : DATE_FIELD_FUTURE,
				     .today = casework_today(form->cw),
				     .calendar = casework_calendar(form->cw),
				     .label = "core group"};
}

DATE_FIELD_HOOKS(days)

bool group_day(const struct group_form *form, day_number *out, struct fault *f)
{
	struct date_context context = days(form);
	struct date_entry entry;

	if (!date_entry_parse(&entry, form->values.day, &context, f))
		return false;
	*out = entry.day;
	return true;
}

static bool starts_check(void *world, const void *values, const char *typed, struct fault *f)
{
	int minute;

	(void)world;
	(void)values;
	return !*typed || clock_entry_parse(&minute, typed, "Starts", f);
}

static bool length_check(void *world, const void *values, const char *typed, struct fault *f)
{
	int minutes;

	(void)world;
	(void)values;
	return !*typed || length_entry_parse(&minutes, typed, "Length", f);
}

/* Members, to whom a record mostly goes and who mostly cancels. */
static bool suggest_member(void *world, const void *values, const char *typed, struct arena *mem,
			   struct field_suggestion_list *out)
{
	const struct group_form *form = world;

	(void)values;
	for (size_t i = 0; i < form->page.members.count; i++)
		if (!form_screen_suggest(out, mem, form->page.members.items[i].shown_name,
					 form->page.members.items[i].role, typed))
			return false;
	return true;
}

static const struct field_choice state_choices[] = {
	{"open", "to do"}, {"done", "done"}, {"partly", "partly done"}, {"dropped", "no longer needed"}, {NULL, NULL}};
static const struct field_choice there_choices[] = {
	{"", "not said"},           {"room", "in the room"},     {"video", "by video"},   {"telephone", "by telephone"},
	{"apologies", "apologies"}, {"deputy", "sent a deputy"}, {"absent", "not there"}, {NULL, NULL}};

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct group_values, member), .room = sizeof(((struct group_values *)0)->member)
#define DAY_ROW   .kind = FIELD_DATE, VALUE(day), .required = true, .echo = day_echo, .step = day_step, .check = day_check
#define IN(kind)  (1u << GROUP_FORM_##kind)
#define IS_BOOKED (IN(BOOK) | IN(RUN) | IN(MOVE))

static const struct {
	unsigned forms;
	struct field field;
} rows[] = {
	{IN(BOOK) | IN(MOVE),
	 {.name = "day", .label = "Day", .hint = "A working day: +6w, thu, 21 5. + and - step it.", DAY_ROW}},
	{IN(RUN),
	 {.name = "day",
	  .label = "First day",
	  .hint = "The first of the run; the others are shown before they are booked.",
	  DAY_ROW}},
	{IN(HELD), {.name = "day", .label = "Met on", .hint = "t today, -1, 9 4.", DAY_ROW}},
	{IN(LEAVE), {.name = "on", .label = "Left on", .hint = "t today, -1, 9 4.", DAY_ROW}},
	{IS_BOOKED,
	 {.name = "starts",
	  .label = "Starts",
	  .hint = "10, 9:30, 2pm. Empty: not said yet.",
	  .kind = FIELD_TEXT,
	  VALUE(starts),
	  .check = starts_check,
	  .alike = alike_clock}},
	{IS_BOOKED,
	 {.name = "minutes",
	  .label = "Length",
	  .hint = "1h, 90, 1h30.",
	  .kind = FIELD_TEXT,
	  VALUE(length),
	  .check = length_check,
	  .alike = alike_length}},
	{IS_BOOKED,
	 {.name = "place", .label = "Place", .hint = "Where, or how to join.", .kind = FIELD_TEXT, VALUE(place)}},
	{IN(MOVE),
	 {.name = "moved_why",
	  .label = "Why moved",
	  .hint = "Asked when the day changes.",
	  .kind = FIELD_LINES,
	  VALUE(why),
	  .rows = 2}},
	{IS_BOOKED,
	 {.name = "late_reason",
	  .label = "Why late",
	  .hint = "Asked only when the day is after its limit.",
	  .kind = FIELD_LINES,
	  VALUE(late_reason),
	  .rows = 2}},
	{IN(HELD),
	 {.name = "without",
	  .label = "No social worker",
	  .hint = "Space: it ran without the social worker.",
	  .kind = FIELD_TICK,
	  VALUE(without_social_worker)}},
	{IN(HELD),
	 {.name = "inquorate",
	  .label = "Not quorate",
	  .hint = "Space: too few came.",
	  .kind = FIELD_TICK,
	  VALUE(inquorate)}},
	{IN(CANCEL),
	 {.name = "by",
	  .label = "Cancelled by",
	  .hint = "Two letters of a member, Down and Enter; or any name.",
	  .kind = FIELD_PICK,
	  VALUE(who),
	  .required = true,
	  .suggest = suggest_member}},
	{IN(SENT),
	 {.name = "who",
	  .label = "To",
	  .hint = "Two letters of a member, Down and Enter; or any name.",
	  .kind = FIELD_PICK,
	  VALUE(who),
	  .required = true,
	  .suggest = suggest_member}},
	{IN(SENT),
	 {.name = "how", .label = "How", .hint = "By post, secure e-mail, by hand.", .kind = FIELD_TEXT, VALUE(how)}},
	{IN(SENT), {.name = "sent_on", .label = "Sent on", .hint = "t today, -1, 9 4.", DAY_ROW}},
	{IN(JOIN),
	 {.name = "name", .label = "Who", .hint = "The name.", .kind = FIELD_TEXT, VALUE(who), .required = true}},
	{IN(JOIN),
	 {.name = "role", .label = "As", .hint = "Health visitor, grandmother.", .kind = FIELD_TEXT, VALUE(how)}},
	{IN(MISSED) | IN(CANCEL) | IN(UNDO) | IN(LEAVE),
	 {.name = "why",
	  .label = "Why",
	  .hint = "In a few words. Ctrl-S saves.",
	  .kind = FIELD_LINES,
	  VALUE(why),
	  .required = true}},
	{IN(ACTION),
	 {.name = "state",
	  .label = "What became of it",
	  .hint = "t to do, d done, p partly, n no longer needed.",
	  .kind = FIELD_CHOICE,
	  VALUE(state),
	  .choices = state_choices}},
	{IN(ACTION),
	 {.name = "evidence",
	  .label = "How that is known",
	  .hint = "Who saw it, what shows it.",
	  .kind = FIELD_LINES,
	  VALUE(evidence)}},
	{IN(ACTION),
	 {.name = "difference",
	  .label = "What it changed",
	  .hint = "What is different for the child.",
	  .kind = FIELD_LINES,
	  VALUE(difference)}},
	{IN(NOTES),
	 {.name = "notes",
	  .label = "Notes",
	  .hint = "Impact, not activity; views of child and parents. Ctrl-S saves.",
	  .kind = FIELD_LINES,
	  VALUE(notes),
	  .rows = 12}},
};

void group_fields_make(struct group_form *form)
{
	form->field_count = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].forms & (1u << form->kind))
			form->fields[form->field_count++] = rows[i].field;
	if (form->kind != GROUP_FORM_HELD)
		return;
	for (size_t i = 0; i < form->page.members.count && form->member_count < GROUP_MEMBERS_MOST; i++) {
		const struct core_group_member *one = &form->page.members.items[i];

		if (one->until != DAY_NONE)
			continue;
		form->fields[form->field_count++] = (struct field){
			.name = arena_printf(&form->mem, "there%lld", (long long)one->id),
			.label = one->shown_name,
			.hint = "i in the room, b by video; Left and Right go on; a deputy, apologies, not there.",
			.kind = FIELD_CHOICE,
			.offset = offsetof(struct group_values, there) +
				  form->member_count * sizeof form->values.there[0],
			.room = sizeof form->values.there[0],
			.choices = there_choices};
		form->members[form->member_count++] = one->id;
	}
}
