/* SQLite's result codes as sentences for the person at work. */
#include "sqlite_fault.h"

#include <errno.h>
#include <stddef.h>

struct family {
	int code; /* primary result code */
	enum fault_code fault;
	const char *sentence[STORE_DOING_COUNT]; /* by enum store_doing */
};

/* The first row answers for every code without a row of its own. */
static const struct family families[] = {
	{SQLITE_ERROR,
	 FAULT_STORAGE,
	 {"The case file could not be opened. Run \"quorate doctor\" to see why.",
	  "The case file could not be read. Run \"quorate doctor\" to see why.",
	  "The case file did not take the change: nothing was saved. Run \"quorate doctor\" to see why.",
	  "The case file takes no note of who looks at what, and so nothing is shown. Run \"quorate doctor\" to see "
	  "why."}},
	{SQLITE_BUSY,
	 FAULT_BUSY,
	 {"Another person is saving and did not finish in time. Open the case file again in a moment.",
	  "Another person is saving and did not finish in time. Try again in a moment.",
	  "Another person is saving and did not finish in time: nothing of yours was saved. Try again in a moment.",
	  "Another person is saving and did not finish in time, so that nothing can be shown yet. Try again in a "
	  "moment."}},
	{SQLITE_FULL,
	 FAULT_STORAGE,
	 {"The disk is full: the case file cannot be opened. Make room on its disk first.",
	  "The disk is full: the case file cannot be read. Make room on its disk, then try again.",
	  "The disk is full: nothing was saved. Make room on the disk of the case file, then save again.",
	  "The disk is full: there is no room to note who looks at what, and so nothing is shown. What is in the case "
	  "file is safe. Make room on its disk, then look again."}},
	{SQLITE_READONLY,
	 FAULT_STORAGE,
	 {"The case file cannot be written to, and a save that was cut off must be undone first. Open it once with the "
	  "right to write.",
	  "The case file cannot be read until a save that was cut off is undone. Open it once with the right to write.",
	  "The case file may be read but not written to: nothing was saved. Ask whoever looks after the file for the "
	  "right to write.",
	  "The case file may be read but not written to: who looks at what cannot be noted, and so nothing is shown. "
	  "Ask whoever looks after the file for the right to write."}},
	{SQLITE_IOERR,
	 FAULT_STORAGE,
	 {"The disk reported an error while the case file was opened. Ask whoever looks after this machine to check "
	  "the "
	  "disk.",
	  "The disk reported an error while reading. Try again; if it happens twice, have the disk checked.",
	  "The disk reported an error: nothing was saved. Try again; if it happens twice, have the disk checked.",
	  "The disk reported an error: who looks at what could not be noted, and so nothing is shown. Try again; if it "
	  "happens twice, have the disk checked."}},
	{SQLITE_CANTOPEN,
	 FAULT_STORAGE,
	 {"The case file could not be opened. Check that you may read it and write to its folder.",
	  "The case file could not be read. Check that you may read it and its folder.",
	  "The folder of the case file cannot be written to: nothing was saved. Ask for the right to write there.",
	  "The folder of the case file cannot be written to: who looks at what cannot be noted, and so nothing is "
	  "shown. Ask for the right to write there."}},
	{SQLITE_CORRUPT,
	 FAULT_CORRUPT,
	 {"The case file is damaged. Leave it as it is and restore the newest back-up.",
	  "The case file is damaged. Stop work, leave the file as it is and restore the newest back-up.",
	  "The case file is damaged: nothing was saved. Stop work, leave the file as it is and restore the newest "
	  "back-up.",
	  "The case file is damaged: nothing is shown. Stop work, leave the file as it is and restore the newest "
	  "back-up."}},
	{SQLITE_NOTADB,
	 FAULT_CORRUPT,
	 {"This is not a case file. Check the name that was given; if it is the right one, restore the newest back-up.",
	  "The case file has been overwritten by something else. Stop work and restore the newest back-up.",
	  "The case file has been overwritten by something else: nothing was saved. Restore the newest back-up.",
	  "The case file has been overwritten by something else: nothing is shown. Restore the newest back-up."}},
	{SQLITE_NOMEM,
	 FAULT_MEMORY,
	 {"There is not enough memory to open the case file. Close other programs and try again.",
	  "There is not enough memory to read this. Close other programs and try again.",
	  "There is not enough memory: nothing was saved. Close other programs and save again.",
	  "There is not enough memory to note who looks at what, and so nothing is shown. Close other programs and try "
	  "again."}},
	{SQLITE_CONSTRAINT,
	 FAULT_REFUSED,
	 {"The case file could not be brought up to date: its rows do not fit the new form.",
	  "The case file holds rows that do not fit together. Run \"quorate doctor\" to see which.",
	  "The case file refuses this change, because it would not fit with what is already there.",
	  "The case file refuses the note of who looks at what, and so nothing is shown. Run \"quorate doctor\" to see "
	  "why."}},
	{SQLITE_TOOBIG,
	 FAULT_REFUSED,
	 {"The case file holds a text that is too long to read.",
	  "The case file holds a text that is too long to read.",
	  "The text is too long to store: shorten it, then save again.",
	  "What was asked for is too long to note: shorten it, then look again."}},
};

static const struct family *family_of(int code)
{
	if (code == SQLITE_LOCKED || code == SQLITE_PROTOCOL)
		code = SQLITE_BUSY;
	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (families[i].code == code)
			return &families[i];
	return &families[0];
}

bool sqlite_fault(sqlite3 *db, enum store_doing doing, struct fault *f)
{
	int extended = db ? sqlite3_extended_errcode(db) : SQLITE_NOMEM;
	int os_error = db ? sqlite3_system_errno(db) : 0;
	int code = extended & 0xff;
	const struct family *family;

	/* A spent quota comes as an I/O error; to the person at work the disk is full. */
	if ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && (os_error == ENOSPC || os_error == EDQUOT))
		code = SQLITE_FULL;
	family = family_of(code);
	fault_set(f, family->fault, "%s", family->sentence[doing]);
	fault_detail(f, "SQLite %d, errno %d: %s", extended, os_error, db ? sqlite3_errmsg(db) : "out of memory");
	return false;
}
