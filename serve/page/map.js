// The map: countries of Natural Earth (world-atlas), places as circles, and the same in words.
import { pageFile } from "./ask.js";
import { byId, counted, element, fill, link } from "./elements.js";
import { nameOf } from "./names.js";

const namespace = "http://www.w3.org/2000/svg";
const world = { x: -180, y: -85, width: 360, height: 145 };
const nameHeight = 13;  // Pixels, as the next.
const nameOffset = 9;
const leastWidth = 12;  // Degrees: fewer show nothing but a coast in big steps.

let countries = null;
let around = world;

function svg(name, attributes, ...children) {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The box of all places with some space around them, as wide for its height as the picture is. */
function boxOf(places) {
  if (places.length === 0) return world;
  const xs = places.map((place) => place.longitude);
  const ys = places.map((place) => -place.latitude);
  const space = 1.25;
  const spread = (numbers) => (Math.max(...numbers) - Math.min(...numbers)) * space;
  const width = Math.max(leastWidth, spread(xs), spread(ys) * 2);
  if (width > 300) return world;
  const x = (Math.max(...xs) + Math.min(...xs)) / 2;
  const y = (Math.max(...ys) + Math.min(...ys)) / 2;
  return { x: x - width / 2, y: y - width / 4, width, height: width / 2 };
}

/** Those with most events whose names find room beside the names before. */
function placesWithNames(places, scale) {
  const taken = [];
  return places.filter((place) => {
    const box = { left: place.longitude + scale * nameOffset, top: -place.latitude - scale * nameHeight / 2,
      right: place.longitude + scale * (nameOffset + nameOf(place.entity).length * nameHeight * 0.6),
      bottom: -place.latitude + scale * nameHeight / 2 };
    const meets = (other) => box.left < other.right && other.left < box.right &&
      box.top < other.bottom && other.top < box.bottom;
    if (taken.some(meets)) return false;
    taken.push(box);
    return true;
  });
}

function draw(places, box, choose) {
  const most = Math.max(1, ...places.map((place) => place.count));
  const scale = Math.max(box.width / byId("map").clientWidth, box.height / byId("map").clientHeight);  // Of a pixel.
  // The big ones below, so that none hides another.
  const circles = places.toSorted((a, b) => b.count - a.count).map((place) => {
    const circle = svg("circle", { class: "place", cx: place.longitude, cy: -place.latitude,
      r: scale * (4 + 14 * Math.sqrt(place.count / most)), "stroke-width": scale },
    svg("title", {}, `${nameOf(place.entity)}: ${counted(place.count, "event")}`));
    circle.addEventListener("click", () => choose(place.entity.id));
    return circle;
  });
  const names = placesWithNames(places, scale).map((place) => svg("text", { class: "place-name",
    x: place.longitude + scale * nameOffset, y: -place.latitude + scale * 4, "font-size": scale * nameHeight },
  nameOf(place.entity)));
  const view = `${box.x} ${box.y} ${box.width} ${box.height}`;
  fill(byId("map"), svg("svg", { viewBox: view, preserveAspectRatio: "xMidYMid meet" },
    svg("g", { class: "land", transform: "scale(0.01)", "stroke-width": scale * 60 },
      ...countries.map((path) => svg("path", { d: path }))), ...circles, ...names));
}

/** Draws the answer to `places`. `choose` is called with the identifier of the one that is chosen. */
export async function showMap(answer, choose) {
  countries ??= JSON.parse(await pageFile("world.json"));
  around = boxOf(answer.places);
  draw(answer.places, around, choose);
  byId("map-note").textContent = answer.places.length ? "" : "Of no place that is told of is known where it lies.";
  fill(byId("map-words"), answer.places.map((place) => element("li", {},
    link(nameOf(place.entity), () => choose(place.entity.id)), `: ${counted(place.count, "event")}`)));
  byId("map-places").onclick = () => draw(answer.places, around, choose);
  byId("map-world").onclick = () => draw(answer.places, world, choose);
}
