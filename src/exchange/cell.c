/* What one cell of a spreadsheet holds, as a value or as a problem with its remedy. */
#include "base/text.h"
#include "sheet.h"

#include <stdarg.h>
#include <string.h>

void cell_problem(struct sheet_row *row, size_t column, const char *format, ...)
{
	char message[FAULT_MESSAGE_ROOM];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	row->is_refused = true;
	run_problem(row->run, row->line, "", row->sheet->columns[column].name, "%s", message);
}

/* Line ends of any system become one: text_tidy takes a carriage return for the control character it is. */
static const char *plain_line_ends(struct arena *mem, const char *text)
{
	char *out, *to;

	if (!strchr(text, '\r'))
		return text;
	out = to = arena_text(mem, text);
	for (const char *from = text; *from && out[0]; from++)
		if (*from != '\r')
			*to++ = *from;
		else if (from[1] != '\n')
			*to++ = '\n';
	*to = '\0';
	return out;
}

static size_t characters(const char *text)
{
	size_t count = 0;
	uint32_t code;

	for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
		count++;
	return count;
}

static const char *tidied(struct sheet_row *row, size_t column, bool lines, size_t most)
{
	const struct csv_cell *cell = &row->cells[column];
	struct arena *mem = &row->run->row;
	const char *text = text_tidy(mem, lines ? plain_line_ends(mem, cell->text) : cell->text, lines);

	if (cell->has_nul || !text)
		cell_problem(row, column, "holds a character that cannot be shown%s. Type it again.",
			     lines ? "" : ", such as a line break");
	else if (characters(text) > most)
		cell_problem(row, column, "is longer than %zu characters. Shorten it.", most);
	else
		return text;
	return "";
}

const char *cell_text(struct sheet_row *row, size_t column)
{
	return tidied(row, column, false, SHEET_TEXT_MOST);
}

const char *cell_lines(struct sheet_row *row, size_t column)
{
	return tidied(row, column, true, SHEET_LINES_MOST);
}

const char *cell_needed(struct sheet_row *row, size_t column, const char *remedy)
{
	bool was_refused = row->is_refused;
	const char *text;

	row->is_refused = false;
	text = cell_text(row, column);
	if (!text[0] && !row->is_refused)
		cell_problem(row, column, "is empty. %s", remedy);
	row->is_refused = row->is_refused || was_refused;
	return text;
}

day_number cell_date(struct sheet_row *row, size_t column, const char *remedy)
{
	const char *text = cell_text(row, column);
	const char *said = run_quoted(row->run, text);
	day_number day = DAY_NONE;

	if (!text[0])
		return DAY_NONE;
	switch (written_date(text, &day)) {
	case WRITTEN_DATE: break;
	case WRITTEN_NO_DATE: cell_problem(row, column, "%s is not a date as day/month/year. %s", said, remedy); break;
	case WRITTEN_DATE_NOT_REAL: cell_problem(row, column, "%s is not a real date. %s", said, remedy); break;
	case WRITTEN_DATE_SHORT_YEAR:
		cell_problem(row, column, "%s has a year of two digits. Type all four.", said);
		break;
	}
	return day;
}

enum yes_no cell_yes_no(struct sheet_row *row, size_t column)
{
	const char *text = cell_text(row, column);
	enum yes_no answer;

	if (!written_yes_no(text, &answer))
		cell_problem(row, column, "%s is neither yes nor no. Type yes, no, or leave it empty.",
			     run_quoted(row->run, text));
	return answer;
}
