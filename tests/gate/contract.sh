# The texts that are made from the code: committed, equal to what the code makes now, and right by the linters' own rules.

# is_same COMMITTED MADE COMMAND: COMMAND makes the committed file anew.
is_same() {
  diff -u "$1" "$2" >"$work/difference" && return 0
  head -n 40 "$work/difference"
  printf '%s differs from what the code makes. Make it anew: %s\n' "$1" "$3"
  return 1
}

openapi_is_current() {
  dotnet run --no-build --project api/Server -- openapi --output "$work/openapi.json" &&
    is_same openapi.json "$work/openapi.json" 'dotnet run --project api/Server -- openapi --output openapi.json'
}

client_is_current() {
  bash sdk/Client/generate.sh openapi.json "$work/BillingClient.cs" &&
    is_same sdk/Client/Generated/BillingClient.cs "$work/BillingClient.cs" 'bash sdk/Client/generate.sh'
}

check_contract() {
  check 'openapi.json equals the server' openapi_is_current
  check 'the C# client equals openapi.json' client_is_current
  check 'openapi.json passes Redocly' node_modules/.bin/redocly lint --extends recommended openapi.json
  check 'openapi.json passes Spectral' node_modules/.bin/spectral lint --ruleset tests/gate/spectral.yaml openapi.json
}
