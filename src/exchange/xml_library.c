/* libxml2, brought in when a census return is read. */
#include "xml_library.h"

#include <dlfcn.h>
#include <string.h>

/* A pointer to a function cannot be cast from one to data; its bytes can be copied. */
static bool find(void *library, const char *name, void *function, size_t size)
{
	void *found = dlsym(library, name);

	memcpy(function, &found, size);
	return found != NULL;
}

bool xml_library_load(struct xml_library *out, struct fault *f)
{
	void *library = dlopen(QUORATE_LIBXML, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	bool all = library != NULL;

#define X(name) all = all && find(library, #name, &out->name, sizeof out->name);
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
