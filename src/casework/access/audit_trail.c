/* The audit log as an auditor reads it. */
#include "casework/audit_trail.h"

#include "audit_about.h"
#include "audit_names.h"
#include "base/text.h"
#include "history_words.h"
#include "london.h"

#include <string.h>

enum { MINUTE = 60, HOUR = 60 * MINUTE };

/* --- What is looked for --- */

const char *audit_filter_words(const struct audit_filter *filter, struct arena *mem)
{
	const char *words = filter->who && *filter->who ? arena_printf(mem, ", by %s", filter->who) : "";
	char from[DATE_TEXT_ROOM] = "", to[DATE_TEXT_ROOM] = "";

	if (filter->kind >= 0)
		words = arena_printf(mem, "%s, %s", words, audit_kind_label((enum audit_kind)filter->kind));
	if (filter->about && *filter->about)
		words = arena_printf(mem, "%s, about %s", words, filter->about);
	if (filter->from != DAY_NONE)
		words = arena_printf(mem, "%s, from %s", words, date_medium(filter->from, from));
	if (filter->to != DAY_NONE)
		words = arena_printf(mem, "%s, to %s", words, date_medium(filter->to, to));
	return *words ? words + strlen(", ") : "everything";
}

/* As it stands, else the one account that begins so: "amina (account root)" by "amina". */
static bool find_person(struct casework *cw, const char *who, const char **login, struct arena *mem, struct fault *f)
{
	struct login_row_list all;
	const char *begins = NULL;
	size_t count = 0;

	*login = who ? who : "";
	if (!**login)
		return true;
	if (!trail_logins(cw->store, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		if (strcmp(all.items[i].login, who) == 0)
			return true;
		if (strncmp(all.items[i].login, who, strlen(who)) == 0) {
			begins = all.items[i].login;
			count++;
		}
	}
	if (count == 1) {
		*login = begins;
		return true;
	}
	if (count)
		return fault_field(f, "who", "Several accounts begin with \"%.40s\": type more of it.", who);
	return fault_missing(f, "who", "No account \"%.40s\" has done anything in this file.", who);
}

static bool understand(struct casework *cw, const struct audit_filter *filter, const struct audit_line *before,
		       struct trail_query *q, struct audit_about *about, struct arena *mem, struct fault *f)
{
	*q = (struct trail_query){
		.kind = filter->kind >= 0 ? audit_kind_token((enum audit_kind)filter->kind) : "",
		.subject_kind = "",
		.from_at = filter->from == DAY_NONE ? INT64_MIN : london_moment(filter->from, 0),
		.to_at = filter->to == DAY_NONE ? INT64_MAX : london_moment(filter->to + 1, 0),
		.before_at = before ? before->at : INT64_MAX,
		.before_seq = before ? before->seq : INT64_MAX,
	};
	if (filter->from != DAY_NONE && filter->to != DAY_NONE && filter->from > filter->to)
		return fault_field(f, "from", "The first day is after the last one. Change one of them.");
	return find_person(cw, filter->who, &q->login, mem, f) && audit_about_find(cw, filter->about, q, about, mem, f);
}

/* --- What is shown --- */

static const char *when_words(int64_t at, struct arena *mem)
{
	int second = london_second(at);
	char day[DATE_TEXT_ROOM];

	return arena_printf(mem, "%s %02d:%02d:%02d", date_medium(london_day(at), day), second / HOUR,
			    second % HOUR / MINUTE, second % MINUTE);
}

static const char *stamp_words(int64_t at, struct arena *mem)
{
	int second = london_second(at);
	char day[DATE_TEXT_ROOM];

	return arena_printf(mem, "%s %02d:%02d:%02d", date_to_iso(london_day(at), day), second / HOUR,
			    second % HOUR / MINUTE, second % MINUTE);
}

/* What no page speaks of. */
static const struct {
	const char *action, *words;
} own_words[] = {
	{"sign-in", "Signed in"},
	{"sign-out", "Signed out"},
	{"sign-in.refused", "Not let in"},
	{"session.lock", "Locked"},
	{"session.unlock", "Unlocked"},
	{"session.refused", "Refused at the lock"},
	{"file.found", "File made"},
	{"resources.sync", "Settings taken in"},
	{"user.add", "User let in"},
	{"user.disable", "User shut out"},
	{"audit.verify", "Log checked"},
	{"audit.erase", "Words of the log erased"},
	{"delivery.settle", "Letter sent or not"},
	{"disposal.try", "Looked: what would go"},
	{"disposal.approve", "Record let go"},
	{"disposal.pack", "Case file packed"},
	{"backup.make", "Back-up made"},
	{"backup.restore", "Back-up brought back"},
};

/* What pages call it, else its name without the dots: "Looked: my day". */
static const char *act_words(const struct trail_row *row, enum audit_kind kind, struct arena *mem)
{
	static const char *const said_by_kind[] = {"look", "send", "find", "refused", "search", "jump"};
	const char *known = history_act(row->action);
	char *words = arena_text(mem, row->action), *last;

	for (size_t i = 0; i < sizeof own_words / sizeof *own_words && !known; i++)
		if (strcmp(own_words[i].action, row->action) == 0)
			known = own_words[i].words;
	if (known)
		return known;
	last = strrchr(words, '.');
	for (size_t i = 0; i < sizeof said_by_kind / sizeof *said_by_kind; i++) {
		if (last && strcmp(last + 1, said_by_kind[i]) == 0)
			*last = '\0';
		if (strcmp(words, said_by_kind[i]) == 0)
			return audit_kind_label(kind);
	}
	if (strncmp(words, "look.", strlen("look.")) == 0)
		words += strlen("look.");
	for (char *at = words; *at; at++)
		if (*at == '.' || *at == '_')
			*at = ' ';
	return arena_printf(mem, "%s: %s", audit_kind_label(kind), words);
}

static bool add_line(struct audit_names *names, const struct trail_row *row, struct audit_line_list *out,
		     struct fault *f)
{
	struct arena *mem = names->mem;
	struct audit_line *line = ARENA_PUSH(mem, out);
	enum audit_kind kind = AUDIT_KIND_CHANGE;
	const char *detail;

	if (!line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the log.");
	audit_kind_from_token(row->kind, &kind);
	if (!audit_names_veil(names, row, &detail, f))
		return false;
	*line = (struct audit_line){.seq = row->seq,
				    .at = row->at,
				    .uid = row->uid,
				    .kind = kind,
				    .stamp = stamp_words(row->at, mem),
				    .when = when_words(row->at, mem),
				    .who = row->login,
				    .roles = row->roles,
				    .act = act_words(row, kind, mem),
				    .action = row->action,
				    .about = *row->subject_reference ? row->subject_reference : row->family_reference,
				    .family = row->family_reference,
				    .detail = detail,
				    .terminal = row->terminal,
				    .address = row->address,
				    .session = row->session,
				    .program = row->program};
	return true;
}

static bool read_page(struct casework *cw, struct trail_query *q, size_t most, struct arena *mem,
		      struct audit_line_list *out, bool *more, struct fault *f)
{
	struct audit_names names = {.cw = cw, .mem = mem};
	struct trail_row_list rows;

	q->most = (int64_t)most + 1;
	if (!trail_rows(cw->store, q, mem, &rows, f))
		return false;
	*more = rows.count > most;
	for (size_t i = 0; i < rows.count && i < most; i++)
		if (!add_line(&names, &rows.items[i], out, f))
			return false;
	return true;
}

bool casework_audit_trail(struct casework *cw, const struct audit_filter *filter, const struct audit_line *before,
			  size_t most, struct arena *mem, struct audit_line_list *out, bool *more, struct fault *f)
{
	struct audit_about about;
	struct trail_query q;

	*out = (struct audit_line_list){.gone_by = "", .gone_on = DAY_NONE};
	*more = false;
	if (!look_begin(cw, ACTION_READ_AUDIT, f))
		return false;
	if (!understand(cw, filter, before, &q, &about, mem, f) || !read_page(cw, &q, most, mem, out, more, f))
		return look_undo(cw);
	out->gone_by = about.gone_by;
	out->gone_on = about.gone_on;
	if (!before)
		return look_end(cw, f, "audit.look", SUBJECT_NONE, 0, q.family, "%s: %zu rows%s",
				audit_filter_words(filter, mem), out->count, *more ? " and older ones" : "");
	look_undo(cw); /* the first page said what was looked for */
	return true;
}

bool casework_audit_people(struct casework *cw, struct arena *mem, struct audit_person_list *out, struct fault *f)
{
	struct login_row_list logins;
	bool ok;

	*out = (struct audit_person_list){0};
	if (!look_begin(cw, ACTION_READ_AUDIT, f))
		return false;
	ok = trail_logins(cw->store, mem, &logins, f);
	look_undo(cw); /* who works here is no record of anybody's */
	for (size_t i = 0; ok && i < logins.count; i++) {
		const char **login = ARENA_PUSH(mem, out);

		if (!login)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the log.");
		*login = logins.items[i].login;
	}
	return ok;
}
