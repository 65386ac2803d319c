/* What a conference recommends besides its decisions: what, for whom, who sees to it, by when. */
#include "base/text.h"
#include "date_field.h"
#include "form_screen.h"
#include "live_decide.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 5, CHILDREN_MOST = 30 };

struct recommendation_values {
	char kind[16], words[1500], person[24], who[160], by_on[48];
};

struct recommendation_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference, id;
	enum recommendation_kind kind; /* of a new one */
	struct casework *cw;
	struct arena mem;      /* names of the children: as long as the form */
	struct live_page page; /* in the screen's arena */
	struct field_choice people[CHILDREN_MOST + 2];
	struct field fields[FIELDS];
	struct recommendation_values values, read;
	int64_t version;
};

static const struct field_choice kind_choices[] = {
#define X(id, token, label) {token, label},
	RECOMMENDATIONS(X)
#undef X
		{NULL, NULL},
};

/* --- The day --- */

static struct date_context future(const struct recommendation_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_FUTURE,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Recommendation"};
}

DATE_FIELD_HOOKS(future)

/* Whoever is on the list of the conference. */
static bool suggest_who(void *world, const void *values, const char *typed, struct arena *mem,
			struct field_suggestion_list *out)
{
	const struct recommendation_state *state = world;
	const char *folded = text_fold(mem, typed);

	(void)values;
	for (size_t i = 0; i < state->page.people.count; i++) {
		const struct live_person *one = &state->page.people.items[i];
		struct field_suggestion *item;

		if (!strstr(text_fold(mem, one->who), folded))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		*item = (struct field_suggestion){.value = one->who, .label = one->who, .detail = ""};
	}
	return true;
}

/* --- The fields --- */

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct recommendation_values, member),                                                      \
	.room = sizeof(((struct recommendation_values *)0)->member)

enum { RECOMMEND_FOR = 2 };

static const struct field fields[FIELDS] = {
	{.name = "kind",
	 .label = "Recommended",
	 .hint = "Left and Right, or its first letter.",
	 .kind = FIELD_CHOICE,
	 VALUE(kind),
	 .required = true,
	 .choices = kind_choices},
	{.name = "words",
	 .label = "In words",
	 .hint = "What exactly, and why. Tab goes on.",
	 .kind = FIELD_LINES,
	 VALUE(words),
	 .rows = 3},
	[RECOMMEND_FOR] = {.name = "person_id",
			   .label = "For",
			   .hint = "All of the children, or one: Left and Right, or the first letter.",
			   .kind = FIELD_CHOICE,
			   VALUE(person)},
	{.name = "who",
	 .label = "Who sees to it",
	 .hint = "Two letters of the name, Down and Enter; or type it.",
	 .kind = FIELD_PICK,
	 VALUE(who),
	 .suggest = suggest_who},
	{.name = "by_on",
	 .label = "By",
	 .hint = "+10wd, fri, 27 4. Empty: no day is named.",
	 .kind = FIELD_DATE,
	 VALUE(by_on),
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
};

static void make_fields(struct recommendation_state *state)
{
	size_t count = 0;

	memcpy(state->fields, fields, sizeof fields);
	state->people[count++] = (struct field_choice){"0", "all children"};
	for (size_t i = 0; i < state->page.children.count && count <= CHILDREN_MOST; i++) {
		const struct live_child *child = &state->page.children.items[i];

		state->people[count++] = (struct field_choice){
			arena_printf(&state->mem, "%lld", (long long)child->person.id),
			arena_text(&state->mem, child->name)};
	}
	state->people[count] = (struct field_choice){NULL, NULL};
	state->fields[RECOMMEND_FOR].choices = state->people;
}

/* --- Reading --- */

static const struct recommendation *kept(const struct live_page *page, int64_t id)
{
	for (size_t i = 0; i < page->recommendations.count; i++)
		if (page->recommendations.items[i].id == id)
			return &page->recommendations.items[i];
	return NULL;
}

static void fill(struct recommendation_state *state)
{
	const struct recommendation *one = state->id ? kept(&state->page, state->id) : NULL;
	struct recommendation_values *read = &state->read;
	char day[DATE_TEXT_ROOM];

	*read = (struct recommendation_values){.person = "0"};
	snprintf(read->kind, sizeof read->kind, "%s", recommendation_kind_token(one ? one->kind : state->kind));
	if (!one)
		return;
	state->version = one->version;
	snprintf(read->words, sizeof read->words, "%s", one->words);
	snprintf(read->person, sizeof read->person, "%lld", (long long)one->person_id);
	snprintf(read->who, sizeof read->who, "%s", one->who);
	if (one->by_on != DAY_NONE)
		snprintf(read->by_on, sizeof read->by_on, "%s", date_plain(one->by_on, day));
}

static bool read_page(struct recommendation_state *state, struct arena *mem, struct fault *f)
{
	struct live_page page;

	if (!(state->frame.is_open ? casework_live_again(state->cw, state->conference, mem, &page, f)
				   : casework_live(state->cw, state->conference, mem, &page, f)))
		return false;
	if (state->id && !kept(&page, state->id))
		return fault_set(f, FAULT_NOT_FOUND, "Another person took this recommendation away.");
	state->page = page;
	return true;
}

static void name_frame(struct recommendation_state *state)
{
	const char *reference = state->page.conference.reference;

	snprintf(state->frame.title, sizeof state->frame.title, "%s · %s · %s",
		 state->id ? "Recommendation" : "Recommend", state->page.family_words, reference);
	snprintf(state->frame.about, sizeof state->frame.about, "%s", conference_cannot_remove);
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "recommend");
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s %lld", reference, (long long)state->id);
}

