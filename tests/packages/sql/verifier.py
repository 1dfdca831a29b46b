"""Checks files with the macro of `duckdb.sql`, loaded twice: one line of JSON a file, its rows.

Usage: verifier.py duckdb.sql schema [--parquet types] file…

With `--parquet`, each CSV file is first written as Parquet: columns named in the object of types (JSON) are cast, a type ending
with `[]` after a split at the list separator; the others stay texts.
"""

import json
import pathlib
import sys

import duckdb


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def parquet(connection, path, types):
    """The same rows as Parquet, next to the file."""
    read = f"read_csv({quoted(path)}, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')"
    columns = []
    for (name, *_) in connection.execute(f"DESCRIBE SELECT * FROM {read}").fetchall():
        column = '"' + name.replace('"', '""') + '"'
        kind = types.get(name)
        if kind is None:
            columns.append(column)
        elif kind.endswith("[]"):
            columns.append(f"CAST(string_split({column}, '|') AS {kind}) AS {column}")
        else:
            columns.append(f"CAST({column} AS {kind}) AS {column}")
    target = str(pathlib.Path(path).with_suffix(".parquet"))
    connection.execute(f"COPY (SELECT {', '.join(columns)} FROM {read}) TO {quoted(target)} (FORMAT parquet)")
    return target


def main(script, schema, *paths):
    connection = duckdb.connect()
    for _ in range(2):
        connection.execute(pathlib.Path(script).read_text(encoding="utf-8"))
    types = None
    if paths[0] == "--parquet":
        types, paths = json.loads(paths[1]), paths[2:]
    for path in paths:
        if types is not None:
            path = parquet(connection, path, types)
        print(json.dumps(connection.execute(f"SELECT * FROM {schema}.verifier({quoted(path)})").fetchall()))


main(*sys.argv[1:])
