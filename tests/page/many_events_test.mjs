// The page with 100,000 events.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { after, before, test } from "node:test";
import { documents, following, openBrowser, openPage, report, serve, textOf } from "./browser.mjs";

// Many times what an answer takes, for machines with other work.
const patience = 10_000;

let browser;
let server;
let input;
before(async () => {
  const script = "import sys, made_up_news\nfor line in made_up_news.documents(100000): print(line)";
  const made = spawnSync("python3", ["-c", script],
    { cwd: new URL(".", import.meta.url).pathname, maxBuffer: 1 << 30, encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
  input = documents(made.stdout);
  [browser, server] = await Promise.all([openBrowser(), serve(input)]);
});
after(async () => {
  await browser?.close();
  server?.end();
});

async function soon(name, act) {
  const begin = performance.now();
  await act();
  const took = performance.now() - begin;
  console.log(`${name}: ${took.toFixed(0)} ms`);
  assert.ok(took < patience, `${name} took ${took.toFixed(0)} ms`);
}

test("100,000 events are shown, searched, filtered and paged through at once", async () => {
  let page;
  await soon("open", async () => { page = await openPage(browser, server.url); });
  assert.match(await textOf(page, "#counts"), /^(99|100),\d{3} events of 20,000 articles$/);
  await soon("search", async () => {
    await page.type("#search", "asha");
    await page.waitForFunction(() => document.getElementById("found").children.length === 10);
  });
  await soon("entity", () => following(page, () => page.keyboard.press("Enter")));
  await soon("event", () => following(page, () => page.click("#events [data-event]")));
  await soon("close", () => following(page, () => page.keyboard.press("Escape")));
  await soon("all", () => following(page, () => page.click("#home")));
  await soon("filter", () => following(page, () => page.select("#filter-type", "AID")));
  await soon("map", () => following(page, () => page.click("#tab-map")));
  await soon("more", async () => {
    await page.click("#more");
    await page.waitForFunction(() => document.getElementById("events").children.length === 100);
  });
  assert.deepEqual(page.wrong, []);
  await page.screenshot({ path: "page-many-events.png" });
  await page.close();
});

test("A report of them has the most told 5,000, and opens", async () => {
  const file = report(input);
  assert.ok(statSync(file).size < 20_000_000);
  const page = await openPage(browser, `file://${file}`);
  assert.match(await textOf(page, "#counts"), /^5,000 events of .* with fewer mentions left out$/);
  assert.deepEqual(page.wrong, []);
  await page.close();
});
