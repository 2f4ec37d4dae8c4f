"""Which places of GeoNames the rows of places.tsv are, and which others a gazetteer of the world needs."""
import collections
import difflib

from sources import folded
from tables import names

# A region's name, less the word for what it is, is its name as well.
KINDS = {"region", "province", "state", "county", "district", "governorate", "prefecture", "department", "oblast"}
# A name in one country means its largest bearer where that one has so many times the people of the next.
CLEAR = 3
# ... and in the world.
CLEAR_IN_THE_WORLD = 10
# A town that shares its name with its region is meant by it, unless so few of the region's people live there.
LEAST_SHARE = 0.05
ALIKE = 0.6


def short_names(name):
    """`Borno State` is `Borno` as well."""
    words = folded(name).split()
    yield " ".join(words)
    if len(words) > 1 and words[-1] in KINDS:
        yield " ".join(words[:-1])
    if words[:2] in (["state", "of"], ["province", "of"]):
        yield " ".join(words[2:])


def region_names(region):
    return {short for name in (region.name, *region.others) for short in short_names(name)}


def clear(found, times=CLEAR):
    """The largest, where it is clearly that."""
    found = sorted(set(found), key=lambda place: (-place.population, place.geonames))
    if not found or (len(found) > 1 and found[0].population < times * found[1].population):
        return None
    return found[0] if len(found) == 1 or found[0].population > 0 else None


class Places:
    def __init__(self, cities, large, regions):
        self.large = large
        self.regions = regions
        self.by_number = {place.geonames: place for place in (*cities, *regions)}
        self.cities_named = collections.defaultdict(list)
        self.cities_called = collections.defaultdict(list)
        self.regions_named = collections.defaultdict(list)
        for city in cities:
            self.cities_named[city.country, folded(city.name)].append(city)
        for city in large:
            for name in city.others:
                if len(folded(name)) > 3:
                    self.cities_called[city.country, folded(name)].append(city)
        for region in regions:
            for name in region_names(region):
                self.regions_named[region.country, name].append(region)

    def of_row(self, row, country):
        """The place that a row of the tables is; None where that is not certain."""
        keys = [(country, folded(name)) for name in names(row)]
        named = [city for key in keys for city in self.cities_named[key]]
        city = clear(named)
        called = [(country, name) for name in names(row) for name in short_names(name)]
        region = clear(self.regions_named[keys[0]]) or clear(r for key in called for r in self.regions_named[key])
        if city and region:
            return region if city.population < LEAST_SHARE * region.population else city
        if city or named:
            return city
        called = [city for key in keys for city in self.cities_called[key] if self._is_alike(row["name"], city.name)]
        return clear(called) or region

    @staticmethod
    def _is_alike(first, second):
        """Two spellings of one name: `Avdiivka`, `Avdiyivka`; not `Maryland`, `Maryland City`."""
        first, second = folded(first), folded(second)
        if len(first.split()) != len(second.split()):
            return False
        return difflib.SequenceMatcher(None, first, second).ratio() >= ALIKE

    def others(self, taken):
        """Large cities and regions that are no row's: one a name and country, with whether it is the world's."""
        by_name = collections.defaultdict(dict)
        for (country, name), found in self.cities_named.items():
            rivals = [region for region in self.regions_named[country, name]
                      if not any(region.region == city.region for city in found)]
            best = clear(found + rivals)
            if best:
                by_name[name][country] = best
        for (country, name), found in self.regions_named.items():
            if country not in by_name[name] and not self.cities_named[country, name] and clear(found):
                by_name[name][country] = clear(found)
        large = {city.geonames for city in self.large}
        seen = set(taken)
        for name in sorted(by_name):
            ranked = sorted(by_name[name].values(), key=lambda place: (-place.population, place.geonames))
            for place in ranked:
                if place.geonames in seen or not (place.is_region or place.geonames in large):
                    continue
                rest = max((other.population for other in ranked if other is not place), default=0)
                is_first = place is ranked[0] and place.population >= CLEAR_IN_THE_WORLD * rest
                seen.add(place.geonames)
                yield place, is_first
