/* The full-screen program over one open case file: heading line, change poll, the first screen. */
#include "screen/desk.h"

#include "access.h"
#include "casework/pages.h"
#include "casework/presence.h"
#include "casework/restriction.h"
#include "complaint.h"
#include "core_groups.h"
#include "directory.h"
#include "escalation.h"
#include "live.h"
#include "live_decide.h"
#include "live_end.h"
#include "live_notes.h"
#include "live_plan.h"
#include "lock.h"
#include "my_day.h"
#include "outbox.h"
#include "plan_end.h"
#include "plan_forms.h"
#include "plan_list.h"
#include "plan_page.h"
#include "record.h"
#include "retention.h"
#include "reviews.h"
#include "screens.h"
#include "timeline.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

struct desk *desk_of(const struct tui *t)
{
	return tui_world(t);
}

struct casework *casework_of(const struct tui *t)
{
	return desk_of(t)->cw;
}

static const char *first_role(role_set roles)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		if (roles & ROLE_BIT(role))
			return role_brief((enum role)role);
	return "no role";
}

/* A broken glass comes before all else, and takes the room of the role. */
static void desk_heading(void *world, char *left, size_t left_room, char *right, size_t right_room)
{
	struct desk *desk = world;

	snprintf(left, left_room, "%s%s", desk->glass[0] ? "" : "Quorate · ",
		 desk->glass[0] ? desk->glass : casework_authority(desk->cw));
	snprintf(right, right_room, "%s%s%s%s%s", casework_user_name(desk->cw), desk->glass[0] ? "" : ", ",
		 desk->glass[0] ? "" : first_role(casework_roles(desk->cw)),
		 casework_is_demo(desk->cw) ? " · DEMO" : "", casework_is_read_only(desk->cw) ? " · READ ONLY" : "");
}

bool desk_glass(struct desk *desk)
{
	struct arena mem = {0};
	const char *words = "";
	bool changed;

	if (!casework_glass_words(desk->cw, &mem, &words, NULL))
		words = "";
	changed = strcmp(words, desk->glass) != 0;
	snprintf(desk->glass, sizeof desk->glass, "%s", words);
	arena_finish(&mem);
	return changed;
}

/* Who else has the same family open; true when that is other people than before. */
static bool look_beside(struct tui *t)
{
	struct screen_about about = tui_about(t);

	desk_of(t)->beside = about.whole;
	return casework_present(casework_of(t), about.whole, about.part, about.whole && tui_is_writing(t));
}

/* Glass that closes by the clock takes its screens away at once. */
static enum tui_news desk_news(struct tui *t, bool of_data)
{
	struct desk *desk = desk_of(t);
	bool glass = desk->glass[0] && desk_glass(desk);
	bool others = of_data && casework_changed_elsewhere(desk->cw);
	bool present = look_beside(t);

	return glass || others ? TUI_NEW_DATA : present ? TUI_NEW_WORDS : TUI_NO_NEWS;
}

/* Of a page that was opened just now it is known at once. */
static void desk_beside(struct tui *t, char *out, size_t room)
{
	struct casework *cw = casework_of(t);
	struct screen_about about = tui_about(t);

	if (about.whole != desk_of(t)->beside)
		look_beside(t);
	snprintf(out, room, "%s", casework_also_open(cw, about.whole));
}

static void explain(struct tui *t, struct fault *f)
{
	desk_explain(desk_of(t), tui_about(t).whole, f);
}

static void desk_reading_again(struct tui *t, bool is_on)
{
	casework_reading_again(casework_of(t), is_on);
}

static void desk_at_rest(void *world)
{
	struct desk *desk = world;

	assert(casework_is_at_rest(desk->cw));
	(void)desk;
}

static void desk_rests(struct tui *t)
{
	struct fault f = {0};

	if (!casework_search_rests(casework_of(t), &f))
		tui_say_fault(t, &f);
}

static void desk_quiet(void *world)
{
	struct desk *desk = world;

	casework_rest(desk->cw);
}

