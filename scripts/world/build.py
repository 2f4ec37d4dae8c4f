#!/usr/bin/env python3
"""Writes data/gazetteer/world.bin and the tables' Wikidata items from the packages that README.md names.

usage: build.py PACKAGES HABARI [DATA]

PACKAGES is a folder with the packages' archives, HABARI the program, DATA the data folder (default: data).
"""
import collections
import csv
import math
import pathlib
import re
import subprocess
import sys
import tempfile

import places as place_rules
from sources import Packages, folded
from tables import Table, names, pairs

HERE = pathlib.Path(__file__).parent
COLUMNS = ("id", "name", "country", "rank", "wikidata", "geonames", "latitude", "longitude", "en")


def slug(name):
    return re.sub(r"\W+", "-", folded(name)).strip("-")


def country_items(rows, borders):
    """A country's item by its own name where its kingdom has another, else by its ISO code."""
    by_code = {b["iso1A2"]: b["wikidata"] for b in borders if "iso1A2" in b}
    by_name = {(b.get("country", b.get("iso1A2")), b["nameEn"]): b["wikidata"] for b in borders}
    return {row["id"]: by_name.get((row["iso"], row["name"]), by_code.get(row["iso"], "")) for row in rows}


def middles(cities):
    """Where countries lie: the middle of their cities, as directions from the centre of the Earth."""
    sums = collections.defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in cities:
        north, east = math.radians(city.latitude), math.radians(city.longitude)
        direction = (math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north))
        sums[city.country] = [total + part for total, part in zip(sums[city.country], direction)]
    return {country: (math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))
            for country, (x, y, z) in sums.items()}


def place_items(rows, borders):
    """Continents and parts of the world and of countries that country-coder has under the row's name."""
    by_name = collections.defaultdict(set)
    for border in borders:
        if "iso1A2" not in border:
            by_name[folded(border["nameEn"])].add(border["wikidata"])
    other_names = pairs(HERE / "regions.tsv")
    found = {row["id"]: by_name[folded(other_names.get(row["id"], row["name"]))] for row in rows}
    return {identifier: next(iter(items)) for identifier, items in found.items() if len(items) == 1}


def country_records(rows, points, geonames):
    for row in rows:
        number = geonames[row["iso"]]["geonameid"] if row["iso"] in geonames else ""
        yield record(row["id"], row["name"], "", 0, "", number, points.get(row["iso"]))


def record(identifier, name, country, rank, item, number, point, others=()):
    latitude, longitude = ("", "") if point is None else (f"{point[0]:.5f}", f"{point[1]:.5f}")
    return (identifier, name, country, rank, item, number, latitude, longitude, "|".join(others))


def point_of(place):
    return None if place.latitude is None else (place.latitude, place.longitude)


def row_records(rows, codes, known, choices):
    """Records that give rows of places.tsv their ids, and the numbers of the places that are some row's."""
    records, taken = [], {}
    for row in rows:
        choice = choices.get(row["id"])
        if not row["id"].startswith("place/") or choice == "-" or not codes.get(row["country"]):
            continue
        place = known.by_number[int(choice)] if choice else known.of_row(row, codes[row["country"]])
        if place is None:
            continue
        # Two rows of one place are two spellings, or one of them is another place: who can tell?
        taken.setdefault(place.geonames, []).append(row["id"])
        mine = {folded(name) for name in names(row)}
        others = [name for name in place.others if place.is_region and folded(name) not in mine]
        records.append((place.geonames, record(row["id"], row["name"], codes[row["country"]], place.population,
                                               place.item, place.geonames, point_of(place), others)))
    doubled = {number: ids for number, ids in taken.items() if len(ids) > 1 and not choices.keys() & set(ids)}
    for ids in doubled.values():
        print("of one place, so of none:", *ids, file=sys.stderr)
    return [r for number, r in records if number not in doubled], set(taken)


def other_records(known, taken, countries, table_ids):
    slugs = {row["iso"]: row["id"].removeprefix("country/") for row in countries}
    used = set(table_ids)
    for place, is_first in known.others(taken):
        if not slug(place.name) or place.country not in slugs:
            continue
        base = f"place/{slug(place.name)}"
        candidates = ([base] if is_first else []) + [f"{base}-{slugs[place.country]}",
                                                     f"{base}-{slugs[place.country]}-{place.geonames}"]
        identifier = next(c for c in candidates if c not in used)
        used.add(identifier)
        others = place.others if place.is_region else ()
        yield record(identifier, place.name, place.country, place.population, place.item, place.geonames,
                     point_of(place), others)


def language_records(languages):
    for label, item in sorted(set(languages.values())):
        yield record(f"language/{slug(label)}", label, "", 0, item, "", None)


def main(folder, habari, data="data"):
    packages = Packages(folder)
    gazetteer = pathlib.Path(data) / "gazetteer"
    tables = {name: Table(gazetteer / f"{name}.tsv") for name in ("countries", "places", "organizations", "persons")}
    countries, places = list(tables["countries"].rows()), list(tables["places"].rows())
    borders = packages.borders()
    tables["countries"].write_items(country_items(countries, borders))
    tables["places"].write_items(place_items(places, borders))
    for name in ("organizations", "persons"):
        tables[name].write_items(pairs(HERE / f"{name}.tsv"))

    cities = packages.cities(500)
    known = place_rules.Places(cities, packages.cities(15000), packages.regions(cities))
    codes = {row["id"]: row["iso"] for row in countries}
    of_rows, taken = row_records(places, codes, known, pairs(HERE / "choices.tsv"))
    records = [*country_records(countries, middles(cities), packages.countries()), *of_rows,
               *other_records(known, taken, countries, [row["id"] for row in places]),
               *language_records(packages.languages())]
    with tempfile.TemporaryDirectory() as scratch:
        table = pathlib.Path(scratch) / "world.csv"
        with table.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows([COLUMNS, *sorted(records)])
        if habari == "-":
            sys.stdout.write(table.read_text(encoding="utf-8"))
            return
        subprocess.run([habari, "gazetteer", "import", table, "--data", data, "-o", gazetteer / "world.bin"],
                       check=True)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
