/* One invitee: changed, or put on the list. Another's save loses nothing. */
#include "invitee_form.h"
#include "casework/people.h"
#include "form_screen.h"
#include "invitees.h"
#include "invitees_rows.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct invitee_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference, invitee, person, contact;
	char name[160]; /* of somebody typed, from the search */
	struct invitee_desk desk;
	struct invitee_values values, read; /* as typed, and as it was read: what differs is the officer's own */
	char who[200];
	const char *problem; /* why no invitation can go to them, "" none */
};

/* --- Reading --- */

/* As proposed, with what they needed last time; otherwise as the file knows them. */
static bool take_proposed(struct invitee_state *state, bool *found, struct fault *f)
{
	struct invitee_proposal_list proposals;

	*found = false;
	if (!casework_invitees_propose(state->desk.cw, state->conference, &state->desk.mem, &proposals, f))
		return false;
	for (size_t i = 0; i < proposals.count && !*found; i++) {
		const struct invitee *one = &proposals.items[i].invitee;

		if ((state->person && one->person_id == state->person) ||
		    (state->contact && one->contact_id == state->contact)) {
			state->desk.invitee = *one;
			*found = true;
		}
	}
	return true;
}

static bool take_member(struct invitee_state *state, struct fault *f)
{
	struct invitee_desk *desk = &state->desk;
	struct member_list members = {0};
	char name[NAME_ROOM];

	if (!casework_members(desk->cw, desk->page.conference.family_id, &desk->mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++) {
		const struct member *member = &members.items[i];

		if (member->person_id != state->person)
			continue;
		desk->invitee.capacity = member->relationship == RELATIONSHIP_CHILD ? CAPACITY_CHILD : CAPACITY_FAMILY;
		desk->invitee.method = METHOD_POST;
		desk->invitee.shown_name = arena_text(&desk->mem, person_full_name(&member->person, name));
		desk->invitee.shown_email = member->person.email;
		desk->invitee.shown_phone = member->person.phone;
		return true;
	}
	return fault_set(f, FAULT_NOT_FOUND, "This person does not belong to the family any more.");
}

static bool take_contact(struct invitee_state *state, struct fault *f)
{
	struct invitee_desk *desk = &state->desk;
	struct contact_list contacts = {0};

	if (!casework_contacts(desk->cw, "", "", &desk->mem, &contacts, f))
		return false;
	for (size_t i = 0; i < contacts.count; i++) {
		const struct contact *contact = &contacts.items[i];

		if (contact->id != state->contact)
			continue;
		desk->invitee.capacity = CAPACITY_PROFESSIONAL;
		desk->invitee.method = contact->method;
		desk->invitee.involved = ANSWER_YES;
		desk->invitee.shown_name = contact->name;
		desk->invitee.shown_agency = contact->agency;
		desk->invitee.shown_email = contact->email;
		desk->invitee.shown_phone = contact->phone;
		return true;
	}
	return fault_set(f, FAULT_NOT_FOUND, "This contact is not in the directory any more. Search again.");
}

static bool read_newcomer(struct invitee_state *state, struct fault *f)
{
	struct invitee *invitee = &state->desk.invitee;
	bool found = false;

	*invitee = invitee_blank();
	invitee->capacity = CAPACITY_SUPPORTER;
	invitee->method = METHOD_POST;
	invitee->name = invitee->shown_name = state->name;
	if ((state->person || state->contact) && !take_proposed(state, &found, f))
		return false;
	if (!found && state->person && !take_member(state, f))
		return false;
	if (!found && state->contact && !take_contact(state, f))
		return false;
	invitee->person_id = state->person;
	invitee->contact_id = state->contact;
	return true;
}

/* Into memory of its own: what a save is checked against must not follow another's change unseen. */
static bool read_invitee(struct invitee_state *state, struct fault *f)
{
	struct invitee_desk *desk = &state->desk;
	const struct invitee_line *line;

	if (!casework_invitees(desk->cw, state->conference, &desk->mem, &desk->page, f))
		return false;
	if (!state->invitee) {
		if (!read_newcomer(state, f))
			return false;
		state->problem = "";
		snprintf(state->who, sizeof state->who, "%s", desk->invitee.shown_name);
		return true;
	}
	line = invitees_line(&desk->page, state->invitee, f);
	if (!line)
		return false;
	desk->invitee = line->invitee;
	state->problem = line->problem;
	snprintf(state->who, sizeof state->who, "%s", line->who);
	return true;
}

/* How they can be reached when nothing else is typed for this conference. */
static void say_on_file(struct invitee_state *state)
{
	const struct invitee *invitee = &state->desk.invitee;
	char *out = state->frame.about;
	size_t room = sizeof state->frame.about;

	out[0] = '\0';
	if (invitee->person_id || invitee->contact_id)
		snprintf(out, room, "%s%sOn file: %s, %s.", state->problem, state->problem[0] ? " · " : "",
			 invitee->shown_email[0] ? invitee->shown_email : "no e-mail",
			 invitee->shown_phone[0] ? invitee->shown_phone : "no telephone");
}

static void name_frame(struct invitee_state *state)
{
	struct form_screen *frame = &state->frame;
	const char *reference = state->desk.page.conference.reference;

	snprintf(frame->title, sizeof frame->title, "%s · %s · %s", state->invitee ? "Invitee" : "Add to the list",
		 state->who[0] ? state->who : "somebody else", reference);
	snprintf(frame->draft_form, sizeof frame->draft_form, "%s", state->invitee ? "invitee" : "newcomer");
	if (state->invitee)
		snprintf(frame->draft_for, sizeof frame->draft_for, "%s %lld", reference, (long long)state->invitee);
	else
		snprintf(frame->draft_for, sizeof frame->draft_for, "%s %c%lld", reference,
			 state->person    ? 'p'
			 : state->contact ? 'c'
					  : 'n',
			 (long long)(state->person ? state->person : state->contact));
}

/* --- Saving --- */

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct invitee_state *state = screen_state(s);

	(void)t;
	if (!read_invitee(state, f))
		return NULL;
	invitee_values_fill(&state->read, &state->desk);
	return &state->read;
}

