/* Any bytes as a draft: what comes back is text that fits, and a draft of it brings back the same. */
#include <stddef.h>

#include "../tui/form_fixture.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_values(const struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		const struct field *field = &form->fields[i];
		const char *text = field->name ? form_value(form, field->name) : "";
		uint32_t code;

		require(!field->name || strnlen(text, field->room) < field->room);
		for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
			require(text_is_safe(code) || (field->kind == FIELD_LINES && code == '\n'));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct booking values = {.kind = "initial"}, again = {.kind = "review"};
	struct form form, second;
	struct arena mem = {0};

	require(form_open(&form, booking_fields, BOOKING_FIELDS, &values, NULL, NULL));
	require(form_open(&second, booking_fields, BOOKING_FIELDS, &again, NULL, NULL));
	form_from_draft(&form, arena_text_n(&mem, (const char *)bytes, size));
	check_values(&form);
	form_from_draft(&second, form_to_draft(&form, &mem));
	require(strcmp(form_to_draft(&form, &mem), form_to_draft(&second, &mem)) == 0);
	require(form_draft_words(arena_text_n(&mem, (const char *)bytes, size), &mem) != NULL);
	form_close(&form);
	form_close(&second);
	arena_finish(&mem);
	return 0;
}
