/* libyaml, brought in while settings are read. */
#include "yaml_library.h"

#include "base/loaded_library.h"

bool yaml_library_open(struct yaml_library *out, struct fault *f)
{
	bool all;

	*out = (struct yaml_library){.loaded = library_borrow("libyaml-0.so.2")};
	all = out->loaded != NULL;
#define X(name) all = all && library_function(out->loaded, #name, &out->name, sizeof out->name);
	YAML_FUNCTIONS(X)
#undef X
	return all || fault_set(f, FAULT_STORAGE,
				"Settings cannot be read on this machine: the library libyaml is missing. Ask whoever "
				"looks after the machine to install it.");
}

void yaml_library_close(struct yaml_library *library)
{
	library_give_back(library->loaded);
	library->loaded = NULL;
}
