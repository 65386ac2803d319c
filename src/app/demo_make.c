/* Makes the invented authority: years of history by the verbs of an import, then the last weeks by those of the desk.
 */
#include "demo.h"

#include "casework/restriction.h"
#include "demo_desk.h"
#include "demo_directory.h"
#include "demo_history.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FAMILIES_A_SAVE 400 /* so that a save never holds more than a few seconds' work */
#define FAMILIES_A_WORD 10  /* between two words of progress */
#define HISTORY_PERCENT 85

/* One demonstration in the making. */
struct making {
	const struct demo_options *options;
	const char *config_folder;
	const char *part; /* where it is made; it gets its name when it is whole */
	struct demo_names names;
	struct settings *settings;
	struct demo_world world;
	struct demo_desk desk;
	size_t room;
	struct arena mem;
	day_number first; /* the day the history is entered on */
	int percent;      /* told last */
};

static void say(struct making *m, int percent, const char *what)
{
	m->percent = percent;
	if (m->options->progress)
		m->options->progress(m->options->payload, percent, what);
}

static bool open_on(struct making *m, day_number day, struct casework **out, struct fault *f)
{
	return casework_open(
		out, &(struct casework_opening){.path = m->part, .config_folder = m->config_folder, .today = day}, f);
}

/* --- History --- */

/* Known later than the history, or still to come. */
static bool has_more_to_come(const struct making *m, const struct demo_family *family)
{
	for (size_t k = 0; k < family->enquiry_count; k++) {
		const struct demo_enquiry *e = &family->enquiries[k];

		if (e->strategy_on > m->first || (e->conference_on != DAY_NONE && e->conference_on > m->first))
			return true;
		for (size_t i = 0; i < family->child_count; i++)
			if (e->planned >> i & 1 && e->ended_on[i] > m->first)
				return true;
	}
	return demo_has_news(&m->world, family, m->first, m->world.today);
}

