/* libxml2, brought in when a census return is read. */
#include "xml_library.h"

#include "base/loaded_library.h"

bool xml_library_load(struct xml_library *out, struct fault *f)
{
	void *library = library_load(QUORATE_LIBXML);
	bool all = library != NULL;

#define X(name) all = all && library_function(library, #name, &out->name, sizeof out->name);
	XML_FUNCTIONS(X)
#undef X
	if (all)
		return true;
	fault_set(f, FAULT_STORAGE,
		  "A census return cannot be read on this machine: the library libxml2 is missing. Ask whoever looks "
		  "after the "
		  "machine to install it.");
	fault_detail(f, "%s", QUORATE_LIBXML);
	return false;
}
