#!/bin/sh
# Packs the root file system into the archive that is the artifact.
set -eu
tar -cf "$OUTPUT" -C "$ROOT" .
rm -rf "$ROOT"
