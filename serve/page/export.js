// What is seen, as files.
import { address, ask, isReport } from "./ask.js";
import { byId, element, fill } from "./elements.js";

const formats = [["csv", "CSV"], ["gexf", "GEXF"], ["ttl", "Turtle"]];

/** Links for what fits `filters`. A report has no server that writes the others. */
export function showExport(filters, total, most) {
  const cut = total > most ? ` (the ${most.toLocaleString("en")} most told)` : "";
  const links = isReport
    ? [element("button", { type: "button", onclick: () => saveCsv(filters) }, "Save as CSV")]
    : formats.map(([format, name]) => element("a", {
      href: address("export", { ...filters, format }), download: `habari-events.${format}`, class: "button",
    }, `${name}`));
  fill(byId("export"), isReport ? "" : `Save${cut} as `, links);
}

async function saveCsv(filters) {
  const text = await ask("export", { ...filters, format: "csv" });
  const target = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const made = element("a", { href: target, download: "habari-events.csv" });
  made.click();
  setTimeout(() => URL.revokeObjectURL(target), 1000);
}
