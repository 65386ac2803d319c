/* Census returns: every element of the collection, returns with faults, and files that are no return at all. */
#include "reading.h"

#define HEADER                                                                                                         \
	"<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"                                     \
	"<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>"            \
	"<LEA>201</LEA><SerialNo>001</SerialNo></Source></Header>"
#define RETURN(children)  "<Message>" HEADER "<Children>" children "</Children></Message>"
#define CHILD(inside)     RETURN("<Child>" inside "</Child>")
#define IDENTIFIERS(more) "<ChildIdentifiers><LAchildID>F1</LAchildID>" more "</ChildIdentifiers>"
#define NEED(inside)                                                                                                   \
	CHILD(IDENTIFIERS("") "<CINdetails><CINreferralDate>2026-01-05</CINreferralDate>" inside "</CINdetails>")

static void every_element_of_the_collection_arrives(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_true(reading_text(
		&r, IMPORT_CENSUS,
		"<?xml version='1.0' encoding='UTF-8'?>\n" RETURN(
			"<Child><ChildIdentifiers><LAchildID> F1 "
			"</LAchildID><UPN>A123</UPN><UPNunknown>UN3</UPNunknown>"
			"<PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex><PersonDeathDate>2026-02-01</"
			"PersonDeathDate>"
			"</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities>"
			"<Disability>HAND</Disability><Disability>HEAR</Disability></Disabilities></"
			"ChildCharacteristics>"
			"<CINdetails><CINreferralDate>2025-10-06</CINreferralDate><ReferralSource>1A</ReferralSource>"
			"<PrimaryNeedCode>N4</PrimaryNeedCode><CINclosureDate>2026-02-02</CINclosureDate>"
			"<ReasonForClosure>RC2</ReasonForClosure><DateOfInitialCPC>2025-12-05</"
			"DateOfInitialCPC><Assessments>"
			"<AssessmentActualStartDate>2025-10-07</AssessmentActualStartDate>"
			"<AssessmentInternalReviewDate>2025-10-20</AssessmentInternalReviewDate>"
			"<AssessmentAuthorisationDate>2025-11-18</"
			"AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>"
			"<AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>2B</AssessmentFactors>"
			"</FactorsIdentifiedAtAssessment></Assessments><CINPlanDates><CINPlanStartDate>2025-11-01</"
			"CINPlanStartDate>"
			"<CINPlanEndDate>2025-11-20</CINPlanEndDate></CINPlanDates><Section47>"
			"<S47ActualStartDate>2025-11-03</S47ActualStartDate><InitialCPCtarget>2025-11-24</"
			"InitialCPCtarget>"
			"<DateOfInitialCPC>2025-11-20</DateOfInitialCPC><ICPCnotRequired>FALSE</ICPCnotRequired></"
			"Section47>"
			"<ReferralNFA>1</ReferralNFA><ChildProtectionPlans><CPPstartDate>2025-11-20</CPPstartDate>"
			"<CPPendDate>2026-02-01</CPPendDate><InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse>"
			"<LatestCategoryOfAbuse>neg</LatestCategoryOfAbuse><NumberOfPreviousCPP>10</"
			"NumberOfPreviousCPP><Reviews>"
			"<CPPreviewDate>2026-01-15</CPPreviewDate><CPPreviewDate>2026-01-29</CPPreviewDate></Reviews>"
			"</ChildProtectionPlans></CINdetails></Child>")));
	assert_string_equal(r.taken,
			    "F1|A123|UN3|2015-03-27|-|2026-02-01|F|WBRI|HAND HEAR [2025-10-06 1A N4 2026-02-02-RC2 "
			    "icpc 2025-12-05 nfa"
			    " assessed 2025-10-07 2025-10-20 2025-11-18 (2A 2B) cin 2025-11-01 2025-11-20 s47 "
			    "2025-11-03 2025-11-20 no"
			    " plan 2025-11-20 2026-02-01 PHY NEG 10 reviewed 2026-01-15 reviewed 2026-01-29]\n");
	assert_string_equal(r.report.of, "CIN 2026 of authority 201");
	assert_int_equal(r.report.problem_count, 0);
	assert_int_equal(r.report.notes.count, 0);
	reading_end(&r);
}

