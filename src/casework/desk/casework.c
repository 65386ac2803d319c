/* Opening, founding and closing a case file, and what is known of it while it is open. */
#include "identity.h"
#include "london.h"
#include "others.h"
#include "resources_sync.h"
#include "session_keeping.h"

#include "base/text.h"
#include "casework/pages.h"
#include "store/authority_store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static bool read_authority(struct casework *cw, struct fault *f)
{
	struct authority_row row;
	struct fault why = {0};

	if (!authority_row_read(cw->store, &cw->mem, &row, &why)) {
		if (why.code == FAULT_NOT_FOUND)
			return fault_set(f, FAULT_CORRUPT,
					 "This case file was made but never founded: no authority is named in it. Make "
					 "a new one with "
					 "\"quorate init\".");
		if (f)
			*f = why;
		return false;
	}
	cw->authority = row.name;
	cw->la_code = row.la_code;
	cw->profile = row.profile;
	cw->is_demo = row.is_demo;
	cw->created_at = row.created_at;
	return true;
}

static bool read_settings(struct casework *cw, const char *config_folder, struct fault *f)
{
	const struct policy *policy;

	if (!settings_load(&cw->settings, config_folder, cw->profile, &cw->mem, f))
		return false;
	policy = &cw->settings->policy;
	cw->policy_name = *policy->version ? arena_printf(&cw->mem, "%s %s", policy->name, policy->version)
					   : arena_text(&cw->mem, policy->name);
	return true;
}

/* A demonstration opened days later would be nothing but late: it stays on the day it was made for, until a day is
 * given. */
static void stay_on_its_day(struct casework *cw)
{
	if (!cw->is_demo || cw->today_is_given)
		return;
	cw->today = london_day(cw->created_at);
	cw->today_is_given = true;
}

/* Where it lies is asked once: the working folder may change. */
static bool remember_place(struct casework *cw, const char *path, struct fault *f)
{
	char *place = realpath(path, NULL);

	if (!place)
		return fault_set(f, FAULT_NOT_FOUND, "The case file cannot be found any more: %s.", strerror(errno));
	cw->path = arena_text(&cw->mem, place);
	free(place);
	return true;
}

static bool open_session(struct casework *cw, const struct casework_opening *how, struct fault *f)
{
	const char *folder = cw->is_demo && how->demo_config_folder ? how->demo_config_folder : how->config_folder;

	stay_on_its_day(cw);
	cw->config_folder = folder ? arena_text(&cw->mem, folder) : NULL;
	return read_settings(cw, folder, f) && (cw->is_read_only || resources_sync(cw, f));
}

/* Whoever is not let in leaves a row all the same. */
static bool let_in(struct casework *cw, const char *as, struct fault *f)
{
	struct fault why = {0};

	if (identity_establish(cw, as, &why))
		return true;
	if (why.code == FAULT_NOT_ALLOWED && cw->identity.login)
		session_start_refused(cw, as ? arena_printf(&cw->mem, "as %.60s", as) : "not a user of this file");
	if (f)
		*f = why;
	return false;
}

static bool open_all(struct casework *cw, const struct casework_opening *how, struct fault *f)
{
	const struct store_opening opening = {
		.path = how->path, .read_only = how->read_only, .waiting = how->waiting, .payload = how->payload};

	cw->starter = how->starter;
	cw->started_for = how->started_for ? arena_text(&cw->mem, how->started_for) : "";
	cw->today_is_given = how->today != DAY_NONE;
	cw->today = cw->today_is_given ? how->today : casework_day_of_now();
	if (!store_open(&cw->store, &opening, f) || !remember_place(cw, how->path, f))
		return false;
	cw->is_read_only = how->read_only || store_is_read_only(cw->store);
	/* Who is at work is found out first: a demonstration's own day is no day that somebody gave. */
	return read_authority(cw, f) && let_in(cw, how->user, f) && open_session(cw, how, f) && others_begin(cw, f);
}

bool casework_open(struct casework **out, const struct casework_opening *how, struct fault *f)
{
	struct casework *cw = calloc(1, sizeof *cw);

	*out = NULL;
	if (!cw)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to open the case file.");
	if (!open_all(cw, how, f)) {
		casework_close(cw);
		return false;
	}
	*out = cw;
	return true;
}

void casework_close(struct casework *cw)
{
	if (!cw)
		return;
	while (cw->depth > 0)
		work_undo(cw);
	casework_search_rests(cw, NULL);
	presence_close(cw->presence);
	store_close(cw->store);
	session_refusals_forget(cw);
	seen_forget(&cw->people_seen);
	seen_forget(&cw->looks);
	arena_finish(&cw->mem);
	free(cw);
}

/* --- Founding --- */

static bool check_la_code(const char *la_code, struct fault *f)
{
	if (la_code && strlen(la_code) == 3 && strspn(la_code, "0123456789") == 3)
		return true;
	return fault_field(f, "la-code", "The local authority code is three digits, as in the census: 316 for Newham.");
}

