/* Who did what, when, in sentences. */
#include "history.h"
#include "history_words.h"
#include "store/authority_store.h"
#include "store/conference_store.h"
#include "store/disclosure_store.h"
#include "store/visit_store.h"

#include <stdlib.h>
#include <string.h>

enum { HISTORY_MOST = 200 };

static bool history_add(struct casework *cw, int64_t at, const char *who, const char *what, struct arena *mem,
			struct history_list *out)
{
	struct history_item *item = ARENA_PUSH(mem, out);

	if (!item)
		return false;
	*item = (struct history_item){.at = at, .when = work_moment_words(cw, at, mem), .who = who, .what = what};
	return true;
}

/* What the conference's own history tells better: with the slots, and why. */
static bool is_told_by_changes(const char *action)
{
	static const char *const told[] = {"request.take",        "conference.book",   "conference.move",
					   "conference.postpone", "conference.cancel", "live.start",
					   "live.inquorate"};

	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		if (strcmp(action, told[i]) == 0)
			return true;
	return false;
}

static bool from_audit(struct casework *cw, const struct audit_row_list *rows, bool without_changes, struct arena *mem,
		       struct history_list *out, struct fault *f)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct audit_row *row = &rows->items[i];
		const char *what = history_sentence(row, mem);

		if (!what || (without_changes && is_told_by_changes(row->action)))
			continue;
		if (!history_add(cw, row->at, row->login, what, mem, out))
			return fault_set(f, FAULT_MEMORY, "The history is too long to show.");
	}
	return true;
}

/* "2026-04-02 09:30, Siân Pritchard, Room 2" with its day as people say it. */
static const char *slot_words(const char *slot, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];
	day_number number = strlen(slot) >= 10 ? date_from_iso(arena_text_n(mem, slot, 10)) : DAY_NONE;

	return number == DAY_NONE ? slot : arena_printf(mem, "%s%s", date_medium(number, day), slot + 10);
}

static const char *step_words(const char *token)
{
	for (int i = 0; i < CONFERENCE_STEP_COUNT; i++)
		if (strcmp(conference_step_token((enum conference_step)i), token) == 0)
			return conference_step_label((enum conference_step)i);
	return strcmp(token, "request") == 0 ? "Requested" : token;
}

static const char *change_sentence(const struct conference_change *change, struct arena *mem)
{
	const char *from = slot_words(change->from_slot, mem), *to = slot_words(change->to_slot, mem), *what = "";

	if (to[0] && from[0])
		what = arena_printf(mem, ": from %s to %s", from, to);
	else if (to[0] || from[0])
		what = arena_printf(mem, ": %s", to[0] ? to : from);
	return arena_printf(mem, "%s%s%s%s%s%s%s%s", step_words(change->step), what,
			    change->reason[0] ? " · why: " : "", change->reason,
			    change->interim_plan[0] ? " · until then: " : "", change->interim_plan,
			    change->agreed_by[0] ? " · agreed: " : "", change->agreed_by);
}

static int newest_first(const void *a, const void *b)
{
	const struct history_item *x = a, *y = b;

	return (x->at < y->at) - (x->at > y->at);
}

static void sort_newest_first(struct history_list *list)
{
	if (list->count)
		qsort(list->items, list->count, sizeof *list->items, newest_first);
}

/* By login; one who is no user any more, or never was, is called by the login. */
static const char *name_of(const struct user_row_list *users, const char *login)
{
	for (size_t i = 0; i < users->count; i++)
		if (strcmp(users->items[i].login, login) == 0 && users->items[i].name[0])
			return users->items[i].name;
	return login;
}

/* The log has logins, people know names. */
static bool put_names(struct casework *cw, struct arena *mem, struct history_list *list, struct fault *f)
{
	struct user_row_list users = {0};

	if (!user_all(cw->store, mem, &users, f))
		return false;
	for (size_t i = 0; i < list->count; i++)
		list->items[i].who = name_of(&users, list->items[i].who);
	return true;
}

bool history_of_conference(struct casework *cw, int64_t conference, struct arena *mem, struct history_list *out,
			   struct fault *f)
{
	struct conference_change_list changes = {0};
	struct audit_row_list rows = {0};

