/* libxml2, brought in when a census return is read and not before: it and what it drags along are a fifth of the memory
 * of a session, and forty sessions run for each return that is ever imported. */
#ifndef EXCHANGE_XML_LIBRARY_H
#define EXCHANGE_XML_LIBRARY_H

#include "base/fault.h"

#include <libxml/xmlreader.h>

#define XML_FUNCTIONS(X)                                                                                               \
	X(xmlFreeTextReader)                                                                                           \
	X(xmlGetLineNo)                                                                                                \
	X(xmlReaderForIO)                                                                                              \
	X(xmlTextReaderConstLocalName)                                                                                 \
	X(xmlTextReaderDepth)                                                                                          \
	X(xmlTextReaderExpand)                                                                                         \
	X(xmlTextReaderGetParserLineNumber)                                                                            \
	X(xmlTextReaderNext)                                                                                           \
	X(xmlTextReaderNodeType)                                                                                       \
	X(xmlTextReaderRead)                                                                                           \
	X(xmlTextReaderSetStructuredErrorHandler)

/* The functions of the library by their own names and types: xml->xmlTextReaderRead(reader). */
struct xml_library {
#define X(name) __typeof__(&name) name;
	XML_FUNCTIONS(X)
#undef X
};

/* Stays loaded until the program ends. FAULT_STORAGE with a sentence when the library is not on the machine. */
bool xml_library_load(struct xml_library *out, struct fault *f);

#endif
