/* The part of the request form about a family that moves here, and the taking of a request with its move. */
#include "request_move.h"
#include "request_hooks.h"
#include "request_parse.h"

#include <string.h>

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct request_values, member), .room = sizeof(((struct request_values *)0)->member)

#define X(id, token, label) {token, label},
static const struct field_choice stays[] = {TRANSFER_STAYS(X){NULL, NULL}};
static const struct field_choice categories[] = {CATEGORIES(X){NULL, NULL}};
#undef X

static bool is_transfer(const void *values)
{
	return ((const struct request_values *)values)->is_transfer;
}

static bool is_for_a_time(const void *values)
{
	const struct request_values *v = values;

	return v->is_transfer && v->is_for_a_time;
}

bool request_has_conference(const void *values)
{
	return !is_for_a_time(values);
}

#define DAY(role) .echo = request_##role##_echo, .step = request_##role##_step, .check = request_##role##_check

static const struct field fields[] = {
	{.name = "authority",
	 .label = "From authority",
	 .hint = "Whose plan it is, such as Newham.",
	 .help = "The move is kept with the request; leave it empty when it is registered already. Their plan stands "
		 "on the list of children on plans as theirs "
		 "until our conference.",
	 .kind = FIELD_TEXT,
	 VALUE(authority),
	 .shown = is_transfer},
	{.name = "contact",
	 .label = "Who there",
	 .hint = "Name, team, telephone or e-mail.",
	 .kind = FIELD_TEXT,
	 VALUE(contact),
	 .shown = is_transfer},
	{.name = "stay",
	 .label = "Stays",
	 .hint = "Left and right choose. Who is here for a time keeps the plan of home.",
	 .kind = FIELD_CHOICE,
	 VALUE(stay),
	 .choices = stays,
	 .shown = is_transfer},
	{.name = "until",
	 .label = "Until",
	 .hint = "As far as it is known.",
	 .kind = FIELD_DATE,
	 VALUE(until),
	 DAY(any),
	 .shown = is_for_a_time},
	{.name = "theirs",
	 .label = "Their plan since",
	 .hint = "The day the other authority's plan began; empty while it is not known.",
	 .kind = FIELD_DATE,
	 VALUE(theirs),
	 DAY(past),
	 .shown = is_transfer},
	{.name = "category",
	 .label = "Their category",
	 .hint = "Left and right choose: of their plan.",
	 .kind = FIELD_CHOICE,
	 VALUE(category),
	 .choices = categories,
	 .shown = is_transfer},
	{.name = "home",
	 .label = "Where they live",
	 .hint = "The children's address here, with the postcode on its last line.",
	 .kind = FIELD_LINES,
	 VALUE(home),
	 .rows = 3,
	 .shown = is_transfer},
	{.name = "home_kept",
	 .label = "Keep it from",
	 .hint = "Who must never read it: father, or father, step-father. Empty: nobody.",
	 .kind = FIELD_TEXT,
	 VALUE(home_kept),
	 .shown = is_transfer},
};

enum { ASKED_FIRST = 4, COUNT = sizeof fields / sizeof *fields };

static void add(struct request_desk *desk, size_t from, size_t to)
{
	for (size_t i = from; i < to && desk->field_count < FORM_FIELDS_MOST; i++) {
		desk->fields[desk->field_count] = fields[i];
		if (i == 0)
			desk->fields[desk->field_count].required = desk->is_arrival;
		desk->field_count++;
	}
}

void request_move_whence(struct request_desk *desk)
{
	add(desk, 0, ASKED_FIRST);
}

void request_move_their_plan(struct request_desk *desk)
{
	add(desk, ASKED_FIRST, COUNT);
}

/* --- What was typed --- */

static bool parse_move(struct request_desk *desk, const struct request_values *v, struct transfer_registration *out,
		       struct fault *f)
{
	struct transfer *t = &out->transfer;

	*out = (struct transfer_registration){
		.transfer = transfer_blank(), .their_plan = {.started_on = DAY_NONE}, .words = v->reason};
	t->authority = v->authority;
	t->contact = v->contact;
	t->address = v->home;
	t->kept_from = v->home_kept;
	transfer_stay_from_token(v->stay, &t->stay);
	out->their_plan.category_latest = CATEGORY_COUNT;
	category_from_token(v->category, &out->their_plan.category_latest);
	return request_day_parse(desk, v->until, "until", v->is_for_a_time, &t->until_on, f) &&
	       request_day_parse(desk, v->theirs, "theirs", true, &out->their_plan.started_on, f);
}

bool request_typed_parse(struct request_desk *desk, const struct request_values *values, struct arena *mem,
			 struct request_typed *out, struct fault *f)
{
	*out = (struct request_typed){.has_move = values->is_transfer &&
						  (desk->is_arrival || values->is_for_a_time || values->authority[0])};
	return request_values_parse(desk, values, mem, &out->arrival.request, f) &&
	       (!out->has_move || parse_move(desk, values, &out->arrival.move, f));
}

bool request_typed_warnings(struct casework *cw, struct request_typed *typed, struct arena *mem, const char **out,
			    struct fault *f)
{
	return typed->has_move ? casework_arrival_warnings(cw, &typed->arrival, mem, out, f)
			       : casework_request_warnings(cw, &typed->arrival.request, mem, out, f);
}

bool request_typed_take(struct casework *cw, struct request_typed *typed, struct arena *mem, const char **done,
			int64_t *conference, struct fault *f)
{
	const char *reference = "";

	if (!typed->has_move) {
		if (!casework_request_take(cw, &typed->arrival.request, mem, &reference, conference, f))
			return false;
		*done = arena_printf(mem, "the request is %s", reference);
		return true;
	}
	if (!casework_arrival_take(cw, &typed->arrival, mem, &reference, conference, f))
		return false;
	*done = arena_printf(mem, "the move is %s%s%s", typed->arrival.move.transfer.reference,
			     *conference ? ", the request " : "", reference);
	return true;
}
