#!/bin/sh
# Builds one source of one image. Terraform's local-exec runs it in the image directory. A cancelled Terraform just kills the
# shell of its provisioner, but Packer must be asked to end, and clean up in the cloud: so this script outlives Terraform,
# holds the lock of its target meanwhile, and cancels Packer as soon as Terraform, or the shell between the two, is gone.
#
#   CDK_PACKER_TARGET   Packer's name of the build        CDK_PACKER_SOURCE  the name of its source
#   CDK_PACKER_ADDRESS  the name in messages              CDK_PACKER_DIGEST  SHA-256 of the file SHA256SUMS
#   CDK_PACKER_WORK     …/work/<image>/<source>/<key>     CDK_PACKER_QUIET   1: show nothing of Packer's output
#   CDK_PACKER_GRACE    seconds that a cancelled Packer gets to clean up (600)
#   PKR_VAR_…           values of the template's variables

say() { printf '%s\n' "image $CDK_PACKER_ADDRESS: $*"; }
fail() { say "$@" >&2; exit 1; }
nap() { sleep 0.5 2>/dev/null || sleep 1; }

# ---- Processes. One is named by its id and its birth: an id alone may be that of a later process.

# Sets $parent and $born of process $1; both are empty when it is gone or a zombie.
look_up() {
  if [ -r /proc/self/stat ]; then # Linux; read is part of the shell, so that the polling starts no processes
    { read -r stat <"/proc/$1/stat"; } 2>/dev/null || stat=
    set -- ${stat##*) } # what follows the command's name: state, parent, …, and as 20th the birth
    state=${1-} parent=${2-} born=${20-}
  else
    set -- $(TZ=UTC0 LC_ALL=C ps -o stat= -o ppid= -o lstart= -p "$1" 2>/dev/null)
    state=${1-} parent=${2-} born=${3-}${4-}${5-}${6-}${7-}
  fi
  case $state in Z* | X*) parent='' born='' ;; esac
}

lives() { # PID-BIRTH
  look_up "${1%%-*}"
  [ -n "$born" ] && [ "$1" = "${1%%-*}-$born" ]
}

# Sets $family: our parent and its parent. When Terraform is SIGKILLed, our parent, its shell, lives on under another one.
look_up_family() {
  look_up $$; family=$parent
  look_up "$parent"; family="$family-$born $parent"
  look_up "$parent"; family=$family-$born
}

# Does nobody want the build any more? Sets $reason.
unwanted() {
  [ -z "$signal" ] || reason="got SIG$signal"
  look_up_family
  [ "$family" = "$first_family" ] || reason="Terraform is gone"
  [ -n "$reason" ]
}

stop_if_unwanted() { if unwanted; then fail "cancelled ($reason), nothing has been built"; fi; }

# A handler rather than '': Packer and its scripts would inherit that a signal is ignored. Terraform's end breaks our stdout.
listen() {
  trap 'signal=INT' INT
  trap 'signal=TERM' TERM QUIT
  trap : HUP PIPE
}

# ---- Locks. A lock is FOLDER/lock/OWNER; in the file OWNER stands the Packer that runs under it. The folder comes into
# place by a rename together with its owner, so it is never without one. A dead owner's file is renamed to ours: of
# several who try that only one finds it.

take_lock() { # FOLDER WHAT-IT-WAITS-FOR
  said=''
  while :; do
    if ! [ -d "$1/lock" ]; then
      mkdir -p "$1/lock.$me" && : >"$1/lock.$me/$me" || fail "cannot write in $1"
      mv -f "$1/lock.$me" "$1/lock" 2>/dev/null
      [ -e "$1/lock/$me" ] && return
      rm -rf "$1/lock.$me" "$1/lock/lock.$me" # another one was faster; then mv has put our folder into its lock
    fi
    rmdir "$1/lock" 2>/dev/null # only if it is empty, which is nobody's
    owner=$(ls "$1/lock" 2>/dev/null | grep -v '^lock' | head -n 1)
    if [ -n "$owner" ] && ! lives "$owner" && mv "$1/lock/$owner" "$1/lock/$me" 2>/dev/null; then
      end_orphan "$(cat "$1/lock/$me")"
      return
    fi
    [ -z "$owner" ] || [ -n "$said" ] || { said=yes && say "waits for $2 (process ${owner%%-*})"; }
    nap
    stop_if_unwanted
  done
}

