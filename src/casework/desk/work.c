/* How every verb and every look is framed: permission first, then one transaction that holds the change and its audit
 * row. */
#include "work.h"

#include "london.h"
#include "looks.h"
#include "session_keeping.h"
#include "store/family_store.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

#define DETAIL_ROOM 8192 /* more than the audit log keeps: the log cuts, and at a character */

bool casework_may(struct casework *cw, enum action action, struct fault *f)
{
	if (roles_permission(cw->roles, action) != NOT_ALLOWED)
		return true;
	if (!f)
		return false;
	session_refused(cw, action_words(action), SUBJECT_NONE, 0, 0);
	session_refusal_written(cw);
	return fault_set(f, FAULT_NOT_ALLOWED,
			 "You may not %s: your role does not include it. \"quorate roles\" shows who may.",
			 action_words(action));
}

/* A session that is open past midnight goes on in the new day, unless the day was given. */
static void look_at_the_clock(struct casework *cw)
{
	if (!cw->today_is_given)
		cw->today = london_day((int64_t)time(NULL));
}

/* The row that says who came joins the first transaction, so that starting costs no save of its own. */
static bool begin_outermost(struct casework *cw, bool is_look, struct fault *f)
{
	if (!(is_look ? store_begin_noting(cw->store, f) : store_begin(cw->store, f)))
		return false;
	if (session_rows(cw, f))
		return true;
	store_rollback(cw->store);
	return false;
}

static bool open_for(struct casework *cw, bool is_look, struct fault *f)
{
	if (cw->depth == 0)
		look_at_the_clock(cw);
	if (!(cw->depth == 0 ? begin_outermost(cw, is_look, f) : store_mark(cw->store, f)))
		return false;
	cw->depth++;
	return true;
}

bool work_open(struct casework *cw, struct fault *f)
{
	return open_for(cw, false, f);
}

bool work_open_noting(struct casework *cw, struct fault *f)
{
	return open_for(cw, true, f);
}

bool work_keep(struct casework *cw, struct fault *f)
{
	bool ok;

	if (cw->depth > 1) {
		ok = store_mark_keep(cw->store, f);
		cw->depth--;
		return ok;
	}
	ok = store_commit(cw->store, f);
	cw->depth = 0;
	session_refusal_over(cw);
	if (ok)
		session_rows_kept(cw);
	session_refusal_written(cw); /* of a batch that was kept without what was refused in it */
	return ok;
}

bool work_undo(struct casework *cw)
{
	if (cw->depth > 1)
		store_mark_undo(cw->store);
	else if (cw->depth == 1)
		store_rollback(cw->store);
	if (cw->depth > 0)
		cw->depth--;
	session_refusal_written(cw);
	return false;
}

bool work_begin(struct casework *cw, enum action action, struct fault *f)
{
	return casework_may(cw, action, f) && work_open(cw, f);
}

bool work_end(struct casework *cw, struct fault *f, const char *action, enum subject_kind kind, int64_t subject,
	      int64_t family, const char *format, ...)
{
	char detail[DETAIL_ROOM];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(detail, sizeof detail, format, arguments);
	va_end(arguments);
	if (!work_leave_row(cw, action, kind, subject, family, detail, f))
		return work_undo(cw);
	return work_keep(cw, f);
}

/* Inside a verb a look sees what the verb has done so far and needs no moment of its own. */
bool look_begin(struct casework *cw, enum action action, struct fault *f)
{
	if (!casework_may(cw, action, f))
		return false;
	if (cw->depth == 0 && cw->look_depth == 0)
		look_at_the_clock(cw);
	if (cw->depth == 0 && !store_look_begin(cw->store, f))
		return false;
	cw->look_depth++;
	return true;
}

static void look_close(struct casework *cw)
{
	if (cw->look_depth > 0)
		cw->look_depth--;
	if (cw->depth == 0)
		store_look_end(cw->store);
}

bool look_undo(struct casework *cw)
{
	look_close(cw);
	session_refusal_written(cw);
	return false;
}

/* The row is saved after the reading ends, because a reading transaction must not turn into a writing one while another
 * person saves; it is saved before anything is handed out. A look inside another leaves no row: the outer one says what
 * was shown. */
bool look_end(struct casework *cw, struct fault *f, const char *action, enum subject_kind kind, int64_t subject,
	      int64_t family, const char *format, ...)
{
	char detail[DETAIL_ROOM];
	va_list arguments;

	look_close(cw);
	if (cw->look_depth > 0)
		return true;
	session_refusal_over(cw);
	if (cw->is_read_only || look_is_again(cw, action, kind, subject, family))
		return true;
	va_start(arguments, format);
	vsnprintf(detail, sizeof detail, format, arguments);
	va_end(arguments);
	if (!work_open_noting(cw, f))
		return false;
	if (!work_leave_row(cw, action, kind, subject, family, detail, f))
		return work_undo(cw);
	return work_keep(cw, f);
}

bool work_may_see_family(struct casework *cw, int64_t family, bool *may, struct fault *f)
{
	bool is_hidden = true;

	if (!family_is_hidden(cw->store, family, cw->user_id, &is_hidden, f))
		return false;
	*may = !is_hidden;
	return true;
}
