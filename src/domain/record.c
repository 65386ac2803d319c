/* The words of the case file's plain structs: their tokens, and what a person is called. */
#include "domain/record.h"

#include <stdio.h>
#include <string.h>

static const char *word_of(const char *const *words, int count, int value)
{
	return value >= 0 && value < count ? words[value] : "";
}

#define WORD_OF(words, value) word_of((words), (int)(sizeof(words) / sizeof *(words)), (int)(value))

const char *yes_no_token(enum yes_no answer)
{
	static const char *const words[] = {[ANSWER_UNKNOWN] = "unknown", [ANSWER_YES] = "yes", [ANSWER_NO] = "no"};

	return WORD_OF(words, answer);
}

const char *record_source_token(enum record_source source)
{
	static const char *const words[] = {[SOURCE_TYPED] = "typed",
					    [SOURCE_CENSUS] = "census",
					    [SOURCE_REQUEST] = "request",
					    [SOURCE_DEMO] = "demo"};

	return WORD_OF(words, source);
}

const char *resource_kind_token(enum resource_kind kind)
{
	static const char *const words[] = {
		[RESOURCE_CHAIR] = "chair", [RESOURCE_ROOM] = "room", [RESOURCE_MINUTE_TAKER] = "minute_taker"};

	return WORD_OF(words, kind);
}

const char *resource_kind_label(enum resource_kind kind)
{
	static const char *const words[] = {
		[RESOURCE_CHAIR] = "Chair", [RESOURCE_ROOM] = "Room", [RESOURCE_MINUTE_TAKER] = "Minute-taker"};

	return WORD_OF(words, kind);
}

static const struct {
	const char *token, *label;
} contact_ways[] = {
#define X(id, token, label) {token, label},
	CONTACT_WAYS(X)
#undef X
};

const char *contact_way_token(enum contact_way way)
{
	return (unsigned)way < CONTACT_WAY_COUNT ? contact_ways[way].token : "";
}

const char *contact_way_label(enum contact_way way)
{
	return (unsigned)way < CONTACT_WAY_COUNT ? contact_ways[way].label : "";
}

bool contact_way_from_token(const char *token, enum contact_way *out)
{
	for (int i = 0; i < CONTACT_WAY_COUNT; i++)
		if (strcmp(contact_ways[i].token, token) == 0) {
			*out = (enum contact_way)i;
			return true;
		}
	return false;
}

bool kept_from_next(const char **at, enum relationship *out, bool *known)
{
	char words[40];
	size_t bytes;

	*at += strspn(*at, ", ");
	bytes = strcspn(*at, ",");
	if (bytes == 0)
		return false;
	snprintf(words, sizeof words, "%.*s", (int)(bytes < sizeof words ? bytes : sizeof words), *at);
	*known = bytes < sizeof words && relationship_from_token(words, out);
	*at += bytes;
	return true;
}

bool address_is_same_place(const struct address *a, const struct address *b)
{
	return strcmp(a->lines, b->lines) == 0 && strcmp(a->postcode, b->postcode) == 0;
}

bool address_is_kept_from(const struct address *address, enum relationship relationship)
{
	const char *at = address->confidential_from;
	enum relationship one;
	bool known;

	while (kept_from_next(&at, &one, &known))
		if (!known || one == relationship)
			return true; /* words nobody understands keep it from everybody */
	return false;
}

const char *subject_kind_token(enum subject_kind kind)
{
	static const char *const words[] = {
		[SUBJECT_NONE] = "",
		[SUBJECT_ENQUIRY] = "enquiry",
		[SUBJECT_CONFERENCE] = "conference",
		[SUBJECT_PLAN] = "plan",
		[SUBJECT_PERSON] = "person",
		[SUBJECT_COMPLAINT] = "complaint",
		[SUBJECT_ESCALATION] = "escalation",
		[SUBJECT_TRANSFER] = "transfer",
		[SUBJECT_CORE_GROUP] = "core_group",
		[SUBJECT_FAMILY] = "family",
		[SUBJECT_DISPOSAL] = "disposal",
	};

	return WORD_OF(words, kind);
}

/* Appends as many whole characters as fit. */
static size_t append(char out[NAME_ROOM], size_t at, const char *text)
{
	size_t bytes = strlen(text);

	if (bytes > NAME_ROOM - 1 - at) {
		bytes = NAME_ROOM - 1 - at;
		while (bytes > 0 && ((unsigned char)text[bytes] & 0xc0) == 0x80)
			bytes--;
	}
	memcpy(out + at, text, bytes);
	out[at + bytes] = '\0';
	return at + bytes;
}

static char *joined(const char *first, const char *between, const char *second, char out[NAME_ROOM])
{
	size_t at = append(out, 0, first);

	if (*first && *second)
		at = append(out, at, between);
	append(out, at, second);
	return out;
}

static bool is_named(const struct person *p)
{
	return *p->surname || *p->given_names;
}

static char *nameless(const struct person *p, char out[NAME_ROOM])
{
	return joined(*p->la_child_id ? p->la_child_id : p->reference, "", "", out);
}

/* An unborn child mostly has a surname only, as the mother and the siblings have. */
static bool is_known_as_unborn(const struct person *p)
{
	return person_is_unborn(p) && !*p->given_names && *p->surname;
}

char *person_full_name(const struct person *p, char out[NAME_ROOM])
{
	if (is_known_as_unborn(p))
		return joined("unborn", " ", p->surname, out);
	return is_named(p) ? joined(p->given_names, " ", p->surname, out) : nameless(p, out);
}

char *person_listed_name(const struct person *p, char out[NAME_ROOM])
{
	if (is_known_as_unborn(p))
		return joined(p->surname, ", ", "unborn", out);
	return is_named(p) ? joined(p->surname, ", ", p->given_names, out) : nameless(p, out);
}

bool person_is_unborn(const struct person *p)
{
	return p->born_on == DAY_NONE && p->expected_on != DAY_NONE;
}

static char *unborn_text(const struct person *p, char out[NAME_ROOM])
{
	char day[DATE_TEXT_ROOM];

	snprintf(out, NAME_ROOM, "unborn, due %s", date_short(p->expected_on, day));
	return out;
}

static int whole_months(day_number from, day_number to)
{
	struct civil_date a = date_civil(from), b = date_civil(to);

	return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day);
}

static char *counted(int n, const char *unit, char out[NAME_ROOM])
{
	snprintf(out, NAME_ROOM, "%d %s%s", n, unit, n == 1 ? "" : "s");
	return out;
}

/* Weeks tell more than months of a baby, months more than years of a toddler. */
char *person_age_text(const struct person *p, day_number today, char out[NAME_ROOM])
{
	day_number until = p->died_on != DAY_NONE && p->died_on < today ? p->died_on : today;
	int months;

	*out = '\0';
	if (person_is_unborn(p)) /* one who was lost is not expected any more */
		return p->died_on == DAY_NONE ? unborn_text(p, out) : out;
	if (p->born_on == DAY_NONE || until < p->born_on)
		return out;
	if (until - p->born_on < 14)
		return counted(until - p->born_on, "day", out);
	months = whole_months(p->born_on, until);
	if (months < 3)
		return counted((until - p->born_on) / 7, "week", out);
	if (months < 24)
		return counted(months, "month", out);
	snprintf(out, NAME_ROOM, "%d", date_age(p->born_on, until));
	return out;
}