static const struct {
	const char *why, *xml, *taken, *problem;
} rows[] = {
	{"the heading of older returns",
	 "<Message><Header><Content><CBDSLevels><CBDSLevel>Child</CBDSLevel></CBDSLevels></Content></Header>"
	 "<Children><Child>" IDENTIFIERS("<GenderCurrent>2</GenderCurrent>") "</Child></Children></Message>",
	 "F1|||-|-|-|F||\n", ""},
	{"no heading at all", "<Message><Children><Child>" IDENTIFIERS("<Sex>m</Sex>") "</Child></Children></Message>",
	 "F1|||-|-|-|M||\n", ""},
	{"a name that strayed between elements",
	 CHILD("<ChildIdentifiers><LAchildID>F1</LAchildID>PersonBirthDate\n"
	       "<PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers>"),
	 "F1|||2015-03-27|-|-|U||\n", ""},
	{"an unborn child",
	 CHILD(IDENTIFIERS("<ExpectedPersonBirthDate>2026-05-15</ExpectedPersonBirthDate><Sex>U</Sex>")),
	 "F1|||-|2026-05-15|-|U||\n", ""},
	{"an element without a text says as much as none",
	 CHILD(IDENTIFIERS("<UPN/><PersonDeathDate></PersonDeathDate>")), "F1|||-|-|-|U||\n", ""},
	{"a wrong birth date is left out, the child stays",
	 CHILD(IDENTIFIERS("<PersonBirthDate>2015-02-29</PersonBirthDate>")), "F1|||-|-|-|U||\n",
	 "list, line 1, F1, PersonBirthDate: 2015-02-29 is not a real date"},
	{"day first is no date of a return", CHILD(IDENTIFIERS("<PersonBirthDate>27/03/2015</PersonBirthDate>")),
	 "F1|||-|-|-|U||\n", "list, line 1, F1, PersonBirthDate: 27/03/2015 is not a date as year-month-day."},
	{"nor with dashes", CHILD(IDENTIFIERS("<PersonBirthDate>07-03-2015</PersonBirthDate>")), "F1|||-|-|-|U||\n",
	 "list, line 1, F1, PersonBirthDate: 07-03-2015 is not a date as year-month-day."},
	{"a sex that is no code", CHILD(IDENTIFIERS("<Sex>Q</Sex>")), "F1|||-|-|-|U||\n",
	 "list, line 1, F1, Sex: Q is not a sex of the census."},
	{"no id: nobody can say whose the rest is", CHILD("<ChildIdentifiers><UPN>A1</UPN></ChildIdentifiers>"), "",
	 "list, line 1, LAchildID: is missing. The whole of this child was left out."},
	{"an empty id", CHILD("<ChildIdentifiers><LAchildID> </LAchildID></ChildIdentifiers>"), "",
	 "list, line 1, LAchildID: What stands here is empty."},
	{"no identifiers", CHILD("<CINdetails/>"), "", "list, line 1, CINreferralDate: is missing."},
	{"an enquiry without its day cannot start a clock",
	 NEED("<Section47><ICPCnotRequired>1</ICPCnotRequired></Section47>"),
	 "F1|||-|-|-|U|| [2026-01-05   -- icpc -]\n",
	 "list, line 1, F1, S47ActualStartDate: is missing. The whole of this Section 47 enquiry was left out."},
	{"a plan with a wrong end would stand as open",
	 NEED("<ChildProtectionPlans><CPPstartDate>2026-01-20</CPPstartDate>"
	      "<CPPendDate>2026-02-31</CPPendDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>"
	      "<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse></ChildProtectionPlans>"),
	 "F1|||-|-|-|U|| [2026-01-05   -- icpc -]\n",
	 "list, line 1, F1, CPPendDate: 2026-02-31 is not a real date between 1900 and 2200. The whole of this plan "
	 "was left out."},
	{"a wrong review leaves the plan",
	 NEED("<ChildProtectionPlans><CPPstartDate>2026-01-20</CPPstartDate>"
	      "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>"
	      "<Reviews><CPPreviewDate>soon</CPPreviewDate><CPPreviewDate>2026-03-20</CPPreviewDate></Reviews></"
	      "ChildProtectionPlans>"),
	 "F1|||-|-|-|U|| [2026-01-05   -- icpc - plan 2026-01-20 - NEG EMO 0 reviewed 2026-03-20]\n",
	 "list, line 1, F1, CPPreviewDate: soon is not a date as year-month-day."},
	{"a boolean that is neither", NEED("<ReferralNFA>maybe</ReferralNFA>"),
	 "F1|||-|-|-|U|| [2026-01-05   -- icpc -]\n",
	 "list, line 1, F1, ReferralNFA: maybe is neither true nor false."},
	{"an escape sequence is no code", CHILD(IDENTIFIERS("<UPN>A&#x9B;2J</UPN>")), "F1|||-|-|-|U||\n",
	 "list, line 1, F1, UPN: What stands here is too long or holds a character that cannot be shown."},
};

