/* A naive many-line editor to hold the real one against, and the numbers that drive both. */
#ifndef TESTS_TUI_EDIT_MODEL_H
#define TESTS_TUI_EDIT_MODEL_H

#include "base/text.h"
#include "tui/edit_line.h"
#include "tui/edit_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MODEL_ROOM 4096

/* splitmix64 */
static inline uint64_t next_number(uint64_t *seed)
{
	uint64_t z = (*seed += 0x9E3779B97F4A7C15u);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

/* Letters that have hurt editors: marks, Arabic, Chinese, joined emoji, halves of flags, signs that turn text round. */
static const uint32_t hurtful_letters[] = {
	0x61,    0x62,    0x65,   0x4F,   0x20,   0x20,   0x27,    0x2D,   0x0323,  0x0300,  0x0302,  0x00E2,
	0x0142,  0x0634,  0x0627, 0x0653, 0x5B57, 0x6F22, 0x1F468, 0x200D, 0x1F469, 0x1F467, 0x1F3FD, 0x1F1EC,
	0x1F1E7, 0x1F1EC, 0x094D, 0x0915, 0x1100, 0x1161, 0xFE0F,  0x0E33, 0x202E,  0x2028,  0x7F};
static const tui_key editing_keys[] = {
	TUI_KEY_LEFT,    TUI_KEY_RIGHT,     TUI_KEY_LEFT,      TUI_KEY_WORD_LEFT, TUI_KEY_WORD_RIGHT, TUI_KEY_HOME,
	TUI_KEY_END,     TUI_KEY_BACKSPACE, TUI_KEY_BACKSPACE, TUI_KEY_DELETE,    TUI_KEY_UP,         TUI_KEY_DOWN,
	TUI_KEY_PAGE_UP, TUI_KEY_PAGE_DOWN, TUI_KEY_ENTER,     TUI_KEY_TAB,       TUI_KEY_ESCAPE,     TUI_KEY_UNKNOWN};
static const char control_keys[] = "WUKZYJ";

static inline tui_key some_key(uint64_t number)
{
	const size_t letters = sizeof hurtful_letters / sizeof *hurtful_letters,
		     keys = sizeof editing_keys / sizeof *editing_keys;
	size_t n = number % (letters + keys + sizeof control_keys - 1);

	if (n < letters)
		return hurtful_letters[n];
	if (n < letters + keys)
		return editing_keys[n - letters];
	return KEY_CONTROL(control_keys[n - letters - keys]);
}

/* Is `at` between two clusters, as the real editors count them from the 32 letters before? */
static inline bool is_boundary(const char *text, size_t at)
{
	size_t before = text_cluster_before(text, at);

	return before == 0 || text_cluster(text + at - before) == before;
}

struct model {
	char text[MODEL_ROOM];
	size_t caret;
};

static inline void model_settle(struct model *m, size_t at)
{
	size_t before = text_cluster_before(m->text, at);

	m->caret = at;
	if (before && at - before + text_cluster(m->text + at - before) > at)
		m->caret = at - before + text_cluster(m->text + at - before);
}

static inline void model_replace(struct model *m, size_t at, size_t removed, const char *inserted)
{
	char after[MODEL_ROOM];

	strcpy(after, m->text + at + removed);
	strcpy(m->text + at, inserted);
	strcat(m->text, after);
	model_settle(m, at + strlen(inserted));
}

/* A typed letter; false when the editor must refuse it. */
static inline bool model_type(struct model *m, tui_key key, size_t most)
{
	char bytes[5], pair[8] = "a";

	text_encode(key, bytes);
	strcat(pair, bytes);
	if (strlen(m->text) + strlen(bytes) > most)
		return false;
	if (text_cluster(pair) > 1 && (m->caret == 0 || m->text[m->caret - 1] == '\n'))
		return false;
	model_replace(m, m->caret, 0, bytes);
	return true;
}

/* The keys that do not depend on rows: deleting and moving by character. */
static inline void model_key(struct model *m, tui_key key)
{
	size_t before = text_cluster_before(m->text, m->caret), after = text_cluster(m->text + m->caret);

	if (key == TUI_KEY_LEFT)
		m->caret -= before;
	else if (key == TUI_KEY_RIGHT)
		m->caret += after;
	else if (key == TUI_KEY_BACKSPACE)
		model_replace(m, m->caret - before, before, "");
	else if (key == TUI_KEY_DELETE)
		model_replace(m, m->caret, after, "");
}

#endif
