/* What opens or seals a back-up, from where the person keeps it: never a word of the command line. */
#ifndef APP_SECRET_H
#define APP_SECRET_H

#include "app.h"

#include "casework/backup.h"

/* For a new back-up: --public-key, else --passphrase-file, else the key of the settings, else asked for twice on the
 * terminal. */
bool secret_to_seal(struct app *app, struct backup_opener *out, struct fault *f);

/* For the back-up at `path`, by how it is sealed: --key; or --passphrase-file, else asked for on the terminal. */
bool secret_to_open(struct app *app, const char *path, struct backup_opener *out, struct fault *f);

void secret_forget(struct backup_opener *opener); /* overwritten where they lie */

#endif