static void what_is_wrong_is_left_out_and_said(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r = {0};

		if (!reading_text(&r, IMPORT_CENSUS, rows[i].xml))
			fail_msg("%s: %s", rows[i].why, r.fault.message);
		if (strcmp(r.taken, rows[i].taken) != 0)
			fail_msg("%s:\n%s", rows[i].why, r.taken);
		if (strncmp(reading_problem(&r, 0), rows[i].problem, strlen(rows[i].problem)) != 0 ||
		    (r.report.problem_count > 0) != (rows[i].problem[0] != '\0'))
			fail_msg("%s: %s", rows[i].why, reading_problem(&r, 0));
		reading_end(&r);
	}
}

/* A thousand million laughs: nine levels of ten. */
#define LAUGHS                                                                                                         \
	"<!DOCTYPE Message [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"                          \
	"<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"                 \
	"<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY g \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"                 \
	"<!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\"><!ENTITY i \"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\">]>"

static const struct {
	const char *why, *xml, *said;
} refused[] = {
	{"empty", "", "is not XML"},
	{"a spreadsheet", "Family ref,LA child ID\n", "is not XML"},
	{"another kind of XML", "<html><body/></html>", "begins with <html>, not with <Message>"},
	{"another collection",
	 "<Message><Header><CollectionDetails><Collection>CLA</Collection></CollectionDetails></Header></Message>",
	 "collection CLA"},
	{"cut off after a child", "<Message>\n<Children>\n<Child>" IDENTIFIERS("") "</Child>\n<Child><ChildIdent",
	 "damaged at line 4"},
	{"a tag closed by another", "<Message>\n<Children></Child></Message>", "damaged at line 2"},
	{"entities within entities", LAUGHS "<Message>&i;</Message>", "document type"},
	{"a file fetched by an entity",
	 "<!DOCTYPE Message [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Message>&x;</Message>", "document type"},
	{"a definition fetched from elsewhere", "<!DOCTYPE Message SYSTEM \"http://example.org/x.dtd\"><Message/>",
	 "document type"},
	{"an entity nobody defined", "<Message>\n&ouml;</Message>", "damaged at line 2"},
	{"bytes that are not UTF-8", "<Message>\n<Children>\xE9</Children></Message>", "damaged at line 2"},
};

static void what_is_no_return_is_refused_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct reading r = {0};

		if (reading_text(&r, IMPORT_CENSUS, refused[i].xml))
			fail_msg("%s was read", refused[i].why);
		if (!strstr(r.fault.message, refused[i].said))
			fail_msg("%s: %s", refused[i].why, r.fault.message);
		assert_int_equal(r.fault.code, FAULT_REFUSED);
		reading_end(&r);
	}
}

static bool read_repeated(struct reading *r, const char *before, const char *unit, size_t times, const char *after)
{
	FILE *file = tmpfile();

	fputs(before, file);
	for (size_t i = 0; i < times; i++)
		fputs(unit, file);
	fputs(after, file);
	rewind(file);
	return reading_file(r, IMPORT_CENSUS, file);
}

