#!/usr/bin/env bash
# Writes the migration that the model's latest changes ask for, on both databases:
#
#   bash api/MigrationDesign/add-migration.sh AddPartners      one more migration
#   bash api/MigrationDesign/add-migration.sh --anew           throws all away and writes one, Initial: only before a release
set -euo pipefail
cd "$(dirname "$0")/../.."

name=${1:?"Say what changes, as a class name: add-migration.sh AddPartners"}
folder=Platform/Persistence
if [ "$name" = --anew ]; then
  name=Initial
  rm -rf api/Server/$folder/Sqlite/Migrations api/Server/$folder/Postgres/Migrations
fi

dotnet tool restore
dotnet build api/MigrationDesign --verbosity quiet --nologo
for engine in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build \
    --project api/Server --startup-project api/MigrationDesign \
    --context "${engine}BillingDb" \
    --output-dir "$folder/$engine/Migrations"
done

# The tool writes a byte order mark; no other file here has one.
sed -i '1s/^\xEF\xBB\xBF//' api/Server/$folder/{Sqlite,Postgres}/Migrations/*.cs
