#!/usr/bin/env python3
"""Writes made-up news for pictures and trials: articles of the size of real ones, in English and Swahili, about a cast that
returns. The same for the same number of articles. People, companies and parties are made up; places are real.

usage: made_up_news.py ARTICLES > news.jsonl
"""
import datetime
import json
import random
import sys

PLACES = ["Nairobi", "Mombasa", "Kisumu", "Nakuru", "Eldoret", "Arusha", "Mwanza", "Dodoma", "Tanga", "Mbeya", "Kampala", "Gulu",
          "Kigali", "Bujumbura", "Lusaka", "Goma"]
COUNTRIES = ["Kenya", "Tanzania", "Uganda", "Rwanda", "Burundi", "Zambia"]
# (topic, people with their office, organizations, what they do in English, in Swahili)
TOPICS = [
    ("water", [("Amina Kiprono", "water minister"), ("Baraka Otundo", "engineer"), ("Chausiku Mrema", "mayor"),
               ("Daudi Lwanga", "contractor"), ("Esther Nabwire", "governor")],
     ["Lake Water Company", "Rift Drilling", "Union of River Farmers"],
     ["{a} met {b} in {p} on {d}.", "{o} will build a dam near {p}, {a} said.", "{a} accused {o} of wasting money.",
      "{o} signed an agreement with {o2} in {p}.", "{b} praised {a}.", "{a} visited {p} with {b} on {d}.",
      "{b} told {a} that {o} had stopped work in {p}."],
     ["{a} alikutana na {b} mjini {p} siku ya {d}.", "{a} alisema {o} itajenga bwawa karibu na {p}.",
      "{a} aliishutumu {o} kwa kupoteza fedha.", "{b} alimpongeza {a}."]),
    ("football", [("Farida Odongo", "coach"), ("Gideon Mwamba", "striker"), ("Hadija Sekou", "captain"),
                  ("Ibrahim Tenga", "goalkeeper"), ("Joyce Akello", "referee")],
     ["Mombasa Dolphins", "Kampala Cranes United", "East African Football League"],
     ["{o} beat {o2} in {p} on {d}.", "{a} praised {b} after the match.", "{o} hired {a} as its coach.",
      "{a} criticised {o}.", "{b} joined {o} from {o2}.", "{o} will play {o2} in {p}.", "{a} thanked {b} in {p}."],
     ["{o} iliishinda {o2} mjini {p} siku ya {d}.", "{a} alimsifu {b} baada ya mechi.", "{a} aliishutumu {o}."]),
    ("courts", [("Kamau Njoroge", "judge"), ("Leah Wambui", "prosecutor"), ("Moses Okwaro", "banker"),
                ("Neema Shayo", "lawyer"), ("Omari Ganzi", "police chief")],
     ["Savanna Bank", "Ethics Commission", "Coastal Freight"],
     ["Police arrested {b} in {p} on {d}.", "{a} sued {o} in {p}.", "{a} sentenced {b} in {p}.", "{o} fired {b}.",
      "{b} denied that {o} paid {a}.", "{a} questioned {b} about {o}.", "{o} accused {b} of theft, {a} said."],
     ["Polisi walimkamata {b} mjini {p} siku ya {d}.", "{a} alimhoji {b} kuhusu {o}.", "{a} alimhukumu {b} mjini {p}."]),
    ("trade", [("Peter Achola", "trade minister"), ("Queen Mutesi", "ambassador"), ("Rashid Mbwana", "president"),
               ("Salome Wekesa", "economist"), ("Tito Habimana", "prime minister")],
     ["East African Ports Authority", "Kilima Cement", "Great Lakes Airways"],
     ["{c} signed a trade agreement with {c2} in {p} on {d}.", "{a} met {b} in {p}.", "{o} bought {o2}.",
      "{a} told {b} that {c} would help {c2}.", "{c} sold maize to {c2}.", "{o} opened an office in {p}.", "{a} flew to {p}."],
     ["{c} ilisaini mkataba na {c2} mjini {p} siku ya {d}.", "{a} alikutana na {b} mjini {p}.",
      "{a} alisema {c} itaisaidia {c2}."]),
    ("schools", [("Umi Nakato", "teacher"), ("Victor Simba", "education minister"), ("Winnie Chebet", "student leader"),
                 ("Yusuf Dalali", "headmaster"), ("Zawadi Kibet", "activist")],
     ["National Teachers Union", "Maji ya Chai University", "Books for Villages"],
     ["Teachers of {o} marched in {p} on {d}.", "{a} met {b} in {p}.", "{b} urged {a} to pay teachers.",
      "{o} gave books to schools in {p}.", "{a} promised {o} a new law.", "{b} criticised {a}.", "{a} invited {b} to {p}."],
     ["{a} alikutana na {b} mjini {p} siku ya {d}.", "{b} alimshutumu {a}.", "{a} aliitembelea {p}."]),
]
FILLERS = {"en": ["Many residents came to listen.", "The talks lasted for three hours.", "No date has been set.",
                  "Prices have risen since January.", "It rained all day, and the roads were closed.",
                  "Officials did not answer questions."],
           "sw": ["Wakazi wengi walikuja kusikiliza.", "Mazungumzo yalidumu kwa saa tatu.", "Tarehe haijapangwa bado.",
                  "Bei zimepanda tangu Januari."]}
DAYS = {"en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
        "sw": ["Jumatatu", "Jumanne", "Jumatano", "Alhamisi", "Ijumaa"]}
OUTLETS = ["The Lake Post", "Coast Morning", "Habari za Bonde"]


def article(number, draw):
    topic, people, organizations, english, swahili = TOPICS[number % len(TOPICS)]
    language = "sw" if number % 4 == 3 else "en"
    patterns = swahili if language == "sw" else english
    places = [PLACES[(3 * (number % len(TOPICS)) + i) % len(PLACES)] for i in range(4)]
    text = []
    for sentence in range(draw.randrange(16, 26)):
        if sentence % 4 == 3:
            text.append(draw.choice(FILLERS[language]))
            continue
        # A tenth of the people come from elsewhere.
        cast = draw.choice(TOPICS)[1] if draw.random() < 0.1 else people
        (first, office), (second, _) = draw.sample(cast, 2)
        if sentence == 0 and language == "en":
            first = f"{draw.choice(COUNTRIES)}'s {office} {first}"
        one, other = draw.sample(organizations, 2)
        country, neighbour = draw.sample(COUNTRIES, 2)
        text.append(draw.choice(patterns).format(a=first, b=second, o=one, o2=other, c=country, c2=neighbour,
                                                 p=draw.choice(places), d=draw.choice(DAYS[language])))
    paragraphs = [" ".join(text[i:i + 4]) for i in range(0, len(text), 4)]
    day = datetime.date(2024, 1, 1) + datetime.timedelta(days=number * 3)
    return {"id": f"{topic}-{number:03}", "language": language, "date": day.isoformat(), "title": text[0].rstrip("."),
            "outlet": OUTLETS[number % 3], "text": "\n".join(paragraphs)}


if __name__ == "__main__":
    generator = random.Random(1)
    for index in range(int(sys.argv[1])):
        print(json.dumps(article(index, generator), ensure_ascii=False))
