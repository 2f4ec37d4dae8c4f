// The answers of the server (serve/src/), from the data of a report: a test compares the two.
import { filterNames } from "./state.js";
import { timeLine } from "./report_times.js";

const mostChoices = 100;
const mostPlaces = 300;
const mostEdges = 150;

/** Numbers that compare as days do: of the first day that a date may mean, and of the last. */
function dayNumber(date, month, day) {
  const [y, m = month, d = day] = date.split("-").map(Number);
  return y * 10000 + m * 100 + d;
}
const firstDay = (date) => dayNumber(date, 1, 1);
const lastDay = (date) => dayNumber(date, 12, 31);
const firstDateOf = (time) => time.split("/")[0];
const lastDateOf = (time) => time.split("/").at(-1);

/** What an event does not fit: a Set of what is asked. */
function misfits(event, asked) {
  const is = (thing) => (given) => given.participant.id === thing;
  const fits = {
    entity: () => event.roles.some(is(asked.entity)),
    place: () => event.roles.some((role) => role.role === "place" && is(asked.place)(role)),
    source: () => event.sources.some((source) => source.id === asked.source),
    relation: () => event.label === asked.relation || event.told.some((told) => told.lemma === asked.relation),
    type: () => event.type === asked.type,
    factuality: () => event.factuality === asked.factuality,
    since: () => event.time !== undefined && lastDay(lastDateOf(event.time)) >= firstDay(asked.since),
    until: () => event.time !== undefined && firstDay(firstDateOf(event.time)) <= lastDay(asked.until),
    language: () => event.languages.includes(asked.language),
    confidence: () => event.confidence >= Number(asked.confidence),
  };
  const failed = filterNames.filter((name) => asked[name] && !fits[name]());
  return new Set(failed.map((name) => name === "since" || name === "until" ? "time" : name));
}

const fitsBut = (failed, name) => failed.size === 0 || (failed.size === 1 && failed.has(name));

/** Words as names are compared. */
function folded(text) {
  const letters = text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return letters.split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");
}

function count(counts, key, value) {
  const found = counts.get(key);
  if (found) ++found.count;
  else counts.set(key, { ...value, count: 1 });
}

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Most frequent first, then in the order of `place` or of the values themselves. */
function ranked(counts, most, place) {
  const order = ([a], [b]) => place ? place.indexOf(a) - place.indexOf(b) : byText(a, b);
  return [...counts].sort((a, b) => b[1].count - a[1].count || order(a, b)).slice(0, most).map(([, value]) => value);
}

/** Puts in the place of identifiers what they stand for: in the file everything is written once. */
function resolve(data) {
  const articles = new Map(data.articles.map((article) => [article.id, article]));
  const things = new Map(data.entities.map((entity) => [entity.id, entity]));
  for (const { id, in_words: label } of data.events) things.set(id, { id, kind: "event", label });
  const thing = (id) => things.get(id);
  for (const { relations } of data.entities) {
    for (const relation of relations) {
      relation.subject = thing(relation.subject);
      relation.object = thing(relation.object);
    }
  }
  for (const event of data.events) {
    for (const role of event.roles) role.participant = thing(role.participant);
    event.sources = event.sources.map(thing);
    for (const told of event.told) {
      told.article = articles.get(told.article);
      if (told.source) told.source = thing(told.source);
    }
  }
}

/** How answers are made of the report's data: a function for each question. */
export function answersFrom(data) {
  return new ReportAnswers(data).questions();
}

class ReportAnswers {
  constructor(data) {
    resolve(data);
    this.data = data;
    this.entities = new Map(data.entities.map((entity) => [entity.id, entity]));
    this.events = new Map(data.events.map((event) => [event.id, event]));
    this.ties = new Map(data.events.map((event, i) => [event.id, data.ties[i]]));
    const key = ({ time }) => time ? [firstPacked(firstDateOf(time)), firstPacked(lastDateOf(time))] : [0, 0];
    this.byTime = data.events.map((event) => [key(event), event]).sort(([a, x], [b, y]) =>
      b[0] - a[0] || b[1] - a[1] || y.mentions - x.mentions || byText(x.id, y.id)).map(([, event]) => event);
    this.searched = data.entities.map((entity) => [entity, entity.aliases.map((alias) => folded(alias.text))]);
  }

  questions() {
    return {
      graph: () => ({ ...this.data.graph, left_out: this.data.left_out }),
      search: (asked) => this.search(asked.text, asked.limit ?? 10),
      entity: (asked) => this.known(this.entities, asked.id),
      event: (asked) => this.known(this.events, asked.id),
      events: (asked) => this.list(asked),
      choices: (asked) => this.choices(asked),
      times: (asked) => timeLine(this.data.events.filter((event) => fitsBut(misfits(event, asked), "time"))),
      places: (asked) => this.places(asked),
      neighbours: (asked) => this.neighbours(asked),
      export: (asked) => this.csv(asked),
    };
  }

  known(map, id) {
    if (!map.has(id)) throw new Error("there is no such thing");
    return map.get(id);
  }

  search(text, limit) {
    const words = folded(text);
    const known = this.entities.get(text);
    const has = (name) => ` ${name}`.includes(` ${words}`);
    const found = known ? [known] : words === "" ? [] : this.searched.filter(([, names]) => names.some(has))
      .map(([entity, names]) => [names.includes(words) ? 0 : 1, entity])
      .sort(([a, x], [b, y]) => a - b || y.mentions - x.mentions || byText(x.id, y.id))
      .map(([, entity]) => entity);
    return { near: false, entities: found.slice(0, limit) };
  }

