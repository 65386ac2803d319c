/* Written letters on paper: each with what is enclosed as a document or a PDF. */
#include "letter_look.h"

#include "store/paper_store.h"

#include <string.h>

static struct letter_sheet *new_sheet(struct letter_sheets *out, struct arena *mem, struct fault *f)
{
	struct letter_sheet *sheet = ARENA_PUSH(mem, out);

	if (!sheet)
		fault_set(f, FAULT_MEMORY, "There is not enough memory to print this letter.");
	return sheet;
}

static bool add_document(const char *kept, struct arena *mem, struct letter_sheets *out, struct document **document,
			 struct fault *f)
{
	struct letter_sheet *sheet = new_sheet(out, mem, f);

	*document = arena_alloc(mem, sizeof **document);
	if (!sheet || !*document || !document_read(kept, mem, *document, f))
		return false;
	*sheet = (struct letter_sheet){.document = *document, .name = (*document)->title};
	return true;
}

static bool add_paper(struct casework *cw, const struct enclosure *enclosure, struct arena *mem,
		      struct letter_sheets *out, struct fault *f)
{
	struct letter_sheet *sheet;
	struct paper paper;

	if (!paper_by_id(cw->store, enclosure->paper_id, mem, &paper, f))
		return false;
	if (strcmp(paper.media_type, "application/pdf") != 0)
		return true;
	sheet = new_sheet(out, mem, f);
	if (!sheet || !paper_read(cw->store, paper.id, mem, &sheet->paper.bytes, &sheet->paper.count, f))
		return false;
	sheet->name = enclosure->name;
	out->has_paper = true;
	return true;
}

/* The head of a page is what shows in the window of the envelope. */
static bool put_address(const struct letter *letter, const char *post_to, struct arena *mem, struct document *document,
			struct fault *f)
{
	struct block_list blocks = {0};
	bool has_one = document->blocks.count && document->blocks.items[0].kind == BLOCK_ADDRESS;
	struct block *head;

	if (!*post_to || (has_one && strstr(document->blocks.items[0].text, post_to)))
		return true;
	head = ARENA_PUSH(mem, &blocks);
	if (head)
		*head = (struct block){.kind = BLOCK_ADDRESS,
				       .text = arena_printf(mem, "%s\n%s", letter->recipient, post_to),
				       .label = ""};
	for (size_t i = has_one; i < document->blocks.count; i++) {
		struct block *next = ARENA_PUSH(mem, &blocks);

		if (next)
			*next = document->blocks.items[i];
	}
	document->blocks = blocks;
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to print this letter.");
}

bool letter_sheets_add(struct casework *cw, const struct letter *letter, const char *post_to, struct arena *mem,
		       struct letter_sheets *out, struct fault *f)
{
	struct enclosure_list enclosed;
	struct document *document;
	bool ok = add_document(letter->content, mem, out, &document, f) &&
		  put_address(letter, post_to, mem, document, f) &&
		  enclosures_of(cw->store, letter->id, mem, &enclosed, f);

	for (size_t i = 0; ok && i < enclosed.count; i++) {
		const struct enclosure *one = &enclosed.items[i];

		if (one->kind == ENCLOSURE_DOCUMENT)
			ok = add_document(one->content, mem, out, &document, f);
		else if (one->kind == ENCLOSURE_PAPER)
			ok = add_paper(cw, one, mem, out, f);
	}
	return ok;
}

/* --- The PDF --- */

static bool set_documents(const struct letter_sheets *sheets, struct arena *mem, struct press_bytes *out,
			  struct fault *f)
{
	const struct document **all = arena_alloc(mem, (sheets->count + 1) * sizeof *all);

	if (!all)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to make this PDF.");
	for (size_t i = 0; i < sheets->count; i++)
		all[i] = sheets->items[i].document;
	return press_pdf(all, sheets->count, mem, out, NULL, f);
}

bool letter_sheets_pdf(const struct letter_sheets *sheets, struct arena *mem, struct press_bytes *out, struct fault *f)
{
	struct press_part *parts;

	if (!sheets->has_paper)
		return set_documents(sheets, mem, out, f);
	parts = arena_alloc(mem, sheets->count * sizeof *parts);
	if (!parts)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to make this PDF.");
	for (size_t i = 0; i < sheets->count; i++) {
		const struct letter_sheet *sheet = &sheets->items[i];

		parts[i] = (struct press_part){.name = sheet->name, .pdf = sheet->paper};
		if (sheet->document && !press_pdf(&sheet->document, 1, mem, &parts[i].pdf, NULL, f))
			return false;
	}
	return press_merge("Letters", parts, sheets->count, mem, out, f);
}
