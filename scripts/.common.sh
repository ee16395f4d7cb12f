# Parts that the scripts share: choosing a JDK, and building on need. Sourced, not run. POSIX sh.
#
# Before: program (the name in messages), root (the project's folder), jar (what is built), module
# (the Maven module that builds it), sources (what it is built from), what (its name in notices).
# After choose_jdk: home, the folder of the JDK.

# shellcheck shell=sh disable=SC2154 # variables that the script sets

java_min=17
usage_error=2
lock=$root/target/hayate-build.lock
log=$root/target/hayate-build.log

fail() {
  echo "$program: $*" >&2
  exit $usage_error
}

# --- The JVM ----------------------------------------------------------------------------------

# The version of the JDK in a folder as one number to compare, 17.0.15 as 17000015; 0 for no JDK.
jdk_version() {
  if [ ! -x "$1/bin/java" ] || [ ! -x "$1/bin/javac" ]; then
    echo 0
    return
  fi
  text=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null || true)
  if [ -z "$text" ]; then
    text=$("$1/bin/java" -version 2>&1 </dev/null | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  echo "$text" | sed 's/[^0-9.].*//' | awk -F. '{ printf "%d\n", $1 * 1000000 + $2 * 1000 + $3 }'
}

is_new_enough() {
  [ "$(jdk_version "$1")" -ge $((java_min * 1000000)) ]
}

# Folders in which a JDK may lie, one a line.
jdk_candidates() {
  on_path=$(command -v java || true)
  if [ -n "$on_path" ]; then
    dirname "$(folder_of "$(follow_links "$on_path")")"
  fi
  for folder in /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*; do
    if [ -x "$folder/bin/javac" ]; then
      printf '%s\n' "$folder"
    fi
  done
}

# The newest JDK from one version, given as a number, to below another; nothing for none.
newest_jdk() {
  best=
  best_version=$(($1 - 1))
  while IFS= read -r candidate; do
    version=$(jdk_version "$candidate")
    if [ "$version" -gt "$best_version" ] && [ "$version" -lt "$2" ]; then
      best=$candidate
      best_version=$version
    fi
  done <<EOF
$(jdk_candidates)
EOF
  printf '%s\n' "$best"
}

# By the name of a variable, then the folder that it holds.
use_jdk() {
  is_new_enough "$2" || fail "$1 must be the folder of a JDK $java_min or newer: was $2"
  home=$(CDPATH='' cd -- "$2" && pwd)
}

# The argument, where there is one, is a version or a folder.
choose_jdk() {
  case ${1:-} in
    '') ;;
    *[!0-9]*)
      use_jdk --jdk "$1"
      return
      ;;
    *)
      [ "$1" -ge $java_min ] || fail "--jdk must be $java_min or newer: was $1"
      home=$(newest_jdk $(($1 * 1000000)) $((($1 + 1) * 1000000)))
      [ -n "$home" ] || fail "--jdk must be one that is installed, or its folder: no JDK $1 found"
      return
      ;;
  esac
  for name in HAYATE_JAVA_HOME JAVA_HOME; do
    eval "home=\${$name:-}"
    if [ -n "$home" ]; then
      use_jdk $name "$home"
      return
    fi
  done
  home=$(newest_jdk $((java_min * 1000000)) 1000000000)
  [ -n "$home" ] || fail "no JDK $java_min or newer found: install one, or set HAYATE_JAVA_HOME"
}

# --- The build --------------------------------------------------------------------------------

needs_build() {
  # shellcheck disable=SC2086 # several paths in one variable, none with a blank
  [ ! -f "$jar" ] || [ -n "$(cd "$root" && find $sources -newer "$jar" 2>/dev/null | head -n 1)" ]
}

release_lock() {
  rm -rf "$lock"
}

# One build at a time; a lock whose owner is gone, or was never named, counts for nothing.
take_lock() {
  mkdir -p "$root/target" 2>/dev/null || fail "cannot write to $root/target, so cannot build"
  told=
  nameless=0
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null || true)
    [ -n "$owner" ] || nameless=$((nameless + 1))
    if [ "$nameless" -gt 5 ] || { [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; }; then
      nameless=0
      release_lock
      continue
    fi
    [ -n "$told" ] || echo "Waiting for another build of Hayate (process ${owner:-?}) ..." >&2
    told=yes
    sleep 1
  done
  builder=
  trap release_lock EXIT
  trap stop_build HUP INT TERM
  echo $$ >"$lock/pid"
}

# Half a jar must not be taken for a whole one the next time.
stop_build() {
  if [ -n "$builder" ]; then
    kill "$builder" 2>/dev/null || true
    wait "$builder" || true
    rm -f "$jar" "$engine_jar"
  fi
  exit 0
}

# The jars get the time at which the build began: what changes meanwhile is built the next time.
# A running Hayate keeps the file that it has open: it is removed, not written over. Maven runs
# in the background because only then can a signal end the wait for it.
build() {
  mvn=$(command -v mvn || true)
  [ -n "$mvn" ] || fail "mvn (Apache Maven) is not on PATH; it is needed to build Hayate"
  if [ -f "$jar" ]; then
    echo "Building $what (the sources have changed) ..." >&2
  else
    echo "Building $what (first use; about a minute) ..." >&2
  fi
  engine_jar=$root/engine/target/hayate-all.jar # every module's build makes it, too
  rm -f "$jar" "$engine_jar"
  touch "$lock/begin"
  (cd "$root" && JAVA_HOME=$home exec "$mvn" -q -B -Dquick -pl "$module" -am package) \
    >"$log" 2>&1 </dev/null &
  builder=$!
  if ! wait "$builder"; then
    rm -f "$jar" "$engine_jar"
    grep -v '^WARNING' "$log" | tail -n 30 >&2
    fail "the build failed; all of its output is in $log"
  fi
  touch -c -r "$lock/begin" "$jar" "$engine_jar"
  builder=
}

# While another builds, the jar that is there may be half written.
build_if_needed() {
  if needs_build || [ -d "$lock" ]; then
    take_lock
    if needs_build; then
      build
    fi
    release_lock
    trap - EXIT HUP INT TERM
  fi
}
