/* The grid of views: its rows, its children, and what its cells say. */
#include "live_views_rows.h"

#include <stdio.h>
#include <string.h>

/* --- Rows --- */

static bool has_view(const struct live_page *page, int64_t invitee)
{
	for (size_t i = 0; i < page->views.count; i++)
		if (page->views.items[i].invitee_id == invitee)
			return true;
	return false;
}

/* Views of the family also come by letter; whoever said something stays, though they have left. */
static bool is_in_grid(const struct live_page *page, const struct live_person *person)
{
	return person->gives_view || person->is_family || has_view(page, person->invitee.id);
}

static bool push(struct views_grid *grid, const char *heading, const struct live_person *person, struct arena *mem)
{
	struct views_row *row = ARENA_PUSH(mem, grid);

	if (row)
		*row = (struct views_row){.heading = heading, .person = person};
	return row != NULL;
}

static bool push_group(struct views_grid *grid, bool is_family, const char *heading, struct arena *mem)
{
	bool is_headed = false;

	for (size_t i = 0; i < grid->page->people.count; i++) {
		const struct live_person *person = &grid->page->people.items[i];

		if (person->is_family != is_family || !is_in_grid(grid->page, person))
			continue;
		if (!is_headed && !push(grid, heading, NULL, mem))
			return false;
		is_headed = true;
		if (!push(grid, NULL, person, mem))
			return false;
	}
	return true;
}

void views_person_words(const struct live_person *person, char *out, size_t room)
{
	bool is_deputy = person->attendance.state == ATTENDANCE_DEPUTY && *person->attendance.deputy;

	snprintf(out, room, "%s%s%s", is_deputy ? person->attendance.deputy : "", is_deputy ? " for " : "",
		 person->who);
}

bool views_grid_make(const struct live_page *page, struct arena *mem, struct views_grid *out)
{
	*out = (struct views_grid){.page = page};
	for (size_t i = 0; i < page->children.count && out->child_count < VIEWS_CHILDREN_MOST; i++)
		if (page->children.items[i].is_of_conference)
			out->children[out->child_count++] = &page->children.items[i];
	return push_group(out, false, "Professionals", mem) && push_group(out, true, "Heard: the family", mem);
}

struct view views_grid_view(const struct views_grid *grid, const struct live_person *person, int child)
{
	int64_t about = grid->children[child]->person.id;
	struct view none = view_blank();

	for (size_t i = 0; i < grid->page->views.count; i++)
		if (grid->page->views.items[i].invitee_id == person->invitee.id &&
		    grid->page->views.items[i].person_id == about)
			return grid->page->views.items[i];
	none.conference_id = grid->page->conference.id;
	none.invitee_id = person->invitee.id;
	none.person_id = about;
	return none;
}

static bool says_the_same(const struct view *a, const struct view *b)
{
	return a->at_risk == b->at_risk && a->plan == b->plan && a->category == b->category && a->scale == b->scale &&
	       a->is_dissent == b->is_dissent && strcmp(a->why, b->why) == 0 &&
	       strcmp(a->dissent_words, b->dissent_words) == 0;
}

bool views_grid_is_same(const struct views_grid *grid, const struct live_person *person)
{
	for (int i = 1; i < grid->child_count; i++) {
		struct view first = views_grid_view(grid, person, 0), other = views_grid_view(grid, person, i);

		if (!says_the_same(&first, &other))
			return false;
	}
	return true;
}

/* --- Words --- */

void views_child_words(const struct views_grid *grid, int child, char *out, size_t room)
{
	const struct live_child *one = grid->children[child];
	const char *name = *one->person.known_as      ? one->person.known_as
			   : *one->person.given_names ? one->person.given_names
						      : one->name;

	snprintf(out, room, "%s%s%s", name, *one->age ? " " : "", one->age);
}

void views_plan_words(const struct view *view, char *out, size_t room)
{
	static const char *const words[OPINION_COUNT] = {"-", "plan", "no plan", "unsure"};
	bool has_category = view->plan == OPINION_YES && view->category < CATEGORY_COUNT;

	snprintf(out, room, "%s%s%s", words[view->plan], has_category ? " " : "",
		 has_category ? category_token(view->category) : "");
}

void views_scale_words(const struct views_grid *grid, const struct live_person *person, int child, char *out,
		       size_t room)
{
	int least = -1, most = -1;

	for (int i = 0; i < grid->child_count; i++) {
		int scale = views_grid_view(grid, person, i).scale;

		if (scale < 0 || (child != VIEWS_OF_ALL && child != i))
			continue;
		least = least < 0 || scale < least ? scale : least;
		most = scale > most ? scale : most;
	}
	if (least < 0)
		snprintf(out, room, "-");
	else if (least == most)
		snprintf(out, room, "%d", least);
	else
		snprintf(out, room, "%d-%d", least, most);
}

const char *views_dissent_words(const struct views_grid *grid, const struct live_person *person, int child)
{
	int all = 0;

	if (child != VIEWS_OF_ALL)
		return views_grid_view(grid, person, child).is_dissent ? "yes" : "";
	for (int i = 0; i < grid->child_count; i++)
		all += views_grid_view(grid, person, i).is_dissent;
	return !all ? "" : all == grid->child_count ? "yes" : "some";
}

static void join(char *out, size_t room, const char *label, const char *text)
{
	size_t used = strlen(out);

	if (*text && used < room)
		snprintf(out + used, room - used, "%s%s%s", used ? " · " : "", label, text);
}

static void said_of_one(const struct view *view, char *out, size_t room)
{
	char words[40], scale[24] = "";

	out[0] = '\0';
	views_plan_words(view, words, sizeof words);
	join(out, room, "", view->plan == OPINION_NONE ? "" : words);
	join(out, room, "at risk: ", view->at_risk == OPINION_NONE ? "" : opinion_label(view->at_risk));
	if (view->scale >= 0)
		snprintf(scale, sizeof scale, "%d of 10", view->scale);
	join(out, room, "", scale);
	join(out, room, "disagrees: ", view->is_dissent ? view->dissent_words : "");
	join(out, room, "why: ", view->why);
}

static void add_child(const struct views_grid *grid, const struct live_person *person, int child, char *out,
		      size_t room)
{
	struct view view = views_grid_view(grid, person, child);
	char name[80], said[600], words[sizeof name + sizeof said + 2];

	said_of_one(&view, said, sizeof said);
	if (!*said)
		return;
	views_child_words(grid, child, name, sizeof name);
	snprintf(words, sizeof words, "%s: %s", name, said);
	join(out, room, "", words);
}

void views_said_words(const struct views_grid *grid, const struct live_person *person, int child, char *out,
		      size_t room)
{
	char said[600];

	out[0] = '\0';
	if (!grid->child_count)
		return;
	if (child != VIEWS_OF_ALL) {
		add_child(grid, person, child, out, room);
	} else if (views_grid_is_same(grid, person)) {
		struct view view = views_grid_view(grid, person, 0);

		said_of_one(&view, said, sizeof said);
		join(out, room, grid->child_count == 1 ? "" : "All children: ", said);
	} else {
		for (int i = 0; i < grid->child_count; i++)
			add_child(grid, person, i, out, room);
	}
}
