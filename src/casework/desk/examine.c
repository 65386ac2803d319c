/* What is true of the case file and its host, for doctor: no personal data, and what is to be acted on is marked. */
#include "examine.h"

#include "casework/oversight.h"
#include "store/booking_store.h"

#include <stdio.h>
#include <string.h>

enum {
	MEGABYTE = 1024 * 1024,
	LEAST_FREE_MEGABYTES = 200,
	ROOM_FOR_FILES = 4,
	SLOW_SAVE_MICROSECONDS = 100000,
	QUICK_SAVE_MICROSECONDS = 20,
	HOLIDAYS_AHEAD_DAYS = 365
};

static void tell_settings(const struct casework *cw, struct report *to)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	char until[DATE_TEXT_ROOM];

	examine_tell(to, "authority", false, "%s, code %s%s", cw->authority, cw->la_code,
		     cw->is_demo ? ", demonstration" : "");
	examine_tell(to, "policy", false, "%s, version %s", cw->settings->policy.label, work_policy_name(cw));
	examine_tell(to, "settings read", false, "%s", cw->settings->sources);
	examine_tell(to, "bank holidays known until", calendar->known_until < cw->today + HOLIDAYS_AHEAD_DAYS, "%s",
		     date_plain(calendar->known_until, until));
}

/* Without a chair and a room no slot is ever proposed: a new case file knows none until somebody named them. */
static bool tell_bookable(struct casework *cw, struct report *to, struct fault *f)
{
	size_t counts[RESOURCE_KIND_COUNT] = {0};
	struct resource_list all;

	if (!resources_in_use(cw->store, to->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		counts[all.items[i].kind]++;
	examine_tell(to, "to book with", !counts[RESOURCE_CHAIR] || !counts[RESOURCE_ROOM],
		     "%zu chairs, %zu rooms, %zu minute-takers%s", counts[RESOURCE_CHAIR], counts[RESOURCE_ROOM],
		     counts[RESOURCE_MINUTE_TAKER],
		     !counts[RESOURCE_CHAIR]  ? ": name the chairs in authority.yaml, or import them with the contacts"
		     : !counts[RESOURCE_ROOM] ? ": name the rooms in authority.yaml"
					      : "");
	return true;
}

static bool is_said(const char *text)
{
	return text && *text;
}

/* A parent must find the way there and have a number to ring. */
static void tell_office(const struct casework *cw, struct report *to)
{
	const struct settings_office *office = &cw->settings->office;
	const char *lacks = "";

	if (!is_said(office->name))
		lacks = "name";
	if (!is_said(office->address))
		lacks = arena_printf(to->mem, "%s%saddress", lacks, *lacks ? ", " : "");
	if (!is_said(office->phone))
		lacks = arena_printf(to->mem, "%s%sphone", lacks, *lacks ? ", " : "");
	if (*lacks)
		examine_tell(to, "office in letters", true,
			     "letters go out without its %s: write that under office in authority.yaml", lacks);
	else
		examine_tell(to, "office in letters", false, "%s", office->name);
}

/* A back-up makes two working copies of the file, and a restore a third. */
static void tell_disk(const struct store_health *health, struct report *to)
{
	int64_t took = health->sync_microseconds, least = health->bytes * ROOM_FOR_FILES;

	if (least < (int64_t)LEAST_FREE_MEGABYTES * MEGABYTE)
		least = (int64_t)LEAST_FREE_MEGABYTES * MEGABYTE;
	if (took < 0)
		examine_tell(to, "one save takes", false, "could not be measured here");
	else
		examine_tell(to, "one save takes", took > SLOW_SAVE_MICROSECONDS || took < QUICK_SAVE_MICROSECONDS,
			     "%.2f ms%s", (double)took / 1000,
			     took < QUICK_SAVE_MICROSECONDS
				     ? ": quicker than a disk can be; it is memory, or says that it "
				       "has written before it has"
			     : took > SLOW_SAVE_MICROSECONDS ? ": people wait for each save; have the disk looked at"
							     : "");
	examine_tell(to, "disk space left", health->disk_free_bytes < least, "%lld MB%s",
		     (long long)(health->disk_free_bytes / MEGABYTE),
		     health->disk_free_bytes < least ? ": make room soon, or nothing can be saved or backed up" : "");
}

/* A host in somebody's cloud keeps its disks to itself: there it is asked of whoever runs it. */
static void tell_encryption(const struct casework *cw, const struct store_health *health, struct report *to)
{
	examine_tell(to, "disk encryption", health->is_in_clear && !cw->is_demo, "%s",
		     health->is_encrypted  ? "the disk under the file is encrypted by this machine"
		     : health->is_in_clear ? "none: whoever takes the disk reads the file; put it on an encrypted one "
					     "(LUKS, docs/install.md)"
					   : "cannot be told from here: ask whoever runs this machine");
	if (health->is_swap_in_clear)
		examine_tell(to, "swap", !cw->is_demo,
			     "not encrypted: what is in memory may be written to the disk in clear; encrypt it too");
}

static void tell_storage(const struct casework *cw, const struct store_health *health, struct report *to)
{
	examine_tell(to, "SQLite", false, "%s", health->library);
	examine_tell(to, "journal mode", false, "%s, because %s", health->journal_mode, health->why_mode);
	examine_tell(to, "file system", false, "%s", health->file_system);
	examine_tell(to, "size", false, "%lld kB", (long long)(health->bytes / 1024));
	tell_encryption(cw, health, to);
	tell_disk(health, to);
	examine_tell(to, "form of the file", strcmp(health->shape, "ok") != 0, "version %d%s%s", health->schema_version,
		     strcmp(health->shape, "ok") != 0 ? ", changed by another program: " : "",
		     strcmp(health->shape, "ok") != 0 ? health->shape : "");
	examine_tell(to, "soundness", strcmp(health->integrity, "ok") != 0, "%s", health->integrity);
	examine_tell(to, "references", strcmp(health->foreign_keys, "ok") != 0, "%s", health->foreign_keys);
}

static bool tell_audit(struct casework *cw, struct report *to, struct fault *f)
{
	enum audit_verdict verdict;
	int64_t seq = 0, rows = 0;

	if (!audit_verify(cw->store, NULL, &verdict, &seq, &rows, f))
		return false;
	if (verdict == AUDIT_SOUND)
		examine_tell(to, "audit log", false, "%lld rows, unbroken", (long long)rows);
	else
		examine_tell(to, "audit log", true, "row %lld %s. Keep the file as it is and tell the administrator",
			     (long long)seq, audit_finding_words((enum audit_finding)verdict));
	return true;
}

bool casework_examine(struct casework *cw, struct arena *mem, struct finding_list *out, struct fault *f)
{
	struct report to = {mem, out};
	struct store_health health;

	*out = (struct finding_list){0};
	if (!casework_may(cw, ACTION_ANYTHING_OWN, f) || !store_examine(cw->store, mem, &health, f))
		return false;
	examine_tell(&to, "program", false, "%s", cw->identity.program);
	tell_settings(cw, &to);
	if (!tell_bookable(cw, &to, f))
		return false;
	tell_office(cw, &to);
	tell_storage(cw, &health, &to);
	return examine_keeping(cw, &health, &to, f) && tell_audit(cw, &to, f) &&
	       (!arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to examine the file."));
}
