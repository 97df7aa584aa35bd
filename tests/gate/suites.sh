# Runs every suite and adds up what the runners themselves have counted.

suites_folder=$work/suites

# Every project under tests/ that has the test SDK is a suite.
dotnet_suites() { grep -l 'Microsoft.NET.Test.Sdk' tests/*/*.csproj; }

# record_suite NAME PASSED TOTAL EXIT-CODE LOG
record_suite() {
  local name=$1 passed=$2 total=$3 code=$4 log=$5 failed
  failed=$((total - passed))
  if [ "$failed" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$total" -eq 0 ]; }; then
    failed=1 # It ended badly, or it has run nothing.
  fi
  record "$name" "$passed" "$failed"
  if [ "$failed" -eq 0 ]; then
    printf '  ok      %s: %s passed\n' "$name" "$passed"
  else
    printf '  FAILED  %s: %s passed, %s failed or skipped, exit code %s\n' "$name" "$passed" "$failed" "$code"
    tail -n 150 "$log" | sed 's/^/          /'
  fi
}

run_dotnet_suite() {
  local project=$1 name code counters total passed
  name=$(dirname "$project")
  name=${name#tests/}
  dotnet test "$project" --no-build --nologo --logger "trx;LogFileName=$name.trx" --results-directory "$suites_folder" >"$suites_folder/$name.log" 2>&1
  code=$?
  counters=$(grep -o '<Counters [^>]*' "$suites_folder/$name.trx" 2>/dev/null)
  total=$(sed -n 's/.* total="\([0-9]*\)".*/\1/p' <<<"$counters")
  passed=$(sed -n 's/.* passed="\([0-9]*\)".*/\1/p' <<<"$counters")
  record_suite "$name" "${passed:-0}" "${total:-0}" "$code" "$suites_folder/$name.log"
}

# The longest ones, to begin with; then all others.
suites_in_order() { printf 'Api\nDurability\nBrowser\n' && dotnet_suites | sed 's|tests/\(.*\)/.*|\1|' | grep -vx -e Api -e Durability; }

run_suite() {
  if [ "$1" = Browser ]; then run_browser_suite; else run_dotnet_suite "tests/$1/$1.csproj"; fi
}

# Two at once: each waits for disks, other processes and clocks much of its time.
run_suites() {
  local suite pid running=() left
  mkdir -p "$suites_folder"
  for suite in $(suites_in_order); do
    if [ "${#running[@]}" -ge 2 ]; then
      wait -n "${running[@]}"
      left=()
      for pid in "${running[@]}"; do kill -0 "$pid" 2>/dev/null && left+=("$pid"); done
      running=("${left[@]}")
    fi
    run_suite "$suite" &
    running+=("$!")
  done
  wait "${running[@]}"
  for suite in $(suites_in_order); do
    grep -q "^$suite"$'\t' "$results" || record "$suite" 0 1 # It was killed before it could count.
  done
}

# Without a test file node ends badly and has counted nothing: that is a failure like any other.
run_browser_suite() {
  local log=$suites_folder/Browser.log code total passed
  node --test --test-reporter=tap tests/Browser/*.test.mjs >"$log" 2>&1
  code=$?
  total=$(sed -n 's/^# tests //p' "$log")
  passed=$(sed -n 's/^# pass //p' "$log")
  record_suite 'Browser' "${passed:-0}" "${total:-0}" "$code" "$log"
}
