/* What is true of the case file and its host, for doctor: no personal data, and what is to be acted on is marked. */
#include "work.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MEGABYTE = 1024 * 1024, LEAST_FREE_MEGABYTES = 200, SLOW_SAVE_MICROSECONDS = 100000, HOLIDAYS_AHEAD_DAYS = 365 };

struct report {
	struct arena *mem;
	struct finding_list *out;
};

__attribute__((format(printf, 4, 5))) static void tell(struct report *to, const char *label, bool is_worry,
						       const char *format, ...)
{
	struct finding *item = ARENA_PUSH(to->mem, to->out);
	char value[FAULT_MESSAGE_ROOM];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(value, sizeof value, format, arguments);
	va_end(arguments);
	if (item)
		*item = (struct finding){.label = label, .value = arena_text(to->mem, value), .is_worry = is_worry};
}

static void tell_settings(const struct casework *cw, struct report *to)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	char until[DATE_TEXT_ROOM];

	tell(to, "authority", false, "%s, code %s%s", cw->authority, cw->la_code, cw->is_demo ? ", demonstration" : "");
	tell(to, "policy", false, "%s, version %s", cw->settings->policy.label, work_policy_name(cw));
	tell(to, "settings read", false, "%s", cw->settings->sources);
	tell(to, "bank holidays known until", calendar->known_until < cw->today + HOLIDAYS_AHEAD_DAYS, "%s",
	     date_plain(calendar->known_until, until));
}

static void tell_storage(const struct store_health *health, struct report *to)
{
	tell(to, "SQLite", false, "%s", health->library);
	tell(to, "journal mode", false, "%s. %s", health->journal_mode, health->why_mode);
	tell(to, "file system", false, "%s", health->file_system);
	tell(to, "size", false, "%lld kB", (long long)(health->bytes / 1024));
	tell(to, "one save takes", health->sync_microseconds > SLOW_SAVE_MICROSECONDS, "%.1f ms",
	     (double)health->sync_microseconds / 1000);
	tell(to, "disk space left", health->disk_free_bytes / MEGABYTE < LEAST_FREE_MEGABYTES, "%lld MB",
	     (long long)(health->disk_free_bytes / MEGABYTE));
	tell(to, "form of the file", false, "version %d", health->schema_version);
	tell(to, "soundness", strcmp(health->integrity, "ok") != 0, "%s", health->integrity);
	tell(to, "references", strcmp(health->foreign_keys, "ok") != 0, "%s", health->foreign_keys);
}

static bool tell_audit(struct casework *cw, struct report *to, struct fault *f)
{
	enum audit_verdict verdict;
	int64_t seq = 0, rows = 0;

	if (!audit_verify(cw->store, NULL, &verdict, &seq, &rows, f))
		return false;
	if (verdict == AUDIT_SOUND)
		tell(to, "audit log", false, "%lld rows, unbroken", (long long)rows);
	else
		tell(to, "audit log", true, "row %lld %s: keep the file as it is and tell the administrator",
		     (long long)seq, verdict == AUDIT_ROW_CHANGED ? "was changed" : "is missing");
	return true;
}

bool casework_examine(struct casework *cw, struct arena *mem, struct finding_list *out, struct fault *f)
{
	struct report to = {mem, out};
	struct store_health health;

	*out = (struct finding_list){0};
	if (!casework_may(cw, ACTION_ANYTHING_OWN, f) || !store_examine(cw->store, mem, &health, f))
		return false;
	tell(&to, "program", false, "%s", cw->identity.program);
	tell_settings(cw, &to);
	tell_storage(&health, &to);
	return tell_audit(cw, &to, f) &&
	       (!arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to examine the file."));
}
