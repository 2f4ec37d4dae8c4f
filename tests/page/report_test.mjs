// A report: one file, no server, no network, and the answers that the server gives.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { after, before, test } from "node:test";
import { answersFrom } from "../../serve/page/report_answers.js";
import { following, openBrowser, openPage, report, samples, serve, seriousFaults, textOf } from "./browser.mjs";

let browser;
let server;
let file;
before(async () => {
  file = report(samples);
  [browser, server] = await Promise.all([openBrowser(), serve(samples)]);
});
after(async () => {
  await browser?.close();
  server?.end();
});

const questions = [
  ["events", {}], ["events", { order: "weight" }], ["events", { type: "CONSULT", from: 1, limit: 2 }],
  ["events", { entity: "country/kenya" }], ["events", { place: "place/arusha", factuality: "actual" }],
  ["events", { source: "person/hamisi-kibwana" }], ["events", { relation: "kutana" }], ["events", { language: "sw" }],
  ["events", { since: "2024-05" }], ["events", { until: "2024-05-12" }],
  ["events", { since: "2024", until: "2024-04" }],
  ["events", { confidence: "0.9" }], ["choices", {}], ["choices", { type: "CONSULT" }],
  ["choices", { place: "place/arusha", language: "en" }], ["times", {}], ["times", { entity: "country/kenya" }],
  ["times", { until: "2024-04", factuality: "planned" }], ["places", {}], ["places", { type: "AGREE" }],
  ["neighbours", {}], ["neighbours", { entity: "country/kenya" }],
  ["neighbours", { entity: "place/arusha", factuality: "actual" }], ["search", { text: "Ken" }],
  ["search", { text: "grace mut" }], ["search", { text: "ZIWA" }], ["search", { text: "country/kenya" }],
];

/** What both say in the same way: a report's rows have more in them, and the labels of two languages. */
function shape(value, question) {
  if (question === "events") return { total: value.total, events: value.events.map((event) => event.id) };
  if (question === "search") return value.entities.map((entity) => entity.id);
  const reference = (thing) => thing.id ?? thing;
  return JSON.parse(JSON.stringify(value, (key, part) => key === "entity" ? reference(part)
    : key === "nodes" ? part.map(reference) : key === "event" ? "some" : part));
}

test("A report answers as the server does", async () => {
  const html = readFileSync(file, "utf8");
  const data = html.match(/<script type="application\/json" id="data">([^<]*)<\/script>/)[1];
  const answers = answersFrom(JSON.parse(data));
  for (const [question, asked] of questions) {
    const reply = await fetch(`${server.url}api/${question}?${new URLSearchParams(asked)}`);
    const name = `${question} ${JSON.stringify(asked)}`;
    assert.deepEqual(shape(answers[question](asked), question), shape(await reply.json(), question), name);
  }
  const csv = await fetch(`${server.url}api/export?format=csv&place=Arusha`);
  assert.equal(answers.export({ place: "place/arusha" }), await csv.text());
});

test("A report opens without a network, and its entities and sentences are there", async () => {
  const page = await openPage(browser, `file://${file}`);
  await page.setOfflineMode(true);
  await page.type("#search", "grace mu");
  await page.waitForFunction(() => document.getElementById("found").children.length > 0);
  await following(page, () => page.keyboard.press("Enter"));
  await following(page, () => page.click("#events [data-event]"));
  assert.ok(await page.$("blockquote mark.trigger"));
  await following(page, () => page.click("#tab-map"));
  assert.ok(await page.$("circle.place"));
  assert.deepEqual(await seriousFaults(page), []);
  assert.deepEqual(page.wrong, []);
  const asked = page.asked.filter((url) => !url.startsWith("data:")).map((url) => url.split("#")[0]);
  assert.deepEqual(asked, [`file://${file}`]);
  await page.screenshot({ path: "page-report.png" });
  await page.close();
});

test("A report of the samples is the same bytes every time, and small", () => {
  assert.ok(readFileSync(report(samples)).equals(readFileSync(file)));
  assert.ok(statSync(file).size < 2_000_000);
});
