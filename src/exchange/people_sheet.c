/* The list of people: families, their children and adults, names and addresses. */
#include "sheet.h"

#include <ctype.h>
#include <string.h>

enum {
	FAMILY,
	LA_CHILD_ID,
	SURNAME,
	GIVEN_NAMES,
	KNOWN_AS,
	RELATIONSHIP,
	BORN,
	EXPECTED,
	SEX,
	ADDRESS,
	POSTCODE,
	PHONE,
	EMAIL,
	LANGUAGE,
	INTERPRETER,
	RESPONSIBILITY,
	KEEP_FROM,
	THEIRS,
	COLUMN_COUNT
};

_Static_assert((int)COLUMN_COUNT <= (int)SHEET_COLUMNS_MOST, "every column has its cell in a row");

static const struct import_column columns[COLUMN_COUNT] = {
	[FAMILY] = {"Family ref", "family reference|family|family id", true, "What all rows of one family share."},
	[LA_CHILD_ID] = {"LA child ID", "lachildid|child id", false,
			 "The authority's number of a child, as in the census."},
	[SURNAME] = {"Surname", "family name|last name", true, ""},
	[GIVEN_NAMES] = {"Given names", "given name|first name|first names|forename|forenames", true,
			 "This or a surname is needed; of a child not born yet, what it is called."},
	[KNOWN_AS] = {"Known as", "preferred name", false, ""},
	[RELATIONSHIP] = {"Relationship", "relationship to child|relation", true,
			  "child, mother, father, grandmother and so on: what the person is to the children."},
	[BORN] = {"DOB", "date of birth|born|birth date", false, ""},
	[EXPECTED] = {"EDD", "expected date of delivery|expected date of birth|due date", false,
		      "The day a child who is not born yet is due."},
	[SEX] = {"Sex", "gender", false, "M, F or U."},
	[ADDRESS] = {"Address", "home address", false, "Where the person lives."},
	[POSTCODE] = {"Postcode", "post code", false, ""},
	[PHONE] = {"Phone", "telephone|mobile", false, ""},
	[EMAIL] = {"Email", "e mail|email address", false, ""},
	[LANGUAGE] = {"Language", "first language|preferred language", false, "The language they speak best."},
	[INTERPRETER] = {"Interpreter", "interpreter needed|needs interpreter", false, "yes or no."},
	[RESPONSIBILITY] = {"PR", "parental responsibility", false,
			    "Parental responsibility: yes or no, empty where it is not known."},
	[THEIRS] = {"Theirs", "their children|parent of|children", false,
		    "Of an adult, their own children of the family: LA child IDs or given names parted by commas, or "
		    "none."},
	[KEEP_FROM] = {"Keep address from", "address confidential from|confidential from", false,
		       "Who must not learn the address, such as father."},
};

/* Upper case with one blank before the last three: "zz69uz" is "ZZ6 9UZ". What is no postcode stays as it is. */
static const char *postcode(struct sheet_row *row)
{
	const char *typed = cell_text(row, POSTCODE);
	char letters[8];
	size_t count = 0;

	for (const char *at = typed; *at; at++) {
		if (*at == ' ')
			continue;
		if (!isalnum((unsigned char)*at) || count == sizeof letters - 1)
			return typed;
		letters[count++] = (char)toupper((unsigned char)*at);
	}
	if (count < 5)
		return typed;
	return arena_printf(&row->run->row, "%.*s %.*s", (int)count - 3, letters, 3, letters + count - 3);
}

static enum relationship relationship(struct sheet_row *row)
{
	const char *typed = cell_needed(row, RELATIONSHIP,
					"Type child, mother, father, or what the person is to the children.");
	enum relationship found = RELATIONSHIP_OTHER;
	const char *known = "";

	if (!typed[0] || written_relationship(typed, &found))
		return found;
	for (int i = 0; i < RELATIONSHIP_OTHER; i++)
		known = arena_printf(&row->run->row, "%s%s, ", known, relationship_label((enum relationship)i));
	cell_problem(row, RELATIONSHIP, "%s is not a relationship known here. Type one of: %sor %s.",
		     run_quoted(row->run, typed), known, relationship_label(RELATIONSHIP_OTHER));
	return found;
}

static const char *keep_from(struct sheet_row *row)
{
	const char *typed = cell_text(row, KEEP_FROM);
	enum relationship who;
	enum yes_no answer;

	if (written_yes_no(typed, &answer) && answer != ANSWER_YES)
		return "";
	if (written_relationship(typed, &who))
		return relationship_token(who);
	cell_problem(row, KEEP_FROM,
		     "%s does not say from whom. Type the relationship, such as father, or leave it empty.",
		     run_quoted(row->run, typed));
	return "";
}

static enum sex sex(struct sheet_row *row)
{
	const char *typed = cell_text(row, SEX);
	enum sex found;

	if (!written_sex(typed, &found))
		cell_problem(row, SEX, "%s is not a sex known here. Type M, F or U.", run_quoted(row->run, typed));
	return found;
}

static void check_person(struct sheet_row *row, const struct intake_person *who)
{
	if (row->is_refused)
		return;
	if (!who->person.surname[0] && !who->person.given_names[0] && !who->person.la_child_id[0])
		cell_problem(row, SURNAME,
			     "is empty, and so are the given names. Type at least one name, or the LA child ID.");
	if (who->person.born_on != DAY_NONE && who->person.expected_on != DAY_NONE)
		cell_problem(row, EXPECTED, "stands beside a date of birth. Keep the one that holds.");
}

static bool take(struct sheet_row *row, struct fault *f)
{
	struct intake_person who = {
		.person = {.reference = "",
			   .upn = "",
			   .upn_unknown = "",
			   .nhs_number = "",
			   .ethnicity = "",
			   .disabilities = "",
			   .died_on = DAY_NONE},
		.address = {.from_on = DAY_NONE, .to_on = DAY_NONE},
	};
	enum intake_result result = INTAKE_REFUSED;
	struct fault why = {0};
	bool done;

	who.family_reference = cell_needed(row, FAMILY, "Type the reference that all rows of the family share.");
	who.person.la_child_id = cell_text(row, LA_CHILD_ID);
	who.person.surname = cell_text(row, SURNAME);
	who.person.given_names = cell_text(row, GIVEN_NAMES);
	who.person.known_as = cell_text(row, KNOWN_AS);
	who.relationship = relationship(row);
	who.person.sex = sex(row);
	who.person.born_on = cell_date(row, BORN, "Type the day of birth, or leave it empty when it is not known.");
	who.person.expected_on = cell_date(row, EXPECTED, "Type the day the baby is due.");
	who.person.language = cell_text(row, LANGUAGE);
	who.person.needs_interpreter = cell_yes_no(row, INTERPRETER) == ANSWER_YES;
	who.person.phone = cell_text(row, PHONE);
	who.person.email = cell_text(row, EMAIL);
	who.address.lines = cell_lines(row, ADDRESS);
	who.address.postcode = postcode(row);
	who.parental_responsibility = cell_yes_no(row, RESPONSIBILITY);
	who.theirs = cell_text(row, THEIRS);
	who.address.confidential_from = keep_from(row);
	check_person(row, &who);
	if (row->is_refused) {
		run_refused(row->run);
		return true;
	}
	done = row->run->sink->person(row->run->sink->payload, &who, &result, &why);
	return run_counted(row->run, row->line, "", done, result, &why, f);
}

const struct sheet people_sheet = {columns, COLUMN_COUNT, take};
