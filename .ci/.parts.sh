# What .ci/run and .ci/long share. Sourced, not run; bash.
# shellcheck shell=bash

say() {
  printf '\n== %s\n' "$*"
}

fail() {
  printf '%s: %s\n' "$program" "$*" >&2
  exit 1
}

apt_install() {
  command -v apt-get >/dev/null || return 1
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    root=(sudo -n)
  fi
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@" ||
    { "${root[@]}" apt-get update -q &&
      "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@"; }
}

# The folder of a JDK of this feature version, or nothing.
find_jdk() {
  local folder
  for folder in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* /opt/hostedtoolcache/*/*/* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*; do
    if [ -x "$folder/bin/javac" ] &&
      "$folder/bin/java" -version 2>&1 | grep -q "version \"$1[.\"-]"; then
      printf '%s\n' "$folder"
      return
    fi
  done
}

require_jdk() {
  local found
  found=$(find_jdk "$1")
  if [ -z "$found" ]; then
    say "installing JDK $1" >&2
    apt_install "openjdk-$1-jdk-headless" >&2 || apt_install "temurin-$1-jdk" >&2 || true
    found=$(find_jdk "$1")
  fi
  [ -n "$found" ] || fail "JDK $1 is missing and could not be installed; both 17 and 25 are needed"
  printf '%s\n' "$found"
}

require_tools() {
  command -v mvn >/dev/null || apt_install maven || fail "mvn is missing and could not be installed"
  command -v tmux >/dev/null || apt_install tmux || fail "tmux is missing and could not be installed"
  jdk17=$(require_jdk 17)
  jdk25=$(require_jdk 25)
}

# Runs a step, says what it is and how long it took, and fails with it.
step() {
  local begin=$SECONDS
  say "$(date -u +%H:%M:%S) $*"
  "$@" || fail "failed after $((SECONDS - begin)) s: $*"
  say "done in $((SECONDS - begin)) s: $*"
}

# Runs a step that may take so many seconds and no more.
step_within() {
  local most=$1
  shift
  step timeout --kill-after=30 "$most" "$@"
}

verify_on() {
  rm -rf target engine/target benchmarks/target
  step_within "$2" env "JAVA_HOME=$1" mvn -B -ntp verify
}
