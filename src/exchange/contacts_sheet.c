/* The list of contacts: agencies, the people who work there, and when each was last checked. */
#include "sheet.h"

enum { AGENCY, GROUP, NAME, WORK, EMAIL, PHONE, METHOD, ADDRESS, DEPUTY, CHECKED, COLUMN_COUNT };

static const struct import_column columns[COLUMN_COUNT] = {
	[AGENCY] = {"Agency", "organisation|organization|service", true, "The agency, its team or its school."},
	[GROUP] = {"Group", "quorum group|agency group", true,
		   "What the agency counts as for a quorum, and what agencies.yaml finds it by: health, education, "
		   "police, social care, gp, housing, probation, advocacy, chair."},
	[NAME] = {"Name", "contact|contact name|full name", true, "The person, or the name of a team or desk."},
	[WORK] = {"Role", "job title|title|post", false,
		  "What they do there: health visitor, designated safeguarding lead."},
	[EMAIL] = {"Email", "e mail|email address", false, "One address."},
	[PHONE] = {"Phone", "telephone|mobile", false, ""},
	[METHOD] = {"Method", "reached by|how|send by|contact method", false,
		    "How letters go: e-mail, post, secure portal, telephone or in person; e-mail where it is empty."},
	[ADDRESS] = {"Address", "postal address", false,
		     "Lines parted as the spreadsheet parts them, the postcode last."},
	[DEPUTY] = {"Deputy", "stands in|cover", false, "Who stands in for them, by name."},
	[CHECKED] = {"Checked on", "checked|verified on|last checked", false, "The day the row was last found right."},
};

static bool take(struct sheet_row *row, struct fault *f)
{
	struct intake_contact contact = {0};
	enum intake_result result = INTAKE_REFUSED;
	struct fault why = {0};
	bool done;

	contact.agency = cell_needed(row, AGENCY, "Type the agency the contact works for.");
	contact.quorum_group = cell_needed(row, GROUP,
					   "Type the group the agency counts for, such as health or education.");
	contact.name = cell_text(row, NAME);
	contact.role = cell_text(row, WORK);
	contact.email = cell_text(row, EMAIL);
	contact.phone = cell_text(row, PHONE);
	contact.method = cell_text(row, METHOD);
	contact.address = cell_lines(row, ADDRESS);
	contact.deputy = cell_text(row, DEPUTY);
	contact.checked_on = cell_date(row, CHECKED, "Type the day the contact was last checked, or leave it empty.");
	if (row->is_refused) {
		run_refused(row->run);
		return true;
	}
	done = row->run->sink->contact(row->run->sink->payload, &contact, &result, &why);
	return run_counted(row->run, row->line, "", done, result, &why, f);
}

const struct sheet contacts_sheet = {columns, COLUMN_COUNT, take};
