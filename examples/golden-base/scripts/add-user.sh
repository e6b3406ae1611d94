#!/bin/sh
# Adds an account that logs in with a key.
set -eu
echo "$NAME:x:$NUMBER:$NUMBER::/home/$NAME:/bin/sh" >> "$ROOT/etc/passwd"
mkdir -p "$ROOT/home/$NAME/.ssh"
echo "$KEY" > "$ROOT/home/$NAME/.ssh/authorized_keys"
chmod 700 "$ROOT/home/$NAME/.ssh"
chmod 600 "$ROOT/home/$NAME/.ssh/authorized_keys"
