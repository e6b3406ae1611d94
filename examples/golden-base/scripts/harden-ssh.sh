#!/bin/sh
# Keys only, never root, and only the accounts that are named.
set -eu
mkdir -p "$ROOT/etc/ssh"
cat > "$ROOT/etc/ssh/sshd_config" <<CONFIG
Port $PORT
PermitRootLogin no
PasswordAuthentication no
AllowUsers $ALLOW_USERS
CONFIG
