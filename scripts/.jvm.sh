# The JVM's options and memory, and its start. Sourced by .common.sh, which says what is set before.
# POSIX sh.
#
# An option of the user's takes the place of ours, whichever variable it stands in.

# shellcheck shell=sh disable=SC2154 # variables that the script sets

options=$root/config/jvm.options
machine=${HAYATE_MACHINE_ROOT:-} # where /proc and /sys lie, for tests
overhead_least_mb=80 # beside the heap: code, classes, threads, buffers; nothing starts with less
overhead_mb=208 # with which an engine of the defaults runs well; 48 are files of the journal in memory
user_options="${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${HAYATE_JVM_OPTS:-} ${_JAVA_OPTIONS:-}"

# --- Options ----------------------------------------------------------------------------------

# What an option sets; two with one key cannot both be meant. Answers in the variable key.
find_key() {
  case $1 in
    -Xmx* | -XX:MaxHeapSize=*) key=Xmx ;;
    -Xms* | -XX:InitialHeapSize=*) key=Xms ;;
    -XX:MaxRAM* | -XX:MinRAM* | -XX:InitialRAM*) key=RAM ;;
    -XX:[+-]Use*GC) key=GC ;;
    -XX:[+-]*) key=${1#-XX:?} ;;
    -XX:*=*) key=${1#-XX:} && key=${key%%=*} ;;
    -D*=*) key=${1%%=*} ;;
    *) key=$1 ;;
  esac
}

# A size as the JVM reads it, in KB; 0 for what is none. Answers in the variable kb.
read_size() {
  number=${1%[kKmMgGtT]}
  case $number in
    '' | *[!0-9]*) kb=0 && return ;;
  esac
  case $1 in
    *[kK]) kb=$number ;;
    *[mM]) kb=$((number * 1024)) ;;
    *[gG]) kb=$((number * 1024 * 1024)) ;;
    *[tT]) kb=$((number * 1024 * 1024 * 1024)) ;;
    *) kb=$((number / 1024)) ;;
  esac
}

# Keys that the user sets, and how large the heap may be and begins, in KB.
read_user_options() {
  user_keys=' '
  user_max_kb=0
  user_initial_kb=0
  set -f
  # shellcheck disable=SC2086 # several options in one variable
  for option in $user_options; do
    find_key "$option"
    user_keys="$user_keys$key "
    case $option in
      -Xmx*) read_size "${option#-Xmx}" && user_max_kb=$kb ;;
      -Xms*) read_size "${option#-Xms}" && user_initial_kb=$kb ;;
      -XX:MaxHeapSize=*) read_size "${option#*=}" && user_max_kb=$kb ;;
      -XX:InitialHeapSize=*) read_size "${option#*=}" && user_initial_kb=$kb ;;
    esac
  done
  set +f
}

# Whether one of our options makes way for the user's.
is_displaced() {
  find_key "$1"
  case $user_keys in
    *" $key "*) return 0 ;;
  esac
  case $1 in
    -Xm[sx]*)
      read_size "${1#-Xm?}"
      case $user_keys in *' RAM '*) return 0 ;; esac
      ;;
  esac
  case $1 in
    -Xms*) [ "$user_max_kb" -gt 0 ] && [ "$kb" -gt "$user_max_kb" ] ;;
    -Xmx*) [ "$user_initial_kb" -gt "$kb" ] ;;
    *) return 1 ;;
  esac
}

# Our options that stay, one a line: what is left of config/jvm.options, and what newer JDKs want.
our_options() {
  sed -e 's/^[[:space:]]*//' -e 's/[[:space:]]*$//' -e '/^#/d' -e '/^$/d' "$options"
  if [ "$version" -ge 24000000 ]; then
    # From 24 on a JDK warns of native code, and of the memory access that saves Netty copies.
    printf '%s\n' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  fi
  if [ -n "$terminal" ]; then
    printf '%s\n' "-Dstdout.encoding=$terminal" "-Dstderr.encoding=$terminal"
    if [ "$version" -lt 19000000 ]; then
      printf '%s\n' "-Dsun.stdout.encoding=$terminal" "-Dsun.stderr.encoding=$terminal"
    fi
  fi
}