  list(asked) {
    const { from = 0, limit = 50, order = "time" } = asked;
    const all = order === "weight" ? this.data.events : this.byTime;
    const fitting = all.filter((event) => misfits(event, asked).size === 0);
    return { events: fitting.slice(Number(from), Number(from) + Number(limit)), total: fitting.length };
  }

  choices(asked) {
    const counts = Object.fromEntries(["relation", "type", "factuality", "language", "place", "source"]
      .map((name) => [name, new Map()]));
    const add = (name, value, more = {}) => count(counts[name], value, { value, ...more });
    for (const event of this.data.events) {
      const failed = misfits(event, asked);
      for (const [name, property] of [["relation", "label"], ["type", "type"], ["factuality", "factuality"]]) {
        if (fitsBut(failed, name)) add(name, event[property]);
      }
      if (fitsBut(failed, "language")) event.languages.forEach((code) => add("language", code));
      if (fitsBut(failed, "source")) event.sources.forEach((entity) => add("source", entity.id, { entity }));
      if (fitsBut(failed, "place")) {
        event.roles.filter((role) => role.role === "place" && role.participant.kind !== "event")
          .forEach((role) => add("place", role.participant.id, { entity: role.participant }));
      }
    }
    const orders = { type: this.data.graph.types, factuality: this.data.graph.factualities };
    return Object.fromEntries(Object.entries(counts).map(([name, found]) =>
      [name, ranked(found, mostChoices, orders[name]?.map((term) => term.name))]));
  }

  places(asked) {
    const counts = new Map();
    for (const event of this.data.events) {
      if (misfits(event, asked).size !== 0) continue;
      for (const id of new Set(event.roles.map((role) => role.participant.id))) {
        const entity = this.entities.get(id);
        if (entity?.at) count(counts, id, { entity, latitude: entity.at[0], longitude: entity.at[1] });
      }
    }
    return { places: ranked(counts, mostPlaces) };
  }

  neighbours(asked) {
    const ties = new Map();
    const weights = new Map();
    const weigh = (id) => weights.set(id, (weights.get(id) ?? 0) + 1);
    for (const event of this.data.events) {
      if (misfits(event, asked).size !== 0) continue;
      const tied = this.ties.get(event.id);
      for (const [source, target, label] of tied) {
        const { factuality } = event;
        const tie = { source, target, label, factuality, event: event.id };
        count(ties, [source, target, label, factuality].join("\0"), tie);
      }
      new Set(tied.flatMap(([source, target]) => [source, target])).forEach(weigh);
    }
    const addRelation = ({ subject, label, object, mentions }) => {
      const key = [subject.id, object.id, label, ""].join("\0");
      if (ties.has(key)) return;
      ties.set(key, { source: subject.id, target: object.id, label, count: mentions });
      [subject.id, object.id].forEach(weigh);
    };
    const centre = this.entities.get(asked.entity);
    centre?.relations.forEach(addRelation);
    const nodes = this.chosen(weights, centre, asked.limit ?? 30);
    const drawn = new Set(nodes.map((node) => node.id));
    for (const node of nodes) {
      node.relations.filter(({ subject, object }) => subject.id === node.id && drawn.has(object.id))
        .forEach(addRelation);
    }
    const edges = [...ties.values()].filter((tie) => drawn.has(tie.source) && drawn.has(tie.target))
      .sort((a, b) => b.count - a.count || byText(a.source, b.source) || byText(a.target, b.target) ||
        byText(a.label, b.label) || byText(a.factuality ?? "", b.factuality ?? "")).slice(0, mostEdges);
    return { nodes, edges, left_out: Math.max(0, weights.size - nodes.length) };
  }

  chosen(weights, centre, limit) {
    const rank = (id) => [id === centre?.id ? 0 : 1, id.startsWith("thing/") ? 1 : 0, -weights.get(id)];
    const order = (a, b) => a[1].map((part, i) => part - b[1][i]).find((part) => part !== 0) ?? byText(a[0], b[0]);
    const found = [...weights.keys()].map((id) => [id, rank(id)]).sort(order).slice(0, limit)
      .map(([id]) => this.entities.get(id));
    return found.length || !centre ? found : [centre];
  }

  csv(asked) {
    const cell = (text) => {
      const safe = `${/^[=+\-@\t\r]/.test(text) ? "'" : ""}${text}`.replaceAll('"', '""');
      return /[,"\r\n]/.test(safe) ? `"${safe}"` : safe;
    };
    const rows = [["event", "time", "subject", "relation", "object", "place", "type", "factuality", "source",
      "confidence", "mentions", "articles"]];
    for (const event of this.data.events.filter((found) => misfits(found, asked).size === 0)) {
      const called = (id) => event.roles.find((role) => role.participant.id === id)?.participant.label ?? "";
      const list = (things) => things.map((thing) => thing.label).join("; ");
      const places = event.roles.filter((role) => role.role === "place").map((role) => role.participant);
      const articles = [...new Set(event.told.map((told) => told.article.id))].join("; ");
      for (const triple of event.triples) {
        rows.push([event.id, event.time ?? "", called(triple.subject), event.label, called(triple.object),
          list(places), event.type, event.factuality, list(event.sources), event.confidence.toFixed(2),
          String(event.mentions), articles]);
      }
    }
    return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
  }
}

/** As precise as the text: a year before its months. */
function firstPacked(date) {
  return dayNumber(date, 0, 0);
}
