"""News made up for the questions in our pages, as documents, and the questions: for tests of stores and of Python."""
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOSTILE = '"} ; DROP ALL ; INSERT DATA { <urn:a> <urn:b> "\\\n\r\t\u202e <script>%s'


def document(name, language, date, text, frames, relations=(), title=""):
    """frames are (trigger, lemma, label, type, factuality, source, [(role, words, phrase, entity or date)])."""
    def span(words):
        begin = text.index(words)
        return {"begin": begin, "end": begin + len(words), "text": words}

    entities, events = {}, []
    for trigger, lemma, label, kind, factuality, source, arguments in frames:
        args = []
        for role, words, phrase, target in arguments:
            args.append({"role": role, **span(words), "phrase": span(phrase), "value" if role == "time" else "entity": target})
            if "/" in target and not target.startswith("thing/"):
                entities[words] = {**span(words), "kind": target.split("/")[0], "entity": target, "name": words}
        event = {"trigger": span(trigger), "lemma": lemma, "label": label, "type": kind, "factuality": factuality,
                 "args": args, "sentence": {**span(text[:text.index(".", text.index(trigger)) + 1].rsplit(". ", 1)[-1])},
                 "confidence": 0.9, "rule": f"verb:{lemma}"}
        del event["sentence"]["text"]
        if source:
            event["source"] = {**span(source[0]), "entity": source[1]}
            entities[source[0]] = {**span(source[0]), "kind": source[1].split("/")[0], "entity": source[1], "name": source[0]}
        events.append(event)
    stated = []
    for subject, subject_id, words, label, object_, object_id in relations:
        stated.append({"subject": {**span(subject), "entity": subject_id}, "relation": {**span(words), "label": label},
                       "object": {**span(object_), "entity": object_id}, "confidence": 0.9})
        for words, target in ((subject, subject_id), (object_, object_id)):
            entities[words] = {**span(words), "kind": target.split("/")[0], "entity": target, "name": words}
    return json.dumps({"schema": "habari/document/1", "id": name, "language": language, "date": date, "title": title,
                       "text": text, "entities": [entities[words] for words in sorted(entities)], "events": events,
                       "relations": stated}, ensure_ascii=False)


AMINA, BARAKA, POLICE = "person/amina-juma", "person/baraka-otieno", "organization/police"
COMPANY, KISUMU, NAIROBI = "organization/lake-water-company", "place/kisumu", "place/nairobi"


def floods(victims="30 people"):
    people = victims.split()[-1]
    return document("floods", "en", "2024-03-05", f"The floods killed {victims} in Kisumu on Monday, Amina Juma said. "
                    "Amina Juma did not leave Kisumu.", [
                        ("killed", "kill", "kill", "OTHER", "actual", ("Amina Juma", AMINA),
                         [("agent", "floods", "The floods", "thing/0000000000000001-floods"),
                          ("patient", people, victims, f"thing/0000000000000001-{people}"),
                          ("place", "Kisumu", "Kisumu", KISUMU), ("time", "Monday", "Monday", "2024-03-04")]),
                        ("leave", "leave", "leave", "MOVE", "negated", None,
                         [("agent", "Amina Juma", "Amina Juma", AMINA), ("origin", "Kisumu", "Kisumu", KISUMU)])],
                    title=HOSTILE)


DOCUMENTS = {
    "floods": floods(),
    "mafuriko": document("mafuriko", "sw", "2024-03-05", "Mafuriko yaliua watu 34 mjini Kisumu Jumatatu, Polisi walisema.", [
        ("yaliua", "ua", "kill", "OTHER", "actual", ("Polisi", POLICE),
         [("agent", "Mafuriko", "Mafuriko", "thing/0000000000000002-mafuriko"),
          ("patient", "watu", "watu 34", "thing/0000000000000002-watu"),
          ("place", "Kisumu", "Kisumu", KISUMU), ("time", "Jumatatu", "Jumatatu", "2024-03-04")])]),
    "talks": document("talks", "en", "2024-03-12", "Amina Juma met Baraka Otieno in Nairobi on Sunday. "
                      "Baraka Otieno, director of the Lake Water Company, will visit Kisumu.", [
                          ("met", "meet", "meet", "CONSULT", "actual", None,
                           [("agent", "Amina Juma", "Amina Juma", AMINA), ("patient", "Baraka Otieno", "Baraka Otieno", BARAKA),
                            ("place", "Nairobi", "Nairobi", NAIROBI), ("time", "Sunday", "Sunday", "2024-03-10")]),
                          ("visit", "visit", "visit", "CONSULT", "planned", None,
                           [("agent", "Baraka Otieno", "Baraka Otieno", BARAKA),
                            ("destination", "Kisumu", "Kisumu", KISUMU)])],
                      [("Baraka Otieno", BARAKA, "director", "director", "Lake Water Company", COMPANY)]),
    "mazungumzo": document("mazungumzo", "sw", "2024-03-12", "Amina Juma alikutana na Baraka Otieno mjini Nairobi Jumapili. "
                           "Baraka Otieno aliishutumu Polisi mjini Kisumu.", [
                               ("alikutana", "kutana", "meet", "CONSULT", "actual", None,
                                [("agent", "Amina Juma", "Amina Juma", AMINA),
                                 ("patient", "Baraka Otieno", "Baraka Otieno", BARAKA),
                                 ("place", "Nairobi", "Nairobi", NAIROBI), ("time", "Jumapili", "Jumapili", "2024-03-10")]),
                               ("aliishutumu", "shutumu", "accuse", "ACCUSE", "actual", None,
                                [("agent", "Baraka Otieno", "Baraka Otieno", BARAKA),
                                 ("patient", "Polisi", "Polisi", POLICE), ("place", "Kisumu", "Kisumu", KISUMU)])]),
}


def blocks(page):
    """SPARQL in a page of ours: (what stands in bold before it, text with the page's prefixes), as a reader pastes it."""
    text = (ROOT / page).read_text()
    prefixes = "".join(re.findall(r"^```sparql prefixes\n(.*?)^```$", text, re.M | re.S))
    found = []
    for block in re.finditer(r"^```sparql\n(.*?)^```$", text, re.M | re.S):
        title = re.findall(r"\*\*([^*\n]+)\*\*", text[:block.start()])[-1]
        found.append((title, prefixes + block.group(1)))
    return found
