# The build on need, one at a time. Sourced by .common.sh, which says what is set before. POSIX sh.
#
# What is built is written beside and renamed: a jar that is there is whole, and a running Hayate
# keeps the one that it has open.

# shellcheck shell=sh disable=SC2154 # variables that the script sets

lock=$output/hayate-build.flock # a file that the system locks, and unlocks when we end
lock_folder=$output/hayate-build.lock # in its place where there is no flock
work=$output/hayate-build # the lock's owner's alone
begun=$output/hayate-build.begun # there while a build runs, and after one that was killed
log=$output/hayate-build.log
suffix=.part
builder=
watchdog=

# --- What there is ----------------------------------------------------------------------------

# A zip file ends with its directory, so one that is cut, or was never filled, is seen at its end.
is_whole() {
  [ "$(tail -c 22 "$1" 2>/dev/null | od -An -tx1 -N4 | tr -d ' ')" = 504b0506 ]
}

has_newer_sources() {
  # shellcheck disable=SC2086 # several paths in one variable, none with a blank
  [ -n "$(cd "$root" && find $sources -newer "$jar" 2>/dev/null | head -n 1)" ]
}

needs_build() {
  ! is_whole "$jar" || has_newer_sources
}

# Whether a folder is there, or can be made, and can be written to.
is_writable_folder() {
  mkdir -p "$1" 2>/dev/null && [ -w "$1" ]
}

# --- The lock ---------------------------------------------------------------------------------

# When a process began, by which it is told from a later one of the same number; nothing where
# nothing tells it.
start_of() {
  sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '{ print $20 }'
}

# Another user's process cannot be signaled and lives all the same; a zombie does not.
lives() {
  case $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) in
    [ZX]*) return 1 ;;
    ?*) return 0 ;;
  esac
  kill -0 "$1" 2>/dev/null || ps -p "$1" >/dev/null 2>&1
}

# For the words "PID START" of a lock's file, whether that very process lives.
is_owner_alive() {
  [ -n "${1:-}" ] && lives "$1" && { [ -z "${2:-}" ] || [ "$2" = "$(start_of "$1")" ]; }
}

tell_wait() {
  [ -n "$told" ] || tell "Waiting for another build of Hayate (process ${1:-?}) ..."
  told=yes
}

# True once the file is locked; false where the system cannot.
lock_file() {
  command -v flock >/dev/null || return 1
  [ -e "$lock" ] || : >"$lock"
  exec 9<"$lock"
  if flock -n 9 2>/dev/null; then
    return 0
  fi
  tell_wait "$(head -n 1 "$work/pid" 2>/dev/null || true)"
  flock 9 2>/dev/null && return 0
  exec 9<&-
  return 1
}

# Takes away a lock whose owner is gone: by a new name first, so that of several who saw it one does.
break_lock() {
  mv "$lock_folder" "$lock_folder.$$" 2>/dev/null || return 0
  if [ "$(cat "$lock_folder.$$/pid" 2>/dev/null || true)" = "$1" ] || [ -d "$lock_folder" ]; then
    rm -rf "$lock_folder.$$"
  else
    mv "$lock_folder.$$" "$lock_folder" # another's, made meanwhile
  fi
}

# A folder can be made once. One whose owner is gone, or was never named, counts for nothing.
make_lock_folder() {
  nameless=0
  until mkdir "$lock_folder" 2>/dev/null; do
    owner=$(cat "$lock_folder/pid" 2>/dev/null || true)
    by=$(cat "$lock_folder/builder" 2>/dev/null || true)
    [ -n "$owner" ] || nameless=$((nameless + 1))
    # shellcheck disable=SC2086 # two words each
    if [ "$nameless" -gt 5 ] || { [ -n "$owner" ] && ! is_owner_alive $owner && ! is_owner_alive $by; }; then
      nameless=0
      break_lock "$owner"
      continue
    fi
    tell_wait "${owner%% *}"
    sleep 1
  done
  echo "$$ $(start_of $$)" >"$lock_folder/pid"
}

