"""Graph files for the tests of other programs' readers: what the program writes of the samples and of hostile
documents, and what stands in them as Python's own XML parser has it."""
import datetime
import json
import os
import pathlib
import subprocess
import unicodedata
import xml.etree.ElementTree as ElementTree

TOOLS = pathlib.Path(os.environ["HABARI_TEST_TOOLS"]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMATS = ("graphml", "gexf")
VIEWS = ("entities", "events")

# Names that break careless writers and readers.
HOSTILE = [
    "<script>alert('x')</script>", "\"; DROP TABLE news; --", "back\\slash \\n \\u0041 \\\"", "two\nlines",
    "carriage\rreturn", "carriage\r\nline", "tab\there", "  blanks  at  the  ends  ", "percent %41 %zz 100%",
    "right \u200f to \u202e left \u2066 marks", "line \u2028 paragraph \u2029 next \x85 end", "delete \x7f",
    "]]> &amp; &#13; <![CDATA[", "emoji \U0001f600 and \U0001fffe", "../../etc/passwd", "Korea Kaskazini \ubd81\ud55c",
    "NaN", "1.", "null", "true", "[\"a\", \"b\"]", "a|b, c; d", "control \x01 \x1f", "bell \x07 escape \x1b[31m",
    "null\0byte", "noncharacters \ufffe \uffff",
] + [form + " " + unicodedata.normalize(form, "\ufb01 caf\u00e9 \u1e9b\u0323")
     for form in ("NFC", "NFD", "NFKC", "NFKD")]

LONG = "Ng'ombe \"wa\" <\u00c9thiopie> & %" * 35000  # A megabyte.


def in_xml(text):
    """What XML 1.0 forbids comes back as U+FFFD."""
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)


def in_format(text, ending):
    """GEXF has labels in attributes, and Gephi refuses a file with one of more than half a million characters."""
    if ending == "gexf" and len(text.encode()) > 500_000:
        text = text.encode()[:500_000].decode(errors="ignore") + "\u2026"
    return in_xml(text)


def hostile_document():
    """Each hostile name as a person, an organization, an event's and a relation's label, a lemma and a source."""
    text, places = "", {}
    for name in HOSTILE:
        places[name] = len(text)
        text += name + "\n"

    def span(words, **more):
        return {"begin": places[words], "end": places[words] + len(words), "text": words, **more}

    def person(name):
        return span(name, entity="person/" + name)

    def organization(name):
        return span(name, entity="organization/" + name)

    return {
        "schema": "habari/document/1", "id": "id \"of\" <an>\n article/../%41 \x01", "language": "sw",
        "date": "2024-02-29",
        "title": "title\r\"\\", "url": "http://e/ \"<>\\^`{|}", "text": text,
        "entities": [span(name, kind=kind, entity=f"{kind}/{name}", name=name)
                     for name in HOSTILE for kind in ("person", "organization")],
        "events": [{"trigger": span(name), "lemma": name, "label": name, "type": "OTHER", "factuality": "actual",
                    "rule": name, "source": person(name), "sentence": {"begin": 0, "end": len(text)}, "confidence": 0.9,
                    "args": [{"role": "agent", **person(name)}, {"role": "patient", **organization(name)},
                             {"role": "time", **span(name), "value": "2024-02"}]} for name in HOSTILE],
        "relations": [{"subject": person(name), "relation": span(name, label=name + " of"),
                       "object": organization(name), "confidence": 0.5} for name in HOSTILE]}


