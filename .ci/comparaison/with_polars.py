"""Polars expressions made from the Table Schema that is published: prints `row,column`.

Rows of another length are padded or cut by its reader, without a word: it cannot say them.
"""

import json
import os
import pathlib
import sys

os.environ.setdefault("POLARS_MAX_THREADS", "1")
import polars as pl

fields = json.loads(pathlib.Path("generated/table-schema/schema.json").read_text(encoding="utf-8"))["fields"]
rows = pl.scan_csv(
    sys.argv[1],
    infer_schema=False,
    truncate_ragged_lines=True,
).with_row_index("__row", offset=2)
bad = []
for field in fields:
    name, constraints = field["name"], field.get("constraints", {})
    text = pl.col(name).fill_null("")
    wrong = pl.lit(False)
    if "pattern" in constraints:
        wrong |= ~text.str.contains(constraints["pattern"])
    if "maxLength" in constraints:
        wrong |= text.str.len_chars() > constraints["maxLength"]
    if field["type"] == "number":
        wrong |= ~text.str.contains(r"^-?[0-9]+(?:\.[0-9]+)?$")
    if field["type"] == "date":
        wrong |= ~text.str.contains("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") | text.str.to_date("%Y-%m-%d", strict=False).is_null()
    wrong &= text != ""
    if constraints.get("required"):
        wrong |= text == ""
    if constraints.get("unique"):
        wrong |= (text != "") & ~text.is_first_distinct()
    bad.append(wrong.alias(name))
result = rows.select(pl.col("__row"), *bad).filter(pl.any_horizontal(pl.exclude("__row"))).collect()
for row in result.iter_rows(named=True):
    for name, wrong in row.items():
        if name != "__row" and wrong:
            print(f"{row['__row']},{name}")
