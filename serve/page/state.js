// What the page shows is what its address says, so that it can be kept, sent and gone back to.

/** What may be asked of events. */
export const filterNames = ["entity", "relation", "type", "factuality", "since", "until", "place", "source", "language",
  "confidence"];
const viewNames = ["event", "picture", "order", "names"];

/** What the address says. */
export function current() {
  const said = new URLSearchParams(location.hash.slice(1));
  const state = {};
  for (const name of [...filterNames, ...viewNames]) state[name] = said.get(name) ?? "";
  return state;
}

/** The part of a state that is asked of events. */
export function filtersOf(state) {
  return Object.fromEntries(filterNames.map((name) => [name, state[name]]));
}

/** Changes what the address says; the page follows it. */
export function change(changes) {
  const state = { ...current(), ...changes };
  const said = Object.entries(state).filter(([, value]) => value !== "");
  location.hash = new URLSearchParams(said).toString();
}