release_lock() { # FOLDER
  if [ -e "$1/lock/$me" ]; then mv "$1/lock" "$1/lock.$me" && rm -rf "$1/lock.$me"; fi
}

# ---- Packer

# Becomes packer with these arguments, in a process group of its own if possible: neither a Ctrl-C nor a hangup
# reaches it past us, and its scripts can be found in the end.
exec_packer() {
  if command -v setsid >/dev/null; then
    exec setsid packer "$@"
  elif command -v perl >/dev/null; then # macOS
    exec perl -e 'setpgrp(0, 0); exec { $ARGV[0] } @ARGV or exit 127' packer "$@"
  fi
  exec packer "$@"
}

# Asks the Packer $1 (PID-BIRTH) to clean up and end. Only its first process: that one passes it on, and its plugins and
# their tools (docker, ssh) must live to clean up. No "--" before a group: busybox does not know it.
cancel() {
  kill -TERM "${1%%-*}" 2>/dev/null
  left=$((grace * 2))
  while lives "$1" && [ "$left" -gt 0 ]; do show_log; nap; left=$((left - 1)); done
  if lives "$1"; then kill -KILL "-${1%%-*}" 2>/dev/null || kill -KILL "${1%%-*}" 2>/dev/null; fi
}

# Ends what is left of the Packer $1's group, such as scripts of shell-local, within $2 seconds.
end_group() {
  left=$(($2 * 2))
  kill -TERM "-${1%%-*}" 2>/dev/null
  while kill -0 "-${1%%-*}" 2>/dev/null; do
    [ "$left" -gt 0 ] || kill -KILL "-${1%%-*}" 2>/dev/null
    [ "$left" -gt -4 ] || return # zombies that nobody reaps
    nap
    left=$((left - 1))
  done
}

end_orphan() { # the Packer (PID-BIRTH) of a supervisor that was killed
  lives "$1" || return
  say "cancels the build that a killed run has left (process ${1%%-*})"
  cancel "$1"
  end_group "$1" 5
}

# cat goes on where the last one ended
show_log() { if [ -n "$log_open" ] && [ "${CDK_PACKER_QUIET-}" != 1 ]; then cat <&3; fi; }

# Runs packer under the lock $1 until it ends or nobody wants it any more; returns its exit code.
run_packer() {
  lock=$1
  shift
  stop_if_unwanted
  { trap '' HUP && exec_packer "$@"; } </dev/null >>"$log" 2>&1 3<&- &
  look_up $!; packer=$!-$born
  printf '%s\n' "$packer" >"$lock/lock/$me"
  while lives "$packer" && ! unwanted; do show_log; nap; done
  if lives "$packer"; then say "cancels packer ($reason)" >>"$log"; cancel "$packer"; fi
  trap '' INT TERM QUIT # they would interrupt wait
  wait "${packer%%-*}" 2>/dev/null
  code=$?
  listen
  # Killed by a signal, it may be a script around the real Packer, which gets the signal, and the time, only now.
  if [ "$code" -gt 128 ]; then end_group "$packer" "$grace"; else end_group "$packer" 5; fi
  show_log
  return "$code"
}

# ---- The image

sha256() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

remove() { chmod -R u+w "$@" 2>/dev/null; rm -rf "$@"; } # rm cannot empty a read-only folder