/* Whoever comes in their place goes on the list with them. Refused, it is mended in this form, of one who is on it. */
static bool add_stand_in(struct invitee_state *state, struct fault *f)
{
	struct invitee stand_in;

	if (!invitee_values_stand_in(&state->desk, &state->values, &stand_in) ||
	    casework_invitees_add(state->desk.cw, state->conference, &stand_in, 1, f))
		return true;
	snprintf(f->field, sizeof f->field, "stand_in");
	return false;
}

static void save(struct screen *s, struct tui *t)
{
	struct invitee_state *state = screen_state(s);
	struct casework *cw = state->desk.cw;
	struct invitee invitee;
	struct fault f = {0};
	bool is_new = state->invitee == 0;

	if (!form_check(&state->frame.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	if (!invitee_values_parse(&state->desk, &state->values, &invitee, &f) ||
	    !(is_new ? casework_invitees_add(cw, state->conference, &invitee, 1, &f)
		     : casework_invitee_save(cw, &invitee, &f))) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	state->desk.invitee.id = state->invitee = invitee.id;
	state->desk.invitee.version = invitee.version;
	if (is_new)
		desk_of(t)->invitee_added = invitee.id;
	if (!add_stand_in(state, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	tui_say(t, is_new ? "Saved: %s is put on the list." : "Saved: %s.",
		state->values.is_typed ? state->values.name : state->who);
	form_screen_saved(s, t);
}

static bool open_form(struct invitee_state *state, struct tui *t, struct fault *f)
{
	const struct field *fields;
	size_t count;

	state->desk.cw = casework_of(t);
	if (!read_invitee(state, f))
		return false;
	invitee_values_fill(&state->read, &state->desk);
	state->values = state->read;
	name_frame(state);
	say_on_file(state);
	state->frame.what = state->invitee ? "this line" : "this addition";
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_new = !state->invitee;
	fields = invitee_fields(&count);
	if (!form_screen_begin(&state->frame, t, fields, count, &state->values, &state->desk, f))
		return false;
	if (!state->values.is_typed)
		form_focus(&state->frame.form, "method"); /* what is changed most */
	return true;
}

static bool invitee_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct invitee_state *state = screen_state(s);

	if (state->frame.is_open || open_form(state, t, f))
		return true;
	arena_finish(&state->desk.mem); /* a screen that does not open is put back as it was before it read */
	return false;
}

static void invitee_dispose(struct screen *s)
{
	struct invitee_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->desk.mem);
}

const struct screen_class invitee_screen = {
	FORM_SCREEN_ROWS,
	.name = "invitee",
	.purpose = "One invitee: as what they come, how they are reached, what they need.",
	.state_size = sizeof(struct invitee_state),
	.load = invitee_load,
	.dispose = invitee_dispose,
};

static bool open(struct tui *t, struct invitee_state *start, const char *draft, struct fault *f)
{
	if (!casework_may_for(casework_of(t), ACTION_INVITE, start->conference, f))
		return false;
	snprintf(start->frame.draft, sizeof start->frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &invitee_screen, start, f);
}

bool invitee_form_open(struct tui *t, int64_t conference, int64_t invitee, const char *draft, struct fault *f)
{
	struct invitee_state start = {.conference = conference, .invitee = invitee};

	return open(t, &start, draft, f);
}

bool newcomer_form_open(struct tui *t, int64_t conference, const struct newcomer *who, const char *draft,
			struct fault *f)
{
	struct invitee_state start = {.conference = conference, .person = who->person, .contact = who->contact};

	snprintf(start.name, sizeof start.name, "%s", who->name);
	return open(t, &start, draft, f);
}