enum {
	OP_TO_TODAY = OP_FIRST_EVERYWHERE,
	OP_TO_CLOCK,
	OP_TO_DIARY,
	OP_TO_OUTBOX,
	OP_TO_REPORTS,
	OP_TO_CHASE,
	OP_TO_DIRECTORY,
	OP_TO_MY_DAY,
	OP_TO_LIST,
	OP_TO_COMPLAINTS,
	OP_TO_CORE_GROUPS,
	OP_TO_REVIEWS,
	OP_TO_MOVES,
	OP_TO_OVERDUE
};

static const struct binding everywhere[] = {
	{'T', 0, 0, OP_TO_TODAY, NULL, "Back to Today from anywhere."},
	{'C', TUI_F(3), 0, OP_TO_CLOCK, NULL, "The Clock from anywhere."},
	{'W', TUI_F(4), 0, OP_TO_DIARY, NULL, "The Diary's week from anywhere."},
	{'R', 0, 0, OP_TO_REPORTS, NULL, "The reports of this week and the next from anywhere."},
	{'H', 0, 0, OP_TO_CHASE, NULL, "Whose report is to be chased today, from anywhere."},
	{'O', 0, 0, OP_TO_OUTBOX, NULL, "The outbox from anywhere: letters that wait, failed or came back."},
	{'P', 0, 0, OP_TO_DIRECTORY, NULL, "The directory of agencies and people from anywhere."},
	{'Y', 0, 0, OP_TO_MY_DAY, NULL, "A chair's own day from anywhere."},
	{'N', 0, 0, OP_TO_LIST, NULL, "Is this child on a plan? The list of children on plans from anywhere."},
	{'K', 0, 0, OP_TO_COMPLAINTS, NULL, "The register of complaints from anywhere; Tab there: escalations."},
	{'B', 0, 0, OP_TO_CORE_GROUPS, NULL, "The board of core groups from anywhere."},
	{'V', 0, 0, OP_TO_REVIEWS, NULL, "The reviews of the twelve weeks to come from anywhere."},
	{'E', 0, 0, OP_TO_MOVES, NULL, "Moves between authorities and plans asked to end, from anywhere."},
	{'U', 0, 0, OP_TO_OVERDUE, NULL, "Overdue actions of all plans, by who owes them, from anywhere."},
	{0},
};

static void desk_go(struct tui *t, int op)
{
	struct fault f = {0};
	bool done = true;

	switch (op) {
	case OP_TO_TODAY: done = tui_go(t, &today_screen, NULL, &f); break;
	case OP_TO_CLOCK: done = clock_open(t, &f); break;
	case OP_TO_DIARY: done = diary_open(t, casework_today(casework_of(t)), &f); break;
	case OP_TO_OUTBOX: done = outbox_open(t, &f); break;
	case OP_TO_REPORTS: done = reports_week_open(t, &f); break;
	case OP_TO_DIRECTORY: done = directory_open(t, &f); break;
	case OP_TO_CHASE: done = chase_open(t, &f); break;
	case OP_TO_MY_DAY: done = my_day_open(t, &f); break;
	case OP_TO_LIST: done = plan_list_open(t, &f); break;
	case OP_TO_COMPLAINTS: done = complaints_open(t, &f); break;
	case OP_TO_CORE_GROUPS: done = core_groups_open(t, &f); break;
	case OP_TO_REVIEWS: done = reviews_open(t, &f); break;
	case OP_TO_MOVES: done = moves_open(t, 0, &f); break;
	case OP_TO_OVERDUE: done = overdue_actions_go(t, &f); break;
	default: break;
	}
	if (!done)
		tui_say_fault(t, &f);
}

static const struct screen_class *first_screen(struct casework *cw)
{
	if (audit_is_all(cw))
		return &audit_screen;
	if (plan_list_is_all(cw))
		return &plan_list_screen;
	return my_day_comes_first(cw) ? &my_day_screen : &today_screen;
}

