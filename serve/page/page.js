// The page: what its address says is asked and shown.
import { ask, isReport, pageFile } from "./ask.js";
import { byId, counted, element, fill } from "./elements.js";
import { showEntity } from "./entity.js";
import { showEvent } from "./event.js";
import { markEvent, showEvents } from "./events.js";
import { showExport } from "./export.js";
import { showFilters, startFilters } from "./filters.js";
import { showMap } from "./map.js";
import { languageName, useLanguage } from "./names.js";
import { showNetwork, startNetwork } from "./network.js";
import { startSearch } from "./search.js";
import { change, current, filterNames, filtersOf } from "./state.js";
import { showTimes } from "./times.js";

const pageLength = 50;

let graph = null;
let shown = null;  // The state that is on the page.
let turn = 0;      // Of the last change: answers to earlier ones are thrown away.
const terms = {};

const look = (id) => change({ entity: id, event: "" });
const choose = (id) => change({ event: id });

async function start() {
  graph = await ask("graph");
  for (const term of [...graph.types, ...graph.factualities]) terms[term.name] = term.description;
  const left = graph.left_out ? `; ${counted(graph.left_out, "event")} with fewer mentions left out` : "";
  byId("counts").textContent = `${counted(graph.events, "event")} of ${counted(graph.articles, "article")}${left}`;
  byId("names").append(...graph.languages.map((code) => element("option", { value: code }, languageName(code))));
  byId("licences").textContent = await pageFile("licences.txt");
  startSearch((id) => {
    look(id);
    byId("status").dataset.focus = "entity-heading";
  });
  startFilters(change);
  startNetwork();
  startControls();
  addEventListener("hashchange", follow);
  await follow();
}

function startControls() {
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("list-heading").focus();
  });
  byId("home").addEventListener("click", (event) => {
    event.preventDefault();
    change(Object.fromEntries([...filterNames, "event"].map((name) => [name, ""])));
  });
  byId("names").addEventListener("change", (event) => change({ names: event.target.value }));
  byId("order").addEventListener("change", (event) => change({ order: event.target.value === "time" ? "" : "weight" }));
  byId("more").addEventListener("click", showMore);
  for (const picture of ["network", "map"]) {
    byId(`tab-${picture}`).addEventListener("click", () => change({ picture: picture === "map" ? "map" : "" }));
    byId(`tab-${picture}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = picture === "map" ? "network" : "map";
      change({ picture: other === "map" ? "map" : "" });
      byId(`tab-${other}`).focus();
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current().event && document.activeElement?.id !== "search") leaveEvent();
  });
}

/** Back to the row that led here. */
function leaveEvent() {
  const id = current().event;
  change({ event: "" });
  const rows = [...byId("events").querySelectorAll("[data-event]")];
  (rows.find((row) => row.dataset.event === id) ?? byId("list-heading")).focus();
}

const changed = (state, names) => shown === null || names.some((name) => shown[name] !== state[name]);

/** Shows what the address says: of what it said before only what is another now is asked again. */
async function follow() {
  const state = current();
  const mine = ++turn;
  useLanguage(state.names);
  byId("names").value = state.names;
  byId("order").value = state.order || "time";
  const all = changed(state, [...filterNames, "names"]);
  const asked = [];
  if (all || changed(state, ["order"])) asked.push(followList(state, mine));
  if (all) asked.push(followFilters(state, mine), followTimes(state, mine), followEntity(state, mine));
  if (all || changed(state, ["picture"])) asked.push(followPicture(state, mine));
  if (changed(state, ["event", "names"])) asked.push(followEvent(state, mine));
  shown = state;
  try {
    await Promise.all(asked);
  } catch (failure) {
    byId("status").textContent = failure.message;
  }
  byId("status").dataset.turn = String(mine);  // For who waits until all is shown.
}

const isLast = (mine) => mine === turn;

async function followList(state, mine) {
  const filters = filtersOf(state);
  const answer = await ask("events", { ...filters, order: state.order, limit: pageLength });
  if (!isLast(mine)) return;
  showEvents(answer, state.event, choose, false);
  showExport(filters, answer.total, graph.most_exported);
  byId("status").textContent = counted(answer.total, "event");
}

async function showMore() {
  const state = current();
  const from = byId("events").children.length;
  const answer = await ask("events", { ...filtersOf(state), order: state.order, from, limit: pageLength });
  showEvents(answer, state.event, choose, true);
}

async function followFilters(state, mine) {
  const choices = await ask("choices", filtersOf(state));
  if (isLast(mine)) showFilters(state, choices, terms);
}

async function followTimes(state, mine) {
  const line = await ask("times", filtersOf(state));
  if (isLast(mine)) showTimes(line, state, change);
}

async function followEntity(state, mine) {
  const entity = state.entity ? await ask("entity", { id: state.entity }) : null;
  if (!isLast(mine)) return;
  showEntity(entity, look, () => change({ entity: "" }));
  const focus = byId("status").dataset.focus;
  delete byId("status").dataset.focus;
  if (focus) byId(focus)?.focus();
}

async function followPicture(state, mine) {
  const isMap = state.picture === "map";
  for (const [picture, chosen] of [["network", !isMap], ["map", isMap]]) {
    byId(`tab-${picture}`).setAttribute("aria-selected", String(chosen));
    byId(`tab-${picture}`).tabIndex = chosen ? 0 : -1;
    byId(`${picture}-panel`).hidden = !chosen;
  }
  const answer = await ask(isMap ? "places" : "neighbours", filtersOf(state));
  if (!isLast(mine)) return;
  if (isMap) return showMap(answer, look);
  showNetwork(answer, state.entity, look, choose);
}

async function followEvent(state, mine) {
  const event = state.event ? await ask("event", { id: state.event }) : null;
  if (!isLast(mine)) return;
  showEvent(event, look, choose, leaveEvent);
  markEvent(state.event);
  if (event) byId("event-heading").focus({ preventScroll: innerWidth > 1100 });
}

start().catch((failure) => fill(byId("status"), failure.message));
if (isReport) document.body.classList.add("report");
