/* Matching families with who works here: closed to the worker at once, told to the managers, settled by them. */
#include "staff_matching.h"

#include "base/series.h"
#include "base/text.h"
#include "store/restriction_store.h"

#include <ctype.h>
#include <string.h>

/* Letters and figures alone: "SE1 7PB" is "se17pb", "+44 1632" and "01632" differ all the same. */
static const char *plain(const char *text, struct arena *mem)
{
	char *out = arena_text(mem, text_fold(mem, text)), *to = out;

	for (const char *from = out; *from; from++)
		if (isalnum((unsigned char)*from) || (unsigned char)*from >= 0x80)
			*to++ = *from;
	*to = '\0';
	return out;
}

static bool is_same(const char *a, const char *b, struct arena *mem)
{
	const char *x = plain(a, mem);

	return *x && strcmp(x, plain(b, mem)) == 0;
}

/* An account is called "Ada Okonkwo": it ends in the surname. */
static bool has_surname(const char *name, const char *surname, struct arena *mem)
{
	const char *folded = text_fold(mem, name), *wanted = text_fold(mem, surname);
	size_t bytes = strlen(folded), length = strlen(wanted);

	return length > 0 && bytes > length && folded[bytes - length - 1] == ' ' &&
	       strcmp(folded + bytes - length, wanted) == 0;
}

const char *staff_same(const struct staff_detail *staff, const struct staff_candidate *person, struct arena *mem)
{
	const struct {
		bool is;
		const char *what;
	} same[] = {
		{has_surname(staff->name, person->surname, mem), "surname"},
		{staff->born_on != DAY_NONE && staff->born_on == person->born_on, "birth date"},
		{is_same(staff->postcode, person->postcode, mem), "postcode"},
		{is_same(staff->phone, person->phone, mem), "telephone number"},
	};
	struct series words = {0};
	int count = 0;

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (same[i].is) {
			series_add(&words, same[i].what, mem);
			count++;
		}
	return count >= 2 ? series_words(&words, mem) : NULL;
}

static bool tell(struct casework *cw, const struct staff_detail *staff, int64_t family, const char *what,
		 struct arena *mem, struct fault *f)
{
	struct access_event event = {.kind = ACCESS_MATCHED,
				     .family_id = family,
				     .user_id = staff->user_id,
				     .at = work_now(cw),
				     .words = arena_printf(mem, "somebody of the family has the same %s", what)};
	bool was_told = false;

	if (!staff_was_told(cw->store, family, staff->user_id, &was_told, f) || was_told)
		return was_told;
	return work_open(cw, f) &&
	       ((access_event_insert(cw->store, &event, f) && family_restrict(cw->store, family, true, f)) ||
		work_undo(cw)) &&
	       work_end(cw, f, "relative.match", SUBJECT_FAMILY, family, family, "%s: %s", staff->name, event.words);
}

static bool match(struct casework *cw, int64_t user, int64_t person, struct fault *f)
{
	struct arena mem = {0};
	struct staff_detail_list staff;
	struct staff_candidate_list people = {0};
	bool ok = staff_all(cw->store, &mem, &staff, f) &&
		  (!staff.count || staff_candidates(cw->store, person, &mem, &people, f));

	for (size_t i = 0; ok && i < staff.count; i++)
		for (size_t k = 0; ok && k < people.count && (!user || staff.items[i].user_id == user); k++) {
			struct arena each = {0};
			const char *what = staff_same(&staff.items[i], &people.items[k], &each);

			ok = !what || tell(cw, &staff.items[i], people.items[k].family_id, what, &each, f);
			arena_finish(&each);
		}
	arena_finish(&mem);
	return ok;
}

bool staff_match_person(struct casework *cw, int64_t person, struct fault *f)
{
	return match(cw, 0, person, f);
}

bool staff_match_user(struct casework *cw, int64_t user, struct fault *f)
{
	return match(cw, user, 0, f);
}
