// Packs the page into a C++ file: the page of the server, each file by itself, and the page of a report, all in one.
//   usage: node pack.mjs PAGE_FOLDER NODE_MODULES OUTPUT.cpp
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const [pageFolder, modules, output] = process.argv.slice(2);
const read = (path) => readFileSync(path, "utf8");
const page = (name) => read(`${pageFolder}/${name}`);

/** Our modules as one, each behind those that it imports: their names are all different, and imports are of names. */
function bundle(name, done = new Set()) {
  if (done.has(name)) return "";
  done.add(name);
  const source = page(name);
  const imported = [...source.matchAll(/^import \{[^}]*\} from "\.\/([\w.]+)";$/gm)]
    .map((found) => bundle(found[1], done));
  const own = source.replaceAll(/^import [^;]*;\n/gm, "").replaceAll(/^export (?=function|const|async|class)/gm, "");
  return `${imported.join("")}${own}\n`;
}

/** The script of the page. Fails where two modules call things alike: in one file they would be one. */
function script() {
  const text = bundle("page.js");
  const names = [...text.matchAll(/^(?:async )?(?:function|const|let|class) (\w+)/gm)].map((found) => found[1]);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length) throw new Error(`two modules of the page have the name ${twice.join(", ")}`);
  return text;
}

/** The arcs of a TopoJSON file as lists of points; a quantized point is a step from the one before. */
function arcsOf(topology) {
  const { scale, translate } = topology.transform;
  return topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** An SVG path in hundredths of a degree, north up, of polygons whose rings name arcs (~n: arc n from its end). */
function pathOf(polygons, arcs) {
  const ringPath = (ring) => {
    const points = ring.flatMap((n) => n < 0 ? arcs[~n].toReversed() : arcs[n]);
    let [x, y] = [0, 0];
    const steps = [];
    for (const [longitude, latitude] of points) {
      const [nextX, nextY] = [Math.round(longitude * 100), Math.round(-latitude * 100)];
      if (steps.length && nextX === x && nextY === y) continue;
      steps.push(steps.length ? `l${nextX - x} ${nextY - y}` : `M${nextX} ${nextY}`);
      [x, y] = [nextX, nextY];
    }
    return steps.length > 2 ? `${steps.join("")}z` : "";
  };
  return polygons.flat().map(ringPath).join("");
}

function world() {
  const topology = JSON.parse(read(`${modules}/world-atlas/countries-50m.json`));
  const arcs = arcsOf(topology);
  const paths = topology.objects.countries.geometries.map((country) =>
    pathOf(country.type === "Polygon" ? [country.arcs] : country.arcs, arcs));
  return JSON.stringify(paths.filter(Boolean));
}

function licences() {
  const said = [["cytoscape", "Cytoscape.js draws the graph"],
    ["world-atlas", "world-atlas has the map, of Natural Earth's public domain data"]];
  return said.map(([name, what]) => {
    const { version } = JSON.parse(read(`${modules}/${name}/package.json`));
    return `${what} (${name} ${version})\n\n${read(`${modules}/${name}/LICENSE`)}`;
  }).join("\n\n");
}

const files = {
  "page.js": ["application/javascript; charset=utf-8", script()],
  "cytoscape.js": ["application/javascript; charset=utf-8", read(`${modules}/cytoscape/dist/cytoscape.min.js`)],
  "page.css": ["text/css", page("page.css")],
  "icon.svg": ["image/svg+xml; charset=utf-8", page("icon.svg")],
  "world.json": ["application/json; charset=utf-8", world()],
  "licences.txt": ["text/plain", licences()],
};

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What has to stand where it is put as it is: `$` means something to String.replace. */
const put = (html, mark, text) => html.split(mark).join(text);

/** What stands before and behind the data in the page with everything in it, in pieces: text, or a file of the page.
 *  A browser runs no script and no style in it but these. */
function reportFrame() {
  const [code, library, style] = ["page.js", "cytoscape.js", "page.css"].map((name) => files[name][1]);
  const icon = `data:image/svg+xml;base64,${Buffer.from(files["icon.svg"][1]).toString("base64")}`;
  const policy = `default-src 'none'; script-src ${hashOf(code)} ${hashOf(library)}; style-src ${hashOf(style)}; ` +
    "img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  let html = page("index.html");
  html = put(html, '<meta charset="utf-8">',
    `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  html = put(html, 'href="icon.svg"', `href="${icon}"`);
  html = put(html, '<script src="cytoscape.js" defer></script>\n<script src="page.js" type="module"></script>\n', "");
  const [head, rest] = html.split('<link rel="stylesheet" href="page.css" id="__________cytoscape_stylesheet">');
  const [body, end] = rest.split("<!--data-->");
  const data = '<script type="application/json" id=';
  return [
    [head, '<style id="__________cytoscape_stylesheet">', { file: "page.css" }, "</style>", body,
      `${data}"file-world.json">`, { file: "world.json" }, "</script>\n",
      `${data}"file-licences.txt">`, { file: "licences.txt" }, "</script>\n", `${data}"data">`],
    ["</script>\n<script>", { file: "cytoscape.js" }, '</script>\n<script type="module">', { file: "page.js" },
      "</script>", end],
  ];
}

/** A C++ string literal of any text, in pieces of a line each. */
function literal(text) {
  const piece = (line) => {
    let written = "";
    for (const byte of Buffer.from(line)) {
      if (byte === 10) written += "\\n";
      else if (byte === 34 || byte === 63 || byte === 92) written += `\\${String.fromCharCode(byte)}`;
      else if (byte >= 32 && byte < 127) written += String.fromCharCode(byte);
      else written += `\\${byte.toString(8).padStart(3, "0")}`;
    }
    return `"${written}"`;
  };
  return (text.match(/.{1,2000}\n?|\n/gu) ?? [""]).map(piece).join("\n    ");
}

const all = { "": ["text/html", page("index.html")], ...files };
const names = Object.keys(all);
const pieces = (list) => list.map((piece) =>
  piece.file ? `files[${names.indexOf(piece.file)}].content` : literal(piece)).join(",\n    ");
const [before, after] = reportFrame();
writeFileSync(output, `// Written by serve/page/pack.mjs.
#include <habari/serve/page_files.hpp>

#include <array>

namespace habari::serve {
namespace {

// Sizes are taken of the arrays: compilers do not count so many characters.
${names.map((name, i) => `constexpr char content_${i}[] = ${literal(all[name][1])};`).join("\n")}

constexpr std::array<PageFile, ${names.length}> files = {{
${names.map((name, i) => `    {"/${name}", "${all[name][0]}", {content_${i}, sizeof content_${i} - 1}},`).join("\n")}
}};

constexpr std::array<std::string_view, ${before.length}> before_data = {
    ${pieces(before)}};
constexpr std::array<std::string_view, ${after.length}> after_data = {
    ${pieces(after)}};

}  // namespace

bool has_page() { return true; }
std::span<const PageFile> page_files() { return files; }
ReportFrame report_frame() { return {before_data, after_data}; }

}  // namespace habari::serve
`);
