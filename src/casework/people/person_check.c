/* What a person's details must be before they are kept. */
#include "person_check.h"

#include "base/text.h"

#include <ctype.h>
#include <string.h>

#define LA_CHILD_ID_MOST   20
#define NHS_NUMBER_DIGITS  10
#define EXPECTED_PAST_DAYS 28 /* a birth may be recorded late, but an expected date is not history */

bool field_tidy(const char **text, const char *field, struct arena *mem, struct fault *f)
{
	const char *tidy = text_tidy(mem, *text ? *text : "", false);

	if (!tidy)
		return fault_field(f, field,
				   "There are characters in the %s that cannot be shown or printed: type it again.",
				   field);
	*text = tidy;
	return true;
}

bool person_tidy(struct person *p, struct arena *mem, struct fault *f)
{
	return field_tidy(&p->surname, "surname", mem, f) && field_tidy(&p->given_names, "given names", mem, f) &&
	       field_tidy(&p->known_as, "known as", mem, f) && field_tidy(&p->la_child_id, "LA child id", mem, f) &&
	       field_tidy(&p->upn, "UPN", mem, f) && field_tidy(&p->upn_unknown, "UPN unknown", mem, f) &&
	       field_tidy(&p->nhs_number, "NHS number", mem, f) && field_tidy(&p->ethnicity, "ethnicity", mem, f) &&
	       field_tidy(&p->disabilities, "disability", mem, f) && field_tidy(&p->language, "language", mem, f) &&
	       field_tidy(&p->phone, "phone", mem, f) && field_tidy(&p->email, "email", mem, f) &&
	       field_tidy(&p->signing, "signing", mem, f) && field_tidy(&p->access, "access needs", mem, f) &&
	       field_tidy(&p->reach_note, "how to reach", mem, f) && field_tidy(&p->reference, "reference", mem, f);
}

/* Letters, a digit, perhaps another character, then always digit, letter, letter: "M1 1AA", "EC1A 1BB", "SW1A 2AA". */
static bool has_the_form(const char *squeezed, size_t bytes)
{
	size_t outward = bytes - 3, i = 0;

	if (bytes < 5 || bytes > 7)
		return false;
	if (!isdigit((unsigned char)squeezed[outward]) || !isalpha((unsigned char)squeezed[outward + 1]) ||
	    !isalpha((unsigned char)squeezed[outward + 2]))
		return false;
	while (i < outward && isalpha((unsigned char)squeezed[i]))
		i++;
	if (i < 1 || i > 2 || i == outward || !isdigit((unsigned char)squeezed[i]))
		return strcmp(squeezed, "GIR0AA") == 0;
	return outward - i <= 2;
}

const char *postcode_tidy(const char *text, struct arena *mem)
{
	char squeezed[9];
	size_t bytes = 0;

	for (const char *at = text ? text : ""; *at; at++) {
		if (*at == ' ')
			continue;
		if (!isalnum((unsigned char)*at) || bytes + 1 >= sizeof squeezed)
			return NULL;
		squeezed[bytes++] = (char)toupper((unsigned char)*at);
	}
	squeezed[bytes] = '\0';
	if (bytes == 0)
		return "";
	if (!has_the_form(squeezed, bytes))
		return NULL;
	return arena_printf(mem, "%.*s %s", (int)(bytes - 3), squeezed, squeezed + bytes - 3);
}

bool nhs_number_check(const char *number, struct fault *f)
{
	int digits = 0, sum = 0, last = 0;

	for (const char *at = number; *at; at++) {
		if (*at == ' ' || *at == '-')
			continue;
		if (!isdigit((unsigned char)*at) || ++digits > NHS_NUMBER_DIGITS)
			digits = NHS_NUMBER_DIGITS + 1;
		else if (digits == NHS_NUMBER_DIGITS)
			last = *at - '0';
		else
			sum += (*at - '0') * (NHS_NUMBER_DIGITS + 1 - digits);
	}
	if (digits == 0 || (digits == NHS_NUMBER_DIGITS && (11 - sum % 11) % 11 == last))
		return true;
	return fault_field(f, "NHS number",
			   "An NHS number has ten digits that fit together, and these do not: read it again, or leave "
			   "it empty.");
}

