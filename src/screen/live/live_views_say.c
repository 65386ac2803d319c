/* What one key, or the words that were asked for, change in a view; and saving it for one child or for all. */
#include "live_views_say.h"

static enum opinion opinion_after(enum opinion opinion)
{
	return (enum opinion)((opinion + 1) % OPINION_COUNT);
}

static void say_plan(struct view *view, enum opinion plan, enum category category)
{
	view->plan = plan;
	view->category = category;
}

/* Words are taken back by emptying them, so that one key never loses a sentence. */
static void take_back(struct view *view)
{
	say_plan(view, OPINION_NONE, CATEGORY_COUNT);
	view->at_risk = OPINION_NONE;
	view->scale = -1;
}

static void change_view(struct view *view, const struct views_change *change)
{
	switch (change->op) {
	case OP_VIEW_PLAN: say_plan(view, OPINION_YES, view->category); return;
	case OP_VIEW_NO_PLAN: say_plan(view, OPINION_NO, CATEGORY_COUNT); return;
	case OP_VIEW_UNSURE: say_plan(view, OPINION_UNSURE, CATEGORY_COUNT); return;
	case OP_VIEW_RISK: view->at_risk = opinion_after(view->at_risk); return;
	case OP_VIEW_WHY: view->why = change->words; return;
	case OP_VIEW_TAKE_BACK: take_back(view); return;
	case OP_VIEW_DISSENT:
		view->is_dissent = *change->words != '\0';
		view->dissent_words = change->words;
		return;
	default: break;
	}
	if (change->op >= OP_VIEW_SCALE)
		view->scale = change->is_ten ? 10 : change->op - OP_VIEW_SCALE;
	else
		say_plan(view, OPINION_YES, (enum category)(change->op - OP_VIEW_CATEGORY));
}

/* Where the children stand alike they are saved as one. Where they differ, or somebody else wrote of some of them, each
 * is saved by the version that is on the screen, and keeps what is its own. */
static bool say_of_all(struct casework *cw, const struct views_grid *grid, const struct live_person *person,
		       const struct views_change *change, struct fault *f)
{
	struct view view = views_grid_view(grid, person, 0);
	struct fault why = {0};

	change_view(&view, change);
	if (views_grid_is_same(grid, person) && casework_live_view_all(cw, &view, &why))
		return true;
	if (why.code != FAULT_NONE && why.code != FAULT_CONFLICT) {
		*f = why;
		return false;
	}
	for (int i = 0; i < grid->child_count; i++) {
		view = views_grid_view(grid, person, i);
		change_view(&view, change);
		if (!casework_live_view(cw, &view, f))
			return false;
	}
	return true;
}

bool views_say(struct casework *cw, const struct views_grid *grid, const struct live_person *person, int child,
	       const struct views_change *change, struct fault *f)
{
	struct view view;

	if (!person)
		return fault_set(f, FAULT_REFUSED, "Choose a person first: step 3, People, says who is there.");
	if (!grid->child_count)
		return fault_set(f, FAULT_REFUSED, "No child belongs to this conference.");
	if (child == VIEWS_OF_ALL && change->op == OP_VIEW_SAME)
		return fault_set(f, FAULT_REFUSED, "Right chooses the child whose view is that of all.");
	if (child == VIEWS_OF_ALL)
		return say_of_all(cw, grid, person, change, f);
	view = views_grid_view(grid, person, child);
	if (change->op == OP_VIEW_SAME)
		return casework_live_view_all(cw, &view, f);
	change_view(&view, change);
	return casework_live_view(cw, &view, f);
}