/* A family with something still to come is kept for the desk. */
static bool keep_for_desk(struct making *m, int number, bool is_known, struct fault *f)
{
	struct demo_case *one = &m->desk.cases[m->desk.count++];

	*one = (struct demo_case){
		.is_known = is_known, .review_on = DAY_NONE, .request_on = DAY_NONE, .book_on = DAY_NONE};
	demo_family_make(&m->world, number, &m->mem, &one->family);
	return !arena_exhausted(&m->mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory for so many families.");
}

static bool enter_family(struct making *m, struct casework *cw, int number, struct arena *scratch, struct fault *f)
{
	struct demo_family family;
	bool is_known, ok = true;

	demo_family_make(&m->world, number, scratch, &family);
	is_known = family.enquiry_count > 0 && family.enquiries[0].strategy_on <= m->first;
	if (is_known)
		ok = demo_enter_people(cw, &family, f) && demo_enter_history(cw, &m->world, &family, m->first, f);
	if (ok && has_more_to_come(m, &family))
		ok = keep_for_desk(m, number, is_known, f);
	arena_reset(scratch);
	return ok;
}

static bool enter_families(struct making *m, struct casework *cw, int from, int to, struct arena *scratch,
			   struct fault *f)
{
	bool ok = true;

	if (!casework_batch_begin(cw, f))
		return false;
	for (int number = from; ok && number <= to; number++) {
		if (number % FAMILIES_A_WORD == 0)
			say(m, number * HISTORY_PERCENT / m->world.families, "families and their history");
		ok = enter_family(m, cw, number, scratch, f);
	}
	return casework_batch_end(cw, ok, f) && ok;
}

static bool enter_all(struct making *m, struct casework *cw, struct fault *f)
{
	struct arena scratch = {0};
	bool ok = casework_batch_begin(cw, f);

	ok = ok && demo_enter_directory(cw, &m->world, f) && demo_enter_accounts(cw, m->settings, f);
	ok = ok && casework_batch_end(cw, true, f);
	for (int from = 1; ok && from <= m->world.families; from += FAMILIES_A_SAVE) {
		int to = from + FAMILIES_A_SAVE - 1;

		ok = enter_families(m, cw, from, to < m->world.families ? to : m->world.families, &scratch, f);
	}
	arena_finish(&scratch);
	return ok;
}

static bool enter_history(struct making *m, struct fault *f)
{
	struct casework *cw;
	bool ok;

	m->desk.world = &m->world;
	m->desk.cases = arena_alloc(&m->mem, ((size_t)m->world.families + 1) * sizeof *m->desk.cases);
	if (!m->desk.cases)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for so many families.");
	if (!open_on(m, m->first, &cw, f))
		return false;
	ok = enter_all(m, cw, f);
	casework_close(cw);
	return ok;
}

/* --- The last weeks --- */

static void go_on(void *payload)
{
	struct making *m = payload;

	say(m, m->percent, "the last weeks at the desk");
}

static bool live_day(struct making *m, day_number before, day_number day, struct fault *f)
{
	struct casework *cw;
	bool ok;

	if (!open_on(m, day, &cw, f))
		return false;
	ok = casework_batch_begin(cw, f) && demo_desk_live(cw, &m->desk, before, day, f) &&
	     casework_batch_end(cw, true, f);
	if (ok && day == m->world.today)
		ok = demo_leave_ends(cw, day, f) && demo_leave_challenges(cw, day, f) &&
		     demo_leave_records(cw, day, f) && demo_leave_drafts(cw, &m->desk, f);
	casework_close(cw);
	return ok;
}

static bool live_weeks(struct making *m, struct fault *f)
{
	const struct working_calendar *calendar = m->world.calendar;
	day_number before = m->first;

	m->desk.going_on = go_on;
	m->desk.payload = m;
	demo_desk_arrange(&m->desk, m->first);
	for (int i = 1; before < m->world.today; i++) {
		day_number day = working_day_add(before, 1, calendar, COUNT_LOCAL);

		if (day > m->world.today)
			day = m->world.today;
		say(m, HISTORY_PERCENT + i * (99 - HISTORY_PERCENT) / (DEMO_DESK_WD + 1), "the last weeks at the desk");
		if (!live_day(m, before, day, f))
			return false;
		before = day;
	}
	return true;
}

/* What whoever opens the demonstration is to decide was proposed by another. */
static bool propose_as_manager(struct making *m, struct fault *f)
{
	struct casework *cw;
	bool ok = casework_open(&cw,
				&(struct casework_opening){.path = m->part,
							   .config_folder = m->config_folder,
							   .today = m->world.today,
							   .user = DEMO_MANAGER},
				f);

	ok = ok && demo_propose_record(cw, f);
	casework_close(cw);
	return ok;
}

/* --- Who may see what --- */

enum who_acts { RESTRICTS, LOOKS_FIRST, LOOKS_NEXT, IS_RELATED, LOOKS_INTO_IT, WHO_ACTS };

static bool act_as(struct making *m, enum who_acts who, struct casework *cw, struct demo_closed *closed,
		   const char **reference, struct fault *f)
{
	struct restriction_page page;

	switch (who) {
	case RESTRICTS:
		if (!demo_choose_closed(cw, m->world.today, closed, f) ||
		    !demo_leave_restricted(cw, closed, m->world.today, f))
			return false;
		if (!closed->count)
			return true;
		if (!casework_restriction(cw, closed->families[0], &m->mem, &page, f))
			return false;
		*reference = page.reference;
		return true;
	case LOOKS_FIRST:
		return demo_break_glass(cw, *reference, "The school rings about the child and nobody named is in.", f);
	case LOOKS_NEXT:
		return demo_break_glass(cw, *reference, "The police ask for the address this very evening.", f);
	case IS_RELATED: return demo_leave_relative(cw, closed, f);
	default: return demo_look_into_one(cw, f);
	}
}

/* Each by their own account, as it is done. A council without anybody at rest has none of it. */
static bool leave_access(struct making *m, struct fault *f)
{
	static const char *const users[WHO_ACTS] = {
		[LOOKS_FIRST] = "abrennan", [LOOKS_NEXT] = "kboateng", [IS_RELATED] = "ltran"};
	struct demo_closed closed = {0};
	const char *reference = NULL;
	bool ok = true;

	for (int who = 0; ok && who < WHO_ACTS && (who == RESTRICTS || reference); who++) {
		struct casework_opening how = {.path = m->part,
					       .config_folder = m->config_folder,
					       .today = m->world.today,
					       .user = users[who]};
		struct casework *cw;

		if (!casework_open(&cw, &how, f))
			return false;
		ok = casework_batch_begin(cw, f) && act_as(m, (enum who_acts)who, cw, &closed, &reference, f) &&
		     casework_batch_end(cw, true, f);
		casework_close(cw);
	}
	return ok;
}

/* --- All of it --- */

static bool check_sizes(const struct demo_options *options, struct fault *f)
{
	if (options->families < 1 || options->families > 100000)
		return fault_set(f, FAULT_USAGE, "--families takes a whole number from 1 to 100000.");
	if (options->years < 1 || options->years > 14)
		return fault_set(f, FAULT_USAGE, "--years takes a whole number from 1 to 14.");
	return true;
}

static bool prepare(struct making *m, struct fault *f)
{
	const struct demo_options *o = m->options;

	m->config_folder = o->config_folder ? o->config_folder
					    : arena_printf(&m->mem, "%s/demo", settings_data_folder());
	m->part = arena_printf(&m->mem, "%s.part", o->out);
	if (!check_sizes(o, f) || !demo_names_load(&m->names, &m->mem, f) ||
	    !settings_load(&m->settings, m->config_folder, "national", &m->mem, f))
		return false;
	m->world = (struct demo_world){.names = &m->names,
				       .calendar = &m->settings->calendar,
				       .seed = o->seed,
				       .today = o->today,
				       .families = o->families,
				       .years = o->years};
	m->first = working_day_add(o->today, -DEMO_DESK_WD, m->world.calendar, COUNT_LOCAL);
	return true;
}

static bool fill(struct making *m, struct fault *f)
{
	say(m, 0, "the authority");
	if (!casework_found(&(struct casework_founding){.path = m->part,
							.config_folder = m->config_folder,
							.authority = "Northgate Council",
							.la_code = "999",
							.profile = "national",
							.is_demo = true,
							.plays_on = m->world.today},
			    f) ||
	    !enter_history(m, f) || !live_weeks(m, f) || !propose_as_manager(m, f) || !leave_access(m, f))
		return false;
	say(m, 100, "done");
	return true;
}

/* --- The file --- */

/* What a making that was stopped has left behind; a journal without its file would spoil the next. */
static void clear_part(struct making *m)
{
	static const char *const ends[] = {"", "-journal", "-wal", "-shm"};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		unlink(arena_printf(&m->mem, "%s%s", m->part, ends[i]));
}

static bool check_free(const char *path, struct fault *f)
{
	struct stat about;

	return lstat(path, &about) != 0 ||
	       fault_set(f, FAULT_REFUSED, "There is already a file at %.180s. Remove it, or choose another name.",
			 path);
}

/* A file that came to be there meanwhile is not written over. */
static bool put_in_place(const struct making *m, struct fault *f)
{
	if (link(m->part, m->options->out) == 0)
		return true;
	/* Some file systems know no second names. */
	if (check_free(m->options->out, f) && rename(m->part, m->options->out) == 0)
		return true;
	if (!f || f->code == FAULT_NONE)
		fault_set(f, FAULT_STORAGE, "The demonstration could not be put at %.180s.", m->options->out);
	fault_detail(f, "%s", strerror(errno));
	return false;
}

bool demo_make(const struct demo_options *options, struct fault *f)
{
	struct making m = {.options = options};
	bool ok = prepare(&m, f) && check_free(options->out, f);

	if (ok) {
		clear_part(&m);
		ok = fill(&m, f) && put_in_place(&m, f);
		clear_part(&m); /* also after success: an empty journal of the first name */
	}
	arena_finish(&m.mem);
	return ok;
}
