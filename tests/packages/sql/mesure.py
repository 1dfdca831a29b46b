"""Times the macro of `generated/sql/duckdb.sql` on 200,000 rows: the valid examples again and again, one row in fifty wrong.

Usage, from the root of the repository, once `.ci/paquets/sql/run` has installed DuckDB:
target/paquets/sql/bin/python tests/packages/sql/mesure.py [rows]
"""

import csv
import os
import pathlib
import sys
import tempfile
import time

import duckdb


def write(path, count):
    with open("generated/exemples/valides/lieux.csv", encoding="utf-8", newline="") as example:
        header, *rows = csv.reader(example)
    key, wrong = header.index("id"), header.index("code_postal")
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for i in range(count):
            row = list(rows[i % len(rows)])
            row[key] += f"-{i}"
            if i % 50 == 0:
                row[wrong] = "1000"
            writer.writerow(row)


def main(count=200_000):
    connection = duckdb.connect()
    script = pathlib.Path("generated/sql/duckdb.sql").read_text(encoding="utf-8")
    connection.execute(script)
    schema = next(line.split()[-1].rstrip(";") for line in script.splitlines() if line.startswith("CREATE SCHEMA"))
    with tempfile.TemporaryDirectory() as folder:
        plain, columns = os.path.join(folder, "lieux.csv"), os.path.join(folder, "lieux.parquet")
        write(plain, count)
        connection.execute(f"COPY (FROM read_csv('{plain}', all_varchar = true)) TO '{columns}' (FORMAT parquet)")
        print(f"DuckDB {duckdb.__version__}, {count} rows, {os.cpu_count()} cores")
        for path in (plain, columns):
            size = os.path.getsize(path) / 1e6
            wall, cpu = time.perf_counter(), time.process_time()
            found = connection.execute(f"SELECT count(*) FROM {schema}.verifier('{path}')").fetchone()[0]
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            print(f"{os.path.splitext(path)[1]:9} {size:6.1f} MB  {found} faults  {wall:5.2f} s  {cpu:5.2f} s of CPU")


main(*map(int, sys.argv[1:]))
