/* The list of all statements of the program, file by file. */
#include "statement_list.h"

#define FILE_OF_STATEMENTS(name) name##_statements,
const struct statement *const *const statement_files[] = {EVERY_FILE_OF_STATEMENTS NULL};
