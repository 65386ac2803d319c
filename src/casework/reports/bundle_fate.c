/* What goes into a bundle and what does not. */
#include "bundle.h"
#include "report_words.h"

static const char *chased_words(const struct report *report, struct arena *mem)
{
	if (report->requested_on == DAY_NONE)
		return "missing: not asked for";
	if (report->chased == 0)
		return "missing: not received";
	if (report->chased == 1)
		return "missing: chased once";
	return report->chased == 2 ? "missing: chased twice"
				   : arena_printf(mem, "missing: chased %d times", report->chased);
}

enum bundle_fate bundle_fate_for_professionals(const struct report *report, size_t files, struct arena *mem,
					       const char **how)
{
	*how = "";
	if (report->received_on == DAY_NONE && !report_is_wanted(report))
		return BUNDLE_PASSES_BY;
	if (report->received_on == DAY_NONE) {
		*how = chased_words(report, mem);
		return BUNDLE_MISSES;
	}
	if (report->handling == HANDLING_CHAIR_ONLY || report->handling == HANDLING_READ_OUT) {
		*how = arena_printf(mem, "%s: left out", report_handling_label(report->handling));
		return BUNDLE_LEAVES_OUT;
	}
	if (files > 0)
		return BUNDLE_HOLDS;
	*how = report->is_verbal ? "verbal only: nothing to put in" : "in, but no file is attached";
	return BUNDLE_LEAVES_OUT;
}

enum bundle_fate bundle_fate_for_member(const struct report *report, bool is_of_theirs, day_number shared_on,
					size_t files, const char **how)
{
	*how = "";
	if (report->received_on == DAY_NONE)
		return BUNDLE_PASSES_BY;
	if (report_is_police(report))
		*how = "never (police): left out";
	else if (!report_may_go_to_family(report))
		*how = "not for the family: left out";
	else if (!is_of_theirs)
		*how = "speaks of a child who is not theirs: left out";
	else if (shared_on == DAY_NONE)
		*how = "not shared with them: left out";
	else if (files == 0)
		*how = "shared, but no file is attached";
	else
		return BUNDLE_HOLDS;
	return BUNDLE_LEAVES_OUT;
}
