"""Reads the shared cases with the package, as CSV, and says where it disagrees with the engine.

    cas.py CASES.json > verdict.json
"""

import csv
import io
import json
import sys

from lieux_mediation_numerique import COLONNES, ErreurLigne, ErreurLieu, Lieu, ecrire_csv, lire_csv
from lieux_mediation_numerique.colonnes import DELIMITEUR, GUILLEMET


def file_of(columns, rows):
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITEUR, quotechar=GUILLEMET)
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    text.seek(0)
    return text


def again(places):
    """The same places, written then read, as CSV and as JSON."""
    text = io.StringIO(newline="")
    ecrire_csv(text, places)
    text.seek(0)
    return list(lire_csv(text)), [Lieu.depuis_json(place.en_json()) for place in places]


def main():
    with open(sys.argv[1], encoding="utf-8") as source:
        shared = json.load(source)
    assert list(COLONNES) == shared["columns"]
    verdict = {"accepted": 0, "refused": 0, "disagreements": [], "lost": [], "other_rules": []}
    for case in shared["cases"]:
        found = list(lire_csv(file_of(shared["columns"], case["rows"])))
        assert len(found) == len(case["rows"]), case["name"]
        broken = [(rank, line) for rank, line in enumerate(found) if isinstance(line, ErreurLigne)]
        assert all(line.ligne == rank + 2 for rank, line in broken), case["name"]
        said = {(rank, error.champ) for rank, line in broken for error in line.erreurs}
        refused = {(refusal["row"], refusal["field"]) for refusal in case["refused"]}
        verdict["refused" if refused else "accepted"] += 1
        if said != refused:
            verdict["disagreements"].append([case["name"], sorted(said), sorted(refused)])
        rules = {(refusal["field"], refusal["rule"]) for refusal in case["refused"]}
        errors = [error for _, line in broken for error in line.erreurs]
        if said == refused:
            others = [error for error in errors if (error.champ, error.regle) not in rules]
            verdict["other_rules"] += [[case["name"], error.champ, str(error)] for error in others]
        places = [line for line in found if not isinstance(line, ErreurLigne)]
        try:
            as_csv, as_json = again(places)
        except ErreurLieu as error:
            verdict["lost"].append([case["name"], str(error)])
            continue
        if as_csv != places or as_json != places:
            verdict["lost"].append([case["name"], repr(as_csv)])
    print(json.dumps(verdict, ensure_ascii=False))


main()
