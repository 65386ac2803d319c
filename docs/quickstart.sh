#!/bin/sh
# From a fresh Debian 12 to Quorate on the screen: installs what is needed, builds, makes the demo authority and opens it.
set -eu
cd "$(dirname "$0")/.."

sh docs/packages.sh
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build build --target quorate

program=$PWD/build/quorate
if [ -t 0 ] && [ -t 1 ]; then
  exec "$program" demo
fi
"$program" demo --no-open
echo "The demo authority is ready. In a terminal, type: $program demo"
