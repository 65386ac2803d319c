/* The authority's clock: civil time in England, whatever time zone the host keeps. */
#ifndef CASEWORK_LONDON_H
#define CASEWORK_LONDON_H

#include "domain/date.h"

/* Seconds to add to a Unix moment for English civil time: 3,600 from 01:00 UTC on the last Sunday of March until 01:00
 * UTC on the last Sunday of October (the rule in force since 1996), else 0. */
int london_offset(int64_t moment);

day_number london_day(int64_t moment);
int london_second(int64_t moment); /* since midnight, 0 to 86,399 */

/* The moment at which a clock in England shows `second` on `day`; the first of the two in October. */
int64_t london_moment(day_number day, int second);

#endif
