# Counts. Every check and every test is one line of the sums; whatever was skipped or has run no test has failed.

results=$work/results
later=()
: >"$results"

say() { printf '\n%s\n' "$1"; }

# record NAME PASSED FAILED
record() { printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$results"; }

# step NAME COMMAND...: something to be done first. It is no test, and so no part of the sums.
step() {
  local name=$1 log="$work/${1//[^A-Za-z0-9]/-}.log" began=$SECONDS passed=no
  shift
  "$@" >"$log" 2>&1 && passed=yes
  report "$name" $passed "$log" $((SECONDS - began))
}

# check NAME COMMAND...: one test, which passes when the command does.
check() {
  if step "$@"; then
    record "$1" 1 0
  else
    record "$1" 0 1
    return 1
  fi
}

# report NAME PASSED LOG SECONDS
report() {
  if [ "$2" = yes ]; then
    printf '  ok      %s (%ss)\n' "$1" "$4"
  else
    printf '  FAILED  %s (%ss)\n' "$1" "$4"
    tail -n 60 "$3" | sed 's/^/          /'
    return 1
  fi
}

# check_later NAME COMMAND...: the same, beside what follows; collect_later waits for it.
check_later() {
  local name=$1
  shift
  (
    began=$SECONDS
    "$@" >"$work/later-$name.log" 2>&1 && passed=yes || passed=no
    printf '%s\t%s\n' "$passed" $((SECONDS - began)) >"$work/later-$name.result"
  ) &
  later+=("$name:$!")
}

collect_later() {
  local entry name passed seconds
  for entry in "${later[@]}"; do
    name=${entry%:*}
    wait "${entry##*:}"
    # One that was killed has left no result: it has not passed.
    passed=no seconds=0
    [ -f "$work/later-$name.result" ] && IFS=$'\t' read -r passed seconds <"$work/later-$name.result"
    report "$name" "$passed" "$work/later-$name.log" "$seconds" && record "$name" 1 0 || record "$name" 0 1
  done
  later=()
}

# stop SENTENCE: ends here, as a failure.
stop() {
  printf '\n%s\n' "$1"
  record 'the run' 0 1
  finish
}

finish() {
  local passed failed
  passed=$(awk -F'\t' '{ sum += $2 } END { print sum + 0 }' "$results")
  failed=$(awk -F'\t' '{ sum += $3 } END { print sum + 0 }' "$results")
  say 'Summary'
  awk -F'\t' '{ printf "  %6d passed %5d failed  %s\n", $2, $3, $1 }' "$results"
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit $?
}
