// The search: a combobox as the ARIA practices have it, so that arrow keys and screen readers work.
import { ask } from "./ask.js";
import { byId, counted, element, fill } from "./elements.js";
import { nameOf } from "./names.js";

const delay = 120;  // Milliseconds without a key.

/** Calls `choose` with the identifier of the entity that is chosen. */
export function startSearch(choose) {
  const input = byId("search");
  const list = byId("found");
  let entities = [];
  let at = -1;
  let waiting = 0;
  let asked = 0;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (entity) => {
    input.value = "";
    close();
    choose(entity.id);
  };
  const mark = (next) => {
    at = (next + entities.length) % entities.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    list.children[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const show = (answer) => {
    entities = answer.entities;
    fill(list, entities.map((entity, i) => element("li", {
      role: "option", id: `found-${i}`, "aria-selected": "false", onmousedown: (event) => event.preventDefault(),
      onclick: () => take(entity),
    }, element("span", {}, nameOf(entity)),
    element("span", { class: "kind" }, ` ${entity.kind}, ${counted(entity.mentions, "mention")}`))));
    list.hidden = entities.length === 0;
    input.setAttribute("aria-expanded", String(entities.length !== 0));
    at = -1;
    const near = answer.near && entities.length ? "Nothing is called so; these names are near: " : "";
    byId("status").textContent = entities.length ? `${near}${counted(entities.length, "name")} found`
      : "Nothing is called so";
  };
  const find = async () => {
    const number = ++asked;
    const text = input.value.trim();
    if (text === "") return close();
    const answer = await ask("search", { text });
    if (number === asked) show(answer);  // Not an answer to what was typed before.
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, delay);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close();
    if (list.hidden || !entities.length) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at < 0 ? entities.length - 1 : at - 1);
    else if (event.key === "Enter") take(entities[Math.max(at, 0)]);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
}
