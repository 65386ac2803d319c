/* A listing is written, in the form that was asked for. */
#include "json_library.h"
#include "listing.h"

#include <errno.h>
#include <string.h>

static bool write_form(const struct listing *listing, FILE *to, const struct listing_style *style,
		       const struct json_library *json, struct arena *mem)
{
	switch (style->form) {
	case LISTING_TABLE: return listing_write_table(listing, to, style->width, mem);
	case LISTING_JSON: return listing_write_json(listing, to, style->alone, json);
	case LISTING_CSV: return listing_write_csv(listing, to, style->raw, mem);
	case LISTING_RECORDS: return listing_write_records(listing, to, mem);
	}
	return true;
}

bool listing_write(const struct listing *listing, FILE *to, const struct listing_style *style, struct fault *f)
{
	struct json_library json;
	struct arena mem = {0};
	bool ok;

	if (style->form == LISTING_JSON && !json_library_load(&json, f))
		return false;
	ok = !arena_exhausted(listing->mem) && write_form(listing, to, style, &json, &mem);
	arena_finish(&mem);
	if (!ok)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write this listing.");
	if (fflush(to) != 0 || ferror(to)) {
		int why = errno;

		fault_set(f, FAULT_STORAGE,
			  "The listing could not be written to its end. Check that there is room where it goes.");
		fault_detail(f, "write: %s", strerror(why));
		return false;
	}
	return true;
}