/* Each relationship by its token, in the order given. */
bool keep_from_tidy(const char **words, const char *field, struct arena *mem, struct fault *f)
{
	const char *tokens = "", *at;
	enum relationship who;
	bool known;

	if (!field_tidy(words, field, mem, f))
		return false;
	at = *words;
	while (kept_from_next(&at, &who, &known)) {
		if (!known)
			return fault_field(f, field,
					   "An address is kept from a relationship, such as father, or father, "
					   "step-father: \"%.60s\" is not one known here.",
					   *words);
		tokens = arena_joined(mem, tokens, ", ", relationship_token(who));
	}
	*words = tokens;
	return true;
}

bool address_tidy(struct address *a, struct arena *mem, struct fault *f)
{
	const char *lines = text_tidy(mem, a->lines ? a->lines : "", true);
	const char *postcode = postcode_tidy(a->postcode, mem);

	if (!lines)
		return fault_field(
			f, "address",
			"There are characters in the address that cannot be shown or printed: type it again.");
	if (!postcode)
		return fault_field(
			f, "postcode",
			"This postcode does not have the form of one, such as ZZ14 2YH: correct it or leave it empty.");
	a->lines = lines;
	a->postcode = postcode;
	return keep_from_tidy(&a->confidential_from, "keep address from", mem, f);
}

struct address address_of_lines(const char *typed, struct arena *mem)
{
	struct address home = {
		.lines = typed, .postcode = "", .from_on = DAY_NONE, .to_on = DAY_NONE, .confidential_from = ""};
	const char *last = strrchr(typed, '\n'), *postcode = last ? postcode_tidy(last + 1, mem) : NULL;

	if (postcode && *postcode) {
		home.lines = arena_text_n(mem, typed, (size_t)(last - typed));
		home.postcode = postcode;
	}
	return home;
}

bool la_child_id_check(const char *id, struct fault *f)
{
	size_t bytes = strlen(id);

	for (size_t i = 0; i < bytes; i++)
		if (!isascii(id[i]) || !isalnum((unsigned char)id[i]))
			return fault_field(f, "LA child id",
					   "An LA child id is made of letters and digits only, so that the return "
					   "takes it: correct "
					   "it in the system it came from.");
	if (bytes > LA_CHILD_ID_MOST)
		return fault_field(
			f, "LA child id",
			"An LA child id has at most %d letters and digits and this one has %zu: correct it in the "
			"system it came from.",
			LA_CHILD_ID_MOST, bytes);
	return true;
}

bool email_check(const char *email, struct fault *f)
{
	const char *at = strchr(email, '@');

	if (!*email || (at && at > email && at[1] && !strchr(at + 1, '@') && !strchr(email, ' ')))
		return true;
	return fault_field(
		f, "email",
		"An e-mail address has one @ with something before and after it: correct it or leave it empty.");
}

static bool too_late(day_number day, day_number today)
{
	return day != DAY_NONE && day > today;
}

bool person_dates_check(const struct person *p, bool is_child, day_number today, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (too_late(p->born_on, today))
		return fault_field(
			f, "birth date",
			"The birth date %s is in the future: correct it, or give it as the expected date of an unborn "
			"child.",
			date_plain(p->born_on, day));
	if (is_child && p->born_on != DAY_NONE && p->expected_on != DAY_NONE)
		return fault_field(f, "expected date",
				   "A child has a birth date or an expected date, not both: leave one of them empty.");
	if (is_child && p->born_on == DAY_NONE && p->expected_on == DAY_NONE)
		return fault_field(f, "birth date",
				   "A child needs a birth date, or the expected date when not yet born.");
	if (p->born_on == DAY_NONE && p->expected_on != DAY_NONE && p->expected_on < today - EXPECTED_PAST_DAYS)
		return fault_field(
			f, "expected date",
			"The expected date %s is more than four weeks ago: give the birth date, or correct it.",
			date_plain(p->expected_on, day));
	if (too_late(p->died_on, today))
		return fault_field(f, "date of death", "The date of death %s is in the future: correct it.",
				   date_plain(p->died_on, day));
	if (p->died_on != DAY_NONE && p->born_on != DAY_NONE && p->died_on < p->born_on)
		return fault_field(f, "date of death",
				   "The date of death %s is before the birth: correct one of the two.",
				   date_plain(p->died_on, day));
	return true;
}

bool person_check(const struct person *p, bool is_child, day_number today, struct fault *f)
{
	if (!*p->surname && !*p->given_names)
		return fault_field(f, "surname",
				   "A person needs at least one name; for an unborn child give the family's surname.");
	return la_child_id_check(p->la_child_id, f) && nhs_number_check(p->nhs_number, f) && email_check(p->email, f) &&
	       person_dates_check(p, is_child, today, f);
}
