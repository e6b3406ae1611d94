#!/bin/sh
# Lets nginx serve the files of a site.
set -eu
mkdir -p "$ROOT/etc/nginx/sites-enabled"
cat > "$ROOT/etc/nginx/sites-enabled/$DOMAIN" <<CONFIG
server {
  listen $PORT;
  server_name $DOMAIN;
  root /srv/$DOMAIN;
  try_files \$uri \$uri/ =404;
}
CONFIG