	*out = (struct history_list){0};
	if (!conference_changes_of(cw->store, conference, mem, &changes, f) ||
	    !audit_of_subject(cw->store, subject_kind_token(SUBJECT_CONFERENCE), conference, HISTORY_MOST, mem, &rows,
			      f))
		return false;
	for (size_t i = 0; i < changes.count; i++)
		if (!history_add(cw, changes.items[i].at, changes.items[i].by_user,
				 change_sentence(&changes.items[i], mem), mem, out))
			return fault_set(f, FAULT_MEMORY, "The history is too long to show.");
	if (!from_audit(cw, &rows, changes.count > 0, mem, out, f))
		return false;
	sort_newest_first(out);
	return put_names(cw, mem, out, f);
}

bool history_of_family(struct casework *cw, int64_t family, struct arena *mem, struct history_list *out,
		       struct fault *f)
{
	struct audit_row_list rows = {0};

	*out = (struct history_list){0};
	return audit_of_family(cw->store, family, HISTORY_MOST, mem, &rows, f) &&
	       from_audit(cw, &rows, false, mem, out, f) && put_names(cw, mem, out, f);
}

/* --- What is kept of a child beside the log --- */

static bool from_visits(struct casework *cw, int64_t family, int64_t child, struct arena *mem, struct history_list *out,
			struct fault *f)
{
	struct visit_list visits;
	struct visit_child_list to;
	char day[DATE_TEXT_ROOM], how[VISIT_WORDS_ROOM];

	if (!visits_of_family(cw->store, family, mem, &visits, f) ||
	    !visit_children_of_family(cw->store, family, mem, &to, f))
		return false;
	for (size_t i = 0; i < to.count; i++)
		for (size_t k = 0; to.items[i].person_id == child && k < visits.count; k++) {
			const struct visit *v = &visits.items[k];

			if (v->id == to.items[i].visit_id && visit_stands(v) &&
			    !history_add(cw, v->kept_at, v->by_user,
					 arena_printf(mem, "Visit on %s by %s%s%s: %s", date_medium(v->visited_on, day),
						      v->by_whom, *v->place ? ", " : "", v->place,
						      visit_child_words(&to.items[i], how)),
					 mem, out))
				return fault_set(f, FAULT_MEMORY, "The history is too long to show.");
		}
	return true;
}

static bool from_shared(struct casework *cw, int64_t family, int64_t child, struct arena *mem, struct history_list *out,
			struct fault *f)
{
	struct disclosure_list shared;
	struct disclosure_child_list about;
	char day[DATE_TEXT_ROOM];

	if (!disclosures_of_family(cw->store, family, mem, &shared, f) ||
	    !disclosure_children_of_family(cw->store, family, mem, &about, f))
		return false;
	for (size_t i = 0; i < about.count; i++)
		for (size_t k = 0; about.items[i].person_id == child && k < shared.count; k++) {
			const struct disclosure *d = &shared.items[k];

			if (d->id == about.items[i].disclosure_id && disclosure_stands(d) &&
			    !history_add(cw, d->kept_at, d->by_user,
					 arena_printf(mem, "Shared on %s with %s%s%s, %s: %s",
						      date_medium(d->shared_on, day), d->name,
						      *d->name && *d->agency ? ", " : "", d->agency,
						      disclosure_ground_label(d->ground), d->what),
					 mem, out))
				return fault_set(f, FAULT_MEMORY, "The history is too long to show.");
		}
	return true;
}

static bool from_answers(struct casework *cw, int64_t family, int64_t child, struct arena *mem,
			 struct history_list *out, struct fault *f)
{
	struct shared_otherwise_list answers;

	if (!answers_shared_of_family(cw->store, family, mem, &answers, f))
		return false;
	for (size_t i = 0; i < answers.count; i++) {
		const struct shared_otherwise *one = &answers.items[i];

		if (one->person_id == child &&
		    !history_add(cw, one->at, one->by_user,
				 arena_printf(mem, "Answered from the list of children on plans to %s%s%s: %s", one->to,
					      *one->to && *one->agency ? ", " : "", one->agency, one->what),
				 mem, out))
			return fault_set(f, FAULT_MEMORY, "The history is too long to show.");
	}
	return true;
}

bool history_of_child(struct casework *cw, int64_t family, int64_t child, struct arena *mem, struct history_list *out,
		      struct fault *f)
{
	struct audit_row_list rows = {0};

	*out = (struct history_list){0};
	if (!audit_of_subject(cw->store, subject_kind_token(SUBJECT_PERSON), child, HISTORY_MOST, mem, &rows, f) ||
	    !from_audit(cw, &rows, false, mem, out, f) || !from_visits(cw, family, child, mem, out, f) ||
	    !from_shared(cw, family, child, mem, out, f) || !from_answers(cw, family, child, mem, out, f))
		return false;
	sort_newest_first(out);
	return put_names(cw, mem, out, f);
}
