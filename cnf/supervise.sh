# Sourced by run: keeps one server process alive, and stops it politely. The caller defines serve, which starts the
# process in the background and leaves its id in $server, and crash_reports, the folder of the JVM's crash reports.

healthy_seconds=60  # whoever lived so long had started well: the next death is a first one again
longest_pause=60    # seconds between two attempts, at most

note() { echo "run: $*" >&2; }

# Returns when the server was asked to stop, or ended well by itself; otherwise starts it again, for ever.
supervise() { # seconds within which a server that was asked to stop must be gone
  local patience="$1" deaths=0 code born lived pause
  stopping=false asked=0 interrupted=false server="" executioner=""
  trap 'ask_to_stop "$patience"' TERM INT HUP
  while true; do
    born=$SECONDS
    serve
    [ "$stopping" = false ] || { asked=0; ask_to_stop "$patience"; } # it was asked while it was being started
    await_server && code=0 || code=$?
    lived=$((SECONDS - born))
    if [ "$stopping" = true ]; then
      stopped "$code"; return
    fi
    [ "$code" -ne 0 ] || { note "the server has stopped by itself"; return 0; }
    [ "$lived" -lt "$healthy_seconds" ] || deaths=0
    deaths=$((deaths + 1))
    pause="$(pause_after "$deaths")"
    note "the server process (pid $server) $(how_it_ended "$code") after $lived s; $(what_next "$deaths" "$pause")"
    name_report
    nap "$pause"
    [ "$stopping" = false ] || { note "stopped"; return 0; }
  done
}

# None after the first death; then 1, 2, 4 … seconds.
pause_after() { # deaths in a row
  local pause=0 i
  for ((i = 1; i < $1 && pause < longest_pause; i++)); do pause=$((pause == 0 ? 1 : 2 * pause)); done
  echo $((pause < longest_pause ? pause : longest_pause))
}

what_next() { # deaths in a row, pause
  if [ "$2" -eq 0 ]; then echo "starting it again"; else echo "death $1 in a row, starting it again in $2 s"; fi
}

how_it_ended() { # exit status
  case "$1" in
    3) echo "ran out of memory and gave up (exit status 3)" ;;
    134) echo "aborted in native code (SIGABRT)" ;;
    137) echo "was killed (SIGKILL: by somebody, or by the kernel because memory was short)" ;;
    139) echo "crashed in native code (SIGSEGV)" ;;
    *) if [ "$1" -gt 128 ] && [ "$1" -lt 193 ]; then echo "was ended by SIG$(kill -l $(($1 - 128)))"; else echo "ended with exit status $1"; fi ;;
  esac
}

# The JVM names a crash report by the process's id.
name_report() {
  local report="$crash_reports/hs_err_pid$server.log"
  [ ! -f "$report" ] || note "what the process did when it crashed: $report"
}

# A signal interrupts wait: then the status is the signal's, not the server's.
await_server() {
  local code
  while true; do
    interrupted=false
    wait "$server" 2>/dev/null && code=0 || code=$?
    [ "$interrupted" = true ] || return "$code"
  done
}

# Once: no new calls, and the open ones may end. Twice: now.
ask_to_stop() { # seconds until it is killed
  interrupted=true stopping=true
  asked=$((asked + 1))
  [ -n "$server" ] && kill -TERM "$server" 2>/dev/null || return 0
  [ "$asked" -eq 1 ] || return 0
  (sleep "$1"; kill -KILL "$server" 2>/dev/null) >/dev/null 2>&1 &
  executioner=$!
}

stopped() { # exit status
  [ -z "$executioner" ] || kill "$executioner" 2>/dev/null || true
  case "$1" in
    0|143) note "stopped"; return 0 ;;
    137) note "the server did not stop in time and was killed"; return 1 ;;
    *) note "the server $(how_it_ended "$1") while it stopped"; name_report; return 1 ;;
  esac
}

# Like sleep, but a signal ends it.
nap() { # seconds
  [ "$1" -gt 0 ] || return 0
  sleep "$1" &
  local sleeper=$!
  wait "$sleeper" || kill "$sleeper" 2>/dev/null || true
}
