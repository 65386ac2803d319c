/* Texts of a field that are typed in more than one way and mean the same, for when two people save one record. */
#ifndef ALIKE_H
#define ALIKE_H

#include <stdbool.h>

bool alike_clock(const char *a, const char *b);  /* "9:30", "0930" */
bool alike_length(const char *a, const char *b); /* "90", "1h30" */
/* But for blanks and capitals: telephone and NHS numbers, postcodes. */
bool alike_closed_up(const char *a, const char *b);

#endif
