#!/usr/bin/env python3
"""Do events and names of two languages meet in one graph? Scored on annotated sentences and their translations.

usage: score_joins.py --program HABARI --frames FOLDER [--names FOLDER] [--reader fast] [--errors N]

FOLDER has gv-sw.jsonl and gv-en.jsonl, annotated sentences, aligned line by line. All sentences of both languages become
articles of one build. In `frames`, `same_as` of an English line says which of its events is which of its translation; of
these pairs the script counts those whose two events are one or linked by skos:closeMatch, of all joined or linked pairs of
events those that are annotated as two. In `names`, names of one entity are found by place and kind (`aligned_names`).
Figures are given for both halves of the sentences and for all; --errors N prints what went wrong in the first N.
"""
import argparse
import collections
import itertools
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata
import urllib.parse

LANGUAGES = ("en", "sw")
HALF = 150
HB = "https://w3id.org/habari/ontology#"
MENTION, TRIGGER = HB + "mention", HB + "trigger"
CLOSE_MATCH = "http://www.w3.org/2004/02/skos/core#closeMatch"
ENTITY_OF = "http://www.w3.org/2005/11/its/rdf#taIdentRef"
PLACES = {"country", "place", "facility"}
IRIS = re.compile(r"<([^>]*)> <([^>]*)> <([^>]*)>")


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_pairs(folder):
    """Annotated sentences of each language, aligned."""
    return [dict(zip(LANGUAGES, pair))
            for pair in zip(*(read_lines(pathlib.Path(folder) / f"gv-{language}.jsonl") for language in LANGUAGES))]


class Graph:
    """Which event is told, and which entity is named, at which characters of which article."""

    def __init__(self, path):
        self.events, self.entities = collections.defaultdict(dict), collections.defaultdict(dict)
        event_of, trigger_of, self.matches = {}, {}, set()
        with open(path, encoding="utf-8") as quads:
            for subject, predicate, value in (found.groups() for found in map(IRIS.match, quads) if found):
                if predicate == MENTION and "/event/" in subject:
                    event_of[value] = subject
                elif predicate == TRIGGER:
                    trigger_of[subject] = value
                elif predicate == CLOSE_MATCH:
                    self.matches.add(frozenset((subject, value)))
                elif predicate == ENTITY_OF:
                    self.note(self.entities, subject, value)
        for mention, event in event_of.items():
            self.note(self.events, trigger_of.get(mention, mention), event)

    @staticmethod
    def note(where, place, what):
        article, found, span = place.rpartition("#char=")
        if found:
            article = urllib.parse.unquote(article.rpartition("/article/")[2])
            where[article][tuple(map(int, span.split(",")))] = what

    def joined(self, first, second):
        return first == second or frozenset((first, second)) in self.matches


def build(program, reader, sentences, date):
    with tempfile.TemporaryDirectory() as folder:
        articles, graph = pathlib.Path(folder) / "articles.jsonl", pathlib.Path(folder) / "graph.nq"
        with open(articles, "w", encoding="utf-8") as out:
            for one in sentences:
                article = {name: one[name] for name in ("id", "language", "text")} | {"date": one.get("date", date)}
                out.write(json.dumps(article, ensure_ascii=False) + "\n")
        command = [program, "build", articles, "-o", graph] + (["--reader", reader] if reader else [])
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return Graph(graph)


def places_of(text, word, nth=None):
    """Where `word` stands in the text, whole words first."""
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    found = found or [match.span() for match in re.finditer(re.escape(word), text)]
    return found[nth - 1:nth] if nth else found


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def told(graph, sentence, event):
    """The event that the graph has at the annotated trigger."""
    for word in event["trigger"]:
        for place in places_of(sentence["text"], word):
            for span, found in sorted(graph.events[sentence["id"]].items()):
                if overlap(place, span):
                    return span, found
    return None


# Names ----------------------------------------------------------------------------------------------------------------

def folded(name):
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in letters if letter.isalnum())


def coarse(kind):
    return "place" if kind in PLACES else kind


def aligned_names(pair):
    """Pairs of names that are one: written alike; else the only ones of their kind that are left in both."""
    left, right = ({(name["begin"], name["end"]): name for name in pair[language]["names"]} for language in LANGUAGES)
    found = []
    for spell in (lambda name: folded(name["text"]), lambda name: coarse(name["kind"])):
        by_key = [collections.defaultdict(list) for _ in LANGUAGES]
        for side, names in zip(by_key, (left, right)):
            for span, name in names.items():
                side[spell(name)].append(span)
        for key in by_key[0].keys() & by_key[1].keys():
            a, b = by_key[0][key], by_key[1][key]
            if len({folded(left[span]["text"]) for span in a}) == len({folded(right[span]["text"]) for span in b}) == 1:
                found += zip(a, b)
                for span in a:
                    del left[span]
                for span in b:
                    del right[span]
    return found


def entity_at(graph, sentence, span):
    entities = graph.entities[sentence["id"]]
    exact = entities.get(tuple(span))
    return exact or next((found for at, found in sorted(entities.items()) if overlap(at, span)), None)