kept_options() {
  our_options | while IFS= read -r option; do
    is_displaced "$option" || printf '%s\n' "$option"
  done
}

# The options for a JVM before the real one: agents and ports are for that one alone.
lone_options() {
  set -f
  for option in $kept $user_options; do
    case $option in
      -XX:StartFlightRecording* | -XX:FlightRecorderOptions* | -Xrun* | -Xdebug | -Xlog* | -Xloggc*) ;;
      -Dcom.sun.management*) ;;
      -X* | -D*) printf '%s ' "$option" ;;
    esac
  done
  set +f
}

# A JVM before the real one, with these arguments. In a shell of its own.
run_before() (
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS NOTIFY_SOCKET
  lone=$(lone_options)
  set -f
  # shellcheck disable=SC2086 # several options in one variable
  exec "$home/bin/java" $lone -XX:-AlwaysPreTouch "$@" </dev/null
)

# Where there is something of the user's, a JVM is asked what it makes of all: one line where it
# takes them not, and its own flags where it does.
ask_jvm() {
  run_before -XX:+PrintFlagsFinal -version 2>&1
}

refuse_options() {
  named=
  for name in JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS HAYATE_JVM_OPTS _JAVA_OPTIONS; do
    eval "value=\${$name:-}"
    value=$(printf '%s\n' "$value" | tr ' ' '\n' | grep '^-X' | tr '\n' ' ') # not what may be secret
    [ -z "$value" ] || named="$named${named:+, }$name=${value% }"
  done
  [ -n "$named" ] || named="those of config/jvm.options"
  reason=$(printf '%s\n' "$1" | grep -v -e '^Error: Could not' -e '^Error: A fatal' \
    -e '^Error occurred during' -e '^Picked up' -e '^ *$' | head -n 1)
  fail "the JVM does not take its options ($named): ${reason:-it ended without a word}"
}

# A flag of the JVM that was asked, in KB.
flag_kb() {
  printf '%s\n' "$flags" | awk -v name="$1" '$2 == name { printf "%d\n", $4 / 1024 }'
}

# --- Memory -----------------------------------------------------------------------------------

# Files with a bound on this process's memory, one a line: of its control group and all above it, in
# either version of them.
memory_files() {
  awk '
    FNR == NR {
      split($0, part, ":")
      path = substr($0, length(part[1]) + length(part[2]) + 3)
      if (part[2] == "") of["cgroup2"] = path
      else if ("," part[2] "," ~ /,memory,/) of["cgroup"] = path
      next
    }
    {
      for (i = 7; i <= NF && $i != "-"; i++);
      type = $(i + 1)
      if (!(type in of)) next
      if (type == "cgroup" && "," $(i + 3) "," !~ /,memory,/) next
      file = type == "cgroup" ? "memory.limit_in_bytes" : "memory.max"
      path = of[type]
      if ($4 != "/" && index(path "/", $4 "/") == 1) path = substr(path, length($4) + 1)
      while (path != "" && path != "/") {
        print $5 path "/" file
        sub("/[^/]*$", "", path)
      }
      print $5 "/" file
    }' "$machine/proc/self/cgroup" "$machine/proc/self/mountinfo" 2>/dev/null || true
}

# The least bound, in KB; 0 for none. What no machine has means none.
memory_bound() {
  memory_files | while IFS= read -r file; do
    cat "$machine$file" 2>/dev/null || true
  done | awk '
    /^[0-9]+$/ && length($0) < 16 && (least == "" || $0 + 0 < least) { least = $0 + 0 }
    END { printf "%d\n", least / 1024 }'
}

memory_field() {
  sed -n "s/^$1: *\([0-9]*\) kB/\1/p" "$machine/proc/meminfo" 2>/dev/null || true
}

