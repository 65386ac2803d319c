/* What people type for a time of day or a length of time, understood. */
#ifndef DOMAIN_CLOCK_ENTRY_H
#define DOMAIN_CLOCK_ENTRY_H

#include "base/fault.h"

/* "9:30" "9.30" "0930" "930" "9" "9am" "2pm" "14" "14:00" "noon": minutes since midnight. Hours 1 to 6 without am or pm
 * are read as afternoon: nobody meets at two in the morning. */
bool clock_entry_parse(int *out, const char *typed, const char *label, struct fault *f);

/* "90" "90m" "1h" "1h30" "1 h 30" "1:30" "1.5h" "2 hours": minutes, 5 to 720. */
bool length_entry_parse(int *out, const char *typed, const char *label, struct fault *f);

#define LENGTH_WORDS_ROOM 24
char *length_words(int minutes, char out[LENGTH_WORDS_ROOM]); /* "1 h 30", "45 min", "2 h" */

#endif
