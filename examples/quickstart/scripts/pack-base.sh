#!/bin/sh
# Packs the folder that every server begins with.
set -eu
tar -cf "$OUTPUT" -C "$ROOTFS" .
echo "packed $(tar -tf "$OUTPUT" | wc -l) entries into the base image"
