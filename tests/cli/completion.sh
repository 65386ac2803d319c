#!/bin/sh
# The completion scripts are read by their shells and offer what the tables say: sh tests/cli/completion.sh PROGRAM. A shell that this
# machine does not have is passed over; bash is always there.
set -eu
program=$1
HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
for shell in bash zsh fish; do
  "$program" completion $shell >"$HOME/quorate.$shell"
  if command -v $shell >/dev/null 2>&1; then
    $shell -n "$HOME/quorate.$shell"
  fi
done

# offers WHAT WORD... : completing the last word offers WHAT among others; "-" offers nothing.
cat >"$HOME/offers.bash" <<'END'
source "$HOME/quorate.bash"
what=$1
shift
COMP_WORDS=(quorate "$@")
COMP_CWORD=$#
_quorate
if [[ $what == - ]]; then
  [[ ${#COMPREPLY[@]} -eq 0 ]] && exit 0
else
  for offered in "${COMPREPLY[@]}"; do [[ $offered == "$what" ]] && exit 0; done
fi
echo "quorate $*: wanted $what, was offered ${COMPREPLY[*]}"
exit 1
END
offers() { bash "$HOME/offers.bash" "$@"; }

offers when w
offers when --today 2026-04-01 w
offers core_group.first when core
offers --within due --w
offers --profile when icpc 2026-03-02 --p
offers newham when icpc 2026-03-02 --profile new
offers core_groups due --lane core
offers never --color n
offers requests import re
offers verify audit v
offers bash completion b
offers - show C
offers - due --chair S
offers actions export a
offers - export z
offers plans export p
