/* Any bytes as a settings file: taken over whole and in bounds, or refused with a place and a sentence. The first byte
 * chooses which of the kinds of file. */
#include "base/text.h"
#include "settings/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_refusal(const struct fault *f)
{
	int line, column;

	require(f->code == FAULT_REFUSED);
	require(sscanf(f->message, "file.yaml:%d:%d: ", &line, &column) == 2 && line >= 1 && column >= 1);
	require(text_is_utf8(f->message, strlen(f->message)));
	for (const char *at = f->message; *at;) {
		uint32_t code;
		at += text_decode(at, &code);
		require(text_is_safe(code));
	}
}

static void check_list(const struct holiday_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		require(list->items[i].day != DAY_NONE && *list->items[i].name);
		require(i == 0 || list->items[i - 1].day < list->items[i].day);
	}
}

static void check_policy(const struct policy *policy)
{
	for (int key = 0; key < RULE_COUNT; key++) {
		const struct rule *rule = &policy->rules[key];
		require(rule->n >= 0 && rule->n <= 400 && (unsigned)rule->unit < RULE_UNIT_COUNT);
		require(!rule->in_force || *rule->source);
	}
	require(*policy->name && *policy->version && *policy->label);
}

static void check_resources(const struct settings_resource_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		require(*list->items[i].name && list->items[i].login && list->items[i].access &&
			list->items[i].weekdays);
}

static void check_formats(const struct settings_format_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		require((unsigned)list->items[i].format < NOTE_FORMAT_COUNT && list->items[i].headings.count > 0);
		for (size_t k = 0; k < list->items[i].headings.count; k++)
			require(*list->items[i].headings.items[k].key && *list->items[i].headings.items[k].heading &&
				list->items[i].headings.items[k].hints);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct settings settings = {0};
	struct arena mem = {0};
	struct fault f = {0};
	enum settings_file which;

	if (size == 0)
		return 0;
	which = (enum settings_file)(bytes[0] % 8 % SETTINGS_FILE_COUNT);
	if (!settings_read_text(&settings, which, "file.yaml", (const char *)bytes + 1, size - 1, &mem, &f)) {
		check_refusal(&f);
	} else {
		check_list(&settings.calendar.bank_holidays);
		check_list(&settings.calendar.closures);
		check_resources(&settings.chairs);
		check_resources(&settings.rooms);
		check_resources(&settings.minute_takers);
		check_formats(&settings.formats);
		require(which != SETTINGS_AUTHORITY || settings.day_starts < settings.day_ends);
		if (which == SETTINGS_PROFILE)
			check_policy(&settings.policy);
	}
	arena_finish(&mem);
	return 0;
}
