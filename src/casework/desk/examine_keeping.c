/* What doctor is told of how the case file is kept: its back-ups, what lies beside it, who may read it, the clock. */
#include "examine.h"

#include "backup_facts.h"
#include "kept_copies.h"
#include "london.h"
#include "returned.h"
#include "store/check_store.h"
#include "store/retention_store.h"

#include <grp.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

enum { HOUR = 3600, CLOCK_SLACK = 120, MAIL_LATE = 24 * HOUR };

static const char *age_words(int64_t seconds, struct arena *mem)
{
	int64_t hours = seconds / HOUR;

	if (hours < 1)
		return "less than an hour ago";
	if (hours < 72)
		return arena_printf(mem, "%lld hour%s ago", (long long)hours, hours == 1 ? "" : "s");
	return arena_printf(mem, "%lld days ago", (long long)(hours / 24));
}

/* The rows of a demonstration say its own day, which the clock of the machine is far from. */
static const char *since_words(const struct casework *cw, int64_t at, struct arena *mem)
{
	int days = cw->today - london_day(at);

	if (!cw->is_demo || !cw->today_is_given)
		return age_words((int64_t)time(NULL) - at, mem);
	if (days == 0)
		return "on this day";
	return arena_printf(mem, days > 0 ? "%d day%s ago" : "%d day%s after this day", abs(days),
			    abs(days) == 1 ? "" : "s");
}

/* A demonstration needs none, and a new file has a night to go. */
static bool tell_backup(struct casework *cw, struct report *to, struct fault *f)
{
	int64_t late = (int64_t)casework_policy(cw)->backup_late_hours * HOUR, now = (int64_t)time(NULL);
	struct audit_row row;
	bool is_there;

	if (!audit_last_of_kind(cw->store, BACKUP_SUBJECT, to->mem, &row, &is_there, f))
		return false;
	if (!is_there)
		examine_tell(to, "last back-up", !cw->is_demo && now - cw->created_at > late,
			     "none was ever made: \"quorate backup FILE\" makes one");
	else if (now - row.at > late && !cw->is_demo)
		examine_tell(to, "last back-up", true, "%s, %s: one is due every %d hours; look at the timer",
			     work_moment_words(cw, row.at, to->mem), since_words(cw, row.at, to->mem),
			     casework_policy(cw)->backup_late_hours);
	else
		examine_tell(to, "last back-up", false, "%s, %s", work_moment_words(cw, row.at, to->mem),
			     since_words(cw, row.at, to->mem));
	examine_tell(to, "back-ups are sealed", false, "%s",
		     *cw->settings->backup_key ? "for the public key of the settings"
					       : "under a passphrase, or for a key named each time");
	return true;
}

/* A record that was let go after one of them was kept is in it, in clear. */
static bool tell_kept(struct casework *cw, const struct store_beside *beside, struct report *to, struct fault *f)
{
	struct disposal_list done = {0};
	bool holds_one = false;

	if (!disposals_done(cw->store, to->mem, &done, f))
		return false;
	for (size_t i = 0; i < done.count && !holds_one; i++)
		holds_one = *kept_copies(cw, beside, done.items[i].approved_at, to->mem);
	examine_tell(to, "files kept", holds_one, "%zu from before an upgrade or a restore: %s", beside->kept.count,
		     holds_one ? "a record that was let go since is there in clear; take them away"
			       : "take away what is not needed any more, for what is erased here stays there");
	return true;
}

/* A copy made with cp while somebody saves may be of two moments, nobody's rights are asked when it is opened, and
 * nothing erased here is erased there. */
static bool tell_beside(struct casework *cw, struct report *to, struct fault *f)
{
	struct store_beside beside;

	if (!store_look_beside(cw->store, to->mem, &beside, f))
		return false;
	if (beside.others)
		examine_tell(
			to, "copies", !cw->is_demo,
			"%d other case file%s in its folder: a copy made by hand while people work may be damaged, "
			"opens for whoever can read it and keeps what is erased here; use \"quorate backup\" and "
			"take copies away",
			beside.others, beside.others == 1 ? "" : "s");
	else
		examine_tell(to, "copies", false, "none by hand in its folder");
	return !beside.kept.count || tell_kept(cw, &beside, to, f);
}

/* The program is lent the group of the folder; an account that is of it needs no program. */
static size_t members_of(const struct store_health *health)
{
	const unsigned enters = S_IRGRP | S_IXGRP;
	const struct group *group = (health->folder_mode & enters) == enters && health->mode & S_IRGRP
					    ? getgrgid(health->folder_group)
					    : NULL;
	size_t count = 0;

	while (group && group->gr_mem[count])
		count++;
	return count;
}