take_lock() {
  is_writable_folder "$output" || fail "cannot write to $output, so cannot build"
  told=
  lock_file || make_lock_folder
  builder=
  watchdog=
  trap give_lock EXIT
  trap 'stop_build 129' HUP
  trap 'stop_build 130' INT
  trap 'stop_build 143' TERM
  rm -rf "$work"
  mkdir "$work"
  echo $$ >"$work/pid"
}

give_lock() {
  rm -rf "$work"
  if [ -e "$lock_folder/pid" ] && [ "$(sed 's/ .*//' "$lock_folder/pid")" = $$ ]; then
    rm -rf "$lock_folder"
  fi
  exec 9<&-
  trap - EXIT HUP INT TERM
}

# --- The build --------------------------------------------------------------------------------

# Ends by what a signal asked for: nothing was built, and whoever called hears of that.
stop_build() {
  if [ -n "$builder" ]; then
    # shellcheck disable=SC2086 # none or one
    kill "$builder" $watchdog 2>/dev/null || true
    wait "$builder" || true
    rm -f "$product"
  fi
  exit "$1"
}

# For a lock that is a folder: whoever finds us gone waits for what we started.
name_builder() {
  [ ! -d "$lock_folder" ] || echo "$builder $(start_of "$builder")" >"$lock_folder/builder"
}

# Classes of a build that was killed may be half written, and look newer than their sources.
forget_half_a_build() {
  if [ -e "$begun" ]; then
    rm -rf "$root/engine/target/classes" "$root/benchmarks/target/classes"
  fi
  : >"$begun"
}

# Without one on PATH it is the wrapper's, which a user without a home has in the folder of the build.
choose_maven() {
  mvn=$(command -v mvn || true)
  if [ -z "$mvn" ]; then
    mvn=$root/scripts/mvnw
    [ -x "$mvn" ] || fail "mvn (Apache Maven) is not on PATH, and $mvn is missing; one of them builds Hayate"
    [ -n "${HOME:-}" ] || export MAVEN_USER_HOME="${MAVEN_USER_HOME:-$root/target/.m2}"
  fi
}

# The modes of classes go into the jars, so they are the same whoever builds. The jars get the time at
# which the build began: what changes meanwhile is built the next time.
# Maven runs in the background because only then can a signal end the wait for it; it keeps the
# lock's file open, so that a build that outlives us is waited for.
build() {
  choose_maven
  if [ -f "$jar" ]; then
    tell "Building $what (the sources have changed) ..."
  else
    tell "Building $what (first use; about a minute) ..."
  fi
  [ "$mvn" != "$root/scripts/mvnw" ] ||
    tell "mvn is not on PATH: scripts/mvnw fetches Maven when it runs for the first time ..."
  forget_half_a_build
  product=$jar$suffix
  rm -f "$product"
  touch "$work/begin"
  (umask 022 && cd "$root" && JAVA_HOME=$home exec "$mvn" -q -B -Dquick -Dhayate.jar.suffix=$suffix \
    -pl "$module" -am package) >"$log" 2>&1 </dev/null &
  builder=$!
  name_builder
  status=0
  wait "$builder" || status=$?
  [ $status -gt 128 ] || rm -f "$begun"
  if [ $status -ne 0 ] || ! is_whole "$product"; then
    rm -f "$product"
    grep -v '^WARNING' "$log" | tail -n 30 >&2
    fail "the build failed; all of its output is in $log"
  fi
  builder=
  put_in_place "$root/engine/target/hayate-all.jar" # every module's build makes it, too
  put_in_place "$jar"
}

put_in_place() {
  if [ -f "$1$suffix" ]; then
    touch -c -r "$work/begin" "$1$suffix"
    mv -f "$1$suffix" "$1"
  fi
}

# A checkout that cannot be written to starts what was built of it; a package is whole.
build_if_needed() {
  if is_package || ! needs_build; then
    return 0
  fi
  if is_whole "$jar" && ! is_writable_folder "$root/target"; then
    tell "$program: sources are newer than $jar, and nothing can be written here to build them"
    return 0
  fi
  take_lock
  if needs_build; then
    build
  fi
  give_lock
}
