#!/bin/sh
# Copies the files of a site. What nginx needs only while it is installed stays in the cache, for the clean-up.
set -eu
mkdir -p "$ROOT/srv/$DOMAIN" "$ROOT/var/cache/nginx"
cp -R "$SITE/." "$ROOT/srv/$DOMAIN"
echo "index of $DOMAIN" > "$ROOT/var/cache/nginx/$DOMAIN"
