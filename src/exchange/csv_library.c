/* libcsv, brought in when a spreadsheet is read. */
#include "csv_library.h"

#include "base/loaded_library.h"

bool csv_library_load(struct csv_library *out, struct fault *f)
{
	void *library = library_load("libcsv.so.3");
	bool all = library != NULL;

#define X(name) all = all && library_function(library, #name, &out->name, sizeof out->name);
	CSV_FUNCTIONS(X)
#undef X
	return all || fault_set(f, FAULT_STORAGE,
				"A spreadsheet cannot be read on this machine: the library libcsv is missing. Ask "
				"whoever looks after the machine to install it.");
}
