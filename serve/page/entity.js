// Who or what is looked at.
import { byId, counted, element, fill, link, outside } from "./elements.js";
import { languageName, nameOf } from "./names.js";

const mostRelations = 12;

/** Shows an entity; nothing where it is null. `look` is called with another one's identifier. */
export function showEntity(entity, look, leave) {
  const section = byId("entity");
  section.hidden = entity === null;
  if (entity === null) return fill(section);
  const others = entity.aliases.filter((alias) => alias.text !== nameOf(entity));
  fill(section,
    element("div", { class: "head" },
      element("h2", { id: "entity-heading", tabindex: "-1" }, nameOf(entity)),
      element("span", { class: "kind" }, entity.kind),
      element("button", { type: "button", onclick: leave }, "Show all events")),
    others.length ? element("p", { class: "aliases" }, "Also: ", others.map((alias, i) => [i ? ", " : "",
      element("span", { lang: alias.language }, alias.text), ` (${languageName(alias.language)})`])) : null,
    element("p", {}, counted(entity.mentions, "mention"), entity.wikidata.map((item) =>
      [" · ", outside(`Wikidata ${item}`, `https://www.wikidata.org/wiki/${encodeURIComponent(item)}`)])),
    relations(entity, look));
}

function relations(entity, look) {
  if (entity.relations.length === 0) return null;
  const other = (thing) => thing.id === entity.id ? nameOf(thing) : link(nameOf(thing), () => look(thing.id));
  const item = (relation) => element("li", {},
    other(relation.subject), element("span", {}, ` – ${relation.label} – `), other(relation.object));
  const shown = entity.relations.slice(0, mostRelations).map(item);
  const rest = entity.relations.slice(mostRelations).map(item);
  return [element("ul", { class: "relations" }, shown),
    rest.length ? element("details", {}, element("summary", {}, `${rest.length} more`),
      element("ul", { class: "relations" }, rest)) : null];
}
