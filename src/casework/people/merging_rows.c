/* Two entries of one person side by side: each detail by one table, for what is shown and for what is taken over. */
#include "merging_rows.h"

#include "london.h"
#include "person_check.h"

#include <stddef.h>
#include <string.h>

/* label, member: texts that the entry which is kept takes over where it has none. */
#define TEXT_DETAILS(X)                                                                                                \
	X("Surname", surname)                                                                                          \
	X("Given names", given_names)                                                                                  \
	X("Known as", known_as)                                                                                        \
	X("LA child id", la_child_id)                                                                                  \
	X("UPN", upn)                                                                                                  \
	X("NHS number", nhs_number)                                                                                    \
	X("Ethnicity", ethnicity)                                                                                      \
	X("Disabilities", disabilities)                                                                                \
	X("Language", language)                                                                                        \
	X("Signing", signing)                                                                                          \
	X("Access", access)                                                                                            \
	X("Telephone", phone)                                                                                          \
	X("E-mail", email)                                                                                             \
	X("With care", reach_note)

#define DAY_DETAILS(X)                                                                                                 \
	X("Born", born_on)                                                                                             \
	X("Expected", expected_on)                                                                                     \
	X("Died", died_on)

static void take_text(const char **kept, const char *gone, bool *changed)
{
	if (!**kept && *gone) {
		*kept = gone;
		*changed = true;
	}
}

static void take_day(day_number *kept, day_number gone, bool *changed)
{
	if (*kept == DAY_NONE && gone != DAY_NONE) {
		*kept = gone;
		*changed = true;
	}
}

void merging_take_details(struct person *kept, const struct person *gone, bool *changed)
{
	bool was_unborn = kept->born_on == DAY_NONE;

#define X(label, member) take_text(&kept->member, gone->member, changed);
	TEXT_DETAILS(X)
#undef X
#define X(label, member) take_day(&kept->member, gone->member, changed);
	DAY_DETAILS(X)
#undef X
	/* Somebody who is born is expected no more. */
	if (was_unborn != (kept->born_on == DAY_NONE) || kept->born_on != DAY_NONE)
		kept->expected_on = DAY_NONE;
	if (kept->sex == SEX_UNKNOWN && gone->sex != SEX_UNKNOWN) {
		kept->sex = gone->sex;
		*changed = true;
	}
	if (gone->needs_interpreter && !kept->needs_interpreter) {
		kept->needs_interpreter = true;
		*changed = true;
	}
}

static bool add_row(struct merging_row_list *out, const char *label, const char *kept, const char *gone,
		    struct arena *mem)
{
	struct merging_row *row;

	if (!*kept && !*gone)
		return true;
	row = ARENA_PUSH(mem, out);
	if (!row)
		return false;
	*row = (struct merging_row){label, kept, gone,
				    strcmp(kept, gone) == 0 ? MERGING_SAME
				    : !*kept                ? MERGING_IS_TAKEN
							    : MERGING_STAYS};
	return true;
}

static const char *day_words(day_number day, struct arena *mem)
{
	char words[DATE_TEXT_ROOM];

	return day == DAY_NONE ? "" : arena_text(mem, date_medium(day, words));
}

bool merging_rows(const struct person *kept, const struct person *gone, struct arena *mem, struct merging_row_list *out)
{
	bool ok = true;

	*out = (struct merging_row_list){0};
#define X(label, member) ok = ok && add_row(out, label, kept->member, gone->member, mem);
	TEXT_DETAILS(X)
#undef X
#define X(label, member)                                                                                               \
	ok = ok && add_row(out, label, day_words(kept->member, mem), day_words(gone->member, mem), mem);
	DAY_DETAILS(X)
#undef X
	return ok && add_row(out, "Sex", kept->sex == SEX_UNKNOWN ? "" : sex_label(kept->sex),
			     gone->sex == SEX_UNKNOWN ? "" : sex_label(gone->sex), mem);
}

const char *merging_family_words(const struct family *family, struct arena *mem)
{
	return family->id ? arena_printf(mem, "child of %s %s", family->reference, family->name) : "";
}

const char *merging_count_words(const struct merge_count_list *counts, struct arena *mem)
{
	const char *words = "";

	for (size_t i = 0; i < counts->count; i++)
		words = arena_printf(mem, "%s%s%s %d", words, *words ? " · " : "", counts->items[i].what,
				     counts->items[i].count);
	return words;
}

const char *merging_warning(const struct person *kept, const struct person *gone, struct arena *mem)
{
	const char *words = "";

	if (kept->born_on != DAY_NONE && gone->born_on != DAY_NONE && kept->born_on != gone->born_on)
		words = "They were born on different days. ";
	if (kept->sex != SEX_UNKNOWN && gone->sex != SEX_UNKNOWN && kept->sex != gone->sex)
		words = arena_printf(mem, "%sOne is recorded as male and one as female. ", words);
	if (*kept->nhs_number && *gone->nhs_number && strcmp(kept->nhs_number, gone->nhs_number) != 0)
		words = arena_printf(mem, "%sTheir NHS numbers differ. ", words);
	return *words ? arena_printf(mem, "%sLook twice.", words) : "";
}

const char *merging_words(const struct person_merge *merge, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	return arena_printf(mem, "was also %s %s, since %s: %s (%s)", merge->gone, merge->gone_name,
			    date_plain(london_day(merge->at), day), merge->reason, merge->by);
}

bool merging_reason(const char **reason, const char *missing, struct arena *mem, struct fault *f)
{
	if (*reason && !field_tidy(reason, "reason", mem, f))
		return false;
	return (*reason && **reason) || fault_field(f, "reason", "%s", missing);
}