static bool check_profile(const struct casework_founding *founding, struct arena *mem, struct fault *f)
{
	const char **known = settings_profiles(founding->config_folder, mem);
	const char *list = "";

	for (size_t i = 0; known && known[i]; i++) {
		if (founding->profile && strcmp(known[i], founding->profile) == 0)
			return true;
		list = arena_joined(mem, list, ", ", known[i]);
	}
	return fault_field(f, "profile", "There is no policy profile \"%s\". Choose one of: %s.",
			   founding->profile ? founding->profile : "", list);
}

static int64_t founded_at(const struct casework_founding *founding)
{
	enum { MORNING = 9 * 60 * 60 };
	day_number day = founding->is_demo ? founding->plays_on : 0;

	return day == 0 || day == DAY_NONE ? (int64_t)time(NULL) : london_moment(day, MORNING);
}

/* The account that makes the file is at first the only one: it must be able to add the others (administrator), to do
 * the daily work (business support), and to waive a limit or restrict a family until a manager is added (manager). */
static bool write_founding(struct store *s, const struct casework_founding *founding, const char *authority,
			   struct arena *mem, struct fault *f)
{
	const role_set roles = ROLE_BIT(ROLE_BUSINESS_SUPPORT) | ROLE_BIT(ROLE_MANAGER) | ROLE_BIT(ROLE_ADMINISTRATOR);
	struct authority_row row = {.name = authority,
				    .la_code = founding->la_code,
				    .profile = founding->profile,
				    .is_demo = founding->is_demo,
				    .created_at = founded_at(founding)};
	struct user_row user = {.roles = roles, .is_active = true};

	return identity_account(mem, &user.login, &user.name, f) && authority_row_insert(s, &row, f) &&
	       user_insert(s, &user, f);
}

/* The founding is the first row of the audit log. */
static bool audit_founding(struct store *s, struct casework *cw, const struct casework_founding *founding,
			   struct fault *f)
{
	struct audit_entry entry = {.at = founded_at(founding),
				    .action = "file.found",
				    .subject_kind = "",
				    .detail = arena_printf(&cw->mem, "for %s, code %s, policy profile %s",
							   cw->authority, founding->la_code, founding->profile)};

	cw->store = s;
	return identity_establish(cw, NULL, f) && audit_append(s, &cw->identity, &entry, f);
}

static bool found_in(struct store *s, const struct casework_founding *founding, const char *authority,
		     struct arena *mem, struct fault *f)
{
	struct casework founder = {.authority = authority, .started_for = ""};
	bool ok;

	if (!store_begin(s, f))
		return false;
	ok = write_founding(s, founding, authority, mem, f) && audit_founding(s, &founder, founding, f);
	arena_finish(&founder.mem);
	if (ok)
		return store_commit(s, f);
	store_rollback(s);
	return false;
}

static bool create_and_found(const struct casework_founding *founding, const char *authority, struct arena *mem,
			     struct fault *f)
{
	struct store *s = NULL;
	bool ok;

	if (!store_create(founding->path, f))
		return false;
	ok = store_open(&s, &(struct store_opening){.path = founding->path}, f) &&
	     found_in(s, founding, authority, mem, f);
	store_close(s);
	if (!ok)
		store_discard(founding->path);
	return ok;
}

bool casework_found(const struct casework_founding *founding, struct fault *f)
{
	struct arena mem = {0};
	const char *authority = text_tidy(&mem, founding->authority ? founding->authority : "", false);
	bool ok = authority && *authority;

	if (!ok)
		fault_field(f, "authority", "The authority needs a name, as it stands on its letters.");
	ok = ok && check_la_code(founding->la_code, f) && check_profile(founding, &mem, f) &&
	     create_and_found(founding, authority, &mem, f);
	arena_finish(&mem);
	return ok;
}

/* --- What is known while it is open --- */

day_number casework_today(const struct casework *cw)
{
	return cw->today;
}

day_number casework_day_of_now(void)
{
	return london_day((int64_t)time(NULL));
}

const struct settings *casework_settings(const struct casework *cw)
{
	return cw->settings;
}

const struct policy *casework_policy(const struct casework *cw)
{
	return &cw->settings->policy;
}

const struct working_calendar *casework_calendar(const struct casework *cw)
{
	return &cw->settings->calendar;
}

const char *casework_la_code(const struct casework *cw)
{
	return cw->la_code;
}

const char *casework_authority(const struct casework *cw)
{
	return cw->authority;
}

const char *casework_user_name(const struct casework *cw)
{
	return cw->user_name;
}

const char *casework_user_login(const struct casework *cw)
{
	return cw->login;
}

role_set casework_roles(const struct casework *cw)
{
	return cw->roles;
}

bool casework_is_demo(const struct casework *cw)
{
	return cw->is_demo;
}

bool casework_is_read_only(const struct casework *cw)
{
	return cw->is_read_only;
}

void casework_rest(struct casework *cw)
{
	store_rest(cw->store);
}

bool casework_is_at_rest(const struct casework *cw)
{
	return cw->depth == 0 && cw->look_depth == 0 && store_is_at_rest(cw->store);
}
