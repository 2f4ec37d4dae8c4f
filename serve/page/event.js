// One event: who takes part, and the sentences that tell of it, language beside language.
import { byId, counted, element, fill, link, outside } from "./elements.js";
import { inWords } from "./events.js";
import { languageName, nameOf } from "./names.js";

/** Shows an event; nothing where it is null. */
export function showEvent(event, look, choose, close) {
  const section = byId("event");
  section.hidden = event === null;
  document.body.classList.toggle("with-event", event !== null);
  if (event === null) return fill(section);
  fill(section,
    element("div", { class: "head" },
      element("h2", { id: "event-heading", tabindex: "-1" }, inWords(event)),
      element("button", { type: "button", class: "close", "aria-label": "Close the event", onclick: close }, "×")),
    element("p", { class: "facts" }, [event.type, event.factuality, event.time ?? "undated",
      `confidence ${event.confidence.toFixed(2)}`].join(" · ")),
    roles(event, look, choose),
    element("h3", {}, `Told ${counted(event.told.length, "time")}`),
    element("p", { class: "key" }, ["trigger", "agent", "patient", "place", "time", "source"].map((as) =>
      [element("mark", { class: as }, as === "trigger" ? "event" : as), " "])),
    columns(event),
    matches(event, choose));
  section.scrollTop = 0;
}

function roles(event, look, choose) {
  const open = (thing) => link(nameOf(thing), () => thing.kind === "event" ? choose(thing.id) : look(thing.id));
  const rows = event.roles.map((role) => [element("dt", {}, role.role), element("dd", {}, open(role.participant))]);
  const sources = event.sources.map((source) => [element("dt", {}, "source"), element("dd", {}, open(source))]);
  return rows.length || sources.length ? element("dl", {}, rows, sources) : null;
}

function columns(event) {
  const languages = [...new Set(event.told.map((told) => told.article.language))].sort();
  return element("div", { class: "columns" }, languages.map((language) => element("section", {
    class: "column", "aria-label": languageName(language),
  }, element("h4", {}, languageName(language)),
  event.told.filter((told) => told.article.language === language).map(mention))));
}

function mention(told) {
  const article = told.article;
  const title = article.title ?? article.id;
  const facts = [article.date, `“${told.lemma}”`, `confidence ${told.confidence.toFixed(2)}`,
    told.source ? `by the word of ${nameOf(told.source)}` : "", ...told.quantities,
    ...told.times.map((time) => time.value ? `${time.words} = ${time.value}` : time.words)].filter(Boolean);
  return element("figure", {},
    element("blockquote", { lang: article.language, dir: "auto" },
      told.sentence.length ? told.sentence.map(piece) : element("mark", { class: "trigger" }, told.words)),
    element("figcaption", {}, article.url ? outside(title, article.url) : title, ` · ${facts.join(" · ")}`));
}

function piece(part) {
  if (!part.as) return part.text;
  return element("mark", { class: part.as.join(" "), title: part.as.join(", ") }, part.text);
}

function matches(event, choose) {
  if (event.matches.length === 0) return null;
  return [element("h3", {}, "Probably the same"), element("ul", {}, event.matches.map((match) =>
    element("li", {}, link(match.label, () => choose(match.id)), ` (${match.confidence.toFixed(2)})`)))];
}
