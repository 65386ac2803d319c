/* libpam, brought in when a password is asked for. */
#include "pam_library.h"

#include "base/loaded_library.h"

bool pam_library_load(struct pam_library *out)
{
	void *library = library_load("libpam.so.0");
	bool all = library != NULL;

#define X(name) all = all && library_function(library, #name, &out->name, sizeof out->name);
	PAM_FUNCTIONS(X)
#undef X
	return all;
}
