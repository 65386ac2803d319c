/* libyaml, there while settings are read and gone afterwards: a session reads them once, as it begins. */
#ifndef SETTINGS_YAML_LIBRARY_H
#define SETTINGS_YAML_LIBRARY_H

#include "base/fault.h"

#include <yaml.h>

#define YAML_FUNCTIONS(X)                                                                                              \
	X(yaml_event_delete)                                                                                           \
	X(yaml_parser_delete)                                                                                          \
	X(yaml_parser_initialize)                                                                                      \
	X(yaml_parser_parse)                                                                                           \
	X(yaml_parser_set_encoding)                                                                                    \
	X(yaml_parser_set_input_string)

/* The functions of the library by their own names and types: yaml.yaml_parser_parse(&parser, &event). */
struct yaml_library {
	void *loaded;
#define X(name) __typeof__(&name) name;
	YAML_FUNCTIONS(X)
#undef X
};

/* FAULT_STORAGE with a sentence when the library is not on the machine. End with yaml_library_close, which is also
 * right after a refusal. Opened once more it is only counted. */
bool yaml_library_open(struct yaml_library *out, struct fault *f);
void yaml_library_close(struct yaml_library *library);

#endif