/* An account that sees the list, or the audit log, and nothing else is given no way to anywhere else. */
void desk_start(struct desk *desk, const struct desk_options *options, struct tui_start *start)
{
	bool has_ways;

	desk_glass(desk);
	casework_be_present(desk->cw);
	lock_begin(desk, options);
	has_ways = !plan_list_is_all(desk->cw) && !audit_is_all(desk->cw);
	*start = (struct tui_start){
		.world = desk,
		.first = first_screen(desk->cw),
		.heading = desk_heading,
		.news = desk_news,
		.reading_again = desk_reading_again,
		.beside = desk_beside,
		.has_moved = desk_has_moved,
		.explain = explain,
		.at_rest = desk_at_rest,
		.rests = desk_rests,
		.quiet = desk_quiet,
		.go_to = has_ways ? go_to_open : NULL,
		.gone_to = go_to_answered,
		.keep_answer = keep_answer,
		.everywhere = has_ways ? everywhere : NULL,
		.go = desk_go,
		.lock = &desk->lock.toolkit,
		.colour = options->colour,
		.ascii = options->ascii,
	};
}

void desk_finish(struct desk *desk)
{
	form_memory_finish(&desk->memory);
}

static const struct screen_class *const screens[] = {
	&today_screen,
	&my_day_screen,
	&brief_screen,
	&clock_screen,
	&diary_screen,
	&request_screen,
	&booking_screen,
	&withdrawal_screen,
	&change_screen,
	&correction_screen,
	&person_screen,
	&whose_child_screen,
	&conference_screen,
	&live_opening_screen,
	&live_people_screen,
	&live_reports_screen,
	&live_notes_screen,
	&live_note_screen,
	&live_views_screen,
	&live_decide_screen,
	&live_plan_screen,
	&plan_text_form_screen,
	&plan_action_form_screen,
	&plan_network_form_screen,
	&live_dates_screen,
	&live_meeting_form_screen,
	&decision_screen,
	&recommendation_screen,
	&live_quorum_screen,
	&live_end_screen,
	&family_screen,
	&child_screen,
	&merging_screen,
	&invitees_screen,
	&invitees_proposal_screen,
	&invitee_screen,
	&answer_screen,
	&exclusion_screen,
	&sittings_screen,
	&reports_screen,
	&report_screen,
	&report_form_screen,
	&reports_week_screen,
	&chase_screen,
	&bundle_screen,
	&mailing_screen,
	&letters_screen,
	&outbox_screen,
	&record_screen,
	&record_section_screen,
	&correction_ask_screen,
	&feedback_screen,
	&drafts_screen,
	&overlap_screen,
	&plan_list_screen,
	&list_entry_screen,
	&list_enquiry_screen,
	&list_log_screen,
	&restriction_screen,
	&glass_screen,
	&access_screen,
	&retention_screen,
	&retention_page_screen,
	&disposals_screen,
	&hold_screen,
	&audit_screen,
	&complaints_screen,
	&complaint_screen,
	&complaint_form_screen,
	&complaint_step_screen,
	&moves_screen,
	&move_form_screen,
	&move_step_screen,
	&plan_end_screen,
	&birth_screen,
	&loss_screen,
	&escalations_screen,
	&escalation_screen,
	&escalation_form_screen,
	&escalation_step_screen,
	&calendar_screen,
	&plan_page_screen,
	&plan_compare_screen,
	&plan_give_form_screen,
	&plan_scale_form_screen,
	&overdue_actions_screen,
	&core_groups_screen,
	&core_group_screen,
	&core_group_form_screen,
	&core_group_slots_screen,
	&core_group_actions_screen,
	&reviews_screen,
	&review_form_screen,
	&core_group_invite_screen,
	&timeline_screen,
	&visits_screen,
	&visit_form_screen,
	&disclosures_screen,
	&disclosure_form_screen,
	NULL,
};

const struct screen_class *const *desk_screens(void)
{
	return screens;
}

const struct binding *desk_everywhere_keys(void)
{
	return everywhere;
}
