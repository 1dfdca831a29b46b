#!/usr/bin/env bash
# qsv validate, so many threads, with the JSON Schema of a row that is published: prints `row,column`. It stops at the
# first row of another length, hence a file without any; it counts rows from the first one below the header.
set -euo pipefail
threads=$1
file=$2
copy=target/peers/qsv-data-$threads.csv
ln -sf "$file" "$copy"
target/peers/qsvlite validate --quiet --jobs "$threads" "$copy" generated/json-schema/ligne-csv.schema.json > /dev/null 2>&1 || true
awk -F '\t' 'NR > 1 { print $1 + 1 "," $2 }' "$copy.validation-errors.tsv"
rm -f "$copy".*