static void tell_rights(const struct casework *cw, const struct store_health *health, struct report *to)
{
	bool is_open = (health->mode & 07) || (health->folder_mode & 02 && !(health->folder_mode & 01000));
	size_t members = members_of(health);
	const char *act = "";

	if (is_open)
		act = ": everybody on this machine may read or change it; take that right away (chmod o=)";
	else if (members)
		act = arena_printf(
			to->mem,
			": %zu account%s of its group and can copy it with any program; take %s out of the group",
			members, members == 1 ? " is" : "s are", members == 1 ? "it" : "them");
	examine_tell(to, "permissions", *act && !cw->is_demo, "file %04o, folder %04o%s", health->mode,
		     health->folder_mode, act);
}

static bool tell_clock(struct casework *cw, struct report *to, struct fault *f)
{
	int64_t newest, now = (int64_t)time(NULL);

	if (!audit_newest_at(cw->store, &newest, f))
		return false;
	if (cw->is_demo)
		examine_tell(to, "clock", false, "of the demonstration's day");
	else if (newest > now + CLOCK_SLACK)
		examine_tell(to, "clock", true,
			     "%lld minutes behind the newest row of the audit log: it was set back, or was ahead then; "
			     "set it "
			     "right before anybody saves",
			     (long long)((newest - now) / 60));
	else
		examine_tell(to, "clock", false, "%s, not behind the audit log", work_moment_words(cw, now, to->mem));
	return true;
}

static bool tell_counts(struct casework *cw, struct report *to, struct fault *f)
{
	struct check_counts counts;
	int64_t waited;

	if (!check_counts_read(cw->store, &counts, f))
		return false;
	waited = counts.mail_oldest_at ? work_now(cw) - counts.mail_oldest_at : 0;
	examine_tell(to, "mail queue", waited > MAIL_LATE && !cw->is_demo, "%lld wait%s%s%s, %lld in trouble",
		     (long long)counts.mail_waiting, counts.mail_waiting == 1 ? "s" : "",
		     counts.mail_waiting ? ", the oldest " : "", counts.mail_waiting ? age_words(waited, to->mem) : "",
		     (long long)counts.mail_trouble);
	examine_tell(to, "mail command", false, "%s",
		     cw->settings->carriers.mail_command ? "set" : "none: letters are not sent by e-mail");
	if (counts.deadlines_adrift)
		examine_tell(to, "deadlines", true,
			     "%lld of %lld do not fit what they are about: tell whoever looks after Quorate",
			     (long long)counts.deadlines_adrift, (long long)counts.deadlines_open);
	else
		examine_tell(to, "deadlines", false, "%lld open, each about something that is there",
			     (long long)counts.deadlines_open);
	return true;
}

static bool tell_retention(struct casework *cw, struct report *to, struct fault *f)
{
	struct retention_totals totals;

	if (!retention_totals_read(cw->store, cw->today, &totals, f))
		return false;
	examine_tell(to, "records held", totals.held_past > 0, "%lld%s", (long long)totals.held,
		     totals.held_past ? ", of them some past the day they were to be looked at again" : "");
	examine_tell(to, "disposals", totals.to_wipe > 0, "%lld wait for a second manager%s",
		     (long long)totals.proposed,
		     totals.to_wipe ? "; the file is still to be packed after one: open \"Records to go\"" : "");
	return true;
}

static bool tell_returned(struct casework *cw, struct report *to, struct fault *f)
{
	enum { MOST = 5 };
	struct record_back_list back;
	const char *which = "";

	if (!returned_named(cw->store, to->mem, &back, f))
		return false;
	if (!back.count)
		return true;
	for (size_t i = 0; i < back.count && i < MOST; i++)
		which = arena_printf(to->mem, "%s%s%s (%s)", which, i ? ", " : "", back.items[i].family,
				     back.items[i].disposal);
	examine_tell(to, "records back", true,
		     "%zu that had been let go came back with a back-up: %s%s; have %s let go again", back.count, which,
		     back.count > MOST ? " and others" : "", back.count == 1 ? "it" : "them");
	return true;
}

bool examine_keeping(struct casework *cw, const struct store_health *health, struct report *to, struct fault *f)
{
	tell_rights(cw, health, to);
	return tell_backup(cw, to, f) && tell_beside(cw, to, f) && tell_clock(cw, to, f) && tell_counts(cw, to, f) &&
	       tell_retention(cw, to, f) && tell_returned(cw, to, f);
}
