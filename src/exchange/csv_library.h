/* libcsv, brought in when a spreadsheet is read: in most sessions none ever is. */
#ifndef EXCHANGE_CSV_LIBRARY_H
#define EXCHANGE_CSV_LIBRARY_H

#include "base/fault.h"

#include <csv.h>

#define CSV_FUNCTIONS(X)                                                                                               \
	X(csv_error) X(csv_fini) X(csv_free) X(csv_init) X(csv_parse) X(csv_set_blk_size) X(csv_set_delim)

/* The functions of the library by their own names and types: csv->csv_parse(&parser, ...). */
struct csv_library {
#define X(name) __typeof__(&name) name;
	CSV_FUNCTIONS(X)
#undef X
};

/* Stays loaded until the program ends. FAULT_STORAGE with a sentence when the library is not on the machine. */
bool csv_library_load(struct csv_library *out, struct fault *f);

#endif
