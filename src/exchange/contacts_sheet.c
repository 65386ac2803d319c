/* The list of contacts: agencies, the people who work there, and when each was last checked. */
#include "sheet.h"

enum { AGENCY, GROUP, NAME, WORK, EMAIL, PHONE, METHOD, ADDRESS, DEPUTY, CHECKED, COLUMN_COUNT };

static const struct sheet_column columns[COLUMN_COUNT] = {
	[AGENCY] = {"Agency", "organisation|organization|service", true},
	[GROUP] = {"Group", "quorum group|agency group", true},
	[NAME] = {"Name", "contact|contact name|full name", true},
	[WORK] = {"Role", "job title|title|post", false},
	[EMAIL] = {"Email", "e mail|email address", false},
	[PHONE] = {"Phone", "telephone|mobile", false},
	[METHOD] = {"Method", "reached by|how|send by|contact method", false},
	[ADDRESS] = {"Address", "postal address", false},
	[DEPUTY] = {"Deputy", "stands in|cover", false},
	[CHECKED] = {"Checked on", "checked|verified on|last checked", false},
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