static void what_grows_beyond_all_measure_is_refused(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_false(read_repeated(&r, "<Message><Children>", "<a>", 100000, ""));
	assert_int_equal(r.fault.code, FAULT_REFUSED);
	reading_end(&r);
	assert_false(read_repeated(&r, "<Message><Children><Child>", "<CINdetails></CINdetails>", 400000,
				   "</Child></Children></Message>"));
	assert_non_null(strstr(r.fault.message, "more than 4 MB"));
	reading_end(&r);
	assert_false(read_repeated(&r, "<Message><Children><Child>", "xxxxxxxxxxxxxxxxxxxxxxxxx", 400000,
				   "</Child></Children></Message>"));
	assert_int_equal(r.fault.code, FAULT_REFUSED);
	reading_end(&r);
}

/* No return is too long: what is measured is one child. */
static void many_children_are_as_good_as_few(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_true(read_repeated(&r, "<Message><Children>", "<Child>" IDENTIFIERS("<Sex>F</Sex>") "</Child>\n", 70000,
				  "</Children></Message>"));
	assert_int_equal(r.report.read, 70000);
	reading_end(&r);
}

static void elements_nobody_keeps_are_said_once(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_true(reading_text(
		&r, IMPORT_CENSUS,
		CHILD(IDENTIFIERS("<FormerUPN>A1</FormerUPN><Shoe>9</Shoe><Shoe>10</Shoe>") "<Odd><Shoe/></Odd>")));
	assert_int_equal(r.report.problem_count, 0);
	assert_int_equal(r.report.notes.count, 3);
	assert_string_equal(r.report.notes.items[0].message,
			    "Quorate does not keep this element, so it was left out (1 in the file).");
	assert_string_equal(r.report.notes.items[1].field, "Shoe");
	assert_string_equal(r.report.notes.items[1].message,
			    "This element is not part of the census, so it was left out (2 in the file).");
	reading_end(&r);
}

static void a_return_of_another_authority_is_said_first(void **state)
{
	static const struct {
		const char *why, *lea;
		size_t notes;
	} leas[] = {
		{"our own", "<LEA>201</LEA>", 1},
		{"not said", "", 1},
		{"another", "<LEA> 975 </LEA>", 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof leas / sizeof *leas; i++) {
		struct reading r = {0};
		char text[400];

		snprintf(text, sizeof text,
			 "<Message><Header><Source>%s</Source></Header><Children><Child>" IDENTIFIERS(
				 "<Shoe>9</Shoe>") "</Child></Children></Message>",
			 leas[i].lea);
		assert_true(reading_text(&r, IMPORT_CENSUS, text));
		if (r.report.notes.count != leas[i].notes || r.report.added != 1)
			fail_msg("%s: %zu notes, %zu added", leas[i].why, r.report.notes.count, r.report.added);
		if (leas[i].notes > 1) {
			assert_string_equal(r.report.notes.items[0].field, "LEA");
			assert_non_null(
				strstr(r.report.notes.items[0].message,
				       "This is the return of authority 975; the case file is authority 201's."));
		}
		reading_end(&r);
	}
}

/* The children each public or made-up sample holds, and how many problems are in it. */
static void the_samples_of_other_projects_are_read(void **state)
{
	static const struct {
		const char *name;
		size_t children, problems;
	} samples[] = {
		{"d2i_CIN_Census_2021.xml", 1, 1}, /* a baby due in 1066 */
		{"d2i_CIN_Census_2024.xml", 2, 0},     {"d2i_CIN_Census_2026.xml", 2, 0},
		{"d2i_fake_CIN_data.xml", 332, 0},     {"liia_cin-2022.xml", 1, 0},
		{"median-authority-2026.xml", 900, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		struct reading r = {0};

		assert_true(reading_sample(&r, IMPORT_CENSUS, samples[i].name));
		assert_int_equal(r.report.read, samples[i].children);
		assert_int_equal(r.report.refused, 0);
		assert_int_equal(r.report.problem_count, samples[i].problems);
		reading_end(&r);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_element_of_the_collection_arrives),
		cmocka_unit_test(what_is_wrong_is_left_out_and_said),
		cmocka_unit_test(what_is_no_return_is_refused_whole),
		cmocka_unit_test(what_grows_beyond_all_measure_is_refused),
		cmocka_unit_test(many_children_are_as_good_as_few),
		cmocka_unit_test(elements_nobody_keeps_are_said_once),
		cmocka_unit_test(a_return_of_another_authority_is_said_first),
		cmocka_unit_test(the_samples_of_other_projects_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
