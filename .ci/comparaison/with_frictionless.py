"""frictionless 5 with the Table Schema that is published: prints `row,column`.

Its name must not start as its plugins do (`frictionless_`): it would be imported, and run, twice.
"""

import json
import os
import pathlib
import sys

from frictionless import Checklist, Resource, Schema

schema = Schema.from_descriptor(json.loads(pathlib.Path("generated/table-schema/schema.json").read_text(encoding="utf-8")))
folder, name = os.path.split(sys.argv[1])
resource = Resource(path=name, basepath=folder, schema=schema, format="csv", encoding="utf-8")
report = resource.validate(Checklist(), limit_errors=10**9)
found = set()
for row, column, kind in report.flatten(["rowNumber", "fieldName", "type"]):
    if kind == "primary-key":
        found.add((row, "id"))
    elif kind in ("missing-cell", "extra-cell"):
        found.add((row, ""))
    else:
        found.add((row, column))
for row, column in sorted(found):
    print(f"{row},{column}")