# Copies what synth wrote into the image directory, for the next one may change it while Packer runs, and goes there.
take_snapshot() {
  remove "$target"/*/template.snapshot-* # of killed runs
  case $CDK_PACKER_WORK in
    *[!A-Za-z0-9_./@%+=:,-]*) # shell-local does not quote the paths of scripts
      snapshot=$(mktemp -d "${TMPDIR:-/tmp}/cdk-packer.XXXXXX") || fail "cannot write in ${TMPDIR:-/tmp}" ;;
    *)
      snapshot=$CDK_PACKER_WORK/template.snapshot-$$
      mkdir "$snapshot" || fail "cannot write in $CDK_PACKER_WORK" ;;
  esac
  set -- template.pkr.json SHA256SUMS
  [ ! -d assets ] || set -- "$@" assets
  cp -R -P -p --reflink=auto "$@" "$snapshot" 2>/dev/null || cp -f -R -P -p "$@" "$snapshot"
  cd "$snapshot" || exit 1
}

is_as_planned() {
  digest=$(sha256 <SHA256SUMS) && [ "${digest%% *}" = "$CDK_PACKER_DIGEST" ] && sha256 -c SHA256SUMS >/dev/null
}

record() { # started, failed or built
  attempt=$1
  printf '%s %s\n' "$1" "$key" >"$target/last.new" && mv -f "$target/last.new" "$target/last"
}

# What an earlier build of the same key left: plugins refuse to overwrite outputs, or append to them.
remove_outputs() {
  for output in "$CDK_PACKER_WORK"/* "$CDK_PACKER_WORK"/.[!.]*; do
    [ "$output" = "$snapshot" ] || remove "$output"
  done
}

# An option that the library does not know as an output may name one relative to where Packer runs, which is removed.
keep_outputs() {
  for output in ./* ./.[!.]*; do
    case $output in ./template.pkr.json | ./SHA256SUMS | ./assets | ./packer_cache) continue ;; esac
    [ ! -e "$output" ] || mv -f "$output" "$CDK_PACKER_WORK/" || return
  done
}

keep_manifests() {
  own=$CDK_PACKER_WORK/$CDK_PACKER_SOURCE
  # Packer runs no post-processor on nothing; the manifest says that the build is done.
  [ -z "${CDK_PACKER_NO_ARTIFACT-}" ] || [ -e "$own.manifest.json" ] || printf '{"builds": []}\n' >"$own.manifest.json"
  [ -s "$own.manifest.json" ] || return
  for chain in "$own".*.manifest.json; do
    n=${chain#"$own."}
    [ ! -e "$chain" ] || mv -f "$chain" "$CDK_PACKER_WORK/manifest.${n%.manifest.json}.json"
  done
  mv -f "$own.manifest.json" "$CDK_PACKER_WORK/manifest.json"
}

clean_up() {
  trap '' HUP INT TERM QUIT
  [ "$attempt" != started ] || record failed
  cd /
  [ -z "$snapshot" ] || remove "$snapshot"
  release_lock "$cache"
  release_lock "$target"
}

: "${CDK_PACKER_TARGET:?}" "${CDK_PACKER_SOURCE:?}" "${CDK_PACKER_ADDRESS:?}" "${CDK_PACKER_DIGEST:?}" "${CDK_PACKER_WORK:?}"
target=${CDK_PACKER_WORK%/*} key=${CDK_PACKER_WORK##*/} log=$CDK_PACKER_WORK/log grace=${CDK_PACKER_GRACE:-600}
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/cdk-packer
signal='' reason='' attempt='' snapshot='' log_open=''
export PKR_VAR_work_dir="$CDK_PACKER_WORK" CHECKPOINT_DISABLE="${CHECKPOINT_DISABLE-1}"

listen
look_up_family; first_family=$family
look_up $$; me=$$-$born
trap clean_up EXIT
mkdir -p "$CDK_PACKER_WORK" || fail "cannot write in $CDK_PACKER_WORK"
take_lock "$target" 'another run that builds it'

take_snapshot
if ! is_as_planned 2>/dev/null; then
  stop_if_unwanted
  fail 'its directory has been synthesized anew since this plan was made; plan and apply again'
fi

# A return to an earlier version after a failed attempt at another one; any other call is meant to build.
{ read -r last_state last_key <"$target/last"; } 2>/dev/null || last_state=built
if [ "$last_state" != built ] && [ "$last_key" != "$key" ] && [ -s "$CDK_PACKER_WORK/manifest.json" ]; then
  say 'is taken from its earlier build'
  record built
  exit 0
fi

command -v packer >/dev/null || fail 'there is no packer on the PATH; install it: https://developer.hashicorp.com/packer/install'
record started
remove_outputs
(umask 077 && : >"$log") && exec 3<"$log" && log_open=yes
say "the log of packer build is $log"

# The template by name: foreign templates and files of variables in the directory would take part in a build of it.
if grep -q '"required_plugins"' template.pkr.json; then # in parallel, these installs break each other
  take_lock "$cache" 'another run that installs plugins'
  run_packer "$cache" init template.pkr.json || fail "packer init failed (exit $code); its log: $log"
  release_lock "$cache"
fi
run_packer "$target" build -color=false "-only=$CDK_PACKER_TARGET" template.pkr.json ||
  fail "packer build failed (exit $code)${reason:+, cancelled: $reason}; its log: $log"
keep_outputs || fail "packer build succeeded but its outputs could not be moved to $CDK_PACKER_WORK; its log: $log"
keep_manifests || fail "packer build succeeded but left no manifest $CDK_PACKER_SOURCE.manifest.json; its log: $log"
record built
