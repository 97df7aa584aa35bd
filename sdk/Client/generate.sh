#!/usr/bin/env bash
# Makes the client anew from openapi.json:  bash sdk/Client/generate.sh [openapi.json [output.cs]]
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
description=$(realpath "${1:-$root/openapi.json}")
output=$(realpath "${2:-$root/sdk/Client/Generated/BillingClient.cs}")
prepared=$(mktemp --suffix=.json)
trap 'rm -f "$prepared"' EXIT

[ -d "$root/node_modules/nswag" ] || npm ci --prefix "$root"
node "$root/sdk/Client/prepare.mjs" "$description" "$prepared"
dotnet "$root/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll" \
  run "$root/sdk/Client/nswag.json" "/variables:Description=$prepared,Output=$output"
