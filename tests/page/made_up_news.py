"""Documents of a made-up world, the same every time: who met, helped or accused whom, where and when."""
import json
import random

PLACES = [("place/arusha", "Arusha"), ("place/dodoma", "Dodoma"), ("place/mombasa", "Mombasa"),
          ("place/nairobi", "Nairobi"), ("place/kigoma", "Kigoma"), ("place/mwanza", "Mwanza"), ("place/goma", "Goma"),
          ("place/lusaka", "Lusaka"), ("country/kenya", "Kenya"), ("country/tanzania", "Tanzania"),
          ("country/burundi", "Burundi")]
FIRST = ["Asha", "Baraka", "Chausiku", "Daudi", "Eliya", "Fatuma", "Grace", "Hamisi", "Imani", "Juma", "Khadija"]
LAST = ["Achieng", "Barasa", "Chacha", "Dola", "Ekiru", "Farah", "Gitau", "Haji", "Issa", "Juma", "Kamau", "Lema"]
DEEDS = [("meet", "CONSULT", "kutana", "alikutana na", "meet", "met"),
         ("help", "AID", "saidia", "alimsaidia", "help", "helped"),
         ("accuse", "ACCUSE", "shutumu", "alimshutumu", "accuse", "accused"),
         ("arrest", "COERCE", "kamata", "alimkamata", "arrest", "arrested"),
         ("support", "SUPPORT", "unga", "alimuunga mkono", "support", "supported")]
FACTUALITIES = ["actual"] * 6 + ["planned", "possible", "negated"]


class Article:
    """A document that grows sentence by sentence; offsets count characters."""

    def __init__(self, number, language, date):
        self.document = {"schema": "habari/document/1", "id": f"news-{number}", "language": language, "date": date,
                         "title": f"News number {number}", "url": f"https://news.example/{number}",
                         "text": "", "entities": [], "events": [], "relations": []}

    def write(self, words):
        begin = len(self.document["text"])
        self.document["text"] += words
        return {"begin": begin, "end": begin + len(words), "text": words}

    def name(self, entity, kind, words):
        span = self.write(words)
        self.document["entities"].append({**span, "kind": kind, "entity": entity, "name": words})
        return {**span, "entity": entity}

    def tell(self, dice, people, date):
        label, kind, lemma_sw, told_sw, lemma_en, told_en = dice.choice(DEEDS)
        is_swahili = self.document["language"] == "sw"
        (who, whom), (place, place_name) = dice.sample(people, 2), dice.choice(PLACES)
        begin = len(self.document["text"])
        agent = {"role": "agent", **self.name(*who)}
        self.write(" ")
        trigger = self.write(told_sw if is_swahili else told_en)
        self.write(" ")
        patient = {"role": "patient", **self.name(*whom)}
        self.write(" mjini " if is_swahili else " in ")
        where = {"role": "place", **self.name(place, place.split("/")[0], place_name)}
        self.write(" mnamo " if is_swahili else " on ")
        when = {"role": "time", **self.write(date), "value": date}
        self.write(".")
        event = {"trigger": trigger, "lemma": lemma_sw if is_swahili else lemma_en, "label": label, "type": kind,
                 "factuality": dice.choice(FACTUALITIES), "args": [agent, patient, where, when],
                 "sentence": {"begin": begin, "end": len(self.document["text"])},
                 "confidence": round(dice.uniform(0.4, 1), 2)}
        if dice.random() < 0.2:
            source = dice.choice(people)
            self.write(" ")
            span = self.name(*source)
            self.write(" said so.")
            event["source"] = span
        self.document["events"].append(event)
        self.write("\n")


def documents(events, events_an_article=5):
    """Lines of JSON, with `events` events in all."""
    dice = random.Random(7)
    people = [(f"person/mtu-{i}", "person", f"{dice.choice(FIRST)} {dice.choice(LAST)} {i}")
              for i in range(events // 20 + 10)]
    for number in range(events // events_an_article):
        date = f"{dice.randint(2015, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        article = Article(number, dice.choice(["sw", "en"]), date)
        # A few are told of often, most seldom.
        known = [people[int(len(people) * dice.random() ** 3)] for _ in range(12)]
        known = list(dict.fromkeys(known))
        for _ in range(events_an_article):
            article.tell(dice, known, date)
        yield json.dumps(article.document)
