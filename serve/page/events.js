// The list of events.
import { byId, counted, element, fill, link } from "./elements.js";
import { languageName, nameOf, standing } from "./names.js";

/** What stands at one end of a triple. */
export function endOf(event, id) {
  if (!id) return "?";
  const role = event.roles.find((found) => found.participant.id === id);
  return role ? nameOf(role.participant) : id;
}

/** `Kenya – sign – agreement`, of its first triple. */
export function inWords(event) {
  const triple = event.triples[0] ?? {};
  const subject = triple.subject ? `${endOf(event, triple.subject)} – ` : triple.object ? "? – " : "";
  return `${subject}${event.label}${triple.object ? ` – ${endOf(event, triple.object)}` : ""}`;
}

/** `since 2024, planned, by the word of Juma` */
function qualifiers(event) {
  const places = event.roles.filter((role) => role.role === "place").map((role) => nameOf(role.participant));
  return [event.time, places.length ? `in ${places.join(", ")}` : "", standing(event.factuality),
    event.sources.length ? `by the word of ${event.sources.map(nameOf).join(", ")}` : "",
    event.mentions > 1 ? `told ${event.mentions} times` : "",
    event.languages.length > 1 ? event.languages.map(languageName).join(" and ") : ""].filter(Boolean);
}

function row(event, chosen, choose) {
  return element("li", { class: `row ${event.factuality}${event.id === chosen ? " chosen" : ""}` },
    link(inWords(event), () => choose(event.id), { "aria-current": event.id === chosen ? "true" : null,
      "data-event": event.id }),
    element("span", { class: "type" }, event.type),
    element("p", { class: "qualifiers" }, qualifiers(event).join(" · ")));
}

/** Shows a page of events, behind those that are there where `append` is set. */
export function showEvents(answer, chosen, choose, append) {
  const list = byId("events");
  const rows = answer.events.map((event) => row(event, chosen, choose));
  if (append) list.append(...rows);
  else fill(list, rows);
  byId("list-heading").textContent = counted(answer.total, "event");
  byId("more").hidden = list.children.length >= answer.total;
  if (append && rows.length) rows[0].querySelector("button").focus();
}

/** Marks the event that is looked at. */
export function markEvent(chosen) {
  for (const button of byId("events").querySelectorAll("[data-event]")) {
    const isChosen = button.dataset.event === chosen;
    button.parentElement.classList.toggle("chosen", isChosen);
    if (isChosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}