/* --- Saving --- */

static bool keep(struct recommendation_state *state, struct fault *f)
{
	const struct recommendation_values *v = &state->values;
	struct date_context context = future(state);
	struct recommendation one = recommendation_blank();
	struct date_entry entry;

	one.id = state->id;
	one.conference_id = state->conference;
	one.version = state->version;
	one.person_id = strtoll(v->person, NULL, 10);
	recommendation_kind_from_token(v->kind, &one.kind);
	one.words = v->words;
	one.who = v->who;
	if (v->by_on[0]) {
		if (!date_entry_parse(&entry, v->by_on, &context, f))
			return false;
		one.by_on = entry.day;
	}
	return casework_live_recommend(state->cw, &one, f);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct recommendation_state *state = screen_state(s);

	(void)t;
	if (!read_page(state, screen_arena(s), f))
		return NULL;
	fill(state);
	return &state->read;
}

static void save(struct screen *s, struct tui *t)
{
	struct recommendation_state *state = screen_state(s);
	struct fault f = {0};

	if (form_check(&state->frame.form, &f) && keep(state, &f)) {
		tui_say(t, "Saved: it is recommended besides.");
		form_screen_saved(s, t);
		return;
	}
	form_screen_refused(&state->frame, t, &f);
}

static bool recommendation_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct recommendation_state *state = screen_state(s);

	state->cw = casework_of(t);
	if (!read_page(state, screen_arena(s), f))
		return false;
	if (state->frame.is_open)
		return true;
	make_fields(state);
	fill(state);
	state->values = state->read;
	name_frame(state);
	state->frame.what = "this recommendation";
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_new = !state->id;
	if (!form_screen_begin(&state->frame, t, state->fields, FIELDS, &state->values, state, f)) {
		arena_finish(&state->mem);
		return false;
	}
	form_focus(&state->frame.form, "words");
	return true;
}

static void recommendation_title(const struct screen *s, char *out, size_t room)
{
	const struct recommendation_state *state = screen_state(s);

	snprintf(out, room, "%s · %s", state->page.marker, state->frame.title);
}

static void recommendation_dispose(struct screen *s)
{
	struct recommendation_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class recommendation_screen = {
	.name = "recommendation",
	.purpose = "What a conference recommends besides: what, for whom, who sees to it, by when.",
	.keys = form_screen_no_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct recommendation_state),
	.load = recommendation_load,
	.title = recommendation_title,
	.draw = form_screen_draw,
	.act = form_screen_act,
	.takes_text = form_screen_takes_text,
	.answered = form_screen_answered,
	.keep = form_screen_keep,
	.may_close = form_screen_may_close,
	.dispose = recommendation_dispose,
};

bool recommendation_form_open(struct tui *t, int64_t conference, int64_t id, enum recommendation_kind kind,
			      const char *draft, struct fault *f)
{
	struct recommendation_state start = {.conference = conference, .id = id, .kind = kind};

	if (!casework_may_for(casework_of(t), ACTION_WRITE_RECORD, conference, f))
		return false;
	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &recommendation_screen, &start, f);
}
