#!/usr/bin/env python3
"""No include runs back up: the folders of sources, taken as rooms with the includes between them, form no circle.

A header of a public include folder stands for the room of the source of its name; one that has none for its library.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LIBRARIES = ["core", *sorted(f"extractors/{path.name}" for path in (ROOT / "extractors").iterdir() if path.is_dir()),
             "exporters", "loading", "push", "cli"]
INCLUDE = re.compile(r'^#include (?:"([^"]+)"|<(habari/[^>]+)>)', re.MULTILINE)


def sources():
    for library in LIBRARIES:
        for path in sorted((ROOT / library).rglob("*")):
            if path.suffix in (".cpp", ".hpp", ".inc"):
                yield library, path


def public_name(path):
    """`habari/core/graph.hpp` for a header of an include folder, else nothing."""
    parts = path.parts
    return "/".join(parts[parts.index("include") + 1:]) if "include" in parts else None


def rooms_of_files():
    """The room of each file, and each public header by the name that includes give it."""
    files = list(sources())
    own_sources = {(library, path.stem): path.parent for library, path in files if path.suffix == ".cpp"}
    rooms, public = {}, {}
    for library, path in files:
        name = public_name(path)
        room = own_sources.get((library, path.stem), ROOT / library) if name else path.parent
        rooms[path] = room.relative_to(ROOT).as_posix().removesuffix("/src")
        if name:
            public[name] = path
    return rooms, public


def included(path, library_rooms, public, text):
    for quoted, angled in INCLUDE.findall(text):
        if angled:
            yield public.get(angled)
            continue
        candidates = [path.parent / quoted, *(room / quoted for room in library_rooms)]
        yield next((candidate.resolve() for candidate in candidates if candidate.exists()), None)


def edges():
    rooms, public = rooms_of_files()
    roots = [ROOT / library for library in LIBRARIES] + [ROOT / library / "src" for library in LIBRARIES]
    found = {}
    for path, room in rooms.items():
        for target in included(path, roots, public, path.read_text()):
            if target is not None and rooms[target] != room:
                found.setdefault(room, {}).setdefault(rooms[target], f"{path.relative_to(ROOT)} includes "
                                                                     f"{target.relative_to(ROOT)}")
    return found


def circle(graph):
    """The rooms of one circle in order, or nothing."""
    done, way = set(), []

    def visit(room):
        if room in way:
            return way[way.index(room):]
        if room in done:
            return None
        way.append(room)
        for target in sorted(graph.get(room, {})):
            if found := visit(target):
                return found
        way.pop()
        done.add(room)
        return None

    for room in sorted(graph):
        if found := visit(room):
            return found
    return None


def main():
    graph = edges()
    if found := circle(graph):
        print("Rooms that include each other:")
        for room, target in zip(found, found[1:] + found[:1]):
            print(f"  {room} -> {target}: {graph[room][target]}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
