/* Leaves of a page what can be read and of its notes what cannot act. */
#include "pdf_clean.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

static const char *const kinds_that_carry[] = {"/FileAttachment", "/Movie", "/Screen", "/Sound", "/RichMedia", "/3D"};
static const char *const links_that_stay[] = {"https:", "http:", "mailto:", "tel:"};

/* A form's box outside its form is not shown by every reader; a stamp with the same picture is. */
static const char *const form_keys[] = {"/FT", "/T",  "/TU", "/TM",  "/V",  "/DV",     "/Ff",     "/Kids",
					"/DA", "/MK", "/H",  "/Opt", "/TI", "/MaxLen", "/Parent", "/Q"};

static bool name_is_one_of(qpdf_data pdf, qpdf_oh name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (qpdf_oh_is_name_and_equals(pdf, name, names[i]))
			return true;
	return false;
}

#define IS_ONE_OF(pdf, name, names) name_is_one_of((pdf), (name), (names), sizeof(names) / sizeof *(names))

/* Within the file, or to what a browser or mail program opens with care: never to a file of the machine. */
static bool action_stays(qpdf_data pdf, qpdf_oh action)
{
	qpdf_oh kind = qpdf_oh_get_key_if_dict(pdf, action, "/S");
	qpdf_oh address = qpdf_oh_get_key_if_dict(pdf, action, "/URI");
	const char *text = qpdf_oh_is_string(pdf, address) ? qpdf_oh_get_string_value(pdf, address) : "";

	if (qpdf_oh_is_name_and_equals(pdf, kind, "/GoTo"))
		return true;
	for (size_t i = 0; i < sizeof links_that_stay / sizeof *links_that_stay; i++)
		if (strncasecmp(text, links_that_stay[i], strlen(links_that_stay[i])) == 0)
			return qpdf_oh_is_name_and_equals(pdf, kind, "/URI");
	return false;
}

static void clean_action(qpdf_data pdf, qpdf_oh annotation)
{
	qpdf_oh action = qpdf_oh_get_key(pdf, annotation, "/A");

	if (action_stays(pdf, action))
		qpdf_oh_remove_key(pdf, action, "/Next");
	else
		qpdf_oh_remove_key(pdf, annotation, "/A");
}

static void clean_annotation(qpdf_data pdf, qpdf_oh annotation)
{
	clean_action(pdf, annotation);
	qpdf_oh_remove_key(pdf, annotation, "/AA");
	if (!qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, annotation, "/Subtype"), "/Widget"))
		return;
	qpdf_oh_replace_key(pdf, annotation, "/Subtype", qpdf_oh_new_name(pdf, "/Stamp"));
	for (size_t i = 0; i < sizeof form_keys / sizeof *form_keys; i++)
		qpdf_oh_remove_key(pdf, annotation, form_keys[i]);
}

/* A link that leads nowhere any more; some readers fall over it. */
static bool is_dead_link(qpdf_data pdf, qpdf_oh annotation)
{
	return qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, annotation, "/Subtype"), "/Link") &&
	       !qpdf_oh_has_key(pdf, annotation, "/A") && !qpdf_oh_has_key(pdf, annotation, "/Dest");
}

void pdf_clean_page(qpdf_data pdf, qpdf_oh page)
{
	qpdf_oh annotations = qpdf_oh_get_key(pdf, page, "/Annots");

	qpdf_oh_remove_key(pdf, page, "/AA");
	if (!qpdf_oh_is_array(pdf, annotations)) {
		qpdf_oh_remove_key(pdf, page, "/Annots");
		return;
	}
	for (int i = qpdf_oh_get_array_n_items(pdf, annotations); i-- > 0;) {
		qpdf_oh annotation = qpdf_oh_get_array_item(pdf, annotations, i);
		bool stays = qpdf_oh_is_dictionary(pdf, annotation) &&
			     !IS_ONE_OF(pdf, qpdf_oh_get_key(pdf, annotation, "/Subtype"), kinds_that_carry);

		if (stays)
			clean_annotation(pdf, annotation);
		if (!stays || is_dead_link(pdf, annotation))
			qpdf_oh_erase_item(pdf, annotations, i);
	}
}
