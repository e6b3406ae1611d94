#!/bin/sh
# Begins a root file system with what all images of the company have.
set -eu
rm -rf "$ROOT"
mkdir -p "$ROOT"
cp -R "$SKELETON/." "$ROOT"
mkdir -p "$ROOT/home" "$ROOT/tmp" "$ROOT/var/cache"
