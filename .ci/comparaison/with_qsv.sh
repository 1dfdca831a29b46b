#!/usr/bin/env bash
# qsv validate, so many threads, with the JSON Schema of a row that is published: prints `row,column`. It stops at the
# first row of another length, hence a file without any; it counts rows from the first one below the header. An empty
# cell is `null` to it: optional fields are given that type besides.
set -euo pipefail
threads=$1
file=$2
folder=target/peers/qsv-$threads
mkdir -p "$folder"
rm -f "$folder"/*
ln -s "$file" "$folder/data.csv"
jq '.required as $required | .properties |= with_entries(
    if .key as $key | $required | index($key) then . else .value.type = ["string", "null"] end
)' generated/json-schema/ligne-csv.schema.json > "$folder/schema.json"
# It exits with 1 when a row is invalid; what it writes is read below, and lacks if it failed otherwise.
target/peers/qsvlite validate --quiet --jobs "$threads" "$folder/data.csv" "$folder/schema.json" > /dev/null 2>&1 || true
awk -F '\t' 'NR > 1 { print $1 + 1 "," $2 }' "$folder/data.csv.validation-errors.tsv"
