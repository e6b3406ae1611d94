#!/bin/sh
# Unpacks the base image, adds the site and its configuration, packs the result.
set -eu
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
tar -xf "$BASE" -C "$root"
mkdir -p "$root/srv"
cp -R "$SITE" "$root/srv/site"
printf 'server_name %s;\n' "$DOMAIN" > "$root/etc/site.conf"
tar -cf "$OUTPUT" -C "$root" .
echo "packed the site of $DOMAIN into the web image"
