/* Any bytes as keys for the many-line editor, held against a naive editor; its rows against rows measured afresh. */
#include "../../src/tui/edit_text_inside.h"
#include "../tui/edit_model.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define TEXT_MOST 1500

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* The first byte of a key says whether it is one of the usual suspects, an ASCII letter, or half of a code point
 * of the common scripts or of the emoji. */
static tui_key key_from(const uint8_t **at, const uint8_t *end)
{
	uint8_t first = *(*at)++;

	if (first < 0x40)
		return some_key(first);
	if (first < 0x80 || *at == end)
		return first == 0x7f ? ' ' : first;
	return (first < 0xf0 ? (tui_key)(first - 0x80) << 8 : 0x1f000u | (tui_key)(first & 0xf) << 8) | *(*at)++;
}

static void check_rows(const struct edit_text *e)
{
	struct wrap_rows fresh = {0};

	require(wrap_rows_fit(&fresh, e->text, e->rows.columns));
	require(fresh.count == e->rows.count);
	require(memcmp(fresh.starts, e->rows.starts, fresh.count * sizeof *fresh.starts) == 0);
	wrap_rows_finish(&fresh);
}

static void press_and_compare(struct edit_text *e, struct model *m, tui_key key)
{
	bool typed = (tui_key_is_letter(key) && text_is_safe(key)) || key == '\n' || key == TUI_KEY_ENTER, refused;

	edit_text_key(e, key, &refused);
	if (typed)
		require(refused == !model_type(m, key == TUI_KEY_ENTER ? '\n' : key, TEXT_MOST));
	else
		model_key(m, key);
	if (!typed && key != TUI_KEY_LEFT && key != TUI_KEY_RIGHT && key != TUI_KEY_BACKSPACE &&
	    key != TUI_KEY_DELETE) {
		strcpy(m->text, edit_text_value(e)); /* the naive editor knows no rows and no undo */
		m->caret = edit_text_caret(e);
	}
	require(strcmp(m->text, edit_text_value(e)) == 0 && m->caret == edit_text_caret(e));
	require(e->length == strlen(e->text) && e->length <= TEXT_MOST && text_is_utf8(e->text, e->length));
}

static void press_often(struct edit_text *e, tui_key key)
{
	bool refused;

	for (int n = 0; n < UNDO_STEPS + 1; n++)
		edit_text_key(e, key, &refused);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const uint8_t *at = bytes, *end = bytes + size;
	struct model m = {.text = ""};
	struct edit_text *e;

	if (size < 2 || size > 4000 || !edit_text_create(&e, "", TEXT_MOST, NULL))
		return 0;
	edit_text_resize(e, 2 + *at++ % 60, 4);
	while (at < end) {
		press_and_compare(e, &m, key_from(&at, end));
		if ((end - at) % 4 == 0)
			check_rows(e);
	}
	press_often(e, KEY_CONTROL('Z'));
	check_rows(e);
	press_often(e, KEY_CONTROL('Y'));
	edit_text_destroy(e);
	return 0;
}
