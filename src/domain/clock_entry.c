/* What people type for a time of day or a length of time. */
#include "domain/clock_entry.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Lower case without blanks; false when it is longer than any time can be. */
static bool squeeze(const char *typed, char out[24])
{
	size_t length = 0;

	for (; *typed; typed++) {
		if (*typed == ' ')
			continue;
		if (length + 1 >= 24)
			return false;
		out[length++] = (char)tolower((unsigned char)*typed);
	}
	out[length] = '\0';
	return true;
}

/* Digits at *at, at most `most`; -1 when there are none. */
static int take_number(const char **at, int most)
{
	int value = 0, digits = 0;

	while (isdigit((unsigned char)**at) && digits < most) {
		value = value * 10 + (**at - '0');
		(*at)++;
		digits++;
	}
	return digits ? value : -1;
}

static bool read_clock(const char *text, int *hours, int *minutes, bool *has_half)
{
	const char *at = text;
	size_t digits = strspn(text, "0123456789");

	*minutes = 0;
	*has_half = false;
	*hours = take_number(&at, digits >= 3 ? (int)digits - 2 : 2);
	if (*hours < 0 || digits > 4)
		return false;
	if (digits >= 3)
		*minutes = take_number(&at, 2);
	else if (*at == ':' || *at == '.' || *at == 'h') {
		at++;
		if (isdigit((unsigned char)at[0]) && isdigit((unsigned char)at[1]))
			*minutes = take_number(&at, 2);
		else
			return false;
	}
	if (strcmp(at, "am") == 0 || strcmp(at, "pm") == 0) {
		*has_half = true;
		if (*hours < 1 || *hours > 12)
			return false;
		*hours = *hours % 12 + (at[0] == 'p' ? 12 : 0);
		return *minutes < 60;
	}
	return !*at && *hours < 24 && *minutes < 60;
}

bool clock_entry_parse(int *out, const char *typed, const char *label, struct fault *f)
{
	char text[24];
	int hours, minutes;
	bool has_half;

	if (!typed[0])
		return fault_field(f, label, "Enter the time it starts, for example 9:30 or 2pm.");
	if (!squeeze(typed, text))
		return fault_field(f, label, "%s: enter a time, for example 9:30 or 2pm.", label);
	if (strcmp(text, "noon") == 0 || strcmp(text, "midday") == 0) {
		*out = 12 * 60;
		return true;
	}
	if (!read_clock(text, &hours, &minutes, &has_half))
		return fault_field(f, label, "%s: enter a time, for example 9:30 or 2pm.", label);
	if (!has_half && text[0] != '0' && hours >= 1 && hours <= 6)
		hours += 12;
	*out = hours * 60 + minutes;
	return true;
}

static bool read_length(const char *text, int *minutes)
{
	const char *at = text;
	int first = take_number(&at, 3), rest = 0;

	if (first < 0)
		return false;
	if (!*at || strcmp(at, "m") == 0 || strcmp(at, "min") == 0 || strcmp(at, "mins") == 0 ||
	    strcmp(at, "minutes") == 0) {
		*minutes = first;
		return true;
	}
	if (*at == '.' && isdigit((unsigned char)at[1]) && at[2] == 'h') {
		*minutes = first * 60 + (at[1] - '0') * 6;
		return true;
	}
	if (*at != 'h' && *at != ':')
		return false;
	at += strncmp(at, "hours", 5) == 0 ? 5 : strncmp(at, "hour", 4) == 0 ? 4 : 1;
	if (*at)
		rest = take_number(&at, 2);
	*minutes = first * 60 + rest;
	return rest >= 0 && rest < 60 && (!*at || strcmp(at, "m") == 0 || strcmp(at, "min") == 0);
}

bool length_entry_parse(int *out, const char *typed, const char *label, struct fault *f)
{
	char text[24];

	if (!typed[0])
		return fault_field(f, label, "Enter how long it takes, for example 1 h 30 or 90.");
	if (!squeeze(typed, text) || !read_length(text, out))
		return fault_field(f, label, "%s: enter a length of time, for example 1 h 30 or 90.", label);
	if (*out < 5 || *out > 720)
		return fault_field(f, label, "%s: enter between 5 minutes and 12 hours.", label);
	return true;
}

char *length_words(int minutes, char out[LENGTH_WORDS_ROOM])
{
	if (minutes < 60)
		snprintf(out, LENGTH_WORDS_ROOM, "%d min", minutes);
	else if (minutes % 60 == 0)
		snprintf(out, LENGTH_WORDS_ROOM, "%d h", minutes / 60);
	else
		snprintf(out, LENGTH_WORDS_ROOM, "%d h %02d", minutes / 60, minutes % 60);
	return out;
}