# What the process as a whole needs is known before it starts: a group that allows less would have it
# killed without a word.
check_memory() {
  [ "$heap_kb" -gt 0 ] && [ -r "$machine/proc/self/cgroup" ] || return 0
  bound_kb=$(memory_bound)
  place="this container"
  total_kb=$(memory_field MemTotal)
  if [ -n "$total_kb" ] && { [ "$bound_kb" -eq 0 ] || [ "$total_kb" -lt "$bound_kb" ]; }; then
    bound_kb=$total_kb
    place="this machine"
  fi
  [ "$bound_kb" -gt 0 ] || return 0
  least_kb=$((initial_kb + overhead_least_mb * 1024))
  good_kb=$((heap_kb + direct_kb + overhead_mb * 1024))
  if [ "$bound_kb" -lt "$good_kb" ]; then
    tell_memory
  fi
}

# What can swap is not killed. A glance (glance=yes) needs less than a run, and is not warned.
tell_memory() {
  words="$place has $((bound_kb / 1024)) MB of memory, and $((good_kb / 1024)) are needed"
  words="$words (heap $((heap_kb / 1024)), beside it $(((good_kb - heap_kb) / 1024)))"
  swap_kb=$(memory_field SwapTotal)
  if [ "$bound_kb" -lt "$least_kb" ] && [ "${swap_kb:-0}" -eq 0 ]; then
    fail "$words: raise it, or set HAYATE_JVM_OPTS=-Xmx96m"
  fi
  [ "${glance:-}" = yes ] || tell "$program: $words: it may be killed"
}

# --- Native code ------------------------------------------------------------------------------

# Whether a file can be written into a folder and run there.
can_run_in() {
  probe=$1/hayate-probe-$$
  mkdir "$probe" 2>/dev/null || return 1
  runs=yes
  { printf '#!/bin/sh\n' >"$probe/run" && chmod u+x "$probe/run" && "$probe/run"; } 2>/dev/null \
    || runs=
  rm -rf "$probe"
  [ -n "$runs" ]
}

# The libraries put their native code into the JDK's folder for temporary files: another one where that
# is read-only, full or noexec, so that sockets and the prompt are not the poorer for it.
choose_native_folder() {
  native_folder=
  case $user_keys in *' -Djava.io.tmpdir '*) return 0 ;; esac
  [ "${glance:-}" != yes ] || return 0
  can_run_in "$machine/tmp" && return 0
  mkdir -p "$output/tmp" 2>/dev/null || true
  for native_folder in "${TMPDIR:-/tmp}" "$output/tmp"; do
    can_run_in "$native_folder" && return 0
  done
  native_folder=
  tell "$program: no folder to run native code from, so no epoll and no prompt: set TMPDIR"
}

# --- The start --------------------------------------------------------------------------------

# Decides on the options: kept, those of ours that stay. Reckons the memory that they ask for: a
# heap from initial_kb to heap_kb, and direct_kb of buffers beside it where the user names a bound.
choose_options() {
  read_user_options
  kept=$(kept_options)
  if [ "$user_keys" = ' ' ] && [ "$(ulimit -v 2>/dev/null || echo unlimited)" = unlimited ]; then
    initial_kb=$(own_size Xms)
    heap_kb=$(own_size Xmx)
    direct_kb=0
  else
    flags=$(ask_jvm) || refuse_options "$flags"
    initial_kb=$(flag_kb InitialHeapSize)
    heap_kb=$(flag_kb MaxHeapSize)
    direct_kb=$(flag_kb MaxDirectMemorySize)
  fi
  check_memory
  choose_native_folder
}

own_size() {
  read_size "$(printf '%s\n' "$kept" | sed -n "s/^-$1//p" | tail -n 1)"
  echo "$kb"
}

# For programs that start JVMs of their own: the file of our options that stay, in variable shared.
share_options() {
  shared=$options
  if [ "$user_keys" != ' ' ]; then
    shared=$output/jvm.options
    is_writable_folder "$output" || fail "cannot write to $output"
    printf '%s\n' "$kept" >"$shared.$$"
    mv -f "$shared.$$" "$shared"
  fi
}

# Becomes a JVM with the options that were chosen and these arguments.
start_jvm() {
  [ -z "$native_folder" ] || set -- "-Djava.io.tmpdir=$native_folder" "$@"
  set -f
  # shellcheck disable=SC2086 # several options in each variable
  set -- $kept ${HAYATE_JVM_OPTS:-} "$@"
  set +f
  exec "$home/bin/java" "$@"
}
