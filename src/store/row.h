/* One value between a row of the case file and a member of a plain struct. Private to src/store. */
#ifndef STORE_ROW_H
#define STORE_ROW_H

#include "statement.h"

/* Binds every parameter of a mapped statement: from `parameters` where it is named there, else from `row`. */
bool row_bind(struct store *s, struct prepared *p, const struct column_list *columns, const void *row,
	      const struct parameter *parameters, struct fault *f);

/* Reads the row a mapped statement stands on; texts are copied into the arena. */
bool row_read(struct store *s, struct prepared *p, const struct column_list *columns, struct arena *mem, void *row,
	      struct fault *f);

#endif
