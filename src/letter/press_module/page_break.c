/* Gives every line its page: no heading stands last on one, no line of a paragraph alone on one. */
#include "page.h"

enum { TOGETHER = 2 }; /* lines of a paragraph that stay together at either end of a page */

struct pagination {
	struct laid_document *laid;
	struct arena *mem;
	double y; /* below what is placed, from the top of the text */
	bool page_is_empty, all_placed;
};

static double height_of(const struct laid_block *laid, int first, int end)
{
	return laid->lines[end].top - laid->lines[first].top;
}

/* How many lines must stand where the block begins. */
static int first_together(const struct laid_block *laid)
{
	if (laid->is_whole && height_of(laid, 0, laid->line_count) <= TEXT_HEIGHT)
		return laid->line_count;
	return laid->line_count <= TOGETHER + 1 ? laid->line_count : TOGETHER;
}

/* The least height at which the block at `i` may begin. A heading takes what it heads along. */
static double least_height(const struct laid_document *laid, size_t i)
{
	double height = 0;

	for (; i < laid->block_count && laid->blocks[i].block->kind != BLOCK_PAGE; i++) {
		const struct laid_block *block = &laid->blocks[i];

		height += (height > 0 ? block->space_before : 0) + height_of(block, 0, first_together(block));
		if (block->block->kind != BLOCK_HEADING)
			break;
	}
	return height;
}

static void turn_page(struct pagination *p)
{
	p->laid->pages++;
	p->y = 0;
	p->page_is_empty = true;
}

static void place(struct pagination *p, const struct laid_block *laid, int first, int end)
{
	struct strip *strip = ARENA_PUSH(p->mem, &p->laid->strips);

	if (strip)
		*strip = (struct strip){
			.laid = laid, .page = p->laid->pages, .first = first, .end = end, .y = PAGE_MARGIN + p->y};
	p->all_placed = p->all_placed && strip;
	p->y += height_of(laid, first, end);
	p->page_is_empty = false;
}

/* The line before which the page ends. What does not fit on an empty page is parted after all. */
static int break_before(const struct pagination *p, const struct laid_block *laid, int first)
{
	double room = TEXT_HEIGHT - p->y;
	int fit = first, end, count = laid->line_count;

	while (fit < count && height_of(laid, first, fit + 1) <= room)
		fit++;
	if (fit == count)
		return count;
	end = laid->text && count - fit < TOGETHER ? count - TOGETHER : fit;
	if (laid->text && end - first < TOGETHER)
		end = first;
	if (p->page_is_empty && end <= first)
		return fit > first ? fit : first + 1;
	return end > first ? end : first;
}

static void place_block(struct pagination *p, size_t i)
{
	const struct laid_block *laid = &p->laid->blocks[i];
	double before = p->page_is_empty ? 0 : laid->space_before, least = least_height(p->laid, i);

	if (!p->page_is_empty && least <= TEXT_HEIGHT && p->y + before + least > TEXT_HEIGHT) {
		turn_page(p);
		before = 0;
	}
	p->y += before;
	for (int first = 0; first < laid->line_count;) {
		int end = break_before(p, laid, first);

		if (end > first)
			place(p, laid, first, end);
		first = end;
		if (first < laid->line_count)
			turn_page(p);
	}
}

/* A page that was asked for begins with what comes next: at the very end it is none. */
bool document_paginate(struct laid_document *laid, struct arena *mem)
{
	struct pagination p = {.laid = laid, .mem = mem, .page_is_empty = true, .all_placed = true};
	bool turn = false;

	laid->pages = 1;
	for (size_t i = 0; i < laid->block_count; i++) {
		if (laid->blocks[i].block->kind == BLOCK_PAGE) {
			turn = !p.page_is_empty;
			continue;
		}
		if (turn)
			turn_page(&p);
		turn = false;
		place_block(&p, i);
	}
	return p.all_placed;
}
