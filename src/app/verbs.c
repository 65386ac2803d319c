/* The verbs of the command line, each with what it takes and what it is for. */
#include "app.h"

#include <string.h>

#define FORMS (OPTION_BIT(JSON) | OPTION_BIT(CSV))

#define LATER(word)                                                                                                    \
	{                                                                                                              \
		.name = (word)                                                                                         \
	}

static const struct verb verbs[] = {
	{.name = "demo",
	 .has_attendant = true,
	 .takes = OPTION_BIT(FAMILIES) | OPTION_BIT(YEARS) | OPTION_BIT(SEED) | OPTION_BIT(OUT) | OPTION_BIT(NO_OPEN),
	 .purpose = "Make a fictional authority and open it.",
	 .manual = "Makes an authority of invented families, dated around today, and opens it full screen. A "
		   "demonstration made "
		   "before is opened as it was left, on the day it was made for, unless --out names another file or "
		   "--today another day. Nothing in it is real, and every screen says DEMO.",
	 .run = run_demo},
	{.name = "init",
	 .operands = {{"FILE", ARGUMENT_FILE, false}},
	 .needs = OPTION_BIT(AUTHORITY) | OPTION_BIT(LA_CODE) | OPTION_BIT(PROFILE),
	 .purpose = "Make a new, empty case file.",
	 .manual = "Makes the case file of an authority. The account that makes it becomes its first user, with the "
		   "roles of "
		   "business support officer, manager and administrator. An existing file is never touched.",
	 .run = run_init},
	{.name = "when",
	 .operands = {{"RULE", ARGUMENT_RULE, false}, {"DATE|-", ARGUMENT_DATE, false}},
	 .takes = OPTION_BIT(PROFILE),
	 .has_listing = true,
	 .purpose = "Say when something is due.",
	 .manual =
		 "Counts from a date by a rule and writes one line: the date understood, the day it is due by, the "
		 "national "
		 "limit, and the last working day on or before the due day, parted by tabs. A dash stands where there "
		 "is no "
		 "national limit. With - for the date, dates are read from standard input, one a line; a line that is "
		 "no date is "
		 "named on standard error, the others are still answered, and the exit status is 3. No case file is "
		 "needed. The "
		 "rules are those of --profile, else of the case file named by --file or QUORATE_FILE, else national.",
	 .run = run_when},
	{.name = "due",
	 .takes = OPTION_BIT(WITHIN) | OPTION_BIT(CHAIR) | OPTION_BIT(LANE),
	 .has_listing = true,
	 .purpose = "List what is late and due.",
	 .manual = "Lists open deadlines, late ones first: one for a whole sibling group where they share it. Without "
		   "--within "
		   "everything open is listed. Left is the working days to go (3 wd), today, or the working days gone "
		   "(18 late); in --json and --csv it is working_days_left, below zero when late. Nothing due is an "
		   "empty list and no failure.",
	 .run = run_due},
	{.name = "today",
	 .takes = OPTION_BIT(CHAIR),
	 .has_listing = true,
	 .purpose = "Tell the day in plain sentences.",
	 .manual = "Says what is late, what is due today, the conferences of today and of the next working day by "
		   "time, and what the next ten working "
		   "days "
		   "bring, in sentences of at most 80 columns that a screen reader reads well.",
	 .run = run_today},
	{.name = "show",
	 .operands = {{"REF", ARGUMENT_FREE, false}},
	 .takes = OPTION_BIT(TIMELINE) | OPTION_BIT(SHARED),
	 .has_listing = true,
	 .purpose = "Show a conference, family or child.",
	 .manual = "Shows what a reference stands for as \"label: value\" lines: a conference, a family, a child by "
		   "reference or LA "
		   "child id, or a plan, which shows its child. With --json it is one object whose keys are always all "
		   "there: kind is conference, family or child; every date is YYYY-MM-DD or null, and so is limit, the "
		   "national limit of a conference that waits; conferences and plans are references; members are "
		   "objects with la_child_id, name, relationship, born and expected; deadlines are objects as in due "
		   "--json. --timeline tells what happened to the family or child instead: strategy discussions, "
		   "conferences, plans, core groups, visits, complaints, what was shared, and the limit of each, one "
		   "sentence a line, the oldest first; in --json an array of objects with day, until, lane, kind, "
		   "reference, about, late and sentence. --shared lists what was shared outside about a family: what "
		   "was written down, letters that went out, and answers from the list of children on plans.",
	 .run = run_show},
	{.name = "import",
	 .operands = {{"census|people|contacts|requests", ARGUMENT_IMPORT_KIND, false}, {"FILE", ARGUMENT_FILE, false}},
	 .takes = OPTION_BIT(DRY_RUN),
	 .has_listing = true,
	 .purpose = "Take in a census return or a spreadsheet.",
	 .manual =
		 "Takes in a CIN census return (XML) or a spreadsheet saved as CSV. Each row that cannot be taken is "
		 "listed with "
		 "file, line, field and what to do; the others are kept, and the exit status is 0. It is 3 when "
		 "nothing at all "
		 "could be taken. In a list of people the column Theirs may name an adult's own children, by LA child "
		 "ID or given names parted by commas, or none. A second import of the same file changes nothing. "
		 "--dry-run lists the same and "
		 "writes nothing.",
	 .run = run_import},
	{.name = "letter",
	 .operands = {{"TEMPLATE", ARGUMENT_LETTER, false}, {"REF", ARGUMENT_FREE, false}},
	 .takes = OPTION_BIT(TO) | OPTION_BIT(PDF),
	 .purpose = "Write what a letter would say now.",
	 .manual =
		 "Fills a letter's template for one reader of a conference as it would be filled now, and writes it "
		 "as text. REF is the conference's; of a letter about something else the reference of that: a "
		 "complaint, an "
		 "escalation, a move, a plan's end; of a core group its family's, a plan's or a conference's, for the "
		 "next meeting or the record of the last. It is kept nowhere and sent to nobody; that it was looked at "
		 "is logged. Without --to "
		 "there must be only one reader it can be for. With --pdf it is written as a PDF to a new file that "
		 "only you can read; a file that is there is never written over.",
	 .run = run_letter},
	{.name = "send",
	 .has_attendant = true,
	 .has_listing = true,
	 .purpose = "Hand the letters that wait to the mail command.",
	 .manual = "Hands every letter that waits to go by e-mail to the authority's mail command, one after the "
		   "other; a chair only those of conferences they chair. Nothing is sent twice: one that was cut off "
		   "in the middle is marked for a person to look at. Says nothing when nothing waits, so that a timer "
		   "may run it every minute. The exit status is 0 "
		   "when all went, 1 when one did not go, 5 when letters are being sent already. --json and --csv list "
		   "each letter and how it stands now. Letters by post, portal and telephone wait for their officer.",
	 .run = run_send},
	{.name = "export",
	 .operands = {{"plans|actions|calendar", ARGUMENT_EXPORT_KIND, false}, {"FILE", ARGUMENT_FILE, true}},
	 .acts = {{"plans", OPTION_BIT(AS_AT) | FORMS}, {"actions", FORMS}, {"calendar", OPTION_BIT(CHAIR)}},
	 .takes = OPTION_BIT(CHAIR) | OPTION_BIT(AS_AT),
	 .has_listing = true,
	 .purpose = "Write the list of children on plans, their overdue actions, or a chair's meetings for a diary.",
	 .manual =
		 "export plans writes every child who is on a plan today, or was on the day of --as-at, those placed "
		 "here by other authorities too. "
		 "With --json "
		 "or "
		 "--csv plan, family and la_child_id are references, dates are YYYY-MM-DD, category_initial and "
		 "category "
		 "are the codes of the census, and address is empty where it is kept from somebody. Families whose "
		 "record "
		 "is restricted are left out for whoever is not named for them. That the list was written is kept in "
		 "the "
		 "audit log. export actions writes what is overdue in the plans in force, by who owes it: owner, "
		 "family, action, by, "
		 "working_days_overdue and state (open or partly), without the names of children. export calendar "
		 "writes the booked conferences and core groups as an iCalendar file, "
		 "those of "
		 "one chair with --chair, to the new FILE or to standard output: references, times and places, no "
		 "names. "
		 "What was given up in the last four weeks stands in it as cancelled, so that a diary takes it out. A "
		 "chair "
		 "gets their own.",
	 .run = run_export},
	{.name = "backup",
	 .operands = {{"FILE", ARGUMENT_FILE, true}},
	 .takes = OPTION_BIT(PUBLIC_KEY) | OPTION_BIT(PASSPHRASE_FILE) | OPTION_BIT(NEW_KEY),
	 .has_listing = true,
	 .purpose = "Write one sealed file that holds everything.",
	 .manual = "Copies the case file as it is at one moment while others go on working, looks through the copy, "
		   "and seals it into a new file that nobody can read or change without its key. The file has its "
		   "name only when it is whole; a file that is there is never written over; of a folder, it is called "
		   "after its day. It is sealed for the "
		   "public key of --public-key or of the settings (backup in authority.yaml), so that a timer on the "
		   "host can make it and the host cannot read it; else under a passphrase, from --passphrase-file or "
		   "asked for on the terminal. With --new-key it makes a pair of keys and no back-up: keep the secret "
		   "one away from this machine, on paper too.",
	 .run = run_backup},
	{.name = "verify",
	 .operands = {{"FILE", ARGUMENT_FILE, false}},
	 .takes = OPTION_BIT(KEY) | OPTION_BIT(PASSPHRASE_FILE),
	 .has_listing = true,
	 .purpose = "Look through a back-up to its last byte.",
	 .manual = "Opens a back-up with --key, or with the passphrase of --passphrase-file or of the terminal, and "
		   "looks through all of it: its seal, its end, the pages, what rows point at, the audit log and its "
		   "head, and the number of rows of each table. Nothing readable is written anywhere. No case file is "
		   "needed. The exit status is 6 when it is damaged or was tampered with, 4 when the key is another.",
	 .run = run_verify},
	{.name = "restore",
	 .operands = {{"FILE", ARGUMENT_FILE, false}},
	 .takes = OPTION_BIT(KEY) | OPTION_BIT(PASSPHRASE_FILE),
	 .has_listing = true,
	 .purpose = "Bring back the case file of a back-up.",
	 .manual =
		 "Looks through a back-up as verify does and puts what is in it in the place of the case file, in one "
		 "step. The file that was there is kept beside it under a name with the date. Records that were "
		 "let go after the back-up was made are back with it: each is named, to be let go again. Refused, with "
		 "exit status 5, while anybody has the case file open. For administrators: of the case file that is "
		 "there, "
		 "or, where it cannot be opened any more, of the one in the back-up.",
	 .run = run_restore},
	{.name = "audit",
	 .operands = {{"verify", ARGUMENT_AUDIT_ACT, true}},
	 .acts = {{"", OPTION_BIT(WHO) | OPTION_BIT(ABOUT) | OPTION_BIT(ACTION) | OPTION_BIT(FROM) | OPTION_BIT(UNTIL) |
			       OPTION_BIT(MOST)},
		  {"verify", OPTION_BIT(AGAINST) | OPTION_BIT(KEY) | OPTION_BIT(PASSPHRASE_FILE)}},
	 .takes = OPTION_BIT(WHO) | OPTION_BIT(ABOUT) | OPTION_BIT(ACTION) | OPTION_BIT(FROM) | OPTION_BIT(UNTIL) |
		  OPTION_BIT(MOST) | OPTION_BIT(AGAINST) | OPTION_BIT(KEY) | OPTION_BIT(PASSPHRASE_FILE),
	 .has_listing = true,
	 .purpose = "Read the audit log, or check that it was not changed.",
	 .manual =
		 "audit alone lists who did what, the newest first: signed in, looked, searched, changed, sent, took "
		 "out, was refused, broke the glass. --who names an account, --about a family, conference, complaint, "
		 "person or disposal by reference (of a child: all its family's rows; of a record that went: who did "
		 "what to it and when, and by which disposal it went), --action one kind of act. For auditors, "
		 "who read the log and not the cases: names stand as references, and what was typed into a search by "
		 "first letters, unless the reader may see them. That the log was read is a row of its own. audit "
		 "verify, which administrators may run too, for it shows no row, recomputes the chain of the audit log "
		 "from its first row to its last and says which row was "
		 "changed or taken out, with exit status 6. Whoever may write to the file can make the whole chain "
		 "anew; that shows only against a head kept elsewhere: with --against, a back-up (opened as by "
		 "verify) or the head that the first sign-in of each day and each back-up leave in the log of the "
		 "machine, tells an end that was cut off and a log that was made anew.",
	 .run = run_audit},
	{.name = "retention",
	 .operands = {{"certificate", ARGUMENT_RETENTION_ACT, true}, {"Z-0001", ARGUMENT_FREE, true}},
	 .acts = {{"", FORMS}, {"certificate", 0}},
	 .has_listing = true,
	 .purpose = "List whose record is due to go, or print a certificate.",
	 .manual =
		 "Lists the families whose record has been kept for as long as the rules of the profile say, with the "
		 "reason, those that are held or proposed to go, and those whose day cannot be told. stands is due, "
		 "unknown, kept or open; rule is the rule of the profile that counts longest. Nothing ever goes by "
		 "itself: one person proposes it on the screen, another manager approves it there. retention "
		 "certificate prints what is left of a record that went; it names nobody.",
	 .run = run_retention},
	{.name = "user",
	 .operands = {{"list|add|disable", ARGUMENT_USER_ACT, false}, {"ACCOUNT", ARGUMENT_FREE, true}},
	 .acts = {{"list", FORMS},
		  {"add",
		   OPTION_BIT(NAME) | OPTION_BIT(ROLES) | OPTION_BIT(BORN) | OPTION_BIT(POSTCODE) | OPTION_BIT(PHONE)},
		  {"disable", 0}},
	 .takes = OPTION_BIT(NAME) | OPTION_BIT(ROLES) | OPTION_BIT(BORN) | OPTION_BIT(POSTCODE) | OPTION_BIT(PHONE),
	 .has_listing = true,
	 .purpose = "List, add or disable the users of the case file.",
	 .manual = "A user is an account of this machine. user add ACCOUNT --roles chair lets it work in the case "
		   "file; adding it "
		   "again sets its roles anew and enables it. --born, --postcode and --phone say of who works here "
		   "what is "
		   "compared with everybody on file: where two of surname, birth date, postcode and telephone are the "
		   "same, that family is closed to them at once and the managers are told. user disable ACCOUNT keeps "
		   "its history and lets it in no "
		   "more.",
	 .run = run_user},
	{.name = "roles",
	 .has_listing = true,
	 .purpose = "List who may do what.",
	 .manual =
		 "Prints the table of roles and actions: yes, no, or own for the conferences a person chairs. Every "
		 "screen, the palette, the search, letters, exports and this command line ask that one table; a "
		 "restricted family is besides for those who are named. What needs no right is not in it: verify opens "
		 "a back-up for whoever has its key or passphrase. Whether the audit log is as it was written may be "
		 "checked by whoever may read it, make a back-up or keep the users.",
	 .run = run_roles},
	{.name = "doctor",
	 .takes = OPTION_BIT(PROFILE),
	 .has_listing = true,
	 .purpose = "Say whether all is well with the file and the machine.",
	 .manual = "Looks at the case file, the disk, the settings and the terminal, and marks what to act on. It "
		   "tells nothing "
		   "about any person, so its answer may be sent to whoever helps. With --profile it also reads the "
		   "settings of that profile, as a look ahead.",
	 .run = run_doctor},
	{.name = "completion",
	 .operands = {{"bash|zsh|fish", ARGUMENT_SHELL, false}},
	 .purpose = "Write the completion script of a shell.",
	 .manual = "Writes a script that lets the shell complete verbs, options, rules, profiles and lanes. References "
		   "and names "
		   "are never completed.",
	 .run = run_completion},
	{.name = "help",
	 .operands = {{"VERB", ARGUMENT_VERB, true}},
	 .takes = OPTION_BIT(MAN),
	 .purpose = "Say how a verb is used.",
	 .manual = "Says what every verb is for, or how one is used. --man writes the tables of the manual page.",
	 .run = run_help},
	LATER("check"),
};

const struct verb *verb_table(size_t *count)
{
	*count = sizeof verbs / sizeof *verbs;
	return verbs;
}

const struct verb *verb_find(const char *name)
{
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}
