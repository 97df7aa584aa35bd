#!/usr/bin/env bash
# Everything that must hold, in one command:  bash tests/run.sh
#
# Installs what the tests need, builds with warnings as errors, compares the texts that are made from the code,
# runs every suite on both databases, and ends with one line of true sums: N passed, N failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export MSBUILDDISABLENODEREUSE=1 # No build server outlives the run.
export DOTNET_TieredPGO=0        # No test runs so long that profiles pay: a fifth of the suites' processor time went into them.
work=$(mktemp -d -t billing-tests.XXXXXX)
for part in score tools postgres contract suites; do
  source "tests/gate/$part.sh"
done
trap 'trap "" HUP INT TERM; stop_postgres; rm -rf "$work"' EXIT

build() { dotnet build BillingHeadless.sln -warnaserror -nologo -v quiet; }
format() { dotnet format BillingHeadless.sln --verify-no-changes --no-restore; }

main() {
  say 'Tools'
  install_tools || stop 'Install what is missing, then run this again.'
  step 'npm installs its tools' npm ci --no-progress || stop 'Without them nothing can be compared.'
  start_postgres || stop 'PostgreSQL did not start.'

  say 'Build and contract'
  check 'builds without a warning' build || stop 'Nothing else can run before it builds.'
  check_later 'is formatted' format
  check_contract

  say 'Suites'
  run_suites
  collect_later

  finish
}

main </dev/null
