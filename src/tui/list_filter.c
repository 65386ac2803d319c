/* Which rows of a list are shown, and in what order. */
#include "list_private.h"

#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_MOST 16

struct filter_word {
	char text[sizeof((struct list *)0)->filter * 3];
	bool is_excluded;
};

static bool is_chip(const char *word)
{
	return word[strcspn(word, ":<>=")] != '\0';
}

/* One word of the filter, ready to compare; false when nothing of it is left ("!" alone, "-"). */
static bool read_word(const char *typed, size_t bytes, bool may_be_chip, struct filter_word *out, struct arena *spare)
{
	char *word = arena_text_n(spare, typed, bytes);

	out->is_excluded = *word == '!';
	word += out->is_excluded;
	if (!may_be_chip || !is_chip(word))
		word = text_fold(spare, word);
	if (!*word || strlen(word) >= sizeof out->text)
		return false;
	strcpy(out->text, word);
	return true;
}

static size_t read_words(const struct list *l, struct filter_word words[WORDS_MOST])
{
	struct arena spare = {0};
	size_t count = 0;

	for (const char *at = l->filter; *at && count < WORDS_MOST;) {
		size_t bytes = strcspn(at, " ");

		if (bytes && read_word(at, bytes, l->source.matches != NULL, &words[count], &spare))
			count++;
		at += bytes;
		at += strspn(at, " ");
	}
	arena_finish(&spare);
	return count;
}

static char *fold_row(const struct list *l, size_t row, struct arena *mem, struct arena *spare)
{
	char cell[CELL_ROOM] = "", *whole;

	if (l->source.found_by)
		l->source.found_by(l->source.rows, row, cell, sizeof cell);
	whole = arena_text(spare, cell);
	for (int column = 0; column < l->column_count; column++) {
		cell[0] = '\0';
		l->source.cell(l->source.rows, row, column, cell, sizeof cell);
		whole = arena_printf(spare, "%s %s", whole, cell);
	}
	whole = arena_text(mem, text_fold(spare, whole));
	arena_reset(spare);
	return whole;
}

/* Folding is what costs; the rows do not change until the next fill. */
static bool fold_rows(struct list *l, struct arena *mem)
{
	struct arena spare = {0};

	if (l->folded)
		return true;
	l->folded = arena_alloc(mem, (l->source.count + 1) * sizeof *l->folded);
	for (size_t row = 0; l->folded && row < l->source.count; row++)
		l->folded[row] = fold_row(l, row, mem, &spare);
	arena_finish(&spare);
	return l->folded != NULL;
}

static bool row_passes(const struct list *l, size_t row, const struct filter_word *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool holds = l->source.matches ? l->source.matches(l->source.rows, row, words[i].text)
					       : strstr(l->folded[row], words[i].text) != NULL;
		if (holds == words[i].is_excluded)
			return false;
	}
	return true;
}

static bool source_heading(const struct list *l, size_t row)
{
	return l->source.is_heading && l->source.is_heading(l->source.rows, row);
}

/* A heading stays while a row of its group does; a sorted list has no groups. */
void list_filter_rows(struct list *l, struct arena *mem)
{
	struct filter_word words[WORDS_MOST];
	size_t word_count = read_words(l, words), heading = 0;
	bool has_heading = false;

	l->shown_count = 0;
	if (word_count && !l->source.matches && !fold_rows(l, mem))
		return;
	for (size_t row = 0; row < l->source.count; row++) {
		if (source_heading(l, row)) {
			heading = row;
			has_heading = l->sort_column < 0;
			if (!word_count && has_heading)
				l->shown[l->shown_count++] = row;
			continue;
		}
		if (!row_passes(l, row, words, word_count))
			continue;
		if (word_count && has_heading)
			l->shown[l->shown_count++] = heading;
		has_heading = false;
		l->shown[l->shown_count++] = row;
	}
}

struct sorting {
	const struct list *list;
	const char **texts; /* of each row's cell, folded; NULL when the source compares */
};

static int compare_shown(const void *a, const void *b, void *sorting)
{
	const struct sorting *s = sorting;
	const struct list *l = s->list;
	size_t first = *(const size_t *)a, second = *(const size_t *)b;
	int order = s->texts ? strcmp(s->texts[first], s->texts[second])
			     : l->source.compare(l->source.rows, first, second, l->sort_column);

	if (l->sort_reversed)
		order = -order;
	return order ? order : first < second ? -1 : first > second;
}

/* Each cell is folded once: a comparison of names would fold them twenty times over. */
static const char **fold_column(const struct list *l, struct arena *mem)
{
	const char **texts = arena_alloc(mem, l->source.count * sizeof *texts);

	for (size_t i = 0; texts && i < l->shown_count; i++) {
		char cell[CELL_ROOM] = "";

		l->source.cell(l->source.rows, l->shown[i], l->sort_column, cell, sizeof cell);
		texts[l->shown[i]] = text_fold(mem, cell);
	}
	return arena_exhausted(mem) ? NULL : texts;
}

void list_sort_rows(struct list *l)
{
	struct sorting sorting = {.list = l};
	struct arena mem = {0};

	if (!l->source.compare || l->shown_count < 2)
		return;
	if (l->source.compare(l->source.rows, l->shown[0], l->shown[1], l->sort_column) == LIST_BY_TEXT) {
		sorting.texts = fold_column(l, &mem);
		if (!sorting.texts) { /* no memory: as given is an order too */
			arena_finish(&mem);
			return;
		}
	}
	qsort_r(l->shown, l->shown_count, sizeof *l->shown, compare_shown, &sorting);
	arena_finish(&mem);
}
