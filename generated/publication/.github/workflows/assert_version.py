"""Vérifie que schema.json ne parle que de sa propre version.

Hors des champs, tout texte de la forme x.y.z (avec ou sans « v ») doit être la valeur de « version », à la lettre :
une adresse qui mène à l'étiquette d'une autre version serait une erreur. Sort avec 1 si ce n'est pas le cas.
"""

import json
import re
import sys

NUMBER = re.compile(r"v?\d+\.\d+\.\d+")


def texts(value, place=""):
    """Tous les textes hors des champs, chacun avec son chemin."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for rank, item in enumerate(value):
            yield from texts(item, f"{place}[{rank}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            if key != "fields":
                yield from texts(item, f"{place}.{key}" if place else key)


def main(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    version = schema["version"]
    wrong = [
        f"{place} : {found} au lieu de {version}"
        for place, text in texts(schema)
        for found in NUMBER.findall(text)
        if found != version
    ]
    print("\n".join(wrong) or f"{path} ne parle que de {version}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "schema.json"))
