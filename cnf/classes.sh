# Sourced by run: the archive of loaded classes (AppCDS), written when a server ends for the first time, mapped by those that
# follow. It is named after all that its content depends on; the JVM checks once more that it fits, and else goes without.

classes_folder="${XDG_CACHE_HOME:-${HOME:?}/.cache}/switchboard/classes"

class_archive() {
  local java; java="$(readlink -f "$(command -v java)")"
  echo "$classes_folder/$(stat -L -c '%n %s %y %i' "$java" "${java%/bin/java}"/lib/server/libjvm.so "$launcher" target/run.jar cnf/java.options |
    cksum | tr ' ' -).jsa"
}

# Maps the archive, or lets the JVM write one into the folder of this server.
class_options() { # folder
  local archive; archive="$(class_archive)"
  if [ -f "$archive" ]; then echo "-XX:SharedArchiveFile=$archive"; else echo "-XX:ArchiveClassesAtExit=$1.jsa"; fi
}

# Moves what was written into place, if it is whole: a server that is killed leaves a part of it, or nothing.
keep_classes() { # folder
  local written="$1.jsa"
  [ -f "$written" ] || return 0
  if mkdir -p "$classes_folder" && cp "$written" "$classes_folder/.$$" \
    && java @cnf/java.options -Xshare:on -XX:SharedArchiveFile="$classes_folder/.$$" -cp "$launcher" -version >/dev/null 2>&1; then
    find "$classes_folder" -name '*.jsa' -mtime +7 -delete
    mv "$classes_folder/.$$" "$(class_archive)"
  fi
  rm -f "$written" "$classes_folder/.$$"
}
