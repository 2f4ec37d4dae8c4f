// A browser without a window, the program that serves the page, and what a test wants to know of a page.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const tools = createRequire(join(process.env.HABARI_TEST_TOOLS, "node", "package.json"));
const puppeteer = tools("puppeteer-core");
const axe = readFileSync(tools.resolve("axe-core/axe.min.js"), "utf8");

export const samples = new URL("../../samples/articles", import.meta.url).pathname;

// Milliseconds: a machine with much other work is slow, not wrong.
const patience = 120_000;

export const openBrowser = () => puppeteer.launch({
  executablePath: process.env.HABARI_BROWSER, headless: true, args: ["--no-sandbox", "--disable-dev-shm-usage"],
  timeout: patience, protocolTimeout: patience,
});

/** The program, serving `input`: its address and how to end it. */
export async function serve(input) {
  const program = spawn(process.env.HABARI, ["serve", input, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  for await (const bytes of program.stdout) {
    said += bytes;
    if (said.includes("\n")) break;
  }
  return { url: said.match(/http:\S+/)[0], end: () => program.kill() };
}

/** A report of `input`, as a file in a folder of its own. */
export function report(input) {
  const file = join(mkdtempSync(join(tmpdir(), "habari-page-")), "report.html");
  const run = spawnSync(process.env.HABARI, ["report", input, "-o", file], { encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
  return file;
}

/** Documents, one JSON a line, in a file of their own. */
export function documents(lines) {
  const file = join(mkdtempSync(join(tmpdir(), "habari-page-")), "news.jsonl");
  writeFileSync(file, lines);
  return file;
}

/** A tab that keeps account of all that went wrong and of all that it asked for. */
export async function openPage(browser, url, { width = 1400, height = 900 } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  page.setDefaultTimeout(patience);
  page.wrong = [];
  page.asked = [];
  page.on("console", (message) => message.type() === "error" && page.wrong.push(message.text()));
  page.on("pageerror", (failure) => page.wrong.push(String(failure)));
  page.on("dialog", (dialog) => {
    page.wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => page.asked.push(request.url()));
  await page.goto(url);
  await settled(page, 0);
  return page;
}

/** How often the page has followed its address. */
export const turn = (page) => page.$eval("#status", (status) => Number(status.dataset.turn ?? 0));

/** Waits until the page shows what its address said after turn `before`. */
export const settled = (page, before) =>
  page.waitForFunction((last) => Number(document.getElementById("status").dataset.turn ?? 0) > last, {}, before);

/** Does `act` and waits until the page has followed. */
export async function following(page, act) {
  const before = await turn(page);
  await act();
  await settled(page, before);
}

export const textOf = (page, selector) => page.$eval(selector, (found) => found.textContent);

/** What axe calls serious or critical. The page's policy lets no other script in: this one comes by the debugger. */
export async function seriousFaults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.filter((found) => ["serious", "critical"].includes(found.impact))
    .map((found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 150)).join(" | ")}`);
}