def deed(article, label, time=None, factuality="actual", patient="Ben"):
    """A document of one event: Ana does something to someone."""
    text = f"Ana {label} {time} {patient}."

    def span(words, **more):
        return {"begin": text.index(words), "end": text.index(words) + len(words), "text": words, **more}

    ana, other = span("Ana", entity="person/ana"), span(patient, entity="person/" + patient.lower())
    return {"schema": "habari/document/1", "id": article, "language": "en", "date": "2030-01-01", "text": text,
            "entities": [{**ana, "kind": "person", "name": "Ana"}, {**other, "kind": "person", "name": patient}],
            "events": [{"trigger": span(label), "lemma": label, "label": label, "type": "OTHER",
                        "factuality": factuality, "sentence": {"begin": 0, "end": len(text)}, "confidence": 0.9,
                        "args": [{"role": "agent", **ana}, {"role": "patient", **other}] +
                                ([{"role": "time", **span(time), "value": time}] if time else [])}]}


def build(program, folder, name, sources):
    """Writes both formats of both views: folder/name.view.format. `sources` are paths or documents."""
    paths = [source for source in sources if not isinstance(source, dict)]
    documents = [source for source in sources if isinstance(source, dict)]
    if documents:
        paths.append(folder / f"{name}.jsonl")
        paths[-1].write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
    for view in VIEWS:
        outputs = [part for ending in FORMATS for part in ("-o", folder / f"{name}.{view}.{ending}")]
        subprocess.run([program, "build", *paths, "--view", view, *outputs], check=True, capture_output=True)


def build_all(program, folder):
    """Both formats of both views of the samples and of hostile documents: their paths."""
    build(program, folder, "samples", [ROOT / "samples/articles"])
    build(program, folder, "hostile", [hostile_document(), deed("long", "visit", "2024-02", patient=LONG)])
    return [folder / f"{name}.{view}.{ending}" for name in ("samples", "hostile") for view in VIEWS
            for ending in FORMATS]


def read(path):
    """{"nodes": {id: …}, "edges": {id: …}} with label, values and days of each, of edges source, target and weight."""
    return (read_graphml if path.suffix == ".graphml" else read_gexf)(path)


LISTS = {"aliases", "articles", "geonames", "lemmas", "place", "quantity", "source", "wikidata"}
CASTS = {"string": str, "int": int, "integer": int, "double": float,
         # As written: quotation marks and backslashes escaped, everything else as it is.
         "liststring": lambda text: json.loads(text, strict=False)}


def read_graphml(path):
    tag = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(path).getroot()
    keys = {key.get("id"): (key.get("attr.name"), CASTS[key.get("attr.type")]) for key in root.iter(tag + "key")}
    graph = {"nodes": {}, "edges": {}}
    for kind in ("node", "edge"):
        for element in root.iter(tag + kind):
            values = {}
            for data in element.iter(tag + "data"):
                name, cast = keys[data.get("key")]
                values[name] = cast(data.text)
            found = {"label": values.pop("label"), "values": values, "days": []}
            if kind == "edge":
                assert element.get("label") == found["label"]
                found |= {"source": element.get("source"), "target": element.get("target"),
                          "weight": values.pop("weight")}
            graph[kind + "s"][element.get("id")] = found
    return graph


def read_gexf(path):
    tag = "{http://gexf.net/1.3}"
    root = ElementTree.parse(path).getroot()
    casts = {(group.get("class"), attribute.get("id")): CASTS[attribute.get("type")]
             for group in root.iter(tag + "attributes") for attribute in group}
    graph = {"nodes": {}, "edges": {}}
    for kind in ("node", "edge"):
        for element in root.iter(tag + kind):
            found = {"label": element.get("label"),
                     "values": {value.get("for"): casts[kind, value.get("for")](value.get("value"))
                                for value in element.iter(tag + "attvalue")},
                     "days": [(spell.get("start"), spell.get("end"))
                              for spell in [element, *element.iter(tag + "spell")] if spell.get("start")]}
            if kind == "edge":
                assert element.get("kind") == found["label"]
                found |= {"source": element.get("source"), "target": element.get("target"),
                          "weight": float(element.get("weight"))}
            graph[kind + "s"][element.get("id")] = found
    return graph


def milliseconds(day):
    """A day's beginning in UTC, since 1970."""
    return (datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1)).days * 86_400_000