def score_names(graph, pairs, count, errors):
    kinds_of = collections.defaultdict(set)
    for number, pair in enumerate(pairs):
        for spans in aligned_names(pair):
            names = [pair[language]["text"][slice(*span)] for language, span in zip(LANGUAGES, spans)]
            found = [entity_at(graph, pair[language], span) for language, span in zip(LANGUAGES, spans)]
            one = found[0] is not None and found[0] == found[1]
            count(number, "names in both", one)
            if not one and number < errors:
                print(pair["en"]["id"], names, [entity and entity.rpartition("/entity/")[2] for entity in found])
        for language in LANGUAGES:
            for name in pair[language]["names"]:
                entity = entity_at(graph, pair[language], (name["begin"], name["end"]))
                kinds_of[entity].add((language, name["text"]))


# Events ---------------------------------------------------------------------------------------------------------------

def named_arguments(sentence, event, names):
    """Places of the annotated names among the event's participants."""
    found = set()
    for argument in event["args"]:
        for place in places_of(sentence["text"], argument["core"], argument.get("nth")):
            found |= {span for span in names if overlap(place, span)}
    return found


def share_name(pair, names, first, second):
    aligned = aligned_names(names) if names else []
    left = named_arguments(pair["en"], pair["en"]["events"][first], {spans[0] for spans in aligned})
    right = named_arguments(pair["sw"], pair["sw"]["events"][second], {spans[1] for spans in aligned})
    return any(a in left and b in right for a, b in aligned)


def score_pairs(graph, pairs, names, count, errors):
    """Which annotated pairs are one in the graph; returns each told event's annotated ones."""
    annotated = collections.defaultdict(set)
    for number, pair in enumerate(pairs):
        places = {language: [told(graph, pair[language], event) for event in pair[language]["events"]]
                  for language in LANGUAGES}
        for language in LANGUAGES:
            for event, place in enumerate(places[language]):
                if place:
                    annotated[pair[language]["id"], place[0]].add((number, language, event))
        for first, second in pair["en"].get("same_as", []):
            a, b = places["en"][first], places["sw"][second]
            one = bool(a and b) and graph.joined(a[1], b[1])
            shared = share_name(pair, names.get(pair["en"]["id"]), first, second)
            for what in ["all pairs"] + ["pairs with a shared name"] * shared:
                count(number, what, one)
                count(number, what + ", both found", one, bool(a and b))
            if not one and number < errors:
                triggers = pair["en"]["events"][first]["trigger"], pair["sw"]["events"][second]["trigger"]
                remarks = ["shared name"] * shared + ["not found"] * (not a or not b)
                print(pair["en"]["id"], "misses", *triggers, *remarks)
    return annotated


def joined_mentions(graph):
    """Pairs of mentions in two articles whose events are one or linked."""
    mentions = collections.defaultdict(set)
    for article, events in graph.events.items():
        for span, event in events.items():
            mentions[event].add((article, span))
    groups = [(event, event) for event in mentions] + [tuple(match) for match in graph.matches]
    for one, other in groups:
        for a, b in itertools.product(sorted(mentions[one]), sorted(mentions[other])):
            if a[0] != b[0] and (one != other or a < b):
                yield a, b


def score_joins(graph, pairs, annotated, count, errors):
    number_of = {pair[language]["id"]: number for number, pair in enumerate(pairs) for language in LANGUAGES}
    same = {frozenset(((number, "en", first), (number, "sw", second)))
            for number, pair in enumerate(pairs) for first, second in pair["en"].get("same_as", [])}
    for a, b in joined_mentions(graph):
        number = max(number_of[a[0]], number_of[b[0]])
        known = [annotated.get(a, ()), annotated.get(b, ())]
        right = any(frozenset((x, y)) in same for x in known[0] for y in known[1])
        # What nobody annotated in a sentence and its translation is neither right nor wrong.
        judged = right or number_of[a[0]] != number_of[b[0]] or all(known)
        count(number, "wrong joins", not right, judged)
        count(number, "joins nobody judged", not judged)
        if not right and number < errors:
            texts = [next(pair[language]["text"] for pair in pairs for language in LANGUAGES
                          if pair[language]["id"] == place[0])[slice(*place[1])] for place in (a, b)]
            print("wrong" if judged else "unjudged", a[0], texts[0], b[0], texts[1])


class Counts:
    def __init__(self):
        self.counts = collections.defaultdict(lambda: [[0, 0], [0, 0]])

    def __call__(self, number, what, holds, counted=True):
        if counted:
            half = self.counts[what][0 if number < HALF else 1]
            half[0] += holds
            half[1] += 1

    def show(self):
        for what, halves in self.counts.items():
            both = [sum(column) for column in zip(*halves)]
            cells = (f"{name} {yes} of {all_} ({100 * yes / max(1, all_):.1f} %)"
                     for name, (yes, all_) in (("first half", halves[0]), ("second", halves[1]), ("all", both)))
            print(f"{what}:", "; ".join(cells))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--frames", required=True)
    parser.add_argument("--names")
    parser.add_argument("--reader")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    options = parser.parse_args()
    counts, frames = Counts(), read_pairs(options.frames)
    named = read_pairs(options.names) if options.names else []
    graph = build(options.program, options.reader, [pair[language] for pair in frames for language in LANGUAGES], "")
    by_id = {pair["en"]["id"]: pair for pair in named}
    annotated = score_pairs(graph, frames, by_id, counts, options.errors)
    score_joins(graph, frames, annotated, counts, options.errors)
    if named:
        date = frames[0]["en"]["date"]
        sentences = [pair[language] for pair in named for language in LANGUAGES]
        graph = build(options.program, options.reader, sentences, date)
        score_names(graph, named, counts, options.errors)
    counts.show()


if __name__ == "__main__":
    main()
