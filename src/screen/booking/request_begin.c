/* What the request form begins with: nothing, a family, an enquiry that waits, a family that moves here, a draft. */
#include "request_begin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

bool request_follow_family(struct request_state *state, struct fault *f)
{
	snprintf(state->family_seen, sizeof state->family_seen, "%s", state->values.family);
	return request_family_follow(&state->desk, &state->values, f);
}

bool request_lay_fields(struct request_state *state, const char *focus, struct fault *f)
{
	bool changed = state->form.changed;

	form_close(&state->form);
	request_values_settle(&state->values);
	request_fields_build(&state->desk);
	if (!form_open(&state->form, state->desk.fields, state->desk.field_count, &state->values, &state->desk, f))
		return false;
	state->form.memory = state->memory;
	state->form.changed = changed;
	if (focus)
		form_focus(&state->form, focus);
	return true;
}

/* Fills in the family and the enquiry that waits, when the form was opened for one. */
static bool start_from(struct request_state *state, struct fault *f)
{
	struct request_desk *desk = &state->desk;
	struct person_list children = {0};
	struct enquiry enquiry;
	struct family family;
	char day[DATE_TEXT_ROOM];

	if (desk->family_id) {
		if (!casework_family(desk->cw, desk->family_id, &desk->mem, &family, f))
			return false;
		snprintf(state->values.family, sizeof state->values.family, "%s %s", family.reference, family.name);
		if (!request_follow_family(state, f))
			return false;
	}
	if (desk->is_arrival) {
		snprintf(state->values.type, sizeof state->values.type, "transfer_in");
		snprintf(state->values.notified, sizeof state->values.notified, "%s",
			 date_plain(casework_today(desk->cw), day));
	}
	if (!desk->enquiry_id)
		return true;
	if (!casework_enquiry(desk->cw, desk->enquiry_id, &desk->mem, &enquiry, &children, f))
		return false;
	snprintf(state->values.strategy, sizeof state->values.strategy, "%s", date_plain(enquiry.strategy_on, day));
	snprintf(state->values.type, sizeof state->values.type, "initial");
	for (size_t i = 0; i < desk->known.count && i < KNOWN_CHILDREN_MOST; i++) {
		bool about = false;

		for (size_t k = 0; k < children.count; k++)
			about = about || children.items[k].id == desk->known.items[i].person.id;
		snprintf(state->values.known[i], sizeof state->values.known[i], "%s", about ? "yes" : "no");
	}
	return true;
}

void request_settle(struct request_state *state)
{
	struct arena mem = {0};
	struct request request;
	struct fault not_yet = {0};

	request_values_settle(&state->values);
	if (request_values_parse(&state->desk, &state->values, &mem, &request, &not_yet)) {
		struct completeness whole = request_completeness(&request, &mem);

		snprintf(state->completeness, sizeof state->completeness, "%s%s",
			 whole.missing[0] ? "Missing: " : "Complete: ready to book.", whole.missing);
	} else {
		snprintf(state->completeness, sizeof state->completeness, "%s", not_yet.message);
	}
	arena_finish(&mem);
}

/* What the form was opened for is no field of it, and is kept in the name of its draft: "new 1775034000 enquiry 7". */
static void name_draft(struct request_state *state)
{
	char kind[40] = "";

	if (state->desk.is_arrival)
		snprintf(kind, sizeof kind, " arrival");
	else if (state->desk.enquiry_id)
		snprintf(kind, sizeof kind, " enquiry %lld", (long long)state->desk.enquiry_id);
	snprintf(state->subject, sizeof state->subject, "new %lld%s", (long long)time(NULL), kind);
}

void request_draft_unname(struct request_state *state)
{
	const char *enquiry = strstr(state->subject, " enquiry ");

	state->desk.is_arrival = strstr(state->subject, " arrival") != NULL;
	state->desk.enquiry_id = enquiry ? strtoll(enquiry + strlen(" enquiry "), NULL, 10) : 0;
}

bool request_begin(struct request_state *state, struct fault *f)
{
	state->desk.offers_needs = !state->draft[0]; /* a draft knows what was typed and what was emptied */
	if (!start_from(state, f) || !request_lay_fields(state, NULL, f))
		return false;
	if (state->draft[0]) {
		form_from_draft(&state->form, state->draft);
		request_follow_family(state, NULL);
		if (!request_lay_fields(state, NULL, f))
			return false;
		form_from_draft(&state->form, state->draft);
		state->form.changed = true;
	}
	if (!state->subject[0])
		name_draft(state);
	state->desk.offers_needs = true;
	request_settle(state);
	state->is_open = true;
	return true;
}
