// The form that says which events: each list has the values that there are, with how many events each would give.
import { byId, element, fill } from "./elements.js";
import { languageName, nameOf } from "./names.js";

const lists = [
  ["relation", "What happens"], ["type", "Type"], ["factuality", "Factuality"], ["place", "Where"],
  ["source", "By whose word"], ["language", "Told in"],
];
const labels = Object.fromEntries(lists);

/** Builds the form. `change` is called with what the user sets. */
export function startFilters(change) {
  const field = (name, label, control) =>
    element("div", { class: "field" }, element("label", { for: `filter-${name}` }, label), control);
  const select = ([name, label]) => field(name, label,
    element("select", { id: `filter-${name}`, onchange: (event) => change({ [name]: event.target.value }) }));
  const date = (name, label) => field(name, label, element("input", {
    id: `filter-${name}`, type: "text", inputmode: "numeric", placeholder: "2024-05-13", maxlength: 10,
    pattern: "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", "aria-describedby": "date-help",
    onchange: (event) => event.target.reportValidity() && change({ [name]: event.target.value }),
  }));
  fill(byId("filters"),
    ...lists.slice(0, 3).map(select), date("since", "Since"), date("until", "Until"),
    element("p", { id: "date-help", class: "help" }, "A day, a month (2024-05) or a year"),
    ...lists.slice(3).map(select),
    field("confidence", "At least this sure", element("select", {
      id: "filter-confidence", onchange: (event) => change({ confidence: event.target.value }),
    }, ["", "0.5", "0.7", "0.8", "0.9"].map((least) => element("option", { value: least }, least || "any")))),
    element("button", { type: "button", id: "clear", onclick: () => change(
      { ...Object.fromEntries(lists.map(([name]) => [name, ""])), since: "", until: "", confidence: "" }) }, "Clear"));
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
}

/** Shows what `state` says and what there is to choose from. */
export function showFilters(state, choices, terms) {
  for (const name of ["since", "until", "confidence"]) byId(`filter-${name}`).value = state[name];
  for (const [name] of lists) {
    const options = choices[name].map((choice) => option(name, choice, terms));
    if (state[name] && !choices[name].some((choice) => choice.value === state[name])) {
      options.unshift(element("option", { value: state[name] }, state[name]));
    }
    fill(byId(`filter-${name}`), element("option", { value: "" }, "all"), options);
    byId(`filter-${name}`).value = state[name];
    byId(`filter-${name}`).classList.toggle("set", state[name] !== "");
  }
}

function option(name, choice, terms) {
  const text = choice.entity ? nameOf(choice.entity) : name === "language" ? languageName(choice.value) : choice.value;
  return element("option", { value: choice.value, title: terms[choice.value] ?? null }, `${text} (${choice.count})`);
}

/** What a filter is called. */
export const filterLabel = (name) => labels[name] ?? name;
