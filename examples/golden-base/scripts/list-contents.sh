#!/bin/sh
# Says what is in the archive.
set -eu
tar -tf "$ARCHIVE" | sort > "$OUTPUT"
