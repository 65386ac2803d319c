/* A date in a form: what was understood beside it, and stepping by days. One way for every form. */
#ifndef DATE_FIELD_H
#define DATE_FIELD_H

#include "domain/date_entry.h"

/* The echo, or a hint (false) while it is not yet a date. */
bool date_field_echo(const struct date_context *context, const char *typed, char *out, size_t room);
/* `typed` moved by days and written back as a date; an empty one starts today. False when it cannot be understood. */
bool date_field_step(const struct date_context *context, char *typed, size_t room, int by);

#endif
