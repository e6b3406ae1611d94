#!/bin/sh
# Removes what only the build needed.
set -eu
rm -rf "$ROOT/tmp" "$ROOT/var/cache"
mkdir -m 1777 "$ROOT/tmp"
mkdir "$ROOT/var/cache"
