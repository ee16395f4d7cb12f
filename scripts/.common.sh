# What the scripts share: the ground they stand on, and the choice of a JDK. Sourced, not run. POSIX sh.
#
# Before: program (the name in messages), root (the project's folder), jar (what is built), module
# (the Maven module that builds it), sources (what it is built from), what (its name in notices).
# After choose_jdk: home, the folder of the JDK, and version, a number to compare.

# shellcheck shell=sh disable=SC2154 # variables that the script sets

java_min=17
usage_error=2
output=$root/target # where the scripts write

# Tells a person a line: wrapped between words on a terminal, whole in a pipe or a file.
tell() {
  if [ ! -t 2 ]; then
    printf '%s\n' "$*" >&2
    return
  fi
  columns=$(stty size 2>/dev/null <&2 | sed 's/.* //' || true)
  printf '%s\n' "$*" | awk -v width="${columns:-80}" '
    BEGIN { if (width < 20) width = 80 }
    {
      row = $1
      for (i = 2; i <= NF; i++) {
        if (length(row) + 1 + length($i) < width) row = row " " $i
        else { print row; row = "  " $i }
      }
      print row
    }' >&2
}

fail() {
  tell "$program: $*"
  exit $usage_error
}

# A package (scripts/package) brings a runtime of its own, and nothing to build. One that is installed
# belongs to somebody else: what is written goes where the user's caches are.
is_package() {
  [ -x "$root/runtime/bin/java" ]
}

if is_package && [ ! -w "$root" ]; then
  output=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/hayate
fi

# --- The ground -------------------------------------------------------------------------------

# A descriptor that is closed would be given to the next file that is opened: the JVM would read one
# of its own for commands. It is as if the null device had been given.
fill_descriptors() {
  (exec 3<&0) 2>/dev/null || exec </dev/null
  (exec 3>&1) 2>/dev/null || exec >/dev/null
  (exec 3>&2) || exec 2>/dev/null
}

charset_of() {
  LC_ALL=$1 locale charmap 2>/dev/null || true
}

# The first locale there is whose charset has every letter; nothing for none.
find_utf8_locale() {
  for name in C.UTF-8 C.utf8 en_US.UTF-8; do
    if [ "$(charset_of $name)" = UTF-8 ]; then
      printf '%s\n' $name
      return
    fi
  done
  locale -a 2>/dev/null | grep -i 'utf-\{0,1\}8$' | head -n 1 || true
}

# Without a locale, or with one that is not installed, the JVM takes the charset to be ASCII and
# cannot name a file with another letter. A charset that was chosen stays, the terminal's too.
choose_locale() {
  chosen=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}
  terminal=
  better=
  if command -v locale >/dev/null; then
    charset=$(locale charmap 2>/dev/null || true)
    complaint=$(locale charmap 2>&1 >/dev/null || true)
    case $charset in
      ANSI_X3.4-1968 | US-ASCII | ASCII | 646 | '') choose_utf8 "$(find_utf8_locale)" ;;
      UTF-8) [ -z "$complaint" ] || better=$chosen ;;
      *) terminal=$charset && [ -z "$complaint" ] || better=$chosen ;;
    esac
  else
    case $chosen in
      *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
      *) choose_utf8 C.UTF-8 ;;
    esac
  fi
  if [ -n "$better" ]; then
    LC_ALL=$better # one that is not installed in any category spoils all, so this is for all
    export LC_ALL
  fi
}

# A locale that is not installed still says what the terminal is, as de_DE.ISO-8859-1.
choose_utf8() {
  better=$1
  case $chosen in
    *.[Uu][Tt][Ff]8* | *.[Uu][Tt][Ff]-8*) ;;
    *.*) terminal=${chosen#*.} && terminal=${terminal%%@*} ;;
  esac
}

fill_descriptors
choose_locale
env pwd -P >/dev/null 2>&1 || fail "the current folder is gone: change to one that is there"

# --- The JDK ----------------------------------------------------------------------------------

# The version of the JDK in a folder as one number to compare, 17.0.15 as 17000015; 0 for no JDK.
jdk_version() {
  if [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ]; then
    java_version "$1"
  else
    echo 0
  fi
}

# The same of a runtime, which need not be a JDK.
java_version() {
  text=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null || true)
  if [ -z "$text" ]; then
    text=$("$1/bin/java" -version 2>&1 </dev/null | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  echo "$text" | sed 's/[^0-9.].*//' | awk -F. '{ printf "%d\n", $1 * 1000000 + $2 * 1000 + $3 }'
}

is_new_enough() {
  [ "$(jdk_version "$1")" -ge $((java_min * 1000000)) ]
}

# The file that a chain of links ends at; readlink -f is not everywhere.
follow_links() {
  file=$1
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  printf '%s\n' "$file"
}

folder_of() {
  CDPATH='' cd -- "$(dirname "$1")" && pwd -P
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
  jdk_candidates | {
    best=
    best_version=$(($1 - 1))
    while IFS= read -r candidate; do
      version=$(jdk_version "$candidate")
      if [ "$version" -gt "$best_version" ] && [ "$version" -lt "$2" ]; then
        best=$candidate
        best_version=$version
      fi
    done
    printf '%s\n' "$best"
  }
}

# By the name of a variable, then the folder that it holds.
use_jdk() {
  is_new_enough "$2" || fail "$1 must be the folder of a JDK $java_min or newer: was $2"
  home=$(CDPATH='' cd -- "$2" && pwd)
}

# The argument, where there is one, is a version or a folder.
find_jdk() {
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

choose_jdk() {
  if is_package && [ -z "${1:-}${HAYATE_JAVA_HOME:-}" ]; then
    home=$root/runtime
  else
    find_jdk "$@"
  fi
  version=$(java_version "$home")
}

# shellcheck source=scripts/.build.sh
. "$root/scripts/.build.sh"
# shellcheck source=scripts/.jvm.sh
. "$root/scripts/.jvm.sh"
