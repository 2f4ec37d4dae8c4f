// Elements of the page. What articles say comes in as text only: nothing here makes markup of a string.

/** An element with attributes (`on…`: listeners; null and false: left out) and children (elements or text). */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...present(children));
  return made;
}

/** Children, lists of them at any depth, and what is not there after all. */
function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== "");
}

export const byId = (id) => document.getElementById(id);

/** Puts `children` in the place of what is in `parent`. */
export function fill(parent, ...children) {
  parent.replaceChildren(...present(children));
}

/** A button that looks like a link. */
export function link(text, action, attributes = {}) {
  return element("button", { type: "button", class: "link", onclick: action, ...attributes }, text);
}

/** A link to another site, or the text alone where the address is none of the web: `javascript:` and its like. */
export function outside(text, address) {
  let target = null;
  try {
    target = new URL(address);
  } catch {
    return text;
  }
  if (target.protocol !== "https:" && target.protocol !== "http:") return text;
  return element("a", { href: target.href, rel: "noreferrer noopener", target: "_blank" }, text);
}

/** `1 event`, `2,300 events`. */
export function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
