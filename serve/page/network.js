// The picture of who has to do with whom, drawn by Cytoscape.js, and the same in words.
import { byId, counted, element, fill, link } from "./elements.js";
import { nameOf, standing } from "./names.js";

const colours = {
  person: "#0b5c8a", organization: "#7a3e9d", country: "#2f6b2f", place: "#2f6b2f", facility: "#5b6b1f",
  group: "#8a4b0b",
};
const otherColour = "#5a5a5a";
const longestName = 32;

let drawn = null;

const style = [
  { selector: "node", style: {
    "background-color": "data(colour)", label: "data(name)", width: "data(size)", height: "data(size)",
    "font-size": 20, "text-wrap": "wrap", "text-max-width": 160, "text-valign": "bottom", "text-margin-y": 3,
    color: "#1a1a1a",
    "text-background-color": "#fff", "text-background-opacity": 0.8, "text-background-padding": 1 } },
  { selector: "node.centre", style: {
    "border-width": 4, "border-color": "#e0a800", "font-weight": "bold", "font-size": 24 } },
  { selector: "edge", style: {
    width: "data(width)", "line-color": "#8c8c8c", "target-arrow-color": "#8c8c8c", "target-arrow-shape": "triangle",
    "curve-style": "bezier", label: "data(label)", "font-size": 15, color: "#333", "text-rotation": "autorotate",
    "text-background-color": "#fff", "text-background-opacity": 0.8 } },
  { selector: "edge.supposed", style: { "line-style": "dashed" } },
  { selector: "edge.standing", style: { "line-color": "#b48a3c", "target-arrow-color": "#b48a3c" } },
];

/** `help (planned)`, `meet ×3` */
function edgeLabel(edge) {
  const doubt = edge.factuality ? standing(edge.factuality) : "";
  return `${edge.label}${doubt ? ` (${doubt})` : ""}${edge.count > 1 && edge.factuality ? ` ×${edge.count}` : ""}`;
}

function shortened(name) {
  const letters = [...name.replaceAll(/\s+/g, " ")];
  return letters.length > longestName ? `${letters.slice(0, longestName).join("")}…` : letters.join("");
}

/** Those that nothing ties to another are in the list, not in the picture. */
function elementsOf(answer, centre) {
  const tied = new Set([centre, ...answer.edges.flatMap((edge) => [edge.source, edge.target])]);
  const nodes = answer.nodes.filter((node) => tied.has(node.id)).map((node) => ({
    classes: node.id === centre ? "centre" : "",
    data: { id: node.id, name: shortened(nameOf(node)), colour: colours[node.kind] ?? otherColour,
      size: 20 + 7 * Math.log2(1 + node.mentions) },
  }));
  const edges = answer.edges.map((edge, i) => ({
    classes: edge.factuality === undefined ? "standing" : edge.factuality === "actual" ? "" : "supposed",
    data: { id: `edge ${i}`, source: edge.source, target: edge.target, label: edgeLabel(edge), event: edge.event ?? "",
      width: 1.5 + Math.log2(edge.count) },
  }));
  return [...nodes, ...edges];
}

/** Draws the answer to `neighbours`. The same answer gives the same picture. */
export function showNetwork(answer, centre, look, choose) {
  drawn?.destroy();
  drawn = cytoscape({
    container: byId("network"), elements: elementsOf(answer, centre), style, minZoom: 0.2, maxZoom: 4,
    layout: { name: "cose", animate: false, randomize: false, padding: 12, nodeOverlap: 40, idealEdgeLength: () => 100,
      nodeRepulsion: () => 30000, nodeDimensionsIncludeLabels: true, gravity: 1, numIter: 1500 },
  });
  drawn.on("tap", "node", (event) => look(event.target.id()));
  drawn.on("tap", "edge", (event) => event.target.data("event") && choose(event.target.data("event")));
  byId("network-note").textContent = answer.nodes.length === 0 ? "No event ties two together."
    : answer.left_out ? `${counted(answer.left_out, "other")} left out: those with fewer events, or without a name.`
      : "";
  words(answer, look, choose);
}

function words(answer, look, choose) {
  const named = new Map(answer.nodes.map((node) => [node.id, node]));
  fill(byId("network-words"), answer.edges.map((edge) => element("li", {},
    link(nameOf(named.get(edge.source)), () => look(edge.source)), " – ",
    edge.event ? link(edgeLabel(edge), () => choose(edge.event)) : edgeLabel(edge), " – ",
    link(nameOf(named.get(edge.target)), () => look(edge.target)))));
}

/** The buttons beside the picture, for those who have no wheel. */
export function startNetwork() {
  const middle = () => ({ x: drawn.width() / 2, y: drawn.height() / 2 });
  const zoom = (by) => drawn?.zoom({ level: drawn.zoom() * by, renderedPosition: middle() });
  byId("network-in").addEventListener("click", () => zoom(1.4));
  byId("network-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("network-fit").addEventListener("click", fitNetwork);
  new ResizeObserver(fitNetwork).observe(byId("network"));
}

/** All of the picture, in whatever size the page has for it. */
function fitNetwork() {
  drawn?.resize();
  drawn?.fit(undefined, 12);
}
