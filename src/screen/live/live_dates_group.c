/* The core group named at a live conference: proposed, added to, taken out of, led. */
#include "base/text.h"
#include "live_dates.h"
#include "screens.h"
#include "tui/prompt.h"

#include <string.h>

const char *dates_lead(const struct dates_state *state)
{
	if (state->plan.group.id && *state->plan.group.lead)
		return state->plan.group.lead;
	return state->plan.conference.social_worker;
}

static bool save_group(const struct dates_state *state, struct tui *t, const struct core_group_member_list *members,
		       const char *lead, struct fault *f)
{
	return casework_live_core_group(casework_of(t), state->live.conference, state->plan.group.version,
					members->items, members->count, lead, f);
}

static bool is_member(const struct core_group_member_list *members, const struct core_group_member *one)
{
	for (size_t i = 0; i < members->count; i++) {
		const struct core_group_member *m = &members->items[i];

		if (m->person_id == one->person_id && m->contact_id == one->contact_id &&
		    (m->person_id || m->contact_id || strcmp(m->name, one->name) == 0))
			return true;
	}
	return false;
}

static bool add_members(struct dates_state *state, const struct core_group_member_list *more, struct arena *mem,
			struct core_group_member_list *all)
{
	for (size_t i = 0; i < state->plan.members.count; i++) {
		struct core_group_member *one = state->plan.members.items[i].until == DAY_NONE ? ARENA_PUSH(mem, all)
											       : NULL;

		if (one)
			*one = state->plan.members.items[i];
	}
	for (size_t i = 0; i < more->count; i++) {
		struct core_group_member *one = is_member(all, &more->items[i]) ? NULL : ARENA_PUSH(mem, all);

		if (one)
			*one = more->items[i];
	}
	return !arena_exhausted(mem);
}

bool dates_propose_members(struct dates_state *state, struct tui *t, struct fault *f)
{
	struct core_group_member_list proposed = {0}, all = {0};
	struct arena mem = {0};
	const char *left_out;
	bool ok = casework_live_core_group_propose(casework_of(t), state->live.conference, &mem, &proposed, &left_out,
						   f);

	if (ok && !add_members(state, &proposed, &mem, &all))
		ok = fault_set(f, FAULT_MEMORY, "There is not enough memory for this core group.");
	ok = ok && save_group(state, t, &all, dates_lead(state), f);
	if (ok && *left_out)
		tui_say(t, "Left to you (a adds): %s.", left_out);
	arena_finish(&mem);
	return ok;
}

bool dates_take_out(struct dates_state *state, struct tui *t, const struct dates_row *row, struct fault *f)
{
	struct core_group_member_list left = {0}, none = {0};
	struct arena mem = {0};
	size_t kept = 0;
	bool ok;

	if (!row || row->kind != ROW_MEMBER)
		return fault_set(f, FAULT_REFUSED, "Choose a member of the core group first.");
	ok = add_members(state, &none, &mem, &left) ||
	     fault_set(f, FAULT_MEMORY, "There is not enough memory for this core group.");
	for (size_t i = 0; ok && i < left.count; i++)
		if (left.items[i].id != state->plan.members.items[row->member].id)
			left.items[kept++] = left.items[i];
	left.count = kept;
	ok = ok && save_group(state, t, &left, dates_lead(state), f);
	arena_finish(&mem);
	return ok;
}

/* Somebody of the conference's list, or whoever is typed. */
static bool find_member(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct desk *desk = world;
	struct live_page page;
	struct palette_item *item;

	if (!casework_live_again(desk->cw, desk->live_conference, mem, &page, f))
		return false;
	for (size_t i = 0; i < page.people.count; i++) {
		if (!text_begins_words(mem, page.people.items[i].who, typed) ||
		    page.people.items[i].invitee.exclusion == EXCLUSION_WHOLE)
			continue;
		item = ARENA_PUSH(mem, out);
		if (item)
			*item = (struct palette_item){.label = page.people.items[i].who,
						      .detail = page.people.items[i].is_present ? "here" : "",
						      .keys = "",
						      .number = page.people.items[i].invitee.id};
	}
	item = *typed ? ARENA_PUSH(mem, out) : NULL;
	if (item)
		*item = (struct palette_item){
			.label = arena_printf(mem, "Somebody else: %s", typed), .detail = "by name only", .keys = ""};
	out->total = out->count;
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
}

bool dates_add_member(struct dates_state *state, struct tui *t, const struct answer *answer, struct fault *f)
{
	struct core_group_member one = core_group_member_blank();
	const struct core_group_member_list more = {.items = &one, .count = 1};
	struct core_group_member_list all = {0};
	struct arena mem = {0};
	const char *typed = strchr(answer->text, ' ');
	bool ok;

	one.name = answer->number || !typed ? "" : typed + 1;
	for (size_t i = 0; i < state->live.page.people.count; i++) {
		const struct invitee *invitee = &state->live.page.people.items[i].invitee;

		if (!answer->number || invitee->id != answer->number)
			continue;
		one.person_id = invitee->person_id;
		one.contact_id = one.person_id ? 0 : invitee->contact_id;
		if (!one.person_id && !one.contact_id)
			one.name = invitee->shown_name;
		one.role = state->live.page.people.items[i].as;
	}
	ok = add_members(state, &more, &mem, &all) ||
	     fault_set(f, FAULT_MEMORY, "There is not enough memory for this core group.");
	ok = ok && save_group(state, t, &all, dates_lead(state), f);
	arena_finish(&mem);
	return ok;
}

bool dates_ask_member(struct dates_state *state, struct tui *t, int code, struct fault *f)
{
	desk_of(t)->live_conference = state->live.conference;
	return palette_choose(t, code, "Core group: add a member",
			      "Letters of a name, a role or an agency; or the whole name of somebody else.",
			      find_member, f);
}

bool dates_set_lead(struct dates_state *state, struct tui *t, const char *lead, struct fault *f)
{
	return save_group(state, t, &state->plan.members, lead, f);
}
