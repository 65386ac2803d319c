#!/bin/sh
# What a person names is touched with their own rights (base/rights.h): above the store nothing else opens, names or removes a file, but
# for what is listed here with the reason.
set -u
cd "$1" || exit 1
bad=$(mktemp)
trap 'rm -f "$bad"' EXIT

grep -rnE '(^|[^_a-zA-Z>.])(open|openat|creat|fopen|freopen|opendir|unlink|unlinkat|remove|rename|renameat2?|link|linkat|symlink|mkdir|rmdir|chmod|truncate)\(' \
  --include='*.c' src/app src/casework src/exchange src/screen |
  grep -vE '^src/screen/[^:]*:[0-9]+:.*[^a-z](open\(struct tui|return open\(t|\.open\(t|open\(t, )' |
  grep -vE '^src/app/(process\.c:.*"/dev/null"|attendant\.c:.*"/dev/null"|secret\.c:.*"/dev/tty"|places\.c:.*mkdir\(path, 0700\))' | # before any right, the terminal, given up before
  grep -vE '^src/(app/demo_(make|names))\.c:' | # demo: the lent rights were given up for good
  grep -vE '^src/casework/desk/identity\.c:.*"/proc/' |       # the kernel's
  grep -vE '^src/casework/letters/sending_lock\.c:' |         # beside the case file, by the program's own name for it
  grep -vE '^src/casework/reports/paper_file\.c:.*(openat|unlinkat)\(folder,' >"$bad" # in a folder that was opened with the person's rights
cat "$bad"
[ ! -s "$bad" ]
